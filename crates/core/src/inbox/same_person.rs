//! Records that may be one person's, in the list of what waits. They are suggested, never decided: they stand
//! last, and leave the list only when a person has said the one or the other.
//!
//! They are kept ([`duplicates`]), and looked for only when somebody looks at the list, never while files are taken in.

use countyline_ledger::EntityId;

use super::{InboxItem, ItemVictim, Urgency, problems};
use crate::casefile::CaseFile;
use crate::duplicates::{self, CandidateSide, CandidateView};
use crate::error::{Error, Result};
use crate::ids;
use crate::registry::VICTIM;
use crate::start::Saved;

/// What such an item is called, and what its id begins with.
const KIND: &str = "same_person";

/// Two records, the smaller id first.
pub(super) type Pair = (EntityId, EntityId);

/// Every pair that nobody has decided about, the likeliest first.
pub(super) fn waiting(file: &CaseFile) -> Result<Vec<Pair>> {
    duplicates::undecided(file)
}

/// The likeliest of them, so many at most.
pub(super) fn first(file: &CaseFile, most: usize) -> Result<Vec<Pair>> {
    duplicates::first_undecided(file, most)
}

/// How many those are.
pub(super) fn count(file: &CaseFile) -> Result<usize> {
    duplicates::count_undecided(file)
}

/// What is shown of pairs that wait.
pub(super) fn items(file: &CaseFile, pairs: Vec<Pair>) -> Result<Vec<InboxItem>> {
    let candidates = duplicates::views(file, pairs)?.into_iter();
    Ok(candidates.map(shown).collect())
}

/// What is shown of a pair by its name; `None` if nobody is asked about it.
pub(super) fn item_named(file: &CaseFile, id: &str) -> Result<Option<InboxItem>> {
    let Some((one, other)) = pair_named(id) else {
        return Ok(None);
    };
    let pair = (ids::parse(&VICTIM, one)?, ids::parse(&VICTIM, other)?);
    let candidate = duplicates::candidate(file, pair)?.map(shown);
    Ok(candidate.filter(|item| item.id == id))
}

/// Whether an id names such a pair.
pub(super) fn is_one(id: &str) -> bool {
    pair_named(id).is_some()
}

/// What a pair is called, on every machine.
pub(super) fn name((one, other): Pair) -> String {
    format!("{KIND}/{}/{}", ids::text(one), ids::text(other))
}

/// Says of a pair that it is one person's, or that it is not.
pub(super) fn settle(file: &mut CaseFile, id: &str, way: &str) -> Result<Saved> {
    let (one, other) = pair_named(id).ok_or(Error::NotFound { record: "item" })?;
    match way {
        "same" => duplicates::link(file, one, other),
        _ => duplicates::not_the_same(file, one, other),
    }
}

fn shown(candidate: CandidateView) -> InboxItem {
    let sides = [&candidate.one, &candidate.other];
    InboxItem {
        id: format!(
            "{KIND}/{}/{}",
            candidate.one.victim.id, candidate.other.victim.id
        ),
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

fn pair_named(id: &str) -> Option<(&str, &str)> {
    id.strip_prefix(KIND)?.strip_prefix('/')?.split_once('/')
}
