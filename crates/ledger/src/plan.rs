//! Merging: from what stands and some commits to what stands afterwards.
//!
//! The same routine serves a local save, an import and a rebuild. Commits may come in any order, in
//! any portions, and more than once: a commit the store holds already, or that comes twice, changes
//! nothing. A commit may also replace what has not arrived; that is remembered in
//! [`EntityState::early`].
//!
//! Nothing is written here; the caller carries the plan out.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::BuildHasherDefault;

use crate::{
    Conflict, Dot, EntityId, EntityState, FieldId, Head, Kind, RecordType, Registry,
    ResolvedCommit, ResolvedOp, Tombstone, Value,
};

/// Where merging reads what stands before it.
pub trait Store {
    /// Why reading failed.
    type Error;

    /// Whether that commit was merged into the states [`Store::load`] gives.
    ///
    /// In a rebuild, that means merged in this rebuild so far.
    ///
    /// # Errors
    /// If it cannot be read.
    fn holds(&mut self, dot: Dot) -> Result<bool, Self::Error>;

    /// What stands in a record; `None` if nothing was ever written in it. Asked once for each record
    /// of a plan, in ascending order.
    ///
    /// # Errors
    /// If it cannot be read.
    fn load(&mut self, key: EntityKey) -> Result<Option<EntityState>, Self::Error>;
}

/// Which record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityKey {
    /// What kind of record it is.
    pub record: RecordType,
    /// Which one.
    pub entity: EntityId,
}

/// What merging changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MergePlan {
    /// The records written in, as they stand afterwards, in ascending order of their keys.
    pub entities: Vec<EntityState>,
    /// The fields written in; [`FieldId::TOMBSTONE`] where a deletion was made or taken back. It has
    /// the same keys as `entities`.
    pub touched: BTreeMap<EntityKey, BTreeSet<FieldId>>,
    /// The conflicts that are new, or have other heads than before.
    pub conflicts: Vec<Conflict>,
    /// The conflicts that are no longer any.
    pub settled: Vec<(EntityKey, FieldId)>,
    /// What somebody should look at, though it was merged.
    pub problems: Vec<Problem>,
    /// The commits merged, in the order given: those the store did not hold.
    pub merged: Vec<Dot>,
}

/// Something odd in a commit. It is merged all the same: others have merged it, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A newer program wrote something we cannot show.
    UnknownOp {
        /// The commit.
        dot: Dot,
    },
    /// A set was written like a plain field, or a plain field like a set.
    WrongKind {
        /// The commit.
        dot: Dot,
        /// The record.
        key: EntityKey,
        /// The field.
        field: FieldId,
    },
    /// What is written once was written again.
    RewroteAppend {
        /// The commit.
        dot: Dot,
        /// The record.
        key: EntityKey,
        /// The field.
        field: FieldId,
    },
    /// One commit wrote a field twice. The later counts.
    WroteTwice {
        /// The commit.
        dot: Dot,
        /// The record.
        key: EntityKey,
        /// The field.
        field: FieldId,
    },
}

/// What stands after merging `commits` into what `store` holds.
///
/// # Errors
/// Only those of the store.
pub fn plan_merge<S: Store>(
    registry: &impl Registry,
    store: &mut S,
    commits: &[ResolvedCommit],
) -> Result<MergePlan, S::Error> {
    let mut coming = Set::default();
    let mut fresh = Vec::with_capacity(commits.len());
    for commit in commits {
        if !store.holds(commit.dot)? && coming.insert(commit.dot) {
            fresh.push(commit);
        }
    }
    let mut merge = Merge {
        registry,
        touched: load_touched(registry, store, &fresh)?,
        store,
        arrived: Set::default(),
        problems: Vec::new(),
    };
    for commit in &fresh {
        merge.add_commit(commit)?;
    }
    Ok(merge.into_plan(fresh.iter().map(|commit| commit.dot).collect()))
}

// Fixed keys: a plan may not depend on anything but its input.
type Set<T> = HashSet<T, BuildHasherDefault<DefaultHasher>>;
type Map<K, V> = HashMap<K, V, BuildHasherDefault<DefaultHasher>>;

/// A merge under way.
struct Merge<'a, R, S> {
    registry: &'a R,
    store: &'a mut S,
    touched: Map<EntityKey, Touched>,
    /// The commits of this plan merged so far.
    arrived: Set<Dot>,
    problems: Vec<Problem>,
}

/// A record while it is being written in.
struct Touched {
    state: EntityState,
    /// Every conflict there was before.
    conflicts_before: Vec<Conflict>,
    fields: BTreeSet<FieldId>,
    /// The commit that wrote here last, to notice a field written twice in one commit.
    last_dot: Option<Dot>,
    written_by_last: Vec<FieldId>,
}

