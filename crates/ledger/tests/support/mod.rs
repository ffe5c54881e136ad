//! A store in memory, a registry with a field of every kind, and short ways to write commits.

#![allow(dead_code, reason = "each test file uses its part")]

use std::collections::BTreeMap;
use std::convert::Infallible;

use countyline_ledger::{
    ByField, CommitHash, Dot, EntityId, EntityKey, EntityState, FieldId, Kind, Lattice, MergePlan,
    Normal, Order, RecordType, Registry, ResolvedCommit, ResolvedOp, Store, Value, plan_merge,
};

pub const VICTIM: RecordType = RecordType(1);

pub const NAME: FieldId = FieldId(1);
pub const PHONE: FieldId = FieldId(2);
pub const BORN: FieldId = FieldId(3);
pub const ADDRESS: FieldId = FieldId(4);
pub const CONTACT: FieldId = FieldId(5);
pub const SAFE_TO_CALL: FieldId = FieldId(6);
pub const NEEDS: FieldId = FieldId(7);
pub const NOTE: FieldId = FieldId(8);
pub const STAGE: FieldId = FieldId(9);
pub const EXPIRES: FieldId = FieldId(10);
pub const CONFIDENTIAL: FieldId = FieldId(11);
/// A field of a newer program.
pub const UNHEARD_OF: FieldId = FieldId(99);

/// The member of [`CONTACT`] that says whether to call.
pub const SAFE_MEMBER: u32 = 2;
/// The member of a way to reach her that says whether a message may be left.
pub const MESSAGE_MEMBER: u32 = 3;

const NO_ASK_YES: Order = Order::Codes(&["no", "ask", "yes"]);

static REFERRAL: Lattice = Lattice {
    forward: &[
        ("draft", "sent"),
        ("sent", "accepted"),
        ("sent", "declined"),
        ("accepted", "completed"),
    ],
    most_open_first: &["draft", "sent", "accepted", "completed", "declined"],
};

pub struct Casework;

impl Registry for Casework {
    fn kind(&self, _: RecordType, field: FieldId) -> Option<Kind> {
        Some(match field {
            NAME => Kind::Register(Normal::Text),
            PHONE => Kind::Register(Normal::Phone),
            BORN => Kind::Register(Normal::Date),
            ADDRESS => Kind::Compound { protective: &[] },
            CONTACT => Kind::Compound {
                protective: &[(SAFE_MEMBER, NO_ASK_YES), (MESSAGE_MEMBER, NO_ASK_YES)],
            },
            SAFE_TO_CALL => Kind::Protective(NO_ASK_YES),
            NEEDS => Kind::Set,
            NOTE => Kind::Append,
            STAGE => Kind::Status(&REFERRAL),
            EXPIRES => Kind::Protective(Order::EarliestDate),
            CONFIDENTIAL => Kind::Protective(Order::TrueFirst),
            _ => return None,
        })
    }
}

/// What stands, in memory.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Memory {
    pub records: BTreeMap<EntityKey, EntityState>,
    pub held: BTreeMap<Dot, (u64, CommitHash)>,
}

impl Store for Memory {
    type Error = Infallible;

    fn holds(&mut self, dot: Dot) -> Result<bool, Infallible> {
        Ok(self.held.contains_key(&dot))
    }

    fn load(&mut self, key: EntityKey) -> Result<Option<EntityState>, Infallible> {
        Ok(self.records.get(&key).cloned())
    }

    fn order(&mut self, dot: Dot) -> Result<(u64, CommitHash), Infallible> {
        Ok(self.held[&dot])
    }
}

impl Memory {
    pub fn of(commits: &[ResolvedCommit]) -> Memory {
        let mut memory = Memory::default();
        memory.merge(commits);
        memory
    }

    pub fn merge(&mut self, commits: &[ResolvedCommit]) -> MergePlan {
        let Ok(plan) = plan_merge(&Casework, self, commits.to_vec());
        let held = commits.iter();
        self.held
            .extend(held.map(|commit| (commit.dot, (commit.lamport, commit.hash))));
        for state in &plan.entities {
            let key = EntityKey {
                record: state.record,
                entity: state.id,
            };
            self.records.insert(key, state.clone());
        }
        plan
    }

    pub fn victim(&self, number: u8) -> EntityState {
        let key = EntityKey {
            record: VICTIM,
            entity: victim(number),
        };
        let state = self.records.get(&key).cloned();
        state.unwrap_or_else(|| EntityState::empty(VICTIM, victim(number)))
    }
}

pub fn victim(number: u8) -> EntityId {
    EntityId([number; 16])
}

/// A commit of log `log`: hash and lamport number follow from its place.
pub fn commit(log: u32, seq: u64, ops: Vec<ResolvedOp>) -> ResolvedCommit {
    let mut hash = [0; 32];
    hash[0] = u8::try_from(log).unwrap();
    hash[1..9].copy_from_slice(&seq.to_be_bytes());
    ResolvedCommit {
        dot: Dot::new(log, seq),
        lamport: seq,
        hash: CommitHash(hash),
        ops,
    }
}

pub fn set(field: FieldId, value: impl Into<Value>, parents: &[Dot]) -> ResolvedOp {
    ResolvedOp::Set {
        record: VICTIM,
        entity: victim(1),
        parents: parents.to_vec(),
        fields: ByField::from([(field, value.into())]),
    }
}

/// A set without fields: it undeletes.
pub fn keep(parents: &[Dot]) -> ResolvedOp {
    ResolvedOp::Set {
        record: VICTIM,
        entity: victim(1),
        parents: parents.to_vec(),
        fields: ByField::new(),
    }
}

pub fn delete(parents: &[Dot]) -> ResolvedOp {
    ResolvedOp::Delete {
        record: VICTIM,
        entity: victim(1),
        parents: parents.to_vec(),
    }
}

pub fn add(element: &str) -> ResolvedOp {
    ResolvedOp::Add {
        record: VICTIM,
        entity: victim(1),
        field: NEEDS,
        elements: vec![element.into()],
    }
}

pub fn remove(element: &str, parents: &[Dot]) -> ResolvedOp {
    ResolvedOp::Remove {
        record: VICTIM,
        entity: victim(1),
        field: NEEDS,
        elements: vec![element.into()],
        parents: parents.to_vec(),
    }
}

pub fn texts(values: &[&str]) -> Value {
    Value::List(values.iter().map(|text| Value::text(*text)).collect())
}
