use super::*;
use crate::incidents::{IncidentForm, PartForm};
use crate::outreach::{self, AttemptDetails, ContactForm};
use crate::testing::{World, victim};
use crate::victims;

fn office(world: &World) -> (CaseFile, String) {
    let mut file = world.county("Rivertown");
    let mut form = victim("Maria", "Marker");
    form.follow_up_on = Some("2026-03-04".to_owned());
    let id = victims::create(&mut file, &form).unwrap().id;
    (file, id)
}

fn only(file: &CaseFile, victim: &str) -> FollowUpView {
    victims::page(file, victim).unwrap().follow_ups.remove(0)
}

fn contact(victim: &str, follow_up: &str) -> ContactForm {
    ContactForm {
        victim_id: victim.to_owned(),
        channel: "phone".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: None,
        minutes: None,
        note: String::new(),
        follow_up_id: Some(follow_up.to_owned()),
        next_follow_up_on: None,
    }
}

#[test]
fn a_follow_up_comes_late_today_or_soon() {
    let world = World::new();
    let (file, _) = office(&world);
    for (now, late, today, upcoming) in [
        ("2026-03-02T08:00:00-06:00", 0, 0, 1),
        ("2026-03-04T08:00:00-06:00", 0, 1, 0),
        ("2026-03-06T08:00:00-06:00", 1, 0, 0),
        ("2026-02-20T08:00:00-06:00", 0, 0, 0),
    ] {
        world.clock.set(now);
        let view = outreach::today(&file).unwrap();
        let counts = (view.late.all, view.today.all, view.upcoming.all);
        assert_eq!(counts, (late, today, upcoming), "{now}");
    }
}

#[test]
fn a_contact_answers_its_follow_up() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let follow_up = only(&file, &id);
    outreach::record_contact(&mut file, &contact(&id, &follow_up.id)).unwrap();
    assert_eq!(only(&file, &id).state, "done");
}

#[test]
fn what_her_safety_or_rights_ask_for_stays_due_until_she_was_reached() {
    let world = World::new();
    let (mut file, id) = office(&world);
    crate::disclosures::announce_order(&mut file, &id, "Order 26-114").unwrap();
    let incident = IncidentForm {
        part: PartForm {
            role: "primary".to_owned(),
            victimization: vec!["V10".to_owned()],
            strangulation_reported: "yes".to_owned(),
            ..PartForm::default()
        },
        ..IncidentForm::default()
    };
    crate::incidents::record(&mut file, &id, &incident).unwrap();
    for reason in ["notify_of_order", "strangulation_check"] {
        let state = |file: &CaseFile| {
            let page = victims::page(file, &id).unwrap();
            let mut due = page
                .follow_ups
                .into_iter()
                .filter(|row| row.reason == reason);
            due.next().map(|row| (row.id, row.state)).unwrap()
        };
        let (follow_up, _) = state(&file);
        for (outcome, left) in [
            ("no_answer_no_message", "open"),
            ("other_answered_hung_up", "open"),
            ("blocked_no_safe_method", "open"),
            ("reached_talked", "done"),
        ] {
            let mut form = contact(&id, &follow_up);
            outcome.clone_into(&mut form.outcome);
            outreach::record_contact(&mut file, &form).unwrap();
            assert_eq!(state(&file).1, left, "{reason}: {outcome}");
        }
    }
}

#[test]
fn a_contact_answers_no_other_victims_follow_up() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let follow_up = only(&file, &id);
    let other = victims::create(&mut file, &victim("Ana", "Other"))
        .unwrap()
        .id;
    let refused = outreach::record_contact(&mut file, &contact(&other, &follow_up.id));
    assert!(matches!(
        refused,
        Err(Error::NotFound {
            record: "follow_up"
        })
    ));
    assert_eq!(only(&file, &id).state, "open");
}

#[test]
fn a_completed_follow_up_stays_completed() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let open = only(&file, &id);
    complete(&mut file, &open.id, "unable_to_reach", &open.seen).unwrap();
    let done = only(&file, &id);
    for state in ["open", "done"] {
        let refused = complete(&mut file, &done.id, state, &done.seen);
        assert!(
            matches!(refused, Err(Error::StatusNotAllowed { .. })),
            "{state}"
        );
    }
}

