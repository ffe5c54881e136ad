//! Need to know: a victim whose record is restricted goes to the county and to the laptops that need it.
//!
//! Those are the laptops that wrote about her and those of the people named for her; a sealed one goes to the
//! latter only. To every other laptop what is hers goes as digests: that something was written is known, what it
//! was is not, and the chain holds. A laptop says every week what it holds in part only; once it may see more of
//! it, that comes with the next return. While any record is restricted, so does what is about a victim nobody
//! knows yet, because the commits that name her have not come.
//!
//! Not prevented: what a laptop had before a record was restricted, it keeps.

mod whose;

use std::collections::BTreeSet;

use countyline_bundle::KeyId;
use countyline_ledger::{Commit, Dot, EntityId, EraseFilter, Op, OrderId, Salts, Value};
use rusqlite::{Connection, named_params};

use crate::casefile::{Action, CaseFile, Seen, log};
use crate::error::{Error, Result};
use crate::registry::{Registry, STAFF, VICTIM};
use crate::start::Saved;
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};
use crate::{ids, incidents};
use whose::Whose;

/// Restricts a victim's record, or opens it to every laptop again, in place of what the page had shown. A
/// restriction that another place set meanwhile holds until a person decides.
///
/// # Errors
/// [`Error::NotFound`]; nothing is written then.
pub fn restrict(file: &mut CaseFile, victim_id: &str, on: bool, seen: &str) -> Result<Saved> {
    let (id, seen) = (ids::parse(&VICTIM, victim_id)?, Seen::from_token(seen)?);
    let ((), changes) = file.change(Action::RestrictVictim, |change| {
        change.state(&VICTIM, id)?;
        change.edit(&VICTIM, id, &seen, [("restricted", Value::Bool(on))])
    })?;
    Ok(Saved::new(id, &changes))
}

/// Names a person who works here for a victim, so that his or her laptop gets her record.
///
/// # Errors
/// [`Error::NotFound`]; nothing is written then.
pub fn name_for(file: &mut CaseFile, victim_id: &str, staff_id: &str) -> Result<Saved> {
    let id = ids::parse(&VICTIM, victim_id)?;
    let staff = ids::parse(&STAFF, staff_id)?;
    let ((), changes) = file.change(Action::RestrictVictim, |change| {
        change.state(&VICTIM, id)?;
        change.state(&STAFF, staff)?;
        change.add(&VICTIM, id, "named_staff", [Value::bytes(staff.0)]);
        Ok(())
    })?;
    Ok(Saved::new(id, &changes))
}

/// Takes a person's name off a victim's record, as far as the page had shown it: his or her laptop gets nothing new of
/// it, and a volunteer no longer sees it.
///
/// # Errors
/// [`Error::NotFound`]; nothing is written then.
pub fn no_longer_name_for(
    file: &mut CaseFile,
    victim_id: &str,
    staff_id: &str,
    seen: &str,
) -> Result<Saved> {
    let (id, seen) = (ids::parse(&VICTIM, victim_id)?, Seen::from_token(seen)?);
    let staff = ids::parse(&STAFF, staff_id)?;
    let ((), changes) = file.change(Action::RestrictVictim, |change| {
        let named = Value::bytes(staff.0);
        change.remove(&VICTIM, id, &seen, "named_staff", [named])
    })?;
    Ok(Saved::new(id, &changes))
}

