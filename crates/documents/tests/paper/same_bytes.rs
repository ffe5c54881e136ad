use std::{env, fs, process::Command};

use countyline_documents::{CreatedOn, to_svg_pages};
use sha2::{Digest, Sha256};

use super::{laid_out, letter, paper, paragraphs, pdf_of};

/// Changes with every change to how a page looks or is written; look at a page before changing it.
const LETTER_SHA256: &str = "2c7046456756fc379af1c82b99b5c46b78fefcbd52dfe7dbb1d29aaecac16248";

const WRITE_TO: &str = "COUNTYLINE_DOCUMENTS_WRITE_TO";

#[test]
fn the_same_paper_gives_the_same_bytes_twice() {
    let first = pdf_of(&letter());
    pdf_of(&paper(paragraphs(3).collect()));
    let second = pdf_of(&letter());

    assert!(first == second, "the second letter differs");
    assert_eq!(
        to_svg_pages(&laid_out(&letter())),
        to_svg_pages(&laid_out(&letter()))
    );
}

#[test]
fn the_same_paper_gives_the_same_bytes_in_every_process() {
    if let Some(file) = env::var_os(WRITE_TO) {
        fs::write(file, pdf_of(&letter())).unwrap();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let own = pdf_of(&letter());
    for (name, zone) in [
        ("first.pdf", "America/Denver"),
        ("second.pdf", "Asia/Tokyo"),
    ] {
        let file = folder.path().join(name);
        let status = Command::new(env::current_exe().unwrap())
            .args([
                "--exact",
                "same_bytes::the_same_paper_gives_the_same_bytes_in_every_process",
            ])
            .env(WRITE_TO, &file)
            .env("TZ", zone)
            .current_dir(folder.path())
            .status()
            .unwrap();
        assert!(status.success());
        assert!(fs::read(file).unwrap() == own, "{name} differs");
    }
}

#[test]
fn the_letter_is_the_one_that_was_looked_at() {
    let digest = Sha256::digest(pdf_of(&letter()));
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(digest, LETTER_SHA256);
}

#[test]
fn the_file_id_follows_the_content() {
    let id = |pdf: &[u8]| {
        let pdf = lopdf::Document::load_mem(pdf).unwrap();
        let halves = pdf.trailer.get(b"ID").unwrap().as_array().unwrap().clone();
        assert_eq!(halves[0], halves[1]);
        halves[0].as_str().unwrap().to_vec()
    };
    let mut dated = letter();
    dated.created_on = Some(CreatedOn {
        year: 2026,
        month: 11,
        day: 22,
    });

    assert_eq!(id(&pdf_of(&letter())).len(), 16);
    assert_ne!(id(&pdf_of(&letter())), id(&pdf_of(&dated)));
}
