//! What follow-up policies say, over the policies that are shipped, and what is due next.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::policy::{Case, policies, policy};
use super::*;
use crate::outreach::{self, AttemptDetails, ContactForm};
use crate::testing::{World, victim};
use crate::victims;

/// Monday, 2 March 2026, eight in the morning.
fn monday() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(crate::testing::MONDAY).unwrap()
}

fn due(since: &str, case: &Case) -> (String, String) {
    let since = DateTime::parse_from_rfc3339(since).unwrap();
    let due = policy("after_report").unwrap().first_due(since, case);
    (days::instant(due.at), due.why)
}

fn of_types(types: &[&str]) -> Case {
    Case {
        types: types.iter().map(|code| (*code).to_owned()).collect(),
        ..Case::default()
    }
}

#[test]
fn the_strictest_rule_that_fits_sets_the_time() {
    let since = "2026-03-02T02:10:00-06:00";
    let high = Case {
        risk: Some("high".to_owned()),
        ..of_types(&["V10"])
    };
    let strangled = Case {
        strangulation: true,
        ..Case::default()
    };
    for (case, at, why) in [
        (Case::default(), "2026-03-05T02:10:00-06:00", "usual"),
        (of_types(&["V06"]), "2026-03-05T02:10:00-06:00", "usual"),
        (
            of_types(&["V06", "V10"]),
            "2026-03-04T02:10:00-06:00",
            "crime_type",
        ),
        (high, "2026-03-03T02:10:00-06:00", "risk_high"),
        (strangled, "2026-03-03T02:10:00-06:00", "strangulation"),
    ] {
        assert_eq!(
            due(since, &case),
            (at.to_owned(), why.to_owned()),
            "{case:?}"
        );
    }
}

#[test]
fn what_falls_on_a_weekend_waits_for_the_workday_morning_but_never_where_the_danger_is_great() {
    // A Thursday: 72 hours later is Sunday.
    let thursday = "2026-03-05T14:00:00-06:00";
    let (at, why) = due(thursday, &Case::default());
    assert_eq!((&*at, &*why), ("2026-03-09T09:00:00-06:00", "next_workday"));
    // A Friday: 24 hours later is Saturday, and stays it.
    let high = Case {
        risk: Some("high".to_owned()),
        ..Case::default()
    };
    let (at, why) = due("2026-03-06T14:00:00-06:00", &high);
    assert_eq!((&*at, &*why), ("2026-03-07T14:00:00-06:00", "risk_high"));
}

/// After an arrest she is contacted before the first day in court (AIR, new roles for advocates).
#[test]
fn the_first_contact_comes_before_the_first_day_in_court() {
    let court = |on: &str| Case {
        court_on: NaiveDate::parse_from_str(on, "%Y-%m-%d").ok(),
        ..Case::default()
    };
    let since = "2026-03-05T14:00:00-06:00";
    for (court_on, at, why) in [
        ("2026-03-09", "2026-03-06T09:00:00-06:00", "before_court"),
        ("2026-03-06", "2026-03-05T14:00:00-06:00", "before_court"),
        ("2026-03-20", "2026-03-09T09:00:00-06:00", "next_workday"),
    ] {
        let found = due(since, &court(court_on));
        assert_eq!(found, (at.to_owned(), why.to_owned()), "{court_on}");
    }
}

#[test]
fn every_policy_has_a_code_and_every_reason_it_gives_has_one() {
    let ids: Vec<&str> = policies().iter().map(|policy| &*policy.id).collect();
    assert_eq!(ids, codes::list("follow_up_policy"));
    for policy in policies() {
        let high = Case {
            risk: Some("high".to_owned()),
            ..Case::default()
        };
        for case in [Case::default(), high] {
            let why = policy.first_due(monday(), &case).why;
            codes::ensure("due_why", "why", &why).unwrap();
        }
    }
    assert!(matches!(
        policy("never"),
        Err(Error::UnknownCode { field: "policy" })
    ));
}

struct Scene {
    world: World,
    file: CaseFile,
    victim: String,
    follow_up: String,
}

