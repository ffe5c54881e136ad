//! Which rosters may follow which.

use super::documents::{root, roster};
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
