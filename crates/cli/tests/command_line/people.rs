//! A victim in full, from forms in files: what is written, what is refused, what it looks like.

use serde_json::{Value, json};

use crate::office::{Office, World, text};

/// A county with one victim; the path of a form beside it.
struct Scene {
    world: World,
    county: Office,
    ana: String,
}

impl Scene {
    fn new() -> Scene {
        let world = World::new();
        let county = world.county("Rivertown");
        let ana = county.victim("Ana", "Example", "555-0101");
        Scene { world, county, ana }
    }

    /// A form written into a file.
    fn form(&self, form: &Value) -> String {
        let path = self.world.path("form.json");
        std::fs::write(&path, form.to_string()).unwrap();
        path.display().to_string()
    }

    fn record(&self) -> Value {
        self.county.json(&["victim", "record", &self.ana])
    }
}

#[test]
fn who_she_is_comes_from_a_file_and_what_is_left_out_was_not_asked() {
    let scene = Scene::new();
    let form = scene.form(&json!({
        "raceEthnicity": ["R02", "R06"], "minor": "no",
        "otherNames": [{ "kind": "chosen", "name": "Annie" }],
    }));
    scene
        .county
        .json(&["victim", "facts", &scene.ana, "--from", &form]);
    let facts = &scene.record()["facts"];
    assert_eq!(facts["raceEthnicity"], json!(["R02", "R06"]));
    assert_eq!(facts["interpreterNeed"], "not_asked");
    assert_eq!(facts["otherNames"][0]["name"], "Annie");
    let wrong = scene.form(&json!({ "ageAtIncident": 150 }));
    let arguments = ["victim", "facts", &scene.ana, "--from", &wrong];
    scene.county.refused(&arguments, "age-out-of-range");
    let unreadable = scene.form(&json!({ "ageAtIncident": "old" }));
    let arguments = ["victim", "facts", &scene.ana, "--from", &unreadable];
    scene.county.refused(&arguments, "form-unreadable");
    scene.county.verified();
}

#[test]
fn what_was_written_of_a_victim_is_corrected_and_the_rest_stays() {
    let scene = Scene::new();
    let wrong = ["victim", "correct", &scene.ana, "--language", "english"];
    scene.county.refused(&wrong, "unknown-code");
    let right = ["victim", "correct", &scene.ana, "--family", "Exemplar"];
    scene.county.json(&right);
    let page = scene.county.json(&["show", "victim", &scene.ana]);
    assert_eq!(page["about"]["familyName"], "Exemplar");
    assert_eq!(page["about"]["givenName"], "Ana");
    let mut form = page["about"].clone();
    form["zone"] = json!("Oak Flat");
    form["language"] = json!("es");
    let path = scene.form(&form);
    scene
        .county
        .json(&["victim", "correct", &scene.ana, "--from", &path]);
    let page = scene.county.json(&["show", "victim", &scene.ana]);
    assert_eq!(page["about"], form);
    scene.county.verified();
}

#[test]
fn the_gate_hides_a_number_that_may_not_be_used_and_says_why() {
    let scene = Scene::new();
    let shown = scene.county.run(&["safe-contact", "show", &scene.ana]);
    assert!(shown.out.contains("555-0101"), "{shown:?}");
    scene
        .county
        .json(&["safe-contact", "check", &scene.ana, "phone", "--safe", "no"]);
    let shown = scene.county.run(&["safe-contact", "show", &scene.ana]);
    assert!(
        !shown.out.contains("555-0101") && shown.out.contains("not to be used"),
        "{shown:?}"
    );
    let page = scene.county.run(&["show", "victim", &scene.ana]);
    assert!(
        !page.out.contains("555-0101") && page.out.contains("…01  No"),
        "{page:?}"
    );
    let open = ["safe-contact", "edit", &scene.ana, "phone"];
    assert!(scene.county.run(&open).out.contains("555-0101"));
    let mut form = scene.county.json(&open);
    form["value"] = json!("555-0102");
    let corrected = scene.form(&form);
    let correct = ["safe-contact", "edit", &scene.ana, "phone", "--from"];
    scene.county.json(&[&correct[..], &[&*corrected]].concat());
    assert_eq!(scene.county.json(&open), form);
    let details = scene.form(&json!({ "codeWord": "blue heron" }));
    let set = [
        "safe-contact",
        "details",
        &scene.ana,
        "phone",
        "--from",
        &details,
    ];
    scene.county.json(&set);
    let shown = scene.county.json(&["victim", "record", &scene.ana]);
    assert!(!shown.to_string().contains("heron"));
    let word = scene
        .county
        .json(&["safe-contact", "code-word", &scene.ana, "phone"]);
    assert_eq!(word, "blue heron");
}

