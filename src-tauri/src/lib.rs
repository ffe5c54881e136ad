//! The desktop window: start-up, the state behind the screens, and the commands they may call.
//!
//! The window can call our own commands and nothing else: no plugin, no file, no network, no remote page. What a
//! command does is decided in the core; what a person reads is decided in the screens.

#![cfg_attr(test, allow(clippy::unwrap_used))]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use tauri::Manager;

mod commands;
mod drops;
#[cfg(test)]
mod packages;
mod page;
mod places;
mod proof;
mod state;
mod window;

pub use commands::commands;

/// The whole program: reads the arguments, opens the window, and gives the exit code once it is closed.
#[must_use]
pub fn main() -> ExitCode {
    window::paint_with_the_processor();
    let outcome = office_argument().and_then(|office| Ok(open_window(office)?));
    if let Err(error) = outcome {
        eprintln!("countyline-desktop: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Writes the typed commands as TypeScript.
///
/// # Errors
/// When a type has no counterpart in TypeScript, or the file cannot be written.
pub fn write_bindings(path: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let header =
        "// Made by `UPDATE_BINDINGS=1 cargo test -p countyline-desktop bindings`. Do not edit.\n";
    commands().export(
        specta_typescript::Typescript::default().header(header),
        path,
    )?;
    Ok(())
}

fn open_window(office: Option<PathBuf>) -> tauri::Result<()> {
    let commands = commands();
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(commands::behind_the_passphrase(commands.invoke_handler()))
        .on_window_event(drops::tell_page)
        .setup(move |app| {
            app.manage(state::Shell::new(places::Places::find(office, app.path())?));
            state::lock_when_left(app.handle().clone());
            window::open(app, app.state::<state::Shell>().folder())?;
            Ok(())
        })
        .run(tauri::generate_context!())
}

fn office_argument() -> Result<Option<PathBuf>, Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1);
    match arguments.next() {
        None => Ok(None),
        Some(name) if name == "--office" => match arguments.next() {
            Some(folder) => Ok(Some(folder.into())),
            None => Err("--office needs a folder".into()),
        },
        Some(other) => Err(format!("unknown argument {}", other.display()).into()),
    }
}
