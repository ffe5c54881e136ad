//! The case key, wrapped: once for what a person types, once for what two custodians hold.
//!
//! ```text
//! typed:    wrapping key = HKDF-SHA-256(Argon2id(what was typed, salt) ‖ device secret, salt, purpose)
//! recovery: wrapping key = HKDF-SHA-256(recovery key, salt, "countyline recovery 1")
//! wrapped   = AES-256-GCM(wrapping key, nonce, case key; associated data = purpose, salt, costs)
//! ```
//!
//! The purpose differs for a passphrase and a one-time code, so that neither can be put in the other's
//! place. A recovery key is random and never typed by itself; it needs no slow hash and no device secret,
//! because it is there for the day when the device is gone.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::key::{CaseKey, from_hex, hex};
use crate::error::{Error, Result};
use crate::outside::Outside;

/// What a typed secret is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Passphrase,
    UnlockCode,
}

/// The case key under something a person types and this machine's secret.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub(crate) struct TypedSlot {
    memory_kib: u32,
    passes: u32,
    salt: String,
    nonce: String,
    wrapped: String,
    device_check: String,
}

/// The case key under a recovery key that no file holds.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub(crate) struct RecoverySlot {
    salt: String,
    nonce: String,
    wrapped: String,
    /// When the sheets were made, RFC 3339.
    pub(crate) made_at: String,
}

/// Costs a key file may ask for, so that a planted file cannot take the machine's memory.
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 64;
const RECOVERY: &[u8] = b"countyline recovery 1";

impl Purpose {
    fn context(self) -> &'static [u8] {
        match self {
            Purpose::Passphrase => b"countyline case key 1",
            Purpose::UnlockCode => b"countyline unlock code 1",
        }
    }
}

impl TypedSlot {
    /// Wraps the case key, at this machine's cost.
    pub(crate) fn wrap(
        key: &CaseKey,
        typed: &str,
        purpose: Purpose,
        outside: &mut Outside,
    ) -> Result<TypedSlot> {
        let secret = outside
            .device_secret
            .load_or_make(outside.random.as_mut())?;
        let (mut salt, mut nonce) = ([0u8; 16], [0u8; 12]);
        outside.random.fill(&mut salt);
        outside.random.fill(&mut nonce);
        let mut slot = TypedSlot {
            memory_kib: outside.key_cost.memory_kib,
            passes: outside.key_cost.passes,
            salt: hex(&salt),
            nonce: hex(&nonce),
            wrapped: String::new(),
            device_check: hex(&device_check(&salt, &secret)),
        };
        let wrapping = slot.wrapping_key(typed, purpose, &salt, &secret)?;
        slot.wrapped = seal(&wrapping, &nonce, key, &slot.bound(purpose, &salt))?;
        Ok(slot)
    }

    /// The case key; `None` if something else was typed.
    ///
    /// # Errors
    /// [`Error::DeviceSecretMissing`] on another machine or under another user.
    pub(crate) fn unwrap(
        &self,
        typed: &str,
        purpose: Purpose,
        outside: &Outside,
    ) -> Result<Option<CaseKey>> {
        let salt = from_hex::<16>(&self.salt)?;
        let secret = outside.device_secret.load()?;
        if hex(&device_check(&salt, &secret)) != self.device_check {
            return Err(Error::DeviceSecretMissing);
        }
        let wrapping = self.wrapping_key(typed, purpose, &salt, &secret)?;
        let bound = self.bound(purpose, &salt);
        open(&wrapping, &self.nonce, &self.wrapped, &bound)
    }

    /// Whether the costs are such as an honest file asks for.
    pub(crate) fn is_affordable(&self) -> bool {
        self.memory_kib <= MOST_MEMORY_KIB && self.passes <= MOST_PASSES
    }

