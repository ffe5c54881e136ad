//! Releases of information.

use countyline_core::error::Failure;
use countyline_core::releases::{self, ReleaseForm, Revocation, ShareList};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Records a signed release: one recipient, an expiry.
#[tauri::command(async)]
#[specta::specta]
pub fn sign_release(shell: State<'_, Shell>, form: ReleaseForm) -> Result<Saved, Failure> {
    shell.with_file(|file| releases::sign(file, &form))
}

/// Revokes a release, with how it was taken back and by whom.
#[tauri::command(async)]
#[specta::specta]
pub fn take_back_release(
    shell: State<'_, Shell>,
    release_id: String,
    revocation: Revocation,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| releases::take_back(file, &release_id, &revocation, &seen))
}

/// What a partner agency may be told today, and what is withheld.
#[tauri::command(async)]
#[specta::specta]
pub fn share_list(
    shell: State<'_, Shell>,
    partner_id: String,
    items: Vec<String>,
    way: Option<String>,
) -> Result<ShareList, Failure> {
    shell.with_file(|file| releases::share_list(file, &partner_id, &items, way.as_deref()))
}
