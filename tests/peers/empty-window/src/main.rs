//! The least a Tauri program can be: one window, one page, no command.

fn main() {
    tauri::Builder::default()
        .run(tauri::generate_context!())
        .expect("the window opens");
}
