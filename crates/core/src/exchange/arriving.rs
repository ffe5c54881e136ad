//! A bundle that arrives: opened, checked, and taken in, at the county or at a laptop.
//!
//! At the county weeks arrive from laptops; at a laptop, what the county hands back. Either way nothing
//! is kept of a bundle before its sender, and for each log in it that log's owner, has been found to
//! vouch for it, and it is taken in with all it says, or not at all, in one transaction.

use std::path::Path;

use countyline_bundle::{
    BundleError, CoverSheet, Direction, Expectation, LogPoint, LogRange, Manifest, Opened, Roster,
    Succession, VerifyingKey, open,
};
use countyline_ledger::{CommitHash, LogId};
use rusqlite::Connection;

use super::blocks::Carried;
use super::store::BundleRow;
use super::{
    IncomingBundle, count, epochs, heard, notices, parked, received, roster, statements, store,
};
use crate::casefile::{CaseFile, PlaceKind, TakenIn, log, own_log};
use crate::error::{Error, Result};
use crate::files::OpenFile;
use crate::{days, unlock_code};

/// A roster and its signed bytes.
type SignedRoster = (Roster, Vec<u8>);

/// A bundle whose signature, hashes and recipient hold.
pub(super) struct Unpacked {
    path: String,
    file_name: String,

    /// From whom, as people here call it.
    place: String,
    person: String,
    made_at: String,
    /// A newer roster.
    pub(super) roster: Option<SignedRoster>,
    code: Option<unlock_code::Code>,
    sha256: [u8; 32],
    pub(super) carried: Carried<'static>,
}

impl Unpacked {
    /// The hash of the file as it came.
    pub(super) fn sha256(&self) -> [u8; 32] {
        self.sha256
    }

    fn cover(&self) -> &CoverSheet {
        &self.carried.opened.manifest.cover
    }

    /// What it is and what taking it in brought, or would bring.
    pub(super) fn describe(&self, taken: &TakenIn) -> IncomingBundle {
        let new = taken.new + taken.filled;
        let known = new == 0;
        IncomingBundle {
            path: self.path.clone(),
            file_name: self.file_name.clone(),
            state: if known { "already_merged" } else { "ready" }.to_owned(),
            place: Some(self.place.clone()),
            person: Some(self.person.clone()),
            made_at: Some(self.made_at.clone()),
            new_changes: count(new),
            known_changes: count(taken.known),
            missing: count(taken.missing),
            failure: known.then(|| Error::BundleAlreadyMerged.failure()),
        }
    }
}

/// Opens a bundle that arrived here as `shown` and lies at `path`. Nothing is kept.
pub(super) fn unpack(file: &CaseFile, path: &Path, shown: &Path) -> Result<Unpacked> {
    let (known, _) = roster::current(file)?;
    unpack_under(file, path, shown, &known)
}

/// As [`unpack`], as if this were the newest roster known.
pub(super) fn unpack_under(
    file: &CaseFile,
    path: &Path,
    shown: &Path,
    known: &Roster,
) -> Result<Unpacked> {
    let (opened, newer) = match file.place().kind {
        PlaceKind::CountyOffice => {
            let opened = open_week(file, path, known)?;
            let cover = &opened.manifest.cover;
            let later = roster::later_of_ours(file, known, cover);
            let newest = later.as_ref().unwrap_or(known);
            ensure_not_in_doubt(file, newest, cover)?;
            ensure_vouched(file, &cover.logs, newest)?;
            (opened, None)
        }
        PlaceKind::Laptop => open_return(file, path, known)?,
    };
    let newest = newer.as_ref().map_or(known, |(newer, _)| newer);
    let cover = &opened.manifest.cover;
    let sender = known.entry(&cover.device);
    let (place, person) = match sender {
        Some(entry) => (entry.laptop_name.clone(), entry.person_name.clone()),
        None => (newest.office_name.clone(), String::new()),
    };
    Ok(Unpacked {
        path: shown.display().to_string(),
        file_name: name_of(shown),
        place,
        person,
        made_at: days::from_millis(cover.created_ms),
        roster: newer,
        code: unlock_code::carried(&opened)?,
        sha256: kept_as(file, path).unwrap_or(opened.sha256),
        carried: Carried::new(opened),
    })
}

/// Where a bundle stands among those that are taken in together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InRound {
    /// Nothing was new in those before it, if there were any.
    First,
    /// Something was.
    Later,
}

