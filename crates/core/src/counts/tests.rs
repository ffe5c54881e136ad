//! Small offices, counted by hand: the arithmetic stands in each test.

use super::*;
use crate::error::Error;
use crate::services::{self, ServiceForm};
use crate::testing::{World, partner, victim};
use crate::{duplicates, hiding, incidents, partners, referrals, victims};

pub(super) fn quarter() -> CountSettings {
    CountSettings::usual("2026-01-01", "2026-03-31")
}

pub(super) fn with(settings: &[(&str, &str)]) -> CountSettings {
    let mut with = quarter();
    for (name, value) in settings {
        with.set(name, value).unwrap();
    }
    with
}

/// The count of a figure, written as `Q1` or `Q8A:A3`.
pub(super) fn figure(counted: &CountsView, name: &str) -> i32 {
    opened(counted, name).count.unwrap()
}

pub(super) fn opened<'a>(counted: &'a CountsView, name: &str) -> &'a FigureView {
    let (question, code) = name.split_once(':').unwrap_or((name, ""));
    let mut figures = counted.figures.iter();
    figures
        .find(|figure| figure.question == question && figure.code == code)
        .unwrap()
}

fn served(victim_id: &str, on: &str, item: &str) -> ServiceForm {
    ServiceForm {
        victim_id: Some(victim_id.to_owned()),
        incident_id: None,
        served_on: Some(on.to_owned()),
        item: item.to_owned(),
        local_item: None,
        quantity: None,
        minutes: None,
        miles: None,
        mode: "phone".to_owned(),
        funding_source: Some("voca".to_owned()),
        outcome: "accepted".to_owned(),
        reason: None,
        compensation_assistance: false,
        anonymous_contact: false,
        victimization: Vec::new(),
        staff_id: None,
    }
}

/// CR03 for each year in which people are new again. Maria is served on 20 September and 10 January, Ana on 10 January.
/// From October on, and since an award of January, both are new in that quarter; by the state's year from July and in a
/// lifetime only Ana is.
#[test]
fn who_is_new_depends_on_the_year_that_makes_people_new() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let ids = ["Maria", "Ana"].map(|name| {
        victims::create(&mut file, &victim(name, "Marker"))
            .unwrap()
            .id
    });
    for (id, on) in [
        (&ids[0], "2025-09-20"),
        (&ids[0], "2026-01-10"),
        (&ids[1], "2026-01-10"),
    ] {
        services::record(&mut file, &served(id, on, "A1")).unwrap();
    }
    for (settings, new) in [
        (vec![("new_reset", "FFY")], 2),
        (vec![("new_reset", "SFY_0701")], 1),
        (vec![("new_reset", "LIFETIME")], 1),
        (
            vec![("award_start", "2026-01-01"), ("new_reset", "AWARD_START")],
            2,
        ),
        (
            vec![("award_start", "2025-09-01"), ("new_reset", "AWARD_START")],
            1,
        ),
        (
            vec![("award_start", "2026-02-01"), ("new_reset", "AWARD_START")],
            2,
        ),
    ] {
        let counted = count(&file, &with(&settings)).unwrap();
        assert_eq!(figure(&counted, "Q3"), new, "{settings:?}");
        assert_eq!(figure(&counted, "Q1"), 2);
    }
    // A period over the turn of the year: whoever is served on both sides of it is new once.
    let year = CountSettings::usual("2025-09-01", "2026-01-31");
    assert_eq!(figure(&count(&file, &year).unwrap(), "Q3"), 2);
}

