//! What the history of a victim says, and what it keeps covered.

use super::*;
use crate::inbox;
use crate::outreach::{self, ContactForm};
use crate::testing::{World, phone, victim, ways};
use crate::{contacts, hiding};

fn contact(victim: &str, note: &str) -> ContactForm {
    ContactForm {
        victim_id: victim.to_owned(),
        channel: "phone".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: None,
        minutes: None,
        note: note.to_owned(),
        follow_up_id: None,
        next_follow_up_on: None,
    }
}

/// The first change of a record of this type, from the newest on.
fn newest<'e>(history: &'e [HistoryEntry], record: &str, kind: &str) -> &'e HistoryEntry {
    let mut entries = history.iter();
    entries
        .find(|entry| entry.record == record && entry.kind == kind)
        .unwrap_or_else(|| panic!("no {record} that was {kind}: {history:?}"))
}

fn change<'e>(entry: &'e HistoryEntry, label: &str) -> &'e ChangedField {
    let mut changes = entry.changes.iter();
    changes.find(|one| one.label == label).unwrap()
}

#[test]
fn the_history_says_what_was_written_by_whom_and_what_stood_there_before() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &victim("Maria", "Marker")).unwrap().id;
    let page = page(&file, &id).unwrap();
    let mut about = page.about.clone();
    about.family_name = "Marked".to_owned();
    about.needs = vec!["shelter".to_owned()];
    correct(&mut file, &id, &about, &page.seen).unwrap();

    let history = history(&file, &id).unwrap();
    let made = newest(&history, "victim", "made");
    assert_eq!(change(made, "field-family-name").after, ["Marker"]);
    assert!(change(made, "field-family-name").before.is_empty());
    let changed = newest(&history, "victim", "changed");
    let name = change(changed, "field-family-name");
    assert_eq!(
        (&name.before[..], &name.after[..]),
        (&["Marker".to_owned()][..], &["Marked".to_owned()][..])
    );
    // What stayed as it was is no change.
    assert!(
        changed
            .changes
            .iter()
            .all(|one| one.label != "field-given-name")
    );
    let needs: Vec<_> = changed
        .changes
        .iter()
        .filter(|one| one.label == "field-needs")
        .collect();
    assert!(needs.iter().any(|one| one.after == ["shelter"]));
    assert!(needs.iter().any(|one| one.before == ["legal"]));
    assert!(
        needs
            .iter()
            .all(|one| one.code_list.as_deref() == Some("need"))
    );
    assert_eq!(changed.origin.by, file_person(&file));
    assert_eq!(changed.origin.received_at, None);
    let place = |entry: &HistoryEntry| history.iter().position(|one| one.id == entry.id);
    assert!(place(changed) < place(made), "the newest first");
}

fn file_person(file: &CaseFile) -> String {
    crate::start::look(file.folder(), Some(file))
        .unwrap()
        .person_name
        .unwrap()
}

#[test]
fn of_a_number_only_its_end_is_told_and_of_a_code_word_and_a_street_only_that_they_changed() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &victim("Maria", "Marker")).unwrap().id;
    let way = ways(&file, &id).remove(0);
    contacts::edit(&mut file, &way.id, &phone("555-0144", "no"), &way.seen).unwrap();
    let way = ways(&file, &id).remove(0);
    let details = contacts::SafetyDetails {
        code_word: "blue heron".to_owned(),
        ..Default::default()
    };
    contacts::set_details(&mut file, &way.id, &details, &way.seen).unwrap();
    let address = AddressProtection {
        real_address: "1 Made-up Road".to_owned(),
        legal_need: "Court".to_owned(),
        ..Default::default()
    };
    let seen = record(&file, &id).unwrap().seen;
    set_address_protection(&mut file, &id, &address, &seen).unwrap();

    let history = history(&file, &id).unwrap();
    let told = format!("{history:?}");
    for secret in ["555-0144", "555-0101", "blue heron", "Made-up Road"] {
        assert!(!told.contains(secret), "{secret}: {told}");
    }
    let changes: Vec<_> = history.iter().flat_map(|entry| &entry.changes).collect();
    let numbers = changes
        .iter()
        .find(|one| one.label == "field-value" && !one.before.is_empty());
    let numbers = numbers.unwrap();
    assert!(numbers.before[0].ends_with("01") && numbers.after[0].ends_with("44"));
    for label in ["field-code-word", "field-real-address"] {
        let covered = changes.iter().find(|one| one.label == label).unwrap();
        assert_eq!(covered.after, ["…"], "{label}");
    }
}

