use super::*;
use crate::testing::{World, partner};

#[test]
fn the_address_of_a_confidential_location_is_refused() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut form = partner("A quiet house");
    form.confidential_location = true;
    let refused = create(&mut file, &form);
    assert!(matches!(refused, Err(Error::ConfidentialAddress)));
    form.address = "  ".to_owned();
    create(&mut file, &form).unwrap();
    assert!(list(&file, "quiet").unwrap()[0].form.confidential_location);
}

#[test]
fn an_address_written_before_the_location_was_confidential_is_not_shown() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &partner("A quiet house")).unwrap().id;
    let entity = ids::parse(&PARTNER, &id).unwrap();
    assert!(!page(&file, &id).unwrap().partner.form.address.is_empty());
    file.change(Action::CreatePartner, |change| {
        change.edit_current(
            &PARTNER,
            entity,
            [("confidential_location", Value::Bool(true))],
        )
    })
    .unwrap();
    assert_eq!(page(&file, &id).unwrap().partner.form.address, "");
    assert!(list(&file, "12 Main").unwrap().is_empty());
}

#[test]
fn an_entry_nobody_assured_for_half_a_year_is_stale() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &partner("Valley Legal Aid")).unwrap().id;
    let stale = |file: &CaseFile| page(file, &id).unwrap().partner.stale;
    world.clock.set("2026-08-29T08:00:00-06:00");
    assert!(!stale(&file));
    world.clock.set("2026-08-30T08:00:00-06:00");
    assert!(stale(&file));
}

#[test]
fn an_agency_needs_a_name() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let refused = create(&mut file, &partner(" "));
    assert!(matches!(refused, Err(Error::NameRequired)));
}
