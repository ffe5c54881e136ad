//! The salts of kept commits: derived from the seed of their block, or listed beside them.
//!
//! Always true: of a block from which something was erased there is no seed here, nor will there be one
//! again, because a seed is every salt of its block. Its commits list the salts of the operations that
//! stayed; so do commits that came with a list, which is how they come to who may not see a whole log.

use countyline_ledger::{
    BlockSalts, BlockSeed, COMMITS_PER_SALT_BLOCK, Commit, Dot, LogId, Salt, Salts, StoredOp,
    salt_block,
};
use rusqlite::{Connection, OptionalExtension, named_params};

use super::log::{self, KeptCommit};
use crate::error::{Error, Result};
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};

/// Bytes of one salt.
const SALT_BYTES: usize = 16;

/// The seed the salts of a commit are derived from, if there is one.
pub(crate) fn seed(conn: &Connection, log_rid: u32, seq: u64) -> Result<Option<BlockSeed>> {
    Ok(kept_seed(conn, log_rid, seq)?.flatten())
}

/// Whether something of a commit's block was taken out: no seed is kept for it any more.
fn is_closed(conn: &Connection, log_rid: u32, seq: u64) -> Result<bool> {
    Ok(kept_seed(conn, log_rid, seq)? == Some(None))
}

/// Whether something of a commit is not present: the seed of its block must not be kept.
pub(crate) fn lacks_something(commit: &Commit) -> bool {
    let mut ops = commit.stored_ops();
    ops.any(|op| !matches!(op, StoredOp::Present(_)))
}

/// The commits here of which something is withheld. Only blocks without a seed can hold such.
pub(crate) fn withheld(conn: &Connection) -> Result<Vec<Dot>> {
    let reading = |source| Error::database("read what is withheld", source);
    let mut statement = conn
        .prepare_cached(
            "SELECT log_rid, block FROM salt_block WHERE seed IS NULL ORDER BY log_rid, block",
        )
        .map_err(reading)?;
    let closed = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .and_then(Iterator::collect::<rusqlite::Result<Vec<(u32, u64)>>>)
        .map_err(reading)?;
    let mut withheld = Vec::new();
    for (log_rid, block) in closed {
        let first = block * COMMITS_PER_SALT_BLOCK;
        let last = Dot::new(log_rid, first + COMMITS_PER_SALT_BLOCK - 1);
        log::each_commit(conn, Dot::new(log_rid, first), last, |dot, kept| {
            let mut ops = kept.commit.stored_ops();
            if ops.any(|op| matches!(op, StoredOp::Withheld { .. })) {
                withheld.push(dot);
            }
            Ok(true)
        })?;
    }
    Ok(withheld)
}

/// Destroys the seed of a block in every branch of its log, which share it where they left within the block.
/// The salts of what is present are listed first.
pub(crate) fn close_block(conn: &Connection, log_id: LogId, seq: u64) -> Result<()> {
    #[cfg(any(test, feature = "testing"))]
    if breaks(Broken::SaltKept) {
        return Ok(());
    }
    let first = salt_block(seq) * COMMITS_PER_SALT_BLOCK;
    let last = first + COMMITS_PER_SALT_BLOCK - 1;
    for branch in log::branches(conn, log_id)? {
        if is_closed(conn, branch.log_rid, seq)? {
            continue;
        }
        list_beside(conn, branch.log_rid, first, last)?;
        close(conn, branch.log_rid, salt_block(seq))?;
    }
    Ok(())
}

fn close(conn: &Connection, log_rid: u32, block: u64) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO salt_block (log_rid, block, seed) VALUES (:log_rid, :block, NULL)
         ON CONFLICT (log_rid, block) DO UPDATE SET seed = NULL",
    )
    .and_then(|mut statement| {
        statement.execute(named_params! { ":log_rid": log_rid, ":block": block })
    })
    .map(drop)
    .map_err(writing)
}

/// Lets commits that are about to move to another branch of their log keep their salts there.
pub(super) fn follow_to(
    conn: &Connection,
    from_rid: u32,
    seqs: (u64, u64),
    to_rid: u32,
) -> Result<()> {
    for block in salt_block(seqs.0)..=salt_block(seqs.1) {
        let first = block * COMMITS_PER_SALT_BLOCK;
        let last = first + COMMITS_PER_SALT_BLOCK - 1;
        match kept_seed(conn, from_rid, first)? {
            None => {}
            Some(None) => close(conn, to_rid, block)?,
            Some(Some(given)) => {
                keep_seed(conn, to_rid, first, &given)?;
                if seed(conn, to_rid, first)? != Some(given) {
                    list_beside(conn, from_rid, seqs.0.max(first), seqs.1.min(last))?;
                }
            }
        }
    }
    Ok(())
}

