use super::*;
use crate::incidents::{self as incident_records, IncidentForm, PartForm};
use crate::testing::{World, state_pack, victim};
use crate::victims::VictimFacts;
use crate::{outreach, policy::PolicyForm};

fn office() -> (World, CaseFile, String) {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut form = victim("Ana", "Marker");
    form.facts = Some(VictimFacts {
        race_ethnicity: vec!["R02".to_owned()],
        gender_stated: "woman".to_owned(),
        ..VictimFacts::default()
    });
    let id = victims::create(&mut file, &form).unwrap().id;
    let form = PolicyForm {
        verify_after_days: 30,
        state_pack: "sample".to_owned(),
        identity_months: Some(12),
        statistics_months: Some(24),
        call_back_phone: None,
    };
    policy::set(&mut file, &form, "").unwrap();
    (world, file, id)
}

fn clocks(file: &CaseFile) -> Vec<Clock> {
    due(file).unwrap().due.iter().map(|row| row.clock).collect()
}

#[test]
fn pr_37_each_clock_ends_on_its_day_and_nothing_is_purged_by_itself() {
    let (world, mut file, id) = office();
    world.clock.set("2027-03-02T08:00:00-06:00");
    assert!(clocks(&file).is_empty());
    let refused = purge(&mut file, &id, Clock::Identity);
    assert!(matches!(refused, Err(Error::NotDue)));
    world.clock.set("2027-03-03T08:00:00-06:00");
    assert_eq!(clocks(&file), [Clock::Identity]);
    let refused = purge(&mut file, &id, Clock::Everything);
    assert!(matches!(refused, Err(Error::NotDue)));
    world.clock.set("2028-03-03T08:00:00-06:00");
    assert_eq!(clocks(&file), [Clock::Everything]);
    assert_eq!(
        victims::page(&file, &id).unwrap().summary.name,
        "Ana Marker"
    );
}

#[test]
fn what_falls_due_by_a_samples_months_alone_is_listed_and_never_purged() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = victims::create(&mut file, &victim("Ana", "Marker"))
        .unwrap()
        .id;
    world.clock.set("2036-03-03T08:00:00-06:00");
    let list = due(&file).unwrap();
    assert_eq!(list.due.len(), 1);
    assert_eq!(list.sample.unwrap().name, "sample 1");
    // One clock of the office's own is not enough: the other one is still the sample's.
    let mut form = PolicyForm {
        verify_after_days: 30,
        state_pack: "sample".to_owned(),
        identity_months: Some(12),
        statistics_months: None,
        call_back_phone: None,
    };
    policy::set(&mut file, &form, "").unwrap();
    for clock in [Clock::Identity, Clock::Everything] {
        let refused = purge(&mut file, &id, clock);
        assert!(matches!(refused, Err(Error::SampleMonths)), "{refused:?}");
    }
    form.statistics_months = Some(24);
    let seen = policy::policy(&file).unwrap().seen;
    policy::set(&mut file, &form, &seen).unwrap();
    assert_eq!(due(&file).unwrap().sample, None);
    purge(&mut file, &id, Clock::Everything).unwrap();
}

#[test]
fn the_months_of_an_installed_pack_hold_where_the_county_set_none() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = victims::create(&mut file, &victim("Ana", "Marker"))
        .unwrap()
        .id;
    let pack = state_pack("ohio", "1").replace("\"identity_months\":36", "\"identity_months\":6");
    policy::install_pack(&mut file, &pack, "").unwrap();
    world.clock.set("2026-09-03T08:00:00-06:00");
    let list = due(&file).unwrap();
    assert_eq!((list.identity_months, list.sample), (6, None));
    purge(&mut file, &id, Clock::Identity).unwrap();
}

#[test]
fn work_with_her_starts_both_clocks_anew() {
    let (world, mut file, id) = office();
    world.clock.set("2027-03-02T08:00:00-06:00");
    let contact = outreach::ContactForm {
        victim_id: id,
        channel: "in_person".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: None,
        minutes: None,
        note: String::new(),
        follow_up_id: None,
        next_follow_up_on: None,
    };
    outreach::record_contact(&mut file, &contact).unwrap();
    world.clock.set("2028-03-02T08:00:00-06:00");
    assert!(clocks(&file).is_empty());
}

/// Work in another record of hers, and what is still to come, is work with her.
#[test]
fn whoever_is_served_in_another_record_or_waits_for_a_follow_up_is_not_due() {
    let (world, mut file, id) = office();
    world.clock.set("2027-06-02T08:00:00-06:00");
    assert_eq!(clocks(&file), [Clock::Identity]);
    let other = victims::create(&mut file, &victim("Anna", "Marker"))
        .unwrap()
        .id;
    assert_eq!(clocks(&file), [Clock::Identity]);
    crate::duplicates::link(&mut file, &id, &other).unwrap();
    assert!(clocks(&file).is_empty());

    let (world, mut file, id) = office();
    let victim_id = ids::parse(&VICTIM, &id).unwrap();
    file.change(crate::casefile::Action::RecordContact, |change| {
        crate::followups::write(change, victim_id, "2028-01-10", "court_date")
    })
    .unwrap();
    world.clock.set("2028-03-03T08:00:00-06:00");
    assert!(clocks(&file).is_empty());
}

