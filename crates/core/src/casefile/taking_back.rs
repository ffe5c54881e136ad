//! Taking back what came in with certain bundles: the commits leave the history and the tables are made anew.
//!
//! Only the last merge is ever taken back, only while nothing builds on it, and only while the sealed files
//! themselves are kept ([`crate::exchange`] sees to that): nothing is lost by it. The tables are made anew
//! from the whole history, which takes as long as the history is; it is done rarely, and is certain.

use std::collections::BTreeSet;

use countyline_ledger::{Dot, EntityId, Op, Value, limits};
use rusqlite::{Connection, named_params};

use super::branches::Branches;
use super::{apart, log, rebuild};
use crate::error::{Error, Result};

/// Takes back every commit that came in with these bundles.
pub(crate) fn take_back(conn: &Connection, bundles: &BTreeSet<i64>) -> Result<()> {
    for bundle in bundles {
        conn.execute("DELETE FROM commit_log WHERE bundle = ?1", [bundle])
            .map_err(writing)?;
    }
    // What was kept beside the commits, and only for them.
    for sql in [
        "DELETE FROM attestation WHERE NOT EXISTS
            (SELECT 1 FROM commit_log WHERE dot = (attestation.log_rid << 40 | attestation.seq))",
        "DELETE FROM salt_block WHERE NOT EXISTS
            (SELECT 1 FROM commit_log
             WHERE dot BETWEEN (salt_block.log_rid << 40 | salt_block.block * 4096)
                           AND (salt_block.log_rid << 40 | salt_block.block * 4096 + 4095))",
        "DELETE FROM behind_gap WHERE dot NOT IN (SELECT dot FROM commit_log)",
        "DELETE FROM announced_bundle WHERE dot NOT IN (SELECT dot FROM commit_log)",
        "DELETE FROM erase_late WHERE dot NOT IN (SELECT dot FROM commit_log)",
        "DELETE FROM erase_refused WHERE dot NOT IN (SELECT dot FROM commit_log)",
    ] {
        conn.execute(sql, []).map_err(writing)?;
    }
    for branch in log::logs(conn)? {
        conn.execute(
            "UPDATE log SET contiguous = branch_from - 1, last_seq = branch_from - 1
             WHERE log_rid = :log_rid",
            named_params! { ":log_rid": branch.log_rid },
        )
        .map_err(writing)?;
        log::recount(conn, branch.log_rid, branch.branch_from - 1)?;
    }
    apart::set_all_apart(conn)?;
    rebuild::in_place(conn)?;
    forget_empty_logs(conn)
}

/// The records that commits of these bundles wrote in.
fn records_written(conn: &Connection, bundles: &BTreeSet<i64>) -> Result<BTreeSet<EntityId>> {
    let mut records = BTreeSet::new();
    for branch in log::logs(conn)? {
        each(conn, branch.log_rid, 1, |kept| {
            if bundles.contains(&kept.bundle) {
                for (_, op) in kept.commit.ops().map_err(Error::BrokenHistory)? {
                    records.extend(record_of(&op));
                }
            }
            Ok(())
        })?;
    }
    Ok(records)
}

/// What was done here after a commit of our own that stands in the way of taking bundles back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DoneSince {
    /// Something was handed out.
    HandedOut,
    /// Something replaces what the bundles brought, writes in a record they wrote in, or names one.
    BuiltOn,
}

