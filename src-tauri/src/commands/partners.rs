//! Partner agencies.

use countyline_core::drafts::{self, DraftKey};
use countyline_core::error::Failure;
use countyline_core::partners::{self as agencies, PartnerForm, PartnerPage, PartnerView};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// The directory, or the part of it that answers the query.
#[tauri::command(async)]
#[specta::specta]
pub fn partners(shell: State<'_, Shell>, query: String) -> Result<Vec<PartnerView>, Failure> {
    shell.with_file(|file| agencies::list(file, &query))
}

/// One partner agency with the work done together.
#[tauri::command(async)]
#[specta::specta]
pub fn partner(shell: State<'_, Shell>, partner_id: String) -> Result<PartnerPage, Failure> {
    shell.with_file(|file| agencies::page(file, &partner_id))
}

/// A new partner agency.
#[tauri::command(async)]
#[specta::specta]
pub fn create_partner(
    shell: State<'_, Shell>,
    form: PartnerForm,
    draft: Option<DraftKey>,
) -> Result<Saved, Failure> {
    shell.with_file(|file| {
        drafts::finishing(file, draft.as_ref(), |file| agencies::create(file, &form))
    })
}
