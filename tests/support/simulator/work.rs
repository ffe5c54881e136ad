//! What happens in some weeks of a run: who does what when.

use std::collections::BTreeSet;

use countyline_core::error::Error;
use countyline_core::outside::Clock as _;

use super::at_once::AtOnce;
use super::checks::{self, Failure, refused};
use super::deeds::{self, Form};
use super::world::{COUNTY, Outcome, World, refused_by_the_file_system};

impl World {
    /// Some weeks of work, machines checked now and then.
    ///
    /// # Errors
    /// The first invariant that does not hold.
    pub fn work(&mut self) -> Result<(), Failure> {
        for _ in 0..50 + self.chance.below(60) {
            self.step()?;
        }
        Ok(())
    }

    fn step(&mut self) -> Result<(), Failure> {
        let machine = self.any_machine();
        self.machines[machine].clock.let_time_pass(&mut self.chance);
        self.something_comes_of_different_programs()?;
        match self.chance.below(100) {
            0..22 => match self.open_form(machine)? {
                Some(form) => self.save(machine, &form),
                None => Ok(()),
            },
            22..32 => self.leave_a_form_open(machine),
            32..40 => self.save_a_form_left_open(),
            40..47 => self.do_something_at_once(machine),
            47 | 48 if machine == COUNTY => self.order_erasure(),
            47 => self.record_victim(machine),
            48..65 => self.pack_stick(),
            65..82 => self.something_becomes_of_a_stick(),
            82..86 => {
                let machine = self.often_the_county(machine);
                let roster = self.roster_of(machine)?.version;
                let image = self.machines[machine].take_image(roster);
                image.map_err(|error| refused_by_the_file_system(&error))
            }
            86..90 => {
                let machine = self.often_the_county(machine);
                self.something_becomes_of_a_disk(machine)
            }
            90..92 => self.lose_power_at_rest(machine),
            92..97 => self.somebody_decides_at_the_desk(),
            97..98 => self.a_found_laptop_asks_anew(),
            _ => checks::matches_the_fold(&self.machines[machine], &self.chronicle).map(drop),
        }
    }

    /// Every week goes to the county's disk and every return comes from it: it is set back as often as all laptops.
    fn often_the_county(&mut self, machine: usize) -> usize {
        match self.chance.percent(35) {
            true => COUNTY,
            false => machine,
        }
    }

    fn open_form(&mut self, number: usize) -> Result<Option<Form>, Failure> {
        let machine = &self.machines[number];
        machine.make_current();
        let form = Form::open(machine.file(), &self.victims, &mut self.chance);
        form.map_err(|error| refused("open a form", &error))
    }

    /// The form may be open twice, and saved once before.
    fn leave_a_form_open(&mut self, number: usize) -> Result<(), Failure> {
        let Some(form) = self.open_form(number)? else {
            return Ok(());
        };
        let other = match self.chance.percent(30) {
            true => form.otherwise(&mut self.chance),
            false => None,
        };
        self.machines[number].forms.push(form);
        match other {
            Some(other) => self.save(number, &other),
            None => Ok(()),
        }
    }

    fn save_a_form_left_open(&mut self) -> Result<(), Failure> {
        let machines = self.machines.iter();
        let open = machines.filter(|machine| !machine.forms.is_empty());
        let open: Vec<usize> = open.map(|machine| machine.number).collect();
        if open.is_empty() {
            return Ok(());
        }
        let number = open[self.chance.below(open.len())];
        let place = self.chance.below(self.machines[number].forms.len());
        let form = self.machines[number].forms.remove(place);
        self.counts.forms_saved_late += 1;
        self.save(number, &form)
    }

    pub(super) fn save(&mut self, number: usize, form: &Form) -> Result<(), Failure> {
        let outcome = self.act(number, Some(&form.shown), |file| form.save(file))?;
        self.was_a_change(number, &outcome)
    }

    /// What takes no form that could be left open: it replaces what stands.
    fn do_something_at_once(&mut self, number: usize) -> Result<(), Failure> {
        let machine = &self.machines[number];
        machine.make_current();
        let shown = deeds::standing(machine.file());
        let shown = shown.map_err(|error| refused("read what stands", &error))?;
        let today = machine.clock.now().date_naive();
        let deed = AtOnce::choose(machine.file(), today, &self.victims, &mut self.chance);
        let deed = deed.map_err(|error| refused("read what stands", &error))?;
        let outcome = self.act(number, Some(&shown), |file| deed.carry_out(file))?;
        self.was_a_change(number, &outcome)
    }

    fn record_victim(&mut self, number: usize) -> Result<(), Failure> {
        let nothing = BTreeSet::new();
        let outcome = self.act(number, Some(&nothing), deeds::new_victim)?;
        self.was_a_change(number, &outcome)?;
        if let Outcome::Done(id) = outcome {
            self.victims.push(id);
        }
        Ok(())
    }

    /// A court orders everything about a victim to be erased.
    fn order_erasure(&mut self) -> Result<(), Failure> {
        let victim = self.victims[self.chance.below(self.victims.len())].clone();
        let outcome = self.act(COUNTY, None, |file| deeds::order_erasure(file, &victim))?;
        if matches!(outcome, Outcome::Done(())) {
            self.counts.erasures += 1;
        }
        self.was_a_change(COUNTY, &outcome)
    }

    /// What was refused was refused by a rule of casework, on the day it was on this machine.
    pub(super) fn was_a_change<T>(
        &mut self,
        number: usize,
        outcome: &Outcome<T>,
    ) -> Result<(), Failure> {
        let today = self.machines[number].clock.today().to_string();
        match outcome {
            Outcome::Refused(error) if deeds::is_a_rule_of_casework(error, &today) => {
                self.counts.refused_changes += 1;
                Ok(())
            }
            Outcome::Refused(error) => Err(refused("save", error)),
            _ => Ok(()),
        }
    }

    /// What a person asked for at the desk either happened or was refused for a reason she is told.
    pub(super) fn was_decided<T>(
        &mut self,
        doing: &str,
        outcome: Outcome<T>,
        may_refuse: impl Fn(&Error) -> bool,
    ) -> Result<Option<T>, Failure> {
        match outcome {
            Outcome::Done(done) => Ok(Some(done)),
            Outcome::Refused(error) if may_refuse(&error) => {
                self.counts.refused_changes += 1;
                Ok(None)
            }
            Outcome::Refused(error) => Err(refused(doing, &error)),
            Outcome::PowerCut | Outcome::DiskFull => Ok(None),
        }
    }
}
