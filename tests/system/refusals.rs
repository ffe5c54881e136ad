//! Sealed files that must be refused: each with its code, and nothing changed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use countyline_core::exchange;
use countyline_core::testing::{World, victim};
use countyline_core::victims;

use crate::offices::{copied, everything, file_with, refusal, sent};

/// A week with one victim in it.
fn a_week(world: &World) -> (countyline_core::casefile::CaseFile, String) {
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    victims::create(&mut laptop, &victim("Ana", "Example")).unwrap();
    let week = sent(world, &mut laptop, "stick");
    (county, week)
}

#[test]
fn a_week_for_another_county() {
    let world = World::new();
    let (_, week) = a_week(&world);
    let mut other = world.county("Cedar Falls");
    let before = everything(&other);
    assert_eq!(
        refusal(&mut other, Path::new(&week)),
        "bundle-not-for-this-office"
    );
    assert_eq!(everything(&other), before);
}

#[test]
fn a_week_of_a_laptop_that_is_not_enrolled() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(county);
    // The county as it was before it enrolled anyone, on another machine, where somebody else is enrolled.
    let mut copy = copied(&world, "Rivertown", "Rivertown copied");
    county = world.unlock("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    world.joined_laptop(&mut copy, "Oak Flat", "Kim Sample");
    victims::create(&mut laptop, &victim("Ana", "Example")).unwrap();
    let week = sent(&world, &mut laptop, "stick");
    let before = everything(&copy);
    assert_eq!(
        refusal(&mut copy, Path::new(&week)),
        "bundle-unknown-laptop"
    );
    assert_eq!(everything(&copy), before);
}

#[test]
fn a_week_cut_short_anywhere() {
    let world = World::new();
    let (mut county, week) = a_week(&world);
    let whole = fs::read(&week).unwrap();
    let before = everything(&county);
    let mut codes = BTreeSet::new();
    let lengths = (0..whole.len()).step_by(whole.len() / 100 + 1);
    for length in lengths.chain([whole.len() - 1]) {
        let cut = file_with(&world, "cut.clb", &whole[..length]);
        codes.insert(refusal(&mut county, &cut));
    }
    // Of a short week, what is left can look like one that somebody altered.
    assert!(codes.contains("bundle-truncated"), "{codes:?}");
    let known = ["bundle-not-a-bundle", "bundle-truncated", "bundle-altered"];
    assert!(
        codes.iter().all(|code| known.contains(&code.as_str())),
        "{codes:?}"
    );
    assert_eq!(everything(&county), before);
}

#[test]
fn a_week_with_one_bit_changed_anywhere() {
    let world = World::new();
    let (mut county, week) = a_week(&world);
    let whole = fs::read(&week).unwrap();
    let before = everything(&county);
    let mut altered = whole.clone();
    for at in 0..whole.len() {
        altered[at] ^= 1 << (at % 8);
        let path = file_with(&world, "altered.clb", &altered);
        let read = exchange::read_bundles(&county, &[path.display().to_string()]).unwrap();
        assert_eq!(read[0].state, "refused", "byte {at}");
        altered[at] = whole[at];
    }
    let middle = whole.len() / 2;
    altered[middle] ^= 1;
    let path = file_with(&world, "altered.clb", &altered);
    assert_eq!(refusal(&mut county, &path), "bundle-altered");
    assert_eq!(everything(&county), before);
}

#[test]
fn a_week_with_something_behind_its_end() {
    let world = World::new();
    let (mut county, week) = a_week(&world);
    let mut longer = fs::read(&week).unwrap();
    longer.extend(b"something");
    let path = file_with(&world, "longer.clb", &longer);
    let before = everything(&county);
    refusal(&mut county, &path);
    assert_eq!(everything(&county), before);
}

#[test]
fn a_file_that_is_none_of_ours_and_one_that_is_not_there() {
    let world = World::new();
    let (mut county, _) = a_week(&world);
    let letter = file_with(&world, "letter.clb", b"%PDF-1.7 is no week's work");
    assert_eq!(refusal(&mut county, &letter), "bundle-not-a-bundle");
    assert_eq!(
        refusal(&mut county, Path::new("/nowhere/cl-aaaaaaaa.clb")),
        "file-not-found"
    );
}

#[test]
fn one_refused_file_does_not_stop_the_others() {
    let world = World::new();
    let (mut county, week) = a_week(&world);
    let broken = file_with(&world, "broken.clb", b"");
    let paths = [broken.display().to_string(), week];
    let summary = exchange::merge(&mut county, &paths).unwrap();
    assert_eq!(summary.files[0].state, "refused");
    assert_eq!(summary.files[1].state, "ready");
    assert_eq!(victims::find(&county, "Ana").unwrap().len(), 1);
}

#[test]
fn a_request_that_was_altered_enrols_nobody() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let stick = world.stick("stick");
    let (_, request) = world.laptop("Elm Creek", "Alex Sample", &stick);
    let mut bytes = fs::read(&request).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&request, bytes).unwrap();
    let refused = exchange::enrol_laptop(&mut county, Path::new(&request), &stick).unwrap_err();
    assert_eq!(refused.failure().code, "enrolment-altered");
    assert!(exchange::read_enrolment(&county, Path::new(&request)).is_err());
}
