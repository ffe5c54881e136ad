//! What comes out of order waits for nothing; what a lost laptop wrote later waits for a person.

use countyline_core::exchange::{self, PartSize};
use countyline_core::testing::World;
use countyline_core::testing::travel::{merged, names, record};

use crate::offices::{rivertown, take_in};

#[test]
fn what_is_behind_a_gap_of_a_log_continued_twice_is_shown_and_passed_on_at_once() {
    let world = World::new();
    let (mut county, [first, mut other, _]) = rivertown(&world);
    drop(first);
    world.image("Elm Creek", "Image");
    let mut laptop = world.unlock("Elm Creek");
    for given in ["Ana", "Anna", "Annie"] {
        record(&mut laptop, given);
    }
    world.week(&mut laptop, &mut county);
    drop(laptop);
    // The restored laptop's week is two files, and the second comes first.
    let mut restored = world.unlock("Image");
    for given in ["Bea", "Bella", "Berta"] {
        record(&mut restored, given);
    }
    let stick = world.stick("two files");
    exchange::send_week_in_parts(&mut restored, &stick, PartSize::of_commits(2)).unwrap();
    let from = |path: &String| {
        let opened = exchange::testing::opened(&county, &restored, path);
        opened.manifest.cover.logs[0].from
    };
    let mut files = exchange::bundles_in(&stick).unwrap();
    files.sort_by_key(from);
    let last = files.pop().unwrap();
    assert_eq!(merged(&mut county, &last), "ready");
    assert!(exchange::parked(&county).unwrap().is_empty());
    assert_eq!(names(&county), ["Ana", "Anna", "Annie", "Berta"]);
    record(&mut other, "Cora");
    world.week(&mut other, &mut county);
    let paths = world.returns(&mut county, "with a gap");
    take_in(&mut other, &paths);
    assert_eq!(names(&other), ["Ana", "Anna", "Annie", "Berta", "Cora"]);

    for file in &files {
        // What both disks had held came with the other one's week.
        let state = merged(&mut county, file);
        assert!(matches!(&*state, "ready" | "already_merged"), "{state}");
    }
    assert_eq!(names(&county).len(), 7);
    let paths = world.returns(&mut county, "whole");
    take_in(&mut other, &paths);
    assert_eq!(names(&other), names(&county));
}

#[test]
fn what_a_lost_laptop_wrote_later_waits_for_a_person_and_holds_up_nobody() {
    let world = World::new();
    let (mut county, [mut lost, mut other, _]) = rivertown(&world);
    record(&mut lost, "Ana");
    world.week(&mut lost, &mut county);
    exchange::revoke_laptop(&mut county, "Elm Creek").unwrap();
    record(&mut lost, "Bea");
    let later = world.sent(&mut lost);
    record(&mut other, "Cora");
    let week = world.sent(&mut other);
    let summary = exchange::merge(&mut county, &[later.clone(), week]).unwrap();
    let states: Vec<&str> = summary.files.iter().map(|file| &*file.state).collect();
    assert_eq!(states, ["parked", "ready"]);
    assert_eq!(names(&county), ["Ana", "Cora"]);
    // Its own return says that it was struck, and nothing about anybody.
    let paths = world.returns(&mut county, "return");
    take_in(&mut other, &paths);
    take_in(&mut lost, &paths);
    assert_eq!(names(&other), ["Ana", "Cora"]);
    assert_eq!(names(&lost), ["Ana", "Bea"]);

    let path = std::path::Path::new(&later);
    exchange::take_in_revoked_work(&mut county, path).unwrap();
    assert!(exchange::parked(&county).unwrap().is_empty());
    let paths = world.returns(&mut county, "after");
    take_in(&mut other, &paths);
    assert_eq!(names(&other), ["Ana", "Bea", "Cora"]);
}
