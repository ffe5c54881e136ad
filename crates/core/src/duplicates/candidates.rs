//! Suggestions in a case file: victims who may be one person, with the reasons and who recorded each.
//!
//! They are worked out when they are asked for and kept nowhere, so there is nothing to go stale and nothing that an
//! erasure could miss. What a person has decided, either way, is not suggested again. Twins are told apart by their
//! given names alone, so without that they are not suggested either.

use std::collections::BTreeSet;

use countyline_ledger::EntityId;

use super::links::{Links, pair};
use super::{Among, Band, CandidateSide, CandidateView, POSSIBLE, Pair, Person, ReasonView};
use super::{find, may_be_twins, store};
use crate::casefile::{CaseFile, key, log, tables};
use crate::error::{Error, Result};
use crate::registry::VICTIM;
use crate::{ids, inbox, victims};

/// Victims who may be one person, the most likely first.
pub fn candidates(file: &CaseFile) -> Result<Vec<CandidateView>> {
    let persons = store::persons(file.conn())?;
    suggested(file, &persons, Among::All)
}

/// As [`candidates`], of pairs that one of these records belongs to: after a merge, those that changed.
pub fn candidates_with(file: &CaseFile, victim_ids: &[String]) -> Result<Vec<CandidateView>> {
    let persons = store::persons(file.conn())?;
    let wanted: BTreeSet<&String> = victim_ids.iter().collect();
    let places: Vec<usize> = (0..persons.len())
        .filter(|place| wanted.contains(&persons[*place].id))
        .collect();
    suggested(file, &persons, Among::With(&places))
}

/// People compared at most when a table is looked at: with more it takes minutes.
pub(crate) const COMPARED_AT_MOST: usize = 20_000;

/// Somebody new who may be somebody else's second record.
pub(crate) struct NewDouble {
    /// Her place among the new.
    pub(crate) new: usize,
    /// The other: a record that is here, or the place of another new one.
    pub(crate) other: std::result::Result<EntityId, usize>,
    pub(crate) band: Band,
}

/// Which of these new persons may be here already, or twice among them; none if there are too many to compare.
pub(crate) fn doubles_of_new(file: &CaseFile, new: Vec<Person>) -> Result<Option<Vec<NewDouble>>> {
    let mut persons = store::persons(file.conn())?;
    let here = persons.len();
    persons.extend(new);
    if persons.len() > COMPARED_AT_MOST {
        return Ok(None);
    }
    let mut doubles = Vec::new();
    for found in find(&persons, Among::All, POSSIBLE).pairs {
        let (one, other) = (found.one.min(found.other), found.one.max(found.other));
        if other < here || may_be_twins(&found.grounds) {
            continue;
        }
        doubles.push(NewDouble {
            new: other - here,
            other: match one.checked_sub(here) {
                Some(place) => Err(place),
                None => Ok(ids::parse(&VICTIM, &persons[one].id)?),
            },
            band: found.band,
        });
    }
    Ok(Some(doubles))
}

fn suggested(file: &CaseFile, persons: &[Person], among: Among<'_>) -> Result<Vec<CandidateView>> {
    let links = Links::load(file.conn())?;
    let told_apart = store::told_apart(file.conn())?;
    let mut views = Vec::new();
    for found in find(persons, among, POSSIBLE).pairs {
        let (one, other) = pair(&persons[found.one].id, &persons[found.other].id)?;
        let decided = links.person(one).contains(&other) || told_apart.contains(&(one, other));
        if !decided && !may_be_twins(&found.grounds) {
            views.push(view(file, one, other, &found)?);
        }
    }
    Ok(views)
}

fn view(file: &CaseFile, one: EntityId, other: EntityId, found: &Pair) -> Result<CandidateView> {
    let mut reasons: Vec<ReasonView> = found
        .grounds
        .iter()
        .map(|ground| ReasonView {
            field: ground.field.name().to_owned(),
            level: ground.level.name().to_owned(),
            weight: ground.weight,
        })
        .collect();
    reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    Ok(CandidateView {
        one: side(file, one)?,
        other: side(file, other)?,
        band: found.band.name().to_owned(),
        probability: found.probability,
        weight: found.weight,
        reasons,
    })
}

fn side(file: &CaseFile, id: EntityId) -> Result<CandidateSide> {
    let state = tables::load(file.conn(), key(&VICTIM, id))?.ok_or(Error::DamagedCaseFile)?;
    let number = state.heads(VICTIM.field("opened_on").field_id()).first();
    let first = number
        .or_else(|| state.fields.values().flatten().next())
        .ok_or(Error::DamagedCaseFile)?;
    Ok(CandidateSide {
        victim: victims::summary(file, id)?,
        recorded: inbox::origin(file, &log::commit(file.conn(), first.dot)?)?,
        values: inbox::values_of(&VICTIM, &state),
    })
}

/// The id of the one victim who has this case number, also where she has other records.
///
/// # Errors
/// [`Error::NotFound`] if nobody has it, or two do.
pub fn with_case_number(file: &CaseFile, number: &str) -> Result<String> {
    match store::with_case_number(file.conn(), number)?[..] {
        [id] => Ok(ids::text(id)),
        _ => Err(Error::NotFound {
            record: VICTIM.name,
        }),
    }
}
