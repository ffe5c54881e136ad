//! Promises to get in touch again.

mod store;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::{EntityId, Value};

pub use views::*;

use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::error::{Error, Result};
use crate::registry::{FOLLOW_UP, FOLLOW_UP_STATE};
use crate::start::Saved;
use crate::{codes, days, ids};

pub(crate) use store::{Due, due_until, of_victim};

/// Completes a follow-up, in place of what the row had shown.
pub fn complete(file: &mut CaseFile, follow_up_id: &str, state: &str, seen: &str) -> Result<Saved> {
    codes::ensure("follow_up_state", "state", state)?;
    let id = ids::parse(&FOLLOW_UP, follow_up_id)?;
    let seen = Seen::from_token(seen)?;
    let ((), changes) = file.change(Action::CompleteFollowUp, |change| {
        let now = store::state(change.conn(), id)?;
        if now != state && !FOLLOW_UP_STATE.leads(&now, state) {
            return Err(Error::StatusNotAllowed {
                from: now,
                to: state.to_owned(),
            });
        }
        change.edit(&FOLLOW_UP, id, &seen, [("state", Value::text(state))])
    })?;
    Ok(Saved::new(id, &changes))
}

/// Writes a new follow-up as part of a change.
pub(crate) fn write(
    change: &mut Change<'_>,
    victim: EntityId,
    due_on: &str,
    reason: &str,
) -> Result<EntityId> {
    codes::ensure("follow_up_reason", "reason", reason)?;
    let due_on = days::day("due_on", due_on)?;
    let fields = [
        ("victim", Value::Bytes(victim.0.to_vec())),
        ("due_on", Value::text(due_on.to_string())),
        ("reason", Value::text(reason)),
        ("state", Value::text("open")),
    ];
    Ok(change.create(&FOLLOW_UP, fields))
}

/// Marks a follow-up done as part of the contact with that victim that answers it.
pub(crate) fn answer(
    change: &mut Change<'_>,
    victim: EntityId,
    follow_up_id: &str,
) -> Result<EntityId> {
    let id = ids::parse(&FOLLOW_UP, follow_up_id)?;
    if store::victim(change.conn(), id)? != Some(victim) {
        return Err(Error::NotFound {
            record: FOLLOW_UP.name,
        });
    }
    if store::state(change.conn(), id)? == "open" {
        change.edit_current(&FOLLOW_UP, id, [("state", Value::text("done"))])?;
    }
    Ok(id)
}
