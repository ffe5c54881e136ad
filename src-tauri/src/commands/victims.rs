//! Victims: finding one, her page, a new one, and everything recorded of her.

use countyline_core::drafts::{self, DraftKey};
use countyline_core::error::Failure;
use countyline_core::need_to_know;
use countyline_core::start::Saved;
use countyline_core::victims::{
    self, AddressProtection, Classification, Existence, HistoryEntry, Scene, VictimAbout,
    VictimFacts, VictimForm, VictimPage, VictimRecord, VictimSummary,
};
use tauri::State;

use crate::state::Shell;

/// Finds victims by name, initials, case number or the end of a phone number.
#[tauri::command(async)]
#[specta::specta]
pub fn find_victims(shell: State<'_, Shell>, query: String) -> Result<Vec<VictimSummary>, Failure> {
    shell.with_file(|file| victims::find(file, &query))
}

/// Everything recorded about one victim.
#[tauri::command(async)]
#[specta::specta]
pub fn victim(shell: State<'_, Shell>, victim_id: String) -> Result<VictimPage, Failure> {
    shell.with_file(|file| victims::page(file, &victim_id))
}

/// A new victim, with what happened and the card she was given.
#[tauri::command(async)]
#[specta::specta]
pub fn create_victim(
    shell: State<'_, Shell>,
    form: VictimForm,
    scene: Scene,
    draft: Option<DraftKey>,
) -> Result<Saved, Failure> {
    shell.with_file(|file| {
        drafts::finishing(file, draft.as_ref(), |file| {
            victims::create_on_scene(file, &form, &scene)
        })
    })
}

/// Corrects what was written of a victim when she was recorded.
#[tauri::command(async)]
#[specta::specta]
pub fn correct_victim(
    shell: State<'_, Shell>,
    victim_id: String,
    about: VictimAbout,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| victims::correct(file, &victim_id, &about, &seen))
}

/// Takes back that a victim is not to be contacted.
#[tauri::command(async)]
#[specta::specta]
pub fn allow_contact(
    shell: State<'_, Shell>,
    victim_id: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| victims::allow_contact(file, &victim_id, &seen))
}

/// Everything recorded of a victim beside her page.
#[tauri::command(async)]
#[specta::specta]
pub fn victim_record(shell: State<'_, Shell>, victim_id: String) -> Result<VictimRecord, Failure> {
    shell.with_file(|file| victims::record(file, &victim_id))
}

/// Every change of a victim's records, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub fn victim_history(
    shell: State<'_, Shell>,
    victim_id: String,
) -> Result<Vec<HistoryEntry>, Failure> {
    shell.with_file(|file| victims::history(file, &victim_id))
}

/// What exists about a victim, and what was told of it.
#[tauri::command(async)]
#[specta::specta]
pub fn what_exists(shell: State<'_, Shell>, victim_id: String) -> Result<Existence, Failure> {
    shell.with_file(|file| victims::what_exists(file, &victim_id))
}

/// Who a victim is, as far as she said.
#[tauri::command(async)]
#[specta::specta]
pub fn set_victim_facts(
    shell: State<'_, Shell>,
    victim_id: String,
    facts: VictimFacts,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| victims::set_facts(file, &victim_id, &facts, &seen))
}

/// What protects a victim's address.
#[tauri::command(async)]
#[specta::specta]
pub fn set_address_protection(
    shell: State<'_, Shell>,
    victim_id: String,
    form: AddressProtection,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| victims::set_address_protection(file, &victim_id, &form, &seen))
}

/// What a victim is to another one.
#[tauri::command(async)]
#[specta::specta]
pub fn relate_victims(
    shell: State<'_, Shell>,
    victim_id: String,
    to_id: String,
    relation: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| victims::relate(file, &victim_id, &to_id, &relation))
}

/// Takes back what was said of two victims.
#[tauri::command(async)]
#[specta::specta]
pub fn unrelate_victims(
    shell: State<'_, Shell>,
    victim_id: String,
    to_id: String,
    relation: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| victims::unrelate(file, &victim_id, &to_id, &relation, &seen))
}

/// Names somebody who works here for a victim.
#[tauri::command(async)]
#[specta::specta]
pub fn name_for_victim(
    shell: State<'_, Shell>,
    victim_id: String,
    staff_id: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| need_to_know::name_for(file, &victim_id, &staff_id))
}

/// Takes somebody's name off a victim's record.
#[tauri::command(async)]
#[specta::specta]
pub fn no_longer_name_for_victim(
    shell: State<'_, Shell>,
    victim_id: String,
    staff_id: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| need_to_know::no_longer_name_for(file, &victim_id, &staff_id, &seen))
}

/// Who may have a victim's record.
#[tauri::command(async)]
#[specta::specta]
pub fn classify_victim(
    shell: State<'_, Shell>,
    victim_id: String,
    classification: Classification,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| victims::classify(file, &victim_id, classification, &seen))
}

/// Puts a legal hold on a victim's records, or lifts it.
#[tauri::command(async)]
#[specta::specta]
pub fn hold_records(
    shell: State<'_, Shell>,
    victim_id: String,
    on: bool,
    reason: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| victims::hold(file, &victim_id, on, &reason, &seen))
}

/// Forbids any contact with a victim, with the reason.
#[tauri::command(async)]
#[specta::specta]
pub fn forbid_contact(
    shell: State<'_, Shell>,
    victim_id: String,
    reason: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| victims::forbid_contact(file, &victim_id, &reason, &seen))
}
