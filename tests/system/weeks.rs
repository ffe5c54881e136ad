//! Weeks on sticks: what arrives twice, late, not at all, or in another order.

use countyline_core::casefile::CaseFile;
use countyline_core::outreach::{self, ContactForm};
use countyline_core::testing::{World, partner, phone, victim};
use countyline_core::{contacts, exchange, inbox, partners, victims};

use crate::offices::{copied, everything, merged, phone_of, sent, work};

fn talked(victim_id: &str, note: &str) -> ContactForm {
    ContactForm {
        victim_id: victim_id.to_owned(),
        channel: "in_person".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: None,
        minutes: Some(20),
        note: note.to_owned(),
        follow_up_id: None,
        next_follow_up_on: Some("2026-03-12".to_owned()),
    }
}

/// Rivertown with one victim everybody knows, and three laptops that have each worked for a week on
/// her and on someone of their own. The paths are those of their sealed weeks.
fn a_week_of_three_laptops(world: &World) -> (CaseFile, String, Vec<String>) {
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let mut weeks = Vec::new();
    for (number, place) in ["Elm Creek", "Oak Flat", "Ash Bend"]
        .into_iter()
        .enumerate()
    {
        let mut laptop = world.joined_laptop(&mut county, place, "Alex Sample");
        world
            .clock
            .set(&format!("2026-03-0{}T10:00:00-06:00", 3 + number));
        let own = victims::create(&mut laptop, &victim("Jo", place))
            .unwrap()
            .id;
        outreach::record_contact(&mut laptop, &talked(&own, "First talk.")).unwrap();
        outreach::record_contact(&mut laptop, &talked(&ana, place)).unwrap();
        partners::create(&mut laptop, &partner(&format!("{place} Legal Aid"))).unwrap();
        let method = phone_of(&laptop, &ana);
        let number = phone(
            &format!("555-011{number}"),
            ["yes", "no", "with_conditions"][number],
        );
        contacts::edit(&mut laptop, &method.id, &number, &method.seen).unwrap();
        weeks.push(sent(world, &mut laptop, place));
    }
    (county, ana, weeks)
}

#[test]
fn the_county_holds_the_work_of_three_laptops() {
    let world = World::new();
    let (mut county, ana, weeks) = a_week_of_three_laptops(&world);
    let paths: Vec<&str> = weeks.iter().map(String::as_str).collect();
    let summary = merged(&mut county, &paths);
    assert_eq!(
        summary.new_conflicts, 1,
        "one phone, three answers, one conflict"
    );
    assert_eq!(victims::find(&county, "").unwrap().len(), 4);
    assert_eq!(partners::list(&county, "").unwrap().len(), 3);
    let page = victims::page(&county, &ana).unwrap();
    let contacts = page.timeline.iter().filter(|entry| entry.kind == "contact");
    assert_eq!(contacts.count(), 3);
    assert_eq!(inbox::conflicts(&county).unwrap()[0].sides.len(), 3);
    everything(&county);
}

#[test]
fn merging_in_any_order_gives_the_same_pages() {
    let world = World::new();
    let (county, _, weeks) = a_week_of_three_laptops(&world);
    drop(county);
    let orders = [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ];
    let pages: Vec<_> = orders
        .into_iter()
        .map(|order| {
            let mut office = copied(&world, "Rivertown", &format!("Rivertown {order:?}"));
            for week in order {
                merged(&mut office, &[&weeks[week]]);
            }
            everything(&office)
        })
        .collect();
    for (order, page) in orders.iter().zip(&pages) {
        assert_eq!(page, &pages[0], "{order:?}");
    }
}

#[test]
fn a_stick_merged_twice_changes_nothing() {
    let world = World::new();
    let (mut county, _, weeks) = a_week_of_three_laptops(&world);
    let paths: Vec<&str> = weeks.iter().map(String::as_str).collect();
    merged(&mut county, &paths);
    let before = everything(&county);
    let again = merged(&mut county, &paths);
    assert!(
        again
            .files
            .iter()
            .all(|file| file.state == "already_merged")
    );
    assert_eq!((again.added, again.changed, again.new_conflicts), (0, 0, 0));
    assert_eq!(everything(&county), before);
}

