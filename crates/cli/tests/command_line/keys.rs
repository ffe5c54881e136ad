//! What the guide for the person who looks after the computers says, step by step: a laptop is lost,
//! somebody forgot a passphrase, the county's computer died, the county's key is replaced.

use std::path::PathBuf;

use crate::office::{Answer, Office, World, answer, text};

const NEW: &str = "other made-up words";

fn week(laptop: &Office, world: &World) -> String {
    let stick = world.stick("week");
    text(&laptop.json(&["export", "--to", stick.to_str().unwrap()])["path"])
}

/// A file with this first line.
fn line(world: &World, name: &str, content: &str) -> PathBuf {
    let path = world.path(name);
    std::fs::write(&path, format!("{content}\n")).unwrap();
    path
}

fn with_code(laptop: &Office, world: &World, code: &str) -> Answer {
    let mut command = laptop.command_without_passphrase(&["passphrase", "forgotten", "--json"]);
    command
        .arg("--code-file")
        .arg(line(world, "code", code))
        .arg("--new-passphrase-file")
        .arg(line(world, "new", NEW));
    answer(command)
}

fn opens_with(office: &Office, world: &World, passphrase: &str) -> bool {
    let mut command = office.command_without_passphrase(&["verify", "--json"]);
    command
        .arg("--passphrase-file")
        .arg(line(world, "tried", passphrase));
    answer(command).code == 0
}

#[test]
fn a_lost_laptop_is_revoked_and_its_later_work_waits_for_a_supervisor() {
    let world = World::new();
    let county = world.county("Rivertown");
    let lost = world.joined_laptop(&county, "Elm Creek laptop");
    lost.victim("Ana", "Marker", "555-0101");
    county.json(&["merge", &week(&lost, &world)]);

    let revoked = county.json(&["laptop", "revoke", "elm creek laptop"]);
    assert!(revoked["revokedAt"].is_string());
    county.refused(&["laptop", "revoke", "Elm Creek laptop"], "already-revoked");
    let listed = county.run(&["laptop", "list"]);
    assert!(listed.out.contains("revoked on"), "{listed:?}");

    lost.victim("Bea", "Marker", "555-0102");
    let later = week(&lost, &world);
    let refused = county.run(&["merge", &later]);
    assert_eq!(refused.code, 3, "{refused:?}");
    let read = county.json(&["laptop", "take-in", &later, "--rehearse"]);
    assert_eq!(read["newChanges"], 2);
    county.json(&["laptop", "keep-out", &later]);
    assert!(std::path::Path::new(&later).exists());
    let taken = county.json(&["laptop", "take-in", &later]);
    assert_eq!(taken["newChanges"], 2);
    assert_eq!(
        county.json(&["show", "victims"]).as_array().unwrap().len(),
        2
    );
    county.verified();
}

#[test]
fn a_forgotten_passphrase_is_set_anew_with_the_code_the_supervisor_reads_out() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    county.refused(
        &["unlock-code", "ask", "Elm Creek laptop"],
        "unlock-code-unknown",
    );
    county.json(&["merge", &week(&laptop, &world)]);

    let listed = county.run(&["unlock-code", "list"]);
    assert!(listed.out.contains("code 1"), "{listed:?}");
    let told = county.json(&["unlock-code", "ask", "Elm Creek laptop"]);
    let words: Vec<String> = told["words"].as_array().unwrap().iter().map(text).collect();
    let code = words.join(" ");
    assert!(!listed.out.contains(&words[0]), "a list shows no words");

    let wrong = with_code(
        &laptop,
        &world,
        "abacus abdomen abide ablaze able abnormal abode abreast",
    );
    assert!(wrong.err.contains("wrong-unlock-code"), "{wrong:?}");
    let done = with_code(&laptop, &world, &code.to_uppercase());
    assert_eq!(done.code, 0, "{done:?}");
    assert!(opens_with(&laptop, &world, NEW));
    assert!(!opens_with(&laptop, &world, crate::office::PASSPHRASE));
    let used = with_code(&laptop, &world, &code);
    assert!(used.err.contains("used-unlock-code"), "{used:?}");
    for answer in [&wrong, &done, &used] {
        assert!(!answer.err.contains(&words[0]) && !answer.out.contains(&words[0]));
    }
}

