//! Sending the week: everything of our own that the county has not confirmed, what the county lacks of
//! others' work, and what we hold, sealed for it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use countyline_bundle::{CoverSheet, Direction, Roster};
use countyline_ledger::{EntityId, LogId, Op, Value, limits};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::blocks::{self, Range, Reader};
use super::holdings::{self, Seqs};
use super::parts::{self, PartSize};
use super::revoking::last_known_on;
use super::store::BundleRow;
use super::{
    SendView, SentBundle, Standing, count, folder, in_part, neutral_name, roster, sealing,
    standing, statements, store,
};
use crate::casefile::{Action, CaseFile, PlaceKind, hex, log, own_log};
use crate::error::{Error, Result};
use crate::registry::{CONTACT, REFERRAL, Record, VICTIM};
use crate::releases;
use crate::{days, files, looks, unlock_code};

/// What the Send week screen shows.
pub fn send_state(file: &CaseFile) -> Result<SendView> {
    file.place().ensure_laptop()?;
    let (roster, _) = roster::current(file)?;
    let waiting = waiting(file)?;
    Ok(SendView {
        county_name: roster.office_name.clone(),
        county_words: roster::owned(roster.county.six_words()),
        changes: waiting.changes,
        contacts: waiting.contacts,
        referrals: waiting.referrals,
        victims: waiting.victims,
        unconfirmed: count(unconfirmed(file)?),
        safe_up_to: safe_up_to(file)?,
        folder: store::send_folder(file.conn())?.filter(|folder| Path::new(folder).is_dir()),
        history: store::sent(file.conn())?,
    })
}

/// Seals the week for the county and writes it into a folder, read back. A week larger than a bundle may be
/// is written as several.
///
/// # Errors
/// [`Error::OnlyLaptop`], [`Error::NotJoined`], [`Error::FolderNotFound`], [`Error::DiskFull`],
/// [`Error::MediumRemoved`]; nothing counts as sent then.
pub fn send_week(file: &mut CaseFile, to: &Path) -> Result<SentBundle> {
    send_week_in_parts(file, to, PartSize::WHOLE)
}

/// As [`send_week`], in bundles of the given size, such as an e-mail takes. Each is valid alone, and they
/// may be merged in any order.
pub fn send_week_in_parts(file: &mut CaseFile, to: &Path, size: PartSize) -> Result<SentBundle> {
    file.place().ensure_laptop()?;
    let to = folder(to)?;
    let permit = releases::permit_same_agency(file)?;
    let (newest, roster_body) = roster::current(file)?;
    if standing::standing(file)? == Standing::NotEnrolled {
        return Err(Error::NotJoined);
    }
    unlock_code::ensure_in_force(file)?;
    let recipient = roster::key_of_county(file)?;
    looks::tell(file)?;
    let ranges = upload(file.conn(), &newest)?;
    let own = own_log::ids(file.conn())?;
    let mut cover = sealing::cover(file, &permit, Direction::Up)?;
    say_what_is_here(file.conn(), &mut cover)?;
    cover.roster_update = Some(roster_body);
    let mut written = Vec::new();
    for part in parts::cut(file.conn(), &ranges, &own, size)? {
        let sealed = sealing::seal_ranges(file, cover.clone(), &part, &recipient, &Reader::County)?;
        let file_name = neutral_name("cl", file.random());
        let path = to.join(&file_name);
        files::write_whole(&path, &sealed)?;
        written.push(Written {
            path: path.display().to_string(),
            file_name,
            sha256: Sha256::digest(&sealed).into(),
            changes: part.iter().map(|range| range.to - range.from + 1).sum(),
            size_bytes: sealed.len() as u64,
        });
    }
    note_as_sent(file, &to, ranges, written)
}

#[derive(Clone)]
struct Written {
    path: String,
    file_name: String,
    sha256: [u8; 32],
    changes: u64,
    size_bytes: u64,
}