#[test]
fn an_incident_a_notice_an_order_and_a_claim_are_recorded() {
    let scene = Scene::new();
    let form = scene.form(&json!({
        "occurredOn": "2024-05-01", "part": { "role": "primary", "victimization": ["V10"] },
    }));
    let add = ["incident", "add", &scene.ana, "--from", &form];
    let incident = text(&scene.county.json(&add)["id"]);
    let fact = scene.form(&json!({
        "fact": "ems_offered", "answer": "yes", "answeredOn": "2024-05-01", "agency": "",
    }));
    scene
        .county
        .json(&["incident", "fact", &scene.ana, &incident, "--from", &fact]);
    for (what, form) in [
        (
            "notice",
            json!({ "item": "state_card", "language": "es", "howGiven": "hand", "givenOn": "2024-05-01" }),
        ),
        (
            "order",
            json!({ "incidentId": incident, "explained": "yes" }),
        ),
        (
            "court",
            json!({ "incidentId": incident, "event": "trial", "heldOn": "2024-06-10", "heldAt": "09:30", "state": "planned" }),
        ),
        ("custody", json!({ "state": "declined" })),
        (
            "claim",
            json!({ "incidentId": incident, "status": "informed", "statusOn": "2024-05-02" }),
        ),
    ] {
        let path = scene.form(&form);
        scene
            .county
            .json(&["protection", what, &scene.ana, "--from", &path]);
    }
    let record = scene.record();
    assert_eq!(record["incidents"][0]["facts"][0]["fact"], "ems_offered");
    assert_eq!(record["protectionOrders"][0]["form"]["served"], "not_asked");
    assert_eq!(record["compensationClaims"][0]["fileBy"], "2025-05-01");
    let date = text(&record["courtDates"][0]["id"]);
    let moved = scene.form(
        &json!({ "event": "trial", "heldOn": "2024-06-24", "heldAt": "09:30", "state": "planned" }),
    );
    let arguments = [
        "protection",
        "edit-court",
        &scene.ana,
        &date,
        "--from",
        &moved,
    ];
    scene.county.json(&arguments);
    assert_eq!(
        scene.record()["courtDates"][0]["form"]["heldOn"],
        "2024-06-24"
    );
    let claim = text(&record["compensationClaims"][0]["id"]);
    let advance = [
        "protection",
        "advance-claim",
        &scene.ana,
        &claim,
        "filed",
        "--on",
        "2024-06-01",
    ];
    scene.county.json(&advance);
    let pin = scene.form(&json!({ "state": "declined", "note": "PIN 4711" }));
    let arguments = ["protection", "custody", &scene.ana, "--from", &pin];
    scene.county.refused(&arguments, "looks-like-pin");
}

