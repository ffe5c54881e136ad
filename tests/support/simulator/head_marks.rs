//! What a machine remembers of its case file outside of it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use countyline_core::outside::{Head, HeadMark};

use super::chance::Chance;

/// See the module. Clones are the same machine.
#[derive(Clone, Default)]
pub struct HeadMemory(Arc<Mutex<Marks>>);

#[derive(Clone, Default)]
struct Marks {
    newest: BTreeMap<[u8; 16], Head>,
    /// What stood there before the newest.
    before: BTreeMap<[u8; 16], Head>,
}

impl HeadMemory {
    /// What a copy of the whole machine remembers.
    pub fn copied(&self) -> HeadMemory {
        let marks = self.0.lock().map(|marks| marks.clone());
        HeadMemory(Arc::new(Mutex::new(marks.unwrap_or_default())))
    }

    /// Nobody waits for the disk when a mark is written: after a power cut the one before may stand there, or
    /// half of one, which counts as none.
    pub fn lose_power(&self, chance: &mut Chance) {
        if let Ok(mut marks) = self.0.lock() {
            match chance.below(3) {
                0 => marks.newest = marks.before.clone(),
                1 => marks.newest.clear(),
                _ => {}
            }
        }
    }
}

impl HeadMark for HeadMemory {
    fn remembered(&self, device: &[u8; 16]) -> Option<Head> {
        self.0.lock().ok()?.newest.get(device).copied()
    }

    fn remember(&self, device: &[u8; 16], head: &Head) {
        if let Ok(mut marks) = self.0.lock()
            && let Some(before) = marks.newest.insert(*device, *head)
        {
            marks.before.insert(*device, before);
        }
    }
}
