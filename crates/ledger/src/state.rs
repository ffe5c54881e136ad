//! What stands in one record: every assertion nobody replaced, and what a screen makes of them.
//!
//! Which heads there are depends on the set of commits alone. Heads stand in the order of their
//! lamport numbers and hashes, which is the same on every machine. Nothing here picks a winner: a
//! head leaves only when an assertion names it as its parent.

use std::collections::{BTreeMap, BTreeSet};

use smallvec::SmallVec;

use crate::{ByField, Dot, EntityId, FieldId, Kind, Lattice, RecordType, Registry, Value};

/// Everything that stands in one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityState {
    /// What kind of record it is.
    pub record: RecordType,
    /// Which one.
    pub id: EntityId,
    /// The heads of each field, in ascending order of lamport number and hash; never an empty list.
    pub fields: ByField<Heads>,
    /// The additions that stand, by set field and the element's encoding, in ascending order.
    pub members: BTreeMap<(FieldId, Vec<u8>), Vec<Dot>>,
    /// The deletions nobody took back, in ascending order of dots.
    pub tombstones: Vec<Tombstone>,
    /// What was replaced before it arrived: the commit, the field it asserted, the element if the
    /// field is a set. Leaves when the commit arrives; if that turns out to write in other records
    /// only, which no sound program makes it do, when this record is next merged into.
    pub early: BTreeSet<(Dot, FieldId, Option<Vec<u8>>)>,
}

/// The heads of one field. Nearly every field has one head for ever, which then needs no memory of its own.
pub type Heads = SmallVec<[Head; 1]>;

/// An assertion that stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The commit that asserted it. Its lamport number and hash are the commit's, not kept here.
    pub dot: Dot,
    /// What it asserted.
    pub value: Value,
}

/// A deletion that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tombstone {
    /// The commit that deleted.
    pub dot: Dot,
    /// Every head the person had seen, and the deleting commit itself, in ascending order.
    pub seen: Vec<Dot>,
}

/// What a screen shows of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The value; of a set, the list of its elements in the order of their encodings.
    pub value: Value,
    /// Which of the field's heads is in effect; `None` for a set.
    pub head: Option<usize>,
    /// Whether a person has to decide.
    pub in_conflict: bool,
}

/// Whether a record is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deletion {
    /// It is not.
    No,
    /// It is: whoever deleted it had seen everything in it.
    Hidden,
    /// Somebody deleted it while somebody else wrote in it. It stays visible until a person decides.
    DeletedWhileEdited,
}

/// Something a person has to decide.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// What kind of record it is.
    pub record: RecordType,
    /// Which one.
    pub entity: EntityId,
    /// The field; [`FieldId::TOMBSTONE`] where the question is whether the record is deleted.
    pub field: FieldId,
    /// Everything that stands side by side: what a decision names as its parents.
    pub heads: Vec<Dot>,
}

impl EntityState {
    /// A record in which nothing stands yet.
    pub fn empty(record: RecordType, id: EntityId) -> EntityState {
        EntityState {
            record,
            id,
            fields: ByField::new(),
            members: BTreeMap::new(),
            tombstones: Vec::new(),
            early: BTreeSet::new(),
        }
    }

    /// A field's heads; none if nothing was ever written in it.
    pub fn heads(&self, field: FieldId) -> &[Head] {
        self.fields.get(field).map_or(&[], SmallVec::as_slice)
    }

    /// What a change of these fields names as its parents, if the person saw this state.
    pub fn head_dots(&self, fields: impl IntoIterator<Item = FieldId>) -> BTreeSet<Dot> {
        let heads = fields.into_iter().flat_map(|field| self.heads(field));
        heads.map(|head| head.dot).collect()
    }

    /// The additions that stand of one element of a set: what its removal names as its parents.
    pub fn member_dots(&self, field: FieldId, element: &Value) -> &[Dot] {
        let key = (field, element.encode());
        self.members.get(&key).map_or(&[], Vec::as_slice)
    }

    /// Everything that stands in the record, deletions too: what a deletion names as its parents.
    pub fn all_heads(&self) -> BTreeSet<Dot> {
        let tombstones = self.tombstones.iter().map(|tombstone| tombstone.dot);
        self.written_heads().chain(tombstones).collect()
    }

    /// What a screen shows of a field; `None` if nothing stands in it.
    pub fn shown(&self, registry: &impl Registry, field: FieldId) -> Option<Shown> {
        let kind = registry.kind(self.record, field);
        if kind == Some(Kind::Set) {
            let elements = self.elements(field);
            return (!elements.is_empty()).then_some(Shown {
                value: Value::List(elements),
                head: None,
                in_conflict: false,
            });
        }
        let heads = self.heads(field);
        let (head, in_conflict) = in_effect(kind, heads)?;
        Some(Shown {
            value: heads[head].value.clone(),
            head: Some(head),
            in_conflict,
        })
    }

