//! Protection orders.

use countyline_core::error::Failure;
use countyline_core::protection_orders::{self, ProtectionOrderForm};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// A protection order for a victim.
#[tauri::command(async)]
#[specta::specta]
pub fn record_protection_order(
    shell: State<'_, Shell>,
    victim_id: String,
    form: ProtectionOrderForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| protection_orders::record(file, &victim_id, &form))
}

/// Rewrites a protection order, in place of what the form showed.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_protection_order(
    shell: State<'_, Shell>,
    order_id: String,
    form: ProtectionOrderForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| protection_orders::edit(file, &order_id, &form, &seen))
}
