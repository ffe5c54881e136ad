//! What is done for a victim and counted: services, follow-ups by a policy, referrals and risk screens, by commands.

use crate::office::{World, text};

#[test]
fn services_are_recorded_listed_hidden_and_counted() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    let day = today(&county);
    let add = |more: &[&str]| {
        let mut command = vec!["service", "add", &victim, "--paid-by", "voca"];
        command.extend(more);
        county.json(&command);
    };
    add(&["--item", "A2", "--times", "2", "--minutes", "20"]);
    add(&["--local-item", "ride_to_court", "--miles", "31"]);
    add(&[
        "--item",
        "C4",
        "--outcome",
        "declined",
        "--reason",
        "too_far",
    ]);
    county.json(&[
        "service",
        "add",
        "--anonymous",
        "--item",
        "C2",
        "--mode",
        "phone",
        "--paid-by",
        "voca",
    ]);
    let both = ["service", "add", &victim, "--item", "C2", "--anonymous"];
    county.refused(&both, "answers-exclude");
    let no_reason = [
        "service",
        "add",
        &victim,
        "--item",
        "C4",
        "--outcome",
        "unmet",
    ];
    county.refused(&no_reason, "reason-required");

    let listed = county.json(&["service", "list", &victim]);
    assert_eq!(listed.as_array().unwrap().len(), 3);
    let period = ["counts", "--from", &day, "--to", &day];
    let counted = county.json(&period);
    for (question, code, count) in [
        ("Q1", "", 1),
        ("Q2", "", 1),
        ("Q8A", "A2", 2),
        ("Q8B", "B9", 1),
        ("Q8C", "C4", 0),
    ] {
        let figures = counted["figures"].as_array().unwrap();
        let figure = figures
            .iter()
            .find(|figure| figure["question"] == question && figure["code"] == code)
            .unwrap();
        assert_eq!(figure["count"], count, "{question} {code}");
    }
    let shown = county.run(&[&period[..], &["--open", "Q8A:A2"]].concat());
    assert!(
        shown.code == 0 && !shown.out.contains("Example"),
        "{shown:?}"
    );
    assert_eq!(shown.out.lines().count(), 1);
    let public = county.json(&[&period[..], &["--public"]].concat());
    assert_eq!(public["figures"][0]["count"], serde_json::Value::Null);
    assert_eq!(
        public["figures"][0]["caseNumbers"]
            .as_array()
            .unwrap()
            .len(),
        0
    );
    county.refused(
        &[&period[..], &["--setting", "new_reset=MONDAY"]].concat(),
        "invalid-input",
    );

    let rides = listed.as_array().unwrap();
    let ride = rides
        .iter()
        .find(|event| event["localItem"] == "ride_to_court")
        .unwrap();
    county.json(&["service", "hide", &victim, &text(&ride["id"])]);
    assert_eq!(
        county
            .json(&["service", "list", &victim])
            .as_array()
            .unwrap()
            .len(),
        2
    );
    county.verified();
}

#[test]
fn a_service_comes_from_a_form_as_well() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    let id = text(&county.json(&["show", "victim", &victim])["summary"]["id"]);
    let form = serde_json::json!({
        "victimId": id,
        "servedOn": today(&county),
        "item": "B10",
        "mode": "phone",
        "outcome": "accepted",
    });
    let path = world.path("form.json");
    std::fs::write(&path, form.to_string()).unwrap();
    county.json(&["service", "add", "--from", path.to_str().unwrap()]);
    let listed = county.json(&["service", "list", &victim]);
    assert_eq!(listed[0]["item"], "B10");
    std::fs::write(&path, "{ \"item\": 7 }").unwrap();
    let unreadable = ["service", "add", "--from", path.to_str().unwrap()];
    county.refused(&unreadable, "form-unreadable");
}

#[test]
fn a_policy_says_what_is_due_next_until_a_person_closes_it() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    let plan = [
        "follow-up",
        "plan",
        &victim,
        "--type",
        "V10",
        "--strangulation",
        "yes",
    ];
    let planned = county.json(&plan);
    assert_eq!(planned["why"], "strangulation");
    let follow_up = text(&planned["followUpId"]);
    let attempt = [
        "contact",
        "add",
        &victim,
        "--channel",
        "phone",
        "--outcome",
        "no_answer_no_message",
        "--answers",
        &follow_up,
    ];
    for _ in 0..3 {
        county.json(&attempt);
    }
    let next = county.json(&["follow-up", "next", &victim]);
    assert_eq!(
        (&next[0]["step"], &next[0]["attempts"]),
        (&"other_channel".into(), &3.into())
    );
    county.json(&[
        "follow-up",
        "close",
        &victim,
        &follow_up,
        "--state",
        "unable_to_reach",
    ]);
    assert_eq!(
        county
            .json(&["follow-up", "next", &victim])
            .as_array()
            .unwrap()
            .len(),
        0
    );
    county.refused(
        &["follow-up", "plan", &victim, "--type", "V99"],
        "unknown-code",
    );
}

