use super::*;
use crate::outreach::{self, ContactForm};
use crate::testing::{World, phone, victim};
use crate::words::Words;
use crate::{hiding, policy, victims};

fn office(safe: &str) -> (World, CaseFile, String) {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut form = victim("Ana", "Example");
    form.contact_method = Some(phone("555-0101", safe));
    let id = victims::create(&mut file, &form).unwrap().id;
    (world, file, id)
}

fn attempt(file: &mut CaseFile, id: &str, outcome: &str) -> Result<Saved> {
    outreach::record_contact(file, &talk(id, outcome))
}

/// A call, and what came of it.
fn talk(id: &str, outcome: &str) -> ContactForm {
    ContactForm {
        victim_id: id.to_owned(),
        channel: "phone".to_owned(),
        outcome: outcome.to_owned(),
        at: None,
        minutes: None,
        note: String::new(),
        follow_up_id: None,
        next_follow_up_on: None,
    }
}

/// A letter comes back by mail and not on the telephone.
#[test]
fn an_outcome_that_a_channel_cannot_have_is_refused_in_words_that_name_both() {
    let (_world, mut file, id) = office("yes");
    let commits = file.verify().unwrap().commits;
    let refused = attempt(&mut file, &id, "letter_returned").unwrap_err();
    assert!(matches!(refused, Error::OutcomeNotOfChannel { .. }));
    let (happened, _) = Words::of("en").failure(&refused.failure());
    let plain: String = happened.chars().filter(char::is_ascii).collect();
    assert_eq!(plain, "Letter came back cannot come of Phone.");
    assert_eq!(file.verify().unwrap().commits, commits);
    let mut letter = talk(&id, "letter_returned");
    "post".clone_into(&mut letter.channel);
    outreach::record_contact(&mut file, &letter).unwrap();
}

fn way_of(file: &CaseFile, id: &str) -> WayView {
    gate(file, id).unwrap().ways.remove(0)
}

#[test]
fn pr_23_a_number_is_shown_whole_only_where_it_may_be_used() {
    let (_world, mut file, id) = office("yes");
    let way = way_of(&file, &id);
    assert_eq!((way.usable, &*way.value), (true, "555-0101"));
    edit(&mut file, &way.id, &phone("555-0101", "no"), &way.seen).unwrap();
    let way = way_of(&file, &id);
    assert_eq!((way.usable, &*way.value), (false, "…01"));
    assert_eq!(way.obstacles, ["not_safe"]);
}

/// Her page covers it as the gate does, and so do what was hidden and what a merge would bring; the form that corrects
/// it opens with the whole number.
#[test]
fn pr_23_a_number_that_may_not_be_used_is_whole_only_in_the_form_that_corrects_it() {
    for safe in ["no", "unknown"] {
        let (_world, mut file, id) = office(safe);
        let page = |file: &CaseFile| victims::page(file, &id).unwrap();
        let shown = page(&file).contact_methods.remove(0);
        assert_eq!(&*shown.value, "…01", "{safe}");
        assert_eq!(page(&file).contact_methods, gate(&file, &id).unwrap().ways);

        let opened = open(&file, &shown.id).unwrap();
        assert_eq!(opened.form, phone("555-0101", safe));
        edit(&mut file, &shown.id, &opened.form, &shown.seen).unwrap();
        assert_eq!(
            open(&file, &shown.id).unwrap(),
            opened,
            "it was left as it was"
        );

        let word = SafetyDetails {
            code_word: "blue heron".to_owned(),
            ..SafetyDetails::default()
        };
        set_details(&mut file, &shown.id, &word, &shown.seen).unwrap();
        let seen = page(&file).contact_methods.remove(0).seen;
        hiding::hide(&mut file, "contact_method", &shown.id, &seen).unwrap();
        let refused = open(&file, &shown.id);
        assert!(matches!(refused, Err(Error::NotFound { .. })));
        let hidden = format!("{:?}", page(&file).hidden);
        assert!(hidden.contains("…01"), "{hidden}");
        assert!(!hidden.contains("555-0101") && !hidden.contains("blue heron"));
    }
    let (_world, mut file, id) = office("yes");
    assert_eq!(
        victims::page(&file, &id).unwrap().contact_methods[0].value,
        "555-0101"
    );
    let seen = victims::page(&file, &id).unwrap().seen;
    victims::forbid_contact(&mut file, &id, "She asked us not to", &seen).unwrap();
    let shown = victims::page(&file, &id).unwrap().contact_methods.remove(0);
    assert_eq!(&*shown.value, "…01");
}

#[test]
fn pr_25_a_way_nobody_asked_about_is_no_way() {
    let (_world, file, id) = office("unknown");
    let way = way_of(&file, &id);
    assert!(!way.usable && way.obstacles.contains(&"not_asked".to_owned()));
}

