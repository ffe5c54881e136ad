//! Forms that were open while a bundle was merged, and the sets they write.

use super::*;
use crate::casefile::{Action, CaseFile, key, tables};
use crate::registry::VICTIM;
use crate::testing::travel::ensure_sound;
use crate::testing::{World, partner, victim};
use crate::{exchange, ids, partners, staff, victims};

fn merged(world: &World, from: &mut CaseFile, into: &mut CaseFile) {
    let sent = exchange::send_week(from, &world.stick("stick")).unwrap();
    exchange::merge(into, &[sent.path]).unwrap();
}

fn texts(of: &[&str]) -> Vec<String> {
    of.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn what_somebody_took_out_of_a_victims_facts_does_not_come_back_with_an_open_form() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let write = |file: &mut CaseFile, classes: &[&str], seen: &str| {
        let mut facts = victims::record(file, &ana).unwrap().facts;
        facts.special_classes = texts(classes);
        victims::set_facts(file, &ana, &facts, seen).unwrap();
    };
    let shown = |file: &CaseFile| {
        let record = victims::record(file, &ana).unwrap();
        (record.facts.special_classes, record.seen)
    };
    let seen = shown(&county).1;
    write(&mut county, &["S1", "S2"], &seen);
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");

    let open = shown(&county).1;
    let there = shown(&laptop).1;
    write(&mut laptop, &["S1", "S3"], &there);
    merged(&world, &mut laptop, &mut county);
    assert_eq!(shown(&county).0, ["S1", "S3"]);
    write(&mut county, &["S1", "S2", "S4"], &open);
    assert_eq!(shown(&county).0, ["S1", "S3", "S4"]);

    // Who sees that it is out may put it in again.
    let seen = shown(&county).1;
    write(&mut county, &["S1", "S2", "S3", "S4"], &seen);
    assert_eq!(shown(&county).0, ["S1", "S2", "S3", "S4"]);
    ensure_sound(&county);
}

#[test]
fn what_was_out_before_the_form_was_opened_is_put_in_by_it() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let id = ids::parse(&VICTIM, &ana).unwrap();
    let state = |file: &CaseFile| {
        let state = tables::load(file.conn(), key(&VICTIM, id)).unwrap();
        state.unwrap()
    };
    let write = |file: &mut CaseFile, needs: &[&str]| {
        // As it comes back from a screen.
        let seen = Seen::from_token(&Seen::of(&state(file)).token()).unwrap();
        let needs: Vec<Value> = needs.iter().map(|need| Value::text(*need)).collect();
        let written = file.change(Action::EditVictim, |change| {
            set_elements(change, &VICTIM, id, &seen, "needs", needs)
        });
        written.unwrap();
    };
    // One change adds two, and one of them is taken out again.
    write(&mut county, &["food", "housing"]);
    write(&mut county, &["housing"]);
    write(&mut county, &["food", "housing"]);
    let needs = state(&county).elements(VICTIM.field("needs").field_id());
    assert_eq!(needs, [Value::text("food"), Value::text("housing")]);
    let commits = county.verify().unwrap().commits;
    write(&mut county, &["food", "housing"]);
    assert_eq!(county.verify().unwrap().commits, commits);
}

#[test]
fn what_somebody_took_out_of_an_agency_or_of_when_a_person_can_be_called_stays_out() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let agency = partners::create(&mut county, &partner("Legal Aid"))
        .unwrap()
        .id;
    let mut form = staff::list(&county).unwrap().remove(0).form;
    form.name = "Gil Example".to_owned();
    form.availability = texts(&["Fri 18:00", "Sat 06:00"]);
    let gil = staff::create(&mut county, &form).unwrap().id;
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let agency_in = |file: &CaseFile| {
        let entry = partners::directory::entry(file, &agency).unwrap();
        (entry.partner.form, entry.seen)
    };
    let gil_in = |file: &CaseFile| staff::page(file, &gil).unwrap().person;
    let (open_agency, open_gil) = (agency_in(&county), gil_in(&county));

    let (mut changed, seen) = agency_in(&laptop);
    changed.languages = texts(&["en"]);
    partners::edit(&mut laptop, &agency, &changed, &seen).unwrap();
    merged(&world, &mut laptop, &mut county);
    // Who works here, only the county writes down: two windows of one office.
    let mut changed = gil_in(&county);
    changed.form.availability = texts(&["Sat 06:00"]);
    staff::edit(&mut county, &gil, &changed.form, &changed.seen).unwrap();

    let (mut form, seen) = open_agency;
    form.hours = "Mon-Fri 8-4".to_owned();
    partners::edit(&mut county, &agency, &form, &seen).unwrap();
    assert_eq!(agency_in(&county).0.languages, ["en"]);
    let mut form = open_gil.form;
    form.availability.push("Sun 06:00".to_owned());
    staff::edit(&mut county, &gil, &form, &open_gil.seen).unwrap();
    let times = gil_in(&county).form.availability;
    assert_eq!(times, ["Sat 06:00", "Sun 06:00"]);
    ensure_sound(&county);
}
