//! What is refused, with which code, and that nothing was changed by it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::office::{Office, PROGRAM, World, answer, text};

/// A laptop with one victim, and a stick.
fn laptop_with_work(world: &World) -> (Office, Office, PathBuf) {
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    laptop.victim("Ana", "Example", "555-0101");
    let stick = world.stick("stick");
    (county, laptop, stick)
}

fn files_on(stick: &PathBuf) -> usize {
    fs::read_dir(stick).unwrap().count()
}

/// A note of 16,000 letters that cannot be packed into half of that.
fn long_text(seed: u64) -> String {
    let mut state = seed;
    let mut letter = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        char::from(b'a' + u8::try_from((state >> 33) % 26).unwrap())
    };
    (0..16_000).map(|_| letter()).collect()
}

#[test]
fn a_wrong_passphrase_opens_nothing() {
    let world = World::new();
    let county = world.county("Rivertown");
    let wrong = world.path("wrong");
    fs::write(&wrong, "not the right words\n").unwrap();
    let before = fs::read(county.folder.join("case.db")).unwrap();
    let mut command = county.command_without_passphrase(&["verify", "--json"]);
    command.arg("--passphrase-file").arg(&wrong);
    let refused = answer(command);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("wrong-passphrase"), "{}", refused.err);
    assert_eq!(fs::read(county.folder.join("case.db")).unwrap(), before);
}

#[test]
fn a_folder_without_an_office_is_told_at_once() {
    let world = World::new();
    world
        .place("nowhere")
        .refused(&["show", "today"], "no-office");
}

#[test]
fn an_office_open_in_another_program_is_refused() {
    let world = World::new();
    let county = world.county("Rivertown");
    let lock = fs::OpenOptions::new()
        .write(true)
        .open(county.folder.join("case.lock"))
        .unwrap();
    lock.lock().unwrap();
    county.refused(&["show", "today"], "file-in-use");
    drop(lock);
    county.json(&["show", "today"]);
}

#[test]
fn a_week_for_another_county_is_refused_and_waits_for_a_person() {
    let world = World::new();
    let (_, laptop, stick) = laptop_with_work(&world);
    let other = world.county("Cedar Falls");
    laptop.json(&["export", "--to", stick.to_str().unwrap()]);
    let before = other.verified();
    let merged = other.run(&["merge", stick.to_str().unwrap(), "--json"]);
    assert_eq!(merged.code, 3, "{merged:?}");
    assert!(
        merged.out.contains("bundle-not-for-this-office"),
        "{}",
        merged.out
    );
    assert_eq!(other.verified(), before);
}

#[test]
fn a_week_merged_before_changes_nothing_and_waits_for_nobody() {
    let world = World::new();
    let (county, laptop, stick) = laptop_with_work(&world);
    laptop.json(&["export", "--to", stick.to_str().unwrap()]);
    county.json(&["merge", stick.to_str().unwrap()]);
    let before = county.verified();
    let again = county.json(&["merge", stick.to_str().unwrap()]);
    assert_eq!(again["files"][0]["state"], "already_merged");
    assert_eq!(
        again["files"][0]["failure"]["code"],
        "bundle-already-merged"
    );
    assert_eq!(county.verified(), before);
}

#[test]
fn a_full_stick_is_told_and_nothing_counts_as_sent() {
    let world = World::new();
    let (_, laptop, stick) = laptop_with_work(&world);
    // The limit on a file's size stands in for the end of the stick: what the database needs for who looked stays
    // below it, the sealed week does not.
    let note = world.path("note");
    for seed in 1..=24 {
        fs::write(&note, long_text(seed)).unwrap();
        laptop.json(&[
            "contact",
            "add",
            "Ana Example",
            "--channel",
            "phone",
            "--outcome",
            "reached_talked",
            "--note-file",
            note.to_str().unwrap(),
        ]);
    }
    let mut limited = Command::new("bash");
    limited
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f 160; exec \"$@\"",
            "bash",
            PROGRAM,
        ])
        .args(["export", "--json", "--to"])
        .arg(&stick)
        .stdin(Stdio::null());
    let command = laptop.command(&[]);
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            limited.env(name, value);
        }
    }
    limited.args(command.get_args());
    let refused = answer(limited);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("disk-full"), "{}", refused.err);
    assert_eq!(files_on(&stick), 0, "no half file stays on the stick");

    let state = laptop.json(&["show", "bundles"]);
    assert_eq!(state["history"].as_array().unwrap().len(), 0);
    laptop.json(&["export", "--to", stick.to_str().unwrap()]);
    laptop.verified();
}

