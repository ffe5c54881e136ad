//! What should stand, worked out from the definition and from nothing else: an assertion stands
//! unless a commit that is held names it as its parent. Slow, and plain enough to be believed.
//!
//! It reads commits as they travel and shares no code with the merging it judges.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{
    Commit, CommitHash, Deletion, EntityId, FieldId, LogId, Op, Parent, Value,
};

use super::projection::{
    CONTACT, CommitName, HeadView, NAME, NEEDS, Projection, RecordView, SAFE, SAFE_MEMBER, SAFETY,
    STAGE, STAGES,
};

/// One thing a commit says of one record.
#[derive(Debug)]
pub struct Assertion {
    /// The commit that says it.
    pub commit: CommitName,
    lamport: u64,
    hash: CommitHash,
    /// The record.
    pub entity: EntityId,
    /// The operation.
    pub op: Op,
    /// The commits it replaces.
    pub parents: BTreeSet<CommitName>,
}

/// An assertion's place: record, field, and the element if the field is a set. The field of a deletion
/// is [`FieldId::TOMBSTONE`].
pub type Target = (EntityId, FieldId, Option<Vec<u8>>);

/// What a set of commits says, operation by operation.
pub fn assertions(commits: &[(LogId, CommitHash, Commit)]) -> Vec<Assertion> {
    let mut assertions = Vec::new();
    for (log, hash, commit) in commits {
        let header = commit.header();
        let ops = commit.ops().expect("what a run seals can be read");
        for (_, op) in ops {
            let (Op::Set { entity, .. }
            | Op::Add { entity, .. }
            | Op::Remove { entity, .. }
            | Op::Delete { entity, .. }) = &op
            else {
                continue;
            };
            let parents = op.parents().iter().map(|parent| match *parent {
                Parent::Own(seq) => (*log, seq),
                Parent::Foreign(place) => {
                    let anchor = &header.anchors[place as usize];
                    (anchor.log, anchor.seq)
                }
            });
            assertions.push(Assertion {
                commit: (*log, header.seq),
                lamport: header.lamport,
                hash: *hash,
                entity: *entity,
                parents: parents.collect(),
                op,
            });
        }
    }
    assertions
}

impl Assertion {
    /// The places it puts something in.
    pub fn asserts(&self) -> Vec<Target> {
        match &self.op {
            Op::Set { fields, .. } => {
                let fields = fields.keys();
                fields.map(|field| (self.entity, *field, None)).collect()
            }
            Op::Add {
                field, elements, ..
            } => self.elements(*field, elements),
            Op::Delete { .. } => vec![(self.entity, FieldId::TOMBSTONE, None)],
            _ => Vec::new(),
        }
    }

    /// The places in which it replaces what its parents say.
    pub fn replaces(&self) -> Vec<Target> {
        let deletion = (self.entity, FieldId::TOMBSTONE, None);
        match &self.op {
            Op::Set { .. } => [self.asserts(), vec![deletion]].concat(),
            Op::Remove {
                field, elements, ..
            } => self.elements(*field, elements),
            Op::Delete { .. } => vec![deletion],
            _ => Vec::new(),
        }
    }

    fn elements(&self, field: FieldId, elements: &[Value]) -> Vec<Target> {
        let encoded = elements.iter().map(Value::encode);
        encoded
            .map(|element| (self.entity, field, Some(element)))
            .collect()
    }
}

/// Every assertion that is replaced: who made it, and where.
pub fn replaced(assertions: &[Assertion]) -> BTreeSet<(CommitName, Target)> {
    let mut replaced = BTreeSet::new();
    for assertion in assertions {
        for target in assertion.replaces() {
            let parents = assertion.parents.iter();
            replaced.extend(parents.map(|parent| (*parent, target.clone())));
        }
    }
    replaced
}

/// What should stand after these commits.
pub fn fold(commits: &[(LogId, CommitHash, Commit)]) -> Projection {
    let assertions = assertions(commits);
    let replaced = replaced(&assertions);
    let mut projection = Projection::new();
    for assertion in &assertions {
        let record = projection
            .entry(assertion.entity)
            .or_insert_with(RecordView::empty);
        for target in assertion.asserts() {
            if !replaced.contains(&(assertion.commit, target.clone())) {
                put(record, assertion, target);
            }
        }
    }
    for record in projection.values_mut() {
        record.deletion = deletion(record);
        record.shown = shown(record);
    }
    projection
}

