//! Several letters to agencies at once.

use std::fs;

use super::test_office::{fonts, refer_under_release};
use super::*;
use crate::referrals::ReferralForm;
use crate::testing::{World, partner, victim};
use crate::{disclosures, victims};

struct Office {
    world: World,
    file: CaseFile,
    victim: String,
    requests: Vec<LetterRequest>,
}

/// A county whose victim was referred by letter to these agencies, each under its own release.
fn office(agencies: &[&str]) -> Office {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let victim = victims::create(&mut file, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let items = &["name", "need"];
    let requests = agencies.iter().map(|name| {
        refer_under_release(&mut file, &victim, &partner(name), "letter", (items, None))
    });
    let requests = requests.collect();
    Office {
        world,
        file,
        victim,
        requests,
    }
}

const AGENCIES: [&str; 3] = ["Valley Legal Aid", "Oak Flat Clinic", "Ash Bend Pantry"];

/// How many referrals of hers are sent.
fn sent(office: &Office) -> usize {
    let page = victims::page(&office.file, &office.victim).unwrap();
    let sent = page.referrals.iter().filter(|row| row.status == "sent");
    sent.count()
}

#[test]
fn letters_to_several_agencies_are_one_file_and_each_has_its_own_account() {
    let mut office = office(&AGENCIES);
    let stick = office.world.stick("stick");
    let saved = save_run(&mut office.file, &office.requests, &fonts(), &stick).unwrap();
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 1);
    let bytes = fs::read(&saved.path).unwrap();
    assert_eq!(hash_of(&bytes), saved.sha256);
    let text = countyline_documents::visible_and_hidden_text(&bytes).unwrap();
    let out = papers::out(&office.file).unwrap();
    let told = disclosures::log(&office.file).unwrap();
    assert_eq!((out.len(), told.len(), sent(&office)), (3, 3, 3));
    for name in AGENCIES {
        assert!(text.contains(name), "{text}");
        assert!(out.iter().any(|paper| paper.partners == [name]));
        assert!(told.iter().any(|account| account.recipient == name));
    }
    assert!(office.file.verify().unwrap().ok);
}

/// A release has one recipient, and the letters of one referral have several.
#[test]
fn several_agencies_are_referred_to_by_letter_at_once_and_each_waits_for_its_own_release() {
    let mut office = office(&AGENCIES[..2]);
    let page = victims::page(&office.file, &office.victim).unwrap();
    let releases: Vec<&str> = page.releases.iter().map(|one| &*one.id).collect();
    let form = ReferralForm {
        victim_id: office.victim.clone(),
        partner_ids: page
            .referrals
            .iter()
            .map(|row| row.partner_id.clone())
            .collect(),
        need: "food".to_owned(),
        kind: "letter".to_owned(),
        release_id: Some(releases[0].to_owned()),
    };
    let made = referrals::refer_victim(&mut office.file, &form).unwrap();
    assert_eq!(made.len(), 2);
    for row in &made {
        assert_eq!(row.status, "draft");
        let of_it = page
            .releases
            .iter()
            .find(|one| one.recipient_id == row.partner_id);
        let request = office.requests[0].clone();
        let request = LetterRequest {
            referral_ids: vec![row.id.clone()],
            release_id: of_it.map(|one| one.id.clone()),
            ..request
        };
        assert!(preview(&office.file, &request, &fonts()).unwrap().ready);
    }
    assert!(disclosures::log(&office.file).unwrap().is_empty());
    let alone = ReferralForm {
        partner_ids: vec![made[0].partner_id.clone()],
        release_id: None,
        ..form
    };
    let refused = referrals::refer_victim(&mut office.file, &alone);
    assert!(matches!(refused, Err(Error::ReleaseRequired)));
}

#[test]
fn of_letters_that_are_printed_together_each_is_answered_on_its_own() {
    let mut office = office(&AGENCIES);
    let printed = record_run_printed(&mut office.file, &office.requests, &fonts()).unwrap();
    let ids: Vec<String> = printed.into_iter().map(|saved| saved.id).collect();
    assert_eq!(
        (papers::out(&office.file).unwrap().len(), sent(&office)),
        (3, 0)
    );
    papers::came_out(&mut office.file, &ids[..2], "yes").unwrap();
    papers::came_out(&mut office.file, &ids[2..], "no").unwrap();
    assert_eq!(
        (papers::out(&office.file).unwrap().len(), sent(&office)),
        (2, 2)
    );
}

/// No agency gets the back of another's letter.
#[test]
fn on_both_sides_each_letter_begins_a_sheet_in_the_file_and_on_the_screen() {
    let mut office = office(&AGENCIES[..2]);
    let one = preview(&office.file, &office.requests[0], &fonts()).unwrap();
    let length = one.pages.len();
    for request in &mut office.requests {
        request.both_sides = true;
    }
    let both = preview_run(&office.file, &office.requests, &fonts()).unwrap();
    assert!(both.ready);
    let sheets = length.div_ceil(2);
    assert_eq!(both.pages.len(), 2 * sheets * 2, "each begins a new sheet");
    let texts = both.text.matches("Valley Legal Aid").count();
    assert!(texts > 0 && both.text.contains("Oak Flat Clinic"));
    for request in &mut office.requests {
        request.both_sides = false;
    }
    let pile = preview_run(&office.file, &office.requests, &fonts()).unwrap();
    assert_eq!(pile.pages.len(), 2 * length);
}

#[test]
fn a_run_that_cannot_be_written_has_accounts_that_all_say_so() {
    let mut office = office(&AGENCIES);
    let stick = office.world.stick("stick");
    let name = preview_run(&office.file, &office.requests, &fonts())
        .unwrap()
        .file_name;
    fs::create_dir(stick.join(format!(".{name}.part"))).unwrap();
    save_run(&mut office.file, &office.requests, &fonts(), &stick).unwrap_err();
    let told = disclosures::log(&office.file).unwrap();
    assert_eq!(told.iter().filter(|account| account.not_made).count(), 3);
    assert!(papers::out(&office.file).unwrap().is_empty());
    assert_eq!(sent(&office), 0);
}

#[test]
fn a_run_holds_letters_to_agencies_about_one_victim_alone() {
    let mut office = office(&AGENCIES[..2]);
    let other = victims::create(&mut office.file, &victim("Jo", "Example"));
    let refuse = |requests: &[LetterRequest]| {
        let refused = preview_run(&office.file, requests, &fonts()).unwrap_err();
        refused.failure().code
    };
    assert_eq!(refuse(&[]), "invalid-input");
    let mut hers = office.requests.clone();
    hers[1].form = "full".to_owned();
    assert_eq!(refuse(&hers), "invalid-input");
    let mut mixed = office.requests.clone();
    mixed[1].victim_id = other.unwrap().id;
    assert_eq!(refuse(&mixed), "release-other-recipient");
    let mut revoked = office.requests.clone();
    revoked[1].release_id = None;
    assert_eq!(refuse(&revoked), "release-required");
}
