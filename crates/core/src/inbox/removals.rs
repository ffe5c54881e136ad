//! Records that somebody hid while somebody else wrote in them, and hidden victims for whom work arrived.
//!
//! Both stay as safe as they were: the first is shown, the second is listed here. Two ways out: keep it, or
//! hide it anyway, now that everything in it was seen.

use countyline_ledger::{EntityId, EntityState};

use super::provenance::origin_of;
use super::{InboxItem, Settlement, Urgency, covered, name, parse, problems, store, values_of};
use crate::casefile::{Action, CaseFile, Seen, key, tables};
use crate::error::{Error, Result};
use crate::registry::{Record, VICTIM};
use crate::start::Saved;
use crate::{hiding, ids};

/// What a deletion is called where a field's name would stand.
pub(super) const DELETED: &str = "deleted";

/// What work for a hidden victim is called there.
const WORK: &str = "work";

/// The records hidden by one while another wrote in them.
pub(super) fn waiting(file: &CaseFile) -> Result<Vec<(&'static Record, EntityId)>> {
    store::hidden_while_edited(file.conn())
}

/// The hidden victims for whom work arrived that nobody has seen.
pub(super) fn work(file: &CaseFile) -> Result<Vec<EntityId>> {
    let mut victims = hiding::hidden_victims_with_work(file)?;
    if !victims.is_empty() {
        let seen = problems::seen(file)?;
        victims.retain(|victim| !seen.contains(&name(&VICTIM, *victim, WORK)));
    }
    Ok(victims)
}

/// A record hidden by one while another wrote in it.
pub(super) fn item(
    file: &CaseFile,
    record: &'static Record,
    entity: EntityId,
) -> Result<InboxItem> {
    let state = load(file, record, entity)?;
    let mut item = one(file, record, &state, DELETED, "deleted_while_edited")?;
    item.urgency = Urgency::of(record, None).code().to_owned();
    item.ways = vec!["keep".to_owned(), "hide".to_owned()];
    let unseen = state.all_heads().into_iter().filter(|head| {
        let mut tombstones = state.tombstones.iter();
        !tombstones.any(|tombstone| tombstone.seen.contains(head))
    });
    for dot in unseen {
        item.written_by.push(origin_of(file, dot)?);
    }
    Ok(item)
}

/// A hidden victim for whom work arrived.
pub(super) fn work_item(file: &CaseFile, victim: EntityId) -> Result<InboxItem> {
    let state = load(file, &VICTIM, victim)?;
    let mut item = one(file, &VICTIM, &state, WORK, "hidden_with_work")?;
    item.urgency = Urgency::Safety.code().to_owned();
    item.ways = vec!["keep".to_owned(), "seen".to_owned()];
    Ok(item)
}

/// Keeps the record, or hides it anyway.
pub(super) fn settle(file: &mut CaseFile, id: &str, settlement: &Settlement) -> Result<Saved> {
    let (record, entity, part) = parse(id).ok_or(Error::NotFound { record: "item" })?;
    let seen = Seen::from_token(&settlement.seen)?;
    let ((), changes) = if settlement.way == "hide" {
        file.change(Action::Hide, |change| change.delete(record, entity, &seen))?
    } else if part == WORK {
        file.change(Action::BringBack, |change| {
            hiding::bring_back_in(change, record, entity, &seen)
        })?
    } else {
        file.change(Action::BringBack, |change| {
            change.undelete(record, entity, &seen)
        })?
    };
    Ok(Saved::new(entity, &changes))
}

fn one(
    file: &CaseFile,
    record: &'static Record,
    state: &EntityState,
    part: &str,
    kind: &str,
) -> Result<InboxItem> {
    let (about, victim) = store::about(file.conn(), record, state.id)?;
    let mut item = InboxItem {
        id: name(record, state.id, part),
        kind: kind.to_owned(),
        urgency: Urgency::Other.code().to_owned(),
        record: record.name.to_owned(),
        field: String::new(),
        about,
        victim_id: victim.map(ids::text),
        origins: Vec::new(),
        written_by: Vec::new(),
        values: covered(record, values_of(record, state)),
        victims: Vec::new(),
        ways: Vec::new(),
        seen: Seen::of(state).token(),
        conflict: None,
        candidate: None,
    };
    for tombstone in &state.tombstones {
        item.origins.push(origin_of(file, tombstone.dot)?);
    }
    Ok(item)
}

fn load(file: &CaseFile, record: &Record, entity: EntityId) -> Result<EntityState> {
    tables::load(file.conn(), key(record, entity))?.ok_or(Error::DamagedCaseFile)
}
