//! One week of work from end to end: a laptop joins, a contact is logged, a letter made, the week sent, the county
//! merges it, and what two people wrote differently is decided by one of them.

use std::path::Path;

use super::keepsakes::{Journey, Keepsakes, name_of, newest_file, only_file, until_a_file_in};
use super::machine::Machine;
use super::page::Window;

const FIRST_PHONE: &str = "555-0101";
const COUNTY_PHONE: &str = "555-0199";
const LAPTOP_PHONE: &str = "555-0123";

/// Works through the week and leaves its letters, bundles, pictures and `summary.txt` in `out`.
///
/// # Panics
/// Where the program does not do what it must.
pub async fn journey(out: &Path) -> Journey {
    let machine = Machine::new();
    let mut week = Keepsakes::new(out);
    let stick = machine.folder("stick");

    let laptop = machine.open(&machine.folder("laptop")).await;
    week.look(&laptop, "first-run").await;
    let laptop_reads = laptop.ask_to_join("Laptop 07", "Dana Deputy", &stick).await;
    week.look(&laptop, "joining").await;
    let request = only_file(&stick);

    let county = machine.open(&machine.folder("county")).await;
    county
        .create_office("Cedar County", "Pat Coordinator")
        .await;
    county.add_partner("Harbor Legal Aid").await;
    let (county_sees, county_reads) = county.enrol(&request, &stick).await;
    assert_eq!(
        laptop_reads, county_sees,
        "both read the same words for the laptop"
    );
    let laptop_sees = laptop.accept_welcome(&newest_file(&stick)).await;
    assert_eq!(
        county_reads, laptop_sees,
        "both read the same words for the county"
    );
    week.tell("Laptop 07 joined Cedar County; both sides read the same words aloud.");

    laptop.add_victim("Ana", "Example", FIRST_PHONE).await;
    laptop.log_contact("Wants to talk on Tuesday.").await;
    laptop.open_victim("Example").await;
    laptop.refer_and_save_letter(&week.letters).await;
    let letter = until_a_file_in(&week.letters).await;
    week.look(&laptop, "letter").await;
    week.tell(&format!(
        "A contact was logged and a letter saved: {}.",
        name_of(&letter)
    ));

    let to_county = machine.folder("stick/week");
    let sent = laptop.send_week(&to_county).await;
    assert!(
        Path::new(&sent).is_file(),
        "the bundle lies where the screen says: {sent}"
    );
    week.look(&laptop, "send-week").await;
    assert_eq!(
        county.merge(&to_county).await,
        "0",
        "one laptop alone cannot disagree"
    );
    week.look(&county, "inbox").await;
    week.tell(&format!(
        "The week was sent and merged: {}.",
        name_of(Path::new(&sent))
    ));

    county.open_victim("Example").await;
    county.change_phone(COUNTY_PHONE).await;
    laptop.open_victim("Example").await;
    laptop.change_phone(LAPTOP_PHONE).await;
    laptop.send_week(&to_county).await;
    assert_eq!(
        county.merge(&to_county).await,
        "1",
        "both wrote another number"
    );
    county.go_to("conflicts").await;
    let shown = county.text("#conflict").await;
    for phone in [COUNTY_PHONE, LAPTOP_PHONE] {
        assert!(shown.contains(phone), "{phone} is not shown: {shown}");
    }
    week.look_everywhere(
        &county,
        &["today", "find", "partners", "inbox", "conflicts"],
    )
    .await;
    county.go_to("conflicts").await;
    let laptop_side = county.side_showing(LAPTOP_PHONE).await;
    county.choose(&laptop_side).await;
    county.click("#resolve").await;
    county.find("#no-conflicts").await;
    county.open_victim("Example").await;
    county.until_text("main [data-method]", LAPTOP_PHONE).await;
    week.tell(
        "Two numbers for one person were shown side by side; the coordinator chose the laptop's.",
    );

    let laptops = ["today", "find", "new-victim", "partners", "send-week"];
    week.look_everywhere(&laptop, &laptops).await;
    laptop.click("#lock").await;
    laptop.on_screen("unlock").await;
    week.look(&laptop, "unlock").await;
    laptop.unlock().await;
    laptop.close().await;
    county.close().await;
    week.end(&to_county)
}

impl Keepsakes {
    /// Looks at the places, a victim's page and the forms about her, in each language, by day and by night.
    async fn look_everywhere(&mut self, window: &Window, places: &[&str]) {
        let kind = if places.contains(&"inbox") {
            "county"
        } else {
            "laptop"
        };
        for (language, theme) in [
            ("en", "day"),
            ("en", "night"),
            ("es", "night"),
            ("es", "day"),
        ] {
            window.prefer(language, theme).await;
            let name = |screen: &str| format!("{kind}-{language}-{theme}-{screen}");
            self.look(window, &name("settings")).await;
            for place in places {
                window.go_to(place).await;
                self.look(window, &name(place)).await;
            }
            window.open_victim("Example").await;
            self.look(window, &name("victim")).await;
            for (button, screen) in [("#log-contact", "log-contact"), ("#refer", "refer")] {
                window.click(button).await;
                window.on_screen(screen).await;
                self.look(window, &name(screen)).await;
                window.click("#cancel").await;
                window.on_screen("victim").await;
            }
        }
        window.prefer("en", "day").await;
    }
}

impl Window {
    /// The id of the side of a conflict that shows these words.
    async fn side_showing(&self, words: &str) -> String {
        for index in 0..2 {
            let id = format!("side-{index}");
            if self.text(&format!("label[for={id}]")).await.contains(words) {
                return id;
            }
        }
        panic!("no side shows {words}")
    }
}
