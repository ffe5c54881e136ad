//! Giving commits that came their place in the history.
//!
//! The chain of each stretch is followed as its commits come, and must end in the hash that was promised. What
//! is here already is skipped by its hash; a stretch that is here as a whole is not even looked at. A commit
//! that continues a log in a second way starts a branch. So does one behind a gap of such a log: it stands apart
//! until what comes before it is placed.

use std::collections::BTreeSet;

use countyline_ledger::{
    BlockSalts, BlockSeed, Commit, CommitHash, Dot, Error as Broken, LogId, ResolvedCommit, Salts,
    chain_start, salt_block,
};
use rusqlite::Connection;

use super::arrivals::Arrivals;
use super::branches::Branches;
use super::fresh::Fresh;
use super::log::Beginning;
use super::take_in::{Part, PartSalts, Stretch, TakenIn};
use super::{Action, log, salts};
use crate::error::{Error, Result};
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken as Rule, breaks};

/// Placing under way.
pub(super) struct Placing<'c, 's> {
    conn: &'c Connection,
    bundle: i64,
    branches: Branches<'c>,
    appender: log::Appender<'c>,
    stretches: Vec<Followed<'s>>,
    fresh: Fresh,
    arrived: Vec<Arrived>,
    arrived_bytes: usize,
    taken: TakenIn,
    arrivals: Arrivals,
    joined: Vec<u32>,
}

/// What placing came to.
pub(super) struct Placed<'c> {
    /// The branches there are now.
    pub(super) branches: Branches<'c>,
    /// What is new on them.
    pub(super) fresh: Fresh,
    pub(super) taken: TakenIn,
    pub(super) arrivals: Arrivals,
    /// The branches that stood apart, and do no more.
    pub(super) joined: Vec<u32>,
}

/// A commit that is new and has its place.
struct Arrived {
    dot: Dot,
    hash: CommitHash,
    commit: Commit,
}

/// A stretch whose chain is followed.
struct Followed<'s> {
    stretch: &'s Stretch,
    /// Whether all of it was here before.
    is_known: bool,
    /// The branch it is on; `None` before its first commit.
    log_rid: Option<u32>,
    /// The commit that comes next, and the hash of the one before it.
    next: u64,
    hash: CommitHash,
    /// Branch and block of the last commit placed of this part, and the seed that is kept of that block.
    block: Option<((u32, u64), Option<BlockSeed>)>,
}

/// Where a commit belongs.
#[derive(Clone, Copy)]
enum Home {
    /// It is here.
    Here(Dot),
    /// It is new.
    At(Dot),
}

impl<'c, 's> Placing<'c, 's> {
    pub(super) fn new(
        conn: &'c Connection,
        bundle: i64,
        stretches: &'s [Stretch],
        continued_twice: &BTreeSet<LogId>,
    ) -> Result<Placing<'c, 's>> {
        Ok(Placing {
            conn,
            bundle,
            branches: Branches::load(conn)?.knowing(continued_twice.clone()),
            appender: log::Appender::new(conn)?,
            stretches: stretches.iter().map(Followed::new).collect(),
            fresh: Fresh::default(),
            arrived: Vec::new(),
            arrived_bytes: 0,
            taken: TakenIn::default(),
            arrivals: Arrivals::load(conn)?,
            joined: Vec::new(),
        })
    }

    /// Whether there is anything to look at. A commit's hash covers everything before it: where the last one
    /// of a stretch is here, and no gap before it, all of it is.
    pub(super) fn is_anything_new(&mut self) -> Result<bool> {
        #[cfg(any(test, feature = "testing"))]
        if breaks(Rule::MergeRepeats) {
            return Ok(true);
        }
        for followed in &mut self.stretches {
            let Stretch { log, from, to, .. } = *followed.stretch;
            for branch in self.branches.of(log) {
                let reaches = branch.branch_from <= from && to <= branch.contiguous;
                let last = Dot::new(branch.log_rid, to);
                if reaches
                    && log::hash_at(self.conn, last)? == Some(followed.stretch.head)
                    && self
                        .arrivals
                        .is_whole(self.conn, Dot::new(branch.log_rid, from), last)?
                {
                    followed.is_known = true;
                    self.taken.known += to + 1 - from;
                    break;
                }
            }
        }
        Ok(self.stretches.iter().any(|followed| !followed.is_known))
    }

