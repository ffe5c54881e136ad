//! The county's key grows old, the county's computer dies, a passphrase is forgotten.

use std::fs;
use std::path::{Path, PathBuf};

use countyline_core::casefile::CaseFile;
use countyline_core::exchange;
use countyline_core::outside::Outside;
use countyline_core::outside::testing::{KnownSecret, outside};
use countyline_core::recovery::{self, SHEETS, Sheet};
use countyline_core::testing::{PASSPHRASE, World, victim};
use countyline_core::{unlock_code, victims};

use crate::offices::{copied, found, handed_back, merged, parked, sent, take_in};

const NEW: &str = "other made-up words";
const LAPTOP: &str = "Laptop 07";

/// Rivertown and a laptop whose first week it has.
fn office(world: &World) -> (CaseFile, CaseFile) {
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, LAPTOP, "Dana Deputy");
    victims::create(&mut laptop, &victim("Ana", "Example")).unwrap();
    let week = sent(world, &mut laptop, "first");
    merged(&mut county, &[&week]);
    (county, laptop)
}

/// What came of merging one file: its state, or the code of a refusal.
fn outcome(county: &mut CaseFile, path: &str) -> String {
    let mut files = exchange::merge(county, &[path.to_owned()]).unwrap().files;
    let file = files.remove(0);
    file.failure.map_or(file.state, |failure| failure.code)
}

/// A machine that never saw this office.
fn another_computer(world: &World) -> Outside {
    Outside {
        device_secret: Box::new(KnownSecret([8; 32])),
        ..outside(&world.clock, 5)
    }
}

#[test]
fn the_key_of_last_quarter_opens_what_is_on_its_way_until_it_is_destroyed() {
    let world = World::new();
    let (mut county, mut laptop) = office(&world);
    let in_a_drawer = sent(&world, &mut laptop, "drawer");
    world.clock.set("2026-06-02T08:00:00-06:00");
    assert!(exchange::keys(&county).unwrap().replace_suggested);
    exchange::replace_key(&mut county).unwrap();

    let before_it_knew = sent(&world, &mut laptop, "before");
    assert_eq!(outcome(&mut county, &before_it_knew), "ready");
    take_in(&mut laptop, &handed_back(&world, &mut county));
    let knows = sent(&world, &mut laptop, "knows");
    assert_eq!(outcome(&mut county, &knows), "ready");
    let replaced = exchange::keys(&county).unwrap().replaced.remove(0);
    assert_eq!(replaced.can_go_on.as_deref(), Some("2026-08-31"));
    world.clock.set("2026-08-30T08:00:00-06:00");
    let too_early = exchange::destroy_key(&mut county, 1).unwrap_err();
    assert_eq!(too_early.failure().code, "key-still-needed");

    world.clock.set("2026-08-31T08:00:00-06:00");
    exchange::destroy_key(&mut county, 1).unwrap();
    assert_eq!(outcome(&mut county, &in_a_drawer), "key-destroyed");
    // What a forgotten stick held went with every week since.
    assert_eq!(found(&county), ["Ana"]);
    assert!(county.verify().unwrap().ok);
}

#[test]
fn a_key_is_not_destroyed_while_a_file_that_waits_is_sealed_for_it() {
    let world = World::new();
    let (mut county, mut laptop) = office(&world);
    exchange::revoke_laptop(&mut county, LAPTOP).unwrap();
    victims::create(&mut laptop, &victim("Bea", "Example")).unwrap();
    let late = sent(&world, &mut laptop, "late");
    merged(&mut county, &[&late]);
    let waiting = parked(&county);
    exchange::replace_key(&mut county).unwrap();
    world.clock.set("2026-06-02T08:00:00-06:00");

    let refused = exchange::destroy_key(&mut county, 1).unwrap_err().failure();
    assert_eq!(refused.code, "key-needed-by-files");
    assert_eq!(refused.values["files"], waiting.file_name);
    let replaced = exchange::keys(&county).unwrap().replaced.remove(0);
    assert_eq!(replaced.destroyed_at, None, "nothing was changed");
    exchange::take_in_revoked_work(&mut county, Path::new(&waiting.id)).unwrap();
    // Its merge could be taken back, and the file would be the only copy then.
    exchange::undo_merge(&mut county).unwrap();
    let refused = exchange::destroy_key(&mut county, 1).unwrap_err().failure();
    assert_eq!(refused.code, "key-needed-by-files");
    let taken_back = exchange::files_taken_back(&county).unwrap();
    exchange::merge(&mut county, &taken_back).unwrap();
    exchange::destroy_key(&mut county, 1).unwrap();
    assert_eq!(found(&county), ["Ana", "Bea"]);
    let refused = exchange::undo_merge(&mut county).unwrap_err();
    assert_eq!(refused.failure().code, "merged-file-gone");
}

