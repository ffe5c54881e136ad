//! What a victim was told or handed.

use countyline_core::error::Failure;
use countyline_core::rights::{self, RightsNoticeForm};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// A victim was told or handed something.
#[tauri::command(async)]
#[specta::specta]
pub fn give_notice(
    shell: State<'_, Shell>,
    victim_id: String,
    form: RightsNoticeForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| rights::give(file, &victim_id, &form))
}
