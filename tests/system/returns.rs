//! The way back: what the county hands back, and what a laptop does with it.

use countyline_core::casefile::CaseFile;
use countyline_core::exchange::testing::{carried, sealed_for};
use countyline_core::exchange::{self, PartSize};
use countyline_core::testing::travel::{ensure_sound, names, record};
use countyline_core::testing::{World, phone};
use countyline_core::{contacts, inbox};

use crate::offices::{merged, phone_of, rivertown, take_in, work};

/// All laptops send, the county merges.
fn monday(world: &World, county: &mut CaseFile, laptops: &mut [CaseFile]) {
    let weeks: Vec<String> = laptops
        .iter_mut()
        .map(|laptop| world.sent(laptop))
        .collect();
    let weeks: Vec<&str> = weeks.iter().map(String::as_str).collect();
    merged(county, &weeks);
}

/// The county hands back, all laptops take in.
fn tuesday(world: &World, county: &mut CaseFile, laptops: &mut [CaseFile], stick: &str) {
    let paths = world.returns(county, stick);
    for laptop in laptops {
        take_in(laptop, &paths);
    }
}

fn brought(laptop: &CaseFile, county: &CaseFile, paths: &[String]) -> u64 {
    let own = sealed_for(laptop, paths);
    own.iter().map(|path| carried(laptop, county, path)).sum()
}

#[test]
fn after_a_week_and_a_return_every_place_shows_the_same() {
    let world = World::new();
    let (mut county, mut laptops) = rivertown(&world);
    for (laptop, given) in laptops.iter_mut().zip(["Ana", "Bea", "Cora"]) {
        record(laptop, given);
    }
    record(&mut county, "Dee");
    monday(&world, &mut county, &mut laptops);
    tuesday(&world, &mut county, &mut laptops, "first return");
    assert_eq!(names(&county), ["Ana", "Bea", "Cora", "Dee"]);
    for laptop in &laptops {
        assert_eq!(work(laptop), work(&county));
        let state = exchange::send_state(laptop).unwrap();
        assert_eq!((state.unconfirmed, state.victims), (0, 0));
        assert!(state.safe_up_to.is_some(), "it says up to when all is safe");
    }
}

#[test]
fn the_next_week_carries_only_what_the_county_has_not_confirmed() {
    let world = World::new();
    let (mut county, mut laptops) = rivertown(&world);
    for given in ["Ana", "Bea", "Cora", "Dee", "Eve"] {
        record(&mut laptops[0], given);
    }
    let first = world.sent(&mut laptops[0]);
    let first_carried = carried(&county, &laptops[0], &first);
    assert!(first_carried > 5);
    merged(&mut county, &[&first]);
    let paths = world.returns(&mut county, "return");
    for laptop in &mut laptops {
        take_in(laptop, &paths);
    }
    record(&mut laptops[0], "Fay");
    let second = world.sent(&mut laptops[0]);
    assert_eq!(
        carried(&county, &laptops[0], &second),
        3,
        "that the week was sent, that the return was taken in, and Fay"
    );
    merged(&mut county, &[&second]);
    assert_eq!(names(&county).len(), 6);
}

#[test]
fn a_second_return_brings_a_laptop_nothing_it_said_to_have() {
    let world = World::new();
    let (mut county, mut laptops) = rivertown(&world);
    for given in ["Ana", "Bea", "Cora", "Dee", "Eve"] {
        record(&mut laptops[0], given);
    }
    monday(&world, &mut county, &mut laptops);
    let first = world.returns(&mut county, "first return");
    let many = brought(&laptops[1], &county, &first);
    for laptop in &mut laptops {
        take_in(laptop, &first);
    }
    monday(&world, &mut county, &mut laptops);
    let second = world.returns(&mut county, "second return");
    let few = brought(&laptops[1], &county, &second);
    // What the others and the county wrote since: that they sent, merged and took in.
    assert!(few < many && few <= 8, "{few} of {many}");
}

#[test]
fn a_return_that_is_lost_is_made_up_for_by_the_next() {
    let world = World::new();
    let (mut county, mut laptops) = rivertown(&world);
    record(&mut laptops[0], "Ana");
    monday(&world, &mut county, &mut laptops);
    for path in world.returns(&mut county, "left on a roof") {
        std::fs::remove_file(path).unwrap();
    }
    record(&mut laptops[1], "Bea");
    monday(&world, &mut county, &mut laptops);
    tuesday(&world, &mut county, &mut laptops, "the next");
    for laptop in &laptops {
        assert_eq!(names(laptop), ["Ana", "Bea"]);
        assert_eq!(exchange::send_state(laptop).unwrap().unconfirmed, 0);
    }
}

