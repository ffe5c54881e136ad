//! What a letter says in each form and language, and what it never says.

use std::fs;

use countyline_documents::lay_out;

use super::checks::checks;
use super::test_office::{fonts, refer, unmarked};
use super::*;
use crate::duplicates;
use crate::incidents::{self, IncidentForm, PartForm};
use crate::partners::PartnerForm;
use crate::staff::{self, StaffForm};
use crate::testing::{World, partner, victim};
use crate::victims::{self, OtherName, VictimFacts};

/// A county whose victim was referred to these agencies, and the request for her letter.
fn referred(world: &World, given: &str, agencies: &[PartnerForm]) -> (CaseFile, LetterRequest) {
    let mut file = world.county("Cedar County");
    let request = refer(&mut file, given, agencies);
    (file, request)
}

fn in_form(request: &LetterRequest, form: &str, language: &str) -> LetterRequest {
    LetterRequest {
        form: form.to_owned(),
        language: language.to_owned(),
        ..request.clone()
    }
}

fn said(preview: &LetterPreview) -> String {
    unmarked(&preview.text)
}

fn failed(preview: &LetterPreview) -> Vec<&str> {
    let checks = preview.checks.iter();
    let failed = checks.filter(|check| !check.passed && !check.warning);
    failed.map(|check| check.code.as_str()).collect()
}

#[test]
fn a_full_letter_names_her_the_office_and_each_agency_in_her_language() {
    let world = World::new();
    let (file, request) = referred(&world, "Maria", &[partner("Valley Legal Aid")]);
    for (language, title, date) in [
        ("en", "Places that can help you", "March 2, 2026"),
        ("es", "Lugares", "2 de marzo de 2026"),
    ] {
        let preview = preview(&file, &in_form(&request, "full", language), &fonts()).unwrap();
        assert!(preview.ready, "{:?}", preview.checks);
        let text = said(&preview);
        for part in [
            title,
            date,
            "Maria",
            "Valley Legal Aid",
            "555-0115",
            "12 Main Street, Oak Flat",
            "Cedar County",
        ] {
            assert!(text.contains(part), "{language}: {part} in {text}");
        }
        assert!(!text.contains("Marker"), "her family name is not needed");
    }
}

#[test]
fn a_discreet_letter_names_neither_her_nor_the_office() {
    let world = World::new();
    let (file, request) = referred(&world, "Maria", &[partner("Valley Clinic")]);
    for (language, title) in [("en", "Community numbers"), ("es", "meros")] {
        let request = in_form(&request, "discreet", language);
        let preview = preview(&file, &request, &fonts()).unwrap();
        assert_eq!(failed(&preview), [""; 0], "{language}");
        assert!(preview.ready);
        let text = said(&preview);
        for part in [title, "Valley Clinic", "555-0115"] {
            assert!(text.contains(part), "{language}: {part} in {text}");
        }
        for part in ["Maria", "Marker", "Cedar", "Coordinator", "Main Street"] {
            assert!(!text.contains(part), "{language}: {part} in {text}");
        }
    }
}

#[test]
fn a_plain_letter_names_her_and_each_agency_and_neither_the_office_nor_a_crime() {
    let world = World::new();
    let agencies = [
        partner("Valley Victim Services"),
        PartnerForm {
            phone: "555-0116".to_owned(),
            address: "Court House, Cedar County".to_owned(),
            ..partner("Cedar County Legal Aid")
        },
    ];
    let (file, request) = referred(&world, "Maria", &agencies);
    for (language, greeting, need) in [
        ("en", "Dear Maria", "Legal questions"),
        ("es", "Hola, Maria", "Preguntas legales"),
    ] {
        let request = in_form(&request, "plain", language);
        let preview = preview(&file, &request, &fonts()).unwrap();
        assert_eq!(failed(&preview), [""; 0], "{language}");
        let text = said(&preview);
        for part in [
            greeting,
            "Valley Victim Services",
            "12 Main Street",
            need,
            "555-0116",
        ] {
            assert!(text.contains(part), "{language}: {part} in {text}");
        }
        for part in ["Marker", "Cedar", "Coordinator", "plain-", "discreet-"] {
            assert!(!text.contains(part), "{language}: {part} in {text}");
        }
        // What agencies call themselves is theirs; what is ours has no denied word.
        let ours = text.replace("Valley Victim Services", "");
        assert_eq!(discreet::denied_word(&ours), None, "{language}: {text}");
        assert!(
            !preview.file_name.contains("letter"),
            "{}",
            preview.file_name
        );
    }
}