#[test]
fn a_date_this_program_cannot_read_hides_nothing() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let follow_up = ids::parse(&FOLLOW_UP, &only(&file, &id).id).unwrap();
    file.change(Action::CompleteFollowUp, |change| {
        change.edit_current(&FOLLOW_UP, follow_up, [("due_on", Value::text("2026-02"))])
    })
    .unwrap();
    assert_eq!(outreach::today(&file).unwrap().today.all, 1);
}

#[test]
fn a_long_list_is_shown_page_by_page_and_says_how_long_it_is() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let victim = ids::parse(&VICTIM, &id).unwrap();
    file.change(Action::PlanFollowUp, |change| {
        for day in 1..=28 {
            write(change, victim, &format!("2026-01-{day:02}"), "next_contact")?;
        }
        Ok(())
    })
    .unwrap();
    world.clock.set("2026-03-02T08:00:00-06:00");
    let late = outreach::today(&file).unwrap().late;
    assert_eq!(late.all, 28);
    let mut shown = late.rows;
    assert!(shown.len() < 28);
    loop {
        let more = outreach::more_due(&file, "late", shown.len()).unwrap();
        if more.is_empty() {
            break;
        }
        shown.extend(more);
    }
    let days: Vec<String> = (1..=28).map(|day| format!("2026-01-{day:02}")).collect();
    let due: Vec<&String> = shown.iter().map(|row| &row.due_on).collect();
    assert_eq!(due, days.iter().collect::<Vec<_>>());
    assert!(outreach::more_due(&file, "never", 0).is_err());
}

/// A slip of a digit, or a promise that was due before it was given.
#[test]
fn a_follow_up_due_before_its_day_or_years_ahead_is_refused() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let is_out = |refused: Result<Saved>, named: &str| match refused {
        Err(Error::DueOutOfRange {
            field, earliest, ..
        }) => field == named && earliest == "2026-03-02",
        _ => false,
    };
    let mut form = victim("Ana", "Example");
    for due_on in ["2026-03-01", "2025-03-04", "2031-03-03", "9999-03-04"] {
        form.follow_up_on = Some(due_on.to_owned());
        assert!(
            is_out(victims::create(&mut file, &form), "follow_up_on"),
            "{due_on}"
        );
    }
    for due_on in ["2026-03-02", "2031-03-02"] {
        form.follow_up_on = Some(due_on.to_owned());
        victims::create(&mut file, &form).unwrap();
    }
    let ana = victims::find(&file, "Ana").unwrap().remove(0).id;
    let call = |at: Option<&str>, due_on: &str| ContactForm {
        victim_id: ana.clone(),
        channel: "phone".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: at.map(str::to_owned),
        minutes: None,
        note: String::new(),
        follow_up_id: None,
        next_follow_up_on: Some(due_on.to_owned()),
    };
    let record = |file: &mut CaseFile, form: &ContactForm| outreach::record_contact(file, form);
    for due_on in ["2026-03-01", "9999-03-04"] {
        let refused = record(&mut file, &call(None, due_on));
        assert!(is_out(refused, "next_follow_up_on"), "{due_on}");
    }
    // Written down late: what was promised on Thursday for Sunday is overdue, and not forgotten.
    record(
        &mut file,
        &call(Some("2026-02-26T09:00:00-06:00"), "2026-03-01"),
    )
    .unwrap();
    assert_eq!(outreach::today(&file).unwrap().late.all, 1);
    let agreed = AttemptDetails {
        next_at: Some("2035-03-03T18:30:00-06:00".to_owned()),
        ..AttemptDetails::default()
    };
    let form = ContactForm {
        next_follow_up_on: None,
        ..call(None, "")
    };
    let refused = outreach::record_attempt(&mut file, &form, &agreed).map(|made| made.saved);
    assert!(is_out(refused, "next_at"));
}

