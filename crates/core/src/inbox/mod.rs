//! What waits for a person, as one list: things two people wrote differently, records that one hid while
//! another wrote in them, what is odd in what arrived, and records that may be one person's.
//!
//! Each comes with who, where, when by their clock, when it came here and in which file. Settling one is an
//! ordinary change that names what the screen showed; two people settling it apart is a conflict again.
//! The list is a function of the history: it is the same on every machine that has the same commits, and
//! nothing leaves it by itself. Safety comes first, then how somebody is reached, then the rest.

mod conflicts;
mod names;
#[cfg(test)]
mod naming_tests;
mod problems;
mod provenance;
mod removals;
mod same_person;
mod store;
#[cfg(test)]
mod tests;
mod values;
mod views;

use std::collections::BTreeSet;

use countyline_ledger::EntityId;

pub use conflicts::{conflicts, resolve};
pub(crate) use names::part_in_words;
pub(crate) use provenance::{Origins, origin};
pub(crate) use values::{covered, labelled, not_said, of_side, one_labelled, values_of};
pub use views::*;

use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::ids;
use crate::looks::Looked;
use crate::registry::{self, Field, Record, VICTIM};
use crate::roles::Deed;
use crate::start::Saved;

/// Things that wait which a screen shows at a time.
const SHOWN: usize = 20;

/// Everything that waits, the most urgent first, and last what is only suggested.
///
/// # Errors
/// [`Error::RoleMayNot`] to those who decide nothing.
pub fn items(file: &CaseFile) -> Result<Vec<InboxItem>> {
    file.ensure_may(Deed::Deciding)?;
    let mut items = shown(file, decisions(file)?)?;
    items.extend(same_person::items(file, same_person::waiting(file)?)?);
    Ok(items)
}

/// The first of [`items`], as many as a screen shows, and how many there are. What is settled makes room for the next.
///
/// # Errors
/// As [`items`].
pub fn first(file: &CaseFile) -> Result<InboxView> {
    file.ensure_may(Deed::Deciding)?;
    let decisions = decisions(file)?;
    let all = decisions.len() + same_person::count(file)?;
    let mut first = shown(file, decisions.into_iter().take(SHOWN))?;
    let pairs = same_person::first(file, SHOWN - first.len())?;
    first.extend(same_person::items(file, pairs)?);
    Ok(InboxView {
        all: i32::try_from(all).unwrap_or(i32::MAX),
        first,
    })
}

/// Something that waits for a decision or to be seen, before it is looked at closely.
enum Waiting {
    Conflict(&'static Record, EntityId, &'static Field),
    Removal(&'static Record, EntityId),
    Work(EntityId),
    Odd(Box<InboxItem>),
}

impl Waiting {
    fn urgency(&self) -> Urgency {
        match self {
            Waiting::Conflict(record, _, field) => Urgency::of(record, Some(field)),
            Waiting::Removal(record, _) => Urgency::of(record, None),
            Waiting::Work(_) => Urgency::Safety,
            Waiting::Odd(item) => Urgency::of_code(&item.urgency),
        }
    }

