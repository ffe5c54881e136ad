use super::*;
use crate::contacts::{self, ContactMethodView};
use crate::testing::{World, phone, victim};
use crate::{exchange, victims};

fn way(file: &CaseFile, victim_id: &str) -> ContactMethodView {
    let mut methods = victims::page(file, victim_id).unwrap().contact_methods;
    methods.remove(0)
}

/// The county wrote last, after many other changes; the laptop's log is numbered behind the county's own. Neither
/// the numbering nor the order of arrival decides which of two equally safe numbers shows.
#[test]
fn the_side_in_effect_is_the_one_the_page_shows_and_the_last_written() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");

    let opened = way(&laptop, &ana);
    contacts::edit(
        &mut laptop,
        &opened.id,
        &phone("555-0133", "yes"),
        &opened.seen,
    )
    .unwrap();
    for name in ["Bea", "Cam", "Dot", "Eve", "Fay", "Gil"] {
        victims::create(&mut county, &victim(name, "Example")).unwrap();
    }
    let opened = way(&county, &ana);
    contacts::edit(
        &mut county,
        &opened.id,
        &phone("555-0188", "yes"),
        &opened.seen,
    )
    .unwrap();
    let stick = world.stick("stick");
    let sent = exchange::send_week(&mut laptop, &stick).unwrap();
    exchange::merge(&mut county, &[sent.path]).unwrap();

    let conflict = conflicts(&county).unwrap().remove(0);
    let number = |side: &ConflictSide| side.values[1].value.clone();
    assert_eq!(way(&county, &ana).form.value, "555-0188");
    assert!(conflict.sides[0].in_effect);
    assert_eq!(number(&conflict.sides[0]), "555-0188");

    // What is merged into the record afterwards does not turn it round.
    let opened = way(&laptop, &ana);
    contacts::edit(
        &mut laptop,
        &opened.id,
        &phone("555-0144", "yes"),
        &opened.seen,
    )
    .unwrap();
    let sent = exchange::send_week(&mut laptop, &stick).unwrap();
    exchange::merge(&mut county, &[sent.path]).unwrap();
    assert_eq!(way(&county, &ana).form.value, "555-0188");
    assert!(county.verify().unwrap().ok);
}
