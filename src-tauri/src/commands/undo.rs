//! Taking back what was saved a moment ago.

use countyline_core::error::Failure;
use countyline_core::start::Saved;
use countyline_core::undo::{self, UndoView};
use tauri::State;

use crate::state::Shell;

/// What would be taken back now, or why it cannot be.
#[tauri::command(async)]
#[specta::specta]
pub fn undo_offered(shell: State<'_, Shell>) -> Result<Option<UndoView>, Failure> {
    shell.with_file(|file| undo::offered(file))
}

/// Takes back the commit that was offered.
#[tauri::command(async)]
#[specta::specta]
pub fn take_back(shell: State<'_, Shell>, commit: String) -> Result<Saved, Failure> {
    shell.with_file(|file| undo::take_back(file, &commit))
}
