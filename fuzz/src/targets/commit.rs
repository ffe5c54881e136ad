//! Commits, operations and values.

use std::collections::BTreeSet;

use countyline_ledger::{
    BlockSeed, Commit, CommitHash, Dot, Op, OrderId, StoredOp, Value, resolve_commit,
};

const SEED: BlockSeed = BlockSeed([7; 32]);
const BEFORE: CommitHash = CommitHash([1; 32]);

/// Reads the bytes as each of the three.
pub fn run(bytes: &[u8]) {
    if let Ok(value) = Value::decode(bytes) {
        assert_eq!(value.encode(), bytes);
    }
    if let Ok(op) = Op::decode(bytes) {
        assert_eq!(op.encode().as_deref(), Ok(bytes));
    }
    if let Ok(commit) = Commit::decode(bytes) {
        read_commit(&commit, bytes);
    }
}

fn read_commit(commit: &Commit, bytes: &[u8]) {
    assert_eq!(commit.bytes(), bytes);
    let hash = commit.hash(BEFORE, &SEED);
    let hash = hash.expect("with a seed every commit has a hash");

    // With less in it, it is the same link of the chain, and needs no salt.
    let every: BTreeSet<usize> = (0..commit.stored_ops().len()).collect();
    for order in [None, Some(OrderId([5; 16]))] {
        let reduced = commit.without_ops(&every, &SEED, order);
        let reduced = reduced.expect("with a seed everything can be taken out");
        assert_eq!(reduced.hash(BEFORE, &None::<BlockSeed>), Ok(hash));
        assert!(reduced.ops().is_ok_and(|ops| ops.is_empty()));
    }

    let Ok(ops) = commit.ops() else { return };
    for (place, op) in &ops {
        let StoredOp::Present(stored) = commit.stored_ops().nth(*place).expect("it was read there")
        else {
            panic!("an operation was read where none is present");
        };
        assert_eq!(op.encode().as_deref(), Ok(stored));
    }
    let seq = commit.header().seq;
    let _ = resolve_commit(commit, Dot::new(1, seq), hash, |_| Some(Dot::new(2, 1)));
}
