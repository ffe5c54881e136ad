//! Wrong passphrases are counted: after five within a quarter of an hour the place is locked (CJIS Security
//! Policy AC-7).
//!
//! A laptop that has a one-time code stays locked until its supervisor reads that code out; it works without
//! a network. A place without one, above all the county itself, opens to the right passphrase again after the
//! quarter of an hour: nobody may be locked out of the only copy. What protects a stolen disk is the cost of
//! deriving the key, not this count, which lies beside the case file in plain sight.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::files;
use crate::outside::Outside;

/// Wrong passphrases that are forgiven.
const FORGIVEN: usize = 5;
/// How long a wrong passphrase counts, in milliseconds.
const COUNTS_FOR_MS: i64 = 15 * 60 * 1000;

/// When wrong passphrases were entered, and whether that locked the place.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
struct Tries {
    wrong_at_ms: Vec<i64>,
    locked: bool,
}

/// Refuses to try another passphrase at a locked place.
///
/// # Errors
/// [`Error::LockedOut`] until the one-time code is used; [`Error::LockedForNow`] at a place without one.
pub(super) fn ensure_may_try(folder: &Path, has_code: bool, outside: &Outside) -> Result<()> {
    let tries = read(folder);
    if has_code && tries.locked {
        return Err(Error::LockedOut);
    }
    let now = outside.clock.now().timestamp_millis();
    let recent: Vec<i64> = recent(&tries, now).collect();
    if recent.len() < FORGIVEN {
        return Ok(());
    }
    let last = recent.into_iter().max().unwrap_or(now);
    let left_ms = (last + COUNTS_FOR_MS - now).clamp(1, COUNTS_FOR_MS);
    Err(Error::LockedForNow {
        minutes: (left_ms + 59_999) / 60_000,
    })
}

/// Counts a wrong passphrase. A folder that cannot be written counts none: the right one still opens it.
pub(super) fn count_wrong(folder: &Path, outside: &Outside) {
    let now = outside.clock.now().timestamp_millis();
    let before = read(folder);
    let mut wrong_at_ms: Vec<i64> = recent(&before, now).collect();
    wrong_at_ms.push(now);
    let tries = Tries {
        locked: before.locked || wrong_at_ms.len() >= FORGIVEN,
        wrong_at_ms,
    };
    if let Ok(bytes) = serde_json::to_vec(&tries) {
        let _ = files::write_whole(&path_in(folder), &bytes);
    }
}

/// How many wrong passphrases came since the place was opened last, as far as they still count.
pub(super) fn wrong(folder: &Path) -> usize {
    read(folder).wrong_at_ms.len()
}

/// Forgets wrong passphrases once the place was opened.
pub(super) fn forget(folder: &Path) {
    let _ = fs::remove_file(path_in(folder));
}

/// A time ahead of the clock counts: somebody set the clock back.
fn recent(tries: &Tries, now: i64) -> impl Iterator<Item = i64> {
    let times = tries.wrong_at_ms.iter().copied();
    times.filter(move |at| now - at < COUNTS_FOR_MS)
}

fn read(folder: &Path) -> Tries {
    let bytes = fs::read(path_in(folder)).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

fn path_in(folder: &Path) -> PathBuf {
    folder.join("case.tries")
}
