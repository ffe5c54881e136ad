//! The two key pairs every device and the county have: one to sign, one to be written to.
//!
//! Private parts are wiped from memory when dropped and never appear in `Debug` output.

use std::fmt;

use ed25519_dalek::Signer;
use hmac::{Hmac, KeyInit, Mac};
use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::DhP256HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::BundleError;
use crate::random::{ForEncapsulation, Random, draw};

/// Length of an encapsulated key: an uncompressed P-256 point.
pub(crate) const ENC_BYTES: usize = 65;
/// Length of a sealed file key: the key and the AES-GCM tag.
pub(crate) const SEALED_KEY_BYTES: usize = 48;

/// The short name of a public key: the first 8 bytes of its SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub [u8; 8]);

/// The private half that signs (Ed25519).
#[derive(Clone)]
pub struct SigningKey(ed25519_dalek::SigningKey);

/// The public half that checks signatures (Ed25519).
#[derive(Clone, PartialEq, Eq)]
pub struct VerifyingKey(ed25519_dalek::VerifyingKey);

/// The private half that opens what was sealed for it (P-256).
#[derive(Clone)]
pub struct OpeningKey {
    private: <DhP256HkdfSha256 as Kem>::PrivateKey,
    sealing: SealingKey,
}

/// The public half others seal for (P-256).
#[derive(Clone, PartialEq, Eq)]
pub struct SealingKey {
    public: <DhP256HkdfSha256 as Kem>::PublicKey,
    bytes: [u8; 65],
}

impl SigningKey {
    /// Makes a new key.
    pub fn generate(random: &mut dyn Random) -> Self {
        let secret = Zeroizing::new(draw::<32>(random));
        SigningKey(ed25519_dalek::SigningKey::from_bytes(&secret))
    }

    /// Takes a key back from its 32 secret bytes (the seed of RFC 8032).
    pub fn from_bytes(secret: &[u8; 32]) -> Self {
        SigningKey(ed25519_dalek::SigningKey::from_bytes(secret))
    }

    /// The 32 secret bytes.
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// The public half.
    pub fn verifying_key(&self) -> VerifyingKey {
        VerifyingKey(self.0.verifying_key())
    }

    /// Signs a message, which must open with words that say what kind of message it is.
    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl VerifyingKey {
    /// Takes a key from its 32 bytes; refuses what is no point, or a point of small order.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, BundleError> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(bytes)
            .map_err(|_| BundleError::KeyMalformed)?;
        if key.is_weak() {
            return Err(BundleError::KeyMalformed);
        }
        Ok(VerifyingKey(key))
    }

    /// The 32 bytes of the key.
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The short name.
    pub fn key_id(&self) -> KeyId {
        KeyId::of(&self.to_bytes())
    }

    /// Checks a signature, refusing every malleable form.
    pub(crate) fn check(&self, message: &[u8], signature: &[u8; 64]) -> Result<(), BundleError> {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        self.0
            .verify_strict(message, &signature)
            .map_err(|_| BundleError::SignatureWrong)
    }
}

impl OpeningKey {
    /// Makes a new key.
    pub fn generate(random: &mut dyn Random) -> Self {
        let seed = Zeroizing::new(draw::<32>(random));
        Self::of(DhP256HkdfSha256::derive_keypair(seed.as_slice()).0)
    }

    /// Takes a key back from its 32 secret bytes (a big-endian scalar).
    pub fn from_bytes(secret: &[u8; 32]) -> Result<Self, BundleError> {
        <DhP256HkdfSha256 as Kem>::PrivateKey::from_bytes(secret)
            .map(Self::of)
            .map_err(|_| BundleError::KeyMalformed)
    }

