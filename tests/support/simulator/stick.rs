//! What travels: runs of a log's commits as bytes, with what is needed to verify them.

use std::collections::BTreeMap;

use countyline_ledger::{BlockSalts, CommitHash, LogId};

/// A memory stick on its way.
#[derive(Debug, Clone)]
pub struct Stick {
    /// Which machine it is for.
    pub to: usize,
    /// What is on it. Each run is merged by itself, in this order.
    pub runs: Vec<Run>,
}

/// Consecutive commits of one log.
#[derive(Debug, Clone)]
pub struct Run {
    /// Their log.
    pub log: LogId,
    /// The hash before the first.
    pub previous: CommitHash,
    /// The hash of the last.
    pub head: CommitHash,
    /// The log's salts.
    pub salts: BTreeMap<u64, BlockSalts>,
    /// The commits' bytes.
    pub commits: Vec<Vec<u8>>,
}
