//! The case file: one encrypted database that is the history and the tables made from it.
//!
//! An office is a folder: `case.db` (SQLCipher, a random 256-bit key), `case.key` (that key, wrapped by
//! the passphrase and this machine's secret), `backups/`, and `case.lock` while a program has it open.
//!
//! Always true: "saved" means fsynced (`synchronous = FULL`, and the word is spoken after COMMIT); only
//! [`CaseFile::change`] and the taking in of bundles write, each in one transaction; every table can be
//! rebuilt from the history ([`CaseFile::verify`]); what is refused changes nothing.
//!
//! Not here: what the records mean. Each noun has a module of its own.

mod apart;
mod arrivals;
mod backup;
mod branches;
mod change;
mod columns;
mod door;
pub(crate) mod erasing;
mod fresh;
mod gap;
mod key;
mod latest;
mod left_alone;
pub(crate) mod log;
mod merge;
mod on_screen;
mod open;
mod own_commit;
pub(crate) mod own_log;
mod place;
mod placing;
pub(crate) mod problems;
mod rebuild;
mod rehearsal;
mod removal;
mod rows;
pub(crate) mod salts;
mod seen;
mod side_tables;
mod slot;
mod sweep;
pub(crate) mod tables;
mod take_in;
pub(crate) mod taking_back;
mod tries;
mod verify;
mod written;

#[cfg(test)]
mod change_tests;
#[cfg(test)]
mod history_tests;
#[cfg(test)]
mod migration_tests;
#[cfg(test)]
mod opening_tests;
#[cfg(test)]
mod page_reading;
#[cfg(test)]
mod plan_tests;
#[cfg(test)]
mod power_loss_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod removal_tests;
#[cfg(test)]
mod schema_tests;

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

pub(crate) use change::key;
pub use change::{Action, Change, Changes};
pub use key::Label;
pub(crate) use key::{CaseKey, KeyFile, ensure_strong, hex};
pub(crate) use latest::{Latest, written_in};
pub(crate) use on_screen::asserted;
#[cfg(any(test, feature = "testing"))]
pub(crate) use open::in_memory;
pub(crate) use place::{BundleRandom, NewPlace, Place, PlaceKind};
pub(crate) use rehearsal::{Rehearsal, Written};
pub use seen::Seen;
#[cfg(test)]
pub(crate) use take_in::InMemory;
pub(crate) use take_in::{Incoming, Part, PartSalts, Stretch, TakenIn};
pub(crate) use written::{WrittenCommit, written_about};

use door::Door;
pub(crate) use door::last_refused_to_show;

use crate::error::{Error, Result};
use crate::exchange;
use crate::files;
use crate::long_work::LongWork;
use crate::looks::{self, Looked, Looking};
use crate::outside::Outside;
use crate::roles::{Deed, Person};
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};

/// An open office.
pub struct CaseFile {
    conn: Connection,
    door: Door,
    place: Place,
    person: Person,
    key: CaseKey,
    folder: PathBuf,
    outside: Outside,
    /// What the next change does beside what it says.
    beside_next: Option<BesideChange>,
    latest: Option<Latest>,
    long_work: LongWork,
    looking: Looking,
    _lock: fs::File,
}

/// What a change does in the file beside writing history.
pub(crate) type BesideChange = Box<dyn Fn(&Connection) -> Result<()> + Send>;

