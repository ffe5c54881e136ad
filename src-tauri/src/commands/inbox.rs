//! What waits for a person.

use countyline_core::error::Failure;
use countyline_core::inbox::{self, InboxView, Settlement};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// What waits, the most urgent first, as much as a screen shows.
#[tauri::command(async)]
#[specta::specta]
pub fn inbox_items(shell: State<'_, Shell>) -> Result<InboxView, Failure> {
    shell.with_file(|file| inbox::first(file))
}

/// How many pairs of records may be one person's, and nobody has said whether they are.
#[tauri::command(async)]
#[specta::specta]
pub fn inbox_suggestions(shell: State<'_, Shell>) -> Result<i32, Failure> {
    shell.with_file(|file| inbox::suggestions(file))
}

/// Settles something that waits in one of the ways it offers, if it still is what the screen showed.
#[tauri::command(async)]
#[specta::specta]
pub fn settle(
    shell: State<'_, Shell>,
    item_id: String,
    settlement: Settlement,
) -> Result<Saved, Failure> {
    shell.with_file(|file| inbox::settle(file, &item_id, &settlement))
}
