use countyline_ledger::Value;

use super::*;
use crate::testing::{World, victim};
use crate::undo;

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

/// What happened and the card, as a deputy gives them on the scene.
fn scene() -> Scene {
    let mut happened = incidents::IncidentForm {
        occurred_on: "2026-03-01".to_owned(),
        zone: "Oak Flat".to_owned(),
        ..Default::default()
    };
    happened.part.role = "primary".to_owned();
    happened.part.victimization = vec!["V10".to_owned()];
    Scene {
        incident: Some(happened),
        rights: Some(rights::RightsNoticeForm {
            item: "state_card".to_owned(),
            language: "es".to_owned(),
            how_given: "hand".to_owned(),
            given_on: "2026-03-02".to_owned(),
            ..Default::default()
        }),
    }
}

#[test]
fn what_happened_and_the_card_are_recorded_with_a_new_victim_in_one_save() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create_on_scene(&mut file, &victim("Maria", "Marker"), &scene());
    let id = id.unwrap().id;
    let record = record(&file, &id).unwrap();
    let [incident] = &record.incidents[..] else {
        panic!("one incident")
    };
    assert_eq!(incident.form.part.victimization, ["V10"]);
    assert_eq!(incident.form.zone, "Oak Flat");
    let [card] = &record.rights_notices[..] else {
        panic!("one notice")
    };
    assert_eq!(card.form.language, "es");
    assert_eq!(card.form.incident_id.as_deref(), Some(&*incident.id));

    // One save is one commit, and is taken back as one.
    let offered = undo::offered(&file).unwrap().unwrap();
    assert_eq!(offered.refusal, None);
    undo::take_back(&mut file, &offered.commit).unwrap();
    assert!(find(&file, "Marker").unwrap().is_empty());
    assert!(file.verify().unwrap().ok);
}

#[test]
fn nothing_of_a_new_victim_is_written_if_something_of_the_scene_cannot_be_so() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let flaws: [fn(&mut Scene); 4] = [
        |scene| scene.incident.as_mut().unwrap().occurred_on = "2026-03-03".to_owned(),
        |scene| {
            scene.incident.as_mut().unwrap().part.victimization = vec!["V26".to_owned()];
        },
        |scene| scene.rights.as_mut().unwrap().language = String::new(),
        |scene| {
            scene.incident.as_mut().unwrap().responding_partner = Some("00".repeat(16));
        },
    ];
    for (number, flaw) in flaws.iter().enumerate() {
        let mut scene = scene();
        flaw(&mut scene);
        let refused = create_on_scene(&mut file, &victim("Maria", "Marker"), &scene);
        assert!(refused.is_err(), "{number}");
        assert!(find(&file, "").unwrap().is_empty(), "{number}");
    }
    // The number is not lost either: the first who is recorded gets the first.
    let saved = create_on_scene(&mut file, &victim("Maria", "Marker"), &scene()).unwrap();
    let number = summary(&file, ids::parse(&VICTIM, &saved.id).unwrap());
    assert!(number.unwrap().case_number.ends_with("-0001"));
}
