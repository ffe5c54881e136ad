//! Packing sticks, what becomes of them on their way, and bringing everyone up to date in the end.

use std::collections::BTreeSet;
use std::path::Path;

use countyline_core::error::Error;
use countyline_core::exchange;
use countyline_core::testing::inside;
use countyline_ledger::CommitHash;

use super::checks::{self, Failure, failure, refused};
use super::sticks::{Stick, unplug};
use super::world::{COUNTY, Outcome, World, refused_by_the_file_system};

/// Rounds after which everyone must have everything.
const MOST_ROUNDS: u64 = 8;

/// What happened to a file on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Condition {
    AsWritten,
    CutShort,
    Altered,
    Misdelivered,
}

impl World {
    /// A laptop packs its week, or the county a return for a laptop.
    pub(super) fn pack_stick(&mut self) -> Result<(), Failure> {
        let laptop = 1 + self.chance.below(self.machines.len() - 1);
        if self.chance.percent(55) {
            self.pack_week(laptop)
        } else {
            self.pack_return(laptop)
        }
    }

    fn pack_week(&mut self, laptop: usize) -> Result<(), Failure> {
        let folder = self.stick_folder();
        let outcome = self.act(laptop, None, |file| {
            exchange::send_week(file, &folder).map(drop)
        })?;
        self.counts.weeks_packed += 1;
        self.pick_up(&outcome, "send the week", &folder, laptop, COUNTY)
    }

    fn pack_return(&mut self, laptop: usize) -> Result<(), Failure> {
        let folder = self.stick_folder();
        let request = self.template.requests[self.began_as[laptop] - 1].clone();
        let elsewhere = folder.with_file_name("request.clb");
        std::fs::write(&elsewhere, request).map_err(|error| refused_by_the_file_system(&error))?;
        let outcome = self.act(COUNTY, None, |file| {
            exchange::enrol_laptop(file, &elsewhere, &folder).map(drop)
        })?;
        self.counts.returns_packed += 1;
        self.pick_up(&outcome, "write a return", &folder, COUNTY, laptop)
    }

    /// Whatever lies on the stick under its whole name is a file, also where writing was interrupted.
    fn pick_up(
        &mut self,
        outcome: &Outcome<()>,
        doing: &str,
        folder: &Path,
        from: usize,
        to: usize,
    ) -> Result<(), Failure> {
        if let Outcome::Refused(error) = outcome {
            return Err(refused(doing, error));
        }
        let files = unplug(folder).map_err(|error| refused_by_the_file_system(&error))?;
        if files.is_empty() && matches!(outcome, Outcome::Done(())) {
            let found = format!("machine {from} wrote nothing");
            return Err(failure("a file said to be written is there", found));
        }
        for (name, bytes) in files {
            self.sticks.push(Stick {
                to,
                from,
                name,
                bytes,
            });
        }
        Ok(())
    }

    /// A stick, perhaps an old one, is lost, damaged, brought to the wrong machine, arrives, or arrives and
    /// is kept to arrive again.
    pub(super) fn something_becomes_of_a_stick(&mut self) -> Result<(), Failure> {
        if self.sticks.is_empty() {
            return Ok(());
        }
        let place = self.chance.below(self.sticks.len());
        match self.chance.below(100) {
            0..15 => {
                self.sticks.remove(place);
                self.counts.sticks_lost += 1;
                Ok(())
            }
            15..22 => self.deliver(place, Condition::CutShort),
            22..29 => self.deliver(place, Condition::Altered),
            29..36 => self.deliver(place, Condition::Misdelivered),
            36..60 => self.deliver(place, Condition::AsWritten),
            _ => {
                self.deliver(place, Condition::AsWritten)?;
                self.sticks.remove(place);
                Ok(())
            }
        }
    }

    fn deliver(&mut self, place: usize, condition: Condition) -> Result<(), Failure> {
        let stick = self.sticks[place].clone();
        let mut bytes = stick.bytes.clone();
        let mut to = stick.to;
        match condition {
            Condition::AsWritten => {}
            Condition::CutShort => {
                bytes.truncate(self.chance.below(bytes.len()));
                self.counts.sticks_cut_short += 1;
            }
            Condition::Altered => {
                let at = self.chance.below(bytes.len());
                bytes[at] ^= 1 << self.chance.below(8);
                self.counts.sticks_altered += 1;
            }
            Condition::Misdelivered => {
                to = self.another_machine(&stick);
                self.counts.sticks_misdelivered += 1;
            }
        }
        self.take_in(&stick, to, &bytes, condition)
    }

    /// A machine whose keys do not open the stick.
    fn another_machine(&mut self, stick: &Stick) -> usize {
        loop {
            let machine = self.any_machine();
            if self.began_as[machine] != self.began_as[stick.to] {
                return machine;
            }
        }
    }

