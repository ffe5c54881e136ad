//! The last commit that was written here since the file was opened, which can be taken back for a while
//! ([`crate::undo`]). It is remembered in memory: what was locked away is nobody's last save.

use std::time::Duration;

use countyline_ledger::{Dot, ResolvedOp};
use rusqlite::Connection;

use super::branches::Branches;
use super::{Action, CaseFile, log};
use crate::error::Result;

/// The last commit, and when it was written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Latest {
    pub(crate) dot: Dot,
    /// What was done; of one that takes something back, what it takes back.
    pub(crate) action: Action,
    /// Whether it takes something back.
    pub(crate) takes_back: bool,
    /// By [`Clock::running_for`](crate::outside::Clock::running_for).
    pub(crate) at: Duration,
}

impl CaseFile {
    /// The last commit that was written here, if any was.
    pub(crate) fn latest(&self) -> Option<Latest> {
        self.latest
    }

    /// How long ago it was written.
    pub(crate) fn since(&self, latest: &Latest) -> Duration {
        self.outside.clock.running_for().saturating_sub(latest.at)
    }

    pub(super) fn remember_latest(&mut self, action: Action, dot: Dot) {
        let before = self.latest.filter(|_| action == Action::TakeBack);
        self.latest = Some(Latest {
            dot,
            action: before.map_or(action, |before| before.action),
            takes_back: before.is_some_and(|before| !before.takes_back),
            at: self.outside.clock.running_for(),
        });
    }
}

/// What a commit wrote; none if something it was written upon is not held here any more.
pub(crate) fn written_in(conn: &Connection, dot: Dot) -> Result<Option<Vec<ResolvedOp>>> {
    if log::hash_at(conn, dot)?.is_none() {
        return Ok(None);
    }
    let kept = log::commit(conn, dot)?;
    let resolved = Branches::load(conn)?.resolve_held(&kept.commit, dot, kept.hash)?;
    Ok(resolved.map(|commit| commit.ops))
}
