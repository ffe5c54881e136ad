//! The form enrolment requests and rosters share: a small signed document that is not sealed.
//!
//! ```text
//! 0     8   magic
//! 8     1   version 1
//! 9     3   zero
//! 12    4   L, length of the body, little-endian
//! 16    L   body: a deterministic CBOR map
//! 16+L  64  Ed25519 over the kind's context ‖ bytes 0..16+L
//! ```

use crate::limits::Limit;
use crate::recognise::{FileKind, check_magic};
use crate::{BundleError, SigningKey, VerifyingKey};

const VERSION: u8 = 1;
const HEAD_BYTES: usize = 16;
const SIGNATURE_BYTES: usize = 64;

/// What differs between the kinds.
pub(crate) struct Form {
    pub kind: FileKind,
    /// The words every signed message of this kind begins with.
    pub context: &'static [u8],
    pub body_limit: usize,
}

/// A document whose lengths fit and whose signature is still to be checked.
pub(crate) struct Unverified<'a> {
    pub body: &'a [u8],
    context: &'static [u8],
    signed: &'a [u8],
    signature: &'a [u8; SIGNATURE_BYTES],
}

impl Form {
    pub fn sign(&self, body: &[u8], signer: &SigningKey) -> Result<Vec<u8>, BundleError> {
        if body.len() > self.body_limit {
            return Err(BundleError::OverLimit {
                what: Limit::DocumentBytes,
            });
        }
        let mut bytes = Vec::with_capacity(HEAD_BYTES + body.len() + SIGNATURE_BYTES);
        bytes.extend_from_slice(&self.kind.magic());
        bytes.extend_from_slice(&[VERSION, 0, 0, 0]);
        bytes.extend_from_slice(&(body.len() as u32).to_le_bytes());
        bytes.extend_from_slice(body);
        let signature = signer.sign(&[self.context, &bytes].concat());
        bytes.extend_from_slice(&signature);
        Ok(bytes)
    }

    pub fn read<'a>(&self, bytes: &'a [u8]) -> Result<Unverified<'a>, BundleError> {
        check_magic(bytes, self.kind)?;
        let Some(head) = bytes.first_chunk::<HEAD_BYTES>() else {
            return Err(BundleError::Truncated);
        };
        match head[8] {
            VERSION => {}
            0 => return Err(BundleError::DocumentMalformed { what: "version" }),
            version => return Err(BundleError::NewerVersion { version }),
        }
        if head[9..12] != [0; 3] {
            return Err(BundleError::UnknownFlags { flags: 0 });
        }
        let length = u32::from_le_bytes([head[12], head[13], head[14], head[15]]) as usize;
        if length > self.body_limit {
            return Err(BundleError::OverLimit {
                what: Limit::DocumentBytes,
            });
        }
        let (signed, rest) = bytes
            .split_at_checked(HEAD_BYTES + length)
            .ok_or(BundleError::Truncated)?;
        let (signature, rest) = rest.split_first_chunk().ok_or(BundleError::Truncated)?;
        if !rest.is_empty() {
            return Err(BundleError::TrailingBytes);
        }
        Ok(Unverified {
            body: &signed[HEAD_BYTES..],
            context: self.context,
            signed,
            signature,
        })
    }
}

impl Unverified<'_> {
    pub fn verify(&self, key: &VerifyingKey) -> Result<(), BundleError> {
        key.check(&[self.context, self.signed].concat(), self.signature)
    }
}

/// See [`crate::testing`].
#[cfg(feature = "testing")]
pub(crate) mod testing {
    use crate::{BundleError, SigningKey};

    /// Signs any bytes as the body of an enrolment request.
    ///
    /// # Errors
    /// If they are more than a request may have.
    pub fn sign_request(body: &[u8], signer: &SigningKey) -> Result<Vec<u8>, BundleError> {
        crate::enrolment::FORM.sign(body, signer)
    }

    /// Signs any bytes as the body of a roster.
    ///
    /// # Errors
    /// If they are more than a roster may have.
    pub fn sign_roster(body: &[u8], root: &SigningKey) -> Result<Vec<u8>, BundleError> {
        crate::roster::FORM.sign(body, root)
    }
}
