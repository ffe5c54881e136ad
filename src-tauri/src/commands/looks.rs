//! Who looked at what.

use countyline_core::error::Failure;
use countyline_core::looks::{self, LooksQuestion, LooksView};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Looks of some days: everybody’s for the coordinator, one’s own for everybody else.
#[tauri::command(async)]
#[specta::specta]
pub fn who_looked(shell: State<'_, Shell>, question: LooksQuestion) -> Result<LooksView, Failure> {
    shell.with_file(|file| looks::looks(file, &question))
}

/// The coordinator went through them.
#[tauri::command(async)]
#[specta::specta]
pub fn review_looks(shell: State<'_, Shell>) -> Result<Saved, Failure> {
    shell.with_file(looks::review)
}
