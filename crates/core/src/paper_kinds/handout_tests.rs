//! Papers about no victim: what stands on each, that nobody stands on it, and that none is in the register.

use std::path::Path;

use countyline_documents::testing::{Role, tags};

use super::tests::{ensure_worded, fonts, in_language, request, said};
use super::*;
use crate::agreements::{self, AgreementForm};
use crate::erasure::markers::{found_in, type_everything};
use crate::letters::test_office::{letters_of, seen};
use crate::partners::{self, PartnerForm};
use crate::registry::PARTNER;
use crate::testing::{World, partner, state_pack, victim};
use crate::{exchange, ids, policy, victims};
use countyline_ledger::Value;

/// Kinds about nothing, and what their messages begin with.
const ABOUT_NOTHING: [(&str, &str); 5] = [
    ("resource_list", "resource-"),
    ("rights_notice", "rights-"),
    ("danger_signs", "signs-"),
    ("quick_card", "quick-"),
    ("lost_laptop", "lost-"),
];

#[test]
fn a_paper_about_nobody_holds_nobody_and_is_not_in_the_register() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let agency = partners::create(&mut file, &partner("Valley Legal Aid"));
    type_everything(&mut file, &agency.unwrap().id);
    let before = file.verify().unwrap().commits;
    for (kind, prefix) in ABOUT_NOTHING {
        for language in ["en", "es"] {
            let request = in_language(&request(kind, None), language);
            let text = said(&file, &request);
            let found = found_in(text.as_bytes());
            assert!(found.is_empty(), "{kind}: {found:?} in {text}");
            ensure_worded(&text, prefix);
            let kept = record_printed(&mut file, &request, &fonts()).unwrap();
            assert_eq!(kept, None, "{kind}");
        }
    }
    assert_eq!(
        file.verify().unwrap().commits,
        before,
        "nothing was written"
    );
}

#[test]
fn a_paper_about_nothing_takes_no_id_and_one_about_somebody_needs_one() {
    let world = World::new();
    let file = world.county("Rivertown");
    for (kind, about) in [("danger_signs", Some("any")), ("safe_contact_card", None)] {
        let refused = preview(&file, &request(kind, about), &fonts());
        let is_refused = matches!(refused, Err(Error::InvalidInput { field: "about" }));
        assert!(is_refused, "{kind}: {refused:?}");
    }
    let refused = preview(&file, &request("postcard", None), &fonts());
    assert!(matches!(refused, Err(Error::UnknownCode { field: "kind" })));
}

#[test]
fn the_resource_list_has_the_places_by_what_they_help_with_and_no_address() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let food = PartnerForm {
        needs: vec!["food".to_owned(), "legal".to_owned()],
        phone: "555-0120".to_owned(),
        ..partner("Oak Flat Pantry")
    };
    let silent = PartnerForm {
        phone: String::new(),
        ..partner("No Phone Clinic")
    };
    for form in [partner("Valley Legal Aid"), food, silent] {
        partners::create(&mut file, &form).unwrap();
    }
    let mut list = request("resource_list", None);
    for (language, heading) in [("en", "Legal questions"), ("es", "Preguntas legales")] {
        let text = said(&file, &in_language(&list, language));
        for part in [
            heading,
            "Valley Legal Aid",
            "555-0115",
            "Oak Flat Pantry",
            "555-0120",
        ] {
            assert!(text.contains(part), "{language}: {part} in {text}");
        }
        for part in ["Main Street", "Rivertown", "No Phone"] {
            assert!(!text.contains(part), "{language}: {part} in {text}");
        }
    }
    list.needs = vec!["food".to_owned()];
    let text = said(&file, &list);
    assert!(text.contains("Oak Flat Pantry") && !text.contains("Valley Legal Aid"));
    list.needs = vec!["moonlight".to_owned()];
    let refused = preview(&file, &list, &fonts());
    assert!(matches!(
        refused,
        Err(Error::UnknownCode { field: "needs" })
    ));
}

