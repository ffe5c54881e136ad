//! `make run` on a machine without a display: a week of work in a hidden window, and what it leaves in a folder.

use std::path::Path;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let out = std::env::args_os().nth(1).unwrap_or_else(|| "out".into());
    let week = system_tests::window::journey(Path::new(&out)).await;
    print!("{}", week.told);
    for barrier in &week.barriers {
        println!("barrier: {barrier}");
    }
    println!("See {}.", Path::new(&out).display());
    if week.barriers.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
