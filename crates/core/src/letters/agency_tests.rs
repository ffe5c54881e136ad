//! What a letter to an agency holds, and what it never holds.

use std::fs;

use super::test_office::{fonts, refer_under_release, unmarked};
use super::*;
use crate::partners::{self, PartnerForm};
use crate::policy::{self, PolicyForm};
use crate::referrals::{ReferralDetails, ReferralForm, ReferralView, StepForm};
use crate::releases::{ReleaseDetails, ReleaseForm};
use crate::testing::{World, partner, phone, victim};
use crate::victims::{self, AddressProtection, OtherName, VictimFacts};
use crate::wordings::WordingForm;
use crate::{contacts, disclosures};

struct Office {
    world: World,
    file: CaseFile,
    request: LetterRequest,
}

/// What two of us wrote apart says so on the paper and before it is printed, if it stands there.
#[test]
fn an_agency_is_told_that_something_on_its_letter_is_not_settled() {
    let said = "is not settled yet";
    for (items, told) in [
        (&["name", "need", "safe_contact"][..], true),
        (&["name", "need"], false),
    ] {
        let mut office = office(items);
        let warned = |office: &Office| {
            let preview = preview(&office.file, &office.request, &fonts()).unwrap();
            let warned = preview
                .checks
                .iter()
                .any(|check| check.code == "check-undecided");
            assert_eq!(preview.text.contains(said), warned);
            assert!(preview.ready);
            warned
        };
        assert!(!warned(&office));
        let page = victims::page(&office.file, &office.request.victim_id).unwrap();
        let opened = &page.contact_methods[0];
        for number in ["555-0133", "555-0199"] {
            contacts::edit(
                &mut office.file,
                &opened.id,
                &phone(number, "yes"),
                &opened.seen,
            )
            .unwrap();
        }
        assert_eq!(warned(&office), told);
    }
}

/// A letter to an agency carries her number and none of the agency's: it is recalled for hers alone.
#[test]
fn pr_31_a_letter_to_an_agency_is_recalled_for_her_number_and_not_for_the_agencys() {
    for (items, number, safe, is_old) in [
        (
            &["name", "need", "safe_contact"][..],
            "555-0101",
            "yes",
            false,
        ),
        (&["name", "need", "safe_contact"], "555-0102", "yes", true),
        (&["name", "need", "safe_contact"], "555-0101", "no", true),
        (&["name", "need"], "555-0102", "no", false),
    ] {
        let mut office = office(items);
        record_printed(&mut office.file, &office.request, &fonts()).unwrap();
        let recalled = |file: &CaseFile| {
            let paper = papers::out(file).unwrap().remove(0);
            assert_eq!(paper.old_numbers, [""; 0]);
            assert_eq!(papers::to_recall(file).unwrap(), i32::from(paper.old_way));
            paper.old_way
        };
        let agency = papers::out(&office.file).unwrap().remove(0).partners;
        assert_eq!(agency, ["Valley Legal Aid"]);
        let partner = partners::list(&office.file, "").unwrap().remove(0).id;
        let partner = ids::parse(&crate::registry::PARTNER, &partner).unwrap();
        office
            .file
            .change(Action::CreatePartner, |change| {
                let phone = [("phone", Value::text("555-0199"))];
                change.edit_current(&crate::registry::PARTNER, partner, phone)
            })
            .unwrap();
        assert!(!recalled(&office.file));
        let way = crate::testing::ways(&office.file, &office.request.victim_id).remove(0);
        contacts::edit(&mut office.file, &way.id, &phone(number, safe), &way.seen).unwrap();
        assert_eq!(recalled(&office.file), is_old, "{items:?} {number} {safe}");
    }
}

/// What the register keeps of her number tells that it changed, and is no copy of it.
#[test]
fn the_register_of_papers_holds_no_copy_of_her_number() {
    let mut office = office(&["name", "need", "safe_contact"]);
    record_printed(&mut office.file, &office.request, &fonts()).unwrap();
    let letters = crate::standing::ids(office.file.conn(), "SELECT id FROM letter", []).unwrap();
    let paper = crate::standing::Standing::of(office.file.conn(), &LETTER, letters[0]).unwrap();
    let kept = paper.texts("numbers");
    assert_eq!(kept.len(), 1);
    assert!(!kept[0].contains("0101"), "{kept:?}");
}

