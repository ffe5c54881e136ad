//! A form that is open while a bundle is merged.

use std::path::Path;

use serde_json::json;
use system_tests::window::{Machine, Window};

const LAPTOP_PHONE: &str = "555-0188";
const COUNTY_PHONE: &str = "555-0133";

#[tokio::test(flavor = "multi_thread")]
async fn a_form_saved_over_what_was_merged_meanwhile_is_a_conflict_and_the_safer_way_holds() {
    let machine = Machine::new();
    let stick = machine.folder("stick");
    let county = machine.open(&machine.folder("county")).await;
    county
        .create_office("Cedar County", "Pat Coordinator")
        .await;
    county.add_victim("Ana", "Example", "555-0101").await;
    let laptop = joined_laptop(&machine, &county, &stick).await;
    laptop.open_victim("Example").await;
    laptop.click("[id^=edit-method-]").await;
    laptop.fill("#method-value", LAPTOP_PHONE).await;
    laptop.choose("method-safe-no").await;
    laptop.click("#save-method").await;
    laptop.until_text("main [data-method]", "…88").await;
    let sent = laptop.send_week(&stick).await;
    laptop.close().await;

    county.open_victim("Example").await;
    county.click("[id^=edit-method-]").await;
    county.fill("#method-value", COUNTY_PHONE).await;
    // The form stays open: the program is asked behind its back, as another window would.
    let merged = county
        .ask("merge_bundles", json!({ "paths": [sent] }))
        .await;
    assert_eq!(merged["ok"]["newConflicts"], 0, "{merged}");
    county.click("#save-method").await;

    // It may not be used, so it is covered: the laptop's number it is by its end.
    let shown = county.until_text("main [data-method]", "…88").await;
    assert!(
        !shown.contains(LAPTOP_PHONE) && !shown.contains("33"),
        "the number nobody called unsafe holds: {shown}"
    );
    assert!(county.shows("main li.unsafe[data-method] .tag.warn").await);
    county.go_to("conflicts").await;
    let sides = county.text("#conflict").await;
    for phone in [COUNTY_PHONE, LAPTOP_PHONE] {
        assert!(sides.contains(phone), "{phone} was overwritten: {sides}");
    }
    assert!(county.shows("#protective").await);
    county.assert_no_barriers("conflicts").await;
    county.close().await;
}

/// A laptop that has joined the county, by the window alone.
async fn joined_laptop(machine: &Machine, county: &Window, stick: &Path) -> Window {
    let laptop = machine.open(&machine.folder("laptop")).await;
    laptop.ask_to_join("Laptop 07", "Dana Deputy", stick).await;
    let request = file_beginning(stick, "enrol-");
    county.enrol(&request, stick).await;
    laptop
        .accept_welcome(&file_beginning(stick, "welcome-"))
        .await;
    laptop
}

fn file_beginning(stick: &Path, beginning: &str) -> std::path::PathBuf {
    let files = std::fs::read_dir(stick).unwrap().flatten();
    let mut paths = files.map(|file| file.path());
    paths
        .find(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(beginning)
        })
        .unwrap()
}
