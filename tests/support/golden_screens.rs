//! Every screen of the real window, beside the one that somebody looked at and approved.
//!
//! The office is the sample office of one seed, the time stands still, so the same people and dates are shown each time.
//! What is kept are small grey pictures: a dot is the mean of sixteen, of which a few may differ, as letters are drawn
//! otherwise by another version of WebKit. Every screen there is twice: by day, in English and on a laptop's screen, and
//! by night, in Spanish and on a large one. Those that are seen most there are in two ways more.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::DateTime;
use countyline_core::outside::KeyCost;
use countyline_core::outside::testing::KnownSecret;
use countyline_core::sample_office::{self, Made, Wanted};
use serde_json::{Value, json};

use crate::grey;
use crate::window::{DESK, LAPTOP, Machine, PASSPHRASE, Picture, Window};

/// The last day of the sample's year, and the next morning, on which the windows are opened.
const UNTIL: &str = "2026-03-01T18:00:00+00:00";
const MORNING: &str = "2026-03-02 09:00:00";
const SEED: u64 = 7;
const VICTIMS: u32 = 20;
/// A case that every place of the sample knows.
const SHARED_CASE: &str = "Iris";

/// One dot of a picture is the mean of a square with this side.
const SIDE: usize = 4;
/// A dot counts as different from this difference of grey on, of 255.
const DIFFERENT_FROM: u8 = 40;
/// So many of ten thousand dots may differ.
const MAY_DIFFER: usize = 30;
/// On a busy machine what a screen asked for comes late: so many times one is looked at that is not as approved yet.
const LOOKS_AT_MOST: usize = 8;
const BETWEEN_LOOKS: Duration = Duration::from_millis(400);

/// Where the approved screens are.
#[must_use]
pub fn approved() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("screens")
}

/// How the screens are looked at.
#[derive(Clone, Copy)]
struct Looks {
    language: &'static str,
    theme: &'static str,
    size: (u16, u16),
    /// Whether every screen is, or those alone that are seen most.
    every: bool,
}

const USUAL: Looks = Looks {
    language: "en",
    theme: "day",
    size: LAPTOP,
    every: true,
};
const OTHERS: [Looks; 3] = [
    Looks {
        theme: "night",
        every: false,
        ..USUAL
    },
    Looks {
        language: "es",
        every: false,
        ..USUAL
    },
    Looks {
        language: "es",
        theme: "night",
        size: DESK,
        every: true,
    },
];

/// Opens the window on the sample's places and looks at every screen: the dots of each by its name, such as
/// `county-inbox-en-day-1366`. If there is a folder for them, the pictures lie in it then, as PNGs.
pub async fn take(folder: Option<&Path>) -> BTreeMap<String, Vec<u8>> {
    let mut taken = Album {
        dots: BTreeMap::new(),
        folder: folder.map(Path::to_owned),
        looks: USUAL,
    };
    first_screens(&mut taken).await;
    for looks in [USUAL].into_iter().chain(OTHERS) {
        let machine = machine(looks);
        let office = sample(&machine.folder("sample"));
        taken.looks = looks;
        laptop(&machine, &office.laptops[0], &mut taken).await;
        county(&machine, &office.county, &mut taken).await;
    }
    taken.dots
}

/// What is different between screens that were taken and those that were approved, in words; nothing if they are the
/// same.
#[must_use]
pub fn differences(taken: &BTreeMap<String, Vec<u8>>, approved: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for (name, dots) in taken {
        let share = share_that_differs(name, dots, approved);
        if share > MAY_DIFFER {
            found.push(format!("{name} looks different: {share} of 10000 dots"));
        }
    }
    let kept = fs::read_dir(approved).into_iter().flatten().flatten();
    for file in kept.map(|entry| entry.path()) {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        if !taken.contains_key(&*name) {
            found.push(format!("{name} is not shown any more"));
        }
    }
    found
}

fn share_that_differs(name: &str, dots: &[u8], approved: &Path) -> usize {
    let looked = grey::read(&approved.join(format!("{name}.grey")));
    grey::share_that_differs(&looked, dots, DIFFERENT_FROM)
}

