use countyline_ledger::Value;

use super::*;
use crate::casefile::{Action, Seen};
use crate::contacts::{self, ContactMethodView};
use crate::testing::{World, phone, victim, ways};
use crate::{exchange, victims};

fn way(file: &CaseFile, victim_id: &str) -> ContactMethodView {
    ways(file, victim_id).remove(0)
}

/// The county wrote last, after many other changes; the laptop's log is numbered behind the county's own. Neither
/// the numbering nor the order of arrival decides which of two equally safe numbers shows.
#[test]
fn the_side_in_effect_is_the_one_the_page_shows_and_the_last_written() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");

    let opened = way(&laptop, &ana);
    contacts::edit(
        &mut laptop,
        &opened.id,
        &phone("555-0133", "yes"),
        &opened.seen,
    )
    .unwrap();
    for name in ["Bea", "Cam", "Dot", "Eve", "Fay", "Gil"] {
        victims::create(&mut county, &victim(name, "Example")).unwrap();
    }
    let opened = way(&county, &ana);
    contacts::edit(
        &mut county,
        &opened.id,
        &phone("555-0188", "yes"),
        &opened.seen,
    )
    .unwrap();
    let stick = world.stick("stick");
    let sent = exchange::send_week(&mut laptop, &stick).unwrap();
    exchange::merge(&mut county, &[sent.path]).unwrap();

    let conflict = conflicts(&county).unwrap().remove(0);
    let number = |side: &ConflictSide| side.values[1].value.clone();
    assert_eq!(way(&county, &ana).form.value, "555-0188");
    assert!(conflict.sides[0].in_effect);
    assert_eq!(number(&conflict.sides[0]), "555-0188");

    // What is merged into the record afterwards does not turn it round.
    let opened = way(&laptop, &ana);
    contacts::edit(
        &mut laptop,
        &opened.id,
        &phone("555-0144", "yes"),
        &opened.seen,
    )
    .unwrap();
    let sent = exchange::send_week(&mut laptop, &stick).unwrap();
    exchange::merge(&mut county, &[sent.path]).unwrap();
    assert_eq!(way(&county, &ana).form.value, "555-0188");
    assert!(county.verify().unwrap().ok);
}

fn settlement(item: &InboxItem, way: &str) -> Settlement {
    Settlement {
        way: way.to_owned(),
        side: None,
        values: Default::default(),
        seen: item.seen.clone(),
    }
}

/// A county that merged another number than its own for Ana's phone; which is safe, it cannot tell.
fn county_with_conflict(
    world: &World,
    ours: (&str, &str),
    theirs: (&str, &str),
) -> (CaseFile, String) {
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    for (file, (number, safe)) in [(&mut county, ours), (&mut laptop, theirs)] {
        let opened = way(file, &ana);
        contacts::edit(file, &opened.id, &phone(number, safe), &opened.seen).unwrap();
    }
    let sent = exchange::send_week(&mut laptop, &world.stick("stick")).unwrap();
    exchange::merge(&mut county, &[sent.path]).unwrap();
    (county, ana)
}

#[test]
fn every_side_says_who_where_when_and_in_which_file_it_came() {
    let world = World::new();
    let (county, _) = county_with_conflict(&world, ("555-0188", "yes"), ("555-0133", "yes"));
    let conflict = conflicts(&county).unwrap().remove(0);
    let came = conflict.sides.iter().find(|side| side.by == "Alex Sample");
    let came = came.unwrap();
    assert_eq!(came.place, "Elm Creek");
    assert!(came.claimed_at.starts_with("2026-03-02"));
    assert!(came.received_at.is_some());
    assert!(came.bundle.as_ref().unwrap().ends_with(".clb"));
    let own = conflict.sides.iter().find(|side| side.by != "Alex Sample");
    assert_eq!(own.unwrap().bundle, None);
}

#[test]
fn two_numbers_may_both_be_right_and_one_number_with_two_answers_may_not() {
    let world = World::new();
    let (mut county, ana) = county_with_conflict(&world, ("555-0188", "yes"), ("555-0133", "no"));
    let item = items(&county).unwrap().remove(0);
    assert_eq!(item.ways, ["side", "other", "both"]);
    let mut sides = item.conflict.as_ref().unwrap().sides.iter();
    let chosen = sides.find(|side| !side.in_effect).unwrap();
    let both = Settlement {
        side: Some(chosen.side.clone()),
        ..settlement(&item, "both")
    };
    settle(&mut county, &item.id, &both).unwrap();
    let methods = ways(&county, &ana);
    let mut ways: Vec<(&str, &str)> = methods
        .iter()
        .map(|method| (&*method.form.value, &*method.form.safe))
        .collect();
    ways.sort_unstable();
    assert_eq!(ways, [("555-0133", "no"), ("555-0188", "yes")]);
    assert_eq!(items(&county).unwrap(), []);
    assert!(county.verify().unwrap().ok);

    let world = World::new();
    let (mut county, _) = county_with_conflict(&world, ("555-0188", "yes"), ("(555) 0188", "no"));
    let item = items(&county).unwrap().remove(0);
    assert_eq!(item.ways, ["side", "other"]);
    let refused = settle(&mut county, &item.id, &settlement(&item, "both"));
    assert!(matches!(refused, Err(Error::InvalidInput { field: "way" })));
}

