//! How a laptop stands with its county, as the newest roster it knows says.
//!
//! A laptop that was revoked says so plainly. It erases nothing and keeps recording: what it wrote may be
//! the only copy there is, and the county decides about it when it comes.

use super::roster;
use crate::casefile::CaseFile;
use crate::days;
use crate::error::{Error, Result};

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