/// Whoever carries it may be found with it.
#[test]
fn the_resource_list_that_goes_with_her_says_no_more_than_a_discreet_letter() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let telling = PartnerForm {
        phone: "555-0120 (victim line)".to_owned(),
        hours: "Ask for the deputy".to_owned(),
        ..partner("Valley Women’s Shelter")
    };
    for form in [partner("Oak Flat Clinic"), telling] {
        partners::create(&mut file, &form).unwrap();
    }
    let stays = request("resource_list", None);
    let goes = PaperRequest {
        goes_with_her: true,
        safe_to_carry: "yes".to_owned(),
        ..stays.clone()
    };
    let telling = ["Shelter", "victim", "deputy"];
    for language in ["en", "es"] {
        let text = said(&file, &in_language(&stays, language));
        assert!(telling.iter().all(|word| text.contains(word)), "{text}");
        let text = said(&file, &in_language(&goes, language));
        assert!(text.contains("Oak Flat Clinic") && text.contains("555-0120"));
        let found = telling.iter().find(|word| text.contains(**word));
        assert_eq!(found, None, "{language}: {text}");
    }
    let checks = preview(&file, &goes, &fonts()).unwrap().checks;
    let looked = checks
        .iter()
        .find(|check| check.code == "check-no-denied-word");
    assert!(looked.unwrap().passed);
}

/// As the pocket card: it carries the same numbers.
#[test]
fn pr_31_a_resource_list_that_was_given_is_recalled_when_a_number_on_it_changes() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let legal_aid = partners::create(&mut county, &partner("Valley Legal Aid"));
    let legal_aid = legal_aid.unwrap().id;
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let ana = victims::create(&mut county, &victim("Ana", "Example"));
    let ana = ana.unwrap().id;
    let goes = |whom: Option<&str>| PaperRequest {
        goes_with_her: true,
        safe_to_carry: "yes".to_owned(),
        ..request("resource_list", whom)
    };
    record_printed(&mut county, &goes(Some(&ana)), &fonts()).unwrap();
    // Somebody who has no record gets one from a deputy.
    record_printed(&mut laptop, &goes(None), &fonts()).unwrap();
    world.week(&mut laptop, &mut county);
    // One for the office is on the wall, in no register.
    record_printed(&mut county, &request("resource_list", None), &fonts()).unwrap();
    let out = papers::out(&county).unwrap();
    assert_eq!(out.len(), 2);
    for paper in &out {
        assert_eq!((&*paper.form, &*paper.state), ("resource_list", "given"));
        assert_eq!(paper.partners, ["Valley Legal Aid"]);
        assert!(paper.old_numbers.is_empty());
    }
    let hers = out.iter().filter(|paper| !paper.case_number.is_empty());
    assert_eq!(hers.count(), 1);
    let id = ids::parse(&PARTNER, &legal_aid).unwrap();
    let phone = [("phone", Value::text("555-0199"))];
    let changed = county.change(Action::EditPartner, |change| {
        change.edit_current(&PARTNER, id, phone)
    });
    changed.unwrap();
    assert_eq!(papers::to_recall(&county).unwrap(), 2);
    let out = papers::out(&county).unwrap();
    assert!(
        out.iter()
            .all(|paper| paper.old_numbers == ["Valley Legal Aid"])
    );
    let other = preview(&county, &goes(Some(&legal_aid)), &fonts());
    assert!(matches!(other, Err(Error::NotFound { .. })));
}

#[test]
fn rights_of_a_sample_are_marked_on_the_paper_and_before_it_and_a_states_own_are_not() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let notice = request("rights_notice", None);
    let is_marked = |file: &CaseFile, language: &str, word: &str| {
        let request = in_language(&notice, language);
        let checks = preview(file, &request, &fonts()).unwrap().checks;
        let warned = checks.iter().any(|check| check.code == "check-sample-pack");
        let text = said(file, &request);
        for part in ["Rivertown", "72", "12", "21"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert_eq!(text.contains(word), warned, "{text}");
        warned
    };
    assert!(is_marked(&file, "en", "SAMPLE"));
    assert!(is_marked(&file, "es", "MUESTRA"));
    assert!(said(&file, &notice).contains("To be heard in court"));
    let spanish = in_language(&notice, "es");
    assert!(said(&file, &spanish).contains("Que la escuchen en la corte"));
    policy::install_pack(&mut file, &state_pack("ohio", "1"), "").unwrap();
    assert!(!is_marked(&file, "en", "SAMPLE"));
    assert!(!is_marked(&file, "es", "MUESTRA"));
    assert!(said(&file, &notice).contains("ohio 1"));
}

