//! The chain of hashes over the rows: each takes in the one before.

use sha2::{Digest, Sha256};

use super::store::Row;

/// What tells these hashes from every other of the program.
const DOMAIN: &[u8] = b"countyline look 1";

/// A row's hash; that of the row before, or zeros.
pub(super) type Link = [u8; 32];

/// The hash of a row that follows on another.
pub(super) fn link(before: &Link, seq: i64, row: &Row) -> Link {
    let mut hash = Sha256::new();
    hash.update(DOMAIN);
    hash.update(before);
    hash.update(seq.to_be_bytes());
    hash.update(row.at_ms.to_be_bytes());
    hash.update(row.who.0);
    hash.update([row.deed]);
    hash.update(row.record.0);
    hash.update(row.times.to_be_bytes());
    hash.finalize().into()
}
