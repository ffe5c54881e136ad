//! Days in court.

use countyline_core::court_dates::{self, CourtDateForm};
use countyline_core::error::Failure;
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// A day in court about what happened to a victim.
#[tauri::command(async)]
#[specta::specta]
pub fn record_court_date(
    shell: State<'_, Shell>,
    victim_id: String,
    form: CourtDateForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| court_dates::record(file, &victim_id, &form))
}

/// Rewrites a day in court, in place of what the form showed.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_court_date(
    shell: State<'_, Shell>,
    court_date_id: String,
    form: CourtDateForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| court_dates::edit(file, &court_date_id, &form, &seen))
}
