//! A warning where a text looks like a criminal-history return.

use countyline_core::criminal_history::{self, HistoryWarning};

/// What in a text looks like such a return. Nothing of the text is kept.
#[tauri::command(async)]
#[specta::specta]
pub fn text_warnings(text: String) -> Vec<HistoryWarning> {
    criminal_history::warnings(&text)
}
