//! Long lists in the real window: however many rows there are, it draws a page of them, and scrolling to their end adds
//! none. So each frame has as little to draw in an office of ten years as in a new one. Nothing here is timed.

use countyline_core::outreach::{self, ContactForm};
use countyline_core::testing::{World, victim};
use countyline_core::victims;
use serde_json::{Value, json};
use system_tests::window::{Machine, Window};

/// Rows of one list that are drawn at a time.
const PAGE: u64 = 50;
const CONTACTS: usize = 1_000;
const FOUND: usize = 120;
/// A victim's page with every pane: a thousand contacts drawn at once would be far more.
const MOST_ELEMENTS: u64 = 3_000;

/// Scrolls everything that scrolls to its end, and says how many rows a list has and how many elements there are.
const TO_THE_END: &str = "
    for (const one of document.querySelectorAll('*'))
        if (one.scrollHeight > one.clientHeight) one.scrollTop = one.scrollHeight;
    return [document.querySelectorAll(arguments[0]).length, document.querySelectorAll('*').length];";

#[tokio::test(flavor = "multi_thread")]
async fn however_long_a_list_is_the_window_draws_a_page_of_it() {
    let (world, machine) = (World::new(), Machine::new().with_known_secret());
    let mut county = world.county("Rivertown");
    let maria = victims::create(&mut county, &victim("Maria", "Marker")).unwrap();
    for _ in 1..FOUND {
        victims::create(&mut county, &victim("Maria", "Marker")).unwrap();
    }
    let contact = ContactForm {
        victim_id: maria.id.clone(),
        channel: "phone".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: None,
        minutes: None,
        note: "She called back.".to_owned(),
        follow_up_id: None,
        next_follow_up_on: None,
    };
    for _ in 0..CONTACTS {
        outreach::record_contact(&mut county, &contact).unwrap();
    }
    let page = victims::page(&county, &maria.id).unwrap();
    assert_eq!(page.timeline.len(), CONTACTS);
    drop(county);

    let window = machine.open(&world.path("Rivertown")).await;
    window.unlock().await;
    window.go_to("find").await;
    window.fill("#query", &page.summary.case_number).await;
    window.until_rows(1).await;
    window.fill("#query", "Marker").await;
    window
        .until_rows(usize::try_from(PAGE).unwrap_or_default())
        .await;
    let (rows, all) = at_the_end(&window, "main li").await;
    assert_eq!(rows, PAGE, "of {FOUND} who are found");
    assert!(all < MOST_ELEMENTS, "{all} elements");

    window.fill("#query", &page.summary.case_number).await;
    window.until_rows(1).await;
    window.click("main [data-row]").await;
    window.on_screen("victim").await;
    window.find("#more-timeline").await;
    window.find("#add-services").await;
    for _ in 0..3 {
        let (rows, all) = at_the_end(&window, "#timeline > li").await;
        assert_eq!(rows, PAGE, "of {CONTACTS} contacts");
        assert!(all < MOST_ELEMENTS, "{all} elements");
    }
    window.click("#more-timeline").await;
    let (rows, all) = at_the_end(&window, "#timeline > li").await;
    assert_eq!(rows, 2 * PAGE, "who asks for more gets a page more");
    assert!(all < MOST_ELEMENTS, "{all} elements");
    window.close().await;
}

async fn at_the_end(window: &Window, rows: &str) -> (u64, u64) {
    let counted = window.run(TO_THE_END, vec![json!(rows)]).await;
    let [Value::Number(rows), Value::Number(all)] = counted.as_array().unwrap().as_slice() else {
        panic!("two numbers: {counted}")
    };
    (rows.as_u64().unwrap(), all.as_u64().unwrap())
}
