//! Reading a bundle, in an order in which nothing is trusted before it is vouched for.
//!
//! Lengths, our entry in the header, the header's MAC, the manifest, its signature, then whether
//! it is meant for us; then all that follows is compared with what the sender signed. Only blocks
//! of a bundle that passed all of it are inflated. Who may sign what, what has been revoked and
//! whether the commits continue a log is for the caller to decide.

use std::sync::Arc;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;
use zstd::zstd_safe;

use crate::limits::{self, Limit};
use crate::manifest::{BlockEntry, Manifest};
use crate::outer::{Header, start_of};
use crate::payload::{self, PlainReader, padme};
use crate::seal::{Block, signed_message, unpadded_length};
use crate::{BundleError, Direction, OpeningKey, Source, VerifyingKey};

/// What the reader is ready to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expectation<'a> {
    /// The agency we work for; `None` on a new laptop, which learns it from its first bundle.
    pub agency: Option<[u8; 16]>,
    /// The directions that make sense here.
    pub directions: &'a [Direction],
}

/// A bundle found whole, signed and meant for us. Its blocks are still compressed.
#[derive(Clone)]
pub struct Opened<'a> {
    /// What the sender said and signed.
    pub manifest: Manifest,
    /// The same in every copy of this bundle.
    pub bundle_id: [u8; 16],
    /// SHA-256 of the whole file.
    pub sha256: [u8; 32],
    /// Length of the whole file.
    pub size_bytes: u64,
    source: Arc<dyn Source + 'a>,
    /// Where the payload begins, and how long it is.
    payload_start: u64,
    payload_bytes: usize,
    payload_key: Zeroizing<[u8; 32]>,
    prelude_bytes: usize,
}

/// Opens a bundle with our key.
///
/// `who` is asked for the signer's key and gets the manifest *before its signature is checked*: it
/// may look up the device and the signing key's name, nothing else. For the first bundle of a new
/// laptop it may take the key from the roster in [`crate::CoverSheet::roster_update`], if that
/// roster is signed by the root key whose six words were compared. A key that should no longer be
/// accepted at all is `None`; one whose bundles are to be parked is returned, and parked later.
pub fn open<'a>(
    source: impl Source + 'a,
    me: &OpeningKey,
    who: impl FnOnce(&Manifest) -> Option<VerifyingKey>,
    expect: &Expectation<'_>,
) -> Result<Opened<'a>, BundleError> {
    let size_bytes = source.length();
    let start = start_of(&source)?;
    let header = Header::parse(&start, size_bytes)?;
    let file_key = header.open(me)?;
    let bundle_id = header.bundle_id();
    let payload_key = file_key.payload_key(&bundle_id);

    let (payload_start, payload_bytes) = (header.bytes.len() as u64, header.payload_bytes);
    let plain = PlainReader::new(&source, payload_start, payload_bytes, &payload_key);
    let mut plain = plain.hashing(header.bytes);
    let (encoded, signature) = take_manifest(&mut plain, payload_bytes)?;
    let manifest = Manifest::decode(&encoded)?;
    check_signer(&manifest, who(&manifest), &header, &encoded, &signature)?;
    manifest.check_reader()?;
    check_meant_for_us(&manifest, me, &header, expect)?;
    check_length(&manifest, encoded.len(), payload_bytes)?;
    check_blocks_and_padding(&manifest, &mut plain)?;
    let sha256 = plain.file_sha256();

    Ok(Opened {
        manifest,
        bundle_id,
        sha256,
        size_bytes,
        source: Arc::new(source),
        payload_start,
        payload_bytes,
        payload_key,
        prelude_bytes: 4 + encoded.len() + 64,
    })
}

impl<'a> Opened<'a> {
    /// The blocks, inflated one at a time, in the order of the manifest. Ends after an error.
    pub fn blocks(&self) -> Blocks<'_> {
        Blocks {
            plain: PlainReader::new(
                &*self.source,
                self.payload_start,
                self.payload_bytes,
                &self.payload_key,
            ),
            prelude_bytes: self.prelude_bytes,
            entries: self.manifest.blocks.iter().enumerate(),
            failed: false,
        }
    }
}

impl std::fmt::Debug for Opened<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opened")
            .field("manifest", &self.manifest)
            .finish_non_exhaustive()
    }
}

/// See [`Opened::blocks`].
pub struct Blocks<'a> {
    plain: PlainReader<'a>,
    prelude_bytes: usize,
    entries: std::iter::Enumerate<std::slice::Iter<'a, BlockEntry>>,
    failed: bool,
}

impl Iterator for Blocks<'_> {
    type Item = Result<Block, BundleError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let (index, entry) = self.entries.next()?;
        let block = self.inflate(index, entry);
        self.failed = block.is_err();
        Some(block)
    }
}

