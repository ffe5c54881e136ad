//! What a county that came back from an old copy has forgotten of its list of laptops, and what a laptop with
//! fresh keys still holds under its old ones.

use std::path::Path;

use super::*;
use crate::testing::travel::{self, office};
use crate::testing::{World, phone, restrict, victim, ways};
use crate::{contacts, victims};

fn record(file: &mut CaseFile, given: &str) {
    victims::create(file, &victim(given, "Marker")).unwrap();
}

fn week(world: &World, laptop: &mut CaseFile) -> String {
    send_week(laptop, &world.stick("up")).unwrap().path
}

/// What came of merging one file: its state, or the code of a refusal.
fn merged(county: &mut CaseFile, path: &str) -> String {
    let file = merge(county, &[path.to_owned()]).unwrap().files.remove(0);
    assert!(county.verify().unwrap().ok);
    file.failure.map_or(file.state, |failure| failure.code)
}

fn take_home(world: &World, county: &mut CaseFile, laptop: &mut CaseFile, stick: &str) {
    let stick = world.stick(stick);
    hand_back(county, &stick).unwrap();
    receive(laptop, &returns_in(&stick).unwrap()).unwrap();
}

#[test]
fn a_county_brought_back_from_an_old_copy_knows_again_whom_it_enrolled_since() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let copy = county.back_up().unwrap();
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    record(&mut laptop, "Ana");
    let outside = crate::outside::testing::outside(&world.clock, 77);
    let mut restored = CaseFile::unlock(&copy, crate::testing::PASSPHRASE, outside).unwrap();
    assert!(laptops(&restored).unwrap().is_empty());
    assert_eq!(merged(&mut restored, &week(&world, &mut laptop)), "ready");
    assert_eq!(laptops(&restored).unwrap().len(), 1);
    assert_eq!(victims::find(&restored, "").unwrap().len(), 1);
}

#[test]
fn a_week_is_sealed_for_a_key_the_county_has_though_the_list_it_shows_was_never_seen() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let _lost = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    let copy = county.back_up().unwrap();
    // Of three lists the laptop gets the last.
    replace_key(&mut county).unwrap();
    take_home(&world, &mut county, &mut laptop, "returns");
    let outside = crate::outside::testing::outside(&world.clock, 77);
    let mut restored = CaseFile::unlock(&copy, crate::testing::PASSPHRASE, outside).unwrap();
    county_restored(&mut restored).unwrap();
    take_home(&world, &mut restored, &mut laptop, "restored");
    record(&mut laptop, "Ana");
    assert_eq!(merged(&mut restored, &week(&world, &mut laptop)), "ready");
    assert!(keys(&restored).unwrap().own_key_missing);
}

#[test]
fn what_is_before_a_gap_comes_once_the_county_has_it_again() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut writer = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut reader = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    let copy = county.back_up().unwrap();
    record(&mut writer, "Ana");
    assert_eq!(merged(&mut county, &week(&world, &mut writer)), "ready");
    take_home(&world, &mut county, &mut writer, "confirmed");

    let outside = crate::outside::testing::outside(&world.clock, 77);
    let mut restored = CaseFile::unlock(&copy, crate::testing::PASSPHRASE, outside).unwrap();
    record(&mut writer, "Bea");
    assert_eq!(merged(&mut restored, &week(&world, &mut writer)), "ready");
    // What is behind the gap reaches the reader before what the county lacks.
    for stick in ["tail", "asks"] {
        take_home(&world, &mut restored, &mut reader, stick);
        assert_eq!(merged(&mut restored, &week(&world, &mut reader)), "ready");
    }
    take_home(&world, &mut restored, &mut writer, "needs");
    assert_eq!(merged(&mut restored, &week(&world, &mut writer)), "ready");
    assert_eq!(victims::find(&restored, "").unwrap().len(), 2);
    take_home(&world, &mut restored, &mut reader, "healed");
    assert_eq!(victims::find(&reader, "").unwrap().len(), 2);
}

#[test]
fn a_laptop_with_fresh_keys_is_not_held_up_by_what_it_wrote_under_its_old_ones() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut lost = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    assert_eq!(merged(&mut county, &week(&world, &mut lost)), "ready");
    revoke_laptop(&mut county, "Laptop 07").unwrap();
    take_home(&world, &mut county, &mut lost, "told");
    let stick = world.stick("asks anew");
    let request = renew_keys(&mut lost, &stick, false).unwrap();
    let welcome = enrol_laptop(&mut county, Path::new(&request.path), &stick).unwrap();
    accept_welcome(&mut lost, Path::new(&welcome.path)).unwrap();
    assert_eq!(merged(&mut county, &week(&world, &mut lost)), "ready");
    // By now the county knows that the laptop holds commits of its old log that came after it was revoked.
    take_home(&world, &mut county, &mut lost, "returns");
    record(&mut lost, "Ana");
    assert_eq!(merged(&mut county, &week(&world, &mut lost)), "ready");
    assert_eq!(victims::find(&county, "").unwrap().len(), 1);
    assert!(parked(&county).unwrap().is_empty());
}

