//! Files and folders that somebody lets go over the window: the page is told where they lie, and decides whether its
//! screen takes them. It may listen to no event of Tauri's, so it is told by one of its own.

use tauri::{DragDropEvent, Manager, Window, WindowEvent};

/// Tells the page of what was let go.
pub fn tell_page(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event else {
        return;
    };
    let paths: Vec<String> = paths
        .iter()
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    let Some(page) = window.get_webview_window(window.label()) else {
        return;
    };
    let detail = serde_json::json!({ "detail": paths });
    // A page that is being closed takes nothing in.
    let _ = page.eval(format!(
        "window.dispatchEvent(new CustomEvent('countyline:dropped', {detail}))"
    ));
}
