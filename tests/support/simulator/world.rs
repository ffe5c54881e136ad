//! One run: its machines, what anybody wrote, and what it takes to tell a machine to do something.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use countyline_bundle::{OpeningKey, Roster};
use countyline_core::casefile::CaseFile;
use countyline_core::error::Error;
use countyline_core::exchange::testing::{keys, statement};
use countyline_core::testing::inside;
use countyline_ledger::CommitHash;
use tempfile::TempDir;

use super::chance::Chance;
use super::checks::{self, Failure, failure, refused};
use super::chronicle::{Chronicle, Writer};
use super::counts::Counts;
use super::machine::{Machine, write_files};
use super::programs::Beginning;
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
    /// Where what comes of different programs is decided, if programs differ: runs without them stay as they are.
    pub(super) programs: Option<Chance>,
    /// Sticks on their way.
    pub sticks: Vec<Stick>,
    /// Sticks that arrived as they were written.
    pub arrived: Vec<Stick>,
    /// Sticks that a machine kept because it could not take them in yet.
    pub waiting: Vec<Stick>,
    /// Victims people write about.
    pub victims: Vec<String>,
    /// Every key the county ever had to open weeks with.
    pub(super) county_keys: Vec<OpeningKey>,
    /// What the county held when it made a statement. One that was set back repeats its numbers.
    pub(super) stated: BTreeMap<(u64, u64), Vec<Rc<BTreeSet<CommitHash>>>>,
    /// What the county held before it was set back, or took back without knowing that it had handed it out, and
    /// does not hold now.
    pub(super) lost_at_county: BTreeSet<CommitHash>,
    /// A week was refused because the county was set back behind its key.
    pub(super) key_is_missing: bool,
    /// Rosters that were read, by their bytes: reading one costs as much as opening a week.
    rosters: RefCell<BTreeMap<Vec<u8>, Rc<Roster>>>,
    pub(super) template: Arc<Template>,
    /// Which laptop of the template each machine began as.
    pub(super) began_as: Vec<usize>,
    /// Nothing breaks any more.
    pub(super) quiet: bool,
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
    pub fn new(seed: u64, beginning: Beginning, template: Arc<Template>) -> Result<World, Failure> {
        let making = |error: Error| refused("make the offices", &error);
        let scratch = scratch();
        let mut world = World {
            machines: Vec::new(),
            chronicle: Chronicle::default(),
            counts: Counts::default(),
            chance: beginning.chance,
            programs: beginning.programs,
            sticks: Vec::new(),
            arrived: Vec::new(),
            waiting: Vec::new(),
            county_keys: Vec::new(),
            stated: BTreeMap::new(),
            lost_at_county: BTreeSet::new(),
            key_is_missing: false,
            rosters: RefCell::default(),
            began_as: (0..=beginning.laptops).collect(),
            quiet: true,
            victims: template.victims.clone(),
            template,
            scratch,
        };
        let template = Arc::clone(&world.template);
        for (number, files) in template.offices.iter().enumerate() {
            let folder = world.folder_of(number);
            write_files(&folder, files).expect("a folder for the run");
            let mut machine = Machine::new(number, folder, seed);
            machine.program = world.first_program_of(number);
            machine.open().map_err(making)?;
            world.machines.push(machine);
        }
        for number in 0..world.machines.len() {
            world.note_the_beginning(number)?;
        }
        for number in 0..world.machines.len() {
            world.count_what_is_held(number)?;
        }
        world.learn_the_countys_key()?;
        world.counts.commits = world.chronicle.len() as u64;
        world.quiet = false;
        Ok(world)
    }

    /// Any machine.
    pub fn any_machine(&mut self) -> usize {
        self.chance.below(self.machines.len())
    }

    /// Where a machine's office lies.
    pub(super) fn folder_of(&self, number: usize) -> PathBuf {
        self.scratch.path().join(format!("machine-{number}"))
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
    pub(super) fn come_back(&mut self, number: usize) -> Result<(), Failure> {
        let machine = &mut self.machines[number];
        machine.lose_power(&mut self.chance);
        machine
            .open()
            .map_err(|error| refused("unlock after a power cut", &error))?;
        checks::saved_is_there(machine)
    }

    /// Notes down what a machine wrote since it was last asked.
    pub(super) fn note(
        &mut self,
        number: usize,
        shown: Option<&BTreeSet<CommitHash>>,
    ) -> Result<(), Failure> {
        let reading = |error: Error| refused("read its own log", &error);
        let mut highest = self.machines[number].lamport;
        if shown.is_none() {
            // The program may have taken something in before it wrote, or between.
            let held = self.machines[number].held().map_err(reading)?;
            let held = held.iter().map(|held| held.hash).collect();
            highest = highest.max(self.chronicle.highest_lamport(&held));
            self.machines[number].read_who_it_is().map_err(reading)?;
        }
        let machine = &mut self.machines[number];
        machine.make_current();
        let (log, seq) = machine.noted;
        let by = Writer {
            machine: number,
            device: machine.device,
        };
        for held in inside::written_since(machine.file(), log, seq).map_err(reading)? {
            let before = machine.lamport..=highest;
            machine.lamport = self.chronicle.note(&held, by, shown, before)?;
            highest = highest.max(machine.lamport);
            machine.kept.insert(held.hash);
            self.counts.commits += 1;
        }
        machine.noted = inside::own_log(machine.file()).map_err(reading)?;
        Ok(())
    }

    /// Notes down what the template's machines wrote while they were set up.
    fn note_the_beginning(&mut self, number: usize) -> Result<(), Failure> {
        let reading = |error: Error| refused("read its own log", &error);
        let machine = &mut self.machines[number];
        machine.make_current();
        let by = Writer {
            machine: number,
            device: machine.device,
        };
        let (log, last) = inside::own_log(machine.file()).map_err(reading)?;
        for held in inside::written_since(machine.file(), log, 0).map_err(reading)? {
            self.chronicle.note_the_beginning(&held, by)?;
        }
        machine.noted = (log, last);
        Ok(())
    }

    /// What a machine holds after it took something in: nothing that nobody wrote, and all it held before, no less
    /// of any of it.
    pub(super) fn count_what_is_held(&mut self, number: usize) -> Result<(), Failure> {
        let machine = &mut self.machines[number];
        let held = machine.held().map_err(|error| refused("read", &error))?;
        let withheld = checks::nothing_is_made_up(machine, &self.chronicle, &held)?;
        let hashes: BTreeSet<CommitHash> = held.iter().map(|held| held.hash).collect();
        if let Some(lost) = machine.kept.difference(&hashes).next() {
            let found = format!("machine {number} lost {lost}");
            return Err(failure("what was said to be saved is there", found));
        }
        let mut poorer = withheld.difference(&machine.withheld);
        if let Some((hash, place)) = poorer.find(|(hash, _)| machine.kept.contains(hash)) {
            let found = format!("machine {number} lost operation {place} of {hash}");
            return Err(failure("a poorer copy takes nothing away", found));
        }
        machine.lamport = machine.lamport.max(self.chronicle.highest_lamport(&hashes));
        (machine.kept, machine.withheld) = (hashes, withheld);
        if number == COUNTY {
            let regained = |hash: &CommitHash| !self.machines[COUNTY].kept.contains(hash);
            self.lost_at_county.retain(regained);
        }
        Ok(())
    }

    /// The newest roster a machine knows.
    pub(super) fn roster_of(&self, number: usize) -> Result<Rc<Roster>, Failure> {
        let machine = &self.machines[number];
        machine.make_current();
        let body = keys(machine.file()).map(|keys| keys.roster.unwrap_or_default());
        let body = body.map_err(|error| refused("read the roster", &error))?;
        let mut read = self.rosters.borrow_mut();
        if let Some(roster) = read.get(&body) {
            return Ok(Rc::clone(roster));
        }
        let roster = Roster::read_first(&body);
        let roster =
            roster.map_err(|error| failure("every roster can be read", error.to_string()))?;
        let roster = Rc::new(roster);
        read.insert(body, Rc::clone(&roster));
        Ok(roster)
    }

    /// Keeps the key the county has now, to read with what only the county can.
    pub(super) fn learn_the_countys_key(&mut self) -> Result<(), Failure> {
        let machine = &self.machines[COUNTY];
        machine.make_current();
        let opening = keys(machine.file()).map_err(|error| refused("read the keys", &error))?;
        let opening = opening.opening;
        let mut known = self.county_keys.iter();
        let place = known.position(|key| key.sealing_key() == opening.sealing_key());
        if place.is_none() {
            self.county_keys.push(opening);
        }
        let place = place.unwrap_or(self.county_keys.len() - 1);
        self.machines[COUNTY].had_keys.insert(place);
        Ok(())
    }

    /// The number of the newest statement a machine made or saw.
    pub(super) fn statement_of(&self, number: usize) -> Result<Option<(u64, u64)>, Failure> {
        let machine = &self.machines[number];
        machine.make_current();
        statement(machine.file()).map_err(|error| refused("read the statement", &error))
    }
}

impl Drop for World {
    /// Nobody looks at the disks any more: what closing would write is not written.
    fn drop(&mut self) {
        self.machines
            .iter()
            .for_each(|machine| machine.disk.cut_now());
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
