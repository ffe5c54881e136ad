//! Letters as they lie on disk, read back by a program that is not ours (poppler's `pdftotext` and `pdfinfo`).

use std::path::{Path, PathBuf};
use std::process::Command;

use countyline_core::casefile::CaseFile;
use countyline_core::letters::{self, Fonts, LetterRequest, SavedLetter};
use countyline_core::referrals::{self, ReferralForm};
use countyline_core::testing::{World, partner, victim};
use countyline_core::{partners, victims};

use crate::offices::everything;

const DENIED: &str = include_str!("../../assets/letters/discreet-deny.json");

fn fonts() -> Fonts {
    Fonts::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts")).unwrap()
}

/// Rivertown with a victim who was given the numbers of these agencies.
fn referred(
    world: &World,
    agencies: &[countyline_core::partners::PartnerForm],
) -> (CaseFile, LetterRequest) {
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Anabel", "Examplesson"))
        .unwrap()
        .id;
    let partner_ids = agencies
        .iter()
        .map(|agency| partners::create(&mut county, agency).unwrap().id)
        .collect();
    let form = ReferralForm {
        victim_id: ana.clone(),
        partner_ids,
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    let made = referrals::refer_victim(&mut county, &form).unwrap();
    let request = LetterRequest {
        victim_id: ana,
        referral_ids: made.into_iter().map(|referral| referral.id).collect(),
        form: "discreet".to_owned(),
        language: "en".to_owned(),
        page: "us_letter".to_owned(),
        large_print: false,
        both_sides: false,
        safe_to_carry: "yes".to_owned(),
        release_id: None,
        exclusions_read: false,
        held: false,
    };
    (county, request)
}

fn save(world: &World, file: &mut CaseFile, request: &LetterRequest, stick: &str) -> SavedLetter {
    letters::save(file, request, &fonts(), &world.stick(stick)).unwrap()
}

/// Everything a stranger could read: the words on the paper, the metadata, the file's name.
fn read_back(path: &str) -> String {
    let told = |program: &str, arguments: &[&str]| {
        let answer = Command::new(program).args(arguments).output();
        let answer =
            answer.unwrap_or_else(|_| panic!("{program} is missing: install poppler-utils"));
        assert!(answer.status.success(), "{program} cannot read {path}");
        String::from_utf8(answer.stdout).unwrap()
    };
    let name = Path::new(path).file_name().unwrap().to_str().unwrap();
    let words = told("pdftotext", &[path, "-"]);
    assert!(words.len() > 100, "the letter was not read: {words}");
    format!(
        "{words}\n{}\n{}\n{name}",
        told("pdfinfo", &[path]),
        told("pdfinfo", &["-meta", path])
    )
}

/// As `discreet-deny.json` says under `how`, for the letters that English and Spanish have.
fn folded(text: &str) -> String {
    let plain: String = text
        .to_lowercase()
        .chars()
        .map(|letter| match letter {
            'á' => 'a',
            'é' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            '-' | '_' => ' ',
            other => other,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn denied_words() -> Vec<String> {
    let list: serde_json::Value = serde_json::from_str(DENIED).unwrap();
    let languages = list["words"].as_object().unwrap().values();
    let words: Vec<String> = languages
        .flat_map(|words| words.as_array().unwrap())
        .map(|word| word.as_str().unwrap().to_owned())
        .collect();
    assert!(words.len() > 100);
    words
}

#[test]
fn as_14_a_discreet_letter_holds_nothing_that_gives_her_away() {
    let world = World::new();
    let mut telling_name = partner("Rivertown Victim Services");
    telling_name.hours = "Crisis line, day and night".to_owned();
    let plain_name = partner("Oak Flat Helping Hands");
    let (mut county, mut request) = referred(&world, &[telling_name, plain_name]);
    let page = victims::page(&county, &request.victim_id).unwrap();
    let secrets = [
        "Rivertown",
        "County desk",
        "Pat Coordinator",
        "Anabel",
        "Examplesson",
        &page.summary.case_number,
        "555-0101",
        "Elm Creek",
        "Countyline",
    ];
    for language in ["en", "es"] {
        request.language = language.to_owned();
        let saved = save(&world, &mut county, &request, language);
        let read = folded(&read_back(&saved.path));
        assert!(
            read.contains("555 0115"),
            "{language}: the number is what the letter is for"
        );
        for word in denied_words() {
            assert!(!read.contains(&word), "{language}: {word}");
        }
        for secret in secrets {
            assert!(!read.contains(&folded(secret)), "{language}: {secret}");
        }
    }
}

#[test]
fn a_full_letter_names_the_agency_and_not_the_case() {
    let world = World::new();
    let (mut county, mut request) = referred(&world, &[partner("Oak Flat Legal Aid")]);
    request.form = "full".to_owned();
    let number = victims::page(&county, &request.victim_id)
        .unwrap()
        .summary
        .case_number;
    for language in ["en", "es"] {
        request.language = language.to_owned();
        let saved = save(&world, &mut county, &request, language);
        let read = read_back(&saved.path);
        assert!(read.contains("Oak Flat Legal Aid") && read.contains("555-0115"));
        assert!(
            !read.contains("Examplesson") && !read.contains(&number),
            "{language}"
        );
    }
}

#[test]
fn a_shelter_with_a_confidential_location_never_shows_where_it_is() {
    let world = World::new();
    let mut shelter = partner("Prairie House");
    shelter.kind = "shelter".to_owned();
    shelter.zone = "Hidden Hollow".to_owned();
    shelter.confidential_location = Some(true);
    let mut county = world.county("Cedar Falls");
    let refused = partners::create(&mut county, &shelter).unwrap_err();
    assert_eq!(refused.failure().code, "confidential-address");
    assert!(partners::list(&county, "").unwrap().is_empty());

    let address = std::mem::take(&mut shelter.address);
    let (mut county, mut request) = referred(&world, &[shelter]);
    for form in ["full", "discreet"] {
        for language in ["en", "es"] {
            request.form = form.to_owned();
            request.language = language.to_owned();
            let saved = save(&world, &mut county, &request, &format!("{form} {language}"));
            let read = read_back(&saved.path);
            assert!(read.contains("555-0115"));
            assert!(
                !read.contains(&address) && !read.contains("Hidden Hollow"),
                "{form}"
            );
        }
    }
}

#[test]
fn the_same_request_makes_the_same_file() {
    let world = World::new();
    let (mut county, mut request) = referred(&world, &[partner("Oak Flat Legal Aid")]);
    for form in ["full", "discreet"] {
        request.form = form.to_owned();
        let once = save(&world, &mut county, &request, "once");
        let again = save(&world, &mut county, &request, "again");
        assert_eq!(once.sha256, again.sha256, "{form}");
        let bytes = |saved: &SavedLetter| std::fs::read(PathBuf::from(&saved.path)).unwrap();
        assert_eq!(bytes(&once), bytes(&again), "{form}");
    }
}

#[test]
fn the_preview_is_the_letter() {
    let world = World::new();
    let (mut county, request) = referred(&world, &[partner("Oak Flat Helping Hands")]);
    let preview = letters::preview(&county, &request, &fonts()).unwrap();
    assert!(preview.ready, "{:?}", preview.checks);
    let read = folded(&read_back(
        &save(&world, &mut county, &request, "paper").path,
    ));
    for line in preview.text.lines().filter(|line| !line.trim().is_empty()) {
        let visible: String = line
            .chars()
            .filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}'))
            .collect();
        for word in folded(&visible).split(' ') {
            assert!(read.contains(word), "{word}");
        }
    }
}

#[test]
fn paper_that_is_not_safe_to_carry_is_not_made() {
    let world = World::new();
    let (mut county, mut request) = referred(&world, &[partner("Oak Flat Legal Aid")]);
    let before = everything(&county);
    let stick = world.stick("paper");
    for answer in ["no", "not_asked", ""] {
        request.safe_to_carry = answer.to_owned();
        let refused = letters::save(&mut county, &request, &fonts(), &stick).unwrap_err();
        assert_eq!(refused.failure().code, "unsafe-to-carry");
    }
    assert_eq!(std::fs::read_dir(&stick).unwrap().count(), 0);
    assert_eq!(everything(&county), before);
}

#[test]
fn a_missing_font_is_told_by_its_name() {
    let world = World::new();
    let Err(refused) = Fonts::load(&world.stick("no fonts")) else {
        panic!("fonts were found in an empty folder");
    };
    let failure = countyline_core::error::Error::from(refused).failure();
    assert_eq!(failure.code, "font-missing");
    assert_eq!(failure.values["file"], "SourceSans3-Regular.ttf");
}
