//! Partner agencies, the community and the people who work here, from the command line.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::office::{Office, World, text};

fn form(world: &World, name: &str, form: &Value) -> PathBuf {
    let path = world.path(name);
    fs::write(&path, form.to_string()).unwrap();
    path
}

fn service(name: &str) -> Value {
    json!({
        "name": name, "alternateName": "", "description": "", "status": "active", "needs": ["legal"],
        "languages": ["en", "es"], "areas": ["Elm Creek"], "minimumAge": 18, "maximumAge": null,
        "eligibility": "", "applicationProcess": "", "fees": "", "interpretation": "", "alert": "",
        "warmLine24h": true, "notesForDeputies": "", "email": "", "website": "", "assuredOn": null,
        "schedules": [], "phones": [{"number": "555-0199"}], "travelMinutes": {"Elm Creek": 25},
        "requiredDocuments": [], "costOptions": [],
    })
}

fn with(office: &Office, arguments: &[&str], path: &Path) -> Value {
    let mut arguments = arguments.to_vec();
    let path = path.to_str().unwrap();
    arguments.extend(["--from", path]);
    office.json(&arguments)
}

#[test]
fn what_fits_is_told_with_its_reasons() {
    let world = World::new();
    let county = world.county("Cedar County");
    county.partner("Legal Aid", "555-0115");
    with(
        &county,
        &["partner", "service", "Legal Aid"],
        &form(&world, "service.json", &service("Orders")),
    );
    let found = county.json(&[
        "partner",
        "fits",
        "--need",
        "legal",
        "--zone",
        "Elm Creek",
        "--speaks",
        "es",
        "--now",
    ]);
    assert_eq!(found[0]["name"], "Orders");
    assert_eq!(found[0]["phone"], "555-0199");
    let codes: Vec<&str> = found[0]["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|reason| reason["code"].as_str().unwrap())
        .collect();
    for code in [
        "serves_zone",
        "open_at_any_hour",
        "speaks_language",
        "travel_short",
    ] {
        assert!(codes.contains(&code), "{codes:?}");
    }
    let told = county.run(&["partner", "fits", "--need", "legal", "--zone", "Elm Creek"]);
    assert!(told.out.contains("Legal Aid: Orders"), "{}", told.out);
    assert!(told.out.contains("Serves the zone"), "{}", told.out);
    county.refused(&["partner", "fits", "--need", "gold"], "unknown-code");
    county.refused(
        &["partner", "fits", "--need", "legal", "--age", "150"],
        "number-out-of-range",
    );
    let none = county.run(&["partner", "fits", "--need", "food"]);
    assert!(none.out.contains("No agency"), "{}", none.out);
}

#[test]
fn a_directory_goes_from_one_county_to_another() {
    let world = World::new();
    let county = world.county("Cedar County");
    county.partner("Legal Aid", "+1 307 555 0115");
    with(
        &county,
        &["partner", "service", "Legal Aid"],
        &form(&world, "service.json", &service("Orders")),
    );
    let folder = world.stick("package");
    let folder = folder.to_str().unwrap();
    county.json(&["partner", "export", "--to", folder]);
    county.refused(&["partner", "export", "--to", folder], "file-exists");
    let other = world.county("Ash County");
    let told = other.json(&["partner", "import", folder, "--dry-run"]);
    assert_eq!(told["new"], 1);
    assert_eq!(other.json(&["show", "partners"]), json!([]));
    other.json(&["partner", "import", folder]);
    let entry = other.json(&["partner", "show", "Legal Aid"]);
    assert_eq!(entry["partner"]["form"]["phone"], "+1 307 555 0115");
    assert_eq!(entry["services"][0]["form"]["name"], "Orders");
    let again = other.json(&["partner", "import", folder]);
    assert_eq!((&again["new"], &again["same"]), (&json!(0), &json!(1)));
    other.verified();
}

#[test]
fn what_cannot_be_taken_in_waits_in_a_table() {
    let world = World::new();
    let county = world.county("Cedar County");
    let folder = world.stick("package");
    fs::write(folder.join("organization.csv"), "id,name\nno-id,=Clinic\n").unwrap();
    let rejects = world.path("rejects.csv");
    let told = county.run(&[
        "partner",
        "import",
        folder.to_str().unwrap(),
        "--rejects",
        rejects.to_str().unwrap(),
    ]);
    assert_eq!(told.code, 3, "{told:?}");
    assert!(told.out.contains("organization.csv:2  id"), "{}", told.out);
    let rejects = fs::read_to_string(rejects).unwrap();
    assert!(rejects.contains("not_a_uuid"), "{rejects}");
    county.refused(&["partner", "import", "nowhere"], "file-not-found");
}

#[test]
fn a_role_is_given_and_holds_at_the_next_command() {
    let world = World::new();
    let county = world.county("Cedar County");
    county.victim("Maria", "Marker", "555-0101");
    county.refused(&["staff", "role", "Pat Sample", "it_admin"], "own-role");
    let person = form(
        &world,
        "volunteer.json",
        &json!({"name": "Vi Testerly", "role": "volunteer", "place": "", "trainingHours": 40,
            "backgroundCheckOn": null, "availability": []}),
    );
    with(&county, &["staff", "add"], &person);
    let hours = [
        "staff",
        "hours",
        "Vi Testerly",
        "--on",
        "2026-01-05",
        "--minutes",
        "90",
        "--kind",
        "on_call",
    ];
    county.json(&hours);
    let page = county.json(&["staff", "show", "Vi Testerly"]);
    assert_eq!(page["person"]["minutesGiven"], 90);
    county.json(&["staff", "role", "Vi Testerly", "advocate"]);
    county.refused(&["staff", "role", "Vi Testerly", "sheriff"], "unknown-code");
    let list = county.json(&["staff", "list"]);
    let roles: Vec<&Value> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|person| &person["form"]["role"])
        .collect();
    assert_eq!(roles, ["coordinator", "advocate"]);
}

