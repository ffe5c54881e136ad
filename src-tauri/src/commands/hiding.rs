//! Hiding what was recorded by mistake.

use countyline_core::error::Failure;
use countyline_core::hiding;
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Hides a record, as far as the screen showed it.
#[tauri::command(async)]
#[specta::specta]
pub fn hide_record(
    shell: State<'_, Shell>,
    record: String,
    id: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| hiding::hide(file, &record, &id, &seen))
}

/// Brings a hidden record back.
#[tauri::command(async)]
#[specta::specta]
pub fn bring_back_record(
    shell: State<'_, Shell>,
    record: String,
    id: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| hiding::bring_back(file, &record, &id, &seen))
}
