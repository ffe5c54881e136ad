//! How long a release may hold (`assets/policies/release.json`, with its sources).

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};

use crate::error::{Error, Result};

#[derive(serde::Deserialize)]
struct Policy {
    most_days: u64,
}

static POLICY: LazyLock<Policy> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../assets/policies/release.json"))
        .expect("assets/policies is part of the program and was read by its tests")
});

/// Refuses a release that would hold longer than any may.
///
/// # Errors
/// [`Error::ReleaseTooLong`] with the last day it may end on.
pub(super) fn ensure_limited(begins: NaiveDate, ends: NaiveDate) -> Result<()> {
    let last = begins
        .checked_add_days(Days::new(POLICY.most_days))
        .unwrap_or(NaiveDate::MAX);
    match ends <= last {
        true => Ok(()),
        false => Err(Error::ReleaseTooLong {
            days: POLICY.most_days,
            until: last.to_string(),
        }),
    }
}
