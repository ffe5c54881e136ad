//! What a form may say: days that were or will be, ages people have, answers that do not exclude each other.

use chrono::NaiveDate;

use crate::error::{Error, Result};
use crate::{codes, days};

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
}
