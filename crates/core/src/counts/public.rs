//! Figures for the public: small cells are hidden, because in a county with seven people on a square mile a count of
//! two may be somebody everybody knows (PR-08).
//!
//! Counts from 1 to [`SMALL`] are hidden, true zeros are kept. Where parts add up to a total that is shown, further
//! parts are hidden until what is hidden can be worked out no more. The grant's own report wants true counts (PR-09),
//! so nothing is hidden there. What is for the public opens to no case numbers.

use super::{CountsView, FigureView};

/// Counts up to this are small. The model is the cell size policy of the Centers for Medicare and Medicaid Services.
const SMALL: i32 = 10;

/// The questions whose parts add up to Q3.
const ADD_UP_TO_NEW: [&str; 3] = ["Q4A", "Q4B", "Q4C"];

/// The same figures as the public may see them.
#[must_use]
pub fn public(counts: CountsView) -> CountsView {
    let mut figures = counts.figures;
    for figure in &mut figures {
        figure.hidden = figure.count.is_some_and(is_small);
    }
    hide_new_if_the_others_are_few(&mut figures);
    // Hiding the total in one question changes what follows in the others.
    for question in ADD_UP_TO_NEW.iter().chain(&ADD_UP_TO_NEW) {
        hide_until_nothing_follows(&mut figures, question);
    }
    for figure in &mut figures {
        figure.case_numbers.clear();
        if figure.hidden {
            figure.count = None;
        }
    }
    CountsView {
        figures,
        // Whether a check holds says something about what is hidden, and how much was left out does too.
        checks: Vec::new(),
        left_out: None,
        missing_answers: Vec::new(),
        ..counts
    }
}

fn is_small(count: i32) -> bool {
    (1..=SMALL).contains(&count)
}

/// All persons less the new ones are those who were served before: few of them show as a difference.
fn hide_new_if_the_others_are_few(figures: &mut [FigureView]) {
    let count = |figures: &[FigureView], question: &str| {
        let figure = figures.iter().find(|figure| figure.question == question);
        figure.and_then(|figure| figure.count)
    };
    let all = count(figures, "Q1");
    if let (Some(all), Some(new)) = (all, count(figures, "Q3"))
        && is_small(all - new)
    {
        for figure in figures.iter_mut().filter(|figure| figure.question == "Q3") {
            figure.hidden = true;
        }
    }
}

/// Hides parts of a question, the smallest first, until neither a part nor the total follows from the others.
fn hide_until_nothing_follows(figures: &mut [FigureView], question: &str) {
    let total_is_hidden = figures
        .iter()
        .any(|figure| figure.question == "Q3" && figure.hidden);
    loop {
        let parts = || figures.iter().filter(|figure| figure.question == question);
        let hidden: Vec<i32> = parts()
            .filter(|part| part.hidden)
            .filter_map(|part| part.count)
            .collect();
        let enough = if total_is_hidden {
            // One hidden part is enough to keep the sum of the parts from telling the total.
            hidden.iter().sum::<i32>() > SMALL
                || parts().all(|part| part.hidden || part.count == Some(0))
        } else {
            hidden.is_empty() || hidden.len() > 1 && hidden.iter().sum::<i32>() > SMALL
        };
        if enough {
            return;
        }
        let next = figures
            .iter_mut()
            .filter(|figure| figure.question == question && !figure.hidden)
            .filter(|figure| figure.count.is_some_and(|count| count > 0))
            .min_by_key(|figure| figure.count);
        match next {
            Some(part) => part.hidden = true,
            // Nothing more to hide among the parts: then the total goes.
            None => {
                for figure in figures.iter_mut().filter(|figure| figure.question == "Q3") {
                    figure.hidden = true;
                }
                return;
            }
        }
    }
}
