//! Claims for crime victim compensation.

use countyline_core::compensation::{self, ClaimForm};
use countyline_core::error::Failure;
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Opens a claim and works out its deadlines.
#[tauri::command(async)]
#[specta::specta]
pub fn open_claim(
    shell: State<'_, Shell>,
    victim_id: String,
    form: ClaimForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| compensation::open(file, &victim_id, &form))
}

/// Moves a claim on.
#[tauri::command(async)]
#[specta::specta]
pub fn advance_claim(
    shell: State<'_, Shell>,
    claim_id: String,
    status: String,
    on: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| compensation::advance(file, &claim_id, &status, &on, &seen))
}
