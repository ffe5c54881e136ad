//! Files and folders that somebody lets go over the window: the page is told where they lie, and decides whether its
//! screen takes them.

use tauri::{DragDropEvent, Manager, Window, WindowEvent};

use crate::page;

/// Tells the page of what was let go.
pub fn tell_page(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event else {
        return;
    };
    let paths: Vec<String> = paths
        .iter()
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    page::tell(window.app_handle(), "dropped", &paths.into());
}
