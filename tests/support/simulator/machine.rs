//! A laptop, or the county's own computer: a case file on a disk, a clock, and perhaps open forms.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use countyline_core::casefile::CaseFile;
use countyline_core::error::Error;
use countyline_core::exchange::testing::keys;
use countyline_core::outside::HeadMark as _;
use countyline_core::testing::program::{self, Program};
use countyline_core::testing::{PASSPHRASE, inside};
use countyline_ledger::{CommitHash, LogId};

use super::chance::Chance;
use super::clocks::{LaptopClock, outside};
use super::deeds::Form;
use super::disk::Disk;
use super::head_marks::HeadMemory;

/// The folders of an office whose files belong to it. What else lies in it is made anew.
const FOLDERS: [&str; 3] = ["", "parked", "received"];

/// One machine.
pub struct Machine {
    /// Its place among the machines.
    pub number: usize,
    /// Where its office lies.
    pub folder: PathBuf,
    /// Its disk.
    pub disk: Disk,
    /// The program it runs, where programs differ.
    pub program: Option<Program>,
    /// Its clock.
    pub clock: LaptopClock,
    /// What it remembers outside its office.
    pub memory: HeadMemory,
    /// Which device it is by its keys.
    pub device: [u8; 16],
    /// Every commit that was said to be saved here or was taken in here.
    pub kept: BTreeSet<CommitHash>,
    /// The operations that are withheld here, by their commits and their places in them.
    pub withheld: Withheld,
    /// How far the machine's own present log has been noted down.
    pub noted: (LogId, u64),
    /// The highest lamport number of what it holds.
    pub lamport: u64,
    /// The newest statement of the county it made or saw.
    pub statement: Option<(u64, u64)>,
    /// Of all keys the county ever had, those this machine had, by their places.
    pub had_keys: BTreeSet<usize>,
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
    /// The program that wrote it.
    pub program: Option<Program>,
    memory: HeadMemory,
    /// Every commit that was there.
    pub kept: BTreeSet<CommitHash>,
    withheld: Withheld,
    noted: (LogId, u64),
    lamport: u64,
    /// Which statement of the county the machine knew.
    pub statement: Option<(u64, u64)>,
    device: [u8; 16],
    had_keys: BTreeSet<usize>,
    /// The version of the list of laptops it knew.
    pub roster: u64,
}

/// Operations by their commits and their places in them.
pub type Withheld = BTreeSet<(CommitHash, usize)>;

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

impl Machine {
    /// A machine whose files are there, switched off.
    pub fn new(number: usize, folder: PathBuf, seed: u64) -> Machine {
        Machine {
            number,
            folder,
            disk: Disk::default(),
            program: None,
            clock: LaptopClock::new(),
            memory: HeadMemory::default(),
            device: [0; 16],
            kept: BTreeSet::new(),
            withheld: Withheld::new(),
            noted: (LogId([0; 16]), 0),
            lamport: 0,
            statement: None,
            had_keys: BTreeSet::new(),
            forms: Vec::new(),
            images: Vec::new(),
            file: None,
            seed,
            openings: 0,
        }
    }

    /// Everything that happens in this thread from here on happens on this machine.
    pub fn make_current(&self) {
        self.disk.make_current();
        program::run(self.program);
    }

    /// What it knows of the registry.
    pub fn knows(&self) -> Program {
        self.program.unwrap_or(Program::Newest)
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
        self.make_current();
        deed(self.file.as_mut().expect("a run opens what it closed"))
    }

    /// Unlocks the office, as a person does.
    ///
    /// # Errors
    /// Those of unlocking.
    pub fn open(&mut self) -> Result<(), Error> {
        self.make_current();
        self.openings += 1;
        let seed = self.seed ^ (self.number as u64) << 32 ^ self.openings;
        let outside = outside(&self.clock, &self.memory, seed);
        self.file = Some(CaseFile::unlock(&self.folder, PASSPHRASE, outside)?);
        self.read_who_it_is()
    }

    /// Reads again which device this is: fresh keys make it another.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn read_who_it_is(&mut self) -> Result<(), Error> {
        self.device = keys(self.file())?.device;
        Ok(())
    }

    /// Closes the office.
    pub fn close(&mut self) {
        self.make_current();
        self.file = None;
    }

    /// The power is cut while the office is open, if it was not cut before, and comes back.
    pub fn lose_power(&mut self, chance: &mut Chance) {
        self.disk.cut_now();
        self.close();
        self.forms.clear();
        self.disk.power_on(chance);
        self.memory.lose_power(chance);
    }

    /// Copies the disk, as it is, of a machine that knows this version of the list of laptops.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn take_image(&mut self, roster: u64) -> std::io::Result<()> {
        self.images.push(Image {
            files: read_files(&self.folder)?,
            program: self.program,
            memory: self.memory.copied(),
            kept: self.kept.clone(),
            withheld: self.withheld.clone(),
            noted: self.noted,
            lamport: self.lamport,
            statement: self.statement,
            device: self.device,
            had_keys: self.had_keys.clone(),
            roster,
        });
        Ok(())
    }

    /// Puts an image back. What was written since is gone from this machine; what it remembers outside the
    /// office, and its program, are those of the image if the whole machine was set back. Nobody puts a folder back
    /// into an older program than wrote it.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn restore(&mut self, image: &Image, whole_machine: bool) -> std::io::Result<()> {
        self.disk.cut_now();
        self.close();
        self.forms.clear();
        write_files(&self.folder, &image.files)?;
        self.disk = Disk::default();
        self.kept = image.kept.clone();
        self.withheld = image.withheld.clone();
        self.noted = image.noted;
        self.lamport = image.lamport;
        self.statement = image.statement;
        self.device = image.device;
        self.had_keys = image.had_keys.clone();
        self.program = self.program.max(image.program);
        if whole_machine {
            self.memory = image.memory.copied();
            self.program = image.program;
        }
        Ok(())
    }

    /// The commits it holds of which nothing is withheld.
    pub fn held_whole(&self) -> BTreeSet<CommitHash> {
        let in_part: BTreeSet<CommitHash> = self.withheld.iter().map(|(hash, _)| *hash).collect();
        self.kept.difference(&in_part).copied().collect()
    }

    /// Whether it remembers a commit of its own that it does not hold, or a log it began after its copy was made.
    pub fn misses_something(&self) -> bool {
        let remembered = self.memory.remembered(&self.device);
        remembered.is_some_and(|head| match head.seq {
            0 => LogId(head.log_id) != self.noted.0,
            _ => !self.kept.contains(&CommitHash(head.hash)),
        })
    }

    /// Every commit held, by the case file's own word.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn held(&self) -> Result<Vec<inside::HeldCommit>, Error> {
        self.make_current();
        inside::held(self.file())
    }
}

/// The files of an office folder, by where they lie in it.
///
/// # Errors
/// If one cannot be read.
pub fn read_files(folder: &Path) -> std::io::Result<Files> {
    let mut files = Files::new();
    for path in files_in(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path);
        files.insert(name.to_string_lossy().into_owned(), fs::read(&path)?);
    }
    Ok(files)
}

/// Makes a folder hold these files and no others that belong to an office.
///
/// # Errors
/// If one cannot be written.
pub fn write_files(folder: &Path, files: &Files) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for path in files_in(folder)? {
        fs::remove_file(path)?;
    }
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, bytes)?;
    }
    Ok(())
}

fn files_in(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for part in FOLDERS {
        let Ok(entries) = fs::read_dir(folder.join(part)) else {
            continue;
        };
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_file() && entry.file_name() != "case.lock" {
                files.push(entry.path());
            }
        }
    }
    Ok(files)
}
