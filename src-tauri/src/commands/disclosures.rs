//! What was told about victims.

use countyline_core::disclosures::{self, DisclosureView, UnderOrderForm};
use countyline_core::error::Failure;
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// What was told about anybody, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub fn disclosure_log(shell: State<'_, Shell>) -> Result<Vec<DisclosureView>, Failure> {
    shell.with_file(|file| disclosures::log(file))
}

/// A court ordered something to be told: opens the task to notify her.
#[tauri::command(async)]
#[specta::specta]
pub fn announce_order(
    shell: State<'_, Shell>,
    victim_id: String,
    order: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| disclosures::announce_order(file, &victim_id, &order))
}

/// Tells an agency something under an order.
#[tauri::command(async)]
#[specta::specta]
pub fn tell_under_order(
    shell: State<'_, Shell>,
    victim_id: String,
    form: UnderOrderForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| disclosures::tell_under_order(file, &victim_id, &form))
}
