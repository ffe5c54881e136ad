//! What the county last heard from each laptop: when, and all that it held. From this follows what to hand back
//! to it. Before a merge changes what was heard, it is put aside, so that taking the merge back brings it back.

use std::collections::BTreeMap;

use countyline_bundle::{CoverSheet, Have, HeldInterval, LackingInterval, Need, Roster};
use countyline_ledger::{Dot, Op, Value, limits};
use rusqlite::{Connection, OptionalExtension, named_params};

use super::holdings::{self, Seqs};
use super::store;
use crate::casefile::{Action, log};
use crate::days;
use crate::error::{Error, Result};

/// What was heard last from one laptop.
pub(super) struct Heard {
    pub(super) heard_at: String,
    pub(super) made_at: String,
}

/// Keeps what a week says beside its commits, unless the week was sent before the last one that came.
///
/// A laptop only ever comes to hold more. One that holds less of something and more of something else is
/// not the one that was heard last: it was restored, or several machines run from copies of one disk. Then
/// every telling counts until a later one holds all that it does.
pub(super) fn keep(conn: &Connection, cover: &CoverSheet, now: &str) -> Result<()> {
    let device = &cover.device;
    let said = holdings::proved(conn, &cover.have)?;
    let mut counting = tellings(conn, device)?;
    let holds_nothing_new = |known: &Telling| {
        holdings::covers(&known.proved, &said) && !holdings::covers(&said, &known.proved)
    };
    if counting.iter().any(holds_nothing_new) && holdings::is_proved(conn, &cover.have)? {
        return Ok(());
    }
    counting.retain(|known| !holdings::covers(&said, &known.proved));
    forget(conn, device)?;
    keep_have(conn, device, LAST, &cover.have)?;
    keep_in_part(conn, device, LAST, &stretches(&cover.need))?;
    for (known, number) in counting.iter().zip(LAST + 1..MOST_TELLINGS) {
        keep_have(conn, device, number, &known.have)?;
        keep_in_part(conn, device, number, &known.in_part)?;
    }
    conn.execute(
        "INSERT OR REPLACE INTO laptop_heard (device, telling, heard_at, made_at)
         VALUES (:device, :telling, :heard_at, :made_at)",
        named_params! {
            ":device": cover.device,
            ":telling": LAST,
            ":heard_at": now,
            ":made_at": days::from_millis(cover.created_ms),
        },
    )
    .map_err(writing)?;
    Ok(())
}

/// Puts aside what was heard of every laptop, before the first bundle of a merge changes it.
pub(super) fn put_aside(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "DELETE FROM laptop_heard WHERE telling >= 64;
         DELETE FROM laptop_have WHERE telling >= 64;
         DELETE FROM laptop_in_part WHERE telling >= 64;
         INSERT INTO laptop_heard (device, telling, heard_at, made_at)
            SELECT device, telling + 64, heard_at, made_at FROM laptop_heard;
         INSERT INTO laptop_have (device, telling, log_id, from_seq, to_seq, hash)
            SELECT device, telling + 64, log_id, from_seq, to_seq, hash FROM laptop_have;
         INSERT INTO laptop_in_part (device, telling, log_id, from_seq, to_seq)
            SELECT device, telling + 64, log_id, from_seq, to_seq FROM laptop_in_part;",
    )
    .map_err(writing)
}

/// What was put aside before the last merge is what was heard last: that merge was taken back.
pub(super) fn bring_back(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "DELETE FROM laptop_heard WHERE telling < 64;
         DELETE FROM laptop_have WHERE telling < 64;
         DELETE FROM laptop_in_part WHERE telling < 64;
         UPDATE laptop_heard SET telling = telling - 64;
         UPDATE laptop_have SET telling = telling - 64;
         UPDATE laptop_in_part SET telling = telling - 64;",
    )
    .map_err(writing)
}

/// What was heard last from a laptop, if anything was.
pub(super) fn last(conn: &Connection, device: &[u8; 16]) -> Result<Option<Heard>> {
    conn.query_row(
        "SELECT heard_at, made_at FROM laptop_heard WHERE device = ?1 AND telling = ?2",
        (device, LAST),
        |row| {
            Ok(Heard {
                heard_at: row.get(0)?,
                made_at: row.get(1)?,
            })
        },
    )
    .optional()
    .map_err(reading)
}

/// The commits a laptop has proved to hold, for each branch: by all its tellings that count.
pub(super) fn proved(conn: &Connection, device: &[u8; 16]) -> Result<BTreeMap<u32, Seqs>> {
    let all = tellings(conn, device)?
        .into_iter()
        .map(|telling| telling.proved);
    let common = all.reduce(|one, other| holdings::both(&one, &other));
    Ok(common.unwrap_or_default())
}

/// All that a laptop said to hold, by any telling that counts.
pub(super) fn have(conn: &Connection, device: &[u8; 16]) -> Result<Vec<Have>> {
    let all = tellings(conn, device)?.into_iter();
    Ok(all.flat_map(|telling| telling.have).collect())
}

/// The stretches that a laptop said to hold in part only, by any telling that counts.
pub(super) fn in_part(conn: &Connection, device: &[u8; 16]) -> Result<Vec<InPart>> {
    let all = tellings(conn, device)?.into_iter();
    Ok(all.flat_map(|telling| telling.in_part).collect())
}

/// A log, and a stretch of it.
pub(super) type InPart = ([u8; 16], LackingInterval);

const LAST: i64 = 0;
/// So many tellings of one laptop count at most; one more makes the oldest count no longer. What was put aside before
/// a merge is numbered from 64 on.
const MOST_TELLINGS: i64 = 16;

