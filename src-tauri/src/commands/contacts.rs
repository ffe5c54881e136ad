//! Ways to reach a victim.

use countyline_core::contacts::{
    self, ContactMethodForm, ContactMethodView, GateView, SafetyDetails,
};
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

/// What the form that corrects a way opens with, the whole number with it.
#[tauri::command(async)]
#[specta::specta]
pub fn open_contact_method(
    shell: State<'_, Shell>,
    contact_method_id: String,
) -> Result<ContactMethodView, Failure> {
    shell.with_file(|file| contacts::open(file, &contact_method_id))
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

/// What has to be known before a victim is contacted.
#[tauri::command(async)]
#[specta::specta]
pub fn contact_gate(shell: State<'_, Shell>, victim_id: String) -> Result<GateView, Failure> {
    shell.with_file(|file| contacts::gate(file, &victim_id))
}

/// She was asked again whether a way is safe.
#[tauri::command(async)]
#[specta::specta]
pub fn check_contact_method(
    shell: State<'_, Shell>,
    contact_method_id: String,
    safe: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| contacts::check_again(file, &contact_method_id, &safe, &seen))
}

/// The conditions of a way to reach her.
#[tauri::command(async)]
#[specta::specta]
pub fn set_safety_details(
    shell: State<'_, Shell>,
    contact_method_id: String,
    details: SafetyDetails,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| contacts::set_details(file, &contact_method_id, &details, &seen))
}

/// The code word agreed with her. That it was looked up stays in the history.
#[tauri::command(async)]
#[specta::specta]
pub fn reveal_code_word(
    shell: State<'_, Shell>,
    contact_method_id: String,
) -> Result<String, Failure> {
    shell.with_file(|file| contacts::reveal_code_word(file, &contact_method_id))
}
