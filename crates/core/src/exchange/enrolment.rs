//! Enrolling a laptop: request, six words, roster, welcome, six words.

use std::path::Path;

use countyline_bundle::{
    BundleError, Direction, EnrolmentRequest, Expectation, Manifest, Opened, Roster, RosterEntry,
    Succession, open,
};
use countyline_ledger::Value;

use super::blocks::{self, Carried, Range};
use super::store::BundleRow;
use super::{
    EnrolmentView, WelcomeView, arriving, folder, neutral_name, parts, read_file, roster, sealing,
    store,
};
use crate::casefile::{Action, CaseFile, log, own_log};
use crate::error::{Error, Result};
use crate::{days, files, releases, unlock_code};

/// Writes this laptop's request to join into a folder; again, if the first stick was lost.
pub fn write_enrolment(file: &mut CaseFile, to: &Path) -> Result<EnrolmentView> {
    file.place().ensure_laptop()?;
    let to = folder(to)?;
    let request = request(file);
    let bytes = request.encode(&file.place().signing_key)?;
    let path = to.join(neutral_name("enrol", file.random()));
    files::write_whole(&path, &bytes)?;
    Ok(enrolment_view(&request, &path))
}

/// This laptop's request, to show its words again while it waits.
pub fn my_enrolment(file: &CaseFile) -> Result<EnrolmentView> {
    file.place().ensure_laptop()?;
    Ok(enrolment_view(&request(file), Path::new("")))
}

/// A laptop's request, as the county sees it before it says yes.
pub fn read_enrolment(file: &CaseFile, path: &Path) -> Result<EnrolmentView> {
    file.place().ensure_county()?;
    Ok(enrolment_view(&open_request(path)?, path))
}

/// Enrols a laptop, after the words were compared, and writes its welcome into a folder: the roster and
/// everything it may see.
pub fn enrol_laptop(file: &mut CaseFile, path: &Path, to: &Path) -> Result<WelcomeView> {
    file.place().ensure_county()?;
    let to = folder(to)?;
    let request = open_request(path)?;
    ensure_its_own_device(&roster::current(file)?.0, &request)?;
    let (next, signed) = roster::next(file, |next| {
        next.entries.retain(|entry| entry.device != request.device);
        next.entries.push(RosterEntry {
            device: request.device,
            laptop_name: request.laptop_name.clone(),
            person_name: request.person_name.clone(),
            verifying_key: request.verifying_key.clone(),
            sealing_key: request.sealing_key.clone(),
            enrolled_at_ms: next.created_ms,
            revoked: None,
        });
    })?;
    let (kept, kept_body) = (next.clone(), signed.clone());
    file.change(Action::EnrolLaptop, |change| {
        change.audit(
            Action::EnrolLaptop,
            None,
            Value::Bytes(request.device.to_vec()),
        );
        change.beside(move |conn| store::keep_roster(conn, &kept, &kept_body));
        Ok(())
    })?;
    let permit = releases::permit_same_agency(file)?;
    let mut ranges: Vec<Range> = Vec::new();
    let own = own_log::ids(file.conn())?;
    for branch in log::logs(file.conn())? {
        for range in blocks::held(file.conn(), &branch)? {
            ranges.extend(parts::vouched(file.conn(), range, &own)?);
        }
    }
    let mut cover = sealing::cover(file, &permit, Direction::Bootstrap)?;
    cover.roster_update = Some(signed);
    let sealed = sealing::seal_ranges(file, cover, &ranges, &request.sealing_key)?;
    let path = to.join(neutral_name("welcome", file.random()));
    files::write_whole(&path, &sealed)?;
    Ok(WelcomeView {
        county_name: next.office_name.clone(),
        laptop_name: request.laptop_name.clone(),
        words: roster::owned(next.county.six_words()),
        path: path.display().to_string(),
    })
}

/// A device keeps its keys as long as it lives: one that asks with another's number is no laptop of ours.
/// One that was revoked comes back only with fresh keys, which make it another device.
fn ensure_its_own_device(roster: &Roster, request: &EnrolmentRequest) -> Result<()> {
    if roster.county.device == request.device {
        return Err(Error::EnrolmentAltered);
    }
    let by_device = roster.entry(&request.device);
    let mut entries = roster.entries.iter();
    let by_key = entries.find(|entry| entry.verifying_key == request.verifying_key);
    match by_device.or(by_key) {
        Some(known) if known.is_revoked() => Err(Error::RevokedLaptop),
        Some(known)
            if known.device != request.device || known.verifying_key != request.verifying_key =>
        {
            Err(Error::EnrolmentAltered)
        }
        _ => Ok(()),
    }
}

/// The county's welcome, as this laptop sees it before the words are compared. Nothing is kept.
pub fn read_welcome(file: &CaseFile, path: &Path) -> Result<WelcomeView> {
    let (_, roster) = open_welcome(file, path)?;
    Ok(WelcomeView {
        county_name: roster.office_name.clone(),
        laptop_name: file.place().place_name.clone(),
        words: roster::owned(roster.county.six_words()),
        path: path.display().to_string(),
    })
}

