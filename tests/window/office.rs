//! Making an office, opening it, and finding in it what was there when the power went.

use std::time::Duration;

use system_tests::window::{Machine, PASSPHRASE};

/// The page as the program hands it out, before anything in it has run.
const READ_PAGE: &str = "
    const done = arguments[arguments.length - 1];
    fetch('/index.html').then((answer) => answer.text()).then(done, done);";

#[tokio::test(flavor = "multi_thread")]
async fn a_first_run_makes_an_office_that_only_its_passphrase_opens() {
    let machine = Machine::new();
    let office = machine.folder("office");
    let window = machine.open(&office).await;
    window
        .create_office("Cedar County", "Pat Coordinator")
        .await;
    window.close().await;

    let window = machine.open(&office).await;
    window.on_screen("unlock").await;
    assert!(window.text("main").await.contains("Cedar County"));
    window.fill("#passphrase", "another four words").await;
    window.click("#unlock").await;
    let refusal = window.text("main [role=alert]").await;
    assert!(!refusal.is_empty());
    assert!(
        window.shows("main[data-screen=unlock]").await,
        "a wrong passphrase opened the office"
    );

    window
        .until(
            "return document.querySelector('#unlock').disabled === arguments[0]",
            false.into(),
        )
        .await;
    window.unlock().await;
    window.close().await;
    for file in std::fs::read_dir(&office)
        .unwrap()
        .flatten()
        .filter(|file| file.path().is_file())
    {
        let bytes = std::fs::read(file.path()).unwrap();
        assert!(
            !bytes.starts_with(b"SQLite format 3"),
            "{:?} is not encrypted",
            file.path()
        );
        let holds = |words: &str| {
            bytes
                .windows(words.len())
                .any(|seen| seen == words.as_bytes())
        };
        assert!(!holds(PASSPHRASE), "{:?} holds the passphrase", file.path());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_comes_in_the_language_and_the_colors_that_were_chosen() {
    let machine = Machine::new();
    let office = machine.folder("office");
    let window = machine.open(&office).await;
    window
        .create_office("Cedar County", "Pat Coordinator")
        .await;
    window.prefer("es", "night").await;
    window.close().await;

    let window = machine.open(&office).await;
    window.on_screen("unlock").await;
    let page = window.run_until_done(READ_PAGE, vec![]).await;
    let page = page.as_str().unwrap_or_default();
    assert!(
        page.contains(r#"<html lang="es" data-theme="night">"#),
        "{page}"
    );
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_to_be_saved_survives_a_power_cut() {
    let machine = Machine::new();
    let office = machine.folder("office");
    let window = machine.open(&office).await;
    window
        .create_office("Cedar County", "Pat Coordinator")
        .await;
    window.add_victim("Bea", "Sample", "555-0144").await;
    window.log_contact("Said before the lights went out.").await;
    window.cut_off();

    let window = machine.open(&office).await;
    window.unlock().await;
    window.open_victim("Sample").await;
    window
        .until_text("main", "Said before the lights went out.")
        .await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_to_be_kept_survives_a_power_cut_at_any_moment() {
    let machine = Machine::new();
    let office = machine.folder("office");
    let mut window = machine.open(&office).await;
    window
        .create_office("Cedar County", "Pat Coordinator")
        .await;
    window.click("#new-victim").await;
    let mut kept = String::new();
    for until_the_cut_ms in [0, 60, 210, 390, 450] {
        window.find("#given-name").await;
        window.type_into("#given-name", "Xy ").await;
        kept.push_str("Xy ");
        window.find("#draft-kept").await;
        // What is typed now nobody called kept.
        window.type_into("#given-name", "z").await;
        tokio::time::sleep(Duration::from_millis(until_the_cut_ms)).await;
        window.cut_off();

        window = machine.open(&office).await;
        window.on_screen("unlock").await;
        window.fill("#passphrase", PASSPHRASE).await;
        window.click("#unlock").await;
        window.on_screen("drafts").await;
        window.click("#draft-0").await;
        window
            .until(
                "return document.querySelector('#given-name')?.value.startsWith(arguments[0]) ?? false",
                kept.clone().into(),
            )
            .await;
        kept = window.value("#given-name").await;
    }
    window.click("#save").await;
    window.on_screen("victim").await;
    window.close().await;

    let window = machine.open(&office).await;
    window.unlock().await;
    assert!(
        !window.shows("#drafts-waiting").await,
        "a saved form is still a draft"
    );
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_that_is_no_letter_is_drawn_and_saved_and_one_for_the_office_goes_with_nobody() {
    let machine = Machine::new();
    let office = machine.folder("office");
    let papers = machine.folder("papers");
    std::fs::create_dir_all(&papers).unwrap();
    let window = machine.open(&office).await;
    window
        .create_office("Cedar County", "Pat Coordinator")
        .await;
    window.click("#rail-more").await;
    window.click("#more-make-paper").await;
    window.on_screen("make-paper").await;
    window.select("#kind", "quick_card").await;
    window.find("#pages img").await;
    assert!(!window.shows("#safe-to-carry-yes").await);
    window.select("#kind", "danger_signs").await;
    window.find("#no-paper").await;
    window.choose("safe-to-carry-yes").await;
    window.find("#pages img").await;
    window.fill("#folder", papers.to_str().unwrap()).await;
    window.click("#save-pdf").await;
    window
        .until(
            "return document.querySelector('#status').textContent.includes(arguments[0])",
            ".pdf".into(),
        )
        .await;
    window.close().await;
    let saved: Vec<_> = std::fs::read_dir(&papers).unwrap().flatten().collect();
    assert_eq!(saved.len(), 1, "{saved:?}");
}