/// The county signs in lines of its own, with the name of who makes the letter.
#[test]
fn a_letter_to_an_agency_is_signed_as_the_county_words_it() {
    let mut office = office(&["name", "need"]);
    let form = WordingForm {
        language: "en".to_owned(),
        message: "agency-call-back".to_owned(),
        text: "{ $person }\nVictim Advocate\n{ $office }, Room 4".to_owned(),
    };
    wordings::set(&mut office.file, &form, "").unwrap();
    let person = office.file.place().person_name.clone();
    let signed = format!("{person}\nVictim Advocate\nCedar County, Room 4");
    let text = preview(&office.file, &office.request, &fonts())
        .unwrap()
        .text;
    assert!(unmarked(&text).contains(&signed), "{text}");
}

/// A county whose victim signed a release of these items for an agency and was referred to it.
fn office(items: &[&str]) -> Office {
    office_with(items, ReleaseDetails::default())
}

/// As [`office`], with what the release says beside that.
fn office_with(items: &[&str], details: ReleaseDetails) -> Office {
    office_for(&partner("Valley Legal Aid"), items, details)
}

/// As [`office_with`], for this agency.
fn office_for(agency: &PartnerForm, items: &[&str], details: ReleaseDetails) -> Office {
    let world = World::new();
    let mut file = world.county("Cedar County");
    let mut form = victim("Ana", "Marker");
    form.facts = Some(VictimFacts {
        other_names: vec![OtherName {
            kind: "chosen".to_owned(),
            name: "Annie Sample".to_owned(),
        }],
        ..VictimFacts::default()
    });
    let ana = victims::create(&mut file, &form).unwrap().id;
    let release = (items, Some(details));
    let request = refer_under_release(&mut file, &ana, agency, "cold_info", release);
    Office {
        world,
        file,
        request,
    }
}

/// The letter's words without the marks that keep a name's direction apart.
fn said(office: &Office, language: &str) -> String {
    let request = LetterRequest {
        language: language.to_owned(),
        ..office.request.clone()
    };
    let preview = preview(&office.file, &request, &fonts()).unwrap();
    assert!(preview.ready, "{:?}", preview.checks);
    unmarked(&preview.text)
}

#[test]
fn it_holds_what_the_release_covers_and_no_more() {
    let narrow = office(&["name", "need"]);
    let wide = office(&["name", "need", "safe_contact", "case_number", "documents"]);
    let number = victims::page(&wide.file, &wide.request.victim_id).unwrap();
    let number = number.summary.case_number;
    for language in ["en", "es"] {
        let text = said(&narrow, language);
        assert!(text.contains("Annie Sample") && text.contains("Valley Legal Aid"));
        assert!(
            !text.contains("555-0101") && !text.contains(&number),
            "{language}"
        );
        let text = said(&wide, language);
        assert!(
            text.contains("555-0101") && text.contains(&number),
            "{language}"
        );
        assert!(!text.contains("Marker"), "the name she chose, and no other");
        assert!(!text.contains("agency-"), "{language}: words are missing");
    }
}

/// 28 CFR 94.115: what she needs to be served goes to the agency only if she said so in writing.
#[test]
fn what_she_needs_to_be_served_is_told_only_where_her_release_covers_it() {
    for (items, is_covered) in [
        (&["name", "need", "access_needs"][..], true),
        (&["name", "need", "documents"], false),
    ] {
        let mut office = office(items);
        let id = &office.request.victim_id;
        let shown = victims::record(&office.file, id).unwrap();
        let facts = VictimFacts {
            access_needs: "A ramp, and no stairs".to_owned(),
            interpreter_need: "yes".to_owned(),
            ..shown.facts
        };
        victims::set_facts(&mut office.file, id, &facts, &shown.seen).unwrap();
        for (language, interpreter) in [("en", "Interpreter"), ("es", "Intérprete")] {
            let text = said(&office, language);
            assert_eq!(text.contains("A ramp, and no stairs"), is_covered);
            assert_eq!(text.contains(interpreter), is_covered);
        }
        record_printed(&mut office.file, &office.request, &fonts()).unwrap();
        let paper = papers::out(&office.file).unwrap().remove(0);
        let told = paper.fields.contains(&"access_needs".to_owned());
        assert_eq!(told, is_covered, "the account of it says so");
    }
}

