//! The county's screens over a real office: each opens, and what it says was saved is what the file holds.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};
use system_tests::window::{Machine, TRAINING_PASSPHRASE, Window};

/// The training office's places, on a machine of their own.
fn training_office(machine: &Machine) -> PathBuf {
    let office = machine.folder("offices").join("training");
    machine.countyline(&["sample-office", "--out", &office.to_string_lossy()]);
    office
}

async fn county_of(machine: &Machine, office: &Path) -> Window {
    let county = machine.open(&office.join("county")).await;
    county.unlock_with(TRAINING_PASSPHRASE).await;
    county
}

/// What the program answers; it must.
async fn asked(window: &Window, command: &str, arguments: Value) -> Value {
    let answer = window.ask(command, arguments).await;
    assert!(answer["refused"].is_null(), "{command}: {answer}");
    answer["ok"].clone()
}

async fn open_place(window: &Window, place: &str) {
    window.go_to("more").await;
    window.click(&format!("#more-{place}")).await;
    window.on_screen(place).await;
}

/// Presses the button that saves a form, and waits until the form is gone and the screen says that it was saved.
async fn save(window: &Window, button: &str) {
    window.click(button).await;
    window
        .until(
            "return !document.querySelector(arguments[0])",
            json!(button),
        )
        .await;
    window.until_text("#status", "Saved").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_place_of_the_county_opens_over_a_real_office_and_shuts_nobody_out() {
    let machine = Machine::new();
    let office = training_office(&machine);
    let county = county_of(&machine, &office).await;
    county.go_to("more").await;
    let rows = "return [...document.querySelectorAll('main [data-row]')].map((row) => row.id);";
    let rows = county.run(rows, vec![]).await;
    let rows: Vec<String> = serde_json::from_value(rows).unwrap();
    assert!(rows.len() > 18, "the county has more places: {rows:?}");
    for row in rows {
        let place = row.strip_prefix("more-").unwrap();
        open_place(&county, place).await;
        // What a place shows has arrived once the program has answered something that came after it.
        asked(&county, "preferences", json!({})).await;
        assert!(
            !county.shows("main [role=alert]").await,
            "{place}: {}",
            county.text("main").await
        );
        county.assert_no_barriers(place).await;
    }
    county.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_countys_forms_say_was_saved_is_in_the_file() {
    let machine = Machine::new();
    let office = training_office(&machine);
    let county = county_of(&machine, &office).await;

    open_place(&county, "wordings").await;
    county.select("#paper", "wordings-discreet").await;
    county.click("#wording-discreet-title").await;
    county.fill("#text", "Help for victims").await;
    county.click("#save-wording").await;
    county.until_text("main [role=alert]", "victim").await;
    county.click("#cancel-wording").await;
    county.select("#paper", "wordings-full").await;
    county.click("#wording-letter-closing").await;
    county.fill("#text", "We are here for you.").await;
    county.click("#show-wording").await;
    county
        .until_text("#how-it-reads", "We are here for you.")
        .await;
    save(&county, "#save-wording").await;

    open_place(&county, "groups").await;
    county.click("#add-groups").await;
    county.fill("#name", "Board of neighbors").await;
    save(&county, "#save-group").await;
    county.click("#add-members").await;
    county.fill("#person", "Dana Sample").await;
    save(&county, "#save-member").await;
    county.until_text("[data-member]", "Dana Sample").await;

    open_place(&county, "policies").await;
    county.click("#add-policy").await;
    county.fill("#verify-after-days", "14").await;
    county.until_text("#policy-changes", "14").await;
    save(&county, "#save-policy").await;

    let (partner, service) = served(&county).await;
    county.go_to("partners").await;
    county.click(&format!("#partner-{partner}")).await;
    county.click(&format!("#edit-{service}")).await;
    county.press_on("#add-phones").await;
    county.fill("#phones-0-number", "555-0177").await;
    save(&county, "#save-service").await;
    county.click(&format!("#assured-{service}")).await;
    let told = json!({ "partnerId": partner });
    for _ in 0..100 {
        let entry = asked(&county, "directory_entry", told.clone()).await;
        if service_in(&entry, &service)["assuredDaysAgo"] == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    county.close().await;

    // The wording that was refused and left is a draft, and asked about.
    let county = machine.open(&office.join("county")).await;
    county.on_screen("unlock").await;
    county.fill("#passphrase", TRAINING_PASSPHRASE).await;
    county.click("#unlock").await;
    county.on_screen("drafts").await;
    let wordings = asked(&county, "wordings", json!({ "language": "en" })).await;
    let worded: Vec<&Value> = wordings
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| !one["ownText"].is_null())
        .collect();
    assert_eq!(worded.len(), 1, "the refused wording was written");
    assert_eq!(worded[0]["message"], "letter-closing");
    assert_eq!(worded[0]["ownText"], "We are here for you.");
    let groups = asked(&county, "groups", json!({})).await;
    let board = groups
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["form"]["name"] == "Board of neighbors");
    let board = asked(&county, "group", json!({ "groupId": board.unwrap()["id"] })).await;
    assert_eq!(board["members"][0]["form"]["person"], "Dana Sample");
    let policy = asked(&county, "policy", json!({})).await;
    assert_eq!(policy["verifyAfterDays"], 14);
    let entry = asked(&county, "directory_entry", json!({ "partnerId": partner })).await;
    let service = service_in(&entry, &service);
    assert_eq!(service["form"]["phones"], json!([{ "number": "555-0177" }]));
    assert_eq!(service["assuredDaysAgo"], 0);
    county.close().await;
}

fn service_in<'a>(entry: &'a Value, id: &str) -> &'a Value {
    let mut services = entry["services"].as_array().unwrap().iter();
    services.find(|one| one["id"] == id).unwrap()
}