    /// Places the commits of a part.
    ///
    /// # Errors
    /// [`Error::BrokenHistory`]; [`Error::ContinuedTwice`] if something was presumed of a log that was.
    pub(super) fn place(&mut self, part: Part<'_>) -> Result<()> {
        let followed = self.stretches.get_mut(part.stretch);
        let followed = followed.ok_or(malformed("block"))?;
        if followed.is_known {
            return Ok(());
        }
        // Parts of other stretches may have come between, and closed the block.
        followed.block = None;
        let mut block = None;
        for (place, bytes) in part.commits.into_iter().enumerate() {
            let commit = Commit::decode(bytes).map_err(Error::BrokenHistory)?;
            let salts = match &part.salts {
                PartSalts::Seed(seed) => BlockSalts::Seed(*seed),
                PartSalts::Listed(listed) => {
                    let listed = listed.get(place).ok_or(malformed("salts"))?;
                    salts::placed(&commit, listed).ok_or(malformed("salts"))?
                }
            };
            if *block.get_or_insert(salt_block(commit.header().seq))
                != salt_block(commit.header().seq)
            {
                return Err(malformed("salts"));
            }
            self.place_commit(part.stretch, commit, &salts)?;
        }
        Ok(())
    }

    /// How many commits were placed since [`Placing::take_arrived`], and their bytes.
    pub(super) fn arrived(&self) -> (usize, usize) {
        (self.arrived.len(), self.arrived_bytes)
    }

    /// Hands out what was placed since the last time, and the same with its parents found, if all of them
    /// are here.
    pub(super) fn take_arrived(&mut self) -> Result<(Fresh, Option<Vec<ResolvedCommit>>)> {
        let arrived = std::mem::take(&mut self.arrived);
        self.arrived_bytes = 0;
        let mut dots = Fresh::default();
        arrived.iter().for_each(|commit| dots.add(commit.dot));
        dots.settle();
        let mut resolved = Vec::with_capacity(arrived.len());
        for Arrived { dot, hash, commit } in arrived {
            match self.branches.resolve_held(&commit, dot, hash)? {
                Some(commit) => resolved.push(commit),
                None => return Ok((dots, None)),
            }
        }
        Ok((dots, Some(resolved)))
    }