#[test]
fn a_pocket_card_is_as_discreet_as_a_discreet_letter_and_holds_numbers_alone() {
    let world = World::new();
    let agencies = [
        partner("Valley Clinic"),
        PartnerForm {
            name: "Valley Victim Services".to_owned(),
            phone: "Hotline 555-0177".to_owned(),
            ..partner("")
        },
    ];
    let (file, request) = referred(&world, "Maria", &agencies);
    for (language, need) in [("en", "Legal questions"), ("es", "Preguntas legales")] {
        let request = in_form(&request, "pocket_card", language);
        let preview = preview(&file, &request, &fonts()).unwrap();
        assert_eq!(failed(&preview), [""; 0], "{language}");
        let codes: Vec<&str> = preview.checks.iter().map(|check| &*check.code).collect();
        assert!(codes.contains(&"check-no-denied-word"), "{codes:?}");
        let text = said(&preview);
        for part in ["Valley Clinic", "555-0115", need, "555-0177"] {
            assert!(text.contains(part), "{language}: {part} in {text}");
        }
        for part in [
            "Maria", "Marker", "Cedar", "Victim", "Hotline", "Mon-Fri", "Main",
        ] {
            assert!(!text.contains(part), "{language}: {part} in {text}");
        }
        assert_eq!(preview.pages.len(), 1);
    }
}

#[test]
fn the_form_of_another_paper_is_no_form_of_a_letter() {
    let world = World::new();
    let (file, request) = referred(&world, "Maria", &[partner("Valley Clinic")]);
    for form in ["release_form", "", "postcard"] {
        let refused = preview(&file, &in_form(&request, form, "en"), &fonts());
        assert!(matches!(refused, Err(Error::UnknownCode { field: "form" })));
    }
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let world = World::new();
    let (file, request) = referred(&world, "Maria", &[partner("Valley Legal Aid")]);
    for form in ["full", "plain", "discreet", "pocket_card"] {
        let request = in_form(&request, form, "es");
        let [first, second] = [(); 2].map(|()| make(&file, &request, &fonts()).unwrap().pdf);
        assert!(first.starts_with(b"%PDF"));
        assert_eq!(first, second, "{form}");
    }
}

#[test]
fn an_agency_whose_words_are_denied_appears_by_its_number_alone() {
    let world = World::new();
    let agency = PartnerForm {
        name: "Valley Victim Services".to_owned(),
        phone: "Hotline 555-0177 (ask for the shelter)".to_owned(),
        hours: "Crisis line day and night".to_owned(),
        ..partner("")
    };
    let (file, request) = referred(&world, "Maria", &[agency]);
    let preview = preview(&file, &in_form(&request, "discreet", "en"), &fonts()).unwrap();
    assert_eq!(failed(&preview), [""; 0]);
    let text = said(&preview);
    assert!(text.contains("555-0177"), "{text}");
    for part in ["Victim", "Hotline", "shelter", "Crisis"] {
        assert!(!text.contains(part), "{part} in {text}");
    }
}

#[test]
fn an_agency_that_has_her_name_appears_without_its_own() {
    let world = World::new();
    let (file, request) = referred(&world, "María José", &[partner("Santa Maria Clinic")]);
    let preview = preview(&file, &in_form(&request, "discreet", "en"), &fonts()).unwrap();
    assert_eq!(failed(&preview), [""; 0]);
    assert!(!said(&preview).contains("Maria"));
}

#[test]
fn initials_and_the_name_of_a_month_stop_no_letter() {
    for given in ["A", "De", "March"] {
        let world = World::new();
        let (file, request) = referred(&world, given, &[partner("Valley Clinic")]);
        for language in ["en", "es"] {
            let request = in_form(&request, "discreet", language);
            let preview = preview(&file, &request, &fonts()).unwrap();
            assert_eq!(failed(&preview), [""; 0], "{given} {language}");
        }
    }
}

