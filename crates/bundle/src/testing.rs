//! Ways past the seals, for fuzzers and for those who make flawed files on purpose.
//!
//! A fuzzer cannot guess a signature, so what stands behind one is reached here: each function is the
//! reader's own step, or does what only a holder of the keys could. No program of ours turns the
//! feature `testing` on, and a test holds that.

use sha2::{Digest, Sha256};

pub use crate::document::testing::{sign_request, sign_roster};
use crate::outer::{FileKey, seal_header};
use crate::payload::seal_chunks;
use crate::random::{Random, draw};
use crate::seal::signed_message;
use crate::{BundleError, Manifest, SealingKey, SigningKey};

/// Reads a manifest as [`crate::open`] does before it knows who signed.
///
/// # Errors
/// What [`crate::open`] would answer.
pub fn read_manifest(bytes: &[u8]) -> Result<Manifest, BundleError> {
    Manifest::decode(bytes)
}

/// The one encoding of a manifest.
pub fn write_manifest(manifest: &Manifest) -> Vec<u8> {
    manifest.encode()
}

/// Inflates one block as [`crate::Blocks`] does once its hash was found to be the signed one.
pub fn inflate(frame: &[u8], plain_len: u64) -> Option<Vec<u8>> {
    crate::open::inflate_exactly(frame, plain_len)
}

/// What is sealed by [`seal_as_it_is`].
pub struct Inside<'a> {
    /// The manifest's length as it is written before it; usually the true one.
    pub manifest_length: u32,
    /// Bytes in the manifest's place.
    pub manifest: &'a [u8],
    /// What follows the signature: blocks and padding.
    pub rest: &'a [u8],
}

/// Seals and signs these bytes, whatever they are, as a bundle for these recipients.
///
/// # Errors
/// If a recipient's key cannot be sealed for.
pub fn seal_as_it_is(
    inside: &Inside<'_>,
    recipients: &[SealingKey],
    signer: &SigningKey,
    random: &mut dyn Random,
) -> Result<Vec<u8>, BundleError> {
    let bundle_id = draw(random);
    let file_key = FileKey::generate(random);
    let mut file = seal_header(&bundle_id, &file_key, recipients, random)?;
    let message = signed_message(&Sha256::digest(&file), inside.manifest);
    let mut plain = inside.manifest_length.to_le_bytes().to_vec();
    plain.extend_from_slice(inside.manifest);
    plain.extend_from_slice(&signer.sign(&message));
    plain.extend_from_slice(inside.rest);
    seal_chunks(&plain, &file_key.payload_key(&bundle_id), random, &mut file)?;
    Ok(file)
}
