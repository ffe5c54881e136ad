//! Commits as blocks of a bundle.
//!
//! A block of kind [`Block::COMMITS`] is CBOR: `[range, [ + [salt block, seed] ], [ + commit ]]`: consecutive
//! commits of the manifest's log range number `range`, as byte strings, and the seeds of their salts. A
//! range may span several blocks, in order.

use std::collections::BTreeMap;

use countyline_bundle::{Block, LogRange};
use countyline_ledger::{BlockSeed, Commit, CommitHash, Dot, LogId, chain_start, salt_block};
use minicbor::{Decoder, Encoder};
use rusqlite::Connection;

use crate::casefile::{Stretch, log};
use crate::error::{Error, Result};

/// Commits in one block at most: those of one salt block.
const COMMITS_PER_BLOCK: u64 = 4096;
/// Commits in one block together hold this much at most, unless a single one is larger.
const BLOCK_BYTES: usize = 1024 * 1024;

/// Consecutive commits that a bundle carries.
pub(super) struct Range {
    pub(super) log_rid: u32,
    pub(super) from: u64,
    pub(super) to: u64,
}

/// The stretches of a branch that are held and follow a commit that is held. What lies behind a gap waits
/// until the gap has closed: nobody could follow its chain.
pub(super) fn held(conn: &Connection, branch: &log::LogRow) -> Result<Vec<Range>> {
    let mut ranges: Vec<Range> = Vec::new();
    for kept in log::commits(conn, branch.log_rid, branch.branch_from, branch.last_seq)? {
        let seq = kept.commit.header().seq;
        match ranges.last_mut() {
            Some(range) if range.to + 1 == seq => range.to = seq,
            _ => ranges.push(Range {
                log_rid: branch.log_rid,
                from: seq,
                to: seq,
            }),
        }
    }
    let mut known = Vec::with_capacity(ranges.len());
    for range in ranges {
        let first = range.from == 1;
        if first
            || log::hash_at(
                conn,
                log::dot_on_branch(conn, range.log_rid, range.from - 1)?,
            )?
            .is_some()
        {
            known.push(range);
        }
    }
    Ok(known)
}

/// What the manifest says of a range, without its attestation.
pub(super) fn describe(conn: &Connection, range: &Range) -> Result<LogRange> {
    let hash_of = |dot| log::hash_at(conn, dot)?.ok_or(Error::DamagedCaseFile);
    let before = match range.from {
        1 => [0; 32],
        from => hash_of(log::dot_on_branch(conn, range.log_rid, from - 1)?)?.0,
    };
    let head = hash_of(Dot::new(range.log_rid, range.to))?;
    Ok(LogRange {
        log_id: log::log(conn, range.log_rid)?.log_id.0,
        from: range.from,
        to: range.to,
        prev_hash: before,
        head_hash: head.0,
        attestation: None,
    })
}

/// The blocks of the ranges, in order.
pub(super) fn write(conn: &Connection, ranges: &[Range]) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    for (number, range) in ranges.iter().enumerate() {
        let mut from = range.from;
        while from <= range.to {
            let last_of_salt_block = (salt_block(from) + 1) * COMMITS_PER_BLOCK - 1;
            let commits =
                log::commits(conn, range.log_rid, from, range.to.min(last_of_salt_block))?;
            let mut bytes = 0;
            let taken: Vec<Commit> = commits
                .into_iter()
                .map(|kept| kept.commit)
                .take_while(|commit| {
                    let first = bytes == 0;
                    bytes += commit.bytes().len();
                    first || bytes <= BLOCK_BYTES
                })
                .collect();
            let seed = log::seed(conn, range.log_rid, from)?.ok_or(Error::DamagedCaseFile)?;
            from += taken.len() as u64;
            blocks.push(Block {
                kind: Block::COMMITS,
                plain: encode(number as u64, &seed, &taken)?,
            });
        }
    }
    Ok(blocks)
}

fn encode(range: u64, seed: &BlockSeed, commits: &[Commit]) -> Result<Vec<u8>> {
    let mut writer = Encoder::new(Vec::new());
    let mut write = || -> Result<(), minicbor::encode::Error<std::convert::Infallible>> {
        writer.array(3)?.u64(range)?.array(1)?.array(2)?;
        let block = commits
            .first()
            .map_or(0, |commit| salt_block(commit.header().seq));
        writer
            .u64(block)?
            .bytes(&seed.0)?
            .array(commits.len() as u64)?;
        for commit in commits {
            writer.bytes(commit.bytes())?;
        }
        Ok(())
    };
    write().map_err(|source| Error::Storage {
        doing: "write a block",
        source: Box::new(source),
    })?;
    Ok(writer.into_writer())
}

/// The stretches that blocks hold, for the ranges their manifest names.
pub(super) fn read(ranges: &[LogRange], blocks: &[Block]) -> Result<Vec<Stretch>> {
    let mut stretches: Vec<Stretch> = ranges
        .iter()
        .map(|range| {
            let log = LogId(range.log_id);
            Stretch {
                log,
                previous: if range.from == 1 {
                    chain_start(log)
                } else {
                    CommitHash(range.prev_hash)
                },
                head: CommitHash(range.head_hash),
                seeds: BTreeMap::new(),
                commits: Vec::new(),
            }
        })
        .collect();
    for block in blocks.iter().filter(|block| block.kind == Block::COMMITS) {
        decode(&block.plain, &mut stretches).ok_or(malformed())?;
    }
    let promised = ranges.iter().zip(&stretches).all(|(range, stretch)| {
        let first = stretch.commits.first().map(|commit| commit.header().seq);
        let last = stretch.commits.last().map(|commit| commit.header().seq);
        (first, last) == (Some(range.from), Some(range.to))
    });
    if promised {
        Ok(stretches)
    } else {
        Err(malformed())
    }
}

fn decode(plain: &[u8], stretches: &mut [Stretch]) -> Option<()> {
    let mut reader = Decoder::new(plain);
    (reader.array().ok()? == Some(3)).then_some(())?;
    let number = usize::try_from(reader.u64().ok()?).ok()?;
    let stretch = stretches.get_mut(number)?;
    for _ in 0..reader.array().ok()?? {
        (reader.array().ok()? == Some(2)).then_some(())?;
        let block = reader.u64().ok()?;
        let seed = <[u8; 32]>::try_from(reader.bytes().ok()?).ok()?;
        stretch.seeds.insert(block, BlockSeed(seed));
    }
    for _ in 0..reader.array().ok()?? {
        let commit = Commit::decode(reader.bytes().ok()?).ok()?;
        stretch.commits.push(commit);
    }
    (reader.position() == plain.len()).then_some(())
}

fn malformed() -> Error {
    Error::BrokenHistory(countyline_ledger::Error::Malformed { what: "block" })
}