#[test]
fn what_was_told_and_what_may_be_told_names_nobody() {
    let scene = Scene::new();
    let agency = scene.county.partner("Valley Legal Aid", "555-0115");
    let order = "Subpoena 26-114";
    let tell = [
        "told",
        "under-order",
        &scene.ana,
        &agency,
        "--item",
        "documents",
        "--order",
        order,
    ];
    let announce = |order: &str| {
        let announce = ["told", "announce-order", &scene.ana, "--order", order];
        scene.county.json(&announce);
    };
    announce("Subpoena 26-113");
    scene.county.refused(&tell, "notify-first");
    announce(order);
    scene.county.json(&tell);
    let log = scene.county.run(&["told", "log"]);
    assert!(
        log.out.contains("Valley Legal Aid") && log.out.contains(order) && !log.out.contains("Ana"),
        "{log:?}"
    );
    scene
        .county
        .json(&["refer", &scene.ana, &agency, "--need", "legal"]);
    let list = scene
        .county
        .json(&["told", "share", &agency, "--item", "name"]);
    assert_eq!(list["withheld"][0]["reason"], "absent");
    let exists = scene.county.run(&["victim", "exists", &scene.ana]);
    assert!(
        exists.out.contains("disclosure: 1") && !exists.out.contains("Ana"),
        "{exists:?}"
    );
}

#[test]
fn the_county_sets_its_policy_and_purges_nothing_that_is_not_due() {
    let scene = Scene::new();
    let form = scene.form(&json!({
        "verifyAfterDays": 14, "statePack": "sample", "identityMonths": 12, "statisticsMonths": 60,
    }));
    scene.county.json(&["policy", "set", "--from", &form]);
    let said = scene.county.run(&["policy", "show"]);
    assert!(said.out.contains("14 days"), "{said:?}");
    let due = scene.county.json(&["retention", "due"]);
    assert_eq!(due["due"], json!([]));
    let purge = ["retention", "purge", &scene.ana, "everything", "--for-good"];
    scene.county.refused(&purge, "not-due");
    let hold = [
        "victim",
        "hold",
        &scene.ana,
        "yes",
        "--reason",
        "County counsel",
    ];
    scene.county.json(&hold);
    scene.county.refused(&purge, "legal-hold");
}

#[test]
fn the_county_installs_its_states_pack_from_a_file_and_whatever_comes_from_the_sample_says_so() {
    const MARK: &str = "sample 1 (sample, not your state’s law: ask your coordinator)";
    let scene = Scene::new();
    let shown = scene.county.run(&["policy", "show"]);
    assert!(shown.out.matches(MARK).count() == 2, "{shown:?}");
    let due = scene.county.run(&["retention", "due"]);
    assert!(due.out.contains(MARK), "{due:?}");
    let claim = json!({ "status": "informed", "statusOn": "2024-03-02" });
    let open = |scene: &Scene| {
        let path = scene.form(&claim);
        let arguments = ["protection", "claim", &*scene.ana, "--from", &*path];
        scene.county.run(&arguments)
    };
    let said = open(&scene);
    assert!(said.out.contains(MARK), "{said:?}");
    let notice = scene.form(&json!({
        "item": "state_card", "language": "en", "howGiven": "hand", "givenOn": "2024-03-02",
        "rightsRequested": ["be_heard"],
    }));
    let given = ["protection", "notice", &scene.ana, "--from", &notice];
    let said = scene.county.run(&given);
    assert!(said.out.contains("To be heard in court"), "{said:?}");
    assert!(said.out.contains(MARK), "{said:?}");
    let spanish = ["--language", "es", "victim", "record", &scene.ana];
    let said = scene.county.run(&spanish);
    assert!(said.out.contains("Que la escuchen en la corte"), "{said:?}");
    assert!(
        said.out.contains("muestra, no es la ley de su estado"),
        "{said:?}"
    );

    let sample = include_str!("../../../../assets/packs/sample.json");
    let mut pack: Value = serde_json::from_str(sample).unwrap();
    pack["id"] = json!("ohio");
    pack["sample"] = json!(false);
    pack["rights"][1]["es"] = json!("");
    let path = scene.form(&pack);
    let check = ["policy", "pack", &path, "--check"];
    scene.county.refused(&check, "state-pack-refused");
    scene.county.refused(&check[..3], "state-pack-refused");
    pack["rights"][1]["es"] = json!("Estar presente");
    scene.form(&pack);
    scene.county.json(&check);
    let said = scene.county.run(&["policy", "show"]);
    assert!(said.out.contains(MARK), "checked only: {said:?}");
    let said = scene.county.run(&check[..3]);
    assert!(said.out.contains("ohio 1."), "{said:?}");
    let said = open(&scene);
    assert!(
        said.out.contains("ohio 1. ") && !said.out.contains(MARK),
        "{said:?}"
    );
    let shown = scene.county.run(&["policy", "show"]);
    assert!(shown.out.contains("State pack: ohio 1."), "{shown:?}");
    assert!(!shown.out.contains(MARK), "{shown:?}");
    scene.county.verified();
}

