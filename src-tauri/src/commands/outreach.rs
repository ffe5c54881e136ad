//! Contacts with victims and with partner agencies, and the day they add up to.

use countyline_core::drafts::{self, DraftKey};
use countyline_core::error::Failure;
use countyline_core::outreach::{
    self, AttemptDetails, AttemptView, ContactForm, DueRow, TodayView,
};
use tauri::State;

use crate::state::Shell;

/// What is due, what this week holds, what the county has not been sent.
#[tauri::command(async)]
#[specta::specta]
pub fn today(shell: State<'_, Shell>) -> Result<TodayView, Failure> {
    shell.with_file(|file| outreach::today(file))
}

/// How many changes the county has not been sent.
#[tauri::command(async)]
#[specta::specta]
pub fn changes_waiting(shell: State<'_, Shell>) -> Result<i32, Failure> {
    shell.with_file(|file| outreach::changes_waiting(file))
}

/// The next rows of one of Today's lists.
#[tauri::command(async)]
#[specta::specta]
pub fn more_due(shell: State<'_, Shell>, list: String, shown: u32) -> Result<Vec<DueRow>, Failure> {
    shell.with_file(|file| outreach::more_due(file, &list, shown as usize))
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
