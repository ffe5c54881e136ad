//! Taking back the last merge as a whole, as long as nothing builds on it.
//!
//! Its commits leave the history, the tables are as before, and so is what was heard of the laptops; a change
//! says who took it back. The sealed files stay in the office ([`received`]) and can be merged again; one that
//! had waited until that merge brought what it lacked waits again. It is refused once anything was done
//! with what the merge brought, once anything was handed to a laptop since (it may say that the county has
//! these commits), and once something else was merged.

use std::collections::BTreeSet;
use std::path::Path;

use countyline_ledger::{Dot, Op, Value};

use super::{MergeUndo, arriving, count, heard, parked, received, store};
use crate::casefile::taking_back::{self, DoneSince};
use crate::casefile::{Action, CaseFile, log};
use crate::error::{Error, Result};
use crate::inbox;
use crate::start::Saved;

/// The merge that would be taken back, and why not if it cannot be; none if there is none.
pub fn merge_to_undo(file: &CaseFile) -> Result<Option<MergeUndo>> {
    file.place().ensure_county()?;
    let Some(last) = last_merge(file)? else {
        return Ok(None);
    };
    let refused = ensure_undoable(file, &last).err();
    if let Some(error @ Error::Storage { .. }) = refused {
        return Err(error);
    }
    let kept = log::commit(file.conn(), last.dot)?;
    let origin = inbox::origin(file, &kept)?;
    let mut changes = 0;
    for bundle in &last.bundles {
        changes += store::new_commits(file.conn(), *bundle)?;
    }
    Ok(Some(MergeUndo {
        merged_at: origin.claimed_at,
        by: origin.by,
        files: count(last.files.len() as u64),
        changes: count(changes),
        refused: refused.map(|refused| refused.failure()),
    }))
}

/// Takes the last merge back.
///
/// # Errors
/// [`Error::NothingToUndo`], [`Error::MergeBuiltOn`], [`Error::MergeHandedOut`], [`Error::MergedSince`],
/// [`Error::MergedFileGone`]. Nothing is changed then.
pub fn undo_merge(file: &mut CaseFile) -> Result<Saved> {
    file.place().ensure_county()?;
    let last = last_merge(file)?.ok_or(Error::NothingToUndo)?;
    ensure_undoable(file, &last)?;
    let staff = file.place().staff;
    let files = last.files.iter();
    let files = Value::List(files.map(Value::bytes).collect());
    let bundles = last.bundles;
    let names = store::names_of_received(file.conn(), &bundles)?;
    let ((), changes) = file.change(Action::UndoMerge, |change| {
        change.audit(Action::UndoMerge, None, files);
        change.beside(move |conn| {
            store::forget_bundles(conn, &bundles)?;
            taking_back::take_back(conn, &bundles)?;
            heard::bring_back(conn)
        });
        Ok(())
    })?;
    for (sha256, name) in names {
        park_again(file, &sha256, &name)?;
    }
    Ok(Saved::new(staff, &changes))
}

