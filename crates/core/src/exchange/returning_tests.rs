//! What the county hands back: what the others did, what is safe, the roster; lost, late and old.

use std::fs;
use std::path::Path;

use countyline_bundle::Direction;

use super::testing::{carried, sealed_for};
use super::*;
use crate::testing::World;
use crate::testing::travel::{merged, names, office, record};

#[test]
fn a_return_brings_what_the_others_did_and_what_is_safe_and_nothing_is_sent_twice() {
    let (world, mut county, [mut first, mut second]) = office();
    record(&mut first, "Ana");
    record(&mut second, "Bea");
    world.week(&mut first, &mut county);
    world.week(&mut second, &mut county);
    assert!(send_state(&first).unwrap().unconfirmed > 0);
    assert_eq!(send_state(&first).unwrap().safe_up_to, None);

    let stick = world.returns(&mut county, "returns");
    assert_eq!(stick.len(), 2, "one for each laptop");
    for laptop in [&mut first, &mut second] {
        let taken = receive(laptop, &stick).unwrap();
        let states: Vec<&str> = taken.files.iter().map(|file| &*file.state).collect();
        assert!(
            states.contains(&"ready") && states.contains(&"for_another"),
            "{states:?}"
        );
        assert_eq!(taken.unconfirmed, 0);
        assert!(taken.safe_up_to.is_some() && !taken.began_anew);
        assert_eq!(names(laptop), ["Ana", "Bea"]);
    }
    // The next week carries only what came after.
    record(&mut first, "Cora");
    let next = world.sent(&mut first);
    assert_eq!(carried(&county, &first, &next), 3, "sent, received, Cora");
    assert_eq!(merged(&mut county, &next), "ready");
    // And the next return only what the laptop does not have.
    let paths = world.returns(&mut county, "next");
    let own = sealed_for(&first, &paths);
    let brought = carried(&first, &county, &own[0]);
    assert_eq!(
        brought, 2,
        "that the week was merged, and that this is handed back"
    );
}

#[test]
fn a_lost_return_costs_nothing() {
    let (world, mut county, [mut first, mut second]) = office();
    record(&mut second, "Bea");
    world.week(&mut second, &mut county);
    world.returns(&mut county, "lost");
    record(&mut first, "Ana");
    world.week(&mut first, &mut county);
    world.received(&mut county, &mut first, "found");
    assert_eq!(names(&first), ["Ana", "Bea"]);
    assert_eq!(send_state(&first).unwrap().unconfirmed, 0);
}

#[test]
fn an_old_return_confirms_nothing_but_its_commits_are_taken() {
    let (world, mut county, [mut laptop, mut other]) = office();
    record(&mut laptop, "Ana");
    record(&mut other, "Bea");
    world.week(&mut other, &mut county);
    let old = world.returns(&mut county, "old");
    world.week(&mut laptop, &mut county);
    world.received(&mut county, &mut laptop, "new");
    let confirmed = statements::confirmed(laptop.conn()).unwrap();
    assert!(!confirmed.is_empty());
    let taken = receive(&mut laptop, &old).unwrap();
    assert_eq!(statements::confirmed(laptop.conn()).unwrap(), confirmed);
    assert_eq!(taken.unconfirmed, 0);
    // A laptop that missed the newer one takes the old one's commits.
    receive(&mut other, &old).unwrap();
    assert_eq!(names(&laptop), ["Ana", "Bea"]);
}

#[test]
fn everything_unconfirmed_stays_and_goes_out_again_whatever_a_return_says() {
    let (world, mut county, [mut laptop]) = office();
    record(&mut laptop, "Ana");
    fs::remove_file(world.sent(&mut laptop)).unwrap();
    // The county never got it: its return confirms nothing of it.
    world.received(&mut county, &mut laptop, "returns");
    assert!(send_state(&laptop).unwrap().unconfirmed > 0);
    world.week(&mut laptop, &mut county);
    assert_eq!(names(&county), ["Ana"]);
}

#[test]
fn a_return_signed_by_another_laptop_is_refused() {
    let (world, _county, [laptop, mut forger]) = office();
    let permit = crate::releases::permit_same_agency(&forger).unwrap();
    let cover = sealing::cover(&forger, &permit, Direction::Return).unwrap();
    let recipient = laptop.place().opening_key.sealing_key().clone();
    let sealed =
        sealing::seal_ranges(&mut forger, cover, &[], &recipient, &blocks::Reader::County).unwrap();
    let path = world.stick("stick").join("return-forged.clb");
    fs::write(&path, sealed).unwrap();
    let mut laptop = laptop;
    let taken = receive(&mut laptop, &[path.display().to_string()]).unwrap();
    assert_eq!(taken.files[0].state, "refused");
    let code = taken.files[0].failure.clone().unwrap().code;
    assert_eq!(code, "bundle-unknown-laptop");
}

