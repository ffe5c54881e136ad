use super::*;
use crate::partners::{self, PartnerForm};
use crate::testing::{World, location, partner, service};

fn item(cells: &[(&str, &str)]) -> Item {
    let cells = cells.iter();
    cells
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect()
}

#[test]
fn a_service_keeps_all_it_was_told() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = partners::create(&mut file, &partner("Clinic")).unwrap().id;
    let form = PartnerServiceForm {
        description: "Exams at any hour".to_owned(),
        areas: vec!["Elm Creek".to_owned(), "Oak Flat".to_owned()],
        minimum_age: Some(0),
        warm_line_24h: Some(false),
        travel_minutes: [("Elm Creek".to_owned(), 25)].into(),
        schedules: vec![item(&[
            ("byday", "MO"),
            ("opens_at", "09:00"),
            ("closes_at", "17:00"),
        ])],
        phones: vec![item(&[
            ("number", "+1 (307) 555 0100 ext. 4"),
            ("type", "voice"),
        ])],
        cost_options: vec![item(&[("option", "free"), ("amount", "0")])],
        notes_for_deputies: "Park behind.".to_owned(),
        ..service(&id, "Exam")
    };
    create_service(&mut file, &form).unwrap();
    let shown = entry(&file, &id).unwrap().services.remove(0);
    assert_eq!(shown.form, form);
    assert!(!shown.stale);
    let fewer = PartnerServiceForm {
        areas: vec!["Oak Flat".to_owned()],
        minimum_age: None,
        warm_line_24h: None,
        ..form
    };
    edit_service(&mut file, &shown.id, &fewer, &shown.seen).unwrap();
    assert_eq!(entry(&file, &id).unwrap().services[0].form, fewer);
    assert!(file.verify().unwrap().ok);
}

/// PR-20: in the form, in what is shown, and in what a laptop wrote that did not know.
#[test]
fn a_confidential_agency_has_no_place_that_says_where_it_is() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let hidden = PartnerForm {
        confidential_location: Some(true),
        address: String::new(),
        ..partner("A quiet house")
    };
    let id = partners::create(&mut file, &hidden).unwrap().id;
    let nowhere = PartnerLocationForm {
        location_type: "virtual".to_owned(),
        name: String::new(),
        addresses: Vec::new(),
        ..location(&id)
    };
    type Tell = fn(&mut PartnerLocationForm);
    let tells: [Tell; 6] = [
        |form| "physical".clone_into(&mut form.location_type),
        |form| "The old mill".clone_into(&mut form.name),
        |form| "44.1".clone_into(&mut form.latitude),
        |form| "Bus to the mill".clone_into(&mut form.transportation),
        |form| "Behind the mill".clone_into(&mut form.description),
        |form| form.addresses = location("x").addresses,
    ];
    for tell in tells {
        let mut form = nowhere.clone();
        tell(&mut form);
        let refused = create_location(&mut file, &form);
        assert!(
            matches!(refused, Err(Error::ConfidentialAddress)),
            "{form:?}"
        );
    }
    create_location(&mut file, &nowhere).unwrap();
    assert_eq!(entry(&file, &id).unwrap().locations.len(), 1);
}

#[test]
fn once_a_location_is_confidential_what_was_written_of_it_is_emptied() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = partners::create(&mut file, &partner("A house")).unwrap().id;
    let place = create_location(&mut file, &location(&id)).unwrap().id;
    assert_eq!(
        entry(&file, &id).unwrap().locations[0].form.addresses.len(),
        1
    );
    let shown = entry(&file, &id).unwrap();
    let hidden = PartnerForm {
        confidential_location: Some(true),
        address: String::new(),
        ..shown.partner.form
    };
    partners::edit(&mut file, &id, &hidden, &shown.seen).unwrap();
    let conn = file.conn();
    let kept = crate::standing::Standing::load(
        conn,
        &crate::registry::PARTNER_LOCATION,
        ids::parse(&crate::registry::PARTNER_LOCATION, &place).unwrap(),
    )
    .unwrap();
    assert!(kept.texts("addresses").is_empty() && kept.text("name").is_empty());
    assert_eq!(entry(&file, &id).unwrap().partner.form.address, "");
}

