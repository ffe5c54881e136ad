//! The rows as they lie beside the history.

use std::collections::BTreeMap;

use countyline_ledger::EntityId;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::chain::{self, Link};
use crate::error::{Error, Result};

/// What stands where a row is about no record.
pub(super) const NOTHING: EntityId = EntityId([0; 16]);

/// Rows of the last minutes that are read when an office was opened, at most.
const RECENT_AT_MOST: i64 = 1000;

/// One look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Row {
    /// Milliseconds since 1970, UTC.
    pub(super) at_ms: i64,
    /// Staff id.
    pub(super) who: EntityId,
    /// Number of what was done, maybe of a newer program.
    pub(super) deed: u8,
    /// The victim's id, or [`NOTHING`].
    pub(super) record: EntityId,
    /// Wrong passphrases before it.
    pub(super) times: u16,
}

/// Where the chain begins and ends.
struct Ends {
    begins: (i64, Link),
    last: (i64, Link),
    told: i64,
}

/// Appends rows to the chain.
pub(super) fn append(conn: &Connection, rows: &[Row]) -> Result<()> {
    let (mut seq, mut hash) = ends(conn)?.last;
    let mut insert = conn
        .prepare_cached(
            "INSERT INTO look (seq, at_ms, who, deed, record, times, hash)
             VALUES (:seq, :at_ms, :who, :deed, :record, :times, :hash)",
        )
        .map_err(writing)?;
    for row in rows {
        seq += 1;
        hash = chain::link(&hash, seq, row);
        insert
            .execute(named_params! {
                ":seq": seq,
                ":at_ms": row.at_ms,
                ":who": row.who.0,
                ":deed": row.deed,
                ":record": row.record.0,
                ":times": row.times,
                ":hash": hash,
            })
            .map_err(writing)?;
    }
    conn.prepare_cached("UPDATE look_chain SET last_seq = :seq, last_hash = :hash")
        .and_then(|mut update| update.execute(named_params! { ":seq": seq, ":hash": hash }))
        .map_err(writing)?;
    Ok(())
}

/// When each thing was looked at last by this person since then.
pub(super) fn recent(
    conn: &Connection,
    who: EntityId,
    since_ms: i64,
) -> Result<BTreeMap<(u8, [u8; 16]), i64>> {
    let mut newest = conn
        .prepare_cached(
            "SELECT deed, record, at_ms, who FROM look ORDER BY seq DESC LIMIT :at_most",
        )
        .map_err(reading)?;
    let rows = newest
        .query_map(named_params! { ":at_most": RECENT_AT_MOST }, |row| {
            let key: (u8, [u8; 16]) = (row.get(0)?, row.get(1)?);
            Ok((key, row.get::<_, i64>(2)?, row.get::<_, [u8; 16]>(3)?))
        })
        .map_err(reading)?;
    let mut recent = BTreeMap::new();
    for row in rows {
        let (key, at_ms, by) = row.map_err(reading)?;
        if at_ms >= since_ms && by == who.0 {
            recent.entry(key).or_insert(at_ms);
        }
    }
    Ok(recent)
}

