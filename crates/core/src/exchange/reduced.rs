//! Taking what was erased out of the sealed files that lie in this office and were not merged.
//!
//! A file that waits, or whose merge was taken back, may be the only copy of somebody's work: it is never
//! destroyed for an order of erasure. Where the order covers something in it, a copy takes its place in which
//! that is digests, as in the history: the same commits, the same chain, the same words of the logs' owners. The
//! copy is sealed for this place and signed by it; such a signature counts for files that lie here and for
//! nothing else ([`arriving`]).
//!
//! A file that cannot be read, because a newer program wrote it, stays as it is. No order is confirmed meanwhile.

use std::path::{Path, PathBuf};

use countyline_bundle::{Block, BundleError, Contents, Opened, seal};
use countyline_ledger::{
    BlockSalts, Commit, CommitBlock, EntityKey, EraseFilter, GivenSalts, Op, OrderId,
};

use super::{arriving, parked, received, store};
use crate::casefile::{Action, CaseFile, erasing, salts};
use crate::error::{Error, Result};
use crate::files;
use crate::registry::Registry;

/// Takes what orders cover out of every file that was not merged. How many could not be read.
///
/// # Errors
/// [`Error::DiskFull`], [`Error::Storage`]; a file is there as it was or reduced, never in part.
pub(crate) fn erase_in_waiting_files(file: &mut CaseFile) -> Result<usize> {
    let mut unread = 0;
    for path in not_merged(file)? {
        if erase_in(file, &path)? == Reading::NotYet {
            unread += 1;
        }
    }
    Ok(unread)
}

/// Whether a file that lies here could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    Done,
    NotYet,
}

/// Takes what orders cover out of one file that lies here.
pub(super) fn erase_in(file: &mut CaseFile, path: &Path) -> Result<Reading> {
    let filter = erasing::filter(file.conn())?;
    if filter.is_empty() {
        return Ok(Reading::Done);
    }
    let opened = match arriving::open_kept(file, path) {
        Ok(opened) => opened,
        // Not there, or nobody can read it any more.
        Err(Error::FileNotFound | Error::KeyDestroyed { .. }) => return Ok(Reading::Done),
        Err(Error::Bundle(BundleError::NeedsNewerReader { .. })) => return Ok(Reading::NotYet),
        Err(storage @ (Error::Storage { .. } | Error::DiskFull)) => return Err(storage),
        Err(_) => return Ok(Reading::NotYet),
    };
    let Some(reduced) = Reduced::of(&opened, filter)? else {
        return Ok(Reading::Done);
    };
    let contents = Contents {
        cover: opened.manifest.cover.clone(),
        blocks: reduced.blocks,
    };
    drop(opened);
    let recipients = [file.place().opening_key.sealing_key().clone()];
    let (signing_key, mut random) = file.signing_key_and_random();
    let sealed = seal(&contents, &recipients, signing_key, &mut random)?;
    files::write_whole(path, &sealed)?;
    let found = reduced.found;
    if !found.is_empty() {
        file.change(Action::ConfirmErasure, |change| {
            change.beside(move |conn| {
                for (key, order) in found {
                    erasing::keep_found(conn, order, key)?;
                }
                erasing::carry_out(conn)
            });
            Ok(())
        })?;
    }
    Ok(Reading::Done)
}

/// The files that wait, and those of merges that were taken back.
fn not_merged(file: &CaseFile) -> Result<Vec<PathBuf>> {
    let waiting = parked::parked(file)?.into_iter();
    let mut paths: Vec<PathBuf> = waiting
        .map(|waiting| parked::path_of(file, &waiting.id))
        .collect();
    for (sha256, path) in received::kept(file)? {
        if !store::was_received(file.conn(), &sha256)? {
            paths.push(path);
        }
    }
    Ok(paths)
}

/// A bundle's blocks without what is covered.
struct Reduced {
    blocks: Vec<Block>,
    /// Records that it shows to belong to an erased one.
    found: Vec<(EntityKey, OrderId)>,
}

impl Reduced {
    /// `None` if nothing of it is covered.
    fn of(opened: &Opened<'_>, mut filter: EraseFilter) -> Result<Option<Reduced>> {
        let found = discover(opened, &mut filter)?;
        let (mut blocks, mut is_reduced) = (Vec::new(), false);
        for block in opened.blocks() {
            let mut block = block?;
            if block.kind == Block::COMMITS
                && let Some(plain) = reduce(&block.plain, &filter)?
            {
                block.plain = plain;
                is_reduced = true;
            }
            blocks.push(block);
        }
        Ok(is_reduced.then_some(Reduced { blocks, found }))
    }
}

/// Covers the records that belong to erased ones, wherever in the bundle that is said.
fn discover(opened: &Opened<'_>, filter: &mut EraseFilter) -> Result<Vec<(EntityKey, OrderId)>> {
    let mut found = Vec::new();
    loop {
        let before = found.len();
        for block in opened.blocks() {
            let block = block?;
            if block.kind != Block::COMMITS {
                continue;
            }
            let commits = CommitBlock::decode(&block.plain).map_err(Error::BrokenHistory)?;
            for commit in commits.commits {
                let commit = Commit::decode(commit).map_err(Error::BrokenHistory)?;
                let ops = commit.ops().map_err(Error::BrokenHistory)?;
                let ops: Vec<Op> = ops.into_iter().map(|(_, op)| op).collect();
                erasing::discover_all(filter, &ops, &mut found);
            }
        }
        if found.len() == before {
            return Ok(found);
        }
    }
}

/// A block of commits without what is covered; `None` if nothing is.
fn reduce(plain: &[u8], filter: &EraseFilter) -> Result<Option<Vec<u8>>> {
    let block = CommitBlock::decode(plain).map_err(Error::BrokenHistory)?;
    let malformed = Error::BrokenHistory(countyline_ledger::Error::Malformed { what: "salts" });
    let (mut commits, mut listed, mut is_reduced) = (Vec::new(), Vec::new(), false);
    for (place, bytes) in block.commits.into_iter().enumerate() {
        let mut commit = Commit::decode(bytes).map_err(Error::BrokenHistory)?;
        let known = match &block.salts {
            GivenSalts::Seed(seed) => Some(BlockSalts::Seed(*seed)),
            GivenSalts::Listed(listed) => listed
                .get(place)
                .and_then(|listed| salts::placed(&commit, listed)),
        };
        let Some(known) = known else {
            return Err(malformed);
        };
        let reduced = filter.reduce(&Registry, &commit, &known);
        if let Some(reduced) = reduced.map_err(Error::BrokenHistory)? {
            commit = reduced;
            is_reduced = true;
        }
        listed.push(salts::list(&commit, &known)?);
        commits.push(commit);
    }
    let reduced = CommitBlock {
        range: block.range,
        salts: GivenSalts::Listed(listed.iter().map(Vec::as_slice).collect()),
        commits: commits
            .iter()
            .map(|commit| commit.bytes().to_vec())
            .collect(),
    };
    let encoded = is_reduced.then(|| reduced.encode()).transpose();
    encoded.map_err(Error::BrokenHistory)
}
