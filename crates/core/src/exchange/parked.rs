//! Bundles that cannot be merged yet, kept until they can: sealed as they came, in a folder of the office.
//!
//! Two things can hold one: its laptop was revoked, or it needs a newer program. Each is tried again by itself at
//! every merge, so the way out is to have a supervisor decide, or to update. Damaged bundles, those of strangers, and
//! those of which only a newer program could tell who signed them, are refused and not kept. What was erased is taken
//! out of them ([`reduced`]).
//!
//! A later list of laptops that one brings counts at once at a county that came back from an old copy: the county
//! itself signed it, and it may come from nobody else.

use std::fs;
use std::path::{Path, PathBuf};

use countyline_bundle::BundleError;
use countyline_ledger::Value;
use rusqlite::{Connection, named_params};

use super::{IncomingBundle, ParkedView, arriving, received, reduced, roster, round};
use crate::casefile::{Action, CaseFile, PlaceKind, hex};
use crate::error::{Error, Failure, Result};
use crate::roles::Deed;
use crate::{days, files};

/// Fewest letters of an id that name a bundle.
const ID_LETTERS: usize = 8;

/// Whether a bundle refused for this may be taken in later.
pub(super) fn may_come_later(refused: &Error) -> bool {
    matches!(
        refused,
        Error::RevokedLaptop | Error::Bundle(BundleError::NeedsNewerReader { .. })
    )
}

