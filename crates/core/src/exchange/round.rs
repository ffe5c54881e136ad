//! One round of files: each merged, refused or kept for later, and after them once more those that waited.

use std::path::Path;

use countyline_ledger::Value;

use super::arriving::InRound;
use super::{IncomingBundle, ParkedView, arriving, count, parked, received, undoing};
use crate::casefile::{Action, CaseFile, PlaceKind, TakenIn};
use crate::error::{Error, Result};
use crate::long_work::Work;
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};

/// What a round has come to so far.
#[derive(Default)]
pub(super) struct Round {
    pub(super) files: Vec<IncomingBundle>,
    pub(super) added: i32,
    pub(super) changed: i32,
    pub(super) known: i32,
    /// A newer roster came.
    pub(super) new_roster: bool,
    merged: Vec<Value>,
}

impl Round {
    /// Takes in these files, one after another, and then what waited for them. Asked to stop, it takes in none of the
    /// file under way and of those after it; the files before it are in.
    pub(super) fn take_all(
        &mut self,
        file: &mut CaseFile,
        work: Work,
        paths: &[impl AsRef<Path>],
    ) -> Result<()> {
        let work = file.long_work().begin(work, paths.len());
        for (number, path) in (1..).zip(paths) {
            // Who asked to stop reads it of every file that was not taken in.
            let _ = file.long_work().file(number);
            self.take(file, path.as_ref())?;
        }
        if !file.long_work().is_to_stop() {
            self.retry_parked(file)?;
        }
        drop(work);
        self.finish(file)
    }

    /// Takes in one file. One that is refused does not stop the others.
    fn take(&mut self, file: &mut CaseFile, path: &Path) -> Result<()> {
        let outcome = match self.try_to_take(file, path, path) {
            Ok(taken) => taken,
            Err(why) if parked::may_come_later(&why) => {
                parked::park(file, path, &why)?;
                parked::listed(path, &why)
            }
            Err(refused) => arriving::refusal(path, state_of(&refused), &refused),
        };
        self.files.push(outcome);
        Ok(())
    }

    /// Tries again what waits, until nothing more can be taken in: one bundle may bring what another
    /// waits for.
    fn retry_parked(&mut self, file: &mut CaseFile) -> Result<()> {
        #[cfg(any(test, feature = "testing"))]
        if breaks(Broken::ParkedForgotten) {
            return Ok(());
        }
        loop {
            let mut released = 0;
            for waiting in parked::parked(file)? {
                let outcome = self.retry_one(file, &waiting)?;
                if is_merged(&outcome) {
                    released += 1;
                    self.files.retain(|listed| {
                        listed.state != "parked" || listed.file_name != outcome.file_name
                    });
                    self.files.push(outcome);
                }
            }
            if released == 0 {
                return Ok(());
            }
        }
    }

    /// Writes down what was merged.
    fn finish(&mut self, file: &mut CaseFile) -> Result<()> {
        if self.merged.is_empty() {
            return Ok(());
        }
        let merged = Value::List(std::mem::take(&mut self.merged));
        file.change(Action::MergeBundles, |change| {
            change.audit(Action::MergeBundles, None, merged);
            Ok(())
        })?;
        if file.place().kind == PlaceKind::CountyOffice {
            undoing::let_go_of_earlier_files(file)?;
        }
        // Another place may have given the person here a role, or ended her access. What the round had begun under
        // the one before is written down first.
        file.meet_person()
    }

    /// Takes in one file that lies at `path` and came as `shown`; the refusal, if it is refused.
    fn try_to_take(
        &mut self,
        file: &mut CaseFile,
        path: &Path,
        shown: &Path,
    ) -> Result<IncomingBundle> {
        if file.long_work().is_to_stop() {
            return Err(Error::Stopped);
        }
        let unpacked = arriving::unpack(file, path, shown)?;
        let in_round = match self.merged.is_empty() {
            true => InRound::First,
            false => InRound::Later,
        };
        let taken = arriving::take(file, &unpacked, in_round)?;
        self.new_roster |= unpacked.roster.is_some();
        // A file with something in it that was erased on arrival is not kept.
        let keeps = taken.new > 0 && !taken.reduced;
        if keeps && file.place().kind == PlaceKind::CountyOffice {
            received::keep(file, &unpacked.sha256(), path);
        }
        self.count(&taken, unpacked.sha256());
        Ok(unpacked.describe(&taken))
    }

    /// A bundle that waits: let go once it is merged; otherwise it goes on waiting, if only for another
    /// reason.
    fn retry_one(&mut self, file: &mut CaseFile, waiting: &ParkedView) -> Result<IncomingBundle> {
        let copy = parked::path_of(file, &waiting.id);
        let shown = Path::new(&waiting.file_name);
        match self.try_to_take(file, &copy, shown) {
            Ok(outcome) => {
                parked::release(file, waiting)?;
                Ok(outcome)
            }
            Err(why) => {
                parked::keep_reason(file, waiting, &why)?;
                Ok(parked::listed(shown, &why))
            }
        }
    }

    fn count(&mut self, taken: &TakenIn, sha256: [u8; 32]) {
        self.added += count(taken.added as u64);
        self.changed += count(taken.changed as u64);
        self.known += count(taken.known);
        if taken.new > 0 {
            self.merged.push(Value::bytes(sha256));
        }
    }
}

fn is_merged(outcome: &IncomingBundle) -> bool {
    matches!(outcome.state.as_str(), "ready" | "already_merged")
}

/// Tries one bundle that waits.
pub(super) fn retry(file: &mut CaseFile, waiting: &ParkedView) -> Result<IncomingBundle> {
    let mut round = Round::default();
    let outcome = round.retry_one(file, waiting)?;
    round.retry_parked(file)?;
    round.finish(file)?;
    Ok(outcome)
}

/// What a file that could not be taken in is listed as.
pub(super) fn state_of(refused: &Error) -> &'static str {
    match refused {
        Error::ReturnForAnother => "for_another",
        Error::Stopped => "stopped",
        other if parked::may_come_later(other) => "parked",
        _ => "refused",
    }
}
