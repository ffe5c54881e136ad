//! The key file beside the case file: its random 256-bit key, wrapped for each way to open it.
//!
//! There is always a slot for the passphrase. A laptop that joined has one for the one-time code in force,
//! a county that made recovery sheets has one for them; how each is wrapped stands in [`super::slot`].
//!
//! Whatever changes a slot writes this small file anew, by a temporary file and a rename, and keeps the
//! other slots; the case file itself is not touched. The label tells the unlock screen whose office this
//! is; it holds nothing about a victim.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::slot::{Purpose, RecoverySlot, TypedSlot};
use crate::error::{Error, Result};
use crate::files;
use crate::outside::Outside;

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
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub(crate) struct KeyFile {
    format: u32,
    passphrase: TypedSlot,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unlock_code: Option<CodeSlot>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recovery: Option<RecoverySlot>,
    pub(crate) label: Label,
}

/// The slot of the one-time code in force, and how the one before it is told from a wrong one.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
struct CodeSlot {
    number: u32,
    slot: TypedSlot,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    used: Option<String>,
}

const FORMAT: u32 = 1;

/// Fewest characters of a passphrase.
pub(crate) const PASSPHRASE_CHARACTERS: usize = 12;

impl KeyFile {
    /// Where an office folder keeps it.
    pub(crate) fn path_in(folder: &Path) -> PathBuf {
        folder.join("case.key")
    }

    /// A key file that opens with a passphrase.
    pub(crate) fn new(
        key: &CaseKey,
        passphrase: &str,
        label: Label,
        outside: &mut Outside,
    ) -> Result<KeyFile> {
        Ok(KeyFile {
            format: FORMAT,
            passphrase: passphrase_slot(key, passphrase, outside)?,
            unlock_code: None,
            recovery: None,
            label,
        })
    }

    /// Reads the key file of an office folder.
    pub(crate) fn read(folder: &Path) -> Result<KeyFile> {
        let bytes = fs::read(Self::path_in(folder)).map_err(|_| Error::KeyFileMissing)?;
        let file: KeyFile = serde_json::from_slice(&bytes).map_err(|_| Error::KeyFileMissing)?;
        let code = file.unlock_code.as_ref().map(|code| &code.slot);
        let affordable = code
            .into_iter()
            .chain([&file.passphrase])
            .all(TypedSlot::is_affordable);
        if file.format != FORMAT || !affordable {
            return Err(Error::KeyFileMissing);
        }
        Ok(file)
    }

    /// Writes the key file of an office folder; the old one stands until the new one is on disk. Nobody else on this
    /// machine may read it: whoever has it can try passphrases.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let bytes = serde_json::to_vec_pretty(self).map_err(|_| Error::KeyFileMissing)?;
        files::write_whole_for_owner(&Self::path_in(folder), &bytes)
    }

    /// The case key, by the passphrase.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::DeviceSecretMissing`].
    pub(crate) fn open_by_passphrase(
        &self,
        passphrase: &str,
        outside: &Outside,
    ) -> Result<CaseKey> {
        self.passphrase
            .unwrap(passphrase, Purpose::Passphrase, outside)?
            .ok_or(Error::WrongPassphrase)
    }

    /// Replaces the passphrase.
    pub(crate) fn set_passphrase(
        &mut self,
        key: &CaseKey,
        passphrase: &str,
        outside: &mut Outside,
    ) -> Result<()> {
        self.passphrase = passphrase_slot(key, passphrase, outside)?;
        Ok(())
    }

    /// The case key, by the one-time code in force.
    ///
    /// # Errors
    /// [`Error::NoUnlockCode`], [`Error::UsedUnlockCode`], [`Error::WrongUnlockCode`] and
    /// [`Error::DeviceSecretMissing`].
    pub(crate) fn open_by_code(&self, code: &str, outside: &Outside) -> Result<CaseKey> {
        let in_force = self.unlock_code.as_ref().ok_or(Error::NoUnlockCode)?;
        let opened = in_force.slot.unwrap(code, Purpose::UnlockCode, outside)?;
        opened.ok_or_else(|| match &in_force.used {
            Some(used) if *used == used_mark(code) => Error::UsedUnlockCode,
            _ => Error::WrongUnlockCode,
        })
    }

    /// The number of the one-time code in force.
    pub(crate) fn code_number(&self) -> Option<u32> {
        self.unlock_code.as_ref().map(|code| code.number)
    }

    /// Puts a new one-time code in force. The one before opens nothing from here on; if it was `used`, it
    /// is told from a wrong one.
    pub(crate) fn set_code(
        &mut self,
        key: &CaseKey,
        number: u32,
        code: &str,
        used: Option<&str>,
        outside: &mut Outside,
    ) -> Result<()> {
        let before = self.unlock_code.take().and_then(|before| before.used);
        self.unlock_code = Some(CodeSlot {
            number,
            slot: TypedSlot::wrap(key, code, Purpose::UnlockCode, outside)?,
            used: used.map(used_mark).or(before),
        });
        Ok(())
    }

    /// The case key, by the recovery key that two sheets give.
    ///
    /// # Errors
    /// [`Error::NoRecovery`] if no sheets were ever made here, [`Error::RecoverySheetsOld`] if these are
    /// not the newest ones, or are another office's.
    pub(crate) fn open_by_recovery(&self, recovery: &[u8; 32]) -> Result<CaseKey> {
        let slot = self.recovery.as_ref().ok_or(Error::NoRecovery)?;
        slot.unwrap(recovery)?.ok_or(Error::RecoverySheetsOld)
    }

    /// When the recovery sheets in force were made, RFC 3339.
    pub(crate) fn recovery_made_at(&self) -> Option<&str> {
        self.recovery.as_ref().map(|slot| slot.made_at.as_str())
    }

    /// Puts a new recovery key in force. Earlier sheets open nothing from here on.
    pub(crate) fn set_recovery(
        &mut self,
        key: &CaseKey,
        recovery: &[u8; 32],
        made_at: String,
        outside: &mut Outside,
    ) -> Result<()> {
        self.recovery = Some(RecoverySlot::wrap(key, recovery, made_at, outside)?);
        Ok(())
    }
}

/// Refuses a new passphrase that is too short.
pub(crate) fn ensure_strong(passphrase: &str) -> Result<()> {
    if passphrase.chars().count() < PASSPHRASE_CHARACTERS {
        return Err(Error::WeakPassphrase);
    }
    Ok(())
}

fn passphrase_slot(key: &CaseKey, passphrase: &str, outside: &mut Outside) -> Result<TypedSlot> {
    ensure_strong(passphrase)?;
    TypedSlot::wrap(key, passphrase, Purpose::Passphrase, outside)
}

/// What remains of a used code. It is random and opens nothing any more, so a fast hash gives nothing away.
fn used_mark(code: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(b"countyline used code");
    hash.update(code);
    let digest: [u8; 32] = hash.finalize().into();
    hex(&digest[..8])
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn from_hex<const N: usize>(text: &str) -> Result<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N || !text.is_ascii() {
        return Err(Error::KeyFileMissing);
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).map_err(|_| Error::KeyFileMissing)?;
        *byte = u8::from_str_radix(pair, 16).map_err(|_| Error::KeyFileMissing)?;
    }
    Ok(bytes)
}
