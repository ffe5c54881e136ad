//! Weeks up and returns down, lost, late, old and twice; laptops and counties put back from copies.

use std::fs;
use std::path::Path;

use countyline_bundle::{Direction, Opened};

use super::*;
use crate::casefile::{log, own_log};
use crate::inbox;
use crate::outside::testing::Memory;
use crate::testing::{World, victim};
use crate::victims;

fn record(file: &mut CaseFile, given: &str) {
    victims::create(file, &victim(given, "Marker")).unwrap();
}

fn names(file: &CaseFile) -> Vec<String> {
    let mut names: Vec<String> = victims::find(file, "")
        .unwrap()
        .into_iter()
        .map(|victim| victim.name.replace(" Marker", ""))
        .collect();
    names.sort();
    assert!(file.verify().unwrap().ok);
    names
}

fn sent(world: &World, laptop: &mut CaseFile) -> String {
    send_week(laptop, &world.stick("up")).unwrap().path
}

fn merged(county: &mut CaseFile, path: &str) -> String {
    let summary = merge(county, &[path.to_owned()]).unwrap();
    summary.files.last().unwrap().state.clone()
}

/// Sends the week and merges it.
fn week(world: &World, laptop: &mut CaseFile, county: &mut CaseFile) {
    let path = sent(world, laptop);
    assert_eq!(merged(county, &path), "ready");
}

/// What the county hands back, on a stick of its own.
fn returns(world: &World, county: &mut CaseFile, stick: &str) -> Vec<String> {
    let stick = world.stick(stick);
    hand_back(county, &stick).unwrap();
    returns_in(&stick).unwrap()
}

fn received(world: &World, county: &mut CaseFile, laptop: &mut CaseFile, stick: &str) -> Received {
    let paths = returns(world, county, stick);
    receive(laptop, &paths).unwrap()
}

/// The disk of a place as it is now, to be put back later.
fn image(world: &World, from: &str, to: &str) {
    let (from, to) = (world.path(from), world.path(to));
    fs::create_dir_all(&to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

fn branches_of_own_logs(file: &CaseFile, written_by: &CaseFile) -> usize {
    own_log::ids(written_by.conn())
        .unwrap()
        .into_iter()
        .map(|log_id| log::branches(file.conn(), log_id).unwrap().len())
        .sum()
}

fn opened<T>(reader: &CaseFile, from: &CaseFile, path: &str, look: impl Fn(&Opened<'_>) -> T) -> T {
    let bytes = fs::read(path).unwrap();
    let expect = countyline_bundle::Expectation {
        agency: None,
        directions: &[Direction::Up, Direction::Return],
    };
    let key = from.place().signing_key.verifying_key();
    let opened =
        countyline_bundle::open(&bytes, &reader.place().opening_key, |_| Some(key), &expect);
    look(&opened.unwrap())
}

/// Commits of its own logs that a week carries.
fn carried(county: &CaseFile, laptop: &CaseFile, path: &str) -> u64 {
    opened(county, laptop, path, |opened| {
        let logs = opened.manifest.cover.logs.iter();
        logs.map(|range| range.to + 1 - range.from).sum()
    })
}

/// The logs that were continued twice, as the inbox lists them.
fn split(file: &CaseFile) -> Vec<inbox::InboxItem> {
    let items = inbox::items(file).unwrap().into_iter();
    items
        .filter(|item| item.kind == "log_continued_twice")
        .collect()
}

fn kinds(file: &CaseFile) -> Vec<String> {
    let mut kinds: Vec<String> = notices(file)
        .unwrap()
        .into_iter()
        .map(|notice| notice.kind)
        .collect();
    kinds.sort();
    kinds
}

#[test]
fn a_return_brings_what_the_others_did_and_what_is_safe_and_nothing_is_sent_twice() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut first = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut second = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    record(&mut first, "Ana");
    record(&mut second, "Bea");
    week(&world, &mut first, &mut county);
    week(&world, &mut second, &mut county);
    assert!(send_state(&first).unwrap().unconfirmed > 0);
    assert_eq!(send_state(&first).unwrap().safe_up_to, None);

    let stick = returns(&world, &mut county, "returns");
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
    let next = sent(&world, &mut first);
    assert_eq!(carried(&county, &first, &next), 3, "sent, received, Cora");
    assert_eq!(merged(&mut county, &next), "ready");
    // And the next return only what the laptop does not have.
    let paths = returns(&world, &mut county, "next");
    let own = paths.iter().find(|path| {
        receive(&mut first, &[(*path).clone()]).unwrap().files[0].state != "for_another"
    });
    let brought = carried(&first, &county, own.unwrap());
    assert_eq!(
        brought, 2,
        "that the week was merged, and that this is handed back"
    );
}

#[test]
fn a_lost_return_costs_nothing() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut first = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut second = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    record(&mut second, "Bea");
    week(&world, &mut second, &mut county);
    returns(&world, &mut county, "lost");
    record(&mut first, "Ana");
    week(&world, &mut first, &mut county);
    received(&world, &mut county, &mut first, "found");
    assert_eq!(names(&first), ["Ana", "Bea"]);
    assert_eq!(send_state(&first).unwrap().unconfirmed, 0);
}

#[test]
fn an_old_return_confirms_nothing_but_its_commits_are_taken() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut other = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    record(&mut laptop, "Ana");
    record(&mut other, "Bea");
    week(&world, &mut other, &mut county);
    let old = returns(&world, &mut county, "old");
    week(&world, &mut laptop, &mut county);
    received(&world, &mut county, &mut laptop, "new");
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
fn a_week_larger_than_a_bundle_is_several_each_valid_alone_in_any_order() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
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
    received(&world, &mut county, &mut laptop, "returns");
    assert_eq!(send_state(&laptop).unwrap().unconfirmed, 0);
}

