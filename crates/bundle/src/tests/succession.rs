//! Which rosters may follow which. Pairs of them stand in `tests/vectors/chains` for readers written by others:
//! `NAME.clr` is handed over to one who knows `NAME.known`.

use std::collections::BTreeMap;
use std::fs;

use super::documents::{root, roster};
use super::refused::vectors;
use super::support::*;
use crate::BundleError::*;
use crate::*;

/// Four versions of one chain, as signed.
fn chain() -> Vec<Vec<u8>> {
    let mut rosters = Vec::new();
    let mut next = Roster {
        version: 1,
        prev_hash: [0; 32],
        ..roster(&Office::new())
    };
    for time in 1..=4 {
        let signed = next.sign(&root()).unwrap();
        next = next.next(&signed, time);
        rosters.push(signed);
    }
    rosters
}

/// What one who holds these versions says of a roster that is handed over.
fn said(held: &[(u64, &[u8])], offered: &[u8]) -> Result<Succession, BundleError> {
    let (_, newest) = held.last().unwrap();
    let newest = Roster::read_first(newest).unwrap();
    Roster::succession(offered, &newest, |version| {
        let mut held = held.iter();
        held.find(|(known, _)| *known == version)
            .map(|(_, signed)| signed.to_vec())
    })
}

#[test]
fn one_that_follows_is_newer_and_the_same_again_is_known() {
    let chain = chain();
    let held = [(1, chain[0].as_slice())];
    let newer = Roster::read_first(&chain[1]).unwrap();
    assert_eq!(
        said(&held, &chain[1]),
        Ok(Succession::Newer(Box::new(newer)))
    );
    assert_eq!(said(&held, &chain[0]), Ok(Succession::Known));
}

#[test]
fn one_several_versions_ahead_is_taken_from_the_same_root_alone() {
    let chain = chain();
    let held = [(1, chain[0].as_slice())];
    let ahead = Roster::read_first(&chain[3]).unwrap();
    assert_eq!(
        said(&held, &chain[3]),
        Ok(Succession::Newer(Box::new(ahead.clone())))
    );

    let theirs = SigningKey::generate(&mut Counted(300));
    let mut forged = ahead;
    forged.county.root = theirs.verifying_key();
    let forged = forged.sign(&theirs).unwrap();
    assert_eq!(said(&held, &forged), Err(SignatureWrong));
}

#[test]
fn an_older_one_never_takes_the_place_of_a_newer() {
    let chain = chain();
    let held = [(2, chain[1].as_slice()), (3, chain[2].as_slice())];
    assert_eq!(said(&held, &chain[1]), Ok(Succession::Older));
    assert_eq!(
        said(&held, &chain[0]),
        Ok(Succession::Older),
        "one never held before is older too"
    );
}

#[test]
fn one_that_does_not_follow_the_one_held_before_it_is_an_alarm() {
    let chain = chain();
    let held = [(1, chain[0].as_slice())];
    let mut other = Roster::read_first(&chain[1]).unwrap();
    other.prev_hash = [9; 32];
    let other = other.sign(&root()).unwrap();
    assert_eq!(said(&held, &other), Err(RosterForked { version: 2 }));
}

#[test]
fn two_different_ones_with_one_version_are_an_alarm() {
    let chain = chain();
    let held = [(1, chain[0].as_slice()), (2, chain[1].as_slice())];
    let mut other = Roster::read_first(&chain[1]).unwrap();
    other.created_ms += 1;
    let other = other.sign(&root()).unwrap();
    assert_eq!(said(&held, &other), Err(RosterForked { version: 2 }));
}

#[test]
fn an_older_one_that_the_next_one_does_not_name_is_an_alarm() {
    let chain = chain();
    let held = [(2, chain[1].as_slice())];
    let mut other = Roster::read_first(&chain[0]).unwrap();
    other.created_ms += 1;
    let other = other.sign(&root()).unwrap();
    assert_eq!(said(&held, &other), Err(RosterForked { version: 1 }));
}

#[test]
fn one_of_another_agency_is_refused() {
    let chain = chain();
    let held = [(1, chain[0].as_slice())];
    let mut other = Roster::read_first(&chain[1]).unwrap();
    other.agency = [9; 16];
    let other = other.sign(&root()).unwrap();
    assert_eq!(said(&held, &other), Err(OtherAgency));
}

/// What is handed over, who knows what, and what it is to that one.
struct Handed {
    name: &'static str,
    known: Vec<u8>,
    offered: Vec<u8>,
    said: &'static str,
}