    fn wrapping_key(
        &self,
        typed: &str,
        purpose: Purpose,
        salt: &[u8],
        secret: &[u8; 32],
    ) -> Result<Zeroizing<[u8; 32]>> {
        let mut material = Zeroizing::new([0u8; 64]);
        let params = argon2::Params::new(self.memory_kib, self.passes, 1, Some(32))
            .map_err(|_| Error::KeyFileMissing)?;
        argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
            .hash_password_into(typed.as_bytes(), salt, &mut material[..32])
            .map_err(|_| Error::KeyFileMissing)?;
        material[32..].copy_from_slice(secret);
        expand(material.as_ref(), salt, purpose.context())
    }

    /// What the wrapping is bound to: an altered cost or salt fails as something wrong typed.
    fn bound(&self, purpose: Purpose, salt: &[u8]) -> Vec<u8> {
        let mut bound = [purpose.context(), salt].concat();
        for number in [self.memory_kib, self.passes] {
            bound.extend(number.to_le_bytes());
        }
        bound
    }
}

impl RecoverySlot {
    /// Wraps the case key under a recovery key.
    pub(crate) fn wrap(
        key: &CaseKey,
        recovery: &[u8; 32],
        made_at: String,
        outside: &mut Outside,
    ) -> Result<RecoverySlot> {
        let (mut salt, mut nonce) = ([0u8; 16], [0u8; 12]);
        outside.random.fill(&mut salt);
        outside.random.fill(&mut nonce);
        let wrapping = expand(recovery, &salt, RECOVERY)?;
        Ok(RecoverySlot {
            salt: hex(&salt),
            nonce: hex(&nonce),
            wrapped: seal(&wrapping, &nonce, key, &[RECOVERY, &salt].concat())?,
            made_at,
        })
    }

    /// The case key; `None` if this is not the recovery key it was wrapped under.
    pub(crate) fn unwrap(&self, recovery: &[u8; 32]) -> Result<Option<CaseKey>> {
        let salt = from_hex::<16>(&self.salt)?;
        let wrapping = expand(recovery, &salt, RECOVERY)?;
        let bound = [RECOVERY, &salt].concat();
        open(&wrapping, &self.nonce, &self.wrapped, &bound)
    }
}

fn expand(material: &[u8], salt: &[u8], context: &[u8]) -> Result<Zeroizing<[u8; 32]>> {
    let mut wrapping = Zeroizing::new([0u8; 32]);
    hkdf::Hkdf::<Sha256>::new(Some(salt), material)
        .expand(context, wrapping.as_mut())
        .map_err(|_| Error::KeyFileMissing)?;
    Ok(wrapping)
}

fn seal(wrapping: &[u8; 32], nonce: &[u8; 12], key: &CaseKey, aad: &[u8]) -> Result<String> {
    let payload = Payload {
        msg: key.as_ref(),
        aad,
    };
    Aes256Gcm::new(&Key::<Aes256Gcm>::from(*wrapping))
        .encrypt(&Nonce::from(*nonce), payload)
        .map(|wrapped| hex(&wrapped))
        .map_err(|_| Error::KeyFileMissing)
}

fn open(wrapping: &[u8; 32], nonce: &str, wrapped: &str, aad: &[u8]) -> Result<Option<CaseKey>> {
    let nonce = from_hex::<12>(nonce)?;
    let wrapped = from_hex::<48>(wrapped)?;
    let payload = Payload { msg: &wrapped, aad };
    let opened = Aes256Gcm::new(&Key::<Aes256Gcm>::from(*wrapping))
        .decrypt(&Nonce::from(nonce), payload)
        .map(Zeroizing::new);
    let Ok(opened) = opened else {
        return Ok(None);
    };
    let mut key = CaseKey::default();
    key.copy_from_slice(opened.get(..32).ok_or(Error::KeyFileMissing)?);
    Ok(Some(key))
}

/// Tells another machine's secret from something wrong typed, and nothing about either.
fn device_check(salt: &[u8], secret: &[u8; 32]) -> [u8; 8] {
    let mut hash = Sha256::new();
    hash.update(b"countyline device check");
    hash.update(salt);
    hash.update(secret);
    let whole: [u8; 32] = hash.finalize().into();
    let mut check = [0; 8];
    check.copy_from_slice(&whole[..8]);
    check
}