/// Lets a file whose merge was taken back wait again, if it cannot be merged by itself. Until it is parked
/// it stays where it is: a power cut leaves it among the files taken back.
fn park_again(file: &mut CaseFile, sha256: &[u8; 32], name: &str) -> Result<()> {
    let path = received::path_of(file, sha256);
    let tried = arriving::unpack(file, &path, Path::new(name)).and_then(|unpacked| {
        let taken = file.rehearsal(|rehearsal| rehearsal.take_in(&unpacked.carried));
        taken.map(drop)
    });
    match tried {
        Err(why) if parked::may_come_later(&why) => {
            parked::park_as(file, &path, name, &why)?;
            // What waits is not offered a second time; a copy that cannot be removed is sealed.
            let _ = std::fs::remove_file(path);
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The files of merges that were taken back and not merged again, as paths to merge.
pub fn files_taken_back(file: &CaseFile) -> Result<Vec<String>> {
    file.place().ensure_county()?;
    let mut paths = Vec::new();
    for (sha256, path) in received::kept(file)? {
        if !store::was_received(file.conn(), &sha256)? {
            paths.push(path.display().to_string());
        }
    }
    Ok(paths)
}

/// Lets go of the files of merges before this one, unless they were taken back.
pub(super) fn let_go_of_earlier_files(file: &CaseFile) -> Result<()> {
    let last = last_merge(file)?;
    received::let_go(file, |sha256| {
        let of_last = last
            .as_ref()
            .is_some_and(|last| last.files.contains(sha256));
        Ok(of_last || !store::was_received(file.conn(), sha256)?)
    })
}

/// Lets go of every file whose merge stands: an erasure leaves no sealed copy of what was merged here. The
/// last merge cannot be taken back then. Of work that was not merged, the file is the only copy, and stays.
///
/// # Errors
/// [`Error::Storage`] if one cannot be removed.
pub(crate) fn let_go_of_merged_files(file: &CaseFile) -> Result<()> {
    for (sha256, path) in received::kept(file)? {
        if store::was_received(file.conn(), &sha256)? {
            std::fs::remove_file(path)
                .map_err(|source| Error::file("let go of merged files", source))?;
        }
    }
    Ok(())
}

struct LastMerge {
    /// The commit that says so.
    dot: Dot,
    files: Vec<[u8; 32]>,
    bundles: BTreeSet<i64>,
}

/// The last merge, unless it was taken back.
fn last_merge(file: &CaseFile) -> Result<Option<LastMerge>> {
    let own = log::log(file.conn(), file.place().log_rid)?;
    let mut seq = own.last_seq;
    while seq > 0 {
        let dot = log::dot_on_branch(file.conn(), own.log_rid, seq)?;
        let kept = log::commit(file.conn(), dot)?;
        let action = kept.commit.header().action;
        if action == Action::UndoMerge as u16 {
            return Ok(None);
        }
        if action == Action::MergeBundles as u16 {
            let mut files = Vec::new();
            for (_, op) in kept.commit.ops().map_err(Error::BrokenHistory)? {
                files.extend(hashes_in(&op));
            }
            let mut bundles = BTreeSet::new();
            for sha256 in &files {
                bundles.extend(store::bundle_with(file.conn(), sha256)?);
            }
            return Ok(Some(LastMerge {
                dot,
                files,
                bundles,
            }));
        }
        seq -= 1;
    }
    Ok(None)
}

fn hashes_in(op: &Op) -> Vec<[u8; 32]> {
    match op {
        Op::Audit {
            detail: Value::List(items),
            ..
        } => items
            .iter()
            .filter_map(|item| match item {
                Value::Bytes(bytes) => <[u8; 32]>::try_from(bytes.as_slice()).ok(),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn ensure_undoable(file: &CaseFile, last: &LastMerge) -> Result<()> {
    let conn = file.conn();
    let Some(newest) = last.bundles.last().copied() else {
        return Err(Error::NothingToUndo);
    };
    if store::was_something_handed_out_after(conn, newest)? {
        return Err(Error::MergeHandedOut);
    }
    if store::was_something_received_after(conn, newest)? {
        return Err(Error::MergedSince);
    }
    match taking_back::done_since(conn, last.dot, &last.bundles, hands_out)? {
        Some(DoneSince::HandedOut) => return Err(Error::MergeHandedOut),
        Some(DoneSince::BuiltOn) => return Err(Error::MergeBuiltOn),
        None => {}
    }
    if !last
        .files
        .iter()
        .all(|sha256| received::is_whole(file, sha256))
    {
        return Err(Error::MergedFileGone);
    }
    Ok(())
}

/// What puts commits into a laptop's hands, or tells it what the county has.
fn hands_out(action: u16) -> bool {
    [Action::SendWeek, Action::EnrolLaptop, Action::HandBack]
        .iter()
        .any(|known| *known as u16 == action)
}
