//! Promises to get in touch again.

use countyline_core::error::Failure;
use countyline_core::followups;
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Says what came of a follow-up.
#[tauri::command(async)]
#[specta::specta]
pub fn complete_follow_up(
    shell: State<'_, Shell>,
    follow_up_id: String,
    state: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| followups::complete(file, &follow_up_id, &state, &seen))
}