/// 28 CFR 94.115: her language goes to the agency only if she said so in writing, with what she needs to be served.
#[test]
fn her_language_is_told_only_where_her_release_covers_it() {
    for (items, is_covered) in [
        (&["name", "need", "access_needs"][..], true),
        (&["name", "need", "safe_contact", "case_number"], false),
    ] {
        let mut office = office(items);
        for (language, label, spoken) in [("en", "Speaks", "English"), ("es", "Habla", "inglés")] {
            let text = said(&office, language);
            assert_eq!(text.contains(label), is_covered, "{text}");
            assert_eq!(text.contains(spoken), is_covered, "{text}");
        }
        record_printed(&mut office.file, &office.request, &fonts()).unwrap();
        let held = papers::out(&office.file).unwrap().remove(0).fields;
        let told = disclosures::log(&office.file).unwrap().remove(0).items;
        for account in [held, told] {
            assert_eq!(account.contains(&"access_needs".to_owned()), is_covered);
        }
    }
}

/// 28 CFR 94.115: how many people need help goes to the agency only if she said so in writing.
#[test]
fn how_many_people_it_is_for_is_told_only_where_her_release_covers_it() {
    let covering = &["name", "need", "people"][..];
    for (items, people, is_told) in [
        (covering, Some(2), true),
        (&["name", "need", "documents"], Some(2), false),
        (covering, None, false),
    ] {
        let mut office = office(items);
        let page = victims::page(&office.file, &office.request.victim_id).unwrap();
        let form = ReferralForm {
            victim_id: office.request.victim_id.clone(),
            partner_ids: vec![page.referrals[0].partner_id.clone()],
            need: "legal".to_owned(),
            kind: "cold_info".to_owned(),
            release_id: None,
        };
        let details = ReferralDetails {
            adults: people.map(|_| 1),
            children: people,
            ..ReferralDetails::default()
        };
        let made = referrals::refer_in_detail(&mut office.file, &form, &details).unwrap();
        office.request.referral_ids = vec![made[0].id.clone()];
        for (language, people) in [("en", "1 adult, 2 children"), ("es", "1 adulto, 2 niños")] {
            let text = said(&office, language);
            assert_eq!(text.contains(people), is_told, "{items:?}: {text}");
        }
        record_printed(&mut office.file, &office.request, &fonts()).unwrap();
        let held = papers::out(&office.file).unwrap().remove(0).fields;
        let told = disclosures::log(&office.file).unwrap().remove(0).items;
        for account in [held, told] {
            assert_eq!(account.contains(&"people".to_owned()), is_told);
        }
    }
}

#[test]
fn why_a_way_is_marked_is_on_no_paper() {
    let mut office = office(&["name", "need", "safe_contact"]);
    let way = contacts::gate(&office.file, &office.request.victim_id).unwrap();
    let mut marked = phone("555-0101", "with_conditions");
    marked.mark_reason = "Markreason: he is home".to_owned();
    contacts::edit(
        &mut office.file,
        &way.ways[0].id,
        &marked,
        &way.ways[0].seen,
    )
    .unwrap();
    let text = said(&office, "en");
    assert!(
        text.contains("555-0101") && !text.contains("Markreason"),
        "{text}"
    );
}

#[test]
fn a_way_that_may_not_be_used_is_on_no_paper() {
    let mut office = office(&["name", "need", "safe_contact"]);
    let way = contacts::gate(&office.file, &office.request.victim_id).unwrap();
    let way = &way.ways[0];
    let unsafe_now = phone("555-0101", "no");
    contacts::edit(&mut office.file, &way.id, &unsafe_now, &way.seen).unwrap();
    let text = said(&office, "en");
    assert!(!text.contains("0101") && text.contains("no safe way"));
}

#[test]
fn pr_13_it_needs_a_release_that_covers_its_agency_name_and_need() {
    let mut office = office(&["name"]);
    let refusal = |office: &Office| {
        let refused = preview(&office.file, &office.request, &fonts()).unwrap_err();
        refused.failure().code
    };
    assert_eq!(refusal(&office), "release-scope");
    let release = office.request.release_id.take();
    assert_eq!(refusal(&office), "release-required");
    office.request.release_id = release;
    office.world.clock.set("2026-03-21T08:00:00-06:00");
    assert_eq!(refusal(&office), "release-expired");
    office.request.referral_ids.clear();
    assert_eq!(refusal(&office), "invalid-input");
}

