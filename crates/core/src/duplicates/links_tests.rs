use super::*;
use crate::casefile::CaseFile;
use crate::contacts::ContactMethodForm;
use crate::error::Error;
use crate::outreach::{self, ContactForm};
use crate::testing::{World, phone, victim, ways};
use crate::victims::{self, VictimPage};
use crate::{exchange, inbox};

fn recorded(file: &mut CaseFile, given: &str, family: &str, number: &str, safe: &str) -> String {
    let mut form = victim(given, family);
    form.contact_method = Some(ContactMethodForm {
        voicemail: "yes".to_owned(),
        ..phone(number, safe)
    });
    victims::create(file, &form).unwrap().id
}

/// A county with one person recorded twice.
fn twice(world: &World) -> (CaseFile, String, String) {
    let mut county = world.county("Rivertown");
    let one = recorded(&mut county, "Margaret", "Marble", "555-010-0142", "yes");
    let other = recorded(&mut county, "Peggy", "Marble", "555-010-0142", "yes");
    (county, one, other)
}

fn page(file: &CaseFile, id: &str) -> VictimPage {
    victims::page(file, id).unwrap()
}

fn call(file: &mut CaseFile, id: &str, outcome: &str) -> crate::error::Result<crate::start::Saved> {
    let form = ContactForm {
        victim_id: id.to_owned(),
        channel: "phone".to_owned(),
        outcome: outcome.to_owned(),
        at: None,
        minutes: None,
        note: String::new(),
        follow_up_id: None,
        next_follow_up_on: None,
    };
    outreach::record_contact(file, &form)
}

fn carry(world: &World, from: &mut CaseFile, to: &mut CaseFile) {
    let sent = exchange::send_week(from, &world.stick("stick")).unwrap();
    exchange::merge(to, &[sent.path]).unwrap();
}

#[test]
fn two_records_that_may_be_one_persons_are_suggested_with_reasons_and_linked_by_nobody() {
    let world = World::new();
    let (county, one, other) = twice(&world);
    let suggested = candidates(&county).unwrap();
    let [candidate] = &suggested[..] else {
        panic!("{suggested:?}")
    };
    assert_eq!(candidate.one.victim.id, one);
    assert_eq!(candidate.other.victim.id, other);
    assert_eq!(candidate.one.recorded.by, "Pat Coordinator");
    let reason = |field: &str| {
        let reason = candidate
            .reasons
            .iter()
            .find(|reason| reason.field == field);
        reason.map(|reason| &*reason.level)
    };
    assert_eq!(reason("given"), Some("short_form"));
    assert_eq!(reason("phone"), Some("same"));
    assert!(
        page(&county, &one).same_person.is_none(),
        "nobody linked them"
    );
    assert_eq!(victims::find(&county, "marble").unwrap().len(), 2);
}

#[test]
fn candidates_of_some_records_are_those_they_belong_to() {
    let world = World::new();
    let (mut county, one, _) = twice(&world);
    let stranger = recorded(&mut county, "Zenobia", "Quill", "555-010-0177", "yes");
    assert_eq!(candidates_with(&county, &[one]).unwrap().len(), 1);
    assert_eq!(candidates_with(&county, &[stranger]).unwrap().len(), 0);
}

#[test]
fn what_a_person_decided_is_not_suggested_again() {
    let world = World::new();
    let (mut county, one, other) = twice(&world);
    not_the_same(&mut county, &other, &one).unwrap();
    assert!(candidates(&county).unwrap().is_empty());
    link(&mut county, &one, &other).unwrap();
    assert!(candidates(&county).unwrap().is_empty());
    unlink(&mut county, &one, &other).unwrap();
    assert_eq!(
        candidates(&county).unwrap().len(),
        1,
        "linking took the no back"
    );
}

#[test]
fn unlinking_brings_back_exactly_what_was() {
    let world = World::new();
    let (mut county, one, other) = twice(&world);
    let before = (page(&county, &one), page(&county, &other));
    link(&mut county, &one, &other).unwrap();
    assert_ne!(page(&county, &one).summary, before.0.summary);
    unlink(&mut county, &other, &one).unwrap();
    let without_changes = |mut page: VictimPage| {
        page.not_sent = 0;
        page
    };
    assert_eq!(
        without_changes(page(&county, &one)),
        without_changes(before.0)
    );
    assert_eq!(
        without_changes(page(&county, &other)),
        without_changes(before.1)
    );
    assert!(county.verify().unwrap().ok);
    let refused = unlink(&mut county, &one, &other);
    assert!(matches!(refused, Err(Error::NotFound { record: "link" })));
}

#[test]
fn a_record_is_not_linked_to_itself_or_to_nobody() {
    let world = World::new();
    let (mut county, one, _) = twice(&world);
    let refused = link(&mut county, &one, &one);
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "victim" })
    ));
    let nobody = "00000000-0000-4000-8000-000000000000";
    assert!(matches!(
        link(&mut county, &one, nobody),
        Err(Error::NotFound { .. })
    ));
    assert!(page(&county, &one).same_person.is_none());
}

