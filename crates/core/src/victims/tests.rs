use countyline_ledger::Value;

use super::*;
use crate::testing::{World, victim};

#[test]
fn a_victim_may_be_only_initials_but_not_nameless() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    create(&mut file, &victim("M", "")).unwrap();
    create(&mut file, &victim("", "K")).unwrap();
    let refused = create(&mut file, &victim(" ", "\t"));
    assert!(matches!(refused, Err(Error::NameRequired)));
    assert_eq!(find(&file, "").unwrap().len(), 2);
}

#[test]
fn a_victim_is_found_by_name_number_or_phone_whatever_the_accents() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &victim("María", "Núñez")).unwrap().id;
    create(&mut file, &victim("Ana", "Other")).unwrap();
    let found = find(&file, "maria nunez").unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].id, id);
    let number = found[0].case_number.clone();
    assert_eq!(find(&file, &number).unwrap()[0].id, id);
    assert!(find(&file, "maria other").unwrap().is_empty());
}

#[test]
fn find_and_today_answer_in_an_office_of_five_thousand_victims() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    file.hurry().unwrap();
    for thousand in 0..5 {
        file.change(Action::CreateVictim, |change| {
            for number in thousand * 1000..(thousand + 1) * 1000 {
                let form = victim("Maria", "Marker");
                let case_number = Value::text(format!("RV-26-{number:05}"));
                let id = change.create(&VICTIM, [("case_number", case_number)]);
                contacts::write(change, id, form.contact_method.as_ref().unwrap())?;
                if number % 50 == 0 {
                    followups::write(change, id, "2026-03-02", "next_contact")?;
                }
            }
            Ok(())
        })
        .unwrap();
    }
    assert_eq!(find(&file, "").unwrap().len(), FOUND_AT_MOST);
    assert_eq!(find(&file, "04711").unwrap().len(), 1);
    assert_eq!(outreach::today(&file).unwrap().today.all, 100);
}

#[test]
fn a_year_nobody_alive_was_born_in_is_refused() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    for year in [1899, 2027, 99_999] {
        let mut form = victim("Ana", "Example");
        form.birth_year = Some(year);
        let refused = create(&mut file, &form);
        assert!(
            matches!(
                refused,
                Err(Error::InvalidInput {
                    field: "birth_year"
                })
            ),
            "{year}"
        );
    }
}

#[test]
fn a_laptop_that_has_not_joined_records_nobody() {
    let world = World::new();
    let stick = world.stick("stick");
    let (mut laptop, _) = world.laptop("Laptop 07", "Dana Sample", &stick);
    let refused = create(&mut laptop, &victim("Ana", "Example"));
    assert!(matches!(refused, Err(Error::NotJoined)));
}
