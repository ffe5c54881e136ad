//! Papers about a victim: what may stand on each, and that nothing else of her does.

use std::collections::BTreeSet;
use std::fs;

use countyline_ledger::Value;

use super::*;
use crate::contacts::{self, SafetyDetails};
use crate::erasure::markers::{found_in, marker, type_everything};
pub(super) use crate::letters::test_office::fonts;
use crate::letters::test_office::unmarked;
use crate::referrals::{self, ReferralForm};
use crate::registry::{CONTACT_METHOD, DISCLOSURE, PARTNER, VICTIM};
use crate::releases::{self, ReleaseDetails, ReleaseForm, Revocation};
use crate::testing::{World, partner, phone, victim, ways};
use crate::victims::{self, AddressProtection};
use crate::{disclosures, ids, partners};

/// A paper of a kind that stays with us, in English.
pub(super) fn request(kind: &str, about: Option<&str>) -> PaperRequest {
    PaperRequest {
        kind: kind.to_owned(),
        about_id: about.map(str::to_owned),
        needs: Vec::new(),
        language: "en".to_owned(),
        page: "us_letter".to_owned(),
        large_print: false,
        both_sides: false,
        goes_with_her: false,
        safe_to_carry: "not_asked".to_owned(),
    }
}

pub(super) fn in_language(request: &PaperRequest, language: &str) -> PaperRequest {
    PaperRequest {
        language: language.to_owned(),
        ..request.clone()
    }
}

/// Everything a paper says, seen and unseen, without the marks that keep a name's direction apart.
pub(super) fn said(file: &CaseFile, request: &PaperRequest) -> String {
    let made = make(file, request, &fonts()).unwrap();
    assert!(letters::is_ready(&made.checks), "{:?}", made.checks);
    let text = plain_text(&made.layout) + &visible_and_hidden_text(&made.pdf).unwrap();
    unmarked(&format!("{text}\n{}", made.file_name))
}

/// Every message of a paper has words: none is said by its id.
pub(super) fn ensure_worded(text: &str, prefix: &str) {
    let mut words = text.split_whitespace();
    // The name of its file begins so as well.
    let unsaid = words.find(|word| word.starts_with(prefix) && !word.ends_with(".pdf"));
    assert_eq!(unsaid, None);
}

struct Office {
    world: World,
    file: CaseFile,
    ana: String,
    legal_aid: String,
}

fn office() -> Office {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let ana = victims::create(&mut file, &victim("Ana", "Example"));
    let legal_aid = partners::create(&mut file, &partner("Valley Legal Aid"));
    Office {
        ana: ana.unwrap().id,
        legal_aid: legal_aid.unwrap().id,
        world,
        file,
    }
}

impl Office {
    fn sign(&mut self, details: ReleaseDetails) -> String {
        let form = ReleaseForm {
            victim_id: self.ana.clone(),
            recipient_id: self.legal_aid.clone(),
            items: vec!["name".to_owned(), "need".to_owned()],
            purpose: "To get a lawyer".to_owned(),
            expires_on: "2026-03-20".to_owned(),
            signature: "paper_on_file".to_owned(),
            signer_is_not_the_abuser: true,
            details: Some(details),
        };
        releases::sign(&mut self.file, &form).unwrap().id
    }

    fn number(&self) -> String {
        let page = victims::page(&self.file, &self.ana).unwrap();
        page.summary.case_number
    }
}

/// The kinds about a victim, with the markers that may stand on each.
#[test]
fn of_everything_written_about_her_a_paper_holds_what_it_is_for_and_nothing_else() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let agency = partners::create(&mut file, &partner("Valley Legal Aid"));
    let ana = type_everything(&mut file, &agency.unwrap().id);
    let page = victims::page(&file, &ana).unwrap();
    let release = page.releases.iter().find(|one| one.items == ["name"]);
    let release = release.unwrap().id.clone();
    let name = marker(&VICTIM, VICTIM.field("name"));
    let order = marker(&DISCLOSURE, DISCLOSURE.field("demanded_by"));
    for (kind, about, may, must) in [
        (
            "release_form",
            &release,
            vec!["Purposemarker".to_owned(), name],
            "Purposemarker",
        ),
        (
            "safe_contact_card",
            &ana,
            vec![
                "5550199".to_owned(),
                "Hoursmarker".to_owned(),
                "Covermarker".to_owned(),
                // A channel of a newer program is called by its code.
                marker(&CONTACT_METHOD, CONTACT_METHOD.field("way")),
            ],
            "5550199",
        ),
        ("disclosure_log", &ana, vec![order.clone()], &*order),
        ("roll_call", &String::new(), Vec::new(), ""),
    ] {
        for language in ["en", "es"] {
            let request = in_language(&request(kind, Some(about)), language);
            let text = said(&file, &request);
            let found = found_in(text.as_bytes());
            let may: BTreeSet<&str> = may.iter().map(String::as_str).collect();
            let more: Vec<_> = found.difference(&may).collect();
            assert!(more.is_empty(), "{kind}: {more:?} in {text}");
            assert!(must.is_empty() || found.contains(must), "{kind}: {text}");
        }
    }
}

