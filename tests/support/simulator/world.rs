//! One run: who does what when, what becomes of the sticks, and what happens to the machines.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::rc::Rc;

use countyline_core::casefile::CaseFile;
use countyline_core::error::Error;
use countyline_core::testing::inside;
use countyline_ledger::CommitHash;
use tempfile::TempDir;

use super::chance::Chance;
use super::checks::{self, Failure, failure, refused};
use super::chronicle::Chronicle;
use super::counts::Counts;
use super::deeds::{self, Form};
use super::machine::{Machine, write_files};
use super::sticks::Stick;
use super::template::{Template, scratch};

/// The county's place among the machines.
pub const COUNTY: usize = 0;

/// The county and its laptops.
pub struct World {
    /// The county first, then the laptops.
    pub machines: Vec<Machine>,
    /// Everything anybody wrote.
    pub chronicle: Chronicle,
    /// What happened so far.
    pub counts: Counts,
    /// Where every decision of the run comes from.
    pub chance: Chance,
    /// Sticks on their way.
    pub sticks: Vec<Stick>,
    /// Sticks that arrived as they were written.
    pub arrived: Vec<Stick>,
    pub(super) template: Rc<Template>,
    /// Which laptop of the template each machine began as.
    pub(super) began_as: Vec<usize>,
    /// Nothing breaks any more.
    pub(super) quiet: bool,
    victims: Vec<String>,
    scratch: TempDir,
}

/// How something ended that a machine was told to do.
pub enum Outcome<T> {
    /// It was done, and said to be.
    Done(T),
    /// It was refused; the machine runs on.
    Refused(Error),
    /// The power went off.
    PowerCut,
    /// The disk was full; there is room again.
    DiskFull,
}

enum Fault {
    None,
    PowerCut,
    DiskFull,
}

