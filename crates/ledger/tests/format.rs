//! Values, operations and commits as bytes: one encoding each, and nothing else is read.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{
    ActorId, Anchor, BlockSeed, Commit, CommitBlock, CommitBuilder, CommitHash, EntityId,
    EraseScope, Error, FieldId, GivenSalts, Header, LogId, Op, OrderId, Parent, RecordType, Value,
    chain_start, limits, seal_commit,
};
use proptest::prelude::*;

const SEED: BlockSeed = BlockSeed([7; 32]);

proptest! {
    #[test]
    fn a_value_is_read_back_as_it_was_written(value in value()) {
        prop_assert_eq!(Value::decode(&value.encode()).unwrap(), value);
    }

    #[test]
    fn an_operation_is_read_back_as_it_was_written(op in op()) {
        prop_assert_eq!(Op::decode(&op.encode().unwrap()).unwrap(), op);
    }

    #[test]
    fn a_commit_is_read_back_as_it_was_sealed(
        header in header(),
        ops in prop::collection::vec(op().prop_map(without_parents), 0..5),
    ) {
        let sealed = seal_commit(chain_start(LogId([1; 16])), &SEED, &header, &ops).unwrap();
        let received = Commit::decode(sealed.commit.bytes()).unwrap();
        prop_assert_eq!(&received, &sealed.commit);
        prop_assert_eq!(received.header(), &header);
        let read: Vec<Op> = received.ops().unwrap().into_iter().map(|(_, op)| op).collect();
        prop_assert_eq!(read, ops);
    }

    #[test]
    fn bytes_that_can_be_read_are_the_ones_that_would_be_written(
        op in op(),
        place in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut bytes = op.encode().unwrap();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(read) = Op::decode(&bytes) {
            prop_assert_eq!(read.encode().unwrap(), bytes);
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(value) = Value::decode(&bytes) {
            prop_assert_eq!(value.encode(), bytes.clone());
        }
        let _ = Op::decode(&bytes);
        let _ = Commit::decode(bytes);
    }
}

#[test]
fn values_that_could_be_written_shorter_or_in_another_order_are_refused() {
    let not_canonical: &[(&str, &[u8])] = &[
        ("a number in two bytes that fits one", &[0x18, 0x05]),
        (
            "a number in nine bytes that fits one",
            &[0x1b, 0, 0, 0, 0, 0, 0, 0, 5],
        ),
        (
            "a negative number in two bytes that fits one",
            &[0x38, 0x05],
        ),
        (
            "a text length in two bytes that fits one",
            &[0x78, 0x01, b'a'],
        ),
        (
            "a byte string length in three bytes that fits one",
            &[0x59, 0x00, 0x01, 0xff],
        ),
        (
            "a list length in two bytes that fits one",
            &[0x98, 0x01, 0x00],
        ),
        (
            "a map length in two bytes that fits one",
            &[0xb8, 0x01, 0x00, 0x00],
        ),
        ("a list of unstated length", &[0x9f, 0x00, 0xff]),
        ("a map of unstated length", &[0xbf, 0x00, 0x00, 0xff]),
        (
            "members in descending order",
            &[0xa2, 0x02, 0x00, 0x01, 0x00],
        ),
        ("a member twice", &[0xa2, 0x01, 0x00, 0x01, 0x00]),
    ];
    for (flaw, bytes) in not_canonical {
        let refused = Value::decode(bytes);
        assert_eq!(
            refused,
            Err(Error::NotCanonical { what: "value" }),
            "{flaw}"
        );
    }
    let malformed: &[(&str, &[u8])] = &[
        ("nothing", &[]),
        ("something after the end", &[0x00, 0x00]),
        ("a text in pieces", &[0x7f, 0x61, b'a', 0xff]),
        ("text that is not UTF-8", &[0x61, 0xff]),
        ("a text cut off", &[0x62, b'a']),
        ("a fraction", &[0xf9, 0x3c, 0x00]),
        ("undefined", &[0xf7]),
        ("false in two bytes", &[0xf8, 0x14]),
        ("a tag", &[0xc1, 0x00]),
        (
            "a number above 64 bits with sign",
            &[0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        ),
        ("a member named by text", &[0xa1, 0x61, b'a', 0x00]),
        (
            "a member above 32 bits",
            &[0xa1, 0x1b, 0, 0, 0, 1, 0, 0, 0, 0, 0x00],
        ),
        (
            "a list said to be longer than the file",
            &[0x9b, 0, 0, 0, 1, 0, 0, 0, 0],
        ),
        (
            "a byte string said to be longer than the file",
            &[0x5b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        ),
    ];
    for (flaw, bytes) in malformed {
        let refused = Value::decode(bytes);
        assert_eq!(refused, Err(Error::Malformed { what: "value" }), "{flaw}");
    }
}

#[test]
fn operations_out_of_order_are_refused() {
    let entity = |bytes: &[u8]| [&[0x50], [9; 16].as_slice(), bytes].concat();
    let set = |rest: &[u8]| [&[0x85, 0x01, 0x01], entity(rest).as_slice()].concat();
    let add = |rest: &[u8]| [&[0x85, 0x02, 0x01], entity(rest).as_slice()].concat();
    Op::decode(&set(&[0x82, 0x01, 0x20, 0xa1, 0x01, 0x00])).unwrap();
    Op::decode(&add(&[0x07, 0x82, 0x01, 0x02])).unwrap();
    let flawed = [
        ("a parent twice", set(&[0x82, 0x01, 0x01, 0xa1, 0x01, 0x00])),
        (
            "parents in descending order",
            set(&[0x82, 0x02, 0x01, 0xa1, 0x01, 0x00]),
        ),
        (
            "a foreign parent before an own one",
            set(&[0x82, 0x20, 0x01, 0xa1, 0x01, 0x00]),
        ),
        (
            "fields in descending order",
            set(&[0x80, 0xa2, 0x02, 0x00, 0x01, 0x00]),
        ),
        (
            "the field that only a deletion writes",
            set(&[0x80, 0xa1, 0x19, 0xff, 0xff, 0x00]),
        ),
        (
            "an item too many",
            [set(&[0x80, 0xa0]), vec![0x00]].concat(),
        ),
        ("an element twice", add(&[0x07, 0x82, 0x01, 0x01])),
        (
            "elements in descending order",
            add(&[0x07, 0x82, 0x02, 0x01]),
        ),
    ];
    for (flaw, bytes) in flawed {
        Op::decode(&bytes).expect_err(flaw);
    }
}

#[test]
fn what_exceeds_the_limits_is_neither_written_nor_read() {
    let text = |length: usize| Value::text("x".repeat(length));
    let nested = |depth: usize| (0..depth).fold(Value::Null, |inner, _| Value::List(vec![inner]));
    let wide = |fields: usize, parents: u64| Op::Set {
        record: RecordType(1),
        entity: EntityId([1; 16]),
        parents: (1..=parents).map(Parent::Own).collect(),
        fields: (0..fields)
            .map(|n| (FieldId(n as u16), Value::Null))
            .collect(),
    };
    #[rustfmt::skip]
    let table = [
        ("the longest text",      audit(text(limits::TEXT_BYTES)),             true),
        ("a longer text",         audit(text(limits::TEXT_BYTES + 1)),         false),
        ("the deepest value",     audit(nested(limits::DEPTH)),                true),
        ("a deeper value",        audit(nested(limits::DEPTH + 1)),            false),
        ("a large operation",     audit(Value::bytes([0; limits::OP_BYTES - 10])), true),
        ("a larger operation",    audit(Value::bytes([0; limits::OP_BYTES])),      false),
        ("many replacements",     wide(256, 256),                              true),
        ("more replacements",     wide(257, 256),                              false),
    ];
    for (what, op, allowed) in table {
        assert_eq!(op.encode().is_ok(), allowed, "{what}");
    }
    // What others wrote is held to the same limits.
    Value::decode(&nested(limits::DEPTH + 1).encode()).unwrap_err();
    Value::decode(&text(limits::TEXT_BYTES + 1).encode()).unwrap_err();
    Op::decode(&vec![0; limits::OP_BYTES + 1]).unwrap_err();
    Commit::decode(vec![0; limits::COMMIT_BYTES + 1]).unwrap_err();
    let many = vec![audit(Value::Null); limits::OPS_PER_COMMIT + 1];
    seal_commit(CommitHash([0; 32]), &SEED, &plain_header(), &many).unwrap_err();
}

#[test]
fn an_operation_of_a_newer_program_is_kept_byte_for_byte() {
    // Number 8, with content in a form we would not write ourselves.
    let newer = vec![0x83, 0x08, 0x18, 0x05, 0xf9, 0x3c, 0x00];
    let op = Op::decode(&newer).unwrap();
    assert_eq!(op, Op::Unknown(newer.clone()));
    assert_eq!(op.encode().unwrap(), newer);
    let known = audit(Value::Null).encode().unwrap();
    Op::Unknown(known).encode().unwrap_err();
}

#[test]
fn an_order_of_erasure_names_each_record_once_and_at_least_one() {
    let scope = |entity: u8, fields: &[u16]| EraseScope {
        record: RecordType(2),
        entity: EntityId([entity; 16]),
        fields: fields.iter().copied().map(FieldId).collect(),
    };
    let order = |scopes: Vec<EraseScope>| Op::Erase {
        order: OrderId([9; 16]),
        basis: "court_order".to_owned(),
        scopes,
    };
    let written = |scopes| Op::decode(&order(scopes).encode().unwrap()).unwrap();
    let of_two = written(vec![scope(2, &[]), scope(1, &[6]), scope(1, &[3])]);
    assert_eq!(of_two, order(vec![scope(1, &[3, 6]), scope(2, &[])]));
    // The whole record holds every field of it.
    for both in [
        [scope(1, &[]), scope(1, &[3])],
        [scope(1, &[3]), scope(1, &[])],
    ] {
        assert_eq!(written(both.into()), order(vec![scope(1, &[])]));
    }
    order(vec![]).encode().unwrap_err();
    let mut bytes = order(vec![scope(1, &[])]).encode().unwrap();
    assert_eq!(bytes.pop(), Some(0x80), "no field is named");
    bytes.extend([0x82, 0x06, 0x03]);
    assert_eq!(
        Op::decode(&bytes),
        Err(Error::NotCanonical { what: "operation" })
    );
}

#[test]
fn a_header_of_a_newer_program_is_read_as_far_as_we_know_it() {
    let sealed = seal_commit(CommitHash([0; 32]), &SEED, &anchored_header(), &[]).unwrap();
    let mut header = sealed.commit.header_bytes().to_vec();
    assert_eq!(header[0], 0x87);
    header[0] = 0x88;
    header.push(0x05);
    let length = u8::try_from(header.len()).unwrap();
    let bytes = [&[0x82, 0x58, length], header.as_slice(), &[0x80]].concat();
    let read = Commit::decode(bytes.clone()).unwrap();
    assert_eq!(read.header(), &anchored_header());
    assert_eq!(read.bytes(), bytes);
}

#[test]
fn anchors_of_which_there_are_none_are_left_out() {
    let sealed = seal_commit(CommitHash([0; 32]), &SEED, &plain_header(), &[]).unwrap();
    let mut header = sealed.commit.header_bytes().to_vec();
    assert_eq!(header[0], 0x86);
    header[0] = 0x87;
    header.push(0x80);
    let commit = |header: &[u8]| {
        let length = u8::try_from(header.len()).unwrap();
        Commit::decode([&[0x82, 0x58, length], header, &[0x80]].concat())
    };
    assert_eq!(commit(&header), Err(Error::NotCanonical { what: "header" }));
    // Before items of a newer program they have to have a place.
    header[0] = 0x88;
    header.push(0x05);
    commit(&header).unwrap();
}

#[test]
fn a_block_of_commits_has_one_encoding() {
    let commits = vec![counted(9, 12, -3), counted(10, 13, 40)];
    let seed = CommitBlock {
        range: 24,
        salts: GivenSalts::Seed(SEED),
        commits,
    };
    let listed = CommitBlock {
        salts: GivenSalts::Listed(vec![&[5; 16][..], &[]]),
        ..seed.clone()
    };
    for block in [&seed, &listed] {
        assert_eq!(
            CommitBlock::decode(&block.encode().unwrap()).as_ref(),
            Ok(block)
        );
    }
    let bytes = seed.encode().unwrap();
    assert_eq!(bytes[..3], [0x83, 0x18, 24]);
    let refused = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = bytes.clone();
        change(&mut bytes);
        CommitBlock::decode(&bytes).unwrap_err()
    };
    let not_canonical = Error::NotCanonical { what: "block" };
    let malformed = Error::Malformed { what: "block" };
    assert_eq!(
        refused(&|b| _ = b.splice(1..3, [0x19, 0, 24])),
        not_canonical
    );
    assert_eq!(refused(&|b| b[2] = 5), not_canonical);
    assert_eq!(refused(&|b| b.push(0)), malformed);
    assert_eq!(refused(&|b| _ = b.pop()), malformed);
    let empty = CommitBlock {
        commits: Vec::new(),
        ..seed
    };
    assert_eq!(
        CommitBlock::decode(&empty.encode().unwrap()),
        Err(malformed.clone())
    );
    let too_few = CommitBlock {
        salts: GivenSalts::Listed(vec![&[5; 16]]),
        ..listed
    };
    assert_eq!(
        CommitBlock::decode(&too_few.encode().unwrap()),
        Err(malformed)
    );
}

#[test]
fn in_a_block_the_numbers_of_a_header_are_steps_from_the_commit_before() {
    let far = [(1, 0, i64::MIN), (2, i64::MAX, i64::MAX), (3, 0, 0)];
    let commits = far.map(|(seq, lamport, wall_ms)| counted(seq, lamport, wall_ms));
    let block = CommitBlock {
        range: 0,
        salts: GivenSalts::Seed(SEED),
        commits: commits.to_vec(),
    };
    let bytes = block.encode().unwrap();
    assert_eq!(CommitBlock::decode(&bytes), Ok(block.clone()));
    let steps = |bytes: &[u8], steps: &[u8]| bytes.windows(steps.len()).any(|part| part == steps);
    // From the smallest time to the largest is one step back, modulo 2⁶⁴.
    assert!(steps(
        &bytes,
        &[0x1b, 0x7f, 255, 255, 255, 255, 255, 255, 255, 0x20]
    ));
    for no_counters in [vec![], vec![0x82, 0x41, 0x80, 0x80], vec![0x81, 0x40]] {
        let block = CommitBlock {
            commits: vec![no_counters],
            ..block.clone()
        };
        assert!(matches!(block.encode(), Err(Error::Malformed { .. })));
    }
}

/// A commit of which only the numbers of its header are anything.
fn counted(seq: i64, lamport: i64, wall_ms: i64) -> Vec<u8> {
    let mut header = minicbor::Encoder::new(vec![0x84]);
    header.i64(seq).unwrap().i64(lamport).unwrap();
    header.i64(wall_ms).unwrap().u8(7).unwrap();
    let mut commit = minicbor::Encoder::new(vec![0x82]);
    commit.bytes(header.writer()).unwrap().array(0).unwrap();
    commit.into_writer()
}

#[test]
fn a_builder_names_each_foreign_commit_once() {
    let own = LogId([1; 16]);
    let foreign = anchored_header().anchors[0];
    let mut builder = CommitBuilder::new(own, plain_header());
    assert_eq!(
        builder.parent(Anchor {
            log: own,
            seq: 2,
            ..foreign
        }),
        Parent::Own(2)
    );
    assert_eq!(builder.parent(foreign), Parent::Foreign(0));
    assert_eq!(
        builder.parent(Anchor { seq: 8, ..foreign }),
        Parent::Foreign(1)
    );
    assert_eq!(builder.parent(foreign), Parent::Foreign(0));
    builder.push(delete(vec![
        Parent::Foreign(1),
        Parent::Own(2),
        Parent::Own(2),
    ]));
    let sealed = builder.seal(CommitHash([0; 32]), &SEED).unwrap();
    assert_eq!(sealed.commit.header().anchors.len(), 2);
    let ordered = delete(vec![Parent::Own(2), Parent::Foreign(1)]);
    assert_eq!(sealed.commit.ops().unwrap(), [(0, ordered)]);
}

#[test]
fn a_commit_cannot_replace_itself_or_what_comes_later() {
    let seal = |parent| {
        seal_commit(
            CommitHash([0; 32]),
            &SEED,
            &plain_header(),
            &[delete(vec![parent])],
        )
    };
    let seq = plain_header().seq;
    seal(Parent::Own(seq - 1)).unwrap();
    for parent in [
        Parent::Own(0),
        Parent::Own(seq),
        Parent::Own(seq + 1),
        Parent::Foreign(0),
    ] {
        seal(parent).unwrap_err();
    }
}

fn audit(detail: Value) -> Op {
    Op::Audit {
        what: 1,
        entity: None,
        detail,
    }
}

fn delete(parents: Vec<Parent>) -> Op {
    Op::Delete {
        record: RecordType(1),
        entity: EntityId([1; 16]),
        parents,
    }
}

fn plain_header() -> Header {
    Header {
        seq: 3,
        lamport: 9,
        wall_ms: -1,
        actor: ActorId([2; 16]),
        action: 1,
        flags: 0,
        anchors: Vec::new(),
    }
}

fn anchored_header() -> Header {
    let anchor = Anchor {
        log: LogId([3; 16]),
        seq: 7,
        hash: CommitHash([4; 32]),
    };
    Header {
        anchors: vec![anchor],
        ..plain_header()
    }
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Int),
        ".{0,40}".prop_map(Value::from),
        prop::collection::vec(any::<u8>(), 0..40).prop_map(Value::bytes),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::List),
            prop::collection::btree_map(any::<u32>(), inner, 0..4).prop_map(Value::Map),
        ]
    })
}

