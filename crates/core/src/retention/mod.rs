//! Keeping no longer than needed: two clocks, a list of what has fallen due, and a purge that a person orders.
//!
//! The first clock ends for what says who somebody is and what was written freely: names, addresses, ways to
//! reach her, notes. What can be counted stays, without identity. The second ends for everything. Both run
//! from the last work with a victim. A legal hold stops them, on a record of hers or on an incident she is in; nothing is
//! ever purged by the program itself. No clock runs for what is about no victim: agencies, the community, the people who
//! work here.
//!
//! The months are the office's own, or those of its state pack. A sample is no state's law: what falls due by its
//! months is listed and purged by nobody until the county sets its own.
//!
//! A purge is an order of erasure, so it reaches every place, and what an old stick brings back is erased on
//! arrival ([`crate::erasure`]).

mod store;
mod views;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};
use countyline_ledger::{EntityId, EraseScope};

pub use views::*;

use crate::casefile::CaseFile;
use crate::erasure::{self, EraseDone};
use crate::error::{Error, Result};
use crate::registry::{Field, RECORDS, Record, VICTIM};
use crate::standing::Standing;
use crate::{days, ids, policy, victims};

/// Why a purge is ordered.
const BASIS: &str = "retention_ended";

/// Sets whose elements say who somebody is.
const IDENTITY_SETS: [(&str, &str); 2] = [("victim", "other_names"), ("victim", "relations")];

/// Who falls due today, by case number, and who would but for a legal hold. Nothing is erased by it.
///
/// # Errors
/// [`Error::OnlyCounty`].
pub fn due(file: &CaseFile) -> Result<DueList> {
    file.place().ensure_county()?;
    let policy = policy::policy(file)?;
    let today = file.now().date_naive();
    let mut list = DueList {
        identity_months: policy.identity_months,
        statistics_months: policy.statistics_months,
        sample: policy.sample_months.then_some(policy.pack),
        due: Vec::new(),
        held: Vec::new(),
    };
    for worked in store::last_work(file.conn())? {
        let Some(clock) = clock_of(&worked.last_on, today, &list) else {
            continue;
        };
        if clock == Clock::Identity && !says_who_she_is(file, worked.victim)? {
            continue;
        }
        let row = DueVictim {
            victim_id: ids::text(worked.victim),
            case_number: worked.case_number,
            last_work_on: worked.last_on,
            clock,
        };
        match victims::ensure_not_held(file, worked.victim) {
            Ok(()) => list.due.push(row),
            Err(Error::LegalHold) => list.held.push(row),
            Err(refused) => return Err(refused),
        }
    }
    Ok(list)
}

/// Purges what has fallen due of one victim, everywhere and for good.
///
/// # Errors
/// [`Error::OnlyCounty`]; [`Error::LegalHold`]; [`Error::NotDue`] if that clock has not ended for her;
/// [`Error::SampleMonths`] if a sample's months are all that says so.
pub fn purge(file: &mut CaseFile, victim_id: &str, clock: Clock) -> Result<EraseDone> {
    let list = due(file)?;
    let victim = ids::parse(&VICTIM, victim_id)?;
    victims::ensure_not_held(file, victim)?;
    let reached = list
        .due
        .iter()
        .any(|row| row.victim_id == ids::text(victim) && row.clock >= clock);
    if !reached {
        return Err(Error::NotDue);
    }
    if list.sample.is_some() {
        return Err(Error::SampleMonths);
    }
    let scopes = match clock {
        Clock::Identity => identity_of(file, victim)?,
        Clock::Everything => erasure::whole_victim(file, victim)?,
    };
    erasure::order_scopes(file, BASIS, scopes)
}

/// Which of the clocks has ended, the later one first.
fn clock_of(last_on: &str, today: NaiveDate, list: &DueList) -> Option<Clock> {
    let last = days::day("last_work", last_on).ok()?;
    let ended = |months: i32| {
        let months = Months::new(u32::try_from(months).ok()?);
        Some(last.checked_add_months(months)? < today)
    };
    if ended(list.statistics_months)? {
        Some(Clock::Everything)
    } else if ended(list.identity_months)? {
        Some(Clock::Identity)
    } else {
        None
    }
}

/// Whether anything that the first clock erases stands in what is hers.
fn says_who_she_is(file: &CaseFile, victim: EntityId) -> Result<bool> {
    Ok(!identity_of(file, victim)?.is_empty())
}

/// What says who a victim is, and what was written freely: each with the fields in which something stands.
fn identity_of(file: &CaseFile, victim: EntityId) -> Result<Vec<EraseScope>> {
    let mut scopes = Vec::new();
    for (record, entity) in belonging(file, victim)? {
        let standing = match Standing::of(file.conn(), record, entity) {
            Ok(standing) => standing,
            Err(Error::NotFound { .. } | Error::Erased) => continue,
            Err(refused) => return Err(refused),
        };
        let fields = record
            .fields
            .iter()
            .filter(|field| identifies(record, field));
        let stands = fields.filter(|field| standing.holds(field));
        let fields: BTreeSet<_> = stands.map(Field::field_id).collect();
        if !fields.is_empty() {
            scopes.push(EraseScope {
                record: record.record_type(),
                entity,
                fields,
            });
        }
    }
    Ok(scopes)
}

/// Whether a field says who somebody is, or holds free words: what is written alone, and the sets of names.
fn identifies(record: &Record, field: &Field) -> bool {
    field.alone || IDENTITY_SETS.contains(&(record.name, field.name))
}

/// The victim's record, what belongs to it, and the incidents that are hers alone.
fn belonging(file: &CaseFile, victim: EntityId) -> Result<Vec<(&'static Record, EntityId)>> {
    let mut of_victim: BTreeMap<EntityId, &'static Record> = BTreeMap::new();
    of_victim.insert(victim, &VICTIM);
    for scope in erasure::whole_victim(file, victim)? {
        let mut records = RECORDS
            .iter()
            .filter(|record| record.record_type() == scope.record);
        if let Some(record) = records.next() {
            of_victim.insert(scope.entity, record);
        }
    }
    Ok(of_victim
        .into_iter()
        .map(|(id, record)| (record, id))
        .collect())
}