/// The first thing done here since that stands in the way. `hands_out` says which actions put something into
/// others' hands.
pub(crate) fn done_since(
    conn: &Connection,
    after: Dot,
    bundles: &BTreeSet<i64>,
    hands_out: impl Fn(u16) -> bool,
) -> Result<Option<DoneSince>> {
    let records = records_written(conn, bundles)?;
    let mut branches = Branches::load(conn)?;
    let mut done = None;
    each(conn, after.log_rid(), after.seq() + 1, |kept| {
        let header = kept.commit.header();
        if hands_out(header.action) {
            done.get_or_insert(DoneSince::HandedOut);
            return Ok(());
        }
        let dot = Dot::new(after.log_rid(), header.seq);
        let resolved = branches.resolve(&kept.commit, dot, kept.hash)?;
        let mut parents = resolved.ops.iter().flat_map(|op| op.parents());
        let replaces = parents.try_fold(false, |replaces, parent| {
            Ok::<bool, Error>(replaces || came_with(conn, *parent, bundles)?)
        })?;
        let ops = kept.commit.ops().map_err(Error::BrokenHistory)?;
        let names_one = ops.iter().any(|(_, op)| {
            record_of(op).is_some_and(|entity| records.contains(&entity))
                || values_of(op).any(|value| names(value, &records))
        });
        if replaces || names_one {
            done.get_or_insert(DoneSince::BuiltOn);
        }
        Ok(())
    })?;
    Ok(done)
}

fn came_with(conn: &Connection, dot: Dot, bundles: &BTreeSet<i64>) -> Result<bool> {
    Ok(log::hash_at(conn, dot)?.is_some() && bundles.contains(&log::commit(conn, dot)?.bundle))
}

/// Reads the commits of one branch from a sequence number on.
fn each(
    conn: &Connection,
    log_rid: u32,
    from: u64,
    mut take: impl FnMut(log::KeptCommit) -> Result<()>,
) -> Result<()> {
    let (first, last) = (Dot::new(log_rid, from), Dot::new(log_rid, limits::SEQ));
    log::each_commit(conn, first, last, |_, kept| {
        take(kept)?;
        Ok(true)
    })
    .map(|_| ())
}

fn record_of(op: &Op) -> Option<EntityId> {
    match op {
        Op::Set { entity, .. }
        | Op::Add { entity, .. }
        | Op::Remove { entity, .. }
        | Op::Delete { entity, .. } => Some(*entity),
        Op::Audit { entity, .. } => *entity,
        _ => None,
    }
}

fn values_of(op: &Op) -> Box<dyn Iterator<Item = &Value> + '_> {
    match op {
        Op::Set { fields, .. } => Box::new(fields.values()),
        Op::Add { elements, .. } | Op::Remove { elements, .. } => Box::new(elements.iter()),
        Op::Audit { detail, .. } => Box::new(std::iter::once(detail)),
        _ => Box::new(std::iter::empty()),
    }
}

fn names(value: &Value, records: &BTreeSet<EntityId>) -> bool {
    match value {
        Value::Bytes(bytes) => <[u8; 16]>::try_from(bytes.as_slice())
            .is_ok_and(|entity| records.contains(&EntityId(entity))),
        Value::List(items) => items.iter().any(|item| names(item, records)),
        Value::Map(members) => members.values().any(|member| names(member, records)),
        _ => false,
    }
}

/// A log of which nothing is left and nothing is awaited was first heard of in what was taken back.
fn forget_empty_logs(conn: &Connection) -> Result<()> {
    log::remember_numbers(conn)?;
    let sql = "DELETE FROM log WHERE
            NOT EXISTS (SELECT 1 FROM commit_log
                WHERE dot BETWEEN (log.log_rid << 40) AND (log.log_rid << 40 | 1099511627775))
        AND NOT EXISTS (SELECT 1 FROM replaced_early
                WHERE dot BETWEEN (log.log_rid << 40) AND (log.log_rid << 40 | 1099511627775))
        AND NOT EXISTS (SELECT 1 FROM log AS branch WHERE branch.base_rid = log.log_rid)
        AND NOT (log.branch = x'' AND EXISTS
            (SELECT 1 FROM log AS branch WHERE branch.log_id = log.log_id AND branch.branch <> x''))
        AND log_rid NOT IN (SELECT log_rid FROM place)";
    // A branch goes before the branch it left.
    while conn.execute(sql, []).map_err(writing)? > 0 {}
    Ok(())
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("take the merge back", source)
}
