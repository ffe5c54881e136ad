//! Who wrote something, where, when, and how it came here.

use countyline_ledger::{Dot, EntityId};

use super::{Origin, store};
use crate::casefile::{CaseFile, log};
use crate::days;
use crate::error::Result;

/// Where a commit comes from.
pub(crate) fn origin(file: &CaseFile, kept: &log::KeptCommit) -> Result<Origin> {
    let header = kept.commit.header();
    let author = store::author(file.conn(), EntityId(header.actor.0))?;
    let received = store::received(file.conn(), kept.bundle)?;
    Ok(Origin {
        by: author.name,
        place: author.place,
        claimed_at: days::from_millis(header.wall_ms),
        received_at: received.as_ref().map(|bundle| bundle.at.clone()),
        bundle: received.map(|bundle| bundle.file_name),
    })
}

/// As [`origin`], of the commit with this dot.
pub(super) fn origin_of(file: &CaseFile, dot: Dot) -> Result<Origin> {
    origin(file, &log::commit(file.conn(), dot)?)
}
