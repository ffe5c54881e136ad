//! Dates and instants as forms write them.

use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};

use crate::error::{Error, Result};

/// An instant as it is stored and shown: RFC 3339 to the second, with the offset of the place.
pub(crate) fn instant(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// An instant that a form sent of something that has happened, or now.
///
/// # Errors
/// [`Error::DateRequired`]; [`Error::DateInFuture`].
pub(crate) fn past_instant_or_now(
    field: &'static str,
    at: Option<&str>,
    now: DateTime<FixedOffset>,
) -> Result<DateTime<FixedOffset>> {
    let Some(text) = at else { return Ok(now) };
    let at = DateTime::parse_from_rfc3339(text).map_err(|_| Error::DateRequired { field })?;
    if at > now {
        return Err(Error::DateInFuture { field });
    }
    Ok(at)
}

/// A day that a form sent.
pub(crate) fn day(field: &'static str, text: &str) -> Result<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| Error::DateRequired { field })
}

/// A day that a form sent of something that has happened.
///
/// # Errors
/// [`Error::DateRequired`]; [`Error::DateInFuture`] after `today`.
pub(crate) fn day_until(field: &'static str, text: &str, today: NaiveDate) -> Result<NaiveDate> {
    let day = day(field, text)?;
    if day > today {
        return Err(Error::DateInFuture { field });
    }
    Ok(day)
}

/// The first and the last day of a period, both included.
///
/// # Errors
/// [`Error::DateRequired`]; [`Error::PeriodBackwards`].
pub(crate) fn period(from: &str, to: &str) -> Result<(NaiveDate, NaiveDate)> {
    let (from, to) = (day("from", from)?, day("to", to)?);
    if from > to {
        return Err(Error::PeriodBackwards);
    }
    Ok((from, to))
}

/// The instant that stands in a file beside the case file; none if there is none.
pub(crate) fn kept_instant(path: &Path) -> Option<String> {
    let text = std::fs::read_to_string(path).ok()?;
    DateTime::parse_from_rfc3339(text.trim()).ok()?;
    Some(text.trim().to_owned())
}

/// The day of a stored instant, as it was where it was written.
pub(crate) fn day_of(instant: &str) -> String {
    instant.chars().take(10).collect()
}

/// A claimed time in milliseconds, as screens show it.
pub(crate) fn from_millis(millis: i64) -> String {
    DateTime::from_timestamp_millis(millis)
        .map_or_else(String::new, |at| instant(at.fixed_offset()))
}
