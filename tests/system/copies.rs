//! Offices put back from older copies, and machines made from one disk.

use countyline_core::casefile::CaseFile;
use countyline_core::exchange;
use countyline_core::outside::testing::Memory;
use countyline_core::testing::World;
use countyline_core::testing::travel::{continued_twice, merged, names, notice_kinds, record};

use crate::offices::{rivertown, take_in, work};

/// Weeks and returns for everyone until nobody lacks anything. A file may have to wait for another meanwhile.
fn rounds(world: &World, county: &mut CaseFile, laptops: &mut [&mut CaseFile], name: &str) {
    for round in 0..3 {
        for laptop in &mut *laptops {
            let path = world.sent(laptop);
            assert_ne!(merged(county, &path), "refused");
        }
        let paths = world.returns(county, &format!("{name} {round}"));
        for laptop in &mut *laptops {
            take_in(laptop, &paths);
        }
    }
    assert!(exchange::parked(county).unwrap().is_empty());
}

/// Rivertown as it was on Monday lies on another disk; on Tuesday everybody's work of the week came in.
fn week_after_the_backup(world: &World) -> [CaseFile; 3] {
    let (county, mut laptops) = rivertown(world);
    drop(county);
    world.image("Rivertown", "Backup");
    let mut county = world.unlock("Rivertown");
    record(&mut county, "Rosa");
    for (laptop, given) in laptops.iter_mut().zip(["Ana", "Bea", "Cora"]) {
        record(laptop, given);
        world.week(laptop, &mut county);
    }
    let paths = world.returns(&mut county, "before it burned");
    for laptop in &mut laptops {
        take_in(laptop, &paths);
    }
    laptops
}

#[test]
fn a_county_that_says_it_was_restored_has_everything_again_after_two_weeks() {
    let world = World::new();
    let [mut one, mut two, three] = week_after_the_backup(&world);
    // The third laptop burned with the office: what it wrote comes home through the others.
    drop(three);
    let mut county = world.unlock("Backup");
    exchange::county_restored(&mut county).unwrap();
    assert!(names(&county).is_empty());
    let paths = world.returns(&mut county, "restored");
    for laptop in [&mut one, &mut two] {
        let taken = take_in(laptop, &paths);
        assert!(taken.unconfirmed > 0, "nothing counts as safe any more");
        assert_eq!(
            names(laptop),
            ["Ana", "Bea", "Cora", "Rosa"],
            "and nothing is dropped"
        );
    }
    rounds(&world, &mut county, &mut [&mut one, &mut two], "healing");
    assert_eq!(names(&county), ["Ana", "Bea", "Cora", "Rosa"]);
    for laptop in [&one, &two] {
        assert_eq!(work(laptop), work(&county));
        assert_eq!(exchange::send_state(laptop).unwrap().unconfirmed, 0);
    }
    assert_eq!(notice_kinds(&county), ["county_restored"]);
}

#[test]
fn a_county_that_nobody_says_was_restored_finds_out_and_has_everything_again() {
    let world = World::new();
    let [mut one, mut two, mut three] = week_after_the_backup(&world);
    let mut county = world.unlock("Backup");
    record(&mut county, "Dee");
    rounds(
        &world,
        &mut county,
        &mut [&mut one, &mut two, &mut three],
        "healing",
    );
    assert_eq!(names(&county), ["Ana", "Bea", "Cora", "Dee", "Rosa"]);
    for laptop in [&one, &two, &three] {
        assert_eq!(work(laptop), work(&county));
        assert_eq!(exchange::send_state(laptop).unwrap().unconfirmed, 0);
    }
    assert!(notice_kinds(&county).contains(&"county_restored".to_owned()));
}

#[test]
fn a_laptop_put_back_from_an_image_says_so_at_once_and_gets_its_lost_work_back() {
    let world = World::new();
    let (mut county, [first, mut other, _]) = rivertown(&world);
    drop(first);
    let machine = Memory::default();
    drop(world.unlock_on("Elm Creek", machine.clone()));
    world.image("Elm Creek", "Image");
    let mut laptop = world.unlock_on("Elm Creek", machine.clone());
    record(&mut laptop, "Ana");
    world.week(&mut laptop, &mut county);
    drop(laptop);
    let mut laptop = world.unlock_on("Image", machine);
    assert_eq!(notice_kinds(&laptop), ["began_anew"]);
    assert!(names(&laptop).is_empty());
    record(&mut laptop, "Bea");
    rounds(&world, &mut county, &mut [&mut laptop, &mut other], "on");
    for place in [&county, &laptop, &other] {
        assert_eq!(names(place), ["Ana", "Bea"]);
    }
    assert!(
        notice_kinds(&county).is_empty(),
        "no log was continued twice"
    );
}

#[test]
fn a_laptop_put_back_unnoticed_is_told_by_the_return_and_loses_neither_history() {
    let world = World::new();
    let (mut county, [first, mut other, _]) = rivertown(&world);
    drop(first);
    world.image("Elm Creek", "Image");
    let mut laptop = world.unlock("Elm Creek");
    record(&mut laptop, "Ana");
    world.week(&mut laptop, &mut county);
    drop(laptop);
    let mut laptop = world.unlock("Image");
    record(&mut laptop, "Bea");
    world.week(&mut laptop, &mut county);
    let taken = world.received(&mut county, &mut laptop, "told");
    assert!(taken.began_anew);
    record(&mut laptop, "Cora");
    rounds(&world, &mut county, &mut [&mut laptop, &mut other], "on");
    for place in [&county, &laptop, &other] {
        assert_eq!(names(place), ["Ana", "Bea", "Cora"]);
    }
    assert_eq!(continued_twice(&county), ["Elm Creek"]);
}

#[test]
fn two_machines_from_one_disk_are_noticed_and_lose_nothing() {
    let world = World::new();
    let (mut county, [first, mut other, _]) = rivertown(&world);
    drop(first);
    world.image("Elm Creek", "Clone");
    let mut original = world.unlock("Elm Creek");
    let mut clone = world.unlock("Clone");
    record(&mut original, "Ana");
    record(&mut clone, "Bea");
    rounds(
        &world,
        &mut county,
        &mut [&mut original, &mut clone, &mut other],
        "apart",
    );
    record(&mut original, "Cora");
    record(&mut clone, "Dee");
    rounds(
        &world,
        &mut county,
        &mut [&mut original, &mut clone, &mut other],
        "on",
    );
    for place in [&county, &original, &clone, &other] {
        assert_eq!(names(place), ["Ana", "Bea", "Cora", "Dee"]);
    }
    assert_eq!(continued_twice(&county), ["Elm Creek"], "a person decides");
    let seen = exchange::laptops(&county).unwrap();
    assert!(seen[0].histories > 2, "{seen:?}");
}
