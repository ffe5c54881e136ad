use std::collections::BTreeMap;

use super::*;
use crate::error::Error;
use crate::testing::{World, victim};
use crate::{followups, victims};

const DEMO: &str = include_str!("../../../../assets/instruments/demo-safety-talk.json");

fn office(world: &World) -> (CaseFile, String) {
    let mut file = world.county("Rivertown");
    let id = victims::create(&mut file, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    (file, id)
}

fn answers(said: &[(&str, &str)]) -> BTreeMap<String, String> {
    let pairs = said
        .iter()
        .map(|(item, code)| ((*item).to_owned(), (*code).to_owned()));
    pairs.collect()
}

fn screen(victim_id: &str, said: &[(&str, &str)]) -> ScreenForm {
    ScreenForm {
        victim_id: victim_id.to_owned(),
        instrument: "demo_safety_talk".to_owned(),
        answers: answers(said),
        officer_believes: false,
        override_reason: String::new(),
        not_done_reason: None,
        hotline_called_at: None,
        hotline_answered: "not_asked".to_owned(),
        victim_spoke: "not_asked".to_owned(),
        minutes: None,
        at: None,
    }
}

#[test]
fn answers_trigger_by_group_and_belief_only_where_they_do_not() {
    let demo = Instrument::read(DEMO).unwrap();
    for (said, believes, result, level, trigger) in [
        (
            &[("2", "yes")][..],
            false,
            Some("by_protocol"),
            "high",
            "protocol",
        ),
        (
            &[("3", "yes"), ("4", "yes")],
            false,
            Some("not_screened_in"),
            "low",
            "none",
        ),
        (
            &[("3", "yes"), ("4", "yes"), ("6", "yes")],
            false,
            Some("by_protocol"),
            "high",
            "protocol",
        ),
        (
            &[("1", "no"), ("3", "no")],
            true,
            Some("by_belief"),
            "high",
            "officer_belief",
        ),
        (
            &[("1", "yes")],
            true,
            Some("by_protocol"),
            "high",
            "protocol",
        ),
        (&[], true, Some("by_belief"), "high", "officer_belief"),
        (
            &[("1", "not_answered"), ("2", "not_answered")],
            false,
            None,
            "not_done",
            "none",
        ),
        (&[], false, None, "not_done", "none"),
    ] {
        let found = demo.found(&answers(said), believes);
        let found = (found.result.as_deref(), &*found.level, found.trigger);
        assert_eq!(found, (result, level, trigger), "{said:?} {believes}");
    }
}

/// As a state's form has it: so many yes in all, whatever the group.
#[test]
fn a_trigger_without_a_group_counts_all_questions() {
    let in_all = DEMO.replace(
        r#"{ "group": "second", "at_least": 3, "result": "by_protocol" }"#,
        r#"{ "at_least": 2, "result": "by_protocol" }"#,
    );
    let in_all = in_all.replace(
        r#"{ "group": "first", "at_least": 1, "result": "by_protocol" },"#,
        "",
    );
    let instrument = Instrument::read(&in_all).unwrap();
    let one = instrument.found(&answers(&[("1", "yes"), ("2", "no")]), false);
    let two = instrument.found(&answers(&[("1", "yes"), ("6", "yes")]), false);
    assert_eq!((&*one.level, &*two.level), ("low", "high"));
}

#[test]
fn a_definition_that_names_what_is_not_there_is_refused() {
    for (right, wrong) in [
        (
            r#""otherwise": "not_screened_in""#,
            r#""otherwise": "nothing""#,
        ),
        (
            r#""override_result": "by_belief""#,
            r#""override_result": "guess""#,
        ),
        (
            r#"{ "group": "first", "at_least": 1"#,
            r#"{ "group": "third", "at_least": 1"#,
        ),
        (
            r#"{ "group": "first", "at_least": 1"#,
            r#"{ "group": "first", "at_least": 0"#,
        ),
        (r#"{ "id": "2", "group""#, r#"{ "id": "1", "group""#),
        (r#""level": "low""#, r#""level": "not_done""#),
        (
            r#""follow_up_policy": "after_screen""#,
            r#""follow_up_policy": "soon""#,
        ),
        (r#""items": ["#, r#""things": ["#),
    ] {
        let changed = DEMO.replacen(right, wrong, 1);
        assert_ne!(changed, DEMO, "{right}");
        assert!(Instrument::read(&changed).is_err(), "{wrong}");
    }
    assert!(Instrument::read(DEMO).unwrap().demo);
}

#[test]
fn a_screen_sets_its_follow_up_and_keeps_the_result_alone() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let screened = record(&mut file, &screen(&id, &[("1", "yes")]), "en").unwrap();
    assert_eq!((&*screened.level, &*screened.trigger), ("high", "protocol"));
    assert_eq!(
        screened.follow_up_due_at.as_deref(),
        Some("2026-03-03T08:00:00-06:00"),
        "24 hours at high risk"
    );
    let kept = of_victim(&file, &id).unwrap().remove(0);
    assert_eq!(
        (kept.result.as_deref(), kept.answers.len()),
        (Some("by_protocol"), 0)
    );
    let step = followups::next_steps(&file, &id).unwrap().remove(0);
    assert_eq!((&*step.step, &*step.why), ("first_attempt", "risk_high"));
    assert_eq!(step.policy.as_deref(), Some("after_screen"));
    assert!(file.verify().unwrap().ok);
}

#[test]
fn an_office_that_keeps_answers_finds_them_again() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let folder = file.folder().join("instruments");
    std::fs::create_dir(&folder).unwrap();
    let own = DEMO
        .replace("demo_safety_talk", "own")
        .replace(r#""keep": "result_only""#, r#""keep": "answers""#)
        .replace(
            r#""text": "instrument-demo-item-1""#,
            r#""text": { "en": "Our own question", "es": "Nuestra pregunta" }"#,
        );
    std::fs::write(folder.join("own.json"), own).unwrap();
    let shown = instruments(&file, "es").unwrap();
    assert_eq!(shown.len(), 2);
    assert_eq!(shown[1].items[0].text, "Nuestra pregunta");
    let mut form = screen(&id, &[("1", "no"), ("2", "not_answered")]);
    form.instrument = "own".to_owned();
    record(&mut file, &form, "en").unwrap();
    assert_eq!(of_victim(&file, &id).unwrap()[0].answers, form.answers);
}

/// 4.1: "not done" is an answer of its own. Whoever takes it for "low" leaves somebody alone in danger.
#[test]
fn a_screen_that_was_not_done_is_not_low_and_says_why() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let unsaid = record(&mut file, &screen(&id, &[]), "en");
    assert!(matches!(
        unsaid,
        Err(Error::ReasonRequired {
            field: "not_done_reason"
        })
    ));
    let mut declined = screen(&id, &[("1", "not_answered")]);
    declined.not_done_reason = Some("declined".to_owned());
    let recorded = record(&mut file, &declined, "en").unwrap();
    assert_eq!((&*recorded.level, recorded.result), ("not_done", None));
    assert_eq!(recorded.follow_up_due_at, None);
    assert_eq!(
        highest_level(file.conn(), ids::parse(&VICTIM, &id).unwrap()).unwrap(),
        None
    );
    declined.answers = answers(&[("1", "no")]);
    let both = record(&mut file, &declined, "en");
    assert!(matches!(
        both,
        Err(Error::AnswersExclude {
            other: "not_done_reason",
            ..
        })
    ));
}

#[test]
fn answers_that_exclude_each_other_are_refused_and_nothing_is_kept() {
    let world = World::new();
    let (mut file, id) = office(&world);
    let changed = |change: &dyn Fn(&mut ScreenForm)| {
        let mut form = screen(&id, &[("1", "no")]);
        change(&mut form);
        form
    };
    for (form, code) in [
        (
            changed(&|form| form.officer_believes = true),
            "reason-required",
        ),
        (
            changed(&|form| form.override_reason = "Gut feeling".to_owned()),
            "answers-exclude",
        ),
        (
            changed(&|form| form.hotline_answered = "yes".to_owned()),
            "answers-exclude",
        ),
        (
            changed(&|form| form.victim_spoke = "yes".to_owned()),
            "answers-exclude",
        ),
        (changed(&|form| form.minutes = Some(10)), "answers-exclude"),
        (
            changed(&|form| form.answers = answers(&[("7", "yes")])),
            "unknown-code",
        ),
        (
            changed(&|form| form.answers = answers(&[("1", "maybe")])),
            "unknown-code",
        ),
        (
            changed(&|form| form.instrument = "other".to_owned()),
            "unknown-code",
        ),
        (
            changed(&|form| form.at = Some("2026-03-02T09:00:00-06:00".to_owned())),
            "date-in-future",
        ),
    ] {
        let refused = record(&mut file, &form, "en").unwrap_err();
        assert_eq!(refused.failure().code, code);
    }
    assert_eq!(of_victim(&file, &id).unwrap(), []);
}

#[test]
fn every_sentence_of_the_demonstration_is_in_the_words() {
    let demo = Instrument::read(DEMO).unwrap();
    for language in crate::words::LANGUAGES {
        let shown = demo.view(language);
        let words = Words::of(language);
        let results = ["by_protocol", "by_belief", "not_screened_in"];
        let mut said = vec![shown.for_whom, shown.script];
        said.extend(shown.items.into_iter().map(|item| item.text));
        said.extend(results.map(|code| demo.result_text(code, &words, language)));
        assert!(
            said.iter().all(|text| !text.starts_with("instrument-")),
            "{language}"
        );
    }
}
