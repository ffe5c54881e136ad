//! The roster: who belongs to this office, signed by the county's root key, one version after another.
//!
//! Every version ever held is kept. One that is handed over is taken up only if it is later than all of
//! them and of the same chain ([`Roster::succession`]); nothing makes it go back, so an old stick never
//! takes a lost laptop back into the office.

use countyline_bundle::{
    BundleError, County, CoverSheet, KeyId, LastKnown, LogPoint, LogRange, Revocation, Roster,
    RosterEntry, SealingKey, Succession, VerifyingKey,
};
use rusqlite::Connection;

use super::{holdings, store};
use crate::casefile::{Action, CaseFile, PlaceKind, hex};
use crate::error::{Error, Result};
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};

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
pub(crate) fn current(file: &CaseFile) -> Result<(Roster, Vec<u8>)> {
    newest(file.conn())
}

fn newest(conn: &Connection) -> Result<(Roster, Vec<u8>)> {
    let body = store::roster(conn)?.ok_or(Error::NotJoined)?;
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

/// The key to seal a week for: that of the roster the county showed last. A county that was brought back from
/// an old copy shows an older one than we know, and has no other key; the week tells it the newer one. Of
/// the versions we hold it is the last up to the one shown: between two returns there may be several.
pub(super) fn key_of_county(file: &CaseFile) -> Result<SealingKey> {
    let (newest, _) = current(file)?;
    let shown = store::shown_by_county(file.conn(), &newest.county.device)?;
    let older = shown.filter(|version| *version < newest.version);
    let body = match older {
        Some(version) => {
            let held = store::rosters(file.conn())?.into_iter();
            held.take_while(|(held, _)| *held <= version).last()
        }
        None => None,
    };
    let Some((_, body)) = body else {
        return Ok(newest.county.sealing_key);
    };
    let older = Roster::read_first(&body).map_err(|_| Error::DamagedCaseFile)?;
    Ok(older.county.sealing_key)
}

/// The roster this place shows as the one it goes by: the newest, but at a county that was brought back from a copy
/// without its newest key the last one whose key it has, so that weeks are sealed for that one until it makes
/// another.
pub(super) fn shown(file: &CaseFile) -> Result<(Roster, Vec<u8>)> {
    let (newest, body) = current(file)?;
    let ours = file.place().opening_key.sealing_key();
    if file.place().kind != PlaceKind::CountyOffice || newest.county.sealing_key == *ours {
        return Ok((newest, body));
    }
    for older in store::rosters(file.conn())?.into_values().rev() {
        let roster = Roster::read_first(&older).map_err(|_| Error::DamagedCaseFile)?;
        if roster.county.sealing_key == *ours {
            return Ok((roster, older));
        }
    }
    Ok((newest, body))
}

/// The next roster, with what `change` does to it, and its signed bytes. Only the county can sign one; it
/// stands once [`store::keep_roster`] has kept it.
pub(super) fn next(file: &CaseFile, change: impl FnOnce(&mut Roster)) -> Result<(Roster, Vec<u8>)> {
    let root = file.place().root_key.as_ref().ok_or(Error::OnlyCounty)?;
    let (roster, body) = current(file)?;
    let mut next = roster.next(&body, file.now().timestamp_millis());
    change(&mut next);
    let signed = next.sign(root)?;
    Ok((next, signed))
}

/// What a roster that is handed over is to what is known here. Nothing is kept.
///
/// # Errors
/// [`Error::RosterRefused`] if another root key signed it; [`BundleError::RosterForked`] if it is of another
/// chain.
pub(super) fn compare(conn: &Connection, offered: &[u8]) -> Result<Succession> {
    let (known, _) = newest(conn)?;
    let versions = store::rosters(conn)?;
    let held = |version: u64| versions.get(&version).cloned();
    Roster::succession(offered, &known, held).map_err(|refused| match refused {
        BundleError::SignatureWrong => Error::RosterRefused,
        other => Error::Bundle(other),
    })
}

/// Takes up a roster that is handed over, if it is later than what is known; keeps what is known
/// otherwise. For the writing part of a transaction.
///
/// # Errors
/// As [`compare`].
pub(super) fn take_up(conn: &Connection, offered: &[u8]) -> Result<Succession> {
    let succession = compare(conn, offered)?;
    if let Succession::Newer(roster) = &succession {
        store::keep_roster(conn, roster, offered)?;
    }
    Ok(succession)
}

/// Writes down which roster a laptop knows, as its week says, and takes up a later one that it brings: a
/// county that came back from an old copy learns again whom it had revoked. A roster of another chain
/// never stops the work; it is kept as an alarm.
pub(super) fn hear(conn: &Connection, cover: &CoverSheet, now: &str) -> Result<()> {
    let Some(known) = &cover.roster_known else {
        return Ok(());
    };
    let mut forked = false;
    if let Some(offered) = &cover.roster_update {
        forked = take_up(conn, offered).is_err();
    }
    let ours = store::rosters(conn)?.remove(&known.version);
    forked |= ours.is_some_and(|ours| Roster::hash(&ours) != known.hash);
    if forked {
        return store::keep_alarm(conn, &cover.device, known, now);
    }
    store::keep_known(conn, &cover.device, known.version, now)
}

/// The roster of ours that a week brings, if it is later than `known`: this county came back from an old copy and
/// has forgotten whom it enrolled, revoked or took in since.
pub(super) fn later_of_ours(file: &CaseFile, known: &Roster, cover: &CoverSheet) -> Option<Roster> {
    let offered = cover.roster_update.as_ref()?;
    match compare(file.conn(), offered) {
        Ok(Succession::Newer(later)) if later.version > known.version => Some(*later),
        _ => None,
    }
}

/// The laptop that a person means: by its name, or by the first letters of its id.
///
/// # Errors
/// [`Error::NotFound`], [`Error::SeveralLaptops`].
pub(crate) fn laptop<'a>(roster: &'a Roster, named: &str) -> Result<&'a RosterEntry> {
    let named = named.trim().to_lowercase();
    let is_named = |entry: &&RosterEntry| entry.laptop_name.to_lowercase() == named;
    let is_id = |entry: &&RosterEntry| named.len() >= 8 && hex(&entry.device).starts_with(&named);
    let mut found: Vec<&RosterEntry> = roster.entries.iter().filter(is_named).collect();
    if found.len() > 1 {
        // A laptop that was found and enrolled again stands there twice; it is meant as it is now.
        found.retain(|entry| !entry.is_revoked());
    }
    if found.is_empty() {
        found = roster.entries.iter().filter(is_id).collect();
    }
    match found.as_slice() {
        [entry] => Ok(entry),
        [] => Err(Error::NotFound { record: "laptop" }),
        _ => Err(Error::SeveralLaptops),
    }
}