impl Scene {
    fn new() -> Scene {
        let world = World::new();
        let mut file = world.county("Rivertown");
        let victim = victims::create(&mut file, &victim("Maria", "Marker"))
            .unwrap()
            .id;
        let form = PlanForm {
            victim_id: victim.clone(),
            policy: "after_report".to_owned(),
            since: None,
            types: vec!["V10".to_owned()],
            strangulation: "not_asked".to_owned(),
            court_on: None,
        };
        let follow_up = plan(&mut file, &form).unwrap().follow_up_id;
        Scene {
            world,
            file,
            victim,
            follow_up,
        }
    }

    fn attempt(&mut self, at: &str, channel: &str, outcome: &str, next_at: Option<&str>) {
        self.world.clock.set(at);
        let form = ContactForm {
            victim_id: self.victim.clone(),
            channel: channel.to_owned(),
            outcome: outcome.to_owned(),
            at: None,
            minutes: None,
            note: String::new(),
            follow_up_id: Some(self.follow_up.clone()),
            next_follow_up_on: None,
        };
        let details = AttemptDetails {
            next_at: next_at.map(str::to_owned),
            ..AttemptDetails::default()
        };
        outreach::record_attempt(&mut self.file, &form, &details).unwrap();
    }

    fn step(&self) -> (String, String, String, i32) {
        let step = next_steps(&self.file, &self.victim).unwrap().remove(0);
        (step.step, step.due_at, step.why, step.attempts)
    }

    fn state(&self) -> String {
        let page = victims::page(&self.file, &self.victim).unwrap();
        page.follow_ups[0].state.clone()
    }
}

/// Three tries on one channel, then another, then the end: safe attempts exhausted. Nothing closes by itself.
#[test]
fn attempts_lead_to_another_channel_and_then_to_the_end() {
    let mut scene = Scene::new();
    let step = |step: &str, due: &str, why: &str, attempts| {
        (step.to_owned(), due.to_owned(), why.to_owned(), attempts)
    };
    assert_eq!(
        scene.step(),
        step(
            "first_attempt",
            "2026-03-04T08:00:00-06:00",
            "crime_type",
            0
        )
    );
    scene.attempt(
        "2026-03-03T08:00:00-06:00",
        "phone",
        "no_answer_no_message",
        None,
    );
    assert_eq!(
        scene.step(),
        step("attempt_again", "2026-03-04T08:00:00-06:00", "spacing", 1)
    );
    scene.attempt(
        "2026-03-04T08:00:00-06:00",
        "phone",
        "other_answered_hung_up",
        None,
    );
    scene.attempt(
        "2026-03-05T08:00:00-06:00",
        "phone",
        "no_answer_no_message",
        None,
    );
    let found = next_steps(&scene.file, &scene.victim).unwrap().remove(0);
    assert_eq!(
        (&*found.step, found.not_by.as_deref()),
        ("other_channel", Some("phone"))
    );
    assert_eq!(found.attempts_left, Some(2));
    scene.attempt(
        "2026-03-06T08:00:00-06:00",
        "home_visit",
        "home_not_home",
        None,
    );
    scene.attempt(
        "2026-03-09T08:00:00-06:00",
        "home_visit",
        "home_not_home",
        None,
    );
    let (last, _, why, attempts) = scene.step();
    assert_eq!(
        (&*last, &*why, attempts),
        ("close_unable_to_reach", "attempts_tried_out", 5)
    );
    assert_eq!(scene.state(), "open", "a person closes it");
    let open = victims::page(&scene.file, &scene.victim)
        .unwrap()
        .follow_ups
        .remove(0);
    complete(&mut scene.file, &open.id, "unable_to_reach", &open.seen).unwrap();
    assert_eq!(next_steps(&scene.file, &scene.victim).unwrap(), []);
}

#[test]
fn whoever_was_reached_is_done_and_whoever_could_not_talk_is_called_when_she_said() {
    let mut scene = Scene::new();
    let agreed = "2026-03-03T18:30:00-06:00";
    scene.attempt(
        "2026-03-03T08:00:00-06:00",
        "phone",
        "reached_not_safe",
        Some(agreed),
    );
    let (step, due, why, _) = scene.step();
    assert_eq!(
        (&*step, &*due, &*why),
        ("call_at_agreed_time", agreed, "agreed_time")
    );
    assert_eq!(scene.state(), "open");
    scene.attempt(agreed, "phone", "reached_talked", None);
    assert_eq!(scene.state(), "done");
    let page = victims::page(&scene.file, &scene.victim).unwrap();
    assert_eq!(
        page.follow_ups.len(),
        1,
        "the agreed time was no second promise"
    );
}

