//! Whose each record is and what was written where, as the whole history says it: whichever log comes first, and
//! whichever has gaps.

use std::collections::BTreeSet;

use countyline_ledger::{Dot, EntityId, Op, Owner, RecordType, Registry as _, owners};
use rusqlite::Connection;

use crate::casefile::log;
use crate::error::{Error, Result};
use crate::registry::{Record, Registry, SERVICE_EVENT, VICTIM};

/// What the history says of records that are about victims.
#[derive(Debug, Default)]
pub(super) struct Whose {
    /// A record, and the victim it belongs to.
    belongings: BTreeSet<(EntityId, EntityId)>,
    /// Every victim, and every record of a type that belongs to victims, or may: one this program does not know.
    about_victims: BTreeSet<EntityId>,
    /// Those of them whose beginning is here, which says whose they are.
    begun: BTreeSet<EntityId>,
    /// What was written in the logs that were asked for.
    written: BTreeSet<EntityId>,
}

impl Whose {
    /// Reads the whole history once. `logs` are those to be told apart.
    pub(super) fn read(conn: &Connection, logs: &BTreeSet<u32>) -> Result<Whose> {
        let mut whose = Whose::default();
        for branch in log::logs(conn)? {
            let asked_for = logs.contains(&branch.log_rid);
            let first = Dot::new(branch.log_rid, branch.branch_from);
            let last = Dot::new(branch.log_rid, branch.last_seq);
            log::each_commit(conn, first, last, |_, kept| {
                for (_, op) in kept.commit.ops().map_err(Error::BrokenHistory)? {
                    whose.note(&op, asked_for);
                }
                Ok(true)
            })?;
        }
        Ok(whose)
    }

    fn note(&mut self, op: &Op, asked_for: bool) {
        let Some((record, entity)) = record_of(op) else {
            return;
        };
        if asked_for {
            self.written.insert(entity);
        }
        if record == VICTIM.record_type() || Registry.owner(record) != Owner::Nobody {
            self.about_victims.insert(entity);
        }
        let owners = owners(&Registry, op);
        self.belongings.extend(owners.map(|owner| (entity, owner)));
        if is_beginning(op) {
            self.begun.insert(entity);
        }
    }

    /// Those of the victims that were written about in the logs asked for.
    pub(super) fn written_about(&self, victims: &BTreeSet<EntityId>) -> BTreeSet<EntityId> {
        let belongings = self.belongings.iter();
        let through_hers = belongings.filter(|(entity, _)| self.written.contains(entity));
        let all = through_hers.map(|(_, owner)| owner).chain(&self.written);
        all.filter(|victim| victims.contains(victim))
            .copied()
            .collect()
    }

    /// Every record of these victims.
    pub(super) fn of(&self, victims: &BTreeSet<EntityId>) -> BTreeSet<EntityId> {
        let belongings = self.belongings.iter();
        let hers = belongings.filter(|(_, owner)| victims.contains(owner));
        hers.map(|(entity, _)| *entity).collect()
    }

    /// The victims and the records about victims of which only later writing is here. Whose they are, or whether
    /// the victim's record is restricted, stands in commits that have not come.
    pub(super) fn without_beginning(&self) -> BTreeSet<EntityId> {
        self.about_victims
            .difference(&self.begun)
            .copied()
            .collect()
    }
}

/// The record an operation writes in, and its type.
fn record_of(op: &Op) -> Option<(RecordType, EntityId)> {
    match op {
        Op::Set { record, entity, .. }
        | Op::Add { record, entity, .. }
        | Op::Remove { record, entity, .. }
        | Op::Delete { record, entity, .. } => Some((*record, *entity)),
        Op::Erase { .. } | Op::Audit { .. } | Op::Unknown(_) => None,
    }
}

/// Whether an operation is of those that a record begins with: a victim gets her case number then, and what is
/// hers names her. A service to somebody who gave no name says so instead.
fn is_beginning(op: &Op) -> bool {
    let Op::Set { record, fields, .. } = op else {
        return false;
    };
    let says = |of: &Record, field: &str| {
        *record == of.record_type() && fields.get(of.field(field).field_id()).is_some()
    };
    owners(&Registry, op).next().is_some()
        || says(&VICTIM, "case_number")
        || says(&SERVICE_EVENT, "anonymous_contact")
}