impl World {
    /// A county with two to five laptops, nothing written yet.
    ///
    /// # Errors
    /// If the offices cannot be opened.
    pub fn new(seed: u64) -> Result<World, Failure> {
        let mut chance = Chance::new(seed);
        let laptops = 2 + chance.below(4);
        let making = |error: Error| refused("make the offices", &error);
        let template = Template::of(laptops).map_err(making)?;
        let scratch = scratch();
        let mut world = World {
            machines: Vec::new(),
            chronicle: Chronicle::default(),
            counts: Counts::default(),
            chance,
            sticks: Vec::new(),
            arrived: Vec::new(),
            began_as: (0..=laptops).collect(),
            quiet: true,
            victims: template.victims.clone(),
            template,
            scratch,
        };
        let template = Rc::clone(&world.template);
        for (number, files) in template.offices.iter().enumerate() {
            let folder = world.scratch.path().join(format!("machine-{number}"));
            write_files(&folder, files).expect("a folder for the run");
            let mut machine = Machine::new(number, folder, seed);
            machine.open().map_err(making)?;
            world.machines.push(machine);
        }
        for number in 0..world.machines.len() {
            world.note_the_beginning(number)?;
        }
        for number in 0..world.machines.len() {
            world.count_what_is_held(number)?;
        }
        world.counts.commits = world.chronicle.len() as u64;
        world.quiet = false;
        Ok(world)
    }

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
        match self.chance.below(100) {
            0..26 => match self.open_form(machine)? {
                Some(form) => self.save(machine, &form),
                None => Ok(()),
            },
            26..38 => {
                let form = self.open_form(machine)?;
                self.machines[machine].forms.extend(form);
                Ok(())
            }
            38..47 => {
                if self.machines[machine].forms.is_empty() {
                    return Ok(());
                }
                let place = self.chance.below(self.machines[machine].forms.len());
                let form = self.machines[machine].forms.remove(place);
                self.counts.forms_saved_late += 1;
                self.save(machine, &form)
            }
            47..50 => self.record_contact(machine),
            50..51 if machine == COUNTY => self.order_erasure(),
            50..51 => self.record_victim(machine),
            51..68 => self.pack_stick(),
            68..88 => self.something_becomes_of_a_stick(),
            88..92 => {
                let image = self.machines[machine].take_image();
                image.map_err(|error| refused_by_the_file_system(&error))
            }
            92..95 => self.something_becomes_of_a_disk(machine),
            95..97 => self.lose_power_at_rest(machine),
            _ => checks::matches_the_fold(&self.machines[machine], &self.chronicle).map(drop),
        }
    }

    /// Any machine.
    pub fn any_machine(&mut self) -> usize {
        self.chance.below(self.machines.len())
    }

    /// A folder that stands for a stick, empty.
    pub(super) fn stick_folder(&self) -> PathBuf {
        let folder = self.scratch.path().join("stick");
        if folder.exists() {
            std::fs::remove_dir_all(&folder).expect("a folder of the run");
        }
        std::fs::create_dir(&folder).expect("a folder for the run");
        folder
    }

    /// Tells a machine to do something, perhaps with the power cut or the disk full in the middle of it, and
    /// notes down what it wrote. Whoever wrote it saw `shown`; none means that was not written by a person.
    ///
    /// # Errors
    /// The first invariant that does not hold.
    pub fn act<T>(
        &mut self,
        number: usize,
        shown: Option<&BTreeSet<CommitHash>>,
        deed: impl FnOnce(&mut CaseFile) -> Result<T, Error>,
    ) -> Result<Outcome<T>, Failure> {
        let fault = match self.chance.below(100) {
            _ if self.quiet => Fault::None,
            0..10 => {
                let points = self.chance.below(24) as u64;
                self.machines[number].disk.cut_after(points);
                Fault::PowerCut
            }
            10..14 => {
                let bytes = self.chance.below(40_000) as u64;
                self.machines[number].disk.leave_room(Some(bytes));
                Fault::DiskFull
            }
            _ => Fault::None,
        };
        let outcome = self.machines[number].with(deed);
        let outcome = match (fault, outcome) {
            (Fault::PowerCut, outcome) => {
                if self.machines[number].disk.keep_power() {
                    self.counts.cuts_at_work += 1;
                    self.come_back(number)?;
                    Outcome::PowerCut
                } else {
                    plainly(outcome)
                }
            }
            (Fault::DiskFull, outcome) => {
                self.machines[number].disk.leave_room(None);
                match outcome {
                    Err(Error::DiskFull) => {
                        self.counts.full_disks += 1;
                        checks::saved_is_there(&self.machines[number])?;
                        Outcome::DiskFull
                    }
                    outcome => plainly(outcome),
                }
            }
            (Fault::None, outcome) => plainly(outcome),
        };
        self.note(number, shown)?;
        Ok(outcome)
    }

    /// After a power cut the machine is switched on again and its office unlocked, as a person does.
    fn come_back(&mut self, number: usize) -> Result<(), Failure> {
        let machine = &mut self.machines[number];
        machine.lose_power(&mut self.chance);
        machine
            .open()
            .map_err(|error| refused("unlock after a power cut", &error))?;
        checks::saved_is_there(machine)
    }

    fn lose_power_at_rest(&mut self, number: usize) -> Result<(), Failure> {
        self.counts.cuts_at_rest += 1;
        self.come_back(number)
    }

    /// Notes down what a machine wrote since it was last asked.
    fn note(&mut self, number: usize, shown: Option<&BTreeSet<CommitHash>>) -> Result<(), Failure> {
        let reading = |error: Error| refused("read its own log", &error);
        if shown.is_none() {
            // The program may have taken something in before it wrote.
            let held = self.machines[number].held().map_err(reading)?;
            let held = held.iter().map(|held| held.hash).collect();
            let lamport = self.chronicle.highest_lamport(&held);
            let machine = &mut self.machines[number];
            machine.lamport = machine.lamport.max(lamport);
        }
        let machine = &mut self.machines[number];
        machine.disk.make_current();
        let (log, last) = inside::own_log(machine.file()).map_err(reading)?;
        let from = match machine.noted {
            (noted, seq) if noted == log => seq + 1,
            _ => 1,
        };
        for held in inside::own_from(machine.file(), from).map_err(reading)? {
            self.chronicle.note(&held, number, shown, machine.lamport)?;
            machine.kept.insert(held.hash);
            machine.lamport += 1;
            self.counts.commits += 1;
        }
        machine.noted = (log, last);
        Ok(())
    }

    /// Notes down what the template's machines wrote while they were set up.
    fn note_the_beginning(&mut self, number: usize) -> Result<(), Failure> {
        let reading = |error: Error| refused("read its own log", &error);
        let machine = &mut self.machines[number];
        machine.disk.make_current();
        let (log, last) = inside::own_log(machine.file()).map_err(reading)?;
        for held in inside::own_from(machine.file(), 1).map_err(reading)? {
            self.chronicle.note_the_beginning(&held, number)?;
        }
        machine.noted = (log, last);
        Ok(())
    }

    /// What a machine holds after it took something in: nothing that nobody wrote, and all it held before.
    pub(super) fn count_what_is_held(&mut self, number: usize) -> Result<(), Failure> {
        let machine = &mut self.machines[number];
        let held = machine.held().map_err(|error| refused("read", &error))?;
        checks::nothing_is_made_up(machine, &self.chronicle, &held)?;
        let hashes: BTreeSet<CommitHash> = held.iter().map(|held| held.hash).collect();
        if let Some(lost) = machine.kept.difference(&hashes).next() {
            let found = format!("machine {number} lost {lost}");
            return Err(failure("what was said to be saved is there", found));
        }
        machine.lamport = machine.lamport.max(self.chronicle.highest_lamport(&hashes));
        machine.kept = hashes;
        Ok(())
    }

    fn open_form(&mut self, number: usize) -> Result<Option<Form>, Failure> {
        let machine = &self.machines[number];
        machine.disk.make_current();
        let form = Form::open(machine.file(), &self.victims, &mut self.chance);
        form.map_err(|error| refused("open a form", &error))
    }

    fn save(&mut self, number: usize, form: &Form) -> Result<(), Failure> {
        let outcome = self.act(number, Some(&form.shown), |file| form.save(file))?;
        self.was_a_change(&outcome)
    }

    fn record_contact(&mut self, number: usize) -> Result<(), Failure> {
        if self.victims.is_empty() {
            return Ok(());
        }
        let victim = self.victims[self.chance.below(self.victims.len())].clone();
        self.machines[number].disk.make_current();
        let shown = deeds::standing(self.machines[number].file());
        let shown = shown.map_err(|error| refused("read what stands", &error))?;
        let outcome = self.act(number, Some(&shown), |file| {
            deeds::record_contact(file, &victim)
        })?;
        self.was_a_change(&outcome)
    }

    fn record_victim(&mut self, number: usize) -> Result<(), Failure> {
        let nothing = BTreeSet::new();
        let outcome = self.act(number, Some(&nothing), deeds::new_victim)?;
        self.was_a_change(&outcome)?;
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
        self.was_a_change(&outcome)
    }

    fn was_a_change<T>(&mut self, outcome: &Outcome<T>) -> Result<(), Failure> {
        match outcome {
            Outcome::Refused(error) if deeds::is_a_rule_of_casework(error) => {
                self.counts.refused_changes += 1;
                Ok(())
            }
            Outcome::Refused(error) => Err(refused("save", error)),
            _ => Ok(()),
        }
    }

    /// A disk dies and an image of it is put in its place, or somebody copies a laptop.
    fn something_becomes_of_a_disk(&mut self, number: usize) -> Result<(), Failure> {
        if self.machines[number].images.is_empty() {
            return Ok(());
        }
        let place = self.chance.below(self.machines[number].images.len());
        let image = self.machines[number].images[place].clone();
        if number == COUNTY {
            return Ok(());
        }
        if self.began_as.len() < 8 && self.chance.percent(20) {
            return self.clone_laptop(number, &image);
        }
        let machine = &mut self.machines[number];
        machine
            .restore(&image)
            .map_err(|error| refused_by_the_file_system(&error))?;
        machine
            .open()
            .map_err(|error| refused("unlock what was restored", &error))?;
        if number == COUNTY {
            self.counts.counties_restored += 1;
        } else {
            self.counts.laptops_restored += 1;
        }
        checks::saved_is_there(&self.machines[number])?;
        self.note(number, None)
    }

    fn clone_laptop(
        &mut self,
        number: usize,
        image: &super::machine::Image,
    ) -> Result<(), Failure> {
        let clone = self.machines.len();
        let folder = self.scratch.path().join(format!("machine-{clone}"));
        let mut machine = Machine::new(clone, folder, self.chance.number());
        machine
            .restore(image)
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

fn plainly<T>(outcome: Result<T, Error>) -> Outcome<T> {
    match outcome {
        Ok(done) => Outcome::Done(done),
        Err(error) => Outcome::Refused(error),
    }
}

/// The real file system under the run did not work: the run proves nothing.
pub(super) fn refused_by_the_file_system(error: &std::io::Error) -> Failure {
    failure("the machine under the simulator works", error.to_string())
}