#[test]
fn a_late_stick_undoes_nothing() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let ana = victims::create(&mut laptop, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let late = sent(&world, &mut laptop, "glove box");
    let method = phone_of(&laptop, &ana);
    contacts::edit(
        &mut laptop,
        &method.id,
        &phone("555-0142", "yes"),
        &method.seen,
    )
    .unwrap();
    let newer = sent(&world, &mut laptop, "next week");
    merged(&mut county, &[&newer]);
    let before = everything(&county);
    merged(&mut county, &[&late]);
    assert_eq!(everything(&county), before);
    assert_eq!(phone_of(&county, &ana).form.value, "555-0142");
}

#[test]
fn the_next_stick_carries_what_a_lost_one_held() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let ana = victims::create(&mut laptop, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let lost = sent(&world, &mut laptop, "lost on the road");
    std::fs::remove_file(lost).unwrap();
    let jo = victims::create(&mut laptop, &victim("Jo", "Example"))
        .unwrap()
        .id;
    let next = sent(&world, &mut laptop, "next week");
    let summary = merged(&mut county, &[&next]);
    assert_eq!(summary.files[0].missing, 0);
    for id in [ana, jo] {
        assert!(victims::page(&county, &id).is_ok());
    }
}

#[test]
fn a_form_saved_after_a_merge_becomes_a_conflict_and_loses_nothing() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let theirs = phone_of(&laptop, &ana);
    contacts::edit(
        &mut laptop,
        &theirs.id,
        &phone("555-0142", "yes"),
        &theirs.seen,
    )
    .unwrap();
    let week = sent(&world, &mut laptop, "stick");

    let open_form = phone_of(&county, &ana);
    merged(&mut county, &[&week]);
    contacts::edit(
        &mut county,
        &open_form.id,
        &phone("555-0177", "yes"),
        &open_form.seen,
    )
    .unwrap();

    let waiting = inbox::conflicts(&county).unwrap();
    let written: Vec<_> = waiting[0]
        .sides
        .iter()
        .flat_map(|side| side.values.iter().map(|value| value.value.as_str()))
        .collect();
    assert!(
        written.contains(&"555-0142") && written.contains(&"555-0177"),
        "{written:?}"
    );
    everything(&county);
}

#[test]
fn settling_a_conflict_replaces_every_side_that_was_shown() {
    let world = World::new();
    let (mut county, ana, weeks) = a_week_of_three_laptops(&world);
    let paths: Vec<&str> = weeks.iter().map(String::as_str).collect();
    merged(&mut county, &paths);
    let waiting = inbox::conflicts(&county).unwrap();
    let chosen = waiting[0]
        .sides
        .iter()
        .find(|side| !side.in_effect)
        .unwrap();
    let number = chosen
        .values
        .iter()
        .find(|value| value.label == "field-value")
        .unwrap();
    inbox::resolve(&mut county, &waiting[0].id, &chosen.side, &waiting[0].seen).unwrap();
    assert!(inbox::conflicts(&county).unwrap().is_empty());
    assert_eq!(phone_of(&county, &ana).form.value, number.value);
    merged(&mut county, &paths);
    assert!(
        inbox::conflicts(&county).unwrap().is_empty(),
        "the old sticks bring it back"
    );
    everything(&county);
}

#[test]
fn a_laptop_that_joins_later_begins_with_all_the_county_holds() {
    let world = World::new();
    let (mut county, _, weeks) = a_week_of_three_laptops(&world);
    let paths: Vec<&str> = weeks.iter().map(String::as_str).collect();
    merged(&mut county, &paths);
    let laptop = world.joined_laptop(&mut county, "Mill Road", "Kim Sample");
    // Each has introduced itself in its own history.
    assert_eq!(work(&laptop), work(&county));
    assert_eq!(exchange::send_state(&laptop).unwrap().victims, 0);
}
