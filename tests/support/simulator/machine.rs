//! A laptop, or the county's own computer: a case file on a disk, a clock, and perhaps open forms.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use countyline_core::casefile::CaseFile;
use countyline_core::error::Error;
use countyline_core::testing::{PASSPHRASE, inside};
use countyline_ledger::{CommitHash, LogId};

use super::chance::Chance;
use super::clocks::{LaptopClock, outside};
use super::deeds::Form;
use super::disk::Disk;

/// The files an office folder is made of. What else lies in it is made anew.
const FILES: [&str; 3] = ["case.db", "case.db-wal", "case.key"];

/// One machine.
pub struct Machine {
    /// Its place among the machines.
    pub number: usize,
    /// Where its office lies.
    pub folder: PathBuf,
    /// Its disk.
    pub disk: Disk,
    /// Its clock.
    pub clock: LaptopClock,
    /// Every commit that was said to be saved here or was taken in here.
    pub kept: BTreeSet<CommitHash>,
    /// How far the machine's own present log has been noted down.
    pub noted: (LogId, u64),
    /// The highest lamport number of what it holds.
    pub lamport: u64,
    /// Forms open on its screen.
    pub forms: Vec<Form>,
    /// Images of its disk, oldest first.
    pub images: Vec<Image>,
    file: Option<CaseFile>,
    seed: u64,
    openings: u64,
}

/// A copy of a machine's folder, and what was known of the machine then.
#[derive(Clone)]
pub struct Image {
    files: Files,
    kept: BTreeSet<CommitHash>,
    noted: (LogId, u64),
    lamport: u64,
}

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

impl Machine {
    /// A machine whose files are there, switched off.
    pub fn new(number: usize, folder: PathBuf, seed: u64) -> Machine {
        Machine {
            number,
            folder,
            disk: Disk::default(),
            clock: LaptopClock::new(),
            kept: BTreeSet::new(),
            noted: (LogId([0; 16]), 0),
            lamport: 0,
            forms: Vec::new(),
            images: Vec::new(),
            file: None,
            seed,
            openings: 0,
        }
    }

    /// The open case file.
    ///
    /// # Panics
    /// If it is not open: a run opens it again before it goes on.
    pub fn file(&self) -> &CaseFile {
        self.file.as_ref().expect("a run opens what it closed")
    }

    /// Does something with the case file, on this machine's disk.
    pub fn with<T>(
        &mut self,
        deed: impl FnOnce(&mut CaseFile) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.disk.make_current();
        deed(self.file.as_mut().expect("a run opens what it closed"))
    }

    /// Unlocks the office, as a person does.
    ///
    /// # Errors
    /// Those of unlocking.
    pub fn open(&mut self) -> Result<(), Error> {
        self.disk.make_current();
        self.openings += 1;
        let seed = self.seed ^ (self.number as u64) << 32 ^ self.openings;
        let outside = outside(&self.clock, seed);
        self.file = Some(CaseFile::unlock(&self.folder, PASSPHRASE, outside)?);
        Ok(())
    }

    /// Closes the office.
    pub fn close(&mut self) {
        self.disk.make_current();
        self.file = None;
    }

    /// The power is cut while the office is open, if it was not cut before, and comes back.
    pub fn lose_power(&mut self, chance: &mut Chance) {
        self.disk.cut_now();
        self.close();
        self.forms.clear();
        self.disk.power_on(chance);
    }

    /// Copies the disk, as it is.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn take_image(&mut self) -> std::io::Result<()> {
        self.images.push(Image {
            files: read_files(&self.folder)?,
            kept: self.kept.clone(),
            noted: self.noted,
            lamport: self.lamport,
        });
        Ok(())
    }

    /// Puts an image back. What was written since is gone from this machine.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn restore(&mut self, image: &Image) -> std::io::Result<()> {
        self.close();
        self.forms.clear();
        write_files(&self.folder, &image.files)?;
        self.disk = Disk::default();
        self.kept = image.kept.clone();
        self.noted = image.noted;
        self.lamport = image.lamport;
        Ok(())
    }

    /// Every commit held, by the case file's own word.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn held(&self) -> Result<Vec<inside::HeldCommit>, Error> {
        self.disk.make_current();
        inside::held(self.file())
    }
}

/// The files of an office folder.
///
/// # Errors
/// If one cannot be read.
pub fn read_files(folder: &Path) -> std::io::Result<Files> {
    let mut files = Files::new();
    for name in FILES {
        let path = folder.join(name);
        if path.exists() {
            files.insert(name.to_owned(), fs::read(path)?);
        }
    }
    Ok(files)
}

/// Makes a folder hold these files and no others that belong to an office.
///
/// # Errors
/// If one cannot be written.
pub fn write_files(folder: &Path, files: &Files) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for name in FILES {
        let path = folder.join(name);
        match files.get(name) {
            Some(bytes) => fs::write(path, bytes)?,
            None if path.exists() => fs::remove_file(path)?,
            None => {}
        }
    }
    Ok(())
}
