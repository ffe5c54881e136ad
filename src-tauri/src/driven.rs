//! The desktop program for tests, which a WebDriver may drive. In everything else the same as the real one.

use std::process::ExitCode;

fn main() -> ExitCode {
    countyline_desktop::main()
}
