//! What the county states to a laptop: what it holds for good, what it lacks, and the number of the statement.
//!
//! A statement replaces the one before it as a whole, so what was confirmed may shrink when the county was
//! restored: then the laptop sends again. One that is not newer than what was seen confirms nothing; what
//! it says is lacking is believed, because sending too much harms nobody. Only the county's signature
//! makes a statement; that is checked where bundles are opened.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};
use countyline_bundle::{Ack, CoverSheet, HubStatement, LackingInterval, Need};
use countyline_ledger::{Dot, LogId};
use rusqlite::{Connection, OptionalExtension};

use super::notices::{self, Kind};
use super::{holdings, store};
use crate::casefile::log::{self, LogRow};
use crate::casefile::{CaseFile, own_log};
use crate::error::{Error, Result};
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};

/// Above this a number is no count any more.
const HIGHEST: u64 = 1 << 53;

/// The last statement made here, or at a laptop the newest one seen.
pub(super) fn newest(conn: &Connection) -> Result<Option<HubStatement>> {
    conn.query_row(
        "SELECT epoch, counter, time_ms FROM county_statement",
        [],
        |row| {
            Ok(HubStatement {
                epoch: row.get(0)?,
                counter: row.get(1)?,
                time_ms: row.get(2)?,
            })
        },
    )
    .optional()
    .map_err(reading)
}

/// The day up to which this place knows what others wrote: at the county today, at a laptop the day of the
/// county's newest word, or the day it began.
pub(crate) fn known_as_of(file: &CaseFile) -> Result<NaiveDate> {
    let now = file.now();
    if file.place().ensure_county().is_ok() {
        return Ok(now.date_naive());
    }
    let millis = match newest(file.conn())? {
        Some(statement) => statement.time_ms,
        None => {
            let first = log::commit(file.conn(), Dot::new(file.place().log_rid, 1))?;
            first.commit.header().wall_ms
        }
    };
    let at = DateTime::from_timestamp_millis(millis).ok_or(Error::DamagedCaseFile)?;
    Ok(at.with_timezone(&now.timezone()).date_naive())
}

/// Counts the county's next statement.
pub(super) fn next(conn: &Connection, time_ms: i64) -> Result<()> {
    let last = newest(conn)?;
    let statement = HubStatement {
        epoch: last.map_or(1, |last| last.epoch),
        counter: last.map_or(0, |last| last.counter) + 1,
        time_ms,
    };
    keep(conn, &statement)
}

/// Begins an epoch at the county, higher than any it or `seen` was in.
pub(crate) fn begin_epoch(conn: &Connection, seen: u64, time_ms: i64) -> Result<()> {
    let last = newest(conn)?.map_or(1, |last| last.epoch);
    let statement = HubStatement {
        epoch: last.max(seen) + 1,
        counter: 0,
        time_ms,
    };
    keep(conn, &statement)
}

/// Whether a laptop has seen a statement of this county that the county does not remember having made: it
/// was restored from a backup and nobody said so.
pub(super) fn is_ahead(conn: &Connection, seen: &HubStatement) -> Result<bool> {
    let made = newest(conn)?.map_or((1, 0), |made| (made.epoch, made.counter));
    let countable = seen.epoch < HIGHEST && seen.counter < HIGHEST;
    Ok(countable && (seen.epoch, seen.counter) > made)
}

/// The laptop that takes a statement in.
pub(super) struct Here<'a> {
    pub(super) device: [u8; 16],
    pub(super) log_rid: u32,
    pub(super) now: &'a str,
}

/// Takes in, at a laptop, what the county states in a bundle; its commits are in the file by now.
pub(super) fn take(conn: &Connection, cover: &CoverSheet, here: &Here<'_>) -> Result<()> {
    let Some(stated) = cover.hub else {
        return Ok(());
    };
    let seen = newest(conn)?.map(|seen| (seen.epoch, seen.counter));
    let is_newer = seen.is_none_or(|seen| (stated.epoch, stated.counter) > seen);
    #[cfg(any(test, feature = "testing"))]
    let is_newer = is_newer || breaks(Broken::OldReturnConfirms);
    if is_newer {
        forget_acknowledged(conn)?;
        clear(conn, "DELETE FROM needed")?;
        let own = own_log::ids(conn)?;
        let acks = cover.acks.iter();
        for ack in acks.filter(|ack| own.contains(&LogId(ack.log_id))) {
            confirm(conn, ack, here)?;
        }
        keep(conn, &stated)?;
        if let Some(known) = &cover.roster_known {
            store::keep_shown_by_county(conn, &cover.device, known.version, here.now)?;
        }
    }
    keep_needed(conn, &cover.need)?;
    notices::forget_explained(conn)
}

fn forget_acknowledged(conn: &Connection) -> Result<()> {
    #[cfg(any(test, feature = "testing"))]
    if breaks(Broken::AckOnlyGrows) {
        return Ok(());
    }
    clear(conn, "DELETE FROM acknowledged")
}

