//! A disk that can lose its power after any write and can fill up.
//!
//! Files lie on the real file system, so whatever reads them sees what a running program would see. Beside
//! them the disk remembers what was written since the last sync. When the power is cut, that is undone, and
//! then a part of it is put back: any of its sectors may have reached the platter, in any order; a file that
//! was never synced may not be there; a rename or a deletion whose folder was not synced may not have
//! happened. While the power is off nothing is read or written.
//!
//! [`vfs`] puts SQLite on such a disk, [`medium`] the files that are written whole.

pub mod medium;
mod surviving;
#[cfg(test)]
mod tests;
pub mod vfs;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use super::chance::Chance;

/// Why a disk refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The power is off.
    NoPower,
    /// Nothing more fits.
    Full,
    /// The file system below does not want to.
    Broken,
}

/// One machine's disk. Clones are the same disk.
#[derive(Debug, Clone, Default)]
pub struct Disk(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    power: Power,
    /// Bytes that still fit; none means there is room.
    room: Option<u64>,
    /// Points at which the power could have been cut so far.
    points: u64,
    unsynced: BTreeMap<PathBuf, Unsynced>,
    renamed: Vec<Renamed>,
    deleted: BTreeMap<PathBuf, Vec<u8>>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Power {
    #[default]
    On,
    /// Goes off at the point after so many more.
    CutAfter(u64),
    Off,
}

/// What a file's last sync does not cover.
#[derive(Debug, Default)]
struct Unsynced {
    /// It was made since.
    made: bool,
    changes: Vec<Change>,
}

#[derive(Debug)]
enum Change {
    Written {
        offset: u64,
        new: Vec<u8>,
        /// What stood there, shorter if the file ended before.
        old: Vec<u8>,
        old_length: u64,
    },
    CutShort {
        length: u64,
        /// What was cut off.
        tail: Vec<u8>,
    },
}

#[derive(Debug)]
struct Renamed {
    from: PathBuf,
    to: PathBuf,
    /// What stood under the new name.
    before: Option<Vec<u8>>,
}

thread_local! {
    static CURRENT: RefCell<Disk> = RefCell::new(Disk::default());
}

impl Disk {
    /// From here on, files of this thread are opened on this disk.
    pub fn make_current(&self) {
        CURRENT.set(self.clone());
    }

    fn current() -> Disk {
        CURRENT.with_borrow(Clone::clone)
    }

    /// The power goes off after so many more writes, syncs, renames and deletions.
    pub fn cut_after(&self, points: u64) {
        self.state().power = Power::CutAfter(points);
    }

    /// The power goes off now.
    pub fn cut_now(&self) {
        self.state().power = Power::Off;
    }

    /// The power will not go off; says whether it went off before.
    pub fn keep_power(&self) -> bool {
        let mut state = self.state();
        let off = state.power == Power::Off;
        if !off {
            state.power = Power::On;
        }
        off
    }

    /// So many bytes still fit; none means there is room again.
    pub fn leave_room(&self, bytes: Option<u64>) {
        self.state().room = bytes;
    }

    /// Writes, syncs, renames and deletions so far: the points at which the power could be cut.
    pub fn points(&self) -> u64 {
        self.state().points
    }

    /// The power comes back. What was not synced survived in part.
    pub fn power_on(&self, chance: &mut Chance) {
        let mut state = self.state();
        surviving::keep_a_part(&mut state, chance).expect("the file system below works");
        *state = State {
            points: state.points,
            ..State::default()
        };
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0
            .lock()
            .expect("no run panics while it holds the disk")
    }

    fn made(&self, path: &Path) {
        let mut state = self.state();
        let unsynced = state.unsynced.entry(path.to_owned()).or_default();
        unsynced.made = true;
    }

    fn write(&self, path: &Path, file: &File, offset: u64, bytes: &[u8]) -> Result<(), Refusal> {
        let mut state = self.state();
        state.point()?;
        let length = file.metadata()?.len();
        let end = offset + bytes.len() as u64;
        state.take_room(end.saturating_sub(length))?;
        let mut old = vec![0; length.saturating_sub(offset).min(bytes.len() as u64) as usize];
        file.read_exact_at(&mut old, offset)?;
        file.write_all_at(bytes, offset)?;
        state.change(
            path,
            Change::Written {
                offset,
                new: bytes.to_vec(),
                old,
                old_length: length,
            },
        );
        Ok(())
    }

    fn cut_short(&self, path: &Path, file: &File, length: u64) -> Result<(), Refusal> {
        let mut state = self.state();
        state.point()?;
        let before = file.metadata()?.len();
        let mut tail = vec![0; before.saturating_sub(length) as usize];
        file.read_exact_at(&mut tail, length.min(before))?;
        file.set_len(length)?;
        state.change(path, Change::CutShort { length, tail });
        Ok(())
    }

    /// The file, and that it is there, are on the platter.
    fn sync(&self, path: &Path) -> Result<(), Refusal> {
        let mut state = self.state();
        state.point()?;
        state.unsynced.remove(path);
        state.deleted.remove(path);
        Ok(())
    }

    /// Which names there are in the folder is on the platter.
    fn sync_folder(&self) -> Result<(), Refusal> {
        let mut state = self.state();
        state.point()?;
        state.renamed.clear();
        state.deleted.clear();
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), Refusal> {
        let mut state = self.state();
        state.point()?;
        let before = fs::read(to).ok();
        fs::rename(from, to)?;
        if let Some(unsynced) = state.unsynced.remove(from) {
            state.unsynced.insert(to.to_owned(), unsynced);
        }
        state.renamed.push(Renamed {
            from: from.to_owned(),
            to: to.to_owned(),
            before,
        });
        Ok(())
    }

    fn delete(&self, path: &Path) -> Result<(), Refusal> {
        let mut state = self.state();
        state.point()?;
        let before = fs::read(path)?;
        fs::remove_file(path)?;
        let was_synced = state.unsynced.remove(path).is_none_or(|file| !file.made);
        if was_synced {
            state.deleted.insert(path.to_owned(), before);
        }
        Ok(())
    }

    fn ensure_power(&self) -> Result<(), Refusal> {
        match self.state().power {
            Power::Off => Err(Refusal::NoPower),
            _ => Ok(()),
        }
    }
}

impl State {
    /// A point at which the power may go off.
    fn point(&mut self) -> Result<(), Refusal> {
        self.power = match self.power {
            Power::On => Power::On,
            Power::CutAfter(0) | Power::Off => Power::Off,
            Power::CutAfter(points) => Power::CutAfter(points - 1),
        };
        if self.power == Power::Off {
            return Err(Refusal::NoPower);
        }
        self.points += 1;
        Ok(())
    }

    fn take_room(&mut self, bytes: u64) -> Result<(), Refusal> {
        if let Some(room) = &mut self.room {
            *room = room.checked_sub(bytes).ok_or(Refusal::Full)?;
        }
        Ok(())
    }

    fn change(&mut self, path: &Path, change: Change) {
        let unsynced = self.unsynced.entry(path.to_owned()).or_default();
        unsynced.changes.push(change);
    }
}

impl From<io::Error> for Refusal {
    fn from(_: io::Error) -> Refusal {
        Refusal::Broken
    }
}
