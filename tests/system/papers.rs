//! Every paper in every language, as somebody approved it.

use std::collections::BTreeMap;

use system_tests::golden_papers::{approve, approved, differences, make};

#[test]
fn every_paper_says_what_was_approved_and_looks_so() {
    let folder = tempfile::tempdir().unwrap();
    let made = make(folder.path());
    assert!(made.len() > 30, "{}", made.len());
    let found = differences(&made, &approved());
    assert!(found.is_empty(), "look with `make papers`: {found:#?}");
}

#[test]
fn a_paper_that_says_or_looks_otherwise_or_is_gone_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let made = make(folder.path());
    let mut names = made.keys();
    let (one, other) = (names.next().unwrap(), names.next().unwrap());
    let before = tempfile::tempdir().unwrap();
    approve(&made, before.path());
    let only = |name: &str, file: &str| BTreeMap::from([(name.to_owned(), made[file].clone())]);
    let found = differences(&only(one, other), before.path());
    let noticed = |what: &str| found.iter().any(|difference| difference.contains(what));
    assert!(noticed(&format!("{one} says something else")), "{found:?}");
    assert!(noticed(&format!("{one} looks different")), "{found:?}");
    assert!(
        noticed(&format!("{other} is not made any more")),
        "{found:?}"
    );
    assert_eq!(differences(&made, before.path()), Vec::<String>::new());
}