/// Keeps a confirmation, if the commit it names is the one that is held here. Another one in its place, or
/// one behind our last, means that our log went on elsewhere: it ends here, and a person is told.
fn confirm(conn: &Connection, ack: &Ack, here: &Here<'_>) -> Result<()> {
    if holdings::find(conn, ack)?.is_some() {
        conn.execute(
            "INSERT INTO acknowledged (log_id, seq, hash) VALUES (?1, ?2, ?3)
             ON CONFLICT DO NOTHING",
            (ack.log_id, ack.seq, ack.hash),
        )
        .map_err(writing)?;
        return Ok(());
    }
    notices::keep(conn, Kind::ToldDifferently, ack, &here.device, here.now)?;
    if log::log(conn, here.log_rid)?.log_id == LogId(ack.log_id) {
        own_log::end(conn, here.log_rid, own_log::Ended::ContinuedElsewhere)?;
    }
    Ok(())
}

/// How far each branch of our own logs is confirmed. A commit behind a gap confirms none before the gap: what is missing
/// may follow something else.
pub(super) fn confirmed(conn: &Connection) -> Result<BTreeMap<u32, u64>> {
    let mut confirmed: BTreeMap<u32, u64> = BTreeMap::new();
    for ack in acknowledged(conn)? {
        let Some(dot) = holdings::find(conn, &ack)? else {
            continue;
        };
        if !holdings::is_held_with_all_before(conn, dot)? {
            continue;
        }
        for stretch in holdings::chain_to(conn, dot, 1)? {
            let reached = confirmed.entry(stretch.log_rid).or_default();
            *reached = stretch.to.max(*reached);
        }
    }
    Ok(confirmed)
}

/// How many of these commits of a branch are confirmed on no other branch of its log. What came behind a gap before
/// the log was known to have been continued twice may stand on two of them.
pub(super) fn not_confirmed_elsewhere(
    conn: &Connection,
    confirmed: &BTreeMap<u32, u64>,
    branch: &LogRow,
    seqs: Vec<u64>,
) -> Result<u64> {
    let mut others = log::branches(conn, branch.log_id)?;
    others.retain(|other| other.log_rid != branch.log_rid);
    let mut not_confirmed = 0;
    for seq in seqs {
        let here = log::hash_at(conn, Dot::new(branch.log_rid, seq))?;
        let mut is_there = false;
        for other in &others {
            let reached = confirmed.get(&other.log_rid).copied().unwrap_or(0);
            is_there |= (other.branch_from..=reached).contains(&seq)
                && log::hash_at(conn, Dot::new(other.log_rid, seq))? == here;
        }
        not_confirmed += u64::from(!is_there);
    }
    Ok(not_confirmed)
}

/// The newest of our commits up to which, in the log being written or the last one that has any confirmed,
/// everything is at the county.
pub(super) fn confirmed_head(conn: &Connection, log_rid: u32) -> Result<Option<Dot>> {
    let confirmed = confirmed(conn)?;
    let own = confirmed.get(&log_rid).map(|seq| (log_rid, *seq));
    let last = own.or_else(|| confirmed.iter().next_back().map(|(rid, seq)| (*rid, *seq)));
    Ok(last.map(|(rid, seq)| Dot::new(rid, seq)))
}

/// What the county lacks, as far as it said.
pub(super) fn needed(conn: &Connection) -> Result<Vec<Need>> {
    let mut statement = conn
        .prepare_cached("SELECT log_id, from_seq, to_seq FROM needed ORDER BY log_id, from_seq")
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            let interval = LackingInterval {
                from: row.get(1)?,
                to: row.get(2)?,
            };
            Ok(Need {
                log_id: row.get(0)?,
                intervals: vec![interval],
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn acknowledged(conn: &Connection) -> Result<Vec<Ack>> {
    let mut statement = conn
        .prepare_cached("SELECT log_id, seq, hash FROM acknowledged")
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            Ok(Ack {
                log_id: row.get(0)?,
                seq: row.get(1)?,
                hash: row.get(2)?,
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn keep(conn: &Connection, statement: &HubStatement) -> Result<()> {
    conn.execute(
        "INSERT INTO county_statement (id, epoch, counter, time_ms) VALUES (1, ?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET epoch = ?1, counter = ?2, time_ms = ?3",
        (statement.epoch, statement.counter, statement.time_ms),
    )
    .map_err(writing)?;
    Ok(())
}

fn keep_needed(conn: &Connection, need: &[Need]) -> Result<()> {
    for need in need {
        for interval in &need.intervals {
            conn.execute(
                "INSERT INTO needed (log_id, from_seq, to_seq) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO NOTHING",
                (need.log_id, interval.from, interval.to),
            )
            .map_err(writing)?;
        }
    }
    Ok(())
}

fn clear(conn: &Connection, statement: &str) -> Result<()> {
    conn.execute(statement, []).map_err(writing)?;
    Ok(())
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what the county states", source)
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("keep what the county states", source)
}