    /// The 32 secret bytes.
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        let mut secret = Zeroizing::new([0; 32]);
        self.private.write_exact(secret.as_mut_slice());
        secret
    }

    /// The public half.
    pub fn sealing_key(&self) -> &SealingKey {
        &self.sealing
    }

    /// Opens a file key sealed with [`SealingKey::seal`], or `None` if it is not ours or altered.
    pub(crate) fn open(
        &self,
        info: &[u8],
        enc: &[u8; ENC_BYTES],
        sealed: &[u8; SEALED_KEY_BYTES],
    ) -> Option<Zeroizing<[u8; 32]>> {
        let enc = <DhP256HkdfSha256 as Kem>::EncappedKey::from_bytes(enc).ok()?;
        let plain = hpke::single_shot_open::<AesGcm256, HkdfSha256, DhP256HkdfSha256>(
            &OpModeR::Base,
            &self.private,
            &enc,
            info,
            sealed,
            b"",
        );
        let plain = Zeroizing::new(plain.ok()?);
        let mut key = Zeroizing::new([0; 32]);
        key.copy_from_slice(plain.get(..32)?);
        Some(key)
    }

    fn of(private: <DhP256HkdfSha256 as Kem>::PrivateKey) -> Self {
        let sealing = SealingKey::of(DhP256HkdfSha256::sk_to_pk(&private));
        OpeningKey { private, sealing }
    }
}

impl SealingKey {
    /// Takes a key from its 65 bytes (an uncompressed point); refuses what is not on the curve.
    pub fn from_bytes(bytes: &[u8; 65]) -> Result<Self, BundleError> {
        <DhP256HkdfSha256 as Kem>::PublicKey::from_bytes(bytes)
            .map(Self::of)
            .map_err(|_| BundleError::KeyMalformed)
    }

    /// The 65 bytes of the key.
    pub fn to_bytes(&self) -> [u8; 65] {
        self.bytes
    }

    /// The short name.
    pub fn key_id(&self) -> KeyId {
        KeyId::of(&self.bytes)
    }

    /// How a recipient finds its own entry: `HMAC-SHA-256(enc, public key)[..8]`. Nobody without
    /// the public key can tell whom the entry is for.
    pub(crate) fn hint(&self, enc: &[u8; ENC_BYTES]) -> [u8; 8] {
        let mut mac = Hmac::<Sha256>::new_from_slice(enc).expect("HMAC takes a key of any length");
        mac.update(&self.bytes);
        let mut hint = [0; 8];
        hint.copy_from_slice(&mac.finalize().into_bytes()[..8]);
        hint
    }

    /// Seals a file key: RFC 9180 base mode, one message, empty associated data.
    pub(crate) fn seal(
        &self,
        info: &[u8],
        file_key: &[u8; 32],
        random: &mut dyn Random,
    ) -> Result<([u8; ENC_BYTES], [u8; SEALED_KEY_BYTES]), BundleError> {
        let failed = BundleError::Sealing {
            doing: "seal the file key",
        };
        let (enc, sealed) =
            hpke::single_shot_seal_with_rng::<AesGcm256, HkdfSha256, DhP256HkdfSha256>(
                &OpModeS::Base,
                &self.public,
                info,
                file_key,
                b"",
                &mut ForEncapsulation(random),
            )
            .map_err(|_| failed.clone())?;
        let sealed = sealed.try_into().map_err(|_| failed)?;
        Ok((enc.to_bytes().into(), sealed))
    }

    fn of(public: <DhP256HkdfSha256 as Kem>::PublicKey) -> Self {
        let bytes = public.to_bytes().into();
        SealingKey { public, bytes }
    }
}

impl KeyId {
    fn of(public_key: &[u8]) -> Self {
        let digest = Sha256::digest(public_key);
        let mut id = [0; 8];
        id.copy_from_slice(&digest[..8]);
        KeyId(id)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyId({self})")
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.verifying_key().key_id())
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifyingKey({})", self.key_id())
    }
}

impl fmt::Debug for OpeningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OpeningKey({})", self.sealing.key_id())
    }
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealingKey({})", self.key_id())
    }
}
