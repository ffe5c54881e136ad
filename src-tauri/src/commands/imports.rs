//! Coming from a spreadsheet or an Access file.

use std::path::Path;

use countyline_core::error::Failure;
use countyline_core::import::{
    self, Import, ImportField, ImportReport, ImportWhat, Mapping, Proposal,
};
use tauri::State;

use crate::state::Shell;

/// A mapping proposed from what a table's columns are called.
#[tauri::command(async)]
#[specta::specta]
pub fn propose_mapping(
    path: String,
    what: ImportWhat,
    source: String,
    sheet: Option<String>,
) -> Result<Proposal, Failure> {
    import::propose(Path::new(&path), what, &source, sheet.as_deref())
        .map_err(|refused| refused.failure())
}

/// What the columns of such a table can be.
#[tauri::command(async)]
#[specta::specta]
pub fn import_fields(what: ImportWhat) -> Vec<ImportField> {
    import::what_columns_can_be(what)
}

/// A mapping that was saved.
#[tauri::command(async)]
#[specta::specta]
pub fn read_mapping(path: String, what: ImportWhat) -> Result<Mapping, Failure> {
    import::read_mapping(Path::new(&path), what).map_err(|refused| refused.failure())
}

/// Saves a mapping for the next time.
#[tauri::command(async)]
#[specta::specta]
pub fn save_mapping(path: String, mapping: Mapping) -> Result<(), Failure> {
    import::write_mapping(Path::new(&path), &mapping).map_err(|refused| refused.failure())
}

/// Takes a table in, or tells what that would do.
#[tauri::command(async)]
#[specta::specta]
pub fn import_table(
    shell: State<'_, Shell>,
    path: String,
    mapping: Mapping,
    dry_run: bool,
    rejects: Option<String>,
    language: String,
) -> Result<ImportReport, Failure> {
    shell.with_file(|file| {
        let wanted = Import {
            path: Path::new(&path),
            mapping: &mapping,
            dry_run,
            rejects: rejects.as_deref().map(Path::new),
            language: &language,
        };
        import::import(file, &wanted)
    })
}
