//! A log's chain: what it proves, and what may be taken out of it without breaking it.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{
    ActorId, Anchor, BlockSalts, BlockSeed, ByField, COMMITS_PER_SALT_BLOCK, Commit, CommitHash,
    Dot, EntityId, Error, FieldId, Header, LogId, Op, OrderId, Parent, ParentRef, RecordType,
    ResolvedOp, Salt, Salts, StoredOp, Value, chain_start, resolve_commit, salt_block, seal_commit,
    verify_chain, verify_chain_to,
};
use sha2::{Digest, Sha256};

const LOG: LogId = LogId([1; 16]);
const SEED: BlockSeed = BlockSeed([7; 32]);

#[test]
fn hashes_follow_the_written_formula() {
    let (commits, hashes) = log_of(2);
    let mut before = sha256(&[b"clc1-log", &LOG.0]);
    for (commit, hash) in commits.iter().zip(hashes) {
        let seq = commit.header().seq;
        let mut parts = [b"clc1", before.as_slice(), commit.header_bytes()].concat();
        for (index, op) in (0u32..).zip(commit.stored_ops()) {
            let StoredOp::Present(op) = op else {
                panic!("nothing was taken out");
            };
            let salt = sha256(&[&SEED.0, &seq.to_le_bytes(), &index.to_le_bytes()]);
            parts.extend(sha256(&[&salt[..16], op]));
        }
        before = sha256(&[&parts]);
        assert_eq!(hash.0, before);
    }
}

#[test]
fn any_flipped_bit_is_noticed() {
    let (commits, hashes) = log_of(3);
    let head = *hashes.last().unwrap();
    for (place, commit) in commits.iter().enumerate() {
        for bit in 0..commit.bytes().len() * 8 {
            let mut bytes = commit.bytes().to_vec();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let Ok(flipped) = Commit::decode(bytes) else {
                continue;
            };
            let mut received = commits.clone();
            received[place] = flipped;
            verify_chain_to(head, chain_start(LOG), &SEED, &received).unwrap_err();
        }
    }
}

#[test]
fn a_commit_left_out_put_in_twice_or_moved_is_noticed() {
    let (commits, hashes) = log_of(4);
    let verify = |places: &[usize]| {
        let received: Vec<Commit> = places.iter().map(|place| commits[*place].clone()).collect();
        verify_chain_to(hashes[3], chain_start(LOG), &SEED, &received)
    };
    assert_eq!(verify(&[0, 1, 2, 3]).unwrap(), hashes);
    assert_eq!(
        verify(&[0, 2, 3]),
        Err(Error::OutOfSequence {
            expected: 2,
            found: 3
        })
    );
    assert_eq!(
        verify(&[0, 1, 1, 2, 3]),
        Err(Error::OutOfSequence {
            expected: 3,
            found: 2
        })
    );
    assert_eq!(
        verify(&[1, 0, 2, 3]),
        Err(Error::OutOfSequence {
            expected: 3,
            found: 1
        })
    );
    assert_eq!(verify(&[0, 1, 2]), Err(Error::OtherHead { seq: 3 }));
    assert_eq!(verify(&[1, 2, 3]), Err(Error::OtherHead { seq: 4 }));
    // The rest of a log verifies from a hash already known.
    let rest = verify_chain(hashes[1], &SEED, &commits[2..]).unwrap();
    assert_eq!(rest, hashes[2..]);
}

#[test]
fn another_log_with_the_same_content_has_other_hashes() {
    let (commits, hashes) = log_of(1);
    let other = verify_chain(chain_start(LogId([2; 16])), &SEED, &commits).unwrap();
    assert_ne!(other, hashes);
}

#[test]
fn withheld_and_erased_operations_keep_the_chain_verifying() {
    let (mut commits, hashes) = log_of(3);
    let order = OrderId([5; 16]);
    let without = |commit: &Commit, places: &[usize], order| {
        let places = places.iter().copied().collect();
        commit.without_ops(&places, &SEED, order).unwrap()
    };
    commits[0] = without(&commits[0], &[1], None);
    commits[1] = without(&commits[1], &[0, 1], Some(order));
    let head = hashes[2];
    assert_eq!(
        verify_chain_to(head, chain_start(LOG), &SEED, &commits).unwrap(),
        hashes
    );
    let left: Vec<usize> = commits
        .iter()
        .map(|commit| commit.ops().unwrap().len())
        .collect();
    assert_eq!(left, [1, 0, 2]);
    assert!(
        matches!(commits[1].stored_ops().next(), Some(StoredOp::Erased { order: under, .. }) if under == order)
    );

    // What is withheld can be erased later, what is erased stays so.
    let erased = without(&commits[0], &[1], Some(order));
    assert!(matches!(
        erased.stored_ops().nth(1),
        Some(StoredOp::Erased { .. })
    ));
    let still = without(&erased, &[1], None);
    assert_eq!(still, erased);

    // Nothing of the value is left in the bytes.
    let secret = b"made-up secret 2";
    let holds = |commit: &Commit| {
        commit
            .bytes()
            .windows(secret.len())
            .any(|part| part == secret)
    };
    assert!(holds(&log_of(2).0[1]));
    assert!(!holds(&commits[1]));
}

#[test]
fn a_digest_put_in_place_of_another_is_noticed() {
    let (mut commits, hashes) = log_of(1);
    let other_salts = BlockSeed([8; 32]);
    commits[0] = commits[0]
        .without_ops(&BTreeSet::from([0]), &other_salts, None)
        .unwrap();
    let verified = verify_chain_to(hashes[0], chain_start(LOG), &SEED, &commits);
    assert_eq!(verified, Err(Error::OtherHead { seq: 1 }));
}

