//! The county's own words for its papers.

use countyline_core::error::Failure;
use countyline_core::start::Saved;
use countyline_core::wordings::{self, WordingForm, WordingView};
use tauri::State;

use crate::state::Shell;

/// Every message of a language that the county can word.
#[tauri::command(async)]
#[specta::specta]
pub fn wordings(shell: State<'_, Shell>, language: String) -> Result<Vec<WordingView>, Failure> {
    shell.with_file(|file| wordings::list(file, &language))
}

/// How wording would read, each way it can be said; writes nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn rehearse_wording(
    shell: State<'_, Shell>,
    form: WordingForm,
) -> Result<Vec<String>, Failure> {
    shell.with_file(|file| wordings::rehearse(file, &form))
}

/// Words a message as the county wants it.
#[tauri::command(async)]
#[specta::specta]
pub fn set_wording(
    shell: State<'_, Shell>,
    form: WordingForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| wordings::set(file, &form, &seen))
}

/// Gives a message the program's own words again.
#[tauri::command(async)]
#[specta::specta]
pub fn reset_wording(
    shell: State<'_, Shell>,
    language: String,
    message: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| wordings::reset(file, &language, &message, &seen))
}