#[test]
fn a_stick_that_was_pulled_is_told_and_nothing_counts_as_sent() {
    let world = World::new();
    let (_, laptop, stick) = laptop_with_work(&world);
    fs::remove_dir(&stick).unwrap();
    laptop.refused(
        &["export", "--to", stick.to_str().unwrap()],
        "folder-not-found",
    );
    let state = laptop.json(&["show", "bundles"]);
    assert_eq!(state["history"].as_array().unwrap().len(), 0);
}

#[test]
fn a_letter_without_its_font_is_refused() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    county.partner("Oak Flat Legal Aid", "555-0112");
    county.json(&["refer", &victim, "Oak Flat Legal Aid", "--need", "legal"]);
    let paper = world.stick("paper");
    let assets = world.stick("assets");
    fs::create_dir(assets.join("fonts")).unwrap();
    county.refused(
        &[
            "letter",
            &victim,
            "--form",
            "full",
            "--language",
            "en",
            "--safe-to-carry",
            "yes",
            "--to",
            paper.to_str().unwrap(),
            "--assets",
            assets.to_str().unwrap(),
        ],
        "font-missing",
    );
    assert_eq!(files_on(&paper), 0);
}

#[test]
fn paper_nobody_said_is_safe_to_carry_is_refused() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    county.partner("Oak Flat Legal Aid", "555-0112");
    county.json(&["refer", &victim, "Oak Flat Legal Aid", "--need", "legal"]);
    let paper = world.stick("paper");
    let to = paper.to_str().unwrap();
    let letter = [
        "letter",
        &*victim,
        "--form",
        "full",
        "--language",
        "en",
        "--to",
        to,
    ];
    county.refused(&letter, "unsafe-to-carry");
    county.refused(
        &[&letter[..], &["--safe-to-carry", "no"]].concat(),
        "unsafe-to-carry",
    );
    assert_eq!(files_on(&paper), 0);
}

#[test]
fn only_a_laptop_sends_and_only_a_county_merges() {
    let world = World::new();
    let (county, laptop, stick) = laptop_with_work(&world);
    county.refused(&["export", "--to", stick.to_str().unwrap()], "only-laptop");
    let sent = laptop.json(&["export", "--to", stick.to_str().unwrap()]);
    laptop.refused(&["merge", &text(&sent["path"])], "only-county");
}

#[test]
fn a_name_that_fits_several_is_refused() {
    let world = World::new();
    let county = world.county("Rivertown");
    county.victim("Ana", "Example", "555-0101");
    county.victim("Ana", "Sample", "555-0102");
    county.refused(&["show", "victim", "Ana"], "more-than-one");
    county.refused(&["show", "victim", "Nobody"], "not-found");
}

#[test]
fn refusals_speak_the_chosen_language_and_never_name_a_victim() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    let mark = ["victim", "do-not-contact", &victim, "yes"];
    county.refused(&mark, "reason-required");
    county.json(&[&mark[..], &["--reason", "She asked us not to"]].concat());
    let call = [
        "--language",
        "es",
        "contact",
        "add",
        "Ana Example",
        "--channel",
        "phone",
        "--outcome",
        "reached_talked",
    ];
    let refused = county.run(&call);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("No contactar"), "{}", refused.err);
    assert!(refused.err.contains("[do-not-contact]"), "{}", refused.err);
    assert!(!refused.err.contains("Ana") && !refused.err.contains("Example"));
}

#[test]
fn a_command_that_is_not_understood_ends_with_two() {
    let world = World::new();
    let county = world.county("Rivertown");
    assert_eq!(county.run(&["remember"]).code, 2);
    assert_eq!(county.run(&["letter"]).code, 2);
    let help = county.run(&["--help"]);
    assert_eq!(help.code, 0);
    let help = help.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(help.contains("3 something waits for a person"), "{help}");
}

#[test]
fn a_damaged_case_file_is_told_and_left_as_it_is() {
    let world = World::new();
    let county = world.county("Rivertown");
    let path = county.folder.join("case.db");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 100]).unwrap();
    county.refused(&["verify"], "damaged-case-file");
    assert_eq!(fs::read(&path).unwrap().len(), whole.len() - 100);
}
