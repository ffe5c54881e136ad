//! Backups a person makes: the whole case file, encrypted as it is, on a stick or another disk, and the way back.
//!
//! Always true:
//! - a backup has its name only once it was read back from end to end;
//! - it opens with the passphrase of the office and, without recovery sheets, only where this machine's secret is;
//! - an office is brought back only where there is none, and what was done since the copy is never written over: a
//!   copy that is behind goes on in a log of its own (`casefile::own_log`).

#[cfg(test)]
mod tests;

use std::path::Path;

use countyline_ledger::Value;

use crate::casefile::{Action, CaseFile};
use crate::error::{Error, Result};
use crate::outside::Outside;
use crate::view::views;
use crate::{days, files, start};

/// Says in the office's folder when the last one was made, so that the unlock screen can.
const LAST: &str = "last-backup";

views! {
    /// A backup that was made and read back.
    pub struct BackupMade {
        /// Path of its folder.
        pub path: String,
        /// Size of the case file in it, in KiB.
        pub size_kib: i32,
        /// When, RFC 3339 with offset.
        pub made_at: String,
    }
}

/// Makes a backup in a folder of its own below `to`.
///
/// # Errors
/// [`Error::FolderNotFound`]; [`Error::AccessEnded`]; [`Error::Stopped`], [`Error::DiskFull`],
/// [`Error::MediumRemoved`]: there is no backup then.
pub fn make(file: &mut CaseFile, to: &Path) -> Result<BackupMade> {
    file.ensure_may(crate::roles::deed(Action::BackUp))?;
    if !to.is_dir() {
        return Err(Error::FolderNotFound);
    }
    // Written down first, so that it is in the copy: one that is brought back at once is not behind.
    let ((), begun) = file.change(Action::BackUp, |change| {
        change.audit(Action::BackUp, None, Value::Null);
        Ok(())
    })?;
    let path = file.back_up_to(to)?;
    let made_at = days::instant(begun.at);
    files::write_whole(&file.folder().join(LAST), made_at.as_bytes())?;
    let size = std::fs::metadata(path.join("case.db")).map_or(0, |known| known.len());
    Ok(BackupMade {
        path: path.display().to_string(),
        size_kib: i32::try_from(size.div_ceil(1024)).unwrap_or(i32::MAX),
        made_at,
    })
}

/// When the last one was made of the office in `folder`, RFC 3339; none if that is not known.
pub fn last_made_at(folder: &Path) -> Option<String> {
    days::kept_instant(&folder.join(LAST))
}

/// Puts a backup where an office is looked for and none is; it is opened as ever, with its passphrase.
///
/// # Errors
/// [`Error::OfficeExists`]; [`Error::NoBackup`]; [`Error::KeyFileMissing`]; those of copying:
/// there is no office then.
pub fn bring_back(backup: &Path, folder: &Path, mut outside: Outside) -> Result<start::StartView> {
    CaseFile::bring_back(backup, folder, &mut outside)?;
    start::look(folder, None)
}
