//! Machines whose programs know different things: who runs which, what the newer ones write, and updates in the
//! middle of the run.

use countyline_core::testing::program::{LATER, Later, Program};

use super::chance::Chance;
use super::checks::{self, Failure, refused};
use super::deeds::Form;
use super::world::{COUNTY, World};

/// Of a hundred runs, those in which programs differ.
const RUNS: usize = 30;

/// What a run begins with.
pub struct Beginning {
    /// How many laptops there are.
    pub laptops: usize,
    /// Where every decision of the run comes from.
    pub chance: Chance,
    /// As [`World::programs`].
    pub programs: Option<Chance>,
}

impl Beginning {
    /// What the run of this seed begins with.
    pub fn of(seed: u64) -> Beginning {
        let mut chance = Chance::new(seed);
        let laptops = 2 + chance.below(4);
        let mut programs = Chance::new(!seed);
        Beginning {
            laptops,
            chance,
            programs: programs.percent(RUNS).then_some(programs),
        }
    }

    /// The program that makes the offices: where programs differ, the oldest.
    pub fn made_by(&self) -> Option<Program> {
        self.programs.as_ref().map(|_| Program::First)
    }
}

impl World {
    /// The program a machine runs at first. The county's is older than the first laptop's, or newer.
    pub(super) fn first_program_of(&mut self, number: usize) -> Option<Program> {
        let chance = self.programs.as_mut()?;
        let county = self.machines.first().and_then(|county| county.program);
        let others: Vec<Program> = Program::ALL
            .into_iter()
            .filter(|program| number != 1 || Some(*program) != county)
            .collect();
        Some(chance.one_of(&others))
    }

    /// Where programs differ, somebody writes now and then what only newer ones know, and somebody gets a newer one.
    pub(super) fn something_comes_of_different_programs(&mut self) -> Result<(), Failure> {
        let Some(chance) = &mut self.programs else {
            return Ok(());
        };
        let number = chance.below(self.machines.len());
        match chance.below(100) {
            0..20 => self.write_what_is_newer(number),
            20..22 => self.update(number),
            _ => Ok(()),
        }
    }

    fn write_what_is_newer(&mut self, number: usize) -> Result<(), Failure> {
        let machine = &self.machines[number];
        let (Some(chance), Some(program)) = (&mut self.programs, machine.program) else {
            return Ok(());
        };
        let known = LATER.iter().filter(|(first, _)| *first <= program);
        let mut known: Vec<Later> = known.map(|(_, later)| *later).collect();
        if chance.percent(40) {
            // Whole records are rarer among these than in life.
            known.retain(|later| matches!(later, Later::Record(_)));
        }
        if known.is_empty() {
            return Ok(());
        }
        machine.make_current();
        let later = chance.one_of(&known);
        let victim = self.victims[chance.below(self.victims.len())].clone();
        let form = Form::newer(machine.file(), &victim, later, chance);
        let form = form.map_err(|error| refused("open a form", &error))?;
        let stays_open = chance.percent(25);
        let Some(form) = form else { return Ok(()) };
        if stays_open {
            self.machines[number].forms.push(form);
            return Ok(());
        }
        self.counts.newer_written += 1;
        self.save(number, &form)
    }

    /// A machine gets a newer program; the power may go off at its first start.
    fn update(&mut self, number: usize) -> Result<(), Failure> {
        let machine = &mut self.machines[number];
        let newer = Program::ALL.into_iter();
        let newer: Vec<Program> = newer
            .filter(|newer| Some(*newer) > machine.program)
            .collect();
        let Some(chance) = self.programs.as_mut().filter(|_| !newer.is_empty()) else {
            return Ok(());
        };
        let (program, cut_after) = (chance.one_of(&newer), chance.below(60) as u64);
        let goes_off = chance.percent(25) && !self.quiet;
        machine.close();
        machine.forms.clear();
        machine.program = Some(program);
        if goes_off {
            machine.disk.cut_after(cut_after);
        }
        let opened = machine.open();
        if goes_off && machine.disk.keep_power() {
            self.counts.cuts_at_work += 1;
            self.come_back(number)?;
        } else {
            opened.map_err(|error| refused("unlock after an update", &error))?;
            checks::saved_is_there(&self.machines[number])?;
        }
        self.counts.updates += 1;
        self.note(number, None)
    }

    /// In the end everyone gets the newest program. Whether that changes anything.
    ///
    /// # Errors
    /// The first invariant that does not hold.
    pub(super) fn everyone_gets_the_newest_program(&mut self) -> Result<bool, Failure> {
        let mut changed = false;
        for number in COUNTY..self.machines.len() {
            while self.machines[number].knows() != Program::Newest {
                self.update(number)?;
                changed = true;
            }
        }
        Ok(changed)
    }
}
