//! The machines' clocks and random bytes: both follow from the seed.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, FixedOffset, TimeZone};
use countyline_core::outside::testing::{KnownSecret, SeededRandom};
use countyline_core::outside::{Clock, KeyCost, Outside};

use super::chance::Chance;
use super::head_marks::HeadMemory;

/// The Monday on which every machine's clock starts, in milliseconds.
const START_MS: i64 = 1_772_460_000_000;
const DAY_MS: i64 = 86_400_000;

/// A clock that runs, stands still, and jumps by years. Clones are the same clock.
#[derive(Debug, Clone)]
pub struct LaptopClock(Arc<Mutex<i64>>);

impl LaptopClock {
    /// A clock that is right so far.
    pub fn new() -> LaptopClock {
        LaptopClock(Arc::new(Mutex::new(START_MS)))
    }

    /// Some minutes pass; now and then a flat battery or a curious child moves the clock by years.
    pub fn let_time_pass(&self, chance: &mut Chance) {
        let mut now = self.0.lock().expect("no run panics while it holds a clock");
        if chance.percent(4) {
            let days = chance.below(6000) as i64 - 3000;
            *now = START_MS + days * DAY_MS;
        }
        *now += chance.below(600_000) as i64;
    }

    /// A quarter of a year passes.
    pub fn let_a_quarter_pass(&self) {
        let mut now = self.0.lock().expect("no run panics while it holds a clock");
        *now += 92 * DAY_MS;
    }
}

impl Default for LaptopClock {
    fn default() -> LaptopClock {
        LaptopClock::new()
    }
}

impl Clock for LaptopClock {
    fn now(&self) -> DateTime<FixedOffset> {
        let now = *self.0.lock().expect("no run panics while it holds a clock");
        let zone = FixedOffset::west_opt(6 * 3600).expect("a zone of the county");
        zone.timestamp_millis_opt(now)
            .single()
            .expect("an instant of this century")
    }
}

/// What a case file gets from outside, for one opening of one machine.
pub fn outside(clock: &LaptopClock, memory: &HeadMemory, seed: u64) -> Outside {
    Outside {
        clock: Box::new(clock.clone()),
        random: Box::new(SeededRandom::new(seed)),
        device_secret: Box::new(KnownSecret([7; 32])),
        head_mark: Box::new(memory.clone()),
        key_cost: KeyCost::FOR_TESTS,
    }
}