/// Takes in an opened bundle with all it says.
pub(super) fn take(file: &mut CaseFile, unpacked: &Unpacked, in_round: InRound) -> Result<TakenIn> {
    let now = days::instant(file.now());
    let time_ms = file.now().timestamp_millis();
    let place = file.place();
    let (kind, device, log_rid) = (place.kind, place.device, place.log_rid);
    let (known, _) = roster::current(file)?;
    let bundle_rid = store::next_bundle(file.conn())?;
    file.take_in(bundle_rid, &unpacked.carried, |conn, taken| {
        if store::was_received(conn, &unpacked.sha256())? {
            return Ok(());
        }
        store::keep_bundle(conn, bundle_rid, &row(unpacked, taken, &now))?;
        let cover = unpacked.cover();
        keep_attestations(conn, &cover.logs)?;
        match kind {
            PlaceKind::CountyOffice => {
                if taken.new > 0 && in_round == InRound::First {
                    heard::put_aside(conn)?;
                }
                heard::keep(conn, cover, &now)?;
                heard::keep_announced(conn, &known, &taken.sendings)?;
                notices::keep_contradictions(conn, &cover.have, &cover.device, &now)?;
                notices::forget_explained(conn)?;
                if let Some(code) = &unpacked.code {
                    unlock_code::keep_received(conn, &cover.device, code, &now)?;
                }
                roster::hear(conn, cover, &now)?;
                if let Some(seen) = cover.hub
                    && statements::is_ahead(conn, &seen)?
                {
                    statements::begin_epoch(conn, seen.epoch, time_ms)?;
                    own_log::end(conn, log_rid, own_log::Ended::CountyRestored)?;
                }
                Ok(())
            }
            PlaceKind::Laptop => {
                if let Some((roster, body)) = &unpacked.roster {
                    store::keep_roster(conn, roster, body)?;
                    store::keep_shown_by_county(conn, &cover.device, roster.version, &now)?;
                    store::join(conn, roster)?;
                }
                let here = statements::Here {
                    device,
                    log_rid,
                    now: &now,
                };
                statements::take(conn, cover, &here)
            }
        }
    })
}

fn row<'a>(unpacked: &'a Unpacked, taken: &TakenIn, now: &'a str) -> BundleRow<'a> {
    BundleRow {
        sha256: unpacked.sha256(),
        direction: "received",
        number: 0,
        device: unpacked.cover().device,
        made_at: &unpacked.made_at,
        kept_at: now,
        file_name: &unpacked.file_name,
        new_commits: taken.new,
        known_commits: taken.known,
        size_bytes: unpacked.carried.opened.size_bytes,
    }
}

/// A week, at the county: whole, and signed by a device of this roster, or of a later one of ours that it
/// brings, revoked or not.
pub(super) fn open_week(file: &CaseFile, path: &Path, roster: &Roster) -> Result<Opened<'static>> {
    let expect = Expectation {
        agency: Some(file.place().agency()?),
        directions: &[Direction::Up],
    };
    let source = OpenFile::open(path)?;
    let key = epochs::opening_key_for(file, &source)?;
    let signer = |manifest: &Manifest| {
        let later = roster::later_of_ours(file, roster, &manifest.cover);
        let newest = later.as_ref().unwrap_or(roster);
        let senders = || newest.verifying_key(&manifest.cover.device).cloned();
        own_key_for(file, path, manifest).or_else(senders)
    };
    Ok(open(source, &key, signer, &expect)?)
}

/// A file that lies here, not merged, as [`unpack`] opens it.
pub(super) fn open_kept(file: &CaseFile, path: &Path) -> Result<Opened<'static>> {
    let (known, _) = roster::current(file)?;
    match file.place().kind {
        PlaceKind::CountyOffice => open_week(file, path, &known),
        PlaceKind::Laptop => open_return(file, path, &known).map(|(opened, _)| opened),
    }
}

/// The hash of a file when it came, if it was kept here since. It may be another by now: what was erased is taken
/// out of what lies here.
pub(super) fn kept_as(file: &CaseFile, path: &Path) -> Option<[u8; 32]> {
    let folders = [parked::folder(file), received::folder(file)];
    let is_kept = path
        .parent()
        .is_some_and(|folder| folders.iter().any(|own| own == folder));
    let name = path.file_stem()?.to_string_lossy();
    is_kept.then(|| received::hash_named(&name)).flatten()
}

/// Our own key, for a file that lies here and was signed anew here. Of what comes from elsewhere it vouches for
/// nothing.
fn own_key_for(file: &CaseFile, path: &Path, manifest: &Manifest) -> Option<VerifyingKey> {
    let own = file.place().signing_key.verifying_key();
    let is_ours = manifest.signing_key == own.key_id();
    (is_ours && kept_as(file, path).is_some()).then_some(own)
}

