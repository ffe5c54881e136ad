//! I5: what a laptop counts as safe at the county is there, those very bytes; what it does not, it keeps, and
//! sends again.
//!
//! A county that was set back holds less than it stated. Until a laptop has its next statement, it may count
//! on the one before; in the end what was confirmed is there again.

use std::rc::Rc;

use countyline_core::exchange::{self, testing::confirmed};

use super::checks::{Failure, failure, refused};
use super::world::{COUNTY, World};

const SAFE: &str = "what is confirmed the county holds";

impl World {
    /// Remembers what the county held, and nothing of it in part only, when it made a statement, if it made one.
    pub(super) fn keep_what_was_stated(
        &mut self,
        before: Option<(u64, u64)>,
    ) -> Result<(), Failure> {
        let after = self.statement_of(COUNTY)?;
        if let Some(number) = after.filter(|_| after != before) {
            let held = Rc::new(self.machines[COUNTY].held_whole());
            self.stated.entry(number).or_default().push(held);
        }
        Ok(())
    }

    /// What a laptop counts as safe was held at the county when it stated so, and is there now unless the
    /// county was set back. Statements never go back.
    pub(super) fn confirmed_is_held(&mut self, laptop: usize) -> Result<(), Failure> {
        let number = self.statement_of(laptop)?;
        let machine = &mut self.machines[laptop];
        if number < machine.statement {
            let found = format!("machine {laptop}: {number:?} after {:?}", machine.statement);
            return Err(failure("an old return confirms nothing", found));
        }
        machine.statement = number;
        let safe = confirmed(machine.file());
        let (safe, _) = safe.map_err(|error| refused("read what is confirmed", &error))?;
        if safe.is_empty() {
            return Ok(());
        }
        let stated = number.and_then(|number| self.stated.get(&number));
        let mut stated = stated.into_iter().flatten();
        if !stated.any(|held| safe.is_subset(held)) {
            let found = format!("machine {laptop} counts on more than {number:?} says");
            return Err(failure(SAFE, found));
        }
        let county = &self.machines[COUNTY].kept;
        let is_there = |hash| county.contains(hash) || self.lost_at_county.contains(hash);
        match safe.iter().find(|hash| !is_there(hash)) {
            None => Ok(()),
            Some(missing) => {
                let found = format!("machine {laptop} counts on {missing}");
                Err(failure(SAFE, found))
            }
        }
    }

    /// In the end nothing that a laptop counts as safe is missing at the county.
    pub(super) fn confirmed_is_held_now(&mut self, laptop: usize) -> Result<(), Failure> {
        self.confirmed_is_held(laptop)?;
        let safe = confirmed(self.machines[laptop].file());
        let (safe, _) = safe.map_err(|error| refused("read what is confirmed", &error))?;
        self.counts.confirmed += safe.len() as u64;
        let county = self.machines[COUNTY].held_whole();
        match safe.difference(&county).next() {
            None => Ok(()),
            Some(missing) => {
                let found = format!("machine {laptop} counts on {missing} in the end");
                Err(failure(SAFE, found))
            }
        }
    }

    /// The week that was just packed carries everything its writer does not count as safe: all of its own that
    /// follows something it holds, and was written before the week was.
    pub(super) fn everything_unconfirmed_goes_out(
        &mut self,
        laptop: usize,
        packed: usize,
    ) -> Result<(), Failure> {
        let machine = &self.machines[laptop];
        machine.make_current();
        let own = confirmed(machine.file());
        let (_, mut open) = own.map_err(|error| refused("read what is confirmed", &error))?;
        let shown = exchange::send_state(machine.file());
        let shown = shown.map_err(|error| refused("read what was sent", &error))?;
        if usize::try_from(shown.unconfirmed).is_ok_and(|shown| shown > open.len()) {
            let found = format!("machine {laptop}: {} of {}", shown.unconfirmed, open.len());
            return Err(failure("what is not confirmed is counted once", found));
        }
        // That the week was sent is in the next one.
        let sending = self.chronicle.last_of(&open, machine.noted.0);
        open.retain(|hash| Some(*hash) != sending);
        for stick in &self.sticks[packed..] {
            open.retain(|hash| !stick.said.commits.contains(hash));
        }
        let follows = |hash: &countyline_ledger::CommitHash| {
            let written = self.chronicle.get(*hash);
            written.is_some_and(|written| {
                written.commit.header().seq == 1 || machine.kept.contains(&written.previous)
            })
        };
        match open.iter().find(|hash| follows(hash)) {
            None => Ok(()),
            Some(left) => {
                let found = format!("machine {laptop} left {left} behind");
                Err(failure("what is not confirmed goes out again", found))
            }
        }
    }
}