/// PR-20: a service that gives shelter makes the agency one that is asked first.
#[test]
fn an_agency_that_begins_to_give_shelter_says_first_whether_its_location_is_confidential() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = partners::create(&mut file, &partner("A house")).unwrap().id;
    let place = location(&id);
    create_location(&mut file, &place).unwrap();
    let beds = PartnerServiceForm {
        needs: vec!["shelter".to_owned()],
        ..service(&id, "Beds")
    };
    let refused = create_service(&mut file, &beds);
    assert!(matches!(refused, Err(Error::ConfidentialNotSaid)));
    let exam = create_service(&mut file, &service(&id, "Legal help")).unwrap();
    let seen = entry(&file, &id).unwrap().services[0].seen.clone();
    let refused = edit_service(&mut file, &exam.id, &beds, &seen);
    assert!(matches!(refused, Err(Error::ConfidentialNotSaid)));

    // One whose places say nothing may, and keeps no street from then on.
    let mut nowhere = partner("A quiet house");
    nowhere.address.clear();
    let quiet = partners::create(&mut file, &nowhere).unwrap().id;
    let beds = PartnerServiceForm {
        partner_id: quiet.clone(),
        ..beds
    };
    create_service(&mut file, &beds).unwrap();
    let refused = create_location(&mut file, &location(&quiet));
    assert!(matches!(refused, Err(Error::ConfidentialNotSaid)));
    let shown = entry(&file, &quiet).unwrap();
    let street = PartnerForm {
        address: "1 Elm Street".to_owned(),
        ..nowhere.clone()
    };
    let refused = partners::edit(&mut file, &quiet, &street, &shown.seen);
    assert!(matches!(refused, Err(Error::ConfidentialNotSaid)));
    let open = PartnerForm {
        confidential_location: Some(false),
        ..street
    };
    partners::edit(&mut file, &quiet, &open, &shown.seen).unwrap();
    create_location(&mut file, &location(&quiet)).unwrap();
}

#[test]
fn what_a_service_or_a_place_cannot_be_is_refused() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = partners::create(&mut file, &partner("Clinic")).unwrap().id;
    type Wrong = (fn(&mut PartnerServiceForm), &'static str);
    let wrong: [Wrong; 9] = [
        (|form| form.name.clear(), "name-required"),
        (|form| "open".clone_into(&mut form.status), "unknown-code"),
        (|form| form.minimum_age = Some(150), "number-out-of-range"),
        (
            |form| (form.minimum_age, form.maximum_age) = (Some(18), Some(17)),
            "invalid-input",
        ),
        (
            |form| form.travel_minutes = [("Elm Creek".to_owned(), -1)].into(),
            "number-out-of-range",
        ),
        (
            |form| form.schedules = vec![item(&[("opens_at", "half past nine")])],
            "invalid-input",
        ),
        (
            |form| form.phones = vec![item(&[("type", "voice")])],
            "invalid-input",
        ),
        (
            |form| form.assured_on = Some("2026-03-03".to_owned()),
            "date-in-future",
        ),
        (
            |form| "ask for RI-26-B7K-0042".clone_into(&mut form.notes_for_deputies),
            "case-number-in-text",
        ),
    ];
    for (change, code) in wrong {
        let mut form = service(&id, "Exam");
        change(&mut form);
        let refused = create_service(&mut file, &form).unwrap_err();
        assert_eq!(refused.failure().code, code);
    }
    let far = PartnerLocationForm {
        latitude: "95".to_owned(),
        longitude: "10".to_owned(),
        ..location(&id)
    };
    let refused = create_location(&mut file, &far);
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "latitude" })
    ));
    let half = PartnerLocationForm {
        addresses: vec![item(&[("address_1", "12 Main Street")])],
        ..location(&id)
    };
    let refused = create_location(&mut file, &half);
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "addresses" })
    ));
    let entry = entry(&file, &id).unwrap();
    assert!(entry.services.is_empty() && entry.locations.is_empty());
}

#[test]
fn two_people_editing_opening_times_apart_never_make_a_mixture() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = partners::create(&mut file, &partner("Clinic")).unwrap().id;
    create_service(&mut file, &service(&id, "Exam")).unwrap();
    let shown = entry(&file, &id).unwrap().services.remove(0);
    let at = |opens: &str, closes: &str| PartnerServiceForm {
        schedules: vec![item(&[("opens_at", opens), ("closes_at", closes)])],
        ..shown.form.clone()
    };
    edit_service(&mut file, &shown.id, &at("08:00", "12:00"), &shown.seen).unwrap();
    edit_service(&mut file, &shown.id, &at("13:00", "17:00"), &shown.seen).unwrap();
    let after = entry(&file, &id).unwrap().services.remove(0);
    assert!(after.in_conflict);
    let hours = &after.form.schedules[0];
    let pair = (&*hours["opens_at"], &*hours["closes_at"]);
    assert!(
        [("08:00", "12:00"), ("13:00", "17:00")].contains(&pair),
        "{pair:?}"
    );
}

#[test]
fn somebody_who_left_an_agency_stands_last_with_the_day() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = partners::create(&mut file, &partner("Clinic")).unwrap().id;
    let person = |name: &str| PartnerPersonForm {
        partner_id: id.clone(),
        name: name.to_owned(),
        title: "Director".to_owned(),
        department: String::new(),
        email: String::new(),
        phone: "555-0114".to_owned(),
        left_on: None,
    };
    for name in ["A. First", "B. Second"] {
        create_person(&mut file, &person(name)).unwrap();
    }
    let first = entry(&file, &id).unwrap().people.remove(0);
    let left = PartnerPersonForm {
        left_on: Some("2026-02-28".to_owned()),
        ..first.form
    };
    edit_person(&mut file, &first.id, &left, &first.seen).unwrap();
    let names: Vec<String> = entry(&file, &id)
        .unwrap()
        .people
        .into_iter()
        .map(|person| person.form.name)
        .collect();
    assert_eq!(names, ["B. Second", "A. First"]);
}
