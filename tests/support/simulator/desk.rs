//! What is decided at the county's desk: who is struck from the list and what becomes of what such a laptop
//! wrote later, when the county's key is replaced and destroyed, whether a merge is taken back.
//!
//! Whoever makes a new list of laptops reads the laptops' weeks first if the county was set back, as the
//! guide says: two different lists under one number are an alarm for good.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use countyline_bundle::{Manifest, Roster};
use countyline_core::error::Error;
use countyline_core::exchange::testing::keys;
use countyline_core::exchange::{self, Standing};
use countyline_ledger::CommitHash;

use super::checks::{Failure, failure, refused};
use super::sticks::{Addressee, Said, Stick};
use super::world::{COUNTY, World, refused_by_the_file_system};

impl World {
    pub(super) fn somebody_decides_at_the_desk(&mut self) -> Result<(), Failure> {
        match self.chance.below(100) {
            0..12 => self.revoke_a_laptop(),
            12..35 => self.decide_on_later_work(),
            35..45 => self.replace_the_key(),
            45..60 => self.destroy_a_key(),
            60..90 => self.take_a_merge_back(),
            _ => self.settle_a_notice(),
        }
    }

    /// Whether the county knows every list of laptops that anybody could know. One on a stick that arrived counts, too:
    /// whoever read it may have been set back since, and it may be brought once more.
    pub(super) fn knows_the_newest_roster(&self) -> Result<bool, Failure> {
        let sticks = self.sticks.iter().chain(&self.waiting).chain(&self.arrived);
        let mut versions: Vec<u64> = sticks.map(|stick| stick.roster.version).collect();
        let images = self.machines.iter().flat_map(|machine| &machine.images);
        versions.extend(images.map(|image| image.roster));
        for number in 1..self.machines.len() {
            versions.push(self.roster_of(number)?.version);
        }
        let ours = self.roster_of(COUNTY)?.version;
        Ok(versions.iter().all(|version| *version <= ours))
    }

    fn revoke_a_laptop(&mut self) -> Result<(), Failure> {
        let roster = self.roster_of(COUNTY)?;
        let enrolled = roster.entries.iter().filter(|entry| !entry.is_revoked());
        let enrolled: Vec<String> = enrolled.map(|entry| entry.laptop_name.clone()).collect();
        if enrolled.len() < 2 || !self.knows_the_newest_roster()? {
            return Ok(());
        }
        let laptop = enrolled[self.chance.below(enrolled.len())].clone();
        let outcome = self.act(COUNTY, None, |file| {
            exchange::revoke_laptop(file, &laptop).map(drop)
        })?;
        let done = self.was_decided("revoke a laptop", outcome, |_| false)?;
        self.counts.laptops_revoked += u64::from(done.is_some());
        Ok(())
    }

    /// A supervisor takes in or keeps out what a revoked laptop wrote later, if something waits.
    fn decide_on_later_work(&mut self) -> Result<(), Failure> {
        let waiting = self.waits_for_a_supervisor()?;
        if waiting.is_empty() || !self.knows_the_newest_roster()? {
            return Ok(());
        }
        let path = waiting[self.chance.below(waiting.len())].clone();
        if self.chance.percent(70) {
            return self.take_in_later_work(&path);
        }
        let outcome = self.act(COUNTY, None, |file| {
            exchange::keep_out_revoked_work(file, &path).map(drop)
        })?;
        let done = self.was_decided("keep later work out", outcome, waits_for_something_else)?;
        self.counts.kept_out += u64::from(done.is_some());
        self.count_what_is_held(COUNTY)
    }

    /// The ids of the files at the county that hold what a revoked laptop wrote later.
    pub(super) fn waits_for_a_supervisor(&self) -> Result<Vec<PathBuf>, Failure> {
        let machine = &self.machines[COUNTY];
        machine.make_current();
        let waiting = exchange::parked(machine.file());
        let waiting = waiting.map_err(|error| refused("read what waits", &error))?;
        let revoked = waiting
            .into_iter()
            .filter(|waiting| waiting.failure.code == "bundle-revoked-laptop");
        Ok(revoked.map(|waiting| PathBuf::from(waiting.id)).collect())
    }

    pub(super) fn take_in_later_work(&mut self, path: &Path) -> Result<(), Failure> {
        let outcome = self.act(COUNTY, None, |file| {
            exchange::take_in_revoked_work(file, path).map(drop)
        })?;
        let done = self.was_decided("take later work in", outcome, waits_for_something_else)?;
        self.counts.taken_in_after_all += u64::from(done.is_some());
        self.count_what_is_held(COUNTY)
    }

