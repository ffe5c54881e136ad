//! Risk screens.

use countyline_core::error::Failure;
use countyline_core::risk_screens::{self, InstrumentView, ScreenForm, ScreenView, ScreenedView};
use tauri::State;

use crate::state::Shell;

/// The instruments of this office.
#[tauri::command(async)]
#[specta::specta]
pub fn instruments(
    shell: State<'_, Shell>,
    language: String,
) -> Result<Vec<InstrumentView>, Failure> {
    shell.with_file(|file| risk_screens::instruments(file, &language))
}

/// Records a screen, or why it was not done.
#[tauri::command(async)]
#[specta::specta]
pub fn record_risk_screen(
    shell: State<'_, Shell>,
    form: ScreenForm,
    language: String,
) -> Result<ScreenedView, Failure> {
    shell.with_file(|file| risk_screens::record(file, &form, &language))
}

/// The screens of a victim.
#[tauri::command(async)]
#[specta::specta]
pub fn risk_screens_of_victim(
    shell: State<'_, Shell>,
    victim_id: String,
) -> Result<Vec<ScreenView>, Failure> {
    shell.with_file(|file| risk_screens::of_victim(file, &victim_id))
}