/// What a laptop said once to hold, of which it is not known that it holds it still and more.
struct Telling {
    have: Vec<Have>,
    in_part: Vec<InPart>,
    /// What of it proves to be the same commits as ours.
    proved: BTreeMap<u32, Seqs>,
}

/// The tellings of a laptop that count, the last first.
fn tellings(conn: &Connection, device: &[u8; 16]) -> Result<Vec<Telling>> {
    let mut tellings = Vec::new();
    for number in LAST..MOST_TELLINGS {
        let have = told(conn, device, number)?;
        if have.is_empty() {
            break;
        }
        tellings.push(Telling {
            proved: holdings::proved(conn, &have)?,
            in_part: in_part_told(conn, device, number)?,
            have,
        });
    }
    Ok(tellings)
}

fn told(conn: &Connection, device: &[u8; 16], telling: i64) -> Result<Vec<Have>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT log_id, from_seq, to_seq, hash FROM laptop_have
             WHERE device = ?1 AND telling = ?2 ORDER BY log_id, from_seq",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map((device, telling), |row| {
            let interval = HeldInterval {
                from: row.get(1)?,
                to: row.get(2)?,
                hash: row.get(3)?,
            };
            Ok(Have {
                log_id: row.get(0)?,
                intervals: vec![interval],
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// Bundles that a laptop's history says were written, and how many of them never came.
pub(super) fn announced(conn: &Connection, device: &[u8; 16]) -> Result<(u64, u64)> {
    conn.query_row(
        "SELECT count(*), count(*) - count(bundle.sha256) FROM announced_bundle
         LEFT JOIN bundle USING (sha256) WHERE announced_bundle.device = ?1",
        [device],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
    .map_err(reading)
}

fn in_part_told(conn: &Connection, device: &[u8; 16], telling: i64) -> Result<Vec<InPart>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT log_id, from_seq, to_seq FROM laptop_in_part
             WHERE device = ?1 AND telling = ?2 ORDER BY log_id, from_seq",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map((device, telling), |row| {
            let stretch = LackingInterval {
                from: row.get(1)?,
                to: row.get(2)?,
            };
            Ok((row.get(0)?, stretch))
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn stretches(need: &[Need]) -> Vec<InPart> {
    let all = need.iter().flat_map(|need| {
        let stretches = need.intervals.iter();
        stretches.map(|stretch| (need.log_id, *stretch))
    });
    all.filter(|(_, stretch)| stretch.from > 0 && stretch.to <= limits::SEQ)
        .collect()
}

fn forget(conn: &Connection, device: &[u8; 16]) -> Result<()> {
    for sql in [
        "DELETE FROM laptop_have WHERE device = ?1 AND telling < ?2",
        "DELETE FROM laptop_in_part WHERE device = ?1 AND telling < ?2",
    ] {
        conn.execute(sql, (device, MOST_TELLINGS))
            .map_err(writing)?;
    }
    Ok(())
}

fn keep_in_part(conn: &Connection, device: &[u8; 16], telling: i64, told: &[InPart]) -> Result<()> {
    let mut statement = conn
        .prepare_cached(
            "INSERT INTO laptop_in_part (device, telling, log_id, from_seq, to_seq)
             VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
        )
        .map_err(writing)?;
    for (log_id, stretch) in told {
        statement
            .execute((device, telling, log_id, stretch.from, stretch.to))
            .map_err(writing)?;
    }
    Ok(())
}

fn keep_have(conn: &Connection, device: &[u8; 16], telling: i64, have: &[Have]) -> Result<()> {
    let mut statement = conn
        .prepare_cached(
            "INSERT INTO laptop_have (device, telling, log_id, from_seq, to_seq, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
        )
        .map_err(writing)?;
    for (log_id, held) in holdings::intervals(have) {
        statement
            .execute((device, telling, log_id, held.from, held.to, held.hash))
            .map_err(writing)?;
    }
    Ok(())
}

/// Each sending is a commit that names the files written. It travels in the next week, so a file that was
/// lost on the way becomes known.
pub(super) fn keep_announced(conn: &Connection, roster: &Roster, sendings: &[Dot]) -> Result<()> {
    for dot in sendings {
        let log_id = log::log(conn, dot.log_rid())?.log_id;
        let owner = store::owner_of_log(conn, &log_id.0)?;
        let mut entries = roster.entries.iter();
        let Some(writer) = entries.find(|entry| Some(entry.verifying_key.key_id()) == owner) else {
            continue;
        };
        let ops = log::commit(conn, *dot)?.commit.ops();
        for (_, op) in ops.map_err(Error::BrokenHistory)? {
            if let Op::Audit { what, detail, .. } = op
                && what == Action::SendWeek as u16
            {
                for sha256 in hashes(&detail) {
                    announce(conn, sha256, &writer.device, *dot)?;
                }
            }
        }
    }
    Ok(())
}

fn hashes(detail: &Value) -> Vec<[u8; 32]> {
    let one = |value: &Value| match value {
        Value::Bytes(bytes) => <[u8; 32]>::try_from(bytes.as_slice()).ok(),
        _ => None,
    };
    match detail {
        Value::List(values) => values.iter().filter_map(one).collect(),
        value => one(value).into_iter().collect(),
    }
}

fn announce(conn: &Connection, sha256: [u8; 32], device: &[u8; 16], dot: Dot) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO announced_bundle (sha256, device, dot) VALUES (?1, ?2, ?3)
         ON CONFLICT DO NOTHING",
    )
    .and_then(|mut statement| statement.execute((sha256, device, dot.to_i64())))
    .map_err(writing)?;
    Ok(())
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what was heard of a laptop", source)
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("keep what was heard of a laptop", source)
}
