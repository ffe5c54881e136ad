use super::*;
use crate::followups::{FollowUpView, PlanForm};
use crate::testing::{World, victim};
use crate::victims;

fn trial(on: &str, state: &str) -> CourtDateForm {
    CourtDateForm {
        event: "trial".to_owned(),
        held_on: on.to_owned(),
        held_at: "09:30".to_owned(),
        place: "District Court, room 2".to_owned(),
        state: state.to_owned(),
        ..CourtDateForm::default()
    }
}

/// An office on Monday, 2 March 2026, and a victim in it.
fn office(world: &World) -> (CaseFile, String) {
    world.clock.set("2026-03-02T08:00:00-06:00");
    let mut file = world.county("Rivertown");
    let ana = victims::create(&mut file, &victim("Ana", "Example"))
        .unwrap()
        .id;
    (file, ana)
}

fn told(file: &CaseFile, ana: &str) -> Vec<FollowUpView> {
    let mut follow_ups = victims::page(file, ana).unwrap().follow_ups;
    follow_ups.retain(|one| one.reason == TELL_HER);
    follow_ups
}

fn edit_to(file: &mut CaseFile, ana: &str, form: &CourtDateForm) {
    let shown = victims::record(file, ana).unwrap().court_dates.remove(0);
    edit(file, &shown.id, form, &shown.seen).unwrap();
}

#[test]
fn she_is_told_of_a_day_in_court_on_the_workday_before_it() {
    let world = World::new();
    let (mut file, ana) = office(&world);
    record(&mut file, &ana, &trial("2026-03-16", "planned")).unwrap();
    let told = told(&file, &ana);
    assert_eq!((&*told[0].due_on, &*told[0].state), ("2026-03-13", "open"));
    let shown = victims::record(&file, &ana).unwrap().court_dates.remove(0);
    assert!(shown.is_ahead);
    assert_eq!(shown.form, trial("2026-03-16", "planned"));
}

#[test]
fn a_day_that_moves_takes_its_follow_up_along_and_after_she_was_told_she_is_told_again() {
    let world = World::new();
    let (mut file, ana) = office(&world);
    record(&mut file, &ana, &trial("2026-03-16", "planned")).unwrap();
    edit_to(&mut file, &ana, &trial("2026-03-24", "planned"));
    let open = told(&file, &ana).remove(0);
    assert_eq!(open.due_on, "2026-03-23");

    followups::complete(&mut file, &open.id, "done", &open.seen).unwrap();
    // The same day again, with another room, is no news.
    let mut form = trial("2026-03-24", "planned");
    form.place = "room 3".to_owned();
    edit_to(&mut file, &ana, &form);
    assert_eq!(told(&file, &ana).len(), 1);
    form.held_on = "2026-03-10".to_owned();
    edit_to(&mut file, &ana, &form);
    let told = told(&file, &ana);
    assert_eq!(told.len(), 2);
    assert_eq!((&*told[0].due_on, &*told[0].state), ("2026-03-09", "open"));
}

#[test]
fn what_is_called_off_is_told_today_and_what_was_held_is_no_news() {
    let world = World::new();
    let (mut file, ana) = office(&world);
    record(&mut file, &ana, &trial("2026-03-16", "planned")).unwrap();
    edit_to(&mut file, &ana, &trial("2026-03-16", "called_off"));
    assert_eq!(told(&file, &ana)[0].due_on, "2026-03-02");
    edit_to(&mut file, &ana, &trial("2026-03-16", "held"));
    assert_eq!(told(&file, &ana)[0].state, "cancelled");

    // What has passed when it is recorded tells nobody anything.
    record(&mut file, &ana, &trial("2026-02-20", "held")).unwrap();
    record(&mut file, &ana, &trial("2026-02-20", "planned")).unwrap();
    record(&mut file, &ana, &trial("2026-03-20", "called_off")).unwrap();
    assert_eq!(told(&file, &ana).len(), 1);
    let dates = victims::record(&file, &ana).unwrap().court_dates;
    assert!(dates.iter().all(|date| !date.is_ahead));
}

#[test]
fn a_first_contact_comes_before_the_first_day_in_court_also_when_that_is_moved() {
    let world = World::new();
    let (mut file, ana) = office(&world);
    record(&mut file, &ana, &trial("2026-03-03", "planned")).unwrap();
    let form = PlanForm {
        victim_id: ana.clone(),
        policy: "after_report".to_owned(),
        since: None,
        types: Vec::new(),
        strangulation: "no".to_owned(),
        court_on: None,
    };
    let planned = followups::plan(&mut file, &form).unwrap();
    assert_eq!(planned.why, "before_court");
    assert!(planned.due_at.starts_with("2026-03-02"));

    edit_to(&mut file, &ana, &trial("2026-03-24", "planned"));
    let later = followups::plan(&mut file, &form).unwrap();
    assert_eq!(later.why, "usual");
    let due = |file: &CaseFile, id: &str| {
        let follow_ups = victims::page(file, &ana).unwrap().follow_ups;
        let found = follow_ups.into_iter().find(|one| one.id == id);
        found.unwrap().due_on
    };
    // What was promised before the earlier day holds.
    assert_eq!(due(&file, &planned.follow_up_id), "2026-03-02");
    assert!(*due(&file, &later.follow_up_id) > *"2026-03-03");
    edit_to(&mut file, &ana, &trial("2026-03-04", "planned"));
    assert_eq!(due(&file, &later.follow_up_id), "2026-03-03");
}

#[test]
fn no_day_no_time_and_no_code_of_ours_are_refused() {
    let world = World::new();
    let (mut file, ana) = office(&world);
    let mut refused = |form: &CourtDateForm| record(&mut file, &ana, form).unwrap_err();
    let sound = trial("2026-03-16", "planned");
    let bad = |change: fn(&mut CourtDateForm)| {
        let mut form = sound.clone();
        change(&mut form);
        form
    };
    let on = refused(&bad(|form| form.held_on = "in May".to_owned()));
    assert!(matches!(on, Error::DateRequired { field: "held_on" }));
    let far = refused(&bad(|form| form.held_on = "2062-03-16".to_owned()));
    assert!(matches!(
        far,
        Error::DueOutOfRange {
            field: "held_on",
            ..
        }
    ));
    let at = refused(&bad(|form| form.held_at = "half past nine".to_owned()));
    assert!(matches!(at, Error::InvalidInput { field: "held_at" }));
    let event = refused(&bad(|form| form.event = "party".to_owned()));
    assert!(matches!(event, Error::UnknownCode { field: "event" }));
    let state = refused(&bad(|form| form.state = "maybe".to_owned()));
    assert!(matches!(state, Error::UnknownCode { field: "state" }));
    assert!(victims::record(&file, &ana).unwrap().court_dates.is_empty());
}