#[test]
fn pr_30_printing_it_writes_the_paper_and_the_disclosure_in_one_change() {
    let mut office = office(&["name", "need"]);
    let commits = office.file.verify().unwrap().commits;
    record_printed(&mut office.file, &office.request, &fonts()).unwrap();
    assert_eq!(office.file.verify().unwrap().commits, commits + 1);
    let paper = papers::out(&office.file).unwrap().remove(0);
    assert_eq!((&*paper.kind, &*paper.state), ("agency", "given"));
    assert_eq!(paper.fields, ["name", "need"]);
    let told = disclosures::log(&office.file).unwrap().remove(0);
    assert_eq!(
        (&*told.form, told.release_id),
        ("paper", office.request.release_id.clone())
    );
}

#[test]
fn pr_22_the_substitute_address_stands_for_the_street() {
    let mut office = office(&["name", "need", "safe_contact"]);
    let victim_id = office.request.victim_id.clone();
    let phone_way = contacts::gate(&office.file, &victim_id)
        .unwrap()
        .ways
        .remove(0);
    let mut closed = phone("555-0101", "no");
    contacts::edit(&mut office.file, &phone_way.id, &closed, &phone_way.seen).unwrap();
    closed.channel = "post".to_owned();
    closed.value = "9 Hidden Lane".to_owned();
    closed.safe = "yes".to_owned();
    contacts::add(&mut office.file, &victim_id, &closed).unwrap();
    let protected = AddressProtection {
        acp: "yes".to_owned(),
        substitute_address: "PO Box 12, Capital City".to_owned(),
        ..AddressProtection::default()
    };
    let seen = victims::record(&office.file, &victim_id).unwrap().seen;
    victims::set_address_protection(&mut office.file, &victim_id, &protected, &seen).unwrap();
    let text = said(&office, "en");
    assert!(!text.contains("Hidden"), "blocked with the program");
    closed.value = "PO Box 12, Capital City".to_owned();
    contacts::add(&mut office.file, &victim_id, &closed).unwrap();
    assert!(said(&office, "en").contains("PO Box 12, Capital City"));
}

#[test]
fn what_she_does_not_want_told_is_read_first_and_stands_beside_the_letter_never_on_it() {
    let mut office = office_with(
        &["name", "need", "safe_contact"],
        ReleaseDetails {
            methods: vec!["fax".to_owned(), "phone".to_owned()],
            excluded_items: "Where I work. My old number 555-0199".to_owned(),
            ..ReleaseDetails::default()
        },
    );
    let shown = preview(&office.file, &office.request, &fonts()).unwrap();
    assert!(
        !shown.ready && shown.text.contains("Phone"),
        "{}",
        shown.text
    );
    assert!(!shown.text.contains("Where I work"));
    let asked = shown.checks.iter();
    let mut asked = asked.filter(|check| check.code == "check-exclusions-read");
    let values = &asked.next().unwrap().values;
    assert!(values["excluded"].contains("555-0199"));
    let stick = office.world.stick("stick");
    let refused = save(&mut office.file, &office.request, &fonts(), &stick);
    assert!(matches!(refused, Err(Error::ExclusionsUnread)));
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 0);
    assert!(disclosures::log(&office.file).unwrap().is_empty());
    office.request.exclusions_read = true;
    record_printed(&mut office.file, &office.request, &fonts()).unwrap();

    // The number that is excluded is the one the letter would give.
    let way = contacts::gate(&office.file, &office.request.victim_id).unwrap();
    let way = &way.ways[0];
    let old = phone("555-0199", "yes");
    contacts::edit(&mut office.file, &way.id, &old, &way.seen).unwrap();
    let refused = record_printed(&mut office.file, &office.request, &fonts());
    assert!(matches!(refused, Err(Error::LetterWouldLeak)));
}