#[test]
fn after_an_erasure_a_block_verifies_with_the_salts_of_what_stayed() {
    let (mut commits, hashes) = log_of(3);
    let order = Some(OrderId([5; 16]));
    let erased = commits[1].without_ops(&BTreeSet::from([0]), &SEED, order);
    let stayed = [(1, 0), (1, 1), (2, 1), (3, 0), (3, 1)];
    let others = stayed.map(|(seq, index)| ((seq, index), SEED.salt(seq, index)));
    let known = BTreeMap::from([(0, BlockSalts::Salts(others.into_iter().collect()))]);
    let verify = |commits: &[Commit]| verify_chain_to(hashes[2], chain_start(LOG), &known, commits);
    assert_eq!(verify(&commits), Err(Error::NoSalt { seq: 2 }));
    commits[1] = erased.unwrap();
    assert_eq!(verify(&commits).unwrap(), hashes);
}

/// The attack the salts are there for: whoever holds everything that stayed, and knows the operation but
/// for a short value, tries all values.
#[test]
fn what_was_erased_cannot_be_guessed_from_what_stayed() {
    let (commits, _) = log_of(2);
    let places = BTreeSet::from([0]);
    let order = Some(OrderId([5; 16]));
    let erased = commits[1].without_ops(&places, &SEED, order).unwrap();
    let digest = erased.stored_ops().find_map(|op| match op {
        StoredOp::Erased { digest, .. } => Some(digest),
        _ => None,
    });
    let StoredOp::Present(guess) = commits[1].stored_ops().next().unwrap() else {
        panic!("nothing was taken out of the whole commit");
    };
    let is_found = |salt: Salt| Some(salt.digest(guess)) == digest;
    let stayed = [(1, 0), (1, 1), (2, 1)];
    assert!(
        stayed
            .iter()
            .all(|(seq, index)| !is_found(SEED.salt(*seq, *index)))
    );
    // With the seed it would be, which is why no seed is kept or given away.
    assert!(is_found(SEED.salt(2, 0)));
}

#[test]
fn a_seed_serves_the_commits_of_one_block() {
    let next = COMMITS_PER_SALT_BLOCK;
    assert_eq!(
        (salt_block(1), salt_block(next - 1), salt_block(next)),
        (0, 0, 1)
    );
    let known = BTreeMap::from([(1, BlockSalts::Seed(SEED))]);
    assert_eq!(Salts::salt(&known, next - 1, 0), None);
    assert_eq!(Salts::salt(&known, next, 0), Some(SEED.salt(next, 0)));
    assert_ne!(SEED.salt(next, 0), SEED.salt(next + 1, 0));
    assert_ne!(SEED.salt(next, 0), SEED.salt(next, 1));
}

#[test]
fn parents_are_resolved_by_the_store_or_the_commit_is_put_aside() {
    let anchor = Anchor {
        log: LogId([9; 16]),
        seq: 4,
        hash: CommitHash([8; 32]),
    };
    let header = Header {
        anchors: vec![anchor],
        ..header(3)
    };
    let delete = Op::Delete {
        record: RecordType(1),
        entity: EntityId([1; 16]),
        parents: vec![Parent::Own(2), Parent::Foreign(0)],
    };
    let sealed = seal_commit(CommitHash([0; 32]), &SEED, &header, &[delete]).unwrap();
    let resolve = |foreign: Option<Dot>| {
        resolve_commit(
            &sealed.commit,
            Dot::new(6, 3),
            sealed.hash,
            |parent| match parent {
                ParentRef::Own(seq) => Some(Dot::new(6, seq)),
                ParentRef::Foreign(named) => foreign.filter(|_| *named == anchor),
            },
        )
    };
    let resolved = resolve(Some(Dot::new(2, 4))).unwrap();
    assert_eq!(
        (resolved.dot, resolved.lamport, resolved.hash),
        (Dot::new(6, 3), 3, sealed.hash)
    );
    let ResolvedOp::Delete { parents, .. } = &resolved.ops[0] else {
        panic!("a deletion stays one");
    };
    assert_eq!(parents, &[Dot::new(6, 2), Dot::new(2, 4)]);
    assert_eq!(resolve(None), Err(Error::UnknownParent { seq: 3 }));
}

/// The first commits of a log, of two operations each, and their hashes.
fn log_of(length: u64) -> (Vec<Commit>, Vec<CommitHash>) {
    let mut before = chain_start(LOG);
    let sealed = (1..=length).map(|seq| {
        let field = |number, text: String| Op::Set {
            record: RecordType(1),
            entity: EntityId([1; 16]),
            parents: (1..seq).map(Parent::Own).collect(),
            fields: ByField::from([(FieldId(number), Value::text(text))]),
        };
        let ops = [
            field(1, format!("made-up secret {seq}")),
            field(2, "Rivertown".to_owned()),
        ];
        let sealed = seal_commit(before, &SEED, &header(seq), &ops).unwrap();
        before = sealed.hash;
        (sealed.commit, sealed.hash)
    });
    sealed.unzip()
}

fn header(seq: u64) -> Header {
    Header {
        seq,
        lamport: seq,
        wall_ms: 1_700_000_000_000,
        actor: ActorId([3; 16]),
        action: 1,
        flags: 0,
        anchors: Vec::new(),
    }
}

fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    parts.iter().for_each(|part| hasher.update(part));
    hasher.finalize().into()
}
