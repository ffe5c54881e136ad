//! The county hands back: for each laptop what the others did, as far as it lacks it, what of its own is safe
//! here, what we lack, and the newest roster.
//!
//! What a laptop lacks follows from all it held when it was last heard of, so a return that is lost is made
//! up for by the next one, and a laptop that was never heard of gets everything. What it held in part only it
//! gets once it may see more of it.

use std::collections::BTreeMap;
use std::path::Path;

use countyline_bundle::{Direction, RosterEntry};
use countyline_ledger::Value;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::blocks::{self, Range, Reader};
use super::holdings::Seqs;
use super::parts::{self, PartSize};
use super::store::BundleRow;
use super::{
    HandedBack, count, folder, heard, holdings, in_part, neutral_name, roster, sealing, statements,
    store,
};
use crate::casefile::{Action, CaseFile, log, own_log};
use crate::error::Result;
use crate::long_work::Work;
use crate::need_to_know::Withheld;
use crate::releases::{self, Permit};
use crate::roles::Deed;
use crate::{days, files};

/// Writes what each laptop is to get into a folder, read back. A laptop finds its own by itself.
///
/// # Errors
/// [`Error::OnlyCounty`](crate::error::Error::OnlyCounty); those of writing files, upon which what was
/// written before stands and is valid.
pub fn hand_back(file: &mut CaseFile, to: &Path) -> Result<Vec<HandedBack>> {
    hand_back_in_parts(file, to, PartSize::WHOLE)
}

/// As [`hand_back`], in bundles of the given size.
pub fn hand_back_in_parts(
    file: &mut CaseFile,
    to: &Path,
    size: PartSize,
) -> Result<Vec<HandedBack>> {
    file.place().ensure_county()?;
    file.ensure_may(Deed::Weeks)?;
    let to = folder(to)?;
    let permit = releases::permit_same_agency(file)?;
    let (roster, body) = roster::current(file)?;
    make_statement(file)?;
    let mut handed_back = Vec::new();
    let _under_way = file.long_work().begin(Work::Return, roster.entries.len());
    for (number, laptop) in (1..).zip(&roster.entries) {
        file.long_work().file(number)?;
        let said = Said {
            permit: &permit,
            body: &body,
            laptop,
        };
        handed_back.push(write_for(file, &said, &to, size)?);
    }
    Ok(handed_back)
}

/// Counts a statement before anything is written under its number, so that no two differ under one.
pub(super) fn make_statement(file: &mut CaseFile) -> Result<()> {
    let time_ms = file.now().timestamp_millis();
    file.change(Action::HandBack, |change| {
        change.audit(Action::HandBack, None, Value::Null);
        change.beside(move |conn| statements::next(conn, time_ms));
        Ok(())
    })?;
    Ok(())
}

/// What is the same in every bundle for one laptop.
struct Said<'a> {
    permit: &'a Permit,
    body: &'a [u8],
    laptop: &'a RosterEntry,
}

fn write_for(
    file: &mut CaseFile,
    said: &Said<'_>,
    to: &Path,
    size: PartSize,
) -> Result<HandedBack> {
    let laptop = said.laptop;
    // One that was revoked learns that it was, and nothing about anybody.
    let withheld = Withheld::from_laptop(file.conn(), laptop.verifying_key.key_id())?;
    let ranges = match laptop.is_revoked() {
        true => Vec::new(),
        false => owed(file.conn(), &laptop.device, &withheld)?,
    };
    let reader = Reader::Laptop(withheld);
    let own = own_log::ids(file.conn())?;
    let mut cover = sealing::cover(file, said.permit, Direction::Return)?;
    cover.hub = statements::newest(file.conn())?;
    cover.acks = holdings::acknowledgements(file.conn(), &laptop.verifying_key.key_id())?;
    // Of a week that waits for a supervisor nobody can tell yet on what it builds.
    let from_scratch = laptop.is_revoked();
    let have = heard::have(file.conn(), &laptop.device)?;
    let in_part = heard::in_part(file.conn(), &laptop.device)?;
    cover.need = holdings::lacking(file.conn(), &have, &in_part, from_scratch)?;
    cover.roster_update = Some(said.body.to_vec());
    let mut handed_back = HandedBack {
        laptop_name: laptop.laptop_name.clone(),
        person_name: laptop.person_name.clone(),
        paths: Vec::new(),
        changes: 0,
        size_bytes: 0,
    };
    for part in parts::cut(file.conn(), &ranges, &own, size)? {
        let recipient = &laptop.sealing_key;
        let sealed = sealing::seal_ranges(file, cover.clone(), &part, recipient, &reader)?;
        let file_name = neutral_name("return", file.random());
        let path = to.join(&file_name);
        files::write_whole(&path, &sealed)?;
        let changes = part.iter().map(|range| range.to - range.from + 1).sum();
        note_as_returned(file, &sealed, laptop.device, &file_name, changes)?;
        handed_back.paths.push(path.display().to_string());
        handed_back.changes += count(changes);
        handed_back.size_bytes += count(sealed.len() as u64);
    }
    Ok(handed_back)
}

