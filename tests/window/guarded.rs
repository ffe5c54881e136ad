//! What asks for the passphrase again, and what is taken back.

use fantoccini::key::Key;
use serde_json::json;
use system_tests::window::{Machine, PASSPHRASE};

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_back_to_an_open_window_types_the_passphrase_before_the_week_goes_out() {
    let machine = Machine::new();
    let stick = machine.folder("stick");
    let county = machine.open(&machine.folder("county")).await;
    county
        .create_office("Cedar County", "Pat Coordinator")
        .await;
    let laptop = machine.open(&machine.folder("laptop")).await;
    laptop.ask_to_join("Laptop 07", "Dana Deputy", &stick).await;
    let mut files = std::fs::read_dir(&stick).unwrap().flatten();
    let request = files.next().unwrap().path();
    county.enrol(&request, &stick).await;
    county.close().await;
    let welcome = || {
        let files = std::fs::read_dir(&stick).unwrap().flatten();
        let mut paths = files.map(|file| file.path());
        paths.find(|path| path.to_string_lossy().contains("welcome-"))
    };
    laptop.accept_welcome(&welcome().unwrap()).await;
    laptop.add_victim("Ana", "Example", "555-0101").await;

    // Hidden and shown again: whoever sits here now may be somebody else.
    laptop.press(&[Key::F12]).await;
    laptop.find("main[data-screen=paused]").await;
    laptop.click("#resume").await;
    laptop.go_to("send-week").await;
    let before = std::fs::read_dir(&stick).unwrap().count();
    laptop.fill("#folder", &stick.to_string_lossy()).await;
    laptop.click("#send").await;
    laptop.fill("#passphrase-again", "another four words").await;
    laptop.assert_no_barriers("ask-again").await;
    laptop.click("#go-on").await;
    laptop
        .find("[role=dialog] [data-code=wrong-passphrase]")
        .await;
    assert_eq!(std::fs::read_dir(&stick).unwrap().count(), before);
    // A script in the page is refused as well: it is the program that asks.
    let asked = laptop.ask("send_week", json!({ "folder": stick })).await;
    assert_eq!(asked["refused"]["code"], json!("passphrase-needed"));
    laptop.fill("#passphrase-again", PASSPHRASE).await;
    laptop.click("#go-on").await;
    let path = laptop.text("#sent-path").await;
    assert!(std::path::Path::new(&path).is_file(), "{path}");
    assert!(!laptop.shows("#passphrase-again").await);
    laptop.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_is_taken_back_by_key_and_both_changes_stay_in_the_history() {
    let machine = Machine::new();
    let window = machine.open(&machine.folder("office")).await;
    window
        .create_office("Cedar County", "Pat Coordinator")
        .await;
    window.add_victim("Ana", "Example", "555-0101").await;
    let commits = || async { window.ask("check_data", json!({})).await["ok"]["commits"].as_i64() };
    let before = commits().await.unwrap();
    let undo = format!("{}z", char::from(Key::Control));
    window.log_contact("Said too much to the wrong one.").await;
    window.find("#timeline li[data-kind=contact]").await;
    window.find("#undo").await;
    window.assert_no_barriers("undo").await;
    window.type_keys(&undo).await;
    // What was typed is back in its form.
    window.on_screen("log-contact").await;
    window.find("#draft-brought-back").await;
    assert_eq!(
        window.value("#note").await,
        "Said too much to the wrong one."
    );
    window.type_keys(&char::from(Key::Escape).to_string()).await;
    window.find("#timeline li[data-kind=taken_back]").await;
    assert!(!window.shows("#timeline li[data-kind=contact]").await);
    assert_eq!(commits().await, Some(before + 2));
    // And done again.
    window.type_keys(&undo).await;
    window.find("#timeline li[data-kind=contact]").await;
    assert_eq!(commits().await, Some(before + 3));
    window.close().await;
}
