//! A commit: what one person did at one time, as the bytes that are hashed and passed on.
//!
//! ```text
//! commit = [header: bstr, [* stored op]]
//! header = [seq, lamport, wall_ms, actor: bstr 16, action, flags, ? [+ [log: bstr 16, seq, hash: bstr 32]]]
//! stored op = bstr / [0, digest: bstr 32] withheld / [1, digest: bstr 32, order: bstr 16] erased
//! ```
//!
//! Anchors name the foreign commits parents refer to, each once. Items a newer program adds after the
//! anchors are kept. Received bytes are never written anew: only [`Commit::without_ops`] makes other
//! bytes, and those verify against the same hash.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::cbor::{Reader, WriteError, Writer, written};
use crate::{
    ActorId, BlockSeed, CommitHash, Error, LogId, Op, Parent, Result, Salts, Value, limits,
};

/// A foreign commit, named exactly: its hash decides even where a log has two branches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// Its log.
    pub log: LogId,
    /// Its sequence number there.
    pub seq: u64,
    /// Its hash.
    pub hash: CommitHash,
}

/// What is known of a commit without its operations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Its place in its log, from 1.
    pub seq: u64,
    /// One more than the highest the writer had seen: a stable order to show things in.
    pub lamport: u64,
    /// What the writer's clock said, in milliseconds since 1970. A claim; decides nothing.
    pub wall_ms: i64,
    /// Who did it.
    pub actor: ActorId,
    /// What the person did, as the caller numbers it.
    pub action: u16,
    /// The caller's.
    pub flags: u16,
    /// The foreign commits that parents refer to.
    pub anchors: Vec<Anchor>,
}

/// The order under which an operation was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderId(pub [u8; 16]);

/// An operation as it stands in a commit's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoredOp<'a> {
    /// Its encoding.
    Present(&'a [u8]),
    /// Kept from this reader, who does not need to know it.
    Withheld {
        /// What the chain needs of it.
        digest: [u8; 32],
    },
    /// Erased for everyone.
    Erased {
        /// What the chain needs of it.
        digest: [u8; 32],
        /// Under which order.
        order: OrderId,
    },
}

/// A commit as received or sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    bytes: Vec<u8>,
    header: Header,
    header_range: Range<usize>,
    ops: Vec<Place>,
}

/// Where an operation, or the digest and order left of it, stands in the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    Present(Range<usize>),
    Withheld([u8; 32]),
    Erased([u8; 32], OrderId),
}

/// A new commit with its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedCommit {
    /// The commit.
    pub commit: Commit,
    /// Its hash: what the next commit follows.
    pub hash: CommitHash,
}

impl Commit {
    /// The commit these bytes are. Operations are only decoded when asked for.
    ///
    /// # Errors
    /// If they are malformed, not canonical, or larger than [`limits`] allow.
    pub fn decode(bytes: impl Into<Vec<u8>>) -> Result<Commit> {
        let bytes = bytes.into();
        let mut reader = Reader::new(&bytes, "commit");
        reader.within(bytes.len(), limits::COMMIT_BYTES)?;
        if reader.list()? != 2 {
            return Err(reader.malformed());
        }
        let header_length = reader.bytes(limits::HEADER_BYTES)?.len();
        let header_range = reader.position() - header_length..reader.position();
        let header = Header::decode(&bytes[header_range.clone()])?;
        let count = reader.list()?;
        reader.within(count, limits::OPS_PER_COMMIT)?;
        let mut ops = Vec::with_capacity(count);
        for _ in 0..count {
            ops.push(read_place(&mut reader)?);
        }
        reader.end()?;
        Ok(Commit {
            header,
            header_range,
            ops,
            bytes,
        })
    }

    /// The bytes, as received.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The header.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The header's bytes, as hashed.
    pub fn header_bytes(&self) -> &[u8] {
        &self.bytes[self.header_range.clone()]
    }

