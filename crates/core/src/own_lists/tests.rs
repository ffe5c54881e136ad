use super::*;
use crate::followups::{self, PlanForm};
use crate::inbox;
use crate::services::{self, ServiceForm};
use crate::testing::{World, victim};
use crate::victims;

/// The one the guide shows.
fn of_the_guide() -> String {
    let guide = include_str!("../../../../docs/guide/own-lists.md");
    let (_, rest) = guide.split_once("```json\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

fn with(version: i32, services: &str) -> String {
    format!(r#"{{ "version": {version}, "services": [{services}] }}"#)
}

const RIDE: &str = r#"{ "code": "clinic_ride", "en": "Ride", "es": "Viaje", "counts_as": "B9" }"#;

fn put(file: &mut CaseFile, text: &str) -> Result<Saved> {
    let seen = lists(file).unwrap().seen;
    install(file, text, &seen)
}

fn flaw(text: &str) -> (String, ListsFlaw) {
    match check(text).unwrap_err() {
        Error::ListsRefused { what, flaw } => (what, flaw),
        other => panic!("{other}"),
    }
}

fn given(victim_id: &str, code: &str) -> ServiceForm {
    ServiceForm {
        victim_id: Some(victim_id.to_owned()),
        local_item: Some(code.to_owned()),
        mode: "in_person".to_owned(),
        outcome: "accepted".to_owned(),
        ..ServiceForm::default()
    }
}

/// A word of a language that neither the program nor a paper speaks, on the name of an agency.
#[test]
fn a_word_that_the_office_denies_keeps_an_agencys_name_off_a_paper_that_may_be_found() {
    use crate::paper_kinds::{self, PaperRequest};
    let world = World::new();
    let mut county = world.county("Rivertown");
    for name in ["Nhà Tạm Lánh Bình An", "Oak Flat Clinic"] {
        crate::partners::create(&mut county, &crate::testing::partner(name)).unwrap();
    }
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let goes = PaperRequest {
        kind: "resource_list".to_owned(),
        about_id: None,
        needs: Vec::new(),
        language: "en".to_owned(),
        page: "us_letter".to_owned(),
        large_print: false,
        both_sides: false,
        goes_with_her: true,
        safe_to_carry: "yes".to_owned(),
    };
    let names_it = |file: &CaseFile| {
        let fonts = crate::letters::test_office::fonts();
        let shown = paper_kinds::preview(file, &goes, &fonts).unwrap();
        assert!(
            shown.ready && shown.text.contains("Oak Flat Clinic"),
            "{}",
            shown.text
        );
        crate::letters::test_office::unmarked(&shown.text).contains("Bình An")
    };
    assert!(names_it(&county) && names_it(&laptop));
    let lists = r#"{"version":2,"denied_words":["tạm lánh"]}"#;
    install(&mut county, lists, "").unwrap();
    assert_eq!(super::lists(&county).unwrap().denied_words, ["tạm lánh"]);
    assert!(!names_it(&county));
    // It travels: a laptop follows with the next files from the county.
    world.week(&mut laptop, &mut county);
    world.received(&mut county, &mut laptop, "back");
    assert!(!names_it(&laptop));
    let wording = crate::wordings::WordingForm {
        language: "en".to_owned(),
        message: "discreet-introduction".to_owned(),
        text: "Tam-Lanh and more".to_owned(),
    };
    let refused = crate::wordings::set(&mut county, &wording, "").unwrap_err();
    assert_eq!(refused.failure().code, "wording-refused");
    for short in ["", "ạ", &"x".repeat(61)] {
        let lists = format!(r#"{{"version":3,"denied_words":["{short}"]}}"#);
        assert_eq!(flaw(&lists), (short.to_owned(), ListsFlaw::DeniedWord));
    }
}

#[test]
fn an_offices_own_service_has_its_name_and_counts_as_the_report_asks_on_every_laptop() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    put(&mut county, &of_the_guide()).unwrap();
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let id = victims::create(&mut laptop, &victim("María", "Examplar"))
        .unwrap()
        .id;
    services::record(&mut laptop, &given(&id, "clinic_ride")).unwrap();
    let shown = services::of_victim(&laptop, &id).unwrap().remove(0);
    assert_eq!(shown.item, "B9");
    let own = shown.own_service.unwrap();
    assert_eq!(
        (&*own.en, &*own.es),
        ("Ride to the clinic", "Viaje a la clínica")
    );
    // Not given any more, and never heard of.
    for code in ["gas_card", "balloons"] {
        let refused = services::record(&mut laptop, &given(&id, code));
        let unknown = Error::UnknownCode {
            field: "local_item",
        };
        assert_eq!(
            refused.unwrap_err().to_string(),
            unknown.to_string(),
            "{code}"
        );
    }
    let by_laptop = put(&mut laptop, &of_the_guide());
    assert!(matches!(by_laptop, Err(Error::OnlyCounty)));
}

#[test]
fn what_was_recorded_keeps_its_name_when_a_service_is_no_longer_given() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    put(&mut county, &with(2, RIDE)).unwrap();
    let id = victims::create(&mut county, &victim("María", "Examplar"))
        .unwrap()
        .id;
    services::record(&mut county, &given(&id, "clinic_ride")).unwrap();
    let left_out = put(&mut county, &with(3, "")).unwrap_err();
    assert!(matches!(
        left_out,
        Error::ListsRefused {
            flaw: ListsFlaw::LeftOut,
            ..
        }
    ));
    let retired = RIDE.replace("\"B9\"", "\"B9\", \"retired\": true");
    put(&mut county, &with(3, &retired)).unwrap();
    let shown = services::of_victim(&county, &id).unwrap().remove(0);
    assert_eq!(shown.own_service.unwrap().en, "Ride");
}

#[test]
fn a_later_version_follows_and_an_older_one_is_refused() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    put(&mut county, &with(3, RIDE)).unwrap();
    // The same file again changes nothing.
    let before = lists(&county).unwrap();
    put(&mut county, &with(3, RIDE)).unwrap();
    assert_eq!(lists(&county).unwrap(), before);
    for version in [2, 3] {
        let other = RIDE.replace("\"Ride\"", "\"Lift\"");
        let refused = put(&mut county, &with(version, &other)).unwrap_err();
        assert!(matches!(
            refused,
            Error::ListsRefused {
                flaw: ListsFlaw::Older { .. },
                ..
            }
        ));
    }
    assert_eq!(lists(&county).unwrap().version, 3);
}

#[test]
fn the_offices_figures_set_when_she_is_called_again_and_closed_days_are_no_workdays() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let id = victims::create(&mut county, &victim("María", "Examplar"))
        .unwrap()
        .id;
    let plan = |file: &mut CaseFile| {
        let form = PlanForm {
            victim_id: id.clone(),
            policy: "after_report".to_owned(),
            since: None,
            types: Vec::new(),
            strangulation: "no".to_owned(),
            court_on: None,
        };
        let planned = followups::plan(file, &form).unwrap();
        (planned.due_at[..10].to_owned(), planned.why)
    };
    // The clock of tests stands on Monday, 2 March 2026: within 72 hours, by the program.
    assert_eq!(
        plan(&mut county),
        ("2026-03-05".to_owned(), "usual".to_owned())
    );
    let closed = of_the_guide().replace("2026-12-24", "2026-03-04");
    put(&mut county, &closed).unwrap();
    // Within 48 hours by the office, which is closed on that day.
    assert_eq!(
        plan(&mut county),
        ("2026-03-05".to_owned(), "next_workday".to_owned())
    );
    let versions: Vec<Option<i32>> = followups::next_steps(&county, &id)
        .unwrap()
        .into_iter()
        .map(|step| step.policy_version)
        .collect();
    assert!(
        versions.contains(&Some(1)) && versions.contains(&Some(2)),
        "{versions:?}"
    );
}

