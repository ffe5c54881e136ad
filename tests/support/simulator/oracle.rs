//! What should stand, worked out from the definition and from nothing else: an assertion stands unless a
//! commit that is held names it as its parent. Slow, and plain enough to be believed.
//!
//! It reads commits as they travel, takes no notice of any clock, and shares no code with the merging it
//! judges; from the registry it takes which fields there are, and of what kind.

use std::collections::{BTreeMap, BTreeSet};

use countyline_core::registry::Field;
use countyline_core::testing::program::Program;
use countyline_ledger::{
    Commit, CommitHash, Deletion, EntityId, EntityKey, FieldId, Kind, Lattice, Normal, Op, Order,
    RecordType, Value,
};

use super::checks::Failure;
use super::chronicle::Chronicle;

/// Everything that stands, by record.
pub type Projection = BTreeMap<EntityKey, RecordView>;

/// What stands in one record, told without the numbers of any one machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordView {
    /// The heads of each field.
    pub heads: BTreeMap<FieldId, BTreeSet<HeadView>>,
    /// The additions that stand, by field and encoded element.
    pub members: BTreeMap<(FieldId, Vec<u8>), BTreeSet<CommitHash>>,
    /// The deletions that stand, each with what its author had seen.
    pub tombstones: BTreeMap<CommitHash, BTreeSet<CommitHash>>,
    /// Whether the record is shown as deleted.
    pub deletion: Deletion,
    /// What is shown of each field, and whether a person has to decide.
    pub shown: BTreeMap<FieldId, (Value, bool)>,
}

/// One head. Heads order as they were written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeadView {
    /// Its lamport number.
    pub lamport: u64,
    /// Its commit.
    pub hash: CommitHash,
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

    fn is_empty(&self) -> bool {
        self.heads.is_empty() && self.members.is_empty() && self.tombstones.is_empty()
    }
}

/// A commit as a machine holds it.
pub struct Held {
    /// Its hash.
    pub hash: CommitHash,
    /// The hash before it.
    pub previous: CommitHash,
    /// The commit, some of its operations perhaps erased.
    pub commit: Commit,
}

/// A place something stands in: record, field, and the element if the field is a set. The field of a
/// deletion is [`FieldId::TOMBSTONE`].
type Target = (EntityKey, FieldId, Option<Vec<u8>>);

/// What should stand where these commits are held, in the eyes of a program that knows so much.
///
/// # Errors
/// If an operation cannot be read.
pub fn fold(chronicle: &Chronicle, held: &[Held], knows: Program) -> Result<Projection, Failure> {
    let mut replaced: BTreeSet<(CommitHash, Target)> = BTreeSet::new();
    let mut written = Vec::new();
    for held in held {
        for (op, parents) in chronicle.ops_of(&held.commit, held.previous)? {
            for target in replaces(&op) {
                replaced.extend(parents.iter().map(|parent| (*parent, target.clone())));
            }
            written.push((held, op, parents));
        }
    }
    let mut projection = Projection::new();
    for (held, op, parents) in &written {
        for target in asserts(op) {
            let is_known = knows.record(target.0.record).is_some();
            if is_known && !replaced.contains(&(held.hash, target.clone())) {
                let view = projection.entry(target.0).or_insert_with(RecordView::empty);
                put(view, held, op, parents, target);
            }
        }
    }
    projection.retain(|_, view| !view.is_empty());
    for (key, view) in &mut projection {
        view.deletion = deletion(view);
        view.shown = shown(*key, view, knows);
    }
    Ok(projection)
}

/// The record an operation writes in.
pub fn key(op: &Op) -> Option<EntityKey> {
    let (record, entity): (RecordType, EntityId) = match op {
        Op::Set { record, entity, .. }
        | Op::Add { record, entity, .. }
        | Op::Remove { record, entity, .. }
        | Op::Delete { record, entity, .. } => (*record, *entity),
        _ => return None,
    };
    Some(EntityKey { record, entity })
}