impl CaseFile {
    /// Makes a new office or laptop in `folder`, which must be empty or not exist, lets `begin` write what
    /// it begins with, and opens it.
    ///
    /// The folder appears with all of that or not at all, also if the power is cut.
    ///
    /// # Errors
    /// [`Error::OfficeExists`], [`Error::WeakPassphrase`], [`Error::DiskFull`], [`Error::Storage`]; those
    /// of `begin`.
    pub(crate) fn create<T>(
        folder: &Path,
        new: NewPlace,
        passphrase: &str,
        mut outside: Outside,
        begin: impl FnOnce(&mut CaseFile) -> Result<T>,
    ) -> Result<(CaseFile, T)> {
        if is_occupied(folder) {
            return Err(Error::OfficeExists);
        }
        let mut key = CaseKey::default();
        outside.random.fill(key.as_mut());
        let key_file = KeyFile::new(&key, passphrase, new.label(), &mut outside)?;
        let making = unfinished(folder, &mut outside);
        let made = fill(&making, &key, &key_file, new, &mut outside)
            .and_then(|()| CaseFile::open_with(&making, key.clone(), outside))
            .and_then(|mut file| {
                let begun = begin(&mut file)?;
                let outside = file.close()?;
                put_in_place(&making, folder)?;
                Ok((outside, begun))
            });
        match made {
            Ok((outside, begun)) => Ok((CaseFile::open_with(folder, key, outside)?, begun)),
            Err(refused) => {
                let _ = fs::remove_dir_all(&making);
                Err(refused)
            }
        }
    }

    /// Closes the office; everything is in `case.db` then.
    fn close(self) -> Result<Outside> {
        self.conn
            .close()
            .map_err(|(_, source)| Error::database("make the case file", source))?;
        Ok(self.outside)
    }

    /// Opens an office with its passphrase.
    ///
    /// # Errors
    /// [`Error::NoOffice`], [`Error::KeyFileMissing`], [`Error::DeviceSecretMissing`],
    /// [`Error::WrongPassphrase`], [`Error::LockedOut`], [`Error::LockedForNow`],
    /// [`Error::FileInUse`], [`Error::NotACaseFile`],
    /// [`Error::DamagedCaseFile`], [`Error::NewerCaseFile`]; the files are as before.
    pub fn unlock(folder: &Path, passphrase: &str, outside: Outside) -> Result<CaseFile> {
        CaseFile::unlock_by(folder, outside, |file, outside| {
            open_counted(folder, file, passphrase, outside)
        })
    }

    /// Opens an office with something else than its passphrase.
    ///
    /// # Errors
    /// [`Error::NoOffice`], those of `with`, and as [`CaseFile::unlock`].
    pub(crate) fn unlock_by(
        folder: &Path,
        outside: Outside,
        with: impl FnOnce(&KeyFile, &Outside) -> Result<CaseKey>,
    ) -> Result<CaseFile> {
        if !open::path_in(folder).exists() && !KeyFile::path_in(folder).exists() {
            return Err(Error::NoOffice);
        }
        let key = with(&KeyFile::read(folder)?, &outside)?;
        let file = CaseFile::open_with(folder, key, outside)?;
        // A log that cannot be made shorter now is made so another day.
        let _ = looks::let_go_of_old(&file);
        file.looked(Looked::Opened, tries::wrong(folder));
        tries::forget(folder);
        Ok(file)
    }

    /// What the unlock screen may show of the office in `folder`; `None` if there is none.
    pub fn label(folder: &Path) -> Option<Label> {
        KeyFile::read(folder).ok().map(|file| file.label)
    }

    /// Replaces the passphrase. The case file itself is not touched.
    ///
    /// # Errors
    /// As [`CaseFile::ensure_passphrase`] for `old`; [`Error::WeakPassphrase`].
    pub fn change_passphrase(&mut self, old: &str, new: &str) -> Result<()> {
        self.ensure_passphrase(old)?;
        self.change_key_file(|file, key, outside| file.set_passphrase(key, new, outside))
    }

    /// Asks again for the passphrase, before something that an unlocked screen alone must not do. A wrong one
    /// counts as it does at the door, and the fifth locks the place as it does there.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`]; [`Error::LockedOut`] and [`Error::LockedForNow`], upon which whoever holds
    /// the file open closes it.
    pub fn ensure_passphrase(&self, passphrase: &str) -> Result<()> {
        let (folder, outside) = (&self.folder, &self.outside);
        let file = self.key_file()?;
        match open_counted(folder, &file, passphrase, outside) {
            Ok(_) => {
                let wrong = tries::wrong(folder);
                if wrong > 0 {
                    self.looked(Looked::PassphraseAgain, wrong);
                }
                tries::forget(folder);
            }
            Err(Error::WrongPassphrase) => {
                tries::ensure_may_try(folder, file.code_number().is_some(), outside)?;
                return Err(Error::WrongPassphrase);
            }
            Err(refused) => return Err(refused),
        }
        Ok(())
    }

