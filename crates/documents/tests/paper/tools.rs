//! Programs of others that read what we wrote. `scripts/setup.sh` installs them.

use std::{fs, path::PathBuf, process::Command};

/// What `program` says of a file, and whether it was content.
pub struct Answer {
    pub says: String,
    pub is_content: bool,
}

/// Asks `program` about `pdf`; `{}` among its arguments is the name of the file.
pub fn ask(program: &str, arguments: &[&str], pdf: &[u8]) -> Answer {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    fs::write(&file, pdf).unwrap();
    let output = Command::new(program)
        .args(arguments.iter().map(|argument| match *argument {
            "{}" => file.clone(),
            other => PathBuf::from(other.replace("{folder}", folder.path().to_str().unwrap())),
        }))
        .output()
        .unwrap_or_else(|error| panic!("{program}, which scripts/setup.sh installs: {error}"));
    let mut says = String::from_utf8_lossy(&output.stdout).into_owned();
    says.push_str(&String::from_utf8_lossy(&output.stderr));
    Answer {
        says,
        is_content: output.status.success(),
    }
}

/// What `program` says of a file it must be content with.
pub fn read_by(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let answer = ask(program, arguments, pdf);
    assert!(answer.is_content, "{program}: {}", answer.says);
    answer.says
}

/// The text of `pdf` as poppler reads it.
pub fn poppler_text(pdf: &[u8]) -> String {
    read_by("pdftotext", &["-layout", "{}", "-"], pdf)
}

/// What qpdf finds wrong with `pdf`; nothing, when nothing is.
pub fn qpdf_complaint(pdf: &[u8]) -> Option<String> {
    let answer = ask("qpdf", &["--check", "{}"], pdf);
    let is_clean = answer.is_content
        && answer
            .says
            .contains("No syntax or stream encoding errors found");
    (!is_clean).then_some(answer.says)
}

/// What a camera reads on the first page of `pdf`.
pub fn camera(pdf: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page");
    let page = page.to_str().unwrap();
    read_by(
        "pdftoppm",
        &["-r", "300", "-png", "-singlefile", "{}", page],
        pdf,
    );
    let answer = Command::new("zbarimg")
        .args(["--quiet", "--raw", &format!("{page}.png")])
        .output()
        .expect("scripts/setup.sh installs zbarimg");
    String::from_utf8(answer.stdout)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect()
}