    /// The operations as they are stored, in order.
    pub fn stored_ops(&self) -> impl ExactSizeIterator<Item = StoredOp<'_>> {
        self.ops.iter().map(|place| match place {
            Place::Present(range) => StoredOp::Present(&self.bytes[range.clone()]),
            Place::Withheld(digest) => StoredOp::Withheld { digest: *digest },
            Place::Erased(digest, order) => StoredOp::Erased {
                digest: *digest,
                order: *order,
            },
        })
    }

    /// The operations that are present, decoded, with their places.
    ///
    /// # Errors
    /// If one of them is malformed.
    pub fn ops(&self) -> Result<Vec<(usize, Op)>> {
        let present = self.stored_ops().enumerate();
        present
            .filter_map(|(index, op)| match op {
                StoredOp::Present(bytes) => Some(Op::decode(bytes).map(|op| (index, op))),
                StoredOp::Withheld { .. } | StoredOp::Erased { .. } => None,
            })
            .collect()
    }

    /// The same commit with the operations at these places reduced to their digests: erased if there
    /// is an order, otherwise withheld. It has the same hash. What is erased already stays so.
    ///
    /// # Errors
    /// [`Error::NoSalt`] if one of them is present and its salt is not known.
    pub fn without_ops(
        &self,
        places: &BTreeSet<usize>,
        salts: &impl Salts,
        order: Option<OrderId>,
    ) -> Result<Commit> {
        let seq = self.header.seq;
        let mut kept = Vec::with_capacity(self.ops.len());
        for (index, op) in self.stored_ops().enumerate() {
            kept.push(match op {
                StoredOp::Present(bytes) if places.contains(&index) => {
                    let salt = salts.salt(seq, index).ok_or(Error::NoSalt { seq })?;
                    reduced(salt.digest(bytes), order)
                }
                StoredOp::Withheld { digest } if places.contains(&index) => reduced(digest, order),
                _ => op,
            });
        }
        Ok(self.with_ops(&kept))
    }

    /// The same commit with these operations in their places, which must have the digests of those here.
    pub(crate) fn with_ops(&self, ops: &[StoredOp<'_>]) -> Commit {
        let bytes = encode_commit(self.header_bytes(), ops);
        Commit::decode(bytes).expect("a commit that was read can be read with other payloads")
    }
}

fn reduced(digest: [u8; 32], order: Option<OrderId>) -> StoredOp<'static> {
    match order {
        Some(order) => StoredOp::Erased { digest, order },
        None => StoredOp::Withheld { digest },
    }
}

/// Encodes and hashes a commit that follows the one with hash `previous`.
///
/// # Errors
/// If something in it is larger than [`limits`] allow, or a parent is not an earlier commit.
pub fn seal_commit(
    previous: CommitHash,
    seed: &BlockSeed,
    header: &Header,
    ops: &[Op],
) -> Result<SealedCommit> {
    for op in ops {
        ensure_parents_exist(header, op)?;
    }
    let encoded: Vec<Vec<u8>> = ops.iter().map(Op::encode).collect::<Result<_>>()?;
    let stored: Vec<StoredOp<'_>> = encoded.iter().map(|op| StoredOp::Present(op)).collect();
    let header = written(|writer| header.write(writer));
    let commit = Commit::decode(encode_commit(&header, &stored))?;
    let hash = commit.hash(previous, seed)?;
    Ok(SealedCommit { commit, hash })
}

/// Gathers a commit's operations and the anchors their parents need.
#[derive(Debug, Clone)]
pub struct CommitBuilder {
    log: LogId,
    header: Header,
    ops: Vec<Op>,
    anchors: BTreeMap<Anchor, u32>,
}

impl CommitBuilder {
    /// Starts commit `header.seq` of `log`.
    pub fn new(log: LogId, header: Header) -> CommitBuilder {
        let anchors = (0..).zip(&header.anchors).map(|(n, anchor)| (*anchor, n));
        CommitBuilder {
            log,
            anchors: anchors.collect(),
            header,
            ops: Vec::new(),
        }
    }

    /// How an operation of this commit names that commit as a parent.
    pub fn parent(&mut self, commit: Anchor) -> Parent {
        if commit.log == self.log {
            return Parent::Own(commit.seq);
        }
        let next = u32::try_from(self.anchors.len()).expect("anchors are limited by their bytes");
        let place = *self.anchors.entry(commit).or_insert(next);
        if place == next {
            self.header.anchors.push(commit);
        }
        Parent::Foreign(place)
    }

    /// Adds an operation.
    pub fn push(&mut self, op: Op) -> &mut CommitBuilder {
        self.ops.push(op);
        self
    }

    /// Encodes and hashes the commit.
    ///
    /// # Errors
    /// As [`seal_commit`].
    pub fn seal(self, previous: CommitHash, seed: &BlockSeed) -> Result<SealedCommit> {
        seal_commit(previous, seed, &self.header, &self.ops)
    }
}

