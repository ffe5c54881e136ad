//! Copies of a case file with its key file: under the same key, in the office's own folder or elsewhere, and the way
//! back.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::key::{CaseKey, KeyFile};
use super::{CaseFile, is_occupied, open, put_in_place, stamp, sweep, unfinished};
use crate::error::{Error, Result};
use crate::files;
use crate::long_work::{LongWork, Work};
use crate::outside::Outside;

/// Pages copied at a time.
const PAGES: i32 = 1024;

impl CaseFile {
    /// Copies the case file and its key file into `backups/`, under the same passphrase.
    pub fn back_up(&self) -> Result<PathBuf> {
        self.copy_into(&in_office(&self.folder), &stamp(&self.outside))
    }

    /// As [`CaseFile::back_up`], into a folder of the person's own, and reads the copy back from end to end.
    ///
    /// # Errors
    /// [`Error::Stopped`], [`Error::DiskFull`], [`Error::MediumRemoved`], [`Error::DamagedCaseFile`] if what was
    /// read back is not what was written; there is no copy then.
    pub(crate) fn back_up_to(&self, to: &Path) -> Result<PathBuf> {
        let _under_way = self.long_work.begin(Work::Backup, 1);
        let name = format!("countyline-{}", stamp(&self.outside));
        let copy = self.copy_into(to, &name)?;
        let read_back = ensure_readable(&copy, &self.key);
        if read_back.is_err() {
            let _ = fs::remove_dir_all(&copy);
        }
        read_back.map(|()| copy)
    }

    /// The backups in the office's folder.
    pub(crate) fn backups(&self) -> Result<Vec<PathBuf>> {
        sweep::backups(&self.folder)
    }

    /// Puts a copy where an office is looked for and none is. It is opened as ever, with its passphrase.
    ///
    /// # Errors
    /// [`Error::OfficeExists`]; [`Error::NoBackup`] if `copy` is none; those of reading and writing files. There
    /// is no office then.
    pub(crate) fn bring_back(copy: &Path, folder: &Path, outside: &mut Outside) -> Result<()> {
        if is_occupied(folder) {
            return Err(Error::OfficeExists);
        }
        let (database, key_file) = (open::path_in(copy), KeyFile::path_in(copy));
        if !database.is_file() || !key_file.is_file() {
            return Err(Error::NoBackup);
        }
        KeyFile::read(copy)?;
        let making = unfinished(folder, outside);
        fs::create_dir_all(&making)
            .map_err(|source| Error::file("make the office folder", source))?;
        let made = files::copy_whole(&database, &open::path_in(&making))
            .and_then(|()| files::copy_whole(&key_file, &KeyFile::path_in(&making)))
            .and_then(|()| put_in_place(&making, folder));
        if made.is_err() {
            let _ = fs::remove_dir_all(&making);
        }
        made
    }

    /// Copies both into a folder of this name.
    pub(super) fn copy_into(&self, to: &Path, name: &str) -> Result<PathBuf> {
        copy(
            &self.conn,
            &self.folder,
            &self.key,
            (to, name),
            &self.long_work,
        )
    }
}

/// Where an office keeps copies of itself.
pub(super) fn in_office(folder: &Path) -> PathBuf {
    folder.join("backups")
}

/// Copies the open database and its key file from `folder` into a folder of this name, under the same key. The copy
/// has its name once both are on the disk; one that a power cut left unfinished has a name that begins with a dot.
pub(super) fn copy(
    conn: &Connection,
    folder: &Path,
    key: &CaseKey,
    (to, name): (&Path, &str),
    work: &LongWork,
) -> Result<PathBuf> {
    let doing = "back the case file up";
    let (making, made) = (to.join(format!(".{name}")), to.join(name));
    fs::create_dir_all(&making).map_err(|source| Error::file(doing, source))?;
    let copied = copy_pages(conn, &making, key, work).and_then(|()| {
        let key_file =
            fs::read(KeyFile::path_in(folder)).map_err(|source| Error::file(doing, source))?;
        files::write_whole_for_owner(&KeyFile::path_in(&making), &key_file)?;
        files::move_folder(&making, &made)
    });
    if copied.is_err() {
        let _ = fs::remove_dir_all(&making);
    }
    copied.map(|()| made)
}

fn copy_pages(conn: &Connection, to: &Path, key: &CaseKey, work: &LongWork) -> Result<()> {
    let failed = |source| Error::database("back the case file up", source);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut copy = open::connect(&open::path_in(to), key, flags)?;
    let backup = Backup::new(conn, &mut copy).map_err(failed)?;
    let mut of = None;
    while backup.step(PAGES).map_err(failed)? == StepResult::More {
        let pages = backup.progress();
        if of.is_none() {
            of = Some(pages.pagecount);
            work.of(u64::try_from(pages.pagecount).unwrap_or(0));
        }
        work.did(usize::try_from(PAGES).unwrap_or(0))?;
    }
    drop(backup);
    copy.close().map_err(|(_, source)| failed(source))
}

/// Every page decrypts to what its seal says, and the tables hold together.
fn ensure_readable(copy: &Path, key: &CaseKey) -> Result<()> {
    let failed = |source| Error::database("read the backup back", source);
    let conn = open::connect(&open::path_in(copy), key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mut seals = conn
        .prepare("PRAGMA cipher_integrity_check")
        .map_err(failed)?;
    let broken = seals.exists([]).map_err(failed)?;
    let answer: String = conn
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(failed)?;
    drop(seals);
    conn.close().map_err(|(_, source)| failed(source))?;
    match !broken && answer == "ok" {
        true => Ok(()),
        false => Err(Error::DamagedCaseFile),
    }
}
