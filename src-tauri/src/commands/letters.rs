//! Letters: as they will come out of the printer, on disk, and on paper.

use countyline_core::error::Failure;
use countyline_core::letters::{self, Destination, LetterPreview, LetterRequest, SavedLetter};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// The letter and what it was checked for; writes nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_letter(
    shell: State<'_, Shell>,
    request: LetterRequest,
) -> Result<LetterPreview, Failure> {
    shell.with_file_and_fonts(|file, fonts| letters::preview(file, &request, fonts))
}

/// Writes the letter to a folder, as a file that asks for a password if one is given, and logs the paper.
#[tauri::command(async)]
#[specta::specta]
pub fn save_letter(
    shell: State<'_, Shell>,
    request: LetterRequest,
    folder: String,
    password: Option<String>,
) -> Result<SavedLetter, Failure> {
    let to = Destination::from(&folder).protected_by(password.as_deref());
    shell.with_file_and_fonts(|file, fonts| letters::save(file, &request, fonts, to))
}

/// Logs the paper before the window prints the letter.
#[tauri::command(async)]
#[specta::specta]
pub fn letter_printed(shell: State<'_, Shell>, request: LetterRequest) -> Result<Saved, Failure> {
    shell.with_file_and_fonts(|file, fonts| letters::record_printed(file, &request, fonts))
}

/// Letters to several agencies about one victim, and what they were checked for; writes nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_letters(
    shell: State<'_, Shell>,
    requests: Vec<LetterRequest>,
) -> Result<LetterPreview, Failure> {
    shell.with_file_and_fonts(|file, fonts| letters::preview_run(file, &requests, fonts))
}

/// Writes them to a folder as one file, which asks for a password if one is given, and logs each.
#[tauri::command(async)]
#[specta::specta]
pub fn save_letters(
    shell: State<'_, Shell>,
    requests: Vec<LetterRequest>,
    folder: String,
    password: Option<String>,
) -> Result<SavedLetter, Failure> {
    let to = Destination::from(&folder).protected_by(password.as_deref());
    shell.with_file_and_fonts(|file, fonts| letters::save_run(file, &requests, fonts, to))
}

/// Logs each of them before the window prints them together.
#[tauri::command(async)]
#[specta::specta]
pub fn letters_printed(
    shell: State<'_, Shell>,
    requests: Vec<LetterRequest>,
) -> Result<Vec<Saved>, Failure> {
    shell.with_file_and_fonts(|file, fonts| letters::record_run_printed(file, &requests, fonts))
}
