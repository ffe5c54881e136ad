//! Records that may be one person's, in the list of what waits. They are suggested, never decided: they stand
//! last, and leave the list only when a person has said the one or the other.
//!
//! How likely it is, and why, is worked out anew each time ([`duplicates`]); nothing of it is kept. So the
//! pairs are looked for only when somebody looks at the list, never while files are taken in.

use std::collections::BTreeSet;

use super::{InboxItem, ItemVictim, Urgency, problems};
use crate::casefile::CaseFile;
use crate::duplicates::{self, CandidateSide, CandidateView};
use crate::error::{Error, Result};
use crate::registry::VICTIM;
use crate::start::Saved;

/// What such an item is called, and what its id begins with.
const KIND: &str = "same_person";

/// Every pair that nobody has decided about, the likeliest first.
pub(super) fn items(file: &CaseFile) -> Result<Vec<InboxItem>> {
    let candidates = duplicates::candidates(file)?;
    Ok(candidates.into_iter().map(item).collect())
}

/// What the pairs are called, on every machine.
pub(super) fn waiting(file: &CaseFile) -> Result<BTreeSet<String>> {
    let candidates = duplicates::candidates(file)?;
    Ok(candidates.iter().map(name).collect())
}

/// Whether an id names such a pair.
pub(super) fn is_one(id: &str) -> bool {
    pair_named(id).is_some()
}

/// Says of a pair that it is one person's, or that it is not.
pub(super) fn settle(file: &mut CaseFile, id: &str, way: &str) -> Result<Saved> {
    let (one, other) = pair_named(id).ok_or(Error::NotFound { record: "item" })?;
    match way {
        "same" => duplicates::link(file, one, other),
        _ => duplicates::not_the_same(file, one, other),
    }
}

fn item(candidate: CandidateView) -> InboxItem {
    let sides = [&candidate.one, &candidate.other];
    InboxItem {
        id: name(&candidate),
        urgency: Urgency::Other.code().to_owned(),
        record: VICTIM.name.to_owned(),
        about: sides.map(|side| &*side.victim.case_number).join(" · "),
        origins: sides.map(|side| side.recorded.clone()).to_vec(),
        victims: sides.map(victim).to_vec(),
        ways: vec!["same".to_owned(), "not_same".to_owned()],
        candidate: Some(candidate),
        ..problems::blank(KIND)
    }
}

fn victim(side: &CandidateSide) -> ItemVictim {
    ItemVictim {
        victim_id: side.victim.id.clone(),
        case_number: side.victim.case_number.clone(),
        initials: side.victim.initials.clone(),
    }
}

/// The smaller id first, as a link is written.
fn name(candidate: &CandidateView) -> String {
    let (one, other) = (&candidate.one.victim.id, &candidate.other.victim.id);
    format!("{KIND}/{one}/{other}")
}

fn pair_named(id: &str) -> Option<(&str, &str)> {
    id.strip_prefix(KIND)?.strip_prefix('/')?.split_once('/')
}
