//! The key file beside the case file: its random 256-bit key, wrapped.
//!
//! ```text
//! wrapping key = HKDF-SHA-256(Argon2id(passphrase, salt) ‖ device secret, "countyline case key 1")
//! wrapped      = AES-256-GCM(wrapping key, nonce, case key; associated data = salt and costs)
//! ```
//!
//! Changing the passphrase writes this small file anew, by a temporary file and a rename; the case file
//! itself is not touched. The label tells the unlock screen whose office this is; it holds nothing about
//! a victim.

use std::fs;
use std::path::{Path, PathBuf};

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::files;
use crate::outside::{KeyCost, Outside};

/// The raw key of a case file.
pub(crate) type CaseKey = Zeroizing<[u8; 32]>;

/// What the unlock screen may show.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Label {
    /// `county_office` or `laptop`.
    pub kind: String,
    /// The county's name; empty until a laptop has joined.
    pub office_name: String,
    /// This place's name.
    pub place_name: String,
    /// Who works here.
    pub person_name: String,
    /// Made-up people.
    pub training: bool,
}

/// The key file as written.
#[derive(serde::Serialize, serde::Deserialize)]
pub(crate) struct KeyFile {
    format: u32,
    memory_kib: u32,
    passes: u32,
    salt: String,
    nonce: String,
    wrapped: String,
    device_check: String,
    pub(crate) label: Label,
}

const FORMAT: u32 = 1;
/// Costs a key file may ask for, so that a planted file cannot take the machine's memory.
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 64;

/// Fewest characters of a passphrase.
pub(crate) const PASSPHRASE_CHARACTERS: usize = 12;

impl KeyFile {
    /// Where an office folder keeps it.
    pub(crate) fn path_in(folder: &Path) -> PathBuf {
        folder.join("case.key")
    }

    /// Wraps `key` anew.
    pub(crate) fn wrap(
        key: &CaseKey,
        passphrase: &str,
        label: Label,
        outside: &mut Outside,
    ) -> Result<KeyFile> {
        if passphrase.chars().count() < PASSPHRASE_CHARACTERS {
            return Err(Error::WeakPassphrase);
        }
        let secret = outside
            .device_secret
            .load_or_make(outside.random.as_mut())?;
        let (mut salt, mut nonce) = ([0u8; 16], [0u8; 12]);
        outside.random.fill(&mut salt);
        outside.random.fill(&mut nonce);
        let mut file = KeyFile {
            format: FORMAT,
            memory_kib: outside.key_cost.memory_kib,
            passes: outside.key_cost.passes,
            salt: hex(&salt),
            nonce: hex(&nonce),
            wrapped: String::new(),
            device_check: hex(&device_check(&salt, &secret)),
            label,
        };
        let wrapped = file
            .cipher(passphrase, &salt, &secret)?
            .encrypt(
                &Nonce::from(nonce),
                Payload {
                    msg: key.as_ref(),
                    aad: &file.bound(&salt),
                },
            )
            .map_err(|_| unreadable())?;
        file.wrapped = hex(&wrapped);
        Ok(file)
    }

    /// Reads the key file of an office folder.
    pub(crate) fn read(folder: &Path) -> Result<KeyFile> {
        let bytes = fs::read(Self::path_in(folder)).map_err(|_| Error::KeyFileMissing)?;
        let file: KeyFile = serde_json::from_slice(&bytes).map_err(|_| Error::KeyFileMissing)?;
        let affordable = file.memory_kib <= MOST_MEMORY_KIB && file.passes <= MOST_PASSES;
        if file.format != FORMAT || !affordable {
            return Err(Error::KeyFileMissing);
        }
        Ok(file)
    }

    /// Writes the key file of an office folder; the old one stands until the new one is on disk.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let bytes = serde_json::to_vec_pretty(self).map_err(|_| unreadable())?;
        files::write_whole(&Self::path_in(folder), &bytes)
    }

    /// The case key.
    pub(crate) fn unwrap(&self, passphrase: &str, outside: &Outside) -> Result<CaseKey> {
        let salt = from_hex::<16>(&self.salt)?;
        let nonce = from_hex::<12>(&self.nonce)?;
        let wrapped = from_hex::<48>(&self.wrapped)?;
        let secret = outside.device_secret.load()?;
        if hex(&device_check(&salt, &secret)) != self.device_check {
            return Err(Error::DeviceSecretMissing);
        }
        let key = self
            .cipher(passphrase, &salt, &secret)?
            .decrypt(
                &Nonce::from(nonce),
                Payload {
                    msg: &wrapped,
                    aad: &self.bound(&salt),
                },
            )
            .map(Zeroizing::new)
            .map_err(|_| Error::WrongPassphrase)?;
        let key = <[u8; 32]>::try_from(key.as_slice()).map_err(|_| unreadable())?;
        Ok(Zeroizing::new(key))
    }

    fn cipher(&self, passphrase: &str, salt: &[u8], secret: &[u8; 32]) -> Result<Aes256Gcm> {
        let cost = KeyCost {
            memory_kib: self.memory_kib,
            passes: self.passes,
        };
        let mut material = Zeroizing::new([0u8; 64]);
        let params = argon2::Params::new(cost.memory_kib, cost.passes, 1, Some(32))
            .map_err(|_| unreadable())?;
        argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), salt, &mut material[..32])
            .map_err(|_| unreadable())?;
        material[32..].copy_from_slice(secret);
        let mut wrapping = Zeroizing::new([0u8; 32]);
        hkdf::Hkdf::<Sha256>::new(Some(salt), material.as_ref())
            .expand(b"countyline case key 1", wrapping.as_mut())
            .map_err(|_| unreadable())?;
        Ok(Aes256Gcm::new(&Key::<Aes256Gcm>::from(*wrapping)))
    }

    /// What the wrapping is bound to: an altered cost or salt fails like a wrong passphrase.
    fn bound(&self, salt: &[u8]) -> Vec<u8> {
        let mut bound = salt.to_vec();
        for number in [self.format, self.memory_kib, self.passes] {
            bound.extend(number.to_le_bytes());
        }
        bound
    }
}

/// Tells another machine's secret from a wrong passphrase, and nothing about either.
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

fn unreadable() -> Error {
    Error::KeyFileMissing
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex<const N: usize>(text: &str) -> Result<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N || !text.is_ascii() {
        return Err(unreadable());
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).map_err(|_| unreadable())?;
        *byte = u8::from_str_radix(pair, 16).map_err(|_| unreadable())?;
    }
    Ok(bytes)
}
