//! A week from end to end, through the window alone.

use std::process::Command;

use system_tests::window::{journey, training_day};

#[tokio::test(flavor = "multi_thread")]
async fn a_week_goes_from_the_first_contact_to_a_decided_conflict_and_shuts_nobody_out() {
    let out = tempfile::tempdir().unwrap();
    let week = journey(out.path()).await;

    assert!(week.barriers.is_empty(), "{:#?}", week.barriers);
    assert!(
        week.pictures.len() > 60,
        "only {} screens were looked at",
        week.pictures.len()
    );
    assert_eq!(week.bundles.len(), 2, "{:?}", week.bundles);
    for bundle in &week.bundles {
        let bytes = std::fs::read(bundle).unwrap();
        assert!(
            !bytes.windows(7).any(|seen| seen == b"Example"),
            "a name can be read in a bundle"
        );
    }
    let [letter] = week.letters.as_slice() else {
        panic!("{:?}", week.letters)
    };
    let words = Command::new("pdftotext")
        .arg(letter)
        .arg("-")
        .output()
        .unwrap();
    let words = String::from_utf8(words.stdout).unwrap();
    assert!(
        words.contains("555-0115"),
        "the letter names no way to reach the agency: {words}"
    );
    assert!(
        !words.contains("Example"),
        "the letter names the victim: {words}"
    );
    assert!(out.path().join("summary.txt").is_file());
}

/// What `make run` does on a machine without a display.
#[tokio::test(flavor = "multi_thread")]
async fn the_day_in_the_training_office_is_gone_through_to_its_end() {
    let out = tempfile::tempdir().unwrap();
    let day = training_day(out.path()).await;
    assert!(day.barriers.is_empty(), "{:#?}", day.barriers);
    assert_eq!((day.letters.len(), day.bundles.len()), (4, 2));
    assert!(
        day.told.contains("One number was written twice"),
        "{}",
        day.told
    );
}
