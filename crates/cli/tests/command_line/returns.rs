//! The way back by commands: handing back, taking in, who is late, what waits, what was restored.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::office::{Office, World, text};

fn week(laptop: &Office, world: &World) -> Value {
    let stick = world.stick("week");
    laptop.json(&["export", "--to", stick.to_str().unwrap()])
}

fn merged_week(laptop: &Office, county: &Office, world: &World) {
    let path = text(&week(laptop, world)["path"]);
    let merged = county.run(&["merge", &path]);
    assert_eq!(merged.code, 0, "{merged:?}");
}

/// The county hands back to everyone, on a stick of this name.
fn handed_back(county: &Office, world: &World, stick: &str) -> String {
    let stick = world.stick(stick).display().to_string();
    county.json(&["return", "--all", "--to", &stick]);
    stick
}

/// The office's folder as it is now, under another name.
fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
}

/// Puts a copy back in the place of the office's folder.
fn put_back(copy: &Path, office: &Office) {
    fs::remove_dir_all(&office.folder).unwrap();
    copied(copy, &office.folder);
}

#[test]
fn a_return_brings_what_the_others_did_and_the_next_week_is_smaller() {
    let world = World::new();
    let county = world.county("Rivertown");
    let first = world.joined_laptop(&county, "Elm Creek laptop");
    let second = world.joined_laptop(&county, "Oak Flat laptop");
    first.victim("Ana", "Example", "555-0101");
    first.victim("Bea", "Example", "555-0102");
    let large = week(&first, &world);
    county.json(&["merge", &text(&large["path"])]);
    merged_week(&second, &county, &world);

    let stick = world.stick("returns").display().to_string();
    let told = county.run(&["return", "--all", "--to", &stick]);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(told.out.contains("Elm Creek laptop:"), "{told:?}");
    for laptop in [&first, &second] {
        let taken = laptop.run(&["receive", &stick]);
        assert_eq!(taken.code, 0, "{taken:?}");
        assert!(
            taken.out.contains("for another laptop, left alone"),
            "{taken:?}"
        );
        assert!(taken.out.contains("is safe at the county"), "{taken:?}");
        let victims = laptop.json(&["show", "victims"]);
        assert_eq!(victims.as_array().unwrap().len(), 2);
        laptop.verified();
    }
    let once_more = first.json(&["receive", &stick]);
    let states: Vec<&str> = once_more["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["state"].as_str().unwrap())
        .collect();
    assert!(states.contains(&"already_merged"), "{states:?}");

    first.victim("Cora", "Example", "555-0103");
    let small = week(&first, &world);
    let changes = |week: &Value| week["changes"].as_i64().unwrap();
    assert!(changes(&small) < changes(&large), "{small} {large}");
}

#[test]
fn a_laptop_that_waits_for_an_answer_of_the_county_says_what_is_not_confirmed() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    laptop.victim("Ana", "Example", "555-0101");
    week(&laptop, &world);
    let stick = handed_back(&county, &world, "returns");
    let taken = laptop.run(&["receive", &stick]);
    assert_eq!(taken.code, 0, "{taken:?}");
    assert!(
        taken.out.contains("has not confirmed anything"),
        "{taken:?}"
    );
    let told = laptop.json(&["receive", &stick]);
    assert!(told["unconfirmed"].as_i64().unwrap() > 0);
}

#[test]
fn handing_back_is_the_countys_and_taking_in_a_laptops() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    let stick = handed_back(&county, &world, "returns");
    laptop.refused(&["return", "--all", "--to", &stick], "only-county");
    laptop.refused(&["county-restored"], "only-county");
    laptop.refused(&["laptops"], "only-county");
    county.refused(&["receive", &stick], "only-laptop");
    let nowhere = world.path("no stick").display().to_string();
    county.refused(&["return", "--all", "--to", &nowhere], "folder-not-found");
    // Nobody hands back to one laptop by mistake: the command says for whom.
    assert_eq!(county.run(&["return", "--to", &stick]).code, 2);
}

#[test]
fn a_return_that_was_altered_is_refused_and_waits_for_a_person() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    let stick = handed_back(&county, &world, "returns");
    let file = fs::read_dir(&stick)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let mut bytes = fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&file, bytes).unwrap();
    let before = laptop.verified();
    let taken = laptop.run(&["receive", &stick]);
    assert_eq!(taken.code, 3, "{taken:?}");
    assert!(taken.out.contains("[bundle-altered]"), "{taken:?}");
    assert_eq!(laptop.verified(), before);
}