#[test]
fn both_numbers_stay_shut_by_what_shut_the_one_way() {
    let world = World::new();
    let (mut county, ana) = county_with_conflict(&world, ("555-0188", "yes"), ("555-0133", "yes"));
    let details = contacts::SafetyDetails {
        code_word: "blue heron".to_owned(),
        envelope: "never_send".to_owned(),
        language_relay: "TTY".to_owned(),
        monitored_device: "yes".to_owned(),
        ..Default::default()
    };
    let shown = way(&county, &ana);
    contacts::set_details(&mut county, &shown.id, &details, &shown.seen).unwrap();
    let id = crate::ids::parse(&crate::registry::CONTACT_METHOD, &shown.id).unwrap();
    county
        .change(Action::EditContactMethod, |change| {
            let marks = ["do_not_contact", "blocked", "closed"];
            let marks = marks.map(|mark| (mark, Value::Bool(true)));
            change.edit_current(&crate::registry::CONTACT_METHOD, id, marks)
        })
        .unwrap();
    let item = items(&county).unwrap().remove(0);
    let both = Settlement {
        side: Some(item.conflict.as_ref().unwrap().sides[0].side.clone()),
        ..settlement(&item, "both")
    };
    settle(&mut county, &item.id, &both).unwrap();
    let ways = contacts::gate(&county, &ana).unwrap().ways;
    assert_eq!(ways.len(), 2);
    for way in &ways {
        assert!(!way.usable);
        let expected = ["do_not_contact", "blocked", "closed", "monitored"];
        assert_eq!(way.obstacles, expected, "{}", way.value);
        assert_eq!(
            (&*way.envelope, &*way.language_relay),
            ("never_send", "TTY")
        );
        let word = contacts::reveal_code_word(&mut county, &way.id).unwrap();
        assert_eq!(word, "blue heron");
    }
    assert_eq!(items(&county).unwrap(), []);
    assert!(county.verify().unwrap().ok);
}

#[test]
fn something_else_may_be_written_and_is_checked_like_the_form_it_belongs_to() {
    let world = World::new();
    let (mut county, ana) = county_with_conflict(&world, ("555-0188", "yes"), ("555-0133", "no"));
    let item = items(&county).unwrap().remove(0);
    let editable = &item.conflict.as_ref().unwrap().editable;
    let mut other = settlement(&item, "other");
    let written = editable
        .iter()
        .map(|it| (it.name.clone(), it.value.clone()));
    other.values.extend(written);
    assert_eq!(
        other.values["safe"], "no",
        "it begins with what is in effect"
    );
    other.values.insert("safe".to_owned(), "perhaps".to_owned());
    let refused = settle(&mut county, &item.id, &other);
    assert!(matches!(refused, Err(Error::UnknownCode { field: "safe" })));
    other.values.insert("safe".to_owned(), "unknown".to_owned());
    other
        .values
        .insert("value".to_owned(), "555-0199".to_owned());
    settle(&mut county, &item.id, &other).unwrap();
    let now = way(&county, &ana);
    assert_eq!((&*now.form.value, &*now.form.safe), ("555-0199", "unknown"));
    assert!(!now.in_conflict);
}

#[test]
fn safety_comes_first_then_how_somebody_is_reached() {
    let world = World::new();
    let (mut county, ana) = county_with_conflict(&world, ("555-0188", "yes"), ("555-0133", "no"));
    let stale = victims::page(&county, &ana).unwrap().seen;
    let id = crate::ids::parse(&crate::registry::VICTIM, &ana).unwrap();
    for (zone, language) in [("Oak Flat", "es"), ("Ash Bend", "vi")] {
        county
            .change(Action::EditVictim, |change| {
                let seen = Seen::from_token(&stale)?;
                let fields = [
                    ("zone", Value::text(zone)),
                    ("language", Value::text(language)),
                ];
                change.edit(&crate::registry::VICTIM, id, &seen, fields)
            })
            .unwrap();
    }
    let order: Vec<(String, String)> = items(&county)
        .unwrap()
        .into_iter()
        .map(|item| (item.urgency, item.field))
        .collect();
    let order: Vec<(&str, &str)> = order.iter().map(|(one, two)| (&**one, &**two)).collect();
    let expected = [
        ("safety", "way"),
        ("contact", "language"),
        ("other", "zone"),
    ];
    assert_eq!(order, expected);
}

