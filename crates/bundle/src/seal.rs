//! Making a bundle.
//!
//! What does not keep to the limits is not sealed: every bundle made here can be read.

use sha2::{Digest, Sha256};

use crate::limits::{self, Limit};
use crate::manifest::{BlockEntry, CoverSheet, Manifest};
use crate::outer::{FileKey, seal_header};
use crate::payload::{padme, seal_chunks, sealed_length};
use crate::random::{Random, draw};
use crate::{BundleError, SealingKey, SigningKey};

pub(crate) const SIGNED: &[u8] = b"clb1-manifest";
const ZSTD_LEVEL: i32 = 3;

/// Commits of one stretch of a log, or an attachment: a part that is compressed by itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Block {
    /// What is inside: 1 = commits of one log range. Kinds a reader does not know it leaves alone.
    pub kind: u8,
    /// The content, at most [`limits::BLOCK_PLAIN_BYTES`].
    pub plain: Vec<u8>,
}

impl Block {
    /// Commits of one log range.
    pub const COMMITS: u8 = 1;
}

impl std::fmt::Debug for Block {
    /// Shows the length, not the content.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Block")
            .field("kind", &self.kind)
            .field("bytes", &self.plain.len())
            .finish()
    }
}

/// What goes into a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// What the sender has to say.
    pub cover: CoverSheet,
    /// The blocks, in the order the reader will get them.
    pub blocks: Vec<Block>,
}

/// Seals a bundle for these recipients, signed by `signer`. Returns the bytes of the file.
pub fn seal(
    contents: &Contents,
    recipients: &[SealingKey],
    signer: &SigningKey,
    random: &mut dyn Random,
) -> Result<Vec<u8>, BundleError> {
    let frames = compress(&contents.blocks)?;
    let mut manifest = Manifest {
        cover: contents.cover.clone(),
        signing_key: signer.verifying_key().key_id(),
        recipients: recipients.iter().map(SealingKey::key_id).collect(),
        blocks: entries(&contents.blocks, &frames),
        padded_len: 0,
        unknown: Vec::new(),
    };
    manifest.check_ranges()?;
    manifest.check_limits()?;
    let encoded = encode_with_padding(&mut manifest)?;

    let bundle_id = draw(random);
    let file_key = FileKey::generate(random);
    let header = seal_header(&bundle_id, &file_key, recipients, random)?;
    let file_bytes = (header.len() as u64).saturating_add(sealed_length(manifest.padded_len));
    if file_bytes > limits::FILE_BYTES as u64 {
        return Err(BundleError::OverLimit {
            what: Limit::FileBytes,
        });
    }

    let mut plain = Vec::with_capacity(manifest.padded_len as usize);
    plain.extend_from_slice(&(encoded.len() as u32).to_le_bytes());
    plain.extend_from_slice(&encoded);
    plain.extend_from_slice(&signer.sign(&signed_message(&Sha256::digest(&header), &encoded)));
    frames
        .iter()
        .for_each(|frame| plain.extend_from_slice(frame));
    plain.resize(manifest.padded_len as usize, 0);

    let mut file = header;
    file.reserve_exact(file_bytes as usize - file.len());
    seal_chunks(&plain, &file_key.payload_key(&bundle_id), random, &mut file)?;
    Ok(file)
}

/// What the sender's signature stands under: the outside of this very file and the manifest, so
/// neither can be put together with another.
pub(crate) fn signed_message(header_sha256: &[u8], manifest: &[u8]) -> Vec<u8> {
    [SIGNED, header_sha256, manifest].concat()
}

/// Plain bytes before the padding.
pub(crate) fn unpadded_length(manifest_bytes: usize, blocks: &[BlockEntry]) -> u64 {
    let blocks = blocks
        .iter()
        .fold(0u64, |sum, block| sum.saturating_add(block.zlen));
    (4 + manifest_bytes as u64 + 64).saturating_add(blocks)
}

/// Encodes the manifest with the padded length it itself has a part in. A longer number makes a
/// longer manifest, never a shorter one, so this comes to rest after a few rounds.
pub(crate) fn encode_with_padding(manifest: &mut Manifest) -> Result<Vec<u8>, BundleError> {
    loop {
        let encoded = manifest.encode();
        if encoded.len() > limits::MANIFEST_BYTES {
            return Err(BundleError::OverLimit {
                what: Limit::ManifestBytes,
            });
        }
        let padded = padme(unpadded_length(encoded.len(), &manifest.blocks));
        if padded == manifest.padded_len {
            return Ok(encoded);
        }
        manifest.padded_len = padded;
    }
}

fn compress(blocks: &[Block]) -> Result<Vec<Vec<u8>>, BundleError> {
    let failed = |_| BundleError::Sealing {
        doing: "compress a block",
    };
    let mut compressor = zstd::bulk::Compressor::new(ZSTD_LEVEL).map_err(failed)?;
    blocks
        .iter()
        .map(|block| compressor.compress(&block.plain).map_err(failed))
        .collect()
}

fn entries(blocks: &[Block], frames: &[Vec<u8>]) -> Vec<BlockEntry> {
    let both = blocks.iter().zip(frames);
    both.map(|(block, frame)| BlockEntry {
        kind: block.kind,
        zlen: frame.len() as u64,
        plain_len: block.plain.len() as u64,
        sha256: Sha256::digest(frame).into(),
    })
    .collect()
}
