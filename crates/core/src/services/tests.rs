use super::*;
use crate::casefile::CaseFile;
use crate::hiding;
use crate::testing::{World, victim};
use crate::victims;

fn office(world: &World) -> (CaseFile, String) {
    let mut file = world.county("Rivertown");
    let id = victims::create(&mut file, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    (file, id)
}

/// Information about rights, given in person on the Monday of the test.
fn given(victim_id: &str) -> ServiceForm {
    ServiceForm {
        victim_id: Some(victim_id.to_owned()),
        incident_id: None,
        served_on: Some("2026-03-02".to_owned()),
        item: "A2".to_owned(),
        local_item: None,
        quantity: None,
        minutes: Some(20),
        miles: Some(14),
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

fn refused(file: &mut CaseFile, form: &ServiceForm) -> Error {
    let before = of_victim(file, form.victim_id.as_deref().unwrap_or_default()).ok();
    let refused = record(file, form).unwrap_err();
    let after = of_victim(file, form.victim_id.as_deref().unwrap_or_default()).ok();
    assert_eq!(before, after, "a refused service leaves nothing");
    refused
}

#[test]
fn a_service_shows_as_it_was_recorded() {
    let world = World::new();
    let (mut file, id) = office(&world);
    record(&mut file, &given(&id)).unwrap();
    let event = of_victim(&file, &id).unwrap().remove(0);
    let named = (&*event.item, event.quantity, &*event.by);
    assert_eq!(named, ("A2", 1, "Pat Coordinator"));
    assert_eq!((event.minutes, event.miles), (Some(20), Some(14)));
    assert_eq!(event.funding_source.as_deref(), Some("voca"));
    assert!(file.verify().unwrap().ok);
}

#[test]
fn the_offices_own_service_rolls_up_to_one_item_of_the_report() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let mut form = given(&id);
    form.item.clear();
    form.local_item = Some("death_notification".to_owned());
    record(&mut file, &form).unwrap();
    assert_eq!(of_victim(&file, &id).unwrap()[0].item, "C3");
    form.item = "A1".to_owned();
    let both = refused(&mut file, &form);
    assert!(matches!(
        both,
        Error::AnswersExclude {
            field: "item",
            other: "local_item"
        }
    ));
    form.local_item = Some("balloons".to_owned());
    let unknown = refused(&mut file, &form);
    assert!(matches!(
        unknown,
        Error::UnknownCode {
            field: "local_item"
        }
    ));
}

#[test]
fn every_local_item_rolls_up_to_an_item_of_the_report() {
    for local in codes::list("local_item") {
        let item = rolls_up_to(local).unwrap();
        codes::ensure("service_item", "item", item).unwrap();
    }
}

#[test]
fn no_code_of_the_report_is_missing_from_the_code_list() {
    let items = counts::definition().services();
    let items: Vec<String> = items.into_iter().flat_map(|(_, items)| items).collect();
    assert_eq!(items, codes::list("service_item"));
}

#[test]
fn what_was_refused_or_could_not_be_had_says_why_and_nothing_else_does() {
    let world = World::new();
    let (mut file, id) = office(&world);
    for (outcome, reason, is_good) in [
        ("declined", Some("too_far"), true),
        ("declined", Some("no_provider"), false),
        ("declined", None, false),
        ("unmet", Some("staff_capacity"), true),
        ("unmet", Some(""), false),
        ("offered", None, true),
        ("offered", Some("too_far"), false),
        ("accepted", Some("other"), false),
        ("given", None, false),
    ] {
        let mut form = given(&id);
        form.outcome = outcome.to_owned();
        form.reason = reason.map(str::to_owned);
        assert_eq!(
            record(&mut file, &form).is_ok(),
            is_good,
            "{outcome} {reason:?}"
        );
    }
}

#[test]
fn figures_that_no_day_has_and_days_that_have_not_come_are_refused() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let with = |change: &dyn Fn(&mut ServiceForm)| {
        let mut form = given(&id);
        change(&mut form);
        form
    };
    for (form, field) in [
        (with(&|form| form.minutes = Some(-1)), "minutes"),
        (with(&|form| form.minutes = Some(1441)), "minutes"),
        (with(&|form| form.miles = Some(2001)), "miles"),
        (with(&|form| form.quantity = Some(0)), "quantity"),
        (with(&|form| form.victim_id = None), "victim"),
    ] {
        let refused = refused(&mut file, &form);
        assert!(
            matches!(refused, Error::InvalidInput { field: named } if named == field),
            "{field}"
        );
    }
    let tomorrow = with(&|form| form.served_on = Some("2026-03-03".to_owned()));
    let tomorrow = refused(&mut file, &tomorrow);
    assert!(matches!(
        tomorrow,
        Error::DateInFuture { field: "served_on" }
    ));
    for no_day in ["", "2026-02-30", "yesterday", "🙂", "٢٠٢٦-٠٣-٠٢"] {
        let form = with(&|form| form.served_on = Some(no_day.to_owned()));
        let no_day = refused(&mut file, &form);
        assert!(matches!(no_day, Error::DateRequired { field: "served_on" }));
    }
}

#[test]
fn an_anonymous_contact_is_no_person_and_may_say_what_kind_of_crime_it_was() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let mut form = given(&id);
    form.anonymous_contact = true;
    let both = refused(&mut file, &form);
    assert!(matches!(
        both,
        Error::AnswersExclude {
            other: "anonymous_contact",
            ..
        }
    ));
    form.victim_id = None;
    form.victimization = vec!["V10".to_owned()];
    record(&mut file, &form).unwrap();
    let found = anonymous_contacts(&file, "2026-03-01", "2026-03-31").unwrap();
    assert_eq!((found.len(), found[0].victim_id.as_ref()), (1, None));
    assert!(
        anonymous_contacts(&file, "2026-02-01", "2026-03-01")
            .unwrap()
            .is_empty()
    );
    let backwards = anonymous_contacts(&file, "2026-03-02", "2026-03-01");
    assert!(matches!(backwards, Err(Error::PeriodBackwards)));
    form.victimization = vec!["V27".to_owned()];
    assert!(record(&mut file, &form).is_err());
    let mut named = given(&id);
    named.victimization = vec!["V10".to_owned()];
    let of_incident = refused(&mut file, &named);
    assert!(matches!(
        of_incident,
        Error::AnswersExclude {
            other: "victimization",
            ..
        }
    ));
}

