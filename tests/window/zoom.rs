//! Everything larger and smaller, in the real window: nothing runs out of it sideways, and the choice is kept.

use std::time::Duration;

use fantoccini::key::Key;
use serde_json::{Value, json};
use system_tests::window::{Machine, TRAINING_PASSPHRASE, Window};

/// What is wider than the place it has, on which screen, and what in it reaches furthest.
const TOO_WIDE: &str = "
    const edge = (one) => one.getBoundingClientRect().right;
    const furthest = (one) => [...one.querySelectorAll('*')].reduce((far, inner) => edge(inner) > edge(far) ? inner : far, one);
    return [document.documentElement, ...document.querySelectorAll('main, nav')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => `${one.tagName} ${document.querySelector('main').dataset.screen}: ${furthest(one).outerHTML.slice(0, 200)}`);";
/// A screen that is still filling itself may be too wide for a moment.
const MOMENTS: usize = 20;

/// WebKit's driver presses where things would be at their usual size, so nothing here is done with a pointer.
const SELECT: &str = "
    const field = document.querySelector(arguments[0]);
    field.value = arguments[1];
    field.dispatchEvent(new Event('change', { bubbles: true }));";
const OPEN_FIRST: &str = "document.querySelector('main [data-row]').click();";

#[tokio::test(flavor = "multi_thread")]
async fn at_any_size_nothing_runs_out_of_the_window_and_the_size_is_kept() {
    let machine = Machine::new();
    let office = machine.folder("county");
    let county = machine.open(&office).await;
    county
        .create_office("Cedar County", "Pat Coordinator")
        .await;
    county.add_victim("Ana", "Example", "555-0101").await;
    let usual = width(&county).await;

    for percent in [80_u16, 125, 200] {
        for language in ["en", "es"] {
            county.prefer(language, "day").await;
            county
                .run(SELECT, vec![json!("#zoom"), json!(percent.to_string())])
                .await;
            let wanted = usual * 100.0 / f64::from(percent);
            county
                .until(
                    "return Math.abs(innerWidth - arguments[0]) <= 2",
                    json!(wanted),
                )
                .await;
            for place in [
                "today",
                "find",
                "partners",
                "inbox",
                "conflicts",
                "settings",
                "more",
            ] {
                county.go_to(place).await;
                assert_eq!(too_wide(&county).await, json!([]), "{percent}");
            }
            county.go_to("find").await;
            county.fill("#query", "Example").await;
            county.until_rows(1).await;
            county.run(OPEN_FIRST, vec![]).await;
            county.on_screen("victim").await;
            assert_eq!(too_wide(&county).await, json!([]), "{percent}");
        }
    }
    county.close().await;

    let again = machine.open(&office).await;
    again.on_screen("unlock").await;
    assert!((width(&again).await - usual / 2.0).abs() <= 2.0);
    again.close().await;
}

async fn too_wide(window: &Window) -> Value {
    let mut wide = Value::Null;
    for _ in 0..MOMENTS {
        wide = window.run(TOO_WIDE, vec![]).await;
        if wide == json!([]) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    wide
}

async fn width(window: &Window) -> f64 {
    let width = window.run("return innerWidth", vec![]).await;
    width.as_f64().expect("a window has a width")
}

/// What of the outcomes lies below what is seen of the screen, pixels.
const CUT_OFF: &str = "
    const seen = document.querySelector('main').getBoundingClientRect().bottom;
    return Math.max(0, Math.round(document.querySelector('#outcome').getBoundingClientRect().bottom - seen));";

#[tokio::test(flavor = "multi_thread")]
async fn on_an_old_laptop_every_outcome_of_a_call_is_seen_also_while_who_is_asked() {
    let machine = Machine::new();
    let window = machine.open(&machine.folder("county")).await;
    window
        .create_office("Cedar County", "Pat Coordinator")
        .await;
    window.add_victim("Ana", "Example", "555-0101").await;
    for language in ["en", "es"] {
        window.prefer(language, "day").await;
        window.fill_screen((1366, 768)).await;
        window.press(&[Key::F2]).await;
        window.find("#who").await;
        window.choose("channel-phone").await;
        assert_eq!(window.run(CUT_OFF, vec![]).await, json!(0), "{language}");
    }
    window.type_into("#who", "exa").await;
    window.find("[data-key]").await;
    window.press(&[Key::Enter]).await;
    window.find("#safe-contact").await;
    window.choose("channel-phone").await;
    assert_eq!(window.run(CUT_OFF, vec![]).await, json!(0));
    window.close().await;
}

/// The training office has a banner, which takes room from everything, and Spanish is longer.
#[tokio::test(flavor = "multi_thread")]
async fn on_an_old_laptop_every_outcome_is_seen_in_a_training_office_and_once_a_draft_is_kept() {
    let machine = Machine::new();
    let office = machine.folder("offices").join("training");
    machine.countyline(&["sample-office", "--out", &office.to_string_lossy()]);
    let window = machine.open(&office.join("laptop-1")).await;
    window.unlock_with(TRAINING_PASSPHRASE).await;
    window.find("#training").await;
    window.prefer("es", "day").await;
    window.fill_screen((1366, 768)).await;
    window.go_to("find").await;
    window.press_on("main [data-row]").await;
    window.on_screen("victim").await;
    window.press(&[Key::F2]).await;
    window.find("#safe-contact").await;
    window.choose("channel-phone").await;
    assert_eq!(window.run(CUT_OFF, vec![]).await, json!(0));
    window.type_into("#note", "Llamamos.").await;
    window.find("#draft-kept").await;
    assert_eq!(
        window.run(CUT_OFF, vec![]).await,
        json!(0),
        "a draft is kept"
    );
    window.close().await;
}