#[test]
fn what_comes_back_in_part_only_is_asked_for_until_it_is_there_whole() {
    let (world, mut county, [mut writer, mut reader]) = office();
    let copy = county.back_up().unwrap();
    let her = travel::record(&mut writer, "Ana");
    world.week(&mut writer, &mut county);
    restrict(&mut county, &her, true).unwrap();
    world.received(&mut county, &mut writer, "confirmed");
    world.received(&mut county, &mut reader, "digests");
    assert!(travel::names(&reader).is_empty());

    let outside = crate::outside::testing::outside(&world.clock, 77);
    let mut restored = CaseFile::unlock(&copy, crate::testing::PASSPHRASE, outside).unwrap();
    // What the reader can bring of it are digests.
    for stick in ["asks", "asks again"] {
        world.week(&mut reader, &mut restored);
        world.received(&mut restored, &mut reader, stick);
    }
    assert!(travel::names(&restored).is_empty());
    for stick in ["asks the writer", "asks the writer again"] {
        world.received(&mut restored, &mut writer, stick);
        world.week(&mut writer, &mut restored);
    }
    assert_eq!(travel::names(&restored), ["Ana"]);
    let asked = world.received(&mut restored, &mut writer, "confirms").files;
    assert!(!asked.is_empty());
    assert!(statements::needed(writer.conn()).unwrap().is_empty());
}

#[test]
fn a_week_that_builds_on_what_a_set_back_county_lost_is_taken_in_and_tells_it_what_to_ask_for() {
    let (world, mut county, [mut laptop]) = office();
    let copy = county.back_up().unwrap();
    let her = travel::record(&mut county, "Ana");
    world.received(&mut county, &mut laptop, "handed out");
    let way = victims::page(&laptop, &her)
        .unwrap()
        .contact_methods
        .remove(0);
    contacts::edit(&mut laptop, &way.id, &phone("555-0199", "no"), &way.seen).unwrap();

    let outside = crate::outside::testing::outside(&world.clock, 77);
    let mut restored = CaseFile::unlock(&copy, crate::testing::PASSPHRASE, outside).unwrap();
    // Under the numbers of what it lost it writes something else.
    for given in ["Bea", "Lena", "Mia"] {
        record(&mut restored, given);
    }
    let builds_on = week(&world, &mut laptop);
    assert_eq!(merged(&mut restored, &builds_on), "ready");
    assert!(restored.verify().unwrap().ok);
    world.received(&mut restored, &mut laptop, "asks");
    assert_eq!(merged(&mut restored, &week(&world, &mut laptop)), "ready");
    assert!(parked(&restored).unwrap().is_empty());
    let way = ways(&restored, &her).remove(0);
    assert_eq!(way.form.value, "555-0199");
    assert_eq!(victims::find(&restored, "").unwrap().len(), 4);
}

#[test]
fn a_revoked_laptop_is_asked_for_what_its_work_builds_on_though_a_set_back_county_wrote_something_else_there()
 {
    let (world, mut county, [mut laptop]) = office();
    let copy = county.back_up().unwrap();
    let her = travel::record(&mut county, "Ana");
    travel::record(&mut county, "Cora");
    world.received(&mut county, &mut laptop, "handed out");

    let outside = crate::outside::testing::outside(&world.clock, 77);
    let mut restored = CaseFile::unlock(&copy, crate::testing::PASSPHRASE, outside).unwrap();
    // Under the number of something it lost it writes something else, and hears that there is more.
    record(&mut restored, "Bea");
    assert_eq!(merged(&mut restored, &week(&world, &mut laptop)), "ready");
    let way = victims::page(&laptop, &her)
        .unwrap()
        .contact_methods
        .remove(0);
    contacts::edit(&mut laptop, &way.id, &phone("555-0199", "no"), &way.seen).unwrap();
    revoke_laptop(&mut restored, "Laptop 07").unwrap();

    world.received(&mut restored, &mut laptop, "asks");
    let later = week(&world, &mut laptop);
    assert_eq!(merged(&mut restored, &later), "bundle-revoked-laptop");
    let taken_in = take_in_revoked_work(&mut restored, Path::new(&later)).unwrap();
    assert_eq!(taken_in.state, "ready");
    let way = ways(&restored, &her).remove(0);
    assert_eq!(way.form.value, "555-0199");
    assert_eq!(travel::names(&restored), ["Ana", "Bea", "Cora"]);
}

#[test]
fn of_three_machines_from_one_disk_each_is_handed_what_it_lacks() {
    let (world, mut county, [laptop]) = office();
    drop(laptop);
    world.image("Laptop 07", "First copy");
    world.image("Laptop 07", "Second copy");
    let mut machines = ["Laptop 07", "First copy", "Second copy"].map(|name| world.unlock(name));
    for (machine, given) in machines.iter_mut().zip(["Bea", "Cora", "Dee"]) {
        record(machine, given);
        world.week(machine, &mut county);
    }
    record(&mut county, "Ana");
    for (machine, stick) in machines[1..].iter_mut().zip(["first", "second"]) {
        world.received(&mut county, machine, stick);
        assert!(travel::names(machine).contains(&"Ana".to_owned()));
    }
    for (machine, given) in machines.iter_mut().zip(["Eve", "Fay", "Gia"]) {
        record(machine, given);
        world.week(machine, &mut county);
    }
    world.received(&mut county, &mut machines[0], "handed back");
    let all = ["Ana", "Bea", "Cora", "Dee", "Eve", "Fay", "Gia"];
    assert_eq!(travel::names(&machines[0]), all);
}
