//! What papers look like and speak: the county's logo, and the languages there are.

use std::path::Path;

use countyline_core::error::Failure;
use countyline_core::logo::{self, LogoView};
use countyline_core::own_languages::{self, PaperLanguageView};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// The logo at the top of the papers that name the office.
#[tauri::command(async)]
#[specta::specta]
pub fn logo(shell: State<'_, Shell>) -> Result<LogoView, Failure> {
    shell.with_file(|file| logo::logo(file))
}

/// Sets it from a PNG file, with what it shows in words.
#[tauri::command(async)]
#[specta::specta]
pub fn set_logo(
    shell: State<'_, Shell>,
    path: String,
    shows: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| logo::set(file, Path::new(&path), &shows, &seen))
}

/// Takes it off the papers.
#[tauri::command(async)]
#[specta::specta]
pub fn remove_logo(shell: State<'_, Shell>, seen: String) -> Result<Saved, Failure> {
    shell.with_file(|file| logo::remove(file, &seen))
}

/// Languages that papers can be made in.
#[tauri::command(async)]
#[specta::specta]
pub fn paper_languages(shell: State<'_, Shell>) -> Result<Vec<PaperLanguageView>, Failure> {
    shell.with_file(|file| own_languages::list(file))
}