#[test]
fn a_filled_release_form_says_what_the_release_says() {
    let mut office = office();
    let release = office.sign(ReleaseDetails {
        methods: vec!["phone".to_owned()],
        excluded_items: "Nothing of the children".to_owned(),
        ..ReleaseDetails::default()
    });
    for (language, parts) in [
        (
            "en",
            ["Phone", "March 20, 2026", "does not depend", "take it back"],
        ),
        (
            "es",
            [
                "Teléfono",
                "20 de marzo de 2026",
                "no depende",
                "puede retirar",
            ],
        ),
    ] {
        let request = in_language(&request("release_form", Some(&release)), language);
        let text = said(&office.file, &request);
        ensure_worded(&text, "release-");
        let same = [
            "Ana Example",
            "Valley Legal Aid",
            "To get a lawyer",
            "Nothing of the children",
            "Rivertown",
        ];
        for part in parts.iter().chain(&same) {
            assert!(text.contains(part), "{language}: {part} in {text}");
        }
        for part in [&*office.number(), "555-0101", "Elm Creek"] {
            assert!(!text.contains(part), "{language}: {part} in {text}");
        }
    }
}

#[test]
fn a_blank_release_form_names_nobody_and_is_not_in_the_register() {
    let mut office = office();
    office.sign(ReleaseDetails::default());
    let blank = request("release_form", None);
    for language in ["en", "es"] {
        let text = said(&office.file, &in_language(&blank, language));
        ensure_worded(&text, "release-");
        assert!(
            text.contains("Name") || text.contains("Nombre"),
            "a line for it"
        );
        for part in ["Ana", "Valley Legal Aid", &*office.number()] {
            assert!(!text.contains(part), "{language}: {part} in {text}");
        }
    }
    let kept = record_printed(&mut office.file, &blank, &fonts()).unwrap();
    assert_eq!(kept, None);
    assert!(papers::out(&office.file).unwrap().is_empty());
}

#[test]
fn no_form_is_filled_from_a_release_that_holds_no_more() {
    let mut office = office();
    let expired = office.sign(ReleaseDetails::default());
    office.world.clock.set("2026-03-21T09:00:00-06:00");
    let refused = preview(
        &office.file,
        &request("release_form", Some(&expired)),
        &fonts(),
    );
    assert!(matches!(refused, Err(Error::ReleaseExpired { .. })));
    office.world.clock.set("2026-03-03T09:00:00-06:00");
    let page = victims::page(&office.file, &office.ana).unwrap();
    let seen = &page.releases[0].seen;
    releases::take_back(&mut office.file, &expired, &Revocation::default(), seen).unwrap();
    let refused = preview(
        &office.file,
        &request("release_form", Some(&expired)),
        &fonts(),
    );
    assert!(matches!(refused, Err(Error::ReleaseRevoked)));
}

#[test]
fn a_paper_she_carries_holds_her_name_only_where_she_said_it_may_be_printed() {
    let mut office = office();
    let release = office.sign(ReleaseDetails::default());
    let record = victims::record(&office.file, &office.ana).unwrap();
    let facts = victims::VictimFacts {
        name_safe_to_print: "no".to_owned(),
        ..record.facts
    };
    victims::set_facts(&mut office.file, &office.ana, &facts, &record.seen).unwrap();
    let stays = request("release_form", Some(&release));
    assert!(said(&office.file, &stays).contains("Ana Example"));
    let carried = PaperRequest {
        goes_with_her: true,
        safe_to_carry: "yes".to_owned(),
        ..stays
    };
    assert!(!said(&office.file, &carried).contains("Ana"));
}

