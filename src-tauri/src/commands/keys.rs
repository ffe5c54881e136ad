//! Ways back in when a passphrase is forgotten or the county's machine is gone: one-time codes and recovery sheets.

use std::path::Path;

use countyline_core::error::Failure;
use countyline_core::recovery::{self, OnPaper, SHEETS, Sheet};
use countyline_core::start::StartView;
use countyline_core::unlock_code::{self, KnownUnlockCode, UnlockCodeView};
use tauri::State;

use crate::state::{Shell, refused};

/// The laptops whose one-time code the county has, without the words.
#[tauri::command(async)]
#[specta::specta]
pub fn unlock_codes(shell: State<'_, Shell>) -> Result<Vec<KnownUnlockCode>, Failure> {
    shell.with_file(|file| unlock_code::known(file))
}

/// Tells the one-time code of a laptop: the newest, or the one with this number.
#[tauri::command(async)]
#[specta::specta]
pub fn ask_unlock_code(
    shell: State<'_, Shell>,
    passphrase: String,
    laptop: String,
    number: Option<u32>,
) -> Result<UnlockCodeView, Failure> {
    shell.with_file(|file| unlock_code::ask(file, &passphrase, &laptop, number))
}

/// When the recovery sheets in force were made; none if there are none.
#[tauri::command(async)]
#[specta::specta]
pub fn recovery_sheets(shell: State<'_, Shell>) -> Result<Option<String>, Failure> {
    shell.with_file(|file| recovery::made_at(file))
}

/// Makes three recovery sheets as PDFs in a folder, in place of earlier ones; answers where they lie.
#[tauri::command(async)]
#[specta::specta]
pub fn make_recovery_sheets(
    shell: State<'_, Shell>,
    passphrase: String,
    folder: String,
    language: String,
    page: String,
) -> Result<Vec<String>, Failure> {
    let folder = Path::new(&folder);
    let paths: [_; SHEETS] =
        std::array::from_fn(|place| folder.join(format!("recovery-sheet-{}.pdf", place + 1)));
    let to = [paths[0].as_path(), &paths[1], &paths[2]];
    shell.with_file_and_fonts(|file, fonts| {
        let on_paper = OnPaper {
            language: &language,
            page: &page,
            fonts,
        };
        recovery::make_on_paper(file, &passphrase, to, &on_paper)
    })?;
    Ok(paths.map(|path| path.display().to_string()).to_vec())
}

/// Opens a laptop with its one-time code and sets a new passphrase.
#[tauri::command(async)]
#[specta::specta]
pub fn unlock_with_code(
    shell: State<'_, Shell>,
    code: String,
    new_passphrase: String,
) -> Result<StartView, Failure> {
    shell.open(|folder, outside| unlock_code::unlock(folder, &code, &new_passphrase, outside))
}

/// Opens the county's office with two recovery sheets and sets a new passphrase.
#[tauri::command(async)]
#[specta::specta]
pub fn unlock_with_sheets(
    shell: State<'_, Shell>,
    one: String,
    other: String,
    new_passphrase: String,
) -> Result<StartView, Failure> {
    let one = Sheet::read(&one).map_err(refused)?;
    let other = Sheet::read(&other).map_err(refused)?;
    shell.open(|folder, outside| recovery::open(folder, [&one, &other], &new_passphrase, outside))
}
