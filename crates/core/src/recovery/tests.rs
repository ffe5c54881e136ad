use std::path::PathBuf;

use super::*;
use crate::outside::testing::{KnownSecret, SeededRandom, outside};
use crate::testing::{PASSPHRASE, World};

const NEW: &str = "other made-up words";

fn paths(world: &World, set: &str) -> Vec<PathBuf> {
    let stick = world.stick(set);
    (1..=SHEETS)
        .map(|number| stick.join(format!("sheet-{number}.txt")))
        .collect()
}

fn text(sheet: &Sheet) -> Zeroizing<String> {
    let text = sheet.text();
    Zeroizing::new(format!("Sheet {}\n\n{}\n", sheet.number, *text))
}

fn made(world: &World, county: &mut CaseFile, set: &str) -> Vec<Sheet> {
    let paths = paths(world, set);
    let to = [paths[0].as_path(), paths[1].as_path(), paths[2].as_path()];
    make(county, PASSPHRASE, to, text).unwrap();
    paths
        .iter()
        .map(|path| Sheet::read(&std::fs::read_to_string(path).unwrap()).unwrap())
        .collect()
}

/// What a page says can be typed in as it stands.
#[test]
fn the_words_of_a_printed_sheet_open_the_office_as_those_of_a_text_do() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let fonts = crate::letters::test_office::fonts();
    let stick = world.stick("pages");
    let paths: Vec<PathBuf> = (1..=SHEETS)
        .map(|number| stick.join(format!("sheet-{number}.pdf")))
        .collect();
    let to = [paths[0].as_path(), paths[1].as_path(), paths[2].as_path()];
    for language in ["en", "es"] {
        let asked = OnPaper {
            language,
            page: "us_letter",
            fonts: &fonts,
        };
        make_on_paper(&mut county, PASSPHRASE, to, &asked).unwrap();
        let sheets: Vec<Sheet> = paths
            .iter()
            .map(|path| {
                let pdf = std::fs::read(path).unwrap();
                let said = countyline_documents::visible_and_hidden_text(&pdf).unwrap();
                let unmarked = |letter: &char| !matches!(letter, '\u{2066}'..='\u{2069}');
                let said: String = said.chars().filter(unmarked).collect();
                assert!(said.contains("Rivertown") && !said.contains("recovery-"));
                read_page(&said)
            })
            .collect();
        let copy = copied(&world, "Rivertown", &format!("copy {language}"));
        let pair = [&sheets[2], &sheets[0]];
        open(&copy, pair, NEW, elsewhere(&world)).unwrap();
        for path in &paths {
            std::fs::remove_file(path).unwrap();
        }
    }
}

/// A sheet from a page's words, wherever the lines break on it.
fn read_page(said: &str) -> Sheet {
    let words: Vec<&str> = said.split_whitespace().collect();
    let mut lines = String::new();
    let is_of_list = |word: &str| countyline_bundle::words::place_of(word).is_some();
    for number in 1..=4 {
        let digit = number.to_string();
        let mut lines_of_words = words.windows(12);
        let line = lines_of_words
            .find(|line| line[0] == digit && line[1..].iter().all(|word| is_of_list(word)));
        let line = line.unwrap_or_else(|| panic!("line {number} in {said}"));
        lines += &format!("{number}. {}\n", line[1..].join(" "));
    }
    Sheet::read(&lines).unwrap()
}

/// A machine that never saw this office: another secret.
fn elsewhere(world: &World) -> Outside {
    Outside {
        device_secret: Box::new(KnownSecret([8; 32])),
        ..outside(&world.clock, 5)
    }
}

fn copied(world: &World, from: &str, to: &str) -> PathBuf {
    let copy = world.stick(to);
    for name in ["case.db", "case.key"] {
        std::fs::copy(world.path(from).join(name), copy.join(name)).unwrap();
    }
    copy
}

#[test]
fn any_two_sheets_open_a_copy_elsewhere_without_the_machine_and_its_passphrase() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let sheets = made(&world, &mut county, "sheets");
    drop(county);
    for (number, (one, other)) in [(0, 1), (2, 0), (1, 2)].into_iter().enumerate() {
        let copy = copied(&world, "Rivertown", &format!("copy {number}"));
        let refused = CaseFile::unlock(&copy, PASSPHRASE, elsewhere(&world)).map(drop);
        assert!(matches!(refused, Err(Error::DeviceSecretMissing)));
        let pair = [&sheets[one], &sheets[other]];
        let opened = open(&copy, pair, NEW, elsewhere(&world)).unwrap();
        assert!(opened.verify().unwrap().ok);
        drop(opened);
        CaseFile::unlock(&copy, NEW, elsewhere(&world)).unwrap();
    }
}

#[test]
fn one_sheet_twice_opens_nothing() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let sheets = made(&world, &mut county, "sheets");
    drop(county);
    let folder = world.path("Rivertown");
    for sheet in &sheets {
        let refused = open(&folder, [sheet, sheet], NEW, elsewhere(&world)).map(drop);
        assert!(matches!(refused, Err(Error::RecoverySheetTwice)));
    }
}

