//! What a case file holds, told for an oracle: commits as they were signed, what stands, what a row shows;
//! and a pen for what no screen of ours writes yet: deletions, and what a newer program might say.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{
    CommitHash, Dot, EntityId, EntityKey, EntityState, FieldId, LogId, RecordType, ResolvedOp,
};
use rusqlite::types::Value as SqlValue;

use crate::casefile::{Action, CaseFile, Seen, log, own_log, salts, tables};
use crate::error::{Error, Result};
use crate::registry::RECORDS;

/// A commit as it lies in a case file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldCommit {
    /// Its local number here.
    pub dot: Dot,
    /// Its log.
    pub log: LogId,
    /// Its hash.
    pub hash: CommitHash,
    /// The hash before it on its branch, if that commit is held or it is the first.
    pub previous: Option<CommitHash>,
    /// The commit's bytes.
    pub bytes: Vec<u8>,
    /// The bundle it came in, by its number here; 0 if it was written here.
    pub bundle: i64,
}

/// Every commit held, branch by branch.
pub fn held(file: &CaseFile) -> Result<Vec<HeldCommit>> {
    let mut held = Vec::new();
    for branch in log::logs(file.conn())? {
        held.extend(of_branch(file, &branch, branch.branch_from)?);
    }
    Ok(held)
}

/// The commits this place wrote behind a commit of one of its logs: in that log, and in those it began since.
pub fn written_since(file: &CaseFile, log: LogId, seq: u64) -> Result<Vec<HeldCommit>> {
    let conn = file.conn();
    let mut own = own_log::ids(conn)?;
    own.insert(log);
    let mut written = Vec::new();
    let mut reached = false;
    for branch in log::logs(conn)? {
        reached |= branch.log_id == log;
        if !reached || !own.contains(&branch.log_id) {
            continue;
        }
        let from = match branch.log_id == log {
            true => branch.branch_from.max(seq + 1),
            false => branch.branch_from,
        };
        // What came back to its own writer came in a bundle.
        let held = of_branch(file, &branch, from)?;
        written.extend(held.into_iter().filter(|held| held.bundle == 0));
    }
    Ok(written)
}

/// The number of commits this place wrote in its present log, and the log.
pub fn own_log(file: &CaseFile) -> Result<(LogId, u64)> {
    let branch = log::log(file.conn(), file.place().log_rid)?;
    Ok((branch.log_id, branch.last_seq))
}

fn of_branch(file: &CaseFile, branch: &log::LogRow, from: u64) -> Result<Vec<HeldCommit>> {
    let conn = file.conn();
    let mut held = Vec::new();
    for kept in log::commits(conn, branch.log_rid, from, branch.last_seq)? {
        let seq = kept.commit.header().seq;
        let previous = if seq == 1 {
            Some(countyline_ledger::chain_start(branch.log_id))
        } else {
            log::hash_at(conn, log::dot_on_branch(conn, branch.log_rid, seq - 1)?)?
        };
        held.push(HeldCommit {
            dot: Dot::new(branch.log_rid, seq),
            log: branch.log_id,
            hash: kept.hash,
            previous,
            bytes: kept.commit.bytes().to_vec(),
            bundle: kept.bundle,
        });
    }
    Ok(held)
}

/// What the tables say stands in every record that was written in.
pub fn states(file: &CaseFile) -> Result<Vec<EntityState>> {
    let mut states = Vec::new();
    for key in keys(file)? {
        states.extend(tables::load(file.conn(), key)?);
    }
    Ok(states)
}

fn keys(file: &CaseFile) -> Result<BTreeSet<EntityKey>> {
    let mut keys = BTreeSet::new();
    let rows = RECORDS
        .iter()
        .map(|record| format!("SELECT {}, id FROM {}", record.id, record.name));
    let beside = ["field_head", "set_member", "tombstone", "replaced_early"]
        .map(|table| format!("SELECT DISTINCT record, entity FROM {table}"));
    for sql in rows.chain(beside) {
        let mut statement = file.conn().prepare_cached(&sql).map_err(reading)?;
        let found = statement
            .query_map([], |row| {
                Ok(EntityKey {
                    record: RecordType(row.get(0)?),
                    entity: EntityId(row.get(1)?),
                })
            })
            .map_err(reading)?;
        for key in found {
            keys.insert(key.map_err(reading)?);
        }
    }
    Ok(keys)
}

