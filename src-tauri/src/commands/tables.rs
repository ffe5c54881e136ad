//! Directories of other programs, and tables for a spreadsheet.

use std::path::Path;

use countyline_core::error::Failure;
use countyline_core::export_table::{self, ExportedTable, Names};
use countyline_core::hsds::{self, DirectoryExport, DirectoryImport, Refused};
use tauri::State;

use crate::state::Shell;

/// Takes a directory in, or tells what that would do.
#[tauri::command(async)]
#[specta::specta]
pub fn import_directory(
    shell: State<'_, Shell>,
    path: String,
    dry_run: bool,
    rejects: Option<String>,
) -> Result<DirectoryImport, Failure> {
    shell.with_file(|file| {
        let refused = rejects.as_deref().map(Path::new);
        let refused = refused.map_or(Refused::Told, Refused::Into);
        hsds::import(file, Path::new(&path), dry_run, refused)
    })
}

/// Writes the directory into a folder, as a data package.
#[tauri::command(async)]
#[specta::specta]
pub fn export_directory(
    shell: State<'_, Shell>,
    folder: String,
) -> Result<DirectoryExport, Failure> {
    shell.with_file(|file| hsds::export_package(file, Path::new(&folder)))
}

/// Writes a table for a spreadsheet.
#[tauri::command(async)]
#[specta::specta]
pub fn export_table(
    shell: State<'_, Shell>,
    table: String,
    with_names: bool,
    path: String,
) -> Result<ExportedTable, Failure> {
    shell.with_file(|file| {
        let names = if with_names {
            Names::Shown
        } else {
            Names::Covered
        };
        export_table::export(file, &table, names, Path::new(&path))
    })
}