/// The places an operation puts something in.
fn asserts(op: &Op) -> Vec<Target> {
    let Some(key) = key(op) else {
        return Vec::new();
    };
    match op {
        Op::Set { fields, .. } => fields.fields().map(|field| (key, field, None)).collect(),
        Op::Add {
            field, elements, ..
        } => elements_of(key, *field, elements),
        Op::Delete { .. } => vec![(key, FieldId::TOMBSTONE, None)],
        _ => Vec::new(),
    }
}

/// The places in which an operation replaces what its parents say.
fn replaces(op: &Op) -> Vec<Target> {
    let Some(key) = key(op) else {
        return Vec::new();
    };
    let deletion = (key, FieldId::TOMBSTONE, None);
    match op {
        Op::Set { .. } => [asserts(op), vec![deletion]].concat(),
        Op::Remove {
            field, elements, ..
        } => elements_of(key, *field, elements),
        Op::Delete { .. } => vec![deletion],
        _ => Vec::new(),
    }
}

fn elements_of(key: EntityKey, field: FieldId, elements: &[Value]) -> Vec<Target> {
    let encoded = elements.iter().map(Value::encode);
    encoded.map(|element| (key, field, Some(element))).collect()
}

fn put(
    view: &mut RecordView,
    held: &Held,
    op: &Op,
    parents: &BTreeSet<CommitHash>,
    (_, field, element): Target,
) {
    match op {
        Op::Set { fields, .. } => {
            view.heads.entry(field).or_default().insert(HeadView {
                lamport: held.commit.header().lamport,
                hash: held.hash,
                value: fields.get(field).expect("the set writes it").clone(),
            });
        }
        Op::Add { .. } => {
            let place = (field, element.unwrap_or_default());
            view.members.entry(place).or_default().insert(held.hash);
        }
        _ => {
            let mut seen = parents.clone();
            seen.insert(held.hash);
            view.tombstones.insert(held.hash, seen);
        }
    }
}

fn deletion(view: &RecordView) -> Deletion {
    let heads = view.heads.values().flatten().map(|head| head.hash);
    let members = view.members.values().flatten().copied();
    let standing: BTreeSet<CommitHash> = heads.chain(members).collect();
    let mut tombstones = view.tombstones.values();
    if view.tombstones.is_empty() {
        Deletion::No
    } else if tombstones.any(|seen| standing.is_subset(seen)) {
        Deletion::Hidden
    } else {
        Deletion::DeletedWhileEdited
    }
}

fn shown(key: EntityKey, view: &RecordView, knows: Program) -> BTreeMap<FieldId, (Value, bool)> {
    let record = knows.record(key.record);
    let known = |field| record.and_then(|record| record.field_by_id(field));
    let mut shown = BTreeMap::new();
    for (field, heads) in &view.heads {
        let last_first: Vec<&Value> = heads.iter().rev().map(|head| &head.value).collect();
        let kind = known(*field).map(|field: &Field| field.kind);
        shown.insert(*field, in_effect(kind, &last_first));
    }
    let mut sets: BTreeMap<FieldId, Vec<Value>> = BTreeMap::new();
    for (field, element) in view.members.keys() {
        let element = Value::decode(element).expect("an element is kept as its own encoding");
        sets.entry(*field).or_default().push(element);
    }
    for (field, elements) in sets {
        if known(field).is_some_and(|field| field.kind == Kind::Set) {
            shown.insert(field, (Value::List(elements), false));
        }
    }
    shown
}

/// Which of several values shows, the last written first, and whether a person has to decide.
fn in_effect(kind: Option<Kind>, last_first: &[&Value]) -> (Value, bool) {
    let last = last_first[0];
    match kind {
        None | Some(Kind::Set) => (last.clone(), false),
        Some(Kind::Register(normal)) => (
            last.clone(),
            differ(last_first, |value| plain(normal, value)),
        ),
        Some(Kind::Append) => (last.clone(), differ(last_first, Value::clone)),
        Some(Kind::Compound { protective }) => {
            // What weighs more is asked first; the next only of those that are alike in it.
            let mut alike = last_first.to_vec();
            for (member, order) in protective {
                let part = |value: &Value| value.member(*member).cloned().unwrap_or(Value::Null);
                alike = safest(alike, |value| danger(*order, part(value)));
            }
            (alike[0].clone(), differ(last_first, Value::clone))
        }
        Some(Kind::Protective(order)) => {
            let alike = safest(last_first.to_vec(), |value| danger(order, value.clone()));
            (alike[0].clone(), differ(last_first, Value::clone))
        }
        Some(Kind::Status(lattice)) => stage(lattice, last_first),
    }
}