fn op() -> impl Strategy<Value = Op> {
    (
        (0u8..7, any::<u16>(), any::<[u8; 16]>(), 0u16..u16::MAX),
        prop::collection::btree_set(parent(), 0..5),
        prop::collection::btree_map((0u16..u16::MAX).prop_map(FieldId), value(), 0..4),
        prop::collection::vec(value(), 0..4),
    )
        .prop_map(
            |((what, record, entity, field), parents, fields, elements)| {
                let (record, entity, field) =
                    (RecordType(record), EntityId(entity), FieldId(field));
                let parents: Vec<Parent> = parents.into_iter().collect();
                let in_order: BTreeSet<Vec<u8>> = elements.iter().map(Value::encode).collect();
                let elements = in_order
                    .iter()
                    .map(|bytes| Value::decode(bytes).unwrap())
                    .collect();
                match what {
                    0 => Op::Set {
                        record,
                        entity,
                        parents,
                        fields: fields.into_iter().collect(),
                    },
                    1 => Op::Add {
                        record,
                        entity,
                        field,
                        elements,
                    },
                    2 => Op::Remove {
                        record,
                        entity,
                        field,
                        elements,
                        parents,
                    },
                    3 => Op::Delete {
                        record,
                        entity,
                        parents,
                    },
                    4 => Op::Audit {
                        what: field.0,
                        entity: Some(entity),
                        detail: Value::List(elements),
                    },
                    5 => Op::Erase {
                        order: OrderId(entity.0),
                        basis: "court_order".to_owned(),
                        scopes: vec![EraseScope {
                            record,
                            entity,
                            fields: fields.into_keys().collect(),
                        }],
                    },
                    _ => Op::Unknown(vec![0x82, 0x08, 0x18]),
                }
            },
        )
}