/// Everything that is held here and that a laptop has not proved to hold.
pub(super) fn lacking(conn: &Connection, device: &[u8; 16]) -> Result<Vec<Range>> {
    vouched(conn, &not_proved(conn, device)?)
}

/// What a laptop lacks, and what it may see more of than it holds.
fn owed(conn: &Connection, device: &[u8; 16], withheld: &Withheld) -> Result<Vec<Range>> {
    let mut owed = not_proved(conn, device)?;
    for (log_rid, opened) in in_part::opened(conn, device, withheld)? {
        let seqs = owed.entry(log_rid).or_default();
        opened.iter().for_each(|opened| seqs.insert(opened.clone()));
    }
    vouched(conn, &owed)
}

fn not_proved(conn: &Connection, device: &[u8; 16]) -> Result<BTreeMap<u32, Seqs>> {
    let mut proved = heard::proved(conn, device)?;
    let mut lacking = BTreeMap::new();
    for branch in log::logs(conn)? {
        let mut seqs = holdings::held(conn, &branch)?;
        let proved = proved.remove(&branch.log_rid).unwrap_or_default();
        proved.iter().for_each(|known| seqs.remove(known.clone()));
        lacking.insert(branch.log_rid, seqs);
    }
    Ok(lacking)
}

/// These commits as ranges that can be passed on with their owners' word. Where a stretch ends before a commit its
/// owner signed for, it goes on up to that one, though the reader may hold it: what is before a gap would
/// never come otherwise.
fn vouched(conn: &Connection, seqs: &BTreeMap<u32, Seqs>) -> Result<Vec<Range>> {
    let own = own_log::ids(conn)?;
    let mut ranges = Vec::new();
    for (log_rid, seqs) in seqs {
        let branch = log::log(conn, *log_rid)?;
        let held = holdings::held(conn, &branch)?;
        let mut given = Seqs::new();
        for lacking in seqs.iter() {
            let (first, last) = (*lacking.start(), *lacking.end());
            let end = held.get(&last).map_or(last, |held| *held.end());
            given.insert(first..=parts::signed_after(conn, &branch, last, end, &own)?);
        }
        for range in blocks::following(conn, *log_rid, &given)? {
            ranges.extend(parts::vouched(conn, range, &own)?);
        }
    }
    Ok(ranges)
}

fn note_as_returned(
    file: &mut CaseFile,
    sealed: &[u8],
    device: [u8; 16],
    file_name: &str,
    changes: u64,
) -> Result<()> {
    let sha256: [u8; 32] = Sha256::digest(sealed).into();
    let (now, file_name) = (days::instant(file.now()), file_name.to_owned());
    let size_bytes = sealed.len() as u64;
    file.change(Action::HandBack, |change| {
        let bundle_rid = store::next_bundle(change.conn())?;
        change.beside(move |conn| {
            let row = BundleRow {
                sha256,
                direction: "returned",
                number: 0,
                device,
                made_at: &now,
                kept_at: &now,
                file_name: &file_name,
                new_commits: changes,
                known_commits: 0,
                size_bytes,
            };
            store::keep_bundle(conn, bundle_rid, &row)
        });
        Ok(())
    })?;
    Ok(())
}

/// Declares that this county office was restored from a backup: what it confirmed since then it may not
/// hold any more, so laptops send again what it does not confirm anew, and its own log goes on in a new one.
///
/// # Errors
/// [`Error::OnlyCounty`](crate::error::Error::OnlyCounty).
pub fn county_restored(file: &mut CaseFile) -> Result<()> {
    file.place().ensure_county()?;
    file.end_own_log(own_log::Ended::CountyRestored)?;
    file.change(Action::CountyRestored, |change| {
        change.audit(Action::CountyRestored, None, Value::Null);
        Ok(())
    })?;
    Ok(())
}
