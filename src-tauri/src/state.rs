//! What is behind the screens: at most one open case file.
//!
//! The file is open only between unlock and lock. A program left alone for five minutes, hidden for one, or on a
//! machine that slept locks itself: the page is told first, so that it keeps what was typed and shows the door, and
//! at the next look the file is closed whatever the page did. Beside it stands whether the passphrase was typed a
//! moment ago ([`Proof`]), which some commands ask for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use countyline_core::casefile::CaseFile;
use countyline_core::error::{Error, Failure};
use countyline_core::exchange::EnrolmentView;
use countyline_core::letters::{self, Fonts};
use countyline_core::long_work::LongWork;
use countyline_core::outside::Outside;
use countyline_core::start::{self, StartView};
use tauri::Manager;

use crate::commands::class;
use crate::page;
use crate::places::Places;
use crate::proof::{HOLDS_FOR, Moment, Proof};

const IDLE: Duration = Duration::from_secs(5 * 60);
/// Whoever hid the window is waited for this long.
const HIDDEN: Duration = Duration::from_secs(60);
/// Also how long the page has to keep what was typed before the file is closed.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// The state every command is given.
pub struct Shell {
    folder: PathBuf,
    profile: PathBuf,
    fonts_folder: PathBuf,
    desk: Mutex<Desk>,
    /// Apart from the desk, which a long merge holds: asking for it keeps no window waiting.
    proof: Mutex<Proof>,
    away: Mutex<Away>,
    /// Stands beside the desk: it is looked at while work holds the case file.
    long_work: Mutex<LongWork>,
}

struct Desk {
    file: Option<CaseFile>,
    fonts: Option<Fonts>,
    last_used: Instant,
}

/// What says that whoever opened the file may have gone.
#[derive(Debug, Default)]
struct Away {
    hidden_at: Option<Instant>,
    slept: bool,
    /// The page was told to lock.
    told: bool,
}

impl Away {
    /// Whether she has gone, however busy the program is.
    fn is_certain(&self, now: Instant) -> bool {
        let hidden_for = self.hidden_at.map(|at| now.saturating_duration_since(at));
        self.slept || hidden_for.is_some_and(|hidden_for| hidden_for >= HIDDEN)
    }
}

/// What a look at the clocks led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looked {
    /// Nothing to do.
    Here,
    /// The page is to lock.
    Lock,
    /// The page was told, and the file is closed now.
    Closed,
}

impl Shell {
    /// Nothing is open yet.
    pub fn new(places: Places) -> Self {
        let desk = Desk {
            file: None,
            fonts: None,
            last_used: now(),
        };
        let Places {
            office,
            profile,
            fonts,
        } = places;
        Self {
            folder: office,
            profile,
            fonts_folder: fonts,
            desk: Mutex::new(desk),
            proof: Mutex::new(Proof::none(Moment::now())),
            away: Mutex::default(),
            long_work: Mutex::default(),
        }
    }

    /// The office's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where this program stands.
    pub fn start(&self) -> Result<StartView, Failure> {
        let desk = self.desk();
        start::look(&self.folder, desk.file.as_ref()).map_err(refused)
    }

    /// Puts the case file that `open` gives on the desk. Whoever opened it typed the passphrase just now.
    pub fn open(
        &self,
        open: impl FnOnce(&Path, Outside) -> Result<CaseFile, Error>,
    ) -> Result<StartView, Failure> {
        let file = open(&self.folder, self.outside()).map_err(refused)?;
        self.put_on_desk(file);
        self.start()
    }

    /// As [`Shell::open`], for a laptop that now waits for its county.
    pub fn join(
        &self,
        create: impl FnOnce(&Path, Outside) -> Result<(CaseFile, EnrolmentView), Error>,
    ) -> Result<EnrolmentView, Failure> {
        let (file, enrolment) = create(&self.folder, self.outside()).map_err(refused)?;
        self.put_on_desk(file);
        Ok(enrolment)
    }

    /// What is under way in the case file and takes long; it does not wait for it.
    pub fn long_work(&self) -> LongWork {
        let work = self
            .long_work
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        work.clone()
    }

    fn put_on_desk(&self, file: CaseFile) {
        let mut work = self
            .long_work
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *work = file.long_work().clone();
        drop(work);
        self.desk().file = Some(file);
        *self.away() = Away::default();
        self.proof().give(Moment::now());
    }

    /// Closes the case file.
    pub fn lock(&self) -> Result<StartView, Failure> {
        self.close(&mut self.desk());
        self.start()
    }

    /// Takes the passphrase again. The one wrong passphrase too many closes the case file.
    pub fn prove(&self, passphrase: &str) -> Result<(), Failure> {
        self.with_file(|file| file.ensure_passphrase(passphrase))?;
        self.proof().give(Moment::now());
        Ok(())
    }