/// Both days belong to the period, and a service that was hidden counts nowhere.
#[test]
fn both_days_of_a_period_belong_to_it_and_hidden_services_do_not() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = victims::create(&mut file, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    for on in ["2025-12-31", "2026-01-01", "2026-02-01"] {
        services::record(&mut file, &served(&id, on, "A1")).unwrap();
    }
    let on_days = |file: &CaseFile, from: &str, to: &str| {
        figure(
            &count(file, &CountSettings::usual(from, to)).unwrap(),
            "Q8A:A1",
        )
    };
    assert_eq!(on_days(&file, "2026-01-01", "2026-02-01"), 2);
    assert_eq!(on_days(&file, "2025-12-31", "2026-01-31"), 2);
    let event = services::of_victim(&file, &id).unwrap().remove(0);
    hiding::hide(&mut file, "service_event", &event.id, &event.seen).unwrap();
    assert_eq!(on_days(&file, "2025-12-31", "2026-02-01"), 2);
    let counted = count(&file, &quarter()).unwrap();
    let number = victims::page(&file, &id).unwrap().summary.case_number;
    assert_eq!(opened(&counted, "Q1").case_numbers, [number]);
    // Born in 1991 and first served in 2025: 34 years.
    let with_december = CountSettings::usual("2025-10-01", "2026-03-31");
    let counted = count(&file, &with_december).unwrap();
    assert_eq!(figure(&counted, "Q4C:AGE4"), 1);
}

/// 28 CFR 94.115: persons after same-person links; taking the link back brings the figures back (MS-07).
#[test]
fn linked_records_are_one_person_until_they_are_unlinked() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let ids = ["Maria", "Mary"].map(|name| {
        let id = victims::create(&mut file, &victim(name, "Marker"))
            .unwrap()
            .id;
        services::record(&mut file, &served(&id, "2026-01-10", "A1")).unwrap();
        id
    });
    let people = |file: &CaseFile| {
        let counted = count(file, &quarter()).unwrap();
        (figure(&counted, "Q1"), figure(&counted, "Q8A:A1"))
    };
    assert_eq!(people(&file), (2, 2));
    duplicates::link(&mut file, &ids[0], &ids[1]).unwrap();
    assert_eq!(people(&file), (1, 2));
    duplicates::unlink(&mut file, &ids[0], &ids[1]).unwrap();
    assert_eq!(people(&file), (2, 2));
}

