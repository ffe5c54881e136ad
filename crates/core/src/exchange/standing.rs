//! How a laptop stands with its county, as the newest roster it knows says.
//!
//! A laptop that was revoked says so plainly. It erases nothing and keeps recording: what it wrote may be
//! the only copy there is, and the county decides about it when it comes. One that has taken in nothing from
//! its county for a month reminds of it, and locks nobody out: a deputy at two in the morning needs a
//! victim's safe number more than the county needs a return.

use chrono::DateTime;

use super::{roster, store};
use crate::casefile::{CaseFile, PlaceKind};
use crate::days;
use crate::error::{Error, Result};

/// After how many days without anything taken in from its county a laptop reminds of it.
pub const REMIND_AFTER_DAYS: i64 = 30;

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// On the roster.
    Enrolled,
    /// Struck from it.
    Revoked {
        /// When, by the county's clock, RFC 3339.
        at: String,
    },
    /// Not on it under its present keys: the county has still to enroll it, or to do so anew.
    NotEnrolled,
}

/// How this laptop stands.
///
/// # Errors
/// [`Error::OnlyLaptop`].
pub fn standing(file: &CaseFile) -> Result<Standing> {
    let place = file.place();
    place.ensure_laptop()?;
    let roster = match roster::current(file) {
        Ok((roster, _)) => roster,
        Err(Error::NotJoined) => return Ok(Standing::NotEnrolled),
        Err(refused) => return Err(refused),
    };
    Ok(match roster.entry(&place.device) {
        None => Standing::NotEnrolled,
        Some(entry) => match &entry.revoked {
            Some(revoked) => Standing::Revoked {
                at: days::from_millis(revoked.at_ms),
            },
            None => Standing::Enrolled,
        },
    })
}

/// For how many days a laptop has taken in nothing from its county, if that is long enough to be reminded of;
/// always none at the county. A clock that was put back is no reason to remind.
///
/// # Errors
/// Those of reading the case file.
pub fn days_without_return(file: &CaseFile) -> Result<Option<i32>> {
    if file.place().kind != PlaceKind::Laptop {
        return Ok(None);
    }
    let last = store::last_received_at(file.conn())?;
    let last = last.and_then(|last| DateTime::parse_from_rfc3339(&last).ok());
    let days = last.map_or(0, |last| (file.now() - last).num_days());
    let is_long = days > REMIND_AFTER_DAYS;
    Ok(is_long.then(|| i32::try_from(days).unwrap_or(i32::MAX)))
}
