//! Releases of information.

use countyline_core::error::Failure;
use countyline_core::releases::{self, ReleaseForm};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Records a signed release: one recipient, an expiry.
#[tauri::command(async)]
#[specta::specta]
pub fn sign_release(shell: State<'_, Shell>, form: ReleaseForm) -> Result<Saved, Failure> {
    shell.with_file(|file| releases::sign(file, &form))
}

/// Revokes a release.
#[tauri::command(async)]
#[specta::specta]
pub fn revoke_release(
    shell: State<'_, Shell>,
    release_id: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| releases::revoke(file, &release_id, &seen))
}