/// What the row of a record shows in each column that stands for a field, and in `deleted`. None if there
/// is no row.
pub fn row(file: &CaseFile, key: EntityKey) -> Result<Option<BTreeMap<String, SqlValue>>> {
    let Some(record) = crate::registry::record(key.record) else {
        return Ok(None);
    };
    let sql = format!("SELECT * FROM {} WHERE id = ?1", record.name);
    let mut statement = file.conn().prepare_cached(&sql).map_err(reading)?;
    let names: Vec<String> = statement
        .column_names()
        .into_iter()
        .map(str::to_owned)
        .collect();
    let mut rows = statement.query([key.entity.0]).map_err(reading)?;
    let Some(found) = rows.next().map_err(reading)? else {
        return Ok(None);
    };
    let mut row = BTreeMap::new();
    for (at, name) in names.into_iter().enumerate() {
        if !matches!(name.as_str(), "rid" | "id" | "dot" | "ver") {
            row.insert(name, found.get(at).map_err(reading)?);
        }
    }
    Ok(Some(row))
}

/// Whether the inbox asks about a field.
pub fn is_asked_about(file: &CaseFile, key: EntityKey, field: FieldId) -> Result<bool> {
    file.conn()
        .query_row(
            "SELECT EXISTS (SELECT 1 FROM field_head
             WHERE record = ?1 AND entity = ?2 AND field = ?3 AND open = 1)",
            (key.record.0, key.entity.0, field.0),
            |row| row.get(0),
        )
        .map_err(reading)
}

/// Everything in every table but this place's own keys and counters, as text to compare by.
pub fn dump(file: &CaseFile) -> Result<BTreeMap<String, Vec<Vec<SqlValue>>>> {
    let mut statement = file
        .conn()
        .prepare_cached("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .map_err(reading)?;
    let names = statement
        .query_map([], |row| row.get(0))
        .map_err(reading)?
        .collect::<rusqlite::Result<Vec<String>>>()
        .map_err(reading)?;
    let mut dump = BTreeMap::new();
    for name in names {
        if !name.starts_with("sqlite_") && name != "place" {
            let rows = tables::dump(file.conn(), &name)?;
            dump.insert(name, rows);
        }
    }
    Ok(dump)
}

/// The hash of a commit that is held here under that dot.
pub fn hash_of(file: &CaseFile, dot: Dot) -> Result<Option<CommitHash>> {
    log::hash_at(file.conn(), dot)
}

/// The commits whose values a form showed, by a view's `seen`.
pub fn seen(file: &CaseFile, token: &str) -> Result<BTreeSet<CommitHash>> {
    let seen = Seen::from_token(token)?;
    let mut hashes = BTreeSet::new();
    for dot in seen.dots() {
        hashes.insert(hash_of(file, dot)?.ok_or(Error::DamagedCaseFile)?);
    }
    Ok(hashes)
}

/// Writes operations no screen of ours writes, as one change.
pub fn write(file: &mut CaseFile, ops: Vec<ResolvedOp>) -> Result<()> {
    file.change(Action::EditVictim, |change| {
        ops.into_iter().for_each(|op| change.craft(op));
        Ok(())
    })?;
    Ok(())
}

/// Whether the seed is kept that a commit's salts follow from.
pub fn keeps_seed(file: &CaseFile, dot: Dot) -> Result<bool> {
    Ok(salts::seed(file.conn(), dot.log_rid(), dot.seq())?.is_some())
}

/// The order heads show in: lamport number and hash of a commit that is held here.
pub fn order(file: &CaseFile, dot: Dot) -> Result<(u64, CommitHash)> {
    log::order(file.conn(), dot)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read the case file", source)
}

/// The victims in whose names, case number or ways to be reached each word typed stands somewhere, as a program finds
/// them that keeps no index: by `LIKE`, in the order of names, as many as a screen shows. It hears no sound and mends
/// no misspelling, and what it finds it does not yet show.
pub fn find_by_like(file: &CaseFile, typed: &str) -> Result<Vec<EntityId>> {
    let patterns: Vec<String> = typed
        .split_whitespace()
        .map(|word| format!("%{word}%"))
        .collect();
    let each: Vec<String> = (1..=patterns.len())
        .map(|at| {
            format!(
                "(given_name LIKE ?{at} OR family_name LIKE ?{at} OR case_number LIKE ?{at}
                  OR EXISTS (SELECT 1 FROM contact_method
                             WHERE victim = victim.id AND value LIKE ?{at}))"
            )
        })
        .collect();
    let sql = format!(
        "SELECT id FROM victim WHERE deleted <> 1 AND {}
         ORDER BY family_name, given_name, case_number LIMIT 50",
        each.join(" AND ")
    );
    let mut statement = file.conn().prepare_cached(&sql).map_err(finding)?;
    let rows = statement
        .query_map(rusqlite::params_from_iter(&patterns), |row| {
            row.get(0).map(EntityId)
        })
        .map_err(finding)?;
    rows.map(|id| id.map_err(finding)).collect()
}

fn finding(source: rusqlite::Error) -> Error {
    Error::database("find a victim", source)
}
