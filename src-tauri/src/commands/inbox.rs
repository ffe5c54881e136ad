//! What waits for a person.

use countyline_core::error::Failure;
use countyline_core::inbox::{self, ConflictView};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Every conflict that waits, with all its sides.
#[tauri::command(async)]
#[specta::specta]
pub fn conflicts(shell: State<'_, Shell>) -> Result<Vec<ConflictView>, Failure> {
    shell.with_file(|file| inbox::conflicts(file))
}

/// Keeps one side of a conflict, if its sides still are what the screen showed.
#[tauri::command(async)]
#[specta::specta]
pub fn resolve_conflict(
    shell: State<'_, Shell>,
    conflict_id: String,
    side: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| inbox::resolve(file, &conflict_id, &side, &seen))
}
