//! Counting for the grant: what sticks, a new year, two records of one person and one label printed twice do to figures.

use countyline_core::casefile::CaseFile;
use countyline_core::counts::{self, CountSettings, CountsView};
use countyline_core::incidents::{self, IncidentForm, PartForm};
use countyline_core::services::{self, ServiceForm};
use countyline_core::testing::{World, partner, victim};
use countyline_core::{duplicates, partners, referrals, victims};

use crate::offices::{merged, sent};

fn given(victim_id: &str, on: &str, item: &str) -> ServiceForm {
    ServiceForm {
        victim_id: Some(victim_id.to_owned()),
        incident_id: None,
        served_on: Some(on.to_owned()),
        item: item.to_owned(),
        local_item: None,
        quantity: None,
        minutes: Some(15),
        miles: None,
        mode: "in_person".to_owned(),
        funding_source: Some("voca".to_owned()),
        outcome: "accepted".to_owned(),
        reason: None,
        compensation_assistance: false,
        anonymous_contact: false,
        victimization: Vec::new(),
        staff_id: None,
    }
}

fn recorded(file: &mut CaseFile, name: &str) -> String {
    victims::create(file, &victim(name, "Example")).unwrap().id
}

fn counted(file: &CaseFile, from: &str, to: &str, settings: &[(&str, &str)]) -> CountsView {
    let mut asked = CountSettings::usual(from, to);
    for (name, value) in settings {
        asked.set(name, value).unwrap();
    }
    counts::count(file, &asked).unwrap()
}

/// The count of a figure, written as `Q1` or `Q8A:A3`.
fn figure(counted: &CountsView, name: &str) -> i32 {
    let (question, code) = name.split_once(':').unwrap_or((name, ""));
    let mut figures = counted.figures.iter();
    let figure = figures.find(|figure| figure.question == question && figure.code == code);
    figure.unwrap().count.unwrap()
}

/// MS-08. Two laptops served two people each, one of them the same: 3 people, 4 services. One stick comes twice and the
/// other late, in either order.
#[test]
fn as_02_a_stick_that_comes_twice_or_out_of_order_doubles_no_count() {
    for twice in [0, 1] {
        let world = World::new();
        let mut county = world.county("Rivertown");
        let shared = recorded(&mut county, "Ana");
        let mut sticks = Vec::new();
        for place in ["Elm Creek", "Oak Flat"] {
            let mut laptop = world.joined_laptop(&mut county, place, "Alex Sample");
            let own = recorded(&mut laptop, place);
            for id in [&own, &shared] {
                services::record(&mut laptop, &given(id, "2026-03-02", "A2")).unwrap();
            }
            sticks.push(sent(&world, &mut laptop, place));
        }
        for stick in [twice, twice, 1 - twice, twice] {
            merged(&mut county, &[&sticks[stick]]);
        }
        let quarter = counted(&county, "2026-01-01", "2026-03-31", &[]);
        assert_eq!(
            (figure(&quarter, "Q1"), figure(&quarter, "Q8A:A2")),
            (3, 4),
            "{twice}"
        );
    }
}

/// MS-04. Two laptops send one referral apart: it is one service of the report, on both orders of the sticks.
#[test]
fn a_referral_that_two_laptops_sent_apart_is_one_service() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = recorded(&mut county, "Ana");
    let agency = partners::create(&mut county, &partner("Legal Aid"))
        .unwrap()
        .id;
    let form = referrals::ReferralForm {
        victim_id: ana.clone(),
        partner_ids: vec![agency],
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    referrals::refer_victim(&mut county, &form).unwrap();
    let mut sticks = Vec::new();
    for place in ["Elm Creek", "Oak Flat"] {
        let mut laptop = world.joined_laptop(&mut county, place, "Alex Sample");
        let offered = victims::page(&laptop, &ana).unwrap().referrals.remove(0);
        let step = referrals::StepForm {
            status: "sent".to_owned(),
            funding_source: Some("voca".to_owned()),
            ..referrals::StepForm::default()
        };
        referrals::advance_in_detail(&mut laptop, &offered.id, &step, &offered.seen).unwrap();
        sticks.push(sent(&world, &mut laptop, place));
    }
    for stick in &sticks {
        merged(&mut county, &[stick]);
    }
    assert_eq!(services::of_victim(&county, &ana).unwrap().len(), 1);
    let quarter = counted(&county, "2026-01-01", "2026-03-31", &[]);
    assert_eq!((figure(&quarter, "Q1"), figure(&quarter, "Q8A:A4")), (1, 1));
    assert!(county.verify().unwrap().ok);
}

