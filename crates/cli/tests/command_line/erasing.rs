//! Orders of erasure by commands: looking first, erasing, who has confirmed; and restricted records.

use crate::office::{World, text};

#[test]
fn an_erasure_is_looked_at_first_then_ordered_and_nothing_of_it_is_found() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    county.victim("Bea", "Example", "555-0102");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    let order = ["erase", "order", &victim, "--basis", "court_order"];

    let looked = county.run(&order);
    assert_eq!(looked.code, 3, "{looked:?}");
    assert!(looked.out.contains("contact_method: 1"), "{looked:?}");
    assert!(
        county.run(&["show", "victim", &victim]).code == 0,
        "nothing was erased"
    );

    let done = county.json(&[&order[..], &["--for-good"]].concat());
    assert_eq!(done["finished"], true);
    let found = county.json(&["show", "victims"]);
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(county.run(&["show", "victim", &victim]).code, 1);
    county.verified();

    let listed = county.json(&["erase", "list"]);
    assert_eq!(listed["orders"][0]["outstanding"], 1);
    let id = text(&listed["orders"][0]["id"]);
    let shown = county.run(&["erase", "show", &id[..8]]);
    assert!(shown.out.contains("Elm Creek laptop"), "{shown:?}");

    // Only the county orders.
    let refused = laptop.run(&[&order[..], &["--for-good"]].concat());
    assert_eq!(refused.code, 1, "{refused:?}");
    let unknown = county.run(&["erase", "show", "ffffffff"]);
    assert_eq!(unknown.code, 1, "{unknown:?}");
}

#[test]
fn a_restricted_record_does_not_come_to_a_laptop_that_does_not_need_it() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    county.victim("Bea", "Example", "555-0102");
    county.json(&["victim", "restrict", &victim, "yes"]);
    let nobody = county.run(&[
        "victim",
        "restrict",
        &victim,
        "yes",
        "--for",
        "No Such Person",
    ]);
    assert_eq!(nobody.code, 1, "{nobody:?}");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    assert_eq!(
        laptop.json(&["show", "victims"]).as_array().unwrap().len(),
        1
    );
    county.json(&["victim", "restrict", &victim, "no"]);
    let later = world.joined_laptop(&county, "Oak Flat laptop");
    assert_eq!(
        later.json(&["show", "victims"]).as_array().unwrap().len(),
        2
    );
}
