//! Figures of small tables, reckoned by hand: the arithmetic stands in each test.

use std::collections::BTreeSet;

use super::reckoning::{Event, Facts, PersonFacts, Told, counts};
use super::tests::{figure, opened, quarter, with};
use super::*;
use crate::error::Error;

/// A delivered service, paid by VOCA, on a day of January.
fn event(person: Option<usize>, item: &str) -> Event {
    Event {
        person,
        incident: None,
        on: "2026-01-10".parse().unwrap(),
        item: item.to_owned(),
        quantity: 1,
        delivered: true,
        funding_source: Some("voca".to_owned()),
        compensation_assistance: false,
        victimization: Vec::new(),
    }
}

fn persons(count: usize) -> Vec<PersonFacts> {
    let person = |number| PersonFacts {
        case_number: format!("RV-26-AAA-{number:04}"),
        ..PersonFacts::default()
    };
    (1..=count).map(person).collect()
}

fn counted(facts: &Facts, settings: &CountSettings) -> CountsView {
    counts(facts, &settings.checked().unwrap())
}

/// CR01, CR07A, CR07B. Person 0: A1 twice and B9 once; person 1: A1 once. Q1 = 2. Q8A counts 2 persons, A1 counts
/// 2 + 1 = 3 times. Q8B counts 1 person, B9 counts 1 time.
#[test]
fn persons_count_once_and_services_as_often_as_they_were_given() {
    let twice = Event {
        quantity: 2,
        ..event(Some(0), "A1")
    };
    let facts = Facts {
        events: vec![twice, event(Some(0), "B9"), event(Some(1), "A1")],
        persons: persons(2),
        ..Facts::default()
    };
    let counted = counted(&facts, &quarter());
    for (name, count) in [
        ("Q1", 2),
        ("Q8A", 2),
        ("Q8A:A1", 3),
        ("Q8B", 1),
        ("Q8B:B9", 1),
        ("Q8C", 0),
    ] {
        assert_eq!(figure(&counted, name), count, "{name}");
    }
    assert_eq!(opened(&counted, "Q8B").case_numbers, ["RV-26-AAA-0001"]);
}

/// CR02. Two anonymous calls, one of two kinds: Q2 = 2, though C2 was given 1 + 2 = 3 times. Q1 = 0. By type of crime
/// each counts once: V10 = 2, unless the settings leave them out.
#[test]
fn anonymous_contacts_are_contacts_and_no_persons() {
    let call = |quantity| Event {
        quantity,
        victimization: vec!["V10".to_owned()],
        ..event(None, "C2")
    };
    let facts = Facts {
        events: vec![call(1), call(2)],
        ..Facts::default()
    };
    let counted = |settings: &[(&str, &str)]| counts(&facts, &with(settings).checked().unwrap());
    let usual = counted(&[]);
    for (name, count) in [
        ("Q1", 0),
        ("Q2", 2),
        ("Q8C", 0),
        ("Q8C:C2", 3),
        ("Q5A:V10", 2),
    ] {
        assert_eq!(figure(&usual, name), count, "{name}");
    }
    assert_eq!(figure(&counted(&[("anonymous_in_q5", "no")]), "Q5A:V10"), 0);
}

/// CR04, CR13. Three persons, two of them new. One of the new told her race and age, the other declined the one and was
/// never asked the other. Q4A and Q4C each add up to Q3 = 2, and one case is listed as missing.
#[test]
fn only_new_persons_are_described_and_each_part_adds_up_to_them() {
    let told = |code: &str| Told::Answer(code.to_owned());
    let mut persons = persons(3);
    persons[0].race_ethnicity = told("R06");
    persons[0].gender = told("G2");
    persons[0].age = told("AGE4");
    persons[1].race_ethnicity = told("R09");
    persons[1].gender = told("G4");
    let facts = Facts {
        events: (0..3).map(|person| event(Some(person), "A1")).collect(),
        persons,
        served_before: BTreeSet::from([2]),
    };
    let counted = counted(&facts, &quarter());
    for (name, count) in [
        ("Q1", 3),
        ("Q3", 2),
        ("Q4A:R06", 1),
        ("Q4A:R09", 1),
        ("Q4B:G2", 1),
        ("Q4B:G4", 1),
        ("Q4C:AGE4", 1),
        ("Q4C:AGE6", 1),
        ("Q4C:AGE5", 0),
    ] {
        assert_eq!(figure(&counted, name), count, "{name}");
    }
    assert_eq!(counted.missing_answers, ["RV-26-AAA-0002"]);
    assert!(
        counted
            .checks
            .iter()
            .all(|check| check.holds || check.id == "CK04")
    );
}

/// CR05B. One person with all 26 types: each type counts her once, and those with more than one type are 1.
#[test]
fn a_person_counts_under_each_type_and_once_among_those_with_several() {
    let mut persons = persons(2);
    persons[0].types = definition().victimization_types().into_iter().collect();
    persons[1].types = BTreeSet::from(["V06".to_owned()]);
    let facts = Facts {
        events: vec![event(Some(0), "A1"), event(Some(1), "A1")],
        persons,
        ..Facts::default()
    };
    let counted = counted(&facts, &quarter());
    assert_eq!(figure(&counted, "Q5A:V01"), 1);
    assert_eq!(figure(&counted, "Q5A:V06"), 2);
    assert_eq!(figure(&counted, "Q5B"), 1);
}

