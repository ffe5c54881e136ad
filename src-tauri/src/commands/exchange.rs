//! Files on a stick: enrolment, welcome, the week, the merge.

use std::path::Path;

use countyline_core::error::Failure;
use countyline_core::exchange::{
    self, EnrolmentView, MergeRehearsal, MergeSummary, MergeUndo, SendView, SentBundle, WelcomeView,
};
use countyline_core::start::{Saved, StartView};
use tauri::State;

use crate::state::{Shell, refused};

/// This laptop's request to join, shown again while it waits.
#[tauri::command(async)]
#[specta::specta]
pub fn joining(shell: State<'_, Shell>) -> Result<EnrolmentView, Failure> {
    shell.with_file(|file| exchange::my_enrolment(file))
}

/// Reads the county's welcome; the words are compared aloud before it is accepted.
#[tauri::command(async)]
#[specta::specta]
pub fn read_welcome(shell: State<'_, Shell>, path: String) -> Result<WelcomeView, Failure> {
    shell.with_file(|file| exchange::read_welcome(file, Path::new(&path)))
}

/// Joins the county office that wrote the welcome.
#[tauri::command(async)]
#[specta::specta]
pub fn accept_welcome(shell: State<'_, Shell>, path: String) -> Result<StartView, Failure> {
    shell.with_file(|file| exchange::accept_welcome(file, Path::new(&path)))?;
    shell.start()
}

/// What would be sent, and what was.
#[tauri::command(async)]
#[specta::specta]
pub fn send_state(shell: State<'_, Shell>) -> Result<SendView, Failure> {
    shell.with_file(|file| exchange::send_state(file))
}

/// Seals the week for the county, writes it to a folder and reads it back.
#[tauri::command(async)]
#[specta::specta]
pub fn send_week(shell: State<'_, Shell>, folder: String) -> Result<SentBundle, Failure> {
    shell.with_file(|file| exchange::send_week(file, Path::new(&folder)))
}

/// Reads a laptop's request to join; the words are compared aloud before it is enrolled.
#[tauri::command(async)]
#[specta::specta]
pub fn read_enrolment(shell: State<'_, Shell>, path: String) -> Result<EnrolmentView, Failure> {
    shell.with_file(|file| exchange::read_enrolment(file, Path::new(&path)))
}

/// Enrols the laptop and writes its welcome to a folder.
#[tauri::command(async)]
#[specta::specta]
pub fn enrol_laptop(
    shell: State<'_, Shell>,
    path: String,
    folder: String,
) -> Result<WelcomeView, Failure> {
    shell.with_file(|file| exchange::enrol_laptop(file, Path::new(&path), Path::new(&folder)))
}

/// What merging these files together would do, before anything is written.
#[tauri::command(async)]
#[specta::specta]
pub fn rehearse_merge(
    shell: State<'_, Shell>,
    paths: Vec<String>,
) -> Result<MergeRehearsal, Failure> {
    shell.with_file(|file| exchange::rehearse_merge(file, &paths))
}

/// The last merge, and whether it can be taken back.
#[tauri::command(async)]
#[specta::specta]
pub fn merge_to_undo(shell: State<'_, Shell>) -> Result<Option<MergeUndo>, Failure> {
    shell.with_file(|file| exchange::merge_to_undo(file))
}

/// Takes the last merge back.
#[tauri::command(async)]
#[specta::specta]
pub fn undo_merge(shell: State<'_, Shell>) -> Result<Saved, Failure> {
    shell.with_file(exchange::undo_merge)
}

/// Files of a merge that was taken back, kept until they are merged again.
#[tauri::command(async)]
#[specta::specta]
pub fn files_taken_back(shell: State<'_, Shell>) -> Result<Vec<String>, Failure> {
    shell.with_file(|file| exchange::files_taken_back(file))
}

/// Paths of the bundles that lie in a folder.
#[tauri::command(async)]
#[specta::specta]
pub fn bundles_in(folder: String) -> Result<Vec<String>, Failure> {
    exchange::bundles_in(Path::new(&folder)).map_err(refused)
}

/// Merges the bundles; refused ones stay listed with their reason.
#[tauri::command(async)]
#[specta::specta]
pub fn merge_bundles(shell: State<'_, Shell>, paths: Vec<String>) -> Result<MergeSummary, Failure> {
    shell.with_file(|file| exchange::merge(file, &paths))
}
