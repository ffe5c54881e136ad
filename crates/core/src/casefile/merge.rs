//! Merging commits that lie in the history into the tables: `load` → plan → `store`, portion by portion.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{
    CommitHash, Conflict, Dot, EntityKey, EntityState, FieldId, Problem, RecordPlan, RecordType,
    ResolvedCommit, ResolvedOp, Store, plan_records,
};
use rusqlite::Connection;

use super::tables::{self, Found, Stored, Tables};
use super::{log, problems};
use crate::error::{Error, Result};
use crate::registry::{self, Registry};
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};
use crate::{duplicates, search};

/// Merges one commit that is new to the tables, and gives the names of the record types it writes in. The
/// history holds it already; whatever it holds beside it was merged before.
pub(crate) fn merge_one(
    conn: &Connection,
    commit: ResolvedCommit,
) -> Result<BTreeSet<&'static str>> {
    let fresh = commit.dot;
    let records = commit.ops.iter().filter_map(ResolvedOp::key);
    let known = records.filter_map(|key| registry::record(key.record));
    let names = known.map(|record| record.name).collect();
    let mut merging = Merging::new(conn);
    merging.portion(vec![commit], |dot| {
        Ok(dot != fresh && log::hash_at(conn, dot)?.is_some())
    })?;
    merging.finish()?;
    Ok(names)
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
    /// The first row added to each table. A table's rows are numbered upwards.
    first_added: BTreeMap<RecordType, i64>,
    /// Each row written in that was there, once for each portion.
    changed_rows: Vec<(RecordType, i64)>,
}

/// Merging under way: the tables with their statements, who is found by what, who may be one person with whom, and
/// what came of it so far.
pub(crate) struct Merging<'c> {
    conn: &'c Connection,
    tables: Tables<'c>,
    index: search::Index,
    suggestions: duplicates::Kept,
    merged: Merged,
}

impl<'c> Merging<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Merging<'c> {
        Merging {
            conn,
            tables: Tables::new(conn),
            index: search::Index::default(),
            suggestions: duplicates::Kept::default(),
            merged: Merged::default(),
        }
    }

    /// Merges a portion of commits that the history holds. `holds` says which commits the tables show.
    ///
    /// Each record is written down before the next is read. They come in ascending order, so what was seen
    /// to be empty behind one stays so.
    pub(crate) fn portion(
        &mut self,
        commits: Vec<ResolvedCommit>,
        holds: impl Fn(Dot) -> Result<bool>,
    ) -> Result<()> {
        #[cfg(any(test, feature = "testing"))]
        let removed = removed_elements(&commits);
        let mut standing = Standing {
            conn: self.conn,
            tables: &mut self.tables,
            found: Found::default(),
            holds,
        };
        let mut records = plan_records(&mut standing, commits)?;
        problems::keep(self.conn, &records.problems)?;
        self.merged.problems.append(&mut records.problems);
        while let Some(plan) = records.next(&Registry, &mut standing)? {
            #[cfg(any(test, feature = "testing"))]
            let plan = break_rules(plan, &removed);
            let stored = standing
                .tables
                .store(&plan.state, &plan.touched, standing.found)?;
            problems::keep(self.conn, &plan.problems)?;
            self.index.note(&plan.state, &plan.touched);
            self.suggestions.note(&plan.state, &plan.touched, stored);
            self.merged.note(plan, stored);
        }
        self.tables.forget_gaps();
        self.index.refresh(self.conn, &mut self.tables)
    }

    /// What came of all portions.
    pub(crate) fn finish(mut self) -> Result<Merged> {
        tables::forget_arrived(self.conn)?;
        self.suggestions.refresh(self.conn)?;
        let rows = &mut self.merged.changed_rows;
        rows.sort_unstable();
        rows.dedup();
        self.merged.changed = rows.len();
        Ok(self.merged)
    }
}

impl Merged {
    fn note(&mut self, plan: RecordPlan, stored: Stored) {
        let key = EntityKey {
            record: plan.state.record,
            entity: plan.state.id,
        };
        self.conflicts.extend(plan.conflicts);
        let settled = plan.settled.into_iter();
        self.settled.extend(settled.map(|field| (key, field)));
        self.problems.extend(plan.problems);
        match stored {
            Stored::Added { rid } => {
                self.added += 1;
                self.first_added.entry(key.record).or_insert(rid);
            }
            Stored::Changed { rid } => {
                let added = self.first_added.get(&key.record);
                if added.is_none_or(|first| rid < *first) {
                    self.changed_rows.push((key.record, rid));
                }
            }
            Stored::NoRow => {}
        }
    }
}

#[cfg(any(test, feature = "testing"))]
fn break_rules(
    mut plan: RecordPlan,
    removed: &[(countyline_ledger::EntityId, FieldId, Vec<u8>)],
) -> RecordPlan {
    let state = &mut plan.state;
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
    plan
}

#[cfg(any(test, feature = "testing"))]
fn removed_elements(
    commits: &[ResolvedCommit],
) -> Vec<(countyline_ledger::EntityId, FieldId, Vec<u8>)> {
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
    /// Where the record lies that was loaded last.
    found: Found,
    holds: Holds,
}

impl<Holds: Fn(Dot) -> Result<bool>> Store for Standing<'_, '_, Holds> {
    type Error = Error;

    fn holds(&mut self, dot: Dot) -> Result<bool> {
        (self.holds)(dot)
    }

    fn load(&mut self, key: EntityKey) -> Result<Option<EntityState>> {
        let (state, found) = self.tables.load(key)?;
        self.found = found;
        Ok(state)
    }

    fn order(&mut self, dot: Dot) -> Result<(u64, CommitHash)> {
        log::order(self.conn, dot)
    }
}