#[test]
fn the_program_around_the_cases_is_recorded_and_listed() {
    let world = World::new();
    let county = world.county("Cedar County");
    let legal = county.partner("Legal Aid", "555-0115");
    let agreement = form(
        &world,
        "agreement.json",
        &json!({"title": "Protocol", "partyIds": [legal], "scope": "", "confidentialityTerms": "",
            "signedOn": "2020-01-01", "reviewOn": "2021-01-01", "endedOn": null}),
    );
    let saved = with(&county, &["agreement", "add"], &agreement);
    let told = county.run(&["agreement", "list"]);
    assert!(told.out.contains("Go over “Protocol”"), "{}", told.out);
    let id = text(&saved["id"]);
    county.json(&[
        "agreement",
        "renew",
        &id,
        "--signed",
        "2021-01-01",
        "--review",
        "2099-01-01",
    ]);
    assert_eq!(county.json(&["agreement", "list"])[0]["due"], false);

    let group = county.json(&[
        "group",
        "add",
        "--name",
        "Task force",
        "--kind",
        "task_force",
    ]);
    let group = text(&group["id"]);
    let meeting =
        json!({"heldOn": "2026-01-05", "present": ["A"], "minutes": "", "decisions": ["One card"]});
    with(
        &county,
        &["group", "meeting", &group],
        &form(&world, "meeting.json", &meeting),
    );
    assert_eq!(
        county.json(&["group", "show", &group])["group"]["meetings"],
        1
    );

    let event = json!({"heldOn": "2026-01-05", "place": "Fair", "audience": "Families", "population": "",
        "numberReached": 12, "language": "es", "note": "", "materials": []});
    with(
        &county,
        &["community", "add"],
        &form(&world, "event.json", &event),
    );
    assert_eq!(
        county.json(&["community", "list"])["events"][0]["form"]["numberReached"],
        12
    );

    let survey = json!({"title": "How did we do?", "audience": "victim", "beganOn": "2026-01-01", "endedOn": null});
    let survey = with(
        &county,
        &["survey", "add"],
        &form(&world, "survey.json", &survey),
    );
    let count = json!({"countedOn": "2026-01-05", "handedOut": 3, "returned": 1, "answers": []});
    let id = text(&survey["id"]);
    with(
        &county,
        &["survey", "count", &id],
        &form(&world, "count.json", &count),
    );
    assert_eq!(county.json(&["survey", "list"])[0]["returned"], 1);

    let training = json!({"topic": "Strangulation", "heldOn": "2026-01-05", "mandatory": true,
        "repeatOf": null, "minutes": 60, "attended": []});
    let session = with(
        &county,
        &["training", "add"],
        &form(&world, "training.json", &training),
    );
    let told = county.run(&["training", "list"]);
    assert!(told.out.contains("Pat Sample"), "{}", told.out);
    county.json(&["training", "attended", &text(&session["id"]), "Pat Sample"]);
    assert_eq!(county.json(&["training", "list"])[0]["lacking"], json!([]));
    county.verified();
}

