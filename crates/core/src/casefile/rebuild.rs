//! Making the tables anew from the history.
//!
//! What stands is a function of the set of commits, so whenever there is doubt about the tables they are
//! made again: beside the file, to compare ("check my data"), or in its place, when commits that were
//! awaited came on a branch of their log that nobody knew of.

use std::collections::BTreeMap;

use countyline_ledger::{Dot, ResolvedCommit};
use rusqlite::Connection;

use super::branches::Branches;
use super::log::{self, KeptCommit};
use super::merge::Merging;
use super::tables;
use crate::duplicates;
use crate::error::{Error, Result};

/// Commits merged at a time.
pub(crate) const BATCH: u64 = 4096;

/// Tables being made.
pub(crate) struct Rebuild<'a> {
    /// Where the commits are, and what parents are found in.
    branches: Branches<'a>,
    /// Where the tables are made.
    into: &'a Connection,
    merging: Merging<'a>,
    /// How far each branch has been merged.
    merged: BTreeMap<u32, u64>,
}

impl<'a> Rebuild<'a> {
    pub(crate) fn new(history: &'a Connection, into: &'a Connection) -> Result<Rebuild<'a>> {
        Ok(Rebuild {
            branches: Branches::load(history)?,
            into,
            merging: Merging::new(into),
            merged: BTreeMap::new(),
        })
    }

    /// Merges the next commits of a branch, which stand in the tables' own history.
    pub(crate) fn merge(&mut self, log_rid: u32, commits: &[KeptCommit]) -> Result<()> {
        let mut resolved: Vec<ResolvedCommit> = Vec::with_capacity(commits.len());
        for kept in commits {
            let dot = Dot::new(log_rid, kept.commit.header().seq);
            resolved.push(self.branches.resolve(&kept.commit, dot, kept.hash)?);
        }
        let (into, merged) = (self.into, &self.merged);
        self.merging.portion(resolved, |dot| {
            let reached = merged.get(&dot.log_rid()).copied().unwrap_or(0);
            Ok(dot.seq() <= reached && log::hash_at(into, dot)?.is_some())
        })?;
        if let Some(last) = commits.last() {
            self.merged.insert(log_rid, last.commit.header().seq);
        }
        Ok(())
    }

    /// To be called when every branch is merged.
    pub(crate) fn finish(self) -> Result<()> {
        self.merging.finish().map(|_| ())
    }
}

/// Makes the tables of a case file anew, in their place.
///
/// # Errors
/// [`Error::ContinuedTwice`] if it turns out that a log was, of which something is presumed.
pub(crate) fn in_place(conn: &Connection) -> Result<()> {
    for table in tables::made_from_history() {
        conn.execute(&format!("DELETE FROM {table}"), [])
            .map_err(|source| Error::database("rebuild the tables", source))?;
    }
    duplicates::forget(conn)?;
    let mut rebuild = Rebuild::new(conn, conn)?;
    for branch in log::logs(conn)? {
        for (from, to) in batches(&branch) {
            rebuild.merge(
                branch.log_rid,
                &log::commits(conn, branch.log_rid, from, to)?,
            )?;
        }
    }
    rebuild.finish()
}

/// The stretches a branch is read in.
pub(crate) fn batches(branch: &log::LogRow) -> impl Iterator<Item = (u64, u64)> + use<> {
    let (first, last) = (branch.branch_from, branch.last_seq);
    (0..)
        .map(move |number| first + number * BATCH)
        .take_while(move |from| *from <= last)
        .map(move |from| (from, last.min(from + BATCH - 1)))
}
