//! One run: who does what when, and what becomes of the sticks.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{EntityId, Value};

use super::chance::Chance;
use super::checks::{self, Failure};
use super::machine::{Change, Form, Machine};
use super::projection::{
    CONTACT, Casework, CommitName, NAME, SAFE, SAFE_MEMBER, SAFETY, STAGE, STAGES,
};
use super::rules::Rules;
use super::stick::Stick;
use super::store::CaseStore;

/// The county's place among the machines.
const COUNTY: usize = 0;

/// What happened in a run.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Commits written.
    pub commits: usize,
    /// Sticks that arrived.
    pub sticks_taken_in: usize,
    /// Sticks that never arrived.
    pub sticks_lost: usize,
    /// Forms saved after something was taken in.
    pub forms_saved_late: usize,
    /// Conflicts left at the end.
    pub conflicts: usize,
}

impl Counts {
    /// Adds what happened in another run.
    pub fn add(&mut self, other: Counts) {
        self.commits += other.commits;
        self.sticks_taken_in += other.sticks_taken_in;
        self.sticks_lost += other.sticks_lost;
        self.forms_saved_late += other.forms_saved_late;
        self.conflicts += other.conflicts;
    }
}

/// The county and its laptops.
#[derive(Debug, Clone)]
pub struct World<S> {
    /// The county first, then the laptops.
    pub machines: Vec<Machine<S>>,
    /// What the person who wrote each commit had on the screen.
    pub shown_to_writers: BTreeMap<CommitName, BTreeSet<CommitName>>,
    /// What happened so far.
    pub counts: Counts,
    /// Everything but the clocks.
    pub chance: Chance,
    /// The rules of this run.
    pub rules: Rules,
    clocks: Chance,
    sticks: Vec<Stick>,
}

impl<S: CaseStore + Clone> World<S> {
    /// A county with two to five laptops, nothing written yet.
    pub fn new(seed: u64, rules: Rules, clocks: Chance) -> World<S> {
        let mut chance = Chance::new(seed);
        let laptops = 2 + chance.below(4);
        let machines = (0..=laptops).map(|_| Machine::new(&mut chance, rules));
        World {
            machines: machines.collect(),
            shown_to_writers: BTreeMap::new(),
            counts: Counts::default(),
            rules,
            clocks,
            sticks: Vec::new(),
            chance,
        }
    }

    /// Some weeks of work, each machine checked now and then.
    ///
    /// # Errors
    /// The first invariant that does not hold.
    pub fn work(&mut self) -> Result<(), Failure> {
        for _ in 0..40 + self.chance.below(120) {
            self.step()?;
            if self.chance.percent(5) {
                let machine = self.any_machine();
                checks::matches_the_fold(&self.machines[machine].store)?;
            }
        }
        Ok(())
    }

    /// Every machine's work reaches every other, over the county.
    ///
    /// # Errors
    /// If something is refused.
    pub fn exchange_everything(&mut self) -> Result<(), Failure> {
        for laptop in 1..self.machines.len() {
            let runs = self.machines[laptop].store.runs(usize::MAX);
            self.deliver(Stick { to: COUNTY, runs })?;
        }
        for laptop in 1..self.machines.len() {
            let runs = self.machines[COUNTY].store.runs(usize::MAX);
            self.deliver(Stick { to: laptop, runs })?;
        }
        self.counts.conflicts = self.conflicts_at_the_county();
        Ok(())
    }

    fn step(&mut self) -> Result<(), Failure> {
        let machine = self.any_machine();
        match self.chance.below(100) {
            0..40 => {
                let form = self.fill_in_form(machine);
                self.save(machine, &form)
            }
            40..50 => {
                self.machines[machine].form = Some(self.fill_in_form(machine));
                Ok(())
            }
            50..60 => match self.machines[machine].form.take() {
                Some(form) => {
                    self.counts.forms_saved_late += 1;
                    self.save(machine, &form)
                }
                None => Ok(()),
            },
            60..78 => {
                self.pack_stick();
                Ok(())
            }
            _ => self.something_becomes_of_a_stick(),
        }
    }

