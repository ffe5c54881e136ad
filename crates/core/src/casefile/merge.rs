//! Merging commits that lie in the history into the tables: `load` → plan → `store`.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use countyline_ledger::{
    Dot, EntityKey, EntityState, MergePlan, ResolvedCommit, Store, plan_merge,
};
use rusqlite::Connection;

use super::{log, tables};
use crate::error::{Error, Result};
use crate::registry::{self, Registry};

/// Merges commits that are new to the tables. The history holds them already; whatever it holds beside
/// them was merged before.
pub(crate) fn merge(conn: &Connection, commits: &[ResolvedCommit]) -> Result<MergePlan> {
    let fresh: HashSet<Dot> = commits.iter().map(|commit| commit.dot).collect();
    let plan = carry_out(conn, commits, |dot| {
        Ok(!fresh.contains(&dot) && log::hash_at(conn, dot)?.is_some())
    })?;
    tables::forget_arrived(conn)?;
    Ok(plan)
}

/// Merges commits into tables that were made from each branch up to the sequence number in `merged`.
pub(crate) fn merge_after(
    conn: &Connection,
    commits: &[ResolvedCommit],
    merged: &BTreeMap<u32, u64>,
) -> Result<MergePlan> {
    carry_out(conn, commits, |dot| {
        let reached = merged.get(&dot.log_rid()).copied().unwrap_or(0);
        Ok(dot.seq() <= reached && log::hash_at(conn, dot)?.is_some())
    })
}

/// The names of the record types a plan writes in.
pub(crate) fn record_names(plan: &MergePlan) -> BTreeSet<&'static str> {
    let records = plan.entities.iter();
    records
        .filter_map(|state| registry::record(state.record).map(|record| record.name))
        .collect()
}

fn carry_out(
    conn: &Connection,
    commits: &[ResolvedCommit],
    holds: impl Fn(Dot) -> Result<bool>,
) -> Result<MergePlan> {
    let plan = plan_merge(&Registry, &mut Standing { conn, holds }, commits)?;
    for state in &plan.entities {
        tables::store(conn, state)?;
    }
    Ok(plan)
}

/// The tables as merging reads them, and which commits they show. What has not come yet, or is not
/// rebuilt yet, they do not: replacing it is remembered.
struct Standing<'a, Holds> {
    conn: &'a Connection,
    holds: Holds,
}

impl<Holds: Fn(Dot) -> Result<bool>> Store for Standing<'_, Holds> {
    type Error = Error;

    fn holds(&mut self, dot: Dot) -> Result<bool> {
        (self.holds)(dot)
    }

    fn load(&mut self, key: EntityKey) -> Result<Option<EntityState>> {
        tables::load(self.conn, key)
    }
}
