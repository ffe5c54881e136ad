//! Every paper in every language, as somebody approved it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use countyline_core::exchange;
use countyline_core::letters::Fonts;
use countyline_core::paper_kinds::{self, PaperRequest};
use countyline_core::testing::World;
use system_tests::golden_papers::{self, approve, approved, differences, make};

#[test]
fn every_paper_says_what_was_approved_and_looks_so() {
    let folder = tempfile::tempdir().unwrap();
    let made = make(folder.path());
    assert!(made.len() > 30, "{}", made.len());
    let found = differences(&made, &approved());
    assert!(found.is_empty(), "look with `make papers`: {found:#?}");
}

#[test]
fn programs_of_others_find_nothing_wrong_with_any_paper() {
    let folder = tempfile::tempdir().unwrap();
    let made = make(folder.path());
    for (name, pdf) in &made {
        let checked = Command::new("qpdf").arg("--check").arg(pdf).output();
        let checked = checked.expect("scripts/setup.sh installs qpdf");
        let says = String::from_utf8_lossy(&checked.stdout);
        let is_clean =
            checked.status.success() && says.contains("No syntax or stream encoding errors found");
        assert!(is_clean, "{name}: {says}");
    }
    let pdfua = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/tools/pdfua/bin/pdfua");
    let checked = Command::new(pdfua)
        .arg("check")
        .args(made.values())
        .output()
        .expect("scripts/setup.sh installs pdfua");
    let says = String::from_utf8_lossy(&checked.stdout);
    assert!(checked.status.success(), "{says}");
    for pdf in made.values() {
        let name = pdf.file_name().unwrap().to_string_lossy();
        assert!(says.contains(&*name), "{name} was not checked: {says}");
    }
}

/// In a language that is written from right to left, a number that is not kept apart is read backwards.
#[test]
fn the_numbers_of_a_language_from_right_to_left_are_read_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let made = make(folder.path());
    let from_the_right = made.iter().filter(|(name, _)| name.starts_with("ar-"));
    let (mut papers, mut with_numbers) = (0, 0);
    for (name, pdf) in from_the_right {
        let text = golden_papers::text(pdf);
        assert!(text.contains("نموذج"), "{name}: {text}");
        for backwards in ["0115-555", "0101-555", "0170-555"] {
            assert!(!text.contains(backwards), "{name}: {text}");
        }
        papers += 1;
        with_numbers += usize::from(text.contains("555-0115") || text.contains("555-0101"));
    }
    assert_eq!((papers, with_numbers), (10, 7));
}

#[test]
fn a_paper_that_says_or_looks_otherwise_or_is_gone_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let made = make(folder.path());
    let mut names = made.keys();
    let (one, other) = (names.next().unwrap(), names.next().unwrap());
    let before = tempfile::tempdir().unwrap();
    approve(&made, before.path());
    let only = |name: &str, file: &str| BTreeMap::from([(name.to_owned(), made[file].clone())]);
    let found = differences(&only(one, other), before.path());
    let noticed = |what: &str| found.iter().any(|difference| difference.contains(what));
    assert!(noticed(&format!("{one} says something else")), "{found:?}");
    assert!(noticed(&format!("{one} looks different")), "{found:?}");
    assert!(
        noticed(&format!("{other} is not made any more")),
        "{found:?}"
    );
    assert_eq!(differences(&made, before.path()), Vec::<String>::new());
}

/// A laptop joins by its sheet alone: what a camera reads of it is its request.
#[test]
fn the_code_on_an_enrolment_sheet_is_read_by_a_camera_and_enrols_the_laptop() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let (mut laptop, request) = world.laptop("Laptop 07", "Dana Deputy", &world.stick("lost"));
    let on_stick = exchange::read_enrolment(&county, Path::new(&request)).unwrap();
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts");
    let fonts = Fonts::load(&fonts).unwrap();
    for (language, page) in [("en", "us_letter"), ("es", "a4")] {
        let sheet = PaperRequest {
            kind: "six_words".to_owned(),
            about_id: None,
            needs: Vec::new(),
            language: language.to_owned(),
            page: page.to_owned(),
            large_print: page == "a4",
            both_sides: false,
            goes_with_her: false,
            safe_to_carry: "not_asked".to_owned(),
        };
        let folder = world.stick(page);
        let saved = paper_kinds::save(&mut laptop, &sheet, &fonts, &folder).unwrap();
        let read = folder.join("read.txt");
        fs::write(&read, seen_by_a_camera(Path::new(&saved.path))).unwrap();
        let on_paper = exchange::read_enrolment(&county, &read).unwrap();
        assert_eq!(on_paper.words, on_stick.words);
        assert_eq!(on_paper.laptop_name, "Laptop 07");
        let welcome = exchange::enrol_laptop(&mut county, &read, &folder).unwrap();
        assert_eq!(welcome.laptop_name, "Laptop 07");
    }
}

/// What the codes on the pages of a PDF say.
fn seen_by_a_camera(pdf: &Path) -> Vec<u8> {
    let pages = pdf.with_extension("");
    let drawn = Command::new("pdftoppm")
        .args(["-r", "200", "-png"])
        .args([pdf, &pages])
        .status();
    assert!(drawn.expect("poppler-utils").success());
    let folder = fs::read_dir(pdf.parent().unwrap()).unwrap();
    let pages = folder.map(|entry| entry.unwrap().path());
    let pages = pages.filter(|path| path.extension().is_some_and(|ending| ending == "png"));
    let seen = Command::new("zbarimg")
        .args(["--quiet", "--raw"])
        .args(pages)
        .output();
    seen.expect("zbar-tools").stdout
}
