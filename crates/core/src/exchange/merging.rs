//! Merging the laptops' bundles at the county: each whole or not at all, each with what came of it.

use std::path::{Path, PathBuf};

use countyline_bundle::{
    BundleError, Direction, Expectation, LogPoint, LogRange, Opened, Outer, Roster, open,
};
use countyline_ledger::{CommitHash, LogId, Value};
use rusqlite::Connection;

use super::blocks::Carried;
use super::store::BundleRow;
use super::{
    IncomingBundle, MergeSummary, count, folder, read_file, received, rehearsal, roster, store,
    undoing,
};
use crate::casefile::{Action, CaseFile, TakenIn, log};
use crate::error::{Error, Result};
use crate::files::OpenFile;
use crate::{days, inbox};

/// The bundles lying in a folder, by name.
pub fn bundles_in(path: &Path) -> Result<Vec<String>> {
    let path = folder(path)?;
    let entries =
        std::fs::read_dir(path).map_err(|source| Error::file("read the folder", source))?;
    let mut bundles: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "clb"))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            !name.starts_with('.') && !name.starts_with("enrol-") && !name.starts_with("welcome-")
        })
        .collect();
    bundles.sort();
    Ok(bundles
        .into_iter()
        .map(|path| path.display().to_string())
        .collect())
}

/// What is known of a bundle's outside, without any key.
pub fn inspect(path: &Path) -> Result<Outer> {
    Ok(countyline_bundle::inspect(&read_file(path)?)?)
}

/// What each bundle is and would bring, after those before it. Nothing is written.
pub fn read_bundles(file: &CaseFile, paths: &[String]) -> Result<Vec<IncomingBundle>> {
    let rehearsed = rehearsal::rehearse_merge(file, paths)?.files;
    Ok(rehearsed.into_iter().map(|file| file.file).collect())
}

/// Merges bundles, one after another. One that is refused does not stop the others.
pub fn merge(file: &mut CaseFile, paths: &[String]) -> Result<MergeSummary> {
    file.place().ensure_county()?;
    let waited = inbox::waiting(file)?;
    let mut summary = MergeSummary {
        files: Vec::new(),
        added: 0,
        changed: 0,
        known: 0,
        new_conflicts: 0,
        conflicts: 0,
    };
    let mut merged = Vec::new();
    for path in paths {
        match merge_one(file, path) {
            Ok((taken, sha256, description)) => {
                summary.added += count(taken.added as u64);
                summary.changed += count(taken.changed as u64);
                summary.known += count(taken.known);
                if taken.new > 0 {
                    merged.push(Value::Bytes(sha256.to_vec()));
                }
                summary.files.push(description);
            }
            Err(refused) => summary.files.push(refusal(path, &refused)),
        }
    }
    if !merged.is_empty() {
        file.change(Action::MergeBundles, |change| {
            change.audit(Action::MergeBundles, None, Value::List(merged));
            Ok(())
        })?;
        undoing::let_go_of_earlier_files(file)?;
    }
    let waiting = inbox::waiting(file)?;
    summary.conflicts = count(waiting.len() as u64);
    summary.new_conflicts = count(waiting.difference(&waited).count() as u64);
    Ok(summary)
}

/// A bundle whose signature, hashes and recipient hold.
pub(super) struct Unpacked {
    path: String,
    file_name: String,
    place: String,
    person: String,
    made_at: String,
    pub(super) carried: Carried<'static>,
}

impl Unpacked {
    pub(super) fn describe(&self, taken: &TakenIn) -> IncomingBundle {
        let known = taken.new == 0;
        IncomingBundle {
            path: self.path.clone(),
            file_name: self.file_name.clone(),
            state: if known { "already_merged" } else { "ready" }.to_owned(),
            place: Some(self.place.clone()),
            person: Some(self.person.clone()),
            made_at: Some(self.made_at.clone()),
            new_changes: count(taken.new),
            known_changes: count(taken.known),
            missing: count(taken.missing),
            failure: known.then(|| Error::BundleAlreadyMerged.failure()),
        }
    }
}