/// The people who work here, by id and name.
///
/// # Errors
/// [`Error::Storage`].
pub fn staff(file: &CaseFile) -> Result<Vec<(String, String)>> {
    let mut statement = file
        .conn()
        .prepare_cached("SELECT id, coalesce(name, '') FROM staff ORDER BY name, id")
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            Ok((ids::text(EntityId(row.get(0)?)), row.get(1)?))
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// What is kept from one laptop.
#[derive(Debug, Default)]
pub(crate) struct Withheld(EraseFilter);

impl Withheld {
    /// What of the records here must not go to the laptop that signs with this key.
    pub(crate) fn from_laptop(conn: &Connection, key: KeyId) -> Result<Withheld> {
        let mut withheld = Withheld::default();
        let restricted = restricted(conn)?;
        #[cfg(any(test, feature = "testing"))]
        let restricted = match breaks(Broken::NothingWithheld) {
            true => BTreeSet::new(),
            false => restricted,
        };
        if restricted.is_empty() {
            return Ok(withheld);
        }
        let logs = logs_of(conn, key)?;
        let whose = Whose::read(conn, &logs)?;
        let wrote = whose.written_about(&restricted);
        let people = people_of(conn, &logs)?;
        let sealed = sealed(conn)?;
        let mut hidden = whose.without_beginning();
        for victim in restricted {
            let needs_it = wrote.contains(&victim) && !sealed.contains(&victim);
            match needs_it || is_named(conn, victim, &people)? {
                true => hidden.remove(&victim),
                false => hidden.insert(victim),
            };
        }
        hidden.extend(whose.of(&hidden));
        hidden.extend(incidents::nobody_elses(conn, &hidden)?);
        for entity in hidden {
            withheld.0.cover_record(OrderId([0; 16]), entity);
        }
        Ok(withheld)
    }

    /// Whether the laptop may see an operation.
    fn may_see(&self, op: &Op) -> bool {
        self.0.order_for(&Registry, op).is_none()
    }

    /// Whether a laptop that holds a commit in part only might hold more of it: nothing of it is kept from the
    /// laptop any more, or of what it may see something is about a record.
    ///
    /// # Errors
    /// [`Error::BrokenHistory`].
    pub(crate) fn shows_more(&self, commit: &Commit) -> Result<bool> {
        let ops = commit.ops().map_err(Error::BrokenHistory)?;
        let is_shown = |op: &Op| self.may_see(op) && entity_of(op).is_some();
        Ok(ops.iter().all(|(_, op)| self.may_see(op)) || ops.iter().any(|(_, op)| is_shown(op)))
    }

    /// The commit as the laptop may have it; `None` if whole.
    ///
    /// # Errors
    /// [`Error::BrokenHistory`].
    pub(crate) fn reduce(&self, commit: &Commit, salts: &impl Salts) -> Result<Option<Commit>> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let ops = commit.ops().map_err(Error::BrokenHistory)?;
        let hidden = ops.iter().filter(|(_, op)| !self.may_see(op));
        let places: BTreeSet<usize> = hidden.map(|(place, _)| *place).collect();
        if places.is_empty() {
            return Ok(None);
        }
        let reduced = commit.without_ops(&places, salts, None);
        reduced.map(Some).map_err(Error::BrokenHistory)
    }
}

/// The victims whose record is restricted, or more than that.
fn restricted(conn: &Connection) -> Result<BTreeSet<EntityId>> {
    victims_where(conn, "restricted = 1 OR sealed = 1")
}

/// The victims whose record is sealed.
fn sealed(conn: &Connection) -> Result<BTreeSet<EntityId>> {
    victims_where(conn, "sealed = 1")
}

fn victims_where(conn: &Connection, condition: &'static str) -> Result<BTreeSet<EntityId>> {
    let mut statement = conn
        .prepare_cached(&format!("SELECT id FROM victim WHERE {condition}"))
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| Ok(EntityId(row.get(0)?)))
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The logs, in all their branches, that this key vouched for.
pub(crate) fn logs_of(conn: &Connection, key: KeyId) -> Result<BTreeSet<u32>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT log_rid FROM log WHERE log_id IN
                (SELECT log_id FROM attestation JOIN log USING (log_rid) WHERE key = :key)",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":key": key.0 }, |row| row.get(0))
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The people who sit before these logs: each writes herself down when her place is made, at the beginning of its
/// first log. Whom else a log says something of, where a later one or a branch begins with it, is no matter.
pub(crate) fn people_of(conn: &Connection, logs: &BTreeSet<u32>) -> Result<BTreeSet<EntityId>> {
    /// Commits at the beginning of a log among which that one is.
    const BEGINNING: u64 = 16;
    let mut people = BTreeSet::new();
    for branch in log::logs(conn)? {
        if !logs.contains(&branch.log_rid) {
            continue;
        }
        let first = Dot::new(branch.log_rid, branch.branch_from);
        let last = branch.last_seq.min(branch.branch_from + BEGINNING);
        let mut found = None;
        log::each_commit(conn, first, Dot::new(branch.log_rid, last), |_, kept| {
            let writer = EntityId(kept.commit.header().actor.0);
            for (_, op) in kept.commit.ops().map_err(Error::BrokenHistory)? {
                if let Op::Set { record, entity, .. } = op
                    && record == STAFF.record_type()
                    && entity == writer
                {
                    found = found.or(Some(entity));
                }
            }
            Ok(found.is_none())
        })?;
        people.extend(found);
    }
    Ok(people)
}

fn is_named(conn: &Connection, victim: EntityId, people: &BTreeSet<EntityId>) -> Result<bool> {
    let key = crate::casefile::key(&VICTIM, victim);
    let state = crate::casefile::tables::load(conn, key)?;
    let named = state.map(|state| state.elements(VICTIM.field("named_staff").field_id()));
    Ok(named.unwrap_or_default().iter().any(|staff| match staff {
        Value::Bytes(id) => people
            .iter()
            .any(|person| person.0.as_slice() == id.as_slice()),
        _ => false,
    }))
}

fn entity_of(op: &Op) -> Option<EntityId> {
    match op {
        Op::Set { entity, .. }
        | Op::Add { entity, .. }
        | Op::Remove { entity, .. }
        | Op::Delete { entity, .. } => Some(*entity),
        Op::Erase { .. } | Op::Audit { .. } | Op::Unknown(_) => None,
    }
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read who needs to know", source)
}

#[cfg(test)]
mod tests;
