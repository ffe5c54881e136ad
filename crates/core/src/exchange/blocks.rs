//! Commits as blocks of a bundle.
//!
//! A block of kind [`Block::COMMITS`] is a [`CommitBlock`] of the manifest's log range with its number. A
//! range may span several blocks, in order.

use countyline_bundle::{Block, LogRange, Opened};
use countyline_ledger::{
    BlockSeed, CommitBlock, CommitHash, Dot, GivenSalts, LogId, chain_start, salt_block,
};
use rusqlite::Connection;

use super::holdings;
use crate::casefile::{Incoming, Part, PartSalts, Stretch, log, salts};
use crate::error::{Error, Result};
use crate::need_to_know::Withheld;

/// Commits in one block at most: those of one salt block.
const COMMITS_PER_BLOCK: u64 = 4096;
/// Commits in one block together hold this much at most, unless a single one is larger.
const BLOCK_BYTES: usize = 1024 * 1024;

/// Consecutive commits that a bundle carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) log_rid: u32,
    pub(super) from: u64,
    pub(super) to: u64,
}

/// The stretches of a branch that are held and can be passed on, see [`following`].
pub(super) fn held(conn: &Connection, branch: &log::LogRow) -> Result<Vec<Range>> {
    let seqs = holdings::held(conn, branch)?;
    following(conn, branch.log_rid, &seqs)
}

/// Of these commits of a branch, all of which are held, the stretches whose chain others can follow: what comes
/// before is held, or is known by its hash though it has not come.
pub(super) fn following(
    conn: &Connection,
    log_rid: u32,
    seqs: &holdings::Seqs,
) -> Result<Vec<Range>> {
    let mut ranges = Vec::new();
    for stretch in seqs.iter() {
        let (from, to) = (*stretch.start(), *stretch.end());
        let range = Range { log_rid, from, to };
        if log::hash_followed(conn, Dot::new(log_rid, from))?.is_some() {
            ranges.push(range);
        }
    }
    Ok(ranges)
}

/// What the manifest says of a range, without its attestation.
pub(super) fn describe(conn: &Connection, range: &Range) -> Result<LogRange> {
    let known = |hash: Option<CommitHash>| hash.ok_or(Error::DamagedCaseFile);
    let before = match range.from {
        1 => [0; 32],
        from => known(log::hash_followed(conn, Dot::new(range.log_rid, from))?)?.0,
    };
    let head = known(log::hash_at(conn, Dot::new(range.log_rid, range.to))?)?;
    Ok(LogRange {
        log_id: log::log(conn, range.log_rid)?.log_id.0,
        from: range.from,
        to: range.to,
        prev_hash: before,
        head_hash: head.0,
        attestation: None,
    })
}

/// Who will read blocks.
pub(super) enum Reader {
    /// The county: it may see everything, so the seeds too.
    County,
    /// A laptop, and what is kept from it. It gets the salts of what it gets, and no seed.
    Laptop(Withheld),
}

/// The blocks of the ranges, in order, for the county.
#[cfg(test)]
pub(super) fn write(conn: &Connection, ranges: &[Range]) -> Result<Vec<Block>> {
    write_for(conn, ranges, &Reader::County)
}

/// The blocks of the ranges, in order, as this reader may have them.
pub(super) fn write_for(
    conn: &Connection,
    ranges: &[Range],
    reader: &Reader,
) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    for (number, range) in ranges.iter().enumerate() {
        let mut from = range.from;
        while from <= range.to {
            let last_of_salt_block = (salt_block(from) + 1) * COMMITS_PER_BLOCK - 1;
            let commits =
                log::commits(conn, range.log_rid, from, range.to.min(last_of_salt_block))?;
            let mut bytes = 0;
            let mut taken: Vec<log::KeptCommit> = commits
                .into_iter()
                .take_while(|kept| {
                    let first = bytes == 0;
                    bytes += kept.commit.bytes().len();
                    first || bytes <= BLOCK_BYTES
                })
                .collect();
            let salts = match reader {
                Reader::County => salts_given(conn, range.log_rid, from, &taken)?,
                Reader::Laptop(withheld) => {
                    withhold(conn, range.log_rid, &mut taken, withheld)?;
                    salts_listed(conn, range.log_rid, &taken)?
                }
            };
            from += taken.len() as u64;
            blocks.push(Block {
                kind: Block::COMMITS,
                plain: encode(number as u64, &salts, &taken)?,
            });
        }
    }
    Ok(blocks)
}

/// What whoever reads a block follows its chain with.
enum Kept {
    Seed(BlockSeed),
    /// For each commit.
    Listed(Vec<Vec<u8>>),
}

/// The seed if all of these commits are derived from it.
fn salts_given(
    conn: &Connection,
    log_rid: u32,
    from: u64,
    commits: &[log::KeptCommit],
) -> Result<Kept> {
    let seed = salts::seed(conn, log_rid, from)?;
    match seed {
        Some(seed) if commits.iter().all(|kept| kept.salts.is_none()) => Ok(Kept::Seed(seed)),
        _ => salts_listed(conn, log_rid, commits),
    }
}

fn salts_listed(conn: &Connection, log_rid: u32, commits: &[log::KeptCommit]) -> Result<Kept> {
    let mut listed = Vec::with_capacity(commits.len());
    for kept in commits {
        let dot = Dot::new(log_rid, kept.commit.header().seq);
        listed.push(salts::list(&kept.commit, &salts::of(conn, dot, kept)?)?);
    }
    Ok(Kept::Listed(listed))
}

/// Reduces commits to what a laptop may have of them.
fn withhold(
    conn: &Connection,
    log_rid: u32,
    commits: &mut [log::KeptCommit],
    withheld: &Withheld,
) -> Result<()> {
    for kept in commits {
        let dot = Dot::new(log_rid, kept.commit.header().seq);
        let known = salts::of(conn, dot, kept)?;
        if let Some(reduced) = withheld.reduce(&kept.commit, &known)? {
            kept.salts = Some(salts::list(&reduced, &known)?);
            kept.commit = reduced;
        }
    }
    Ok(())
}

fn encode(range: u64, salts: &Kept, commits: &[log::KeptCommit]) -> Result<Vec<u8>> {
    let block = CommitBlock {
        range,
        salts: match salts {
            Kept::Seed(seed) => GivenSalts::Seed(*seed),
            Kept::Listed(listed) => GivenSalts::Listed(listed.iter().map(Vec::as_slice).collect()),
        },
        commits: commits
            .iter()
            .map(|kept| kept.commit.bytes().to_vec())
            .collect(),
    };
    block.encode().map_err(Error::BrokenHistory)
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
                take(decode(&block.plain)?)?;
            }
        }
        Ok(())
    }
}

fn decode(plain: &[u8]) -> Result<Part<'_>> {
    let block = CommitBlock::decode(plain).map_err(Error::BrokenHistory)?;
    Ok(Part {
        stretch: usize::try_from(block.range).map_err(|_| malformed())?,
        salts: match block.salts {
            GivenSalts::Seed(seed) => PartSalts::Seed(seed),
            GivenSalts::Listed(listed) => PartSalts::Listed(listed),
        },
        commits: block.commits,
    })
}

fn malformed() -> Error {
    Error::BrokenHistory(countyline_ledger::Error::Malformed { what: "block" })
}
