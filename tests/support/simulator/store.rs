//! Where a machine keeps its commits and what stands.

use std::collections::BTreeMap;
use std::convert::Infallible;

use countyline_ledger::{
    Anchor, BlockSalts, Commit, CommitHash, Deletion, Dot, EntityId, EntityKey, EntityState,
    FieldId, LogId, ParentRef, ResolvedCommit, ResolvedOp, Shown, Store, Value, plan_merge,
    resolve_commit, verify_chain_to,
};

use super::projection::{Casework, CommitName, RECORD};
use super::rules::{Break, Rules};
use super::stick::Run;

/// What a machine needs of a store. One store belongs to one machine.
pub trait CaseStore {
    /// An empty store.
    fn new(rules: Rules) -> Self;

    /// Verifies a run and merges it. Nothing of a run that does not verify is taken in.
    ///
    /// # Errors
    /// Why it was refused.
    fn take_in(&mut self, run: &Run) -> Result<(), countyline_ledger::Error>;

    /// Everything held, in runs of at most `longest` commits, in the order of logs.
    fn runs(&self, longest: usize) -> Vec<Run>;

    /// Every commit held, with its log and hash.
    fn commits(&self) -> Vec<(LogId, CommitHash, Commit)>;

    /// The records something was written in.
    fn records(&self) -> Vec<EntityId>;

    /// What stands in a record.
    fn state(&self, entity: EntityId) -> EntityState;

    /// Which commit a dot of this store means, held or not.
    fn name(&self, dot: Dot) -> CommitName;

    /// Which commit a dot is that stands in a record.
    fn anchor(&self, dot: Dot) -> Anchor;

    /// The lamport number of a commit that stands in a record.
    fn lamport(&self, dot: Dot) -> u64;

    /// What a screen shows of a field.
    fn shown(&self, state: &EntityState, field: FieldId) -> Option<Shown>;

    /// Whether a screen shows a record as deleted.
    fn deleted(&self, state: &EntityState) -> Deletion;
}

/// A store in memory.
#[derive(Debug, Clone)]
pub struct MemoryStore {
    rules: Rules,
    logs: Vec<LogId>,
    salts: BTreeMap<LogId, BTreeMap<u64, BlockSalts>>,
    commits: BTreeMap<Dot, Held>,
    records: BTreeMap<EntityKey, EntityState>,
}

#[derive(Debug, Clone)]
struct Held {
    previous: CommitHash,
    hash: CommitHash,
    commit: Commit,
}

impl CaseStore for MemoryStore {
    fn new(rules: Rules) -> MemoryStore {
        MemoryStore {
            rules,
            logs: Vec::new(),
            salts: BTreeMap::new(),
            commits: BTreeMap::new(),
            records: BTreeMap::new(),
        }
    }

    fn take_in(&mut self, run: &Run) -> Result<(), countyline_ledger::Error> {
        let commits: Vec<Commit> = run
            .commits
            .iter()
            .map(|bytes| Commit::decode(bytes.as_slice()))
            .collect::<Result<_, _>>()?;
        let hashes = verify_chain_to(run.head, run.previous, &run.salts, &commits)?;
        let mut resolved = Vec::new();
        for (commit, hash) in commits.iter().zip(&hashes) {
            resolved.push(self.resolve(run.log, commit, *hash)?);
        }
        let dots: Vec<Dot> = resolved.iter().map(|commit| commit.dot).collect();
        self.merge(resolved);
        self.salts
            .entry(run.log)
            .or_default()
            .extend(run.salts.clone());
        let mut previous = run.previous;
        for ((commit, hash), dot) in commits.into_iter().zip(hashes).zip(dots) {
            self.commits.insert(
                dot,
                Held {
                    previous,
                    hash,
                    commit,
                },
            );
            previous = hash;
        }
        Ok(())
    }