#[test]
fn the_sheet_of_signs_names_neither_the_office_nor_strangulation() {
    let world = World::new();
    let file = world.county("Rivertown");
    let signs = request("danger_signs", None);
    for (language, parts) in [
        (
            "en",
            [
                "911",
                "988",
                "hard to breathe",
                "swallow",
                "pregnant",
                "hoarse",
            ],
        ),
        (
            "es",
            ["911", "988", "respirar", "tragar", "embarazada", "ronca"],
        ),
    ] {
        let text = said(&file, &in_language(&signs, language));
        for part in parts {
            assert!(text.contains(part), "{language}: {part} in {text}");
        }
        let lower = text.to_lowercase();
        for part in ["rivertown", "strangul", "estrangul", "sheriff"] {
            assert!(!lower.contains(part), "{language}: {part} in {text}");
        }
        assert!(
            preview(&file, &in_language(&signs, language), &fonts())
                .unwrap()
                .pages
                .len()
                <= 2
        );
    }
}

/// The window's help and the card say the same keys.
#[test]
fn the_quick_card_has_keys_that_the_window_has() {
    let table = include_str!("../../../../ui/src/app/key-table.ts");
    for (keys, word) in quick_card::KEYS {
        let names = keys.replace("  ", "', '");
        let row = format!("[['{names}'], '{word}']");
        assert!(table.contains(&row), "{row}");
    }
    let world = World::new();
    let file = world.county("Rivertown");
    let card = request("quick_card", None);
    for (language, part) in [("en", "Log a contact"), ("es", "contacto")] {
        let text = said(&file, &in_language(&card, language));
        assert!(text.contains("F2") && text.contains(part), "{text}");
        ensure_worded(&text, "key-");
        ensure_worded(&text, "help-");
    }
}

#[test]
fn the_sheet_of_a_lost_laptop_says_which_one_and_no_key() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let known = exchange::laptops(&county).unwrap().remove(0);
    let here = said(&laptop, &request("lost_laptop", None));
    let there = said(&county, &request("lost_laptop", Some("Laptop 07")));
    for text in [&here, &there] {
        for part in ["Laptop 07", "Dana Deputy", &known.id[..8], "Rivertown"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(!text.contains(&known.id[..9]), "the beginning names it");
        let words = exchange::keys(&county).unwrap();
        let spelled = format!("{words:?}");
        let key_words = spelled.split('"').filter(|part| part.len() > 24);
        assert!(key_words.into_iter().all(|part| !text.contains(part)));
    }
    let blank = said(&county, &request("lost_laptop", None));
    assert!(!blank.contains("Laptop 07") && blank.contains("Who works with it"));
    let refused = preview(
        &county,
        &request("lost_laptop", Some("Laptop 08")),
        &fonts(),
    );
    assert!(matches!(refused, Err(Error::NotFound { .. })));
    let refused = preview(
        &laptop,
        &request("lost_laptop", Some("Laptop 07")),
        &fonts(),
    );
    assert!(matches!(refused, Err(Error::OnlyCounty)));
}

#[test]
fn an_agreement_is_on_one_page_with_a_line_for_each_who_signs() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let legal = partners::create(&mut file, &partner("Valley Legal Aid"));
    let form = AgreementForm {
        title: "Referral protocol".to_owned(),
        party_ids: vec![legal.unwrap().id],
        scope: "They take our calls; we never ask who came.".to_owned(),
        confidentiality_terms: String::new(),
        signed_on: Some("2025-04-01".to_owned()),
        review_on: "2026-04-01".to_owned(),
        ended_on: None,
    };
    let id = agreements::create(&mut file, &form).unwrap().id;
    let page = request("agreement_page", Some(&id));
    for (language, day, nothing) in [
        ("en", "April 1, 2026", "Nothing is written down"),
        ("es", "1 de abril de 2026", "no hay nada escrito"),
    ] {
        let request = in_language(&page, language);
        let text = said(&file, &request);
        ensure_worded(&text, "mou-");
        for part in [
            "Referral protocol",
            "They take our calls",
            "Valley Legal Aid",
            day,
            nothing,
        ] {
            assert!(text.contains(part), "{language}: {part} in {text}");
        }
        for part in ["Main Street", "555-0115"] {
            assert!(!text.contains(part), "{language}: {part} in {text}");
        }
        assert_eq!(preview(&file, &request, &fonts()).unwrap().pages.len(), 1);
    }
}

