//! Which commits are in the history and wait for being merged: runs of dots, merged in ascending order.

use std::collections::BTreeSet;

use countyline_ledger::Dot;

/// Runs of dots, each of one branch.
#[derive(Debug, Default)]
pub(super) struct Fresh {
    /// First and last dot of each run; in ascending order once [`Fresh::settle`] was called.
    runs: Vec<(Dot, Dot)>,
}

impl Fresh {
    /// Adds a commit.
    pub(super) fn add(&mut self, dot: Dot) {
        match self.runs.last_mut() {
            Some((_, last)) if follows(*last, dot) => *last = dot,
            _ => self.runs.push((dot, dot)),
        }
    }

    /// Adds all of another's.
    pub(super) fn extend(&mut self, other: Fresh) {
        self.runs.extend(other.runs);
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Puts the runs in order. To be called between adding and asking.
    pub(super) fn settle(&mut self) {
        self.runs.sort_unstable();
        self.runs.dedup_by(|(first, last), (_, before)| {
            let joined = follows(*before, *first);
            if joined {
                *before = *last;
            }
            joined
        });
    }

    /// Whether it is one of them.
    pub(super) fn contains(&self, dot: Dot) -> bool {
        let after = self.runs.partition_point(|(first, _)| *first <= dot);
        after > 0 && dot <= self.runs[after - 1].1
    }

    /// The first run, or rest of a run, from this dot on.
    pub(super) fn run_from(&self, dot: Dot) -> Option<(Dot, Dot)> {
        let next = self.runs.partition_point(|(_, last)| *last < dot);
        let (first, last) = self.runs.get(next)?;
        Some((dot.max(*first), *last))
    }

    /// The branches they are on.
    pub(super) fn branches(&self) -> BTreeSet<u32> {
        self.runs.iter().map(|(first, _)| first.log_rid()).collect()
    }
}

fn follows(before: Dot, dot: Dot) -> bool {
    before.log_rid() == dot.log_rid() && before.seq() + 1 == dot.seq()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_come_in_order_however_they_were_added() {
        let mut fresh = Fresh::default();
        for (log, seq) in [(2, 5), (1, 3), (1, 4), (2, 4), (1, 9)] {
            fresh.add(Dot::new(log, seq));
        }
        fresh.settle();
        let run = |log, first, last| Some((Dot::new(log, first), Dot::new(log, last)));
        assert_eq!(fresh.run_from(Dot::new(0, 0)), run(1, 3, 4));
        assert_eq!(fresh.run_from(Dot::new(1, 4)), run(1, 4, 4));
        assert_eq!(fresh.run_from(Dot::new(1, 5)), run(1, 9, 9));
        assert_eq!(fresh.run_from(Dot::new(1, 10)), run(2, 4, 5));
        assert_eq!(fresh.run_from(Dot::new(2, 6)), None);
        let held: Vec<u64> = (1..11)
            .filter(|seq| fresh.contains(Dot::new(1, *seq)))
            .collect();
        assert_eq!(held, [3, 4, 9]);
        assert_eq!(fresh.branches(), BTreeSet::from([1, 2]));
    }
}