#[test]
fn a_planted_word_fails_its_check_and_nothing_is_written() {
    let world = World::new();
    let (file, request) = referred(&world, "Maria", &[partner("Valley Clinic")]);
    let request = in_form(&request, "discreet", "en");
    let victim_id = ids::parse(&VICTIM, &request.victim_id).unwrap();
    let private = Private::of(&file, victim_id).unwrap();
    for (planted, code) in [
        ("The Sheriff knows", "check-no-denied-word"),
        ("Lugar de REFUGIO", "check-no-denied-word"),
        ("Cedar\u{2066} County", "check-no-agency-name"),
        ("ask for Pat Coordinator", "check-no-agency-name"),
        ("for MARÍA", "check-no-victim-or-case"),
        ("Ms. Marker", "check-no-victim-or-case"),
    ] {
        let mut paper = countyline_documents::Paper::new("Community numbers", "en");
        paper.blocks = vec![countyline_documents::Block::paragraph(planted)];
        let layout = lay_out(&paper, &fonts()).unwrap();
        let pdf = to_pdf(&layout).unwrap();
        let name = "community-numbers-en.pdf";
        let checks = checks(Form::Discreet, &paper, &layout, &pdf, name, &private).unwrap();
        assert!(!is_ready(&checks), "{planted}");
        let mut failed = checks.iter().filter(|check| !check.passed);
        assert!(failed.any(|check| check.code == code), "{planted}");
    }
}

/// Everybody who is known to work here, and every name and number of hers, also of her other records.
#[test]
fn a_discreet_paper_is_compared_with_every_name_and_number_that_is_known() {
    let world = World::new();
    let (mut file, request) = referred(&world, "Maria", &[partner("Valley Clinic")]);
    let request = in_form(&request, "discreet", "en");
    let her = &request.victim_id;
    let shown = victims::record(&file, her).unwrap();
    let called = |kind: &str, name: &str| OtherName {
        kind: kind.to_owned(),
        name: name.to_owned(),
    };
    let facts = VictimFacts {
        other_names: vec![called("chosen", "Marisol"), called("alias", "Birdie")],
        ..shown.facts
    };
    victims::set_facts(&mut file, her, &facts, &shown.seen).unwrap();
    let again = victims::create(&mut file, &victim("Ria", "Otherly"))
        .unwrap()
        .id;
    duplicates::link(&mut file, her, &again).unwrap();
    let other_number = victims::page(&file, &again).unwrap().summary.case_number;
    let incident = IncidentForm {
        agency_case_number: "26-00117".to_owned(),
        occurred_on: "2026-03-01".to_owned(),
        part: PartForm {
            role: "primary".to_owned(),
            offender_relation: "ex".to_owned(),
            ..PartForm::default()
        },
        ..IncidentForm::default()
    };
    incidents::record(&mut file, &again, &incident).unwrap();
    let volunteer = StaffForm {
        name: "Vera Volunteer".to_owned(),
        role: "volunteer".to_owned(),
        place: String::new(),
        training_hours: None,
        background_check_on: None,
        availability: Vec::new(),
    };
    staff::create(&mut file, &volunteer).unwrap();

    assert!(preview(&file, &request, &fonts()).unwrap().ready);
    let id = ids::parse(&VICTIM, her).unwrap();
    let private = Private::of(&file, id).unwrap();
    for (planted, code) in [
        ("for Marisol", "check-no-victim-or-case"),
        ("for Birdie", "check-no-victim-or-case"),
        ("for Ria", "check-no-victim-or-case"),
        (&*other_number, "check-no-victim-or-case"),
        ("about 26-00117", "check-no-victim-or-case"),
        ("ask for Vera Volunteer", "check-no-agency-name"),
    ] {
        let mut paper = countyline_documents::Paper::new("Community numbers", "en");
        paper.blocks = vec![countyline_documents::Block::paragraph(planted)];
        let layout = lay_out(&paper, &fonts()).unwrap();
        let pdf = to_pdf(&layout).unwrap();
        let checks = checks(
            Form::Discreet,
            &paper,
            &layout,
            &pdf,
            "numbers.pdf",
            &private,
        );
        let checks = checks.unwrap();
        let mut failed = checks.iter().filter(|check| !check.passed);
        assert!(failed.any(|check| check.code == code), "{planted}");
    }
}

