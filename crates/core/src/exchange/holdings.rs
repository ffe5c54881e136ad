//! What is held of each log, what somebody else says to hold, and what follows: what is to be sent, what is
//! lacking, what may be confirmed.
//!
//! A stretch is told with the hash of its last commit, so two branches of a log never look alike. Who
//! names a hash that is held here has proved to hold that commit and, down to the stretch's first, the
//! ones before it; anything else proves nothing, and is sent once more rather than not at all.

use std::collections::BTreeMap;

use countyline_bundle::{Ack, Have, HeldInterval, KeyId, LackingInterval, LogPoint, Need};
use countyline_ledger::{CommitHash, Dot, LogId, limits};
use rangemap::RangeInclusiveSet;
use rusqlite::{Connection, named_params};

use super::blocks::Range;
use super::heard::InPart;
use super::store;
use crate::casefile::log::{self, LogRow};
use crate::casefile::salts;
use crate::error::{Error, Result};

/// Sequence numbers of one branch.
pub(super) type Seqs = RangeInclusiveSet<u64>;

/// The commits of a branch that are held.
pub(super) fn held(conn: &Connection, branch: &LogRow) -> Result<Seqs> {
    let mut held = Seqs::new();
    if branch.contiguous >= branch.branch_from {
        held.insert(branch.branch_from..=branch.contiguous);
    }
    if branch.last_seq > branch.contiguous {
        for seq in seqs_between(conn, branch.log_rid, branch.contiguous + 1, branch.last_seq)? {
            held.insert(seq..=seq);
        }
    }
    Ok(held)
}

/// The commits of each branch that are held in part only: something in them was withheld from whoever brought
/// them. At a county those are not all there is: it is to have everything, and confirms nothing less.
fn held_in_part(conn: &Connection) -> Result<BTreeMap<u32, Seqs>> {
    let mut in_part: BTreeMap<u32, Seqs> = BTreeMap::new();
    for dot in salts::withheld(conn)? {
        let seqs = in_part.entry(dot.log_rid()).or_default();
        seqs.insert(dot.seq()..=dot.seq());
    }
    Ok(in_part)
}

fn seqs_between(conn: &Connection, log_rid: u32, from: u64, to: u64) -> Result<Vec<u64>> {
    let reading = |source| Error::database("read what is held", source);
    let mut statement = conn
        .prepare_cached("SELECT dot FROM commit_log WHERE dot BETWEEN :from AND :to ORDER BY dot")
        .map_err(reading)?;
    let rows = statement
        .query_map(
            named_params! {
                ":from": Dot::new(log_rid, from).to_i64(),
                ":to": Dot::new(log_rid, to).to_i64(),
            },
            |row| row.get::<_, i64>(0),
        )
        .map_err(reading)?;
    rows.map(|dot| {
        let dot = Dot::from_i64(dot.map_err(reading)?).ok_or(Error::DamagedCaseFile)?;
        Ok(dot.seq())
    })
    .collect()
}

/// Everything that is held, as a bundle tells it.
pub(super) fn have(conn: &Connection) -> Result<Vec<Have>> {
    let mut all = Vec::new();
    for branch in log::logs(conn)? {
        let mut intervals = Vec::new();
        for stretch in held(conn, &branch)?.iter() {
            let hash = log::hash_at(conn, Dot::new(branch.log_rid, *stretch.end()))?;
            intervals.push(HeldInterval {
                from: *stretch.start(),
                to: *stretch.end(),
                hash: hash.ok_or(Error::DamagedCaseFile)?.0,
            });
        }
        if !intervals.is_empty() {
            let log_id = branch.log_id.0;
            all.push(Have { log_id, intervals });
        }
    }
    Ok(all)
}

/// Where a commit of this hash is held.
pub(super) fn find(conn: &Connection, point: &LogPoint) -> Result<Option<Dot>> {
    if point.seq == 0 || point.seq > limits::SEQ {
        return Ok(None);
    }
    for branch in log::branches(conn, LogId(point.log_id))? {
        let dot = log::dot_on_branch(conn, branch.log_rid, point.seq)?;
        if log::hash_at(conn, dot)? == Some(CommitHash(point.hash)) {
            return Ok(Some(dot));
        }
    }
    Ok(None)
}

