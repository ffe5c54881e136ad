use super::*;
use crate::error::Error;
use crate::inbox::Settlement;
use crate::testing::{World, phone, victim, ways};
use crate::{contacts, exchange, outreach, victims};

/// A county and a laptop that both know one victim with a phone and a follow-up.
fn two_places(world: &World) -> (CaseFile, CaseFile, String) {
    let mut county = world.county("Rivertown");
    let mut form = victim("Maria", "Marker");
    form.follow_up_on = Some("2026-03-04".to_owned());
    let id = victims::create(&mut county, &form).unwrap().id;
    let laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    (county, laptop, id)
}

fn send(world: &World, laptop: &mut CaseFile, county: &mut CaseFile) {
    let sent = exchange::send_week(laptop, &world.stick("stick")).unwrap();
    exchange::merge(county, &[sent.path]).unwrap();
}

fn page(file: &CaseFile, id: &str) -> victims::VictimPage {
    victims::page(file, id).unwrap()
}

fn hide_way(file: &mut CaseFile, id: &str) {
    let way = page(file, id).contact_methods.remove(0);
    hide(file, "contact_method", &way.id, &way.seen).unwrap();
}

fn write_way(file: &mut CaseFile, id: &str, number: &str, safe: &str) {
    let way = page(file, id).contact_methods.remove(0);
    contacts::edit(file, &way.id, &phone(number, safe), &way.seen).unwrap();
}

fn settle(file: &mut CaseFile, way: &str) {
    let item = inbox::items(file).unwrap().remove(0);
    let settlement = Settlement {
        way: way.to_owned(),
        side: None,
        values: Default::default(),
        seen: item.seen,
    };
    inbox::settle(file, &item.id, &settlement).unwrap();
}

fn ensure_sound(file: &CaseFile) {
    let report = file.verify().unwrap();
    assert!(report.ok, "{:?}", report.differences);
}

#[test]
fn what_was_recorded_by_mistake_is_hidden_and_can_be_brought_back() {
    let world = World::new();
    let (mut county, _, id) = two_places(&world);
    hide_way(&mut county, &id);
    let due = page(&county, &id).follow_ups.remove(0);
    hide(&mut county, "follow_up", &due.id, &due.seen).unwrap();
    let hidden = page(&county, &id);
    assert_eq!(hidden.contact_methods, []);
    assert_eq!(hidden.follow_ups, []);
    assert_eq!(hidden.summary.safe_contact.level, "no_safe_way");
    assert!(outreach::today(&county).unwrap().upcoming.rows.is_empty());
    assert_eq!(hidden.hidden.len(), 2);
    assert_eq!(hidden.hidden[0].by, "Pat Coordinator");
    for hidden in hidden.hidden {
        bring_back(&mut county, &hidden.record, &hidden.id, &hidden.seen).unwrap();
        let again = bring_back(&mut county, &hidden.record, &hidden.id, &hidden.seen);
        assert!(matches!(again, Err(Error::ChangedMeanwhile)));
    }
    let back = page(&county, &id);
    assert_eq!((back.contact_methods.len(), back.follow_ups.len()), (1, 1));
    ensure_sound(&county);
}

#[test]
fn who_may_be_one_person_is_suggested_again_once_what_says_so_is_brought_back() {
    let world = World::new();
    let (mut county, _, id) = two_places(&world);
    let mut other = victim("Marie", "Marker");
    other.birth_year = None;
    victims::create(&mut county, &other).unwrap();
    let before = inbox::items(&county).unwrap();
    assert_eq!(before.len(), 1);
    hide_way(&mut county, &id);
    let hidden = page(&county, &id).hidden.remove(0);
    bring_back(&mut county, &hidden.record, &hidden.id, &hidden.seen).unwrap();
    assert_eq!(inbox::items(&county).unwrap(), before);
    ensure_sound(&county);
}

#[test]
fn what_somebody_wrote_meanwhile_keeps_a_record_visible_until_a_person_decides() {
    for (way, shown) in [("keep", 1), ("hide", 0)] {
        let world = World::new();
        let (mut county, mut laptop, id) = two_places(&world);
        write_way(&mut laptop, &id, "555-0199", "no");
        hide_way(&mut county, &id);
        assert_eq!(page(&county, &id).contact_methods.len(), 0);
        send(&world, &mut laptop, &mut county);

        let methods = ways(&county, &id);
        assert_eq!(methods[0].form.value, "555-0199");
        assert!(methods[0].in_conflict);
        assert!(victims::find(&county, "").unwrap()[0].in_conflict);
        let items = inbox::items(&county).unwrap();
        assert_eq!(items.len(), 1);
        assert_eq!(items[0].kind, "deleted_while_edited");
        assert_eq!(items[0].urgency, "safety");
        assert_eq!(items[0].origins[0].by, "Pat Coordinator");
        assert_eq!(items[0].written_by[0].by, "Alex Sample");
        assert!(items[0].written_by[0].received_at.is_some());
        assert!(items[0].written_by[0].bundle.is_some());

        settle(&mut county, way);
        assert_eq!(inbox::items(&county).unwrap(), []);
        assert_eq!(page(&county, &id).contact_methods.len(), shown, "{way}");
        ensure_sound(&county);
    }
}