    fn any_machine(&mut self) -> usize {
        self.chance.below(self.machines.len())
    }

    fn fill_in_form(&mut self, machine: usize) -> Form {
        let entity = EntityId([self.chance.below(3) as u8; 16]);
        let chance = &mut self.chance;
        let need = Value::text(chance.one_of(&["food", "shelter", "transport"]));
        let change = match chance.below(20) {
            0..12 => {
                let fields = (0..1 + chance.below(2)).map(|_| fill_in_field(chance));
                Change::Set(fields.collect())
            }
            12..15 => Change::Add(need),
            15..17 => Change::Remove(need),
            17..19 => Change::Delete,
            _ => Change::Keep,
        };
        self.machines[machine].open_form(entity, change)
    }

    fn save(&mut self, machine: usize, form: &Form) -> Result<(), Failure> {
        let saved = self.machines[machine].save(form, self.rules, &mut self.clocks);
        let commit = saved.map_err(Failure::refused)?;
        let shown = form.shown.iter().map(|anchor| (anchor.log, anchor.seq));
        self.shown_to_writers.insert(commit, shown.collect());
        self.counts.commits += 1;
        Ok(())
    }

    /// A laptop packs for the county, or the county for a laptop; all it has, or the later part, in
    /// runs of any length and any order.
    fn pack_stick(&mut self) {
        let laptop = 1 + self.chance.below(self.machines.len() - 1);
        let (from, to) = if self.chance.percent(50) {
            (laptop, COUNTY)
        } else {
            (COUNTY, laptop)
        };
        let longest = 1 + self.chance.below(6);
        let mut runs = self.machines[from].store.runs(longest);
        if self.chance.percent(40) {
            self.chance.shuffle(&mut runs);
        }
        if self.chance.percent(30) && !runs.is_empty() {
            let left_out = self.chance.below(runs.len());
            runs.drain(..left_out);
        }
        self.sticks.push(Stick { to, runs });
    }

    /// A stick, perhaps an old one, is lost, arrives, or arrives and is kept to arrive again.
    fn something_becomes_of_a_stick(&mut self) -> Result<(), Failure> {
        if self.sticks.is_empty() {
            return Ok(());
        }
        let place = self.chance.below(self.sticks.len());
        match self.chance.below(10) {
            0..2 => {
                self.sticks.remove(place);
                self.counts.sticks_lost += 1;
                Ok(())
            }
            2..5 => self.deliver(self.sticks[place].clone()),
            _ => {
                let stick = self.sticks.remove(place);
                self.deliver(stick)
            }
        }
    }

    fn deliver(&mut self, stick: Stick) -> Result<(), Failure> {
        self.counts.sticks_taken_in += 1;
        for run in &stick.runs {
            let taken_in = self.machines[stick.to].take_in(run);
            taken_in.map_err(Failure::refused)?;
        }
        Ok(())
    }

    fn conflicts_at_the_county(&self) -> usize {
        let county = &self.machines[COUNTY].store;
        let records = county.records().into_iter();
        records
            .map(|entity| county.state(entity).conflicts(&Casework).len())
            .sum()
    }
}

fn fill_in_field(chance: &mut Chance) -> (countyline_ledger::FieldId, Value) {
    let safety = Value::text(chance.one_of(SAFETY));
    match chance.below(4) {
        0 => {
            let name = chance.one_of(&["Ann Example", " ann example", "Anne Example"]);
            (NAME, name.into())
        }
        1 => (SAFE, safety),
        2 => {
            let number = Value::text(chance.one_of(&["555-0100", "555-0199"]));
            let members = BTreeMap::from([(1, number), (SAFE_MEMBER, safety)]);
            (CONTACT, Value::Map(members))
        }
        _ => (STAGE, chance.one_of(STAGES).into()),
    }
}