/// Joins the county, after the words were compared. On a laptop that has joined, takes in what a newer
/// welcome of the same county brings.
///
/// # Errors
/// [`Error::WelcomeForAnother`]; [`Error::RosterRefused`] if the laptop belongs to another county, or the
/// welcome is older than what it knows; nothing is kept then.
pub fn accept_welcome(file: &mut CaseFile, path: &Path) -> Result<()> {
    let (opened, roster) = open_welcome(file, path)?;
    let body = opened
        .manifest
        .cover
        .roster_update
        .clone()
        .ok_or(Error::RosterRefused)?;
    let cover = opened.manifest.cover.clone();
    let now = days::instant(file.now());
    let (sha256, size_bytes) = (opened.sha256, opened.size_bytes);
    let carried = Carried::new(opened);
    let file_name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let bundle_rid = store::next_bundle(file.conn())?;
    let joined_before = file.place().agency.is_some();
    let taken = file.take_in(bundle_rid, &carried, |conn, taken| {
        let row = BundleRow {
            sha256,
            direction: "received",
            number: 0,
            device: cover.device,
            made_at: &days::from_millis(cover.created_ms),
            kept_at: &now,
            file_name: &file_name,
            new_commits: taken.new,
            known_commits: taken.known,
            size_bytes,
        };
        store::keep_bundle(conn, bundle_rid, &row)?;
        arriving::keep_attestations(conn, &cover.logs)?;
        store::keep_roster(conn, &roster, &body)?;
        store::keep_shown_by_county(conn, &cover.device, roster.version, &now)?;
        store::join(conn, &roster)
    })?;
    file.reload_place()?;
    let (action, detail) = if joined_before {
        (
            Action::MergeBundles,
            Value::List(vec![Value::Bytes(sha256.to_vec())]),
        )
    } else {
        (Action::JoinOffice, Value::Bytes(roster.agency.to_vec()))
    };
    if !joined_before || taken.new > 0 {
        file.change(action, |change| {
            change.audit(action, None, detail);
            Ok(())
        })?;
    }
    unlock_code::ensure_in_force(file)
}

/// Opens a welcome. It is signed by the county the roster inside it names, the roster by that county's
/// root key, and the words over both tell the person whether it is hers. A laptop that has joined takes
/// only its own county's word, and never an older roster.
fn open_welcome(file: &CaseFile, path: &Path) -> Result<(Opened<'static>, Roster)> {
    let place = file.place();
    place.ensure_laptop()?;
    // Once joined, the county's root key is the one whose words were compared.
    let known = match roster::current(file) {
        Ok((roster, _)) => Some(roster),
        Err(Error::NotJoined) => None,
        Err(refused) => return Err(refused),
    };
    let carried = |manifest: &Manifest| {
        let body = manifest.cover.roster_update.as_ref()?;
        match &known {
            Some(known) => Roster::verify(body, &known.county.root).ok(),
            None => Roster::read_first(body).ok(),
        }
    };
    let expect = Expectation {
        agency: place.agency,
        directions: &[Direction::Bootstrap],
    };
    let opened = open(
        files::OpenFile::open(path)?,
        &place.opening_key,
        |manifest| {
            let county = carried(manifest)?.county;
            (county.device == manifest.cover.device).then_some(county.verifying_key)
        },
        &expect,
    )
    .map_err(|refused| match refused {
        BundleError::NotForThisKey => Error::WelcomeForAnother,
        other => Error::Bundle(other),
    })?;
    let roster = carried(&opened.manifest).ok_or(Error::RosterRefused)?;
    let me = roster
        .entry(&place.device)
        .ok_or(Error::WelcomeForAnother)?;
    let mine = me.verifying_key == place.signing_key.verifying_key()
        && me.sealing_key == *place.opening_key.sealing_key();
    if !mine || roster.agency != opened.manifest.cover.agency {
        return Err(Error::RosterRefused);
    }
    let offered = opened.manifest.cover.roster_update.as_deref();
    if let (Some(_), Some(offered)) = (known, offered)
        && roster::compare(file.conn(), offered)? == Succession::Older
    {
        return Err(Error::RosterRefused);
    }
    Ok((opened, roster))
}

fn open_request(path: &Path) -> Result<EnrolmentRequest> {
    EnrolmentRequest::decode(&read_file(path)?).map_err(|_| Error::EnrolmentAltered)
}

fn request(file: &CaseFile) -> EnrolmentRequest {
    let place = file.place();
    EnrolmentRequest {
        device: place.device,
        laptop_name: place.place_name.clone(),
        person_name: place.person_name.clone(),
        verifying_key: place.signing_key.verifying_key(),
        sealing_key: place.opening_key.sealing_key().clone(),
        created_ms: file.now().timestamp_millis(),
    }
}

fn enrolment_view(request: &EnrolmentRequest, path: &Path) -> EnrolmentView {
    EnrolmentView {
        laptop_name: request.laptop_name.clone(),
        person_name: request.person_name.clone(),
        words: roster::owned(request.six_words()),
        path: path.display().to_string(),
    }
}