    /// The key file as it lies on disk.
    pub(crate) fn key_file(&self) -> Result<KeyFile> {
        KeyFile::read(&self.folder)
    }

    /// Writes the key file anew, with what `change` does to it.
    pub(crate) fn change_key_file(
        &mut self,
        change: impl FnOnce(&mut KeyFile, &CaseKey, &mut Outside) -> Result<()>,
    ) -> Result<()> {
        let mut file = self.key_file()?;
        change(&mut file, &self.key, &mut self.outside)?;
        file.write(&self.folder)
    }

    /// What is under way in this file and takes long.
    pub fn long_work(&self) -> &LongWork {
        &self.long_work
    }

    /// The office's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Now, by this machine's clock.
    pub(crate) fn now(&self) -> chrono::DateTime<chrono::FixedOffset> {
        self.outside.clock.now()
    }

    /// The tables, to read. The guard refuses to write through this.
    pub(crate) fn conn(&self) -> &Connection {
        &self.conn
    }

    /// Lets this place write under another person's name, as no program of ours does.
    #[cfg(test)]
    pub(crate) fn claim_to_be(&mut self, staff: countyline_ledger::EntityId) {
        self.place.staff = staff;
    }

    /// This place and its keys.
    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    /// What a bundle is signed with, and the random bytes it is sealed with.
    pub(crate) fn signing_key_and_random(
        &mut self,
    ) -> (&countyline_bundle::SigningKey, place::BundleRandom<'_>) {
        let random = place::BundleRandom(self.outside.random.as_mut());
        (&self.place.signing_key, random)
    }

    /// Random bytes for what is sealed outside the database.
    pub(crate) fn random(&mut self) -> &mut dyn crate::outside::Random {
        self.outside.random.as_mut()
    }

    /// Stops waiting for the disk: for an office that is being made up and could be made again.
    pub(crate) fn hurry(&mut self) -> Result<()> {
        self.door.set_synchronous(&self.conn, "OFF")
    }

    /// Waits for the disk again.
    pub(crate) fn settle(&mut self) -> Result<()> {
        self.door.set_synchronous(&self.conn, "FULL")
    }

    /// Counts a case number as given.
    pub(crate) fn count_case(&mut self, counter: u32) {
        self.place.case_counter = counter;
    }

    /// Reads this place again after its row was written.
    pub(crate) fn reload_place(&mut self) -> Result<()> {
        self.place = Place::load(&self.conn)?;
        let label = self.place.label();
        self.change_key_file(|file, _, _| {
            file.label = label;
            Ok(())
        })
    }

    fn open_with(folder: &Path, key: CaseKey, outside: Outside) -> Result<CaseFile> {
        let lock = lock(folder)?;
        let conn = open::open(folder, &key, &stamp(&outside))?;
        CaseFile::on(conn, folder, key, outside, lock)
    }

    /// Copies a closed office into another folder, with its database not encrypted.
    #[cfg(feature = "testing")]
    pub(crate) fn copy_unencrypted(
        folder: &Path,
        passphrase: &str,
        copy: &Path,
        outside: &Outside,
    ) -> Result<()> {
        let key = KeyFile::read(folder)?.open_by_passphrase(passphrase, outside)?;
        fs::create_dir_all(copy).map_err(|source| Error::file("make the folder", source))?;
        open::copy_unencrypted(folder, &key, copy)
    }

    /// Opens what [`CaseFile::copy_unencrypted`] made. Only a bench has a use for it, to tell what encryption
    /// costs.
    #[cfg(feature = "testing")]
    pub(crate) fn open_unencrypted(folder: &Path, outside: Outside) -> Result<CaseFile> {
        let (conn, lock) = (open::open_unencrypted(folder)?, lock(folder)?);
        CaseFile::on(conn, folder, CaseKey::default(), outside, lock)
    }

