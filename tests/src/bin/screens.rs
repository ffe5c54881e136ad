//! Takes a picture of every screen of the real window, and says what is different from those that were approved.
//!
//! ```text
//! screens [--approve]
//! ```
//!
//! The pictures are in `target/screens` then, to be looked at; with `--approve` they are what the tests compare with
//! from then on.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use system_tests::golden_screens;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let approves = arguments == ["--approve"];
    if !approves && !arguments.is_empty() {
        eprintln!("usage: screens [--approve]");
        return ExitCode::from(2);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/screens");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    let taken = golden_screens::take(Some(&folder)).await;
    let approved = golden_screens::approved();
    let found = golden_screens::differences(&taken, &approved);
    for difference in &found {
        println!("{difference}");
    }
    println!(
        "{} screens in {}, {} differences",
        taken.len(),
        folder.display(),
        found.len()
    );
    if approves {
        golden_screens::approve(&taken, &approved);
        println!("approved");
    }
    ExitCode::from(u8::from(!approves && !found.is_empty()))
}