fn handed() -> Vec<Handed> {
    let chain = chain();
    let version = |version: usize| chain[version - 1].clone();
    let changed = |of: usize, change: fn(&mut Roster)| {
        let mut other = Roster::read_first(&chain[of - 1]).unwrap();
        change(&mut other);
        other.sign(&root()).unwrap()
    };
    let of_another_root = |of: usize| {
        let theirs = SigningKey::generate(&mut Counted(300));
        let mut other = Roster::read_first(&chain[of - 1]).unwrap();
        other.county.root = theirs.verifying_key();
        other.sign(&theirs).unwrap()
    };
    let later = |roster: &mut Roster| roster.created_ms += 1;
    let elsewhere = |roster: &mut Roster| roster.agency = [9; 16];
    let handed = |name, known: usize, offered, said| Handed {
        name,
        known: version(known),
        offered,
        said,
    };
    vec![
        handed("the-next", 1, version(2), "newer"),
        handed("several-versions-ahead", 1, version(4), "newer"),
        handed("the-same-again", 2, version(2), "known"),
        handed("goes-back-by-one", 2, version(1), "older"),
        handed("goes-back-by-several", 4, version(1), "older"),
        handed(
            "names-another-one-before-it",
            1,
            changed(2, |roster| roster.prev_hash = [9; 32]),
            "roster 2 is of another chain",
        ),
        handed(
            "names-none-before-it",
            1,
            changed(2, |roster| roster.prev_hash = [0; 32]),
            "roster 2 is of another chain",
        ),
        handed(
            "another-of-the-same-version",
            2,
            changed(2, later),
            "roster 2 is of another chain",
        ),
        handed(
            "an-older-one-that-the-next-does-not-name",
            2,
            changed(1, later),
            "roster 1 is of another chain",
        ),
        handed(
            "version-0-before-the-first",
            1,
            changed(1, |roster| roster.version = 0),
            "roster 0 is of another chain",
        ),
        handed(
            "the-next-of-another-root",
            1,
            of_another_root(2),
            "signature wrong",
        ),
        handed(
            "several-versions-ahead-of-another-root",
            1,
            of_another_root(4),
            "signature wrong",
        ),
        handed(
            "the-same-of-another-root",
            2,
            of_another_root(2),
            "signature wrong",
        ),
        handed(
            "the-next-of-another-agency",
            1,
            changed(2, elsewhere),
            "bundle of another agency",
        ),
        handed(
            "the-same-version-of-another-agency",
            2,
            changed(2, elsewhere),
            "bundle of another agency",
        ),
    ]
}

/// As the list of verdicts has it.
fn verdict(known: &[u8], offered: &[u8]) -> String {
    let version = Roster::read_first(known).unwrap().version;
    match said(&[(version, known)], offered) {
        Ok(Succession::Newer(_)) => "newer".to_owned(),
        Ok(Succession::Known) => "known".to_owned(),
        Ok(Succession::Older) => "older".to_owned(),
        Err(refused) => refused.to_string(),
    }
}

#[test]
fn stored_chains_of_rosters_are_judged_as_written_down() {
    let folder = vectors().join("chains");
    let expected: BTreeMap<String, String> = handed()
        .into_iter()
        .map(|handed| (format!("{}.clr", handed.name), handed.said.to_owned()))
        .collect();
    if std::env::var_os("WRITE_VECTORS").is_some() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        for handed in handed() {
            let path = folder.join(handed.name);
            fs::write(path.with_extension("clr"), handed.offered).unwrap();
            fs::write(path.with_extension("known"), handed.known).unwrap();
        }
        fs::write(folder.join("verdicts.txt"), listed(&expected)).unwrap();
    }
    let verdicts = fs::read_to_string(folder.join("verdicts.txt")).unwrap();
    assert_eq!(verdicts.replace("\r\n", "\n"), listed(&expected));
    let names = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let stored = names.filter(|path| path.extension().is_some_and(|kind| kind == "clr"));
    assert_eq!(stored.count(), expected.len());
    for (name, said) in expected {
        let path = folder.join(&name);
        let known = fs::read(path.with_extension("known")).unwrap();
        assert_eq!(verdict(&known, &fs::read(&path).unwrap()), said, "{name}");
    }
}

fn listed(verdicts: &BTreeMap<String, String>) -> String {
    let lines = verdicts
        .iter()
        .map(|(name, said)| format!("{name}: {said}\n"));
    lines.collect()
}

#[test]
fn whom_a_bundle_is_sealed_for_can_be_asked_with_the_public_key_alone() {
    let mut office = Office::new();
    let bundle = office.bundle();
    assert_eq!(
        is_sealed_for(&bundle.as_slice(), office.county.sealing_key()),
        Ok(true)
    );
    let other = OpeningKey::generate(&mut Counted(99));
    assert_eq!(
        is_sealed_for(&bundle.as_slice(), other.sealing_key()),
        Ok(false)
    );
}