impl Header {
    fn write(&self, writer: &mut Writer<'_>) -> std::result::Result<(), WriteError> {
        let items = if self.anchors.is_empty() { 6 } else { 7 };
        writer.array(items)?.u64(self.seq)?.u64(self.lamport)?;
        writer.i64(self.wall_ms)?.bytes(&self.actor.0)?;
        writer.u16(self.action)?.u16(self.flags)?;
        if self.anchors.is_empty() {
            return Ok(());
        }
        writer.array(self.anchors.len() as u64)?;
        self.anchors.iter().try_for_each(|anchor| {
            writer.array(3)?.bytes(&anchor.log.0)?.u64(anchor.seq)?;
            writer.bytes(&anchor.hash.0)?.ok()
        })
    }

    fn decode(bytes: &[u8]) -> Result<Header> {
        let mut reader = Reader::new(bytes, "header");
        let items = reader.list()?;
        if items < 6 {
            return Err(reader.malformed());
        }
        let header = Header {
            seq: read_seq(&mut reader)?,
            lamport: read_lamport(&mut reader)?,
            wall_ms: reader.signed()?,
            actor: ActorId(reader.array_of_bytes()?),
            action: reader.u16()?,
            flags: reader.u16()?,
            anchors: if items > 6 {
                read_anchors(&mut reader)?
            } else {
                Vec::new()
            },
        };
        // Where there are none they are left out, unless a newer program's items follow them.
        if items == 7 && header.anchors.is_empty() {
            return Err(reader.not_canonical());
        }
        for _newer in 7..items {
            Value::read(&mut reader)?;
        }
        reader.end()?;
        Ok(header)
    }
}

fn read_seq(reader: &mut Reader<'_>) -> Result<u64> {
    match reader.unsigned()? {
        seq @ 1..=limits::SEQ => Ok(seq),
        _ => Err(reader.malformed()),
    }
}

fn read_lamport(reader: &mut Reader<'_>) -> Result<u64> {
    match reader.unsigned()? {
        lamport @ 0..=limits::LAMPORT => Ok(lamport),
        _ => Err(reader.malformed()),
    }
}

fn read_anchors(reader: &mut Reader<'_>) -> Result<Vec<Anchor>> {
    let count = reader.list()?;
    let mut anchors = Vec::new();
    let mut seen = BTreeSet::new();
    for _ in 0..count {
        if reader.list()? != 3 {
            return Err(reader.malformed());
        }
        let anchor = Anchor {
            log: LogId(reader.array_of_bytes()?),
            seq: read_seq(reader)?,
            hash: CommitHash(reader.array_of_bytes()?),
        };
        if !seen.insert(anchor) {
            return Err(reader.not_canonical());
        }
        anchors.push(anchor);
    }
    Ok(anchors)
}

fn read_place(reader: &mut Reader<'_>) -> Result<Place> {
    if reader.peek()? >> 5 == 2 {
        let length = reader.bytes(limits::OP_BYTES)?.len();
        return Ok(Place::Present(
            reader.position() - length..reader.position(),
        ));
    }
    match (reader.list()?, reader.unsigned()?) {
        (2, 0) => Ok(Place::Withheld(reader.array_of_bytes()?)),
        (3, 1) => Ok(Place::Erased(
            reader.array_of_bytes()?,
            OrderId(reader.array_of_bytes()?),
        )),
        _ => Err(reader.malformed()),
    }
}

fn encode_commit(header: &[u8], ops: &[StoredOp<'_>]) -> Vec<u8> {
    written(|writer| {
        writer.array(2)?.bytes(header)?.array(ops.len() as u64)?;
        ops.iter().try_for_each(|op| match op {
            StoredOp::Present(bytes) => writer.bytes(bytes)?.ok(),
            StoredOp::Withheld { digest } => writer.array(2)?.u8(0)?.bytes(digest)?.ok(),
            StoredOp::Erased { digest, order } => {
                writer.array(3)?.u8(1)?.bytes(digest)?.bytes(&order.0)?.ok()
            }
        })
    })
}

fn ensure_parents_exist(header: &Header, op: &Op) -> Result<()> {
    let exists = |parent: &Parent| match *parent {
        Parent::Own(seq) => (1..header.seq).contains(&seq),
        Parent::Foreign(place) => (place as usize) < header.anchors.len(),
    };
    if op.parents().iter().all(exists) {
        Ok(())
    } else {
        Err(Error::Malformed { what: "parent" })
    }
}
