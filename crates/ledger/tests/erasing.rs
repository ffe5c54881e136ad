//! Erasing: what an order covers, whatever comes first, and what is left of a history.

#![allow(clippy::unwrap_used)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{
    ActorId, BlockSeed, Commit, CommitHash, EntityId, EraseFilter, EraseScope, FieldId, Header,
    Kind, LogId, Normal, Op, OrderId, Owner, RecordType, Registry, Value, chain_start, seal_commit,
    verify_chain_to,
};
use proptest::prelude::*;
use proptest::sample::Index;
use support::victim;

const LOG: LogId = LogId([1; 16]);
const SEED: BlockSeed = BlockSeed([7; 32]);
const VICTIM: RecordType = RecordType(2);
const CONTACT: RecordType = RecordType(4);
/// Of a contact: whose it is.
const WHOSE: FieldId = FieldId(1);
const NOTE: FieldId = FieldId(6);

/// A registry in which contacts belong to victims.
struct Casework;

impl Registry for Casework {
    fn kind(&self, _: RecordType, _: FieldId) -> Option<Kind> {
        Some(Kind::Register(Normal::Exact))
    }

    fn owner(&self, record: RecordType) -> Owner {
        match record {
            VICTIM => Owner::Nobody,
            CONTACT => Owner::NamedBy(WHOSE),
            _ => Owner::Unknown,
        }
    }
}

#[test]
fn a_record_takes_everything_that_belongs_to_it_along() {
    let mut filter = filter(&[scope(VICTIM, 1, &[])]);
    let hers = write(CONTACT, 11, &[(WHOSE, Value::bytes([1; 16]))]);
    let note_of_hers = write(CONTACT, 11, &[(NOTE, Value::text("made-up"))]);
    let anothers = write(CONTACT, 12, &[(WHOSE, Value::bytes([2; 16]))]);
    assert!(covered(&filter, &hers));
    assert!(
        !covered(&filter, &note_of_hers),
        "nobody knows yet whose it is"
    );
    let found = filter.discover(&Casework, [&hers, &note_of_hers, &anothers]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0.entity, victim(11));
    assert!(covered(&filter, &note_of_hers));
    assert!(!covered(&filter, &anothers));
    assert!(filter.discover(&Casework, [&hers]).is_empty(), "found once");
}

#[test]
fn of_a_type_that_only_a_newer_program_knows_what_names_a_record_goes_with_it() {
    const NEWER: RecordType = RecordType(900);
    let mut filter = filter(&[scope(VICTIM, 1, &[])]);
    let hers = write(NEWER, 11, &[(FieldId(9), Value::bytes([1; 16]))]);
    let more_of_hers = write(NEWER, 11, &[(FieldId(3), Value::text("made-up"))]);
    let anothers = write(NEWER, 12, &[(FieldId(9), Value::bytes([2; 16]))]);
    assert!(covered(&filter, &hers));
    assert_eq!(filter.discover(&Casework, [&hers, &anothers]).len(), 1);
    assert!(covered(&filter, &more_of_hers));
    assert!(!covered(&filter, &anothers));
}

#[test]
fn every_kind_of_operation_on_a_record_is_covered() {
    let filter = filter(&[scope(VICTIM, 1, &[])]);
    let (record, entity) = (VICTIM, victim(1));
    let parents = Vec::new();
    let elements = vec![Value::text("legal")];
    let newer = [&[0x82, 0x08, 0x50], victim(1).0.as_slice()].concat();
    let of_another = [&[0x82, 0x08, 0x50], victim(2).0.as_slice()].concat();
    let covered_ops = [
        write(VICTIM, 1, &[(NOTE, Value::Null)]),
        Op::Add {
            record,
            entity,
            field: NOTE,
            elements: elements.clone(),
        },
        Op::Remove {
            record,
            entity,
            field: NOTE,
            elements,
            parents: parents.clone(),
        },
        Op::Delete {
            record,
            entity,
            parents,
        },
        Op::Audit {
            what: 1,
            entity: Some(entity),
            detail: Value::Null,
        },
        Op::Unknown(newer),
    ];
    for op in covered_ops {
        assert!(covered(&filter, &op), "{op:?}");
    }
    assert!(!covered(&filter, &write(VICTIM, 2, &[(NOTE, Value::Null)])));
    assert!(!covered(
        &filter,
        &Op::Audit {
            what: 1,
            entity: None,
            detail: Value::Null
        }
    ));
    assert!(!covered(&filter, &Op::Unknown(of_another)));
    // An order itself stays: it says what was erased.
    let order = Op::Erase {
        order: OrderId([5; 16]),
        basis: "court_order".to_owned(),
        scopes: vec![scope(VICTIM, 1, &[])],
    };
    assert!(!covered(&filter, &order));
}

