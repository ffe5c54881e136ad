//! Promises to get in touch again.

use countyline_core::error::Failure;
use countyline_core::followups::{self, NextStepView, PlanForm, PlannedView, QueueView};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Says what came of a follow-up.
#[tauri::command(async)]
#[specta::specta]
pub fn complete_follow_up(
    shell: State<'_, Shell>,
    follow_up_id: String,
    state: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| followups::complete(file, &follow_up_id, &state, &seen))
}

/// Sets a follow-up by a policy.
#[tauri::command(async)]
#[specta::specta]
pub fn plan_follow_up(shell: State<'_, Shell>, form: PlanForm) -> Result<PlannedView, Failure> {
    shell.with_file(|file| followups::plan(file, &form))
}

/// What is due next for a victim, and why.
#[tauri::command(async)]
#[specta::specta]
pub fn next_steps(
    shell: State<'_, Shell>,
    victim_id: String,
) -> Result<Vec<NextStepView>, Failure> {
    shell.with_file(|file| followups::next_steps(file, &victim_id))
}

/// Says who is to do a follow-up.
#[tauri::command(async)]
#[specta::specta]
pub fn assign_follow_up(
    shell: State<'_, Shell>,
    follow_up_id: String,
    staff_id: Option<String>,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| followups::assign(file, &follow_up_id, staff_id.as_deref(), &seen))
}

/// Moves a follow-up to another day.
#[tauri::command(async)]
#[specta::specta]
pub fn move_follow_up(
    shell: State<'_, Shell>,
    follow_up_id: String,
    due_on: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| followups::move_to(file, &follow_up_id, &due_on, &seen))
}

/// Who has which open follow-ups.
#[tauri::command(async)]
#[specta::specta]
pub fn follow_up_queue(shell: State<'_, Shell>) -> Result<Vec<QueueView>, Failure> {
    shell.with_file(|file| followups::queue(file))
}