/// The stretches of branches that lead to a commit, from `from` on.
pub(super) fn chain_to(conn: &Connection, dot: Dot, from: u64) -> Result<Vec<Range>> {
    let mut stretches = Vec::new();
    let (mut branch, mut to) = (log::log(conn, dot.log_rid())?, dot.seq());
    loop {
        let first = from.max(branch.branch_from);
        if first <= to {
            stretches.push(Range {
                log_rid: branch.log_rid,
                from: first,
                to,
            });
        }
        let Some(base) = branch.base_rid.filter(|_| from < branch.branch_from) else {
            return Ok(stretches);
        };
        to = branch.branch_from - 1;
        branch = log::log(conn, base)?;
    }
}

/// What somebody who says to hold `have` has proved to hold, for each branch.
pub(super) fn proved(conn: &Connection, have: &[Have]) -> Result<BTreeMap<u32, Seqs>> {
    let mut proved: BTreeMap<u32, Seqs> = BTreeMap::new();
    for (log_id, interval) in intervals(have) {
        let end = LogPoint {
            log_id,
            seq: interval.to,
            hash: interval.hash,
        };
        let Some(dot) = find(conn, &end)? else {
            continue;
        };
        for stretch in chain_to(conn, dot, interval.from)? {
            let seqs = proved.entry(stretch.log_rid).or_default();
            seqs.insert(stretch.from..=stretch.to);
        }
    }
    Ok(proved)
}

