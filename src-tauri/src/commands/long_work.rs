//! How far long work is, and the wish to stop it. Neither waits for the work.

use countyline_core::long_work::HowFar;
use tauri::State;

use crate::state::Shell;

/// How far it is; nothing while none is under way.
#[tauri::command(async)]
#[specta::specta]
pub fn how_far(shell: State<'_, Shell>) -> Option<HowFar> {
    shell.long_work().look()
}

/// Asks it to stop. It ends with `stopped`, and what it was about is as before.
#[tauri::command(async)]
#[specta::specta]
pub fn stop_work(shell: State<'_, Shell>) {
    shell.long_work().stop();
}