#[test]
fn a_paper_goes_with_her_after_her_yes_only_and_one_of_the_office_never() {
    let mut office = office();
    let release = office.sign(ReleaseDetails::default());
    let ana = office.ana.clone();
    let (mut carried, mut stay) = (0, 0);
    for kind in kinds() {
        let about = match kind.about.as_str() {
            "release" => Some(&*release),
            "victim" => Some(&*ana),
            _ => None,
        };
        for answer in ["yes", "no", "not_asked", ""] {
            let request = PaperRequest {
                goes_with_her: true,
                safe_to_carry: answer.to_owned(),
                ..request(&kind.code, about)
            };
            let made = preview(&office.file, &request, &fonts());
            match (kind.may_go_with_her, answer) {
                (true, "yes") => {
                    assert!(made.is_ok(), "{}: {made:?}", kind.code);
                    carried += 1;
                }
                (true, _) => assert!(matches!(made, Err(Error::UnsafeToCarry)), "{}", kind.code),
                (false, _) => {
                    assert!(matches!(made, Err(Error::NotForCarrying)), "{}", kind.code);
                    stay += 1;
                }
            }
        }
    }
    assert_eq!((carried, stay), (5, 24));
    let codes: Vec<String> = kinds().into_iter().map(|kind| kind.code).collect();
    assert_eq!(codes, crate::codes::list("paper_kind"));
}

#[test]
fn a_paper_about_her_is_in_the_register_before_its_file_is_there() {
    let mut office = office();
    let release = office.sign(ReleaseDetails::default());
    let ana = office.ana.clone();
    let folder = office.world.stick("papers");
    for (at, (kind, about, carried, state)) in [
        ("release_form", &release, true, "given"),
        ("disclosure_log", &ana, true, "given"),
        ("safe_contact_card", &ana, false, "held"),
    ]
    .into_iter()
    .enumerate()
    {
        office
            .world
            .clock
            .set(&format!("2026-03-02T{:02}:00:00-06:00", 9 + at));
        let request = PaperRequest {
            goes_with_her: carried,
            safe_to_carry: "yes".to_owned(),
            ..request(kind, Some(about))
        };
        let saved = save(&mut office.file, &request, &fonts(), &folder).unwrap();
        let paper = papers::out(&office.file).unwrap().remove(0);
        assert_eq!((&*paper.form, &*paper.state), (kind, state));
        assert_eq!(paper.case_number, office.number());
        assert_eq!(paper.sha256, saved.sha256);
        assert_eq!(
            letters::hash_of(&fs::read(&saved.path).unwrap()),
            saved.sha256
        );
        assert_eq!(paper.kind, if carried { "victim" } else { "office" });
        assert!(crate::codes::list("letter_form").contains(&paper.form));
        assert!(crate::codes::list("letter_kind").contains(&paper.kind));
    }
    assert!(
        disclosures::log(&office.file).unwrap().is_empty(),
        "nobody was told anything"
    );
    let page = victims::record(&office.file, &office.ana).unwrap();
    assert_eq!(page.papers.len(), 3, "her record lists them");
}

/// A form names the agency and carries no number of it.
#[test]
fn pr_31_a_release_form_is_not_recalled_for_the_number_of_its_agency() {
    let mut office = office();
    let release = office.sign(ReleaseDetails::default());
    let mut asked = request("release_form", Some(&release));
    for goes_with_her in [false, true] {
        asked.goes_with_her = goes_with_her;
        asked.safe_to_carry = "yes".to_owned();
        record_printed(&mut office.file, &asked, &fonts()).unwrap();
    }
    let partner = ids::parse(&PARTNER, &office.legal_aid).unwrap();
    office
        .file
        .change(Action::CreatePartner, |change| {
            let phone = [("phone", Value::text("555-0199"))];
            change.edit_current(&PARTNER, partner, phone)
        })
        .unwrap();
    for paper in papers::out(&office.file).unwrap() {
        assert_eq!(paper.partners, ["Valley Legal Aid"]);
        assert_eq!((paper.old_numbers, paper.old_way), (Vec::new(), false));
    }
    assert_eq!(papers::to_recall(&office.file).unwrap(), 0);
}