fn danger(order: Order, value: Value) -> (usize, String) {
    match (order, value) {
        (Order::Codes(codes), Value::Text(code)) => {
            let place = codes.iter().position(|known| *known == code);
            // What we do not know protects most; the first code is next, then "nothing said".
            match place {
                None => (0, String::new()),
                Some(0) => (1, String::new()),
                Some(place) => (3 + place, String::new()),
            }
        }
        (Order::Codes(_), Value::Null) => (2, String::new()),
        (Order::Codes(_), _) => (0, String::new()),
        (Order::EarliestDate, Value::Text(date)) => (1, date.to_string()),
        (Order::EarliestDate, Value::Null) => (2, String::new()),
        (Order::EarliestDate, _) => (0, String::new()),
        (Order::TrueFirst, Value::Bool(true)) => (0, String::new()),
        (Order::TrueFirst, Value::Bool(false)) => (2, String::new()),
        (Order::TrueFirst, _) => (1, String::new()),
    }
}

/// Those of several values that are least dangerous, in the order they stood in.
fn safest(mut values: Vec<&Value>, danger: impl Fn(&Value) -> (usize, String)) -> Vec<&Value> {
    let least = values.iter().map(|value| danger(value)).min();
    values.retain(|value| Some(danger(value)) == least);
    values
}

fn stage(lattice: &Lattice, last_first: &[&Value]) -> (Value, bool) {
    let ahead_of = |stage: &Value| -> BTreeSet<&str> {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut open: Vec<&str> = stage.as_text().into_iter().collect();
        while let Some(here) = open.pop() {
            for (from, to) in lattice.forward {
                if *from == here && reached.insert(to) {
                    open.push(to);
                }
            }
        }
        reached
    };
    let leads =
        |from: &Value, to: &Value| to.as_text().is_some_and(|to| ahead_of(from).contains(to));
    let overtaken = |value: &Value| {
        let mut others = last_first.iter();
        others.any(|other| leads(value, other) && !leads(other, value))
    };
    let furthest: Vec<&Value> = last_first
        .iter()
        .copied()
        .filter(|value| !overtaken(value))
        .collect();
    // The most open comes first in the list; what is not in it is from a newer program and stays in view.
    let openness = |value: &Value| {
        let mut stages = lattice.most_open_first.iter();
        stages
            .position(|stage| value.as_text() == Some(*stage))
            .map_or(0, |place| place + 1)
    };
    let most_open = furthest.iter().map(|value| openness(value)).min();
    let shown = furthest
        .iter()
        .find(|value| Some(openness(value)) == most_open);
    let shown = shown.expect("nothing overtakes everything");
    ((*shown).clone(), differ(&furthest, Value::clone))
}

fn differ<T: PartialEq>(values: &[&Value], meaning: impl Fn(&Value) -> T) -> bool {
    values
        .iter()
        .any(|value| meaning(value) != meaning(values[0]))
}

/// What a value means, for the values a run writes.
fn plain(normal: Normal, value: &Value) -> Value {
    let Some(text) = value.as_text() else {
        return value.clone();
    };
    match normal {
        Normal::Exact | Normal::Date => value.clone(),
        Normal::Text => {
            let words: Vec<&str> = text.split_whitespace().collect();
            Value::text(words.join(" ").to_lowercase())
        }
        Normal::Phone => Value::from(
            text.chars()
                .filter(char::is_ascii_digit)
                .collect::<String>(),
        ),
    }
}
