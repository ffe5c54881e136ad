//! What a bundle says about itself: who sends it, what is in it, what the sender has and lacks.
//!
//! The [`CoverSheet`] is what a sender fills in; sealing adds the rest of the [`Manifest`]. The
//! manifest is small, so that all of it can be read and its signature checked before anything
//! larger is touched. What acknowledgements and needs mean for a history is not decided here.

mod encoding;

pub use crate::cbor::UnknownKey;
use crate::keys::{KeyId, SigningKey, VerifyingKey};
use crate::{BundleError, Direction};

/// The version of the manifest's own layout.
pub const FORMAT: u64 = 1;
/// The reader this program is: a bundle asking for a newer one is not read.
pub const READER: u32 = 1;

const ATTESTATION: &[u8] = b"clb1-attestation";

/// What the sender has to say beside the blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverSheet {
    /// The oldest reader that would not be misled by this bundle; [`READER`] for an ordinary one.
    pub min_reader: u32,
    /// The program that wrote it, for the log.
    pub app_version: String,
    /// The agency whose records these are.
    pub agency: [u8; 16],
    /// Which way the bundle goes.
    pub direction: Direction,
    /// The device that seals and signs.
    pub device: [u8; 16],
    /// When, by the sender's own clock. A claim; nothing is decided by it.
    pub created_ms: i64,
    /// The newest roster the sender knows.
    pub roster_known: Option<RosterPoint>,
    /// The registry of record types and fields the sender writes by.
    pub registry_version: u32,
    /// The stretches of logs whose commits are in the blocks.
    pub logs: Vec<LogRange>,
    /// Commits of other logs that commits in here refer to.
    pub anchors: Vec<LogPoint>,
    /// All commits the sender holds.
    pub have: Vec<Have>,
    /// What the county holds for good. Only in return bundles.
    pub acks: Vec<Ack>,
    /// What the county lacks and asks for.
    pub need: Vec<Need>,
    /// The county's count of its own statements.
    pub hub: Option<HubStatement>,
    /// A newer roster, signed by the county's root key; see [`crate::Roster`].
    pub roster_update: Option<Vec<u8>>,
    /// Orders of erasure the sender has carried out.
    pub erase_receipts: Vec<[u8; 16]>,
}

/// Everything the signature covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// What the sender had to say.
    pub cover: CoverSheet,
    /// The key that signed.
    pub signing_key: KeyId,
    /// The keys it was sealed for.
    pub recipients: Vec<KeyId>,
    /// The blocks, in the order they stand.
    pub blocks: Vec<BlockEntry>,
    /// Length of the payload's plain bytes with the zeros at their end.
    pub padded_len: u64,
    /// Entries this program does not know.
    pub unknown: Vec<UnknownKey>,
}

/// A stretch of one log, both ends included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRange {
    /// The log.
    pub log_id: [u8; 16],
    /// Sequence number of the first commit.
    pub from: u64,
    /// Sequence number of the last commit.
    pub to: u64,
    /// Hash of the commit before `from`; zeros if `from` is the first of its log.
    pub prev_hash: [u8; 32],
    /// Hash of the commit `to`.
    pub head_hash: [u8; 32],
    /// The writing device's own word for `to`, needed when another device carries its commits.
    pub attestation: Option<Attestation>,
}

/// A device's signature under one commit of its log, and so under all commits before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attestation {
    /// The key that signed.
    pub key: KeyId,
    /// The signature.
    pub signature: [u8; 64],
}

/// One commit of one log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogPoint {
    /// The log.
    pub log_id: [u8; 16],
    /// The commit's sequence number.
    pub seq: u64,
    /// The commit's hash.
    pub hash: [u8; 32],
}

/// The county holds this commit and all before it. The hash lets the laptop compare.
pub type Ack = LogPoint;

/// What a device holds of one log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Have {
    /// The log.
    pub log_id: [u8; 16],
    /// The stretches held, in ascending order.
    pub intervals: Vec<HeldInterval>,
}

/// A stretch held. Without the hash at its end, two branches of a log would look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldInterval {
    /// Sequence number of the first commit.
    pub from: u64,
    /// Sequence number of the last commit.
    pub to: u64,
    /// Hash of the last commit.
    pub hash: [u8; 32],
}

/// What the county lacks of one log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// The log.
    pub log_id: [u8; 16],
    /// The stretches lacking, in ascending order.
    pub intervals: Vec<LackingInterval>,
}

/// A stretch lacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LackingInterval {
    /// Sequence number of the first commit.
    pub from: u64,
    /// Sequence number of the last commit.
    pub to: u64,
}

/// The county's statement number. The epoch rises when the county was restored from a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HubStatement {
    /// The epoch.
    pub epoch: u64,
    /// Counts up within an epoch.
    pub counter: u64,
    /// The county's clock.
    pub time_ms: i64,
}

/// A roster by its version and hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RosterPoint {
    /// The version.
    pub version: u64,
    /// [`crate::Roster::hash`] of its signed bytes.
    pub hash: [u8; 32],
}

/// What the manifest says about one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockEntry {
    /// What is inside; see [`crate::Block::kind`].
    pub kind: u8,
    /// Length of the zstd frame.
    pub zlen: u64,
    /// Length once inflated.
    pub plain_len: u64,
    /// SHA-256 of the zstd frame.
    pub sha256: [u8; 32],
}

impl CoverSheet {
    /// A sheet with nothing to say yet, for an ordinary bundle of this program's format.
    pub fn new(agency: [u8; 16], device: [u8; 16], direction: Direction, created_ms: i64) -> Self {
        CoverSheet {
            min_reader: READER,
            app_version: String::new(),
            agency,
            direction,
            device,
            created_ms,
            roster_known: None,
            registry_version: 0,
            logs: Vec::new(),
            anchors: Vec::new(),
            have: Vec::new(),
            acks: Vec::new(),
            need: Vec::new(),
            hub: None,
            roster_update: None,
            erase_receipts: Vec::new(),
        }
    }
}

impl Attestation {
    /// Signs for a commit of the signer's own log.
    pub fn sign(point: &LogPoint, signer: &SigningKey) -> Self {
        let signature = signer.sign(&attested(point));
        Attestation {
            key: signer.verifying_key().key_id(),
            signature,
        }
    }

    /// Checks that the holder of this key signed for this commit.
    pub fn verify(&self, point: &LogPoint, key: &VerifyingKey) -> Result<(), BundleError> {
        key.check(&attested(point), &self.signature)
    }
}

fn attested(point: &LogPoint) -> Vec<u8> {
    [
        ATTESTATION,
        &point.log_id,
        &point.seq.to_le_bytes(),
        &point.hash,
    ]
    .concat()
}
