//! Bundles that must be refused, each named after its flaw, and how.
//!
//! They are made here from a good one; the small ones are also stored in `tests/vectors/bundles`
//! for readers written by others, and must be refused from there in the same way.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::documents::{root, roster};
use super::flaws::flaws;
use super::support::*;
use crate::BundleError::*;
use crate::limits::Limit;
use crate::*;

/// Bundles up to this size are stored.
const STORED_BYTES: usize = 12 << 10;

#[test]
fn every_flaw_is_refused_by_its_own_name() {
    let mut office = Office::new();
    for flaw in flaws(&mut office) {
        assert_eq!(
            office.read(&flaw.bytes).map(drop),
            Err(flaw.refusal),
            "{}",
            flaw.name
        );
    }
}

#[test]
fn stored_bundles_are_read_and_refused_as_written_down() {
    let mut office = Office::new();
    let good = office.bundle();
    let expected: BTreeMap<String, BundleError> = flaws(&mut office)
        .into_iter()
        .filter(|flaw| flaw.bytes.len() <= STORED_BYTES)
        .map(|flaw| (format!("{}.clb", flaw.name), flaw.refusal))
        .collect();
    if std::env::var_os("WRITE_VECTORS").is_some() {
        write_vectors(&mut Office::new());
    }

    let stored_good = std::fs::read(folder().join("good.clb")).unwrap();
    assert_eq!(office.read(&stored_good), office.read(&good));
    let names = stored_names();
    assert_eq!(names, expected.keys().cloned().collect::<Vec<_>>());
    let listed = std::fs::read_to_string(folder().join("refused.txt")).unwrap();
    assert_eq!(listed.replace("\r\n", "\n"), list(&expected));
    for name in names {
        let bytes = std::fs::read(folder().join(&name)).unwrap();
        assert_eq!(
            office.read(&bytes).map(drop),
            Err(expected[&name].clone()),
            "{name}"
        );
    }
}

#[test]
fn stored_keys_open_the_stored_bundle() {
    let keys = std::fs::read_to_string(folder().join("keys.json")).unwrap();
    let keys: serde_json::Value = serde_json::from_str(&keys).unwrap();
    let office = Office::new();
    let key = |name: &str| keys[name].as_str().unwrap().to_owned();

    assert_eq!(key("opening_key"), hex(office.county.to_bytes().as_slice()));
    assert_eq!(
        key("laptop_verifying_key"),
        hex(&office.laptop.verifying_key().to_bytes())
    );
    assert_eq!(key("agency"), hex(&AGENCY));
    let good = std::fs::read(folder().join("good.clb")).unwrap();
    let (manifest, blocks) = office.read(&good).unwrap();
    assert_eq!(key("manifest"), hex(&manifest.encode()));
    let plains: Vec<_> = blocks.iter().map(|block| hex(&block.plain)).collect();
    assert_eq!(keys["blocks"], serde_json::json!(plains));
}

#[test]
fn an_unknown_entry_an_old_reader_may_ignore_is_kept() {
    let mut office = Office::new();
    let entry = (0x7fff, vec![0x63, b'n', b'e', b'w']);
    let bytes = office.forge(|parts| parts.manifest.unknown = vec![entry.clone()]);

    assert_eq!(office.read(&bytes).unwrap().0.unknown, [entry]);
}

#[test]
fn an_unknown_kind_of_block_is_handed_over_as_it_is() {
    let mut office = Office::new();
    let mut contents = office.contents();
    contents.blocks[1].kind = 250;
    let bytes = office.seal(&contents);

    assert_eq!(office.read(&bytes).unwrap().1[1].kind, 250);
}

