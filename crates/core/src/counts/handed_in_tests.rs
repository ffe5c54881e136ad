use super::*;
use crate::casefile::CaseFile;
use crate::error::Error;
use crate::services::{self, ServiceForm};
use crate::testing::{World, become_one, victim};
use crate::victims;

fn served(file: &mut CaseFile, victim_id: &str, on: &str) {
    let form = ServiceForm {
        victim_id: Some(victim_id.to_owned()),
        item: "A3".to_owned(),
        served_on: Some(on.to_owned()),
        mode: "phone".to_owned(),
        outcome: "accepted".to_owned(),
        funding_source: Some("voca".to_owned()),
        ..ServiceForm::default()
    };
    services::record(file, &form).unwrap();
}

fn new_victim(file: &mut CaseFile, name: &str) -> String {
    victims::create(file, &victim(name, "Example")).unwrap().id
}

fn winter() -> CountSettings {
    CountSettings::usual("2026-01-01", "2026-03-31")
}

#[test]
fn what_comes_after_a_report_was_handed_in_stands_beside_it_and_changes_nothing_of_it() {
    let world = World::new();
    world.clock.set("2026-04-02T08:00:00-06:00");
    let mut file = world.county("Rivertown");
    let ana = new_victim(&mut file, "Ana");
    served(&mut file, &ana, "2026-02-03");
    let first = hand_in(&mut file, &winter(), "2026-04-02", None).unwrap();
    assert_eq!(differences(&file, &first.id).unwrap(), []);

    // A week that was late.
    let bea = new_victim(&mut file, "Bea");
    served(&mut file, &bea, "2026-03-30");
    let differing = differences(&file, &first.id).unwrap();
    let all = differing.iter().find(|one| one.question == "Q1").unwrap();
    assert_eq!((all.then, all.now), (Some(1), Some(2)));
    assert!(differing.iter().all(|one| one.then != one.now));
    // What is of another period changes nothing of this one.
    served(&mut file, &bea, "2026-04-01");
    assert_eq!(differences(&file, &first.id).unwrap(), differing);

    let amended = hand_in(&mut file, &winter(), "2026-04-02", Some(&first.id)).unwrap();
    assert_eq!(differences(&file, &amended.id).unwrap(), []);
    assert_eq!(differences(&file, &first.id).unwrap(), differing);
    let kept = handed_in(&file).unwrap();
    let latest = kept.iter().find(|one| one.id == amended.id).unwrap();
    assert_eq!(latest.amends.as_deref(), Some(&*first.id));
    assert_eq!((&*latest.from, &*latest.to), ("2026-01-01", "2026-03-31"));
}

#[test]
fn a_report_is_handed_in_after_its_period_and_amends_one_of_the_same() {
    let world = World::new();
    world.clock.set("2026-04-02T08:00:00-06:00");
    let mut file = world.county("Rivertown");
    let mut refused = |settings: &CountSettings, on: &str, amends: Option<&str>| {
        hand_in(&mut file, settings, on, amends).unwrap_err()
    };
    let early = refused(&winter(), "2026-03-30", None);
    assert!(matches!(
        early,
        Error::DatesReversed {
            field: "handed_in_on"
        }
    ));
    let ahead = refused(&winter(), "2026-04-03", None);
    assert!(matches!(
        ahead,
        Error::DateInFuture {
            field: "handed_in_on"
        }
    ));
    let first = hand_in(&mut file, &winter(), "2026-04-02", None).unwrap();
    let autumn = CountSettings::usual("2025-10-01", "2025-12-31");
    let other = hand_in(&mut file, &autumn, "2026-04-02", Some(&first.id)).unwrap_err();
    assert!(matches!(other, Error::InvalidInput { field: "amends" }));
    assert_eq!(handed_in(&file).unwrap().len(), 1);
}

#[test]
fn a_report_goes_with_the_weeks_and_who_sees_no_figures_sees_none() {
    let world = World::new();
    world.clock.set("2026-04-02T08:00:00-06:00");
    let mut county = world.county("Rivertown");
    hand_in(&mut county, &winter(), "2026-04-02", None).unwrap();
    let laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    assert_eq!(handed_in(&laptop).unwrap(), handed_in(&county).unwrap());

    for (role, sees) in [
        ("grant_viewer", true),
        ("volunteer", false),
        ("it_admin", false),
    ] {
        become_one(&mut county, role);
        assert_eq!(handed_in(&county).is_ok(), sees, "{role}");
    }
}
