//! Makes every paper an office prints, and says what is different from those that were approved.
//!
//! ```text
//! papers [--approve]
//! ```
//!
//! The papers are in `target/papers` then, as PDF and as a picture of each page, to be looked at; with `--approve` they
//! are what the tests compare with from then on.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use system_tests::golden_papers;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let approves = arguments == ["--approve"];
    if !approves && !arguments.is_empty() {
        eprintln!("usage: papers [--approve]");
        return ExitCode::from(2);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/papers");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    let made = golden_papers::make(&folder);
    let approved = golden_papers::approved();
    for (name, pdf) in &made {
        draw(pdf);
        show_difference(
            &approved.join(format!("{name}.txt")),
            &golden_papers::text(pdf),
        );
    }
    let found = golden_papers::differences(&made, &approved);
    for difference in &found {
        println!("{difference}");
    }
    println!(
        "{} papers in {}, {} differences",
        made.len(),
        folder.display(),
        found.len()
    );
    if approves {
        golden_papers::approve(&made, &approved);
        println!("approved");
    }
    ExitCode::from(u8::from(!approves && !found.is_empty()))
}

fn draw(pdf: &Path) {
    let drawn = Command::new("pdftoppm")
        .args(["-png", "-r", "80"])
        .args([pdf, &pdf.with_extension("")])
        .status();
    assert!(
        drawn.is_ok_and(|status| status.success()),
        "pdftoppm draws a paper"
    );
}

/// The lines that differ, as `diff` writes them.
fn show_difference(approved: &Path, said: &str) {
    if fs::read_to_string(approved).is_ok_and(|before| before == said) {
        return;
    }
    let now = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/papers/now.txt");
    fs::write(&now, said).expect("a text can be written");
    let _ = Command::new("diff")
        .arg("-uN")
        .args([approved, &now])
        .status();
    let _ = fs::remove_file(now);
}