/// A slip that comes back by mail is put to its referral, and names nobody.
#[test]
fn the_letter_and_its_reply_slip_carry_the_reference_that_finds_her() {
    let office = office(&["name", "need"]);
    let page = victims::page(&office.file, &office.request.victim_id).unwrap();
    let reference = &page.referrals[0].reference;
    for language in ["en", "es"] {
        let text = said(&office, language);
        assert_eq!(text.matches(reference.as_str()).count(), 2, "{text}");
        assert!(!text.contains(&page.summary.case_number));
    }
    for typed in [reference.clone(), reference.to_lowercase()] {
        let found = victims::find(&office.file, &typed).unwrap();
        let found: Vec<&str> = found.iter().map(|row| &*row.id).collect();
        assert_eq!(found, [office.request.victim_id.as_str()], "{typed}");
    }
    assert!(
        victims::find(&office.file, "R-0000-0000")
            .unwrap()
            .is_empty()
    );
}

#[test]
fn the_office_is_called_back_at_the_number_the_county_wrote_or_at_one_written_by_hand() {
    let mut office = office(&["name", "need"]);
    let lacks = |office: &Office| {
        let shown = preview(&office.file, &office.request, &fonts()).unwrap();
        assert!(shown.ready);
        let mut checks = shown.checks.iter();
        let lacks = checks.any(|check| check.code == "check-no-call-back-number");
        assert_eq!(shown.text.contains("Phone to call back"), lacks);
        lacks
    };
    assert!(lacks(&office));
    let own = WordingForm {
        language: "en".to_owned(),
        message: "agency-call-back".to_owned(),
        text: "{ $person }, { $office }, 555-0177".to_owned(),
    };
    wordings::set(&mut office.file, &own, "").unwrap();
    assert!(!lacks(&office), "the county's signature has one");
    let holds = policy::policy(&office.file).unwrap();
    let form = PolicyForm {
        verify_after_days: holds.verify_after_days,
        state_pack: holds.state_pack,
        identity_months: None,
        statistics_months: None,
        call_back_phone: Some(" 555-0170, from 8 to 5 ".to_owned()),
    };
    policy::set(&mut office.file, &form, &holds.seen).unwrap();
    for (language, phone) in [
        ("en", "Phone: 555-0170, from 8 to 5"),
        ("es", "Teléfono: 555-0170, from 8 to 5"),
    ] {
        let text = said(&office, language);
        assert!(text.contains(phone), "{text}");
    }
    let left_out = PolicyForm {
        call_back_phone: None,
        ..form
    };
    let seen = policy::policy(&office.file).unwrap().seen;
    policy::set(&mut office.file, &left_out, &seen).unwrap();
    assert_eq!(
        policy::policy(&office.file).unwrap().call_back_phone,
        "555-0170, from 8 to 5"
    );
}

/// Domain rules for shelters: it hears of somebody by phone, and no paper of ours links her name to it.
#[test]
fn her_name_is_on_no_letter_that_her_release_or_a_secret_address_keeps_it_from() {
    let secret = |confidential: Option<bool>| PartnerForm {
        needs: vec!["shelter".to_owned()],
        address: String::new(),
        confidential_location: confidential,
        ..partner("Quiet House")
    };
    let legal = || partner("Valley Legal Aid");
    for (agency, items, is_named) in [
        (legal(), &["name", "need"][..], true),
        (legal(), &["need"], false),
        (secret(Some(true)), &["name", "need"], false),
        (secret(None), &["name", "need"], false),
        (secret(Some(false)), &["name", "need"], true),
    ] {
        let mut office = office_for(&agency, items, ReleaseDetails::default());
        let referral = refer_by_letter(&mut office);
        for language in ["en", "es"] {
            let text = said(&office, language);
            let names = ["Annie Sample", "Marker", "Ana"];
            let named = names.iter().any(|name| text.contains(name));
            assert_eq!(named, is_named, "{items:?}: {text}");
            // Also where it stands in place of the name.
            let times = text.matches(&referral.reference).count();
            assert_eq!(times, if is_named { 2 } else { 3 });
        }
        let said_no = said(&office, "en").contains("Her name is not on this letter");
        assert_eq!(said_no, !is_named);
        referrals::advance(&mut office.file, &referral.id, "sent", &referral.seen).unwrap();
        record_printed(&mut office.file, &office.request, &fonts()).unwrap();
        let held = papers::out(&office.file).unwrap().remove(0).fields;
        assert_eq!(held.contains(&"name".to_owned()), is_named);
        let told = disclosures::log(&office.file).unwrap();
        assert_eq!(told.len(), 2, "the word that one went out, and the paper");
        for account in told {
            assert_eq!(account.items.contains(&"name".to_owned()), is_named);
        }
    }
}

