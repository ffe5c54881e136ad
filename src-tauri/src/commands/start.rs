//! Creating, joining, opening and closing an office; what this person chose for the screens.

use std::collections::BTreeMap;

use countyline_core::casefile::CaseFile;
use countyline_core::error::Failure;
use countyline_core::exchange::EnrolmentView;
use countyline_core::start::{
    self as office, CheckReport, NewLaptop, NewOffice, Preferences, StartView,
};
use tauri::{State, WebviewWindow};

use crate::proof::Moment;
use crate::state::{Shell, refused};
use crate::window::show_at;

/// Where this program stands.
#[tauri::command(async)]
#[specta::specta]
pub fn start(shell: State<'_, Shell>) -> Result<StartView, Failure> {
    shell.start()
}

/// Creates a county office and opens it.
#[tauri::command(async)]
#[specta::specta]
pub fn create_office(shell: State<'_, Shell>, form: NewOffice) -> Result<StartView, Failure> {
    shell.open(|folder, outside| office::create_office(folder, &form, outside))
}

/// Creates a laptop that asks a county office to join.
#[tauri::command(async)]
#[specta::specta]
pub fn join_office(shell: State<'_, Shell>, form: NewLaptop) -> Result<EnrolmentView, Failure> {
    shell.join(|folder, outside| office::create_laptop(folder, &form, outside))
}

/// Opens the office with the passphrase.
#[tauri::command(async)]
#[specta::specta]
pub fn unlock(shell: State<'_, Shell>, passphrase: String) -> Result<StartView, Failure> {
    shell.open(|folder, outside| CaseFile::unlock(folder, &passphrase, outside))
}

/// Closes the case file and forgets its key.
#[tauri::command(async)]
#[specta::specta]
pub fn lock(shell: State<'_, Shell>) -> Result<StartView, Failure> {
    shell.lock()
}

/// Replaces the passphrase.
#[tauri::command(async)]
#[specta::specta]
pub fn change_passphrase(
    shell: State<'_, Shell>,
    old_passphrase: String,
    new_passphrase: String,
) -> Result<(), Failure> {
    shell.with_file(|file| file.change_passphrase(&old_passphrase, &new_passphrase))
}

/// Takes the passphrase again, before a command that asks for it.
#[tauri::command(async)]
#[specta::specta]
pub fn prove_passphrase(shell: State<'_, Shell>, passphrase: String) -> Result<(), Failure> {
    shell.prove(&passphrase)
}

/// The window shows nothing of its work: whoever comes back to it types the passphrase again before a command that
/// asks for it, and at the door if she stays away for a minute.
#[tauri::command(async)]
#[specta::specta]
pub fn window_hidden(shell: State<'_, Shell>) {
    shell.hide(Moment::now());
}

/// The window is seen again.
#[tauri::command(async)]
#[specta::specta]
pub fn window_shown(shell: State<'_, Shell>) {
    shell.show();
}

/// Language, theme and size of the screens.
#[tauri::command(async)]
#[specta::specta]
pub fn preferences(shell: State<'_, Shell>) -> Preferences {
    office::preferences(shell.folder())
}

/// Changes language, theme and size of the screens.
#[tauri::command(async)]
#[specta::specta]
pub fn set_preferences(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    preferences: Preferences,
) -> Result<StartView, Failure> {
    office::set_preferences(shell.folder(), &preferences).map_err(refused)?;
    // A window that cannot be drawn larger is still the window; the choice is kept.
    let _ = show_at(&window, preferences.zoom);
    shell.start()
}

/// Every code list, by name.
#[tauri::command(async)]
#[specta::specta]
pub fn codes() -> BTreeMap<String, Vec<String>> {
    countyline_core::codes::all()
}

/// Compares every table with the history and every hash with its chain.
#[tauri::command(async)]
#[specta::specta]
pub fn check_data(shell: State<'_, Shell>) -> Result<CheckReport, Failure> {
    shell.with_file(|file| file.verify())
}
