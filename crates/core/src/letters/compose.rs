//! The words of a letter for herself, put together from a permit. What the full and the plain letter say
//! stands in [`super::named`], what the discreet forms say in [`super::neutral`].

use chrono::Datelike;
use countyline_documents::{
    Block, Contrast, CreatedOn, Direction, PageNumbers, PageSize, Paper, Sides, isolate,
};
use countyline_ledger::EntityId;

use super::forms::Form;
use super::{LetterCheck, LetterRequest, Private, named, neutral, offered};
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::papers::{NumberOnPaper, WayOnPaper};
use crate::referrals::Referred;
use crate::releases::{Permit, Scope};
use crate::values;
use crate::words::Words;
use crate::{exchange, logo, victims};

/// The size of text on a card, in points.
const CARD_TEXT_PT: f32 = 10.0;

/// A letter's content.
pub(super) struct Composed {
    pub(super) paper: Paper,
    /// What stands on it instead where a card does not hold it, in this order.
    pub(super) otherwise: Vec<Vec<Block>>,
    pub(super) file_name: String,
    pub(super) stale_partners: usize,
    /// Two people wrote something that stands on it apart, and nobody decided yet.
    pub(super) undecided: bool,
    /// What was checked where it was put together.
    pub(super) found: Vec<LetterCheck>,
    /// The numbers of agencies and services that it carries.
    pub(super) numbers: Vec<NumberOnPaper>,
    /// Her ways whose numbers it carries.
    pub(super) ways: Vec<WayOnPaper>,
}

pub(super) fn compose(
    (file, words): (&CaseFile, &Words),
    permit: &Permit,
    (request, form): (&LetterRequest, Form),
    referred: &[Referred],
    private: &Private,
) -> Result<Composed> {
    let Scope::HerOwnPaper { victim, partners } = permit.scope() else {
        return Err(Error::ReleaseRequired);
    };
    let places = named::places(file, partners, referred)?;
    let today = file.now().date_naive();
    let known_as_of = exchange::known_as_of(file)?;
    let date = isolate(&written_date(words, known_as_of));
    let title = words.say(&format!("{}-title", form.prefix()));
    let mut paper = as_printed(title, &request.language, request.print());
    if form == Form::PocketCard && !request.large_print {
        paper.text_size_pt = CARD_TEXT_PT;
    }
    paper.page_numbers = match form {
        Form::Full | Form::Plain | Form::Agency => PageNumbers::Shown,
        Form::Discreet | Form::PocketCard => PageNumbers::Hidden,
    };
    paper.created_on = created_on(today);
    let office = &file.place().office_name;
    let mut otherwise = Vec::new();
    paper.blocks = match form {
        Form::Discreet => neutral::list(words, &places, &date, private),
        Form::PocketCard => {
            otherwise = neutral::card(words, &places, &date, private, paper.text_size_pt);
            otherwise.remove(0)
        }
        Form::Plain => {
            let name = name_on_paper(file, *victim)?;
            named::plain(words, &places, &date, &name, private)
        }
        Form::Full | Form::Agency => {
            paper.header = Some(letterhead(words, office));
            let name = name_on_paper(file, *victim)?;
            let mut blocks: Vec<Block> = logo::at_top(file)?.into_iter().collect();
            blocks.extend(named::full(words, &places, &date, &name, office));
            blocks
        }
    };
    Ok(Composed {
        paper,
        otherwise,
        file_name: file_name(words, form.prefix(), &request.language),
        stale_partners: places.iter().filter(|place| place.at.is_stale()).count(),
        undecided: places.iter().any(|place| place.at.is_undecided()),
        found: offered::lacks_service(places.iter().map(|place| &place.at))
            .into_iter()
            .collect(),
        numbers: places.iter().map(|place| place.at.on_paper()).collect(),
        ways: Vec::new(),
    })
}

/// The name she goes by where it may stand on paper, else nothing.
fn name_on_paper(file: &CaseFile, victim: EntityId) -> Result<String> {
    match victims::name_may_be_printed(file, victim)? {
        true => victims::name_in_greeting(file, victim),
        false => Ok(String::new()),
    }
}

/// The line at the top of a paper that names the office.
pub(crate) fn letterhead(words: &Words, office: &str) -> String {
    words.say_with("letterhead", &values! { office = isolate(office) })
}

/// What the file of a paper is called.
pub(crate) fn file_name(words: &Words, prefix: &str, language: &str) -> String {
    let name = words.say(&format!("{prefix}-file-name"));
    format!("{name}-{language}.pdf")
}

/// How a paper is printed.
pub(crate) struct Print<'a> {
    /// The code of the size of its page.
    pub(crate) page: &'a str,
    pub(crate) is_large: bool,
    pub(crate) is_on_both_sides: bool,
}

/// An empty paper in a language. Large print is for weak eyes: it is black on white alone.
pub(crate) fn as_printed(title: String, language: &str, print: Print<'_>) -> Paper {
    let mut paper = Paper::new(title, language);
    paper.direction = Direction::of(language);
    paper.page = page_of(print.page);
    if print.is_on_both_sides {
        paper.sides = Sides::Both;
    }
    if print.is_large {
        paper.text_size_pt = Paper::LARGE_PRINT_PT;
        paper.contrast = Contrast::High;
    }
    paper
}

/// The size of paper that was asked for.
pub(crate) fn page_of(code: &str) -> PageSize {
    match code {
        "a4" => PageSize::A4,
        _ => PageSize::UsLetter,
    }
}

/// The code of the size of paper that is printed on.
pub(crate) fn page_code(code: &str) -> &'static str {
    match page_of(code) {
        PageSize::A4 => "a4",
        PageSize::UsLetter => "us_letter",
    }
}

/// The lines of a list whose messages are numbered from 1.
pub(crate) fn numbered(words: &Words, prefix: &str) -> Vec<String> {
    (1..)
        .map(|number| format!("{prefix}-{number}"))
        .take_while(|id| words.has(id))
        .map(|id| words.say(&id))
        .collect()
}

pub(crate) fn said_needs(words: &Words, prefix: &str, needs: &[String]) -> String {
    let said = needs
        .iter()
        .map(|need| words.say(&format!("{prefix}-need-{need}")));
    said.collect::<Vec<_>>().join(", ")
}

pub(crate) fn said_languages(words: &Words, languages: &[String]) -> String {
    let said = languages
        .iter()
        .map(|code| words.say(&format!("letter-language-{code}")));
    said.collect::<Vec<_>>().join(", ")
}

pub(crate) fn written_date(words: &Words, day: chrono::NaiveDate) -> String {
    let month = words.say(&format!("letter-month-{}", day.month()));
    words.say_with(
        "letter-date",
        &values! { day = day.day(), month = month, year = day.year() },
    )
}

pub(crate) fn created_on(day: chrono::NaiveDate) -> Option<CreatedOn> {
    Some(CreatedOn {
        year: u16::try_from(day.year()).ok()?,
        month: u8::try_from(day.month()).ok()?,
        day: u8::try_from(day.day()).ok()?,
    })
}