    fn on(
        conn: Connection,
        folder: &Path,
        key: CaseKey,
        outside: Outside,
        lock: fs::File,
    ) -> Result<CaseFile> {
        let door = Door::guard(&conn)?;
        let place = Place::load(&conn)?;
        let mut file = CaseFile {
            conn,
            door,
            place,
            person: Person::NotIntroduced,
            key,
            folder: folder.to_owned(),
            outside,
            beside_next: None,
            latest: None,
            long_work: LongWork::default(),
            looking: Looking::default(),
            _lock: lock,
        };
        file.notice_a_restored_copy()?;
        // What was begun is finished now, or at the next start: the work can go on all the same.
        let _ = file.finish_erasing();
        file.meet_person()?;
        Ok(file)
    }

    /// Who sits here, by the file as it stands, and shows as much as this role sees.
    pub(crate) fn meet_person(&mut self) -> Result<()> {
        let (staff, today) = (self.place.staff, self.now().date_naive());
        self.person = Person::read(&self.conn, staff, today)?;
        self.door.show(&self.conn, self.person.sight(), staff)
    }

    /// Who sits here.
    pub(crate) fn person(&self) -> Person {
        self.person
    }

    /// Refuses what the person here may not do.
    ///
    /// # Errors
    /// [`Error::RoleMayNot`]; [`Error::AccessEnded`].
    pub(crate) fn ensure_may(&self, deed: Deed) -> Result<()> {
        self.person.ensure_may(deed)
    }

