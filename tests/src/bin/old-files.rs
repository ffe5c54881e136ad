//! Makes the old files of this version anew, and with them the flawed histories of `tests/vectors`.
//!
//! ```text
//! old-files --write
//! ```
//!
//! Only before a release: what a released program wrote stays as it is, for every later one to read.

use std::process::ExitCode;

use system_tests::old_files;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments != ["--write"] {
        eprintln!("usage: old-files --write");
        return ExitCode::from(2);
    }
    old_files::write();
    println!("written to {}", old_files::this_version().display());
    println!("and to {}", old_files::every_flaw().display());
    ExitCode::SUCCESS
}
