//! Cutting what is to be sent into bundles that a reader accepts, or that fit into an e-mail.
//!
//! Every part is a bundle of its own, over consecutive stretches, valid without the others and in any
//! order. A cut lies where the log's owner has signed: anywhere in our own logs, which we sign as we write,
//! and in others' logs behind a commit whose attestation was kept.

use std::collections::BTreeSet;

use countyline_ledger::{Dot, LogId};
use rusqlite::{Connection, named_params};

use super::blocks::Range;
use super::store;
use crate::casefile::log::{self, LogRow};
use crate::error::{Error, Result};

/// How much one bundle may carry.
#[derive(Debug, Clone, Copy)]
pub struct PartSize {
    bytes: u64,
    commits: u64,
}

/// Stretches in one bundle: each is a line of its manifest and a block at least.
const STRETCHES: usize = 1000;

impl PartSize {
    /// As much as is prudent: far within the limits of the format.
    pub const WHOLE: PartSize = PartSize {
        bytes: 96 << 20,
        commits: 500_000,
    };

    /// Bundles of about this many bytes before they are compressed; never less than a mebibyte.
    pub fn about(bytes: u64) -> PartSize {
        PartSize {
            bytes: bytes.clamp(1 << 20, PartSize::WHOLE.bytes),
            ..PartSize::WHOLE
        }
    }

    /// Bundles of this many commits, for tests.
    #[cfg(any(test, feature = "testing"))]
    pub fn of_commits(commits: u64) -> PartSize {
        PartSize {
            commits,
            ..PartSize::WHOLE
        }
    }
}

/// The ranges of each bundle; at least one, which may be without any.
pub(super) fn cut(
    conn: &Connection,
    ranges: &[Range],
    own: &BTreeSet<LogId>,
    size: PartSize,
) -> Result<Vec<Vec<Range>>> {
    let mut parts = vec![Part::default()];
    for range in ranges {
        cut_one(conn, range, own, size, &mut parts)?;
    }
    Ok(parts.into_iter().map(|part| part.ranges).collect())
}

/// Adds a range to the parts, cut where its owner has signed and a part is full.
fn cut_one(
    conn: &Connection,
    range: &Range,
    own: &BTreeSet<LogId>,
    size: PartSize,
    parts: &mut Vec<Part>,
) -> Result<()> {
    let signed = Signed::of(conn, range, own)?;
    let mut piece = Part::default();
    let mut from = range.from;
    for (seq, bytes) in lengths(conn, range)? {
        piece.bytes += bytes;
        piece.commits += 1;
        if signed.at(seq) {
            let to = seq;
            let taken = Range { from, to, ..*range };
            put_in_last(parts, taken, &std::mem::take(&mut piece), size);
            from = seq + 1;
        }
    }
    Ok(())
}

/// Puts a range into the last part, or into a new one if that has no room for it.
fn put_in_last(parts: &mut Vec<Part>, range: Range, piece: &Part, size: PartSize) {
    if parts.last().is_some_and(|part| part.is_full(piece, size)) {
        parts.push(Part::default());
    }
    if let Some(part) = parts.last_mut() {
        part.put(range, piece);
    }
}

/// The range without what its owner's word does not cover; none if that is all of it.
pub(super) fn vouched(
    conn: &Connection,
    range: Range,
    own: &BTreeSet<LogId>,
) -> Result<Option<Range>> {
    let to = match Signed::of(conn, &range, own)? {
        Signed::Everywhere => Some(range.to),
        Signed::At(seqs) => seqs.last().copied(),
    };
    Ok(to.map(|to| Range { to, ..range }))
}

/// The first commit from `last` up to `end`, all of which are held, that its owner signed for; `last` if there is
/// none.
pub(super) fn signed_after(
    conn: &Connection,
    branch: &LogRow,
    last: u64,
    end: u64,
    own: &BTreeSet<LogId>,
) -> Result<u64> {
    if own.contains(&branch.log_id) {
        return Ok(last);
    }
    let signed = store::attested(conn, branch.log_rid, last, end)?;
    Ok(signed.first().copied().unwrap_or(last))
}

/// After which commits a range may be cut.
enum Signed {
    Everywhere,
    At(BTreeSet<u64>),
}

impl Signed {
    fn of(conn: &Connection, range: &Range, own: &BTreeSet<LogId>) -> Result<Signed> {
        if own.contains(&log::log(conn, range.log_rid)?.log_id) {
            return Ok(Signed::Everywhere);
        }
        store::attested(conn, range.log_rid, range.from, range.to).map(Signed::At)
    }

    fn at(&self, seq: u64) -> bool {
        match self {
            Signed::Everywhere => true,
            Signed::At(seqs) => seqs.contains(&seq),
        }
    }
}

#[derive(Clone, Default)]
struct Part {
    ranges: Vec<Range>,
    bytes: u64,
    commits: u64,
}

impl Part {
    fn is_full(&self, more: &Part, size: PartSize) -> bool {
        self.ranges.len() >= STRETCHES
            || !self.ranges.is_empty()
                && (self.bytes + more.bytes > size.bytes
                    || self.commits + more.commits > size.commits)
    }

    fn put(&mut self, range: Range, piece: &Part) {
        self.bytes += piece.bytes;
        self.commits += piece.commits;
        match self.ranges.last_mut() {
            Some(last) if last.log_rid == range.log_rid && last.to + 1 == range.from => {
                last.to = range.to;
            }
            _ => self.ranges.push(range),
        }
    }
}

fn lengths(conn: &Connection, range: &Range) -> Result<Vec<(u64, u64)>> {
    let reading = |source| Error::database("measure what is to be sent", source);
    let mut statement = conn
        .prepare_cached(
            "SELECT dot, length(body) FROM commit_log WHERE dot BETWEEN :from AND :to ORDER BY dot",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(
            named_params! {
                ":from": Dot::new(range.log_rid, range.from).to_i64(),
                ":to": Dot::new(range.log_rid, range.to).to_i64(),
            },
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, u64>(1)?)),
        )
        .map_err(reading)?;
    rows.map(|row| {
        let (dot, bytes) = row.map_err(reading)?;
        let dot = Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?;
        Ok((dot.seq(), bytes))
    })
    .collect()
}
