//! Agreements with partner agencies.

use countyline_core::agreements::{AgreementForm, AgreementView};
use countyline_core::error::Failure;
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Every agreement, the earliest review first.
#[tauri::command(async)]
#[specta::specta]
pub fn agreements(shell: State<'_, Shell>) -> Result<Vec<AgreementView>, Failure> {
    shell.with_file(|file| countyline_core::agreements::list(file))
}

/// A new agreement.
#[tauri::command(async)]
#[specta::specta]
pub fn create_agreement(shell: State<'_, Shell>, form: AgreementForm) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::agreements::create(file, &form))
}

/// Edits an agreement.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_agreement(
    shell: State<'_, Shell>,
    agreement_id: String,
    form: AgreementForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::agreements::edit(file, &agreement_id, &form, &seen))
}

/// An agreement was signed again.
#[tauri::command(async)]
#[specta::specta]
pub fn renew_agreement(
    shell: State<'_, Shell>,
    agreement_id: String,
    signed_on: String,
    review_on: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| {
        countyline_core::agreements::renew(file, &agreement_id, &signed_on, &review_on)
    })
}
