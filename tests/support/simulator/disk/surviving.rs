//! What is left of unsynced writes when the power comes back.

use std::fs;
use std::io;
use std::path::Path;

use super::{Change, State, Unsynced};
use crate::simulator::chance::Chance;

/// What a disk writes as a whole. SQLite asks for no more, and an old disk gives no more.
const SECTOR: usize = 512;

/// Undoes what was not synced, and puts a part of it back.
pub(super) fn keep_a_part(state: &mut State, chance: &mut Chance) -> io::Result<()> {
    // Some cuts lose everything, some nothing, most of them a part.
    let kept_percent = chance.one_of(&[0, 20, 50, 80, 100]);
    for (path, unsynced) in std::mem::take(&mut state.unsynced) {
        keep_part_of_file(&path, &unsynced, kept_percent, chance)?;
    }
    for renamed in std::mem::take(&mut state.renamed).into_iter().rev() {
        if chance.percent(kept_percent) || !renamed.to.exists() {
            continue;
        }
        fs::rename(&renamed.to, &renamed.from)?;
        if let Some(before) = &renamed.before {
            fs::write(&renamed.to, before)?;
        }
    }
    for (path, before) in std::mem::take(&mut state.deleted) {
        let has_a_place = path.parent().is_some_and(Path::exists) && !path.exists();
        if has_a_place && !chance.percent(kept_percent) {
            fs::write(&path, before)?;
        }
    }
    Ok(())
}

fn keep_part_of_file(
    path: &Path,
    unsynced: &Unsynced,
    kept_percent: usize,
    chance: &mut Chance,
) -> io::Result<()> {
    // Whoever gave up what it was making may have removed it past the disk, with its folder.
    if !path.exists() {
        return Ok(());
    }
    if unsynced.made && !chance.percent(kept_percent) {
        return fs::remove_file(path);
    }
    let mut image = fs::read(path)?;
    unsynced
        .changes
        .iter()
        .rev()
        .for_each(|change| undo(&mut image, change));
    for change in &unsynced.changes {
        match change {
            Change::Written { offset, new, .. } => {
                let mut at = *offset as usize;
                let mut left = new.as_slice();
                while !left.is_empty() {
                    let (sector, rest) = left.split_at((SECTOR - at % SECTOR).min(left.len()));
                    if chance.percent(kept_percent) {
                        put(&mut image, at, sector);
                    }
                    at += sector.len();
                    left = rest;
                }
            }
            Change::CutShort { length, .. } => {
                if chance.percent(kept_percent) {
                    image.truncate(*length as usize);
                }
            }
        }
    }
    fs::write(path, image)
}

fn undo(image: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Written {
            offset,
            old,
            old_length,
            ..
        } => {
            put(image, *offset as usize, old);
            image.truncate(*old_length as usize);
        }
        Change::CutShort { length, tail } => {
            image.truncate(*length as usize);
            image.extend(tail);
        }
    }
}

fn put(image: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if image.len() < end {
        image.resize(end, 0);
    }
    image[at..end].copy_from_slice(bytes);
}
