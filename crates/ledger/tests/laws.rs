//! Merging is a function of the set of commits: any order, any portions, any repeats.
//!
//! What it should give is worked out a second time here, the slow and plain way.

#![allow(clippy::unwrap_used)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{
    CommitHash, Conflict, Dot, EntityKey, EntityState, FieldId, Head, ResolvedCommit, ResolvedOp,
    Tombstone, Value,
};
use proptest::prelude::*;
use proptest::sample::Index;
use support::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn order_portions_and_repeats_do_not_matter(
        (commits, shuffled) in history().prop_flat_map(|h| (Just(h.clone()), Just(h).prop_shuffle())),
        cuts in prop::collection::vec(any::<Index>(), 0..6),
        repeats in prop::collection::vec(any::<Index>(), 0..6),
    ) {
        let at_once = Memory::of(&commits);
        let mut in_portions = Memory::default();
        for portion in portions(&shuffled, &cuts) {
            in_portions.merge(portion);
            for repeat in &repeats {
                let known = &shuffled[..=repeat.index(shuffled.len())];
                let known: Vec<_> = known.iter().filter(|c| in_portions.held.contains_key(&c.dot)).cloned().collect();
                let before = in_portions.clone();
                in_portions.merge(&known);
                prop_assert_eq!(&in_portions, &before);
            }
        }
        prop_assert_eq!(&in_portions.held, &at_once.held);
        prop_assert_eq!(without_stale(&in_portions), without_stale(&at_once));
    }

    #[test]
    fn merging_step_by_step_gives_what_the_whole_set_says(
        shuffled in history().prop_shuffle(),
        cuts in prop::collection::vec(any::<Index>(), 0..6),
        missing in any::<Index>(),
    ) {
        // Some commits never arrive: what replaces them does all the same.
        let arrived = &shuffled[..=missing.index(shuffled.len())];
        let mut memory = Memory::default();
        for portion in portions(arrived, &cuts) {
            memory.merge(portion);
        }
        prop_assert_eq!(without_stale(&memory), fold(arrived));
    }

    #[test]
    fn an_inbox_kept_by_plans_holds_exactly_the_conflicts_there_are(
        shuffled in history().prop_shuffle(),
        cuts in prop::collection::vec(any::<Index>(), 0..6),
    ) {
        let mut memory = Memory::default();
        let mut inbox: BTreeMap<(EntityKey, FieldId), Conflict> = BTreeMap::new();
        for portion in portions(&shuffled, &cuts) {
            let plan = memory.merge(portion);
            for settled in plan.settled {
                inbox.remove(&settled);
            }
            for conflict in plan.conflicts {
                let key = EntityKey { record: conflict.record, entity: conflict.entity };
                inbox.insert((key, conflict.field), conflict);
            }
        }
        let mut expected: Vec<Conflict> = memory.records.values().flat_map(|r| r.conflicts(&Casework)).collect();
        expected.sort();
        let mut kept: Vec<Conflict> = inbox.into_values().collect();
        kept.sort();
        prop_assert_eq!(kept, expected);
    }
}

/// Up to thirty commits of three logs. Parents are any earlier commits, sensible or not.
fn history() -> impl Strategy<Value = Vec<ResolvedCommit>> {
    prop::collection::vec(
        (0u32..3, 0u64..4, prop::collection::vec(draft(), 1..4)),
        1..30,
    )
    .prop_map(|drafts| {
        let mut commits: Vec<ResolvedCommit> = Vec::new();
        let mut next_seq = [1u64; 3];
        for (log, lamport, ops) in drafts {
            let seq = next_seq[log as usize];
            next_seq[log as usize] += 1;
            let mut hash = [0; 32];
            hash[0] = u8::try_from(seq * 37 % 251).unwrap();
            hash[1] = u8::try_from(log).unwrap();
            hash[2] = u8::try_from(seq).unwrap();
            let earlier: Vec<Dot> = commits.iter().map(|commit| commit.dot).collect();
            commits.push(ResolvedCommit {
                dot: Dot::new(log, seq),
                lamport,
                hash: CommitHash(hash),
                ops: ops.iter().map(|draft| draft.op(&earlier)).collect(),
            });
        }
        commits
    })
}

#[derive(Debug, Clone)]
struct Draft {
    what: u8,
    victim: u8,
    fields: Vec<u16>,
    value: u8,
    parents: Vec<Index>,
}

fn draft() -> impl Strategy<Value = Draft> {
    (
        0u8..8,
        1u8..3,
        prop::collection::vec(1u16..12, 0..3),
        0u8..4,
        prop::collection::vec(any::<Index>(), 0..4),
    )
        .prop_map(|(what, victim, fields, value, parents)| Draft {
            what,
            victim,
            fields,
            value,
            parents,
        })
}

