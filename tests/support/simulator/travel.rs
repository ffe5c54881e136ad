//! Packing sticks, and what becomes of them on their way.

use std::path::Path;
use std::rc::Rc;

use countyline_bundle::{Manifest, OpeningKey};
use countyline_core::exchange;
use countyline_core::exchange::testing::keys;

use super::checks::{Failure, failure, refused};
use super::sticks::{Addressee, Said, Stick, unplug};
use super::world::{COUNTY, Outcome, World, refused_by_the_file_system};

/// What happened to a file on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Condition {
    AsWritten,
    CutShort,
    Altered,
    Misdelivered,
}

impl World {
    /// A laptop packs its week, or the county what it hands back.
    pub(super) fn pack_stick(&mut self) -> Result<(), Failure> {
        let laptop = 1 + self.chance.below(self.machines.len() - 1);
        match self.chance.below(100) {
            0..60 => self.pack_week(laptop),
            60..95 => self.pack_returns(),
            _ => self.welcome_again(laptop),
        }
    }

    pub(super) fn pack_week(&mut self, laptop: usize) -> Result<(), Failure> {
        let folder = self.stick_folder();
        let outcome = self.act(laptop, None, |file| {
            exchange::send_week(file, &folder).map(drop)
        })?;
        if let Outcome::Refused(countyline_core::error::Error::NotJoined) = outcome {
            // It has fresh keys, and its welcome has not come.
            return Ok(());
        }
        self.counts.weeks_packed += 1;
        let packed = self.pick_up(&outcome, "send the week", &folder, laptop, &|_| {
            Addressee::County
        })?;
        if matches!(outcome, Outcome::Done(())) {
            self.everything_unconfirmed_goes_out(laptop, packed)?;
        }
        Ok(())
    }

    /// The county hands back to every laptop on its list.
    pub(super) fn pack_returns(&mut self) -> Result<(), Failure> {
        let folder = self.stick_folder();
        let before = self.statement_of(COUNTY)?;
        let hidden = self.hidden_from_each()?;
        let mut handed_back = Vec::new();
        let outcome = self.act(COUNTY, None, |file| {
            handed_back = exchange::hand_back(file, &folder)?;
            Ok(())
        })?;
        self.keep_what_was_stated(before)?;
        let roster = self.roster_of(COUNTY)?;
        let devices = roster.entries.iter().map(|entry| entry.device);
        let of_device: Vec<(String, [u8; 16])> = handed_back
            .iter()
            .zip(devices)
            .flat_map(|(laptop, device)| laptop.paths.iter().map(move |path| (path, device)))
            .map(|(path, device)| (path.clone(), device))
            .collect();
        let first = self.pick_up(&outcome, "hand back", &folder, COUNTY, &|name| {
            let mut named = of_device.iter();
            let (_, device) = named.find(|(path, _)| path.ends_with(name))?;
            Some(Addressee::Laptop(*device))
        })?;
        for stick in &mut self.sticks[first..] {
            self.counts.returns_packed += 1;
            if let Addressee::Laptop(device) = stick.to {
                stick.said.hidden = hidden.get(&device).cloned().unwrap_or_default();
            }
        }
        Ok(())
    }

    /// The county writes another welcome for a laptop it has, as after a first one that was lost.
    fn welcome_again(&mut self, laptop: usize) -> Result<(), Failure> {
        if !self.knows_the_newest_roster()? {
            return Ok(());
        }
        let to = Addressee::Laptop(self.machines[laptop].device);
        let folder = self.stick_folder();
        let outcome = self.act(laptop, None, |file| {
            exchange::write_enrolment(file, &folder).map(|request| request.path)
        })?;
        let Some(asked) = self.was_decided("ask to join again", outcome, |_| false)? else {
            return Ok(());
        };
        let request = folder.with_file_name("request.clb");
        std::fs::rename(asked, &request).map_err(|error| refused_by_the_file_system(&error))?;
        self.welcome(&request, to)
    }