#[test]
fn a_referral_is_shown_moved_on_and_closed_with_what_came_of_it() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    county.json(&[
        "partner",
        "add",
        "--name",
        "Prosecutor",
        "--kind",
        "prosecutor",
        "--need",
        "legal",
    ]);
    let refer = [
        "refer",
        &victim,
        "Prosecutor",
        "--need",
        "legal",
        "--kind",
        "warm_phone",
    ];
    county.refused(&refer, "release-required");
    county.json(
        &[
            &refer[..],
            &[
                "--basis",
                "le_prosecution_purpose",
                "--urgency",
                "soon",
                "--paid-by",
                "voca",
            ],
        ]
        .concat(),
    );
    let told = [
        "referral",
        "told",
        &victim,
        "Prosecutor",
        "--system",
        "findhelp",
        "--status",
        "Eligible",
    ];
    county.json(&told);
    county.refused(
        &[
            "referral",
            "told",
            &victim,
            "Prosecutor",
            "--system",
            "findhelp",
            "--status",
            "Maybe",
        ],
        "outside-status-unknown",
    );
    county.json(&[
        "referral",
        "advance",
        &victim,
        "Prosecutor",
        "--status",
        "completed",
    ]);
    let outcome = [
        "referral",
        "outcome",
        &victim,
        "Prosecutor",
        "--outcome",
        "got_help",
        "--source",
    ];
    county.refused(
        &[&outcome[..], &["partner_with_release"]].concat(),
        "partner-word-needs-release",
    );
    county.json(&[&outcome[..], &["victim"]].concat());
    let shown = county.json(&["referral", "show", &victim, "prosecutor"]);
    assert_eq!(
        (&shown["status"], &shown["outcome"]),
        (&"completed".into(), &"got_help".into())
    );
    assert_eq!(shown["statusDates"].as_array().unwrap().len(), 3);
    let services = county.json(&["service", "list", &victim]);
    assert_eq!(services[0]["item"], "A4");
}

#[test]
fn a_risk_screen_is_asked_by_an_instrument_or_not_done_for_a_reason() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    let instruments = county.json(&["screen", "instruments"]);
    assert_eq!(
        (&instruments[0]["id"], &instruments[0]["demo"]),
        (&"demo_safety_talk".into(), &true.into())
    );
    let add = ["screen", "add", &victim, "--instrument", "demo_safety_talk"];
    county.refused(&add, "reason-required");
    let declined = county.json(&[&add[..], &["--not-done", "declined"]].concat());
    assert_eq!(declined["level"], "not_done");
    let asked = county.json(&[&add[..], &["--answer", "1=no,2=yes"]].concat());
    assert_eq!(asked["level"], "high");
    let listed = county.run(&["screen", "list", &victim]);
    assert!(
        listed.code == 0 && listed.out.contains("Not done") && !listed.out.contains("Example"),
        "{listed:?}"
    );
}

/// The day of the clock the program reads.
fn today(county: &crate::office::Office) -> String {
    text(&county.json(&["show", "today"])["date"])
}

#[test]
fn the_offices_own_services_are_installed_given_by_others_and_counted_in_the_year() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    let path = world.path("lists.json").display().to_string();
    let lists = |version: i32| {
        let service =
            r#"{ "code": "gas_card", "en": "Gas card", "es": "Tarjeta", "counts_as": "C7" }"#;
        let text = format!(r#"{{ "version": {version}, "services": [{service}] }}"#);
        std::fs::write(&path, text).unwrap();
    };
    lists(1);
    let install = ["policy", "lists", &*path];
    county.refused(&install, "lists-refused");
    lists(2);
    let checked = county.run(&["policy", "lists", &*path, "--check"]);
    assert!(
        checked.out.contains("Gas card (gas_card) counts as C7"),
        "{checked:?}"
    );
    assert!(
        county
            .run(&["policy", "lists"])
            .out
            .contains("no lists of its own")
    );
    county.json(&install);
    let shown = county.run(&["policy", "lists"]);
    assert!(shown.out.contains("version 2"), "{shown:?}");

    let add = ["service", "add", &victim, "--local-item", "gas_card"];
    county.json(&[&add[..], &["--by", "Pat Sample"]].concat());
    county.refused(&[&add[..], &["--by", "Nobody Here"]].concat(), "not-found");
    let listed = county.run(&["service", "list", &victim]);
    assert!(listed.out.contains("Gas card"), "{listed:?}");
    let unmet = [
        "service",
        "add",
        &victim,
        "--item",
        "D1",
        "--outcome",
        "unmet",
    ];
    county.json(&[&unmet[..], &["--reason", "staff_capacity"]].concat());
    let day = today(&county);
    let year = ["counts", "--from", &day, "--to", &day, "--yearly"];
    assert_eq!(county.json(&year)["forWantOfCapacity"], 1);
    let said = county.run(&year);
    assert!(said.out.contains("1 × "), "{said:?}");
    county.verified();
}

#[test]
fn a_follow_up_is_moved_to_another_day() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    county.json(&["follow-up", "plan", &victim]);
    let next = || county.json(&["follow-up", "next", &victim]);
    let id = text(&next()[0]["followUpId"]);
    let later = "2099-01-05";
    county.refused(
        &["follow-up", "move", &victim, &id, "--to", later],
        "due-out-of-range",
    );
    let day = today(&county);
    county.json(&["follow-up", "move", &victim, &id, "--to", &day]);
    assert_eq!(next()[0]["dueAt"].as_str().unwrap()[..10], day);
}
