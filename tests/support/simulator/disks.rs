//! What becomes of the machines' disks: the power goes off, an image is put back, a disk is copied.
//!
//! An image comes back with what the machine remembers outside its office, or without: then the machine
//! notices at its start. The county is told that it was restored, or nobody says so.

use std::collections::BTreeSet;

use countyline_core::exchange;
use countyline_core::testing::inside;

use super::checks::{self, Failure, failure, refused};
use super::machine::{Image, Machine};
use super::world::{COUNTY, World, refused_by_the_file_system};

/// More machines than this make a run slow and prove no more.
const MOST_MACHINES: usize = 8;

impl World {
    pub(super) fn lose_power_at_rest(&mut self, number: usize) -> Result<(), Failure> {
        self.counts.cuts_at_rest += 1;
        self.come_back(number)?;
        self.note(number, None)
    }

    /// A disk dies and an image of it is put in its place, or somebody copies a laptop.
    pub(super) fn something_becomes_of_a_disk(&mut self, number: usize) -> Result<(), Failure> {
        if self.machines[number].images.is_empty() {
            return Ok(());
        }
        let place = self.chance.below(self.machines[number].images.len());
        let image = self.machines[number].images[place].clone();
        if number == COUNTY {
            return self.restore_county(&image);
        }
        if self.machines.len() < MOST_MACHINES && self.chance.percent(20) {
            return self.clone_laptop(number, &image);
        }
        self.counts.laptops_restored += 1;
        self.put_back(number, &image)
    }

    /// Puts an image back and unlocks what it holds, as a person does.
    fn put_back(&mut self, number: usize, image: &Image) -> Result<(), Failure> {
        let whole_machine = self.chance.percent(50);
        let machine = &mut self.machines[number];
        machine
            .restore(image, whole_machine)
            .map_err(|error| refused_by_the_file_system(&error))?;
        let misses_something = machine.misses_something();
        machine
            .open()
            .map_err(|error| refused("unlock what was restored", &error))?;
        checks::saved_is_there(machine)?;
        let (log, _) =
            inside::own_log(machine.file()).map_err(|error| refused("read its own log", &error))?;
        if misses_something != (log != machine.noted.0) {
            let found = format!(
                "machine {number} misses something: {misses_something}, but went on in {log} after {:?}",
                machine.noted
            );
            return Err(failure("a copy that is put back is noticed", found));
        }
        self.counts.restores_noticed += u64::from(misses_something);
        self.note(number, None)
    }

    fn restore_county(&mut self, image: &Image) -> Result<(), Failure> {
        let lost: BTreeSet<_> = self.machines[COUNTY]
            .kept
            .difference(&image.kept)
            .copied()
            .collect();
        self.lost_at_county.extend(lost);
        self.counts.counties_restored += 1;
        self.put_back(COUNTY, image)?;
        match self.chance.percent(40) {
            true => self.say_that_it_was_restored(),
            false => Ok(()),
        }
    }

    /// Somebody tells the county that it was restored.
    pub(super) fn say_that_it_was_restored(&mut self) -> Result<(), Failure> {
        let outcome = self.act(COUNTY, None, exchange::county_restored)?;
        let done = self.was_decided("say that the county was restored", outcome, |_| false)?;
        self.counts.restores_said += u64::from(done.is_some());
        Ok(())
    }

    fn clone_laptop(&mut self, number: usize, image: &Image) -> Result<(), Failure> {
        let clone = self.machines.len();
        let folder = self.folder_of(clone);
        let mut machine = Machine::new(clone, folder, self.chance.number());
        machine.program = image.program;
        machine
            .restore(image, self.chance.percent(50))
            .map_err(|error| refused_by_the_file_system(&error))?;
        machine
            .open()
            .map_err(|error| refused("unlock a clone", &error))?;
        self.machines.push(machine);
        self.began_as.push(self.began_as[number]);
        self.counts.laptops_cloned += 1;
        self.note(clone, None)
    }
}
