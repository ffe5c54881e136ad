//! The outside of a bundle: what anybody who finds the file can read, and who may open it.
//!
//! Nothing here says who sent it or what it is about; the length is rounded. The header ends with
//! a MAC under a key only the recipients have, so none of it can be changed unnoticed.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::keys::{ENC_BYTES, OpeningKey, SEALED_KEY_BYTES, SealingKey};
use crate::limits::{self, Limit};
use crate::payload;
use crate::random::{Random, draw};
use crate::recognise::{FileKind, check_magic};
use crate::{BundleError, Source, derive};

const VERSION: u8 = 1;
const SUITE: u8 = 1;
const FIXED_BYTES: usize = 36;
const RECIPIENT_BYTES: usize = 8 + ENC_BYTES + SEALED_KEY_BYTES;
const MAC_BYTES: usize = 32;
const INFO: &[u8] = b"clb1";

/// What can be told of a bundle without any key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outer {
    /// Layout of the file.
    pub version: u8,
    /// Algorithms used.
    pub suite: u8,
    /// Random; the same in every copy of this bundle.
    pub bundle_id: [u8; 16],
    /// One hint per recipient. Only who has a recipient's public key can tell whose it is.
    pub recipients: Vec<[u8; 8]>,
    /// Length of the header.
    pub header_bytes: usize,
    /// Length of what follows the header.
    pub payload_bytes: usize,
    /// Length of the payload's plain bytes, padding included.
    pub plain_bytes: u64,
}

/// Reads the outside of a bundle, and no more of it.
pub fn inspect(source: impl Source) -> Result<Outer, BundleError> {
    let start = start_of(&source)?;
    let header = Header::parse(&start, source.length())?;
    Ok(Outer {
        version: VERSION,
        suite: SUITE,
        bundle_id: header.bundle_id(),
        recipients: header.recipients().map(|entry| entry.hint).collect(),
        header_bytes: header.bytes.len(),
        payload_bytes: header.payload_bytes,
        plain_bytes: payload::plain_length(header.payload_bytes),
    })
}

/// Whether a bundle says that it was sealed for the holder of this key. Any key may be asked about, also
/// one whose private half is gone; that it can be opened is not said.
pub fn is_sealed_for(source: &dyn Source, key: &SealingKey) -> Result<bool, BundleError> {
    let start = start_of(source)?;
    let header = Header::parse(&start, source.length())?;
    let mut recipients = header.recipients();
    Ok(recipients.any(|entry| entry.hint == key.hint(entry.enc)))
}

/// What has to be read of a file to have all of its header.
pub(crate) fn start_of(source: &dyn Source) -> Result<Vec<u8>, BundleError> {
    let mut start = vec![0; LONGEST_HEADER.min(source.length() as usize)];
    source
        .read_at(0, &mut start)
        .map_err(|refused| BundleError::of_source(&refused))?;
    Ok(start)
}

const LONGEST_HEADER: usize = FIXED_BYTES + limits::RECIPIENTS * RECIPIENT_BYTES + MAC_BYTES;

/// A header whose lengths fit, and how long the payload behind it is. Nothing is authenticated yet.
pub(crate) struct Header<'a> {
    pub bytes: &'a [u8],
    pub payload_bytes: usize,
}

struct Recipient<'a> {
    hint: [u8; 8],
    enc: &'a [u8; ENC_BYTES],
    sealed: &'a [u8; SEALED_KEY_BYTES],
}

impl<'a> Header<'a> {
    /// From the beginning of a file that is `file_bytes` long.
    pub fn parse(bytes: &'a [u8], file_bytes: u64) -> Result<Self, BundleError> {
        if file_bytes > limits::FILE_BYTES as u64 {
            return Err(BundleError::OverLimit {
                what: Limit::FileBytes,
            });
        }
        check_magic(bytes, FileKind::Bundle)?;
        let Some(fixed) = bytes.first_chunk::<FIXED_BYTES>() else {
            return Err(BundleError::Truncated);
        };
        if fixed[8] == 0 {
            return Err(BundleError::HeaderMalformed {
                what: "container version",
            });
        }
        if fixed[8] != VERSION {
            return Err(BundleError::NewerVersion { version: fixed[8] });
        }
        if fixed[9] != SUITE {
            return Err(BundleError::UnknownSuite { suite: fixed[9] });
        }
        let flags = u16::from_le_bytes([fixed[10], fixed[11]]);
        if flags != 0 || fixed[33..36] != [0; 3] {
            return Err(BundleError::UnknownFlags { flags });
        }
        let recipients = usize::from(fixed[32]);
        if !(1..=limits::RECIPIENTS).contains(&recipients) {
            return Err(BundleError::OverLimit {
                what: Limit::Recipients,
            });
        }
        let length = FIXED_BYTES + recipients * RECIPIENT_BYTES + MAC_BYTES;
        if u32::from_le_bytes([fixed[12], fixed[13], fixed[14], fixed[15]]) as usize != length {
            return Err(BundleError::HeaderMalformed {
                what: "header length",
            });
        }
        let bytes = bytes.get(..length).ok_or(BundleError::Truncated)?;
        let payload_bytes = file_bytes as usize - length;
        if !payload::is_whole(payload_bytes) {
            return Err(BundleError::Truncated);
        }
        Ok(Header {
            bytes,
            payload_bytes,
        })
    }

