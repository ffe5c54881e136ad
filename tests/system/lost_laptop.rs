//! A laptop is lost: cut off at what is known of it, its late work left to a supervisor, and found again.

use std::fs;
use std::path::Path;

use countyline_core::casefile::CaseFile;
use countyline_core::exchange::{self, Standing};
use countyline_core::outreach;
use countyline_core::testing::{World, victim};
use countyline_core::victims;

use crate::offices::{copied, found, handed_back, merged, parked, sent, take_in};

const LOST: &str = "Laptop 07";

/// Rivertown, a laptop that will be lost and one that will not. The county has the first one's work up to
/// Ana; a stick with Bea is on its way.
fn a_stick_on_its_way(world: &World) -> (CaseFile, CaseFile, CaseFile, String) {
    let mut county = world.county("Rivertown");
    let mut lost = world.joined_laptop(&mut county, LOST, "Dana Deputy");
    let other = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    victims::create(&mut lost, &victim("Ana", "Example")).unwrap();
    let known = sent(world, &mut lost, "known");
    merged(&mut county, &[&known]);
    victims::create(&mut lost, &victim("Bea", "Example")).unwrap();
    let late = sent(world, &mut lost, "late");
    (county, lost, other, late)
}

#[test]
fn the_late_stick_of_a_lost_laptop_waits_until_a_supervisor_keeps_it_out_or_takes_it_in() {
    let world = World::new();
    let (mut county, _lost, mut other, late) = a_stick_on_its_way(&world);
    exchange::revoke_laptop(&mut county, LOST).unwrap();

    merged(&mut county, &[&late]);
    fs::remove_file(&late).unwrap();
    let waiting = parked(&county);
    assert_eq!(waiting.failure.code, "bundle-revoked-laptop");
    let id = Path::new(&waiting.id);

    let would = exchange::read_revoked_work(&county, id).unwrap();
    assert_eq!((would.new_changes, would.place.as_deref()), (2, Some(LOST)));
    assert_eq!(would.file_name, waiting.file_name);
    exchange::keep_out_revoked_work(&mut county, id).unwrap();
    assert_eq!(found(&county), ["Ana"]);
    assert_eq!(parked(&county).id, waiting.id, "it can be decided anew");

    let taken = exchange::take_in_revoked_work(&mut county, id).unwrap();
    assert_eq!((&*taken.state, taken.new_changes), ("ready", 2));
    assert_eq!(taken.file_name, waiting.file_name);
    assert_eq!(found(&county), ["Ana", "Bea"]);
    assert_eq!(exchange::parked(&county).unwrap(), []);
    take_in(&mut other, &handed_back(&world, &mut county));
    assert_eq!(found(&other), ["Ana", "Bea"]);
    assert!(county.verify().unwrap().ok && other.verify().unwrap().ok);
}

#[test]
fn who_has_the_lost_laptop_cannot_write_another_history_under_known_numbers() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, LOST, "Dana Deputy"));
    // What the thief goes back to.
    let mut thief = copied(&world, LOST, "Earlier");
    let mut lost = world.unlock(LOST);
    for given in ["Ana", "Bea", "Cam"] {
        victims::create(&mut lost, &victim(given, "Example")).unwrap();
    }
    let known = sent(&world, &mut lost, "known");
    merged(&mut county, &[&known]);
    exchange::revoke_laptop(&mut county, LOST).unwrap();

    victims::create(&mut thief, &victim("Nobody", "Example")).unwrap();
    let forged = sent(&world, &mut thief, "forged");
    merged(&mut county, &[&forged]);
    assert_eq!(parked(&county).failure.code, "bundle-revoked-laptop");
    assert_eq!(found(&county), ["Ana", "Bea", "Cam"]);
    // What the laptop wrote before is known, whenever it comes.
    let again = exchange::merge(&mut county, &[known]).unwrap();
    assert_eq!(again.files[0].state, "already_merged");
}

