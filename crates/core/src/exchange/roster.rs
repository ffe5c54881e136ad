//! The roster: who belongs to this office, signed by the county's root key, one version after another.

use countyline_bundle::{County, KeyId, LogRange, Roster, SealingKey, VerifyingKey};

use super::store;
use crate::casefile::{Action, CaseFile};
use crate::error::{Error, Result};
use crate::need_to_know::Withheld;

/// Writes the first version of a new county's roster: the county and no laptop.
pub(crate) fn found_roster(file: &mut CaseFile) -> Result<()> {
    let place = file.place();
    let root = place.root_key.as_ref().ok_or(Error::OnlyCounty)?;
    let roster = Roster {
        version: 1,
        prev_hash: [0; 32],
        agency: place.agency()?,
        created_ms: file.now().timestamp_millis(),
        office_name: place.office_name.clone(),
        training: place.training,
        county: County {
            root: root.verifying_key(),
            device: place.device,
            verifying_key: place.signing_key.verifying_key(),
            sealing_key: place.opening_key.sealing_key().clone(),
            key_epoch: 1,
        },
        entries: Vec::new(),
        unknown: Vec::new(),
    };
    let body = roster.sign(root)?;
    file.change(Action::SetUp, |change| {
        change.beside(move |conn| store::keep_roster(conn, &roster, &body));
        Ok(())
    })?;
    Ok(())
}

/// The newest roster and its signed bytes.
///
/// # Errors
/// [`Error::NotJoined`] on a laptop that has none yet.
pub(super) fn current(file: &CaseFile) -> Result<(Roster, Vec<u8>)> {
    let body = store::roster(file.conn())?.ok_or(Error::NotJoined)?;
    let roster = Roster::read_first(&body).map_err(|_| Error::DamagedCaseFile)?;
    Ok((roster, body))
}

/// As [`current`]; none on a laptop that has not joined.
pub(super) fn known(file: &CaseFile) -> Result<Option<Roster>> {
    match current(file) {
        Ok((roster, _)) => Ok(Some(roster)),
        Err(Error::NotJoined) => Ok(None),
        Err(refused) => Err(refused),
    }
}

/// The key of a device that may sign bundles now: the county's or that of a laptop that was not revoked.
pub(super) fn signing_now(roster: &Roster, device: &[u8; 16]) -> Option<VerifyingKey> {
    let revoked = roster.entry(device).is_some_and(|entry| entry.is_revoked());
    roster.verifying_key(device).filter(|_| !revoked).cloned()
}

/// The key by which a device vouches for a stretch of its log. A revoked laptop's word holds for what was
/// known of it when it was revoked.
pub(super) fn attesting(roster: &Roster, key: &KeyId, range: &LogRange) -> Option<VerifyingKey> {
    if roster.county.verifying_key.key_id() == *key {
        return Some(roster.county.verifying_key.clone());
    }
    let mut entries = roster.entries.iter();
    let entry = entries.find(|entry| entry.verifying_key.key_id() == *key)?;
    let in_doubt = entry.revoked.as_ref().is_some_and(|revoked| {
        let mut known = revoked.last_known.iter();
        !known.any(|last| last.log_id == range.log_id && range.to <= last.seq)
    });
    (!in_doubt).then(|| entry.verifying_key.clone())
}

/// What is kept from the laptop that opens bundles with this key.
pub(super) fn withheld_from(file: &CaseFile, reader: &SealingKey) -> Result<Withheld> {
    let (roster, _) = current(file)?;
    let mut entries = roster.entries.iter();
    let entry = entries.find(|entry| entry.sealing_key == *reader);
    // Whoever is not on the roster needs to know nothing.
    let key = entry.map_or(KeyId([0; 8]), |entry| entry.verifying_key.key_id());
    Withheld::from_laptop(file.conn(), key)
}

/// The key of any device that ever belonged to this office: the county decided what of a revoked one's
/// work it hands on.
pub(super) fn ever_of(roster: &Roster, key: &KeyId) -> Option<VerifyingKey> {
    let laptops = roster.entries.iter().map(|entry| &entry.verifying_key);
    std::iter::once(&roster.county.verifying_key)
        .chain(laptops)
        .find(|known| known.key_id() == *key)
        .cloned()
}

/// A roster that came, if it is newer than the one that is known. It is signed by the same root key; where
/// it is the next version, it names the one that is known. An older one is no news.
///
/// # Errors
/// [`Error::RosterRefused`] if it is not of this office, or tells another history of the roster.
pub(super) fn going_on(
    known: &Roster,
    known_body: &[u8],
    body: &[u8],
) -> Result<Option<(Roster, Vec<u8>)>> {
    let next = Roster::verify(body, &known.county.root).map_err(|_| Error::RosterRefused)?;
    let another_history = (next.version == known.version && body != known_body)
        || (next.version == known.version + 1 && next.prev_hash != Roster::hash(known_body));
    if next.agency != known.agency || another_history {
        return Err(Error::RosterRefused);
    }
    Ok((next.version > known.version).then(|| (next, body.to_vec())))
}

/// Six words as a view carries them.
pub(super) fn owned(words: [&'static str; 6]) -> Vec<String> {
    words.into_iter().map(str::to_owned).collect()
}