/// Lists the salts beside commits of which they follow from their block's seed.
fn list_beside(conn: &Connection, log_rid: u32, from: u64, to: u64) -> Result<()> {
    for kept in log::commits(conn, log_rid, from, to)? {
        if kept.salts.is_none() {
            let known = of(conn, kept.dot, &kept)?;
            put_listed(conn, kept.dot, &list(&kept.commit, &known)?)?;
        }
    }
    Ok(())
}

/// Keeps the seed of a block, unless there is one or the block is closed, on this branch or on another of its log.
pub(crate) fn keep_seed(conn: &Connection, log_rid: u32, seq: u64, seed: &BlockSeed) -> Result<()> {
    // Asked apart: an insert of what a select found could stop halfway, and SQLite would prepare to take it back, which
    // in a large transaction walks through a list of everything that was changed before.
    if is_closed_on_any(conn, log_rid, seq)? {
        return Ok(());
    }
    conn.prepare_cached(
        "INSERT INTO salt_block (log_rid, block, seed) VALUES (?1, ?2, ?3)
         ON CONFLICT (log_rid, block) DO NOTHING",
    )
    .and_then(|mut statement| statement.execute((log_rid, salt_block(seq), seed.0)))
    .map(drop)
    .map_err(writing)
}

/// As [`is_closed`], on this branch or on another of its log.
fn is_closed_on_any(conn: &Connection, log_rid: u32, seq: u64) -> Result<bool> {
    conn.prepare_cached(
        "SELECT 1 FROM log AS ours JOIN log AS branch USING (log_id)
            JOIN salt_block ON salt_block.log_rid = branch.log_rid AND block = ?2
         WHERE ours.log_rid = ?1 AND seed IS NULL",
    )
    .and_then(|mut statement| statement.exists((log_rid, salt_block(seq))))
    .map_err(reading)
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
    let seq = commit.header().seq;
    (rest.is_empty() && salts.len() == present(commit).count()).then(|| {
        let places = present(commit).map(|place| (seq, place));
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

/// Keeps what the chain of a commit that is about to be appended was followed with: its block's seed if it may
/// be kept, otherwise the salts that this gives, to be listed beside the commit.
pub(crate) fn keep(
    conn: &Connection,
    dot: Dot,
    commit: &Commit,
    given: &BlockSalts,
) -> Result<Option<Vec<u8>>> {
    let kept = keep_block(conn, dot, commit, given)?;
    beside(commit, given, kept.as_ref())
}

/// Keeps the seed of the block of a commit that is about to be appended, if there is one and it may be kept. Gives
/// the seed that is kept, which is then that of every commit appended to the block, until one of them lacks
/// something.
pub(super) fn keep_block(
    conn: &Connection,
    dot: Dot,
    commit: &Commit,
    given: &BlockSalts,
) -> Result<Option<BlockSeed>> {
    if lacks_something(commit) {
        close_block(conn, log::log(conn, dot.log_rid())?.log_id, dot.seq())?;
    } else if let BlockSalts::Seed(given) = given {
        keep_seed(conn, dot.log_rid(), dot.seq(), given)?;
    }
    seed(conn, dot.log_rid(), dot.seq())
}

/// The salts to be listed beside a commit; `None` if they follow from the seed that is kept of its block.
pub(super) fn beside(
    commit: &Commit,
    given: &BlockSalts,
    kept: Option<&BlockSeed>,
) -> Result<Option<Vec<u8>>> {
    match (kept, given) {
        (Some(kept), BlockSalts::Seed(given)) if kept == given => return Ok(None),
        _ => {}
    }
    let listed = list(commit, given)?;
    match kept {
        Some(kept) if list(commit, kept)? == listed => Ok(None),
        _ => Ok(Some(listed)),
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

fn present(commit: &Commit) -> impl Iterator<Item = usize> {
    let ops = commit.stored_ops().enumerate();
    ops.filter_map(|(place, op)| matches!(op, StoredOp::Present(_)).then_some(place))
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
        .map_err(reading)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read the history", source)
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("write the history", source)
}
