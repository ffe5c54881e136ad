//! Laptops and counties put back from older copies, and machines made from one disk.

use std::fs;

use super::*;
use crate::casefile::{log, own_log};
use crate::outside::testing::Memory;
use crate::outside::{Head, HeadMark, Outside};
use crate::testing::World;
use crate::testing::travel::{continued_twice, names, notice_kinds, office, record};

fn branches_of_own_logs(file: &CaseFile, written_by: &CaseFile) -> usize {
    own_log::ids(written_by.conn())
        .unwrap()
        .into_iter()
        .map(|log_id| log::branches(file.conn(), log_id).unwrap().len())
        .sum()
}

#[test]
fn a_county_said_to_be_restored_gets_everything_again() {
    let (world, county, [mut laptop]) = office();
    drop(county);
    world.image("Rivertown", "Old Rivertown");
    let mut county = world.unlock("Rivertown");
    record(&mut laptop, "Ana");
    world.week(&mut laptop, &mut county);
    world.received(&mut county, &mut laptop, "returns");
    assert_eq!(send_state(&laptop).unwrap().unconfirmed, 0);

    let mut restored = world.unlock("Old Rivertown");
    county_restored(&mut restored).unwrap();
    world.received(&mut restored, &mut laptop, "after");
    assert!(send_state(&laptop).unwrap().unconfirmed > 0, "acks shrink");
    world.week(&mut laptop, &mut restored);
    assert_eq!(names(&restored), ["Ana"]);
    world.received(&mut restored, &mut laptop, "healed");
    assert_eq!(send_state(&laptop).unwrap().unconfirmed, 0);
    assert_eq!(notice_kinds(&restored), ["county_restored"]);
}

#[test]
fn a_county_restored_unnoticed_repeats_its_counter_confirms_nothing_by_it_and_is_healed() {
    let (world, county, [mut laptop]) = office();
    drop(county);
    world.image("Rivertown", "Old Rivertown");
    let mut county = world.unlock("Rivertown");
    record(&mut laptop, "Ana");
    world.week(&mut laptop, &mut county);
    record(&mut county, "Cleo");
    world.received(&mut county, &mut laptop, "returns");
    drop(county);

    let mut restored = world.unlock("Old Rivertown");
    record(&mut restored, "Rosa");
    let again = world.received(&mut restored, &mut laptop, "repeated");
    assert_eq!(
        again.unconfirmed, 0,
        "the same counter confirms nothing and takes nothing back"
    );
    // The next week tells the county what it lacks, and what it is given tells it that it was restored.
    world.week(&mut laptop, &mut restored);
    world.received(&mut restored, &mut laptop, "asks");
    world.week(&mut laptop, &mut restored);
    assert!(notice_kinds(&restored).contains(&"county_restored".to_owned()));
    assert_eq!(names(&restored), ["Ana", "Cleo", "Rosa"]);
    world.received(&mut restored, &mut laptop, "healed");
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
    let (world, county, [mut dying, mut other]) = office();
    drop(county);
    world.image("Rivertown", "Old Rivertown");
    let mut county = world.unlock("Rivertown");
    record(&mut dying, "Ana");
    world.week(&mut dying, &mut county);
    drop(dying);
    world.received(&mut county, &mut other, "returns");
    assert_eq!(names(&other), ["Ana"]);
    drop(county);

    let mut restored = world.unlock("Old Rivertown");
    assert!(names(&restored).is_empty());
    world.week(&mut other, &mut restored);
    world.received(&mut restored, &mut other, "asks");
    world.week(&mut other, &mut restored);
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
    world.image("Laptop 07", "Image");
    let mut laptop = world.unlock_on("Laptop 07", machine.clone());
    assert!(
        notice_kinds(&laptop).is_empty(),
        "an ordinary start notices nothing"
    );
    record(&mut laptop, "Bea");
    world.week(&mut laptop, &mut county);
    drop(laptop);

    let mut restored = world.unlock_on("Image", machine.clone());
    assert_eq!(notice_kinds(&restored), ["began_anew"]);
    record(&mut restored, "Cora");
    world.week(&mut restored, &mut county);
    assert_eq!(names(&county), ["Ana", "Bea", "Cora"]);
    assert!(
        notice_kinds(&county).is_empty(),
        "no log was continued twice"
    );
    let taken = world.received(&mut county, &mut restored, "returns");
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
    world.image("Laptop 07", "Image");
    let mut laptop = world.unlock("Laptop 07");
    record(&mut laptop, "Ana");
    world.week(&mut laptop, &mut county);
    drop(laptop);
    let mut restored = world.unlock("Image");
    record(&mut restored, "Bea");
    world.week(&mut restored, &mut county);
    assert_eq!(continued_twice(&county), ["Laptop 07"]);
    assert_eq!(names(&county), ["Ana", "Bea"]);

    let taken = world.received(&mut county, &mut restored, "returns");
    assert!(taken.began_anew);
    assert_eq!(taken.unconfirmed, 0);
    assert_eq!(names(&restored), ["Ana", "Bea"]);
    record(&mut restored, "Cora");
    world.week(&mut restored, &mut county);
    assert_eq!(names(&county), ["Ana", "Bea", "Cora"]);
    assert_eq!(
        branches_of_own_logs(&county, &restored),
        3,
        "two branches and a new log, no third branch"
    );
    assert!(notice_kinds(&county).is_empty(), "it is in one list only");
}

