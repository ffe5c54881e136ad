//! The roster: which devices belong to an agency, by which keys, signed by the county's root key.
//!
//! Rosters are a chain: each names the hash of the one before ([`Roster::succession`]). What becomes
//! of a revoked device's bundles is for the caller to see to.

use sha2::{Digest, Sha256};

use crate::cbor::{CRITICAL_KEY, Known, Malformed, MapWriter, Reader, UnknownKey, Writer};
use crate::document::Form;
use crate::limits::{self, Limit};
use crate::recognise::FileKind;
use crate::words::six_words;
use crate::{BundleError, SealingKey, SigningKey, VerifyingKey};

pub(crate) const FORM: Form = Form {
    kind: FileKind::Roster,
    context: b"clr1-roster",
    body_limit: limits::ROSTER_BYTES,
};

/// Who belongs to an agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    /// Rises by one with every roster.
    pub version: u64,
    /// [`Roster::hash`] of the one before; zeros in the first.
    pub prev_hash: [u8; 32],
    /// The agency.
    pub agency: [u8; 16],
    /// When, by the county's clock.
    pub created_ms: i64,
    /// What the county is called.
    pub office_name: String,
    /// Whether this is a practice office, whose people are all made up.
    pub training: bool,
    /// The county's own keys.
    pub county: County,
    /// Every device ever enrolled, revoked ones too.
    pub entries: Vec<RosterEntry>,
    /// Entries of the body this program does not know.
    pub unknown: Vec<UnknownKey>,
}

/// The county office's keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct County {
    /// Signs rosters, nothing else.
    pub root: VerifyingKey,
    /// The county's device, as bundles name it.
    pub device: [u8; 16],
    /// Signs the county's bundles.
    pub verifying_key: VerifyingKey,
    /// What laptops seal their uploads for.
    pub sealing_key: SealingKey,
    /// Counts the sealing keys, which are replaced on schedule.
    pub key_epoch: u64,
}

/// One laptop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterEntry {
    /// The device.
    pub device: [u8; 16],
    /// What the laptop is called.
    pub laptop_name: String,
    /// Who uses it.
    pub person_name: String,
    /// The key it signs with.
    pub verifying_key: VerifyingKey,
    /// The key to seal for.
    pub sealing_key: SealingKey,
    /// When it was enrolled, by the county's clock.
    pub enrolled_at_ms: i64,
    /// Set when it was lost or taken out of use.
    pub revoked: Option<Revocation>,
}

/// From when on a device's new commits wait for a supervisor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revocation {
    /// When, by the county's clock.
    pub at_ms: i64,
    /// The last commits known then; what is later in these logs is in doubt.
    pub last_known: Vec<LastKnown>,
}

/// The last commit of one log known when its device was revoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastKnown {
    /// The log.
    pub log_id: [u8; 16],
    /// The commit's sequence number.
    pub seq: u64,
    /// Its hash: a log that its device, or whoever has it, continues from further back is another one.
    pub hash: [u8; 32],
}

impl Roster {
    /// The roster as bytes, signed by the county's root key.
    pub fn sign(&self, root: &SigningKey) -> Result<Vec<u8>, BundleError> {
        if root.verifying_key() != self.county.root {
            return Err(BundleError::SignatureWrong);
        }
        let names = self
            .entries
            .iter()
            .flat_map(|e| [&e.laptop_name, &e.person_name])
            .chain([&self.office_name]);
        if names.map(String::len).max() > Some(limits::TEXT_BYTES) {
            return Err(BundleError::OverLimit {
                what: Limit::TextBytes,
            });
        }
        FORM.sign(&self.body(), root)
    }

    /// Reads a roster signed by a root key we already trust.
    pub fn verify(bytes: &[u8], root: &VerifyingKey) -> Result<Self, BundleError> {
        let roster = Self::read_first(bytes)?;
        if roster.county.root == *root {
            Ok(roster)
        } else {
            Err(BundleError::SignatureWrong)
        }
    }

    /// Reads a roster signed by the root key it names itself. It deserves trust only once its
    /// [`County::six_words`] have been compared with those on the county's screen.
    pub fn read_first(bytes: &[u8]) -> Result<Self, BundleError> {
        let document = FORM.read(bytes)?;
        let roster = Self::read_body(document.body)?;
        if roster.body() != document.body {
            return Err(BundleError::DocumentMalformed {
                what: "not deterministic",
            });
        }
        document.verify(&roster.county.root)?;
        if roster.unknown.iter().any(|(key, _)| *key >= CRITICAL_KEY) {
            return Err(BundleError::NeedsNewerReader { min_reader: 0 });
        }
        Ok(roster)
    }

    /// What the next roster and the manifests name a signed roster by: SHA-256 of all its bytes.
    pub fn hash(signed: &[u8]) -> [u8; 32] {
        Sha256::digest(signed).into()
    }

    /// The entry of a laptop, revoked or not.
    pub fn entry(&self, device: &[u8; 16]) -> Option<&RosterEntry> {
        self.entries.iter().find(|entry| entry.device == *device)
    }

    /// The key a laptop, revoked or not, or the county signs bundles with.
    pub fn verifying_key(&self, device: &[u8; 16]) -> Option<&VerifyingKey> {
        if self.county.device == *device {
            return Some(&self.county.verifying_key);
        }
        self.entry(device).map(|entry| &entry.verifying_key)
    }