#[test]
fn a_link_made_elsewhere_survives_an_unlinking_that_never_saw_it() {
    let world = World::new();
    let (mut county, one, other) = twice(&world);
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    link(&mut county, &one, &other).unwrap();
    link(&mut laptop, &one, &other).unwrap();
    unlink(&mut county, &one, &other).unwrap();
    carry(&world, &mut laptop, &mut county);
    let linked = page(&county, &one).same_person.unwrap();
    assert_eq!(linked.links.len(), 1);
    assert_eq!(linked.links[0].said.by, "Alex Sample");
    assert!(county.verify().unwrap().ok);
}

#[test]
fn do_not_contact_of_one_record_holds_for_all_of_them_until_they_are_unlinked() {
    let world = World::new();
    let (mut county, one, other) = twice(&world);
    let seen = page(&county, &one).seen;
    victims::forbid_contact(&mut county, &one, "She asked us not to", &seen).unwrap();
    call(&mut county, &other, "reached_talked").unwrap();
    link(&mut county, &one, &other).unwrap();
    let refused = call(&mut county, &other, "reached_talked");
    assert!(matches!(refused, Err(Error::DoNotContact)));
    assert_eq!(
        page(&county, &other).summary.safe_contact.level,
        "do_not_contact"
    );
    assert!(
        !page(&county, &other).do_not_contact,
        "her record itself says nothing"
    );
    unlink(&mut county, &one, &other).unwrap();
    call(&mut county, &other, "reached_talked").unwrap();
}

#[test]
fn a_number_that_one_record_calls_unsafe_is_unsafe_in_all_of_them() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let one = recorded(&mut county, "Margaret", "Marble", "(555) 010-0142", "no");
    let other = recorded(&mut county, "Peggy", "Marble", "555-010-0142", "yes");
    call(&mut county, &other, "voicemail_left").unwrap();
    link(&mut county, &one, &other).unwrap();
    let refused = call(&mut county, &other, "voicemail_left");
    assert!(matches!(refused, Err(Error::ChannelNotSafe)));
    assert_eq!(
        page(&county, &other).summary.safe_contact.level,
        "no_safe_way"
    );
    let stored = &ways(&county, &other)[0];
    assert_eq!(
        stored.form.safe, "yes",
        "what she wrote stays what she wrote"
    );
}

#[test]
fn another_number_keeps_its_own_safety() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let one = recorded(&mut county, "Margaret", "Marble", "555-010-0142", "no");
    let other = recorded(&mut county, "Peggy", "Marble", "555-010-0177", "yes");
    link(&mut county, &one, &other).unwrap();
    assert_eq!(page(&county, &other).summary.safe_contact.level, "safe");
    assert_eq!(page(&county, &one).summary.safe_contact.level, "safe");
}

#[test]
fn find_shows_one_person_once_with_her_other_numbers() {
    let world = World::new();
    let (mut county, one, other) = twice(&world);
    link(&mut county, &one, &other).unwrap();
    for query in ["margaret", "peggy", "marble"] {
        let found = victims::find(&county, query).unwrap();
        assert_eq!(found.len(), 1, "{query}");
        assert_eq!(found[0].id, one, "the smaller id stands for her");
        assert_eq!(
            found[0].other_numbers,
            [page(&county, &other).summary.case_number]
        );
    }
}

#[test]
fn linked_records_of_linked_records_are_one_persons() {
    let world = World::new();
    let (mut county, one, other) = twice(&world);
    let third = recorded(&mut county, "Maggie", "Marble-Quill", "555-010-0199", "yes");
    link(&mut county, &one, &other).unwrap();
    link(&mut county, &third, &other).unwrap();
    let linked = page(&county, &one).same_person.unwrap();
    let ids: Vec<&str> = linked
        .records
        .iter()
        .map(|record| &*record.victim_id)
        .collect();
    let mut all = [&*one, &*other, &*third];
    all.sort_unstable();
    assert_eq!(ids, all);
    assert_eq!(linked.links.len(), 2);
}

#[test]
fn what_linked_records_say_differently_shows_side_by_side_with_who_wrote_it() {
    let world = World::new();
    let (mut county, one, other) = twice(&world);
    link(&mut county, &one, &other).unwrap();
    let linked = page(&county, &other).same_person.unwrap();
    let [name] = &linked.differing[..] else {
        panic!("{:?}", linked.differing)
    };
    assert_eq!(name.field, "name");
    let given: Vec<&str> = name
        .sides
        .iter()
        .map(|side| &*side.values[0].value)
        .collect();
    assert_eq!(given, ["Margaret", "Peggy"]);
    assert_eq!(name.sides[0].origin.by, "Pat Coordinator");
    assert!(
        inbox::conflicts(&county).unwrap().is_empty(),
        "nothing has to be decided"
    );
}

#[test]
fn twins_are_not_suggested() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    recorded(&mut county, "Zenobia", "Marble", "555-010-0142", "yes");
    recorded(&mut county, "Ottilie", "Marble", "555-010-0142", "yes");
    assert!(candidates(&county).unwrap().is_empty());
}

#[test]
fn links_are_made_again_from_the_history() {
    let world = World::new();
    let (mut county, one, other) = twice(&world);
    link(&mut county, &one, &other).unwrap();
    not_the_same(&mut county, &one, &other).unwrap();
    assert!(county.verify().unwrap().ok);
    assert!(page(&county, &one).same_person.is_none());
}
