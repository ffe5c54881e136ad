//! What was sealed comes out again, for those it was sealed for.

use proptest::collection::vec;
use proptest::prelude::*;

use super::support::*;
use crate::*;

#[test]
fn what_was_sealed_comes_out_again() {
    let mut office = Office::new();
    let contents = office.contents();
    let bytes = office.seal(&contents);

    let (manifest, blocks) = office.read(&bytes).unwrap();

    assert_eq!(manifest.cover, contents.cover);
    assert_eq!(blocks, contents.blocks);
    assert_eq!(manifest.signing_key, office.laptop.verifying_key().key_id());
    assert_eq!(manifest.recipients, [office.county.sealing_key().key_id()]);
}

#[test]
fn every_recipient_can_open_it() {
    let mut office = Office::new();
    let others: Vec<_> = (0..15)
        .map(|_| OpeningKey::generate(&mut office.random))
        .collect();
    let mut keys: Vec<_> = others.iter().map(|key| key.sealing_key().clone()).collect();
    keys.insert(7, office.county.sealing_key().clone());
    let bytes = seal(
        &office.contents(),
        &keys,
        &office.laptop,
        &mut office.random,
    )
    .unwrap();

    office.read(&bytes).unwrap();
    for key in &others {
        let expect = Expectation {
            agency: None,
            directions: &[Direction::Up],
        };
        let opened = open(&bytes, key, |manifest| office.signer(manifest), &expect).unwrap();
        assert_eq!(opened.blocks().count(), 2);
    }
}

#[test]
fn the_outside_shows_lengths_and_hints_only() {
    let mut office = Office::new();
    let bytes = office.bundle();

    let outer = inspect(&bytes).unwrap();

    assert_eq!(
        (outer.version, outer.suite, outer.recipients.len()),
        (1, 1, 1)
    );
    assert_eq!(outer.header_bytes + outer.payload_bytes, bytes.len());
    assert_eq!(outer.header_bytes, 36 + 121 + 32);
    let opened = office.open(&bytes).unwrap();
    assert_eq!(outer.bundle_id, opened.bundle_id);
    assert_eq!(outer.plain_bytes, opened.manifest.padded_len);
    for secret in [&AGENCY[..], &LAPTOP, &opened.manifest.signing_key.0] {
        assert!(!bytes.windows(secret.len()).any(|window| window == secret));
    }
}

#[test]
fn sealing_twice_gives_two_bundles_with_nothing_in_common_to_the_eye() {
    let mut office = Office::new();
    let (first, second) = (office.bundle(), office.bundle());

    assert_eq!(first.len(), second.len());
    assert_ne!(first[16..32], second[16..32]);
    let same = first[36..]
        .iter()
        .zip(&second[36..])
        .filter(|(a, b)| a == b)
        .count();
    assert!(
        same < first.len() / 50,
        "{same} of {} bytes alike",
        first.len()
    );
}

#[test]
fn a_first_bundle_can_bring_the_roster_its_signer_is_found_in() {
    let mut office = Office::new();
    let root = SigningKey::generate(&mut office.random);
    let county_signs = SigningKey::generate(&mut office.random);
    let laptop = OpeningKey::generate(&mut office.random);
    let roster = Roster {
        version: 1,
        prev_hash: [0; 32],
        agency: AGENCY,
        created_ms: 0,
        office_name: "Rivertown".into(),
        training: false,
        county: County {
            root: root.verifying_key(),
            device: COUNTY,
            verifying_key: county_signs.verifying_key(),
            sealing_key: office.county.sealing_key().clone(),
            key_epoch: 1,
        },
        entries: Vec::new(),
        unknown: Vec::new(),
    };
    let words_on_the_countys_screen = roster.county.six_words();
    let mut cover = CoverSheet::new(AGENCY, COUNTY, Direction::Bootstrap, 0);
    cover.roster_update = Some(roster.sign(&root).unwrap());
    let contents = Contents {
        cover,
        blocks: Vec::new(),
    };
    let recipients = [laptop.sealing_key().clone()];
    let bytes = seal(&contents, &recipients, &county_signs, &mut office.random).unwrap();

    let expect = Expectation {
        agency: None,
        directions: &[Direction::Bootstrap],
    };
    let opened = open(
        &bytes,
        &laptop,
        |manifest| {
            let brought = manifest.cover.roster_update.as_deref()?;
            let roster = Roster::read_first(brought).ok()?;
            let known = roster.county.six_words() == words_on_the_countys_screen;
            known.then(|| roster.verifying_key(&manifest.cover.device).cloned())?
        },
        &expect,
    )
    .unwrap();

    assert_eq!(opened.manifest.cover.agency, AGENCY);
}

#[test]
fn an_attestation_holds_for_its_own_commit_only() {
    let office = Office::new();
    let point = LogPoint {
        log_id: [1; 16],
        seq: 4,
        hash: [5; 32],
    };
    let word = Attestation::sign(&point, &office.laptop);
    let key = office.laptop.verifying_key();

    assert_eq!(word.key, key.key_id());
    assert_eq!(word.verify(&point, &key), Ok(()));
    for other in [
        LogPoint {
            log_id: [2; 16],
            ..point
        },
        LogPoint { seq: 5, ..point },
        LogPoint {
            hash: [6; 32],
            ..point
        },
    ] {
        assert_eq!(word.verify(&other, &key), Err(BundleError::SignatureWrong));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_blocks_come_out_as_they_went_in(
        plains in vec((any::<u8>(), vec(any::<u8>(), 0..3000), 1usize..60), 0..5),
        min_created in any::<i64>(),
        app_version in "[a-z0-9é.]{0,40}",
        seqs in vec(any::<u64>(), 0..5),
    ) {
        let mut office = Office::new();
        let mut contents = office.contents();
        contents.blocks = plains
            .into_iter()
            .map(|(kind, plain, times)| Block { kind, plain: plain.repeat(times) })
            .collect();
        contents.cover.created_ms = min_created;
        contents.cover.app_version = app_version;
        contents.cover.acks =
            seqs.iter().map(|seq| Ack { log_id: [1; 16], seq: *seq, hash: [2; 32] }).collect();
        contents.cover.need = seqs
            .iter()
            .map(|seq| Need {
                log_id: [3; 16],
                intervals: vec![LackingInterval { from: *seq, to: *seq }],
            })
            .collect();
        contents.cover.erase_receipts = seqs.iter().map(|seq| [*seq as u8; 16]).collect();
        contents.cover.hub = seqs.first().map(|seq| HubStatement {
            epoch: *seq,
            counter: 1,
            time_ms: -5,
        });

        let bytes = office.seal(&contents);
        let (manifest, blocks) = office.read(&bytes).unwrap();

        prop_assert_eq!(manifest.cover, contents.cover);
        prop_assert_eq!(blocks, contents.blocks);
    }
}
