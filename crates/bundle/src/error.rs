//! What can go wrong, one variant for each thing a person can act on.
//!
//! Variants carry values and places, never sentences for users and never anything read from the
//! inside of a bundle that a victim or a deputy could have written.

use crate::limits::Limit;

/// Why a bundle, a request or a roster was refused, or could not be made.
///
/// The `Display` text is for logs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// The file is something else altogether.
    #[error("not a bundle")]
    NotABundle,
    /// The first bytes show a transfer that changed line ends, cut the eighth bit, or took the
    /// file for text. Copy it again in another way.
    #[error("damaged in transfer")]
    DamagedInTransfer,
    /// Written by a program with a newer file layout.
    #[error("newer container version {version}")]
    NewerVersion {
        /// The version byte found.
        version: u8,
    },
    /// Sealed with algorithms this program does not have.
    #[error("unknown suite {suite}")]
    UnknownSuite {
        /// The suite byte found.
        suite: u8,
    },
    /// A flag or reserved byte is set that this program does not know.
    #[error("unknown flags {flags:#06x}")]
    UnknownFlags {
        /// The flags found; 0 if a reserved byte was set instead.
        flags: u16,
    },
    /// The file ends too early: the copy was not finished.
    #[error("truncated")]
    Truncated,
    /// The bytes could not be read: the stick was pulled out.
    #[error("could not be read: {kind}")]
    Unreadable {
        /// What the system said.
        kind: std::io::ErrorKind,
    },
    /// The file goes on after its end.
    #[error("bytes after the end")]
    TrailingBytes,
    /// The outer header contradicts itself.
    #[error("header malformed: {what}")]
    HeaderMalformed {
        /// The field that cannot be.
        what: &'static str,
    },
    /// Sealed for somebody else (or for a key that has been destroyed).
    #[error("not for this key")]
    NotForThisKey,
    /// The outer header was changed after sealing.
    #[error("header altered")]
    HeaderAltered,
    /// The payload was changed after sealing.
    #[error("payload altered in chunk {chunk}")]
    PayloadAltered {
        /// Number of the 64 KiB chunk, from 0.
        chunk: u64,
    },
    /// The manifest is not what the format says a manifest is.
    #[error("manifest malformed: {what}")]
    ManifestMalformed {
        /// The part that is wrong.
        what: &'static str,
    },
    /// The manifest has a newer layout, so nobody can tell who signed it. Keep nothing of it: update, then take
    /// it in again from where it came.
    #[error("newer manifest format {format}")]
    NewerManifest {
        /// The format found.
        format: u64,
    },
    /// The sender says that an older program would misread this bundle. Park it and update.
    #[error("needs reader {min_reader}")]
    NeedsNewerReader {
        /// The oldest reader that may read it; 0 if an unknown part demands a newer program.
        min_reader: u32,
    },
    /// Nobody on the roster has this device, or not with this signing key.
    #[error("unknown signer {}", Hex(.device))]
    UnknownSigner {
        /// The device the manifest names.
        device: [u8; 16],
    },
    /// The signature does not fit the content: forged or altered.
    #[error("signature wrong")]
    SignatureWrong,
    /// Two different rosters carry one version: somebody else holds the county's root key, or the
    /// county was brought back from an old copy. A matter for people, never for a program.
    #[error("roster {version} is of another chain")]
    RosterForked {
        /// The version of the roster that does not fit those held.
        version: u64,
    },
    /// Belongs to another agency.
    #[error("bundle of another agency")]
    OtherAgency,
    /// A bundle of a kind not expected here, such as a laptop given its own upload.
    #[error("wrong direction")]
    WrongDirection {
        /// The direction found.
        found: crate::Direction,
    },
    /// A block is not the one the sender signed, or does not inflate to what was announced.
    #[error("block {index} altered")]
    BlockAltered {
        /// Number of the block, from 0.
        index: usize,
    },
    /// The zeros after the last block are missing, too many, or not zeros.
    #[error("padding wrong")]
    PaddingWrong,
    /// Larger than any honest bundle.
    #[error("over the limit: {what:?}")]
    OverLimit {
        /// The limit that was passed.
        what: Limit,
    },
    /// Bytes that are no key.
    #[error("key malformed")]
    KeyMalformed,
    /// An enrolment request or roster is not what the format says.
    #[error("document malformed: {what}")]
    DocumentMalformed {
        /// The part that is wrong.
        what: &'static str,
    },
    /// Sealing failed for a reason outside the content.
    #[error("could not seal: {doing}")]
    Sealing {
        /// What was being done.
        doing: &'static str,
    },
}

impl BundleError {
    /// What a source's refusal means.
    pub(crate) fn of_source(refused: &std::io::Error) -> BundleError {
        match refused.kind() {
            std::io::ErrorKind::UnexpectedEof => BundleError::Truncated,
            kind => BundleError::Unreadable { kind },
        }
    }
}

struct Hex<'a>(&'a [u8]);

impl std::fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
