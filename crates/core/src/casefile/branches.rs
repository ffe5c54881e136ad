//! Which branch a commit belongs to, and which commit a parent is: the log table read once, for whoever asks
//! about many commits.
//!
//! What is known here is what was there when it was read, and what was started through it since.
//!
//! Of a log with one branch, what lies behind a gap is presumed to stand on it. Of a log that was continued twice
//! nothing is presumed: what comes before its predecessor has a branch of its own, which stands apart until the
//! predecessor comes. So every branch of such a log is without gaps.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{
    Commit, CommitHash, Dot, LogId, ParentRef, ResolvedCommit, resolve_commit,
};
use rusqlite::Connection;

use super::log::{self, Beginning, LogRow};
use crate::error::{Error, Result};

/// Every branch of every log.
pub(crate) struct Branches<'c> {
    conn: &'c Connection,
    /// In ascending order of `log_rid`.
    rows: Vec<LogRow>,
    /// Where the branches begin that are not the first of their logs.
    beginnings: BTreeMap<(LogId, u64), Vec<u32>>,
    /// Logs known to have been continued twice, though they may have one branch here.
    continued_twice: BTreeSet<LogId>,
}

impl<'c> Branches<'c> {
    pub(crate) fn load(conn: &'c Connection) -> Result<Branches<'c>> {
        let mut branches = Branches {
            conn,
            rows: Vec::new(),
            beginnings: BTreeMap::new(),
            continued_twice: BTreeSet::new(),
        };
        log::logs(conn)?
            .into_iter()
            .for_each(|row| branches.add(row));
        Ok(branches)
    }

    /// The same, knowing that these logs were continued twice.
    pub(super) fn knowing(mut self, continued_twice: BTreeSet<LogId>) -> Branches<'c> {
        self.continued_twice = continued_twice;
        self
    }

    fn add(&mut self, row: LogRow) {
        if row.first.is_some() {
            let place = (row.log_id, row.branch_from);
            self.beginnings.entry(place).or_default().push(row.log_rid);
        }
        self.rows.push(row);
    }

    /// The branch with this local number.
    pub(crate) fn get(&self, log_rid: u32) -> Result<&LogRow> {
        let place = self.rows.binary_search_by_key(&log_rid, |row| row.log_rid);
        place
            .map(|place| &self.rows[place])
            .map_err(|_| Error::DamagedCaseFile)
    }

    /// Every branch of one log.
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

    /// The one branch of a log, if nobody is known to have continued it twice.
    pub(super) fn only(&self, log: LogId) -> Option<&LogRow> {
        let mut of_log = self.of(log);
        match (of_log.next(), of_log.next()) {
            (Some(only), None) if !self.continued_twice.contains(&log) => Some(only),
            _ => None,
        }
    }

    /// The branch a log begins with.
    pub(super) fn first_of(&self, log: LogId) -> Option<u32> {
        let first = self.of(log).find(|branch| branch.first.is_none());
        first.map(|branch| branch.log_rid)
    }

    /// The branch that begins with this commit.
    pub(super) fn beginning_with(&self, log: LogId, seq: u64, hash: CommitHash) -> Option<u32> {
        let begin_there = self.beginning_at(log, seq);
        let mut rows = begin_there.filter_map(|log_rid| self.get(log_rid).ok());
        let found = rows.find(|row| row.first == Some(hash));
        found.map(|row| row.log_rid)
    }

    /// The branches that begin at this place.
    fn beginning_at(&self, log: LogId, seq: u64) -> impl Iterator<Item = u32> {
        let begin_there = self.beginnings.get(&(log, seq));
        begin_there.into_iter().flatten().copied()
    }

    /// Those of them that stand apart, with their first commits' dots.
    pub(super) fn apart_at(&self, log: LogId, seq: u64) -> Vec<Dot> {
        let begin_there = self.beginning_at(log, seq);
        let apart = begin_there.filter(|log_rid| self.get(*log_rid).is_ok_and(LogRow::is_apart));
        apart.map(|log_rid| Dot::new(log_rid, seq)).collect()
    }

    /// Whether a commit that comes may have this place.
    pub(super) fn is_free(&self, dot: Dot) -> Result<bool> {
        let was_taken = dot.seq() <= self.get(dot.log_rid())?.taken_to;
        Ok(!was_taken && self.hash_at(dot)?.is_none())
    }

    /// Starts a log.
    pub(super) fn start_log(&mut self, log: LogId) -> Result<u32> {
        self.start(log, None)
    }

    /// Starts a branch of a log, which has one.
    ///
    /// # Errors
    /// [`Error::ContinuedTwice`] if something was presumed of the log, which has to be set apart first.
    pub(super) fn start_branch(&mut self, log: LogId, beginning: Beginning) -> Result<u32> {
        match self.only(log) {
            Some(only) if only.has_gap() => Err(Error::ContinuedTwice { log }),
            _ => self.start(log, Some(beginning)),
        }
    }

    fn start(&mut self, log: LogId, beginning: Option<Beginning>) -> Result<u32> {
        let log_rid = log::start(self.conn, log, beginning)?;
        self.add(log::log(self.conn, log_rid)?);
        Ok(log_rid)
    }

    /// Notes which branch one left that stood apart.
    pub(super) fn leave(&mut self, log_rid: u32, base_rid: u32) -> Result<()> {
        log::leave(self.conn, log_rid, Some(base_rid))?;
        let place = self.rows.binary_search_by_key(&log_rid, |row| row.log_rid);
        if let Ok(place) = place {
            self.rows[place].base_rid = Some(base_rid);
        }
        Ok(())
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
    /// [`Error::ContinuedTwice`] if that shows that a log was, of which something was presumed;
    /// [`Error::BrokenHistory`].
    pub(crate) fn resolve(
        &mut self,
        commit: &Commit,
        dot: Dot,
        hash: CommitHash,
    ) -> Result<ResolvedCommit> {
        let mut refused = None;
        let resolved = resolve_commit(commit, dot, hash, |parent| {
            let found = self.dot_of_parent(dot.log_rid(), parent);
            found.map_err(|error| refused = Some(error)).ok()
        });
        match (resolved, refused) {
            (_, Some(error)) => Err(error),
            (Ok(commit), None) => Ok(commit),
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
                let row = self.get(dot.log_rid())?;
                let behind_no_gap = (row.branch_from..=row.contiguous).contains(&seq);
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

    /// The dot a parent has here. A commit that has not come yet gets the dot it will have: on the one branch of its
    /// log, or as the first of a branch that stands apart.
    fn dot_of_parent(&mut self, log_rid: u32, parent: ParentRef<'_>) -> Result<Dot> {
        let anchor = match parent {
            ParentRef::Own(seq) => return self.dot(log_rid, seq),
            ParentRef::Foreign(anchor) => anchor,
        };
        if let Some(held) = self.dot_of_held(log_rid, parent)? {
            return Ok(held);
        }
        let (log, seq) = (anchor.log, anchor.seq);
        if let Some(awaited) = self.beginning_with(log, seq, anchor.hash) {
            return Ok(Dot::new(awaited, seq));
        }
        if self.first_of(log).is_none() {
            self.start_log(log)?;
        }
        if let Some(only) = self.only(log) {
            let awaited = Dot::new(only.log_rid, seq);
            if self.is_free(awaited)? {
                return Ok(awaited);
            }
        }
        let apart = Beginning {
            seq,
            hash: anchor.hash,
            base_rid: None,
        };
        Ok(Dot::new(self.start_branch(log, apart)?, seq))
    }
}