#[test]
fn pr_31_a_safe_contact_card_is_recalled_once_a_way_on_it_is_another_one_or_not_safe() {
    for (number, safe, is_old) in [
        ("555-0101", "with_conditions", false),
        ("555-0102", "yes", true),
        ("555-0101", "no", true),
    ] {
        let mut office = office();
        let asked = request("safe_contact_card", Some(&office.ana));
        record_printed(&mut office.file, &asked, &fonts()).unwrap();
        assert_eq!(papers::to_recall(&office.file).unwrap(), 0);
        let way = ways(&office.file, &office.ana).remove(0);
        let form = phone(number, safe);
        contacts::edit(&mut office.file, &way.id, &form, &way.seen).unwrap();
        assert_eq!(papers::out(&office.file).unwrap()[0].old_way, is_old);
        let recalled = papers::to_recall(&office.file).unwrap();
        assert_eq!(recalled, i32::from(is_old), "{number} {safe}");
    }
}

#[test]
fn a_paper_that_could_not_be_written_stands_in_the_register_as_not_made() {
    let mut office = office();
    let folder = office.world.stick("papers");
    let request = request("disclosure_log", Some(&office.ana));
    let name = make(&office.file, &request, &fonts()).unwrap().file_name;
    // What it is called while it is written is a folder.
    fs::create_dir(folder.join(format!(".{name}.part"))).unwrap();
    save(&mut office.file, &request, &fonts(), &folder).unwrap_err();
    assert!(papers::out(&office.file).unwrap().is_empty());
    let record = victims::record(&office.file, &office.ana).unwrap();
    assert_eq!(record.papers[0].state, "not_made");
}

#[test]
fn the_safe_contact_card_says_the_case_and_the_conditions_and_no_name() {
    let mut office = office();
    let way = victims::page(&office.file, &office.ana).unwrap();
    let way = &way.contact_methods[0];
    let details = SafetyDetails {
        who_may_answer: "Her sister".to_owned(),
        code_word: "Bluebird".to_owned(),
        ..SafetyDetails::default()
    };
    contacts::set_details(&mut office.file, &way.id, &details, &way.seen).unwrap();
    let mut unsafe_way = phone("555-0177", "no");
    unsafe_way.mark_reason = "He pays the bill".to_owned();
    contacts::add(&mut office.file, &office.ana, &unsafe_way).unwrap();
    let card = request("safe_contact_card", Some(&office.ana));
    for (language, message) in [("en", "leave none"), ("es", "no deje ninguno")] {
        let text = said(&office.file, &in_language(&card, language));
        ensure_worded(&text, "safe-card-");
        for part in [&*office.number(), "555-0101", "Her sister", message, "…77"] {
            assert!(text.contains(part), "{language}: {part} in {text}");
        }
        for part in ["Ana", "Example", "Bluebird", "555-0177", "He pays"] {
            assert!(!text.contains(part), "{language}: {part} in {text}");
        }
    }
    let page = victims::page(&office.file, &office.ana).unwrap();
    victims::forbid_contact(&mut office.file, &office.ana, "She asked", &page.seen).unwrap();
    let text = said(&office.file, &card);
    assert!(
        text.contains("Do not contact her") && !text.contains("555-0101"),
        "{text}"
    );
    assert!(!text.contains("She asked"));
}

#[test]
fn the_street_of_somebody_in_an_address_program_gives_way_on_the_card() {
    let mut office = office();
    let mut home = phone("44 Hidden Lane, Oak Flat", "yes");
    home.channel = "post".to_owned();
    contacts::add(&mut office.file, &office.ana, &home).unwrap();
    let card = request("safe_contact_card", Some(&office.ana));
    assert!(said(&office.file, &card).contains("44 Hidden Lane"));
    let record = victims::record(&office.file, &office.ana).unwrap();
    let program = AddressProtection {
        acp: "yes".to_owned(),
        substitute_address: "PO Box 9".to_owned(),
        ..record.address
    };
    victims::set_address_protection(&mut office.file, &office.ana, &program, &record.seen).unwrap();
    assert!(!said(&office.file, &card).contains("Hidden"));
}

