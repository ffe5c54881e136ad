//! What is taken back, and what survives it.

use countyline_ledger::{Deletion, EntityId, EntityState, Value};

use super::history_tests::{ensure_sound, give_all};
use super::*;
use crate::error::Error;
use crate::ids;
use crate::registry::VICTIM;
use crate::testing::{World, victim};
use crate::victims;

/// A county and a laptop that know the same victim, and her record.
fn two_places(world: &World) -> (CaseFile, CaseFile, EntityId) {
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let id = victims::create(&mut laptop, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    give_all(&laptop, &mut county);
    (county, laptop, ids::parse(&VICTIM, &id).unwrap())
}

fn state(file: &CaseFile, id: EntityId) -> EntityState {
    tables::load(file.conn(), key(&VICTIM, id))
        .unwrap()
        .unwrap()
}

fn needs(file: &CaseFile, id: EntityId) -> Vec<Value> {
    state(file, id).elements(VICTIM.field("needs").field_id())
}

fn add_need(file: &mut CaseFile, id: EntityId, need: &str) {
    file.change(Action::EditVictim, |change| {
        change.add(&VICTIM, id, "needs", [Value::text(need)]);
        Ok(())
    })
    .unwrap();
}

fn remove_need(file: &mut CaseFile, id: EntityId, seen: &Seen, need: &str) {
    file.change(Action::EditVictim, |change| {
        change.remove(&VICTIM, id, seen, "needs", [Value::text(need)])
    })
    .unwrap();
}

#[test]
fn what_somebody_added_apart_survives_a_removal() {
    let world = World::new();
    let (mut county, mut laptop, id) = two_places(&world);
    let opened = Seen::of(&state(&county, id));
    add_need(&mut laptop, id, "legal");
    add_need(&mut laptop, id, "food");
    remove_need(&mut county, id, &opened, "legal");
    assert_eq!(needs(&county, id), []);
    give_all(&laptop, &mut county);
    give_all(&county, &mut laptop);
    for file in [&county, &laptop] {
        assert_eq!(needs(file, id), [Value::text("food"), Value::text("legal")]);
        ensure_sound(file);
    }
}

#[test]
fn an_element_added_after_the_form_was_opened_stays_in_the_set() {
    let world = World::new();
    let (mut county, _, id) = two_places(&world);
    let opened = Seen::of(&state(&county, id));
    remove_need(&mut county, id, &opened, "legal");
    add_need(&mut county, id, "legal");
    remove_need(&mut county, id, &opened, "legal");
    assert_eq!(needs(&county, id), [Value::text("legal")]);
    // A token that crossed to a screen and back says the same.
    let token = Seen::of(&state(&county, id)).token();
    let opened = Seen::from_token(&token).unwrap();
    remove_need(&mut county, id, &opened, "legal");
    assert_eq!(needs(&county, id), []);
    ensure_sound(&county);
}

#[test]
fn a_record_is_hidden_and_brought_back_by_changes_like_any_other() {
    let world = World::new();
    let (mut county, mut laptop, id) = two_places(&world);
    let deleted = |file: &CaseFile| state(file, id).deleted();
    let opened = Seen::of(&state(&county, id));
    county
        .change(Action::Hide, |change| change.delete(&VICTIM, id, &opened))
        .unwrap();
    assert_eq!(deleted(&county), Deletion::Hidden);
    give_all(&county, &mut laptop);
    assert_eq!(deleted(&laptop), Deletion::Hidden);
    let hidden = Seen::of(&state(&laptop, id));
    laptop
        .change(Action::BringBack, |change| {
            change.undelete(&VICTIM, id, &hidden)
        })
        .unwrap();
    give_all(&laptop, &mut county);
    for file in [&county, &laptop] {
        assert_eq!(deleted(file), Deletion::No);
        ensure_sound(file);
    }
}

#[test]
fn nothing_is_hidden_or_brought_back_that_no_form_showed() {
    let world = World::new();
    let (mut county, _, id) = two_places(&world);
    let nothing = Seen::from_token("").unwrap();
    let of_the_future = Seen::from_token("1:99999").unwrap();
    for seen in [&nothing, &of_the_future] {
        let refused = county.change(Action::Hide, |change| change.delete(&VICTIM, id, seen));
        assert!(matches!(
            refused,
            Err(Error::InvalidInput { field: "seen" })
        ));
    }
    let never_hidden = Seen::of(&state(&county, id));
    let refused = county.change(Action::BringBack, |change| {
        change.undelete(&VICTIM, id, &never_hidden)
    });
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "seen" })
    ));
}