/// With another random source every half of one sheet can stay as it is while the key is another: so the
/// sheet says nothing about the key.
#[test]
fn each_sheet_alone_fits_every_key() {
    let keys = [[0u8; 32], [0x5a; 32], [0xff; 32]];
    for alone in 0..SHEETS {
        let seen = |key: &[u8; 32], pads: &[[u8; 32]; 3]| {
            let mut pads = pads.iter();
            let mut random = Drawn(&mut pads);
            let sheets = split(key, &mut random);
            let [first, second] = &sheets[alone].halves;
            (**first, **second)
        };
        let first = seen(&keys[0], &[[1; 32], [2; 32], [3; 32]]);
        for key in &keys {
            // The pads that make this sheet look the same under this key.
            let pads: [[u8; 32]; 3] = std::array::from_fn(|pair| {
                let drawn = [[1u8; 32], [2; 32], [3; 32]][pair];
                let (_, other) = PAIRS[pair];
                if other == alone {
                    *xor(&drawn, &xor(key, &keys[0]))
                } else {
                    drawn
                }
            });
            assert_eq!(seen(key, &pads), first);
        }
    }
}

struct Drawn<'a>(&'a mut std::slice::Iter<'a, [u8; 32]>);

impl Random for Drawn<'_> {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.copy_from_slice(self.0.next().unwrap());
    }
}

#[test]
fn every_pair_gives_the_key_and_no_half_is_shared_between_pairs() {
    let key = [0x37; 32];
    let sheets = split(&key, &mut SeededRandom::new(1));
    for (one, other) in PAIRS {
        assert_eq!(*join([&sheets[one], &sheets[other]]).unwrap(), key);
        assert_eq!(*join([&sheets[other], &sheets[one]]).unwrap(), key);
    }
    let halves: std::collections::BTreeSet<[u8; 32]> = sheets
        .iter()
        .flat_map(|sheet| sheet.halves.iter().map(|half| **half))
        .collect();
    assert_eq!(halves.len(), 6);
}

#[test]
fn a_mistyped_line_is_told_by_its_number() {
    let sheets = split(&[0x37; 32], &mut SeededRandom::new(1));
    let right: Vec<String> = sheets[1].text().lines().map(str::to_owned).collect();
    for wrong in 0..right.len() {
        let mut lines = right.clone();
        let words: Vec<&str> = lines[wrong].split(' ').collect();
        let other = if words[4] == "zoom" { "abacus" } else { "zoom" };
        let mut words = words.clone();
        words[4] = other;
        lines[wrong] = words.join(" ");
        let refused = Sheet::read(&lines.join("\n"));
        let number = wrong + 1;
        assert!(
            matches!(refused, Err(Error::RecoverySheetMistyped { line }) if line == number),
            "{refused:?}"
        );
    }
    let mut swapped = right.clone();
    swapped.swap(0, 1);
    assert!(Sheet::read(&swapped.join("\n")).is_err());
    assert!(Sheet::read(&right[..3].join("\n")).is_err());
    let loud = right.join("\n").to_uppercase();
    assert_eq!(Sheet::read(&loud).unwrap().number, 2);
}

#[test]
fn new_sheets_make_the_old_ones_useless() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let old = made(&world, &mut county, "old");
    let new = made(&world, &mut county, "new");
    drop(county);
    let folder = world.path("Rivertown");
    for pair in [[&old[0], &old[1]], [&old[0], &new[1]]] {
        let refused = open(&folder, pair, NEW, elsewhere(&world)).map(drop);
        assert!(
            matches!(refused, Err(Error::RecoverySheetsOld)),
            "{refused:?}"
        );
    }
    open(&folder, [&new[0], &new[1]], NEW, elsewhere(&world)).unwrap();
}

#[test]
fn sheets_are_never_kept_and_never_written_over_a_file() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let sheets = made(&world, &mut county, "sheets");
    let paths = paths(&world, "sheets");
    let to = [paths[0].as_path(), paths[1].as_path(), paths[2].as_path()];
    let refused = make(&mut county, PASSPHRASE, to, text);
    assert!(matches!(refused, Err(Error::FileExists)));
    let kept = std::fs::read_to_string(&paths[0]).unwrap();
    assert_eq!(kept, *text(&sheets[0]));
    let key_file = std::fs::read_to_string(world.path("Rivertown").join("case.key")).unwrap();
    for sheet in &sheets {
        for half in &sheet.halves {
            assert!(!key_file.contains(&crate::casefile::hex(half.as_ref())));
        }
    }
}

#[test]
fn the_passphrase_is_asked_for_again_and_sheets_that_cannot_be_written_change_nothing() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let stick = world.stick("stick");
    let to = [
        stick.join("1.txt"),
        stick.join("2.txt"),
        world.path("gone").join("3.txt"),
    ];
    let to = [to[0].as_path(), to[1].as_path(), to[2].as_path()];
    let refused = make(&mut county, "not the passphrase", to, text);
    assert!(matches!(refused, Err(Error::WrongPassphrase)));
    assert!(make(&mut county, PASSPHRASE, to, text).is_err());
    assert_eq!(std::fs::read_dir(&stick).unwrap().count(), 0);
    assert_eq!(made_at(&county).unwrap(), None);
}

#[test]
fn an_office_without_sheets_says_so() {
    let world = World::new();
    drop(world.county("Rivertown"));
    let sheets = split(&[0x37; 32], &mut SeededRandom::new(1));
    let pair = [&sheets[0], &sheets[1]];
    let refused = open(&world.path("Rivertown"), pair, NEW, elsewhere(&world)).map(drop);
    assert!(matches!(refused, Err(Error::NoRecovery)));
}
