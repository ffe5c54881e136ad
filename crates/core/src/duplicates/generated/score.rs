//! How well pairs were found, against who the records are about.

/// How well pairs were found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Of the pairs found, the share that is right.
    pub precision: f64,
    /// Of the pairs there are, the share that was found.
    pub recall: f64,
    /// Pairs found.
    pub found: usize,
    /// Pairs found that are wrong.
    pub wrong: usize,
}

impl Score {
    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        2.0 * self.precision * self.recall / (self.precision + self.recall)
    }

    /// Scores pairs of places against who the records are about.
    pub fn of<T: PartialEq>(
        pairs: impl IntoIterator<Item = (usize, usize)>,
        truth: &[T],
        there_are: usize,
    ) -> Score {
        let (mut found, mut right) = (0usize, 0usize);
        for (one, other) in pairs {
            found += 1;
            right += usize::from(truth[one] == truth[other]);
        }
        Score {
            precision: right as f64 / found.max(1) as f64,
            recall: right as f64 / there_are.max(1) as f64,
            found,
            wrong: found - right,
        }
    }
}

/// The three ways side by side: the exact rule, ours in the probable band, ours with all that is possible.
pub struct Scores {
    /// Same name, same date of birth, letter by letter: what most programs do.
    pub exact: Score,
    /// Ours, `probable` alone.
    pub probable: Score,
    /// Ours, everything suggested.
    pub all: Score,
}