#[test]
fn the_county_sees_its_laptops_and_which_of_them_lacks_what() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    let told = county.run(&["laptops"]);
    assert_eq!(told.code, 0);
    assert!(told.out.contains("no week has come yet"), "{told:?}");
    county.victim("Ana", "Example", "555-0101");
    fs::remove_file(text(&week(&laptop, &world)["path"])).unwrap();
    merged_week(&laptop, &county, &world);
    let seen = &county.json(&["laptops"])[0];
    assert_eq!(seen["laptopName"], "Elm Creek laptop");
    assert_eq!(seen["neverCame"], 1, "{seen}");
    assert!(seen["lacks"].as_i64().unwrap() > 0, "{seen}");
    assert_eq!(seen["knowsNewestRoster"], true, "{seen}");
    let told = county.run(&["laptops"]);
    assert!(told.out.contains("last week merged"), "{told:?}");
}

#[test]
fn a_file_that_waits_is_listed_tried_again_and_put_away_by_a_person() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    merged_week(&laptop, &county, &world);
    let none = county.run(&["parked"]);
    assert_eq!(none.code, 0);
    county.json(&["laptop", "revoke", "Elm Creek laptop"]);
    laptop.victim("Ana", "Example", "555-0101");
    let path = text(&week(&laptop, &world)["path"]);
    let waits = county.run(&["merge", &path]);
    assert_eq!(waits.code, 3, "{waits:?}");
    assert!(waits.out.contains("[bundle-revoked-laptop]"), "{waits:?}");

    let listed = county.json(&["parked"]);
    let id = text(&listed[0]["id"]);
    let told = county.run(&["parked"]);
    assert_eq!(told.code, 0);
    assert!(told.out.contains(&id), "{told:?}");
    assert!(!told.out.contains("Example"), "{told:?}");
    let again = county.run(&["parked", "retry", &id]);
    assert_eq!(again.code, 3, "{again:?}");
    let put_away = county.run(&["parked", "forget", &id]);
    assert_eq!(put_away.code, 0, "{put_away:?}");
    assert_eq!(county.json(&["parked"]).as_array().unwrap().len(), 0);
    county.refused(&["parked", "retry", &id], "not-found");
    county.refused(&["parked", "forget", &id], "not-found");
    assert!(
        Path::new(&path).exists(),
        "what is on the stick stays there"
    );
}

#[test]
fn an_older_copy_of_a_laptops_folder_is_noticed_by_what_the_machine_remembers() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    let none = laptop.run(&["notices"]);
    assert_eq!(none.code, 0);
    assert!(none.out.contains("nothing you should know"), "{none:?}");
    let copy = world.path("copy");
    copied(&laptop.folder, &copy);
    laptop.victim("Ana", "Example", "555-0101");
    merged_week(&laptop, &county, &world);
    put_back(&copy, &laptop);

    let noticed = laptop.json(&["notices"]);
    assert_eq!(noticed[0]["kind"], "began_anew");
    let told = laptop.run(&["notices"]);
    assert!(
        told.out.contains("An older copy of this laptop"),
        "{told:?}"
    );
    laptop.victim("Bea", "Example", "555-0102");
    merged_week(&laptop, &county, &world);
    let stick = handed_back(&county, &world, "returns");
    let taken = laptop.run(&["receive", &stick]);
    assert_eq!(taken.code, 3, "somebody should read the notice: {taken:?}");
    assert_eq!(
        laptop.json(&["show", "victims"]).as_array().unwrap().len(),
        2
    );

    let id = text(&noticed[0]["id"]);
    laptop.json(&["notices", "settle", &id]);
    laptop.refused(&["notices", "settle", &id], "not-found");
    assert_eq!(laptop.json(&["notices"]).as_array().unwrap().len(), 0);
    laptop.verified();
    county.verified();
}

#[test]
fn a_county_put_back_from_a_backup_says_so_and_gets_everything_again() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    let copy = world.path("backup");
    copied(&county.folder, &copy);
    laptop.victim("Ana", "Example", "555-0101");
    merged_week(&laptop, &county, &world);
    let stick = handed_back(&county, &world, "before");
    laptop.json(&["receive", &stick]);
    put_back(&copy, &county);

    let said = county.run(&["county-restored"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("begins anew"), "{said:?}");
    assert_eq!(county.json(&["notices"])[0]["kind"], "county_restored");
    let stick = handed_back(&county, &world, "after");
    laptop.json(&["receive", &stick]);
    merged_week(&laptop, &county, &world);
    assert_eq!(
        county.json(&["show", "victims"]).as_array().unwrap().len(),
        1
    );
    county.verified();
}