/// The rows of a stretch of time, the oldest first, with their numbers.
pub(super) fn between(conn: &Connection, from_ms: i64, to_ms: i64) -> Result<Vec<(i64, Row)>> {
    let sql = "SELECT seq, at_ms, who, deed, record, times FROM look
               WHERE at_ms >= ?1 AND at_ms < ?2 ORDER BY seq";
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let rows = statement
        .query_map([from_ms, to_ms], numbered)
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The rows that no week has carried, the oldest first, and the hash they follow on.
pub(super) fn untold(conn: &Connection, most: usize) -> Result<(Vec<(i64, Row)>, Link)> {
    let ends = ends(conn)?;
    let sql = "SELECT seq, at_ms, who, deed, record, times FROM look
               WHERE seq > ?1 ORDER BY seq LIMIT ?2";
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let rows = statement
        .query_map([ends.told, most], numbered)
        .and_then(|rows| rows.collect::<rusqlite::Result<Vec<_>>>())
        .map_err(reading)?;
    let follows = match ends.told == ends.begins.0 {
        true => ends.begins.1,
        false => hash_of(conn, ends.told)?,
    };
    Ok((rows, follows))
}

/// Notes that the rows up to this one go along with a week.
pub(super) fn keep_told(conn: &Connection, seq: i64) -> Result<()> {
    conn.execute("UPDATE look_chain SET told_seq = max(told_seq, ?1)", [seq])
        .map_err(writing)?;
    Ok(())
}

/// When the oldest row that is kept was written.
pub(super) fn first_ms(conn: &Connection) -> Result<Option<i64>> {
    conn.query_row("SELECT at_ms FROM look ORDER BY seq LIMIT 1", [], |row| {
        row.get(0)
    })
    .optional()
    .map_err(reading)
}

/// Lets the oldest rows go, up to the first that is young enough; what is left still hangs on the chain.
pub(super) fn let_go(conn: &Connection, before_ms: i64, needs_telling: bool) -> Result<()> {
    let ends = ends(conn)?;
    let may_go = if needs_telling {
        ends.told
    } else {
        ends.last.0
    };
    let first_kept: i64 = conn
        .query_row(
            "SELECT coalesce(min(seq), ?2 + 1) FROM look WHERE at_ms >= ?1",
            [before_ms, ends.last.0],
            |row| row.get(0),
        )
        .map_err(reading)?;
    let last = may_go.min(first_kept - 1);
    if last <= ends.begins.0 {
        return Ok(());
    }
    let hash = hash_of(conn, last)?;
    conn.execute(
        "UPDATE look_chain SET begins_seq = :seq, begins_hash = :hash",
        named_params! { ":seq": last, ":hash": hash },
    )
    .and_then(|_| conn.execute("DELETE FROM look WHERE seq <= ?1", [last]))
    .map_err(writing)?;
    Ok(())
}

/// Whether every row follows on the one before, from where the chain begins to where it ends.
pub(super) fn is_chained(conn: &Connection) -> Result<bool> {
    let ends = ends(conn)?;
    let sql = "SELECT seq, at_ms, who, deed, record, times, hash FROM look ORDER BY seq";
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let rows = statement
        .query_map([], |row| Ok((numbered(row)?, row.get::<_, Link>(6)?)))
        .map_err(reading)?;
    let (mut seq, mut hash) = ends.begins;
    for row in rows {
        let ((number, row), kept) = row.map_err(reading)?;
        hash = chain::link(&hash, seq + 1, &row);
        if number != seq + 1 || hash != kept {
            return Ok(false);
        }
        seq = number;
    }
    Ok((seq, hash) == ends.last)
}

fn ends(conn: &Connection) -> Result<Ends> {
    conn.prepare_cached(
        "SELECT begins_seq, begins_hash, last_seq, last_hash, told_seq FROM look_chain",
    )
    .and_then(|mut statement| {
        statement.query_row([], |row| {
            Ok(Ends {
                begins: (row.get(0)?, row.get(1)?),
                last: (row.get(2)?, row.get(3)?),
                told: row.get(4)?,
            })
        })
    })
    .map_err(reading)
}

fn hash_of(conn: &Connection, seq: i64) -> Result<Link> {
    conn.query_row("SELECT hash FROM look WHERE seq = ?1", [seq], |row| {
        row.get(0)
    })
    .map_err(reading)
}

fn numbered(row: &rusqlite::Row<'_>) -> rusqlite::Result<(i64, Row)> {
    let look = Row {
        at_ms: row.get(1)?,
        who: EntityId(row.get(2)?),
        deed: row.get(3)?,
        record: EntityId(row.get(4)?),
        times: row.get(5)?,
    };
    Ok((row.get(0)?, look))
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read who looked at what", source)
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("keep who looked at what", source)
}