    /// What it came to.
    ///
    /// # Errors
    /// [`Error::BrokenHistory`] if a stretch does not end as it was promised.
    pub(super) fn finish(mut self) -> Result<Placed<'c>> {
        for followed in &self.stretches {
            followed.ensure_ended()?;
        }
        self.fresh.settle();
        Ok(Placed {
            branches: self.branches,
            fresh: self.fresh,
            taken: self.taken,
            arrivals: self.arrivals,
            joined: self.joined,
        })
    }

    fn place_commit(&mut self, stretch: usize, commit: Commit, salts: &BlockSalts) -> Result<()> {
        let followed = &mut self.stretches[stretch];
        let seq = commit.header().seq;
        let hash = followed.follow(&commit, salts)?;
        let branch = match followed.log_rid {
            Some(log_rid) => Some(log_rid),
            None => branch_continued(&mut self.branches, followed.stretch)?,
        };
        let begins = followed.log_rid.is_none();
        if begins {
            let of = (followed.stretch.log, branch);
            self.taken.missing += missing_before(self.conn, &self.branches, of, seq)?;
            #[cfg(any(test, feature = "testing"))]
            if self.taken.missing > 0 && breaks(Rule::GapWaitedFor) {
                return Err(Error::RevokedLaptop);
            }
        }
        let log = followed.stretch.log;
        let home = home(&mut self.branches, log, branch, seq, hash)?;
        let (Home::Here(dot) | Home::At(dot)) = home;
        followed.log_rid = Some(dot.log_rid());
        if let Some(before) = branch {
            self.join(before, dot)?;
        }
        if let Home::Here(dot) = home {
            match self.arrivals.fill(self.conn, dot, &commit, salts)? {
                true => self.taken.filled += 1,
                false => self.taken.known += 1,
            }
            #[cfg(any(test, feature = "testing"))]
            if breaks(Rule::MergeRepeats) {
                self.arrived.push(Arrived { dot, hash, commit });
            }
            return Ok(());
        }
        let followed = &mut self.stretches[stretch];
        if begins && is_behind_gap(&self.branches, dot)? {
            log::keep_behind_gap(self.conn, dot, followed.stretch.previous)?;
        }
        self.arrivals.notice_own_lost(self.conn, &commit)?;
        let commit = match self.arrivals.reduce(dot, &commit, salts)? {
            Some(reduced) => reduced,
            None => commit,
        };
        #[cfg(any(test, feature = "testing"))]
        let commit = match breaks(Rule::NewerDropped) {
            true => crate::testing::program::without_what_is_newer(&commit, salts)?,
            false => commit,
        };
        let listed = followed.keep_salts(self.conn, dot, &commit, salts)?;
        self.appender
            .append(dot, hash, &commit, self.bundle, listed.as_deref())?;
        self.branches.note_held(dot);
        self.fresh.add(dot);
        self.taken.new += 1;
        if commit.header().action == Action::SendWeek as u16 {
            self.taken.sendings.push(dot);
        }
        self.taken.lamport = self.taken.lamport.max(commit.header().lamport);
        self.arrived_bytes += commit.bytes().len();
        self.arrived.push(Arrived { dot, hash, commit });
        self.look_behind(log, dot, hash)
    }

    /// Notes that a branch that stood apart, and begins with this commit, leaves the one the commit before is on.
    fn join(&mut self, before: u32, dot: Dot) -> Result<()> {
        let row = self.branches.get(dot.log_rid())?;
        if before != dot.log_rid() && row.is_apart() && row.branch_from == dot.seq() {
            let before = self.branches.dot(before, dot.seq() - 1)?;
            self.branches.leave(dot.log_rid(), before.log_rid())?;
            self.joined.push(dot.log_rid());
        }
        Ok(())
    }

    /// What is held behind a commit that was placed: it follows it, or stands elsewhere.
    ///
    /// # Errors
    /// [`Error::ContinuedTwice`] if it was presumed to follow, and does not.
    fn look_behind(&mut self, log: LogId, dot: Dot, hash: CommitHash) -> Result<()> {
        let next = Dot::new(dot.log_rid(), dot.seq() + 1);
        if self.branches.hash_at(next)?.is_some() && !follows(self.conn, next, hash)? {
            return Err(Error::ContinuedTwice { log });
        }
        for apart in self.branches.apart_at(log, dot.seq() + 1) {
            if self.branches.hash_at(apart)?.is_some() && follows(self.conn, apart, hash)? {
                self.branches.leave(apart.log_rid(), dot.log_rid())?;
                self.joined.push(apart.log_rid());
            }
        }
        Ok(())
    }
}

