use super::*;
use crate::testing::World;

fn brochures(quantity: i32) -> MaterialForm {
    MaterialForm {
        given_on: "2026-03-01".to_owned(),
        place: "Feed store, Dry Fork".to_owned(),
        item: "brochure".to_owned(),
        what: String::new(),
        language: "es".to_owned(),
        quantity,
    }
}

fn fair() -> CommunityEventForm {
    CommunityEventForm {
        held_on: "2026-02-28".to_owned(),
        place: "Fairground".to_owned(),
        audience: "Farm workers and families".to_owned(),
        population: "Migrant farm workers".to_owned(),
        number_reached: Some(140),
        language: "es".to_owned(),
        note: "What happens after a report.".to_owned(),
        materials: vec![brochures(60)],
    }
}

#[test]
fn what_was_left_at_an_event_stands_with_it_and_in_the_log_of_materials() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    record_event(&mut file, &fair()).unwrap();
    let event = events(&file).unwrap().remove(0);
    assert_eq!(event.form.number_reached, Some(140));
    assert_eq!(event.form.materials[0].place, "Fairground");
    let material = materials(&file).unwrap().remove(0);
    assert_eq!(material.form.given_on, "2026-02-28");
    assert_eq!(material.form.quantity, 60);
    assert!(file.verify().unwrap().ok);
}

#[test]
fn a_loaned_phone_is_out_until_it_comes_back() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let phone = MaterialForm {
        item: "loaned_phone".to_owned(),
        ..brochures(1)
    };
    let id = record_material(&mut file, &phone).unwrap().id;
    assert!(materials(&file).unwrap()[0].out_on_loan);
    let early = return_material(&mut file, &id, "2026-02-28");
    assert!(matches!(early, Err(Error::DatesReversed { .. })));
    return_material(&mut file, &id, "2026-03-02").unwrap();
    assert!(!materials(&file).unwrap()[0].out_on_loan);
}

#[test]
fn numbers_that_cannot_be_are_refused() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    for quantity in [0, -3, MOST + 1] {
        let refused = record_material(&mut file, &brochures(quantity));
        assert!(matches!(refused, Err(Error::NumberOutOfRange { .. })));
    }
    let nameless = MaterialForm {
        item: "other".to_owned(),
        ..brochures(1)
    };
    let refused = record_material(&mut file, &nameless);
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "what" })
    ));
    let mut ahead = fair();
    "2026-03-03".clone_into(&mut ahead.held_on);
    assert!(matches!(
        record_event(&mut file, &ahead),
        Err(Error::DateInFuture { .. })
    ));
    let mut half = fair();
    half.materials.push(brochures(0));
    assert!(record_event(&mut file, &half).is_err());
    assert!(events(&file).unwrap().is_empty() && materials(&file).unwrap().is_empty());
}