#[test]
fn the_county_comes_back_on_another_computer_with_any_two_sheets() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    county.victim("Ana", "Marker", "555-0101");
    let stick = world.stick("sheets");
    let made = county.json(&["recovery", "make", "--to", stick.to_str().unwrap()]);
    let sheets: Vec<String> = made["sheets"]
        .as_array()
        .unwrap()
        .iter()
        .map(text)
        .collect();
    county.refused(
        &["recovery", "make", "--to", stick.to_str().unwrap()],
        "file-exists",
    );

    // The last copy of the folder, on a computer that never saw this office.
    let other = world.place("Replacement");
    std::fs::create_dir_all(&other.folder).unwrap();
    for name in ["case.db", "case.key"] {
        std::fs::copy(county.folder.join(name), other.folder.join(name)).unwrap();
    }
    other.refused(&["verify"], "device-secret-missing");
    let recover = |one: &str, another: &str| {
        let mut command = other.command_without_passphrase(&["recovery", "use", "--json"]);
        command.args(["--sheet", one, "--sheet", another]);
        command
            .arg("--new-passphrase-file")
            .arg(line(&world, "new", NEW));
        answer(command)
    };
    let twice = recover(&sheets[1], &sheets[1]);
    assert!(twice.err.contains("recovery-sheet-twice"), "{twice:?}");
    let mistyped = world.path("mistyped.txt");
    let right = std::fs::read_to_string(&sheets[2]).unwrap();
    let last = right.trim_end().rsplit(' ').next().unwrap();
    let other_word = if last == "zoom" { "abacus" } else { "zoom" };
    let end = right.trim_end().len() - last.len();
    std::fs::write(&mistyped, format!("{}{other_word}\n", &right[..end])).unwrap();
    let told = recover(&sheets[0], mistyped.to_str().unwrap());
    assert!(told.err.contains("recovery-sheet-mistyped"), "{told:?}");
    assert!(told.err.contains("\"line\":\"4\""), "{told:?}");

    let opened = recover(&sheets[2], &sheets[0]);
    assert_eq!(opened.code, 0, "{opened:?}");
    assert!(opens_with(&other, &world, NEW));
    // The laptop's week is merged as if nothing had happened.
    laptop.victim("Bea", "Marker", "555-0102");
    let mut command = other.command_without_passphrase(&["merge", "--json"]);
    command
        .arg(week(&laptop, &world))
        .arg("--passphrase-file")
        .arg(line(&world, "new", NEW));
    let merged = answer(command);
    assert_eq!(merged.code, 0, "{merged:?}");
}

#[test]
fn the_countys_key_is_replaced_and_what_is_on_its_way_still_opens() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    let on_its_way = week(&laptop, &world);
    let before = county.json(&["key", "show"]);
    assert_eq!(
        (&before["epoch"], &before["replaced"]),
        (&1.into(), &serde_json::json!([]))
    );
    let after = county.json(&["key", "replace"]);
    assert_eq!(after["epoch"], 2);
    assert_ne!(after["words"], before["words"]);
    assert_eq!(after["replaced"][0]["waitsFor"][0], "Elm Creek laptop");
    let merged = county.json(&["merge", &on_its_way]);
    assert_eq!(merged["files"][0]["state"], "ready");
    county.refused(&["key", "destroy", "1"], "key-still-needed");
    let shown = county.run(&["key", "show"]);
    assert!(shown.out.contains("have not shown yet"), "{shown:?}");
    laptop.refused(&["key", "replace"], "only-county");
}
