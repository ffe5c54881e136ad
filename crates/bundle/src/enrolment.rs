//! A laptop's request to be enrolled: its public keys and who will use it.
//!
//! It is signed with the key it asks for, so nobody can ask for a key he does not have, but it is
//! not sealed: the laptop does not know the county's key yet, and nothing about a victim is in it.
//! That it comes from the laptop it names is seen only by comparing its six words.

use crate::cbor::{CRITICAL_KEY, Known, Malformed, MapWriter, Reader, UnknownKey};
use crate::document::Form;
use crate::limits::{self, Limit};
use crate::recognise::FileKind;
use crate::words::six_words;
use crate::{BundleError, SealingKey, SigningKey, VerifyingKey};

pub(crate) const FORM: Form = Form {
    kind: FileKind::EnrolmentRequest,
    context: b"cle1-enrolment",
    body_limit: limits::REQUEST_BYTES,
};

/// What a laptop asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnrolmentRequest {
    /// The device.
    pub device: [u8; 16],
    /// What the laptop is called.
    pub laptop_name: String,
    /// Who uses it.
    pub person_name: String,
    /// The key it will sign with.
    pub verifying_key: VerifyingKey,
    /// The key others will seal for.
    pub sealing_key: SealingKey,
    /// When, by the laptop's own clock.
    pub created_ms: i64,
}

impl EnrolmentRequest {
    /// The request as a file, signed with the private half of its verifying key.
    pub fn encode(&self, signer: &SigningKey) -> Result<Vec<u8>, BundleError> {
        if signer.verifying_key() != self.verifying_key {
            return Err(BundleError::SignatureWrong);
        }
        if self.laptop_name.len().max(self.person_name.len()) > limits::TEXT_BYTES {
            return Err(BundleError::OverLimit {
                what: Limit::TextBytes,
            });
        }
        FORM.sign(&self.body(&[]), signer)
    }

    /// Reads a request and checks that it is signed with the key it asks for.
    pub fn decode(bytes: &[u8]) -> Result<Self, BundleError> {
        let document = FORM.read(bytes)?;
        let (request, unknown) = Self::read_body(document.body)?;
        if request.body(&unknown) != document.body {
            return Err(BundleError::DocumentMalformed {
                what: "not deterministic",
            });
        }
        document.verify(&request.verifying_key)?;
        if unknown.iter().any(|(key, _)| *key >= CRITICAL_KEY) {
            return Err(BundleError::NeedsNewerReader { min_reader: 0 });
        }
        Ok(request)
    }

    /// The words the laptop shows and the county compares.
    pub fn six_words(&self) -> [&'static str; 6] {
        let (verifying, sealing) = (self.verifying_key.to_bytes(), self.sealing_key.to_bytes());
        six_words(&[b"countyline laptop", &verifying, &sealing])
    }

    fn body(&self, unknown: &[UnknownKey]) -> Vec<u8> {
        let mut map = MapWriter::default();
        map.put(1, |w| _ = w.bytes(&self.device));
        map.put(2, |w| _ = w.text(&self.laptop_name));
        map.put(3, |w| _ = w.text(&self.person_name));
        map.put(4, |w| _ = w.bytes(&self.verifying_key.to_bytes()));
        map.put(5, |w| _ = w.bytes(&self.sealing_key.to_bytes()));
        map.put(6, |w| _ = w.int(self.created_ms));
        map.finish(unknown)
    }

    fn read_body(body: &[u8]) -> Result<(Self, Vec<UnknownKey>), BundleError> {
        let (mut device, mut laptop_name, mut person_name) = (None, None, None);
        let (mut verifying, mut sealing, mut created_ms) = (None, None, None);
        let unknown = Reader::new(body).map(|key, value| {
            match key {
                1 => device = Some(value.fixed()?),
                2 => laptop_name = Some(value.text()?),
                3 => person_name = Some(value.text()?),
                4 => verifying = Some(value.fixed::<32>()?),
                5 => sealing = Some(value.fixed::<65>()?),
                6 => created_ms = Some(value.int()?),
                _ => return Ok(Known::No),
            }
            Ok(Known::Yes)
        });
        let missing = || BundleError::DocumentMalformed { what: "encoding" };
        let unknown = unknown.map_err(|Malformed| missing())?;
        let request = EnrolmentRequest {
            device: device.ok_or_else(missing)?,
            laptop_name: laptop_name.ok_or_else(missing)?,
            person_name: person_name.ok_or_else(missing)?,
            verifying_key: VerifyingKey::from_bytes(&verifying.ok_or_else(missing)?)?,
            sealing_key: SealingKey::from_bytes(&sealing.ok_or_else(missing)?)?,
            created_ms: created_ms.ok_or_else(missing)?,
        };
        Ok((request, unknown))
    }
}
