//! `countyline demo`: the whole story, and that it is the same each time.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::office::{Answer, World, answer};

/// Tells the story into a folder of this world.
fn told(world: &World, name: &str, more: &[&str]) -> Answer {
    let out = world.path(name);
    let arguments = [more, &["demo", "--out", out.to_str().unwrap()]].concat();
    answer(world.place("nobody").command_without_passphrase(&arguments))
}

/// What lies in a folder, without what lies below.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries
        .filter(|entry| entry.path().is_file())
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn the_story_says_the_same_and_leaves_the_same_files_each_time() {
    let world = World::new();
    let (once, again) = (told(&world, "once", &[]), told(&world, "again", &[]));
    assert_eq!(once.code, 0, "{once:?}");
    assert_eq!(once.out, again.out);
    let left = files(&world.path("once"));
    assert_eq!(left, files(&world.path("again")));
    for form in ["full", "discreet"] {
        for language in ["en", "es"] {
            let letter = &left[&format!("letter-{form}-{language}.pdf")];
            assert!(letter.starts_with(b"%PDF"));
        }
    }
    let bundles = left.keys().filter(|name| name.ends_with(".clb")).count();
    assert_eq!(bundles, 5);
    let summary = String::from_utf8(left["summary.txt"].clone()).unwrap();
    assert!(once.out.contains(summary.lines().last().unwrap()));
}

#[test]
fn the_story_shows_a_duplicate_a_late_stick_a_damaged_one_a_conflict_and_the_way_back() {
    let world = World::new();
    let told = told(&world, "story", &["--json"]);
    assert_eq!(told.code, 0, "{told:?}");
    let summary: Value = serde_json::from_str(&told.out).unwrap();
    for (name, count) in [
        ("laptops", 3),
        ("letters", 4),
        ("filesMerged", 4),
        ("filesKnown", 2),
        ("filesRefused", 1),
        ("filesTakenBack", 3),
        ("conflicts", 1),
        ("conflictsDecided", 1),
        ("officesSound", 4),
    ] {
        assert_eq!(summary[name], count, "{name}");
    }
}

#[test]
fn the_story_is_told_in_spanish_too() {
    let world = World::new();
    let told = told(&world, "cuento", &["--language", "es"]);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(told.out.contains("Tres laptops"), "{}", told.out);
    assert!(
        !told.out.contains("cli-") && !told.out.contains("{$"),
        "{}",
        told.out
    );
}

#[test]
fn the_story_is_not_told_over_other_files() {
    let world = World::new();
    fs::write(world.stick("full").join("letter.txt"), "mine").unwrap();
    let refused = told(&world, "full", &["--json"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("folder-not-empty"), "{}", refused.err);
    assert_eq!(files(&world.path("full")).len(), 1);
}
