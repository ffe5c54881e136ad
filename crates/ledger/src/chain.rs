//! The chain that ties a log together, and the salts that let one operation be taken out of it.
//!
//! ```text
//! salt_i   = SHA-256(block seed ‖ seq as u64 LE ‖ i as u32 LE)[0..16]
//! digest_i = SHA-256(salt_i ‖ operation i)
//! hash_n   = SHA-256("clc1" ‖ hash_{n-1} ‖ header ‖ digest_0 ‖ digest_1 …)
//! hash_0   = SHA-256("clc1-log" ‖ log id)
//! ```
//!
//! `header` and `operation` are the encodings as received, without the byte string heads around them.
//! One seed serves [`COMMITS_PER_SALT_BLOCK`] commits of a log: block 0 holds commits 0 to 4,095. Every
//! operation has a salt of its own, so each can be kept or taken out alone: whoever holds a salt can try
//! values against that one digest and against no other.
//!
//! A seed is every salt of its block, of commits to come too. So where something was erased, the seed is
//! replaced by the salts of the operations that stayed; and a seed is never given to who may not see the
//! whole log, only the salts of the operations given.
//!
//! A place where an operation was withheld or erased keeps the digest, so the chain still verifies.
//! The order named beside an erased operation came later and is not covered by the hash.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use smallvec::SmallVec;

use crate::{Commit, CommitHash, Error, LogId, Result, StoredOp};

/// Commits that share one seed.
pub const COMMITS_PER_SALT_BLOCK: u64 = 4096;

/// The salt block a commit belongs to.
pub fn salt_block(seq: u64) -> u64 {
    seq / COMMITS_PER_SALT_BLOCK
}

/// Thirty-two random bytes the salts of one block are derived from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockSeed(pub [u8; 32]);

impl BlockSeed {
    /// The salt of the operation at place `index` of one commit of the block.
    pub fn salt(&self, seq: u64, index: usize) -> Salt {
        let mut hasher = Sha256::new();
        hasher.update(self.0);
        hasher.update(seq.to_le_bytes());
        hasher.update(place(index).to_le_bytes());
        let whole: [u8; 32] = hasher.finalize().into();
        let mut salt = [0; 16];
        salt.copy_from_slice(&whole[..16]);
        Salt(salt)
    }
}

/// What makes it impossible to guess an operation from its digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 16]);

impl Salt {
    /// The digest of the operation this is the salt of.
    pub fn digest(&self, op: &[u8]) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(self.0);
        hasher.update(op);
        hasher.finalize().into()
    }
}

fn place(index: usize) -> u32 {
    u32::try_from(index).expect("a commit holds at most 4,096 operations")
}

/// What is known of one block's salts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockSalts {
    /// The seed: nothing of the block was taken out.
    Seed(BlockSeed),
    /// The salts of the operations that stayed, by sequence number and place, in ascending order. Mostly they are
    /// those of one commit, which hardly ever holds more than two operations.
    Salts(SmallVec<[((u64, usize), Salt); 2]>),
}

/// Where the salts of one log come from.
pub trait Salts {
    /// The salt of the operation at that place of that commit, if it is known.
    fn salt(&self, seq: u64, index: usize) -> Option<Salt>;
}

impl Salts for BlockSeed {
    fn salt(&self, seq: u64, index: usize) -> Option<Salt> {
        Some(BlockSeed::salt(self, seq, index))
    }
}

impl Salts for BlockSalts {
    fn salt(&self, seq: u64, index: usize) -> Option<Salt> {
        match self {
            BlockSalts::Seed(seed) => Some(seed.salt(seq, index)),
            BlockSalts::Salts(salts) => {
                let found = salts.binary_search_by_key(&(seq, index), |(of, _)| *of);
                found.ok().map(|found| salts[found].1)
            }
        }
    }
}

impl<S: Salts + ?Sized> Salts for &S {
    fn salt(&self, seq: u64, index: usize) -> Option<Salt> {
        (**self).salt(seq, index)
    }
}

impl<S: Salts> Salts for Option<S> {
    fn salt(&self, seq: u64, index: usize) -> Option<Salt> {
        self.as_ref()?.salt(seq, index)
    }
}

/// The salts of a log, by block.
impl Salts for BTreeMap<u64, BlockSalts> {
    fn salt(&self, seq: u64, index: usize) -> Option<Salt> {
        self.get(&salt_block(seq))?.salt(seq, index)
    }
}

/// What commit 1 of a log names as the hash before it.
pub fn chain_start(log: LogId) -> CommitHash {
    let mut hasher = Sha256::new();
    hasher.update(b"clc1-log");
    hasher.update(log.0);
    CommitHash(hasher.finalize().into())
}

/// The hashes of consecutive commits that follow the one with hash `previous`.
///
/// They prove nothing until the last one is compared with a hash known from elsewhere; see
/// [`verify_chain_to`].
///
/// # Errors
/// If the commits are not consecutive, or a present operation's salt is unknown.
pub fn verify_chain(
    previous: CommitHash,
    salts: &impl Salts,
    commits: &[Commit],
) -> Result<Vec<CommitHash>> {
    let mut hashes: Vec<CommitHash> = Vec::with_capacity(commits.len());
    for (place, commit) in (0u64..).zip(commits) {
        let expected = commits[0].header().seq + place;
        let found = commit.header().seq;
        if found != expected {
            return Err(Error::OutOfSequence { expected, found });
        }
        let before = hashes.last().copied().unwrap_or(previous);
        hashes.push(commit.hash(before, salts)?);
    }
    Ok(hashes)
}

/// As [`verify_chain`], and the chain must end in `head`.
///
/// # Errors
/// As [`verify_chain`]; [`Error::OtherHead`] if any byte of the commits differs from what was hashed.
pub fn verify_chain_to(
    head: CommitHash,
    previous: CommitHash,
    salts: &impl Salts,
    commits: &[Commit],
) -> Result<Vec<CommitHash>> {
    let hashes = verify_chain(previous, salts, commits)?;
    if hashes.last().copied().unwrap_or(previous) == head {
        return Ok(hashes);
    }
    Err(Error::OtherHead {
        seq: commits.last().map_or(0, |commit| commit.header().seq),
    })
}

impl Commit {
    /// This commit's hash, after the commit with hash `previous`.
    ///
    /// # Errors
    /// [`Error::NoSalt`] if an operation is present and its salt is not known.
    pub fn hash(&self, previous: CommitHash, salts: &impl Salts) -> Result<CommitHash> {
        let seq = self.header().seq;
        let mut hasher = Sha256::new();
        hasher.update(b"clc1");
        hasher.update(previous.0);
        hasher.update(self.header_bytes());
        for (index, op) in self.stored_ops().enumerate() {
            hasher.update(match op {
                StoredOp::Present(bytes) => salts
                    .salt(seq, index)
                    .ok_or(Error::NoSalt { seq })?
                    .digest(bytes),
                StoredOp::Withheld { digest } | StoredOp::Erased { digest, .. } => digest,
            });
        }
        Ok(CommitHash(hasher.finalize().into()))
    }
}
