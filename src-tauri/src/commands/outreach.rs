//! Contacts with victims and with partner agencies, and the day they add up to.

use countyline_core::drafts::{self, DraftKey};
use countyline_core::error::Failure;
use countyline_core::outreach::{
    self, AttemptDetails, AttemptView, ContactForm, DueRow, PartnerContactForm, TodayView,
};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// What is due, what this week holds, what the county has not been sent.
#[tauri::command(async)]
#[specta::specta]
pub fn today(shell: State<'_, Shell>) -> Result<TodayView, Failure> {
    shell.with_file(|file| outreach::today(file))
}

/// The next rows of one of Today's lists.
#[tauri::command(async)]
#[specta::specta]
pub fn more_due(shell: State<'_, Shell>, list: String, shown: u32) -> Result<Vec<DueRow>, Failure> {
    shell.with_file(|file| outreach::more_due(file, &list, shown as usize))
}

/// Records a contact, or an attempt, with a victim.
#[tauri::command(async)]
#[specta::specta]
pub fn record_contact(
    shell: State<'_, Shell>,
    form: ContactForm,
    draft: Option<DraftKey>,
) -> Result<Saved, Failure> {
    shell.with_file(|file| {
        drafts::finishing(file, draft.as_ref(), |file| {
            outreach::record_contact(file, &form)
        })
    })
}

/// Records an attempt with what more depends on, and says what follows.
#[tauri::command(async)]
#[specta::specta]
pub fn record_attempt(
    shell: State<'_, Shell>,
    form: ContactForm,
    details: AttemptDetails,
    draft: Option<DraftKey>,
) -> Result<AttemptView, Failure> {
    shell.with_file(|file| {
        drafts::finishing(file, draft.as_ref(), |file| {
            outreach::record_attempt(file, &form, &details)
        })
    })
}

/// Records a contact with a partner agency.
#[tauri::command(async)]
#[specta::specta]
pub fn record_partner_contact(
    shell: State<'_, Shell>,
    form: PartnerContactForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| outreach::record_partner_contact(file, &form))
}
