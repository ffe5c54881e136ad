//! What waits for a person.

use countyline_core::error::Failure;
use countyline_core::inbox::{self, InboxItem, Settlement};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Everything that waits, the most urgent first.
#[tauri::command(async)]
#[specta::specta]
pub fn inbox_items(shell: State<'_, Shell>) -> Result<Vec<InboxItem>, Failure> {
    shell.with_file(|file| inbox::items(file))
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