#[test]
fn a_release_that_allows_no_paper_makes_none() {
    let office = office_with(
        &["name", "need"],
        ReleaseDetails {
            methods: vec!["phone".to_owned(), "in_person".to_owned()],
            ..ReleaseDetails::default()
        },
    );
    let refused = preview(&office.file, &office.request, &fonts());
    assert!(matches!(refused, Err(Error::ReleaseMethod { method }) if method == "letter"));
}

/// Refers her by letter under her release; the letter that is asked for is the one of this referral.
fn refer_by_letter(office: &mut Office) -> ReferralView {
    let page = victims::page(&office.file, &office.request.victim_id).unwrap();
    let form = ReferralForm {
        victim_id: office.request.victim_id.clone(),
        partner_ids: vec![page.referrals[0].partner_id.clone()],
        need: "legal".to_owned(),
        kind: "letter".to_owned(),
        release_id: office.request.release_id.clone(),
    };
    let made = referrals::refer_victim(&mut office.file, &form).unwrap();
    office.request.referral_ids = vec![made[0].id.clone()];
    made.into_iter().next().unwrap()
}

/// Makes the letter as far as its account and its PDF, and stops; the office is opened again.
fn stopped_before_sent(mut office: Office) -> Office {
    let made = make(&office.file, &office.request, &fonts()).unwrap();
    keep(&mut office.file, &office.request, &made, "saved").unwrap();
    let stick = office.world.stick("stick");
    fs::write(stick.join(&made.file_name), &made.pdf).unwrap();
    drop(office.file);
    Office {
        file: office.world.unlock("Cedar County"),
        ..office
    }
}

/// One act, one account, also where the program stopped between the PDF and "sent".
#[test]
fn a_letter_whose_program_stopped_before_sent_is_told_once_when_somebody_says_so() {
    for (what, accounts) in [
        ("the same letter", 1),
        ("another release", 2),
        ("another referral", 2),
        ("a paper that was destroyed", 2),
        ("a referral that is sent by phone after all", 2),
    ] {
        let mut office = office(&["name", "need", "case_number"]);
        let mut said = refer_by_letter(&mut office);
        let mut office = stopped_before_sent(office);
        let victim_id = office.request.victim_id.clone();
        let told = disclosures::log(&office.file).unwrap();
        assert_eq!((told.len(), &*said.status), (1, "draft"), "{what}");
        let mut step = StepForm {
            status: "sent".to_owned(),
            ..StepForm::default()
        };
        match what {
            "another release" => {
                let page = victims::page(&office.file, &victim_id).unwrap();
                let form = ReleaseForm {
                    victim_id: victim_id.clone(),
                    recipient_id: page.referrals[0].partner_id.clone(),
                    items: vec!["name".to_owned(), "need".to_owned()],
                    purpose: String::new(),
                    expires_on: "2026-03-20".to_owned(),
                    signature: "paper_on_file".to_owned(),
                    signer_is_not_the_abuser: true,
                    details: None,
                };
                step.release_id = Some(releases::sign(&mut office.file, &form).unwrap().id);
            }
            "another referral" => said = refer_by_letter(&mut office),
            "a paper that was destroyed" => {
                let paper = papers::out(&office.file).unwrap().remove(0);
                papers::move_on(&mut office.file, &paper.id, "destroyed", "", &paper.seen).unwrap();
            }
            "a referral that is sent by phone after all" => {
                let id = ids::parse(&crate::registry::REFERRAL, &said.id).unwrap();
                let phone = [("kind", Value::text("warm_phone"))];
                office
                    .file
                    .change(Action::AdvanceReferral, |change| {
                        change.edit_current(&crate::registry::REFERRAL, id, phone)
                    })
                    .unwrap();
            }
            _ => {}
        }
        referrals::advance_in_detail(&mut office.file, &said.id, &step, &said.seen).unwrap();
        let told = disclosures::log(&office.file).unwrap();
        assert_eq!(told.len(), accounts, "{what}");
        let of_letter = |account: &&disclosures::DisclosureView| account.items.len() == 3;
        assert_eq!(told.iter().filter(of_letter).count(), 1, "{what}");
        let page = victims::page(&office.file, &victim_id).unwrap();
        let status = page.referrals.iter().find(|row| row.id == said.id).unwrap();
        assert_eq!(status.status, "sent", "{what}");
        let services = crate::services::of_victim(&office.file, &victim_id).unwrap();
        assert_eq!(services.len(), 1, "{what}");
        // Sent once, its account is used: the next paper is another telling.
        record_printed(&mut office.file, &office.request, &fonts()).unwrap();
        let told = disclosures::log(&office.file).unwrap();
        assert_eq!(told.len(), accounts + 1, "{what}");
        assert!(office.file.verify().unwrap().ok);
    }
}

