//! Moving stretches between the branches of a log.
//!
//! Of a log that nobody is known to have continued twice, what lies behind a gap is presumed to stand on its one
//! branch. Once the log turns out to have been, that may be wrong: then each such stretch is set apart, as a branch of
//! its own that left none yet ([`set_apart`]). When what comes before it is placed, it is known which branch it
//! left; if that branch does not go on otherwise, the stretch becomes part of it again ([`join`]).
//!
//! A commit that moves has another dot. Its old one is never given to another commit: a form may be open that showed
//! it. The tables hold dots, so they have to be made anew afterwards.

use countyline_ledger::{CommitHash, Dot, LogId};
use rusqlite::{Connection, named_params};

use super::log::{self, Beginning, LogRow, writing};
use super::salts;
use crate::error::{Error, Result};

/// Where a commit's dot is kept beside the history and the tables that are made from it.
const BESIDE: [&str; 5] = [
    "behind_gap",
    "announced_bundle",
    "erase_order",
    "erase_late",
    "erase_refused",
];

/// Sets apart what lies behind gaps of every log that was continued twice, and says whether there was anything.
pub(super) fn set_all_apart(conn: &Connection) -> Result<bool> {
    let mut logs: Vec<LogId> = log::logs(conn)?.iter().map(|row| row.log_id).collect();
    logs.sort_unstable();
    logs.dedup();
    let mut moved = false;
    for log_id in logs {
        if log::branches(conn, log_id)?.len() > 1 {
            moved |= set_apart(conn, log_id)?;
        }
    }
    Ok(moved)
}

/// Sets apart what lies behind gaps of a log, and says whether there was anything. A branch whose base no longer holds
/// what the branch follows stands apart as well.
pub(super) fn set_apart(conn: &Connection, log_id: LogId) -> Result<bool> {
    let mut moved = false;
    for branch in log::branches(conn, log_id)? {
        if branch.has_gap() {
            set_apart_from(conn, &branch)?;
            moved = true;
        }
    }
    for branch in log::branches(conn, log_id)? {
        if branch.base_rid.is_some() && followed_by(conn, &branch)?.is_none() {
            log::leave(conn, branch.log_rid, None)?;
        }
    }
    Ok(moved)
}

/// Makes branches that stood apart, and no longer do, part of the branches they left, where those end there. Says
/// whether there was anything.
pub(super) fn join(conn: &Connection, joined: &[u32]) -> Result<bool> {
    let mut moved = false;
    for log_rid in joined {
        let branch = log::log(conn, *log_rid)?;
        let Some(base_rid) = branch.base_rid else {
            continue;
        };
        let base = log::log(conn, base_rid)?;
        if base.last_seq.max(base.taken_to) + 1 == branch.branch_from {
            let children = children(conn, &branch)?;
            give_to(conn, &branch, branch.branch_from, branch.last_seq, base_rid)?;
            retire(conn, &branch)?;
            for (child, _) in children {
                log::leave(conn, child, Some(base_rid))?;
            }
            moved = true;
        }
    }
    Ok(moved)
}

/// Gives each stretch behind a gap of a branch a branch of its own.
fn set_apart_from(conn: &Connection, branch: &LogRow) -> Result<()> {
    let children = children(conn, branch)?;
    let of_log = branch.log_id;
    for (from, to) in stretches(conn, branch)? {
        let first = Dot::new(branch.log_rid, from);
        if let Some(other) = held_twice_on(conn, branch, from, to)? {
            let last = Dot::new(branch.log_rid, to);
            conn.execute(
                "DELETE FROM commit_log WHERE dot BETWEEN ?1 AND ?2",
                [first.to_i64(), last.to_i64()],
            )
            .map_err(writing)?;
            give_to(conn, branch, from, to, other)?;
            continue;
        }
        let previous = log::hash_followed(conn, first)?;
        let beginning = Beginning {
            seq: from,
            hash: log::hash_at(conn, first)?.ok_or(Error::DamagedCaseFile)?,
            base_rid: holder(conn, of_log, from - 1, previous)?,
        };
        let apart = log::start(conn, of_log, Some(beginning))?;
        give_to(conn, branch, from, to, apart)?;
    }
    log::keep_taken(conn, branch)?;
    for (child, follows) in children {
        let before = log::log(conn, child)?.branch_from - 1;
        if let Some(base_rid) = holder(conn, of_log, before, follows)? {
            log::leave(conn, child, Some(base_rid))?;
        }
    }
    log::recount(conn, branch.log_rid, branch.contiguous)
}

