//! A day in the training office: a contact by keys alone, a referral, four letters, the week sent by two laptops, and
//! what the county finds when it merges them.

use std::path::Path;

use fantoccini::key::Key;

use super::keepsakes::{Journey, Keepsakes, name_of};
use super::machine::Machine;
use super::page::Window;

/// The passphrase of every training office; `countyline sample-office` says it.
pub const TRAINING_PASSPHRASE: &str = "training office only";

/// A case that every laptop of the training office knows.
const SHARED_CASE: &str = "Iris";

/// Works through the day and leaves its pictures, letters, bundles and `summary.txt` in `out`.
///
/// # Panics
/// Where the program does not do what it must.
pub async fn training_day(out: &Path) -> Journey {
    let machine = Machine::new();
    let office = machine.folder("offices").join("training");
    machine.countyline(&["sample-office", "--out", &office.to_string_lossy()]);
    let mut day = Keepsakes::new(out);
    let stick = machine.folder("stick");

    let laptop = machine.open(&office.join("laptop-1")).await;
    laptop.on_screen("unlock").await;
    day.look(&laptop, "1-unlock").await;
    laptop.unlock_with(TRAINING_PASSPHRASE).await;
    day.look(&laptop, "2-today").await;
    let keys = log_contact_by_keys(&laptop, &mut day).await;
    day.tell(&format!(
        "A contact was logged with {keys} keys, and was on disk when the screen said Saved."
    ));

    laptop.open_victim(SHARED_CASE).await;
    laptop.refer_and_save_letter(&day.letters).await;
    save_every_letter(&laptop, &mut day).await;
    laptop.open_victim(SHARED_CASE).await;
    laptop.change_phone("555-0188").await;
    day.look(&laptop, "5-victim").await;
    send(&laptop, &stick, &mut day).await;
    day.look(&laptop, "6-send-week").await;
    laptop.close().await;

    let other = machine.open(&office.join("laptop-2")).await;
    other.unlock_with(TRAINING_PASSPHRASE).await;
    other.open_victim(SHARED_CASE).await;
    other.change_phone("555-0133").await;
    send(&other, &stick, &mut day).await;
    other.close().await;

    let county = machine.open(&office.join("county")).await;
    county.unlock_with(TRAINING_PASSPHRASE).await;
    let conflicts = county.merge(&stick).await;
    assert_eq!(conflicts, "1", "both laptops wrote another number");
    day.look(&county, "7-county-inbox").await;
    county.go_to("conflicts").await;
    day.look(&county, "8-county-conflicts").await;
    for given in ["Margaret", "Peggy"] {
        county.add_victim(given, "Marble", "555-010-0142").await;
    }
    county.go_to("conflicts").await;
    county.click("[data-kind=same_person]").await;
    county.find("#settle-not_same").await;
    day.look(&county, "9-county-same-person").await;
    county.close().await;
    day.tell(
        "The county merged both laptops. One number was written twice; both stand side by side.",
    );
    day.tell("Two records that may be one person's wait in the same list.");
    day.end(&stick)
}

/// F2, who, Enter, what came of it, Ctrl+Enter. Gives the number of keys.
async fn log_contact_by_keys(laptop: &Window, day: &mut Keepsakes) -> usize {
    laptop.press(&[Key::F2]).await;
    laptop.on_screen("log-contact").await;
    let who = SHARED_CASE.to_lowercase();
    laptop.type_keys(&who).await;
    laptop.find("[role=option]").await;
    laptop.press(&[Key::Enter]).await;
    laptop.find("#safe-contact").await;
    laptop.type_keys("1").await;
    day.look(laptop, "3-log-contact").await;
    laptop.press(&[Key::Control, Key::Enter]).await;
    laptop.until_text("#status", "Saved").await;
    // F2, the letters, Enter, a digit, Ctrl+Enter.
    1 + who.len() + 1 + 1 + 1
}

/// Full and discreet, in both languages, each under a name that says which it is.
async fn save_every_letter(laptop: &Window, day: &mut Keepsakes) {
    for (form, language, name) in [
        ("full", "en", "letter-en.pdf"),
        ("full", "es", "carta-es.pdf"),
        ("discreet", "es", "numeros-de-la-comunidad-es.pdf"),
        ("discreet", "en", "community-numbers-en.pdf"),
    ] {
        laptop.choose(&format!("form-{form}")).await;
        laptop.choose(&format!("language-{language}")).await;
        laptop.until_text("main", name).await;
        laptop.click("#save-pdf").await;
        laptop.until_text("#status", name).await;
        let saved = day.letters.join(name);
        let kept = day.letters.join(format!("letter-{form}-{language}.pdf"));
        std::fs::rename(&saved, &kept).expect("the letter lies where the screen says");
    }
    laptop
        .run(
            "document.querySelector('main h1').scrollIntoView({ block: 'end' })",
            vec![],
        )
        .await;
    day.look(laptop, "4-letter").await;
    day.tell(
        "She was referred and four letters were saved: full and discreet, in English and Spanish.",
    );
}

async fn send(laptop: &Window, stick: &Path, day: &mut Keepsakes) {
    let sent = laptop.send_week(stick).await;
    day.tell(&format!("A week was sent: {}.", name_of(Path::new(&sent))));
}
