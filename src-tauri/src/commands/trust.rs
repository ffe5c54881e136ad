//! What there was between us and an agency.

use countyline_core::drafts::{self, DraftKey};
use countyline_core::error::Failure;
use countyline_core::outreach::{self, OutreachForm};
use countyline_core::partners::{self, TrustHistory};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// The trust history of an agency.
#[tauri::command(async)]
#[specta::specta]
pub fn partner_trust(shell: State<'_, Shell>, partner_id: String) -> Result<TrustHistory, Failure> {
    shell.with_file(|file| partners::trust(file, &partner_id))
}

/// Records a contact with a partner agency, with all that is written down of it.
#[tauri::command(async)]
#[specta::specta]
pub fn record_outreach(
    shell: State<'_, Shell>,
    form: OutreachForm,
    draft: Option<DraftKey>,
) -> Result<Saved, Failure> {
    shell.with_file(|file| {
        drafts::finishing(file, draft.as_ref(), |file| {
            outreach::record_outreach(file, &form)
        })
    })
}

/// Whether something promised was kept.
#[tauri::command(async)]
#[specta::specta]
pub fn settle_commitment(
    shell: State<'_, Shell>,
    contact_id: String,
    state: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| partners::settle_commitment(file, &contact_id, &state, &seen))
}

/// The next step of a contact was done.
#[tauri::command(async)]
#[specta::specta]
pub fn next_step_done(
    shell: State<'_, Shell>,
    contact_id: String,
    on: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| partners::next_step_done(file, &contact_id, &on))
}