#[test]
fn a_text_that_was_pasted_from_a_criminal_history_is_warned_about_before_it_is_saved() {
    let scene = Scene::new();
    let path = scene.world.path("note");
    std::fs::write(&path, "Talked with her.\nNAM/DOE, JOHN DOB/19700101\n").unwrap();
    let note = path.display().to_string();
    let contact = format!(
        "contact add {} --channel in_person --outcome reached_talked --note-file {note}",
        scene.ana
    );
    let contact: Vec<&str> = contact.split(' ').collect();
    let checked = scene.county.run(&["check-text", &*note]);
    assert_eq!(checked.code, 0, "{checked:?}");
    assert!(checked.out.contains("Line 2"), "{checked:?}");

    let contacts = || {
        let page = scene.county.json(&["show", "victim", &scene.ana]);
        page["timeline"].as_array().unwrap().len()
    };
    let warned = scene.county.run(&contact);
    assert_eq!(warned.code, 1, "{warned:?}");
    assert!(warned.out.contains("Line 2"), "{warned:?}");
    assert!(warned.err.contains("[looks-like-history]"), "{warned:?}");
    assert_eq!(contacts(), 0);
    scene.county.refused(&contact, "looks-like-history");
    let all_the_same = [&contact[..], &["--save-all-the-same"]].concat();
    scene.county.json(&all_the_same);
    assert_eq!(contacts(), 1);

    let facts = scene.form(&json!({ "otherNames": [{ "kind": "alias", "name": "FBI/77 SID/8" }] }));
    let facts = ["victim", "facts", &scene.ana, "--from", &facts];
    scene.county.refused(&facts, "looks-like-history");
}

/// PR-35: what is said on the line itself is looked through as what is read from a file.
#[test]
fn a_purpose_a_reason_not_to_contact_and_hours_are_warned_about_before_they_are_saved() {
    let scene = Scene::new();
    let pasted = "NAM/DOE, JOHN DOB/19700101";
    let agency = [
        "partner",
        "add",
        "--name",
        "Legal Aid",
        "--kind",
        "legal_aid",
    ];
    let with_hours = [&agency[..], &["--hours", pasted]].concat();
    scene.county.refused(&with_hours, "looks-like-history");
    scene.county.json(&agency);

    #[expect(
        clippy::disallowed_methods,
        reason = "the program runs by the machine's own clock"
    )]
    let in_a_month = chrono::Local::now().date_naive() + chrono::Days::new(30);
    let in_a_month = in_a_month.to_string();
    let release = [
        "release",
        "sign",
        &scene.ana,
        "Legal Aid",
        "--item",
        "name,need",
        "--expires",
        &*in_a_month,
        "--signature",
        "paper_on_file",
        "--signer-is-not-the-abuser",
        "--purpose",
        pasted,
    ];
    scene.county.refused(&release, "looks-like-history");
    let forbidden = [
        "victim",
        "do-not-contact",
        &scene.ana,
        "yes",
        "--reason",
        pasted,
    ];
    scene.county.refused(&forbidden, "looks-like-history");
    let way = scene.form(&json!({
        "channel": "phone", "value": "555-0101", "safe": "unknown", "voicemail": "not_asked",
        "hours": pasted, "coverName": "",
    }));
    let way = ["safe-contact", "add", &scene.ana, "--from", &way];
    scene.county.refused(&way, "looks-like-history");

    let page = scene.county.json(&["show", "victim", &scene.ana]);
    assert_eq!(page["releases"].as_array().unwrap().len(), 0);
    assert_eq!(page["doNotContact"], false);
    for saved in [&release[..], &forbidden, &way] {
        scene
            .county
            .json(&[saved, &["--save-all-the-same"]].concat());
    }
    let page = scene.county.json(&["show", "victim", &scene.ana]);
    assert_eq!(page["releases"].as_array().unwrap().len(), 1);
    assert_eq!(page["doNotContactReason"], pasted);
    scene.county.verified();
}