/// Everything the county cannot be sure to have: our own that it has not confirmed, and what it said that it
/// lacks, whoever wrote it. Not what a revoked laptop wrote later, this one under its old keys perhaps: the
/// whole week would have to wait for a supervisor.
fn upload(conn: &Connection, roster: &Roster) -> Result<Vec<Range>> {
    let own = own_log::ids(conn)?;
    let confirmed = statements::confirmed(conn)?;
    let needed = needed_by_log(conn)?;
    let mut ranges = Vec::new();
    for branch in log::logs(conn)? {
        let held = holdings::held(conn, &branch)?;
        let mut wanted = Seqs::new();
        if own.contains(&branch.log_id) {
            let reached = confirmed.get(&branch.log_rid).copied().unwrap_or(0);
            held.iter().for_each(|seqs| wanted.insert(seqs.clone()));
            if reached > 0 {
                wanted.remove(0..=reached);
            }
        }
        // What is ours we send whatever the roster says of us: a supervisor decides about it.
        let cut_off = match own.contains(&branch.log_id) {
            true => None,
            false => cut_off(conn, roster, &branch)?,
        };
        for seqs in needed.get(&branch.log_id).into_iter().flat_map(Seqs::iter) {
            for held in held.overlapping(seqs.clone()) {
                let first = *held.start().max(seqs.start());
                let (last, end) = match cut_off {
                    Some(known) if held.contains(&known) => (known, known),
                    Some(_) => continue,
                    None => (*held.end().min(seqs.end()), *held.end()),
                };
                if first <= last {
                    wanted.insert(first..=parts::signed_after(conn, &branch, last, end, &own)?);
                }
            }
        }
        for range in blocks::following(conn, branch.log_rid, &wanted)? {
            ranges.extend(parts::vouched(conn, range, &own)?);
        }
    }
    Ok(ranges)
}

/// Where a revoked laptop's word ends on this branch: with a commit the roster names. None if it was not revoked.
fn cut_off(conn: &Connection, roster: &Roster, branch: &log::LogRow) -> Result<Option<u64>> {
    let owner = store::owner_of_log(conn, &branch.log_id.0)?;
    let revoked = owner.and_then(|owner| roster::revocation(roster, &owner).cloned());
    revoked
        .map(|revoked| last_known_on(conn, &revoked, branch))
        .transpose()
}

fn needed_by_log(conn: &Connection) -> Result<BTreeMap<LogId, Seqs>> {
    let mut by_log: BTreeMap<LogId, Seqs> = BTreeMap::new();
    for need in statements::needed(conn)? {
        let seqs = by_log.entry(LogId(need.log_id)).or_default();
        for interval in need.intervals {
            seqs.insert(interval.from..=interval.to.min(limits::SEQ).max(interval.from));
        }
    }
    Ok(by_log)
}

/// What every upload says beside its commits: all that is held here, what of it in part only, and the newest
/// statement of the county that was seen, so that a county restored from a backup notices it.
fn say_what_is_here(conn: &Connection, cover: &mut CoverSheet) -> Result<()> {
    cover.have = holdings::have(conn)?;
    cover.need = in_part::told(conn)?;
    cover.hub = statements::newest(conn)?;
    Ok(())
}

/// One commit for the week, one row for each of its files.
fn note_as_sent(
    file: &mut CaseFile,
    to: &Path,
    ranges: Vec<Range>,
    written: Vec<Written>,
) -> Result<SentBundle> {
    let made_at = days::instant(file.now());
    let history = store::sent(file.conn())?;
    let number = history.first().map_or(1, |last| last.number + 1);
    let device = file.place().device;
    let (kept_at, parts) = (made_at.clone(), written.clone());
    let to = to.display().to_string();
    file.change(Action::SendWeek, |change| {
        let first_rid = store::next_bundle(change.conn())?;
        let hashes = parts.iter().map(|part| Value::bytes(part.sha256));
        change.audit(Action::SendWeek, None, Value::List(hashes.collect()));
        change.beside(move |conn| {
            for (bundle_rid, part) in (first_rid..).zip(&parts) {
                let row = BundleRow {
                    sha256: part.sha256,
                    direction: "sent",
                    number,
                    device,
                    made_at: &kept_at,
                    kept_at: &kept_at,
                    file_name: &part.file_name,
                    new_commits: part.changes,
                    known_commits: 0,
                    size_bytes: part.size_bytes,
                };
                store::keep_bundle(conn, bundle_rid, &row)?;
            }
            store::keep_send_folder(conn, &to)?;
            for range in &ranges {
                own_log::keep_sent(conn, log::log(conn, range.log_rid)?.log_id, range.to)?;
            }
            Ok(())
        });
        Ok(())
    })?;
    // The week is sent, also where the door cannot be told of it.
    let _ = files::write_whole(&file.folder().join(super::LAST_SENT), made_at.as_bytes());
    let first = written.first().ok_or(Error::DamagedCaseFile)?;
    Ok(SentBundle {
        number,
        made_at,
        path: first.path.clone(),
        file_name: first.file_name.clone(),
        changes: count(written.iter().map(|part| part.changes).sum()),
        size_bytes: count(written.iter().map(|part| part.size_bytes).sum()),
        sha256: hex(&first.sha256),
        files: count(written.len() as u64),
    })
}