fn parent() -> impl Strategy<Value = Parent> {
    prop_oneof![
        (0..=limits::SEQ).prop_map(Parent::Own),
        any::<u32>().prop_map(Parent::Foreign),
    ]
}

fn header() -> impl Strategy<Value = Header> {
    (
        (1..=limits::SEQ, 0..=limits::LAMPORT, any::<i64>()),
        (any::<[u8; 16]>(), any::<u16>(), any::<u16>()),
        prop::collection::btree_map(
            (any::<[u8; 16]>(), 1..=limits::SEQ),
            any::<[u8; 32]>(),
            0..4,
        ),
    )
        .prop_map(
            |((seq, lamport, wall_ms), (actor, action, flags), anchors)| {
                let anchors: BTreeMap<([u8; 16], u64), [u8; 32]> = anchors;
                Header {
                    seq,
                    lamport,
                    wall_ms,
                    actor: ActorId(actor),
                    action,
                    flags,
                    anchors: anchors
                        .into_iter()
                        .map(|((log, seq), hash)| Anchor {
                            log: LogId(log),
                            seq,
                            hash: CommitHash(hash),
                        })
                        .collect(),
                }
            },
        )
}

/// Any parents would have to fit the header they come with.
fn without_parents(mut op: Op) -> Op {
    if let Op::Set { parents, .. } | Op::Remove { parents, .. } | Op::Delete { parents, .. } =
        &mut op
    {
        parents.clear();
    }
    op
}
