//! What is typed and not saved yet.

use countyline_core::drafts::{self, Draft, DraftKey, DraftView, Kept};
use countyline_core::error::Failure;
use tauri::State;

use crate::state::Shell;

/// Keeps what is typed in a form.
#[tauri::command(async)]
#[specta::specta]
pub fn keep_draft(shell: State<'_, Shell>, draft: Draft) -> Result<Kept, Failure> {
    shell.with_file(|file| drafts::keep(file, &draft))
}

/// What the person here typed and did not save.
#[tauri::command(async)]
#[specta::specta]
pub fn drafts(shell: State<'_, Shell>) -> Result<Vec<DraftView>, Failure> {
    shell.with_file(|file| drafts::all(file))
}

/// The next save takes this draft with it; none takes that back.
#[tauri::command(async)]
#[specta::specta]
pub fn finish_draft(shell: State<'_, Shell>, key: Option<DraftKey>) -> Result<(), Failure> {
    shell.with_file(|file| drafts::finish_with_next(file, key.as_ref()))
}

/// Lets a draft go.
#[tauri::command(async)]
#[specta::specta]
pub fn discard_draft(shell: State<'_, Shell>, key: DraftKey) -> Result<(), Failure> {
    shell.with_file(|file| drafts::discard(file, &key))
}