#[test]
fn a_follow_up_is_moved_to_another_day_and_stays_open_until_then() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let form = PlanForm {
        victim_id: id.clone(),
        policy: "after_report".to_owned(),
        since: None,
        types: Vec::new(),
        strangulation: "no".to_owned(),
        court_on: None,
    };
    let planned = plan(&mut file, &form).unwrap().follow_up_id;
    let row = |file: &CaseFile| {
        let rows = victims::page(file, &id).unwrap().follow_ups;
        rows.into_iter().find(|row| row.id == planned).unwrap()
    };
    let step = |file: &CaseFile| {
        let steps = next_steps(file, &id).unwrap();
        let step = steps.into_iter().find(|step| step.follow_up_id == planned);
        step.map(|step| (step.due_at[..10].to_owned(), step.why))
            .unwrap()
    };
    assert_eq!(step(&file), ("2026-03-05".to_owned(), "usual".to_owned()));
    let shown = row(&file);
    move_to(&mut file, &planned, "2026-03-10", &shown.seen).unwrap();
    assert_eq!(
        (&*row(&file).due_on, &*row(&file).state),
        ("2026-03-10", "open")
    );
    assert_eq!(
        step(&file),
        ("2026-03-10".to_owned(), "set_by_hand".to_owned())
    );
    for day in ["2026-03-01", "9999-01-01"] {
        let now = row(&file);
        let refused = move_to(&mut file, &planned, day, &now.seen);
        assert!(
            matches!(
                refused,
                Err(Error::DueOutOfRange {
                    field: "due_on",
                    ..
                })
            ),
            "{day}"
        );
    }
    // What another wrote meanwhile is not written over.
    move_to(&mut file, &planned, "2026-03-12", &shown.seen).unwrap();
    assert_eq!(crate::inbox::conflicts(&file).unwrap().len(), 1);
    let now = row(&file);
    complete(&mut file, &planned, "done", &now.seen).unwrap();
    let done = row(&file);
    let closed = move_to(&mut file, &planned, "2026-03-13", &done.seen);
    assert!(matches!(closed, Err(Error::StatusNotAllowed { .. })));
}

#[test]
fn the_queue_says_who_has_what_and_what_nobody_has() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let other = victims::create(&mut file, &victim("Ana", "Other"))
        .unwrap()
        .id;
    crate::disclosures::announce_order(&mut file, &other, "Order 26-114").unwrap();
    let kim = crate::staff::create(
        &mut file,
        &crate::staff::StaffForm {
            name: "Kim Sample".to_owned(),
            role: "advocate".to_owned(),
            place: String::new(),
            training_hours: None,
            background_check_on: None,
            availability: Vec::new(),
        },
    )
    .unwrap()
    .id;
    let names = |file: &CaseFile| -> Vec<(String, usize)> {
        let queue = queue(file).unwrap();
        let rows = queue.into_iter();
        rows.map(|one| (one.name, one.follow_ups.len())).collect()
    };
    assert_eq!(names(&file), [(String::new(), 2)]);
    let follow_up = only(&file, &id);
    assign(&mut file, &follow_up.id, Some(&kim), &follow_up.seen).unwrap();
    assert_eq!(
        names(&file),
        [(String::new(), 1), ("Kim Sample".to_owned(), 1)]
    );
    assert_eq!(only(&file, &id).assigned_to.as_deref(), Some(&*kim));
    let told = serde_json::to_string(&queue(&file).unwrap()).unwrap();
    assert!(!told.contains("Other"), "a case number, no name");

    // Nobody is given work who left, and what is done is nobody's.
    let shown = only(&file, &id);
    assign(&mut file, &shown.id, None, &shown.seen).unwrap();
    assert_eq!(names(&file), [(String::new(), 2)]);
    let seen = crate::staff::page(&file, &kim).unwrap().person.seen;
    crate::staff::end_access(&mut file, &kim, Some("2026-03-01"), &seen).unwrap();
    let shown = only(&file, &id);
    let refused = assign(&mut file, &shown.id, Some(&kim), &shown.seen);
    assert!(matches!(refused, Err(Error::NoLongerHere)));
    complete(&mut file, &shown.id, "done", &shown.seen).unwrap();
    let done = only(&file, &id);
    let refused = assign(&mut file, &done.id, None, &done.seen);
    assert!(matches!(refused, Err(Error::StatusNotAllowed { .. })));
    assert_eq!(names(&file), [(String::new(), 1)]);
}
