//! Sending the week: everything of our own that the county has not acknowledged, sealed for it.

use std::collections::BTreeSet;
use std::path::Path;

use countyline_bundle::{Attestation, Contents, CoverSheet, Direction, LogPoint, SealingKey, seal};
use countyline_ledger::{Dot, EntityId, Op, Value};
use sha2::{Digest, Sha256};

use super::blocks::{self, Range, Reader};
use super::store::BundleRow;
use super::{SendView, SentBundle, count, folder, neutral_name, roster, store};
use crate::casefile::{Action, CaseFile, PlaceKind, hex, log};
use crate::error::{Error, Result};
use crate::registry::{CONTACT, REFERRAL, Record, VICTIM};
use crate::releases::{self, Permit, Scope};
use crate::{days, erasure, files};

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
        history: store::sent(file.conn())?,
    })
}

/// Seals the week for the county and writes it into a folder, read back.
///
/// # Errors
/// [`Error::OnlyLaptop`], [`Error::NotJoined`], [`Error::FolderNotFound`], [`Error::DiskFull`],
/// [`Error::MediumRemoved`]; nothing counts as sent then.
pub fn send_week(file: &mut CaseFile, to: &Path) -> Result<SentBundle> {
    file.place().ensure_laptop()?;
    let to = folder(to)?;
    let permit = releases::permit_same_agency(file)?;
    let (roster, _) = roster::current(file)?;
    let own = log::log(file.conn(), file.place().log_rid)?;
    let ranges = blocks::held(file.conn(), &own)?;
    let sealed = seal_ranges(
        file,
        &permit,
        Direction::Up,
        &ranges,
        &roster.county.sealing_key,
        None,
    )?;
    let file_name = neutral_name("cl", file.random());
    let path = to.join(&file_name);
    files::write_whole(&path, &sealed)?;
    let made_at = days::instant(file.now());
    let number = store::sent(file.conn())?
        .first()
        .map_or(1, |last| last.number + 1);
    let sha256: [u8; 32] = Sha256::digest(&sealed).into();
    let changes = ranges.iter().map(|range| range.to - range.from + 1).sum();
    let head_seq = ranges.iter().map(|range| range.to).max().unwrap_or(0);
    let device = file.place().device;
    let (kept_name, kept_at, size) = (file_name.clone(), made_at.clone(), sealed.len() as u64);
    file.change(Action::SendWeek, |change| {
        let bundle_rid = store::next_bundle(change.conn())?;
        change.audit(Action::SendWeek, None, Value::Bytes(sha256.to_vec()));
        change.beside(move |conn| {
            let row = BundleRow {
                sha256,
                direction: "sent",
                number,
                device,
                made_at: &kept_at,
                kept_at: &kept_at,
                file_name: &kept_name,
                new_commits: changes,
                known_commits: 0,
                head_seq,
                size_bytes: size,
            };
            store::keep_bundle(conn, bundle_rid, &row)
        });
        Ok(())
    })?;
    Ok(SentBundle {
        number,
        made_at,
        path: path.display().to_string(),
        file_name,
        changes: count(changes),
        size_bytes: count(sealed.len() as u64),
        sha256: hex(&sha256),
    })
}

/// Seals ranges of commits for another place of the same agency; only with its permit.
pub(super) fn seal_ranges(
    file: &mut CaseFile,
    permit: &Permit,
    direction: Direction,
    ranges: &[Range],
    recipient: &SealingKey,
    roster_update: Option<Vec<u8>>,
) -> Result<Vec<u8>> {
    let Scope::SameAgency { agency } = permit.scope() else {
        return Err(Error::ReleaseRequired);
    };
    let place = file.place();
    let mut cover = CoverSheet::new(
        *agency,
        place.device,
        direction,
        file.now().timestamp_millis(),
    );
    cover.app_version = env!("CARGO_PKG_VERSION").to_owned();
    cover.registry_version = u32::from(crate::registry::VERSION);
    cover.roster_update = roster_update;
    cover.erase_receipts = erasure::confirmed_here(file.conn())?;
    for range in ranges {
        let mut described = blocks::describe(file.conn(), range)?;
        let point = LogPoint {
            log_id: described.log_id,
            seq: described.to,
            hash: described.head_hash,
        };
        described.attestation = if range.log_rid == place.log_rid {
            Some(Attestation::sign(&point, &place.signing_key))
        } else {
            store::attestation(file.conn(), Dot::new(range.log_rid, range.to))?
        };
        cover.logs.push(described);
    }
    let reader = match direction {
        Direction::Up => Reader::County,
        _ => Reader::Laptop(roster::withheld_from(file, recipient)?),
    };
    let blocks = blocks::write_for(file.conn(), ranges, &reader)?;
    let contents = Contents { cover, blocks };
    let (signing_key, mut random) = file.signing_key_and_random();
    let recipients = std::slice::from_ref(recipient);
    Ok(seal(&contents, recipients, signing_key, &mut random)?)
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

/// That a bundle was written is in the next one; it is nothing a person waits to send.
fn commits_waiting(file: &CaseFile) -> Result<Vec<log::KeptCommit>> {
    let sent_up_to = store::sent_up_to(file.conn())?;
    let own = log::log(file.conn(), file.place().log_rid)?;
    let mut commits = log::commits(file.conn(), own.log_rid, sent_up_to + 1, own.last_seq)?;
    commits.retain(|kept| kept.commit.header().action != Action::SendWeek as u16);
    Ok(commits)
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
                && first.is_some_and(|first| fields.contains_key(&first));
            i32::from(new)
        }
        _ => 0,
    }
}
