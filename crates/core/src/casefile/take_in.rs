//! Taking in commits that other machines wrote, in one transaction.
//!
//! What is here already is skipped by its hash. A commit that continues a log in a second way starts a
//! branch; both are kept. A stretch with a gap before it is taken in at once and the gap stays visible.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{
    BlockSeed, Commit, CommitHash, Dot, LogId, MergePlan, chain_start, salt_block, verify_chain_to,
};
use rusqlite::Connection;

use super::{CaseFile, log, merge, rebuild, tables};
use crate::error::{Error, Result};

/// A stretch of one log as it came, its chain not yet followed.
pub(crate) struct Stretch {
    pub(crate) log: LogId,
    pub(crate) previous: CommitHash,
    pub(crate) head: CommitHash,
    pub(crate) seeds: BTreeMap<u64, BlockSeed>,
    pub(crate) commits: Vec<Commit>,
}

/// What taking in did, or would do.
#[derive(Debug, Default)]
pub(crate) struct TakenIn {
    pub(crate) new: u64,
    pub(crate) known: u64,
    pub(crate) missing: u64,
    pub(crate) plan: MergePlan,
    pub(crate) added: usize,
}

/// A commit that has its place in this file.
struct Placed<'a> {
    dot: Dot,
    hash: CommitHash,
    commit: &'a Commit,
}

impl CaseFile {
    /// Takes stretches in and lets `beside` write this place's own tables, all in one transaction.
    ///
    /// # Errors
    /// [`Error::BrokenHistory`] if a chain does not end in the hash its writer signed;
    /// [`Error::GapAndBranch`]. Nothing is written then.
    pub(crate) fn take_in(
        &mut self,
        bundle: i64,
        stretches: &[Stretch],
        beside: impl FnOnce(&Connection, &TakenIn) -> Result<()>,
    ) -> Result<TakenIn> {
        let (taken, lamport) = self.door.transaction(&self.conn, |conn| {
            let taken = take_in(conn, bundle, stretches)?;
            beside(conn, &taken)?;
            let highest = stretches.iter().flat_map(|stretch| &stretch.commits);
            let lamport = highest
                .map(|commit| commit.header().lamport)
                .fold(self.place.lamport, u64::max);
            conn.execute("UPDATE place SET lamport = ?1", [lamport])
                .map_err(|source| Error::database("write the history", source))?;
            Ok((taken, lamport))
        })?;
        self.place.lamport = lamport;
        Ok(taken)
    }

    /// What taking stretches in would do. Nothing stays written.
    pub(crate) fn rehearse(&self, stretches: &[Stretch]) -> Result<TakenIn> {
        self.door
            .rehearsal(&self.conn, |conn| take_in(conn, 0, stretches))
    }
}

fn take_in(conn: &Connection, bundle: i64, stretches: &[Stretch]) -> Result<TakenIn> {
    let mut taken = TakenIn::default();
    let mut fresh: Vec<Placed<'_>> = Vec::new();
    let mut branches = BTreeSet::new();
    for stretch in stretches {
        place_stretch(conn, bundle, stretch, &mut fresh, &mut branches, &mut taken)?;
    }
    for log_rid in branches {
        log::recount(conn, log_rid)?;
    }
    let mut resolved = Vec::with_capacity(fresh.len());
    for placed in &fresh {
        resolved.push(log::resolve(conn, placed.commit, placed.dot, placed.hash)?);
    }
    let doubtful = is_doubtful(conn, &fresh)?;
    let rows = tables::rows(conn)?;
    taken.plan = merge::merge(conn, &resolved)?;
    if doubtful {
        rebuild::in_place(conn)?;
    }
    taken.added = tables::rows(conn)?.saturating_sub(rows);
    Ok(taken)
}

