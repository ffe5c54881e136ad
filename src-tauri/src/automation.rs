//! Keeping other programs from driving the window.
//!
//! WebKit lets itself be remote-controlled when one of these variables is set: another program of the same user could
//! read every screen. The program people use starts itself again without them, because a running program cannot safely
//! unset a variable. Only `countyline-driven`, made for tests, leaves them alone.

use std::process::{Command, ExitCode};

const VARIABLES: [&str; 3] = [
    "TAURI_WEBVIEW_AUTOMATION",
    "WEBKIT_INSPECTOR_SERVER",
    "WEBKIT_INSPECTOR_HTTP_SERVER",
];

/// Starts the program again without the variables and gives its exit code; none when there is nothing to remove.
pub fn start_again_without_it() -> Option<ExitCode> {
    VARIABLES
        .iter()
        .find(|variable| std::env::var_os(variable).is_some())?;
    let Ok(program) = std::env::current_exe() else {
        eprintln!(
            "countyline-desktop: unset {} and start again",
            VARIABLES.join(", ")
        );
        return Some(ExitCode::FAILURE);
    };
    let mut again = Command::new(program);
    again.args(std::env::args_os().skip(1));
    for variable in VARIABLES {
        again.env_remove(variable);
    }
    Some(take_its_place(again))
}

/// Only returns when the program could not be started.
#[cfg(unix)]
fn take_its_place(mut again: Command) -> ExitCode {
    use std::os::unix::process::CommandExt;
    let error = again.exec();
    eprintln!("countyline-desktop: could not start again: {error}");
    ExitCode::FAILURE
}

#[cfg(not(unix))]
fn take_its_place(mut again: Command) -> ExitCode {
    match again.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("countyline-desktop: could not start again: {error}");
            ExitCode::FAILURE
        }
    }
}
