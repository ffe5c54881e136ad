//! Enrolling a laptop: its request, six words, the roster.

use std::path::Path;

use countyline_bundle::{EnrolmentRequest, Roster, RosterEntry, limits};
use countyline_ledger::Value;

use super::parts::PartSize;
use super::spelled::{spell, unspelled};
use super::{EnrolmentView, WelcomeView, count, folder, neutral_name, roster, store, welcome};
use crate::casefile::{Action, CaseFile};
use crate::error::{Error, Result};
use crate::files;

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

/// This laptop's request as a code on paper says it. The county reads it from a text file as it reads the request
/// itself.
pub(crate) fn my_enrolment_spelled(file: &CaseFile) -> Result<String> {
    let signed = request(file).encode(&file.place().signing_key)?;
    Ok(spell(&signed))
}

/// A laptop's request, as the county sees it before it says yes: the file itself, or one with what its code says.
pub fn read_enrolment(file: &CaseFile, path: &Path) -> Result<EnrolmentView> {
    file.place().ensure_county()?;
    Ok(enrolment_view(&open_request(path)?, path))
}

/// Enrols a laptop, after the words were compared, and writes its welcome into a folder: the roster and
/// everything it may see, in one file or several.
///
/// # Errors
/// [`Error::OnlyCounty`], [`Error::EnrolmentAltered`], [`Error::RevokedLaptop`]; those of writing files, upon
/// which the laptop is enrolled all the same, and its welcome can be written again from the same request.
pub fn enrol_laptop(file: &mut CaseFile, path: &Path, to: &Path) -> Result<WelcomeView> {
    enrol_laptop_in_parts(file, path, to, PartSize::WHOLE)
}

/// As [`enrol_laptop`], in bundles of the given size.
pub fn enrol_laptop_in_parts(
    file: &mut CaseFile,
    path: &Path,
    to: &Path,
    size: PartSize,
) -> Result<WelcomeView> {
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
        change.audit(Action::EnrolLaptop, None, Value::bytes(request.device));
        change.beside(move |conn| store::keep_roster(conn, &kept, &kept_body));
        Ok(())
    })?;
    let written = welcome::write(file, &request, signed, &to, size)?;
    let first = written.first().ok_or(Error::DamagedCaseFile)?;
    Ok(WelcomeView {
        county_name: next.office_name.clone(),
        laptop_name: request.laptop_name.clone(),
        words: roster::owned(next.county.six_words()),
        path: first.display().to_string(),
        files: count(written.len() as u64),
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

fn open_request(path: &Path) -> Result<EnrolmentRequest> {
    // One byte more than any request has is refused by its length.
    let beginning = files::read_beginning(path, limits::REQUEST_BYTES + 1)?;
    let bytes = unspelled(&beginning).unwrap_or(beginning);
    EnrolmentRequest::decode(&bytes).map_err(|_| Error::EnrolmentAltered)
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
