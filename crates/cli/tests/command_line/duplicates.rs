//! Looking for doubles in a table, without an office.

use std::process::Command;

use crate::office::{Answer, PROGRAM, World, answer};

fn search(world: &World, table: &[u8]) -> (Answer, std::path::PathBuf) {
    let (csv, out) = (world.path("people.csv"), world.path("pairs.csv"));
    std::fs::write(&csv, table).unwrap();
    let mut command = Command::new(PROGRAM);
    command
        .args(["duplicates", "--csv"])
        .arg(&csv)
        .arg("--out")
        .arg(&out);
    (answer(command), out)
}

#[test]
fn doubles_in_a_table_are_found_without_an_office() {
    let world = World::new();
    let table = "rec_id,given_name,surname,date_of_birth,phone_number\n\
                 r1,Margaret,Example,1991-03-31,555-010-0142\n\
                 r2,Peggy,Example,1991-03-31,555-010-0142\n\
                 r3,Ottilie,Marble,1964-11-02,555-010-0177\n";
    let (told, out) = search(&world, table.as_bytes());
    assert_eq!(told.code, 0, "{told:?}");
    let pairs = std::fs::read_to_string(out).unwrap();
    let rows: Vec<&str> = pairs.lines().collect();
    assert_eq!(rows.len(), 2, "{pairs}");
    assert!(rows[0].starts_with("id_1,id_2,weight,probability,band,given,given_weight,"));
    assert!(
        rows[1].starts_with("r1,r2,") && rows[1].contains("short_form"),
        "{pairs}"
    );
}

#[test]
fn a_table_that_cannot_be_read_is_refused_with_its_line_and_nothing_is_written() {
    let world = World::new();
    let (told, out) = search(&world, b"id,given\n1,Ana\n2,Bea,extra\n");
    assert_eq!(told.code, 1, "{told:?}");
    assert!(
        told.err.contains("[csv-uneven]") && told.err.contains('3'),
        "{told:?}"
    );
    assert!(!out.exists());
}

#[test]
fn two_records_are_linked_and_unlinked_by_their_numbers() {
    let world = World::new();
    let county = world.county("Rivertown");
    let add = |given: &str| {
        let added = county.json(&[
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
        added["id"].as_str().unwrap().to_owned()
    };
    let (one, other) = (add("Margaret"), add("Peggy"));
    let candidates = county.json(&["duplicates"]);
    let candidate = &candidates[0];
    assert_eq!(candidate["one"]["victim"]["id"], one.as_str());
    assert!(
        !candidates.to_string().contains("Marble"),
        "names are covered: {candidates}"
    );
    let number = |side: &str| {
        candidate[side]["victim"]["caseNumber"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let (first, second) = (number("one"), number("other"));

    assert_eq!(county.run(&["link", &first, &second]).code, 0);
    let found = county.json(&["show", "victims", "--names", "marble"]);
    assert_eq!(found.as_array().unwrap().len(), 1, "{found}");
    assert_eq!(found[0]["otherNumbers"][0], second.as_str());
    assert_eq!(county.json(&["duplicates"]).as_array().unwrap().len(), 0);

    assert_eq!(county.run(&["unlink", &first, &other]).code, 0);
    assert_eq!(county.run(&["unlink", &first, &other]).code, 1);
    assert_eq!(county.run(&["not-same", &first, &second]).code, 0);
    assert_eq!(county.json(&["duplicates"]).as_array().unwrap().len(), 0);
}