    fn item(self, file: &CaseFile) -> Result<InboxItem> {
        match self {
            Waiting::Conflict(record, entity, field) => {
                conflicts::item(file, record, entity, field)
            }
            Waiting::Removal(record, entity) => removals::item(file, record, entity),
            Waiting::Work(victim) => removals::work_item(file, victim),
            Waiting::Odd(item) => Ok(*item),
        }
    }
}

/// Everything but suggestions, the most urgent first.
fn decisions(file: &CaseFile) -> Result<Vec<Waiting>> {
    let conflicts = store::open(file.conn())?.into_iter();
    let mut all: Vec<Waiting> = conflicts
        .map(|(record, entity, field)| Waiting::Conflict(record, entity, field))
        .collect();
    let removals = removals::waiting(file)?.into_iter();
    all.extend(removals.map(|(record, entity)| Waiting::Removal(record, entity)));
    all.extend(removals::work(file)?.into_iter().map(Waiting::Work));
    let odd = problems::items(file)?.into_iter();
    all.extend(odd.map(|item| Waiting::Odd(Box::new(item))));
    all.sort_by_key(Waiting::urgency);
    Ok(all)
}

fn shown(file: &CaseFile, waiting: impl IntoIterator<Item = Waiting>) -> Result<Vec<InboxItem>> {
    let waiting = waiting.into_iter();
    waiting.map(|waiting| waiting.item(file)).collect()
}

/// One of the things that wait.
///
/// # Errors
/// [`Error::NotFound`] if it does not wait, or no more.
pub fn item(file: &CaseFile, id: &str) -> Result<InboxItem> {
    let item = item_unnoted(file, id)?;
    for victim in item.victim_id.iter() {
        file.looked_at(Looked::Decision, ids::parse(&VICTIM, victim)?);
    }
    Ok(item)
}

/// The same in a rehearsal, of which nothing stays.
pub(crate) fn item_unnoted(file: &CaseFile, id: &str) -> Result<InboxItem> {
    let item = match same_person::is_one(id) {
        true => {
            file.ensure_may(Deed::Deciding)?;
            same_person::item_named(file, id)?
        }
        false => {
            file.ensure_may(Deed::Deciding)?;
            let all = shown(file, decisions(file)?)?;
            all.into_iter().find(|item| item.id == id)
        }
    };
    item.ok_or(Error::NotFound { record: "item" })
}

/// Settles what waits in one of the ways it offers.
///
/// # Errors
/// [`Error::NotFound`] if it does not wait; [`Error::InvalidInput`] if it does not offer that way;
/// [`Error::ChangedMeanwhile`] if the side chosen is not there any more. Nothing is changed then.
pub fn settle(file: &mut CaseFile, id: &str, settlement: &Settlement) -> Result<Saved> {
    let item = item(file, id)?;
    if !item.ways.contains(&settlement.way) {
        return Err(Error::InvalidInput { field: "way" });
    }
    match settlement.way.as_str() {
        "side" | "other" | "both" => conflicts::settle(file, id, settlement),
        "keep" | "hide" => removals::settle(file, id, settlement),
        "same" | "not_same" => same_person::settle(file, id, &settlement.way),
        _ => problems::mark_seen(file, id),
    }
}

/// What a record is about: a case number or an agency.
pub(crate) fn about(file: &CaseFile, record: &'static Record, entity: EntityId) -> Result<String> {
    store::about(file.conn(), record, entity).map(|(about, _)| about)
}

/// How many decisions wait: conflicts, and records one hid while another wrote in them.
pub(crate) fn count(file: &CaseFile) -> Result<i32> {
    file.unseen(|conn| {
        let removals = i32::try_from(removals::waiting(file)?.len()).unwrap_or(i32::MAX);
        Ok(store::count(conn)?.saturating_add(removals))
    })
}

/// How many pairs of records may be one person's, and nobody has said whether they are.
pub fn suggestions(file: &CaseFile) -> Result<i32> {
    Ok(i32::try_from(same_person::count(file)?).unwrap_or(i32::MAX))
}

/// What these pairs are called, on every machine.
pub(crate) fn suggested(file: &CaseFile) -> Result<BTreeSet<String>> {
    let pairs = same_person::waiting(file)?.into_iter();
    Ok(pairs.map(same_person::name).collect())
}

/// What the decisions that wait are called, on every machine.
pub(crate) fn waiting(file: &CaseFile) -> Result<BTreeSet<String>> {
    file.unseen(|conn| {
        let mut waiting = BTreeSet::new();
        for (record, entity, field) in store::open(conn)? {
            waiting.insert(name(record, entity, field.name));
        }
        for (record, entity) in removals::waiting(file)? {
            waiting.insert(name(record, entity, removals::DELETED));
        }
        Ok(waiting)
    })
}

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    /// A victim's safety depends on it.
    Safety,
    /// How somebody is reached.
    Contact,
    Other,
}

impl Urgency {
    fn of(record: &Record, field: Option<&Field>) -> Urgency {
        let reaches = |field: &Field| {
            matches!(
                field.name,
                "way" | "name" | "language" | "phone" | "hours" | "address"
            )
        };
        match field {
            Some(field) if field.is_protective() => Urgency::Safety,
            None if record.fields.iter().any(Field::is_protective) => Urgency::Safety,
            Some(field) if reaches(field) => Urgency::Contact,
            _ => Urgency::Other,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Urgency::Safety => "safety",
            Urgency::Contact => "contact",
            Urgency::Other => "other",
        }
    }

    fn of_code(code: &str) -> Urgency {
        match code {
            "safety" => Urgency::Safety,
            "contact" => Urgency::Contact,
            _ => Urgency::Other,
        }
    }
}

fn name(record: &Record, entity: EntityId, part: &str) -> String {
    format!("{}/{}/{part}", record.name, ids::text(entity))
}

/// The record and the part of it that such a name names.
fn parse(id: &str) -> Option<(&'static Record, EntityId, &str)> {
    let mut parts = id.split('/');
    let (record, entity, part) = (parts.next()?, parts.next()?, parts.next()?);
    let record = registry::RECORDS
        .iter()
        .find(|known| known.name == record)?;
    let entity = ids::parse(record, entity).ok()?;
    parts.next().is_none().then_some((*record, entity, part))
}