#[test]
fn two_machines_from_one_disk_each_begin_a_log_of_their_own() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    world.image("Laptop 07", "Clone");
    let mut original = world.unlock("Laptop 07");
    let mut clone = world.unlock("Clone");
    record(&mut original, "Ana");
    record(&mut clone, "Bea");
    world.week(&mut original, &mut county);
    world.week(&mut clone, &mut county);
    for round in ["first", "second"] {
        let paths = world.returns(&mut county, round);
        for laptop in [&mut original, &mut clone] {
            receive(laptop, &paths).unwrap();
            record(laptop, round);
        }
        world.week(&mut original, &mut county);
        world.week(&mut clone, &mut county);
    }
    let paths = world.returns(&mut county, "third");
    receive(&mut original, &paths).unwrap();
    receive(&mut clone, &paths).unwrap();
    assert_eq!(names(&county).len(), 6);
    assert!(names(&original).len() >= 5, "{:?}", names(&original));
    let overview = laptops(&county).unwrap();
    assert_eq!(
        overview[0].histories, 4,
        "two branches, and a log for each machine"
    );
    assert_eq!(continued_twice(&county).len(), 1, "said once");
}

#[test]
fn another_history_at_the_county_than_the_laptops_own_is_told_and_nothing_is_deleted() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    world.image("Laptop 07", "Image");
    let mut laptop = world.unlock("Laptop 07");
    record(&mut laptop, "Ana");
    record(&mut laptop, "Anna");
    world.week(&mut laptop, &mut county);
    let before_the_image_was_put_back = world.returns(&mut county, "returns");
    drop(laptop);
    let mut restored = world.unlock("Image");
    for given in ["Bea", "Bella", "Berta", "Bibi"] {
        record(&mut restored, given);
    }
    // The return was made for a laptop that has Ana: it confirms her commit and does not bring it.
    let taken = receive(&mut restored, &before_the_image_was_put_back).unwrap();
    assert!(taken.began_anew);
    assert_eq!(notice_kinds(&restored), ["began_anew", "told_differently"]);
    assert_eq!(names(&restored), ["Bea", "Bella", "Berta", "Bibi"]);
    world.week(&mut restored, &mut county);
    world.received(&mut county, &mut restored, "healed");
    assert_eq!(
        notice_kinds(&restored),
        ["began_anew"],
        "now both tellings are here"
    );
    assert_eq!(names(&restored).len(), 6);
}

/// A machine as it is: what it remembers of its office lies on its disk, outside the office's folder.
struct OnDisk(Outside);

impl OnDisk {
    fn of(world: &World) -> OnDisk {
        OnDisk(Outside::of_this_machine(&world.stick("profile")))
    }
}

impl HeadMark for OnDisk {
    fn remembered(&self, device: &[u8; 16]) -> Option<Head> {
        self.0.head_mark.remembered(device)
    }

    fn remember(&self, device: &[u8; 16], head: &Head) {
        self.0.head_mark.remember(device, head);
    }
}

/// A laptop's folder, copied before its last victim was recorded, and the file by which the machine remembers.
fn folder_older_than_what_is_remembered(world: &World) -> PathBuf {
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    drop(world.unlock_on("Laptop 07", OnDisk::of(world)));
    world.image("Laptop 07", "Image");
    let mut laptop = world.unlock_on("Laptop 07", OnDisk::of(world));
    assert!(notice_kinds(&laptop).is_empty());
    record(&mut laptop, "Ana");
    let mut kept = fs::read_dir(world.path("profile")).unwrap();
    let mark = kept.find_map(|entry| {
        let path = entry.unwrap().path();
        path.extension()
            .is_some_and(|kind| kind == "head")
            .then_some(path)
    });
    mark.unwrap()
}

#[test]
fn an_older_folder_is_noticed_by_what_lies_on_the_disk_outside_it() {
    let world = World::new();
    let mark = folder_older_than_what_is_remembered(&world);
    assert!(!mark.starts_with(world.path("Laptop 07")));
    let restored = world.unlock_on("Image", OnDisk::of(&world));
    assert_eq!(notice_kinds(&restored), ["began_anew"]);
    assert_eq!(own_log::ids(restored.conn()).unwrap().len(), 2);
    drop(restored);
    let again = world.unlock_on("Image", OnDisk::of(&world));
    assert_eq!(own_log::ids(again.conn()).unwrap().len(), 2, "noticed once");
}

#[test]
fn a_mark_that_was_written_by_half_is_no_mark() {
    for half in [0, 20, 56, 63] {
        let world = World::new();
        let mark = folder_older_than_what_is_remembered(&world);
        let whole = fs::read(&mark).unwrap();
        let mut torn = vec![0; whole.len()];
        torn[..half].copy_from_slice(&whole[..half]);
        fs::write(&mark, torn).unwrap();
        let mut restored = world.unlock_on("Image", OnDisk::of(&world));
        assert!(notice_kinds(&restored).is_empty(), "{half}");
        record(&mut restored, "Bea");
        drop(restored);
        let again = world.unlock_on("Image", OnDisk::of(&world));
        assert!(notice_kinds(&again).is_empty(), "it remembers anew: {half}");
    }
}