/// Keeps apart what a revoked laptop wrote after the last that was known of it, until a supervisor has
/// decided. Who brings it makes no difference.
fn ensure_not_in_doubt(file: &CaseFile, roster: &Roster, cover: &CoverSheet) -> Result<()> {
    for range in &cover.logs {
        if let Some(word) = &range.attestation
            && roster::is_in_doubt(file.conn(), roster, &word.key, range)?
        {
            return Err(Error::RevokedLaptop);
        }
    }
    Ok(())
}

/// What the county hands back, at a laptop: signed by the county of the newest roster that is known or
/// that comes with it, each log vouched for by its owner. The roster only ever goes on.
fn open_return(
    file: &CaseFile,
    path: &Path,
    known: &Roster,
) -> Result<(Opened<'static>, Option<SignedRoster>)> {
    let carried = |manifest: &Manifest| {
        let body = manifest.cover.roster_update.as_ref()?;
        let roster = Roster::verify(body, &known.county.root).ok()?;
        (roster.version > known.version).then_some(roster)
    };
    let expect = Expectation {
        agency: Some(file.place().agency()?),
        directions: &[Direction::Return, Direction::Bootstrap],
    };
    let opened = open(
        OpenFile::open(path)?,
        &file.place().opening_key,
        |manifest| {
            let roster = carried(manifest);
            let county = &roster.as_ref().unwrap_or(known).county;
            let is_county = county.device == manifest.cover.device;
            let senders = || is_county.then(|| county.verifying_key.clone());
            own_key_for(file, path, manifest).or_else(senders)
        },
        &expect,
    )
    .map_err(|refused| match refused {
        BundleError::NotForThisKey => Error::ReturnForAnother,
        other => Error::Bundle(other),
    })?;
    let newer = match &opened.manifest.cover.roster_update {
        Some(body) => match roster::compare(file.conn(), body)? {
            Succession::Newer(newer) => Some((*newer, body.clone())),
            Succession::Known | Succession::Older => None,
        },
        None => None,
    };
    let newest = newer.as_ref().map_or(known, |(newer, _)| newer);
    // The county decided what of a revoked laptop's work it hands on.
    ensure_vouched(file, &opened.manifest.cover.logs, newest)?;
    Ok((opened, newer))
}

/// Refuses commits that the device whose log they are in does not vouch for. A place may bring what
/// another one wrote, with that one's word; nobody writes in another's log.
fn ensure_vouched(file: &CaseFile, logs: &[LogRange], roster: &Roster) -> Result<()> {
    let own_logs = own_log::ids(file.conn())?;
    let altered = || Error::Bundle(BundleError::SignatureWrong);
    for range in logs {
        let attestation = range.attestation.as_ref().ok_or_else(altered)?;
        let key = roster::ever_of(roster, &attestation.key).ok_or_else(altered)?;
        let head = LogPoint {
            log_id: range.log_id,
            seq: range.to,
            hash: range.head_hash,
        };
        attestation.verify(&head, &key)?;
        let owner = if own_logs.contains(&LogId(range.log_id)) {
            Some(file.place().signing_key.verifying_key().key_id())
        } else {
            store::owner_of_log(file.conn(), &range.log_id)?
        };
        if owner.is_some_and(|owner| owner != attestation.key) {
            return Err(altered());
        }
    }
    Ok(())
}

/// Keeps each writer's word for the head of its log, for whoever gets these commits from us.
pub(super) fn keep_attestations(conn: &Connection, logs: &[LogRange]) -> Result<()> {
    for range in logs {
        let Some(attestation) = &range.attestation else {
            continue;
        };
        for branch in log::branches(conn, LogId(range.log_id))? {
            let dot = log::dot_on_branch(conn, branch.log_rid, range.to)?;
            if log::hash_at(conn, dot)? == Some(CommitHash(range.head_hash)) {
                store::keep_attestation(conn, dot, range.head_hash, attestation)?;
                break;
            }
        }
    }
    Ok(())
}

/// A file that was not taken in, and why.
pub(super) fn refusal(path: &Path, state: &str, refused: &Error) -> IncomingBundle {
    IncomingBundle {
        path: path.display().to_string(),
        file_name: name_of(path),
        state: state.to_owned(),
        place: None,
        person: None,
        made_at: None,
        new_changes: 0,
        known_changes: 0,
        missing: 0,
        failure: Some(refused.failure()),
    }
}

pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