fn put(record: &mut RecordView, assertion: &Assertion, (_, field, element): Target) {
    let commit = assertion.commit;
    match &assertion.op {
        Op::Set { fields, .. } => {
            record.heads.entry(field).or_default().insert(HeadView {
                lamport: assertion.lamport,
                hash: assertion.hash,
                commit,
                value: fields[&field].clone(),
            });
        }
        Op::Add { .. } => {
            let key = (field, element.unwrap_or_default());
            record.members.entry(key).or_default().insert(commit);
        }
        _ => {
            let mut seen = assertion.parents.clone();
            seen.insert(commit);
            record.tombstones.insert(commit, seen);
        }
    }
}

fn deletion(record: &RecordView) -> Deletion {
    let heads = record.heads.values().flatten().map(|head| head.commit);
    let members = record.members.values().flatten().copied();
    let standing: BTreeSet<CommitName> = heads.chain(members).collect();
    let mut tombstones = record.tombstones.values();
    if record.tombstones.is_empty() {
        Deletion::No
    } else if tombstones.any(|seen| standing.is_subset(seen)) {
        Deletion::Hidden
    } else {
        Deletion::DeletedWhileEdited
    }
}

fn shown(record: &RecordView) -> BTreeMap<FieldId, (Value, bool)> {
    let mut shown = BTreeMap::new();
    for (field, heads) in &record.heads {
        let last_first: Vec<&Value> = heads.iter().rev().map(|head| &head.value).collect();
        shown.insert(
            *field,
            match *field {
                NAME => (last_first[0].clone(), differ(&last_first, plain)),
                SAFE => safest(&last_first, |value| Some(value)),
                CONTACT => safest(&last_first, |value| value.member(SAFE_MEMBER)),
                STAGE => stage(&last_first),
                _ => (last_first[0].clone(), false),
            },
        );
    }
    let needs = record.members.keys().map(|(_, element)| {
        Value::decode(element).expect("an element is kept as its own encoding")
    });
    let needs: Vec<Value> = needs.collect();
    if !needs.is_empty() {
        shown.insert(NEEDS, (Value::List(needs), false));
    }
    shown
}

fn safest(last_first: &[&Value], part: impl Fn(&Value) -> Option<&Value>) -> (Value, bool) {
    let with_code = |code: &&str| {
        let mut values = last_first.iter();
        values.find(|value| part(value) == Some(&Value::text(*code)))
    };
    let safest = SAFETY.iter().find_map(with_code);
    let safest = safest.expect("a run writes no other codes");
    ((*safest).clone(), differ(last_first, Value::clone))
}

/// Which stage lies ahead of which, written out.
const AHEAD: &[(&str, &[&str])] = &[
    ("draft", &["sent", "accepted", "completed", "declined"]),
    ("sent", &["accepted", "completed", "declined"]),
    ("accepted", &["completed"]),
];

fn stage(last_first: &[&Value]) -> (Value, bool) {
    let stands = |stage: &str| last_first.contains(&&Value::text(stage));
    let overtaken = |stage: &str| {
        let mut ahead = AHEAD.iter().filter(|(behind, _)| *behind == stage);
        ahead.any(|(_, ahead)| ahead.iter().any(|stage| stands(stage)))
    };
    let furthest = STAGES
        .iter()
        .filter(|stage| stands(stage) && !overtaken(stage));
    let furthest: Vec<&&str> = furthest.collect();
    (Value::text(*furthest[0]), furthest.len() > 1)
}

fn differ<T: PartialEq>(values: &[&Value], meaning: impl Fn(&Value) -> T) -> bool {
    values
        .iter()
        .any(|value| meaning(value) != meaning(values[0]))
}

fn plain(value: &Value) -> Option<String> {
    Some(value.as_text()?.trim().to_lowercase())
}