#[test]
fn a_number_that_is_wrong_is_not_tried_again() {
    let mut scene = Scene::new();
    scene.attempt("2026-03-03T08:00:00-06:00", "phone", "number_wrong", None);
    assert_eq!(scene.step().0, "other_channel");
}

#[test]
fn no_safe_way_goes_to_the_coordinator() {
    let mut scene = Scene::new();
    scene.attempt(
        "2026-03-03T08:00:00-06:00",
        "phone",
        "blocked_no_safe_method",
        None,
    );
    let (step, _, why, attempts) = scene.step();
    assert_eq!(
        (&*step, &*why, attempts),
        ("to_coordinator", "no_safe_way", 0)
    );
}

#[test]
fn whoever_wants_no_more_contact_is_asked_about_the_mark_and_the_follow_up_ends() {
    let mut scene = Scene::new();
    let form = ContactForm {
        victim_id: scene.victim.clone(),
        channel: "phone".to_owned(),
        outcome: "reached_declined".to_owned(),
        at: None,
        minutes: None,
        note: String::new(),
        follow_up_id: Some(scene.follow_up.clone()),
        next_follow_up_on: None,
    };
    let made =
        outreach::record_attempt(&mut scene.file, &form, &AttemptDetails::default()).unwrap();
    assert!(made.offers_do_not_contact && made.next_steps.is_empty());
    let page = victims::page(&scene.file, &scene.victim).unwrap();
    assert_eq!(
        (&*page.follow_ups[0].state, page.do_not_contact),
        ("done", false)
    );
}

#[test]
fn a_time_she_asked_for_is_a_promise_of_its_own_where_no_policy_keeps_one_open() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = victims::create(&mut file, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    let mut form = ContactForm {
        victim_id: id.clone(),
        channel: "phone".to_owned(),
        outcome: "reached_not_safe".to_owned(),
        at: None,
        minutes: None,
        note: String::new(),
        follow_up_id: None,
        next_follow_up_on: None,
    };
    let details = AttemptDetails {
        next_at: Some("2026-03-03T18:30:00-06:00".to_owned()),
        ..AttemptDetails::default()
    };
    outreach::record_attempt(&mut file, &form, &details).unwrap();
    let page = victims::page(&file, &id).unwrap();
    assert_eq!(page.follow_ups[0].due_on, "2026-03-03");
    form.next_follow_up_on = Some("2026-03-05".to_owned());
    let both = outreach::record_attempt(&mut file, &form, &details);
    assert!(matches!(
        both,
        Err(Error::AnswersExclude {
            field: "next_at",
            ..
        })
    ));
    let elsewhere = AttemptDetails {
        contact_method_id: Some(id),
        ..AttemptDetails::default()
    };
    let refused = outreach::record_attempt(&mut file, &form, &elsewhere);
    assert!(matches!(
        refused,
        Err(Error::NotFound {
            record: "contact_method"
        })
    ));
}

#[test]
fn a_plan_for_what_has_not_happened_or_for_no_crime_of_the_list_is_refused() {
    let mut scene = Scene::new();
    let form = PlanForm {
        victim_id: scene.victim.clone(),
        policy: "after_report".to_owned(),
        since: Some("2026-03-02T08:00:01-06:00".to_owned()),
        types: Vec::new(),
        strangulation: "no".to_owned(),
        court_on: None,
    };
    let future = plan(&mut scene.file, &form);
    assert!(matches!(future, Err(Error::DateInFuture { field: "at" })));
    for (types, strangulation, court_on, code) in [
        (vec!["V99"], "no", None, "unknown-code"),
        (vec![], "maybe", None, "unknown-code"),
        (vec![], "no", Some("soon"), "date-required"),
    ] {
        let form = PlanForm {
            since: None,
            types: types.into_iter().map(str::to_owned).collect(),
            strangulation: strangulation.to_owned(),
            court_on: court_on.map(str::to_owned),
            ..form.clone()
        };
        let refused = plan(&mut scene.file, &form).unwrap_err();
        assert_eq!(refused.failure().code, code);
    }
}