    /// Lets `work` read everything, whoever sits here. It hands out nothing of anybody: that the data holds,
    /// or a number.
    pub(crate) fn unseen<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.door.unseen(&self.conn, work)
    }

    /// Runs `read`, which asks for much and writes nothing.
    pub(crate) fn at_once<T>(&self, read: impl FnOnce() -> Result<T>) -> Result<T> {
        let read = self.door.at_once(&self.conn, read);
        self.write_looks();
        read
    }

    /// What is kept in memory of who looked at what.
    pub(crate) fn looking(&self) -> &Looking {
        &self.looking
    }

    /// As [`CaseFile::beside`], without waiting for the disk: what is written outlives the program, and the machine's
    /// power once anything was saved after it.
    pub(crate) fn lightly(&self, work: impl FnOnce(&Connection) -> Result<()>) -> Result<()> {
        self.door.lightly(&self.conn, work)
    }

    /// Writes what follows from the records and nothing else, for somebody who only looks. In a rehearsal nothing of it
    /// stays.
    pub(crate) fn derive(&self, work: impl FnOnce(&Connection) -> Result<()>) -> Result<()> {
        match self.conn.is_autocommit() {
            true => self.door.transaction(&self.conn, work),
            false => self.door.maintenance(&self.conn, work),
        }
    }

    /// Writes what is this place's alone and stands in no history. It is on the disk when this returns.
    pub(crate) fn beside(&self, work: impl FnOnce(&Connection) -> Result<()>) -> Result<()> {
        self.door.transaction(&self.conn, work)
    }

    /// Runs `save`; the first change it makes does `beside` too, in its own transaction.
    pub(crate) fn finishing<T>(
        &mut self,
        beside: BesideChange,
        save: impl FnOnce(&mut CaseFile) -> Result<T>,
    ) -> Result<T> {
        self.beside_next = Some(beside);
        let saved = save(self);
        self.beside_next = None;
        saved
    }

    /// The next change does `beside` too, in its own transaction; nothing takes back what was said of it.
    pub(crate) fn beside_next(&mut self, beside: Option<BesideChange>) {
        self.beside_next = beside;
    }

    /// If this machine remembers a commit that the file does not hold, an older copy was put back: the
    /// log that goes on elsewhere is not continued here.
    fn notice_a_restored_copy(&mut self) -> Result<()> {
        #[cfg(any(test, feature = "testing"))]
        if breaks(Broken::HeadMarkIgnored) {
            return Ok(());
        }
        let remembered = self.outside.head_mark.remembered(&self.place.device);
        let Some(remembered) = remembered else {
            return Ok(());
        };
        if own_log::holds(&self.conn, &remembered)? {
            return Ok(());
        }
        self.end_own_log(own_log::Ended::Restored)
    }

    /// Ends the log being written and begins a new one. A county begins a new epoch with it, because what
    /// it confirmed after the copy was made it may not hold any more.
    pub(crate) fn end_own_log(&mut self, why: own_log::Ended) -> Result<()> {
        let (conn, log_rid) = (&self.conn, self.place.log_rid);
        let is_county = self.place.kind == PlaceKind::CountyOffice;
        let random = self.outside.random.as_mut();
        let time_ms = self.outside.clock.now().timestamp_millis();
        let begun = self.door.transaction(conn, |conn| {
            own_log::end(conn, log_rid, why)?;
            if is_county {
                exchange::begin_epoch(conn, 0, time_ms)?;
            }
            own_log::begin_anew(conn, log_rid, random)
        })?;
        self.write_in(begun)
    }

    /// Goes on in a log that was just begun, says so in it, and notes it for a person.
    fn write_in(&mut self, begun: Option<u32>) -> Result<()> {
        let Some(log_rid) = begun else {
            return Ok(());
        };
        let left = own_log::head(&self.conn, self.place.log_rid)?;
        self.place.log_rid = log_rid;
        self.remember_head()?;
        if self.place.agency.is_some() {
            let (kind, device) = (self.place.kind, self.place.device);
            let now = crate::days::instant(self.now());
            self.change(Action::BeginLog, |change| {
                let log_left = countyline_ledger::Value::bytes(left.log_id);
                change.audit(Action::BeginLog, None, log_left);
                change.beside(move |conn| exchange::note_new_log(conn, kind, &left, &device, &now));
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Tells this machine, outside the file, how far the file goes.
    fn remember_head(&mut self) -> Result<()> {
        let head = own_log::head(&self.conn, self.place.log_rid)?;
        self.outside.head_mark.remember(&self.place.device, &head);
        Ok(())
    }
}

/// The key, by a passphrase that counts among the wrong ones if it is one.
fn open_counted(
    folder: &Path,
    file: &KeyFile,
    passphrase: &str,
    outside: &Outside,
) -> Result<CaseKey> {
    tries::ensure_may_try(folder, file.code_number().is_some(), outside)?;
    let opened = file.open_by_passphrase(passphrase, outside);
    if matches!(opened, Err(Error::WrongPassphrase)) {
        tries::count_wrong(folder, outside);
    }
    opened
}

fn is_occupied(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

/// A name beside the folder that nobody else uses.
fn unfinished(folder: &Path, outside: &mut Outside) -> PathBuf {
    let mut random = [0u8; 4];
    outside.random.fill(&mut random);
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.{}", hex(&random)))
}

fn fill(
    making: &Path,
    key: &CaseKey,
    key_file: &KeyFile,
    new: NewPlace,
    outside: &mut Outside,
) -> Result<()> {
    fs::create_dir_all(making).map_err(|source| Error::file("make the office folder", source))?;
    let conn = open::create(making, key)?;
    new.write(&conn, outside)?;
    conn.close()
        .map_err(|(_, source)| Error::database("make the case file", source))?;
    key_file.write(making)
}

fn put_in_place(making: &Path, folder: &Path) -> Result<()> {
    // An empty folder stands in the way of a rename on some systems.
    let _ = fs::remove_dir(folder);
    files::move_folder(making, folder)
}

/// Holds the office for this program; another one is refused until this is dropped.
fn lock(folder: &Path) -> Result<fs::File> {
    let file = fs::OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(folder.join("case.lock"))
        .map_err(|source| Error::file("lock the office", source))?;
    let mut waits = 20;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            // A program that was started a moment ago holds what was open then, until it begins.
            Err(fs::TryLockError::WouldBlock) if waits > 0 => {
                waits -= 1;
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
            Err(fs::TryLockError::WouldBlock) => return Err(Error::FileInUse),
            Err(fs::TryLockError::Error(source)) => {
                return Err(Error::file("lock the office", source));
            }
        }
    }
}

fn stamp(outside: &Outside) -> String {
    outside.clock.now().format("%Y%m%dT%H%M%S").to_string()
}