#[test]
fn an_old_return_found_in_the_glove_box_takes_nothing_back() {
    let world = World::new();
    let (mut county, mut laptops) = rivertown(&world);
    record(&mut laptops[0], "Ana");
    monday(&world, &mut county, &mut laptops);
    let old = world.returns(&mut county, "glove box");
    record(&mut laptops[0], "Bea");
    monday(&world, &mut county, &mut laptops);
    tuesday(&world, &mut county, &mut laptops, "newer");
    let before = work(&laptops[0]);
    let state = exchange::send_state(&laptops[0]).unwrap();
    let taken = take_in(&mut laptops[0], &old);
    assert_eq!((taken.added, taken.changed, taken.unconfirmed), (0, 0, 0));
    assert_eq!(work(&laptops[0]), before);
    let after = exchange::send_state(&laptops[0]).unwrap();
    assert_eq!(after.safe_up_to, state.safe_up_to);
    // Nor is anything sent again because of it.
    record(&mut laptops[0], "Cora");
    let week = world.sent(&mut laptops[0]);
    assert!(carried(&county, &laptops[0], &week) <= 4);
}

#[test]
fn a_form_open_while_a_return_is_taken_in_replaces_only_what_it_showed() {
    let world = World::new();
    let (mut county, mut laptops) = rivertown(&world);
    let ana = record(&mut county, "Ana");
    tuesday(&world, &mut county, &mut laptops, "ana");
    let method = phone_of(&laptops[1], &ana);
    contacts::edit(
        &mut laptops[1],
        &method.id,
        &phone("555-0142", "no"),
        &method.seen,
    )
    .unwrap();
    monday(&world, &mut county, &mut laptops);

    let open_form = phone_of(&laptops[0], &ana);
    tuesday(&world, &mut county, &mut laptops, "her new number");
    let edited = phone("555-0177", "yes");
    contacts::edit(&mut laptops[0], &open_form.id, &edited, &open_form.seen).unwrap();
    assert_eq!(inbox::conflicts(&laptops[0]).unwrap().len(), 1);
    assert_eq!(
        phone_of(&laptops[0], &ana).form.safe,
        "no",
        "the safer holds"
    );
    ensure_sound(&laptops[0]);
}

#[test]
fn a_return_in_several_files_is_taken_in_any_order_and_what_is_missing_comes_later() {
    let world = World::new();
    let (mut county, mut laptops) = rivertown(&world);
    for given in ["Ana", "Bea", "Cora", "Dee", "Eve"] {
        record(&mut county, given);
    }
    let stick = world.stick("parts");
    exchange::hand_back_in_parts(&mut county, &stick, PartSize::of_commits(2)).unwrap();
    let mut own = sealed_for(&laptops[0], &exchange::returns_in(&stick).unwrap());
    assert!(own.len() > 2, "{own:?}");
    own.reverse();
    let lost = own.pop().unwrap();
    take_in(&mut laptops[0], &own);
    ensure_sound(&laptops[0]);
    take_in(&mut laptops[0], &[lost]);
    assert_eq!(names(&laptops[0]), ["Ana", "Bea", "Cora", "Dee", "Eve"]);
    // Another laptop lost one of its files for good.
    let mut own = sealed_for(&laptops[1], &exchange::returns_in(&stick).unwrap());
    own.remove(1);
    take_in(&mut laptops[1], &own);
    monday(&world, &mut county, &mut laptops);
    tuesday(&world, &mut county, &mut laptops, "the rest");
    assert_eq!(names(&laptops[1]), names(&county));
}

#[test]
fn a_gap_is_shown_and_nobody_waits_for_it() {
    let world = World::new();
    let (mut county, mut laptops) = rivertown(&world);
    for given in ["Ana", "Bea", "Cora", "Dee", "Eve"] {
        record(&mut laptops[0], given);
    }
    let stick = world.stick("parts");
    exchange::send_week_in_parts(&mut laptops[0], &stick, PartSize::of_commits(2)).unwrap();
    let paths = exchange::bundles_in(&stick).unwrap();
    let from = |path: &String| {
        let opened = exchange::testing::opened(&county, &laptops[0], path);
        opened.manifest.cover.logs[0].from
    };
    let lost = paths.iter().min_by_key(|path| from(path)).unwrap().clone();
    let there: Vec<&str> = paths
        .iter()
        .filter(|path| **path != lost)
        .map(String::as_str)
        .collect();
    let summary = merged(&mut county, &there);
    assert!(summary.files.iter().any(|file| file.missing > 0));
    assert!(
        exchange::laptops(&county).unwrap()[0].missing > 0,
        "the county sees it"
    );
    assert!(
        names(&county).contains(&"Eve".to_owned()),
        "and has what came"
    );
    tuesday(&world, &mut county, &mut laptops, "with a gap");
    assert_eq!(names(&laptops[1]), names(&county), "so have the others");
    assert!(exchange::send_state(&laptops[0]).unwrap().unconfirmed > 0);

    // The next week brings all the county has not confirmed.
    monday(&world, &mut county, &mut laptops);
    assert_eq!(exchange::laptops(&county).unwrap()[0].missing, 0);
    tuesday(&world, &mut county, &mut laptops, "without");
    for laptop in &laptops {
        assert_eq!(names(laptop), ["Ana", "Bea", "Cora", "Dee", "Eve"]);
    }
}