#[test]
fn the_roster_goes_on_and_never_back() {
    let (world, mut county, [mut laptop]) = office();
    let old = world.returns(&mut county, "old");
    drop(world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy"));
    world.received(&mut county, &mut laptop, "new");
    let version = |file: &CaseFile| roster::current(file).unwrap().0.version;
    assert_eq!(version(&laptop), version(&county));
    receive(&mut laptop, &old).unwrap();
    assert_eq!(version(&laptop), version(&county));
    // The county learns that its roster arrived.
    assert!(!laptops(&county).unwrap()[0].knows_newest_roster);
    world.week(&mut laptop, &mut county);
    assert!(laptops(&county).unwrap()[0].knows_newest_roster);
}

#[test]
fn the_county_sees_which_laptop_is_late_what_never_came_and_what_it_lacks() {
    let (world, mut county, [mut first, mut second]) = office();
    record(&mut first, "Ana");
    fs::remove_file(world.sent(&mut first)).unwrap();
    world.week(&mut first, &mut county);
    world.week(&mut second, &mut county);
    world.clock.set("2026-04-20T08:00:00-06:00");
    world.week(&mut first, &mut county);
    let overview = laptops(&county).unwrap();
    assert_eq!((overview[0].sent, overview[0].never_came), (2, 1));
    assert!(!overview[0].late && overview[1].late);
    assert!(overview[1].quiet_days > 40);
    assert!(overview[1].lacks > 0, "Ana has not been handed back");
    world.received(&mut county, &mut second, "returns");
    world.week(&mut second, &mut county);
    // What is left is that its own week was just merged.
    assert!(laptops(&county).unwrap()[1].lacks <= 1);
}

#[test]
fn a_stick_pulled_while_returns_are_written_leaves_every_laptop_where_it_was() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    let gone = Path::new("/nowhere/at/all");
    assert!(matches!(
        hand_back(&mut county, gone),
        Err(Error::FolderNotFound)
    ));
    assert!(
        statements::newest(county.conn()).unwrap().is_none(),
        "nothing was stated"
    );
}

/// The five victims' week of a laptop in several bundles, in the order of its log.
fn week_in_parts(world: &World, laptop: &mut CaseFile) -> Vec<String> {
    for given in ["Ana", "Bea", "Cora", "Dee", "Eve"] {
        record(laptop, given);
    }
    let stick = world.stick("parts");
    send_week_in_parts(laptop, &stick, PartSize::of_commits(2)).unwrap();
    bundles_in(&stick).unwrap()
}

/// Merges all of them but one from the middle; that one.
fn merge_all_but_one(county: &mut CaseFile, laptop: &CaseFile, parts: &[String]) -> String {
    let from = |path: &&String| {
        let opened = testing::opened(county, laptop, path);
        opened.manifest.cover.logs[0].from
    };
    let mut parts: Vec<&String> = parts.iter().collect();
    parts.sort_by_key(from);
    let missing = parts.remove(1).clone();
    let there: Vec<String> = parts.into_iter().cloned().collect();
    let summary = merge(county, &there).unwrap();
    assert!(summary.files.iter().all(|file| file.state == "ready"));
    assert!(summary.files.iter().any(|file| file.missing > 0), "said so");
    missing
}

#[test]
fn what_lies_behind_a_gap_is_handed_back_too_and_the_gap_closes_later() {
    let (world, mut county, [mut laptop, mut other]) = office();
    let parts = week_in_parts(&world, &mut laptop);
    let missing = merge_all_but_one(&mut county, &laptop, &parts);
    assert!(names(&county).len() < 5, "a part is missing");
    let taken = world.received(&mut county, &mut other, "returns");
    assert!(taken.files.iter().all(|file| file.state != "parked"));
    assert_eq!(names(&other), names(&county));
    // A second laptop that joins now begins with it as well.
    let newcomer = world.joined_laptop(&mut county, "Laptop 09", "Kim Deputy");
    assert_eq!(names(&newcomer), names(&county));

    assert_eq!(merged(&mut county, &missing), "ready");
    world.received(&mut county, &mut other, "closed");
    assert_eq!(names(&other), ["Ana", "Bea", "Cora", "Dee", "Eve"]);
}

#[test]
fn what_lies_behind_a_gap_of_a_log_continued_twice_is_handed_back_too() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    let mut other = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    world.image("Laptop 07", "Image");
    let mut laptop = world.unlock("Laptop 07");
    let parts = week_in_parts(&world, &mut laptop);
    merge_all_but_one(&mut county, &laptop, &parts);
    let mut restored = world.unlock("Image");
    record(&mut restored, "Rosa");
    let path = world.sent(&mut restored);
    assert_eq!(merged(&mut county, &path), "ready");
    let taken = world.received(&mut county, &mut other, "returns");
    assert!(taken.files.iter().all(|file| file.state != "parked"));
    assert!(names(&county).contains(&"Rosa".to_owned()));
    assert_eq!(names(&other), names(&county));
}
