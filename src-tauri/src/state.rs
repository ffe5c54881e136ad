//! What is behind the screens: at most one open case file.
//!
//! The file is open only between unlock and lock. A program left alone for five minutes locks itself; the screens
//! learn it from the `locked` failure of their next command.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use countyline_core::casefile::CaseFile;
use countyline_core::error::{Error, Failure};
use countyline_core::exchange::EnrolmentView;
use countyline_core::letters::{self, Fonts};
use countyline_core::long_work::LongWork;
use countyline_core::outside::Outside;
use countyline_core::start::{self, StartView};
use tauri::Manager;

use crate::places::Places;

const IDLE: Duration = Duration::from_secs(5 * 60);
const LOOK_EVERY: Duration = Duration::from_secs(10);

/// The state every command is given.
pub struct Shell {
    folder: PathBuf,
    profile: PathBuf,
    fonts_folder: PathBuf,
    desk: Mutex<Desk>,
    /// Stands beside the desk: it is looked at while work holds the case file.
    long_work: Mutex<LongWork>,
}

struct Desk {
    file: Option<CaseFile>,
    fonts: Option<Fonts>,
    last_used: Instant,
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

    /// Puts the case file that `open` gives on the desk.
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
    }

    /// Closes the case file.
    pub fn lock(&self) -> Result<StartView, Failure> {
        self.desk().file = None;
        self.start()
    }

    /// Works on the open case file; refused while it is locked.
    pub fn with_file<T>(
        &self,
        work: impl FnOnce(&mut CaseFile) -> Result<T, Error>,
    ) -> Result<T, Failure> {
        let mut desk = self.desk();
        let file = desk.file.as_mut().ok_or_else(locked)?;
        work(file).map_err(refused)
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
        work(file, fonts).map_err(refused)
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

    fn lock_if_idle(&self) {
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        if desk.file.is_some() && desk.last_used.elapsed() >= IDLE {
            desk.file = None;
        }
    }
}

/// Locks the office once nobody has asked anything of it for five minutes.
pub fn lock_when_idle(app: tauri::AppHandle) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(LOOK_EVERY);
            app.state::<Shell>().lock_if_idle();
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

#[expect(
    clippy::disallowed_methods,
    reason = "measures idleness; never reaches a record"
)]
fn now() -> Instant {
    Instant::now()
}
