//! Merging commits that lie in the history into the tables: `load` → plan → `store`.

use std::collections::{BTreeSet, HashSet};

use countyline_ledger::{
    Dot, EntityKey, EntityState, MergePlan, ResolvedCommit, Store, plan_merge,
};
use rusqlite::Connection;

use super::{log, tables};
use crate::error::{Error, Result};
use crate::registry::{self, Registry};

/// Merges commits that are new to the tables.
pub(crate) fn merge(conn: &Connection, commits: &[ResolvedCommit]) -> Result<MergePlan> {
    let plan = plan(conn, commits)?;
    for state in &plan.entities {
        tables::store(conn, state)?;
    }
    Ok(plan)
}

/// What merging would do.
pub(crate) fn plan(conn: &Connection, commits: &[ResolvedCommit]) -> Result<MergePlan> {
    let fresh = commits.iter().map(|commit| commit.dot).collect();
    plan_merge(&Registry, &mut Standing { conn, fresh }, commits)
}

/// The names of the record types a plan writes in.
pub(crate) fn record_names(plan: &MergePlan) -> BTreeSet<&'static str> {
    let records = plan.entities.iter();
    records
        .filter_map(|state| registry::record(state.record).map(|record| record.name))
        .collect()
}

/// The tables as merging reads them: they hold every commit of the history but those being merged. What
/// has not come yet, or is not rebuilt yet, is not held: replacing it is remembered.
struct Standing<'a> {
    conn: &'a Connection,
    fresh: HashSet<Dot>,
}

impl Store for Standing<'_> {
    type Error = Error;

    fn holds(&mut self, dot: Dot) -> Result<bool> {
        Ok(!self.fresh.contains(&dot) && log::hash_at(self.conn, dot)?.is_some())
    }

    fn load(&mut self, key: EntityKey) -> Result<Option<EntityState>> {
        tables::load(self.conn, key)
    }
}
