//! Custody notices. There is no place for the PIN.

use countyline_core::custody::{self, CustodyNoticeForm};
use countyline_core::error::Failure;
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// How it stands with notices of the accused's custody.
#[tauri::command(async)]
#[specta::specta]
pub fn record_custody_notice(
    shell: State<'_, Shell>,
    victim_id: String,
    form: CustodyNoticeForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| custody::record(file, &victim_id, &form))
}
