//! A row about a contact with a victim.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::EntityId;

use super::ImportRefusal;
use super::keys::Keys;
use super::plan::Told;
use crate::casefile::{CaseFile, key, tables};
use crate::duplicates;
use crate::error::{Error, Result};
use crate::ids;
use crate::outreach::{Attempt, AttemptDetails, ContactForm, attempt_checked};
use crate::registry::VICTIM;

/// What the rows so far have blocked or closed, by victim and channel: the next row must not find it open, whether
/// the ones before are written yet or never, in a dry run.
#[derive(Debug, Default)]
pub(super) struct Marked(BTreeMap<EntityId, BTreeSet<String>>);

/// Refuses a row that the form would refuse.
///
/// # Errors
/// [`ImportRefusal::VictimUnknown`]; those of the form.
pub(super) fn checked(
    file: &CaseFile,
    told: &Told,
    keys: &Keys,
    marked: &mut Marked,
) -> Result<Attempt> {
    let victim = victim(file, keys, told.text("victim"))?;
    let form = ContactForm {
        victim_id: ids::text(victim),
        channel: told.owned("channel"),
        outcome: told.owned("outcome"),
        at: told.maybe("at"),
        minutes: told.number("minutes"),
        note: told.owned("note"),
        follow_up_id: None,
        next_follow_up_on: told.maybe("next_follow_up_on"),
    };
    let nothing = BTreeSet::new();
    let before = marked.0.get(&victim).unwrap_or(&nothing);
    let attempt = attempt_checked(file, &form, &AttemptDetails::default(), before)?;
    if attempt.marks_its_channel() {
        marked.0.entry(victim).or_default().insert(form.channel);
    }
    Ok(attempt)
}

/// The victim that the old system calls so, or who has this case number.
fn victim(file: &CaseFile, keys: &Keys, called: &str) -> Result<EntityId> {
    let named = keys.named(&VICTIM, called);
    if tables::load(file.conn(), key(&VICTIM, named))?.is_some() {
        return Ok(named);
    }
    match duplicates::with_case_number(file, called) {
        Ok(id) => ids::parse(&VICTIM, &id),
        Err(Error::NotFound { .. }) => Err(ImportRefusal::VictimUnknown.into()),
        Err(refused) => Err(refused),
    }
}
