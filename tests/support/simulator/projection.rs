//! The casework of a run, and what stands in it, told without the numbers of any one machine.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{
    CommitHash, Deletion, EntityId, FieldId, Kind, Lattice, LogId, Normal, Order, RecordType,
    Registry, Value,
};

use super::store::CaseStore;

/// The one record type of a run.
pub const RECORD: RecordType = RecordType(1);
/// A name.
pub const NAME: FieldId = FieldId(1);
/// Whether it is safe to call.
pub const SAFE: FieldId = FieldId(2);
/// A number, with whether it is safe.
pub const CONTACT: FieldId = FieldId(3);
/// What the victim needs.
pub const NEEDS: FieldId = FieldId(4);
/// How far a referral has come.
pub const STAGE: FieldId = FieldId(5);

/// The member of [`CONTACT`] that says whether it is safe.
pub const SAFE_MEMBER: u32 = 2;
/// The codes of safety, the most protective first.
pub const SAFETY: &[&str] = &["no", "ask", "yes"];
/// The stages of a referral, the most open first.
pub const STAGES: &[&str] = &["draft", "sent", "accepted", "completed", "declined"];

static REFERRAL: Lattice = Lattice {
    forward: &[
        ("draft", "sent"),
        ("sent", "accepted"),
        ("sent", "declined"),
        ("accepted", "completed"),
    ],
    most_open_first: STAGES,
};

/// What a run knows of fields.
pub struct Casework;

impl Registry for Casework {
    fn kind(&self, _: RecordType, field: FieldId) -> Option<Kind> {
        Some(match field {
            NAME => Kind::Register(Normal::Text),
            SAFE => Kind::Protective(Order::Codes(SAFETY)),
            CONTACT => Kind::Compound {
                protective: Some((SAFE_MEMBER, Order::Codes(SAFETY))),
            },
            NEEDS => Kind::Set,
            STAGE => Kind::Status(&REFERRAL),
            _ => return None,
        })
    }
}

/// A commit, the same on every machine and whatever its clock says.
pub type CommitName = (LogId, u64);

/// Everything that stands.
pub type Projection = BTreeMap<EntityId, RecordView>;

/// What stands in one record, and what a screen makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordView {
    /// The heads of each field.
    pub heads: BTreeMap<FieldId, BTreeSet<HeadView>>,
    /// The additions that stand, by field and encoded element.
    pub members: BTreeMap<(FieldId, Vec<u8>), BTreeSet<CommitName>>,
    /// The deletions that stand, with what each had seen.
    pub tombstones: BTreeMap<CommitName, BTreeSet<CommitName>>,
    /// Whether it is shown as deleted.
    pub deletion: Deletion,
    /// What is shown of each field, and whether a person has to decide.
    pub shown: BTreeMap<FieldId, (Value, bool)>,
}

/// One head. Heads order as they were written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeadView {
    /// Its lamport number.
    pub lamport: u64,
    /// Its commit's hash.
    pub hash: CommitHash,
    /// Its commit.
    pub commit: CommitName,
    /// What it says.
    pub value: Value,
}

impl RecordView {
    /// A record in which nothing stands.
    pub fn empty() -> RecordView {
        RecordView {
            heads: BTreeMap::new(),
            members: BTreeMap::new(),
            tombstones: BTreeMap::new(),
            deletion: Deletion::No,
            shown: BTreeMap::new(),
        }
    }

    /// The same without hashes, which cover what a clock said, and without what only they decide: which
    /// of two values written at the same lamport number is shown.
    pub fn without_hashes(&self) -> RecordView {
        let mut view = self.clone();
        for (field, heads) in &self.heads {
            let numbers: BTreeSet<u64> = heads.iter().map(|head| head.lamport).collect();
            if numbers.len() < heads.len() {
                view.shown.remove(field);
            }
            let unhashed = heads.iter().cloned().map(|head| HeadView {
                hash: CommitHash([0; 32]),
                ..head
            });
            view.heads.insert(*field, unhashed.collect());
        }
        view
    }
}

/// What stands in a store.
pub fn of_store(store: &impl CaseStore) -> Projection {
    let records = store.records().into_iter();
    records
        .map(|entity| (entity, view(store, entity)))
        .collect()
}

fn view(store: &impl CaseStore, entity: EntityId) -> RecordView {
    let state = store.state(entity);
    let names = |dots: &[_]| dots.iter().map(|dot| store.name(*dot)).collect();
    let heads = state.fields.iter().map(|(field, heads)| {
        let views = heads.iter().map(|head| HeadView {
            lamport: store.lamport(head.dot),
            hash: store.anchor(head.dot).hash,
            commit: store.name(head.dot),
            value: head.value.clone(),
        });
        (field, views.collect())
    });
    let members = state.members.iter();
    let tombstones = state.tombstones.iter();
    let shown = [NAME, SAFE, CONTACT, NEEDS, STAGE].into_iter();
    RecordView {
        heads: heads.collect(),
        members: members
            .map(|(element, dots)| (element.clone(), names(dots)))
            .collect(),
        tombstones: tombstones
            .map(|tombstone| (store.name(tombstone.dot), names(&tombstone.seen)))
            .collect(),
        deletion: store.deleted(&state),
        shown: shown
            .filter_map(|field| {
                let shown = store.shown(&state, field)?;
                Some((field, (shown.value, shown.in_conflict)))
            })
            .collect(),
    }
}
