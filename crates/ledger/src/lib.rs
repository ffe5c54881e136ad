//! Histories and merging: what was written, by which machine, and what stands now that several wrote.
//!
//! Every machine keeps an append-only log of [`Commit`]s, one for each thing a person did, chained by
//! hash. A commit asserts values and names, for each, the assertions it replaces: what the person had
//! on the screen. What stands now is every assertion nobody replaced ([`EntityState`]); two of them in
//! one field are a conflict for a person. [`plan_merge`] works that out for a local save, an import and
//! a rebuild alike; [`plan_records`] does it record by record.
//!
//! Always true here: the outcome depends on the set of commits and on nothing else, so order, repeats
//! and gaps are harmless; no clock takes part in any decision; bytes that were hashed are never written
//! anew.
//!
//! Not here: clocks, randomness, threads, files and SQL. Seeds and times are passed in, states are
//! loaded through [`Store`]. Signatures belong to whoever carries commits about.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod block;
mod by_field;
mod cbor;
mod chain;
mod commit;
mod erase;
mod error;
mod ids;
mod kinds;
mod op;
mod plan;
mod record;
mod resolve;
mod state;
mod value;

pub use block::{CommitBlock, GivenSalts};
pub use by_field::ByField;
pub use chain::{
    BlockSalts, BlockSeed, COMMITS_PER_SALT_BLOCK, Salt, Salts, chain_start, salt_block,
    verify_chain, verify_chain_to,
};
pub use commit::{
    Anchor, Commit, CommitBuilder, Header, OrderId, SealedCommit, StoredOp, seal_commit,
};
pub use erase::{EraseFilter, EraseScope, owners};
pub use error::{Error, Result};
pub use ids::{ActorId, CommitHash, Dot, EntityId, FieldId, LogId, RecordType};
pub use kinds::{Kind, Lattice, Normal, Order, Owner, Registry};
pub use op::{Op, Parent};
pub use plan::{
    EntityKey, MergePlan, Problem, RecordPlan, RecordPlans, Store, plan_merge, plan_records,
};
pub use record::Touched;
pub use resolve::{ParentRef, ResolvedCommit, ResolvedOp, resolve_commit};
pub use state::{Conflict, Deletion, EntityState, Head, Heads, Shown, Tombstone};
pub use value::Value;

/// The sizes beyond which bytes are refused, before anything is allocated for them.
pub mod limits {
    /// Longest text, in bytes of UTF-8.
    pub const TEXT_BYTES: usize = 64 * 1024;
    /// Longest encoded operation.
    pub const OP_BYTES: usize = 256 * 1024;
    /// Longest encoded header.
    pub const HEADER_BYTES: usize = 256 * 1024;
    /// Longest encoded commit.
    pub const COMMIT_BYTES: usize = 4 * 1024 * 1024;
    /// Most operations in one commit.
    pub const OPS_PER_COMMIT: usize = 4096;
    /// Most pairs of a field (or element) and a parent in one operation: each pair that arrives before
    /// its parent has to be remembered.
    pub const REPLACEMENTS_PER_OP: usize = 64 * 1024;
    /// Deepest nesting of lists and maps in a value.
    pub const DEPTH: usize = 8;
    /// Highest sequence number: a dot has 40 bits for it.
    pub const SEQ: u64 = (1 << 40) - 1;
    /// Highest local number of a log: a dot has 23 bits for it, and stays positive as an `i64`.
    pub const LOG_RID: u32 = (1 << 23) - 1;
    /// Highest lamport number, so that it fits a signed column.
    pub const LAMPORT: u64 = i64::MAX as u64;
}
