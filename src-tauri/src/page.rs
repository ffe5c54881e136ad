//! Telling the page something it did not ask for. It may listen to no event of Tauri's, so it is told by ones of its own.

use serde_json::{Value, json};
use tauri::{AppHandle, Manager};

/// Tells the page `countyline:<what>`.
pub fn tell(app: &AppHandle, what: &str, detail: &Value) {
    let detail = json!({ "detail": detail });
    for page in app.webview_windows().values() {
        // A page that is being closed takes nothing in.
        let _ = page.eval(format!(
            "window.dispatchEvent(new CustomEvent('countyline:{what}', {detail}))"
        ));
    }
}