    fn body(&self) -> Vec<u8> {
        let mut map = MapWriter::default();
        map.put(1, |w| _ = w.uint(self.version));
        map.put(2, |w| _ = w.bytes(&self.prev_hash));
        map.put(3, |w| _ = w.bytes(&self.agency));
        map.put(4, |w| _ = w.int(self.created_ms));
        map.put(5, |w| {
            let county = &self.county;
            w.array(5)
                .bytes(&county.root.to_bytes())
                .bytes(&county.device);
            w.bytes(&county.verifying_key.to_bytes())
                .bytes(&county.sealing_key.to_bytes());
            w.uint(county.key_epoch);
        });
        map.put_list(6, &self.entries, write_entry);
        map.put(7, |w| _ = w.text(&self.office_name));
        map.put(8, |w| _ = w.uint(u64::from(self.training)));
        map.finish(&self.unknown)
    }

    fn read_body(body: &[u8]) -> Result<Self, BundleError> {
        let (mut version, mut prev_hash, mut agency) = (None, None, None);
        let (mut created_ms, mut county, mut entries) = (None, None, Vec::new());
        let (mut office_name, mut training) = (None, None);
        let unknown = Reader::new(body).map(|key, value| {
            match key {
                1 => version = Some(value.uint()?),
                2 => prev_hash = Some(value.fixed()?),
                3 => agency = Some(value.fixed()?),
                4 => created_ms = Some(value.int()?),
                5 => county = Some(read_county(value)?),
                6 => entries = value.list(read_entry)?,
                7 => office_name = Some(value.text()?),
                8 => training = Some(read_training(value)?),
                _ => return Ok(Known::No),
            }
            Ok(Known::Yes)
        });
        let missing = || BundleError::DocumentMalformed { what: "encoding" };
        Ok(Roster {
            unknown: unknown.map_err(|Malformed| missing())?,
            version: version.ok_or_else(missing)?,
            prev_hash: prev_hash.ok_or_else(missing)?,
            agency: agency.ok_or_else(missing)?,
            created_ms: created_ms.ok_or_else(missing)?,
            office_name: office_name.ok_or_else(missing)?,
            training: training.ok_or_else(missing)?,
            county: county.ok_or_else(missing)?,
            entries,
        })
    }
}

impl County {
    /// The words the county shows and the laptop compares.
    pub fn six_words(&self) -> [&'static str; 6] {
        let (root, sealing) = (self.root.to_bytes(), self.sealing_key.to_bytes());
        six_words(&[b"countyline county", &root, &sealing])
    }
}

impl RosterEntry {
    /// Whether the device has been revoked.
    pub fn is_revoked(&self) -> bool {
        self.revoked.is_some()
    }
}

fn write_entry(w: &mut Writer, entry: &RosterEntry) {
    w.array(7)
        .bytes(&entry.device)
        .text(&entry.laptop_name)
        .text(&entry.person_name);
    w.bytes(&entry.verifying_key.to_bytes())
        .bytes(&entry.sealing_key.to_bytes());
    w.int(entry.enrolled_at_ms);
    match &entry.revoked {
        Some(revoked) => {
            w.array(2).int(revoked.at_ms);
            w.list(&revoked.last_known, |w, last| {
                w.array(3).bytes(&last.log_id).uint(last.seq);
                _ = w.bytes(&last.hash)
            });
        }
        None => _ = w.null(),
    }
}

fn read_training(value: &mut Reader<'_>) -> Result<bool, Malformed> {
    match value.uint()? {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Malformed),
    }
}

fn read_entry(value: &mut Reader<'_>) -> Result<RosterEntry, Malformed> {
    value.array(7)?;
    Ok(RosterEntry {
        device: value.fixed()?,
        laptop_name: value.text()?,
        person_name: value.text()?,
        verifying_key: read_verifying_key(value)?,
        sealing_key: read_sealing_key(value)?,
        enrolled_at_ms: value.int()?,
        revoked: value.optional(read_revocation)?,
    })
}

fn read_revocation(value: &mut Reader<'_>) -> Result<Revocation, Malformed> {
    value.array(2)?;
    let at_ms = value.int()?;
    let last_known = value.list(|last| {
        last.array(3)?;
        Ok(LastKnown {
            log_id: last.fixed()?,
            seq: last.uint()?,
            hash: last.fixed()?,
        })
    })?;
    Ok(Revocation { at_ms, last_known })
}

fn read_county(value: &mut Reader<'_>) -> Result<County, Malformed> {
    value.array(5)?;
    Ok(County {
        root: read_verifying_key(value)?,
        device: value.fixed()?,
        verifying_key: read_verifying_key(value)?,
        sealing_key: read_sealing_key(value)?,
        key_epoch: value.uint()?,
    })
}

fn read_verifying_key(value: &mut Reader<'_>) -> Result<VerifyingKey, Malformed> {
    VerifyingKey::from_bytes(&value.fixed()?).map_err(|_| Malformed)
}

fn read_sealing_key(value: &mut Reader<'_>) -> Result<SealingKey, Malformed> {
    SealingKey::from_bytes(&value.fixed()?).map_err(|_| Malformed)
}