fn load_touched<S: Store>(
    registry: &impl Registry,
    store: &mut S,
    commits: &[&ResolvedCommit],
) -> Result<Map<EntityKey, Touched>, S::Error> {
    let ops = commits.iter().flat_map(|commit| &commit.ops);
    let mut keys: Vec<EntityKey> = ops.filter_map(ResolvedOp::key).collect();
    keys.sort_unstable();
    keys.dedup();
    let mut touched = Map::with_capacity_and_hasher(keys.len(), BuildHasherDefault::default());
    for key in keys {
        let mut state = store
            .load(key)?
            .unwrap_or_else(|| EntityState::empty(key.record, key.entity));
        forget_arrived(&mut state, store)?;
        touched.insert(
            key,
            Touched {
                conflicts_before: state.conflicts(registry),
                state,
                fields: BTreeSet::new(),
                last_dot: None,
                written_by_last: Vec::new(),
            },
        );
    }
    Ok(touched)
}

/// Drops what was remembered of commits that arrived since and turned out not to write in this record.
fn forget_arrived<S: Store>(state: &mut EntityState, store: &mut S) -> Result<(), S::Error> {
    for entry in std::mem::take(&mut state.early) {
        if !store.holds(entry.0)? {
            state.early.insert(entry);
        }
    }
    Ok(())
}

impl<R: Registry, S: Store> Merge<'_, R, S> {
    fn add_commit(&mut self, commit: &ResolvedCommit) -> Result<(), S::Error> {
        self.arrived.insert(commit.dot);
        for op in &commit.ops {
            self.add_op(commit, op)?;
        }
        for key in commit.ops.iter().filter_map(ResolvedOp::key) {
            let early = &mut self.record(key).state.early;
            if !early.is_empty() {
                early.retain(|(dot, _, _)| *dot != commit.dot);
            }
        }
        Ok(())
    }

    fn add_op(&mut self, commit: &ResolvedCommit, op: &ResolvedOp) -> Result<(), S::Error> {
        let dot = commit.dot;
        let Some(key) = op.key() else {
            if matches!(op, ResolvedOp::Unknown(_)) {
                self.problems.push(Problem::UnknownOp { dot });
            }
            return Ok(());
        };
        self.record(key).start(dot);
        let parents = sorted(op.parents());
        let missing = self.missing(key, op, &parents)?;
        match op {
            ResolvedOp::Set { fields, .. } => {
                self.record(key).take_back_tombstones(&parents, &missing);
                for (field, value) in fields {
                    let replaced = self.record(key).replace(*field, &parents, &missing);
                    self.notice_odd_set(key, *field, dot, replaced);
                    self.record(key).insert_head(*field, commit, value);
                }
            }
            ResolvedOp::Add {
                field, elements, ..
            } => {
                self.notice_unless_set(key, *field, dot);
                for element in elements {
                    self.record(key).add_member(*field, element, dot);
                }
            }
            ResolvedOp::Remove {
                field, elements, ..
            } => {
                self.notice_unless_set(key, *field, dot);
                for element in elements {
                    let element = element.encode();
                    self.record(key)
                        .remove_member(*field, element, &parents, &missing);
                }
            }
            ResolvedOp::Delete { .. } => {
                let record = self.record(key);
                record.take_back_tombstones(&parents, &missing);
                record.insert_tombstone(dot, &parents);
            }
            ResolvedOp::Audit { .. } | ResolvedOp::Unknown(_) => {}
        }
        Ok(())
    }

    /// The parents that are still to come. One that is no head, but here, was replaced by somebody
    /// else, too.
    fn missing(
        &mut self,
        key: EntityKey,
        op: &ResolvedOp,
        parents: &[Dot],
    ) -> Result<Vec<Dot>, S::Error> {
        let mut missing = Vec::new();
        for parent in parents {
            // Nearly every parent is a head of the field written, which is cheaper to see than to ask.
            let stands = match op {
                ResolvedOp::Set { fields, .. } => {
                    let state = &self.record(key).state;
                    let mut heads = fields.keys().flat_map(|field| state.heads(*field));
                    heads.any(|head| head.dot == *parent)
                }
                _ => false,
            };
            if !stands && !self.arrived.contains(parent) && !self.store.holds(*parent)? {
                missing.push(*parent);
            }
        }
        Ok(missing)
    }

    fn notice_odd_set(&mut self, key: EntityKey, field: FieldId, dot: Dot, replaced: bool) {
        let kind = self.registry.kind(key.record, field);
        if kind == Some(Kind::Set) {
            self.problems.push(Problem::WrongKind { dot, key, field });
        }
        if kind == Some(Kind::Append) && replaced {
            let problem = Problem::RewroteAppend { dot, key, field };
            self.problems.push(problem);
        }
        if !self.record(key).writes_first(field) {
            self.problems.push(Problem::WroteTwice { dot, key, field });
        }
    }

    fn notice_unless_set(&mut self, key: EntityKey, field: FieldId, dot: Dot) {
        let kind = self.registry.kind(key.record, field);
        if !matches!(kind, None | Some(Kind::Set)) {
            self.problems.push(Problem::WrongKind { dot, key, field });
        }
    }

    fn record(&mut self, key: EntityKey) -> &mut Touched {
        self.touched
            .get_mut(&key)
            .expect("every record of the commits was loaded")
    }

    fn into_plan(self, merged: Vec<Dot>) -> MergePlan {
        let mut plan = MergePlan {
            problems: self.problems,
            merged,
            ..MergePlan::default()
        };
        let mut records: Vec<(EntityKey, Touched)> = self.touched.into_iter().collect();
        records.sort_unstable_by_key(|(key, _)| *key);
        for (key, record) in records {
            let before = record.conflicts_before;
            let after = record.state.conflicts(self.registry);
            let settled = before
                .iter()
                .filter(|conflict| !after.iter().any(|still| still.field == conflict.field));
            plan.settled
                .extend(settled.map(|conflict| (key, conflict.field)));
            let new = after
                .into_iter()
                .filter(|conflict| !before.contains(conflict));
            plan.conflicts.extend(new);
            plan.touched.insert(key, record.fields);
            plan.entities.push(record.state);
        }
        plan
    }
}