/// Whether every stretch ends in a commit that is held here.
pub(super) fn is_proved(conn: &Connection, have: &[Have]) -> Result<bool> {
    for (log_id, interval) in intervals(have) {
        let end = LogPoint {
            log_id,
            seq: interval.to,
            hash: interval.hash,
        };
        if find(conn, &end)?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether one set of commits holds all of another.
pub(super) fn covers(all: &BTreeMap<u32, Seqs>, part: &BTreeMap<u32, Seqs>) -> bool {
    let none = Seqs::new();
    part.iter().all(|(log_rid, seqs)| {
        let known = all.get(log_rid).unwrap_or(&none);
        seqs.iter().all(|seqs| known.gaps(seqs).next().is_none())
    })
}

/// The commits that two sets have in common.
pub(super) fn both(one: &BTreeMap<u32, Seqs>, other: &BTreeMap<u32, Seqs>) -> BTreeMap<u32, Seqs> {
    let mut common: BTreeMap<u32, Seqs> = BTreeMap::new();
    for (log_rid, seqs) in one {
        for theirs in other.get(log_rid).into_iter().flat_map(Seqs::iter) {
            for ours in seqs.overlapping(theirs.clone()) {
                let first = *ours.start().max(theirs.start());
                let last = *ours.end().min(theirs.end());
                common.entry(*log_rid).or_default().insert(first..=last);
            }
        }
    }
    common
}

/// What somebody who says to hold `have`, and of it only a part of `in_part_there`, could give a county. Where it
/// cannot be told how far our commits and theirs are the same, they are taken to be the same up to our last,
/// unless `from_scratch`.
pub(super) fn lacking(
    conn: &Connection,
    have: &[Have],
    in_part_there: &[InPart],
    from_scratch: bool,
) -> Result<Vec<Need>> {
    let in_part_here = held_in_part(conn)?;
    let mut lacking: BTreeMap<[u8; 16], Seqs> = BTreeMap::new();
    for (log_id, interval) in intervals(have) {
        let end = LogPoint {
            log_id,
            seq: interval.to,
            hash: interval.hash,
        };
        let (mut missing, mut in_part) = (Seqs::new(), Seqs::new());
        missing.insert(interval.from..=interval.to);
        let chain = match find(conn, &end)? {
            Some(dot) => chain_to(conn, dot, interval.from)?,
            None if from_scratch => Vec::new(),
            None => unbranched_before(conn, &end, interval.from)?,
        };
        for stretch in chain {
            let branch = log::log(conn, stretch.log_rid)?;
            let held = held(conn, &branch)?;
            for seqs in held.overlapping(stretch.from..=stretch.to) {
                missing.remove((*seqs.start()).max(stretch.from)..=(*seqs.end()).min(stretch.to));
            }
            let parts = in_part_here.get(&stretch.log_rid).into_iter();
            for seqs in parts.flat_map(|parts| parts.overlapping(stretch.from..=stretch.to)) {
                in_part.insert((*seqs.start()).max(stretch.from)..=(*seqs.end()).min(stretch.to));
            }
        }
        let no_more = in_part_there.iter().filter(|(of, _)| *of == log_id);
        no_more.for_each(|(_, told)| in_part.remove(told.from..=told.to));
        let all = lacking.entry(log_id).or_default();
        let wanted = missing.iter().chain(in_part.iter());
        wanted.for_each(|seqs| all.insert(seqs.clone()));
    }
    lacking.retain(|_, seqs| !seqs.is_empty());
    Ok(lacking
        .into_iter()
        .map(|(log_id, seqs)| Need {
            log_id,
            intervals: seqs
                .iter()
                .map(|seqs| LackingInterval {
                    from: *seqs.start(),
                    to: *seqs.end(),
                })
                .collect(),
        })
        .collect())
}

/// What is held of a log that nobody is known to have continued twice: its owner's next commits will
/// follow. With another commit in the place of the one that is named, nothing is taken for common.
fn unbranched_before(conn: &Connection, end: &LogPoint, from: u64) -> Result<Vec<Range>> {
    let branches = log::branches(conn, LogId(end.log_id))?;
    let [only] = branches.as_slice() else {
        return Ok(Vec::new());
    };
    let at_end = Dot::new(only.log_rid, end.seq);
    if only.last_seq >= end.seq && log::hash_at(conn, at_end)?.is_some() {
        return Ok(Vec::new());
    }
    let to = end.seq.min(only.last_seq);
    Ok((from <= to)
        .then_some(Range {
            log_rid: only.log_rid,
            from,
            to,
        })
        .into_iter()
        .collect())
}

/// What may be confirmed to the device that signs with this key: of each branch of its logs, the newest
/// commit that is held whole with all before it.
pub(super) fn acknowledgements(conn: &Connection, key: &KeyId) -> Result<Vec<Ack>> {
    let in_part = held_in_part(conn)?;
    let mut acks = Vec::new();
    for log_id in store::logs_of(conn, key)? {
        for branch in log::branches(conn, log_id)? {
            let whole_to = whole_to(&branch, &in_part);
            if whole_to < branch.branch_from || !rests_on_whole(conn, &branch, &in_part)? {
                continue;
            }
            let head = Dot::new(branch.log_rid, whole_to);
            acks.push(LogPoint {
                log_id: log_id.0,
                seq: whole_to,
                hash: log::hash_at(conn, head)?.ok_or(Error::DamagedCaseFile)?.0,
            });
        }
    }
    Ok(acks)
}

/// The newest commit of a branch that is held whole with all of the branch before it.
fn whole_to(branch: &LogRow, in_part: &BTreeMap<u32, Seqs>) -> u64 {
    let parts = in_part.get(&branch.log_rid).and_then(Seqs::first);
    parts.map_or(branch.contiguous, |first| {
        branch.contiguous.min(first.start() - 1)
    })
}

/// Whether a commit is held with all before it.
pub(super) fn is_held_with_all_before(conn: &Connection, dot: Dot) -> Result<bool> {
    let branch = log::log(conn, dot.log_rid())?;
    Ok(dot.seq() <= branch.contiguous && rests_on_whole(conn, &branch, &BTreeMap::new())?)
}

/// Whether everything before a branch's first commit is held whole.
fn rests_on_whole(
    conn: &Connection,
    branch: &LogRow,
    in_part: &BTreeMap<u32, Seqs>,
) -> Result<bool> {
    if branch.is_apart() {
        return Ok(false);
    }
    let (mut base_rid, mut before) = (branch.base_rid, branch.branch_from - 1);
    while let Some(rid) = base_rid {
        let base = log::log(conn, rid)?;
        if base.is_apart() || whole_to(&base, in_part) < before && before >= base.branch_from {
            return Ok(false);
        }
        (base_rid, before) = (base.base_rid, before.min(base.branch_from - 1));
    }
    Ok(true)
}

pub(super) fn intervals(have: &[Have]) -> impl Iterator<Item = ([u8; 16], &HeldInterval)> {
    let all = have
        .iter()
        .flat_map(|have| have.intervals.iter().map(|held| (have.log_id, held)));
    all.filter(|(_, held)| held.from > 0 && held.to <= limits::SEQ)
}
