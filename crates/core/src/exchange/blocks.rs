//! Commits as blocks of a bundle.
//!
//! A block of kind [`Block::COMMITS`] is CBOR: `[range, [ + [salt block, seed] ], [ + commit ]]`: consecutive
//! commits of the manifest's log range number `range`, as byte strings, and the seeds of their salts. A
//! range may span several blocks, in order.

use countyline_bundle::{Block, LogRange, Opened};
use countyline_ledger::{BlockSeed, Commit, CommitHash, Dot, LogId, chain_start, salt_block};
use minicbor::{Decoder, Encoder};
use rusqlite::Connection;

use crate::casefile::{Incoming, Part, Stretch, log};
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

/// The commits of an opened bundle, read block by block.
pub(super) struct Carried<'a> {
    pub(super) opened: Opened<'a>,
    stretches: Vec<Stretch>,
}

impl<'a> Carried<'a> {
    pub(super) fn new(opened: Opened<'a>) -> Carried<'a> {
        let ranges = opened.manifest.cover.logs.iter();
        let stretches = ranges.map(|range| {
            let log = LogId(range.log_id);
            Stretch {
                log,
                from: range.from,
                to: range.to,
                previous: match range.from {
                    1 => chain_start(log),
                    _ => CommitHash(range.prev_hash),
                },
                head: CommitHash(range.head_hash),
            }
        });
        Carried {
            stretches: stretches.collect(),
            opened,
        }
    }
}

impl Incoming for Carried<'_> {
    fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    fn parts(&self, take: &mut dyn FnMut(Part<'_>) -> Result<()>) -> Result<()> {
        for block in self.opened.blocks() {
            let block = block?;
            if block.kind == Block::COMMITS {
                take(decode(&block.plain).ok_or(malformed())?)?;
            }
        }
        Ok(())
    }
}

fn decode(plain: &[u8]) -> Option<Part<'_>> {
    let mut reader = Decoder::new(plain);
    (reader.array().ok()? == Some(3)).then_some(())?;
    let stretch = usize::try_from(reader.u64().ok()?).ok()?;
    let mut seeds = Vec::new();
    for _ in 0..reader.array().ok()?? {
        (reader.array().ok()? == Some(2)).then_some(())?;
        let block = reader.u64().ok()?;
        let seed = <[u8; 32]>::try_from(reader.bytes().ok()?).ok()?;
        seeds.push((block, BlockSeed(seed)));
    }
    let mut commits = Vec::new();
    for _ in 0..reader.array().ok()?? {
        commits.push(reader.bytes().ok()?);
    }
    (reader.position() == plain.len()).then_some(Part {
        stretch,
        seeds,
        commits,
    })
}

fn malformed() -> Error {
    Error::BrokenHistory(countyline_ledger::Error::Malformed { what: "block" })
}