/// The bundles that wait, the oldest first, each with what holds it and the way out.
pub fn parked(file: &CaseFile) -> Result<Vec<ParkedView>> {
    let mut statement = file
        .conn()
        .prepare_cached(
            "SELECT sha256, why, file_name, parked_at, size_bytes FROM parked
             ORDER BY parked_at, sha256",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            Ok(ParkedView {
                id: hex(&row.get::<_, [u8; 32]>(0)?),
                file_name: row.get(2)?,
                parked_at: row.get(3)?,
                size_bytes: row.get(4)?,
                failure: Failure {
                    code: row.get(1)?,
                    values: Default::default(),
                },
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// Tries a bundle that waits again. One that still cannot be merged goes on waiting.
///
/// # Errors
/// [`Error::NotFound`] if none of this id waits.
pub fn retry_parked(file: &mut CaseFile, id: &str) -> Result<IncomingBundle> {
    file.ensure_may(Deed::Weeks)?;
    let waiting = find(file, id)?;
    round::retry(file, &waiting)
}

/// Puts a bundle that waits away for good: a person decided so, and the history says that she did. What is
/// in it stays wherever else it is.
///
/// # Errors
/// [`Error::NotFound`] if none of this id waits.
pub fn forget_parked(file: &mut CaseFile, id: &str) -> Result<()> {
    let waiting = find(file, id)?;
    let sha256 = sha256_of(&waiting)?;
    file.change(Action::ForgetParked, |change| {
        change.audit(Action::ForgetParked, None, Value::bytes(sha256));
        change.beside(move |conn| delete(conn, &sha256));
        Ok(())
    })?;
    // The row decides; a copy that cannot be removed is sealed and harmless.
    let _ = fs::remove_file(path_of(file, &waiting.id));
    Ok(())
}

/// Keeps a bundle that cannot be merged yet: its copy first, then the row that names it.
pub(super) fn park(file: &mut CaseFile, from: &Path, why: &Error) -> Result<()> {
    park_as(file, from, &arriving::name_of(from), why)
}

/// As [`park`], of a file that lies at `from` and came under this name.
pub(super) fn park_as(file: &mut CaseFile, from: &Path, name: &str, why: &Error) -> Result<()> {
    let sha256 = match arriving::kept_as(file, from) {
        Some(as_it_came) => as_it_came,
        None => files::hash(from)?,
    };
    let path = path_of(file, &hex(&sha256));
    files::make_folder(&folder(file))?;
    if from != path {
        files::copy_whole(from, &path)?;
    }
    let length = fs::metadata(&path).map_err(|source| Error::file("keep the bundle", source))?;
    let (code, parked_at) = (why.failure().code, days::instant(file.now()));
    let (name, size_bytes) = (name.to_owned(), length.len());
    let later = later_list(file, from)?;
    file.change(Action::MergeBundles, |change| {
        change.beside(move |conn| {
            conn.execute(
                "INSERT INTO parked (sha256, why, file_name, parked_at, size_bytes)
                 VALUES (:sha256, :why, :file_name, :parked_at, :size_bytes)
                 ON CONFLICT (sha256) DO UPDATE SET why = :why",
                named_params! {
                    ":sha256": sha256,
                    ":why": code,
                    ":file_name": name,
                    ":parked_at": parked_at,
                    ":size_bytes": size_bytes,
                },
            )
            .map_err(writing)?;
            match &later {
                Some(later) => roster::take_up(conn, later).map(drop),
                None => Ok(()),
            }
        });
        Ok(())
    })?;
    reduced::erase_in(file, &path)?;
    Ok(())
}

/// A later list of ours that a week brings to the county; none if it cannot be opened.
fn later_list(file: &CaseFile, week: &Path) -> Result<Option<Vec<u8>>> {
    if file.place().kind != PlaceKind::CountyOffice {
        return Ok(None);
    }
    let (known, _) = roster::current(file)?;
    let Ok(opened) = arriving::open_week(file, week, &known) else {
        return Ok(None);
    };
    let cover = &opened.manifest.cover;
    let later = roster::later_of_ours(file, &known, cover);
    Ok(later.and(cover.roster_update.clone()))
}

/// Notes what holds a bundle now, if that changed.
pub(super) fn keep_reason(file: &mut CaseFile, waiting: &ParkedView, why: &Error) -> Result<()> {
    let code = why.failure().code;
    if code == waiting.failure.code {
        return Ok(());
    }
    let sha256 = sha256_of(waiting)?;
    file.change(Action::MergeBundles, |change| {
        change.beside(move |conn| {
            conn.execute(
                "UPDATE parked SET why = ?2 WHERE sha256 = ?1",
                (sha256, code),
            )
            .map_err(writing)?;
            Ok(())
        });
        Ok(())
    })?;
    Ok(())
}

/// Lets a bundle go that was merged.
pub(super) fn release(file: &mut CaseFile, waiting: &ParkedView) -> Result<()> {
    let sha256 = sha256_of(waiting)?;
    file.change(Action::MergeBundles, |change| {
        change.beside(move |conn| delete(conn, &sha256));
        Ok(())
    })?;
    let _ = fs::remove_file(path_of(file, &waiting.id));
    Ok(())
}

/// The copies of bundles that wait, each with the name it came under.
pub(super) fn copies(file: &CaseFile) -> Result<Vec<(String, PathBuf)>> {
    let waiting = parked(file)?.into_iter();
    Ok(waiting
        .map(|waiting| {
            let path = path_of(file, &waiting.id);
            (waiting.file_name, path)
        })
        .collect())
}

/// The bundle that waits here under this id; none if it names something else, such as a file on a stick.
pub(super) fn waiting(file: &CaseFile, named: &Path) -> Result<Option<ParkedView>> {
    match find(file, &named.to_string_lossy()) {
        Ok(waiting) => Ok(Some(waiting)),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(refused) => Err(refused),
    }
}

/// Where the copy of a bundle that waits lies.
pub(super) fn path_of(file: &CaseFile, id: &str) -> PathBuf {
    folder(file).join(format!("{id}.clb"))
}

/// The folder they lie in.
pub(super) fn folder(file: &CaseFile) -> PathBuf {
    file.folder().join("parked")
}

/// How a bundle that waits is listed among files.
pub(super) fn listed(path: &Path, why: &Error) -> IncomingBundle {
    arriving::refusal(path, "parked", why)
}

/// The bundle that waits under this id, or under an id that begins so.
fn find(file: &CaseFile, id: &str) -> Result<ParkedView> {
    let is_meant = |waiting: &ParkedView| id.len() >= ID_LETTERS && waiting.id.starts_with(id);
    let mut meant = parked(file)?.into_iter().filter(is_meant);
    match (meant.next(), meant.next()) {
        (Some(waiting), None) => Ok(waiting),
        _ => Err(Error::NotFound { record: "parked" }),
    }
}

fn sha256_of(waiting: &ParkedView) -> Result<[u8; 32]> {
    received::hash_named(&waiting.id).ok_or(Error::NotFound { record: "parked" })
}

fn delete(conn: &Connection, sha256: &[u8; 32]) -> Result<()> {
    conn.execute("DELETE FROM parked WHERE sha256 = ?1", [sha256])
        .map_err(writing)?;
    Ok(())
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what is parked", source)
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("keep what is parked", source)
}
