//! Papers that are no letters, and papers that are out.

use countyline_core::error::Failure;
use countyline_core::letters::{Destination, LetterPreview, SavedLetter};
use countyline_core::paper_kinds::{self, PaperKindView, PaperRequest};
use countyline_core::papers::{self, BeforeGiving, PaperView};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Papers that were given or are held.
#[tauri::command(async)]
#[specta::specta]
pub fn papers_out(shell: State<'_, Shell>) -> Result<Vec<PaperView>, Failure> {
    shell.with_file(|file| papers::out(file))
}

/// How many papers that are out carry an old number.
#[tauri::command(async)]
#[specta::specta]
pub fn papers_to_recall(shell: State<'_, Shell>) -> Result<i32, Failure> {
    shell.with_file(|file| papers::to_recall(file))
}

/// What became of a paper; one that she takes now, with her answer whether that is safe, and for a filled release form
/// whether the name on it was looked at.
#[tauri::command(async)]
#[specta::specta]
pub fn move_paper(
    shell: State<'_, Shell>,
    letter_id: String,
    state: String,
    safe_to_carry: String,
    name_as_released: String,
    seen: String,
) -> Result<Saved, Failure> {
    let asked = BeforeGiving {
        safe_to_carry: &safe_to_carry,
        name_as_released: &name_as_released,
    };
    shell.with_file(|file| papers::move_on(file, &letter_id, &state, asked, &seen))
}

/// Whether papers that were handed to the printer came out of it.
#[tauri::command(async)]
#[specta::specta]
pub fn papers_came_out(
    shell: State<'_, Shell>,
    letter_ids: Vec<String>,
    answer: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| papers::came_out(file, &letter_ids, &answer))
}

/// Numbers were told by voice, because paper was not safe.
#[tauri::command(async)]
#[specta::specta]
pub fn told_by_voice(
    shell: State<'_, Shell>,
    victim_id: String,
    referral_ids: Vec<String>,
    language: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| papers::told_by_voice(file, &victim_id, &referral_ids, &language))
}

/// Which papers can be made beside letters.
#[tauri::command(async)]
#[specta::specta]
pub fn paper_kinds() -> Vec<PaperKindView> {
    paper_kinds::kinds()
}

/// The paper and what it was checked for; writes nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_paper(
    shell: State<'_, Shell>,
    request: PaperRequest,
) -> Result<LetterPreview, Failure> {
    shell.with_file_and_fonts(|file, fonts| paper_kinds::preview(file, &request, fonts))
}

/// Writes the paper to a folder, as a file that asks for a password if one is given, and logs one about a victim.
#[tauri::command(async)]
#[specta::specta]
pub fn save_paper(
    shell: State<'_, Shell>,
    request: PaperRequest,
    folder: String,
    password: Option<String>,
) -> Result<SavedLetter, Failure> {
    let to = Destination::from(&folder).protected_by(password.as_deref());
    shell.with_file_and_fonts(|file, fonts| paper_kinds::save(file, &request, fonts, to))
}

/// Logs a paper about a victim before the window prints it.
#[tauri::command(async)]
#[specta::specta]
pub fn paper_printed(
    shell: State<'_, Shell>,
    request: PaperRequest,
) -> Result<Option<Saved>, Failure> {
    shell.with_file_and_fonts(|file, fonts| paper_kinds::record_printed(file, &request, fonts))
}