#[test]
fn what_was_hidden_stays_in_the_history_and_so_does_its_coming_back() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &victim("Maria", "Marker")).unwrap().id;
    let way = ways(&file, &id).remove(0);
    hiding::hide(&mut file, "contact_method", &way.id, &way.seen).unwrap();
    let hidden = page(&file, &id).unwrap().hidden.remove(0);
    hiding::bring_back(&mut file, "contact_method", &hidden.id, &hidden.seen).unwrap();
    let history = history(&file, &id).unwrap();
    let kinds: Vec<&str> = history
        .iter()
        .filter(|entry| entry.record == "contact_method")
        .map(|entry| &*entry.kind)
        .collect();
    assert_eq!(kinds, ["brought_back", "hidden", "made"]);
}

#[test]
fn what_came_with_a_week_says_which_laptop_wrote_it_and_when_it_came() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Sample");
    let id = create(&mut laptop, &victim("Maria", "Marker")).unwrap().id;
    outreach::record_contact(&mut laptop, &contact(&id, "Asked about the bus.")).unwrap();
    world.week(&mut laptop, &mut county);
    let history = history(&county, &id).unwrap();
    let contact = newest(&history, "contact", "made");
    assert_eq!(contact.origin.place, "Laptop 07");
    assert_eq!(contact.origin.by, "Dana Sample");
    assert!(contact.origin.received_at.is_some());
    assert_eq!(
        change(contact, "field-note").after,
        ["Asked about the bus."]
    );
}

#[test]
fn two_versions_and_the_decision_between_them_are_three_changes() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let id = create(&mut county, &victim("Maria", "Marker")).unwrap().id;
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Sample");
    for (place, zone) in [(&mut county, "Oak Flat"), (&mut laptop, "Ash Bend")] {
        let page = page(place, &id).unwrap();
        let mut about = page.about.clone();
        about.zone = zone.to_owned();
        correct(place, &id, &about, &page.seen).unwrap();
    }
    world.week(&mut laptop, &mut county);
    let conflict = inbox::conflicts(&county).unwrap().remove(0);
    let side = &conflict.sides[0].side;
    inbox::resolve(&mut county, &conflict.id, side, &conflict.seen).unwrap();
    let history = history(&county, &id).unwrap();
    let zones: Vec<_> = history
        .iter()
        .filter(|entry| entry.kind == "changed")
        .map(|entry| change(entry, "field-zone"))
        .collect();
    assert_eq!(zones.len(), 3);
    let mut before = zones[0].before.clone();
    before.sort();
    assert_eq!(before, ["Ash Bend", "Oak Flat"], "both were replaced");
}

#[test]
fn nothing_of_somebody_else_stands_in_her_history() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &victim("Maria", "Marker")).unwrap().id;
    let ana = create(&mut file, &victim("Ana", "Example")).unwrap().id;
    outreach::record_contact(&mut file, &contact(&ana, "About Ana alone.")).unwrap();
    let told = format!("{:?}", history(&file, &id).unwrap());
    assert!(
        !told.contains("About Ana") && !told.contains("Example"),
        "{told}"
    );
    assert!(format!("{:?}", history(&file, &ana).unwrap()).contains("About Ana"));
}

#[test]
fn nobody_has_a_history_who_is_not_on_record() {
    let world = World::new();
    let file = world.county("Rivertown");
    let refused = history(&file, &"00".repeat(16));
    assert!(matches!(refused, Err(Error::NotFound { .. })));
}