/// CR09. Of four services: one VOCA, one its match, one the county's, one of which nobody said. Q1 = 2; with `not_said`
/// in the scope 3. A fifth that was only offered counts nowhere.
#[test]
fn only_what_the_grant_pays_for_is_counted_and_the_rest_is_told() {
    let paid_by = |person, source: Option<&str>| Event {
        funding_source: source.map(str::to_owned),
        ..event(Some(person), "A1")
    };
    let offered = Event {
        delivered: false,
        ..event(Some(4), "A1")
    };
    let facts = Facts {
        events: vec![
            paid_by(0, Some("voca")),
            paid_by(1, Some("match")),
            paid_by(2, Some("county")),
            paid_by(3, None),
            offered,
        ],
        persons: persons(5),
        ..Facts::default()
    };
    let usual = counted(&facts, &quarter());
    assert_eq!(figure(&usual, "Q1"), 2);
    let left_out = usual.left_out.unwrap();
    let left_out = (
        left_out.not_delivered,
        left_out.other_funding,
        left_out.funding_not_said,
    );
    assert_eq!(left_out, (1, 1, 1));
    let all = with(&[("funding_scope", "voca,match,not_said")]);
    assert_eq!(figure(&counted(&facts, &all), "Q1"), 3);
}

/// CR07B in Virginia: an explanation of rights counts once for each person. Person 0 had A2 three times, person 1 once,
/// an anonymous caller twice: 1 + 1 + 2 = 4 with the cap, 6 without.
#[test]
fn a_cap_holds_for_each_person() {
    let times = |person, quantity| Event {
        quantity,
        ..event(person, "A2")
    };
    let facts = Facts {
        events: vec![
            times(Some(0), 2),
            times(Some(0), 1),
            times(Some(1), 1),
            times(None, 2),
        ],
        persons: persons(2),
        ..Facts::default()
    };
    assert_eq!(figure(&counted(&facts, &quarter()), "Q8A:A2"), 6);
    let capped = with(&[("count_cap", "A2:1")]);
    assert_eq!(figure(&counted(&facts, &capped), "Q8A:A2"), 4);
}

/// CR10 in Utah, at a share of 0.4: 5 persons are 2, 1 person is 0.4 and so 1, 0 stays 0.
#[test]
fn a_share_of_what_is_there_is_at_least_one() {
    let mut events: Vec<Event> = (0..5).map(|person| event(Some(person), "A1")).collect();
    events.push(event(Some(0), "B9"));
    let facts = Facts {
        events,
        persons: persons(5),
        ..Facts::default()
    };
    let shared = counted(&facts, &with(&[("proration_share", "0.4")]));
    for (name, count) in [("Q1", 2), ("Q8B", 1), ("Q8C", 0)] {
        assert_eq!(figure(&shared, name), count, "{name}");
    }
    assert!(shared.shared_out);
    assert_eq!(
        opened(&shared, "Q1").case_numbers.len(),
        5,
        "all of the cases"
    );
}

/// CR06. A ride to the claims office helped with a claim, a phone call did not: one person was helped, and the ride is a
/// ride all the same.
#[test]
fn helping_with_a_claim_counts_beside_the_item_it_is() {
    let claim = Event {
        compensation_assistance: true,
        ..event(Some(0), "B9")
    };
    let facts = Facts {
        events: vec![claim, event(Some(1), "A1")],
        persons: persons(2),
        ..Facts::default()
    };
    let counted = counted(&facts, &quarter());
    assert_eq!((figure(&counted, "Q6"), figure(&counted, "Q8B:B9")), (1, 1));
}

/// B6 and E7 print one label and no default is known: each counts as it was recorded until the settings choose.
#[test]
fn of_two_items_with_one_label_the_settings_choose() {
    let facts = Facts {
        events: vec![
            event(Some(0), "B6"),
            event(Some(0), "E7"),
            event(Some(0), "B3"),
        ],
        persons: persons(1),
        ..Facts::default()
    };
    let usual = counted(&facts, &quarter());
    let chosen = counted(&facts, &with(&[("same_label_choice", "B3,E7")]));
    for (name, as_recorded, by_choice) in [
        ("Q8B:B6", 1, 0),
        ("Q8E:E7", 1, 2),
        ("Q8B:B3", 0, 1),
        ("Q8E:E9", 1, 0),
        ("Q8B", 1, 1),
    ] {
        assert_eq!(figure(&usual, name), as_recorded, "{name}");
        assert_eq!(figure(&chosen, name), by_choice, "{name}");
    }
}

#[test]
fn an_agency_that_cannot_say_who_is_new_says_so() {
    let facts = Facts {
        events: vec![event(Some(0), "A1")],
        persons: persons(1),
        ..Facts::default()
    };
    let counted = counted(&facts, &with(&[("can_track_new", "no")]));
    assert_eq!(opened(&counted, "Q3").count, None);
    assert_eq!(figure(&counted, "Q4C:AGE6"), 0);
}

#[test]
fn settings_that_cannot_be_are_refused() {
    for (name, value) in [
        ("new_reset", "JANUARY"),
        ("can_track_new", "maybe"),
        ("age_reference", "today"),
        ("funding_scope", "voca,lottery"),
        ("proration_share", "0"),
        ("proration_share", "1.5"),
        ("proration_share", "NaN"),
        ("count_cap", "A2"),
        ("count_cap", "A9:1"),
        ("count_cap", "A2:0"),
        ("same_label_choice", "A1"),
        ("colour", "red"),
        ("award_start", ""),
    ] {
        let mut settings = quarter();
        let refused = match (settings.set(name, value), name) {
            (Ok(()), "award_start") => settings.set("new_reset", "AWARD_START"),
            (outcome, _) => outcome,
        };
        assert!(refused.is_err(), "{name}={value}");
    }
    let backwards = CountSettings::usual("2026-03-31", "2026-01-01").checked();
    assert!(matches!(backwards, Err(Error::PeriodBackwards)));
    let no_day = CountSettings::usual("2026-02-30", "2026-03-31").checked();
    assert!(matches!(no_day, Err(Error::DateRequired { field: "from" })));
}
