//! What goes into a bundle and what comes out of one; enrolling a laptop, and joining an office.
//!
//! *Up.* [`send_week`] writes everything of a laptop's own that the county has not confirmed, everything the
//! county said that it lacks, whoever wrote it, and what the laptop holds. So a lost stick heals itself.
//! [`merge`] takes weeks in at the county.
//!
//! *Down.* [`hand_back`] writes for each laptop what it lacks, what of its own is safe at the county, what the
//! county lacks, and the newest roster. [`receive`] takes that in. A confirmation is a hash the laptop
//! compares with its own chain; nothing that was not confirmed is ever dropped.
//!
//! Files are written whole or not at all and read back before anyone is told to take the stick out. Names
//! on a stick say nothing about who or what. A bundle is refused, kept aside ([`parked`]) or merged as a
//! whole; one that came before, or whose commits all came in another, changes nothing. What a person should
//! know about histories is in [`notices`], how each laptop stands in [`laptops`].
//!
//! Enrolment needs no network and no camera: the laptop writes a request and shows six words over its
//! keys; the county writes a welcome and shows six words over its own; both pairs are compared aloud. A
//! welcome holds everything the laptop may see, in as many files as that takes.
//! What a bundle's bytes look like is the bundle crate's; what a permit is, that of [`releases`]. Why a
//! place ends its log and begins another stands in [`own_log`](crate::casefile::own_log).
//!
//! [`releases`]: crate::releases

mod arriving;
mod blocks;
mod enrolment;
mod epochs;
mod heard;
mod holdings;
mod in_part;
mod laptops;
mod merging;
mod notices;
mod parked;
mod parts;
mod received;
mod receiving;
mod reduced;
mod rehearsal;
mod returning;
mod revoking;
pub(crate) mod roster;
mod round;
mod sealing;
mod sending;
mod spelled;
mod standing;
mod statements;
mod store;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod undoing;
mod views;
mod welcome;

#[cfg(test)]
mod epochs_tests;
#[cfg(test)]
mod parked_tests;
#[cfg(test)]
mod restored_tests;
#[cfg(test)]
mod returning_tests;
#[cfg(test)]
mod revoking_tests;
#[cfg(test)]
mod set_back_tests;
#[cfg(test)]
mod stopping_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod undoing_tests;
#[cfg(test)]
mod welcome_tests;

pub(crate) use enrolment::my_enrolment_spelled;
pub use enrolment::{
    enrol_laptop, enrol_laptop_in_parts, my_enrolment, read_enrolment, write_enrolment,
};
pub use epochs::{destroy_key, keys, replace_key};
pub use laptops::{LATE_AFTER_DAYS, laptops};
pub use merging::{bundles_in, bundles_named, inspect, merge, read_bundles, returns_in};
pub(crate) use notices::note_new_log;
pub use notices::{notices, settle_notice};
pub use parked::{forget_parked, parked, retry_parked};
pub use parts::PartSize;
pub use receiving::receive;
pub(crate) use reduced::erase_in_waiting_files;
pub use rehearsal::rehearse_merge;
pub use returning::{county_restored, hand_back, hand_back_in_parts};
pub use revoking::{
    keep_out_revoked_work, read_revoked_work, renew_keys, revoke_laptop, take_in_revoked_work,
};
pub(crate) use roster::found_roster;
pub(crate) use sending::{changes_waiting, changes_waiting_of};
pub use sending::{send_state, send_week, send_week_in_parts};
pub use standing::{REMIND_AFTER_DAYS, Standing, days_without_return, standing};
pub(crate) use statements::{begin_epoch, known_as_of};
pub(crate) use undoing::let_go_of_merged_files;
pub use undoing::{files_taken_back, merge_to_undo, undo_merge};
pub use views::*;
pub use welcome::{accept_welcome, read_welcome};

use std::path::{Path, PathBuf};

use crate::casefile::CaseFile;
use crate::days;
use crate::error::{Error, Result};
use crate::outside::Random;

/// When this place last sent its week, RFC 3339.
pub(crate) fn last_sent_at(file: &CaseFile) -> Result<Option<String>> {
    Ok(store::sent(file.conn())?
        .into_iter()
        .next()
        .map(|sent| sent.made_at))
}

/// Beside the case file, for the door: when this place last sent its week. It says no more than the files on the stick.
const LAST_SENT: &str = "last-sent";

/// The same without the key; none if it is not known.
pub(crate) fn last_sent_in(folder: &Path) -> Option<String> {
    days::kept_instant(&folder.join(LAST_SENT))
}

/// A name that says nothing: a word for the kind and eight random letters.
fn neutral_name(kind: &str, random: &mut dyn Random) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = [0u8; 8];
    random.fill(&mut bytes);
    let letters: String = bytes
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .collect();
    format!("{kind}-{letters}.clb")
}

/// A folder that is there.
fn folder(path: &Path) -> Result<PathBuf> {
    if path.is_dir() {
        Ok(path.to_owned())
    } else {
        Err(Error::FolderNotFound)
    }
}

fn count(number: u64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
