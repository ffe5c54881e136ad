//! Everything anybody ever wrote in a run, by hash, noted down when it was written: what the machines hold
//! is held against it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use countyline_core::testing::inside::HeldCommit;
use countyline_ledger::{Commit, CommitHash, LogId, Op, Parent};

use super::checks::{Failure, failure};
use super::oracle;

/// A commit as its writer sealed it.
#[derive(Debug, Clone)]
pub struct Written {
    /// Its log.
    pub log: LogId,
    /// The hash before it.
    pub previous: CommitHash,
    /// The commit.
    pub commit: Commit,
    /// Who wrote it.
    pub by: Writer,
}

/// Who writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writer {
    /// The machine.
    pub machine: usize,
    /// The device it was then. A copied machine is the same device, one with fresh keys another.
    pub device: [u8; 16],
}

/// Every commit of a run.
#[derive(Debug, Clone, Default)]
pub struct Chronicle {
    written: BTreeMap<CommitHash, Written>,
    /// For each commit the first that followed it.
    followed: BTreeMap<CommitHash, CommitHash>,
    forked: BTreeSet<LogId>,
}

impl Chronicle {
    /// How many commits were written.
    pub fn len(&self) -> usize {
        self.written.len()
    }

    /// Whether none was written.
    pub fn is_empty(&self) -> bool {
        self.written.is_empty()
    }

    /// The commit with that hash.
    pub fn get(&self, hash: CommitHash) -> Option<&Written> {
        self.written.get(&hash)
    }

    /// Notes down what a machine wrote. Its parents must be what its writer had on the screen, and its
    /// lamport number the next after all its writer held: something between what was held for certain and
    /// what may have been taken in meanwhile.
    ///
    /// Says the lamport number.
    ///
    /// # Errors
    /// If they are not.
    pub fn note(
        &mut self,
        held: &HeldCommit,
        by: Writer,
        shown: Option<&BTreeSet<CommitHash>>,
        held_before: RangeInclusive<u64>,
    ) -> Result<u64, Failure> {
        let broken = |found: String| failure("every commit verifies", found);
        let commit = Commit::decode(held.bytes.as_slice());
        let commit = commit.map_err(|error| broken(error.to_string()))?;
        let previous = held
            .previous
            .ok_or_else(|| broken(format!("{} follows nothing", held.hash)))?;
        let lamport = commit.header().lamport;
        if lamport == 0 || !held_before.contains(&(lamport - 1)) {
            return Err(failure(
                "clocks do not matter: lamport numbers count what was seen",
                format!(
                    "machine {} wrote {lamport} after {held_before:?}",
                    by.machine
                ),
            ));
        }
        let written = Written {
            log: held.log,
            previous,
            commit,
            by,
        };
        if let Some(shown) = shown {
            for (_, parents) in self.ops(&written)? {
                if let Some(unseen) = parents.difference(shown).next() {
                    return Err(failure(
                        "what was replaced had been on the screen",
                        format!("machine {} replaced {unseen} in {}", by.machine, held.hash),
                    ));
                }
            }
        }
        let first = self.followed.entry(previous).or_insert(held.hash);
        if *first != held.hash {
            self.forked.insert(held.log);
        }
        self.written.insert(held.hash, written);
        Ok(lamport)
    }

    /// Notes down what was written before a run begins.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn note_the_beginning(&mut self, held: &HeldCommit, by: Writer) -> Result<(), Failure> {
        let lamport = Commit::decode(held.bytes.as_slice());
        let lamport = lamport.map_or(0, |commit| commit.header().lamport);
        let before = lamport.saturating_sub(1);
        self.note(held, by, None, before..=before).map(drop)
    }

    /// The highest lamport number of these commits.
    pub fn highest_lamport(&self, hashes: &BTreeSet<CommitHash>) -> u64 {
        let written = hashes.iter().filter_map(|hash| self.get(*hash));
        let lamports = written.map(|written| written.commit.header().lamport);
        lamports.max().unwrap_or(0)
    }

    /// Whether a commit, as it was sealed, writes in a record.
    pub fn writes_in_a_record(&self, hash: CommitHash) -> bool {
        let ops = self.get(hash).and_then(|written| written.commit.ops().ok());
        let mut ops = ops.into_iter().flatten();
        ops.any(|(_, op)| oracle::key(&op).is_some())
    }

    /// Logs that were continued in more than one way.
    pub fn forked(&self) -> &BTreeSet<LogId> {
        &self.forked
    }

    /// Whether a commit stands on the chain that another ends.
    pub fn leads_to(&self, hash: CommitHash, end: CommitHash) -> bool {
        self.back_from(end).any(|(on_it, _)| on_it == hash)
    }

    /// Every commit.
    pub fn all(&self) -> impl Iterator<Item = &Written> {
        self.written.values()
    }

    /// The last of these commits that is in a log.
    pub fn last_of(&self, hashes: &BTreeSet<CommitHash>, log: LogId) -> Option<CommitHash> {
        let written = hashes
            .iter()
            .filter_map(|hash| Some((hash, self.get(*hash)?)));
        let in_log = written.filter(|(_, written)| written.log == log);
        let last = in_log.max_by_key(|(_, written)| written.commit.header().seq);
        last.map(|(hash, _)| *hash)
    }

    /// A commit and those before it on its chain, the last first.
    pub fn back_from(&self, hash: CommitHash) -> impl Iterator<Item = (CommitHash, &Written)> {
        let named = move |hash| Some((hash, self.get(hash)?));
        std::iter::successors(named(hash), move |(_, written)| named(written.previous))
    }

    /// The operations of a commit, each with the hashes of its parents.
    ///
    /// # Errors
    /// If an operation cannot be read.
    pub fn ops(&self, written: &Written) -> Result<Vec<(Op, BTreeSet<CommitHash>)>, Failure> {
        self.ops_of(&written.commit, written.previous)
    }

    /// As [`Chronicle::ops`], of a commit as a machine holds it: operations may be missing.
    ///
    /// # Errors
    /// If an operation cannot be read.
    pub fn ops_of(
        &self,
        commit: &Commit,
        previous: CommitHash,
    ) -> Result<Vec<(Op, BTreeSet<CommitHash>)>, Failure> {
        let header = commit.header();
        let ops = commit
            .ops()
            .map_err(|error| failure("every commit verifies", error.to_string()))?;
        let named = |op: &Op| {
            op.parents()
                .iter()
                .map(|parent| match *parent {
                    Parent::Own(seq) => self.before(previous, header.seq - 1, seq),
                    Parent::Foreign(place) => header.anchors[place as usize].hash,
                })
                .collect()
        };
        Ok(ops
            .into_iter()
            .map(|(_, op)| {
                let parents = named(&op);
                (op, parents)
            })
            .collect())
    }

    /// The hash of commit `seq` of the chain that commit `at`, with this hash, ends.
    fn before(&self, mut hash: CommitHash, mut at: u64, seq: u64) -> CommitHash {
        while at > seq {
            let written = self.get(hash).expect("a chain was noted from its start");
            hash = written.previous;
            at -= 1;
        }
        hash
    }
}