#[test]
fn two_victims_with_one_case_number_are_pointed_out_until_somebody_has_seen_it() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let number = victims::page(&county, &ana).unwrap().summary.case_number;
    let same_number = |file: &mut CaseFile, name: &str| {
        let id = victims::create(file, &victim(name, "Example")).unwrap().id;
        let id = crate::ids::parse(&crate::registry::VICTIM, &id).unwrap();
        let number = Value::text(number.clone());
        file.change(Action::EditVictim, |change| {
            change.edit_current(&crate::registry::VICTIM, id, [("case_number", number)])
        })
        .unwrap();
    };
    same_number(&mut laptop, "Bea");
    let stick = world.stick("stick");
    let sent = exchange::send_week(&mut laptop, &stick).unwrap();
    exchange::merge(&mut county, &[sent.path]).unwrap();
    let item = items(&county).unwrap().remove(0);
    assert_eq!((&*item.kind, &*item.about), ("same_case_number", &*number));
    assert_eq!(item.victims.len(), 2);
    settle(&mut county, &item.id, &settlement(&item, "seen")).unwrap();
    assert_eq!(items(&county).unwrap(), []);
    assert!(county.verify().unwrap().ok);

    // A third is something new to look at.
    same_number(&mut laptop, "Cam");
    let sent = exchange::send_week(&mut laptop, &stick).unwrap();
    exchange::merge(&mut county, &[sent.path]).unwrap();
    assert_eq!(items(&county).unwrap()[0].victims.len(), 3);
}

#[test]
fn what_is_odd_in_a_commit_is_kept_with_the_tables_and_has_one_name_everywhere() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let ana = victims::create(&mut laptop, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let method = crate::ids::parse(&crate::registry::CONTACT_METHOD, &way(&laptop, &ana).id);
    let method = method.unwrap();
    // Whose way it is, is written once.
    laptop
        .change(Action::EditContactMethod, |change| {
            let other = Value::bytes([9; 16]);
            change.edit_current(
                &crate::registry::CONTACT_METHOD,
                method,
                [("victim", other)],
            )
        })
        .unwrap();
    let sent = exchange::send_week(&mut laptop, &world.stick("stick")).unwrap();
    exchange::merge(&mut county, &[sent.path]).unwrap();
    let (here, there) = (items(&county).unwrap(), items(&laptop).unwrap());
    assert_eq!(here.len(), 1);
    assert_eq!(here[0].kind, "append_rewritten");
    assert_eq!(here[0].id, there[0].id);
    assert_eq!(here[0].origins[0].by, "Alex Sample");
    assert!(county.verify().unwrap().ok);
}

#[test]
fn what_does_not_wait_is_not_settled() {
    let world = World::new();
    let (mut county, _) = county_with_conflict(&world, ("555-0188", "yes"), ("555-0133", "no"));
    let item = items(&county).unwrap().remove(0);
    let keep = settle(&mut county, &item.id, &settlement(&item, "keep"));
    assert!(matches!(keep, Err(Error::InvalidInput { field: "way" })));
    let nothing = settle(&mut county, "problem/none", &settlement(&item, "seen"));
    assert!(matches!(nothing, Err(Error::NotFound { record: "item" })));
    let no_side = settle(&mut county, &item.id, &settlement(&item, "side"));
    assert!(matches!(
        no_side,
        Err(Error::InvalidInput { field: "side" })
    ));
    assert_eq!(items(&county).unwrap().len(), 1);
}

#[test]
fn records_that_may_be_one_persons_wait_last_with_who_recorded_them_and_two_ways_out() {
    for (way, then) in [("same", 1), ("not_same", 2)] {
        let world = World::new();
        let mut county = world.county("Rivertown");
        let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
        let record = |file: &mut CaseFile, given: &str| {
            let mut form = victim(given, "Marble");
            form.contact_method = Some(phone("555-010-0142", "yes"));
            victims::create(file, &form).unwrap();
        };
        record(&mut county, "Margaret");
        record(&mut laptop, "Peggy");
        let sent = exchange::send_week(&mut laptop, &world.stick("stick")).unwrap();
        let paths = [sent.path];
        assert_eq!(
            exchange::rehearse_merge(&county, &paths)
                .unwrap()
                .same_person,
            1
        );
        assert_eq!(
            suggestions(&county).unwrap(),
            0,
            "a rehearsal leaves nothing"
        );
        exchange::merge(&mut county, &paths).unwrap();
        assert_eq!(
            exchange::rehearse_merge(&county, &paths)
                .unwrap()
                .same_person,
            0
        );

        let item = items(&county).unwrap().pop().unwrap();
        assert_eq!((&*item.kind, &*item.urgency), ("same_person", "other"));
        let mut by: Vec<&str> = item.origins.iter().map(|origin| &*origin.by).collect();
        by.sort_unstable();
        assert_eq!(by, ["Alex Sample", "Pat Coordinator"]);
        assert_eq!(item.victims.len(), 2);
        assert!(!item.candidate.as_ref().unwrap().reasons.is_empty());
        assert_eq!(super::item(&county, &item.id).unwrap(), item);
        assert_eq!(count(&county).unwrap(), 0, "a suggestion is no decision");
        settle(&mut county, &item.id, &settlement(&item, way)).unwrap();
        assert_eq!(suggestions(&county).unwrap(), 0);
        assert_eq!(victims::find(&county, "Marble").unwrap().len(), then);
        let again = settle(&mut county, &item.id, &settlement(&item, way));
        assert!(matches!(again, Err(Error::NotFound { record: "item" })));
        assert!(county.verify().unwrap().ok);
    }
}
