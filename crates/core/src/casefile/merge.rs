//! Merging commits that lie in the history into the tables: `load` → plan → `store`, portion by portion.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{
    CommitHash, Conflict, Dot, EntityKey, EntityState, FieldId, MergePlan, Problem, RecordType,
    ResolvedCommit, Store, plan_merge,
};
use rusqlite::Connection;

use super::tables::{self, Found, Stored, Tables};
use super::{log, problems};
use crate::error::{Error, Result};
use crate::registry::{self, Registry};
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};

/// Merges one commit that is new to the tables. The history holds it already; whatever it holds beside it
/// was merged before.
pub(crate) fn merge_one(conn: &Connection, commit: ResolvedCommit) -> Result<MergePlan> {
    let fresh = commit.dot;
    let mut merging = Merging::new(conn);
    let plan = merging.carry_out(vec![commit], |dot| {
        Ok(dot != fresh && log::hash_at(conn, dot)?.is_some())
    })?;
    tables::forget_arrived(conn)?;
    Ok(plan)
}

/// The names of the record types a plan writes in.
pub(crate) fn record_names(plan: &MergePlan) -> BTreeSet<&'static str> {
    let records = plan.entities.iter();
    records
        .filter_map(|state| registry::record(state.record).map(|record| record.name))
        .collect()
}

/// What merging did, over all portions.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    /// Records that were not there.
    pub(crate) added: usize,
    /// Records that were there and were written in.
    pub(crate) changed: usize,
    /// The conflicts that arose or got other sides.
    pub(crate) conflicts: Vec<Conflict>,
    /// The conflicts that are none any more; one that arose in an earlier portion may be among them.
    pub(crate) settled: Vec<(EntityKey, FieldId)>,
    /// What somebody should look at.
    pub(crate) problems: Vec<Problem>,
}

/// Merging under way: the tables with their statements, and what came of it so far.
pub(crate) struct Merging<'c> {
    conn: &'c Connection,
    tables: Tables<'c>,
    merged: Merged,
    /// The first row added to each table. A table's rows are numbered upwards.
    first_added: BTreeMap<RecordType, i64>,
    /// Each row written in that was there, once for each portion.
    changed: Vec<(RecordType, i64)>,
}

impl<'c> Merging<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Merging<'c> {
        Merging {
            conn,
            tables: Tables::new(conn),
            merged: Merged::default(),
            first_added: BTreeMap::new(),
            changed: Vec::new(),
        }
    }

    /// Merges a portion of commits that the history holds. `holds` says which commits the tables show.
    pub(crate) fn portion(
        &mut self,
        commits: Vec<ResolvedCommit>,
        holds: impl Fn(Dot) -> Result<bool>,
    ) -> Result<()> {
        let plan = self.carry_out(commits, holds)?;
        self.merged.conflicts.extend(plan.conflicts);
        self.merged.settled.extend(plan.settled);
        self.merged.problems.extend(plan.problems);
        Ok(())
    }

    /// What came of all portions.
    pub(crate) fn finish(mut self) -> Result<Merged> {
        tables::forget_arrived(self.conn)?;
        self.changed.sort_unstable();
        self.changed.dedup();
        self.merged.changed = self.changed.len();
        Ok(self.merged)
    }

    fn carry_out(
        &mut self,
        commits: Vec<ResolvedCommit>,
        holds: impl Fn(Dot) -> Result<bool>,
    ) -> Result<MergePlan> {
        let mut standing = Standing {
            conn: self.conn,
            tables: &mut self.tables,
            found: Vec::new(),
            holds,
        };
        #[cfg(any(test, feature = "testing"))]
        let removed = removed_elements(&commits);
        let plan = plan_merge(&Registry, &mut standing, commits)?;
        #[cfg(any(test, feature = "testing"))]
        let plan = break_rules(plan, &removed);
        let found = standing.found;
        let written = plan.entities.iter().zip(plan.touched.values()).zip(found);
        for ((state, touched), found) in written {
            let stored = self.tables.store(state, touched, found)?;
            self.note(state.record, stored);
        }
        problems::keep(self.conn, &plan.problems)?;
        self.tables.forget_gaps();
        Ok(plan)
    }

    fn note(&mut self, record: RecordType, stored: Stored) {
        match stored {
            Stored::Added { rid } => {
                self.merged.added += 1;
                self.first_added.entry(record).or_insert(rid);
            }
            Stored::Changed { rid } => {
                let added = self.first_added.get(&record);
                if added.is_none_or(|first| rid < *first) {
                    self.changed.push((record, rid));
                }
            }
            Stored::NoRow => {}
        }
    }
}

#[cfg(any(test, feature = "testing"))]
fn break_rules(
    mut plan: MergePlan,
    removed: &[(countyline_ledger::EntityId, FieldId, Vec<u8>)],
) -> MergePlan {
    for state in &mut plan.entities {
        if breaks(Broken::LastWriterWins) {
            for heads in state.fields.values_mut() {
                heads.drain(..heads.len() - 1);
            }
        }
        if breaks(Broken::ForgetEarlyReplacements) {
            state.early.clear();
        }
        if breaks(Broken::RemovalTakesAll) {
            for (_, field, element) in removed.iter().filter(|(of, _, _)| *of == state.id) {
                state.members.remove(&(*field, element.clone()));
            }
        }
    }
    plan
}

#[cfg(any(test, feature = "testing"))]
fn removed_elements(
    commits: &[ResolvedCommit],
) -> Vec<(countyline_ledger::EntityId, FieldId, Vec<u8>)> {
    use countyline_ledger::ResolvedOp;
    let mut removed = Vec::new();
    for op in commits.iter().flat_map(|commit| &commit.ops) {
        if let ResolvedOp::Remove {
            entity,
            field,
            elements,
            ..
        } = op
        {
            let encoded = elements.iter().map(countyline_ledger::Value::encode);
            removed.extend(encoded.map(|element| (*entity, *field, element)));
        }
    }
    removed
}

/// The tables as merging reads them, and which commits they show. What has not come yet, or is not
/// merged yet, they do not: replacing it is remembered.
struct Standing<'a, 'c, Holds> {
    conn: &'c Connection,
    tables: &'a mut Tables<'c>,
    /// Where each record lies that was loaded, in the order of the plan.
    found: Vec<Found>,
    holds: Holds,
}

impl<Holds: Fn(Dot) -> Result<bool>> Store for Standing<'_, '_, Holds> {
    type Error = Error;

    fn holds(&mut self, dot: Dot) -> Result<bool> {
        (self.holds)(dot)
    }

    fn load(&mut self, key: EntityKey) -> Result<Option<EntityState>> {
        let (state, found) = self.tables.load(key)?;
        self.found.push(found);
        Ok(state)
    }

    fn order(&mut self, dot: Dot) -> Result<(u64, CommitHash)> {
        log::order(self.conn, dot)
    }
}
