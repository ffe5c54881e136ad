//! The salts of kept commits: derived from the seed of their block, or listed beside them.
//!
//! Always true: of a block from which something was erased there is no seed here, nor will there be one
//! again, because a seed is every salt of its block. Its commits list the salts of the operations that
//! stayed; so do commits that came with a list, which is how they come to who may not see a whole log.

use countyline_ledger::{BlockSalts, BlockSeed, Commit, Dot, Salt, Salts, StoredOp, salt_block};
use rusqlite::{Connection, OptionalExtension, named_params};

use super::log::KeptCommit;
use crate::error::{Error, Result};

/// Bytes of one salt.
const SALT_BYTES: usize = 16;

/// The seed the salts of a commit are derived from, if there is one.
pub(crate) fn seed(conn: &Connection, log_rid: u32, seq: u64) -> Result<Option<BlockSeed>> {
    Ok(kept_seed(conn, log_rid, seq)?.flatten())
}

/// Keeps the seed of a block, unless there is one or the block is closed.
pub(crate) fn keep_seed(conn: &Connection, log_rid: u32, seq: u64, seed: &BlockSeed) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO salt_block (log_rid, block, seed) VALUES (:log_rid, :block, :seed)
         ON CONFLICT (log_rid, block) DO NOTHING",
    )
    .and_then(|mut statement| {
        statement.execute(named_params! {
            ":log_rid": log_rid,
            ":block": salt_block(seq),
            ":seed": seed.0,
        })
    })
    .map_err(writing)?;
    Ok(())
}

/// The salts of one commit, as far as they are known here.
pub(crate) fn of(conn: &Connection, dot: Dot, kept: &KeptCommit) -> Result<Option<BlockSalts>> {
    match &kept.salts {
        Some(listed) => listed_salts(&kept.commit, listed).map(Some),
        None => Ok(seed(conn, dot.log_rid(), dot.seq())?.map(BlockSalts::Seed)),
    }
}

/// The salts that stand beside a commit, by place.
///
/// # Errors
/// [`Error::DamagedCaseFile`] if there are not as many as operations present.
pub(crate) fn listed_salts(commit: &Commit, listed: &[u8]) -> Result<BlockSalts> {
    placed(commit, listed).ok_or(Error::DamagedCaseFile)
}

/// Listed salts by place; `None` if there are not as many as operations present.
pub(crate) fn placed(commit: &Commit, listed: &[u8]) -> Option<BlockSalts> {
    let (salts, rest) = listed.as_chunks::<SALT_BYTES>();
    let places = present(commit);
    let seq = commit.header().seq;
    (rest.is_empty() && salts.len() == places.len()).then(|| {
        let places = places.into_iter().map(|place| (seq, place));
        let salts = salts.iter().map(|salt| Salt(*salt));
        BlockSalts::Salts(places.zip(salts).collect())
    })
}

/// The salts of the operations present in a commit, in order, as they stand beside it.
pub(crate) fn list(commit: &Commit, salts: &impl Salts) -> Result<Vec<u8>> {
    let seq = commit.header().seq;
    let mut listed = Vec::new();
    for place in present(commit) {
        let salt = salts.salt(seq, place).ok_or(Error::BrokenHistory(
            countyline_ledger::Error::NoSalt { seq },
        ))?;
        listed.extend(salt.0);
    }
    Ok(listed)
}

/// Keeps what the chain of a new commit was followed with: its block's seed if it may be kept, otherwise
/// the salts of its operations. Whether they follow from the seed that is kept.
pub(crate) fn keep(
    conn: &Connection,
    dot: Dot,
    commit: &Commit,
    given: &BlockSalts,
) -> Result<bool> {
    if let BlockSalts::Seed(given) = given {
        keep_seed(conn, dot.log_rid(), dot.seq(), given)?;
    }
    let kept = seed(conn, dot.log_rid(), dot.seq())?;
    match (&kept, given) {
        (Some(kept), BlockSalts::Seed(given)) if kept == given => return Ok(true),
        _ => {}
    }
    let listed = list(commit, given)?;
    match kept {
        Some(kept) if list(commit, &kept)? == listed => Ok(true),
        _ => put_listed(conn, dot, &listed).map(|()| false),
    }
}

/// Lists the salts beside a commit.
pub(crate) fn put_listed(conn: &Connection, dot: Dot, listed: &[u8]) -> Result<()> {
    conn.prepare_cached("UPDATE commit_log SET salts = :salts WHERE dot = :dot")
        .and_then(|mut statement| {
            statement.execute(named_params! { ":salts": listed, ":dot": dot.to_i64() })
        })
        .map_err(writing)?;
    Ok(())
}

fn present(commit: &Commit) -> Vec<usize> {
    let ops = commit.stored_ops().enumerate();
    ops.filter_map(|(place, op)| matches!(op, StoredOp::Present(_)).then_some(place))
        .collect()
}

/// `Some(None)` if the block is closed.
fn kept_seed(conn: &Connection, log_rid: u32, seq: u64) -> Result<Option<Option<BlockSeed>>> {
    conn.prepare_cached("SELECT seed FROM salt_block WHERE log_rid = :log_rid AND block = :block")
        .and_then(|mut statement| {
            statement
                .query_row(
                    named_params! { ":log_rid": log_rid, ":block": salt_block(seq) },
                    |row| row.get::<_, Option<[u8; 32]>>(0),
                )
                .optional()
        })
        .map(|seed| seed.map(|seed| seed.map(BlockSeed)))
        .map_err(|source| Error::database("read the history", source))
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("write the history", source)
}