    /// A county that knows again of a key that it lost makes another, as its screen says.
    pub(super) fn replace_a_lost_key(&mut self) -> Result<(), Failure> {
        let machine = &self.machines[COUNTY];
        machine.make_current();
        let keys = exchange::keys(machine.file());
        let keys = keys.map_err(|error| refused("read the keys", &error))?;
        match keys.own_key_missing {
            true => self.replace_the_key(),
            false => Ok(()),
        }
    }

    fn replace_the_key(&mut self) -> Result<(), Failure> {
        if !self.knows_the_newest_roster()? {
            return Ok(());
        }
        let outcome = self.act(COUNTY, None, |file| exchange::replace_key(file).map(drop))?;
        let done = self.was_decided("replace the key", outcome, |_| false)?;
        self.counts.keys_replaced += u64::from(done.is_some());
        self.learn_the_countys_key()
    }

    /// In the end everyone who is on the list knows the newest key: every one before it can be destroyed, and weeks
    /// arrive as before.
    ///
    /// # Errors
    /// If one cannot.
    pub(super) fn destroy_what_nobody_needs(&mut self) -> Result<(), Failure> {
        let machine = &self.machines[COUNTY];
        machine.make_current();
        let keys = exchange::keys(machine.file());
        let keys = keys.map_err(|error| refused("read the keys", &error))?;
        for _ in 0..keys.replaced.len() {
            self.destroy_a_key()?;
        }
        for laptop in self.enrolled()? {
            if laptop != COUNTY {
                self.pack_week(laptop)?;
            }
        }
        self.deliver_everything()
    }

    /// Destroys a key nobody needs any more; where only time is lacking, it passes.
    fn destroy_a_key(&mut self) -> Result<(), Failure> {
        let machine = &self.machines[COUNTY];
        machine.make_current();
        let keys = exchange::keys(machine.file());
        let keys = keys.map_err(|error| refused("read the keys", &error))?;
        let left = keys
            .replaced
            .iter()
            .filter(|key| key.destroyed_at.is_none());
        let mut free = left.filter(|key| key.can_go_on.is_some());
        let Some(epoch) = free.next().map(|key| u64::from(key.epoch.unsigned_abs())) else {
            return Ok(());
        };
        self.machines[COUNTY].clock.let_a_quarter_pass();
        let outcome = self.act(COUNTY, None, |file| {
            exchange::destroy_key(file, epoch).map(drop)
        })?;
        let still_needed = |error: &Error| {
            matches!(
                error,
                Error::KeyStillNeeded | Error::KeyNeededByFiles { .. }
            )
        };
        let done = self.was_decided("destroy a key", outcome, still_needed)?;
        self.counts.keys_destroyed += u64::from(done.is_some());
        Ok(())
    }

    /// Takes the last merge back. Its commits leave the history, and its files hold every one of them.
    fn take_a_merge_back(&mut self) -> Result<(), Failure> {
        let machine = &mut self.machines[COUNTY];
        let before = machine.kept.clone();
        // What came in files may go, also where the power is cut.
        let held = machine.held().map_err(|error| refused("read", &error))?;
        let own = held.into_iter().filter(|held| held.bundle == 0);
        machine.kept = own.map(|held| held.hash).collect();
        let outcome = self.act(COUNTY, None, |file| exchange::undo_merge(file).map(drop))?;
        let nothing_to_undo = |error: &Error| {
            matches!(
                error,
                Error::NothingToUndo
                    | Error::MergeBuiltOn
                    | Error::MergeHandedOut
                    | Error::MergedSince
                    | Error::MergedFileGone
            )
        };
        let done = self.was_decided("take a merge back", outcome, nothing_to_undo)?;
        self.counts.merges_taken_back += u64::from(done.is_some());
        let machine = &self.machines[COUNTY];
        let held = machine.held().map_err(|error| refused("read", &error))?;
        let held: BTreeSet<CommitHash> = held.into_iter().map(|held| held.hash).collect();
        let gone: Vec<CommitHash> = before.difference(&held).copied().collect();
        let files = exchange::files_taken_back(machine.file());
        let files = files.map_err(|error| refused("read the files taken back", &error))?;
        let mut kept = BTreeSet::new();
        for path in &files {
            kept.extend(self.commits_in(path)?);
        }
        if let Some(lost) = gone.iter().find(|hash| !kept.contains(*hash)) {
            let found = format!("{lost} is in no file of the county");
            return Err(failure("what is taken back stays in the office", found));
        }
        if self.counts.counties_restored > 0 {
            // It may not remember that it handed this out, and the laptops count on it.
            self.lost_at_county.extend(gone.iter().copied());
        }
        self.count_what_is_held(COUNTY)?;
        if !gone.is_empty() && self.chance.percent(60) {
            self.act(COUNTY, None, |file| exchange::merge(file, &files).map(drop))?;
            self.count_what_is_held(COUNTY)?;
        }
        Ok(())
    }