/// The first agency with a service, and that service.
async fn served(window: &Window) -> (String, String) {
    let partners = asked(window, "partners", json!({ "query": "" })).await;
    for partner in partners.as_array().unwrap() {
        let entry = asked(
            window,
            "directory_entry",
            json!({ "partnerId": partner["id"] }),
        )
        .await;
        if let Some(service) = entry["services"].get(0) {
            let id = |value: &Value| value["id"].as_str().unwrap().to_owned();
            return (id(partner), id(service));
        }
    }
    panic!("no agency of the training office has a service");
}

#[tokio::test(flavor = "multi_thread")]
async fn recovery_sheets_are_made_and_a_code_opens_the_laptop_whose_passphrase_was_forgotten() {
    let machine = Machine::new();
    let office = training_office(&machine);
    let sheets = machine.folder("sheets");
    let county = county_of(&machine, &office).await;
    open_place(&county, "laptops").await;
    county.click("#add-sheets").await;
    county.fill("#folder", &sheets.to_string_lossy()).await;
    county.fill("#passphrase", "not the passphrase").await;
    county.click("#save-sheets").await;
    county.find("main [role=alert]").await;
    assert_eq!(std::fs::read_dir(&sheets).unwrap().count(), 0);
    county.fill("#passphrase", TRAINING_PASSPHRASE).await;
    county.click("#save-sheets").await;
    county
        .until_text("#sheets-made", "recovery-sheet-3.pdf")
        .await;
    for number in 1..=3 {
        let sheet = sheets.join(format!("recovery-sheet-{number}.pdf"));
        assert!(std::fs::read(sheet).unwrap().starts_with(b"%PDF"));
    }
    assert!(!asked(&county, "recovery_sheets", json!({})).await.is_null());

    let known = asked(&county, "unlock_codes", json!({})).await;
    let known = known
        .as_array()
        .unwrap()
        .iter()
        .position(|one| !one["number"].is_null());
    let place = known.expect("a laptop of the training office sent its code");
    county.click(&format!("#tell-code-{place}")).await;
    county.fill("#passphrase", TRAINING_PASSPHRASE).await;
    county.click("#save-code").await;
    county.find("#code-words").await;
    let words = "return [...document.querySelectorAll('#code-words li')].map((word) => word.textContent).join(' ');";
    let words = county.run(words, vec![]).await;
    let words = words.as_str().unwrap().to_owned();
    assert_eq!(words.split(' ').count(), 8);
    county.close().await;

    let laptop = machine
        .open(&office.join(format!("laptop-{}", place + 1)))
        .await;
    laptop.on_screen("unlock").await;
    laptop.click("#forgotten").await;
    laptop.fill("#code", &words).await;
    laptop
        .fill("#new-passphrase", "four newer made-up words")
        .await;
    laptop
        .fill("#new-passphrase-again", "four newer made-up words")
        .await;
    laptop.click("#open-anew").await;
    laptop.on_screen("today").await;
    laptop.close().await;
    let laptop = machine
        .open(&office.join(format!("laptop-{}", place + 1)))
        .await;
    laptop.unlock_with("four newer made-up words").await;
    laptop.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_to_an_agency_is_made_under_a_release_signed_there_and_stands_in_the_account() {
    let machine = Machine::new();
    let papers = machine.folder("papers");
    let window = machine.open(&machine.folder("office")).await;
    window
        .create_office("Cedar County", "Pat Coordinator")
        .await;
    window.add_partner("Legal Aid").await;
    window.add_victim("Ana", "Example", "555-0101").await;
    window.click("#refer").await;
    window.on_screen("refer").await;
    window.choose_first("#partners").await;
    window.choose("kind-letter").await;
    window.choose("wanted-offered").await;
    window.click("#refer-more summary").await;
    window.fill("#adults", "1").await;
    window.fill("#children", "2").await;
    window.click("#save").await;
    window.on_screen("victim").await;
    window.click("[id^=agency-letter-]").await;
    window.on_screen("agency-letter").await;
    window.find("#no-release").await;
    window.until_text("#people", "2").await;
    assert!(!window.shows("#pages").await);
    window.click("#sign-release").await;
    window.choose("release-items-people").await;
    window.choose("signer-ok-yes").await;
    window.click("#save-release").await;
    window.find("#pages img").await;
    let read = "return document.querySelector('#pages img').alt;";
    let letter = window.run(read, vec![]).await;
    let letter = letter.as_str().unwrap();
    for told in ["Ana Example", "555-0101", "2 children"] {
        assert!(letter.contains(told), "{told} is not in: {letter}");
    }
    window.assert_no_barriers("agency-letter").await;
    window.fill("#folder", &papers.to_string_lossy()).await;
    window.fill("#pdf-password", "another four words").await;
    window.click("#save-pdf").await;
    window.until_text("#status", "Saved: ").await;
    let mut made = std::fs::read_dir(&papers).unwrap().flatten();
    let made = std::fs::read(made.next().unwrap().path()).unwrap();
    assert!(made.windows(8).any(|seen| seen == b"/Encrypt"));
    let told = asked(&window, "disclosure_log", json!({})).await;
    assert_eq!(told[0]["recipient"], "Legal Aid", "{told}");
    assert_eq!(told[0]["basis"], "victim_release");
    let items = told[0]["items"].as_array().unwrap();
    assert!(
        items.contains(&json!("people")) && items.contains(&json!("name")),
        "{told}"
    );
    window.close().await;
}