#[test]
fn a_county_said_to_be_restored_gets_everything_again() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    drop(county);
    image(&world, "Rivertown", "Old Rivertown");
    let mut county = world.unlock("Rivertown");
    record(&mut laptop, "Ana");
    week(&world, &mut laptop, &mut county);
    received(&world, &mut county, &mut laptop, "returns");
    assert_eq!(send_state(&laptop).unwrap().unconfirmed, 0);

    let mut restored = world.unlock("Old Rivertown");
    county_restored(&mut restored).unwrap();
    received(&world, &mut restored, &mut laptop, "after");
    assert!(send_state(&laptop).unwrap().unconfirmed > 0, "acks shrink");
    week(&world, &mut laptop, &mut restored);
    assert_eq!(names(&restored), ["Ana"]);
    received(&world, &mut restored, &mut laptop, "healed");
    assert_eq!(send_state(&laptop).unwrap().unconfirmed, 0);
    assert_eq!(kinds(&restored), ["county_restored"]);
}

#[test]
fn a_county_restored_unnoticed_repeats_its_counter_confirms_nothing_by_it_and_is_healed() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    drop(county);
    image(&world, "Rivertown", "Old Rivertown");
    let mut county = world.unlock("Rivertown");
    record(&mut laptop, "Ana");
    week(&world, &mut laptop, &mut county);
    record(&mut county, "Cleo");
    received(&world, &mut county, &mut laptop, "returns");
    drop(county);

    let mut restored = world.unlock("Old Rivertown");
    record(&mut restored, "Rosa");
    let again = received(&world, &mut restored, &mut laptop, "repeated");
    assert_eq!(
        again.unconfirmed, 0,
        "the same counter confirms nothing and takes nothing back"
    );
    // The next week tells the county what it lacks, and what it is given tells it that it was restored.
    week(&world, &mut laptop, &mut restored);
    received(&world, &mut restored, &mut laptop, "asks");
    week(&world, &mut laptop, &mut restored);
    assert!(kinds(&restored).contains(&"county_restored".to_owned()));
    assert_eq!(names(&restored), ["Ana", "Cleo", "Rosa"]);
    received(&world, &mut restored, &mut laptop, "healed");
    assert_eq!(names(&laptop), ["Ana", "Cleo", "Rosa"]);
    assert_eq!(send_state(&laptop).unwrap().unconfirmed, 0);
    // Its own log was continued elsewhere: it writes another now, and no third branch appears.
    record(&mut restored, "Dina");
    let own: Vec<_> = own_log::ids(restored.conn()).unwrap().into_iter().collect();
    assert!(own.len() > 1);
    for log_id in own {
        assert!(log::branches(restored.conn(), log_id).unwrap().len() <= 2);
    }
}

