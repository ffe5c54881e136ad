//! What others say of our files.

use countyline_documents::{Layout, to_pdf, visible_and_hidden_text, write_run};

use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};

use super::{krilla_oracle, laid_out, samples, tools};

/// `layout` as krilla draws it with its validators for PDF/UA-1 and PDF/A-2a on, or what they say.
pub fn drawn_by_another(layout: &Layout) -> Result<Vec<u8>, String> {
    let both = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .with_archival_validator(Archival::A2_A)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    krilla_oracle::drawn(layout, &mut krilla_oracle::Fonts::new(), both)
}

#[test]
fn qpdf_finds_nothing_wrong_with_any_sample() {
    for (name, paper) in samples::all() {
        let pdf = to_pdf(&laid_out(&paper)).unwrap();
        assert_eq!(tools::qpdf_complaint(&pdf), None, "{name}");
        let cut_off = &pdf[..pdf.len() - 200];
        assert!(tools::qpdf_complaint(cut_off).is_some(), "{name}, cut off");
    }
}

#[test]
fn another_writer_accepts_every_sample_as_pdf_ua_1_and_pdf_a_2a() {
    for (name, paper) in samples::all() {
        let drawn = drawn_by_another(&laid_out(&paper));
        let drawn = drawn.unwrap_or_else(|complaint| panic!("{name}: {complaint}"));
        assert_eq!(tools::qpdf_complaint(&drawn), None, "{name}");
    }
}

/// What the other writer draws of our layout is what we draw of it.
#[test]
fn another_writer_shows_the_words_we_show() {
    for (name, paper) in samples::all() {
        let layout = laid_out(&paper);
        let theirs = tools::poppler_text(&drawn_by_another(&layout).unwrap());
        let ours = tools::poppler_text(&to_pdf(&layout).unwrap());
        let words = |text: &str| {
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(words(&ours), words(&theirs), "{name}");
    }
}

#[test]
fn the_checker_of_pdf_ua_finds_nothing() {
    let program = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../target/tools/pdfua/bin/pdfua"
    );
    let mut run = Vec::new();
    write_run(
        samples::all().iter().map(|(_, paper)| Ok(laid_out(paper))),
        &mut run,
    )
    .unwrap();
    let singles = samples::all().into_iter().map(|(name, paper)| {
        let pdf = to_pdf(&laid_out(&paper)).unwrap();
        (name, pdf)
    });
    for (name, pdf) in singles.chain([("run", run)]) {
        let answer = tools::ask(program, PDFUA, &pdf);
        assert!(answer.is_content, "{name}: {}", answer.says);
    }
    // Without its structure the checker must object.
    let mut untagged =
        lopdf::Document::load_mem(&to_pdf(&laid_out(&samples::letter())).unwrap()).unwrap();
    untagged.catalog_mut().unwrap().remove(b"StructTreeRoot");
    let mut bytes = Vec::new();
    untagged.save_to(&mut bytes).unwrap();
    assert!(visible_and_hidden_text(&bytes).is_ok());
    assert!(!tools::ask(program, PDFUA, &bytes).is_content);
}

const PDFUA: &[&str] = &["check", "{}"];