impl Draft {
    fn op(&self, earlier: &[Dot]) -> ResolvedOp {
        let parents: Vec<Dot> = self
            .parents
            .iter()
            .filter(|_| !earlier.is_empty())
            .map(|parent| earlier[parent.index(earlier.len())])
            .collect();
        let value = Value::text(["no", "ask", "sent", "declined"][usize::from(self.value)]);
        let (record, entity) = (VICTIM, victim(self.victim));
        match self.what {
            0..4 => ResolvedOp::Set {
                record,
                entity,
                parents,
                fields: self
                    .fields
                    .iter()
                    .map(|f| (FieldId(*f), value.clone()))
                    .collect(),
            },
            4 => ResolvedOp::Add {
                record,
                entity,
                field: NEEDS,
                elements: vec![value],
            },
            5 => ResolvedOp::Remove {
                record,
                entity,
                field: NEEDS,
                elements: vec![value],
                parents,
            },
            6 => ResolvedOp::Delete {
                record,
                entity,
                parents,
            },
            _ => ResolvedOp::Audit {
                what: 1,
                entity: Some(entity),
                detail: value,
            },
        }
    }
}

fn portions<'a>(commits: &'a [ResolvedCommit], cuts: &[Index]) -> Vec<&'a [ResolvedCommit]> {
    let mut places: Vec<usize> = cuts
        .iter()
        .map(|cut| cut.index(commits.len() + 1))
        .collect();
    places.extend([0, commits.len()]);
    places.sort_unstable();
    places
        .windows(2)
        .map(|pair| &commits[pair[0]..pair[1]])
        .collect()
}

/// The states without what was remembered of commits that came and, having named no sensible parent,
/// turned out to concern other records.
fn without_stale(memory: &Memory) -> BTreeMap<EntityKey, EntityState> {
    let mut records = memory.records.clone();
    for state in records.values_mut() {
        state
            .early
            .retain(|(dot, _, _)| !memory.held.contains_key(dot));
    }
    records
}

/// What a set of commits says, from the definition: an assertion stands unless one names it as parent.
fn fold(commits: &[ResolvedCommit]) -> BTreeMap<EntityKey, EntityState> {
    let orders: BTreeMap<Dot, (u64, CommitHash)> = commits
        .iter()
        .map(|commit| (commit.dot, (commit.lamport, commit.hash)))
        .collect();
    let mut replaced: BTreeSet<(EntityKey, Dot, FieldId, Option<Vec<u8>>)> = BTreeSet::new();
    let mut records: BTreeMap<EntityKey, EntityState> = BTreeMap::new();
    for (_, key, op) in writing_ops(commits) {
        records
            .entry(key)
            .or_insert_with(|| EntityState::empty(key.record, key.entity));
        let mut replaces = |field: FieldId, element: Option<Vec<u8>>| {
            for parent in op.parents() {
                replaced.insert((key, *parent, field, element.clone()));
            }
        };
        match op {
            ResolvedOp::Set { fields, .. } => {
                fields.fields().for_each(|field| replaces(field, None));
                replaces(FieldId::TOMBSTONE, None);
            }
            ResolvedOp::Remove {
                field, elements, ..
            } => {
                elements
                    .iter()
                    .for_each(|element| replaces(*field, Some(element.encode())));
            }
            ResolvedOp::Delete { .. } => replaces(FieldId::TOMBSTONE, None),
            _ => {}
        }
    }
    for (commit, key, op) in writing_ops(commits) {
        let state = records.get_mut(&key).unwrap();
        let dot = commit.dot;
        let stands =
            |field, element: Option<Vec<u8>>| !replaced.contains(&(key, dot, field, element));
        match op {
            ResolvedOp::Set { fields, .. } => {
                for (field, value) in fields.iter().filter(|(field, _)| stands(*field, None)) {
                    let heads = state.fields.get_or_default(field);
                    heads.retain(|head| head.dot != dot);
                    let value = value.clone();
                    heads.push(Head { dot, value });
                    heads.sort_by_key(|head| orders[&head.dot]);
                }
            }
            ResolvedOp::Add {
                field, elements, ..
            } => {
                for element in elements.iter().map(Value::encode) {
                    if stands(*field, Some(element.clone())) {
                        let dots = state.members.entry((*field, element)).or_default();
                        dots.push(dot);
                        dots.sort();
                        dots.dedup();
                    }
                }
            }
            ResolvedOp::Delete { parents, .. } if stands(FieldId::TOMBSTONE, None) => {
                let seen: BTreeSet<Dot> = parents.iter().copied().chain([dot]).collect();
                state.tombstones.retain(|tombstone| tombstone.dot != dot);
                state.tombstones.push(Tombstone {
                    dot,
                    seen: seen.into_iter().collect(),
                });
                state.tombstones.sort_by_key(|tombstone| tombstone.dot);
            }
            _ => {}
        }
    }
    for (key, dot, field, element) in replaced {
        if !orders.contains_key(&dot) {
            let state = records.get_mut(&key).unwrap();
            state.early.insert((dot, field, element));
        }
    }
    records
}

fn writing_ops(
    commits: &[ResolvedCommit],
) -> impl Iterator<Item = (&ResolvedCommit, EntityKey, &ResolvedOp)> {
    commits.iter().flat_map(|commit| {
        let ops = commit.ops.iter();
        ops.filter_map(move |op| op.key().map(|key| (commit, key, op)))
    })
}
