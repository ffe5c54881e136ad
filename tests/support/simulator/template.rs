//! A county with its laptops enrolled, made once for each number of laptops and copied into every run:
//! making offices costs more than living through weeks.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use countyline_core::casefile::CaseFile;
use countyline_core::error::Result;
use countyline_core::exchange;
use countyline_core::start::{self, NewLaptop, NewOffice};
use countyline_core::testing::PASSPHRASE;
use countyline_core::testing::program::{self, Program};

use super::clocks::{LaptopClock, outside};
use super::deeds;
use super::disk::{Disk, medium::OnCurrentDisk, vfs};
use super::head_marks::HeadMemory;
use super::machine::{Files, read_files};

/// The files of every machine, the county's first, and each laptop's request to join.
pub struct Template {
    /// The county's files, then each laptop's.
    pub offices: Vec<Files>,
    /// What each laptop wrote when it asked to join, the first laptop's first.
    pub requests: Vec<Vec<u8>>,
    /// Victims everyone knows from the beginning.
    pub victims: Vec<String>,
}

/// Few, so that people keep writing about the same ones.
const VICTIMS: usize = 2;

type Made = BTreeMap<(usize, Option<Program>), Arc<Template>>;

static MADE: Mutex<Made> = Mutex::new(BTreeMap::new());

impl Template {
    /// The template for that many laptops, made by this program.
    ///
    /// # Errors
    /// If an office cannot be made.
    pub fn of(laptops: usize, by: Option<Program>) -> Result<Arc<Template>> {
        put_disks_below();
        // Whoever comes second waits: making offices twice takes longer.
        let mut all = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = all.get(&(laptops, by)) {
            return Ok(Arc::clone(made));
        }
        program::run(by);
        let made = Arc::new(make(laptops)?);
        all.insert((laptops, by), Arc::clone(&made));
        Ok(made)
    }
}

/// A folder that goes away with the run, in memory where the system has such a place.
///
/// # Panics
/// If there is no room for one.
pub fn scratch() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let builder = tempfile::Builder::new();
    let made = if memory.is_dir() {
        builder.tempdir_in(memory)
    } else {
        builder.tempdir()
    };
    made.expect("a folder for the run")
}

/// Puts this thread's databases and files on simulated disks.
fn put_disks_below() {
    vfs::register();
    countyline_core::testing::storage::open_databases_through(Some(vfs::NAME));
    countyline_core::testing::storage::write_files_to(Some(Rc::new(OnCurrentDisk)));
}

fn make(laptops: usize) -> Result<Template> {
    let scratch = scratch();
    let clock = LaptopClock::new();
    Disk::default().make_current();
    let folder = |number: usize| scratch.path().join(format!("machine-{number}"));
    let mut county = start::create_office(
        &folder(0),
        &NewOffice {
            office_name: "Rivertown".to_owned(),
            place_name: "County desk".to_owned(),
            person_name: "Pat Coordinator".to_owned(),
            passphrase: PASSPHRASE.to_owned(),
            language: "en".to_owned(),
        },
        outside(&clock, &HeadMemory::default(), 1),
    )?;
    let victims = (0..VICTIMS).map(|_| deeds::new_victim(&mut county));
    let victims = victims.collect::<Result<Vec<String>>>()?;
    let mut requests = Vec::new();
    for number in 1..=laptops {
        let stick = scratch.path().join(format!("stick-{number}"));
        std::fs::create_dir(&stick).expect("a folder for the run");
        let (laptop, request) = ask_to_join(&folder(number), &stick, &clock, number)?;
        requests.push(std::fs::read(&request).expect("the request was written"));
        join(&mut county, laptop, &request, &stick)?;
    }
    drop(county);
    let offices = (0..=laptops).map(|number| read_files(&folder(number)));
    Ok(Template {
        offices: offices
            .collect::<std::io::Result<_>>()
            .expect("the offices were made"),
        requests,
        victims,
    })
}

fn ask_to_join(
    folder: &Path,
    stick: &Path,
    clock: &LaptopClock,
    number: usize,
) -> Result<(CaseFile, PathBuf)> {
    let form = NewLaptop {
        laptop_name: format!("Laptop {number:02}"),
        person_name: format!("Dana Deputy {number}"),
        passphrase: PASSPHRASE.to_owned(),
        language: "en".to_owned(),
        folder: stick.display().to_string(),
    };
    let seed = 100 + number as u64;
    let (laptop, request) =
        start::create_laptop(folder, &form, outside(clock, &HeadMemory::default(), seed))?;
    Ok((laptop, PathBuf::from(request.path)))
}

fn join(county: &mut CaseFile, mut laptop: CaseFile, request: &Path, stick: &Path) -> Result<()> {
    let welcome = exchange::enrol_laptop(county, request, stick)?;
    exchange::accept_welcome(&mut laptop, Path::new(&welcome.path)).map(drop)
}
