//! What waits for a person, hiding what was recorded by mistake, and taking a merge back, by commands.

use crate::office::{World, text};

#[test]
fn what_waits_is_one_list_and_is_settled_by_its_id() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    let stick = world.stick("stick");
    for (name, answer) in [("Elm Creek laptop", "yes"), ("Oak Flat laptop", "no")] {
        let laptop = world.joined_laptop(&county, name);
        let mark = ["victim", "do-not-contact", &victim, answer, "--reason"];
        laptop.json(&[&mark[..], &["She asked us not to"]].concat());
        laptop.json(&["export", "--to", stick.to_str().unwrap()]);
    }
    county.run(&["merge", stick.to_str().unwrap()]);
    let waiting = county.json(&["inbox"]);
    assert_eq!(waiting.as_array().unwrap().len(), 1);
    assert_eq!(waiting[0]["kind"], "conflict");
    assert_eq!(waiting[0]["urgency"], "safety");
    let id = text(&waiting[0]["id"]);
    let shown = county.run(&["inbox", "show", &id]);
    assert!(
        shown.out.contains("Elm Creek laptop") && !shown.out.contains("Example"),
        "{shown:?}"
    );
    let sides = waiting[0]["conflict"]["sides"].as_array().unwrap();
    let side = sides.iter().find(|side| side["inEffect"] == true).unwrap();
    let side: String = text(&side["side"]).chars().take(8).collect();
    county.refused(&["inbox", "settle", &id, "--way", "keep"], "invalid-input");
    let settle = ["inbox", "settle", &*id, "--way", "side", "--side", &*side];
    county.json(&settle);
    assert_eq!(county.json(&["inbox"]).as_array().unwrap().len(), 0);
    county.refused(&settle, "not-found");
    county.verified();
}

#[test]
fn records_that_may_be_one_persons_are_told_after_a_merge_and_settled_without_a_name() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    for (office, given) in [(&county, "Margaret"), (&laptop, "Peggy")] {
        office.json(&[
            "victim",
            "add",
            "--given",
            given,
            "--family",
            "Marble",
            "--birth-year",
            "1991",
            "--phone",
            "555-010-0142",
        ]);
    }
    let stick = world.stick("stick");
    let stick = stick.to_str().unwrap();
    laptop.json(&["export", "--to", stick]);
    let rehearsed = county.run(&["merge", stick, "--rehearse"]);
    assert!(rehearsed.out.contains("two records more"), "{rehearsed:?}");
    let merged = county.run(&["merge", stick]);
    assert_eq!(merged.code, 0, "a suggestion is no decision: {merged:?}");
    assert!(merged.out.contains("may be one person’s"), "{merged:?}");

    let waiting = county.json(&["inbox"]);
    let id = text(&waiting[0]["id"]);
    let shown = county.run(&["inbox", "show", &id]);
    assert!(shown.out.contains("Elm Creek laptop"), "{shown:?}");
    assert!(!waiting.to_string().contains("Marble") && !shown.out.contains("Marble"));
    county.json(&["inbox", "settle", &id, "--way", "not_same"]);
    assert_eq!(county.json(&["inbox"]).as_array().unwrap().len(), 0);
    county.verified();
}

#[test]
fn the_last_merge_is_taken_back_and_its_files_are_merged_again() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    let victim = laptop.victim("Ana", "Example", "555-0101");
    let stick = world.stick("stick");
    laptop.json(&["export", "--to", stick.to_str().unwrap()]);
    county.json(&["merge", stick.to_str().unwrap()]);
    let taken_back = county.json(&["undo-merge"]);
    let found = || county.json(&["show", "victims"]).as_array().unwrap().len();
    assert_eq!(found(), 0);
    county.refused(&["undo-merge"], "nothing-to-undo");
    std::fs::remove_dir_all(&stick).unwrap();
    county.json(&["merge", &text(&taken_back["files"][0])]);
    assert_eq!(found(), 1);
    let mark = ["victim", "do-not-contact", &victim, "yes", "--reason"];
    county.json(&[&mark[..], &["She asked us not to"]].concat());
    county.refused(&["undo-merge"], "merge-built-on");
    county.verified();
}

#[test]
fn what_was_recorded_by_mistake_is_hidden_and_brought_back() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    let page = || county.json(&["show", "victim", &victim]);
    let way = text(&page()["contactMethods"][0]["id"]);
    let ways = || page()["contactMethods"].as_array().unwrap().len();
    county.json(&["hide", &victim, &way]);
    assert_eq!(ways(), 0);
    assert_eq!(page()["hidden"][0]["id"], way.as_str());
    county.json(&["bring-back", &victim, &way]);
    assert_eq!(ways(), 1);
    county.json(&["hide", &victim]);
    county.refused(&["show", "victim", &victim], "not-found");
    county.verified();
}
