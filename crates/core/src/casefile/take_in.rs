//! Taking in commits that other machines wrote, in one transaction.
//!
//! Every commit gets its place in the history: its chain is followed, what is here already is skipped, and a
//! commit that continues a log in a second way starts a branch; both are kept. What is new is merged portion by
//! portion as it comes, as long as everything it replaces is here. From the first commit on that replaces
//! something which is not, the rest is merged after everything has its place, read back from the history: so
//! what comes later in the same bundle is found. However large a bundle is, only a portion of it is in memory
//! at a time. A stretch with a gap before it is taken in at once and the gap stays visible. If it turns out on the way
//! that a log was continued twice of which something was presumed, that is set apart first ([`super::apart`]) and all
//! is taken in from the beginning.

use std::collections::BTreeSet;

use countyline_ledger::{
    BlockSeed, CommitHash, Conflict, Dot, EntityKey, FieldId, LogId, Problem, ResolvedCommit,
};
use rusqlite::Connection;

use super::arrivals::Arrivals;
use super::branches::Branches;
use super::fresh::Fresh;
use super::merge::Merging;
use super::placing::{Placed, Placing};
use super::{CaseFile, apart, log, own_log, rebuild, tables};
use crate::error::{Error, Result};
use crate::long_work::LongWork;

/// Commits merged at a time.
const PORTION_COMMITS: usize = 16_384;
/// Bytes of commits merged at a time, unless a single one is larger.
const PORTION_BYTES: usize = 4 * 1024 * 1024;

/// A stretch of one log, as whoever brings it promises it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    pub(crate) log: LogId,
    pub(crate) from: u64,
    pub(crate) to: u64,
    /// The hash of the commit before `from`.
    pub(crate) previous: CommitHash,
    /// The hash of commit `to`.
    pub(crate) head: CommitHash,
}

/// Some of a stretch's commits, in order.
pub(crate) struct Part<'a> {
    /// Whose, by its place among the stretches.
    pub(crate) stretch: usize,
    /// What their chain is followed with.
    pub(crate) salts: PartSalts<'a>,
    /// The commits, as signed.
    pub(crate) commits: Vec<Vec<u8>>,
}

/// What the chain of a part's commits is followed with.
pub(crate) enum PartSalts<'a> {
    /// The seed of the one block they are in.
    Seed(BlockSeed),
    /// For each commit the salts of the operations present in it.
    Listed(Vec<&'a [u8]>),
}

/// Commits that come in: what is promised, and the parts it comes in.
pub(crate) trait Incoming {
    /// What is promised.
    fn stretches(&self) -> &[Stretch];

