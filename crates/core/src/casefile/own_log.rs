//! The logs this place writes: one at a time, and each by one hand only.
//!
//! A log continued by two hands (a laptop restored from an image, a copied disk) splits into branches. So
//! whenever commits come in that stand in our log and were not written here, or somebody knows of such,
//! the log ends and the next commit begins a new one: a split log is never continued on either branch.
//! Which log is being written is in `place.log_rid`; the ones before it stay in `own_log` with the reason
//! for which they ended, and are sent and confirmed like the present one.

use std::collections::BTreeSet;

use countyline_ledger::{CommitHash, LogId, chain_start};
use rusqlite::{Connection, OptionalExtension};

use super::{log, place};
use crate::error::{Error, Result};
use crate::outside::{Head, Random};

/// Why a log is not continued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// This machine remembers a commit that the case file does not hold: an older copy was put back.
    Restored,
    /// Somebody else has commits of this log that are not held here, or were not written here.
    ContinuedElsewhere,
    /// The county was told that it was restored from a backup.
    CountyRestored,
}

impl Ended {
    fn code(self) -> &'static str {
        match self {
            Ended::Restored => "restored",
            Ended::ContinuedElsewhere => "continued_elsewhere",
            Ended::CountyRestored => "county_restored",
        }
    }
}

/// Starts a log of our own; its local number.
pub(crate) fn start(conn: &Connection, random: &mut dyn Random) -> Result<u32> {
    let mut log_id = LogId(place::sixteen(random));
    while !log::branches(conn, log_id)?.is_empty() {
        log_id = LogId(place::sixteen(random));
    }
    start_as(conn, log_id)
}

/// Starts a log of our own under an id nobody else has; its local number.
pub(crate) fn start_as(conn: &Connection, log_id: LogId) -> Result<u32> {
    let log_rid = log::start(conn, log_id, None)?;
    conn.execute(
        "INSERT INTO own_log (log_id, ended, sent_seq) VALUES (?1, '', 0)",
        [log_id.0],
    )
    .map_err(writing)?;
    Ok(log_rid)
}

/// Ends the log that is being written. The next [`begin_anew`] starts another.
pub(crate) fn end(conn: &Connection, log_rid: u32, why: Ended) -> Result<()> {
    conn.execute(
        "UPDATE own_log SET ended = ?1
         WHERE log_id = (SELECT log_id FROM log WHERE log_rid = ?2) AND ended = ''",
        (why.code(), log_rid),
    )
    .map_err(writing)?;
    Ok(())
}

/// Starts a new log if the one being written has ended; the log to write from here on.
pub(crate) fn begin_anew(
    conn: &Connection,
    log_rid: u32,
    random: &mut dyn Random,
) -> Result<Option<u32>> {
    let log_id = log::log(conn, log_rid)?.log_id;
    let goes_on: bool = conn
        .query_row(
            "SELECT EXISTS (SELECT 1 FROM own_log WHERE log_id = ?1 AND ended = '')",
            [log_id.0],
            |row| row.get(0),
        )
        .map_err(reading)?;
    if goes_on {
        return Ok(None);
    }
    let fresh = start(conn, random)?;
    conn.execute("UPDATE place SET log_rid = ?1", [fresh])
        .map_err(writing)?;
    Ok(Some(fresh))
}

/// The log this place writes, by its local number and its id.
pub(super) fn present(conn: &Connection) -> Result<(u32, LogId)> {
    conn.prepare_cached("SELECT log_rid, log_id FROM place JOIN log USING (log_rid)")
        .and_then(|mut statement| {
            statement.query_row([], |row| Ok((row.get(0)?, LogId(row.get(1)?))))
        })
        .map_err(reading)
}

/// All logs this place ever wrote.
pub(crate) fn ids(conn: &Connection) -> Result<BTreeSet<LogId>> {
    let mut statement = conn
        .prepare_cached("SELECT log_id FROM own_log")
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| Ok(LogId(row.get(0)?)))
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The newest commit of a log of ours that some bundle carried.
pub(crate) fn sent_seq(conn: &Connection, log_id: LogId) -> Result<u64> {
    conn.prepare_cached("SELECT sent_seq FROM own_log WHERE log_id = ?1")
        .and_then(|mut statement| statement.query_row([log_id.0], |row| row.get(0)).optional())
        .map(|seq| seq.unwrap_or(0))
        .map_err(reading)
}

/// Notes that a bundle carried a log of ours up to this commit.
pub(crate) fn keep_sent(conn: &Connection, log_id: LogId, seq: u64) -> Result<()> {
    conn.execute(
        "UPDATE own_log SET sent_seq = max(sent_seq, ?2) WHERE log_id = ?1",
        (log_id.0, seq),
    )
    .map_err(writing)?;
    Ok(())
}

/// How much is held of a log, on all its branches: it changes whenever a commit of it comes in.
pub(super) fn extent(conn: &Connection, log_rid: u32) -> Result<Vec<(u32, u64, u64)>> {
    let branches = log::branches(conn, log::log(conn, log_rid)?.log_id)?;
    Ok(branches
        .into_iter()
        .map(|branch| (branch.log_rid, branch.contiguous, branch.last_seq))
        .collect())
}

/// The newest commit of the log being written, as this machine remembers it outside the case file.
pub(super) fn head(conn: &Connection, log_rid: u32) -> Result<Head> {
    let row = log::log(conn, log_rid)?;
    let hash = match row.last_seq {
        0 => chain_start(row.log_id),
        seq => log::hash_before(conn, log_rid, seq + 1)?,
    };
    Ok(Head {
        log_id: row.log_id.0,
        seq: row.last_seq,
        hash: hash.0,
    })
}

/// Whether the case file holds what this machine remembers as written.
pub(super) fn holds(conn: &Connection, head: &Head) -> Result<bool> {
    for branch in log::branches(conn, LogId(head.log_id))? {
        if head.seq == 0 {
            return Ok(true);
        }
        let dot = log::dot_on_branch(conn, branch.log_rid, head.seq)?;
        if log::hash_at(conn, dot)? == Some(CommitHash(head.hash)) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read the logs of this place", source)
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("write the logs of this place", source)
}