pub(super) fn unpack(file: &CaseFile, path: &Path) -> Result<Unpacked> {
    let (roster, _) = roster::current(file)?;
    let expect = Expectation {
        agency: Some(file.place().agency()?),
        directions: &[Direction::Up],
    };
    let opened = open(
        OpenFile::open(path)?,
        &file.place().opening_key,
        |manifest| roster::signing_now(&roster, &manifest.cover.device),
        &expect,
    )
    .map_err(|refused| match refused {
        BundleError::UnknownSigner { device } if roster.entry(&device).is_some() => {
            Error::RevokedLaptop
        }
        other => Error::Bundle(other),
    })?;
    ensure_vouched(file, &roster, &opened.manifest.cover.logs)?;
    let cover = &opened.manifest.cover;
    let sender = roster.entry(&cover.device);
    Ok(Unpacked {
        path: path.display().to_string(),
        file_name: path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        place: sender
            .map(|entry| entry.laptop_name.clone())
            .unwrap_or_default(),
        person: sender
            .map(|entry| entry.person_name.clone())
            .unwrap_or_default(),
        made_at: days::from_millis(cover.created_ms),
        carried: Carried::new(opened),
    })
}

/// Refuses commits that the device whose log they are in does not vouch for. A laptop may bring what
/// another one wrote, with that one's word; nobody writes in another's log.
fn ensure_vouched(file: &CaseFile, roster: &Roster, logs: &[LogRange]) -> Result<()> {
    let own_log = log::log(file.conn(), file.place().log_rid)?.log_id;
    let altered = || Error::Bundle(BundleError::SignatureWrong);
    for range in logs {
        let attestation = range.attestation.as_ref().ok_or_else(altered)?;
        let key = roster::attesting(roster, &attestation.key, range).ok_or_else(altered)?;
        let head = LogPoint {
            log_id: range.log_id,
            seq: range.to,
            hash: range.head_hash,
        };
        attestation.verify(&head, &key)?;
        let owner = if range.log_id == own_log.0 {
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

/// Merges one bundle: what was taken in, the hash of the file, and what there is to say of it.
fn merge_one(file: &mut CaseFile, path: &str) -> Result<(TakenIn, [u8; 32], IncomingBundle)> {
    let unpacked = unpack(file, Path::new(path))?;
    let Opened {
        manifest,
        sha256,
        size_bytes,
        ..
    } = &unpacked.carried.opened;
    let now = days::instant(file.now());
    let bundle_rid = store::next_bundle(file.conn())?;
    let taken = file.take_in(bundle_rid, &unpacked.carried, |conn, taken| {
        if store::was_received(conn, sha256)? {
            return Ok(());
        }
        let row = BundleRow {
            sha256: *sha256,
            direction: "received",
            number: 0,
            device: manifest.cover.device,
            made_at: &unpacked.made_at,
            kept_at: &now,
            file_name: &unpacked.file_name,
            new_commits: taken.new,
            known_commits: taken.known,
            head_seq: 0,
            size_bytes: *size_bytes,
        };
        store::keep_bundle(conn, bundle_rid, &row)?;
        keep_attestations(conn, &manifest.cover.logs)
    })?;
    if taken.new > 0 {
        received::keep(file, sha256, Path::new(path));
    }
    let description = unpacked.describe(&taken);
    Ok((taken, *sha256, description))
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

pub(super) fn refusal(path: &str, refused: &Error) -> IncomingBundle {
    let name = Path::new(path).file_name().unwrap_or_default();
    IncomingBundle {
        path: path.to_owned(),
        file_name: name.to_string_lossy().into_owned(),
        state: "refused".to_owned(),
        place: None,
        person: None,
        made_at: None,
        new_changes: 0,
        known_changes: 0,
        missing: 0,
        failure: Some(refused.failure()),
    }
}