/// One keeps, one hides: neither saw the other, so a person is asked again.
#[test]
fn keeping_and_hiding_apart_is_asked_again() {
    let world = World::new();
    let (mut county, mut laptop, id) = two_places(&world);
    // The laptop hides, and then hides it again after it was brought back; the county keeps it meanwhile.
    hide_way(&mut laptop, &id);
    write_way(&mut county, &id, "555-0188", "yes");
    send(&world, &mut laptop, &mut county);
    settle(&mut county, "keep");
    assert_eq!(inbox::items(&county).unwrap(), []);
    let hidden = page(&laptop, &id).hidden.remove(0);
    bring_back(&mut laptop, &hidden.record, &hidden.id, &hidden.seen).unwrap();
    hide_way(&mut laptop, &id);
    send(&world, &mut laptop, &mut county);
    let items = inbox::items(&county).unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].kind, "deleted_while_edited");
    assert_eq!(page(&county, &id).contact_methods.len(), 1);
    ensure_sound(&county);
}

#[test]
fn a_victim_with_whom_nothing_was_done_is_hidden_with_what_was_written_to_reach_her() {
    let world = World::new();
    let (mut county, _, id) = two_places(&world);
    let seen = page(&county, &id).seen;
    hide(&mut county, "victim", &id, &seen).unwrap();
    assert_eq!(victims::find(&county, "Marker").unwrap(), []);
    assert!(outreach::today(&county).unwrap().upcoming.rows.is_empty());
    assert_eq!(inbox::items(&county).unwrap(), []);
    ensure_sound(&county);
}

#[test]
fn a_victim_with_whom_something_was_done_is_not_hidden() {
    let world = World::new();
    let (mut county, _, id) = two_places(&world);
    record_contact(&mut county, &id);
    let seen = page(&county, &id).seen;
    let refused = hide(&mut county, "victim", &id, &seen);
    assert!(matches!(refused, Err(Error::VictimHasWork)));
    assert_eq!(victims::find(&county, "Marker").unwrap().len(), 1);
}

#[test]
fn work_that_arrives_for_a_hidden_victim_is_pointed_out_and_she_comes_back_whole() {
    let world = World::new();
    let (mut county, mut laptop, id) = two_places(&world);
    record_contact(&mut laptop, &id);
    let seen = page(&county, &id).seen;
    hide(&mut county, "victim", &id, &seen).unwrap();
    send(&world, &mut laptop, &mut county);
    let items = inbox::items(&county).unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!(
        (&*items[0].kind, &*items[0].urgency),
        ("hidden_with_work", "safety")
    );
    settle(&mut county, "keep");
    let back = page(&county, &id);
    assert_eq!((back.contact_methods.len(), back.follow_ups.len()), (1, 1));
    assert_eq!(inbox::items(&county).unwrap(), []);
    ensure_sound(&county);
}

#[test]
fn a_contact_is_never_hidden() {
    let world = World::new();
    let (mut county, _, id) = two_places(&world);
    for record in [
        "contact",
        "referral",
        "release_of_information",
        "staff",
        "nothing",
    ] {
        let refused = hide(&mut county, record, &id, "");
        assert!(
            matches!(refused, Err(Error::InvalidInput { field: "record" })),
            "{record}"
        );
    }
}

fn record_contact(file: &mut CaseFile, id: &str) {
    let form = outreach::ContactForm {
        victim_id: id.to_owned(),
        channel: "phone".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: None,
        minutes: None,
        note: String::new(),
        follow_up_id: None,
        next_follow_up_on: None,
    };
    outreach::record_contact(file, &form).unwrap();
}

#[test]
fn a_victim_who_was_told_her_rights_is_not_hidden() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = victims::create(&mut file, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let told = crate::rights::RightsNoticeForm {
        item: "role_disclosure".to_owned(),
        language: "en".to_owned(),
        how_given: "verbal".to_owned(),
        given_on: "2026-03-02".to_owned(),
        ..Default::default()
    };
    crate::rights::give(&mut file, &id, &told).unwrap();
    let seen = victims::page(&file, &id).unwrap().seen;
    let refused = hide(&mut file, "victim", &id, &seen);
    assert!(matches!(refused, Err(Error::VictimHasWork)));
}