#[test]
fn a_service_recorded_by_mistake_is_hidden_and_can_be_brought_back() {
    let world = World::new();
    let (mut file, id) = office(&world);
    record(&mut file, &given(&id)).unwrap();
    let event = of_victim(&file, &id).unwrap().remove(0);
    hiding::hide(&mut file, "service_event", &event.id, &event.seen).unwrap();
    assert_eq!(of_victim(&file, &id).unwrap(), []);
    let hidden = victims::page(&file, &id).unwrap().hidden.remove(0);
    assert_eq!(hidden.record, "service_event");
    hiding::bring_back(&mut file, "service_event", &hidden.id, &hidden.seen).unwrap();
    assert_eq!(of_victim(&file, &id).unwrap().len(), 1);
}

#[test]
fn a_victim_who_received_a_service_is_not_hidden() {
    let world = World::new();
    let (mut file, id) = office(&world);
    record(&mut file, &given(&id)).unwrap();
    let seen = victims::page(&file, &id).unwrap().seen;
    let refused = hiding::hide(&mut file, "victim", &id, &seen);
    assert!(matches!(refused, Err(Error::VictimHasWork)));
}

/// PMT CR09: activity is told apart by who did it, also where a volunteer's slip is typed in by another.
#[test]
fn what_somebody_else_did_is_theirs_and_who_wrote_it_down_stays_in_the_history() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let kim = crate::staff::StaffForm {
        name: "Kim Sample".to_owned(),
        role: "volunteer".to_owned(),
        place: String::new(),
        training_hours: None,
        background_check_on: None,
        availability: Vec::new(),
    };
    let kim = crate::staff::create(&mut file, &kim).unwrap().id;
    let mut form = given(&id);
    form.staff_id = Some(kim.clone());
    let recorded = record(&mut file, &form).unwrap();
    assert_eq!(of_victim(&file, &id).unwrap()[0].by, "Kim Sample");
    let event = ids::parse(&SERVICE_EVENT, &recorded.id).unwrap();
    let standing = crate::standing::Standing::of(file.conn(), &SERVICE_EVENT, event).unwrap();
    let wrote = standing.author(file.conn(), "item").unwrap();
    assert_eq!(wrote, Some(file.place().staff));
    form.staff_id = Some(id.clone());
    assert!(matches!(
        refused(&mut file, &form),
        Error::NotFound { record: "staff" }
    ));

    let call = crate::outreach::ContactForm {
        victim_id: form.victim_id.clone().unwrap(),
        channel: "in_person".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: None,
        minutes: None,
        note: String::new(),
        follow_up_id: None,
        next_follow_up_on: None,
    };
    let by_kim = crate::outreach::AttemptDetails {
        staff_id: Some(kim),
        ..Default::default()
    };
    crate::outreach::record_attempt(&mut file, &call, &by_kim).unwrap();
    let page = crate::victims::page(&file, &call.victim_id).unwrap();
    assert!(
        page.timeline.iter().any(|row| row.by == "Kim Sample"),
        "{:?}",
        page.timeline
    );
}

/// PR-10: service never depends on consent. Without a release, and with one refused, every kind of help is recorded.
#[test]
fn pr_10_no_service_depends_on_a_release() {
    let world = World::new();
    let (mut file, id) = office(&world);
    assert_eq!(crate::victims::page(&file, &id).unwrap().releases, []);
    for item in codes::list("service_item") {
        let form = ServiceForm {
            item: item.clone(),
            ..given(&id)
        };
        record(&mut file, &form).unwrap();
    }
    let recorded = of_victim(&file, &id).unwrap().len();
    assert_eq!(recorded, codes::list("service_item").len());
}
