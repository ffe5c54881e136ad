//! What comes in, before it is stored: reduced to what may be kept, or filling what is here.
//!
//! Always true: nothing that an order known here covers is stored, whoever brings it and however late. What was
//! withheld here is filled in when a fuller copy comes; a poorer copy takes nothing away.

use std::collections::BTreeSet;

use countyline_ledger::{Commit, Dot, EntityKey, EraseFilter, LogId, Op, OrderId, Salt, Salts};
use rusqlite::Connection;

use super::salts::lacks_something;
use super::{erasing, log, own_log, salts};
use crate::error::{Error, Result};
use crate::registry::Registry;
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};

/// What comes in, reduced to what may be kept before anything of it is stored.
pub(super) struct Arrivals {
    filter: EraseFilter,
    /// Whether commits here lack something that another copy could hold.
    has_gaps: bool,
    filled: bool,
    /// The log this place writes.
    own: (u32, LogId),
    names_own_lost: bool,
    /// Records that turned out to belong to an erased one, and incidents that erased parts named.
    found: Vec<(EntityKey, OrderId)>,
    /// Commits that wrote about what was erased.
    late: Vec<(Dot, BTreeSet<OrderId>)>,
    /// Commits that hold orders.
    orders: Vec<Dot>,
}

impl Arrivals {
    pub(super) fn load(conn: &Connection) -> Result<Arrivals> {
        Ok(Arrivals {
            filter: erasing::filter(conn)?,
            has_gaps: holds_gaps(conn)?,
            filled: false,
            own: own_log::present(conn)?,
            names_own_lost: false,
            found: Vec::new(),
            late: Vec::new(),
            orders: Vec::new(),
        })
    }

    /// Whether nothing of a stretch that is here could be filled from another copy of it.
    pub(super) fn is_whole(&self, conn: &Connection, first: Dot, last: Dot) -> Result<bool> {
        if !self.has_gaps {
            return Ok(true);
        }
        let lacking = log::each_commit(conn, first, last, |_, kept| {
            Ok(!lacks_something(&kept.commit))
        })?;
        Ok(!lacking)
    }

    /// Notices a new commit that names one of the log this place writes which is not held here: it was written by
    /// another hand, or before an older copy was put back.
    pub(super) fn notice_own_lost(&mut self, conn: &Connection, commit: &Commit) -> Result<()> {
        let (log_rid, log_id) = self.own;
        let anchors = commit.header().anchors.iter();
        for anchor in anchors.filter(|anchor| anchor.log == log_id) {
            let held = log::hash_at(conn, Dot::new(log_rid, anchor.seq))?;
            self.names_own_lost |= held != Some(anchor.hash);
        }
        Ok(())
    }

    /// Whether a commit that came names one of our own log that is not held here.
    pub(super) fn names_own_lost(&self) -> bool {
        self.names_own_lost
    }

    /// What may be kept of a new commit, if not all of it.
    ///
    /// # Errors
    /// [`Error::BrokenHistory`] if it cannot be read: then it could not be told what may be kept.
    pub(super) fn reduce(
        &mut self,
        dot: Dot,
        commit: &Commit,
        salts: &impl Salts,
    ) -> Result<Option<Commit>> {
        if commit.holds_order() {
            self.orders.push(dot);
        }
        let reduced = self.covered(commit, salts)?;
        if let Some(reduced) = &reduced {
            self.late.push((dot, reduced.orders_since(commit)));
        }
        Ok(reduced)
    }

    /// Fills a commit that is here from another copy of it, and says whether that held more.
    pub(super) fn fill(
        &mut self,
        conn: &Connection,
        dot: Dot,
        commit: &Commit,
        salts: &impl Salts,
    ) -> Result<bool> {
        if !self.has_gaps {
            return Ok(false);
        }
        let reduced = self.covered(commit, salts)?;
        let commit = reduced.as_ref().unwrap_or(commit);
        let filled = fill(conn, dot, commit, salts)?;
        self.filled |= filled;
        if filled && commit.holds_order() {
            self.orders.push(dot);
        }
        Ok(filled)
    }

    /// Whether something was erased before it was stored.
    pub(super) fn has_reduced(&self) -> bool {
        !self.late.is_empty()
    }

    /// Whether a commit that was here says more now: then the tables are made anew.
    pub(super) fn has_filled(&self) -> bool {
        self.filled
    }

    /// Does what follows: orders that came are carried out in everything held, and what was noticed on the
    /// way is written down. To be called when it is known whose logs they are.
    pub(super) fn finish(self, conn: &Connection) -> Result<()> {
        for (dot, orders) in &self.late {
            erasing::keep_late(conn, *dot, orders)?;
        }
        let mut to_carry_out = false;
        for (key, order) in self.found {
            to_carry_out |= erasing::keep_found(conn, order, key)?;
        }
        for dot in self.orders {
            to_carry_out |= erasing::hear(conn, dot)?;
        }
        if to_carry_out {
            erasing::carry_out(conn)?;
        }
        Ok(())
    }

    fn covered(&mut self, commit: &Commit, salts: &impl Salts) -> Result<Option<Commit>> {
        if self.filter.is_empty() {
            return Ok(None);
        }
        #[cfg(any(test, feature = "testing"))]
        if breaks(Broken::EraseFilterOff) {
            return Ok(None);
        }
        let ops = commit.ops().map_err(Error::BrokenHistory)?;
        let ops: Vec<Op> = ops.into_iter().map(|(_, op)| op).collect();
        erasing::discover_all(&mut self.filter, &ops, &mut self.found);
        self.filter
            .reduce(&Registry, commit, salts)
            .map_err(Error::BrokenHistory)
    }
}

/// Keeps what another copy of a commit holds and ours lacks. Whether there was anything.
fn fill(conn: &Connection, dot: Dot, commit: &Commit, given: &impl Salts) -> Result<bool> {
    let kept = log::commit(conn, dot)?;
    if kept.salts.is_none() {
        return Ok(false);
    }
    let Some(filled) = kept.commit.filled_from(commit) else {
        return Ok(false);
    };
    let ours = salts::of(conn, dot, &kept)?;
    let listed = salts::list(&filled, &EitherSalts(&ours, given))?;
    erasing::put_body(conn, dot, &filled, &listed).map(|()| true)
}

/// Whether this file holds commits that another copy could fill.
fn holds_gaps(conn: &Connection) -> Result<bool> {
    conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM salt_block WHERE seed IS NULL)",
        [],
        |row| row.get(0),
    )
    .map_err(|source| Error::database("read the history", source))
}

/// Ours, and where we have none theirs.
struct EitherSalts<'a, Ours, Theirs>(&'a Ours, &'a Theirs);

impl<Ours: Salts, Theirs: Salts> Salts for EitherSalts<'_, Ours, Theirs> {
    fn salt(&self, seq: u64, index: usize) -> Option<Salt> {
        self.0.salt(seq, index).or_else(|| self.1.salt(seq, index))
    }
}
