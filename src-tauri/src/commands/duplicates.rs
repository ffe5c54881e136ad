//! Records that are, or may be, one person's.

use countyline_core::duplicates::{self, CandidatesView};
use countyline_core::error::Failure;
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Victims who may be one person, the most likely first, as many as are worked through at a time.
#[tauri::command(async)]
#[specta::specta]
pub fn duplicate_candidates(shell: State<'_, Shell>) -> Result<CandidatesView, Failure> {
    shell.with_file(|file| duplicates::first_candidates(file))
}

/// Links two records as one person's.
#[tauri::command(async)]
#[specta::specta]
pub fn link_persons(shell: State<'_, Shell>, one: String, other: String) -> Result<Saved, Failure> {
    shell.with_file(|file| duplicates::link(file, &one, &other))
}

/// Takes a link back.
#[tauri::command(async)]
#[specta::specta]
pub fn unlink_persons(
    shell: State<'_, Shell>,
    one: String,
    other: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| duplicates::unlink(file, &one, &other))
}

/// Keeps that two records are not one person's.
#[tauri::command(async)]
#[specta::specta]
pub fn tell_persons_apart(
    shell: State<'_, Shell>,
    one: String,
    other: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| duplicates::not_the_same(file, &one, &other))
}
