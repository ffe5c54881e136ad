//! In the end: sticks go round, with no more faults, until everyone has everything.

use std::collections::BTreeSet;

use countyline_core::exchange;
use countyline_ledger::CommitHash;

use super::checks::{self, Failure, failure};
use super::travel::Condition;
use super::world::{COUNTY, World};

/// Rounds after which everyone must have everything.
const MOST_ROUNDS: u64 = 10;

impl World {
    /// Sticks go round until everyone has everything any machine held. What a revoked laptop wrote later is
    /// decided on before: most supervisors take it in, and the laptop, found again, comes back with fresh
    /// keys; some keep it out, and it stays where it is.
    ///
    /// # Errors
    /// The first invariant that does not hold.
    pub fn bring_everyone_up_to_date(&mut self) -> Result<(), Failure> {
        self.quiet = true;
        self.sticks.clear();
        // No disk is put back any more, so no list of laptops comes from one.
        self.machines
            .iter_mut()
            .for_each(|machine| machine.images.clear());
        // Nor from a stick whose list went with the disks of all who had read it: that stick is found no more.
        let everybodys = (0..self.machines.len()).map(|number| self.roster_of(number));
        let everybodys: Vec<_> = everybodys.collect::<Result<_, _>>()?;
        let newest = everybodys.iter().map(|roster| roster.version).max();
        self.arrived
            .retain(|stick| Some(stick.roster.version) <= newest);
        let takes_in = self.chance.percent(75);
        let everyone: Vec<usize> = (0..self.machines.len()).collect();
        let at_first = self.held_by(&everyone);
        while !self.is_settled(&at_first, takes_in)? && self.counts.rounds < MOST_ROUNDS {
            self.counts.rounds += 1;
            self.go_round(takes_in)?;
        }
        if self.chance.percent(15) {
            self.destroy_what_nobody_needs()?;
        }
        self.counts.forks = self.chronicle.forked().len() as u64;
        let wanted = self.wanted(&at_first)?;
        self.counts.gone_with_a_disk =
            self.chronicle.len() as u64 - self.held_by(&everyone).len() as u64;
        let enrolled = self.enrolled()?;
        if takes_in && enrolled.len() < self.machines.len() {
            let found = format!("only {enrolled:?} are on the list");
            return Err(failure("a laptop that was found comes back", found));
        }
        let enrolled: Vec<_> = enrolled
            .iter()
            .map(|number| &self.machines[*number])
            .collect();
        checks::everything_reached_everyone(&enrolled, &self.chronicle, &wanted)
            .map_err(|missing| self.with_what_waits(missing))?;
        (1..self.machines.len()).try_for_each(|laptop| self.confirmed_is_held_now(laptop))
    }

    /// A failure with what waits at each machine, and why.
    fn with_what_waits(&self, mut missing: Failure) -> Failure {
        for machine in &self.machines {
            machine.make_current();
            let waiting = exchange::parked(machine.file()).unwrap_or_default();
            let whys = waiting.into_iter().map(|waiting| waiting.failure.code);
            let whys: Vec<String> = whys.collect();
            if !whys.is_empty() {
                let number = machine.number;
                missing.found += &format!("; at machine {number} wait {whys:?}");
            }
        }
        missing
    }

    fn go_round(&mut self, takes_in: bool) -> Result<(), Failure> {
        for laptop in 1..self.machines.len() {
            self.pack_week(laptop)?;
        }
        self.deliver_everything()?;
        if std::mem::take(&mut self.key_is_missing) {
            // Whoever reads why says that the county was restored: then laptops seal for the key it has.
            self.say_that_it_was_restored()?;
            self.replace_a_lost_key()?;
        }
        if takes_in {
            for path in self.waits_for_a_supervisor()? {
                // Taking in makes a list; what another's week brings of lists is read before.
                if self.knows_the_newest_roster()? {
                    self.take_in_later_work(&path)?;
                }
            }
        }
        self.pack_returns()?;
        self.deliver_everything()?;
        if takes_in {
            for laptop in 1..self.machines.len() {
                self.asks_anew(laptop)?;
                self.deliver_everything()?;
            }
        }
        Ok(())
    }

    /// Brings every stick to every machine it is for.
    pub(super) fn deliver_everything(&mut self) -> Result<(), Failure> {
        for stick in std::mem::take(&mut self.sticks) {
            for to in self.readers_of(&stick) {
                self.take_in(&stick, to, &stick.bytes, Condition::AsWritten)?;
            }
        }
        Ok(())
    }

    /// Whether everyone on the county's list has everything, and knows that the county has it.
    fn is_settled(&self, at_first: &BTreeSet<CommitHash>, takes_in: bool) -> Result<bool, Failure> {
        let enrolled = self.enrolled()?;
        if takes_in && enrolled.len() < self.machines.len() {
            return Ok(false);
        }
        let wanted = self.wanted(at_first)?;
        Ok(enrolled
            .iter()
            .all(|number| wanted.is_subset(&self.machines[*number].kept)))
    }

    /// The county, and the laptops that are on its list.
    pub(super) fn enrolled(&self) -> Result<Vec<usize>, Failure> {
        let roster = self.roster_of(COUNTY)?;
        let is_enrolled = |number: &usize| {
            let entry = roster.entry(&self.machines[*number].device);
            *number == COUNTY || entry.is_some_and(|entry| !entry.is_revoked())
        };
        Ok((0..self.machines.len()).filter(is_enrolled).collect())
    }

    /// Every commit any of these machines holds.
    fn held_by(&self, machines: &[usize]) -> BTreeSet<CommitHash> {
        let machines = machines.iter().map(|number| &self.machines[*number]);
        machines
            .flat_map(|machine| machine.kept.iter().copied())
            .collect()
    }

    /// What everyone on the list should have: what any of them held when the sticks began to go round, and what was
    /// written in a record since, but for what a supervisor keeps out. That files went to and fro is written down with
    /// every round, and everyone is always one behind.
    fn wanted(&self, at_first: &BTreeSet<CommitHash>) -> Result<BTreeSet<CommitHash>, Failure> {
        let roster = self.roster_of(COUNTY)?;
        let mut wanted = self.held_by(&self.enrolled()?);
        wanted.retain(|hash| {
            !self.is_in_doubt(&roster, *hash)
                && (at_first.contains(hash) || self.chronicle.writes_in_a_record(*hash))
        });
        Ok(wanted)
    }
}