impl<'s> Followed<'s> {
    fn new(stretch: &'s Stretch) -> Followed<'s> {
        Followed {
            stretch,
            is_known: false,
            log_rid: None,
            next: stretch.from,
            hash: stretch.previous,
            block: None,
        }
    }

    /// The hash of the next commit.
    fn follow(&mut self, commit: &Commit, salts: &impl Salts) -> Result<CommitHash> {
        let (expected, found) = (self.next, commit.header().seq);
        if found != expected || found > self.stretch.to {
            return Err(Error::BrokenHistory(Broken::OutOfSequence {
                expected,
                found,
            }));
        }
        self.hash = commit
            .hash(self.hash, salts)
            .map_err(Error::BrokenHistory)?;
        self.next += 1;
        Ok(self.hash)
    }

    fn ensure_ended(&self) -> Result<()> {
        let Stretch { to, head, .. } = *self.stretch;
        if self.is_known || (self.next == to + 1 && self.hash == head) {
            return Ok(());
        }
        Err(if self.next <= to {
            malformed("block")
        } else {
            Error::BrokenHistory(Broken::OtherHead { seq: to })
        })
    }

    /// Keeps what the chain was followed with: under other salts it would seem altered for ever. Gives the
    /// salts to be listed beside the commit, if they do not follow from the seed that is kept.
    fn keep_salts(
        &mut self,
        conn: &Connection,
        dot: Dot,
        commit: &Commit,
        salts: &BlockSalts,
    ) -> Result<Option<Vec<u8>>> {
        let place = (dot.log_rid(), salt_block(dot.seq()));
        let kept = match self.block {
            Some((of, kept)) if of == place && !salts::lacks_something(commit) => kept,
            _ => salts::keep_block(conn, dot, commit, salts)?,
        };
        self.block = Some((place, kept));
        salts::beside(commit, salts, kept.as_ref())
    }
}

/// Where a commit belongs that follows `branch`; `None` if what it follows is not here, and its log was continued
/// twice.
fn home(
    branches: &mut Branches<'_>,
    log: LogId,
    branch: Option<u32>,
    seq: u64,
    hash: CommitHash,
) -> Result<Home> {
    if let Some(begun) = branches.beginning_with(log, seq, hash) {
        let dot = Dot::new(begun, seq);
        return Ok(match branches.hash_at(dot)? {
            Some(_) => Home::Here(dot),
            None => Home::At(dot),
        });
    }
    let base_rid = match branch {
        None => None,
        Some(branch) => {
            let dot = branches.dot(branch, seq)?;
            match branches.hash_at(dot)? {
                None if branches.is_free(dot)? => return Ok(Home::At(dot)),
                None => Some(dot.log_rid()),
                Some(held) if held == hash => return Ok(Home::Here(dot)),
                #[cfg(any(test, feature = "testing"))]
                Some(_) if breaks(Rule::SequenceInsteadOfHash) => return Ok(Home::Here(dot)),
                Some(_) => Some(dot.log_rid()),
            }
        }
    };
    let beginning = Beginning {
        seq,
        hash,
        base_rid,
    };
    let begun = branches.start_branch(log, beginning)?;
    Ok(Home::At(Dot::new(begun, seq)))
}

/// The branch whose commit before the stretch is the one the stretch follows, or is presumed to be. `None` if that has
/// not come, and the log was continued twice.
fn branch_continued(branches: &mut Branches<'_>, stretch: &Stretch) -> Result<Option<u32>> {
    let Stretch { log, from, .. } = *stretch;
    let of_log: Vec<u32> = branches.of(log).map(|branch| branch.log_rid).collect();
    let first = match branches.first_of(log) {
        Some(first) => first,
        None => branches.start_log(log)?,
    };
    if from == 1 {
        return if stretch.previous == chain_start(log) {
            Ok(Some(first))
        } else {
            Err(Error::BrokenHistory(Broken::OtherHead { seq: 0 }))
        };
    }
    for branch in &of_log {
        let before = branches.dot(*branch, from - 1)?;
        if branches.hash_at(before)? == Some(stretch.previous) {
            return Ok(Some(before.log_rid()));
        }
    }
    let before = Dot::new(first, from - 1);
    let is_presumed = branches.only(log).is_some() && branches.is_free(before)?;
    Ok(is_presumed.then_some(first))
}

/// Whether a commit that is held follows one of this hash.
fn follows(conn: &Connection, dot: Dot, hash: CommitHash) -> Result<bool> {
    let kept = log::commit(conn, dot)?;
    let salts = salts::of(conn, dot, &kept)?;
    let followed = kept.commit.hash(hash, &salts);
    Ok(followed.map_err(Error::BrokenHistory)? == kept.hash)
}

/// Whether the commit before this one has not come.
fn is_behind_gap(branches: &Branches<'_>, dot: Dot) -> Result<bool> {
    if dot.seq() == 1 {
        return Ok(false);
    }
    let before = branches.dot(dot.log_rid(), dot.seq() - 1)?;
    Ok(branches.hash_at(before)?.is_none())
}

/// Commits that are not held before this one of a branch, or before one that stands apart.
fn missing_before(
    conn: &Connection,
    branches: &Branches<'_>,
    (log, branch): (LogId, Option<u32>),
    seq: u64,
) -> Result<u64> {
    let Some(branch) = branch else {
        return Ok(log::missing_before_apart(branches.of(log), seq));
    };
    let branch = branches.get(branch)?;
    let from = branch.contiguous + 1;
    if from >= seq {
        return Ok(0);
    }
    let held = log::count_held(conn, branch.log_rid, from, seq - 1)?;
    Ok(seq - from - held)
}

fn malformed(what: &'static str) -> Error {
    Error::BrokenHistory(Broken::Malformed { what })
}
