//! Clocks, rounds and medians.
//!
//! Both sides of a ratio run in the same round, in turns about who begins, so that what else the machine
//! does falls on both. The median of the rounds' own ratios is what counts, never the ratio of two
//! medians. The first round warms up and is left out.

use std::time::{Duration, Instant};

use crate::Outcome;

/// What a piece of work took.
#[derive(Debug, Clone, Copy)]
pub struct Spent {
    /// Seconds of processor time of this process; of the wall clock where the system does not tell.
    pub processor: f64,
    /// Seconds by the wall clock.
    pub wall: f64,
}

/// Runs a piece of work and says what it took.
pub fn measured<T>(work: impl FnOnce() -> T) -> (T, Spent) {
    let (processor, wall) = (processor_time(), now());
    let done = work();
    let spent = Spent {
        processor: (processor_time() - processor).as_secs_f64(),
        wall: wall.elapsed().as_secs_f64(),
    };
    (done, spent)
}

/// Runs both sides of a comparison in each round, and lets the other side begin in the next.
pub fn in_turns<A, B>(
    rounds: usize,
    mut ours: impl FnMut(usize) -> Outcome<A>,
    mut beside: impl FnMut(usize) -> Outcome<B>,
) -> Outcome<Vec<(A, B)>> {
    let mut pairs = Vec::with_capacity(rounds + 1);
    for round in 0..=rounds {
        pairs.push(if round % 2 == 0 {
            let first = ours(round)?;
            (first, beside(round)?)
        } else {
            let first = beside(round)?;
            (ours(round)?, first)
        });
    }
    pairs.remove(0);
    Ok(pairs)
}

/// The value in the middle.
///
/// # Panics
/// If there is none.
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let (below, above) = ((values.len() - 1) / 2, values.len() / 2);
    (values[below] + values[above]) / 2.0
}

#[expect(
    clippy::disallowed_methods,
    reason = "a bench measures with the machine's clock"
)]
fn now() -> Instant {
    Instant::now()
}

#[cfg(unix)]
fn processor_time() -> Duration {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    let seconds = u64::try_from(spent.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(spent.tv_nsec).unwrap_or(0))
}

#[cfg(not(unix))]
fn processor_time() -> Duration {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(now);
    START.elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_half_way_between_the_two() {
        assert_eq!(median([9.0, 1.0, 2.0]), 2.0);
        assert_eq!(median([9.0, 1.0, 2.0, 4.0]), 3.0);
    }

    #[test]
    fn both_sides_run_each_round_in_turns_and_the_first_is_left_out() {
        let order = std::cell::RefCell::new(Vec::new());
        let side = |name| {
            let order = &order;
            move |round| {
                order.borrow_mut().push((round, name));
                Ok(round)
            }
        };
        let rounds = in_turns(2, side("ours"), side("beside")).unwrap();
        assert_eq!(rounds, [(1, 1), (2, 2)]);
        let begins: Vec<_> = order
            .borrow()
            .iter()
            .step_by(2)
            .map(|(_, name)| *name)
            .collect();
        assert_eq!(begins, ["ours", "beside", "ours"]);
    }
}
