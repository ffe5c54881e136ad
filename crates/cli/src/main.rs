//! The program `countyline`. What it does is in the library.

use std::io::{stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    countyline_cli::run(std::env::args_os(), &mut stdout(), &mut stderr())
}