/// Who reports and who answered are named as on the command line, and everything that is written is shown.
#[test]
fn an_incident_names_its_officer_and_its_agency_and_a_paper_says_how_it_was_printed() {
    let scene = Scene::new();
    scene.county.partner("Oak Flat Legal Aid", "555-0112");
    let staff = scene.county.json(&["staff", "list"]);
    let officer = text(&staff[0]["form"]["name"]);
    let form = scene.form(&json!({
        "occurredOn": "2026-03-01", "part": { "role": "primary" },
        "reportingOfficer": officer, "respondingPartner": "Oak Flat Legal Aid",
    }));
    let add = ["incident", "add", &scene.ana, "--from", &form];
    scene.county.json(&add);
    let incident = &scene.record()["incidents"][0];
    assert_eq!(incident["reportingOfficerName"], officer);
    assert_eq!(incident["respondingPartnerName"], "Oak Flat Legal Aid");
    let told = scene.county.run(&["victim", "record", &scene.ana]);
    assert!(
        told.out.contains("answered by Oak Flat Legal Aid"),
        "{told:?}"
    );
    let nobody =
        scene.form(&json!({ "part": { "role": "primary" }, "reportingOfficer": "No Body" }));
    let add = ["incident", "add", &scene.ana, "--from", &nobody];
    scene.county.refused(&add, "not-found");

    let refer = [
        "refer",
        &scene.ana,
        "Oak Flat Legal Aid",
        "--need",
        "legal",
        "--adults",
        "1",
        "--children",
        "2",
    ];
    scene.county.json(&refer);
    let shown = scene
        .county
        .run(&["referral", "show", &scene.ana, "Oak Flat Legal Aid"]);
    assert!(shown.out.contains("Children it is for: 2"), "{shown:?}");

    let folder = scene.world.stick("paper").display().to_string();
    let letter = [
        "letter",
        &scene.ana,
        "--form",
        "full",
        "--language",
        "es",
        "--large-print",
        "--safe-to-carry",
        "yes",
        "--to",
        &folder,
    ];
    let one_side = scene.county.json(&letter);
    let out = scene.county.run(&["paper", "out"]);
    assert!(out.out.contains("large print; wording of"), "{out:?}");
    let both_sides = scene
        .county
        .json(&[&letter[..], &["--both-sides"]].concat());
    assert!(!is_for_both_sides(&one_side) && is_for_both_sides(&both_sides));
    scene.county.verified();
}

/// Whether the file of a paper tells the printer to print on both sides.
fn is_for_both_sides(saved: &Value) -> bool {
    let pdf = std::fs::read(text(&saved["path"])).unwrap();
    String::from_utf8_lossy(&pdf).contains("/DuplexFlipLongEdge")
}

#[test]
fn a_hold_on_an_incident_is_put_on_and_lifted_with_a_reason_and_stops_an_erasure() {
    let scene = Scene::new();
    let form = scene.form(&json!({ "part": { "role": "primary" } }));
    scene
        .county
        .json(&["incident", "add", &scene.ana, "--from", &form]);
    let incident = text(&scene.record()["incidents"][0]["id"]);
    let hold = |answer: &str| {
        let hold = ["incident", "hold", &scene.ana, &incident, answer];
        let reason = ["--reason", "County counsel"];
        scene.county.json(&[&hold[..], &reason].concat());
    };
    let erase = [
        "erase",
        "order",
        &scene.ana,
        "--basis",
        "victim_request",
        "--for-good",
    ];
    hold("yes");
    scene.county.refused(&erase, "legal-hold");
    let told = scene.county.run(&["victim", "record", &scene.ana]);
    assert!(told.out.contains("County counsel"), "{told:?}");
    hold("no");
    scene.county.json(&erase);
    scene.county.verified();
}