/// One act, one account: the letter that is printed sends the referral it was asked for.
#[test]
fn a_referral_by_letter_is_told_once_by_the_letter_or_by_the_word_that_one_went_out() {
    for by_hand in [false, true] {
        let mut office = office(&["name", "need", "case_number"]);
        let victim_id = office.request.victim_id.clone();
        let made = refer_by_letter(&mut office);
        assert_eq!(made.status, "draft");
        assert!(disclosures::log(&office.file).unwrap().is_empty());
        match by_hand {
            true => {
                referrals::advance(&mut office.file, &made.id, "sent", &made.seen).unwrap();
            }
            false => {
                print_and_say(&mut office, "yes");
            }
        }
        let told = disclosures::log(&office.file).unwrap();
        let held: &[&str] = if by_hand {
            &["name", "need"]
        } else {
            &["name", "need", "case_number"]
        };
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0].form, "paper");
        assert_eq!(told[0].items, held);
        let page = victims::page(&office.file, &victim_id).unwrap();
        let status = page.referrals.iter().find(|row| row.id == made.id).unwrap();
        assert_eq!(status.status, "sent");
        let services = crate::services::of_victim(&office.file, &victim_id).unwrap();
        assert_eq!(services.len(), 1);
        // A second paper is a second telling, and no second service.
        record_printed(&mut office.file, &office.request, &fonts()).unwrap();
        assert_eq!(disclosures::log(&office.file).unwrap().len(), 2);
        let services = crate::services::of_victim(&office.file, &victim_id).unwrap();
        assert_eq!(services.len(), 1);
    }
}

/// Prints the letter and says whether it came out; the paper's id.
fn print_and_say(office: &mut Office, answer: &str) -> String {
    let printed = record_printed(&mut office.file, &office.request, &fonts());
    let id = printed.unwrap().id;
    papers::came_out(&mut office.file, std::slice::from_ref(&id), answer).unwrap();
    id
}

/// Where a referral of hers stands.
fn status_of(office: &Office, referral: &str) -> String {
    let page = victims::page(&office.file, &office.request.victim_id).unwrap();
    let mut referrals = page.referrals.into_iter();
    referrals.find(|row| row.id == referral).unwrap().status
}

/// Nobody knows what the printer did before somebody says so: the account is there, and nothing is called sent.
#[test]
fn a_letter_that_is_printed_counts_as_told_at_once_and_as_sent_once_somebody_said_that_it_came_out()
{
    let mut office = office(&["name", "need"]);
    let referral = refer_by_letter(&mut office).id;
    let printed = record_printed(&mut office.file, &office.request, &fonts()).unwrap();
    // The program stops here, and is opened the next day.
    drop(office.file);
    office.world.clock.set("2026-03-03T09:00:00-06:00");
    office.file = office.world.unlock("Cedar County");
    let told = disclosures::log(&office.file).unwrap();
    assert_eq!((told.len(), told[0].not_made), (1, false));
    let out = papers::out(&office.file).unwrap();
    assert_eq!((out.len(), out[0].unanswered), (1, true));
    assert_eq!(status_of(&office, &referral), "draft");

    papers::came_out(&mut office.file, std::slice::from_ref(&printed.id), "yes").unwrap();
    assert_eq!(status_of(&office, &referral), "sent");
    assert!(!papers::out(&office.file).unwrap()[0].unanswered);
    let details = referrals::details(&office.file, &referral).unwrap();
    let sent = details
        .status_dates
        .iter()
        .find(|date| date.status == "sent");
    assert_eq!(sent.unwrap().on, "2026-03-02", "the day it was printed");
    assert_eq!(disclosures::log(&office.file).unwrap().len(), 1);
    let services = crate::services::of_victim(&office.file, &office.request.victim_id).unwrap();
    assert_eq!(services.len(), 1);
    let late = papers::came_out(&mut office.file, &[printed.id], "no");
    assert!(matches!(late, Err(Error::StatusNotAllowed { .. })));
}