impl Touched {
    fn start(&mut self, dot: Dot) {
        if self.last_dot != Some(dot) {
            self.last_dot = Some(dot);
            self.written_by_last.clear();
        }
    }

    /// Whether the commit under way has not written in the field before.
    fn writes_first(&mut self, field: FieldId) -> bool {
        let first = !self.written_by_last.contains(&field);
        self.written_by_last.push(field);
        first
    }

    /// Takes away the heads among `parents` and remembers those still to come. Says whether any parent
    /// was a head or is to come.
    fn replace(&mut self, field: FieldId, parents: &[Dot], missing: &[Dot]) -> bool {
        self.remember(field, None, missing);
        let heads = self.state.fields.entry(field).or_default();
        let before = heads.len();
        heads.retain(|head| parents.binary_search(&head.dot).is_err());
        before > heads.len() || !missing.is_empty()
    }

    /// Puts up a head, unless it was replaced before it arrived. A second one of the same commit takes
    /// the place of the first.
    fn insert_head(&mut self, field: FieldId, commit: &ResolvedCommit, value: &Value) {
        self.fields.insert(field);
        let heads = self.state.fields.entry(field).or_default();
        heads.retain(|head| head.dot != commit.dot);
        if self.state.early.contains(&(commit.dot, field, None)) {
            if heads.is_empty() {
                self.state.fields.remove(&field);
            }
            return;
        }
        let order = (commit.lamport, commit.hash);
        let place = heads.partition_point(|head| (head.lamport, head.hash) < order);
        heads.insert(
            place,
            Head {
                dot: commit.dot,
                lamport: commit.lamport,
                hash: commit.hash,
                value: value.clone(),
            },
        );
    }

    fn add_member(&mut self, field: FieldId, element: &Value, dot: Dot) {
        self.fields.insert(field);
        let element = element.encode();
        let early = (dot, field, Some(element));
        if self.state.early.contains(&early) {
            return;
        }
        let key = (field, early.2.unwrap_or_default());
        let dots = self.state.members.entry(key).or_default();
        if let Err(place) = dots.binary_search(&dot) {
            dots.insert(place, dot);
        }
    }

    fn remove_member(
        &mut self,
        field: FieldId,
        element: Vec<u8>,
        parents: &[Dot],
        missing: &[Dot],
    ) {
        self.fields.insert(field);
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
            self.fields.insert(FieldId::TOMBSTONE);
        }
    }

    /// Whoever deletes has also seen what the same commit wrote.
    fn insert_tombstone(&mut self, dot: Dot, parents: &[Dot]) {
        self.fields.insert(FieldId::TOMBSTONE);
        let tombstones = &mut self.state.tombstones;
        tombstones.retain(|tombstone| tombstone.dot != dot);
        if !self.state.early.contains(&(dot, FieldId::TOMBSTONE, None)) {
            let place = tombstones.partition_point(|tombstone| tombstone.dot < dot);
            let seen = sorted(&[parents, &[dot]].concat());
            tombstones.insert(place, Tombstone { dot, seen });
        }
    }

    fn remember(&mut self, field: FieldId, element: Option<&[u8]>, missing: &[Dot]) {
        for dot in missing {
            let entry = (*dot, field, element.map(<[u8]>::to_vec));
            self.state.early.insert(entry);
        }
    }
}

fn sorted(dots: &[Dot]) -> Vec<Dot> {
    let mut dots = dots.to_vec();
    dots.sort_unstable();
    dots.dedup();
    dots
}

impl ResolvedOp {
    /// The record it writes in, if it writes in one.
    pub fn key(&self) -> Option<EntityKey> {
        match self {
            ResolvedOp::Set { record, entity, .. }
            | ResolvedOp::Add { record, entity, .. }
            | ResolvedOp::Remove { record, entity, .. }
            | ResolvedOp::Delete { record, entity, .. } => Some(EntityKey {
                record: *record,
                entity: *entity,
            }),
            ResolvedOp::Audit { .. } | ResolvedOp::Unknown(_) => None,
        }
    }

    /// The commits it replaces something of.
    pub fn parents(&self) -> &[Dot] {
        match self {
            ResolvedOp::Set { parents, .. }
            | ResolvedOp::Remove { parents, .. }
            | ResolvedOp::Delete { parents, .. } => parents,
            ResolvedOp::Add { .. } | ResolvedOp::Audit { .. } | ResolvedOp::Unknown(_) => &[],
        }
    }
}
