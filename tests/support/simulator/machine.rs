//! A laptop, or the county's own computer: a log of its own, a store, and perhaps an open form.

use std::collections::BTreeMap;

use countyline_ledger::{
    ActorId, Anchor, BlockSalts, BlockSeed, CommitBuilder, CommitHash, Dot, EntityId, EntityState,
    Error, FieldId, Header, LogId, Op, Parent, Value, chain_start,
};

use super::chance::Chance;
use super::projection::{NEEDS, RECORD};
use super::rules::{Break, Rules};
use super::stick::Run;
use super::store::CaseStore;

/// One machine.
#[derive(Debug, Clone)]
pub struct Machine<S> {
    /// What it keeps.
    pub store: S,
    /// The form on its screen.
    pub form: Option<Form>,
    log: LogId,
    seed: BlockSeed,
    written: u64,
    last: CommitHash,
    lamport: u64,
    clock_ms: i64,
}

/// A form on a screen: what the person is about to say, and what the screen showed.
#[derive(Debug, Clone)]
pub struct Form {
    entity: EntityId,
    change: Change,
    /// What a save will replace.
    pub shown: Vec<Anchor>,
}

/// What a person does to a record.
#[derive(Debug, Clone)]
pub enum Change {
    /// Fills in fields.
    Set(BTreeMap<FieldId, Value>),
    /// Adds a need.
    Add(Value),
    /// Takes a need out.
    Remove(Value),
    /// Deletes the record.
    Delete,
    /// Takes deletions back.
    Keep,
}

impl<S: CaseStore> Machine<S> {
    /// A new machine with an empty store.
    pub fn new(chance: &mut Chance, rules: Rules) -> Machine<S> {
        let log = LogId(chance.bytes());
        Machine {
            store: S::new(rules),
            form: None,
            log,
            seed: BlockSeed(chance.bytes()),
            written: 0,
            last: chain_start(log),
            lamport: 0,
            clock_ms: 0,
        }
    }

    /// Opens a form on what stands now.
    pub fn open_form(&self, entity: EntityId, change: Change) -> Form {
        let shown = self.replaced_by(entity, &change);
        Form {
            entity,
            change,
            shown,
        }
    }

    /// Saves a form. Says what was written, as the commit's name.
    ///
    /// # Errors
    /// If the store refuses it.
    pub fn save(
        &mut self,
        form: &Form,
        rules: Rules,
        clocks: &mut Chance,
    ) -> Result<(LogId, u64), Error> {
        self.let_time_pass(clocks);
        let header = Header {
            seq: self.written + 1,
            lamport: if rules.breaks(Break::ClockAsLamport) {
                self.clock_ms.unsigned_abs()
            } else {
                self.lamport + 1
            },
            wall_ms: self.clock_ms,
            actor: ActorId(self.log.0),
            action: 1,
            flags: 0,
            anchors: Vec::new(),
        };
        let lamport = header.lamport;
        let replaced = if rules.breaks(Break::FormTakesCurrentHeads) {
            self.replaced_by(form.entity, &form.change)
        } else {
            form.shown.clone()
        };
        let mut builder = CommitBuilder::new(self.log, header);
        let parents = replaced.into_iter().map(|commit| builder.parent(commit));
        let op = form.op(parents.collect());
        builder.push(op);
        let sealed = builder.seal(self.last, &self.seed)?;
        self.store.take_in(&Run {
            log: self.log,
            previous: self.last,
            head: sealed.hash,
            salts: BTreeMap::from([(0, BlockSalts::Seed(self.seed))]),
            commits: vec![sealed.commit.bytes().to_vec()],
        })?;
        self.written += 1;
        self.last = sealed.hash;
        self.lamport = self.lamport.max(lamport);
        Ok((self.log, self.written))
    }

    /// Takes in one run of a stick.
    ///
    /// # Errors
    /// If the store refuses it.
    pub fn take_in(&mut self, run: &Run) -> Result<(), Error> {
        self.store.take_in(run)?;
        let highest = self.store.commits().into_iter();
        let highest = highest.map(|(_, _, commit)| commit.header().lamport).max();
        self.lamport = self.lamport.max(highest.unwrap_or(0));
        Ok(())
    }

    fn replaced_by(&self, entity: EntityId, change: &Change) -> Vec<Anchor> {
        let state: EntityState = self.store.state(entity);
        let dots: Vec<Dot> = match change {
            Change::Set(fields) => {
                let heads = state.head_dots(fields.keys().copied());
                heads.into_iter().collect()
            }
            Change::Add(_) => Vec::new(),
            Change::Remove(need) => state.member_dots(NEEDS, need).to_vec(),
            Change::Delete => state.all_heads().into_iter().collect(),
            Change::Keep => {
                let tombstones = state.tombstones.iter();
                tombstones.map(|tombstone| tombstone.dot).collect()
            }
        };
        dots.into_iter().map(|dot| self.store.anchor(dot)).collect()
    }

    /// Clocks of patrol laptops stand still, run, and jump by years.
    fn let_time_pass(&mut self, clocks: &mut Chance) {
        if clocks.percent(10) {
            self.clock_ms = clocks.below(1 << 41) as i64;
        }
        self.clock_ms += clocks.below(100_000) as i64;
    }
}

impl Form {
    fn op(&self, parents: Vec<Parent>) -> Op {
        let (record, entity) = (RECORD, self.entity);
        match self.change.clone() {
            Change::Set(fields) => Op::Set {
                record,
                entity,
                parents,
                fields,
            },
            Change::Keep => Op::Set {
                record,
                entity,
                parents,
                fields: BTreeMap::new(),
            },
            Change::Add(need) => Op::Add {
                record,
                entity,
                field: NEEDS,
                elements: vec![need],
            },
            Change::Remove(need) => Op::Remove {
                record,
                entity,
                field: NEEDS,
                elements: vec![need],
                parents,
            },
            Change::Delete => Op::Delete {
                record,
                entity,
                parents,
            },
        }
    }
}
