//! What a reader makes of our files that shares no code with us and has only their description.

use std::fs;

use system_tests::{old_files, reader};

use crate::offices;

#[test]
fn a_stranger_refuses_every_stored_flaw_by_the_same_name() {
    let vectors = reader::vectors();
    let keys = vectors.join("bundles/keys.json");
    let mut refused = 0;
    for (folder, good) in [
        ("bundles", ["good.clb", "roster.clr"]),
        ("documents", ["good.cle", "good.clr"]),
    ] {
        let folder = vectors.join(folder);
        let (fine, flawed): (Vec<_>, Vec<_>) = reader::judge(&folder, &keys)
            .lines()
            .map(str::to_owned)
            .partition(|line| line.ends_with(": good"));
        assert_eq!(fine, good.map(|name| format!("{name}: good")));
        let expected = fs::read_to_string(folder.join("refused.txt")).unwrap();
        assert_eq!(flawed, expected.lines().collect::<Vec<_>>());
        refused += flawed.len();
    }
    assert!(refused >= 60, "{refused} flaws");
}

#[test]
fn a_stranger_judges_every_stored_chain_of_rosters_in_the_same_way() {
    let vectors = reader::vectors();
    let keys = vectors.join("bundles/keys.json");
    let judged = reader::judge(&vectors.join("chains"), &keys);
    let expected = fs::read_to_string(vectors.join("chains/verdicts.txt")).unwrap();
    assert_eq!(
        judged.lines().collect::<Vec<_>>(),
        expected.lines().collect::<Vec<_>>()
    );
}

#[test]
fn flawed_histories_are_refused_by_us_and_by_a_stranger() {
    let folder = old_files::every_flaw();
    let expected = fs::read_to_string(folder.join("refused.txt")).unwrap();
    let judged = reader::judge(&folder, &folder.join("keys.json"));
    let (fine, flawed): (Vec<&str>, Vec<&str>) =
        judged.lines().partition(|line| line.ends_with(": good"));
    assert_eq!(fine, ["good.clb: good", "roster.clr: good"]);
    assert_eq!(flawed, expected.lines().collect::<Vec<_>>());

    let copy = tempfile::tempdir().unwrap();
    old_files::copy_office(&old_files::this_version().join("county"), copy.path());
    let mut county = old_files::unlock(copy.path());
    let before = county.verify().unwrap().commits;
    for line in flawed {
        let (name, _) = line.split_once(": ").unwrap();
        // People are told one thing of all of these: the file is not what its sender sealed.
        let code = offices::refusal(&mut county, &folder.join(name));
        assert_eq!(code, "bundle-altered", "{name}");
    }
    let report = county.verify().unwrap();
    assert!(report.ok);
    assert_eq!(report.commits, before);
    let good = folder.join("good.clb").display().to_string();
    offices::merged(&mut county, &[&good]);
}