#[test]
fn a_dead_laptops_work_comes_home_through_another() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut dying = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut other = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    drop(county);
    image(&world, "Rivertown", "Old Rivertown");
    let mut county = world.unlock("Rivertown");
    record(&mut dying, "Ana");
    week(&world, &mut dying, &mut county);
    drop(dying);
    received(&world, &mut county, &mut other, "returns");
    assert_eq!(names(&other), ["Ana"]);
    drop(county);

    let mut restored = world.unlock("Old Rivertown");
    assert!(names(&restored).is_empty());
    week(&world, &mut other, &mut restored);
    received(&world, &mut restored, &mut other, "asks");
    week(&world, &mut other, &mut restored);
    assert_eq!(names(&restored), ["Ana"]);
}

#[test]
fn a_laptop_put_back_from_an_image_notices_at_start_and_begins_a_new_log() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    let machine = Memory::default();
    let mut laptop = world.unlock_on("Laptop 07", machine.clone());
    record(&mut laptop, "Ana");
    drop(laptop);
    image(&world, "Laptop 07", "Image");
    let mut laptop = world.unlock_on("Laptop 07", machine.clone());
    assert!(
        kinds(&laptop).is_empty(),
        "an ordinary start notices nothing"
    );
    record(&mut laptop, "Bea");
    week(&world, &mut laptop, &mut county);
    drop(laptop);

    let mut restored = world.unlock_on("Image", machine.clone());
    assert_eq!(kinds(&restored), ["began_anew"]);
    record(&mut restored, "Cora");
    week(&world, &mut restored, &mut county);
    assert_eq!(names(&county), ["Ana", "Bea", "Cora"]);
    assert!(kinds(&county).is_empty(), "no log was continued twice");
    let taken = received(&world, &mut county, &mut restored, "returns");
    assert_eq!(
        names(&restored),
        ["Ana", "Bea", "Cora"],
        "its lost work came back"
    );
    assert_eq!(taken.unconfirmed, 0);
    drop(restored);
    // Noticed once, not at every start.
    let again = world.unlock_on("Image", machine);
    assert_eq!(own_log::ids(again.conn()).unwrap().len(), 2);
}

#[test]
fn a_laptop_put_back_unnoticed_is_told_by_the_return_and_loses_neither_branch() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    image(&world, "Laptop 07", "Image");
    let mut laptop = world.unlock("Laptop 07");
    record(&mut laptop, "Ana");
    week(&world, &mut laptop, &mut county);
    drop(laptop);
    let mut restored = world.unlock("Image");
    record(&mut restored, "Bea");
    week(&world, &mut restored, &mut county);
    assert_eq!(split(&county).len(), 1);
    assert_eq!(names(&county), ["Ana", "Bea"]);

    let taken = received(&world, &mut county, &mut restored, "returns");
    assert!(taken.began_anew);
    assert_eq!(taken.unconfirmed, 0);
    assert_eq!(names(&restored), ["Ana", "Bea"]);
    record(&mut restored, "Cora");
    week(&world, &mut restored, &mut county);
    assert_eq!(names(&county), ["Ana", "Bea", "Cora"]);
    assert_eq!(
        branches_of_own_logs(&county, &restored),
        3,
        "two branches and a new log, no third branch"
    );
    let waiting = split(&county).remove(0);
    assert_eq!(waiting.about, "Laptop 07");
    assert!(kinds(&county).is_empty(), "it is in one list only");
}

#[test]
fn two_machines_from_one_disk_each_begin_a_log_of_their_own() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    image(&world, "Laptop 07", "Clone");
    let mut original = world.unlock("Laptop 07");
    let mut clone = world.unlock("Clone");
    record(&mut original, "Ana");
    record(&mut clone, "Bea");
    week(&world, &mut original, &mut county);
    week(&world, &mut clone, &mut county);
    for round in ["first", "second"] {
        let paths = returns(&world, &mut county, round);
        for laptop in [&mut original, &mut clone] {
            receive(laptop, &paths).unwrap();
            record(laptop, round);
        }
        week(&world, &mut original, &mut county);
        week(&world, &mut clone, &mut county);
    }
    let paths = returns(&world, &mut county, "third");
    receive(&mut original, &paths).unwrap();
    receive(&mut clone, &paths).unwrap();
    assert_eq!(names(&county).len(), 6);
    assert!(names(&original).len() >= 5, "{:?}", names(&original));
    let overview = laptops(&county).unwrap();
    assert_eq!(
        overview[0].histories, 4,
        "two branches, and a log for each machine"
    );
    assert_eq!(split(&county).len(), 1, "said once");
}

