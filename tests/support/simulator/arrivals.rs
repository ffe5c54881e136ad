//! Sticks that arrive: what is sound is taken in or waits for a reason, everything else is refused.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use countyline_bundle::Roster;
use countyline_core::casefile::CaseFile;
use countyline_core::error::Error;
use countyline_core::exchange::{self, IncomingBundle};
use countyline_core::testing::inside;
use countyline_ledger::CommitHash;

use super::checks::{self, Failure, failure, refused};
use super::sticks::{Addressee, Stick};
use super::travel::Condition;
use super::world::{COUNTY, Outcome, World, refused_by_the_file_system};

/// What came of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Came {
    Merged,
    /// It waits, for this reason.
    Waits(String),
    /// It was refused, for this reason.
    Refused(String),
}

impl World {
    /// Brings a stick to where it is for, or elsewhere.
    pub(super) fn deliver(&mut self, place: usize, condition: Condition) -> Result<(), Failure> {
        let stick = self.sticks[place].clone();
        let readers = self.readers_of(&stick);
        let others: Vec<usize> = (0..self.machines.len())
            .filter(|number| !readers.contains(number))
            .collect();
        let to = match condition {
            Condition::Misdelivered => &others,
            _ => &readers,
        };
        if to.is_empty() {
            return Ok(());
        }
        let to = to[self.chance.below(to.len())];
        let mut bytes = stick.bytes.clone();
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
            Condition::Misdelivered => self.counts.sticks_misdelivered += 1,
        }
        self.take_in(&stick, to, &bytes, condition)
    }

    /// The machines whose keys open a stick.
    pub(super) fn readers_of(&self, stick: &Stick) -> Vec<usize> {
        match stick.to {
            Addressee::County => vec![COUNTY],
            Addressee::Laptop(device) => {
                let machines = self.machines.iter();
                machines
                    .filter(|machine| machine.device == device)
                    .map(|machine| machine.number)
                    .collect()
            }
        }
    }

    pub(super) fn take_in(
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
        let before = self.roster_of(to)?;
        let seen = self.seen_of_hidden(to, stick)?;
        let held = self.machines[to].kept.clone();
        let welcomes = stick.said.welcomes;
        let outcome = self.act(to, None, |file| take(file, &path, to == COUNTY, welcomes))?;
        let came = match outcome {
            Outcome::Done(came) => came,
            Outcome::Refused(error) if condition == Condition::AsWritten => {
                return Err(refused("take in", &error));
            }
            _ => return self.count_what_came(to, &held, &before),
        };
        if condition != Condition::AsWritten {
            if matches!(came, Came::Merged) {
                let found = format!("machine {to} took in a stick that was {condition:?}");
                return Err(failure(
                    "what was damaged or is for another is refused",
                    found,
                ));
            }
            return self.count_what_came(to, &held, &before);
        }
        match &came {
            Came::Merged => {
                self.counts.sticks_taken_in += 1;
                if to != COUNTY {
                    self.counts.returns_taken_in += 1;
                }
                let mut arrived = self.arrived.iter();
                if arrived.any(|arrived| arrived.name == stick.name) {
                    self.counts.sticks_repeated += 1;
                } else {
                    self.arrived.push(stick.clone());
                }
            }
            Came::Waits(why) => {
                self.may_wait(stick, &before, &held, why)?;
                self.counts.sticks_parked += 1;
                self.waiting.push(stick.clone());
            }
            Came::Refused(why) => self.may_be_turned_away(stick, to, why)?,
        }
        self.count_what_came(to, &held, &before)?;
        if came == Came::Merged {
            checks::holds_all_of(&self.machines[to], stick)?;
        }
        if !welcomes {
            self.what_is_here_waits_no_more(to)?;
        }
        self.nothing_hidden_came(to, stick, &seen)
    }

    /// What a machine holds after it took something in, and what it may conclude from it.
    fn count_what_came(
        &mut self,
        to: usize,
        held: &BTreeSet<CommitHash>,
        before: &Roster,
    ) -> Result<(), Failure> {
        self.count_what_is_held(to)?;
        if to != COUNTY {
            return self.confirmed_is_held(to);
        }
        let roster = self.roster_of(COUNTY)?;
        let mut new = self.machines[COUNTY].kept.difference(held);
        let in_doubt = |hash| self.is_in_doubt(before, hash) && self.is_in_doubt(&roster, hash);
        if let Some(later) = new.find(|hash| in_doubt(**hash)) {
            return Err(failure(
                "what a revoked laptop wrote later waits for a person",
                format!("the county merged {later}"),
            ));
        }
        Ok(())
    }

    /// A sound stick may wait only for a supervisor.
    fn may_wait(
        &self,
        stick: &Stick,
        before: &Roster,
        held: &BTreeSet<CommitHash>,
        why: &str,
    ) -> Result<(), Failure> {
        let may = match why {
            "bundle-revoked-laptop" => {
                self.ends_in_doubt(before, stick, held)
                    || self.ends_in_doubt(&stick.roster, stick, held)
            }
            _ => false,
        };
        if may {
            return Ok(());
        }
        let found = format!("{} waits for {why}", stick.name);
        Err(failure("what is sound is taken at once", found))
    }

    /// What waited is let go by itself once everything in it is here.
    fn what_is_here_waits_no_more(&self, number: usize) -> Result<(), Failure> {
        let machine = &self.machines[number];
        machine.make_current();
        let waiting = exchange::parked(machine.file());
        let waiting = waiting.map_err(|error| refused("read what waits", &error))?;
        let roster = self.roster_of(number)?;
        for waiting in waiting {
            let mut sticks = self.waiting.iter();
            let Some(stick) = sticks.find(|stick| stick.name == waiting.file_name) else {
                continue;
            };
            let mut commits = stick.said.commits.iter();
            if commits.all(|hash| machine.kept.contains(hash) && !self.is_in_doubt(&roster, *hash))
            {
                let found = format!("machine {number} keeps {} waiting", stick.name);
                return Err(failure("what waits is let go by itself", found));
            }
        }
        Ok(())
    }

    /// A sound stick may be refused only for what the machine it comes to has been through.
    fn may_be_turned_away(&mut self, stick: &Stick, to: usize, why: &str) -> Result<(), Failure> {
        let may = match why {
            "bundle-altered" => {
                stick.said.welcomes && stick.roster.version < self.roster_of(to)?.version
            }
            // The county was set back behind its key; laptops seal for the one it shows.
            "key-not-in-copy" | "bundle-not-for-this-office" => {
                to == COUNTY && !self.machines[COUNTY].had_keys.contains(&stick.said.key)
            }
            "key-destroyed" => {
                to == COUNTY && self.machines[COUNTY].had_keys.last() > Some(&stick.said.key)
            }
            "disk-full" => true,
            _ => false,
        };
        if may {
            self.counts.sticks_turned_away += 1;
            self.key_is_missing |= matches!(why, "key-not-in-copy" | "bundle-not-for-this-office");
            return Ok(());
        }
        let found = format!("machine {to} refused {} for {why}", stick.name);
        Err(failure("what is sound is taken", found))
    }

    /// I4: a stick that comes once more leaves every table as it was.
    ///
    /// # Errors
    /// If it does not.
    pub fn repeats_change_nothing(&mut self) -> Result<(), Failure> {
        if self.arrived.is_empty() {
            return Ok(());
        }
        for _ in 0..2 {
            let stick = self.arrived[self.chance.below(self.arrived.len())].clone();
            let readers = self.readers_of(&stick);
            if let Some(to) = readers.first() {
                self.take_in(&stick, *to, &stick.bytes, Condition::AsWritten)?;
                let before = self.dump(*to)?;
                self.take_in(&stick, *to, &stick.bytes, Condition::AsWritten)?;
                let after = self.dump(*to)?;
                for (table, rows) in &before {
                    if after.get(table) != Some(rows) {
                        let found = format!("{table} changed when {} came again", stick.name);
                        return Err(failure("taking in what is known changes nothing", found));
                    }
                }
            }
        }
        Ok(())
    }

    fn dump(
        &self,
        number: usize,
    ) -> Result<BTreeMap<String, Vec<Vec<rusqlite::types::Value>>>, Failure> {
        let machine = &self.machines[number];
        machine.make_current();
        inside::dump(machine.file()).map_err(|error| refused("read the tables", &error))
    }
}

/// Takes in one file through the screen it belongs to.
fn take(file: &mut CaseFile, path: &Path, at_county: bool, welcomes: bool) -> Result<Came, Error> {
    let paths = [path.display().to_string()];
    if at_county {
        let summary = exchange::merge(file, &paths)?;
        return Ok(what_came(&summary.files, path));
    }
    if welcomes {
        return Ok(match exchange::accept_welcome(file, path) {
            Ok(_) => Came::Merged,
            Err(error) => Came::Refused(error.failure().code),
        });
    }
    let received = exchange::receive(file, &paths)?;
    Ok(what_came(&received.files, path))
}

/// What is listed of this file; others that waited may be listed, too.
fn what_came(files: &[IncomingBundle], path: &Path) -> Came {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let file = files.iter().find(|file| file.file_name == name);
    let Some(file) = file.or_else(|| files.first()) else {
        return Came::Refused("nothing is listed".to_owned());
    };
    let why = file.failure.as_ref().map(|failure| failure.code.clone());
    let why = why.unwrap_or_default();
    match file.state.as_str() {
        "ready" | "already_merged" => Came::Merged,
        "parked" => Came::Waits(why),
        _ => Came::Refused(why),
    }
}