    /// The commits in a file that the county keeps: signed by who wrote it, or by the county itself where what was
    /// erased was taken out of it.
    fn commits_in(&self, week: &str) -> Result<BTreeSet<CommitHash>, Failure> {
        let bytes = std::fs::read(week);
        let bytes = bytes.map_err(|error| refused_by_the_file_system(&error))?;
        let roster = self.roster_of(COUNTY)?;
        let own = keys(self.machines[COUNTY].file());
        let own = own.map_err(|error| refused("read the keys", &error))?;
        let own = own.signing.verifying_key();
        let signer = |manifest: &Manifest| match manifest.signing_key == own.key_id() {
            true => Some(own.clone()),
            false => roster.verifying_key(&manifest.cover.device).cloned(),
        };
        let said = Said::read(&bytes, &self.county_keys, signer, &self.chronicle);
        said.map(|said| said.commits)
            .map_err(|error| failure("a file that is kept opens", error.to_string()))
    }

    fn settle_a_notice(&mut self) -> Result<(), Failure> {
        let machine = self.any_machine();
        self.machines[machine].make_current();
        let notices = exchange::notices(self.machines[machine].file());
        let notices = notices.map_err(|error| refused("read the notices", &error))?;
        let Some(notice) = notices.first() else {
            return Ok(());
        };
        let outcome = self.act(machine, None, |file| {
            exchange::settle_notice(file, &notice.id).map(drop)
        })?;
        self.was_decided("settle a notice", outcome, |_| false)
            .map(drop)
    }

    /// A laptop that was revoked and found makes itself fresh keys and asks to be enrolled anew.
    pub(super) fn a_found_laptop_asks_anew(&mut self) -> Result<(), Failure> {
        for number in 1..self.machines.len() {
            if self.asks_anew(number)? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Whether this laptop was revoked, could make itself fresh keys, and was enrolled anew.
    pub(super) fn asks_anew(&mut self, number: usize) -> Result<bool, Failure> {
        self.machines[number].make_current();
        let standing = exchange::standing(self.machines[number].file());
        let standing = standing.map_err(|error| refused("read how it stands", &error))?;
        if standing == Standing::Enrolled || !self.knows_the_newest_roster()? {
            return Ok(false);
        }
        let folder = self.stick_folder();
        let outcome = self.act(number, None, |file| {
            exchange::renew_keys(file, &folder, false).map(|request| request.path)
        })?;
        let not_yet = |error: &Error| matches!(error, Error::WorkNotTakenIn);
        let Some(request) = self.was_decided("ask anew", outcome, not_yet)? else {
            return Ok(false);
        };
        let request = PathBuf::from(request);
        let elsewhere = folder.with_file_name("request.clb");
        std::fs::rename(request, &elsewhere).map_err(|error| refused_by_the_file_system(&error))?;
        self.counts.keys_renewed += 1;
        let to = Addressee::Laptop(self.machines[number].device);
        self.welcome(&elsewhere, to)?;
        Ok(true)
    }

    /// Whether a commit is a revoked laptop's and leads to none of the commits that a list of laptops names as the
    /// last that are known of it.
    pub(super) fn is_in_doubt(&self, roster: &Roster, hash: CommitHash) -> bool {
        let Some(written) = self.chronicle.get(hash) else {
            return false;
        };
        let entry = roster.entry(&written.by.device);
        let revoked = entry.and_then(|entry| entry.revoked.as_ref());
        revoked.is_some_and(|revoked| {
            let mut known = revoked.last_known.iter();
            !known.any(|last| {
                last.log_id == written.log.0 && self.chronicle.leads_to(hash, CommitHash(last.hash))
            })
        })
    }

    /// Whether a stick ends, in some log of a laptop revoked by this list, in a commit that the list does not name
    /// and the county did not hold: then it waits.
    pub(super) fn ends_in_doubt(
        &self,
        roster: &Roster,
        stick: &Stick,
        held: &BTreeSet<CommitHash>,
    ) -> bool {
        stick.said.ends.iter().any(|end| {
            let written = self.chronicle.get(*end);
            let entry = written.and_then(|written| roster.entry(&written.by.device));
            let revoked = entry.and_then(|entry| entry.revoked.as_ref());
            revoked.is_some_and(|revoked| {
                let mut known = revoked.last_known.iter();
                !held.contains(end) && !known.any(|last| last.hash == end.0)
            })
        })
    }
}

/// What waits for a supervisor may wait for something else as well, or may have been taken in with what was decided
/// on before.
fn waits_for_something_else(error: &Error) -> bool {
    matches!(error, Error::KeyDestroyed { .. } | Error::FileNotFound)
}