#[test]
fn another_history_at_the_county_than_the_laptops_own_is_told_and_nothing_is_deleted() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    image(&world, "Laptop 07", "Image");
    let mut laptop = world.unlock("Laptop 07");
    record(&mut laptop, "Ana");
    record(&mut laptop, "Anna");
    week(&world, &mut laptop, &mut county);
    let before_the_image_was_put_back = returns(&world, &mut county, "returns");
    drop(laptop);
    let mut restored = world.unlock("Image");
    for given in ["Bea", "Bella", "Berta", "Bibi"] {
        record(&mut restored, given);
    }
    // The return was made for a laptop that has Ana: it confirms her commit and does not bring it.
    let taken = receive(&mut restored, &before_the_image_was_put_back).unwrap();
    assert!(taken.began_anew);
    assert_eq!(kinds(&restored), ["began_anew", "told_differently"]);
    assert_eq!(names(&restored), ["Bea", "Bella", "Berta", "Bibi"]);
    week(&world, &mut restored, &mut county);
    received(&world, &mut county, &mut restored, "healed");
    assert_eq!(
        kinds(&restored),
        ["began_anew"],
        "now both tellings are here"
    );
    assert_eq!(names(&restored).len(), 6);
}

#[test]
fn a_return_signed_by_another_laptop_is_refused() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut forger = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    let permit = crate::releases::permit_same_agency(&forger).unwrap();
    let cover = sealing::cover(&forger, &permit, Direction::Return).unwrap();
    let recipient = laptop.place().opening_key.sealing_key().clone();
    let sealed = sealing::seal_ranges(&mut forger, cover, &[], &recipient).unwrap();
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
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let old = returns(&world, &mut county, "old");
    drop(world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy"));
    received(&world, &mut county, &mut laptop, "new");
    let version = |file: &CaseFile| roster::current(file).unwrap().0.version;
    assert_eq!(version(&laptop), version(&county));
    receive(&mut laptop, &old).unwrap();
    assert_eq!(version(&laptop), version(&county));
    // The county learns that its roster arrived.
    assert!(!laptops(&county).unwrap()[0].knows_newest_roster);
    week(&world, &mut laptop, &mut county);
    assert!(laptops(&county).unwrap()[0].knows_newest_roster);
}

/// A joined laptop's week, and the week of its image in parts: all but the last, and the last, which lacks
/// what the others bring and could stand on either branch.
fn a_branch_in_parts(world: &World, county: &CaseFile) -> (String, Vec<String>, String) {
    image(world, "Laptop 07", "Image");
    let mut laptop = world.unlock("Laptop 07");
    for given in ["Ana", "Anna", "Annie"] {
        record(&mut laptop, given);
    }
    let first = sent(world, &mut laptop);
    let mut restored = world.unlock("Image");
    for given in ["Bea", "Bella", "Berta"] {
        record(&mut restored, given);
    }
    let stick = world.stick("parts");
    send_week_in_parts(&mut restored, &stick, PartSize::of_commits(2)).unwrap();
    let by_place = |path: &String| {
        opened(county, &restored, path, |opened| {
            opened.manifest.cover.logs.first().map(|range| range.from)
        })
    };
    let mut parts = bundles_in(&stick).unwrap();
    parts.sort_by_key(by_place);
    let last = parts.pop().unwrap();
    (first, parts, last)
}

