//! Taking back what was saved a moment ago: for ten minutes, and nothing of it leaves the history.
//!
//! What is taken back is the last commit of this session, as a whole and in one transaction: a record that it made is
//! hidden as a mistake, a field has again what stood there before, an element goes out of its set or comes back. The
//! commit that takes back is a commit like any other, and can be taken back itself.
//!
//! Always true: what somebody wrote since stays, and then nothing is taken back; no protection falls, whatever its
//! form would ask; what was sent, told, printed or erased happened, and says so ([`rules`]).
//!
//! Not here: taking back a merge ([`crate::exchange`]), parting linked persons ([`crate::duplicates`]); what was typed in
//! the form, which the window gives back as a draft.

mod plan;
mod rules;
mod views;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

use std::time::Duration;

use countyline_ledger::{Deletion, EntityId, EntityState};
use rusqlite::Connection;

pub use rules::Why;
pub(crate) use rules::may_be_hidden;
pub use views::*;

use crate::casefile::{Action, CaseFile, Latest, log};
use crate::error::{Error, Result};
use crate::roles;
use crate::start::Saved;
use plan::Plan;

/// How long something can be taken back.
const OFFERED_FOR: Duration = Duration::from_secs(10 * 60);

/// What would be taken back now, or why it cannot be; none if nothing was saved lately.
///
/// # Errors
/// [`Error::Storage`].
pub fn offered(file: &CaseFile) -> Result<Option<UndoView>> {
    let Some(latest) = lately(file) else {
        return Ok(None);
    };
    let left = OFFERED_FOR.saturating_sub(file.since(&latest));
    let (record, refusal) = match judged(file, &latest) {
        Ok(plan) => (plan.main().name, None),
        Err(
            refused @ (Error::NotTakenBack { .. }
            | Error::WrittenSince { .. }
            | Error::RoleMayNot { .. }),
        ) => ("", Some(refused.failure())),
        Err(failed) => return Err(failed),
    };
    Ok(Some(UndoView {
        commit: latest.dot.to_i64().to_string(),
        record: record.to_owned(),
        takes_back: !latest.takes_back,
        seconds_left: i32::try_from(left.as_secs()).unwrap_or(i32::MAX),
        refusal,
    }))
}

/// Takes back the commit that was offered.
///
/// # Errors
/// [`Error::NotTakenBack`]; [`Error::WrittenSince`]; [`Error::RoleMayNot`] to who might not have written it; those of a change.
pub fn take_back(file: &mut CaseFile, commit: &str) -> Result<Saved> {
    let latest = lately(file).filter(|latest| latest.dot.to_i64().to_string() == commit);
    let latest = latest.ok_or(Why::Over.refusal())?;
    ensure_may(file, &latest)?;
    let (main, changes): (EntityId, _) = file.change(Action::TakeBack, |change| {
        let plan = Plan::of(change.conn(), latest.dot)?;
        plan.carry_out(change, latest.dot)
    })?;
    Ok(Saved::new(main, &changes))
}

/// Whether a record is hidden because what made it was taken back.
pub(crate) fn was_taken_back(state: &EntityState, conn: &Connection) -> Result<bool> {
    if state.deleted() != Deletion::Hidden {
        return Ok(false);
    }
    for tombstone in &state.tombstones {
        let kept = log::commit(conn, tombstone.dot)?;
        if kept.commit.header().action != Action::TakeBack as u16 {
            return Ok(false);
        }
    }
    Ok(true)
}

fn lately(file: &CaseFile) -> Option<Latest> {
    file.latest()
        .filter(|latest| file.since(latest) < OFFERED_FOR)
}

fn judged(file: &CaseFile, latest: &Latest) -> Result<Plan> {
    ensure_may(file, latest)?;
    // It names kinds of records and who works here, and nobody else.
    file.unseen(|conn| Plan::of(conn, latest.dot))
}

/// Taking back asks for the same right as doing did.
fn ensure_may(file: &CaseFile, latest: &Latest) -> Result<()> {
    file.ensure_may(roles::deed(latest.action))?;
    match rules::of_action(latest.action) {
        None => Ok(()),
        Some(why) => Err(why.refusal()),
    }
}
