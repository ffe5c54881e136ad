//! Suggestions in a case file: victims who may be one person, with the reasons and who recorded each.
//!
//! They are kept ([`super::kept`]); reasons and numbers are worked out for those that are shown. What a person has
//! decided, either way, is not suggested again. Twins are told apart by their given names alone, so without that they
//! are not suggested either.

use std::collections::BTreeSet;

use countyline_ledger::EntityId;

use super::judge::{Judgement, Ready};
use super::links::Links;
use super::{Band, CandidateSide, CandidateView, CandidatesView, Person, ReasonView};
use super::{kept, store};
use crate::casefile::{CaseFile, key, log, tables};
use crate::error::{Error, Result};
use crate::inbox::Origins;
use crate::registry::VICTIM;
use crate::{ids, inbox, policy, victims};

/// Victims who may be one person, the most likely first.
pub fn candidates(file: &CaseFile) -> Result<Vec<CandidateView>> {
    views(file, undecided(file)?)
}

/// The most likely of them, as many as a person works through before the screen asks again, and how many there are.
pub fn first_candidates(file: &CaseFile) -> Result<CandidatesView> {
    const SHOWN: usize = 20;
    Ok(CandidatesView {
        all: i32::try_from(count_undecided(file)?).unwrap_or(i32::MAX),
        first: views(file, first_undecided(file, SHOWN)?)?,
    })
}

/// As [`candidates`], of pairs that one of these records belongs to: after a merge, those that changed.
pub fn candidates_with(file: &CaseFile, victim_ids: &[String]) -> Result<Vec<CandidateView>> {
    let wanted: BTreeSet<&String> = victim_ids.iter().collect();
    let is_wanted = |id: EntityId| wanted.contains(&ids::text(id));
    let mut pairs = undecided(file)?;
    pairs.retain(|(one, other)| is_wanted(*one) || is_wanted(*other));
    views(file, pairs)
}

/// Every pair that nobody has decided about, the most likely first, each with the smaller id first.
pub(crate) fn undecided(file: &CaseFile) -> Result<Vec<(EntityId, EntityId)>> {
    first_undecided(file, usize::MAX)
}

/// The first of them, so many at most.
pub(crate) fn first_undecided(file: &CaseFile, most: usize) -> Result<Vec<(EntityId, EntityId)>> {
    make_if_new(file)?;
    kept::pairs_without(file.conn(), &decided(file)?, most)
}

/// How many those are.
pub(crate) fn count_undecided(file: &CaseFile) -> Result<usize> {
    make_if_new(file)?;
    kept::count_without(file.conn(), &decided(file)?)
}

/// The reasons for one pair and both its sides; `None` if it is not suggested, or was decided.
pub(crate) fn candidate(
    file: &CaseFile,
    pair: (EntityId, EntityId),
) -> Result<Option<CandidateView>> {
    match undecided(file)?.contains(&pair) {
        true => Ok(views(file, [pair])?.pop()),
        false => Ok(None),
    }
}

/// The case numbers that several victims have who are shown, in ascending order.
pub(crate) fn numbers_given_twice(file: &CaseFile) -> Result<Vec<String>> {
    make_if_new(file)?;
    file.unseen(kept::numbers_given_twice)
}

/// Makes the suggestions, if none are kept: this look takes its time, the next one finds them.
fn make_if_new(file: &CaseFile) -> Result<()> {
    match file.unseen(kept::persons)? {
        Some(_) => Ok(()),
        None => file.derive(kept::make),
    }
}

/// The pairs that a person has said something of: linked, also by way of others, or told apart.
fn decided(file: &CaseFile) -> Result<BTreeSet<(EntityId, EntityId)>> {
    let mut decided = store::told_apart(file.conn())?;
    for records in Links::load(file.conn())?.persons() {
        for (at, one) in records.iter().enumerate() {
            decided.extend(records[at + 1..].iter().map(|other| (*one, *other)));
        }
    }
    Ok(decided)
}

/// The reasons for pairs that are kept, and both sides of each.
pub(crate) fn views(
    file: &CaseFile,
    pairs: impl IntoIterator<Item = (EntityId, EntityId)>,
) -> Result<Vec<CandidateView>> {
    let sides = Sides {
        file,
        origins: Origins::of(file),
        links: file.unseen(Links::load)?,
        stale: policy::verified_before(file)?,
    };
    pairs
        .into_iter()
        .map(|pair| sides.candidate(pair))
        .collect()
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
    let here = store::all_recorded(file.conn())?.into_iter();
    let mut persons: Vec<Person> = here.map(|recorded| recorded.person).collect();
    let here = persons.len();
    persons.extend(new);
    if persons.len() > COMPARED_AT_MOST {
        return Ok(None);
    }
    let mut doubles = Vec::new();
    for (one, other, judged) in Ready::of(&persons).suggested() {
        if other < here {
            continue;
        }
        doubles.push(NewDouble {
            new: other - here,
            other: match one.checked_sub(here) {
                Some(place) => Err(place),
                None => Ok(ids::parse(&VICTIM, &persons[one].id)?),
            },
            band: judged.band,
        });
    }
    Ok(Some(doubles))
}

/// What is read once for all the sides that are shown.
struct Sides<'f> {
    file: &'f CaseFile,
    origins: Origins<'f>,
    links: Links,
    stale: String,
}

impl Sides<'_> {
    fn candidate(&self, (one, other): (EntityId, EntityId)) -> Result<CandidateView> {
        // Of others' records it takes no more than how many share a number.
        let judged = self.file.unseen(|conn| kept::judgement(conn, one, other))?;
        let Judgement {
            weight,
            probability,
            band,
            grounds,
        } = judged.ok_or(Error::DamagedCaseFile)?;
        let mut reasons: Vec<ReasonView> = grounds
            .iter()
            .map(|ground| ReasonView {
                field: ground.field.name().to_owned(),
                level: ground.level.name().to_owned(),
                weight: ground.weight,
            })
            .collect();
        reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        Ok(CandidateView {
            one: self.side(one)?,
            other: self.side(other)?,
            band: band.name().to_owned(),
            probability,
            weight,
            reasons,
        })
    }

    fn side(&self, id: EntityId) -> Result<CandidateSide> {
        let conn = self.file.conn();
        let state = tables::load(conn, key(&VICTIM, id))?.ok_or(Error::DamagedCaseFile)?;
        let number = state.heads(VICTIM.field("opened_on").field_id()).first();
        let first = number
            .or_else(|| state.fields.values().flatten().next())
            .ok_or(Error::DamagedCaseFile)?;
        let records = self.links.person(id);
        Ok(CandidateSide {
            victim: victims::summary_of_records(self.file, id, &records, &self.stale)?,
            recorded: self.origins.origin(&log::commit(conn, first.dot)?)?,
            values: inbox::values_of(&VICTIM, &state),
        })
    }
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