#[test]
fn a_county_brought_back_from_before_its_key_learns_it_again_and_gets_everything() {
    let world = World::new();
    let (county, mut laptop) = office(&world);
    drop(county);
    let mut older = copied(&world, "Rivertown", "Copy");
    let mut county = world.unlock("Rivertown");
    exchange::replace_key(&mut county).unwrap();
    take_in(&mut laptop, &handed_back(&world, &mut county));
    victims::create(&mut laptop, &victim("Bea", "Example")).unwrap();
    let week = sent(&world, &mut laptop, "for the new key");
    merged(&mut county, &[&week]);
    drop(county);

    // The computer dies; the copy knows nothing of the new key.
    let code = "bundle-not-for-this-office";
    assert_eq!(outcome(&mut older, &week), code);
    exchange::county_restored(&mut older).unwrap();
    take_in(&mut laptop, &handed_back(&world, &mut older));
    let for_the_copy = sent(&world, &mut laptop, "for the copy");
    assert_eq!(outcome(&mut older, &for_the_copy), "ready");
    assert_eq!(found(&older), ["Ana", "Bea"]);
    assert!(exchange::keys(&older).unwrap().own_key_missing);
    assert_eq!(outcome(&mut older, &week), "key-not-in-copy");

    let replaced = exchange::replace_key(&mut older).unwrap();
    assert_eq!((replaced.epoch, replaced.own_key_missing), (3, false));
    take_in(&mut laptop, &handed_back(&world, &mut older));
    victims::create(&mut laptop, &victim("Cam", "Example")).unwrap();
    let after = sent(&world, &mut laptop, "after");
    assert_eq!(outcome(&mut older, &after), "ready");
    assert_eq!(found(&older), found(&laptop));
    assert!(older.verify().unwrap().ok);
}

#[test]
fn two_of_three_sheets_open_the_county_on_another_computer_and_laptops_fill_what_its_copy_lacks() {
    let world = World::new();
    let (mut county, mut laptop) = office(&world);
    let stick = world.stick("sheets");
    let paths: [PathBuf; SHEETS] =
        std::array::from_fn(|place| stick.join(format!("sheet-{place}.txt")));
    let to = [0, 1, 2].map(|place| paths[place].as_path());
    recovery::make(&mut county, PASSPHRASE, to, Sheet::text).unwrap();
    let sheets = paths.map(|path| Sheet::read(&fs::read_to_string(path).unwrap()).unwrap());
    drop(county);
    let copy = world.stick("Copy");
    for name in ["case.db", "case.key"] {
        fs::copy(world.path("Rivertown").join(name), copy.join(name)).unwrap();
    }
    // After the copy was made, the county confirms another week.
    let mut county = world.unlock("Rivertown");
    victims::create(&mut laptop, &victim("Bea", "Example")).unwrap();
    let week = sent(&world, &mut laptop, "second");
    merged(&mut county, &[&week]);
    take_in(&mut laptop, &handed_back(&world, &mut county));
    assert_eq!(exchange::send_state(&laptop).unwrap().unconfirmed, 0);
    drop(county);

    let pair = [&sheets[2], &sheets[0]];
    let mut recovered = recovery::open(&copy, pair, NEW, another_computer(&world)).unwrap();
    assert_eq!(found(&recovered), ["Ana"]);
    take_in(&mut laptop, &handed_back(&world, &mut recovered));
    let again = sent(&world, &mut laptop, "again");
    merged(&mut recovered, &[&again]);
    assert_eq!(found(&recovered), ["Ana", "Bea"]);
    assert!(recovered.verify().unwrap().ok);
    drop(recovered);
    CaseFile::unlock(&copy, NEW, another_computer(&world)).unwrap();
}

#[test]
fn a_forgotten_passphrase_is_set_anew_with_the_code_the_supervisor_reads_out() {
    let world = World::new();
    let (mut county, laptop) = office(&world);
    drop(laptop);
    let told = unlock_code::ask(&mut county, PASSPHRASE, LAPTOP, None).unwrap();
    let folder = world.path(LAPTOP);
    let with = |code: &str| unlock_code::unlock(&folder, code, NEW, outside(&world.clock, 99));
    let wrong = "abacus abdomen abide ablaze able abnormal abode abreast";
    assert_eq!(
        with(wrong).err().unwrap().failure().code,
        "wrong-unlock-code"
    );

    let mut laptop = with(&told.words.join(" ")).unwrap();
    assert_eq!(found(&laptop), ["Ana"]);
    let week = sent(&world, &mut laptop, "next code");
    merged(&mut county, &[&week]);
    drop(laptop);
    let used = with(&told.words.join(" ")).err().unwrap();
    assert_eq!(used.failure().code, "used-unlock-code");
    let old = CaseFile::unlock(&folder, PASSPHRASE, outside(&world.clock, 98));
    assert_eq!(old.err().unwrap().failure().code, "wrong-passphrase");
    CaseFile::unlock(&folder, NEW, outside(&world.clock, 97)).unwrap();
    let next = unlock_code::ask(&mut county, PASSPHRASE, LAPTOP, None).unwrap();
    assert_eq!(next.number, told.number + 1);
    assert_ne!(next.words, told.words);
}
