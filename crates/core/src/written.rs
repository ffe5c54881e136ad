//! What people type, checked before anything is written.
//!
//! A name may be one letter, two hundred, an emoji or written from right to left: it is taken as it is. What
//! cannot be true (a day that has not come, a number no person can have) is refused with the field, and so is a
//! case number in a text that must never be about one victim.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::days;
use crate::error::{Error, Result};

/// Letters a name or a line may have.
pub(crate) const LINE: usize = 300;
/// Letters a text may have.
pub(crate) const TEXT: usize = 20_000;

/// A name somebody or something is called by.
///
/// # Errors
/// [`Error::NameRequired`]; [`Error::TextTooLong`].
pub(crate) fn name(field: &'static str, text: &str) -> Result<String> {
    let name = line(field, text)?;
    if name.is_empty() {
        return Err(Error::NameRequired);
    }
    Ok(name)
}

/// One line, which may be empty.
///
/// # Errors
/// [`Error::TextTooLong`].
pub(crate) fn line(field: &'static str, text: &str) -> Result<String> {
    at_most(field, text, LINE)
}

/// A text of several lines, which may be empty.
///
/// # Errors
/// [`Error::TextTooLong`].
pub(crate) fn text(field: &'static str, text: &str) -> Result<String> {
    at_most(field, text, TEXT)
}

/// A text that must never be about one victim.
///
/// # Errors
/// [`Error::CaseNumberInText`] if a case number stands in it; [`Error::TextTooLong`].
pub(crate) fn about_nobody(field: &'static str, written: &str) -> Result<String> {
    if holds_a_case_number(written) {
        return Err(Error::CaseNumberInText { field });
    }
    text(field, written)
}

/// A day on which something happened.
///
/// # Errors
/// [`Error::DateRequired`]; [`Error::DateAhead`].
pub(crate) fn past_day(field: &'static str, text: &str, today: NaiveDate) -> Result<NaiveDate> {
    let day = days::day(field, text)?;
    if day > today {
        return Err(Error::DateAhead { field });
    }
    Ok(day)
}

/// A day that may be missing.
///
/// # Errors
/// [`Error::DateRequired`] if something is written that is no day.
pub(crate) fn day_if_any(field: &'static str, text: Option<&str>) -> Result<Option<NaiveDate>> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => days::day(field, text).map(Some),
        None => Ok(None),
    }
}

/// Refuses a later day that comes before an earlier one.
///
/// # Errors
/// [`Error::DatesReversed`], with the later field.
pub(crate) fn in_order(
    field: &'static str,
    earlier: Option<NaiveDate>,
    later: Option<NaiveDate>,
) -> Result<()> {
    match (earlier, later) {
        (Some(earlier), Some(later)) if later < earlier => Err(Error::DatesReversed { field }),
        _ => Ok(()),
    }
}

/// A number between two others.
///
/// # Errors
/// [`Error::NumberOutOfRange`].
pub(crate) fn within(field: &'static str, number: i32, range: RangeInclusive<i32>) -> Result<i32> {
    if range.contains(&number) {
        Ok(number)
    } else {
        Err(Error::NumberOutOfRange {
            field,
            least: *range.start(),
            most: *range.end(),
        })
    }
}

/// Whether a case number stands in a text: letters, a year, three letters of the device, a counter
/// (`CC-26-B7K-0042`), in either case.
pub(crate) fn holds_a_case_number(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && !is_dash(letter));
    words.into_iter().any(|word| {
        let parts: Vec<&str> = word.split(is_dash).collect();
        parts.windows(4).any(|parts| {
            let digits = |part: &str| part.chars().take_while(char::is_ascii_digit).count();
            let office = parts[0].chars().count();
            (1..=4).contains(&office)
                && parts[0].chars().all(char::is_alphabetic)
                && parts[1].len() == 2
                && digits(parts[1]) == 2
                && parts[2].len() == 3
                && parts[2]
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric())
                && digits(parts[3]) >= 4
        })
    })
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}')
}

fn at_most(field: &'static str, text: &str, most: usize) -> Result<String> {
    let text = text.trim();
    if text.chars().count() > most {
        return Err(Error::TextTooLong { field, most });
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_number_is_found_however_it_is_written() {
        for text in [
            "about CC-26-B7K-0042",
            "cc-26-b7k-0042?",
            "(R-26-B7K-10042)",
            "CC\u{2013}26\u{2013}B7K\u{2013}0042",
            "see:CC-26-B7K-0042, and more",
        ] {
            assert!(holds_a_case_number(text), "{text}");
        }
        for text in [
            "call 555-010-0300",
            "Mon-Fri 9-5",
            "2026-03-02",
            "28 CFR 94.115",
            "a-b-c-d-0042",
            "The agreement of 2026-03 covers 12-34-567-8901",
            "",
        ] {
            assert!(!holds_a_case_number(text), "{text}");
        }
    }

    #[test]
    fn a_name_is_taken_as_it_is() {
        for text in ["X", "Ω", "👩\u{200d}🚒", "مريم", &"a".repeat(200)] {
            assert_eq!(name("name", &format!(" {text} ")).unwrap(), *text);
        }
        let long = name("name", &"ä".repeat(LINE + 1));
        assert!(matches!(long, Err(Error::TextTooLong { most: LINE, .. })));
        assert!(matches!(name("name", " \n"), Err(Error::NameRequired)));
    }

    #[test]
    fn a_day_that_has_not_come_is_no_day_of_something_done() {
        let today = days::day("on", "2026-03-02").unwrap();
        assert!(past_day("on", "2026-03-02", today).is_ok());
        let ahead = past_day("on", "2026-03-03", today);
        assert!(matches!(ahead, Err(Error::DateAhead { field: "on" })));
        let none = past_day("on", "03/02/2026", today);
        assert!(matches!(none, Err(Error::DateRequired { .. })));
    }
}
