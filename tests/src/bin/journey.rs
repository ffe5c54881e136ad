//! `make run` on a machine without a display: a day in the training office in a hidden window, and what it leaves.

use std::path::Path;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let out = std::env::args_os().nth(1).unwrap_or_else(|| "out".into());
    if out.to_string_lossy().starts_with('-') {
        eprintln!("usage: journey [FOLDER]");
        return ExitCode::from(2);
    }
    let day = system_tests::window::training_day(Path::new(&out)).await;
    print!("{}", day.told);
    for barrier in &day.barriers {
        println!("barrier: {barrier}");
    }
    println!("See {}.", Path::new(&out).display());
    if day.barriers.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