/// Commits that some bundle carried and the county has not confirmed.
fn unconfirmed(file: &CaseFile) -> Result<u64> {
    let conn = file.conn();
    let own = own_log::ids(conn)?;
    let confirmed = statements::confirmed(conn)?;
    let mut unconfirmed = 0;
    for branch in log::logs(conn)? {
        if own.contains(&branch.log_id) {
            let reached = confirmed.get(&branch.log_rid).copied().unwrap_or(0);
            let sent = own_log::sent_seq(conn, branch.log_id)?;
            let held = holdings::held(conn, &branch)?;
            let mut open: Vec<u64> = held.iter().flat_map(Clone::clone).collect();
            open.retain(|seq| (reached + 1..=sent).contains(seq));
            unconfirmed += statements::not_confirmed_elsewhere(conn, &confirmed, &branch, open)?;
        }
    }
    Ok(unconfirmed)
}

/// When, by this laptop's clock, the newest commit was written up to which the county holds everything.
pub(super) fn safe_up_to(file: &CaseFile) -> Result<Option<String>> {
    let conn = file.conn();
    let Some(head) = statements::confirmed_head(conn, file.place().log_rid)? else {
        return Ok(None);
    };
    let wall_ms = log::commit(conn, head)?.commit.header().wall_ms;
    Ok(Some(days::from_millis(wall_ms)))
}

/// Changes that no bundle has carried yet. Nothing waits at the county: bundles end there.
pub(crate) fn changes_waiting(file: &CaseFile) -> Result<i32> {
    match file.place().kind {
        PlaceKind::Laptop => Ok(waiting(file)?.changes),
        PlaceKind::CountyOffice => Ok(0),
    }
}

/// Changes of these records that no bundle has carried yet.
pub(crate) fn changes_waiting_of(file: &CaseFile, entities: &BTreeSet<EntityId>) -> Result<i32> {
    if file.place().kind == PlaceKind::CountyOffice {
        return Ok(0);
    }
    let mut changes = 0;
    for kept in commits_waiting(file)? {
        let ops = kept.commit.ops().map_err(Error::BrokenHistory)?;
        let concerns = ops.iter().any(|(_, op)| match op {
            Op::Set { entity, .. } | Op::Add { entity, .. } | Op::Remove { entity, .. } => {
                entities.contains(entity)
            }
            _ => false,
        });
        changes += i32::from(concerns);
    }
    Ok(changes)
}

#[derive(Default)]
struct Waiting {
    changes: i32,
    contacts: i32,
    referrals: i32,
    victims: i32,
}

fn waiting(file: &CaseFile) -> Result<Waiting> {
    let mut waiting = Waiting::default();
    for kept in commits_waiting(file)? {
        waiting.changes += 1;
        for (_, op) in kept.commit.ops().map_err(Error::BrokenHistory)? {
            waiting.contacts += creates(&op, &CONTACT);
            waiting.referrals += creates(&op, &REFERRAL);
            waiting.victims += creates(&op, &VICTIM);
        }
    }
    Ok(waiting)
}

/// That a bundle was written is in the next one, and so is who looked at what; neither is anything a person waits to
/// send.
fn commits_waiting(file: &CaseFile) -> Result<Vec<log::KeptCommit>> {
    let mut waiting = Vec::new();
    for log_id in own_log::ids(file.conn())? {
        let sent_seq = own_log::sent_seq(file.conn(), log_id)?;
        for branch in log::branches(file.conn(), log_id)? {
            let from = branch.branch_from.max(sent_seq + 1);
            waiting.extend(log::commits(
                file.conn(),
                branch.log_rid,
                from,
                branch.last_seq,
            )?);
        }
    }
    let unspoken = [
        Action::SendWeek as u16,
        Action::BeginLog as u16,
        Action::TellLooks as u16,
    ];
    waiting.retain(|kept| kept.bundle == 0 && !unspoken.contains(&kept.commit.header().action));
    Ok(waiting)
}

/// One if an operation writes a new record of this type.
fn creates(op: &Op, of: &Record) -> i32 {
    let first = of.fields.first().map(|field| field.field_id());
    match op {
        Op::Set {
            record,
            parents,
            fields,
            ..
        } => {
            let new = *record == of.record_type()
                && parents.is_empty()
                && first.is_some_and(|first| fields.get(first).is_some());
            i32::from(new)
        }
        _ => 0,
    }
}