#[test]
fn pr_37_the_first_purge_leaves_what_can_be_counted_and_no_identity() {
    let (world, mut file, id) = office();
    let happened = IncidentForm {
        agency_case_number: "26-00117".to_owned(),
        part: PartForm {
            role: "primary".to_owned(),
            victimization: vec!["V10".to_owned()],
            ..PartForm::default()
        },
        ..IncidentForm::default()
    };
    incident_records::record(&mut file, &id, &happened).unwrap();
    world.clock.set("2027-03-03T08:00:00-06:00");
    purge(&mut file, &id, Clock::Identity).unwrap();
    let page = victims::page(&file, &id).unwrap();
    let record = victims::record(&file, &id).unwrap();
    assert_eq!((&*page.summary.name, &*page.about.zone), ("", ""));
    assert_eq!(record.facts.gender_stated, "");
    assert!(page.contact_methods.iter().all(|way| way.value.is_empty()));
    assert_eq!(record.incidents[0].form.agency_case_number, "");
    assert_eq!(record.facts.race_ethnicity, ["R02"]);
    assert_eq!(record.incidents[0].form.part.victimization, ["V10"]);
    assert!(!page.summary.case_number.is_empty());
    assert!(clocks(&file).is_empty(), "nothing of that kind is left");
    assert!(file.verify().unwrap().ok);
}

#[test]
fn pr_38_a_legal_hold_stops_every_purge_and_every_order() {
    let (world, mut file, id) = office();
    let seen = victims::record(&file, &id).unwrap().seen;
    victims::hold(&mut file, &id, true, "County counsel", &seen).unwrap();
    world.clock.set("2028-03-03T08:00:00-06:00");
    let list = due(&file).unwrap();
    assert!(list.due.is_empty());
    assert_eq!(list.held.len(), 1);
    let refused = purge(&mut file, &id, Clock::Everything);
    assert!(matches!(refused, Err(Error::LegalHold)));
    let order = erasure::EraseForm {
        victim_id: id.clone(),
        record: None,
        fields: Vec::new(),
        basis: "victim_request".to_owned(),
    };
    let refused = erasure::order(&mut file, &order);
    assert!(matches!(refused, Err(Error::LegalHold)));
    let seen = victims::record(&file, &id).unwrap().seen;
    victims::hold(&mut file, &id, false, "County counsel", &seen).unwrap();
    purge(&mut file, &id, Clock::Everything).unwrap();
    assert!(victims::find(&file, "").unwrap().is_empty());
}

#[test]
fn only_the_county_purges() {
    let (world, mut file, id) = office();
    let mut laptop = world.joined_laptop(&mut file, "Elm Creek", "Alex Sample");
    assert!(matches!(due(&laptop), Err(Error::OnlyCounty)));
    let refused = purge(&mut laptop, &id, Clock::Identity);
    assert!(matches!(refused, Err(Error::OnlyCounty)));
}

/// PR-38: who asks to keep what is known of an incident means everybody in it.
#[test]
fn pr_38_a_hold_on_an_incident_keeps_everybody_in_it_from_every_purge_and_every_order() {
    let (world, mut file, ana) = office();
    let [leo, bea] = ["Leo", "Bea"].map(|given| {
        victims::create(&mut file, &victim(given, "Marker"))
            .unwrap()
            .id
    });
    let part = || PartForm {
        role: "primary".to_owned(),
        ..PartForm::default()
    };
    let happened = |file: &mut CaseFile, to: &str| {
        let form = IncidentForm {
            part: part(),
            ..IncidentForm::default()
        };
        incident_records::record(file, to, &form).unwrap().id
    };
    let incident = happened(&mut file, &ana);
    incident_records::join(&mut file, &leo, &incident, &part()).unwrap();
    happened(&mut file, &bea);
    let shown = |file: &CaseFile, of: &str| victims::record(file, of).unwrap().incidents.remove(0);
    let hold = |file: &mut CaseFile, on: bool, reason: &str| {
        let seen = shown(file, &ana).seen;
        incident_records::hold(file, &incident, on, reason, &seen)
    };
    let refused = hold(&mut file, true, " ");
    assert!(matches!(
        refused,
        Err(Error::ReasonRequired {
            field: "legal_hold_reason"
        })
    ));
    hold(&mut file, true, "County counsel").unwrap();
    let his = shown(&file, &leo);
    assert_eq!(
        (his.legal_hold, &*his.legal_hold_reason),
        (true, "County counsel")
    );
    assert!(victims::what_exists(&file, &leo).unwrap().legal_hold);
    assert!(!victims::what_exists(&file, &bea).unwrap().legal_hold);

    world.clock.set("2028-03-03T08:00:00-06:00");
    let list = due(&file).unwrap();
    assert_eq!((list.due.len(), list.held.len()), (1, 2));
    assert_eq!(list.due[0].victim_id, bea);
    for held in [&ana, &leo] {
        for clock in [Clock::Identity, Clock::Everything] {
            let refused = purge(&mut file, held, clock);
            assert!(matches!(refused, Err(Error::LegalHold)), "{refused:?}");
        }
        let order = erasure::EraseForm {
            victim_id: held.clone(),
            record: None,
            fields: Vec::new(),
            basis: "victim_request".to_owned(),
        };
        let refused = erasure::order(&mut file, &order);
        assert!(matches!(refused, Err(Error::LegalHold)));
    }
    purge(&mut file, &bea, Clock::Everything).unwrap();

    hold(&mut file, false, "County counsel").unwrap();
    purge(&mut file, &ana, Clock::Everything).unwrap();
    purge(&mut file, &leo, Clock::Everything).unwrap();
    assert!(victims::find(&file, "").unwrap().is_empty());
    assert!(file.verify().unwrap().ok);
}
