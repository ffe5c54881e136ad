//! Small offices, counted by hand: the arithmetic stands in each test.

use super::*;
use crate::services::{self, ServiceForm};
use crate::testing::{World, partner, victim};
use crate::{duplicates, hiding, partners, referrals, victims};

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