#[test]
fn nothing_came_out_takes_the_account_back_to_never_made_and_stays_in_the_history() {
    let mut office = office(&["name", "need"]);
    let referral = refer_by_letter(&mut office).id;
    let commits = office.file.verify().unwrap().commits;
    let nothing = print_and_say(&mut office, "no");
    assert_eq!(office.file.verify().unwrap().commits, commits + 2);
    assert!(papers::out(&office.file).unwrap().is_empty());
    assert_eq!(status_of(&office, &referral), "draft");
    let told = disclosures::log(&office.file).unwrap();
    assert_eq!((told.len(), told[0].not_made), (1, true));
    let record = victims::record(&office.file, &office.request.victim_id).unwrap();
    assert_eq!(record.papers[0].state, "not_made");
    let page = victims::page(&office.file, &office.request.victim_id).unwrap();
    let mut letters = page.timeline.iter().filter(|entry| entry.kind == "letter");
    assert_eq!(letters.next().unwrap().facts["given"], "not_made");
    // Said twice, nothing changes.
    papers::came_out(&mut office.file, &[nothing], "no").unwrap();

    print_and_say(&mut office, "yes");
    let told = disclosures::log(&office.file).unwrap();
    let made = told.iter().filter(|entry| !entry.not_made);
    assert_eq!((told.len(), made.count()), (2, 1));
    assert_eq!(status_of(&office, &referral), "sent");
    assert!(office.file.verify().unwrap().ok);
}

/// Else a referral could be sent whose only account says that nothing was told.
#[test]
fn whoever_says_that_a_referral_is_sent_says_that_its_letter_came_out() {
    let mut office = office(&["name", "need"]);
    let referral = refer_by_letter(&mut office);
    let printed = record_printed(&mut office.file, &office.request, &fonts()).unwrap();
    referrals::advance(&mut office.file, &referral.id, "sent", &referral.seen).unwrap();
    assert_eq!(disclosures::log(&office.file).unwrap().len(), 1);
    assert!(!papers::out(&office.file).unwrap()[0].unanswered);
    let refused = papers::came_out(&mut office.file, &[printed.id], "no");
    assert!(matches!(refused, Err(Error::StatusNotAllowed { .. })));
}

#[test]
fn of_a_file_nobody_is_asked_whether_it_came_out_of_the_printer() {
    let mut office = office(&["name", "need"]);
    let stick = office.world.stick("stick");
    save(&mut office.file, &office.request, &fonts(), &stick).unwrap();
    let saved = papers::out(&office.file).unwrap().remove(0);
    assert!(!saved.unanswered);
    for answer in ["yes", "no"] {
        let refused = papers::came_out(&mut office.file, std::slice::from_ref(&saved.id), answer);
        assert!(
            matches!(refused, Err(Error::StatusNotAllowed { .. })),
            "{answer}"
        );
    }
}

/// The account comes first: no letter is without one, and one that could not be written says so.
#[test]
fn a_letter_that_could_not_be_written_has_an_account_that_says_it_was_not_made() {
    let mut office = office(&["name", "need"]);
    let folder = office.world.stick("stick");
    // What it is called while it is written is a folder.
    let name = preview(&office.file, &office.request, &fonts())
        .unwrap()
        .file_name;
    let temporary = folder.join(format!(".{name}.part"));
    fs::create_dir(&temporary).unwrap();
    save(&mut office.file, &office.request, &fonts(), &folder).unwrap_err();
    let told = disclosures::log(&office.file).unwrap();
    assert_eq!((told.len(), told[0].not_made), (1, true));
    assert!(papers::out(&office.file).unwrap().is_empty());
    let page = victims::record(&office.file, &office.request.victim_id).unwrap();
    assert_eq!(page.papers[0].state, "not_made");
    assert!(!folder.join(&name).exists());

    fs::remove_dir(&temporary).unwrap();
    let saved = save(&mut office.file, &office.request, &fonts(), &folder).unwrap();
    let told = disclosures::log(&office.file).unwrap();
    let not_made = told.iter().filter(|entry| entry.not_made);
    assert_eq!((told.len(), not_made.count()), (2, 1));
    assert_eq!(papers::out(&office.file).unwrap()[0].sha256, saved.sha256);
    assert!(office.file.verify().unwrap().ok);
}
