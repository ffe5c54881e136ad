//! Files that cannot be merged yet: kept, shown, and let go by themselves.

use countyline_core::exchange::{self, PartSize};
use countyline_core::testing::World;
use countyline_core::testing::travel::{merged, names, record};

use crate::offices::{rivertown, take_in};

#[test]
fn a_file_that_waits_for_another_is_let_go_once_that_came() {
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
    assert_eq!(merged(&mut county, &last), "parked");
    std::fs::remove_file(&last).unwrap();
    assert_eq!(exchange::parked(&county).unwrap().len(), 1);
    // Meanwhile everything else goes on.
    record(&mut other, "Cora");
    world.week(&mut other, &mut county);
    assert_eq!(names(&county), ["Ana", "Anna", "Annie", "Cora"]);

    for file in &files {
        assert_ne!(merged(&mut county, file), "parked");
    }
    assert!(
        exchange::parked(&county).unwrap().is_empty(),
        "let go by itself"
    );
    assert_eq!(names(&county).len(), 7);
    let paths = world.returns(&mut county, "return");
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