#[test]
fn who_looked_at_what_is_told_by_victim_and_gone_through() {
    let scene = Scene::new();
    let (county, ana) = (&scene.county, &scene.ana);
    county.json(&["show", "victim", ana]);
    let found = county.json(&["looked", "--victim", ana]);
    assert_eq!(found["looks"].as_array().unwrap().len(), 1);
    assert_eq!(found["looks"][0]["what"], "victim_page");
    let said = county.run(&["looked"]).out;
    assert!(said.contains("Her page"), "{said}");
    assert!(said.contains("Opened the office"), "{said}");
    county.json(&["looked", "--reviewed"]);
    assert!(county.json(&["looked"])["reviewedAt"].is_string());
    county.refused(&["looked", "--person", "nobody here"], "not-found");
    county.refused(&["looked", "--since", "yesterday"], "date-required");
    county.verified();
}

#[test]
fn the_history_of_a_victim_is_looked_through_by_field_and_words_with_her_names_covered() {
    let scene = Scene::new();
    let id = &*scene.ana;
    scene.county.json(&[
        "victim", "correct", id, "--family", "Marker", "--need", "shelter",
    ]);
    let whole = scene.county.json(&["victim", "history", id]);
    let whole = whole.as_array().unwrap();
    assert!(whole.len() >= 3, "{whole:?}");
    assert_eq!(whole[0]["kind"], "changed");
    let covered = serde_json::to_string(&whole).unwrap();
    assert!(!covered.contains("Example") && !covered.contains("Marker"));
    assert!(!covered.contains("555-0101"), "{covered}");

    let named = scene.county.json(&["victim", "history", id, "--names"]);
    let named = named.to_string();
    assert!(named.contains("Example") && named.contains("Marker"));

    let about = |wanted: &[&str]| {
        let arguments = [&["victim", "history", id][..], wanted].concat();
        scene.county.json(&arguments).as_array().unwrap().len()
    };
    assert_eq!(about(&["--about", "contact-method"]), 1);
    assert_eq!(about(&["--about", "family_name"]), 2);
    assert_eq!(about(&["--about", "needs", "shelter"]), 1);
    // What is covered is not found either.
    assert_eq!(about(&["Marker"]), 0);
    let names = ["--names", "--about", "family_name", "marker"];
    assert_eq!(about(&names), 1);

    let says = |arguments: &[&str]| scene.county.run(arguments).out;
    let told = says(&["victim", "history", id, "--about", "needs", "shelter"]);
    assert!(told.contains("A victim: changed"), "{told}");
    assert!(told.contains("Needs: Shelter"), "{told}");
    let nothing = says(&["victim", "history", id, "no such word"]);
    assert!(nothing.contains("No change fits."), "{nothing}");
}

#[test]
fn a_zone_that_is_on_no_list_is_refused_with_the_nearest_and_older_ones_are_listed() {
    let scene = Scene::new();
    let county = &scene.county;
    let correct = |zone| ["victim", "correct", &*scene.ana, "--zone", zone];
    county.json(&correct("Elm Crek"));
    let lists = scene.form(&json!({ "version": 2, "zones": ["Elm Creek", "Oak Flat"] }));
    county.json(&["policy", "lists", &lists]);
    let found = county.json(&["policy", "zones"]);
    assert_eq!(found[0]["zone"], "Elm Crek");
    assert_eq!(found[0]["records"][0]["record"], "victim");
    assert!(county.run(&["policy", "zones"]).out.contains("1 record"));
    let refused = county.refused(&correct("Oak Flatt"), "zone-unknown");
    assert!(refused.err.contains("Oak Flat"), "{}", refused.err);
    county.json(&correct("Elm Creek"));
    assert_eq!(county.json(&["policy", "zones"]), json!([]));
    county.verified();
}