#[test]
fn a_letter_greets_her_by_the_name_she_chose() {
    let world = World::new();
    let (mut file, request) = referred(&world, "Maria", &[partner("Valley Clinic")]);
    for (chosen, greeting) in [("Marisol", "Dear Marisol,"), ("Sol Marker", "Dear Sol,")] {
        let shown = victims::record(&file, &request.victim_id).unwrap();
        let facts = VictimFacts {
            other_names: vec![OtherName {
                kind: "chosen".to_owned(),
                name: chosen.to_owned(),
            }],
            ..shown.facts
        };
        victims::set_facts(&mut file, &request.victim_id, &facts, &shown.seen).unwrap();
        for form in ["full", "plain"] {
            let text = said(&preview(&file, &in_form(&request, form, "en"), &fonts()).unwrap());
            assert!(text.contains(greeting), "{form}: {text}");
            assert!(!text.contains("Maria"), "{form}: {text}");
        }
    }
}

#[test]
fn a_denied_word_in_the_title_or_the_file_name_is_found() {
    let world = World::new();
    let (file, request) = referred(&world, "Maria", &[partner("Valley Clinic")]);
    let request = in_form(&request, "discreet", "en");
    let victim_id = ids::parse(&VICTIM, &request.victim_id).unwrap();
    let private = Private::of(&file, victim_id).unwrap();
    for (title, name) in [("Shelters", "numbers.pdf"), ("Numbers", "casa-segura.pdf")] {
        let mut paper = countyline_documents::Paper::new(title, "en");
        paper.blocks = vec![countyline_documents::Block::paragraph("Numbers")];
        let layout = lay_out(&paper, &fonts()).unwrap();
        let pdf = to_pdf(&layout).unwrap();
        let checks = checks(Form::Discreet, &paper, &layout, &pdf, name, &private).unwrap();
        let neutral = checks
            .iter()
            .find(|check| check.code == "check-neutral-file");
        assert!(!neutral.unwrap().passed, "{title} {name}");
    }
}

#[test]
fn the_address_of_a_confidential_place_stands_in_no_letter() {
    let world = World::new();
    let next_door = PartnerForm {
        address: "44 Hidden Lane".to_owned(),
        ..partner("Valley Legal Aid")
    };
    let (mut file, request) = referred(&world, "Maria", &[next_door]);
    assert!(preview(&file, &request, &fonts()).unwrap().ready);
    // A laptop that did not know yet wrote the address down.
    for (address, ready) in [("7", true), ("Oak Flat", true), ("44 Hidden Lane", false)] {
        file.change(Action::CreatePartner, |change| {
            let fields = [
                ("name", Value::text("A quiet house")),
                ("address", Value::text(address)),
                ("confidential_location", Value::Bool(true)),
            ];
            change.create(&crate::registry::PARTNER, fields);
            Ok(())
        })
        .unwrap();
        let preview = preview(&file, &request, &fonts()).unwrap();
        assert_eq!(preview.ready, ready, "{address}");
        if !ready {
            assert_eq!(failed(&preview), ["check-no-protected-address"]);
        }
    }
    let stick = world.stick("stick");
    let refused = save(&mut file, &request, &fonts(), &stick);
    assert!(matches!(refused, Err(Error::LetterWouldLeak)));
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 0);
    let refused = record_printed(&mut file, &request, &fonts());
    assert!(matches!(refused, Err(Error::LetterWouldLeak)));
}

#[test]
fn paper_needs_her_yes() {
    let world = World::new();
    let (mut file, mut request) = referred(&world, "Maria", &[partner("Valley Clinic")]);
    for answer in ["no", "not_asked", ""] {
        request.safe_to_carry = answer.to_owned();
        let refused = save(&mut file, &request, &fonts(), &world.stick("stick"));
        assert!(matches!(refused, Err(Error::UnsafeToCarry)), "{answer}");
    }
}

#[test]
fn paper_that_is_held_at_the_office_needs_no_answer_and_stands_in_the_register_as_held() {
    let world = World::new();
    let (mut file, mut request) = referred(&world, "Maria", &[partner("Valley Clinic")]);
    request.safe_to_carry = "no".to_owned();
    request.held = true;
    save(&mut file, &request, &fonts(), &world.stick("office")).unwrap();
    record_printed(&mut file, &request, &fonts()).unwrap();
    let out = papers::out(&file).unwrap();
    let states: Vec<&str> = out.iter().map(|paper| &*paper.state).collect();
    assert_eq!(states, ["held", "held"]);
    let refused = papers::move_on(&mut file, &out[0].id, "given", "no", &out[0].seen);
    assert!(matches!(refused, Err(Error::UnsafeToCarry)));
    papers::move_on(&mut file, &out[0].id, "given", "yes", &out[0].seen).unwrap();
    let refused = papers::move_on(&mut file, &out[1].id, "not_made", "yes", &out[1].seen);
    assert!(matches!(refused, Err(Error::StatusNotAllowed { .. })));
    request.form = "agency".to_owned();
    let refused = preview(&file, &request, &fonts());
    assert!(matches!(
        refused,
        Err(Error::AnswersExclude {
            field: "held",
            other: "form"
        })
    ));
}