    /// The county enrolls whoever asks, if its list lets it.
    pub(super) fn welcome(&mut self, request: &Path, to: Addressee) -> Result<(), Failure> {
        let folder = self.stick_folder();
        let hidden = self.hidden_from_each()?;
        let outcome = self.act(COUNTY, None, |file| {
            exchange::enrol_laptop(file, request, &folder).map(drop)
        })?;
        if let Outcome::Refused(countyline_core::error::Error::RevokedLaptop) = outcome {
            return Ok(());
        }
        self.counts.welcomes_packed += 1;
        let first = self.pick_up(&outcome, "welcome a laptop", &folder, COUNTY, &|_| Some(to))?;
        for stick in &mut self.sticks[first..] {
            if let Addressee::Laptop(device) = stick.to {
                stick.said.hidden = hidden.get(&device).cloned().unwrap_or_default();
            }
        }
        Ok(())
    }

    /// Whatever lies on the stick under its whole name is a file, also where writing was interrupted. Says
    /// from which place on the new sticks lie.
    fn pick_up<A: Into<Option<Addressee>>>(
        &mut self,
        outcome: &Outcome<()>,
        doing: &str,
        folder: &Path,
        from: usize,
        to: &dyn Fn(&str) -> A,
    ) -> Result<usize, Failure> {
        let first = self.sticks.len();
        if let Outcome::Refused(error) = outcome {
            return Err(refused(doing, error));
        }
        let files = unplug(folder).map_err(|error| refused_by_the_file_system(&error))?;
        if files.is_empty() && matches!(outcome, Outcome::Done(())) {
            let found = format!("machine {from} wrote nothing");
            return Err(failure("a file said to be written is there", found));
        }
        let roster = self.roster_of(from)?;
        for (name, bytes) in files {
            let known = match to(&name).into() {
                Some(to) => self.read_as(&bytes, from, to)?.map(|said| (to, said)),
                None => self.whose(&bytes, from)?,
            };
            let Some((to, said)) = known else {
                let found = format!("{name} opens for nobody");
                return Err(failure("a file opens for whom it was written", found));
            };
            self.sticks.push(Stick {
                to,
                from,
                name,
                bytes,
                said,
                roster: Rc::clone(&roster),
            });
        }
        Ok(first)
    }

    /// Who can open a file, where the power was cut before that was said.
    fn whose(&self, bytes: &[u8], from: usize) -> Result<Option<(Addressee, Said)>, Failure> {
        for machine in &self.machines[1..] {
            let to = Addressee::Laptop(machine.device);
            if let Some(said) = self.read_as(bytes, from, to)? {
                return Ok(Some((to, said)));
            }
        }
        Ok(None)
    }

    /// Reads a file that was just written as whom it is for reads it; none if it is for another.
    fn read_as(&self, bytes: &[u8], from: usize, to: Addressee) -> Result<Option<Said>, Failure> {
        let reading = |error| refused("read the keys", &error);
        let writer = keys(self.machines[from].file()).map_err(reading)?;
        let laptops: Vec<OpeningKey>;
        let opening = match to {
            Addressee::County => &self.county_keys,
            Addressee::Laptop(device) => {
                let mut machines = self.machines.iter();
                let Some(machine) = machines.find(|machine| machine.device == device) else {
                    return Ok(Some(Said::default()));
                };
                laptops = vec![keys(machine.file()).map_err(reading)?.opening];
                &laptops
            }
        };
        let signer = |_: &Manifest| Some(writer.signing.verifying_key());
        match Said::read(bytes, opening, signer, &self.chronicle) {
            Ok(said) => Ok(Some(said)),
            Err(countyline_bundle::BundleError::NotForThisKey) => Ok(None),
            Err(error) => Err(failure(
                "a file opens for whom it was written",
                error.to_string(),
            )),
        }
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
            15..21 => self.deliver(place, Condition::CutShort),
            21..27 => self.deliver(place, Condition::Altered),
            27..33 => self.deliver(place, Condition::Misdelivered),
            33..55 => self.deliver(place, Condition::AsWritten),
            _ => {
                self.deliver(place, Condition::AsWritten)?;
                self.sticks.remove(place);
                Ok(())
            }
        }
    }
}
