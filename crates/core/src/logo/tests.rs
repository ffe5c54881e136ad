use std::path::PathBuf;

use super::*;
use crate::exchange;
use crate::letters::test_office::{fonts, refer, unmarked};
use crate::letters::{self, LetterRequest};
use crate::paper_kinds::{self, PaperRequest};
use crate::testing::{World, partner};

const SHOWS: &str = "Star of the sheriff of Rivertown";

/// A PNG file with so many dots across and down, and a word beside the picture.
fn png(across: u32, down: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, across, down);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder
        .add_text_chunk("Author".to_owned(), "Hiddenauthor".to_owned())
        .unwrap();
    let mut writer = encoder.write_header().unwrap();
    let dots = (0..across * down).map(|at| if at % 3 == 0 { 0 } else { 255 });
    writer.write_image_data(&dots.collect::<Vec<u8>>()).unwrap();
    writer.finish().unwrap();
    bytes
}

fn saved(world: &World, bytes: &[u8]) -> PathBuf {
    let path = world.stick("pictures").join("logo.png");
    std::fs::write(&path, bytes).unwrap();
    path
}

fn set_logo(world: &World, file: &mut CaseFile) {
    let seen = logo(file).unwrap().seen;
    set(file, &saved(world, &png(96, 96)), SHOWS, &seen).unwrap();
}

fn in_form(request: &LetterRequest, form: &str) -> LetterRequest {
    LetterRequest {
        form: form.to_owned(),
        ..request.clone()
    }
}

fn pictures(pages: &[String]) -> usize {
    pages
        .iter()
        .map(|page| page.matches("<image").count())
        .sum()
}

#[test]
fn the_logo_stands_on_papers_that_name_the_office_and_reaches_every_laptop() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    set_logo(&world, &mut county);
    let request = refer(&mut laptop, "Ana", &[partner("Valley Legal Aid")]);
    let letter = |file: &CaseFile| letters::preview(file, &request, &fonts()).unwrap();
    assert_eq!(pictures(&letter(&laptop).pages), 0);
    let stick = world.stick("return");
    let returned = exchange::hand_back(&mut county, &stick).unwrap();
    exchange::receive(&mut laptop, &returned[0].paths).unwrap();
    let with = letter(&laptop);
    assert_eq!(pictures(&with.pages), 1);
    assert!(unmarked(&with.text).contains(SHOWS), "{}", with.text);
    let saved = letters::save(&mut laptop, &request, &fonts(), &world.stick("out")).unwrap();
    let pdf = std::fs::read(saved.path).unwrap();
    assert!(pdf.len() < 35_000, "{}", pdf.len());
    let said = countyline_documents::visible_and_hidden_text(&pdf).unwrap();
    assert!(!said.contains("Hiddenauthor"), "its dots alone");

    let seen = logo(&county).unwrap().seen;
    remove(&mut county, &seen).unwrap();
    assert_eq!(logo(&county).unwrap().png, None);
    assert!(county.verify().unwrap().ok && laptop.verify().unwrap().ok);
}

/// What anybody may find has no picture of the office, whatever it shows.
#[test]
fn no_paper_that_does_not_name_the_office_has_the_logo() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    set_logo(&world, &mut county);
    let request = refer(&mut county, "Ana", &[partner("Valley Clinic")]);
    for form in ["plain", "discreet", "pocket_card"] {
        let made = letters::preview(&county, &in_form(&request, form), &fonts()).unwrap();
        assert!(made.ready, "{form}: {:?}", made.checks);
        assert_eq!(pictures(&made.pages), 0, "{form}");
        assert!(!made.text.contains("sheriff"), "{form}: {}", made.text);
    }
    let mut with = 0;
    for kind in paper_kinds::kinds() {
        if !["nothing", "victim"].contains(&&*kind.about) || kind.code == "six_words" {
            continue;
        }
        let paper = PaperRequest {
            about_id: (kind.about == "victim").then(|| request.victim_id.clone()),
            kind: kind.code.clone(),
            needs: Vec::new(),
            language: "en".to_owned(),
            page: "us_letter".to_owned(),
            large_print: false,
            both_sides: false,
            goes_with_her: false,
            safe_to_carry: "not_asked".to_owned(),
        };
        let made = paper_kinds::preview(&county, &paper, &fonts()).unwrap();
        let names = ["rights_notice", "disclosure_log"].contains(&&*kind.code);
        assert_eq!(pictures(&made.pages), usize::from(names), "{}", kind.code);
        with += usize::from(names);
    }
    assert_eq!(with, 2);
}

#[test]
fn a_picture_that_cannot_be_the_logo_is_refused_with_the_reason() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let large: Vec<u8> = [png(48, 48), vec![0; LARGEST_FILE_BYTES]].concat();
    let long = "a".repeat(LONGEST_TEXT + 1);
    for (bytes, shows, code) in [
        (b"GIF89a".to_vec(), SHOWS, "not_png"),
        (png(96, 96)[..100].to_vec(), SHOWS, "not_png"),
        (large, SHOWS, "large_file"),
        (png(601, 60), SHOWS, "dots"),
        (png(60, 47), SHOWS, "dots"),
        (png(96, 96), " ", "text"),
        (png(96, 96), &long, "text"),
    ] {
        let refused = set(&mut county, &saved(&world, &bytes), shows, "").unwrap_err();
        let failure = refused.failure();
        assert_eq!(failure.code, "logo-refused", "{code}");
        assert_eq!(failure.values["flaw"], code);
    }
    assert_eq!(logo(&county).unwrap().png, None);
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let refused = set(&mut laptop, &saved(&world, &png(96, 96)), SHOWS, "");
    assert!(matches!(refused, Err(Error::OnlyCounty)));
}