/// A telephone he watches is watched for calls and texts, on every screen that says how she is reached.
#[test]
fn pr_23_a_watched_telephone_is_no_safe_way_on_any_screen() {
    let (_world, mut file, id) = office("yes");
    let text = ContactMethodForm {
        channel: "text".to_owned(),
        ..phone("(555) 0101", "yes")
    };
    add(&mut file, &id, &text).unwrap();
    let way = way_of(&file, &id);
    let details = SafetyDetails {
        monitored_device: "yes".to_owned(),
        ..SafetyDetails::default()
    };
    set_details(&mut file, &way.id, &details, &way.seen).unwrap();
    let page = victims::page(&file, &id).unwrap();
    assert_eq!(page.summary.safe_contact.level, "no_safe_way");
    let gate = gate(&file, &id).unwrap();
    assert_eq!(gate.safe_contact.level, "no_safe_way");
    assert!(gate.ways.iter().all(|way| way.obstacles == ["monitored"]));
    let refused = attempt(&mut file, &id, "voicemail_left");
    assert!(matches!(refused, Err(Error::ChannelNotSafe)), "{refused:?}");
}

/// What she agreed to for one number says nothing of another.
#[test]
fn pr_25_a_message_needs_her_yes_for_the_number_it_was_left_on() {
    let (_world, mut file, id) = office("unknown");
    let with_message = |value: &str, safe: &str| ContactMethodForm {
        voicemail: "yes".to_owned(),
        ..phone(value, safe)
    };
    let asked = add(&mut file, &id, &with_message("555-0102", "yes"))
        .unwrap()
        .id;
    let not_asked = add(&mut file, &id, &with_message("555-0103", "unknown"))
        .unwrap()
        .id;
    for (way, allowed) in [(&not_asked, false), (&asked, true)] {
        let details = crate::outreach::AttemptDetails {
            contact_method_id: Some(way.clone()),
            ..Default::default()
        };
        let form = ContactForm {
            victim_id: id.clone(),
            channel: "phone".to_owned(),
            outcome: "voicemail_left".to_owned(),
            at: None,
            minutes: None,
            note: String::new(),
            follow_up_id: None,
            next_follow_up_on: None,
        };
        let done = outreach::record_attempt(&mut file, &form, &details);
        assert_eq!(done.is_ok(), allowed, "{done:?}");
    }
}

#[test]
fn pr_26_what_was_said_to_be_safe_is_asked_again_after_the_days_the_county_set() {
    let (world, mut file, id) = office("yes");
    assert!(!way_of(&file, &id).ask_again);
    world.clock.set("2026-04-01T08:00:00-06:00");
    assert!(!way_of(&file, &id).ask_again, "the thirtieth day");
    world.clock.set("2026-04-02T08:00:00-06:00");
    assert!(way_of(&file, &id).ask_again);
    assert_eq!(gate(&file, &id).unwrap().safe_contact.level, "ask_again");
    let way = way_of(&file, &id);
    check_again(&mut file, &way.id, "yes", &way.seen).unwrap();
    let checked = way_of(&file, &id);
    assert_eq!(checked.verified_on.as_deref(), Some("2026-04-02"));
    assert!(!checked.ask_again);
    let shown = policy::policy(&file).unwrap();
    let sooner = policy::PolicyForm {
        verify_after_days: 7,
        state_pack: shown.state_pack,
        identity_months: None,
        statistics_months: None,
        call_back_phone: None,
    };
    policy::set(&mut file, &sooner, &shown.seen).unwrap();
    world.clock.set("2026-04-10T08:00:00-06:00");
    assert!(way_of(&file, &id).ask_again);
}

#[test]
fn saving_a_form_as_it_was_is_no_check_and_speaking_with_her_is_one() {
    let (world, mut file, id) = office("yes");
    world.clock.set("2026-05-01T08:00:00-06:00");
    let way = way_of(&file, &id);
    edit(&mut file, &way.id, &phone("555-0101", "yes"), &way.seen).unwrap();
    assert!(way_of(&file, &id).ask_again);
    attempt(&mut file, &id, "reached_talked").unwrap();
    let way = way_of(&file, &id);
    assert_eq!(way.verified_on.as_deref(), Some("2026-05-01"));
    assert!(!way.ask_again);
}

#[test]
fn somebody_else_answered_blocks_the_number_until_she_was_asked() {
    for outcome in ["other_answered_hung_up", "other_answered_cover"] {
        let (_world, mut file, id) = office("yes");
        attempt(&mut file, &id, outcome).unwrap();
        let way = way_of(&file, &id);
        assert_eq!(way.obstacles, ["blocked"], "{outcome}");
        assert_eq!(gate(&file, &id).unwrap().safe_contact.level, "no_safe_way");
        check_again(&mut file, &way.id, "with_conditions", &way.seen).unwrap();
        assert!(way_of(&file, &id).usable);
        assert!(file.verify().unwrap().ok);
    }
}

#[test]
fn a_wrong_number_is_closed_and_a_new_one_is_open() {
    let (_world, mut file, id) = office("yes");
    attempt(&mut file, &id, "number_wrong").unwrap();
    let way = way_of(&file, &id);
    assert_eq!(way.obstacles, ["closed"]);
    check_again(&mut file, &way.id, "yes", &way.seen).unwrap();
    let way = way_of(&file, &id);
    assert_eq!(
        way.obstacles,
        ["closed"],
        "a yes does not mend a wrong number"
    );
    edit(&mut file, &way.id, &phone("555-0102", "yes"), &way.seen).unwrap();
    assert!(way_of(&file, &id).usable);
}

