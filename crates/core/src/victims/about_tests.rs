//! Correcting what was written of a victim when she was recorded.

use super::*;
use crate::inbox;
use crate::testing::travel::{office, record as recorded};
use crate::testing::{World, victim};

fn about(file: &CaseFile, id: &str) -> (VictimAbout, String) {
    let page = page(file, id).unwrap();
    (page.about, page.seen)
}

#[test]
fn name_zone_language_and_needs_of_a_victim_are_corrected_after_she_was_recorded() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &victim("Mary", "Exampel")).unwrap().id;
    let right = VictimAbout {
        given_name: " Mary ".to_owned(),
        family_name: "Example".to_owned(),
        birth_year: Some(1991),
        language: "es".to_owned(),
        zone: "Elm Creek".to_owned(),
        needs: vec!["legal".to_owned(), "shelter".to_owned()],
    };
    let seen = about(&file, &id).1;
    correct(&mut file, &id, &right, &seen).unwrap();
    let (stands, seen) = about(&file, &id);
    let trimmed = VictimAbout {
        given_name: "Mary".to_owned(),
        ..right
    };
    assert_eq!(stands, trimmed);
    assert_eq!(find(&file, "Mary Example").unwrap()[0].id, id);

    let commits = file.verify().unwrap().commits;
    correct(&mut file, &id, &trimmed, &seen).unwrap();
    assert_eq!(file.verify().unwrap().commits, commits, "nothing changed");
    let less = VictimAbout {
        needs: vec!["legal".to_owned()],
        ..trimmed
    };
    correct(&mut file, &id, &less, &seen).unwrap();
    assert_eq!(about(&file, &id).0.needs, ["legal"]);
}

#[test]
fn a_correction_leaves_what_its_form_did_not_show_and_a_person_decides() {
    let (world, mut county, [mut laptop]) = office::<1>();
    let id = recorded(&mut laptop, "Mary");
    world.week(&mut laptop, &mut county);

    let correct_to =
        |file: &mut CaseFile, shown: &(VictimAbout, String), name: &str, zone: &str| {
            let form = VictimAbout {
                family_name: name.to_owned(),
                zone: zone.to_owned(),
                ..shown.0.clone()
            };
            correct(file, &id, &form, &shown.1).unwrap();
        };
    let shown = about(&county, &id);
    let on_the_laptop = about(&laptop, &id);
    correct_to(&mut laptop, &on_the_laptop, "Laptop", "Elm Creek");
    world.week(&mut laptop, &mut county);
    // The form was open while the week came in.
    correct_to(&mut county, &shown, "County", &shown.0.zone);

    assert_eq!(about(&county, &id).0.zone, "Elm Creek");
    let asked = inbox::items(&county).unwrap();
    let fields: Vec<&str> = asked.iter().map(|item| &*item.field).collect();
    assert_eq!(fields, ["name"]);
}

#[test]
fn a_language_that_is_on_no_list_is_refused_and_one_nobody_asked_about_is_not_english() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut form = victim("Mary", "Example");
    form.language = "tlh".to_owned();
    let refused = create(&mut file, &form);
    let unknown = |refused| matches!(refused, Err(Error::UnknownCode { field: "language" }));
    assert!(unknown(refused));
    form.language = String::new();
    let id = create(&mut file, &form).unwrap().id;
    let (stands, seen) = about(&file, &id);
    assert_eq!(stands.language, "");

    let wrong = VictimAbout {
        language: "tlh".to_owned(),
        ..stands.clone()
    };
    assert!(unknown(correct(&mut file, &id, &wrong, &seen)));
    let spoken = VictimAbout {
        language: "vi".to_owned(),
        ..stands
    };
    correct(&mut file, &id, &spoken, &seen).unwrap();
    assert_eq!(page(&file, &id).unwrap().summary.language, "vi");
}

#[test]
fn who_had_given_no_name_and_gives_one_is_unnamed_no_more() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut form = victim("", "");
    form.facts = Some(VictimFacts {
        name_kind: "unnamed".to_owned(),
        birth_date: Some("1991-05-01".to_owned()),
        ..VictimFacts::default()
    });
    let id = create(&mut file, &form).unwrap().id;
    let (stands, seen) = about(&file, &id);
    assert_eq!(stands.birth_year, Some(1991));
    // A form that leaves her unnamed is no mistake; another year than her date of birth says is one.
    correct(&mut file, &id, &stands, &seen).unwrap();
    let other_year = VictimAbout {
        birth_year: Some(1992),
        ..stands.clone()
    };
    let refused = correct(&mut file, &id, &other_year, &seen);
    assert!(matches!(refused, Err(Error::AnswersExclude { .. })));

    let named = VictimAbout {
        given_name: "Ana".to_owned(),
        ..stands.clone()
    };
    correct(&mut file, &id, &named, &seen).unwrap();
    let record = record(&file, &id).unwrap();
    assert_eq!(record.facts.name_kind, "");
    let refused = correct(&mut file, &id, &stands, &record.seen);
    assert!(matches!(refused, Err(Error::NameRequired)));
}