    pub fn bundle_id(&self) -> [u8; 16] {
        let mut id = [0; 16];
        id.copy_from_slice(&self.bytes[16..32]);
        id
    }

    pub fn recipient_count(&self) -> usize {
        self.recipients().count()
    }

    pub fn sha256(&self) -> [u8; 32] {
        Sha256::digest(self.bytes).into()
    }

    /// Finds our entry, takes the file key out of it, and checks that the header is as sealed.
    pub fn open(&self, me: &OpeningKey) -> Result<FileKey, BundleError> {
        let info = [INFO, &self.bytes[..FIXED_BYTES]].concat();
        let ours = |entry: &Recipient<'_>| entry.hint == me.sealing_key().hint(entry.enc);
        let mut entries = self.recipients().filter(ours).peekable();
        if entries.peek().is_none() {
            return Err(BundleError::NotForThisKey);
        }
        // A hint is 8 bytes: another's may look like ours.
        let file_key = entries
            .find_map(|entry| me.open(&info, entry.enc, entry.sealed))
            .map(FileKey)
            .ok_or(BundleError::HeaderAltered)?;
        let (content, mac) = self.bytes.split_at(self.bytes.len() - MAC_BYTES);
        file_key
            .header_mac(content)
            .verify_slice(mac)
            .map_err(|_| BundleError::HeaderAltered)?;
        Ok(file_key)
    }

    fn recipients(&self) -> impl Iterator<Item = Recipient<'a>> {
        let entries = &self.bytes[FIXED_BYTES..self.bytes.len() - MAC_BYTES];
        entries.chunks_exact(RECIPIENT_BYTES).map(|entry| {
            let (hint, rest) = entry.split_first_chunk().expect("the entry is 121 bytes");
            let (enc, rest) = rest.split_first_chunk().expect("the entry is 121 bytes");
            let sealed = rest.first_chunk().expect("the entry is 121 bytes");
            Recipient {
                hint: *hint,
                enc,
                sealed,
            }
        })
    }
}

/// The secret of one bundle, sealed for each recipient. Every other key is derived from it.
pub(crate) struct FileKey(Zeroizing<[u8; 32]>);

impl FileKey {
    pub fn generate(random: &mut dyn Random) -> Self {
        FileKey(Zeroizing::new(draw(random)))
    }

    pub fn payload_key(&self, bundle_id: &[u8; 16]) -> Zeroizing<[u8; 32]> {
        derive(&self.0, Some(bundle_id), b"payload")
    }

    fn header_mac(&self, content: &[u8]) -> Hmac<Sha256> {
        let key = derive(&self.0, None, b"header");
        let mut mac =
            Hmac::<Sha256>::new_from_slice(key.as_slice()).expect("HMAC takes a key of any length");
        mac.update(content);
        mac
    }
}

/// Builds a header for these recipients, whose number the caller has checked.
pub(crate) fn seal_header(
    bundle_id: &[u8; 16],
    file_key: &FileKey,
    recipients: &[SealingKey],
    random: &mut dyn Random,
) -> Result<Vec<u8>, BundleError> {
    let length = FIXED_BYTES + recipients.len() * RECIPIENT_BYTES + MAC_BYTES;
    let mut header = Vec::with_capacity(length);
    header.extend_from_slice(&FileKind::Bundle.magic());
    header.extend_from_slice(&[VERSION, SUITE, 0, 0]);
    header.extend_from_slice(&(length as u32).to_le_bytes());
    header.extend_from_slice(bundle_id);
    header.extend_from_slice(&[recipients.len() as u8, 0, 0, 0]);
    let info = [INFO, &header].concat();
    for recipient in recipients {
        let (enc, sealed) = recipient.seal(&info, &file_key.0, random)?;
        header.extend_from_slice(&recipient.hint(&enc));
        header.extend_from_slice(&enc);
        header.extend_from_slice(&sealed);
    }
    let mac = file_key.header_mac(&header).finalize().into_bytes();
    header.extend_from_slice(&mac);
    Ok(header)
}