#[test]
fn a_letter_and_a_message_go_only_where_she_agreed() {
    let (_world, mut file, id) = office("yes");
    for outcome in ["message_trusted_person", "voicemail_left"] {
        let refused = attempt(&mut file, &id, outcome);
        assert!(matches!(refused, Err(Error::ChannelNotSafe)), "{outcome}");
    }
    let mut agreed = phone("555-0101", "yes");
    agreed.voicemail = "yes".to_owned();
    let mut letter = talk(&id, "letter_sent");
    "post".clone_into(&mut letter.channel);
    let refused = outreach::record_contact(&mut file, &letter);
    assert!(matches!(refused, Err(Error::ChannelNotSafe)));
    let way = way_of(&file, &id);
    edit(&mut file, &way.id, &agreed, &way.seen).unwrap();
    attempt(&mut file, &id, "voicemail_left").unwrap();
    attempt(&mut file, &id, "other_answered_hung_up").unwrap();
    let refused = attempt(&mut file, &id, "voicemail_left");
    assert!(matches!(refused, Err(Error::ChannelBlocked)));
}

#[test]
fn the_code_word_is_in_no_view_and_looking_it_up_stays_in_the_history() {
    let (_world, mut file, id) = office("yes");
    let way = way_of(&file, &id);
    let details = SafetyDetails {
        code_word: "blue heron".to_owned(),
        who_may_answer: "only she".to_owned(),
        monitored_device: "no".to_owned(),
        ..SafetyDetails::default()
    };
    set_details(&mut file, &way.id, &details, &way.seen).unwrap();
    let shown = serde_json::to_string(&victims::record(&file, &id).unwrap()).unwrap();
    assert!(shown.contains("only she") && !shown.contains("heron"));
    assert!(way_of(&file, &id).has_code_word);
    let commits = file.verify().unwrap().commits;
    assert_eq!(reveal_code_word(&mut file, &way.id).unwrap(), "blue heron");
    assert_eq!(file.verify().unwrap().commits, commits + 1);
    // A form that does not show it does not take it away.
    let way = way_of(&file, &id);
    set_details(&mut file, &way.id, &SafetyDetails::default(), &way.seen).unwrap();
    assert!(way_of(&file, &id).has_code_word);
}

#[test]
fn a_phone_he_may_be_watching_is_not_used() {
    let (_world, mut file, id) = office("yes");
    let way = way_of(&file, &id);
    let details = SafetyDetails {
        monitored_device: "yes".to_owned(),
        ..SafetyDetails::default()
    };
    set_details(&mut file, &way.id, &details, &way.seen).unwrap();
    assert_eq!(way_of(&file, &id).obstacles, ["monitored"]);
}

#[test]
fn a_number_of_any_shape_is_kept_as_she_said_it() {
    let (_world, mut file, id) = office("yes");
    for number in [
        "5550101",
        "+52 1 55 0101 0199",
        "(555) 010-1, ask for Pat",
        "🙂",
        "٥٥٥",
    ] {
        let added = add(&mut file, &id, &phone(number, "yes")).unwrap();
        let ways = gate(&file, &id).unwrap().ways;
        assert!(
            ways.iter()
                .any(|way| way.id == added.id && way.value == number),
            "{number}"
        );
    }
}

/// Why a way is marked was said of that answer: it goes with it.
#[test]
fn a_way_says_why_it_is_marked_until_she_answers_something_else() {
    let (_world, mut file, id) = office("yes");
    let mut form = phone("555-0101", "no");
    form.mark_reason = "  He reads her phone. ملاحظة 🙂".to_owned();
    let written = form.mark_reason.trim().to_owned();
    let way = way_of(&file, &id);
    edit(&mut file, &way.id, &form, &way.seen).unwrap();
    let way = way_of(&file, &id);
    assert_eq!((way.usable, &way.mark_reason), (false, &written));
    check_again(&mut file, &way.id, "no", &way.seen).unwrap();
    let opened = open(&file, &way.id).unwrap();
    assert_eq!(opened.form.mark_reason, written, "the same answer");
    check_again(&mut file, &way.id, "yes", &opened.seen).unwrap();
    let way = way_of(&file, &id);
    assert_eq!((way.usable, &*way.mark_reason), (true, ""));

    // A form that showed it and holds it no more takes it out.
    edit(&mut file, &way.id, &form, &way.seen).unwrap();
    let opened = open(&file, &way.id).unwrap();
    let emptied = ContactMethodForm {
        mark_reason: String::new(),
        ..opened.form
    };
    edit(&mut file, &way.id, &emptied, &opened.seen).unwrap();
    assert_eq!(way_of(&file, &id).mark_reason, "");
    assert!(file.verify().unwrap().ok);
}