/// CR03. Served in October, January and July.
#[test]
fn as_05_a_person_is_new_once_in_each_year_that_makes_people_new() {
    let world = World::new();
    world.clock.set("2026-08-03T08:00:00-06:00");
    let mut county = world.county("Rivertown");
    let ana = recorded(&mut county, "Ana");
    for on in ["2025-10-14", "2026-01-20", "2026-07-08"] {
        services::record(&mut county, &given(&ana, on, "A1")).unwrap();
    }
    let quarters = [
        ("2025-10-01", "2025-12-31"),
        ("2026-01-01", "2026-03-31"),
        ("2026-04-01", "2026-06-30"),
        ("2026-07-01", "2026-09-30"),
    ];
    for (reset, new) in [("FFY", [1, 0, 0, 0]), ("SFY_0701", [1, 0, 0, 1])] {
        let found = quarters
            .map(|(from, to)| figure(&counted(&county, from, to, &[("new_reset", reset)]), "Q3"));
        assert_eq!(found, new, "{reset}");
    }
}

/// One interview accompaniment: the form prints its label under B3 and under E9.
#[test]
fn as_07_one_interview_accompaniment_counts_under_one_of_its_two_items() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = recorded(&mut county, "Ana");
    services::record(&mut county, &given(&ana, "2026-03-02", "B3")).unwrap();
    for (choice, expected) in [("E9", (0, 1)), ("B3", (1, 0))] {
        let settings = [("same_label_choice", choice)];
        let quarter = counted(&county, "2026-01-01", "2026-03-31", &settings);
        assert_eq!(
            (figure(&quarter, "Q8B:B3"), figure(&quarter, "Q8E:E9")),
            expected
        );
    }
}

/// MS-07, CR11: two records turn out to be one person's after the quarter was counted; counted again it is one fewer, and
/// what was given stays as often as it was given. Unlinking brings the first count back.
#[test]
fn as_09_a_quarter_counted_again_after_two_victims_were_linked_has_one_person_fewer() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ids = ["Ana", "Anna", "Jo"].map(|name| {
        let id = recorded(&mut county, name);
        services::record(&mut county, &given(&id, "2026-03-02", "A1")).unwrap();
        id
    });
    let people = |county: &CaseFile| {
        let quarter = counted(county, "2026-01-01", "2026-03-31", &[]);
        ["Q1", "Q3", "Q8A", "Q8A:A1"].map(|name| figure(&quarter, name))
    };
    assert_eq!(people(&county), [3, 3, 3, 3]);
    duplicates::link(&mut county, &ids[0], &ids[1]).unwrap();
    assert_eq!(people(&county), [2, 2, 2, 3]);
    duplicates::unlink(&mut county, &ids[0], &ids[1]).unwrap();
    assert_eq!(people(&county), [3, 3, 3, 3]);
}

/// Two incidents, each of all 26 kinds of crime.
#[test]
fn as_06_one_person_with_all_26_types_each_twice_counts_once_among_those_with_several() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = recorded(&mut county, "Ana");
    let form = IncidentForm {
        part: PartForm {
            role: "primary".to_owned(),
            victimization: (1..=26).map(|type_| format!("V{type_:02}")).collect(),
            victimization_other: "as the report names them".to_owned(),
            ..PartForm::default()
        },
        ..IncidentForm::default()
    };
    for _ in 0..2 {
        incidents::record(&mut county, &ana, &form).unwrap();
    }
    services::record(&mut county, &given(&ana, "2026-01-10", "A1")).unwrap();
    let counted = counted(&county, "2026-01-01", "2026-03-31", &[]);
    assert_eq!(figure(&counted, "Q5B"), 1);
    for type_ in 1..=26 {
        assert_eq!(figure(&counted, &format!("Q5A:V{type_:02}")), 1);
    }
}
