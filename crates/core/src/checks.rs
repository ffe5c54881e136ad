//! What a form may say, checked before anything is written: texts, days, numbers, ages, and answers that do not
//! exclude each other.
//!
//! A name may be one letter, two hundred, an emoji or written from right to left: it is taken as it is. What
//! cannot be true (a day that has not come, an age nobody has) is refused with the field, and so is a case number
//! in a text that must never be about one victim.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::error::{Error, Result};
use crate::{codes, days};

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

/// The oldest age anybody reached, rounded up.
const OLDEST: i32 = 120;

/// A day that was: today or before.
///
/// # Errors
/// [`Error::DateRequired`] if it is no date; [`Error::DateInFuture`].
pub(crate) fn past_day(field: &'static str, text: &str, today: NaiveDate) -> Result<NaiveDate> {
    days::day_until(field, text.trim(), today)
}

/// As [`past_day`], where nothing may be written.
pub(crate) fn maybe_past_day(field: &'static str, text: &str, today: NaiveDate) -> Result<()> {
    match text.trim() {
        "" => Ok(()),
        text => past_day(field, text, today).map(drop),
    }
}

/// Any day, where nothing may be written.
pub(crate) fn maybe_day(field: &'static str, text: &str) -> Result<()> {
    match text.trim() {
        "" => Ok(()),
        text => days::day(field, text).map(drop),
    }
}

/// The age of somebody, in years.
///
/// # Errors
/// [`Error::AgeOutOfRange`].
pub(crate) fn age(years: Option<i32>) -> Result<()> {
    match years {
        Some(years) if !(0..=OLDEST).contains(&years) => Err(Error::AgeOutOfRange),
        _ => Ok(()),
    }
}

/// A day somebody alive was born on.
///
/// # Errors
/// As [`past_day`]; [`Error::AgeOutOfRange`].
pub(crate) fn birth_day(field: &'static str, text: &str, today: NaiveDate) -> Result<NaiveDate> {
    let born = past_day(field, text, today)?;
    age(years_between(born, today).or(Some(i32::MAX)))?;
    Ok(born)
}

/// Whole years from one day to a later one.
pub(crate) fn years_between(from: NaiveDate, to: NaiveDate) -> Option<i32> {
    to.years_since(from)
        .and_then(|years| i32::try_from(years).ok())
}

/// An answer; nothing written counts as "not asked yet".
pub(crate) fn answer(field: &'static str, code: &str) -> Result<()> {
    maybe_code("answer", field, code)
}

/// A code, where nothing may be written.
pub(crate) fn maybe_code(list: &str, field: &'static str, code: &str) -> Result<()> {
    if code.is_empty() {
        return Ok(());
    }
    codes::ensure(list, field, code)
}

/// Codes of which several may hold, or else one of the three non-answers alone.
///
/// # Errors
/// [`Error::UnknownCode`]; [`Error::AnswersExclude`].
pub(crate) fn codes_or_no_answer(list: &str, field: &'static str, chosen: &[String]) -> Result<()> {
    codes::ensure_all(list, field, chosen)?;
    let none = |code: &&String| matches!(code.as_str(), "not_asked" | "declined" | "unknown");
    if chosen.len() > 1 && chosen.iter().any(|code| none(&code)) {
        return Err(Error::AnswersExclude {
            field,
            other: field,
        });
    }
    Ok(())
}

/// Refuses two answers of which only one can be right.
pub(crate) fn exclude(field: &'static str, other: &'static str, both: bool) -> Result<()> {
    match both {
        true => Err(Error::AnswersExclude { field, other }),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monday() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()
    }

    #[test]
    fn a_day_in_the_future_is_told_from_no_day() {
        let on = |text| past_day("on", text, monday());
        assert!(on(" 2026-03-02 ").is_ok());
        assert!(matches!(
            on("2026-03-03"),
            Err(Error::DateInFuture { field: "on" })
        ));
        assert!(matches!(
            on("3/2/26"),
            Err(Error::DateRequired { field: "on" })
        ));
        assert!(maybe_past_day("on", " ", monday()).is_ok());
    }

    #[test]
    fn nobody_is_a_hundred_and_fifty() {
        for years in [-1, 121, 150] {
            assert!(
                matches!(age(Some(years)), Err(Error::AgeOutOfRange)),
                "{years}"
            );
        }
        assert!(age(Some(0)).is_ok() && age(Some(120)).is_ok() && age(None).is_ok());
        let born = |text| birth_day("birth_date", text, monday());
        assert!(matches!(born("1875-01-01"), Err(Error::AgeOutOfRange)));
        assert!(matches!(
            born("2026-03-03"),
            Err(Error::DateInFuture { .. })
        ));
        assert!(born("2026-03-02").is_ok());
    }

    #[test]
    fn not_asked_stands_alone() {
        let say = |codes: &[&str]| {
            let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
            codes_or_no_answer("race_ethnicity", "race_ethnicity", &codes)
        };
        assert!(say(&["R01", "R06"]).is_ok() && say(&["declined"]).is_ok() && say(&[]).is_ok());
        assert!(matches!(
            say(&["R01", "declined"]),
            Err(Error::AnswersExclude { .. })
        ));
        assert!(matches!(say(&["R99"]), Err(Error::UnknownCode { .. })));
    }

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
}