#[test]
fn a_merge_that_let_a_waiting_bundle_go_is_taken_back_and_the_bundle_waits_again() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    let (first, parts, last) = a_branch_in_parts(&world, &county);
    merged(&mut county, &first);
    merged(&mut county, &last);
    let waiting = parked(&county).unwrap();
    merge(&mut county, &parts).unwrap();
    assert_eq!(
        (names(&county).len(), parked(&county).unwrap().len()),
        (6, 0)
    );

    undo_merge(&mut county).unwrap();
    assert_eq!(names(&county).len(), 3);
    let again = parked(&county).unwrap();
    assert_eq!(again.len(), 1);
    assert_eq!(
        (&again[0].id, &again[0].file_name, &again[0].failure),
        (&waiting[0].id, &waiting[0].file_name, &waiting[0].failure)
    );
    let kept = files_taken_back(&county).unwrap();
    assert!(!kept.is_empty());
    let waits = |path: &String| path.contains(&again[0].id);
    assert!(!kept.iter().any(waits), "what waits is not among them");
    for path in parts.iter().chain([&last]) {
        fs::remove_file(path).unwrap();
    }
    merge(&mut county, &kept).unwrap();
    assert_eq!(
        (names(&county).len(), parked(&county).unwrap().len()),
        (6, 0)
    );
    assert!(county.verify().unwrap().ok);
}

#[test]
fn a_bundle_behind_a_gap_on_a_branched_log_waits_and_is_let_go_by_itself() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    let (first, parts, last) = a_branch_in_parts(&world, &county);
    assert_eq!(merged(&mut county, &first), "ready");
    assert_eq!(merged(&mut county, &last), "parked");
    assert_eq!(merged(&mut county, &last), "parked", "again: kept once");
    let waiting = parked(&county).unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].failure.code, "bundle-gap-and-branch");
    assert_eq!(
        retry_parked(&mut county, &waiting[0].id).unwrap().state,
        "parked"
    );
    assert!(parked::path_of(&county, &waiting[0].id).exists());

    let summary = merge(&mut county, &parts).unwrap();
    assert!(summary.files.iter().all(|file| file.state != "refused"));
    assert!(parked(&county).unwrap().is_empty());
    assert!(!parked::path_of(&county, &waiting[0].id).exists());
    assert_eq!(names(&county).len(), 6);
}

#[test]
fn a_bundle_that_waits_can_be_put_away_by_a_person_only() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    record(&mut laptop, "Ana");
    let bundle = sent(&world, &mut laptop);
    // What a program of the future writes.
    let permit = crate::releases::permit_same_agency(&laptop).unwrap();
    let mut cover = sealing::cover(&laptop, &permit, Direction::Up).unwrap();
    cover.min_reader = countyline_bundle::READER + 1;
    let recipient = county.place().opening_key.sealing_key().clone();
    let sealed = sealing::seal_ranges(&mut laptop, cover, &[], &recipient).unwrap();
    let path = world.stick("stick").join("cl-future.clb");
    fs::write(&path, sealed).unwrap();
    assert_eq!(merged(&mut county, &path.display().to_string()), "parked");
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
fn the_county_sees_which_laptop_is_late_what_never_came_and_what_it_lacks() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut first = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut second = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    record(&mut first, "Ana");
    fs::remove_file(sent(&world, &mut first)).unwrap();
    week(&world, &mut first, &mut county);
    week(&world, &mut second, &mut county);
    world.clock.set("2026-04-20T08:00:00-06:00");
    week(&world, &mut first, &mut county);
    let overview = laptops(&county).unwrap();
    assert_eq!((overview[0].sent, overview[0].never_came), (2, 1));
    assert!(!overview[0].late && overview[1].late);
    assert!(overview[1].quiet_days > 40);
    assert!(overview[1].lacks > 0, "Ana has not been handed back");
    received(&world, &mut county, &mut second, "returns");
    week(&world, &mut second, &mut county);
    // What is left is that its own week was just merged.
    assert!(laptops(&county).unwrap()[1].lacks <= 1);
}

#[test]
fn everything_unconfirmed_stays_and_goes_out_again_whatever_a_return_says() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    record(&mut laptop, "Ana");
    fs::remove_file(sent(&world, &mut laptop)).unwrap();
    // The county never got it: its return confirms nothing of it.
    received(&world, &mut county, &mut laptop, "returns");
    assert!(send_state(&laptop).unwrap().unconfirmed > 0);
    week(&world, &mut laptop, &mut county);
    assert_eq!(names(&county), ["Ana"]);
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