    /// Hands out every part, one after the other, from the beginning.
    ///
    /// # Errors
    /// If a part cannot be read; those of `take`.
    fn parts(&self, take: &mut dyn FnMut(Part<'_>) -> Result<()>) -> Result<()>;
}

/// What taking in did, or would do.
#[derive(Debug, Default)]
pub(crate) struct TakenIn {
    pub(crate) new: u64,
    pub(crate) known: u64,
    /// Commits that were here in part, and hold more now.
    pub(crate) filled: u64,
    pub(crate) missing: u64,
    /// Records that were not there.
    pub(crate) added: usize,
    /// Records that were there and were written in.
    pub(crate) changed: usize,
    /// The conflicts that arose or got other sides.
    pub(crate) conflicts: Vec<Conflict>,
    /// The conflicts that are none any more.
    pub(crate) settled: Vec<(EntityKey, FieldId)>,
    /// What somebody should look at.
    pub(crate) problems: Vec<Problem>,
    /// Those that say a week was sent.
    pub(crate) sendings: Vec<Dot>,
    /// Something that came was erased before it was stored.
    pub(crate) reduced: bool,
    /// The highest lamport number that came.
    pub(super) lamport: u64,
    /// The branches that stood apart, and do no more.
    joined: Vec<u32>,
}

impl CaseFile {
    /// Takes commits in and lets `beside` write this place's own tables, all in one transaction. If
    /// commits of our own log came that were not written here, or what came replaces such, that log ends and
    /// a new one is begun: the number of a commit that is awaited is never given to another.
    ///
    /// # Errors
    /// [`Error::BrokenHistory`] if a chain does not end in the hash its writer signed. Nothing is written then.
    pub(crate) fn take_in(
        &mut self,
        bundle: i64,
        incoming: &impl Incoming,
        beside: impl FnOnce(&Connection, &TakenIn) -> Result<()>,
    ) -> Result<TakenIn> {
        let log_rid = self.place.log_rid;
        let is_county = self.place.kind == super::PlaceKind::CountyOffice;
        let time_ms = self.now().timestamp_millis();
        let random = self.outside.random.as_mut();
        let lamport_before = self.place.lamport;
        let work = &self.long_work;
        let transaction = |conn: &Connection| {
            let before = own_log::extent(conn, log_rid)?;
            let (taken, _, arrivals) = take_in(conn, bundle, incoming, work)?;
            beside(conn, &taken)?;
            let names_own_lost = arrivals.names_own_lost();
            arrivals.finish(conn)?;
            // What was read of these commits until here named them by their old dots.
            if apart::join(conn, &taken.joined)? {
                rebuild::in_place(conn)?;
            }
            if names_own_lost || own_log::extent(conn, log_rid)? != before {
                own_log::end(conn, log_rid, own_log::Ended::ContinuedElsewhere)?;
            }
            let begun = own_log::begin_anew(conn, log_rid, random)?;
            if begun.is_some() && is_county {
                // Only a county that was restored from a backup learns of its own commits from others.
                crate::exchange::begin_epoch(conn, 0, time_ms)?;
            }
            let lamport = lamport_before.max(taken.lamport);
            conn.execute("UPDATE place SET lamport = ?1", [lamport])
                .map_err(|source| Error::database("write the history", source))?;
            Ok((taken, lamport, begun))
        };
        let (taken, lamport, begun) = self.door.with_room(&self.conn, || {
            self.door.transaction(&self.conn, transaction)
        })?;
        self.place.lamport = lamport;
        self.write_in(begun)?;
        // What came is taken in. Where an order cannot be finished now, the next start does.
        let _ = self.finish_erasing();
        Ok(taken)
    }
}

/// What taking commits in did, which were new, and what erasing still has to do with them.
pub(super) fn take_in(
    conn: &Connection,
    bundle: i64,
    incoming: &impl Incoming,
    work: &LongWork,
) -> Result<(TakenIn, Fresh, Arrivals)> {
    let mut continued_twice = BTreeSet::new();
    loop {
        savepoint(conn, "SAVEPOINT presuming")?;
        let taken = take_in_knowing(conn, bundle, incoming, work, &continued_twice);
        if taken.is_err() {
            savepoint(conn, "ROLLBACK TO presuming")?;
        }
        savepoint(conn, "RELEASE presuming")?;
        match taken {
            Err(Error::ContinuedTwice { log }) if continued_twice.insert(log) => {
                if apart::set_apart(conn, log)? {
                    rebuild::in_place(conn)?;
                }
            }
            taken => return taken,
        }
    }
}

fn savepoint(conn: &Connection, sql: &str) -> Result<()> {
    conn.execute_batch(sql)
        .map_err(|source| Error::database("take commits in", source))
}

/// The same, knowing that these logs were continued twice.
///
/// # Errors
/// [`Error::ContinuedTwice`] if another one was, of which something was presumed.
fn take_in_knowing(
    conn: &Connection,
    bundle: i64,
    incoming: &impl Incoming,
    work: &LongWork,
    continued_twice: &BTreeSet<LogId>,
) -> Result<(TakenIn, Fresh, Arrivals)> {
    let awaited = tables::awaited(conn)?;
    let mut placing = Placing::new(conn, bundle, incoming.stretches(), continued_twice)?;
    let mut merging = Merging::new(conn);
    let mut waiting = Fresh::default();
    if placing.is_anything_new()? {
        let promised = incoming.stretches().iter();
        work.of(promised
            .map(|one| one.to.saturating_sub(one.from) + 1)
            .sum());
        incoming.parts(&mut |part| {
            let came = part.commits.len();
            placing.place(part)?;
            work.did(came)?;
            let (commits, bytes) = placing.arrived();
            if commits >= PORTION_COMMITS || bytes >= PORTION_BYTES {
                merge_arrived(conn, &mut placing, &mut merging, &mut waiting)?;
            }
            Ok(())
        })?;
        merge_arrived(conn, &mut placing, &mut merging, &mut waiting)?;
    }
    let Placed {
        mut branches,
        fresh,
        mut taken,
        arrivals,
        joined,
    } = placing.finish()?;
    for log_rid in fresh.branches() {
        log::recount(conn, log_rid, branches.get(log_rid)?.contiguous)?;
    }
    let doubtful = arrivals.has_filled()
        || !joined.is_empty()
        || is_doubtful(conn, awaited, &branches, &fresh)?;
    waiting.settle();
    merge_waiting(conn, &mut branches, &waiting, &mut merging)?;
    let merged = merging.finish()?;
    if doubtful {
        rebuild::in_place(conn)?;
    }
    taken.added = merged.added;
    taken.changed = merged.changed;
    taken.conflicts = merged.conflicts;
    taken.settled = merged.settled;
    taken.problems = merged.problems;
    taken.reduced = arrivals.has_reduced();
    taken.joined = joined;
    Ok((taken, fresh, arrivals))
}

/// Merges what arrived, if everything it replaces is here. If not, that may still come in this bundle: then it
/// waits, and so does what comes after it, until everything has its place in the history.
fn merge_arrived(
    conn: &Connection,
    placing: &mut Placing<'_, '_>,
    merging: &mut Merging<'_>,
    waiting: &mut Fresh,
) -> Result<()> {
    let (dots, resolved) = placing.take_arrived()?;
    match resolved {
        Some(commits) if waiting.is_empty() => merging.portion(commits, |dot| {
            Ok(!dots.contains(dot) && log::hash_at(conn, dot)?.is_some())
        }),
        _ => {
            waiting.extend(dots);
            Ok(())
        }
    }
}

/// Merges what waits, as the history now holds it.
fn merge_waiting(
    conn: &Connection,
    branches: &mut Branches<'_>,
    waiting: &Fresh,
    merging: &mut Merging<'_>,
) -> Result<()> {
    let mut reached = Dot::new(0, 0);
    loop {
        let (portion, next) = read_portion(conn, branches, waiting, reached)?;
        if portion.is_empty() {
            return Ok(());
        }
        merging.portion(portion, |dot| {
            let waits = dot >= reached && waiting.contains(dot);
            Ok(!waits && log::hash_at(conn, dot)?.is_some())
        })?;
        reached = next;
    }
}

/// The next commits to merge, with their parents found, and the dot behind them.
fn read_portion(
    conn: &Connection,
    branches: &mut Branches<'_>,
    waiting: &Fresh,
    from: Dot,
) -> Result<(Vec<ResolvedCommit>, Dot)> {
    let (mut portion, mut bytes, mut next) = (Vec::new(), 0, from);
    while let Some((first, last)) = waiting.run_from(next) {
        let full = log::each_commit(conn, first, last, |dot, kept| {
            bytes += kept.commit.bytes().len();
            portion.push(branches.resolve(&kept.commit, dot, kept.hash)?);
            next = Dot::new(dot.log_rid(), dot.seq() + 1);
            Ok(portion.len() < PORTION_COMMITS && bytes < PORTION_BYTES)
        })?;
        if full {
            break;
        }
    }
    Ok((portion, next))
}

/// Whether commits that were `awaited` before, or are by now, may have come under another dot than the one they
/// were awaited under: then the tables are made anew. (Merging forgets what was awaited as soon as any commit
/// stands under its dot, be it the right one or another branch's.)
fn is_doubtful(
    conn: &Connection,
    mut awaited: BTreeSet<Dot>,
    branches: &Branches<'_>,
    fresh: &Fresh,
) -> Result<bool> {
    awaited.extend(tables::awaited(conn)?);
    if awaited.is_empty() {
        return Ok(false);
    }
    for log_rid in fresh.branches() {
        if branches.only(branches.get(log_rid)?.log_id).is_none() {
            return Ok(true);
        }
    }
    Ok(awaited.iter().any(|dot| fresh.contains(*dot)))
}

/// One stretch in memory, with the seeds of its salts.
#[cfg(test)]
pub(crate) struct InMemory {
    pub(crate) stretch: Stretch,
    pub(crate) seeds: Vec<(u64, BlockSeed)>,
    pub(crate) commits: Vec<countyline_ledger::Commit>,
}

/// Several stretches, in the order in which they come.
#[cfg(test)]
pub(crate) struct InTurn {
    stretches: Vec<Stretch>,
    carried: Vec<InMemory>,
}

#[cfg(test)]
impl InTurn {
    pub(crate) fn new(carried: Vec<InMemory>) -> InTurn {
        InTurn {
            stretches: carried.iter().map(|one| one.stretch).collect(),
            carried,
        }
    }
}

#[cfg(test)]
impl Incoming for InTurn {
    fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    fn parts(&self, take: &mut dyn FnMut(Part<'_>) -> Result<()>) -> Result<()> {
        for (stretch, one) in self.carried.iter().enumerate() {
            one.parts(&mut |part| take(Part { stretch, ..part }))?;
        }
        Ok(())
    }
}

#[cfg(test)]
impl Incoming for InMemory {
    fn stretches(&self) -> &[Stretch] {
        std::slice::from_ref(&self.stretch)
    }

    fn parts(&self, take: &mut dyn FnMut(Part<'_>) -> Result<()>) -> Result<()> {
        let block =
            |commit: &countyline_ledger::Commit| countyline_ledger::salt_block(commit.header().seq);
        for commits in self
            .commits
            .chunk_by(|one, other| block(one) == block(other))
        {
            let mut seeds = self.seeds.iter();
            let seed = seeds.find(|(of, _)| *of == block(&commits[0]));
            take(Part {
                stretch: 0,
                salts: PartSalts::Seed(seed.map_or(BlockSeed([0; 32]), |(_, seed)| *seed)),
                commits: commits
                    .iter()
                    .map(|commit| commit.bytes().to_vec())
                    .collect(),
            })?;
        }
        Ok(())
    }
}