    fn runs(&self, longest: usize) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut next = None;
        for (dot, held) in &self.commits {
            let log = self.logs[dot.log_rid() as usize];
            let follows = next == Some((dot.log_rid(), dot.seq()));
            match runs.last_mut() {
                Some(run) if follows && run.commits.len() < longest => {
                    run.commits.push(held.commit.bytes().to_vec());
                    run.head = held.hash;
                }
                _ => runs.push(Run {
                    log,
                    previous: held.previous,
                    head: held.hash,
                    salts: self.salts[&log].clone(),
                    commits: vec![held.commit.bytes().to_vec()],
                }),
            }
            next = Some((dot.log_rid(), dot.seq() + 1));
        }
        runs.sort_by_key(|run| run.log);
        runs
    }

    fn commits(&self) -> Vec<(LogId, CommitHash, Commit)> {
        let held = self.commits.iter();
        held.map(|(dot, held)| {
            let log = self.logs[dot.log_rid() as usize];
            (log, held.hash, held.commit.clone())
        })
        .collect()
    }

    fn records(&self) -> Vec<EntityId> {
        self.records.keys().map(|key| key.entity).collect()
    }

    fn state(&self, entity: EntityId) -> EntityState {
        let state = self.records.get(&record_of(entity)).cloned();
        state.unwrap_or_else(|| EntityState::empty(RECORD, entity))
    }

    fn name(&self, dot: Dot) -> CommitName {
        (self.logs[dot.log_rid() as usize], dot.seq())
    }

    fn anchor(&self, dot: Dot) -> Anchor {
        let (log, seq) = self.name(dot);
        Anchor {
            log,
            seq,
            hash: self.commits[&dot].hash,
        }
    }

    fn lamport(&self, dot: Dot) -> u64 {
        self.commits[&dot].commit.header().lamport
    }

    fn shown(&self, state: &EntityState, field: FieldId) -> Option<Shown> {
        let shown = state.shown(&Casework, field)?;
        let heads = state.heads(field);
        if self.rules.breaks(Break::ProtectiveByTime) && !heads.is_empty() {
            let last = heads.len() - 1;
            return Some(Shown {
                value: heads[last].value.clone(),
                head: Some(last),
                ..shown
            });
        }
        Some(shown)
    }

    fn deleted(&self, state: &EntityState) -> Deletion {
        match state.deleted() {
            Deletion::DeletedWhileEdited if self.rules.breaks(Break::DeletionHidesEdits) => {
                Deletion::Hidden
            }
            deletion => deletion,
        }
    }
}

impl MemoryStore {
    fn resolve(
        &mut self,
        log: LogId,
        commit: &Commit,
        hash: CommitHash,
    ) -> Result<ResolvedCommit, countyline_ledger::Error> {
        let log_rid = self.log_rid(log);
        let dot = Dot::new(log_rid, commit.header().seq);
        resolve_commit(commit, dot, hash, |parent| {
            Some(match parent {
                ParentRef::Own(seq) => Dot::new(log_rid, seq),
                ParentRef::Foreign(anchor) => Dot::new(self.log_rid(anchor.log), anchor.seq),
            })
        })
    }

    /// Logs are numbered as they are first heard of, so every machine numbers them otherwise.
    fn log_rid(&mut self, log: LogId) -> u32 {
        let known = self.logs.iter().position(|known| *known == log);
        let place = known.unwrap_or_else(|| {
            self.logs.push(log);
            self.logs.len() - 1
        });
        u32::try_from(place).expect("a run has a handful of logs")
    }

    fn merge(&mut self, commits: Vec<ResolvedCommit>) {
        let removed: Vec<_> = commits.iter().flat_map(removed_elements).collect();
        let Ok(plan) = plan_merge(&Casework, self, commits);
        for state in plan.entities {
            self.records.insert(record_of(state.id), state);
        }
        self.break_rules(removed);
    }

    fn break_rules(&mut self, removed: Vec<(EntityId, FieldId, Vec<u8>)>) {
        match self.rules.broken {
            Some(Break::LastWriterWins) => {
                for heads in self
                    .records
                    .values_mut()
                    .flat_map(|r| r.fields.values_mut())
                {
                    heads.drain(..heads.len() - 1);
                }
            }
            Some(Break::ForgetEarlyReplacements) => {
                self.records.values_mut().for_each(|r| r.early.clear());
            }
            Some(Break::RemovalTakesAll) => {
                for (entity, field, element) in removed {
                    if let Some(record) = self.records.get_mut(&record_of(entity)) {
                        record.members.remove(&(field, element));
                    }
                }
            }
            _ => {}
        }
    }
}

impl Store for MemoryStore {
    type Error = Infallible;

    fn holds(&mut self, dot: Dot) -> Result<bool, Infallible> {
        Ok(self.commits.contains_key(&dot) && !self.rules.breaks(Break::MergeRepeats))
    }

    fn load(&mut self, key: EntityKey) -> Result<Option<EntityState>, Infallible> {
        Ok(self.records.get(&key).cloned())
    }

    fn order(&mut self, dot: Dot) -> Result<(u64, CommitHash), Infallible> {
        Ok((self.lamport(dot), self.anchor(dot).hash))
    }
}

fn removed_elements(commit: &ResolvedCommit) -> Vec<(EntityId, FieldId, Vec<u8>)> {
    let mut removed = Vec::new();
    for op in &commit.ops {
        if let ResolvedOp::Remove {
            entity,
            field,
            elements,
            ..
        } = op
        {
            let encoded = elements.iter().map(Value::encode);
            removed.extend(encoded.map(|element| (*entity, *field, element)));
        }
    }
    removed
}

fn record_of(entity: EntityId) -> EntityKey {
    EntityKey {
        record: RECORD,
        entity,
    }
}