#[test]
fn the_account_of_what_was_told_is_on_paper_as_it_is_on_the_screen() {
    let mut office = office();
    let log = request("disclosure_log", Some(&office.ana));
    assert!(said(&office.file, &log).contains("Nothing was told"));
    let release = office.sign(ReleaseDetails::default());
    let form = ReferralForm {
        victim_id: office.ana.clone(),
        partner_ids: vec![office.legal_aid.clone()],
        need: "legal".to_owned(),
        kind: "warm_phone".to_owned(),
        release_id: Some(release),
    };
    referrals::refer_victim(&mut office.file, &form).unwrap();
    disclosures::announce_order(&mut office.file, &office.ana, "Subpoena 26-114").unwrap();
    let under = disclosures::UnderOrderForm {
        recipient_id: office.legal_aid.clone(),
        items: vec!["documents".to_owned()],
        order: "Subpoena 26-114".to_owned(),
    };
    disclosures::tell_under_order(&mut office.file, &office.ana, &under).unwrap();
    for (language, parts) in [
        (
            "en",
            [
                "March 2, 2026",
                "Name, Need",
                "Her release",
                "Subpoena 26-114",
                "Documents",
            ],
        ),
        (
            "es",
            [
                "2 de marzo de 2026",
                "Nombre",
                "Subpoena 26-114",
                "Documentos",
                "Valley",
            ],
        ),
    ] {
        let text = said(&office.file, &in_language(&log, language));
        ensure_worded(&text, "told-log-");
        for part in parts.iter().chain(&[&*office.number(), "Valley Legal Aid"]) {
            assert!(text.contains(part), "{language}: {part} in {text}");
        }
        for part in ["Ana", "Example", "555-0101"] {
            assert!(!text.contains(part), "{language}: {part} in {text}");
        }
    }
}

#[test]
fn the_list_of_calls_has_case_codes_and_none_of_who_is_not_to_be_listed() {
    let mut office = office();
    let mut due = |given: &str, on: &str| {
        let mut form = victim(given, "Caller");
        form.follow_up_on = Some(on.to_owned());
        let id = victims::create(&mut office.file, &form).unwrap().id;
        let page = victims::page(&office.file, &id).unwrap();
        (id, page.summary.case_number, page.seen)
    };
    let (_, today, _) = due("Beatriz", "2026-03-02");
    let (_, later, _) = due("Carla", "2026-03-04");
    let (closed, restricted, seen) = due("Dora", "2026-03-02");
    let (quiet, silent, quiet_seen) = due("Elena", "2026-03-02");
    victims::classify(
        &mut office.file,
        &closed,
        victims::Classification::Restricted,
        &seen,
    )
    .unwrap();
    victims::forbid_contact(&mut office.file, &quiet, "She asked", &quiet_seen).unwrap();
    let list = request("roll_call", None);
    for (language, more) in [("en", "2 more are due"), ("es", "Hay 2 más")] {
        let text = said(&office.file, &in_language(&list, language));
        ensure_worded(&text, "roll-call-");
        assert!(text.contains(&today) && text.contains(more), "{text}");
        for part in [
            &*later,
            &*restricted,
            &*silent,
            "Beatriz",
            "Caller",
            "555-0101",
        ] {
            assert!(!text.contains(part), "{language}: {part} in {text}");
        }
    }
    office.world.clock.set("2026-03-04T09:00:00-06:00");
    let text = said(&office.file, &list);
    assert!(
        text.contains(&later) && text.contains(&today),
        "what is overdue is due"
    );
    record_printed(&mut office.file, &list, &fonts()).unwrap();
    assert!(papers::out(&office.file).unwrap().is_empty());
}

#[test]
fn a_paper_that_says_what_two_people_wrote_apart_says_so_before_it_is_printed() {
    let mut office = office();
    let card = request("safe_contact_card", Some(&office.ana));
    let warned = |office: &Office| {
        let checks = preview(&office.file, &card, &fonts()).unwrap().checks;
        checks.iter().any(|check| check.code == "check-undecided")
    };
    assert!(!warned(&office));
    let page = victims::page(&office.file, &office.ana).unwrap();
    let opened = &page.contact_methods[0];
    for number in ["555-0133", "555-0199"] {
        let form = phone(number, "yes");
        contacts::edit(&mut office.file, &opened.id, &form, &opened.seen).unwrap();
    }
    assert!(warned(&office));
}
