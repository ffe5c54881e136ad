//! What can be wrong with a history. Variants carry positions and limits, never what was written.

/// The crate's result.
pub type Result<T> = std::result::Result<T, Error>;

/// Why bytes, a commit or a chain are refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The bytes are not what the format says stands here.
    #[error("malformed {what}")]
    Malformed {
        /// The part being read.
        what: &'static str,
    },
    /// The bytes can be read, but the same content has another, canonical form.
    #[error("{what} is not in canonical form")]
    NotCanonical {
        /// The part being read.
        what: &'static str,
    },
    /// Something is larger than the format allows.
    #[error("{what} exceeds {limit}")]
    TooLarge {
        /// The part that is too large.
        what: &'static str,
        /// The largest size allowed, see [`limits`](crate::limits).
        limit: usize,
    },
    /// A commit is not the successor of the one before it.
    #[error("expected commit {expected}, found {found}")]
    OutOfSequence {
        /// The sequence number that had to come next.
        expected: u64,
        /// The one that came.
        found: u64,
    },
    /// An operation is present, but no salt is known to compute its digest with.
    #[error("no salt for commit {seq}")]
    NoSalt {
        /// The commit whose salt is missing.
        seq: u64,
    },
    /// The chain does not end in the hash it was said to end in.
    #[error("the chain ending at commit {seq} has another hash than stated")]
    OtherHead {
        /// The last commit of the chain.
        seq: u64,
    },
    /// The caller could not say which commit a parent is.
    #[error("commit {seq} replaces something written in an unknown log")]
    UnknownParent {
        /// The commit that names the parent.
        seq: u64,
    },
}
