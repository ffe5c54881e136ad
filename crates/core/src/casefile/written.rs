//! What was written in some records, out of the whole history.

use std::collections::BTreeSet;

use countyline_ledger::{CommitHash, Dot, EntityId, ResolvedOp};
use rusqlite::Connection;

use super::branches::Branches;
use super::log::{self, KeptCommit};
use crate::error::{Error, Result};

/// A commit that wrote in one of the records that were asked for, with everything it wrote.
pub(crate) struct WrittenCommit {
    pub(crate) kept: KeptCommit,
    pub(crate) ops: Vec<ResolvedOp>,
}

/// The commits that wrote in these records, in the order that is the same on every machine. Every commit that is held is
/// looked at: this is for what a person asks for, and not for a screen that is always there.
///
/// # Errors
/// [`Error::Storage`]; [`Error::BrokenHistory`].
pub(crate) fn written_about(
    conn: &Connection,
    records: &BTreeSet<EntityId>,
) -> Result<Vec<WrittenCommit>> {
    let branches = Branches::load(conn)?;
    let mut written = Vec::new();
    for dot in naming(conn, records)? {
        let kept = log::commit(conn, dot)?;
        // What was written upon something that has not come stands in no table yet, and is not told either.
        if let Some(resolved) = branches.resolve_held(&kept.commit, dot, kept.hash)? {
            let ops = resolved.ops;
            written.push(WrittenCommit { kept, ops });
        }
    }
    written.sort_by_key(|one| order(&one.kept));
    Ok(written)
}

fn order(kept: &KeptCommit) -> (u64, CommitHash) {
    (kept.commit.header().lamport, kept.hash)
}

/// The commits whose bytes hold the id of one of these records.
fn naming(conn: &Connection, records: &BTreeSet<EntityId>) -> Result<Vec<Dot>> {
    let mut statement = conn
        .prepare_cached("SELECT dot, body FROM commit_log ORDER BY dot")
        .map_err(reading)?;
    let mut rows = statement.query([]).map_err(reading)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(reading)? {
        let body = row.get_ref(1).map_err(reading)?;
        let body = body.as_blob().map_err(|_| Error::DamagedCaseFile)?;
        if names_one_of(body, records) {
            let dot = Dot::from_i64(row.get(0).map_err(reading)?);
            found.push(dot.ok_or(Error::DamagedCaseFile)?);
        }
    }
    Ok(found)
}

/// An id stands in an operation as sixteen bytes behind the byte that says so.
fn names_one_of(body: &[u8], records: &BTreeSet<EntityId>) -> bool {
    const SIXTEEN_BYTES: u8 = 0x50;
    body.windows(17).any(|window| match window {
        [SIXTEEN_BYTES, id @ ..] => {
            <[u8; 16]>::try_from(id).is_ok_and(|id| records.contains(&EntityId(id)))
        }
        _ => false,
    })
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read the history", source)
}
