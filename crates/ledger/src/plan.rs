//! Merging: from what stands and some commits to what stands afterwards.
//!
//! The same routine serves a local save, an import and a rebuild. Commits may come in any order, in
//! any portions, and more than once: a commit the store holds already, or that comes twice, changes
//! nothing. A commit may also replace what has not arrived; that is remembered in
//! [`EntityState::early`].
//!
//! Commits are merged record by record: no record's outcome depends on another. Nothing is written here;
//! the caller carries the plan out.

use std::collections::{BTreeMap, BTreeSet};

use crate::record::{OpenRecord, Written};
use crate::{
    CommitHash, Conflict, Dot, EntityId, EntityState, FieldId, RecordType, Registry,
    ResolvedCommit, ResolvedOp,
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

    /// The lamport number and the hash of a commit that stands in a record: what heads are put in order
    /// by. Asked only where a field gets a second head, which hardly any does.
    ///
    /// # Errors
    /// If it cannot be read.
    fn order(&mut self, dot: Dot) -> Result<(u64, CommitHash), Self::Error>;
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

/// Something odd in a commit. It is merged all the same: others have merged it, too. It depends on the commit
/// and the registry alone.
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
    commits: Vec<ResolvedCommit>,
) -> Result<MergePlan, S::Error> {
    let mut plan = MergePlan::default();
    let (portion, mut writes) = Portion::of_unknown(store, commits, &mut plan)?;
    // Stable, so that a record's writes stay in the order of their commits.
    writes.sort_by_key(|write| write.key);
    let mut writes = writes.into_iter().peekable();
    while let Some(first) = writes.peek() {
        let key = first.key;
        let of_record = std::iter::from_fn(|| writes.next_if(|write| write.key == key));
        merge_record(registry, store, &portion, key, of_record, &mut plan)?;
    }
    Ok(plan)
}

/// One operation that writes in a record.
struct Write {
    key: EntityKey,
    /// Its commit's place in the portion.
    place: usize,
    op: ResolvedOp,
}

/// The commits of one plan, each once, without those known before.
struct Portion {
    commits: Vec<Written>,
    /// Where each stands among them, by dot.
    places: Vec<(Dot, usize)>,
}

impl Portion {
    /// The commits the store does not hold, and what they write in records.
    fn of_unknown<S: Store>(
        store: &mut S,
        commits: Vec<ResolvedCommit>,
        plan: &mut MergePlan,
    ) -> Result<(Portion, Vec<Write>), S::Error> {
        let mut given: Vec<(Dot, usize)> = Vec::with_capacity(commits.len());
        for (place, commit) in commits.iter().enumerate() {
            if !store.holds(commit.dot)? {
                given.push((commit.dot, place));
            }
        }
        given.sort_unstable();
        given.dedup_by_key(|(dot, _)| *dot);
        given.sort_unstable_by_key(|(_, place)| *place);
        let mut unknown = given.iter().map(|(_, place)| *place).peekable();
        let mut portion = Portion {
            commits: Vec::with_capacity(given.len()),
            places: Vec::with_capacity(given.len()),
        };
        let mut writes = Vec::with_capacity(given.len());
        for (at, commit) in commits.into_iter().enumerate() {
            if unknown.next_if_eq(&at).is_none() {
                continue;
            }
            let dot = commit.dot;
            let place = portion.commits.len();
            for op in commit.ops {
                if let Some(key) = op.key() {
                    writes.push(Write { key, place, op });
                } else if matches!(op, ResolvedOp::Unknown(_)) {
                    plan.problems.push(Problem::UnknownOp { dot });
                }
            }
            plan.merged.push(dot);
            portion.places.push((dot, place));
            portion.commits.push(Written {
                dot,
                order: (commit.lamport, commit.hash),
            });
        }
        portion.places.sort_unstable();
        Ok((portion, writes))
    }

    fn place(&self, dot: Dot) -> Option<usize> {
        let found = self.places.binary_search_by_key(&dot, |(dot, _)| *dot);
        found.ok().map(|found| self.places[found].1)
    }

    fn order<S: Store>(&self, store: &mut S, dot: Dot) -> Result<(u64, CommitHash), S::Error> {
        match self.place(dot) {
            Some(place) => Ok(self.commits[place].order),
            None => store.order(dot),
        }
    }
}

/// Merges the writes of one record, in the order of their commits, and puts the outcome into the plan.
fn merge_record<S: Store>(
    registry: &impl Registry,
    store: &mut S,
    portion: &Portion,
    key: EntityKey,
    writes: impl Iterator<Item = Write>,
    plan: &mut MergePlan,
) -> Result<(), S::Error> {
    let before = store.load(key)?;
    let before = before.unwrap_or_else(|| EntityState::empty(key.record, key.entity));
    let conflicts_before = before.conflicts(registry);
    let mut record = OpenRecord::new(registry, key, before);
    let mut writes = writes.peekable();
    while let Some(Write { place, op, .. }) = writes.next() {
        record.start(place, writes.peek().map(|next| next.place));
        let parents = sorted(op.parents());
        let mut missing = Vec::new();
        for parent in &parents {
            // Nearly every parent is a head of a field written, which is cheaper to see than to ask.
            let is_here = record.shows(&op, *parent)
                || match portion.place(*parent) {
                    Some(other) => other <= place,
                    None => store.holds(*parent)?,
                };
            if !is_here {
                missing.push(*parent);
            }
        }
        record.write(portion.commits[place], op, &parents, &missing, &mut |dot| {
            portion.order(store, dot)
        })?;
    }
    let (mut after, touched, problems) = record.close();
    // What has arrived by now need not be remembered; against all reason, it may have written in other
    // records only.
    for entry in std::mem::take(&mut after.early) {
        if portion.place(entry.0).is_none() && !store.holds(entry.0)? {
            after.early.insert(entry);
        }
    }
    plan.note_conflicts(key, &conflicts_before, after.conflicts(registry));
    plan.problems.extend(problems);
    plan.touched.insert(key, touched);
    plan.entities.push(after);
    Ok(())
}

impl MergePlan {
    fn note_conflicts(&mut self, key: EntityKey, before: &[Conflict], after: Vec<Conflict>) {
        let is_left = |field| after.iter().any(|conflict| conflict.field == field);
        let settled = before.iter().map(|conflict| conflict.field);
        let settled = settled.filter(|field| !is_left(*field));
        self.settled.extend(settled.map(|field| (key, field)));
        let new = after.into_iter();
        self.conflicts
            .extend(new.filter(|conflict| !before.contains(conflict)));
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
            ResolvedOp::Erase { .. } | ResolvedOp::Audit { .. } | ResolvedOp::Unknown(_) => None,
        }
    }

    /// The commits it replaces something of.
    pub fn parents(&self) -> &[Dot] {
        match self {
            ResolvedOp::Set { parents, .. }
            | ResolvedOp::Remove { parents, .. }
            | ResolvedOp::Delete { parents, .. } => parents,
            ResolvedOp::Add { .. }
            | ResolvedOp::Erase { .. }
            | ResolvedOp::Audit { .. }
            | ResolvedOp::Unknown(_) => &[],
        }
    }
}