/// Keeps screens as approved.
pub fn approve(taken: &BTreeMap<String, Vec<u8>>, approved: &Path) {
    if approved.exists() {
        fs::remove_dir_all(approved).expect("the approved screens can be replaced");
    }
    fs::create_dir_all(approved).expect("a folder can be made");
    for (name, dots) in taken {
        grey::write(&approved.join(format!("{name}.grey")), dots);
    }
}

/// What was seen so far, where the pictures of it are kept, and how the next ones look.
struct Album {
    dots: BTreeMap<String, Vec<u8>>,
    folder: Option<PathBuf>,
    looks: Looks,
}

impl Album {
    async fn take(&mut self, window: &Window, name: &str) {
        // A caret that blinks is there in one picture and not in the next.
        window
            .run(
                "document.documentElement.style.caretColor = 'transparent'",
                vec![],
            )
            .await;
        let Looks {
            language,
            theme,
            size,
            ..
        } = self.looks;
        let name = format!("{name}-{language}-{theme}-{}", size.0);
        let mut picture = window.look().await;
        for _ in 1..LOOKS_AT_MOST {
            if share_that_differs(&name, &dots(&picture), &approved()) <= MAY_DIFFER {
                break;
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
            picture = window.look().await;
        }
        if let Some(folder) = &self.folder {
            let kept = folder.join(format!("{name}.png"));
            fs::write(kept, picture.png()).expect("a picture can be written");
        }
        self.dots.insert(name, dots(&picture));
    }
}

fn machine(looks: Looks) -> Machine {
    Machine::with_screen(looks.size)
        .with_known_secret()
        .standing_at(MORNING)
}

fn sample(folder: &Path) -> Made {
    let wanted = Wanted {
        victims: VICTIMS,
        seed: SEED,
        until: DateTime::parse_from_rfc3339(UNTIL).expect("a day"),
        passphrase: PASSPHRASE.to_owned(),
        key_cost: KeyCost::FOR_TESTS,
    };
    let secret = || Box::new(KnownSecret([7; 32])) as Box<_>;
    sample_office::make(folder, &wanted, secret).expect("the sample office")
}

/// Before there is an office.
async fn first_screens(taken: &mut Album) {
    let machine = machine(USUAL);
    let window = machine.open(&machine.folder("office")).await;
    window.on_screen("first-run").await;
    taken.take(&window, "first-run").await;
    window.click("#create-office").await;
    window.find("#office-name").await;
    taken.take(&window, "first-run-office").await;
    window.close().await;
    let window = machine.open(&machine.folder("laptop")).await;
    let stick = machine.folder("stick");
    window.ask_to_join("Laptop 07", "Dana Deputy", &stick).await;
    // File and words are others each time.
    let hide = "for (const id of ['carry', 'enrolment-words']) document.getElementById(id).style.visibility = 'hidden'";
    window.run(hide, vec![]).await;
    taken.take(&window, "joining").await;
    window.close().await;
}

async fn opened(machine: &Machine, office: &Path, taken: &Album) -> Window {
    let window = machine.open(office).await;
    window.fill_screen(taken.looks.size).await;
    window.unlock().await;
    window.prefer(taken.looks.language, taken.looks.theme).await;
    window
}

async fn laptop(machine: &Machine, office: &Path, taken: &mut Album) {
    let window = opened(machine, office, taken).await;
    let seen_most = ["today", "send-week", "conflicts", "settings"];
    for place in seen_most {
        visit(&window, place).await;
        taken.take(&window, &format!("laptop-{place}")).await;
    }
    visit(&window, "find").await;
    window.fill("#query", SHARED_CASE).await;
    window.find("main [data-row]").await;
    taken.take(&window, "laptop-find").await;
    window.click("main [data-row]").await;
    window.on_screen("victim").await;
    taken.take(&window, "laptop-victim").await;
    for (button, screen) in [("#log-contact", "log-contact"), ("#refer", "refer")] {
        window.click(button).await;
        window.on_screen(screen).await;
        answered(&window).await;
        taken.take(&window, &format!("laptop-{screen}")).await;
        window.click("#cancel").await;
        window.on_screen("victim").await;
    }
    visit(&window, "new-victim").await;
    taken.take(&window, "laptop-new-victim").await;
    window.click("#cancel").await;
    if taken.looks.every {
        visit(&window, "partners").await;
        taken.take(&window, "laptop-partners").await;
        window.press_on("main [data-row]").await;
        window.on_screen("partner").await;
        answered(&window).await;
        taken.take(&window, "laptop-partner").await;
        more(&window, "laptop", taken).await;
        of_what_was_done(&window, taken).await;
    }
    window.close().await;
}

/// What is shown of something a person did: the history of a case, a letter, a refusal, the door, a form not finished.
async fn of_what_was_done(window: &Window, taken: &mut Album) {
    window.open_victim(SHARED_CASE).await;
    window.click("#history").await;
    window.on_screen("history").await;
    answered(window).await;
    taken.take(window, "laptop-history").await;
    window.open_victim(SHARED_CASE).await;
    window.click("#refer").await;
    window.on_screen("refer").await;
    window.choose_first("#partners").await;
    window.choose("kind-cold_info").await;
    window.click("#save-letter").await;
    window.on_screen("letter").await;
    window.choose("safe-to-carry-yes").await;
    window.find("#pages").await;
    taken.take(window, "laptop-letter").await;
    visit(window, "new-victim").await;
    window.click("#save").await;
    window.find("main [role=alert]").await;
    taken.take(window, "laptop-refusal").await;
    window.fill("#given-name", "Ana").await;
    window.find("#draft-kept").await;
    window.click("#lock").await;
    window.on_screen("unlock").await;
    taken.take(window, "laptop-unlock").await;
    window.fill("#passphrase", PASSPHRASE).await;
    window.click("#unlock").await;
    window.on_screen("drafts").await;
    taken.take(window, "laptop-drafts").await;
}

async fn county(machine: &Machine, office: &Path, taken: &mut Album) {
    let window = opened(machine, office, taken).await;
    for place in ["today", "inbox", "conflicts"] {
        visit(&window, place).await;
        taken.take(&window, &format!("county-{place}")).await;
    }
    if taken.looks.every {
        more(&window, "county", taken).await;
    }
    window.close().await;
}

/// Every place behind More.
async fn more(window: &Window, at: &str, taken: &mut Album) {
    visit(window, "more").await;
    taken.take(window, &format!("{at}-more")).await;
    let rows =
        "return [...document.querySelectorAll('main [data-row]')].map((row) => row.id.slice(5));";
    let rows = window.run(rows, vec![]).await;
    let rows: Vec<Value> = rows.as_array().expect("a list").clone();
    for place in rows.iter().filter_map(Value::as_str) {
        window.go_to("more").await;
        window.press_on(&format!("#more-{place}")).await;
        window.on_screen(place).await;
        answered(window).await;
        taken.take(window, &format!("{at}-{place}")).await;
        if place == "help" {
            window.click("#help-back").await;
        }
    }
}

async fn visit(window: &Window, place: &str) {
    window.go_to(place).await;
    answered(window).await;
}

/// What a screen asked for has come once the program has answered something that came after it.
async fn answered(window: &Window) {
    window.ask("preferences", json!({})).await;
}

/// A picture in grey and small, its width before it.
fn dots(picture: &Picture) -> Vec<u8> {
    let rows: Vec<&[u8]> = picture.rows().collect();
    let mut dots = (picture.width() / SIDE).to_le_bytes().to_vec();
    for rows in rows.chunks_exact(SIDE) {
        for at in 0..picture.width() / SIDE {
            let mut sum = 0;
            for row in rows {
                for pixel in row[at * SIDE * 4..][..SIDE * 4].chunks_exact(4) {
                    let [blue, green, red] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
                    sum += (red * 299 + green * 587 + blue * 114) / 1000;
                }
            }
            dots.push(u8::try_from(sum / (SIDE * SIDE) as u32).unwrap_or(u8::MAX));
        }
    }
    dots
}