/// Whether awaited commits may have come under another dot than the one they were awaited under: then the
/// tables are made anew.
fn is_doubtful(conn: &Connection, fresh: &[Placed<'_>]) -> Result<bool> {
    let awaited = tables::awaited(conn)?;
    if awaited.is_empty() {
        return Ok(false);
    }
    for placed in fresh {
        let branched = log::log(conn, placed.dot.log_rid())?.base_rid.is_some();
        if branched || awaited.contains(&placed.dot) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Gives each commit of a stretch its dot and appends those that are new.
fn place_stretch<'a>(
    conn: &Connection,
    bundle: i64,
    stretch: &'a Stretch,
    fresh: &mut Vec<Placed<'a>>,
    branches: &mut BTreeSet<u32>,
    taken: &mut TakenIn,
) -> Result<()> {
    let salts: BTreeMap<u64, countyline_ledger::BlockSalts> = stretch
        .seeds
        .iter()
        .map(|(block, seed)| (*block, countyline_ledger::BlockSalts::Seed(*seed)))
        .collect();
    let hashes = verify_chain_to(stretch.head, stretch.previous, &salts, &stretch.commits)
        .map_err(Error::BrokenHistory)?;
    let Some(first) = stretch.commits.first() else {
        return Ok(());
    };
    let first_seq = first.header().seq;
    let mut log_rid = branch_continued(conn, stretch, first_seq)?;
    taken.missing += missing_before(conn, log_rid, first_seq)?;
    for (commit, hash) in stretch.commits.iter().zip(hashes) {
        let seq = commit.header().seq;
        let mut dot = log::dot_on_branch(conn, log_rid, seq)?;
        match log::hash_at(conn, dot)? {
            Some(held) if held == hash => {
                taken.known += 1;
                continue;
            }
            Some(_) => {
                log_rid = branch_starting_with(conn, stretch.log, hash, dot)?;
                dot = Dot::new(log_rid, seq);
                if log::hash_at(conn, dot)?.is_some() {
                    taken.known += 1;
                    continue;
                }
            }
            None => {}
        }
        ensure_followed(conn, dot, hash)?;
        log::append(conn, dot, hash, commit, bundle)?;
        if let Some(seed) = stretch.seeds.get(&salt_block(seq)) {
            log::keep_seed(conn, dot.log_rid(), seq, seed)?;
            // The chain was followed with this seed; under another one it would seem altered for ever.
            if log::seed(conn, dot.log_rid(), seq)? != Some(*seed) {
                let what = "seed";
                return Err(Error::BrokenHistory(countyline_ledger::Error::Malformed {
                    what,
                }));
            }
        }
        branches.insert(dot.log_rid());
        taken.new += 1;
        fresh.push(Placed { dot, hash, commit });
    }
    Ok(())
}

/// The branch whose commit before `first_seq` is the one the stretch follows.
fn branch_continued(conn: &Connection, stretch: &Stretch, first_seq: u64) -> Result<u32> {
    let branches = log::branches(conn, stretch.log)?;
    let Some(first) = branches.first() else {
        return log::start(conn, stretch.log, None);
    };
    if first_seq == 1 {
        return if stretch.previous == chain_start(stretch.log) {
            Ok(first.log_rid)
        } else {
            Err(Error::BrokenHistory(countyline_ledger::Error::OtherHead {
                seq: 0,
            }))
        };
    }
    for branch in &branches {
        let before = log::dot_on_branch(conn, branch.log_rid, first_seq - 1)?;
        if log::hash_at(conn, before)? == Some(stretch.previous) {
            return Ok(before.log_rid());
        }
    }
    let before = Dot::new(first.log_rid, first_seq - 1);
    if branches.len() > 1 || log::hash_at(conn, before)?.is_some() {
        return Err(Error::GapAndBranch);
    }
    Ok(first.log_rid)
}

/// The branch of a log that begins with this commit instead of the one at `instead_of`.
fn branch_starting_with(
    conn: &Connection,
    log_id: LogId,
    hash: CommitHash,
    instead_of: Dot,
) -> Result<u32> {
    for branch in log::branches(conn, log_id)? {
        let dot = Dot::new(branch.log_rid, instead_of.seq());
        if branch.branch_from == instead_of.seq() && log::hash_at(conn, dot)? == Some(hash) {
            return Ok(branch.log_rid);
        }
    }
    log::start(
        conn,
        log_id,
        Some((hash, instead_of.log_rid(), instead_of.seq())),
    )
}

/// Refuses a commit that fills a gap if the one held behind the gap follows another: it belongs to a
/// branch, and which commits of the gap belong to which cannot be told.
fn ensure_followed(conn: &Connection, dot: Dot, hash: CommitHash) -> Result<()> {
    let next = Dot::new(dot.log_rid(), dot.seq() + 1);
    if log::hash_at(conn, next)?.is_none() {
        return Ok(());
    }
    let kept = log::commit(conn, next)?;
    let salt = log::seed(conn, next.log_rid(), next.seq())?.map(|seed| seed.salt(next.seq()));
    let follows = kept.commit.hash(hash, salt).map_err(Error::BrokenHistory)? == kept.hash;
    if follows {
        Ok(())
    } else {
        Err(Error::GapAndBranch)
    }
}

/// Commits of a branch that are not held before this one.
fn missing_before(conn: &Connection, log_rid: u32, seq: u64) -> Result<u64> {
    let branch = log::log(conn, log_rid)?;
    let from = branch.contiguous + 1;
    if from >= seq {
        return Ok(0);
    }
    let held = log::commits(conn, log_rid, from, seq - 1)?.len() as u64;
    Ok(seq - from - held)
}