    fn take_in(
        &mut self,
        stick: &Stick,
        to: usize,
        bytes: &[u8],
        condition: Condition,
    ) -> Result<(), Failure> {
        let folder = self.stick_folder();
        let path = stick
            .plug_in(&folder, bytes)
            .map_err(|error| refused_by_the_file_system(&error))?;
        let taking = |error: Error| Some(format!("{error:?}"));
        let outcome = if to == COUNTY {
            let paths = [path.display().to_string()];
            self.act(to, None, |file| {
                let summary = exchange::merge(file, &paths)?;
                let merged = &summary.files[0];
                let why = merged.failure.as_ref().map(|failure| failure.code.clone());
                Ok(why.filter(|_| merged.state == "refused"))
            })?
        } else {
            self.act(to, None, |file| {
                Ok(exchange::accept_welcome(file, &path).err().and_then(taking))
            })?
        };
        let Outcome::Done(refused_for) = outcome else {
            return match outcome {
                Outcome::Refused(error) if condition == Condition::AsWritten => {
                    Err(refused("take in", &error))
                }
                _ => self.count_what_is_held(to),
            };
        };
        match (condition, refused_for) {
            (Condition::AsWritten, None) => {
                self.counts.sticks_taken_in += 1;
                if self
                    .arrived
                    .iter()
                    .any(|arrived| arrived.name == stick.name)
                {
                    self.counts.sticks_repeated += 1;
                } else {
                    self.arrived.push(stick.clone());
                }
            }
            (Condition::AsWritten, Some(why)) => self.may_be_turned_away(stick, &why)?,
            (_, Some(_)) => {}
            (_, None) => {
                let found = format!("machine {to} took in a stick that was {condition:?}");
                return Err(failure(
                    "what was damaged or is for another is refused",
                    found,
                ));
            }
        }
        self.count_what_is_held(to)
    }

    /// A sound stick may be turned away only for what the machine it comes to has been through.
    fn may_be_turned_away(&mut self, stick: &Stick, why: &str) -> Result<(), Failure> {
        let older = stick.to != COUNTY && why.contains("RosterRefused");
        let gap_and_branch = self.chronicle.forks() > 0 && why.contains("gap");
        if older || gap_and_branch || why.contains("DiskFull") || why.contains("disk-full") {
            self.counts.sticks_turned_away += 1;
            return Ok(());
        }
        let found = format!("machine {} refused {} for {why}", stick.to, stick.name);
        Err(failure("what is sound is taken", found))
    }

    /// Sticks go round, with no more faults, until everyone has everything any machine held.
    ///
    /// # Errors
    /// The first invariant that does not hold.
    pub fn bring_everyone_up_to_date(&mut self) -> Result<(), Failure> {
        let wanted: BTreeSet<CommitHash> = self
            .machines
            .iter()
            .flat_map(|machine| machine.kept.iter().copied())
            .collect();
        self.counts.gone_with_a_disk = (self.chronicle.len() - wanted.len()) as u64;
        self.quiet = true;
        self.sticks.clear();
        // Who hears of an erasure writes a receipt, and that has to go round, too.
        while !(self.everyone_has(&wanted) && self.everyone_has(&self.written_in_records()))
            && self.counts.rounds < MOST_ROUNDS
        {
            self.counts.rounds += 1;
            for laptop in 1..self.machines.len() {
                self.pack_week(laptop)?;
            }
            for _ in 1..self.machines.len() {
                self.deliver(0, Condition::AsWritten)?;
                self.sticks.remove(0);
            }
            for laptop in 1..self.machines.len() {
                self.pack_return(laptop)?;
                self.deliver(0, Condition::AsWritten)?;
                self.sticks.remove(0);
            }
        }
        self.counts.forks = self.chronicle.forks() as u64;
        checks::everything_reached_everyone(&self.machines, &wanted)
    }

    /// Every commit any machine holds that writes in a record.
    fn written_in_records(&self) -> BTreeSet<CommitHash> {
        let held = self.machines.iter().flat_map(|machine| &machine.kept);
        held.copied()
            .filter(|hash| self.chronicle.writes_in_a_record(*hash))
            .collect()
    }

    fn everyone_has(&self, wanted: &BTreeSet<CommitHash>) -> bool {
        let mut machines = self.machines.iter();
        machines.all(|machine| wanted.is_subset(&machine.kept))
    }

    /// I4: a stick that comes once more leaves every table as it was.
    ///
    /// # Errors
    /// If it does not.
    pub fn repeats_change_nothing(&mut self) -> Result<(), Failure> {
        let reading = |error: Error| refused("read the tables", &error);
        let weeks = self.arrived.iter().filter(|stick| stick.to == COUNTY);
        let weeks: Vec<Stick> = weeks.cloned().collect();
        if weeks.is_empty() {
            return Ok(());
        }
        let stick = &weeks[self.chance.below(weeks.len())];
        self.take_in(stick, COUNTY, &stick.bytes, Condition::AsWritten)?;
        let before = inside::dump(self.machines[COUNTY].file()).map_err(reading)?;
        self.take_in(stick, COUNTY, &stick.bytes, Condition::AsWritten)?;
        let after = inside::dump(self.machines[COUNTY].file()).map_err(reading)?;
        for (table, rows) in &before {
            if after.get(table) != Some(rows) {
                let found = format!("{table} changed when {} came again", stick.name);
                return Err(failure("taking in what is known changes nothing", found));
            }
        }
        Ok(())
    }
}