/// A referral that is sent makes one service: A4 to legal aid, A3 to a victim service program.
#[test]
fn a_sent_referral_counts_as_one_service_and_an_offered_one_as_none() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = victims::create(&mut file, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    let mut shelter = partner("Harbor");
    shelter.victim_service_program = true;
    let agencies =
        [partner("Legal Aid"), shelter].map(|form| partners::create(&mut file, &form).unwrap().id);
    let form = referrals::ReferralForm {
        victim_id: id.clone(),
        partner_ids: agencies.to_vec(),
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    let made = referrals::refer_victim(&mut file, &form).unwrap();
    assert_eq!(services::of_victim(&file, &id).unwrap(), []);
    for referral in &made {
        let step = referrals::StepForm {
            status: "sent".to_owned(),
            funding_source: Some("voca".to_owned()),
            ..referrals::StepForm::default()
        };
        referrals::advance_in_detail(&mut file, &referral.id, &step, &referral.seen).unwrap();
    }
    let counted = count(&file, &quarter()).unwrap();
    for (name, times) in [("Q1", 1), ("Q8A", 1), ("Q8A:A3", 1), ("Q8A:A4", 1)] {
        assert_eq!(figure(&counted, name), times, "{name}");
    }
    let sent = victims::page(&file, &id).unwrap().referrals.remove(0);
    referrals::advance(&mut file, &sent.id, "completed", &sent.seen).unwrap();
    assert_eq!(services::of_victim(&file, &id).unwrap().len(), 2);
}

/// CR04, CR05A to CR05C. Maria says two races and one gender, belongs to two groups, and was in two incidents: a
/// burglary (V05) and an assault (V01, V05). The first service names the burglary alone. Ana declined to say her race,
/// was never asked her gender, and was in an assault that nobody served her for.
#[test]
fn what_people_said_of_themselves_and_what_they_were_served_for_is_counted() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let ids = ["Maria", "Ana"].map(|name| {
        victims::create(&mut file, &victim(name, "Marker"))
            .unwrap()
            .id
    });
    let say = |file: &mut CaseFile, id: &str, facts: victims::VictimFacts| {
        let seen = victims::page(file, id).unwrap().seen;
        victims::set_facts(file, id, &facts, &seen).unwrap();
    };
    let of_maria = victims::VictimFacts {
        race_ethnicity: vec!["R04".to_owned(), "R06".to_owned()],
        gender: "G2".to_owned(),
        birth_date: Some("2001-01-09".to_owned()),
        special_classes: vec!["S5".to_owned(), "S7".to_owned()],
        ..victims::VictimFacts::default()
    };
    say(&mut file, &ids[0], of_maria);
    let of_ana = victims::VictimFacts {
        race_ethnicity: vec!["declined".to_owned()],
        special_classes: vec!["not_asked".to_owned()],
        ..victims::VictimFacts::default()
    };
    say(&mut file, &ids[1], of_ana);
    let mut happened = |id: &str, types: &[&str], on: &str| {
        let form = incidents::IncidentForm {
            occurred_on: on.to_owned(),
            part: incidents::PartForm {
                role: "primary".to_owned(),
                victimization: types.iter().map(|code| (*code).to_owned()).collect(),
                ..incidents::PartForm::default()
            },
            ..incidents::IncidentForm::default()
        };
        incidents::record(&mut file, id, &form).unwrap().id
    };
    let burglary = happened(&ids[0], &["V05"], "2026-01-08");
    happened(&ids[0], &["V01", "V05"], "2026-01-12");
    happened(&ids[1], &["V01"], "2026-01-09");

    let mut of_burglary = served(&ids[0], "2026-01-10", "A1");
    of_burglary.incident_id = Some(burglary);
    services::record(&mut file, &of_burglary).unwrap();
    let counted = count(&file, &quarter()).unwrap();
    for (name, persons) in [
        ("Q4A:R08", 1),
        ("Q4B:G2", 1),
        ("Q4C:AGE4", 1),
        ("Q5A:V01", 0),
        ("Q5A:V05", 1),
        ("Q5B", 0),
        ("Q5C:S5", 1),
        ("Q5C:S7", 1),
    ] {
        assert_eq!(figure(&counted, name), persons, "{name}");
    }
    assert!(counted.missing_answers.is_empty());
    // She was 24 on the day of the incident, and 25 when she was first served two days later.
    let mut at_incident = quarter();
    at_incident.set("age_reference", "incident").unwrap();
    let counted = count(&file, &at_incident).unwrap();
    assert_eq!(figure(&counted, "Q4C:AGE3"), 1);

    // A service that names no incident was for all that happened to her.
    for id in &ids {
        services::record(&mut file, &served(id, "2026-01-20", "A1")).unwrap();
    }
    let counted = count(&file, &quarter()).unwrap();
    for (name, persons) in [
        ("Q4A:R08", 1),
        ("Q4A:R09", 1),
        ("Q4B:G4", 1),
        ("Q5A:V01", 2),
        ("Q5A:V05", 1),
        ("Q5B", 1),
        ("Q5C:S5", 1),
    ] {
        assert_eq!(figure(&counted, name), persons, "{name}");
    }
    let number = victims::page(&file, &ids[1]).unwrap().summary.case_number;
    assert_eq!(counted.missing_answers, [number]);
    assert!(counted.checks.iter().all(|check| check.holds));
    let hers = served(&ids[1], "2026-01-21", "A1");
    let of_another = ServiceForm {
        incident_id: of_burglary.incident_id,
        ..hers
    };
    let refused = services::record(&mut file, &of_another);
    assert!(
        matches!(refused, Err(Error::NotFound { .. })),
        "{refused:?}"
    );
}

#[test]
fn counting_uses_the_index_of_days() {
    let world = World::new();
    let file = world.county("Rivertown");
    for sql in [store::EVENTS_OF_PERIOD, store::SERVED_BEFORE] {
        let mut statement = file
            .conn()
            .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
            .unwrap();
        let rows = statement
            .query_map(["2026-01-01", "2026-03-31"], |row| row.get::<_, String>(3))
            .unwrap();
        let plan: Vec<String> = rows.map(|row| row.unwrap()).collect();
        assert!(
            plan.iter()
                .any(|step| step.contains("service_event_by_day")),
            "{plan:?}"
        );
        assert!(
            !plan.iter().any(|step| step.starts_with("SCAN")),
            "{plan:?}"
        );
    }
}
