//! Restricted records: who gets them, who does not, and what a later yes brings.

use std::path::Path;

use countyline_ledger::StoredOp;

use super::*;
use crate::testing::{World, phone, victim};
use crate::{contacts, exchange, victims};

fn ensure_sound(file: &CaseFile) {
    let report = file.verify().unwrap();
    assert!(report.ok, "{:?}", report.differences);
}

fn names(file: &CaseFile) -> Vec<String> {
    let found = victims::find(file, "").unwrap();
    let mut names: Vec<String> = found.into_iter().map(|victim| victim.name).collect();
    names.sort();
    names
}

/// Brings a laptop everything the county has for it, as another welcome.
fn hand_back(world: &World, county: &mut CaseFile, laptop: &mut CaseFile) {
    let stick = world.stick("handed back");
    let request = exchange::write_enrolment(laptop, &stick).unwrap().path;
    let welcome = exchange::enrol_laptop(county, Path::new(&request), &stick).unwrap();
    exchange::accept_welcome(laptop, Path::new(&welcome.path)).unwrap();
    ensure_sound(laptop);
}

fn withheld_ops(file: &CaseFile) -> usize {
    let mut withheld = 0;
    for branch in log::logs(file.conn()).unwrap() {
        for kept in log::commits(file.conn(), branch.log_rid, 1, branch.last_seq).unwrap() {
            let ops = kept.commit.stored_ops();
            withheld += ops
                .filter(|op| matches!(op, StoredOp::Withheld { .. }))
                .count();
        }
    }
    withheld
}

/// The county, a laptop that wrote about Ana, one that did not, and Ana's id. Ana's record is restricted.
fn office(world: &World) -> (CaseFile, CaseFile, CaseFile, String) {
    let mut county = world.county("Rivertown");
    let mut writer = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let other = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    let ana = victims::create(&mut writer, &victim("Ana", "Marker"))
        .unwrap()
        .id;
    victims::create(&mut writer, &victim("Bea", "Marker")).unwrap();
    restrict(&mut writer, &ana, true).unwrap();
    let week = exchange::send_week(&mut writer, &world.stick("stick"))
        .unwrap()
        .path;
    exchange::merge(&mut county, &[week]).unwrap();
    (county, writer, other, ana)
}

#[test]
fn a_restricted_record_goes_to_the_county_and_to_who_wrote_it_and_to_nobody_else() {
    let world = World::new();
    let (mut county, mut writer, mut other, ana) = office(&world);
    assert_eq!(names(&county), ["Ana Marker", "Bea Marker"]);
    hand_back(&world, &mut county, &mut other);
    assert_eq!(names(&other), ["Bea Marker"]);
    assert!(withheld_ops(&other) > 0);
    // What the county writes about her reaches the one and not the other.
    let method = victims::page(&county, &ana)
        .unwrap()
        .contact_methods
        .remove(0);
    contacts::edit(
        &mut county,
        &method.id,
        &phone("555-0199", "no"),
        &method.seen,
    )
    .unwrap();
    hand_back(&world, &mut county, &mut writer);
    hand_back(&world, &mut county, &mut other);
    let number = &victims::page(&writer, &ana).unwrap().contact_methods[0]
        .form
        .value;
    assert_eq!(number, "555-0199");
    assert_eq!(names(&other), ["Bea Marker"]);
    let methods: i64 = other
        .conn()
        .query_row("SELECT count(*) FROM contact_method", [], |row| row.get(0))
        .unwrap();
    assert_eq!(methods, 1, "Bea's alone");
}

#[test]
fn who_is_named_later_gets_all_of_it_and_a_poorer_copy_takes_nothing_away() {
    let world = World::new();
    let (mut county, _, mut other, ana) = office(&world);
    hand_back(&world, &mut county, &mut other);
    let stick = world.stick("older");
    let request = exchange::write_enrolment(&mut other, &stick).unwrap().path;
    let poorer = exchange::enrol_laptop(&mut county, Path::new(&request), &stick).unwrap();
    let mine = ids::text(other.place().staff);
    let week = exchange::send_week(&mut other, &stick).unwrap().path;
    exchange::merge(&mut county, &[week]).unwrap();
    name_for(&mut county, &ana, &mine).unwrap();
    // The older file comes first, or once more: it holds less and changes nothing.
    exchange::accept_welcome(&mut other, Path::new(&poorer.path)).unwrap();
    hand_back(&world, &mut county, &mut other);
    assert_eq!(names(&other), ["Ana Marker", "Bea Marker"]);
    assert_eq!(withheld_ops(&other), 0);
    let numbers = |file: &CaseFile| victims::page(file, &ana).unwrap().contact_methods.len();
    assert_eq!(numbers(&other), numbers(&county));
}

/// The seed of a block is every salt of it, so a laptop never gets one; of what is withheld it gets no salt.
#[test]
fn a_laptop_gets_no_seed_of_another_and_no_salt_of_what_is_withheld() {
    let world = World::new();
    let (mut county, writer, mut other, _) = office(&world);
    hand_back(&world, &mut county, &mut other);
    let log_id = log::log(writer.conn(), writer.place().log_rid)
        .unwrap()
        .log_id;
    for branch in log::branches(other.conn(), log_id).unwrap() {
        let seed = crate::casefile::salts::seed(other.conn(), branch.log_rid, 1).unwrap();
        assert_eq!(seed, None);
        for kept in log::commits(other.conn(), branch.log_rid, 1, branch.last_seq).unwrap() {
            let ops = kept.commit.stored_ops();
            let present = ops.filter(|op| matches!(op, StoredOp::Present(_))).count();
            assert_eq!(kept.salts.unwrap().len(), 16 * present);
        }
    }
}

#[test]
fn what_is_withheld_can_be_erased_and_never_comes_then() {
    let world = World::new();
    let (mut county, _, mut other, ana) = office(&world);
    hand_back(&world, &mut county, &mut other);
    let form = crate::erasure::EraseForm {
        victim_id: ana,
        record: None,
        fields: Vec::new(),
        basis: "court_order".to_owned(),
    };
    crate::erasure::order(&mut county, &form).unwrap();
    hand_back(&world, &mut county, &mut other);
    assert_eq!(names(&other), ["Bea Marker"]);
    assert_eq!(withheld_ops(&other), 0, "what was withheld is erased");
}