impl Blocks<'_> {
    fn inflate(&mut self, index: usize, entry: &BlockEntry) -> Result<Block, BundleError> {
        self.plain.take(std::mem::take(&mut self.prelude_bytes))?;
        let altered = BundleError::BlockAltered { index };
        let frame = self.plain.take(entry.zlen as usize)?;
        // zstd is shown nothing but what the sender signed.
        if <[u8; 32]>::from(Sha256::digest(&frame)) != entry.sha256 {
            return Err(altered);
        }
        let plain = inflate_exactly(&frame, entry.plain_len).ok_or(altered)?;
        Ok(Block {
            kind: entry.kind,
            plain,
        })
    }
}

fn take_manifest(
    plain: &mut PlainReader<'_>,
    payload_bytes: usize,
) -> Result<(Vec<u8>, [u8; 64]), BundleError> {
    let too_short = BundleError::ManifestMalformed { what: "length" };
    let length = plain.take(4)?.try_into().map_err(|_| too_short.clone())?;
    let length = u32::from_le_bytes(length) as usize;
    if length > limits::MANIFEST_BYTES {
        return Err(BundleError::OverLimit {
            what: Limit::ManifestBytes,
        });
    }
    if 4 + length as u64 + 64 > payload::plain_length(payload_bytes) {
        return Err(too_short);
    }
    let manifest = plain.take(length)?;
    let signature = plain.take(64)?.try_into().map_err(|_| too_short)?;
    Ok((manifest, signature))
}

fn check_signer(
    manifest: &Manifest,
    key: Option<VerifyingKey>,
    header: &Header<'_>,
    encoded: &[u8],
    signature: &[u8; 64],
) -> Result<(), BundleError> {
    let unknown = BundleError::UnknownSigner {
        device: manifest.cover.device,
    };
    let key = key
        .filter(|key| key.key_id() == manifest.signing_key)
        .ok_or(unknown)?;
    key.check(&signed_message(&header.sha256(), encoded), signature)
}

fn check_meant_for_us(
    manifest: &Manifest,
    me: &OpeningKey,
    header: &Header<'_>,
    expect: &Expectation<'_>,
) -> Result<(), BundleError> {
    let cover = &manifest.cover;
    if !expect.directions.contains(&cover.direction) {
        return Err(BundleError::WrongDirection {
            found: cover.direction,
        });
    }
    if expect.agency.is_some_and(|agency| agency != cover.agency) {
        return Err(BundleError::OtherAgency);
    }
    if !manifest.recipients.contains(&me.sealing_key().key_id()) {
        return Err(BundleError::NotForThisKey);
    }
    if manifest.recipients.len() != header.recipient_count() {
        return Err(BundleError::ManifestMalformed { what: "recipients" });
    }
    Ok(())
}

/// Compares the length of the file with the one signed, before the rest of it is looked at.
fn check_length(
    manifest: &Manifest,
    manifest_bytes: usize,
    payload_bytes: usize,
) -> Result<(), BundleError> {
    if manifest.padded_len != padme(unpadded_length(manifest_bytes, &manifest.blocks)) {
        return Err(BundleError::PaddingWrong);
    }
    match payload::sealed_length(manifest.padded_len).cmp(&(payload_bytes as u64)) {
        std::cmp::Ordering::Greater => Err(BundleError::Truncated),
        std::cmp::Ordering::Less => Err(BundleError::TrailingBytes),
        std::cmp::Ordering::Equal => Ok(()),
    }
}

/// Goes once through the rest, keeping nothing: a bundle is taken whole or not at all.
fn check_blocks_and_padding(
    manifest: &Manifest,
    plain: &mut PlainReader<'_>,
) -> Result<(), BundleError> {
    for (index, entry) in manifest.blocks.iter().enumerate() {
        let mut hash = Sha256::new();
        let mut left = entry.zlen as usize;
        while left > 0 {
            let part = plain.some(left)?.ok_or(BundleError::Truncated)?;
            hash.update(part);
            left -= part.len();
        }
        if <[u8; 32]>::from(hash.finalize()) != entry.sha256 {
            return Err(BundleError::BlockAltered { index });
        }
    }
    while let Some(zeros) = plain.some(usize::MAX)? {
        if zeros.iter().any(|byte| *byte != 0) {
            return Err(BundleError::PaddingWrong);
        }
    }
    Ok(())
}

/// Inflates one zstd frame, and nothing beside it, into exactly this many bytes.
pub(crate) fn inflate_exactly(frame: &[u8], plain_len: u64) -> Option<Vec<u8>> {
    if zstd_safe::find_frame_compressed_size(frame).ok()? != frame.len() {
        return None;
    }
    let mut plain = Vec::with_capacity(plain_len as usize);
    zstd::bulk::Decompressor::new()
        .ok()?
        .decompress_to_buffer(frame, &mut plain)
        .ok()?;
    (plain.len() as u64 == plain_len).then_some(plain)
}