#[test]
fn an_order_of_one_field_leaves_the_others() {
    let filter = filter(&[scope(CONTACT, 11, &[NOTE.0])]);
    assert!(covered(
        &filter,
        &write(CONTACT, 11, &[(NOTE, Value::Null)])
    ));
    assert!(!covered(
        &filter,
        &write(CONTACT, 11, &[(WHOSE, Value::Null)])
    ));
    assert!(!covered(
        &filter,
        &write(CONTACT, 12, &[(NOTE, Value::Null)])
    ));
    let both = [(WHOSE, Value::Null), (NOTE, Value::Null)];
    assert!(
        covered(&filter, &write(CONTACT, 11, &both)),
        "it goes as a whole"
    );
}

#[test]
fn a_copy_is_filled_from_a_fuller_one_and_never_emptied_by_a_poorer_one() {
    let (whole, _) = &log_of(&[vec![Draft::new(1, NOTE), Draft::new(2, NOTE)]])[0];
    let first = BTreeSet::from([0]);
    let withheld = whole.without_ops(&first, &SEED, None).unwrap();
    let erased = whole
        .without_ops(&first, &SEED, Some(OrderId([5; 16])))
        .unwrap();
    assert_eq!(withheld.filled_from(whole).as_ref(), Some(whole));
    assert_eq!(withheld.filled_from(&erased).as_ref(), Some(&erased));
    assert_eq!(whole.filled_from(&withheld), None);
    assert_eq!(whole.filled_from(&erased), None);
    assert_eq!(erased.filled_from(&withheld), None);
    assert_eq!(withheld.filled_from(&withheld), None);
}

proptest! {
    /// Commits and orders come in any order; what a place knows of later, it erases then.
    #[test]
    fn whatever_comes_first_the_same_is_left_and_the_chain_still_verifies(
        drafts in prop::collection::vec(prop::collection::vec(draft(), 1..4), 1..8),
        scopes in prop::collection::vec((1u8..4, prop::collection::btree_set(1u16..8, 0..3)), 1..4),
        times in prop::collection::vec((any::<Index>(), any::<Index>()), 2),
    ) {
        let log = log_of(&drafts);
        let orders: Vec<EraseScope> = scopes
            .into_iter()
            .map(|(entity, fields)| EraseScope {
                record: VICTIM,
                entity: victim(entity),
                fields: fields.into_iter().map(FieldId).collect(),
            })
            .collect();
        let mut left: Vec<Vec<Commit>> = Vec::new();
        for (first, second) in times {
            let commits: Vec<Commit> = log.iter().map(|(commit, _)| commit.clone()).collect();
            let (head, tail) = commits.split_at(first.index(commits.len()));
            let (early, late) = orders.split_at(second.index(orders.len()));
            let mut place = Place::default();
            place.hear(early);
            place.receive(tail);
            place.hear(late);
            place.receive(head);
            left.push(place.commits.into_values().collect());
        }
        prop_assert_eq!(&left[0], &left[1]);
        let (_, head) = log.last().unwrap();
        verify_chain_to(*head, chain_start(LOG), &SEED, &left[0]).unwrap();
        let mut filter = filter(&orders);
        let all: Vec<Op> = log.iter().flat_map(|(commit, _)| ops(commit)).collect();
        while !filter.discover(&Casework, &all).is_empty() {}
        for commit in &left[0] {
            for op in ops(commit) {
                prop_assert!(!covered(&filter, &op), "{:?} is left", op);
            }
        }
        // And nothing else went.
        let stays = all.iter().filter(|op| !covered(&filter, op)).count();
        prop_assert_eq!(left[0].iter().map(|commit| ops(commit).len()).sum::<usize>(), stays);
    }
}

