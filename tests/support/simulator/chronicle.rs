//! Everything anybody ever wrote in a run, by hash, noted down when it was written: what the machines hold
//! is held against it.

use std::collections::{BTreeMap, BTreeSet};

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
    /// The machine that wrote it.
    pub by: usize,
}

/// Every commit of a run.
#[derive(Debug, Clone, Default)]
pub struct Chronicle(BTreeMap<CommitHash, Written>);

impl Chronicle {
    /// How many commits were written.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The commit with that hash.
    pub fn get(&self, hash: CommitHash) -> Option<&Written> {
        self.0.get(&hash)
    }

    /// Notes down what a machine wrote. Its parents must be what its writer had on the screen, and its
    /// lamport number the next after all its writer held.
    ///
    /// # Errors
    /// If they are not.
    pub fn note(
        &mut self,
        held: &HeldCommit,
        by: usize,
        shown: Option<&BTreeSet<CommitHash>>,
        lamport_before: u64,
    ) -> Result<(), Failure> {
        let broken = |found: String| failure("every commit verifies", found);
        let commit = Commit::decode(held.bytes.as_slice());
        let commit = commit.map_err(|error| broken(error.to_string()))?;
        let previous = held
            .previous
            .ok_or_else(|| broken(format!("{} follows nothing", held.hash)))?;
        let lamport = commit.header().lamport;
        if lamport != lamport_before + 1 {
            return Err(failure(
                "clocks do not matter: lamport numbers count what was seen",
                format!("machine {by} wrote {lamport} after {lamport_before}"),
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
                        format!("machine {by} replaced {unseen} in {}", held.hash),
                    ));
                }
            }
        }
        self.0.insert(held.hash, written);
        Ok(())
    }

    /// Notes down what was written before a run begins.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn note_the_beginning(&mut self, held: &HeldCommit, by: usize) -> Result<(), Failure> {
        let lamport = Commit::decode(held.bytes.as_slice());
        let lamport = lamport.map_or(0, |commit| commit.header().lamport);
        self.note(held, by, None, lamport.saturating_sub(1))
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
    pub fn forks(&self) -> usize {
        let mut first: BTreeMap<CommitHash, CommitHash> = BTreeMap::new();
        let mut forked = BTreeSet::new();
        for (hash, written) in &self.0 {
            if first.insert(written.previous, *hash).is_some() {
                forked.insert(written.log);
            }
        }
        forked.len()
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
            let written = self.0.get(&hash).expect("a chain was noted from its start");
            hash = written.previous;
            at -= 1;
        }
        hash
    }
}
