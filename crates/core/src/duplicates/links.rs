//! Saying that two records are one person's, and taking it back.
//!
//! A link is an element of a set: it stands on the record with the smaller id and names the larger one. So it merges
//! like any set, a link made elsewhere survives an unlinking that never saw it, and no id is ever rewritten. Records
//! that are linked one to another are one person's; what stands in them stays in them, and taking a link away leaves
//! exactly what was before. "Not the same person" is kept in a second set, so that nobody is asked twice.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{EntityId, Value};

use super::store;
use rusqlite::Connection;

use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::error::{Error, Result};
use crate::ids;
use crate::registry::VICTIM;
use crate::start::Saved;

/// Links two records as one person's. Only a person decides this.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::InvalidInput`] if both are the same record.
pub fn link(file: &mut CaseFile, one: &str, other: &str) -> Result<Saved> {
    let (smaller, larger) = pair(one, other)?;
    let ((), changes) = file.change(Action::LinkPersons, |change| {
        change.state(&VICTIM, larger)?;
        take_out(change, smaller, larger, "not_same_as")?;
        put_in(change, smaller, larger, "same_as")
    })?;
    Ok(Saved::new(smaller, &changes))
}

/// Takes a link away, as far as it is known here. Each record is again what it was.
///
/// # Errors
/// [`Error::NotFound`] if the two are not linked one to the other.
pub fn unlink(file: &mut CaseFile, one: &str, other: &str) -> Result<Saved> {
    let (smaller, larger) = pair(one, other)?;
    let (removed, changes) = file.change(Action::UnlinkPersons, |change| {
        take_out(change, smaller, larger, "same_as")
    })?;
    if removed {
        Ok(Saved::new(smaller, &changes))
    } else {
        Err(Error::NotFound { record: "link" })
    }
}

/// Keeps that two records are not one person's, and takes away a link between them.
///
/// # Errors
/// As [`link`].
pub fn not_the_same(file: &mut CaseFile, one: &str, other: &str) -> Result<Saved> {
    let (smaller, larger) = pair(one, other)?;
    let ((), changes) = file.change(Action::TellPersonsApart, |change| {
        change.state(&VICTIM, larger)?;
        take_out(change, smaller, larger, "same_as")?;
        put_in(change, smaller, larger, "not_same_as")
    })?;
    Ok(Saved::new(smaller, &changes))
}

/// The records that are one person's with this one, itself among them, the smallest id first; also those that the
/// person here may not see, for what protects her in them.
pub(crate) fn records_of_person(file: &CaseFile, victim: EntityId) -> Result<Vec<EntityId>> {
    Ok(file.unseen(Links::load)?.person(victim))
}

/// Which records are linked.
pub(crate) struct Links(BTreeMap<EntityId, BTreeSet<EntityId>>);

impl Links {
    pub(crate) fn load(conn: &Connection) -> Result<Links> {
        let mut links: BTreeMap<EntityId, BTreeSet<EntityId>> = BTreeMap::new();
        for (smaller, larger) in store::links(conn)? {
            links.entry(smaller).or_default().insert(larger);
            links.entry(larger).or_default().insert(smaller);
        }
        Ok(Links(links))
    }

    /// All records of the person one record is about, the smallest id first: it stands for them.
    pub(crate) fn person(&self, victim: EntityId) -> Vec<EntityId> {
        let mut records = BTreeSet::from([victim]);
        let mut next = vec![victim];
        while let Some(record) = next.pop() {
            for linked in self.0.get(&record).into_iter().flatten() {
                if records.insert(*linked) {
                    next.push(*linked);
                }
            }
        }
        records.into_iter().collect()
    }

    /// All records of each person who has several, the smallest id first.
    pub(super) fn persons(&self) -> Vec<Vec<EntityId>> {
        let mut persons = Vec::new();
        let mut told = BTreeSet::new();
        for record in self.0.keys() {
            if !told.contains(record) {
                let records = self.person(*record);
                told.extend(records.iter().copied());
                persons.push(records);
            }
        }
        persons
    }

    /// The records one is linked to directly.
    pub(super) fn directly(&self, victim: EntityId) -> impl Iterator<Item = EntityId> {
        self.0.get(&victim).into_iter().flatten().copied()
    }
}

/// Two ids in the order a link is written in.
pub(super) fn pair(one: &str, other: &str) -> Result<(EntityId, EntityId)> {
    let (one, other) = (ids::parse(&VICTIM, one)?, ids::parse(&VICTIM, other)?);
    match one.cmp(&other) {
        std::cmp::Ordering::Less => Ok((one, other)),
        std::cmp::Ordering::Greater => Ok((other, one)),
        std::cmp::Ordering::Equal => Err(Error::InvalidInput { field: "victim" }),
    }
}

fn element(larger: EntityId) -> Value {
    Value::bytes(larger.0)
}

fn put_in(
    change: &mut Change<'_>,
    smaller: EntityId,
    larger: EntityId,
    set: &'static str,
) -> Result<()> {
    let state = change.state(&VICTIM, smaller)?;
    let stands = state.member_dots(VICTIM.field(set).field_id(), &element(larger));
    if stands.is_empty() {
        change.add(&VICTIM, smaller, set, [element(larger)]);
    }
    Ok(())
}

fn take_out(
    change: &mut Change<'_>,
    smaller: EntityId,
    larger: EntityId,
    set: &'static str,
) -> Result<bool> {
    let state = change.state(&VICTIM, smaller)?;
    let stands = state.member_dots(VICTIM.field(set).field_id(), &element(larger));
    if stands.is_empty() {
        return Ok(false);
    }
    change.remove(&VICTIM, smaller, &Seen::of(&state), set, [element(larger)])?;
    Ok(true)
}
