//! Every screen as somebody approved it.

use std::collections::BTreeMap;

use system_tests::golden_screens::{approve, approved, differences, take};

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_looks_as_it_was_approved_and_another_is_noticed() {
    let taken = take(None).await;
    assert!(taken.len() > 150, "{}", taken.len());
    let found = differences(&taken, &approved());
    assert!(found.is_empty(), "look with `make screens`: {found:#?}");

    let before = tempfile::tempdir().unwrap();
    approve(&taken, before.path());
    let by_day = taken["laptop-today-en-day-1366"].clone();
    let instead = BTreeMap::from([("laptop-today-en-night-1366".to_owned(), by_day)]);
    let found = differences(&instead, before.path());
    let noticed = |what: &str| found.iter().any(|one| one.contains(what));
    assert!(
        noticed("laptop-today-en-night-1366 looks different"),
        "{found:?}"
    );
    assert!(
        noticed("county-inbox-en-day-1366 is not shown any more"),
        "{found:?}"
    );
}
