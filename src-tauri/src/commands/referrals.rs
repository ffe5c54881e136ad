//! Service referrals.

use countyline_core::drafts::{self, DraftKey};
use countyline_core::error::Failure;
use countyline_core::referrals::{
    self, OutcomeForm, OutsideStatus, ReferralDetails, ReferralDetailsView, ReferralForm,
    ReferralView, StepForm, WaitingReferrals,
};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Refers a victim to one or more partner agencies.
#[tauri::command(async)]
#[specta::specta]
pub fn refer_victim(
    shell: State<'_, Shell>,
    form: ReferralForm,
    draft: Option<DraftKey>,
) -> Result<Vec<ReferralView>, Failure> {
    shell.with_file(|file| {
        drafts::finishing(file, draft.as_ref(), |file| {
            referrals::refer_victim(file, &form)
        })
    })
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

/// Refers a victim, with what more depends on.
#[tauri::command(async)]
#[specta::specta]
pub fn refer_in_detail(
    shell: State<'_, Shell>,
    form: ReferralForm,
    details: ReferralDetails,
    draft: Option<DraftKey>,
) -> Result<Vec<ReferralView>, Failure> {
    shell.with_file(|file| {
        drafts::finishing(file, draft.as_ref(), |file| {
            referrals::refer_in_detail(file, &form, &details)
        })
    })
}

/// Moves a referral on with its reason and day.
#[tauri::command(async)]
#[specta::specta]
pub fn advance_referral_in_detail(
    shell: State<'_, Shell>,
    referral_id: String,
    step: StepForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| referrals::advance_in_detail(file, &referral_id, &step, &seen))
}

/// Moves a referral on as another system tells.
#[tauri::command(async)]
#[specta::specta]
pub fn advance_referral_as_told(
    shell: State<'_, Shell>,
    referral_id: String,
    system: String,
    told: OutsideStatus,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| referrals::advance_as_told(file, &referral_id, &system, &told, &seen))
}

/// Records what came of a referral.
#[tauri::command(async)]
#[specta::specta]
pub fn record_referral_outcome(
    shell: State<'_, Shell>,
    referral_id: String,
    form: OutcomeForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| referrals::record_outcome(file, &referral_id, &form, &seen))
}

/// Referrals whose agencies have not answered, behind so many that are shown.
#[tauri::command(async)]
#[specta::specta]
pub fn waiting_referrals(shell: State<'_, Shell>, shown: u32) -> Result<WaitingReferrals, Failure> {
    shell.with_file(|file| referrals::waiting(file, shown as usize))
}

/// Everything recorded about a referral.
#[tauri::command(async)]
#[specta::specta]
pub fn referral_details(
    shell: State<'_, Shell>,
    referral_id: String,
) -> Result<ReferralDetailsView, Failure> {
    shell.with_file(|file| referrals::details(file, &referral_id))
}
