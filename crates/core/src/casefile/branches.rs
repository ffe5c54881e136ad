//! Which branch a commit belongs to, and which commit a parent is: the log table read once, for whoever asks
//! about many commits.
//!
//! What is known here is what was there when it was read, and what was started through it since.

use countyline_ledger::{
    Commit, CommitHash, Dot, LogId, ParentRef, ResolvedCommit, resolve_commit,
};
use rusqlite::Connection;

use super::log::{self, LogRow};
use crate::error::{Error, Result};

/// Every branch of every log.
pub(crate) struct Branches<'c> {
    conn: &'c Connection,
    /// In ascending order of `log_rid`.
    rows: Vec<LogRow>,
}

impl<'c> Branches<'c> {
    pub(crate) fn load(conn: &'c Connection) -> Result<Branches<'c>> {
        let rows = log::logs(conn)?;
        Ok(Branches { conn, rows })
    }

    /// The branch with this local number.
    pub(crate) fn get(&self, log_rid: u32) -> Result<&LogRow> {
        let place = self.rows.binary_search_by_key(&log_rid, |row| row.log_rid);
        place
            .map(|place| &self.rows[place])
            .map_err(|_| Error::DamagedCaseFile)
    }

    /// Every branch of one log, the first first.
    pub(crate) fn of(&self, log: LogId) -> impl Iterator<Item = &LogRow> {
        self.rows.iter().filter(move |row| row.log_id == log)
    }

    /// The dot of commit `seq` as this branch counts: before its first own commit, the base's.
    pub(crate) fn dot(&self, log_rid: u32, seq: u64) -> Result<Dot> {
        let mut branch = self.get(log_rid)?;
        while let (Some(base_rid), true) = (branch.base_rid, seq < branch.branch_from) {
            branch = self.get(base_rid)?;
        }
        Ok(Dot::new(branch.log_rid, seq))
    }

    /// Starts a log, or a branch of one.
    pub(crate) fn start(
        &mut self,
        log: LogId,
        branch: Option<(CommitHash, u32, u64)>,
    ) -> Result<u32> {
        let log_rid = log::start(self.conn, log, branch)?;
        self.rows.push(log::log(self.conn, log_rid)?);
        Ok(log_rid)
    }

    /// Notes that a commit of this branch is held now.
    pub(crate) fn note_held(&mut self, dot: Dot) {
        let place = self
            .rows
            .binary_search_by_key(&dot.log_rid(), |row| row.log_rid);
        if let Ok(place) = place {
            let row = &mut self.rows[place];
            row.last_seq = row.last_seq.max(dot.seq());
            if dot.seq() == row.contiguous + 1 {
                row.contiguous = dot.seq();
            }
        }
    }

    /// The hash of a commit, if it is held. What lies behind the newest held is not asked for.
    pub(crate) fn hash_at(&self, dot: Dot) -> Result<Option<CommitHash>> {
        if dot.seq() > self.get(dot.log_rid())?.last_seq {
            return Ok(None);
        }
        log::hash_at(self.conn, dot)
    }

    /// A commit with its parents found here.
    ///
    /// # Errors
    /// [`Error::GapAndBranch`] if a parent has not come and could stand on either branch of its log;
    /// [`Error::BrokenHistory`].
    pub(crate) fn resolve(
        &mut self,
        commit: &Commit,
        dot: Dot,
        hash: CommitHash,
    ) -> Result<ResolvedCommit> {
        let mut refused = None;
        let resolved = resolve_commit(commit, dot, hash, |parent| {
            self.dot_of_parent(dot.log_rid(), parent)
                .unwrap_or_else(|error| {
                    refused = Some(error);
                    None
                })
        });
        match (resolved, refused) {
            (_, Some(error)) => Err(error),
            (Ok(commit), None) => Ok(commit),
            (Err(countyline_ledger::Error::UnknownParent { .. }), None) => Err(Error::GapAndBranch),
            (Err(broken), None) => Err(Error::BrokenHistory(broken)),
        }
    }

    /// A commit with its parents found here; `None` if one of them is not held.
    ///
    /// # Errors
    /// [`Error::BrokenHistory`].
    pub(crate) fn resolve_held(
        &self,
        commit: &Commit,
        dot: Dot,
        hash: CommitHash,
    ) -> Result<Option<ResolvedCommit>> {
        let mut refused = None;
        let resolved = resolve_commit(commit, dot, hash, |parent| {
            self.dot_of_held(dot.log_rid(), parent)
                .unwrap_or_else(|error| {
                    refused = Some(error);
                    None
                })
        });
        match (resolved, refused) {
            (_, Some(error)) => Err(error),
            (Ok(commit), None) => Ok(Some(commit)),
            (Err(countyline_ledger::Error::UnknownParent { .. }), None) => Ok(None),
            (Err(broken), None) => Err(Error::BrokenHistory(broken)),
        }
    }

    fn dot_of_held(&self, log_rid: u32, parent: ParentRef<'_>) -> Result<Option<Dot>> {
        match parent {
            ParentRef::Own(seq) => {
                let dot = self.dot(log_rid, seq)?;
                let behind_no_gap = seq <= self.get(dot.log_rid())?.contiguous;
                let is_held = behind_no_gap || self.hash_at(dot)?.is_some();
                Ok(is_held.then_some(dot))
            }
            ParentRef::Foreign(anchor) => {
                for branch in self.of(anchor.log) {
                    let dot = self.dot(branch.log_rid, anchor.seq)?;
                    if self.hash_at(dot)? == Some(anchor.hash) {
                        return Ok(Some(dot));
                    }
                }
                Ok(None)
            }
        }
    }

    /// The dot a parent has here. A commit that has not come yet gets the dot it will have; one that would
    /// stand on a branch we do not hold has none.
    fn dot_of_parent(&mut self, log_rid: u32, parent: ParentRef<'_>) -> Result<Option<Dot>> {
        let anchor = match parent {
            ParentRef::Own(seq) => return self.dot(log_rid, seq).map(Some),
            ParentRef::Foreign(anchor) => anchor,
        };
        let branches: Vec<u32> = self.of(anchor.log).map(|branch| branch.log_rid).collect();
        let Some(first) = branches.first() else {
            let first = self.start(anchor.log, None)?;
            return Ok(Some(Dot::new(first, anchor.seq)));
        };
        for branch in &branches {
            let dot = self.dot(*branch, anchor.seq)?;
            if self.hash_at(dot)? == Some(anchor.hash) {
                return Ok(Some(dot));
            }
        }
        let awaited = Dot::new(*first, anchor.seq);
        let taken = self.hash_at(awaited)?.is_some() || branches.len() > 1;
        Ok((!taken).then_some(awaited))
    }
}