#[test]
fn what_passes_the_limits_is_not_sealed() {
    let mut office = Office::new();
    let key = office.county.sealing_key().clone();
    let mut refused = |recipients: usize, change: &dyn Fn(&mut Contents)| {
        let mut contents = office.contents();
        change(&mut contents);
        let recipients = vec![key.clone(); recipients];
        match seal(&contents, &recipients, &office.laptop, &mut office.random) {
            Err(OverLimit { what }) => what,
            other => panic!("{other:?}"),
        }
    };

    assert_eq!(refused(0, &|_| ()), Limit::Recipients);
    assert_eq!(refused(17, &|_| ()), Limit::Recipients);
    assert_eq!(
        refused(1, &|c| c.cover.app_version = "v".repeat(201)),
        Limit::TextBytes
    );
    assert_eq!(
        refused(1, &|c| c.cover.logs[0].to = 1_000_004),
        Limit::Commits
    );
    assert_eq!(
        refused(1, &|c| c.blocks[0].plain = vec![0; (4 << 20) + 1]),
        Limit::BlockPlainBytes
    );
    let tiny = Block {
        kind: 1,
        plain: Vec::new(),
    };
    assert_eq!(
        refused(1, &|c| c.blocks = vec![tiny.clone(); 4097]),
        Limit::Blocks
    );
    let roster = vec![0; 1 << 20];
    let with_roster = |c: &mut Contents| c.cover.roster_update = Some(roster.clone());
    assert_eq!(refused(1, &with_roster), Limit::ManifestBytes);
}

#[test]
fn lengths_are_rounded_as_padme_says() {
    use crate::payload::padme;
    // From the paper's definition, worked out by hand.
    let table = [
        (0, 0),
        (1, 1),
        (9, 10),
        (100, 104),
        (1000, 1024),
        (1025, 1088),
        (70_000, 71_680),
    ];
    for (length, padded) in table {
        assert_eq!(padme(length), padded, "{length}");
    }
    for length in (1..3_000_000).step_by(37) {
        let padded = padme(length);
        assert!(
            padded >= length && padded - length <= length / 8,
            "{length} became {padded}"
        );
        assert_eq!(padme(padded), padded);
    }
}

fn write_vectors(office: &mut Office) {
    std::fs::create_dir_all(folder()).unwrap();
    let good = office.bundle();
    let (manifest, blocks) = office.read(&good).unwrap();
    let keys = serde_json::json!({
        "agency": hex(&AGENCY),
        // What is in the blocks is no business of this crate.
        "blocks_hold_commits": false,
        "blocks": blocks.iter().map(|block| hex(&block.plain)).collect::<Vec<_>>(),
        "opening_key": hex(office.county.to_bytes().as_slice()),
        "county_sealing_key": hex(&office.county.sealing_key().to_bytes()),
        "directions": ["up"],
        "laptop_device": hex(&LAPTOP),
        "laptop_verifying_key": hex(&office.laptop.verifying_key().to_bytes()),
        "manifest": hex(&manifest.encode()),
        "roster": "roster.clr",
    });
    for name in stored_names() {
        std::fs::remove_file(folder().join(name)).unwrap();
    }
    std::fs::write(folder().join("good.clb"), &good).unwrap();
    let roster = roster(office).sign(&root()).unwrap();
    std::fs::write(folder().join("roster.clr"), roster).unwrap();
    std::fs::write(folder().join("keys.json"), format!("{keys:#}\n")).unwrap();
    let mut refusals = BTreeMap::new();
    for flaw in flaws(&mut Office::new()) {
        if flaw.bytes.len() <= STORED_BYTES {
            let name = format!("{}.clb", flaw.name);
            std::fs::write(folder().join(&name), &flaw.bytes).unwrap();
            refusals.insert(name, flaw.refusal);
        }
    }
    std::fs::write(folder().join("refused.txt"), list(&refusals)).unwrap();
}

pub(super) fn list(refusals: &BTreeMap<String, BundleError>) -> String {
    refusals
        .iter()
        .map(|(name, refusal)| format!("{name}: {refusal}\n"))
        .collect()
}

/// Names of the stored bundles to be refused, in order.
fn stored_names() -> Vec<String> {
    let entries = std::fs::read_dir(folder()).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".clb") && name != "good.clb")
        .collect();
    names.sort();
    names
}

fn folder() -> PathBuf {
    vectors().join("bundles")
}

pub(super) fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
