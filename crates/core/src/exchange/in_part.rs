//! Commits that a laptop holds in part only, because something in them was withheld from it
//! ([`need_to_know`](crate::need_to_know)).
//!
//! It holds their digests and needs nothing more to follow the chain, so they are not handed back to it again
//! and again. But every week says which they are, and once the laptop may see more of one, that one goes with
//! the next return; again with every later one, until a week no longer names it.

use std::collections::BTreeMap;

use countyline_bundle::{LackingInterval, Need};
use countyline_ledger::{Dot, LogId};
use rusqlite::Connection;

use super::holdings::{self, Seqs};
use super::{heard, parts};
use crate::casefile::{log, own_log, salts};
use crate::error::Result;
use crate::need_to_know::Withheld;

/// Stretches named in one week. With more, commits between them are named too: sent once more, they do no harm.
const STRETCHES: usize = 10_000;

/// What is held here in part only, as a week tells it.
pub(super) fn told(conn: &Connection) -> Result<Vec<Need>> {
    let mut in_part: BTreeMap<LogId, Seqs> = BTreeMap::new();
    for dot in salts::withheld(conn)? {
        let log_id = log::log(conn, dot.log_rid())?.log_id;
        let seqs = in_part.entry(log_id).or_default();
        seqs.insert(dot.seq()..=dot.seq());
    }
    let told = in_part.into_iter().map(|(log_id, seqs)| Need {
        log_id: log_id.0,
        intervals: coarsened(seqs, STRETCHES)
            .iter()
            .map(|seqs| LackingInterval {
                from: *seqs.start(),
                to: *seqs.end(),
            })
            .collect(),
    });
    Ok(told.collect())
}

/// The commits that a laptop said to hold in part only and that would show it more now, on each branch, with
/// those behind them up to one that their owner signed for.
pub(super) fn opened(
    conn: &Connection,
    device: &[u8; 16],
    withheld: &Withheld,
) -> Result<BTreeMap<u32, Seqs>> {
    let own = own_log::ids(conn)?;
    let mut opened: BTreeMap<u32, Seqs> = BTreeMap::new();
    for (log_id, told) in heard::in_part(conn, device)? {
        for branch in log::branches(conn, LogId(log_id))? {
            let held = holdings::held(conn, &branch)?;
            let first = Dot::new(branch.log_rid, told.from.max(branch.branch_from));
            let last = Dot::new(branch.log_rid, told.to.min(branch.last_seq));
            log::each_commit(conn, first, last, |dot, kept| {
                let stretch = held.get(&dot.seq());
                if let (true, Some(stretch)) = (withheld.shows_more(&kept.commit)?, stretch) {
                    let end = *stretch.end();
                    let to = parts::signed_after(conn, &branch, dot.seq(), end, &own)?;
                    let seqs = opened.entry(branch.log_rid).or_default();
                    seqs.insert(dot.seq()..=to);
                }
                Ok(true)
            })?;
        }
    }
    Ok(opened)
}

/// The same commits, and as few others as need be for there to be at most `stretches` stretches.
fn coarsened(mut seqs: Seqs, stretches: usize) -> Seqs {
    let mut widest_gap = 1;
    while seqs.iter().count() > stretches {
        let all: Vec<_> = seqs.iter().cloned().collect();
        for pair in all.windows(2) {
            let (end, next) = (*pair[0].end(), *pair[1].start());
            if next - end <= widest_gap {
                seqs.insert(end..=next);
            }
        }
        widest_gap *= 2;
    }
    seqs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_bounded_and_names_at_least_all_that_is_held_in_part() {
        let mut seqs = Seqs::new();
        for seq in [1, 3, 10, 20, 21, 500, 502] {
            seqs.insert(seq..=seq);
        }
        assert_eq!(coarsened(seqs.clone(), 10), seqs);
        let few = coarsened(seqs.clone(), 3);
        assert!(few.iter().count() <= 3, "{few:?}");
        for seq in seqs.iter().flat_map(Clone::clone) {
            assert!(few.contains(&seq), "{seq}");
        }
        assert!(!few.contains(&100), "no more than need be");
    }
}
