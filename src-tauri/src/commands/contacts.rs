//! Ways to reach a victim.

use countyline_core::contacts::{self, ContactMethodForm};
use countyline_core::error::Failure;
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Adds a way to reach a victim.
#[tauri::command(async)]
#[specta::specta]
pub fn add_contact_method(
    shell: State<'_, Shell>,
    victim_id: String,
    form: ContactMethodForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| contacts::add(file, &victim_id, &form))
}

/// Rewrites a way to reach a victim, if it still is what the form showed.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_contact_method(
    shell: State<'_, Shell>,
    contact_method_id: String,
    form: ContactMethodForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| contacts::edit(file, &contact_method_id, &form, &seen))
}
