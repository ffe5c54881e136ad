//! Making offices and joining one, at a terminal and without.

use crate::office::{World, answer, text};

#[test]
fn nobody_joins_before_the_six_words_were_compared() {
    let world = World::new();
    let county = world.county("Rivertown");
    let stick = world.stick("stick");
    let (laptop, request) = world.laptop("Elm Creek laptop", &stick);
    let stick = stick.to_str().unwrap();

    let asked = county.run(&["enrol", &request, "--stick", stick]);
    assert_eq!(asked.code, 3, "{asked:?}");
    assert!(asked.out.contains("Elm Creek laptop"));

    let welcome = county.json(&["enrol", &request, "--stick", stick, "--words-match"]);
    assert_eq!(welcome["words"].as_array().unwrap().len(), 6);
    let path = text(&welcome["path"]);
    let shown = laptop.run(&["join", &path]);
    assert_eq!(shown.code, 3, "{shown:?}");
    for word in welcome["words"].as_array().unwrap() {
        assert!(
            shown.out.contains(word.as_str().unwrap()),
            "the county's words are shown"
        );
    }
    laptop.refused(&["export", "--to", stick], "not-joined");

    let joined = laptop.json(&["join", &path, "--words-match"]);
    assert_eq!(joined["officeName"], "Rivertown");
}

#[test]
fn both_sides_show_the_same_six_words() {
    let world = World::new();
    let county = world.county("Rivertown");
    let stick = world.stick("stick");
    let laptop = world.place("Oak Flat laptop");
    let path = stick.to_str().unwrap();
    let made = laptop.json(&[
        "init",
        "--laptop",
        "Oak Flat laptop",
        "--person",
        "Robin Sample",
        "--stick",
        path,
    ]);
    let seen = county.run(&["enrol", &text(&made["path"]), "--stick", path]);
    for word in made["words"].as_array().unwrap() {
        assert!(seen.out.contains(word.as_str().unwrap()));
    }
}

#[test]
fn a_welcome_for_another_laptop_is_refused() {
    let world = World::new();
    let county = world.county("Rivertown");
    let stick = world.stick("stick");
    let (_, request) = world.laptop("Elm Creek laptop", &stick);
    let (other, _) = world.laptop("Oak Flat laptop", &stick);
    let stick = stick.to_str().unwrap();
    let welcome = county.json(&["enrol", &request, "--stick", stick, "--words-match"]);
    other.refused(
        &["join", &text(&welcome["path"]), "--words-match"],
        "welcome-not-for-this-laptop",
    );
}

#[test]
fn an_office_is_never_made_over_another() {
    let world = World::new();
    let county = world.county("Rivertown");
    let before = std::fs::read(county.folder.join("case.key")).unwrap();
    county.refused(
        &["init", "--county", "Rivertown", "--person", "Pat Sample"],
        "office-exists",
    );
    assert_eq!(
        std::fs::read(county.folder.join("case.key")).unwrap(),
        before
    );
}

#[test]
fn a_weak_passphrase_makes_no_office() {
    let world = World::new();
    let place = world.place("Rivertown");
    let weak = world.path("weak");
    std::fs::write(&weak, "short\n").unwrap();
    let mut command = place.command_without_passphrase(&[
        "init",
        "--county",
        "Rivertown",
        "--person",
        "Pat Sample",
        "--json",
    ]);
    command.arg("--passphrase-file").arg(&weak);
    let refused = answer(command);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("weak-passphrase"), "{}", refused.err);
    assert!(!place.folder.exists(), "nothing is left behind");
}

#[test]
fn a_passphrase_comes_from_an_open_descriptor_and_is_changed() {
    let world = World::new();
    let county = world.county("Rivertown");
    let new = world.path("new");
    std::fs::write(&new, "other made-up words\n").unwrap();
    let new = new.to_str().unwrap();
    let changed = county.run(&["passphrase", "change", "--new-passphrase-file", new]);
    assert_eq!(changed.code, 0, "{changed:?}");
    county.refused(&["verify"], "wrong-passphrase");

    let mut command = county.command_without_passphrase(&["verify", "--passphrase-fd", "0"]);
    command.stdin(std::fs::File::open(new).unwrap());
    assert_eq!(answer(command).code, 0);
}

#[test]
fn without_a_terminal_or_a_file_nobody_is_let_in() {
    let world = World::new();
    let county = world.county("Rivertown");
    let mut command = std::process::Command::new("setsid");
    command
        .arg(crate::office::PROGRAM)
        .args(["verify", "--json", "--office"])
        .arg(&county.folder)
        .stdin(std::process::Stdio::null());
    let refused = answer(command);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(
        refused.err.contains("passphrase-missing"),
        "{}",
        refused.err
    );
}
