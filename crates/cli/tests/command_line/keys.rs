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
    // She was recorded, the week before was sent, and who looked goes along.
    let read = county.json(&["laptop", "take-in", &later, "--rehearse"]);
    assert_eq!(read["newChanges"], 3);
    county.json(&["laptop", "keep-out", &later]);
    assert!(std::path::Path::new(&later).exists());
    let taken = county.json(&["laptop", "take-in", &later]);
    assert_eq!(taken["newChanges"], 3);
    assert_eq!(
        county.json(&["show", "victims"]).as_array().unwrap().len(),
        2
    );
    county.verified();
}

#[test]
fn a_file_that_waits_is_kept_out_and_taken_in_by_its_id() {
    let world = World::new();
    let county = world.county("Rivertown");
    let lost = world.joined_laptop(&county, "Elm Creek laptop");
    county.json(&["merge", &week(&lost, &world)]);
    county.json(&["laptop", "revoke", "Elm Creek laptop"]);
    lost.victim("Bea", "Marker", "555-0102");
    let later = week(&lost, &world);
    county.run(&["merge", &later]);
    std::fs::remove_file(&later).unwrap();

    let id = text(&county.json(&["parked"])[0]["id"]);
    let short = &id[..8];
    let read = county.json(&["laptop", "take-in", short, "--rehearse"]);
    assert_eq!(
        (&read["newChanges"], &read["state"]),
        (&3.into(), &"ready".into())
    );
    county.json(&["laptop", "keep-out", &id]);
    assert_eq!(county.json(&["parked"]).as_array().unwrap().len(), 1);
    let taken = county.run(&["laptop", "take-in", short]);
    assert_eq!(taken.code, 0, "{taken:?}");
    assert_eq!(county.json(&["parked"]).as_array().unwrap().len(), 0);
    county.refused(&["laptop", "take-in", short], "file-not-found");
    county.verified();
}

#[test]
fn a_found_laptop_says_that_it_was_revoked_and_comes_back_with_fresh_keys() {
    let world = World::new();
    let county = world.county("Rivertown");
    let lost = world.joined_laptop(&county, "Elm Creek laptop");
    let stick = world.stick("coming back");
    let stick = stick.to_str().unwrap();
    let renew = ["laptop", "renew-keys", "--stick", stick];
    lost.refused(&renew, "not-revoked");
    county.json(&["merge", &week(&lost, &world)]);
    county.json(&["laptop", "revoke", "Elm Creek laptop"]);
    county.json(&["return", "--all", "--to", stick]);
    lost.json(&["receive", stick]);
    for (language, said) in [
        ("en", "revoked this laptop"),
        ("es", "dio de baja esta laptop"),
    ] {
        let today = lost.run(&["--language", language, "show", "today"]);
        assert!(today.code == 0 && today.out.contains(said), "{today:?}");
    }

    lost.victim("Ana", "Marker", "555-0101");
    lost.refused(&renew, "work-not-taken-in");
    let later = week(&lost, &world);
    assert_eq!(county.run(&["merge", &later]).code, 3);
    county.json(&["laptop", "take-in", &later]);
    county.json(&["return", "--all", "--to", stick]);
    lost.json(&["receive", stick]);
    let request = lost.json(&renew);
    assert_eq!(request["words"].as_array().unwrap().len(), 6);
    lost.refused(&["export", "--to", stick], "not-joined");
    let welcome = county.json(&[
        "enrol",
        &text(&request["path"]),
        "--stick",
        stick,
        "--words-match",
    ]);
    lost.json(&["join", &text(&welcome["path"]), "--words-match"]);
    let merged = county.json(&["merge", &week(&lost, &world)]);
    assert_eq!(merged["files"][0]["state"], "ready");
    let listed = county.json(&["laptop", "list"]);
    let revoked: Vec<bool> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|laptop| laptop["revoked"] == true)
        .collect();
    assert_eq!(revoked, [true, false]);
}

#[test]
fn refusals_about_keys_say_what_to_do_in_both_languages() {
    let world = World::new();
    let county = world.county("Rivertown");
    world.joined_laptop(&county, "Elm Creek laptop");
    county.json(&["laptop", "revoke", "Elm Creek laptop"]);
    let refusals: [(&[&str], &str, &str); 4] = [
        (
            &["laptop", "revoke", "Elm Creek laptop"],
            "revoked already",
            "ya está dada de baja",
        ),
        (
            &["key", "destroy", "7"],
            "record is not here",
            "registro no está aquí",
        ),
        (
            &["unlock-code", "ask", "Oak Flat laptop"],
            "record is not here",
            "registro no está aquí",
        ),
        (
            &["laptop", "renew-keys", "--stick", "/"],
            "Only a laptop",
            "Solo una laptop",
        ),
    ];
    for (arguments, english, spanish) in refusals {
        for (language, said) in [("en", english), ("es", spanish)] {
            let mut asked = vec!["--language", language];
            asked.extend(arguments);
            let refused = county.run(&asked);
            assert_eq!(refused.code, 1, "{refused:?}");
            assert!(refused.err.contains(said), "{refused:?}");
            assert_eq!(refused.out, "");
        }
    }
    assert_eq!(county.run(&["key", "destroy", "seven"]).code, 2);
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
    #[cfg(unix)]
    for sheet in &sheets {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(sheet).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "nobody else on this machine reads it");
    }

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
    // The copy may be older than what was confirmed: the office says so by itself.
    let mut command = other.command_without_passphrase(&["notices", "--json"]);
    command
        .arg("--passphrase-file")
        .arg(line(&world, "new", NEW));
    assert!(answer(command).out.contains("county_restored"));
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
