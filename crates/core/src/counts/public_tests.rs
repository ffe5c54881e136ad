//! What the public may see, over small tables worked out by hand.

use super::*;

fn figures(rows: &[(&str, &str, i32)]) -> CountsView {
    let figure = |(question, code, count): &(&str, &str, i32)| FigureView {
        question: (*question).to_owned(),
        code: (*code).to_owned(),
        unit: "persons".to_owned(),
        count: Some(*count),
        hidden: false,
        case_numbers: vec!["RV-26-AAA-0001".to_owned()],
    };
    CountsView {
        report: "pmt-2015".to_owned(),
        from: "2026-01-01".to_owned(),
        to: "2026-03-31".to_owned(),
        figures: rows.iter().map(figure).collect(),
        checks: Vec::new(),
        left_out: None,
        missing_answers: vec!["RV-26-AAA-0001".to_owned()],
        shared_out: false,
    }
}

/// The names of what is hidden.
fn hidden(rows: &[(&str, &str, i32)]) -> Vec<String> {
    let shown = public(figures(rows));
    let hidden = shown.figures.iter().filter(|figure| figure.hidden);
    hidden
        .map(|figure| format!("{}{}", figure.question, figure.code))
        .collect()
}

#[test]
fn one_to_ten_are_hidden_and_zero_and_eleven_are_shown() {
    let rows = [
        ("Q5A", "V01", 0),
        ("Q5A", "V02", 1),
        ("Q5A", "V03", 10),
        ("Q5A", "V04", 11),
    ];
    assert_eq!(hidden(&rows), ["Q5AV02", "Q5AV03"]);
}

/// 40 new = 3 + 17 + 20: the 3 is hidden, and could be had as 40 − 37, so the next smallest is hidden too.
#[test]
fn a_part_that_follows_from_the_others_takes_another_with_it() {
    let rows = [
        ("Q1", "", 90),
        ("Q3", "", 40),
        ("Q4C", "AGE1", 3),
        ("Q4C", "AGE2", 0),
        ("Q4C", "AGE3", 17),
        ("Q4C", "AGE4", 20),
    ];
    assert_eq!(hidden(&rows), ["Q4CAGE1", "Q4CAGE3"]);
}

/// 22 new = 1 + 1 + 20: two hidden cells with a sum of 2 are known to be 1 each, so the 20 goes too.
#[test]
fn two_ones_that_add_up_to_two_take_a_third_with_them() {
    let rows = [
        ("Q1", "", 90),
        ("Q3", "", 22),
        ("Q4B", "G1", 1),
        ("Q4B", "G2", 20),
        ("Q4B", "G3", 1),
    ];
    assert_eq!(hidden(&rows), ["Q4BG1", "Q4BG2", "Q4BG3"]);
}

/// 30 served of whom 28 are new: the 2 who are not follow from both, so the new are hidden, and one part of each
/// question that adds up to them.
#[test]
fn few_who_are_not_new_hide_how_many_are() {
    let rows = [
        ("Q1", "", 30),
        ("Q3", "", 28),
        ("Q4B", "G1", 13),
        ("Q4B", "G2", 15),
    ];
    assert_eq!(hidden(&rows), ["Q3", "Q4BG1"]);
}

/// A share of the work need not add up: 15 new, of whom 4 say so and nobody else does. Nothing is left to hide beside
/// the 4, so the total goes, and a part of the other question that adds up to it.
#[test]
fn where_nothing_is_left_to_hide_among_the_parts_the_total_goes() {
    let rows = [
        ("Q1", "", 60),
        ("Q3", "", 15),
        ("Q4A", "R06", 15),
        ("Q4A", "R07", 0),
        ("Q4B", "G1", 4),
        ("Q4B", "G2", 0),
    ];
    assert_eq!(hidden(&rows), ["Q3", "Q4AR06", "Q4BG1"]);
}

#[test]
fn the_public_opens_no_figure_and_reads_no_case_number() {
    let shown = public(figures(&[("Q1", "", 50), ("Q2", "", 4)]));
    assert!(
        shown
            .figures
            .iter()
            .all(|figure| figure.case_numbers.is_empty())
    );
    assert_eq!((shown.missing_answers.len(), shown.checks.len()), (0, 0));
    assert_eq!(shown.figures[0].count, Some(50));
    assert_eq!(
        (shown.figures[1].count, shown.figures[1].hidden),
        (None, true)
    );
}
