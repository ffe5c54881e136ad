use super::*;
use crate::testing::{World, state_pack, victim};
use crate::victims;

fn office() -> (World, CaseFile, String) {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = victims::create(&mut file, &victim("Ana", "Example"))
        .unwrap()
        .id;
    (world, file, id)
}

fn card() -> RightsNoticeForm {
    RightsNoticeForm {
        item: "state_card".to_owned(),
        version: "2026-01".to_owned(),
        language: "es".to_owned(),
        how_given: "hand".to_owned(),
        given_on: "2026-03-02".to_owned(),
        acknowledgement: "not_safe_to_sign".to_owned(),
        rights_requested: vec!["be_informed".to_owned()],
        rights_waived: vec!["be_present".to_owned()],
        ..RightsNoticeForm::default()
    }
}

#[test]
fn a_card_is_kept_with_what_she_asked_for_and_waived() {
    let (_world, mut file, ana) = office();
    give(&mut file, &ana, &card()).unwrap();
    let shown = victims::record(&file, &ana).unwrap().rights_notices;
    assert_eq!(shown[0].form, card());
    let pack = &shown[0].pack;
    assert_eq!((&*pack.name, pack.sample), ("sample 1", true));
}

#[test]
fn the_rights_of_an_installed_pack_are_asked_for_and_the_notice_keeps_which_it_was() {
    let (_world, mut file, ana) = office();
    let pack = state_pack("ohio", "4").replace("\"be_present\"", "\"be_heard_by_phone\"");
    policy::install_pack(&mut file, &pack, "").unwrap();
    let refused = give(&mut file, &ana, &card());
    assert!(matches!(
        refused,
        Err(Error::UnknownCode { field: "right" })
    ));
    let form = RightsNoticeForm {
        rights_waived: vec!["be_heard_by_phone".to_owned()],
        ..card()
    };
    give(&mut file, &ana, &form).unwrap();
    let shown = victims::record(&file, &ana).unwrap().rights_notices;
    let pack = &shown[0].pack;
    assert_eq!((&*pack.name, pack.sample), ("ohio 4", false));
}

#[test]
fn pr_17_what_cannot_stay_confidential_is_a_notice_of_its_own() {
    let (world, mut file, ana) = office();
    let told = RightsNoticeForm {
        item: "role_disclosure".to_owned(),
        how_given: "verbal".to_owned(),
        rights_requested: Vec::new(),
        rights_waived: Vec::new(),
        ..card()
    };
    give(&mut file, &ana, &card()).unwrap();
    world.clock.set("2026-03-02T08:10:00-06:00");
    give(&mut file, &ana, &told).unwrap();
    let shown = victims::record(&file, &ana).unwrap().rights_notices;
    let items: Vec<&str> = shown.iter().map(|notice| &*notice.form.item).collect();
    assert_eq!(items, ["role_disclosure", "state_card"]);
}

#[test]
fn a_right_is_not_asked_for_and_waived_at_once_and_comes_from_the_pack() {
    let (_world, mut file, ana) = office();
    let mut refuse = |change: fn(&mut RightsNoticeForm)| {
        let mut form = card();
        change(&mut form);
        give(&mut file, &ana, &form).unwrap_err().failure().code
    };
    assert_eq!(
        refuse(|form| form.rights_waived = form.rights_requested.clone()),
        "answers-exclude"
    );
    assert_eq!(
        refuse(|form| form.rights_waived = vec!["fly".to_owned()]),
        "unknown-code"
    );
    assert_eq!(
        refuse(|form| form.given_on = "2026-03-03".to_owned()),
        "date-in-future"
    );
    assert_eq!(
        refuse(|form| form.item = "poster".to_owned()),
        "unknown-code"
    );
    assert!(
        victims::record(&file, &ana)
            .unwrap()
            .rights_notices
            .is_empty()
    );
}

#[test]
fn she_is_told_once_what_cannot_stay_confidential_whichever_record_of_hers_says_so() {
    let (_world, mut file, ana) = office();
    let other = victims::create(&mut file, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let due = |file: &CaseFile, id: &str| victims::page(file, id).unwrap().role_disclosure_due;
    give(&mut file, &ana, &card()).unwrap();
    assert!(due(&file, &ana), "a card of her rights is something else");

    let told = RightsNoticeForm {
        item: "role_disclosure".to_owned(),
        how_given: "verbal".to_owned(),
        ..card()
    };
    give(&mut file, &other, &told).unwrap();
    assert!(due(&file, &ana) && !due(&file, &other));
    duplicates::link(&mut file, &ana, &other).unwrap();
    assert!(!due(&file, &ana));
}
