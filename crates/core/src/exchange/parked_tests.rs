//! Weeks in several bundles, and bundles that wait for others.

use std::fs;

use countyline_bundle::Direction;

use super::testing::opened;
use super::*;
use crate::casefile::log;
use crate::testing::World;
use crate::testing::travel::{merged, names, office, record};

#[test]
fn a_week_larger_than_a_bundle_is_several_each_valid_alone_in_any_order() {
    let (world, mut county, [mut laptop]) = office();
    for given in ["Ana", "Bea", "Cora", "Dee", "Eve"] {
        record(&mut laptop, given);
    }
    let stick = world.stick("parts");
    let sent = send_week_in_parts(&mut laptop, &stick, PartSize::of_commits(3)).unwrap();
    let paths = bundles_in(&stick).unwrap();
    assert_eq!(usize::try_from(sent.files).unwrap(), paths.len());
    assert!(paths.len() > 1);
    assert_eq!(send_state(&laptop).unwrap().history.len(), 1, "one week");
    let mut backwards = paths.clone();
    backwards.reverse();
    for path in &backwards {
        let state = merged(&mut county, path);
        assert_eq!(state, "ready");
        assert!(county.verify().unwrap().ok);
    }
    assert_eq!(names(&county), ["Ana", "Bea", "Cora", "Dee", "Eve"]);
    world.received(&mut county, &mut laptop, "returns");
    assert_eq!(send_state(&laptop).unwrap().unconfirmed, 0);
}

/// A joined laptop's week, and the week of its image in parts: all but the last, and the last, which lacks
/// what the others bring and could stand on either branch.
fn a_branch_in_parts(world: &World, county: &CaseFile) -> (String, Vec<String>, String) {
    world.image("Laptop 07", "Image");
    let mut laptop = world.unlock("Laptop 07");
    for given in ["Ana", "Anna", "Annie"] {
        record(&mut laptop, given);
    }
    let first = world.sent(&mut laptop);
    let mut restored = world.unlock("Image");
    for given in ["Bea", "Bella", "Berta"] {
        record(&mut restored, given);
    }
    let stick = world.stick("parts");
    send_week_in_parts(&mut restored, &stick, PartSize::of_commits(2)).unwrap();
    let by_place = |path: &String| {
        let opened = opened(county, &restored, path);
        let first = opened.manifest.cover.logs.first();
        first.map(|range| range.from)
    };
    let mut parts = bundles_in(&stick).unwrap();
    parts.sort_by_key(by_place);
    let last = parts.pop().unwrap();
    (first, parts, last)
}

/// The branches of the log of which the county holds most.
fn branches_of_most(county: &CaseFile) -> Vec<log::LogRow> {
    let of = |row: &log::LogRow| log::branches(county.conn(), row.log_id).unwrap();
    let all = log::logs(county.conn()).unwrap();
    all.iter().map(of).max_by_key(Vec::len).unwrap()
}

#[test]
fn what_is_behind_a_gap_of_a_log_continued_twice_stands_apart_until_the_gap_closes() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    let (first, parts, last) = a_branch_in_parts(&world, &county);
    assert_eq!(merged(&mut county, &first), "ready");
    assert_eq!(merged(&mut county, &last), "ready");
    assert_eq!(merged(&mut county, &last), "already_merged");
    assert!(parked(&county).unwrap().is_empty());
    assert_eq!(names(&county), ["Ana", "Anna", "Annie", "Berta"]);
    assert!(laptops(&county).unwrap()[0].missing > 0);
    assert!(county.verify().unwrap().ok);

    for path in parts.iter().rev() {
        let state = merged(&mut county, path);
        assert!(["ready", "already_merged"].contains(&&*state), "{state}");
        assert!(county.verify().unwrap().ok);
    }
    assert_eq!(names(&county).len(), 6);
    assert_eq!(laptops(&county).unwrap()[0].missing, 0);
    let branches = branches_of_most(&county);
    assert_eq!(branches.len(), 2, "what stood apart is part of its branch");
    assert!(branches.iter().all(|branch| !branch.has_gap()));
}

#[test]
fn a_merge_that_closed_a_gap_before_what_stood_apart_is_taken_back_and_comes_again() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    let (first, parts, last) = a_branch_in_parts(&world, &county);
    merged(&mut county, &first);
    merged(&mut county, &last);
    for _ in 0..2 {
        merge(&mut county, &parts).unwrap();
        assert_eq!(names(&county).len(), 6);
        assert!(county.verify().unwrap().ok);
        undo_merge(&mut county).unwrap();
        assert_eq!(names(&county), ["Ana", "Anna", "Annie", "Berta"]);
        assert!(county.verify().unwrap().ok);
        assert!(
            branches_of_most(&county)
                .iter()
                .all(|branch| !branch.has_gap())
        );
    }
}

/// A week as a program of the future writes it.
fn of_the_future(world: &World, laptop: &mut CaseFile, county: &CaseFile) -> String {
    let permit = crate::releases::permit_same_agency(laptop).unwrap();
    let mut cover = sealing::cover(laptop, &permit, Direction::Up).unwrap();
    cover.min_reader = countyline_bundle::READER + 1;
    let recipient = county.place().opening_key.sealing_key();
    let reader = blocks::Reader::County;
    let sealed = sealing::seal_ranges(laptop, cover, &[], recipient, &reader).unwrap();
    let path = world.stick("stick").join("cl-future.clb");
    fs::write(&path, sealed).unwrap();
    path.display().to_string()
}

#[test]
fn a_bundle_that_waits_can_be_put_away_by_a_person_only() {
    let (world, mut county, [mut laptop]) = office();
    record(&mut laptop, "Ana");
    let bundle = world.sent(&mut laptop);
    let path = of_the_future(&world, &mut laptop, &county);
    assert_eq!(merged(&mut county, &path), "parked");
    assert_eq!(parked(&county).unwrap()[0].failure.code, "bundle-newer");
    let summary = merge(&mut county, &[bundle]).unwrap();
    assert_eq!(
        summary.files.len(),
        1,
        "what goes on waiting is not listed among what came"
    );
    let id = parked(&county).unwrap()[0].id.clone();
    forget_parked(&mut county, &id).unwrap();
    assert!(parked(&county).unwrap().is_empty());
    assert!(matches!(
        forget_parked(&mut county, &id),
        Err(Error::NotFound { .. })
    ));
    assert_eq!(names(&county), ["Ana"]);
}

#[test]
fn no_order_of_erasure_is_confirmed_while_a_file_waits_that_only_a_newer_program_can_read() {
    let (world, mut county, [mut laptop]) = office();
    let ana = record(&mut county, "Ana");
    let path = of_the_future(&world, &mut laptop, &county);
    assert_eq!(merged(&mut county, &path), "parked");
    let form = crate::erasure::EraseForm {
        victim_id: ana,
        record: None,
        fields: Vec::new(),
        basis: "court_order".to_owned(),
    };
    crate::erasure::order(&mut county, &form).unwrap();
    let confirmed = |county: &CaseFile| {
        let order = crate::erasure::orders(county).unwrap().orders.remove(0);
        order.places[0].confirmed_at.is_some()
    };
    assert!(!confirmed(&county));
    drop(county);
    let mut county = world.unlock("Rivertown");
    assert!(!confirmed(&county), "nor at the next start");
    let id = parked(&county).unwrap()[0].id.clone();
    forget_parked(&mut county, &id).unwrap();
    drop(county);
    assert!(confirmed(&world.unlock("Rivertown")));
}
