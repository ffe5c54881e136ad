//! What a screen reader is told of the real window, over AT-SPI: everything that can be acted on has a name.

use countyline_core::partners;
use countyline_core::testing::{World, partner, victim};
use countyline_core::victims;
use fantoccini::key::Key;
use system_tests::window::{Machine, Told};

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_reader_is_told_a_name_of_everything_that_can_be_acted_on() {
    let world = World::new();
    let machine = Machine::with_screen_reader().with_known_secret();
    let mut county = world.county("Rivertown");
    victims::create(&mut county, &victim("Ana", "Example")).unwrap();
    partners::create(&mut county, &partner("Legal Aid")).unwrap();
    drop(county);
    let window = machine.open(&world.path("Rivertown")).await;
    window.on_screen("unlock").await;
    heard(
        &machine,
        "unlock",
        &[
            ("heading", "Rivertown"),
            ("password text", "Passphrase"),
            ("button", "Unlock"),
        ],
    );
    window.unlock().await;
    heard(
        &machine,
        "today",
        &[("heading", "Today"), ("button", "Log contact")],
    );
    window.go_to("inbox").await;
    heard(
        &machine,
        "inbox",
        &[
            ("heading", "Inbox"),
            ("entry", "Folder with the laptops’ files"),
            ("button", "Add files"),
        ],
    );
    window.open_victim("Example").await;
    heard(
        &machine,
        "victim",
        &[("button", "Log contact"), ("button", "Refer")],
    );
    window.press(&[Key::F2]).await;
    window.on_screen("log-contact").await;
    window.find("#safe-contact").await;
    heard(
        &machine,
        "log-contact",
        &[
            ("heading", "Log contact"),
            ("radio button", "Reached, talked"),
            ("entry", "Note"),
            ("button", "Save"),
        ],
    );
    window.click("#cancel").await;
    window.on_screen("victim").await;
    window.press(&[Key::F4]).await;
    window.on_screen("refer").await;
    window.choose_first("#partners").await;
    window.choose("kind-cold_info").await;
    window.click("#save-letter").await;
    window.on_screen("letter").await;
    heard(
        &machine,
        "letter",
        &[("heading", "Letter"), ("radio button", "Yes")],
    );

    window.prefer("es", "day").await;
    window.open_victim("Example").await;
    window.press(&[Key::F2]).await;
    window.on_screen("log-contact").await;
    window.find("#safe-contact").await;
    heard(
        &machine,
        "log-contact, Spanish",
        &[
            ("heading", "Anotar contacto"),
            ("entry", "Nota"),
            ("button", "Guardar"),
        ],
    );
    window.close().await;
}

/// Fails if something on this screen has no name, or one of these is not told.
fn heard(machine: &Machine, screen: &str, expected: &[(&str, &str)]) {
    let told = machine.told_to_screen_reader();
    let nameless: Vec<&Told> = told
        .iter()
        .filter(|one| one.is_for_doing() && one.name.trim().is_empty())
        .collect();
    assert!(nameless.is_empty(), "{screen}: {nameless:?}\n{told:?}");
    let for_doing = told.iter().filter(|one| one.is_for_doing()).count();
    assert!(for_doing > 1, "{screen}: {told:?}");
    for (role, name) in expected {
        let is_told = told
            .iter()
            .any(|one| one.role.contains(role) && one.name.contains(name));
        assert!(is_told, "{screen}: no {role} {name:?} in {told:#?}");
    }
}
