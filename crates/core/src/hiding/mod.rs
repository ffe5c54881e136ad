//! Hiding what was recorded by mistake: a way to reach a victim, a follow-up, a service, or a victim with whom
//! nothing was done yet. What was taken back ([`crate::undo`]) is hidden too, and brought back in the same way.
//!
//! Always true: nothing leaves the history, and what is hidden can be brought back here or elsewhere. What
//! somebody wrote apart from the hiding keeps the record visible, and the inbox asks. A victim with work
//! is not hidden by anybody; work that arrives for a hidden victim is pointed out.
//!
//! Not here: erasing. That needs a court's order.

mod store;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::{Deletion, Dot, EntityId, EntityState, FieldId};

pub use views::*;

use crate::casefile::{Action, CaseFile, Change, Seen, key, log, tables};
use crate::error::{Error, Result};
use crate::registry::{self, CONTACT_METHOD, FOLLOW_UP, Record, SERVICE_EVENT, VICTIM};
use crate::start::Saved;
use crate::{days, ids, inbox, undo};

/// What a person may hide.
pub(crate) const MAY_BE_HIDDEN: [&Record; 4] =
    [&CONTACT_METHOD, &FOLLOW_UP, &SERVICE_EVENT, &VICTIM];

/// Hides a record, named by its type, as far as the person saw it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::VictimHasWork`].
pub fn hide(file: &mut CaseFile, record: &str, id: &str, seen: &str) -> Result<Saved> {
    let (record, entity) = named(&MAY_BE_HIDDEN, record, id)?;
    let seen = Seen::from_token(seen)?;
    let ((), changes) = file.change(Action::Hide, |change| {
        hide_in(change, record, entity, &seen)
    })?;
    Ok(Saved::new(entity, &changes))
}

/// Brings a hidden record back.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::ChangedMeanwhile`] if it is not hidden.
pub fn bring_back(file: &mut CaseFile, record: &str, id: &str, seen: &str) -> Result<Saved> {
    let (record, entity) = named(&may_have_been_hidden(), record, id)?;
    let seen = Seen::from_token(seen)?;
    let ((), changes) = file.change(Action::BringBack, |change| {
        bring_back_in(change, record, entity, &seen)
    })?;
    Ok(Saved::new(entity, &changes))
}

/// What is hidden of a victim's record.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<HiddenView>> {
    let mut views = Vec::new();
    let belongs = |record: &&Record| record.fields.iter().any(|field| field.name == "victim");
    for record in may_have_been_hidden().into_iter().filter(belongs) {
        for entity in store::hidden_of_victim(file.conn(), record, victim)? {
            let state = load(file, record, entity)?;
            let kept = log::commit(file.conn(), last_hidden(file, &state)?)?;
            let origin = inbox::origin(file, &kept)?;
            views.push(HiddenView {
                record: record.name.to_owned(),
                id: ids::text(entity),
                values: inbox::covered(record, inbox::values_of(record, &state)),
                by: origin.by,
                place: origin.place,
                at: days::from_millis(kept.commit.header().wall_ms),
                seen: Seen::of(&state).token(),
            });
        }
    }
    Ok(views)
}

/// The last commit that hid a record, in the order that is the same on every machine.
fn last_hidden(file: &CaseFile, state: &EntityState) -> Result<Dot> {
    let mut last = None;
    for tombstone in &state.tombstones {
        let order = log::order(file.conn(), tombstone.dot)?;
        last = last.max(Some((order, tombstone.dot)));
    }
    last.map(|(_, dot)| dot).ok_or(Error::DamagedCaseFile)
}

/// As part of a change: hides a record, and with a victim the ways to reach her and her follow-ups.
pub(crate) fn hide_in(
    change: &mut Change<'_>,
    record: &'static Record,
    entity: EntityId,
    seen: &Seen,
) -> Result<()> {
    if record.id == VICTIM.id {
        if store::has_work(change.conn(), entity)? {
            return Err(Error::VictimHasWork);
        }
        for of_hers in [&CONTACT_METHOD, &FOLLOW_UP] {
            for part in store::shown_of_victim(change.conn(), of_hers, entity)? {
                let shown = Seen::of(&change.state(of_hers, part)?);
                change.delete(of_hers, part, &shown)?;
            }
        }
    }
    change.delete(record, entity, seen)
}

/// As part of a change: brings a record back, and with a victim what was hidden together with her.
pub(crate) fn bring_back_in(
    change: &mut Change<'_>,
    record: &'static Record,
    entity: EntityId,
    seen: &Seen,
) -> Result<()> {
    let state = change.state(record, entity)?;
    if state.deleted() == Deletion::No {
        return Err(Error::ChangedMeanwhile);
    }
    if record.id == VICTIM.id {
        let together = seen.heads(FieldId::TOMBSTONE);
        for of_hers in [&CONTACT_METHOD, &FOLLOW_UP] {
            for part in store::hidden_of_victim(change.conn(), of_hers, entity)? {
                let hidden = change.state(of_hers, part)?;
                let mut by = hidden.tombstones.iter().map(|tombstone| tombstone.dot);
                if by.any(|dot| together.contains(&dot)) {
                    change.undelete(of_hers, part, &Seen::of(&hidden))?;
                }
            }
        }
    }
    change.undelete(record, entity, seen)
}

/// The hidden victims about whom there is work that is not hidden.
pub(crate) fn hidden_victims_with_work(file: &CaseFile) -> Result<Vec<EntityId>> {
    store::hidden_victims_with_work(file.conn())
}

fn may_have_been_hidden() -> Vec<&'static Record> {
    let records = registry::RECORDS.iter().copied();
    records
        .filter(|record| undo::may_be_hidden(record))
        .collect()
}

fn named(known: &[&'static Record], record: &str, id: &str) -> Result<(&'static Record, EntityId)> {
    let record = known
        .iter()
        .copied()
        .find(|known| known.name == record)
        .ok_or(Error::InvalidInput { field: "record" })?;
    Ok((record, ids::parse(record, id)?))
}

fn load(file: &CaseFile, record: &Record, entity: EntityId) -> Result<EntityState> {
    tables::load(file.conn(), key(record, entity))?.ok_or(Error::DamagedCaseFile)
}