#[test]
fn a_letter_names_only_her_own_referrals() {
    let world = World::new();
    let (mut file, mut request) = referred(&world, "Maria", &[partner("Valley Clinic")]);
    request.victim_id = victims::create(&mut file, &victim("Ana", "Other"))
        .unwrap()
        .id;
    let refused = preview(&file, &request, &fonts());
    assert!(matches!(refused, Err(Error::ReleaseOtherRecipient)));
}

#[test]
fn a_letter_never_takes_the_place_of_another_victims() {
    let world = World::new();
    let (mut file, request) = referred(&world, "Maria", &[partner("Valley Clinic")]);
    let stick = world.stick("stick");
    let first = save(&mut file, &request, &fonts(), &stick).unwrap();
    let again = save(&mut file, &request, &fonts(), &stick).unwrap();
    assert_eq!(first, again, "the same letter is the same file");
    let kept = fs::read(&first.path).unwrap();
    assert_eq!(hash_of(&kept), first.sha256);
    let mut other = request.clone();
    other.large_print = true;
    let other = save(&mut file, &other, &fonts(), &stick).unwrap();
    assert_ne!(other.path, first.path);
    assert_eq!(fs::read(&first.path).unwrap(), kept);
    let page = victims::page(&file, &request.victim_id).unwrap();
    let letters = page.timeline.iter().filter(|entry| entry.kind == "letter");
    assert_eq!(letters.count(), 3);
}

/// PR-32: the register says which paper is out: the form, the page and whose wording.
#[test]
fn the_register_says_in_which_form_a_paper_was_printed() {
    let world = World::new();
    let (mut file, mut request) = referred(&world, "Ana", &[partner("Valley Legal Aid")]);
    for (page, large_print) in [("us_letter", false), ("a4", true)] {
        page.clone_into(&mut request.page);
        request.large_print = large_print;
        world.clock.set(match large_print {
            false => "2026-03-02T09:00:00-06:00",
            true => "2026-03-02T10:00:00-06:00",
        });
        record_printed(&mut file, &request, &fonts()).unwrap();
        let paper = papers::out(&file).unwrap().remove(0);
        let printed = (&*paper.form, &*paper.page, paper.large_print);
        assert_eq!(printed, ("full", page, large_print));
        assert_eq!(paper.template_version, env!("CARGO_PKG_VERSION"));
    }
    papers::told_by_voice(&mut file, &request.victim_id, &request.referral_ids, "en").unwrap();
    let record = victims::record(&file, &request.victim_id).unwrap();
    let voice = record
        .papers
        .iter()
        .find(|paper| paper.state == "given_verbally");
    assert_eq!(voice.unwrap().page, "");
}

#[test]
fn a_protected_letter_opens_with_its_password_alone_and_a_bad_one_keeps_nothing() {
    let world = World::new();
    let (mut county, request) = referred(&world, "Ana", &[partner("Valley Legal Aid")]);
    let request = in_form(&request, "discreet", "en");
    let folder = world.stick("papers");
    let with = |password| Destination::from(&folder).protected_by(Some(password));
    let refused = save(&mut county, &request, &fonts(), with(""));
    assert!(matches!(refused, Err(Error::Document(_))), "{refused:?}");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    assert!(papers::out(&county).unwrap().is_empty());

    let saved = save(&mut county, &request, &fonts(), with("maple river")).unwrap();
    let bytes = std::fs::read(&saved.path).unwrap();
    assert!(countyline_documents::visible_and_hidden_text(&bytes).is_err());
    assert_ne!(
        hash_of(&bytes),
        saved.sha256,
        "the hash is of the letter itself"
    );
    assert_eq!(papers::out(&county).unwrap()[0].sha256, saved.sha256);
}
