//! That whoever sits here typed the passphrase a moment ago.
//!
//! Somebody walks away from an open window, and somebody else sits down. She can go on with what is open; what sends
//! cases away, erases, uncovers, or changes who may do what asks for the passphrase first
//! ([`crate::commands::guard`]). Typing it, at the door or when asked, is proof for [`HOLDS_FOR`], and using the
//! proof makes it no longer. It is gone as soon as the window is locked or hidden, or the machine has slept.
//!
//! Time is measured by the steady clock, which nobody can set back. It may stand still while the machine sleeps, so
//! the wall clock is asked whether it ran ahead meanwhile; where the steady clock runs on, nobody has looked for long.

use std::time::{Duration, Instant, SystemTime};

/// How long the passphrase counts as typed. Short of the five minutes of an idle window, long enough for the few
/// commands of one errand, such as handing back and exporting.
pub const HOLDS_FOR: Duration = Duration::from_secs(2 * 60);

/// A machine that is awake looks at its clocks at least this often ([`crate::state::lock_when_left`] does).
const AWAKE_LOOKS_WITHIN: Duration = Duration::from_secs(40);
/// By so much two clocks of one machine may differ over such a while.
const CLOCKS_DIFFER_BY: Duration = Duration::from_secs(5);

/// One moment, by both clocks of this machine.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// Never goes back.
    pub steady: Instant,
    /// Goes on while the machine sleeps.
    pub wall: SystemTime,
}

impl Moment {
    /// Now.
    #[expect(
        clippy::disallowed_methods,
        reason = "measures how long ago something was typed; never reaches a record"
    )]
    pub fn now() -> Moment {
        Moment {
            steady: Instant::now(),
            wall: SystemTime::now(),
        }
    }
}

/// So many seconds later by each of the clocks.
#[cfg(test)]
pub fn later(from: Moment, steady_s: u64, wall_s: u64) -> Moment {
    Moment {
        steady: from.steady + Duration::from_secs(steady_s),
        wall: from.wall + Duration::from_secs(wall_s),
    }
}

/// The proof, if there is one.
#[derive(Debug)]
pub struct Proof {
    given_at: Option<Instant>,
    looked_at: Moment,
}

impl Proof {
    /// None yet.
    pub fn none(now: Moment) -> Proof {
        Proof {
            given_at: None,
            looked_at: now,
        }
    }

    /// The passphrase was typed, and it was right.
    pub fn give(&mut self, now: Moment) {
        self.given_at = Some(now.steady);
        self.looked_at = now;
    }

    /// It has to be typed again.
    pub fn forget(&mut self) {
        self.given_at = None;
    }

    /// Looks at the clocks, and answers whether the machine slept since the last look. After a sleep the proof is gone.
    pub fn look(&mut self, now: Moment) -> bool {
        let steady = now.steady.saturating_duration_since(self.looked_at.steady);
        let wall = now.wall.duration_since(self.looked_at.wall);
        let ran_apart = wall.map_or(true, |wall| wall.abs_diff(steady) > CLOCKS_DIFFER_BY);
        let slept = steady > AWAKE_LOOKS_WITHIN || ran_apart;
        if slept {
            self.given_at = None;
        }
        self.looked_at = now;
        slept
    }

    /// Whether it holds.
    pub fn holds(&mut self, now: Moment) -> bool {
        self.look(now);
        self.given_at
            .is_some_and(|given_at| now.steady.saturating_duration_since(given_at) < HOLDS_FOR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A machine that is awake for so long and looks at its clocks every ten seconds.
    fn awake(proof: &mut Proof, from: Moment, seconds: u64) -> Moment {
        let mut now = from;
        for _ in 0..seconds / 10 {
            now = later(now, 10, 10);
            proof.look(now);
        }
        now
    }

    #[test]
    fn a_typed_passphrase_counts_for_a_while_and_using_it_makes_it_no_longer() {
        let begun = Moment::now();
        let mut proof = Proof::none(begun);
        assert!(!proof.holds(begun), "nobody typed anything");
        proof.give(begun);
        let mut now = begun;
        for _ in 0..HOLDS_FOR.as_secs() / 10 {
            assert!(proof.holds(now));
            now = later(now, 10, 10);
        }
        assert!(!proof.holds(now));
    }

    #[test]
    fn a_machine_that_slept_asks_again() {
        let begun = Moment::now();
        // The steady clock stands still in one that sleeps, and runs on in another.
        for (steady_s, wall_s) in [(3, 60), (60, 60)] {
            let mut proof = Proof::none(begun);
            proof.give(begun);
            let now = awake(&mut proof, begun, 20);
            assert!(proof.holds(now));
            let woken = later(now, steady_s, wall_s);
            assert!(proof.look(woken));
            assert!(!proof.holds(woken), "{steady_s} and {wall_s} seconds");
        }
    }

    #[test]
    fn a_clock_that_was_set_back_makes_no_proof_longer() {
        let begun = later(Moment::now(), 0, 3600);
        let mut proof = Proof::none(begun);
        proof.give(begun);
        let set_back = Moment {
            steady: begun.steady + Duration::from_secs(5),
            wall: begun.wall - Duration::from_secs(600),
        };
        assert!(!proof.holds(set_back));
    }
}
