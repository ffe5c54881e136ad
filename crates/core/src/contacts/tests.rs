use super::*;
use crate::outreach::{self, ContactForm};
use crate::testing::{World, phone, victim};
use crate::victims;

fn office_with(safe: &str, voicemail: &str) -> (World, CaseFile, String) {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut form = victim("Maria", "Marker");
    form.contact_method = Some(ContactMethodForm {
        voicemail: voicemail.to_owned(),
        ..phone("555-0142", safe)
    });
    let id = victims::create(&mut file, &form).unwrap().id;
    (world, file, id)
}

fn record(file: &mut CaseFile, id: &str, channel: &str, outcome: &str) -> Result<Saved> {
    let form = ContactForm {
        victim_id: id.to_owned(),
        channel: channel.to_owned(),
        outcome: outcome.to_owned(),
        at: None,
        minutes: None,
        note: String::new(),
        follow_up_id: None,
        next_follow_up_on: None,
    };
    outreach::record_contact(file, &form)
}

fn level(file: &CaseFile, id: &str) -> String {
    victims::page(file, id).unwrap().summary.safe_contact.level
}

#[test]
fn a_way_nobody_asked_about_counts_as_unsafe() {
    for (safe, expected) in [
        ("unknown", "ask_again"),
        ("no", "no_safe_way"),
        ("with_conditions", "with_conditions"),
        ("yes", "safe"),
    ] {
        let (_world, file, id) = office_with(safe, "not_asked");
        assert_eq!(level(&file, &id), expected, "{safe}");
    }
}

#[test]
fn a_victim_without_any_way_has_no_safe_way() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut form = victim("M", "");
    form.contact_method = None;
    let id = victims::create(&mut file, &form).unwrap().id;
    assert_eq!(level(&file, &id), "no_safe_way");
}

#[test]
fn a_message_is_left_only_where_she_agreed_to_one() {
    for (voicemail, agreed) in [("yes", true), ("no", false), ("not_asked", false)] {
        let (_world, mut file, id) = office_with("yes", voicemail);
        let left = record(&mut file, &id, "phone", "voicemail_left");
        assert_eq!(left.is_ok(), agreed, "{voicemail}");
        // What she agreed to on her phone she did not agree to elsewhere.
        let elsewhere = record(&mut file, &id, "trusted_person", "voicemail_left");
        let unheard_of = matches!(elsewhere, Err(Error::OutcomeNotOfChannel { .. }));
        assert!(unheard_of, "nobody leaves a voicemail with her sister");
    }
    let (_world, mut file, id) = office_with("no", "yes");
    let refused = record(&mut file, &id, "phone", "voicemail_left");
    assert!(matches!(refused, Err(Error::ChannelNotSafe)));
}

#[test]
fn word_is_left_only_with_somebody_she_named() {
    let (_world, mut file, id) = office_with("yes", "yes");
    let told = |file: &mut CaseFile| record(file, &id, "trusted_person", "message_trusted_person");
    assert!(matches!(told(&mut file), Err(Error::ChannelNotSafe)));
    let sister = ContactMethodForm {
        channel: "trusted_person".to_owned(),
        ..phone("Her sister, 555-0188", "with_conditions")
    };
    add(&mut file, &id, &sister).unwrap();
    told(&mut file).unwrap();
}

#[test]
fn do_not_contact_blocks_every_channel_until_it_is_taken_back() {
    let (_world, mut file, id) = office_with("yes", "yes");
    let seen = victims::page(&file, &id).unwrap().seen;
    victims::forbid_contact(&mut file, &id, "She asked us not to", &seen).unwrap();
    assert_eq!(level(&file, &id), "do_not_contact");
    for (channel, outcome) in [
        ("phone", "reached_talked"),
        ("text", "reached_talked"),
        ("email", "reached_talked"),
        ("post", "letter_sent"),
        ("home_visit", "home_reached"),
        ("work_school_visit", "home_reached"),
    ] {
        let refused = record(&mut file, &id, channel, outcome);
        assert!(matches!(refused, Err(Error::DoNotContact)), "{channel}");
    }
    record(&mut file, &id, "in_person", "reached_talked").unwrap();
    record(&mut file, &id, "phone", "blocked_no_safe_method").unwrap();
    let marked = victims::page(&file, &id).unwrap().seen;
    victims::allow_contact(&mut file, &id, &marked).unwrap();
    record(&mut file, &id, "phone", "reached_talked").unwrap();
}

#[test]
fn a_mark_nobody_saw_is_not_taken_back() {
    let (_world, mut file, id) = office_with("yes", "yes");
    let opened = victims::page(&file, &id).unwrap().seen;
    victims::forbid_contact(&mut file, &id, "She asked us not to", &opened).unwrap();
    victims::allow_contact(&mut file, &id, &opened).unwrap();
    assert_eq!(level(&file, &id), "do_not_contact");
    assert_eq!(crate::inbox::conflicts(&file).unwrap().len(), 1);
}

#[test]
fn a_code_of_no_list_is_refused() {
    let (_world, mut file, id) = office_with("yes", "yes");
    let refused = add(&mut file, &id, &phone("555-0100", "maybe"));
    assert!(matches!(refused, Err(Error::UnknownCode { field: "safe" })));
}

#[test]
fn an_edit_keeps_what_a_newer_program_wrote_beside() {
    let (_world, mut file, id) = office_with("yes", "yes");
    let victim = ids::parse(&VICTIM, &id).unwrap();
    let (method, _) = file
        .change(Action::AddContactMethod, |change| {
            let Value::Map(mut way) = value_of(&phone("555-0100", "yes"), change.now())? else {
                panic!("a way is a map");
            };
            way.insert(99, Value::text("newer"));
            let fields = [("victim", Value::bytes(victim.0)), ("way", Value::Map(way))];
            Ok(change.create(&CONTACT_METHOD, fields))
        })
        .unwrap();
    let shown = victims::page(&file, &id).unwrap().contact_methods;
    let shown = shown
        .iter()
        .find(|shown| shown.id == ids::text(method))
        .unwrap();
    edit(&mut file, &shown.id, &phone("555-0101", "no"), &shown.seen).unwrap();
    let key = crate::casefile::key(&CONTACT_METHOD, method);
    let state = crate::casefile::tables::load(file.conn(), key)
        .unwrap()
        .unwrap();
    let [head] = state.heads(CONTACT_METHOD.field("way").field_id()) else {
        panic!("one way stands");
    };
    assert_eq!(head.value.member(99), Some(&Value::text("newer")));
    assert_eq!(
        head.value.member(way::VALUE),
        Some(&Value::text("555-0101"))
    );
}
