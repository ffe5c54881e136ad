//! Service referrals.

use countyline_core::error::Failure;
use countyline_core::referrals::{self, ReferralForm, ReferralView};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Refers a victim to one or more partner agencies.
#[tauri::command(async)]
#[specta::specta]
pub fn refer_victim(
    shell: State<'_, Shell>,
    form: ReferralForm,
) -> Result<Vec<ReferralView>, Failure> {
    shell.with_file(|file| referrals::refer_victim(file, &form))
}

/// Moves a referral to its next status, if it still is what the row showed.
#[tauri::command(async)]
#[specta::specta]
pub fn advance_referral(
    shell: State<'_, Shell>,
    referral_id: String,
    status: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| referrals::advance(file, &referral_id, &status, &seen))
}