#[test]
fn lists_that_cannot_be_used_are_refused_by_what_is_wrong() {
    let service = |from: &str, to: &str| with(2, &RIDE.replace(from, to));
    let twice = with(2, &[RIDE, RIDE].join(","));
    for (text, what, expected) in [
        ("{".to_owned(), "", ListsFlaw::Unreadable { line: 1 }),
        (
            r#"{ "version": 2, "holidays": [] }"#.to_owned(),
            "",
            ListsFlaw::Unreadable { line: 1 },
        ),
        (
            r#"{ "version": 1 }"#.to_owned(),
            "version",
            ListsFlaw::Version,
        ),
        (
            format!("{}{}", with(2, RIDE), " ".repeat(70_000)),
            "",
            ListsFlaw::TooLarge,
        ),
        (
            service("clinic_ride", "Clinic ride"),
            "Clinic ride",
            ListsFlaw::Code,
        ),
        (
            service("clinic_ride", "ride_to_court"),
            "ride_to_court",
            ListsFlaw::Taken,
        ),
        (twice, "clinic_ride", ListsFlaw::Taken),
        (
            service("\"Viaje\"", "\" \""),
            "clinic_ride",
            ListsFlaw::Name,
        ),
        (service("B9", "Z9"), "clinic_ride", ListsFlaw::CountsAs),
        (
            of_the_guide().replace("after_report", "after_lunch"),
            "after_lunch",
            ListsFlaw::NoPolicy,
        ),
        (
            of_the_guide().replace("\"hours\": 48", "\"hours\": 0"),
            "after_report",
            ListsFlaw::Rule,
        ),
        (
            of_the_guide().replace("\"in_all\": 6", "\"in_all\": 2"),
            "after_report",
            ListsFlaw::Rule,
        ),
        // A rule for everybody is missing.
        (
            of_the_guide().replace(
                "\"why\": \"usual\"",
                "\"why\": \"usual\", \"risk\": [\"low\"]",
            ),
            "after_report",
            ListsFlaw::Rule,
        ),
    ] {
        assert_eq!(flaw(&text), (what.to_owned(), expected), "{text}");
    }
}

#[test]
fn lists_installed_apart_wait_for_a_person() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let seen = lists(&county).unwrap().seen;
    install(&mut county, &with(2, RIDE), &seen).unwrap();
    // A form that was open meanwhile.
    install(&mut county, &with(3, RIDE), &seen).unwrap();
    let conflict = inbox::conflicts(&county).unwrap().remove(0);
    let mut sides: Vec<&str> = conflict
        .sides
        .iter()
        .map(|side| &*side.values[0].value)
        .collect();
    sides.sort_unstable();
    assert_eq!(
        (&*conflict.field, &sides[..]),
        ("own_lists", &["2", "3"][..])
    );
}
