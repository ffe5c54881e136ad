//! Papers that are out.

use countyline_core::error::Failure;
use countyline_core::papers::{self, PaperView};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Papers that were given or are held.
#[tauri::command(async)]
#[specta::specta]
pub fn papers_out(shell: State<'_, Shell>) -> Result<Vec<PaperView>, Failure> {
    shell.with_file(|file| papers::out(file))
}

/// What became of a paper.
#[tauri::command(async)]
#[specta::specta]
pub fn move_paper(
    shell: State<'_, Shell>,
    letter_id: String,
    state: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| papers::move_on(file, &letter_id, &state, &seen))
}

/// Numbers were told by voice, because paper was not safe.
#[tauri::command(async)]
#[specta::specta]
pub fn told_by_voice(
    shell: State<'_, Shell>,
    victim_id: String,
    referral_ids: Vec<String>,
    language: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| papers::told_by_voice(file, &victim_id, &referral_ids, &language))
}
