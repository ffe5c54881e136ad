use super::*;
use crate::testing::{World, partner};

#[test]
fn the_address_of_a_confidential_location_is_refused() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut form = partner("A quiet house");
    form.confidential_location = Some(true);
    let refused = create(&mut file, &form);
    assert!(matches!(refused, Err(Error::ConfidentialAddress)));
    form.address = "  ".to_owned();
    create(&mut file, &form).unwrap();
    assert!(list(&file, "quiet").unwrap()[0].location_hidden);
}

/// PR-20: what it answers is one of three, and "nobody asked" keeps no street.
#[test]
fn a_shelter_keeps_no_street_until_it_said_that_its_location_is_no_secret() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let of_kind = |kind: &str, needs: &[&str]| PartnerForm {
        kind: kind.to_owned(),
        needs: needs.iter().map(|need| (*need).to_owned()).collect(),
        ..partner("A quiet house")
    };
    for shelter in [
        of_kind("shelter", &[]),
        of_kind("victim_service_program", &["legal", "shelter"]),
    ] {
        let refused = create(&mut file, &shelter);
        assert!(matches!(refused, Err(Error::ConfidentialNotSaid)));
        let hidden = PartnerForm {
            address: String::new(),
            ..shelter.clone()
        };
        let id = create(&mut file, &hidden).unwrap().id;
        let shown = directory::entry(&file, &id).unwrap();
        assert_eq!(shown.partner.form.confidential_location, None);
        assert!(shown.partner.location_hidden);
        let refused = edit(&mut file, &id, &shelter, &shown.seen);
        assert!(matches!(refused, Err(Error::ConfidentialNotSaid)));
        let open = PartnerForm {
            confidential_location: Some(false),
            ..shelter
        };
        edit(&mut file, &id, &open, &shown.seen).unwrap();
        assert_eq!(page(&file, &id).unwrap().partner.form, open);
    }
    // Nobody else is bothered.
    let legal_aid = of_kind("legal_aid", &["legal"]);
    let id = create(&mut file, &legal_aid).unwrap().id;
    let shown = page(&file, &id).unwrap().partner;
    assert_eq!(shown.form, legal_aid);
    assert!(!shown.location_hidden);
}

#[test]
fn of_a_street_and_shelter_written_apart_the_street_is_not_shown() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &partner("A quiet house")).unwrap().id;
    let entity = ids::parse(&PARTNER, &id).unwrap();
    file.change(Action::EditPartner, |change| {
        change.edit_current(&PARTNER, entity, [("kind", Value::text("shelter"))])
    })
    .unwrap();
    let shown = page(&file, &id).unwrap().partner;
    assert_eq!((&*shown.form.address, shown.location_hidden), ("", true));
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
fn an_agency_is_found_by_sound_and_misspelling_behind_those_written_so() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    for name in ["Jiménez House", "Legel House", "Legal Aid"] {
        let mut form = partner(name);
        "Oak Flat".clone_into(&mut form.zone);
        "555-0177".clone_into(&mut form.phone);
        create(&mut file, &form).unwrap();
    }
    let found = |query: &str| -> Vec<String> {
        let found = list(&file, query).unwrap().into_iter();
        found.map(|partner| partner.form.name).collect()
    };
    assert_eq!(
        found("legal"),
        ["Jiménez House", "Legal Aid", "Legel House"]
    );
    assert_eq!(found("legel"), ["Legel House", "Legal Aid"]);
    assert_eq!(found("ximenez"), ["Jiménez House"]);
    assert_eq!(found("ximenez oak flat"), ["Jiménez House"]);
    assert_eq!(found("0177").len(), 3);
    assert!(found("ximenez elm creek").is_empty());
    assert!(found("shelter").is_empty());
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