/// The branches that left this one, each with the commit it follows.
fn children(conn: &Connection, branch: &LogRow) -> Result<Vec<(u32, Option<CommitHash>)>> {
    let mut of_log = log::branches(conn, branch.log_id)?;
    of_log.retain(|row| row.base_rid == Some(branch.log_rid));
    let with_base = of_log
        .iter()
        .map(|row| Ok((row.log_rid, followed_by(conn, row)?)));
    with_base.collect()
}

/// The commit that a branch follows, if it is held.
fn followed_by(conn: &Connection, branch: &LogRow) -> Result<Option<CommitHash>> {
    let before = log::dot_on_branch(conn, branch.log_rid, branch.branch_from - 1)?;
    log::hash_at(conn, before)
}

/// The runs of commits behind the first gap of a branch.
fn stretches(conn: &Connection, branch: &LogRow) -> Result<Vec<(u64, u64)>> {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for kept in log::commits(conn, branch.log_rid, branch.contiguous + 1, branch.last_seq)? {
        let seq = kept.dot.seq();
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == seq => *last = seq,
            _ => runs.push((seq, seq)),
        }
    }
    Ok(runs)
}

/// The other branch that holds a whole stretch of this one too, as files of earlier programs may.
fn held_twice_on(conn: &Connection, branch: &LogRow, from: u64, to: u64) -> Result<Option<u32>> {
    let last = log::hash_at(conn, Dot::new(branch.log_rid, to))?;
    for other in log::branches(conn, branch.log_id)? {
        if other.log_rid != branch.log_rid
            && log::hash_at(conn, Dot::new(other.log_rid, to))? == last
            && log::count_held(conn, other.log_rid, from, to)? == to + 1 - from
        {
            return Ok(Some(other.log_rid));
        }
    }
    Ok(None)
}

/// The branch that holds the commit of this number and hash.
fn holder(
    conn: &Connection,
    log_id: LogId,
    seq: u64,
    hash: Option<CommitHash>,
) -> Result<Option<u32>> {
    for branch in log::branches(conn, log_id)? {
        let held = log::hash_at(conn, Dot::new(branch.log_rid, seq))?;
        if held.is_some() && held == hash {
            return Ok(Some(branch.log_rid));
        }
    }
    Ok(None)
}

/// Gives commits of a branch to another one of its log, with what is kept beside them.
fn give_to(conn: &Connection, from: &LogRow, first: u64, last: u64, to_rid: u32) -> Result<()> {
    if first <= last {
        salts::follow_to(conn, from.log_rid, (first, last), to_rid)?;
        let beside = BESIDE.map(|table| format!("OR REPLACE {table}"));
        for table in ["commit_log".to_owned()].iter().chain(&beside) {
            let sql = format!(
                "UPDATE {table} SET dot = dot + :further WHERE dot BETWEEN :first AND :last"
            );
            let further = Dot::new(to_rid, 0).to_i64() - Dot::new(from.log_rid, 0).to_i64();
            conn.execute(
                &sql,
                named_params! {
                    ":further": further,
                    ":first": Dot::new(from.log_rid, first).to_i64(),
                    ":last": Dot::new(from.log_rid, last).to_i64(),
                },
            )
            .map_err(writing)?;
        }
        conn.execute(
            "UPDATE OR REPLACE attestation SET log_rid = ?1
             WHERE log_rid = ?2 AND seq BETWEEN ?3 AND ?4",
            (to_rid, from.log_rid, first, last),
        )
        .map_err(writing)?;
    }
    log::recount(conn, to_rid, log::log(conn, to_rid)?.contiguous)
}

/// Removes a branch whose commits are elsewhere. Its number is not given again.
fn retire(conn: &Connection, branch: &LogRow) -> Result<()> {
    log::remember_numbers(conn)?;
    for sql in [
        "DELETE FROM salt_block WHERE log_rid = ?1",
        "DELETE FROM log WHERE log_rid = ?1",
    ] {
        conn.execute(sql, [branch.log_rid]).map_err(writing)?;
    }
    Ok(())
}
