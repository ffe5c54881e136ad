//! A backup, and the way back.

use std::path::Path;

use countyline_core::backups::{self, BackupMade};
use countyline_core::error::Failure;
use countyline_core::start::StartView;
use tauri::State;

use crate::state::{Shell, refused};

/// Makes a backup in a folder and reads it back from end to end.
#[tauri::command(async)]
#[specta::specta]
pub fn make_backup(shell: State<'_, Shell>, folder: String) -> Result<BackupMade, Failure> {
    shell.with_file(|file| backups::make(file, Path::new(&folder)))
}

/// Puts a backup where this office is looked for and none is.
#[tauri::command(async)]
#[specta::specta]
pub fn bring_back_backup(shell: State<'_, Shell>, backup: String) -> Result<StartView, Failure> {
    let outside = shell.outside();
    backups::bring_back(Path::new(&backup), shell.folder(), outside).map_err(refused)
}