/// Whether a stretch of a log is a revoked laptop's and not known to be of what it had written when it was
/// revoked. It is if it ends in a commit that is held here, or in one the roster names as last known: whoever
/// has the laptop may go back behind that one and write another history under the same numbers.
pub(super) fn is_in_doubt(
    conn: &Connection,
    roster: &Roster,
    key: &KeyId,
    range: &LogRange,
) -> Result<bool> {
    let Some(revoked) = revocation(roster, key) else {
        return Ok(false);
    };
    let end = LogPoint {
        log_id: range.log_id,
        seq: range.to,
        hash: range.head_hash,
    };
    #[cfg(any(test, feature = "testing"))]
    if breaks(Broken::RevokedWordStillCounts) {
        return Ok(false);
    }
    if revoked.last_known.iter().any(|last| is_at(last, &end)) {
        return Ok(false);
    }
    Ok(holdings::find(conn, &end)?.is_none())
}

/// What is known of a device that was revoked.
pub(super) fn revocation<'a>(roster: &'a Roster, key: &KeyId) -> Option<&'a Revocation> {
    let mut entries = roster.entries.iter();
    let entry = entries.find(|entry| entry.verifying_key.key_id() == *key);
    entry.and_then(|entry| entry.revoked.as_ref())
}

/// Whether a last known commit is this one.
pub(super) fn is_at(last: &LastKnown, point: &LogPoint) -> bool {
    (last.log_id, last.seq, last.hash) == (point.log_id, point.seq, point.hash)
}

/// The key of any device that ever belonged to this office, a revoked one too: see [`is_in_doubt`].
pub(super) fn ever_of(roster: &Roster, key: &KeyId) -> Option<VerifyingKey> {
    let laptops = roster.entries.iter().map(|entry| &entry.verifying_key);
    std::iter::once(&roster.county.verifying_key)
        .chain(laptops)
        .find(|known| known.key_id() == *key)
        .cloned()
}

/// Six words as a view carries them.
pub(super) fn owned(words: [&'static str; 6]) -> Vec<String> {
    words.into_iter().map(str::to_owned).collect()
}
