use super::directory::{PartnerServiceForm, create_service, edit_service, entry};
use super::*;
use crate::testing::{World, partner, service};

fn ask(need: &str) -> FitQuestion {
    FitQuestion {
        need: need.to_owned(),
        zone: None,
        language: None,
        age: None,
        at: None,
        now: false,
    }
}

fn names(fits: &[Fit]) -> Vec<&str> {
    fits.iter().map(|fit| &*fit.partner_name).collect()
}

fn reason(fit: &Fit, code: &str) -> Option<i32> {
    let reason = fit.reasons.iter().find(|reason| reason.code == code);
    reason.map(|reason| reason.points)
}

/// An agency with one service.
fn agency(file: &mut CaseFile, name: &str, change: impl FnOnce(&mut PartnerServiceForm)) -> String {
    let id = create(file, &partner(name)).unwrap().id;
    let mut form = service(&id, "Legal help");
    change(&mut form);
    create_service(file, &form).unwrap();
    id
}

#[test]
fn who_serves_the_zone_is_open_and_near_stands_first_with_reasons() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    agency(&mut file, "A far one", |form| {
        form.areas = vec!["Oak Flat".to_owned()];
        form.travel_minutes = [("Elm Creek".to_owned(), 95)].into();
    });
    agency(&mut file, "B near one", |form| {
        form.areas = vec!["elm  creek".to_owned()];
        form.travel_minutes = [("Elm Creek".to_owned(), 20)].into();
        form.schedules = vec![
            [
                ("byday".to_owned(), "MO".to_owned()),
                ("opens_at".to_owned(), "08:00".to_owned()),
                ("closes_at".to_owned(), "12:00".to_owned()),
            ]
            .into(),
        ];
    });
    agency(&mut file, "C for others", |form| {
        form.needs = vec!["food".to_owned()]
    });
    let question = FitQuestion {
        zone: Some("Elm Creek".to_owned()),
        now: true,
        ..ask("legal")
    };
    let found = fits(&file, &question).unwrap();
    assert_eq!(names(&found), ["B near one", "A far one"]);
    let (near, far) = (&found[0], &found[1]);
    assert_eq!(reason(near, "serves_zone"), Some(30));
    assert_eq!(reason(near, "open_then"), Some(20));
    assert_eq!(reason(near, "travel_short"), Some(15));
    assert_eq!(reason(far, "other_zone"), Some(-30));
    assert_eq!(reason(far, "hours_not_said"), Some(0));
    assert_eq!(reason(far, "travel_long"), Some(-10));
    for fit in &found {
        let sum: i32 = fit.reasons.iter().map(|reason| reason.points).sum();
        assert_eq!(fit.points, sum);
    }
    world.clock.set("2026-03-02T13:00:00-06:00");
    let later = fits(&file, &question).unwrap();
    assert_eq!(reason(&later[0], "closed_then"), Some(-20));
}

#[test]
fn a_service_that_takes_no_one_of_that_age_or_is_closed_does_not_fit() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let teens = agency(&mut file, "Teens", |form| {
        form.minimum_age = Some(13);
        form.maximum_age = Some(17);
    });
    let of_age = |file: &CaseFile, age| {
        let question = FitQuestion {
            age: Some(age),
            ..ask("legal")
        };
        fits(file, &question).unwrap().len()
    };
    assert_eq!([12, 13, 17, 18].map(|age| of_age(&file, age)), [0, 1, 1, 0]);
    let shown = entry(&file, &teens).unwrap().services.remove(0);
    let closed = PartnerServiceForm {
        status: "defunct".to_owned(),
        ..shown.form
    };
    edit_service(&mut file, &shown.id, &closed, &shown.seen).unwrap();
    assert_eq!(of_age(&file, 15), 0);
    let refused = fits(
        &file,
        &FitQuestion {
            age: Some(150),
            ..ask("legal")
        },
    );
    assert!(matches!(
        refused,
        Err(Error::NumberOutOfRange { field: "age", .. })
    ));
}

#[test]
fn an_entry_nobody_checked_for_half_a_year_falls_behind_a_fresh_one() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    agency(&mut file, "A old", |form| {
        form.assured_on = Some("2025-09-02".to_owned())
    });
    agency(&mut file, "B fresh", |form| {
        form.assured_on = Some("2025-09-03".to_owned())
    });
    agency(&mut file, "C never", |form| form.assured_on = None);
    let found = fits(&file, &ask("legal")).unwrap();
    assert_eq!(names(&found), ["B fresh", "A old", "C never"]);
    assert_eq!(reason(&found[1], "stale"), Some(-10));
    assert_eq!(reason(&found[2], "never_checked"), Some(-15));
}

#[test]
fn an_interpreter_is_better_than_silence_and_the_language_itself_better_still() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    agency(&mut file, "A silent", |form| form.languages.clear());
    agency(&mut file, "B interpreter", |form| {
        form.languages.clear();
        "By phone, any language".clone_into(&mut form.interpretation);
    });
    agency(&mut file, "C speaks", |form| {
        form.languages = vec!["vi".to_owned()]
    });
    let question = FitQuestion {
        language: Some("vi".to_owned()),
        ..ask("legal")
    };
    let found = fits(&file, &question).unwrap();
    assert_eq!(names(&found), ["C speaks", "B interpreter", "A silent"]);
}

#[test]
fn an_agency_without_services_is_found_by_its_entry() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    create(&mut file, &partner("Only an entry")).unwrap();
    let found = fits(&file, &ask("legal")).unwrap();
    assert_eq!(names(&found), ["Only an entry"]);
    assert_eq!(found[0].phone, "555-0115");
    assert!(fits(&file, &ask("food")).unwrap().is_empty());
    assert!(matches!(
        fits(&file, &ask("gold")),
        Err(Error::UnknownCode { .. })
    ));
}
