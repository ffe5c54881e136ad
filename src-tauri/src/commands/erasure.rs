//! Erasing for good, by order of the county.

use countyline_core::erasure::{
    self, ErasableRecord, EraseDone, EraseForm, EraseOrders, ErasePreview,
};
use countyline_core::error::Failure;
use tauri::State;

use crate::state::Shell;

/// What an order would erase; writes nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn rehearse_erasure(shell: State<'_, Shell>, form: EraseForm) -> Result<ErasePreview, Failure> {
    shell.with_file(|file| erasure::rehearse(file, &form))
}

/// What of a victim can be erased by itself.
#[tauri::command(async)]
#[specta::specta]
pub fn erasable_records(
    shell: State<'_, Shell>,
    victim_id: String,
) -> Result<Vec<ErasableRecord>, Failure> {
    shell.with_file(|file| erasure::erasable(file, &victim_id))
}

/// Orders an erasure and carries it out here.
#[tauri::command(async)]
#[specta::specta]
pub fn order_erasure(shell: State<'_, Shell>, form: EraseForm) -> Result<EraseDone, Failure> {
    shell.with_file(|file| erasure::order(file, &form))
}

/// Every order of erasure, and which places have carried it out.
#[tauri::command(async)]
#[specta::specta]
pub fn erase_orders(shell: State<'_, Shell>) -> Result<EraseOrders, Failure> {
    shell.with_file(|file| erasure::orders(file))
}
