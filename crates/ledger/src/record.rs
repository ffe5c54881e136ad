//! One record while commits are merged into it.

use std::collections::BTreeSet;

use smallvec::SmallVec;

use crate::{
    CommitHash, Dot, EntityKey, EntityState, FieldId, Head, Kind, Problem, Registry, ResolvedOp,
    Tombstone, Value,
};

/// The commit an operation is of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written {
    pub dot: Dot,
    /// Its lamport number and hash: what heads are put in order by.
    pub order: (u64, CommitHash),
}

/// Fields written in, each once. Hardly any change writes in more than a dozen.
pub type Touched = SmallVec<[FieldId; 12]>;

/// A record being written in.
pub(crate) struct OpenRecord<'a, R> {
    registry: &'a R,
    key: EntityKey,
    state: EntityState,
    touched: Touched,
    problems: Vec<Problem>,
    /// The place of the commit being merged, and the fields it has set if it has several operations here.
    place: Option<usize>,
    set_before: Touched,
    has_several: bool,
}

impl<'a, R: Registry> OpenRecord<'a, R> {
    /// Opens a record as it stands.
    pub fn new(registry: &'a R, key: EntityKey, state: EntityState) -> OpenRecord<'a, R> {
        OpenRecord {
            registry,
            key,
            state,
            touched: Touched::new(),
            problems: Vec::new(),
            place: None,
            set_before: Touched::new(),
            has_several: false,
        }
    }

    /// The next write is of the commit at this place; the one after it, of that at `next`.
    pub fn start(&mut self, place: usize, next: Option<usize>) {
        if self.place != Some(place) {
            self.place = Some(place);
            self.set_before.clear();
            self.has_several = next == Some(place);
        }
    }

    /// Whether a parent is a head of a field the operation writes in.
    pub fn shows(&self, op: &ResolvedOp, parent: Dot) -> bool {
        let ResolvedOp::Set { fields, .. } = op else {
            return false;
        };
        let mut heads = fields.fields().flat_map(|field| self.state.heads(field));
        heads.any(|head| head.dot == parent)
    }

    /// Merges one operation of `commit`. `parents` are its parents in ascending order, `missing` those
    /// of them that are still to come; `order` tells any commit's lamport number and hash.
    pub fn write<E>(
        &mut self,
        commit: Written,
        op: ResolvedOp,
        parents: &[Dot],
        missing: &[Dot],
        order: &mut impl FnMut(Dot) -> Result<(u64, CommitHash), E>,
    ) -> Result<(), E> {
        match op {
            ResolvedOp::Set { fields, .. } => {
                self.take_back_tombstones(parents, missing);
                if self.state.fields.is_empty() {
                    self.state.fields.reserve(fields.len() + 1);
                }
                for (field, value) in fields {
                    self.set(commit, field, value, parents, missing, order)?;
                }
            }
            ResolvedOp::Add {
                field, elements, ..
            } => {
                self.notice_unless_set(commit.dot, field);
                put(&mut self.touched, field);
                for element in &elements {
                    self.add_member(commit.dot, field, element);
                }
            }
            ResolvedOp::Remove {
                field, elements, ..
            } => {
                self.notice_unless_set(commit.dot, field);
                put(&mut self.touched, field);
                for element in &elements {
                    self.remove_member(field, element, parents, missing);
                }
            }
            ResolvedOp::Delete { .. } => {
                self.take_back_tombstones(parents, missing);
                self.put_tombstone(commit.dot, parents);
            }
            ResolvedOp::Erase { .. } | ResolvedOp::Audit { .. } | ResolvedOp::Unknown(_) => {}
        }
        Ok(())
    }

    /// The record as it stands now, the fields written in, in order, and what was odd.
    pub fn close(mut self) -> (EntityState, Touched, Vec<Problem>) {
        self.touched.sort_unstable();
        (self.state, self.touched, self.problems)
    }

    fn set<E>(
        &mut self,
        commit: Written,
        field: FieldId,
        value: Value,
        parents: &[Dot],
        missing: &[Dot],
        order: &mut impl FnMut(Dot) -> Result<(u64, CommitHash), E>,
    ) -> Result<(), E> {
        put(&mut self.touched, field);
        self.remember(field, None, missing);
        let heads = self.state.fields.get_or_default(field);
        heads.retain(|head| parents.binary_search(&head.dot).is_err());
        // A second value of the same commit takes the place of the first.
        heads.retain(|head| head.dot != commit.dot);
        if is_early(&self.state.early, commit.dot, field, None) {
            if heads.is_empty() {
                self.state.fields.remove(field);
            }
        } else {
            // Nearly every field has one head for ever: room for more would be wasted.
            heads.reserve_exact(1);
            let mut place = heads.len();
            while place > 0 && order(heads[place - 1].dot)? > commit.order {
                place -= 1;
            }
            let dot = commit.dot;
            heads.insert(place, Head { dot, value });
        }
        self.notice_odd_set(commit.dot, field, !parents.is_empty());
        Ok(())
    }

    fn add_member(&mut self, dot: Dot, field: FieldId, element: &Value) {
        let element = element.encode();
        if is_early(&self.state.early, dot, field, Some(&element)) {
            return;
        }
        let dots = self.state.members.entry((field, element)).or_default();
        if let Err(place) = dots.binary_search(&dot) {
            dots.insert(place, dot);
        }
    }

    fn remove_member(&mut self, field: FieldId, element: &Value, parents: &[Dot], missing: &[Dot]) {
        let element = element.encode();
        self.remember(field, Some(&element), missing);
        let key = (field, element);
        if let Some(dots) = self.state.members.get_mut(&key) {
            dots.retain(|dot| parents.binary_search(dot).is_err());
            if dots.is_empty() {
                self.state.members.remove(&key);
            }
        }
    }

    /// Any change that names a deletion as its parent replaces it.
    fn take_back_tombstones(&mut self, parents: &[Dot], missing: &[Dot]) {
        self.remember(FieldId::TOMBSTONE, None, missing);
        let tombstones = &mut self.state.tombstones;
        let before = tombstones.len();
        tombstones.retain(|tombstone| parents.binary_search(&tombstone.dot).is_err());
        if tombstones.len() < before {
            put(&mut self.touched, FieldId::TOMBSTONE);
        }
    }

    /// Whoever deletes has also seen what the same commit wrote.
    fn put_tombstone(&mut self, dot: Dot, parents: &[Dot]) {
        put(&mut self.touched, FieldId::TOMBSTONE);
        let tombstones = &mut self.state.tombstones;
        tombstones.retain(|tombstone| tombstone.dot != dot);
        if !is_early(&self.state.early, dot, FieldId::TOMBSTONE, None) {
            let mut seen = parents.to_vec();
            if let Err(place) = seen.binary_search(&dot) {
                seen.insert(place, dot);
            }
            let place = tombstones.partition_point(|tombstone| tombstone.dot < dot);
            tombstones.insert(place, Tombstone { dot, seen });
        }
    }

    fn remember(&mut self, field: FieldId, element: Option<&[u8]>, missing: &[Dot]) {
        for dot in missing {
            let entry = (*dot, field, element.map(<[u8]>::to_vec));
            self.state.early.insert(entry);
        }
    }

    /// What is odd is seen in the commit alone, so that it is odd in whatever order commits come.
    fn notice_odd_set(&mut self, dot: Dot, field: FieldId, replaces: bool) {
        let key = self.key;
        if self.has_several && !put(&mut self.set_before, field) {
            self.problems.push(Problem::WroteTwice { dot, key, field });
        }
        match self.registry.kind(key.record, field) {
            Some(Kind::Set) => self.problems.push(Problem::WrongKind { dot, key, field }),
            Some(Kind::Append) if replaces => {
                let problem = Problem::RewroteAppend { dot, key, field };
                self.problems.push(problem);
            }
            _ => {}
        }
    }

    fn notice_unless_set(&mut self, dot: Dot, field: FieldId) {
        let key = self.key;
        let kind = self.registry.kind(key.record, field);
        if !matches!(kind, None | Some(Kind::Set)) {
            self.problems.push(Problem::WrongKind { dot, key, field });
        }
    }
}

/// Adds a field; false if it was there.
fn put(fields: &mut Touched, field: FieldId) -> bool {
    let is_new = !fields.contains(&field);
    if is_new {
        fields.push(field);
    }
    is_new
}

/// Whether an assertion was replaced before it arrived.
fn is_early(
    early: &BTreeSet<(Dot, FieldId, Option<Vec<u8>>)>,
    dot: Dot,
    field: FieldId,
    element: Option<&[u8]>,
) -> bool {
    !early.is_empty() && early.contains(&(dot, field, element.map(<[u8]>::to_vec)))
}
