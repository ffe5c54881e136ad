//! What has fallen due to be purged.

use countyline_core::erasure::EraseDone;
use countyline_core::error::Failure;
use countyline_core::retention::{self, Clock, DueList};
use tauri::State;

use crate::state::Shell;

/// Who falls due today.
#[tauri::command(async)]
#[specta::specta]
pub fn retention_due(shell: State<'_, Shell>) -> Result<DueList, Failure> {
    shell.with_file(|file| retention::due(file))
}

/// Purges what has fallen due of one victim, everywhere and for good.
#[tauri::command(async)]
#[specta::specta]
pub fn purge_victim(
    shell: State<'_, Shell>,
    victim_id: String,
    clock: Clock,
) -> Result<EraseDone, Failure> {
    shell.with_file(|file| retention::purge(file, &victim_id, clock))
}