#[test]
fn the_six_words_on_paper_are_those_the_county_reads() {
    let world = World::new();
    let county = world.county("Rivertown");
    let (laptop, stick) = world.laptop("Laptop 07", "Dana Deputy", &world.stick("stick"));
    let words = exchange::read_enrolment(&county, Path::new(&stick))
        .unwrap()
        .words;
    let sheet = request("six_words", None);
    for language in ["en", "es"] {
        let text = said(&laptop, &in_language(&sheet, language));
        ensure_worded(&text, "six-words-");
        for part in words
            .iter()
            .map(String::as_str)
            .chain(["Laptop 07", "Dana Deputy"])
        {
            assert!(text.contains(part), "{language}: {part} in {text}");
        }
    }
    let refused = preview(&county, &sheet, &fonts());
    assert!(matches!(refused, Err(Error::OnlyLaptop)));
}

/// Every language, page and size of letters.
fn every_print(plain: &PaperRequest) -> impl Iterator<Item = PaperRequest> {
    let prints = ["us_letter", "a4"].map(|page| [(page, false), (page, true)]);
    let prints = prints.into_iter().flatten();
    prints.flat_map(move |(page, large_print)| {
        ["en", "es"].map(|language| PaperRequest {
            page: page.to_owned(),
            large_print,
            ..in_language(plain, language)
        })
    })
}

/// Whoever reads half a number calls nobody.
#[test]
fn no_number_of_the_resource_list_is_broken_in_any_print() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    for (name, phone) in [
        ("Valley Legal Aid", "1-800-555-0115"),
        ("Oak Flat Clinic", "307-555-0116"),
    ] {
        let agency = PartnerForm {
            phone: phone.to_owned(),
            ..partner(name)
        };
        partners::create(&mut file, &agency).unwrap();
    }
    let carried = PaperRequest {
        goes_with_her: true,
        safe_to_carry: "yes".to_owned(),
        ..request("resource_list", None)
    };
    for plain in [request("resource_list", None), carried] {
        for wanted in every_print(&plain) {
            let lines = seen(&laid_out(&file, &wanted, &fonts()).unwrap());
            let languages = match &*wanted.language {
                "es" => "Idiomas",
                _ => "Languages",
            };
            for whole in ["1-800-555-0115", "307-555-0116", languages] {
                let stands = lines.iter().any(|line| line.contains(whole));
                assert!(stands, "{whole}: {wanted:?}: {lines:#?}");
            }
        }
    }
}

/// A signature on a page of its own could be put under anything.
#[test]
fn the_signature_under_a_release_form_never_stands_on_a_page_alone() {
    let world = World::new();
    let file = world.county("Rivertown");
    for wanted in every_print(&request("release_form", None)) {
        let layout = laid_out(&file, &wanted, &fonts()).unwrap();
        let tags = tags(&layout);
        let pages = letters_of(&layout);
        let last = pages.last().unwrap().iter().filter_map(|letter| letter.2);
        let mut roles = last.map(|tag| tags[tag].role);
        assert!(roles.any(|role| role == Role::ListBody), "{wanted:?}");
    }
}

#[test]
fn in_large_print_the_ways_to_reach_her_stand_in_large_letters_and_on_no_card() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let ana = victims::create(&mut file, &victim("Ana", "Example"))
        .unwrap()
        .id;
    for wanted in every_print(&request("safe_contact_card", Some(&ana))) {
        let layout = laid_out(&file, &wanted, &fonts()).unwrap();
        let has_cards = tags(&layout).iter().any(|tag| tag.role == Role::Section);
        assert_eq!(has_cards, !wanted.large_print, "{wanted:?}");
    }
}