#[test]
fn an_old_stick_takes_no_lost_laptop_back() {
    let world = World::new();
    let (mut county, mut lost, mut other, _late) = a_stick_on_its_way(&world);
    let old_return = handed_back(&world, &mut county);
    let old_week = sent(&world, &mut other, "old week");
    exchange::revoke_laptop(&mut county, LOST).unwrap();
    let new_return = handed_back(&world, &mut county);

    // The laptop reads the newer list first, then an older one from a drawer.
    for returns in [&new_return, &old_return] {
        take_in(&mut lost, returns);
        assert!(matches!(
            exchange::standing(&lost).unwrap(),
            Standing::Revoked { .. }
        ));
    }
    assert!(outreach::today(&lost).unwrap().revoked_at.is_some());
    // A week that knows only the older list tells the county nothing new.
    merged(&mut county, &[&old_week]);
    let laptops = exchange::laptops(&county).unwrap();
    let listed = laptops.iter().find(|one| one.laptop_name == LOST).unwrap();
    assert!(listed.revoked);
    let refused = exchange::revoke_laptop(&mut county, LOST).unwrap_err();
    assert_eq!(refused.failure().code, "already-revoked");
}

#[test]
fn a_found_laptop_comes_back_with_fresh_keys_and_everything_it_wrote() {
    let world = World::new();
    let (mut county, mut lost, mut other, _late) = a_stick_on_its_way(&world);
    exchange::revoke_laptop(&mut county, LOST).unwrap();
    take_in(&mut lost, &handed_back(&world, &mut county));
    // It erased nothing and goes on recording.
    victims::create(&mut lost, &victim("Cam", "Example")).unwrap();
    assert_eq!(found(&lost), ["Ana", "Bea", "Cam"]);

    let stick = world.stick("coming back");
    let refused = exchange::renew_keys(&mut lost, &stick, false).unwrap_err();
    assert_eq!(refused.failure().code, "work-not-taken-in");
    let last_week = sent(&world, &mut lost, "last week");
    merged(&mut county, &[&last_week]);
    let waiting = parked(&county);
    exchange::take_in_revoked_work(&mut county, Path::new(&waiting.id)).unwrap();
    take_in(&mut lost, &handed_back(&world, &mut county));

    let request = exchange::renew_keys(&mut lost, &stick, false).unwrap();
    let asked = exchange::read_enrolment(&county, Path::new(&request.path)).unwrap();
    assert_eq!(asked.words, request.words);
    let welcome = exchange::enrol_laptop(&mut county, Path::new(&request.path), &stick).unwrap();
    exchange::accept_welcome(&mut lost, Path::new(&welcome.path)).unwrap();
    assert_eq!(exchange::standing(&lost).unwrap(), Standing::Enrolled);
    assert_eq!(outreach::today(&lost).unwrap().revoked_at, None);

    victims::create(&mut lost, &victim("Dee", "Example")).unwrap();
    let week = sent(&world, &mut lost, "first week back");
    merged(&mut county, &[&week]);
    take_in(&mut other, &handed_back(&world, &mut county));
    for office in [&county, &lost, &other] {
        assert_eq!(found(office), ["Ana", "Bea", "Cam", "Dee"]);
        assert!(office.verify().unwrap().ok);
    }
    // The old keys stay struck: whoever copied them has nothing of them.
    let revoked: Vec<bool> = exchange::laptops(&county)
        .unwrap()
        .iter()
        .filter(|laptop| laptop.laptop_name == LOST)
        .map(|laptop| laptop.revoked)
        .collect();
    assert_eq!(revoked, [true, false]);
}

#[test]
fn a_laptop_without_a_return_for_a_month_reminds_and_locks_nobody_out() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    let reminded = |laptop: &CaseFile| outreach::today(laptop).unwrap().days_without_return;
    world.clock.set("2026-04-01T08:00:00-06:00");
    assert_eq!(reminded(&laptop), None, "thirty days are not too long");
    world.clock.set("2026-04-02T08:00:00-06:00");
    assert_eq!(reminded(&laptop), Some(31));
    victims::create(&mut laptop, &victim("Ana", "Example")).unwrap();
    drop(laptop);
    let mut laptop = world.unlock("Laptop 08");
    assert_eq!(found(&laptop), ["Ana"]);
    take_in(&mut laptop, &handed_back(&world, &mut county));
    assert_eq!(reminded(&laptop), None);
    assert_eq!(outreach::today(&county).unwrap().days_without_return, None);
}
