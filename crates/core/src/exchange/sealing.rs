//! Sealing ranges of commits, and what is to be said beside them, for another place of the same agency.

use std::collections::BTreeSet;

use countyline_bundle::{
    Attestation, Contents, CoverSheet, Direction, LogPoint, Roster, RosterPoint, SealingKey, seal,
};
use countyline_ledger::{Dot, LogId};

use super::blocks::{self, Range, Reader};
use super::{roster, store};
use crate::casefile::{CaseFile, log, own_log};
use crate::erasure;
use crate::error::{Error, Result};
use crate::releases::{Permit, Scope};
use crate::unlock_code;

/// A cover sheet of this place with what every bundle says: who, when, by which program, and the newest
/// roster known here. Only with a permit for the agency's own places.
pub(super) fn cover(file: &CaseFile, permit: &Permit, direction: Direction) -> Result<CoverSheet> {
    let Scope::SameAgency { agency } = permit.scope() else {
        return Err(Error::ReleaseRequired);
    };
    let (roster, body) = roster::shown(file)?;
    let created_ms = file.now().timestamp_millis();
    let mut cover = CoverSheet::new(*agency, file.place().device, direction, created_ms);
    cover.app_version = env!("CARGO_PKG_VERSION").to_owned();
    cover.registry_version = u32::from(crate::registry::version());
    cover.roster_known = Some(RosterPoint {
        version: roster.version,
        hash: Roster::hash(&body),
    });
    cover.erase_receipts = erasure::confirmed_here(file.conn())?;
    Ok(cover)
}

/// Seals these ranges under a cover sheet, as the reader may have them. Each range goes with its owner's word
/// for its last commit.
pub(super) fn seal_ranges(
    file: &mut CaseFile,
    mut cover: CoverSheet,
    ranges: &[Range],
    recipient: &SealingKey,
    reader: &Reader,
) -> Result<Vec<u8>> {
    let own = own_log::ids(file.conn())?;
    for range in ranges {
        cover.logs.push(described(file, range, &own)?);
    }
    let mut blocks = Vec::new();
    if cover.direction == Direction::Up {
        // First, so that a reader has it without going through the work.
        blocks.extend(unlock_code::block(file)?);
    }
    blocks.extend(blocks::write_for(file.conn(), ranges, reader)?);
    let contents = Contents { cover, blocks };
    let (signing_key, mut random) = file.signing_key_and_random();
    let recipients = std::slice::from_ref(recipient);
    Ok(seal(&contents, recipients, signing_key, &mut random)?)
}

fn described(
    file: &CaseFile,
    range: &Range,
    own: &BTreeSet<LogId>,
) -> Result<countyline_bundle::LogRange> {
    let mut described = blocks::describe(file.conn(), range)?;
    let point = LogPoint {
        log_id: described.log_id,
        seq: described.to,
        hash: described.head_hash,
    };
    let log_id = log::log(file.conn(), range.log_rid)?.log_id;
    described.attestation = if own.contains(&log_id) {
        Some(Attestation::sign(&point, &file.place().signing_key))
    } else {
        store::attestation(file.conn(), Dot::new(range.log_rid, range.to))?
    };
    Ok(described)
}
