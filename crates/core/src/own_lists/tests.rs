use super::*;
use crate::followups::{self, PlanForm};
use crate::inbox;
use crate::incidents::{self, IncidentForm, PartForm};
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

const OWN: &str = r#"{ "version": 2,
    "crimes": [{ "code": "online_stalking", "en": "Stalking online", "es": "Acoso por internet", "counts_as": "V22" }],
    "needs": [{ "code": "hay_for_horses", "en": "Feed for animals", "es": "Pasto para animales", "counts_as": "food" }] }"#;

#[test]
fn an_offices_own_kind_of_crime_counts_as_one_of_the_report_and_keeps_its_name() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    put(&mut county, OWN).unwrap();
    let id = victims::create(&mut county, &victim("María", "Examplar"))
        .unwrap()
        .id;
    let part = |crimes: &[&str]| PartForm {
        role: "primary".to_owned(),
        victimization: crimes.iter().map(|code| (*code).to_owned()).collect(),
        ..PartForm::default()
    };
    let form = IncidentForm {
        part: part(&["online_stalking"]),
        ..IncidentForm::default()
    };
    incidents::record(&mut county, &id, &form).unwrap();
    let shown = |file: &CaseFile| victims::record(file, &id).unwrap().incidents.remove(0);
    let before = shown(&county);
    assert_eq!(before.form.part.victimization, ["V22", "online_stalking"]);

    let both = part(&["V10", "online_stalking"]);
    incidents::edit_part(&mut county, &before.part_id, &both, &before.part_seen).unwrap();
    let mut crimes = shown(&county).form.part.victimization;
    crimes.sort();
    assert_eq!(crimes, ["V10", "V22", "online_stalking"]);
    let refused = incidents::edit_part(
        &mut county,
        &before.part_id,
        &part(&["balloons"]),
        &before.part_seen,
    );
    assert!(matches!(
        refused,
        Err(Error::UnknownCode {
            field: "victimization"
        })
    ));
    // A follow-up policy asks about the report's kinds.
    let plan = PlanForm {
        victim_id: id.clone(),
        policy: "after_report".to_owned(),
        since: None,
        types: vec!["online_stalking".to_owned()],
        strangulation: "no".to_owned(),
        court_on: None,
    };
    followups::plan(&mut county, &plan).unwrap();
}

#[test]
fn an_offices_own_need_is_asked_of_agencies_as_what_it_counts_as() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    put(&mut county, OWN).unwrap();
    let mut form = victim("María", "Examplar");
    form.needs = vec!["hay_for_horses".to_owned()];
    let id = victims::create(&mut county, &form).unwrap().id;
    let page = |file: &CaseFile| victims::page(file, &id).unwrap();
    assert_eq!(page(&county).about.needs, ["food", "hay_for_horses"]);

    // What is taken out is what the form had shown, and nothing else.
    let shown = page(&county);
    let mut about = shown.about.clone();
    about.needs = vec!["food".to_owned()];
    victims::correct(&mut county, &id, &about, &shown.seen).unwrap();
    assert_eq!(page(&county).about.needs, ["food"]);
}

#[test]
fn a_code_that_stands_in_a_record_is_no_mistake_of_a_form_where_no_list_is_understood() {
    let stands = ["hay_for_horses".to_owned()];
    let none = OwnLists::default();
    let sorted = none
        .sort_out(Adds::Needs, "needs", &stands, &stands)
        .unwrap();
    assert_eq!((sorted.standard.len(), &sorted.own[..]), (0, &stands[..]));
    let refused = none.sort_out(Adds::Needs, "needs", &stands, &[]);
    assert!(matches!(
        refused,
        Err(Error::UnknownCode { field: "needs" })
    ));
}

