//! The inside of a bundle as encrypted chunks, and the zeros that round its length.
//!
//! Each chunk of 64 KiB is sealed by itself and bound to its place and to being the last or not;
//! so a reader needs little memory, and no chunk can be moved, repeated or cut off unnoticed.

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce, Tag};
use sha2::{Digest, Sha256};

use crate::random::{Random, draw};
use crate::{BundleError, Source};

/// Plain bytes in a full chunk.
pub(crate) const CHUNK_BYTES: usize = 64 << 10;
const NONCE_BYTES: usize = 12;
const TAG_BYTES: usize = 16;
/// What sealing adds to a chunk.
pub(crate) const CHUNK_OVERHEAD: usize = NONCE_BYTES + TAG_BYTES;
const SEALED_BYTES: usize = CHUNK_BYTES + CHUNK_OVERHEAD;

/// The length to which `length` plain bytes are padded: Padmé (Nikitin et al., 2019), which shows
/// only the length's order of magnitude and adds at most 12 %.
pub(crate) fn padme(length: u64) -> u64 {
    if length < 2 {
        return length;
    }
    let exponent = length.ilog2();
    let shown_bits = exponent.ilog2() + 1;
    let hidden = (1u64 << exponent.saturating_sub(shown_bits)) - 1;
    length.saturating_add(hidden) & !hidden
}

/// Whether a payload of this length can end where it ends: the last chunk holds at least a byte.
pub(crate) fn is_whole(sealed: usize) -> bool {
    let last = sealed % SEALED_BYTES;
    sealed > 0 && (last == 0 || last > CHUNK_OVERHEAD)
}

/// Plain bytes inside a payload of this length.
pub(crate) fn plain_length(sealed: usize) -> u64 {
    (sealed - sealed.div_ceil(SEALED_BYTES) * CHUNK_OVERHEAD) as u64
}

/// Length of the payload for this many plain bytes.
pub(crate) fn sealed_length(plain: u64) -> u64 {
    let chunks = plain.div_ceil(CHUNK_BYTES as u64);
    plain.saturating_add(chunks.saturating_mul(CHUNK_OVERHEAD as u64))
}

/// Appends the sealed chunks of `plain`, which is not empty.
pub(crate) fn seal_chunks(
    plain: &[u8],
    key: &[u8; 32],
    random: &mut dyn Random,
    file: &mut Vec<u8>,
) -> Result<(), BundleError> {
    let cipher = Aes256Gcm::new(key.into());
    let chunks = plain.chunks(CHUNK_BYTES);
    let last = chunks.len() - 1;
    for (index, chunk) in chunks.enumerate() {
        let nonce = draw::<NONCE_BYTES>(random);
        file.extend_from_slice(&nonce);
        let start = file.len();
        file.extend_from_slice(chunk);
        let place = place(index as u64, index == last);
        let tag = cipher
            .encrypt_inout_detached(&Nonce::from(nonce), &place, (&mut file[start..]).into())
            .map_err(|_| BundleError::Sealing {
                doing: "encrypt a chunk",
            })?;
        file.extend_from_slice(&tag);
    }
    Ok(())
}

/// Opens chunks one after the other and hands out their plain bytes as one stream.
pub(crate) struct PlainReader<'a> {
    cipher: Aes256Gcm,
    source: &'a dyn Source,
    /// Where the payload begins, and how long it is.
    start: u64,
    payload_bytes: usize,
    next_chunk: usize,
    /// The chunk as it lies in the file.
    sealed: Vec<u8>,
    chunk: Vec<u8>,
    used: usize,
    /// Takes in every byte as it lies in the file.
    seen: Option<Sha256>,
}

impl<'a> PlainReader<'a> {
    pub fn new(source: &'a dyn Source, start: u64, payload_bytes: usize, key: &[u8; 32]) -> Self {
        let cipher = Aes256Gcm::new(key.into());
        PlainReader {
            cipher,
            source,
            start,
            payload_bytes,
            next_chunk: 0,
            sealed: Vec::new(),
            chunk: Vec::new(),
            used: 0,
            seen: None,
        }
    }

    /// The same, hashing the file on the way: `before` is what lies before the payload.
    pub fn hashing(self, before: &[u8]) -> Self {
        PlainReader {
            seen: Some(Sha256::new_with_prefix(before)),
            ..self
        }
    }

    /// The hash of the whole file, once everything was read of a reader that hashes.
    pub fn file_sha256(self) -> [u8; 32] {
        self.seen.unwrap_or_default().finalize().into()
    }

    /// The next bytes, at most `wanted`, at least one; `None` after the last.
    pub fn some(&mut self, wanted: usize) -> Result<Option<&[u8]>, BundleError> {
        if self.used == self.chunk.len() && !self.open_next()? {
            return Ok(None);
        }
        let start = self.used;
        self.used = self.chunk.len().min(start.saturating_add(wanted));
        Ok(Some(&self.chunk[start..self.used]))
    }

    /// The next `length` bytes, or fewer if the stream ends.
    pub fn take(&mut self, length: usize) -> Result<Vec<u8>, BundleError> {
        let mut taken = Vec::new();
        while taken.len() < length {
            match self.some(length - taken.len())? {
                Some(bytes) => taken.extend_from_slice(bytes),
                None => break,
            }
        }
        Ok(taken)
    }

    fn open_next(&mut self) -> Result<bool, BundleError> {
        let index = self.next_chunk;
        let Some(left) = self.payload_bytes.checked_sub(index * SEALED_BYTES) else {
            return Ok(false);
        };
        if left == 0 {
            return Ok(false);
        }
        self.sealed.resize(left.min(SEALED_BYTES), 0);
        self.source
            .read_at(self.start + (index * SEALED_BYTES) as u64, &mut self.sealed)
            .map_err(|refused| BundleError::of_source(&refused))?;
        if let Some(seen) = &mut self.seen {
            seen.update(&self.sealed);
        }
        let last = left <= SEALED_BYTES;
        if !self.decrypt(index, last) {
            // A good chunk in the wrong place tells a cut or lengthened file from an altered one.
            let misplaced = self.decrypt(index, !last);
            self.chunk.clear();
            return Err(match (misplaced, last) {
                (true, true) => BundleError::Truncated,
                (true, false) => BundleError::TrailingBytes,
                (false, _) => BundleError::PayloadAltered {
                    chunk: index as u64,
                },
            });
        }
        self.next_chunk += 1;
        self.used = 0;
        Ok(true)
    }

    /// Decrypts into `self.chunk`; false if the tag is wrong or there is no room for one.
    fn decrypt(&mut self, index: usize, last: bool) -> bool {
        let Some((nonce, rest)) = self.sealed.split_first_chunk::<NONCE_BYTES>() else {
            return false;
        };
        let Some((sealed, tag)) = rest.split_last_chunk::<TAG_BYTES>() else {
            return false;
        };
        self.chunk.clear();
        self.chunk.extend_from_slice(sealed);
        let opened = self.cipher.decrypt_inout_detached(
            &Nonce::from(*nonce),
            &place(index as u64, last),
            self.chunk.as_mut_slice().into(),
            &Tag::from(*tag),
        );
        opened.is_ok()
    }
}

/// Associated data: the chunk's number and whether it is the last.
fn place(index: u64, last: bool) -> [u8; 9] {
    let mut place = [0; 9];
    place[..8].copy_from_slice(&index.to_le_bytes());
    place[8] = u8::from(last);
    place
}