#[test]
fn a_table_covers_names_until_they_are_asked_for() {
    let world = World::new();
    let county = world.county("Cedar County");
    county.victim("Maria", "Marker", "555-0101");
    let covered = world.path("covered.csv");
    let told = county.json(&["export-table", "victims", "--to", covered.to_str().unwrap()]);
    assert_eq!(told["rows"], 1);
    let covered = fs::read_to_string(covered).unwrap();
    assert!(
        covered.contains("M.M.") && !covered.contains("Marker"),
        "{covered}"
    );
    assert!(!covered.contains("555"), "{covered}");
    let named = world.path("named.csv");
    county.json(&[
        "export-table",
        "victims",
        "--to",
        named.to_str().unwrap(),
        "--names",
    ]);
    assert!(fs::read_to_string(named).unwrap().contains("Maria Marker"));
    county.refused(
        &["export-table", "keys", "--to", "keys.csv"],
        "unknown-code",
    );
}

#[test]
fn who_is_on_call_is_entered_swapped_called_off_and_told() {
    let world = World::new();
    let county = world.county("Cedar County");
    for name in ["Vera Volunteer", "Gil Example"] {
        let person = json!({
            "name": name, "role": "volunteer", "place": "", "trainingHours": null,
            "backgroundCheckOn": null, "availability": [],
        });
        with(
            &county,
            &["staff", "add"],
            &form(&world, "person.json", &person),
        );
    }
    let shift = [
        "on-call",
        "add",
        "Vera Volunteer",
        "--from",
        "2026-03-06T18:00",
        "--to",
        "2026-03-07T06:00",
        "--repeat-until",
        "2026-03-20",
    ];
    assert_eq!(county.json(&shift)["count"], 3);
    county.refused(&shift, "shifts-overlap");
    let list = [
        "on-call",
        "list",
        "--from",
        "2026-03-01",
        "--to",
        "2026-03-31",
    ];
    let found = county.json(&list);
    let id = text(&found[1]["id"]);
    county.json(&["on-call", "swap", &id, "Gil Example"]);
    county.json(&[
        "on-call",
        "move",
        &id,
        "--from",
        "2026-03-13T20:00",
        "--to",
        "2026-03-14T08:00",
    ]);
    county.json(&["on-call", "off", &id]);
    let found = county.json(&list);
    assert_eq!(found[1]["name"], "Gil Example");
    assert_eq!(found[1]["form"]["beginsAt"], "2026-03-13T20:00");
    assert_eq!(found[1]["calledOff"], true);
    county.json(&["on-call", "back", &id]);
    assert_eq!(county.json(&list)[1]["calledOff"], false);
    assert!(
        county.json(&["on-call", "now"])["now"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert!(
        county
            .run(&list)
            .out
            .contains("Vera Volunteer  Called first")
    );
    county.verified();
}
