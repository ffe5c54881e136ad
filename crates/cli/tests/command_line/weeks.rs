//! A week's work by commands: cases, releases, letters, sending, merging, deciding.

use crate::office::{World, text};

#[test]
fn a_case_is_recorded_referred_printed_sent_and_merged() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    let victim = laptop.victim("Ana", "Example", "555-0101");
    laptop.partner("Oak Flat Legal Aid", "555-0112");
    let today = text(&laptop.json(&["show", "today"])["date"]);
    let call = ["contact", "add", &victim, "--channel", "phone", "--outcome"];
    let talked = |next| [&call[..], &["reached_talked", "--next", next]].concat();
    laptop.refused(&talked("2019-01-04"), "due-out-of-range");
    let returned = [&call[..], &["letter_returned"]].concat();
    laptop.refused(&returned, "outcome-not-of-channel");
    laptop.json(&talked(&today));
    let referred = laptop.json(&[
        "refer",
        "Ana Example",
        "Oak Flat Legal Aid",
        "--need",
        "legal",
    ]);
    assert_eq!(referred[0]["status"], "offered");
    let paper = world.stick("paper");
    let letter = laptop.json(&[
        "letter",
        &victim,
        "--form",
        "discreet",
        "--language",
        "es",
        "--safe-to-carry",
        "yes",
        "--to",
        paper.to_str().unwrap(),
    ]);
    assert!(
        std::fs::read(text(&letter["path"]))
            .unwrap()
            .starts_with(b"%PDF")
    );

    let stick = world.stick("stick");
    let sent = laptop.json(&["export", "--to", stick.to_str().unwrap()]);
    let merged = county.run(&["merge", stick.to_str().unwrap(), "--json"]);
    assert_eq!(merged.code, 0, "{merged:?}");
    let page = county.json(&["show", "victim", &victim]);
    assert_eq!(page["summary"]["name"], "Ana Example");
    assert_eq!(page["referrals"].as_array().unwrap().len(), 1);
    let outside = county.json(&["bundle", "inspect", &text(&sent["path"])]);
    assert_eq!(outside["recipients"].as_array().unwrap().len(), 1);
    county.verified();
    laptop.verified();
}

#[test]
fn what_two_laptops_wrote_apart_waits_for_a_person_and_is_settled_by_one() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    let stick = world.stick("stick");
    for (name, answer) in [("Elm Creek laptop", "yes"), ("Oak Flat laptop", "no")] {
        let laptop = world.joined_laptop(&county, name);
        let mark = ["victim", "do-not-contact", &victim, answer, "--reason"];
        laptop.json(&[&mark[..], &["She asked us not to"]].concat());
        laptop.json(&["export", "--to", stick.to_str().unwrap()]);
    }
    let merged = county.run(&["merge", stick.to_str().unwrap()]);
    assert_eq!(merged.code, 3, "{merged:?}");
    let page = county.json(&["show", "victim", &victim]);
    assert_eq!(page["doNotContact"], true, "the safer answer holds at once");

    let waiting = county.json(&["conflicts"]);
    let conflict = &waiting[0];
    let told = county.run(&["conflicts"]).out;
    for side in conflict["sides"].as_array().unwrap() {
        let (received, bundle) = (text(&side["receivedAt"]), text(&side["bundle"]));
        assert!(told.contains(&received) && told.contains(&bundle), "{told}");
        assert!(side["signedBy"].is_null());
    }
    let other = conflict["sides"].as_array().unwrap();
    let other = other.iter().find(|side| side["inEffect"] == false).unwrap();
    let beginning: String = text(&other["side"]).chars().take(8).collect();
    county.json(&["resolve", &text(&conflict["id"]), &beginning]);
    assert_eq!(county.json(&["conflicts"]).as_array().unwrap().len(), 0);
    assert_eq!(
        county.json(&["show", "victim", &victim])["doNotContact"],
        false
    );
    county.verified();
}

#[test]
fn a_rehearsal_changes_nothing() {
    let world = World::new();
    let county = world.county("Rivertown");
    let laptop = world.joined_laptop(&county, "Elm Creek laptop");
    laptop.victim("Ana", "Example", "555-0101");
    let stick = world.stick("stick");
    laptop.json(&["export", "--to", stick.to_str().unwrap()]);
    let before = county.verified();
    let seen = county.json(&["merge", stick.to_str().unwrap(), "--rehearse"]);
    assert_eq!(seen["files"][0]["file"]["state"], "ready");
    assert_eq!(county.verified(), before);
}

#[test]
fn a_release_is_signed_for_one_agency_and_taken_back() {
    let world = World::new();
    let county = world.county("Rivertown");
    let victim = county.victim("Ana", "Example", "555-0101");
    county.partner("Oak Flat Legal Aid", "555-0112");
    let sign = |expires: &str| {
        let release = county.json(&[
            "release",
            "sign",
            &victim,
            "Oak Flat Legal Aid",
            "--item",
            "name,need",
            "--expires",
            expires,
            "--signer-is-not-the-abuser",
        ]);
        text(&release["id"])
    };
    #[expect(
        clippy::disallowed_methods,
        reason = "the program runs by the machine's own clock"
    )]
    let in_a_month = chrono::Local::now().date_naive() + chrono::Days::new(30);
    let release = sign(&in_a_month.to_string());
    let refer = [
        "refer",
        &*victim,
        "Oak Flat Legal Aid",
        "--need",
        "legal",
        "--kind",
        "warm_phone",
    ];
    county.refused(&refer, "release-required");
    let with_release = [&refer[..], &["--release", &release]].concat();
    county.json(&with_release);
    county.json(&["release", "revoke", &victim, &release]);
    county.refused(&with_release, "release-revoked");
}

#[test]
fn a_form_from_a_file_keeps_names_off_the_command_line() {
    let world = World::new();
    let county = world.county("Rivertown");
    let form = world.path("form.json");
    std::fs::write(
        &form,
        r#"{"givenName":"M","familyName":"","birthYear":null,"language":"es","needs":["food"],
            "zone":"Oak Flat","contactMethod":null,"followUpOn":null}"#,
    )
    .unwrap();
    let saved = county.json(&["victim", "add", "--from", form.to_str().unwrap()]);
    let page = county.json(&["show", "victim", &text(&saved["id"])]);
    assert_eq!(page["summary"]["language"], "es");
    std::fs::write(&form, "{}").unwrap();
    county.refused(
        &["victim", "add", "--from", form.to_str().unwrap()],
        "form-unreadable",
    );
}

#[test]
fn names_are_covered_until_they_are_asked_for() {
    let world = World::new();
    let county = world.county("Rivertown");
    county.victim("Ana", "Example", "555-0101");
    let covered = county.run(&["show", "victims"]);
    assert!(
        covered.out.contains("A.E.") && !covered.out.contains("Example"),
        "{covered:?}"
    );
    let shown = county.run(&["show", "victims", "--names"]);
    assert!(shown.out.contains("Ana Example"), "{shown:?}");
}
