//! A stretch of keys at which a table holds nothing.
//!
//! Merging asks for its records in ascending order. Whoever finds nothing at one key learns on the way which
//! key comes next in the table; for every key before that one there is nothing to ask. So a table costs
//! a query for each record that has rows in it, and hardly any for those that have none.
//!
//! A gap holds as long as nothing is written into it. One is kept for one portion: whoever writes a record
//! there asks only for later ones, so what is written lies before whatever a gap is asked about.

/// From one key up to the next that is in the table, without it; to the end of the table if there is none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap<K> {
    pub(super) from: K,
    pub(super) next: Option<K>,
}

impl<K: Ord> Gap<K> {
    /// Whether the key lies in it.
    pub(super) fn covers(&self, key: &K) -> bool {
        *key >= self.from && self.next.as_ref().is_none_or(|next| key < next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_reaches_from_where_was_asked_to_the_next_key_of_the_table() {
        let gap = Gap {
            from: 3,
            next: Some(7),
        };
        let covered: Vec<i32> = (0..10).filter(|key| gap.covers(key)).collect();
        assert_eq!(covered, [3, 4, 5, 6]);
        let to_the_end = Gap {
            from: 3,
            next: None,
        };
        assert!(to_the_end.covers(&i32::MAX) && !to_the_end.covers(&2));
    }
}