    /// The window shows nothing of its work from now on: the passphrase has to be typed again.
    pub fn hide(&self, now: Moment) {
        self.proof().forget();
        self.away().hidden_at = Some(now.steady);
    }

    /// The window is seen again.
    pub fn show(&self) {
        self.away().hidden_at = None;
    }

    /// Refuses a command that asks for the passphrase, unless it was typed a moment ago.
    pub fn ensure_proved(&self, command: &str) -> Result<(), Failure> {
        if !class(command).is_some_and(|class| class.asks()) {
            return Ok(());
        }
        let now = Moment::now();
        self.look(now);
        if self.proof().holds(now) {
            return Ok(());
        }
        Err(passphrase_needed())
    }

    /// Works on the open case file; refused while it is locked.
    pub fn with_file<T>(
        &self,
        work: impl FnOnce(&mut CaseFile) -> Result<T, Error>,
    ) -> Result<T, Failure> {
        let mut desk = self.desk();
        let file = desk.file.as_mut().ok_or_else(locked)?;
        let outcome = work(file);
        // Whoever guesses at the keyboard finds the door shut, as she would before it.
        if let Err(Error::LockedOut | Error::LockedForNow { .. }) = outcome {
            self.close(&mut desk);
        }
        outcome.map_err(refused)
    }

    /// As [`Shell::with_file`], with the fonts of letters, which are read on first use.
    pub fn with_file_and_fonts<T>(
        &self,
        work: impl FnOnce(&mut CaseFile, &Fonts) -> Result<T, Error>,
    ) -> Result<T, Failure> {
        let mut desk = self.desk();
        let Desk { file, fonts, .. } = &mut *desk;
        let file = file.as_mut().ok_or_else(locked)?;
        let fonts = match fonts {
            Some(fonts) => fonts,
            none => {
                let packs = letters::font_packs(&self.folder);
                let fonts = Fonts::load_with_packs(&self.fonts_folder, &packs);
                none.insert(fonts.map_err(|error| refused(error.into()))?)
            }
        };
        let outcome = work(file, fonts);
        if let Err(Error::LockedOut | Error::LockedForNow { .. }) = outcome {
            self.close(&mut desk);
        }
        outcome.map_err(refused)
    }

    fn close(&self, desk: &mut Desk) {
        desk.file = None;
        self.proof().forget();
    }

    fn proof(&self) -> MutexGuard<'_, Proof> {
        self.proof.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The real machine, with the secret of whoever is logged in.
    pub fn outside(&self) -> Outside {
        Outside::of_this_machine(&self.profile)
    }

    /// A command that panicked left the case file as its last transaction did, so the desk stays usable.
    fn desk(&self) -> MutexGuard<'_, Desk> {
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        desk.last_used = now();
        desk
    }

    fn away(&self) -> MutexGuard<'_, Away> {
        self.away.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the clocks. That the machine slept is remembered until somebody opens the file again.
    fn look(&self, now: Moment) {
        if self.proof().look(now) {
            self.away().slept = true;
        }
    }

    /// Locks if whoever opened the file may have gone. While a command works with the file it is not closed.
    fn lock_if_left(&self, now: Moment) -> Looked {
        self.look(now);
        let mut away = self.away();
        let mut desk = match self.desk.try_lock() {
            Ok(desk) => desk,
            Err(TryLockError::Poisoned(desk)) => desk.into_inner(),
            Err(TryLockError::WouldBlock) => {
                let is_new = away.is_certain(now.steady) && !away.told;
                away.told |= is_new;
                return if is_new { Looked::Lock } else { Looked::Here };
            }
        };
        let idle_for = now.steady.saturating_duration_since(desk.last_used);
        if desk.file.is_none() || !(away.is_certain(now.steady) || idle_for >= IDLE) {
            away.told = false;
            return Looked::Here;
        }
        if !away.told {
            away.told = true;
            return Looked::Lock;
        }
        away.told = false;
        drop(away);
        self.close(&mut desk);
        Looked::Closed
    }
}

/// Locks the office once whoever opened it may have gone.
pub fn lock_when_left(app: tauri::AppHandle) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(LOOK_EVERY);
            if app.state::<Shell>().lock_if_left(Moment::now()) != Looked::Here {
                page::tell(&app, "lock", &serde_json::Value::Null);
            }
        }
    });
}

/// The code and values a refusal crosses to the window as.
pub fn refused(error: Error) -> Failure {
    error.failure()
}

fn locked() -> Failure {
    Failure {
        code: "locked".to_owned(),
        values: BTreeMap::new(),
    }
}

/// The passphrase must be typed first, and then counts for so many minutes.
fn passphrase_needed() -> Failure {
    let minutes = HOLDS_FOR.as_secs().div_ceil(60).to_string();
    Failure {
        code: "passphrase-needed".to_owned(),
        values: BTreeMap::from([("minutes".to_owned(), minutes)]),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "measures idleness; never reaches a record"
)]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests;