    /// The elements of a set, in the order of their encodings.
    pub fn elements(&self, field: FieldId) -> Vec<Value> {
        let of_field = self
            .members
            .range((field, Vec::new())..)
            .take_while(|((of, _), _)| *of == field);
        of_field
            .map(|((_, element), _)| {
                Value::decode(element).expect("an element is kept as its own encoding")
            })
            .collect()
    }

    /// Whether the record is deleted.
    pub fn deleted(&self) -> Deletion {
        if self.tombstones.is_empty() {
            return Deletion::No;
        }
        let saw_everything = |tombstone: &Tombstone| {
            self.written_heads()
                .all(|head| tombstone.seen.binary_search(&head).is_ok())
        };
        if self.tombstones.iter().any(saw_everything) {
            Deletion::Hidden
        } else {
            Deletion::DeletedWhileEdited
        }
    }

    /// Everything in the record a person has to decide, by field.
    pub fn conflicts(&self, registry: &impl Registry) -> Vec<Conflict> {
        // Nearly every field has one head for ever, and is in no conflict.
        let several = self.fields.iter().filter(|(_, heads)| heads.len() > 1);
        let fields = several.map(|(field, _)| field).chain([FieldId::TOMBSTONE]);
        fields
            .filter(|field| self.is_in_conflict(registry, *field))
            .map(|field| self.conflict(field))
            .collect()
    }

    /// Whether a person has to decide about that field, or with [`FieldId::TOMBSTONE`] about deletion.
    pub fn is_in_conflict(&self, registry: &impl Registry, field: FieldId) -> bool {
        if field == FieldId::TOMBSTONE {
            return self.deleted() == Deletion::DeletedWhileEdited;
        }
        let heads = self.heads(field);
        heads.len() > 1
            && in_effect(registry.kind(self.record, field), heads)
                .is_some_and(|(_, in_conflict)| in_conflict)
    }

    pub(crate) fn conflict(&self, field: FieldId) -> Conflict {
        let heads = if field == FieldId::TOMBSTONE {
            self.all_heads().into_iter().collect()
        } else {
            self.heads(field).iter().map(|head| head.dot).collect()
        };
        Conflict {
            record: self.record,
            entity: self.id,
            field,
            heads,
        }
    }

    /// Everything that stands but deletions.
    fn written_heads(&self) -> impl Iterator<Item = Dot> {
        let fields = self.fields.values().flatten().map(|head| head.dot);
        fields.chain(self.members.values().flatten().copied())
    }
}

/// Which head is in effect, and whether a person has to decide. `None` if there is no head.
fn in_effect(kind: Option<Kind>, heads: &[Head]) -> Option<(usize, bool)> {
    let last = heads.len().checked_sub(1)?;
    let differs = || heads.iter().any(|head| head.value != heads[last].value);
    Some(match kind {
        // We cannot say what a field we do not know means, so there is nothing to ask about it.
        None | Some(Kind::Set) => (last, false),
        Some(Kind::Register(normal)) => {
            let same = |head: &Head| normal.same(&head.value, &heads[last].value);
            (last, !heads.iter().all(same))
        }
        Some(Kind::Append) => (last, differs()),
        Some(kind @ (Kind::Compound { .. } | Kind::Protective(_))) => {
            (most_protective(kind, heads), differs())
        }
        Some(Kind::Status(lattice)) => furthest(heads, lattice),
    })
}

/// The most protective head; of equally protective ones the last written.
fn most_protective(kind: Kind, heads: &[Head]) -> usize {
    (0..heads.len())
        .rev()
        .min_by_key(|place| kind.rank(Some(&heads[*place].value)))
        .unwrap_or(0)
}

/// The head furthest along; if several lead nowhere near each other, the most open, in conflict.
fn furthest(heads: &[Head], lattice: &Lattice) -> (usize, bool) {
    let is_behind = |place: usize| {
        let value = &heads[place].value;
        heads
            .iter()
            .any(|head| lattice.is_behind(value, &head.value))
    };
    let furthest: Vec<usize> = (0..heads.len())
        .filter(|place| !is_behind(*place))
        .collect();
    let in_conflict = furthest
        .iter()
        .any(|place| heads[*place].value != heads[furthest[0]].value);
    let most_open = furthest
        .into_iter()
        .max_by_key(|place| lattice.openness(&heads[*place].value));
    (most_open.unwrap_or(0), in_conflict)
}
