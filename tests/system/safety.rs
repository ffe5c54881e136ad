//! A safer answer written anywhere holds everywhere, whatever the clocks say, until a person decides.

use countyline_core::error::Error;
use countyline_core::outreach::{self, ContactForm};
use countyline_core::testing::{World, phone, victim};
use countyline_core::{contacts, inbox, victims};

use crate::offices::{everything, merged, phone_of, sent};

fn call(victim_id: &str, outcome: &str) -> ContactForm {
    ContactForm {
        victim_id: victim_id.to_owned(),
        channel: "phone".to_owned(),
        outcome: outcome.to_owned(),
        at: None,
        minutes: None,
        note: String::new(),
        follow_up_id: None,
        next_follow_up_on: None,
    }
}

#[test]
fn do_not_contact_holds_against_a_later_no_from_another_laptop() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let mut elm_creek = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let mut oak_flat = world.joined_laptop(&mut county, "Oak Flat", "Robin Sample");
    let seen = victims::page(&elm_creek, &ana).unwrap().seen;
    victims::forbid_contact(&mut elm_creek, &ana, "She asked us not to", &seen).unwrap();
    let week = sent(&world, &mut elm_creek, "Elm Creek stick");
    world.clock.set("2031-01-01T08:00:00-06:00");
    let seen = victims::page(&oak_flat, &ana).unwrap().seen;
    victims::allow_contact(&mut oak_flat, &ana, &seen).unwrap();
    let later = sent(&world, &mut oak_flat, "Oak Flat stick");
    world.clock.set("2026-03-09T08:00:00-05:00");
    for paths in [[&*week, &*later], [&*later, &*week]] {
        merged(&mut county, &paths);
        assert!(victims::page(&county, &ana).unwrap().do_not_contact);
        let level = victims::page(&county, &ana)
            .unwrap()
            .summary
            .safe_contact
            .level;
        assert_eq!(level, "do_not_contact");
        let refused = outreach::record_contact(&mut county, &call(&ana, "reached_talked"));
        assert!(matches!(refused, Err(Error::DoNotContact)));
    }
    assert_eq!(
        inbox::conflicts(&county).unwrap().len(),
        1,
        "a person is asked"
    );
    everything(&county);
}

#[test]
fn a_phone_marked_unsafe_holds_against_a_later_yes() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let mut elm_creek = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let mut oak_flat = world.joined_laptop(&mut county, "Oak Flat", "Robin Sample");
    let (elm, oak) = (phone_of(&elm_creek, &ana), phone_of(&oak_flat, &ana));
    contacts::edit(&mut elm_creek, &elm.id, &phone("555-0101", "no"), &elm.seen).unwrap();
    world.clock.set("2031-01-01T08:00:00-06:00");
    contacts::edit(&mut oak_flat, &oak.id, &phone("555-0142", "yes"), &oak.seen).unwrap();
    let weeks = [
        sent(&world, &mut elm_creek, "Elm Creek stick"),
        sent(&world, &mut oak_flat, "Oak Flat stick"),
    ];
    merged(&mut county, &[&weeks[0], &weeks[1]]);
    let shown = phone_of(&county, &ana);
    assert_eq!((&*shown.form.value, &*shown.form.safe), ("555-0101", "no"));
    assert!(shown.in_conflict);
    let level = victims::page(&county, &ana)
        .unwrap()
        .summary
        .safe_contact
        .level;
    assert_eq!(level, "no_safe_way", "nobody is told to call either number");
    let waiting = inbox::conflicts(&county).unwrap();
    assert!(waiting[0].protective);
}

#[test]
fn no_message_is_left_where_she_did_not_agree_to_one() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let before = everything(&county);
    let refused = outreach::record_contact(&mut county, &call(&ana, "voicemail_left"));
    assert!(matches!(refused, Err(Error::ChannelNotSafe)));
    assert_eq!(everything(&county), before);
}

#[test]
fn a_way_to_reach_her_that_nobody_asked_about_is_not_called_safe() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut form = victim("Ana", "Example");
    form.contact_method = Some(phone("555-0101", "unknown"));
    let ana = victims::create(&mut county, &form).unwrap().id;
    let level = victims::page(&county, &ana)
        .unwrap()
        .summary
        .safe_contact
        .level;
    assert!(
        matches!(level.as_str(), "ask_again" | "no_safe_way"),
        "{level}"
    );
}