/// A place that erases on arrival and when it hears of an order.
#[derive(Default)]
struct Place {
    filter: EraseFilter,
    commits: BTreeMap<u64, Commit>,
}

impl Place {
    fn hear(&mut self, scopes: &[EraseScope]) {
        for scope in scopes {
            self.filter.cover(OrderId([5; 16]), scope);
        }
        self.erase();
    }

    fn receive(&mut self, commits: &[Commit]) {
        for commit in commits {
            self.commits.insert(commit.header().seq, commit.clone());
        }
        self.erase();
    }

    fn erase(&mut self) {
        let all: Vec<Op> = self.commits.values().flat_map(ops).collect();
        while !self.filter.discover(&Casework, &all).is_empty() {}
        for commit in self.commits.values_mut() {
            if let Some(left) = self.filter.reduce(&Casework, commit, &SEED).unwrap() {
                *commit = left;
            }
        }
    }
}

/// An operation: on a victim, or on a contact that names one.
#[derive(Debug, Clone)]
struct Draft {
    entity: u8,
    field: FieldId,
    of_contact: bool,
}

impl Draft {
    fn new(entity: u8, field: FieldId) -> Draft {
        Draft {
            entity,
            field,
            of_contact: false,
        }
    }
}

fn draft() -> impl Strategy<Value = Draft> {
    (1u8..4, 1u16..8, any::<bool>()).prop_map(|(entity, field, of_contact)| Draft {
        entity,
        field: FieldId(field),
        of_contact,
    })
}

fn log_of(drafts: &[Vec<Draft>]) -> Vec<(Commit, CommitHash)> {
    let mut before = chain_start(LOG);
    let mut log = Vec::new();
    for (seq, drafts) in (1..).zip(drafts) {
        let ops: Vec<Op> = drafts
            .iter()
            .map(|draft| match (draft.of_contact, draft.field) {
                (false, field) => write(VICTIM, draft.entity, &[(field, Value::text("made-up"))]),
                (true, WHOSE) => {
                    let whose = Value::bytes([draft.entity; 16]);
                    write(CONTACT, 10 + draft.entity, &[(WHOSE, whose)])
                }
                (true, field) => write(
                    CONTACT,
                    10 + draft.entity,
                    &[(field, Value::text("made-up"))],
                ),
            })
            .collect();
        let header = Header {
            seq,
            lamport: seq,
            wall_ms: 0,
            actor: ActorId([3; 16]),
            action: 1,
            flags: 0,
            anchors: Vec::new(),
        };
        let sealed = seal_commit(before, &SEED, &header, &ops).unwrap();
        before = sealed.hash;
        log.push((sealed.commit, sealed.hash));
    }
    log
}

fn write(record: RecordType, entity: u8, fields: &[(FieldId, Value)]) -> Op {
    Op::Set {
        record,
        entity: victim(entity),
        parents: Vec::new(),
        fields: fields.iter().cloned().collect(),
    }
}

fn scope(record: RecordType, entity: u8, fields: &[u16]) -> EraseScope {
    EraseScope {
        record,
        entity: EntityId([entity; 16]),
        fields: fields.iter().copied().map(FieldId).collect(),
    }
}

fn filter(scopes: &[EraseScope]) -> EraseFilter {
    let mut filter = EraseFilter::default();
    for scope in scopes {
        filter.cover(OrderId([5; 16]), scope);
    }
    filter
}

fn covered(filter: &EraseFilter, op: &Op) -> bool {
    filter.order_for(&Casework, op).is_some()
}

fn ops(commit: &Commit) -> Vec<Op> {
    commit
        .ops()
        .unwrap()
        .into_iter()
        .map(|(_, op)| op)
        .collect()
}
