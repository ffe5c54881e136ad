//! How large a bundle and its parts may be.
//!
//! Every limit is checked before memory is taken for the thing it limits. They are part of the
//! format: a writer that passes them writes files no reader accepts.

/// A whole bundle file.
pub const FILE_BYTES: usize = 256 << 20;
/// Recipients of one bundle.
pub const RECIPIENTS: usize = 16;
/// The encoded manifest.
pub const MANIFEST_BYTES: usize = 1 << 20;
/// Blocks in one bundle.
pub const BLOCKS: usize = 4096;
/// One block, inflated.
pub const BLOCK_PLAIN_BYTES: u64 = 4 << 20;
/// All blocks together, inflated.
pub const TOTAL_PLAIN_BYTES: u64 = 1 << 30;
/// Commits named by all log ranges of one bundle.
pub const COMMITS: u64 = 1_000_000;
/// A text in a manifest, a roster or a request (a person's or a laptop's name, a version).
pub const TEXT_BYTES: usize = 200;
/// An encoded enrolment request.
pub const REQUEST_BYTES: usize = 4096;
/// An encoded roster; it must fit into a manifest.
pub const ROSTER_BYTES: usize = 512 << 10;
/// Keys of one map that this program does not know. Each is kept by itself, before anybody has vouched
/// for it: without a limit, a mebibyte of them would take a multiple of its memory.
pub const UNKNOWN_KEYS: usize = 64;
/// Nesting of values this program does not know.
pub const DEPTH: usize = 8;

/// Which limit was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// [`FILE_BYTES`]
    FileBytes,
    /// [`RECIPIENTS`]; also none at all.
    Recipients,
    /// [`MANIFEST_BYTES`]
    ManifestBytes,
    /// [`BLOCKS`]
    Blocks,
    /// [`BLOCK_PLAIN_BYTES`]
    BlockPlainBytes,
    /// [`TOTAL_PLAIN_BYTES`]
    TotalPlainBytes,
    /// [`COMMITS`]
    Commits,
    /// [`TEXT_BYTES`]
    TextBytes,
    /// [`REQUEST_BYTES`] or [`ROSTER_BYTES`]
    DocumentBytes,
}
