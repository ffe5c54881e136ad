//! A machine of the story: its folders, its clock, and randomness that follows from its name.
//!
//! Keys made here can be computed by anyone. They seal made-up people only; nothing else in the program
//! may use this.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, FixedOffset};
use countyline_core::casefile::CaseFile;
use countyline_core::outside::{Clock, Outside, Random};

use crate::outcome::Stop;

/// One computer of the story with its open office.
pub(super) struct Machine {
    pub(super) name: &'static str,
    pub(super) person: &'static str,
    pub(super) file: CaseFile,
}

/// Where a machine keeps its office.
pub(super) fn office_of(folder: &Path, name: &str) -> PathBuf {
    folder.join("offices").join(folder_name(name))
}

/// The stick of a machine; made if it is not there.
pub(super) fn stick_of(folder: &Path, name: &str) -> Result<PathBuf, Stop> {
    let stick = folder.join("sticks").join(folder_name(name));
    std::fs::create_dir_all(&stick).map_err(|_| Stop::refused("folder-not-found"))?;
    Ok(stick)
}

/// The world around a machine.
pub(super) fn outside_of(folder: &Path, name: &str, clock: &StoryClock) -> Outside {
    let profile = folder.join("profiles").join(folder_name(name));
    let mut outside = Outside::of_this_machine(&profile);
    outside.clock = Box::new(clock.clone());
    outside.random = Box::new(StoryRandom::of(name));
    outside
}

fn folder_name(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}

/// The story's clock. Clones share the time.
#[derive(Clone)]
pub(super) struct StoryClock(Arc<Mutex<DateTime<FixedOffset>>>);

impl StoryClock {
    pub(super) fn at(instant: &str) -> StoryClock {
        StoryClock(Arc::new(Mutex::new(read(instant))))
    }

    pub(super) fn set(&self, instant: &str) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = read(instant);
    }
}

impl Clock for StoryClock {
    fn now(&self) -> DateTime<FixedOffset> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(instant: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(instant).expect("the story writes its instants in RFC 3339")
}

/// SplitMix64 from a name: the same bytes in every run.
struct StoryRandom(u64);

impl StoryRandom {
    fn of(name: &str) -> StoryRandom {
        let seed = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |seed, byte| {
            (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        StoryRandom(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

impl Random for StoryRandom {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.next().to_le_bytes()[..chunk.len()]);
        }
    }
}
