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
use std::iter::Peekable;

use crate::record::{OpenRecord, Touched, Written};
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

/// What merging makes of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordPlan {
    /// The record as it stands afterwards.
    pub state: EntityState,
    /// The fields written in, in ascending order; [`FieldId::TOMBSTONE`] where a deletion was made or taken
    /// back.
    pub touched: Touched,
    /// Its conflicts that are new, or have other heads than before.
    pub conflicts: Vec<Conflict>,
    /// Its fields that are in conflict no longer.
    pub settled: Vec<FieldId>,
    /// What somebody should look at, though it was merged.
    pub problems: Vec<Problem>,
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
    let mut records = plan_records(store, commits)?;
    let mut plan = MergePlan {
        problems: std::mem::take(&mut records.problems),
        merged: std::mem::take(&mut records.merged),
        ..MergePlan::default()
    };
    while let Some(record) = records.next(registry, store)? {
        plan.add(record);
    }
    Ok(plan)
}

/// Begins to merge `commits` into what `store` holds, as [`plan_merge`] does, but record by record: whoever
/// carries the plan out need not hold all of it at once.
///
/// # Errors
/// Only those of the store.
pub fn plan_records<S: Store>(
    store: &mut S,
    commits: Vec<ResolvedCommit>,
) -> Result<RecordPlans, S::Error> {
    let mut unknown = unknown(store, &commits)?.into_iter().peekable();
    let mut plans = RecordPlans {
        portion: Portion::default(),
        writes: Vec::new().into_iter().peekable(),
        problems: Vec::new(),
        merged: Vec::new(),
    };
    let mut writes = Vec::with_capacity(commits.len());
    for (at, commit) in commits.into_iter().enumerate() {
        if unknown.next_if_eq(&at).is_none() {
            continue;
        }
        let dot = commit.dot;
        let place = plans.portion.add(Written {
            dot,
            order: (commit.lamport, commit.hash),
        });
        for op in commit.ops {
            if let Some(key) = op.key() {
                writes.push(Write { key, place, op });
            } else if matches!(op, ResolvedOp::Unknown(_)) {
                plans.problems.push(Problem::UnknownOp { dot });
            }
        }
        plans.merged.push(dot);
    }
    plans.portion.places.sort_unstable();
    // Stable, so that a record's writes stay in the order of their commits.
    writes.sort_by_cached_key(|write| write.key);
    plans.writes = writes.into_iter().peekable();
    Ok(plans)
}

/// The places of the commits the store does not hold, each commit once.
fn unknown<S: Store>(store: &mut S, commits: &[ResolvedCommit]) -> Result<Vec<usize>, S::Error> {
    let mut given: Vec<(Dot, usize)> = Vec::with_capacity(commits.len());
    for (place, commit) in commits.iter().enumerate() {
        if !store.holds(commit.dot)? {
            given.push((commit.dot, place));
        }
    }
    given.sort_unstable();
    given.dedup_by_key(|(dot, _)| *dot);
    let mut places: Vec<usize> = given.into_iter().map(|(_, place)| place).collect();
    places.sort_unstable();
    Ok(places)
}

/// A merge under way: see [`plan_records`].
pub struct RecordPlans {
    portion: Portion,
    /// By record, and within one in the order of their commits.
    writes: Peekable<std::vec::IntoIter<Write>>,
    /// What is odd in operations that write in no record.
    pub problems: Vec<Problem>,
    /// The commits merged, in the order given: those the store did not hold.
    pub merged: Vec<Dot>,
}

/// One operation that writes in a record.
struct Write {
    key: EntityKey,
    /// Its commit's place in the portion.
    place: usize,
    op: ResolvedOp,
}

/// The commits of one plan, each once, without those known before.
#[derive(Default)]
struct Portion {
    commits: Vec<Written>,
    /// Where each stands among them, by dot.
    places: Vec<(Dot, usize)>,
}

impl Portion {
    fn add(&mut self, commit: Written) -> usize {
        let place = self.commits.len();
        self.places.push((commit.dot, place));
        self.commits.push(commit);
        place
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

impl RecordPlans {
    /// What becomes of the next record, in ascending order of their keys; `None` after the last. It depends
    /// on no other record, so it may be written down before the next is asked for.
    ///
    /// # Errors
    /// Only those of the store.
    pub fn next<S: Store>(
        &mut self,
        registry: &impl Registry,
        store: &mut S,
    ) -> Result<Option<RecordPlan>, S::Error> {
        let Some(key) = self.writes.peek().map(|write| write.key) else {
            return Ok(None);
        };
        let before = store.load(key)?;
        let before = before.unwrap_or_else(|| EntityState::empty(key.record, key.entity));
        let conflicts_before = before.conflicts(registry);
        let mut record = OpenRecord::new(registry, key, before);
        while let Some(write) = self.writes.next_if(|write| write.key == key) {
            let next = self.writes.peek().filter(|next| next.key == key);
            record.start(write.place, next.map(|next| next.place));
            write_one(store, &self.portion, &mut record, write)?;
        }
        let (mut state, touched, problems) = record.close();
        // What has arrived by now need not be remembered; against all reason, it may have written in other
        // records only.
        for entry in std::mem::take(&mut state.early) {
            if self.portion.place(entry.0).is_none() && !store.holds(entry.0)? {
                state.early.insert(entry);
            }
        }
        let mut conflicts = state.conflicts(registry);
        let is_left = |field| conflicts.iter().any(|conflict| conflict.field == field);
        let settled = conflicts_before.iter().map(|conflict| conflict.field);
        let settled = settled.filter(|field| !is_left(*field)).collect();
        conflicts.retain(|conflict| !conflicts_before.contains(conflict));
        Ok(Some(RecordPlan {
            state,
            touched,
            conflicts,
            settled,
            problems,
        }))
    }
}

/// Merges one operation into its record.
fn write_one<S: Store, R: Registry>(
    store: &mut S,
    portion: &Portion,
    record: &mut OpenRecord<'_, R>,
    write: Write,
) -> Result<(), S::Error> {
    let Write { place, mut op, .. } = write;
    let mut parents = op.take_parents();
    parents.sort_unstable();
    parents.dedup();
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
    })
}

impl MergePlan {
    fn add(&mut self, record: RecordPlan) {
        let key = EntityKey {
            record: record.state.record,
            entity: record.state.id,
        };
        self.conflicts.extend(record.conflicts);
        let settled = record.settled.into_iter();
        self.settled.extend(settled.map(|field| (key, field)));
        self.problems.extend(record.problems);
        self.touched
            .insert(key, record.touched.into_iter().collect());
        self.entities.push(record.state);
    }
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

    fn take_parents(&mut self) -> Vec<Dot> {
        match self {
            ResolvedOp::Set { parents, .. }
            | ResolvedOp::Remove { parents, .. }
            | ResolvedOp::Delete { parents, .. } => std::mem::take(parents),
            ResolvedOp::Add { .. }
            | ResolvedOp::Erase { .. }
            | ResolvedOp::Audit { .. }
            | ResolvedOp::Unknown(_) => Vec::new(),
        }
    }
}
