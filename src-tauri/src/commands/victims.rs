//! Victims: finding one, her page, a new one.

use countyline_core::error::Failure;
use countyline_core::start::Saved;
use countyline_core::victims::{self, VictimForm, VictimPage, VictimSummary};
use tauri::State;

use crate::state::Shell;

/// Finds victims by name, initials, case number or the end of a phone number.
#[tauri::command(async)]
#[specta::specta]
pub fn find_victims(shell: State<'_, Shell>, query: String) -> Result<Vec<VictimSummary>, Failure> {
    shell.with_file(|file| victims::find(file, &query))
}

/// Everything recorded about one victim.
#[tauri::command(async)]
#[specta::specta]
pub fn victim(shell: State<'_, Shell>, victim_id: String) -> Result<VictimPage, Failure> {
    shell.with_file(|file| victims::page(file, &victim_id))
}

/// A new victim.
#[tauri::command(async)]
#[specta::specta]
pub fn create_victim(shell: State<'_, Shell>, form: VictimForm) -> Result<Saved, Failure> {
    shell.with_file(|file| victims::create(file, &form))
}

/// Forbids, or allows again, any contact with this victim.
#[tauri::command(async)]
#[specta::specta]
pub fn set_do_not_contact(
    shell: State<'_, Shell>,
    victim_id: String,
    on: bool,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| victims::set_do_not_contact(file, &victim_id, on, &seen))
}
