//! How many keys the daily errands take, in the real window: every key that comes down is counted, each key of a chord
//! too. What the screen says was done is then read in the case file, by the core alone.

use countyline_core::testing::travel::names;
use countyline_core::testing::{World, phone, victim, ways};
use countyline_core::{contacts, exchange, inbox, victims};
use fantoccini::key::Key;
use serde_json::json;
use system_tests::window::{Machine, PASSPHRASE, Window};

const SAVE: [Key; 2] = [Key::Control, Key::Enter];

/// What pressing a key takes, and making up one's mind before a field, by the keystroke-level model (Card, Moran and
/// Newell): an average typist, not a fast one.
const KEY_S: f64 = 0.28;
const MIND_S: f64 = 1.35;

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_is_logged_from_anywhere_with_at_most_twelve_keys() {
    let (world, machine) = (World::new(), Machine::new().with_known_secret());
    let mut county = world.county("Rivertown");
    let maria = victims::create(&mut county, &victim("María", "Núñez")).unwrap();
    drop(county);
    let window = opened(&machine, &world, "Rivertown").await;
    window.go_to("settings").await;
    window.count_keys().await;
    window.press(&[Key::F2]).await;
    window.on_screen("log-contact").await;
    window.type_keys("nune").await;
    window.press(&[Key::Enter]).await;
    window.find("#safe-contact").await;
    window.type_keys("1").await;
    window.press(&SAVE).await;
    window.until_text("#status", "Saved").await;
    let keys = window.keys_counted().await;
    window.close().await;

    assert!(keys <= 12, "{keys}");
    println!("log a contact: {keys} keys");
    let county = world.unlock("Rivertown");
    let page = victims::page(&county, &maria.id).unwrap();
    assert_eq!(page.timeline.len(), 1);
    assert_eq!(page.timeline[0].facts["outcome"], "reached_talked");
    assert_eq!(page.follow_ups.len(), 1, "a week from now");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_victim_is_written_down_on_one_page_by_keys_in_under_ninety_seconds() {
    let (world, machine) = (World::new(), Machine::new().with_known_secret());
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    drop(county);
    let window = opened(&machine, &world, "Laptop 07").await;
    window.count_keys().await;
    window.type_keys("n").await;
    window.on_screen("new-victim").await;
    let fields = [
        ("#given-name", "María"),
        ("#family-name", "Núñez"),
        ("#birth-year", "1991"),
        ("#method-value", "555-010-0142"),
        ("#method-hours", "9 to 11"),
        ("#zone", "Elm Creek"),
    ];
    for (field, words) in &fields[..5] {
        window.tab_to(field).await;
        window.type_keys(words).await;
    }
    for answer in ["#method-safe-yes", "#method-voicemail-no"] {
        window.walk_to(answer).await;
    }
    // Housing and legal help, by their digits, where no field is typed in.
    window.type_keys("13").await;
    window.tab_to(fields[5].0).await;
    window.type_keys(fields[5].1).await;
    window
        .type_keys(&format!("{}s", char::from(Key::Control)))
        .await;
    window.on_screen("victim").await;
    window.until_text("#status", "Saved").await;
    let keys = window.keys_counted().await;
    let driven_s = window.seconds_counted().await;
    window.close().await;

    // The driver types as fast as the page follows; a person does not.
    let typed_s = keys as f64 * KEY_S + (fields.len() + 5) as f64 * MIND_S;
    println!("a new victim: {keys} keys, {typed_s:.0} s by a person beside {driven_s:.1} s here");
    assert!(typed_s + driven_s < 90.0, "{keys} keys, {driven_s} s");
    let laptop = world.unlock("Laptop 07");
    let [maria] = &victims::find(&laptop, "nunez").unwrap()[..] else {
        panic!("one victim")
    };
    assert_eq!(
        (maria.name.as_str(), maria.birth_year),
        ("María Núñez", Some(1991))
    );
    let page = victims::page(&laptop, &maria.id).unwrap();
    assert_eq!(
        (page.about.zone.as_str(), page.about.needs.len()),
        ("Elm Creek", 2)
    );
    let [way] = &ways(&laptop, &maria.id)[..] else {
        panic!("one way to reach her")
    };
    assert_eq!(way.form.value, "555-010-0142");
    assert_eq!(
        (way.form.safe.as_str(), way.form.voicemail.as_str()),
        ("yes", "no")
    );
    assert_eq!(page.follow_ups.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_week_goes_out_with_at_most_three_keys_and_the_passphrase_where_it_is_asked() {
    let (world, machine) = (World::new(), Machine::new().with_known_secret());
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    victims::create(&mut laptop, &victim("María", "Núñez")).unwrap();
    // The week before went onto this stick.
    let first = exchange::send_week(&mut laptop, &world.stick("stick")).unwrap();
    victims::create(&mut laptop, &victim("Dolores", "Reyes")).unwrap();
    drop(laptop);
    let window = opened(&machine, &world, "Laptop 07").await;
    window.count_keys().await;
    send_by_keys(&window).await;
    let second = window.text("#sent-path").await;
    let keys = window.keys_counted().await;
    assert!(keys <= 3, "{keys}");
    println!("send the week: {keys} keys");

    // Where somebody else may sit there by now, she types the passphrase, and Enter once more.
    window.press(&[Key::F12]).await;
    window.find("main[data-screen=paused]").await;
    window.click("#resume").await;
    window.go_to("today").await;
    window.count_keys().await;
    send_by_keys(&window).await;
    window.find("#passphrase-again").await;
    window.type_keys(PASSPHRASE).await;
    window.press(&[Key::Enter]).await;
    window.find("#sent").await;
    let keys = window.keys_counted().await as usize - PASSPHRASE.len();
    assert!(keys <= 3, "{keys} beside the passphrase");
    println!(
        "send the week, asked for the passphrase: {keys} keys and {} letters",
        PASSPHRASE.len()
    );
    let third = window.text("#sent-path").await;

    // The stick is out: its folder is offered no more.
    let stick = world.stick("stick");
    let away = stick.with_extension("away");
    std::fs::rename(&stick, &away).unwrap();
    window.go_to("today").await;
    window.press(&[Key::F8]).await;
    window.find("#changes").await;
    assert_eq!(window.value("#folder").await, "");
    std::fs::rename(&away, &stick).unwrap();
    window.close().await;

    let laptop = world.unlock("Laptop 07");
    let sent = exchange::send_state(&laptop).unwrap();
    assert_eq!((sent.history.len(), sent.changes), (3, 0));
    let merged = exchange::merge(&mut county, &[first.path, second, third]).unwrap();
    assert!(
        merged.files.iter().all(|file| file.state != "refused"),
        "{merged:?}"
    );
    let mut known = names(&county);
    known.sort();
    assert_eq!(known, ["Dolores Reyes", "María Núñez"]);
}

async fn send_by_keys(window: &Window) {
    window.press(&[Key::F8]).await;
    window.find("#send:focus").await;
    window.press(&[Key::Enter]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn five_sticks_are_merged_in_one_drop() {
    let (world, machine) = (World::new(), Machine::new().with_known_secret());
    let mut county = world.county("Rivertown");
    let sticks: Vec<_> = (1..=5)
        .map(|number| {
            let name = format!("Laptop {number:02}");
            let mut laptop = world.joined_laptop(&mut county, &name, "Dana Deputy");
            victims::create(&mut laptop, &victim("Ana", &format!("Example{number}"))).unwrap();
            let stick = world.stick(&format!("stick {number}"));
            exchange::send_week(&mut laptop, &stick).unwrap();
            stick
        })
        .collect();
    drop(county);
    let window = opened(&machine, &world, "Rivertown").await;
    window.go_to("inbox").await;
    machine.drop_on_window(&sticks);
    window
        .until(
            "return document.querySelectorAll('#files tr[data-state=ready]').length === arguments[0]",
            json!(5),
        )
        .await;
    window.count_keys().await;
    window.press(&SAVE).await;
    window.find("#summary").await;
    let keys = window.keys_counted().await;
    println!("five sticks: one drop and {keys} keys");
    assert!(keys <= 2, "{keys}");
    let added = window.text("#summary-added").await;
    window.close().await;

    let county = world.unlock("Rivertown");
    let mut known = names(&county);
    known.sort();
    let wrote: Vec<_> = (1..=5)
        .map(|number| format!("Ana Example{number}"))
        .collect();
    assert_eq!(known, wrote);
    assert!(added.parse::<usize>().unwrap() >= 5, "{added}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conflict_is_decided_with_one_key() {
    let (world, machine) = (World::new(), Machine::new().with_known_secret());
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example")).unwrap();
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    for (place, number) in [(&mut county, "555-0199"), (&mut laptop, "555-0123")] {
        let way = ways(place, &ana.id).remove(0);
        contacts::edit(place, &way.id, &phone(number, "yes"), &way.seen).unwrap();
    }
    world.week(&mut laptop, &mut county);
    assert_eq!(inbox::first(&county).unwrap().all, 1);
    drop(county);

    let window = opened(&machine, &world, "Rivertown").await;
    window.go_to("conflicts").await;
    let shown = window.text("label[for=side-1]").await;
    window.count_keys().await;
    window.type_keys("2").await;
    window.find("#no-conflicts").await;
    let keys = window.keys_counted().await;
    window.close().await;

    assert_eq!(keys, 1);
    println!("a conflict: {keys} key");
    let county = world.unlock("Rivertown");
    assert_eq!(inbox::first(&county).unwrap().all, 0);
    let way = ways(&county, &ana.id).remove(0);
    assert!(
        shown.contains(&way.form.value),
        "{} is not in: {shown}",
        way.form.value
    );
}

/// The window on a place of this world, unlocked.
async fn opened(machine: &Machine, world: &World, place: &str) -> Window {
    let window = machine.open(&world.path(place)).await;
    window.unlock().await;
    window
}
