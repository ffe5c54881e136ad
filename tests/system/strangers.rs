//! What a reader makes of our files that shares no code with us and has only their description.

use std::fs;

use system_tests::reader;

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
