//! Asking a person for a folder or for files, in the system's own dialog.
//!
//! The dialog is opened from here because the page has no permission to open one.

use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FilePath};

/// The folder a person chose; none if she closed the dialog.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_folder(app: AppHandle) -> Option<String> {
    app.dialog().file().blocking_pick_folder().and_then(as_text)
}

/// The files a person chose; empty if she closed the dialog.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_files(app: AppHandle) -> Vec<String> {
    let chosen = app
        .dialog()
        .file()
        .blocking_pick_files()
        .unwrap_or_default();
    chosen.into_iter().filter_map(as_text).collect()
}

fn as_text(path: FilePath) -> Option<String> {
    Some(path.into_path().ok()?.to_string_lossy().into_owned())
}
