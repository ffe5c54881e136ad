//! The desktop program. `--office FOLDER` opens another office than the usual one, for example a training office.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

mod automation;

fn main() -> ExitCode {
    automation::start_again_without_it().unwrap_or_else(countyline_desktop::main)
}
