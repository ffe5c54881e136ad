//! What the county decides for every place.

use std::path::Path;

use countyline_core::error::Failure;
use countyline_core::own_lists::{self, OtherZones, OwnListsView};
use countyline_core::packs::PackView;
use countyline_core::policy::{self, PolicyForm, PolicyView};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// What holds in this office.
#[tauri::command(async)]
#[specta::specta]
pub fn policy(shell: State<'_, Shell>) -> Result<PolicyView, Failure> {
    shell.with_file(|file| policy::policy(file))
}

/// Sets what holds, in place of what the form showed.
#[tauri::command(async)]
#[specta::specta]
pub fn set_policy(
    shell: State<'_, Shell>,
    form: PolicyForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| policy::set(file, &form, &seen))
}

/// The office's own services, follow-up figures and closed days.
#[tauri::command(async)]
#[specta::specta]
pub fn own_lists(shell: State<'_, Shell>) -> Result<OwnListsView, Failure> {
    shell.with_file(|file| own_lists::lists(file))
}

/// The records whose zone is on no list of the office.
#[tauri::command(async)]
#[specta::specta]
pub fn other_zones(shell: State<'_, Shell>) -> Result<Vec<OtherZones>, Failure> {
    shell.with_file(|file| own_lists::other_zones(file))
}

/// What stands in a file of the office's own lists; nothing is written.
#[tauri::command(async)]
#[specta::specta]
pub fn check_own_lists(shell: State<'_, Shell>, path: String) -> Result<OwnListsView, Failure> {
    shell.with_file(|_| own_lists::check(&own_lists::text(Path::new(&path))?))
}

/// Installs the office's own lists from a file, in place of what the screen showed.
#[tauri::command(async)]
#[specta::specta]
pub fn install_own_lists(
    shell: State<'_, Shell>,
    path: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| own_lists::install(file, &own_lists::text(Path::new(&path))?, &seen))
}

/// The state packs that can be chosen: the office's own, and those that come with the program.
#[tauri::command(async)]
#[specta::specta]
pub fn state_packs(shell: State<'_, Shell>) -> Result<Vec<PackView>, Failure> {
    shell.with_file(|file| policy::state_packs(file))
}

/// What stands in a state pack's file; nothing is written.
#[tauri::command(async)]
#[specta::specta]
pub fn check_state_pack(shell: State<'_, Shell>, path: String) -> Result<PackView, Failure> {
    shell.with_file(|_| policy::check_pack(&policy::pack_text(Path::new(&path))?))
}

/// Installs the office's own state pack from a file, in place of what the form showed, and chooses it.
#[tauri::command(async)]
#[specta::specta]
pub fn install_state_pack(
    shell: State<'_, Shell>,
    path: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| policy::install_pack(file, &policy::pack_text(Path::new(&path))?, &seen))
}