#[test]
fn own_kinds_of_crime_and_needs_are_refused_as_own_services_are() {
    let with = |list: &str, code: &str, counts_as: &str| {
        format!(
            r#"{{ "version": 2, "{list}": [{{ "code": "{code}", "en": "A", "es": "B", "counts_as": "{counts_as}" }}] }}"#
        )
    };
    for (list, code, counts_as, expected) in [
        ("crimes", "cattle", "V99", ListsFlaw::CountsAs),
        ("crimes", "V 22", "V22", ListsFlaw::Code),
        ("needs", "food", "food", ListsFlaw::Taken),
        ("needs", "feed", "B9", ListsFlaw::CountsAs),
    ] {
        assert_eq!(
            flaw(&with(list, code, counts_as)),
            (code.to_owned(), expected)
        );
    }
    let world = World::new();
    let mut county = world.county("Rivertown");
    put(&mut county, OWN).unwrap();
    let seen = lists(&county).unwrap().seen;
    let left_out = install(&mut county, r#"{ "version": 3 }"#, &seen).unwrap_err();
    assert!(matches!(
        left_out,
        Error::ListsRefused { what, flaw: ListsFlaw::LeftOut } if what == "online_stalking"
    ));
}

const ZONES: &str = r#"{ "version": 2, "zones": ["Elm Creek", "Oak Flat", "Río Seco"] }"#;

fn of_zone(zone: &str) -> victims::VictimForm {
    let mut form = victim("Ana", "Example");
    form.zone = zone.to_owned();
    form
}

/// Which zone a refusal names as the nearest.
fn nearest<T: std::fmt::Debug>(refused: Result<T>) -> String {
    match refused.unwrap_err() {
        Error::ZoneUnknown { nearest, .. } => nearest,
        other => panic!("{other}"),
    }
}

#[test]
fn where_an_office_has_zones_a_form_names_one_of_them_and_the_nearest_is_told() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    // Without a list a zone is words.
    victims::create(&mut county, &of_zone("up the hill")).unwrap();
    put(&mut county, ZONES).unwrap();
    assert_eq!(
        nearest(victims::create(&mut county, &of_zone("Elm Crek"))),
        "Elm Creek"
    );
    assert_eq!(
        nearest(victims::create(&mut county, &of_zone("rio sec"))),
        "Río Seco"
    );
    for zone in ["Elm Creek", "elm creek", "Rio Seco", ""] {
        victims::create(&mut county, &of_zone(zone)).unwrap();
    }
    let ana = victims::create(&mut county, &of_zone("Oak Flat"))
        .unwrap()
        .id;
    let incident = crate::incidents::IncidentForm {
        zone: "Oak Flatt".to_owned(),
        ..crate::incidents::IncidentForm::default()
    };
    assert_eq!(
        nearest(crate::incidents::record(&mut county, &ana, &incident)),
        "Oak Flat"
    );
    let mut agency = crate::testing::partner("Legal Aid");
    agency.zone = "Oakflat".to_owned();
    assert_eq!(
        nearest(crate::partners::create(&mut county, &agency)),
        "Oak Flat"
    );
    agency.zone = "Oak Flat".to_owned();
    let agency = crate::partners::create(&mut county, &agency).unwrap().id;
    let mut service = crate::testing::service(&agency, "Orders");
    service.travel_minutes = [("Elm Crek".to_owned(), 25)].into();
    let refused = crate::partners::directory::create_service(&mut county, &service);
    assert_eq!(nearest(refused), "Elm Creek");
    let question = crate::partners::FitQuestion {
        need: "legal".to_owned(),
        zone: Some("Elmcreek".to_owned()),
        language: None,
        age: None,
        at: None,
        now: false,
    };
    assert_eq!(
        nearest(crate::partners::fits(&county, &question)),
        "Elm Creek"
    );
    assert!(county.verify().unwrap().ok);
}

#[test]
fn what_stood_there_before_the_list_stays_is_edited_and_is_listed_until_somebody_mends_it() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &of_zone("Elm Crek"))
        .unwrap()
        .id;
    let mut agency = crate::testing::partner("Legal Aid");
    agency.zone = "Elm Crek".to_owned();
    let agency = crate::partners::create(&mut county, &agency).unwrap().id;
    let mut service = crate::testing::service(&agency, "Orders");
    service.areas = vec!["Ash Bend".to_owned(), "Oak Flat".to_owned()];
    crate::partners::directory::create_service(&mut county, &service).unwrap();
    assert!(other_zones(&county).unwrap().is_empty(), "there is no list");
    put(&mut county, ZONES).unwrap();
    let named = |county: &CaseFile| -> Vec<(String, Vec<String>)> {
        let others = other_zones(county).unwrap().into_iter();
        others
            .map(|other| {
                let records = other.records.into_iter().map(|one| one.record);
                (other.zone, records.collect())
            })
            .collect()
    };
    let both = vec!["victim".to_owned(), "partner".to_owned()];
    let ash = ("Ash Bend".to_owned(), vec!["partner_service".to_owned()]);
    assert_eq!(named(&county), [ash.clone(), ("Elm Crek".to_owned(), both)]);
    // Another field of hers is corrected without touching it; then somebody mends it.
    let page = victims::page(&county, &ana).unwrap();
    let mut about = page.about.clone();
    about.birth_year = Some(1990);
    victims::correct(&mut county, &ana, &about, &page.seen).unwrap();
    let page = victims::page(&county, &ana).unwrap();
    assert_eq!(page.about.zone, "Elm Crek");
    about.zone = "Elm Creek".to_owned();
    victims::correct(&mut county, &ana, &about, &page.seen).unwrap();
    let agencies = vec!["partner".to_owned()];
    assert_eq!(named(&county), [ash, ("Elm Crek".to_owned(), agencies)]);
    assert!(county.verify().unwrap().ok);
}

#[test]
fn zones_that_are_no_names_or_stand_there_twice_are_refused() {
    let zones = |zones: &str| flaw(&format!(r#"{{ "version": 2, "zones": [{zones}] }}"#));
    assert_eq!(
        zones(r#""Elm Creek", "elm  creek""#).1,
        ListsFlaw::ZoneTwice
    );
    for wrong in [r#""""#, r#"" Elm Creek""#] {
        assert_eq!(zones(wrong).1, ListsFlaw::ZoneName, "{wrong}");
    }
    let long = format!("\"{}\"", "x".repeat(61));
    assert_eq!(zones(&long).1, ListsFlaw::ZoneName);
}

#[test]
fn lists_without_zones_are_written_as_a_program_that_knows_none_reads_them() {
    let written = reading::read(&with(2, RIDE)).unwrap().written().unwrap();
    assert!(!written.contains("zones"), "{written}");
}
