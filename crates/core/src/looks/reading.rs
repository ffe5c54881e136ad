//! Reading who looked at what, and going through it every week (AU-6).

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveTime, TimeZone};
use countyline_ledger::{EntityId, Value};
use rusqlite::{Connection, OptionalExtension};

use super::portion::{self, Portion};
use super::store::{self, NOTHING, Row};
use super::{LookView, Looked, LooksQuestion, LooksView};
use crate::casefile::{Action, CaseFile};
use crate::error::{Error, Result};
use crate::registry::{LOOK_REVIEW, STAFF, VICTIM};
use crate::roles::Deed;
use crate::standing::reference;
use crate::start::Saved;
use crate::{checks, days, duplicates, ids, staff, victims};

/// Looks that a screen shows at most.
const SHOWN: usize = 500;
/// Days after which the log is gone through again.
const REVIEW_DAYS: u64 = 7;
/// What a look is called that a newer program knows.
const NEWER: &str = "newer_program";

/// Who looked at what: everybody's looks for the coordinator, one's own for everybody else. Reading it is a look.
///
/// # Errors
/// [`Error::DateRequired`]; [`Error::PeriodBackwards`]; [`Error::NotFound`]; [`Error::Storage`].
pub fn looks(file: &CaseFile, question: &LooksQuestion) -> Result<LooksView> {
    let everybody = file.ensure_may(Deed::People).is_ok();
    let (since, until) = period(file, question)?;
    let (from_ms, to_ms) = (begins_ms(file, since), begins_ms(file, next_day(until)));
    let whose = match everybody {
        true => question
            .staff_id
            .as_deref()
            .map(|id| ids::parse(&STAFF, id))
            .transpose()?,
        false => Some(file.place().staff),
    };
    let about = about(file, question)?;
    file.looked(Looked::Looks, 0);
    let portions = portion::between(file.conn(), file.place().device, from_ms, to_ms)?;
    let broken = broken(&portions);
    let own = store::between(file.conn(), from_ms, to_ms)?.into_iter();
    let of_others = portions.into_iter().flat_map(|portion| portion.rows);
    let mut rows: Vec<Row> = own
        .map(|(_, row)| row)
        .chain(of_others)
        .filter(|row| (from_ms..to_ms).contains(&row.at_ms))
        .filter(|row| whose.is_none_or(|who| row.who == who))
        .filter(|row| about.as_ref().is_none_or(|hers| hers.contains(&row.record)))
        .collect();
    // Of one instant, what was written later stands first.
    rows.sort_by_key(|row| row.at_ms);
    rows.reverse();
    let all = i32::try_from(rows.len()).unwrap_or(i32::MAX);
    rows.truncate(SHOWN);
    let reviewed = match everybody {
        true => last_review(file.conn())?,
        false => None,
    };
    let last_at = reviewed.as_ref().map(|(at, _)| at.clone());
    Ok(LooksView {
        since: since.to_string(),
        until: until.to_string(),
        looks: named(file, rows)?,
        all,
        everybody,
        broken: match everybody {
            true => names(file.conn(), broken)?,
            false => Vec::new(),
        },
        review_due: everybody && is_due(file, last_at.as_deref())?,
        reviewed_at: last_at,
        reviewed_by: reviewed.map(|(_, by)| by).unwrap_or_default(),
    })
}

/// Keeps that the person here went through the log.
///
/// # Errors
/// [`Error::RoleMayNot`] to everybody but the coordinator; [`Error::Storage`].
pub fn review(file: &mut CaseFile) -> Result<Saved> {
    let (id, changes) = file.change(Action::ReviewLooks, |change| {
        let fields = [
            ("staff", reference(change.staff())),
            ("at", Value::text(days::instant(change.now()))),
        ];
        Ok(change.create(&LOOK_REVIEW, fields))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Whether every row beside the history follows on the one before.
///
/// # Errors
/// [`Error::Storage`].
pub(crate) fn ensure_chained(conn: &Connection) -> Result<bool> {
    store::is_chained(conn)
}

fn period(file: &CaseFile, question: &LooksQuestion) -> Result<(NaiveDate, NaiveDate)> {
    let until = checks::day_if_any("until", question.until.as_deref())?
        .unwrap_or_else(|| file.now().date_naive());
    let a_week_before = until.checked_sub_days(Days::new(6)).unwrap_or(until);
    let since = checks::day_if_any("since", question.since.as_deref())?.unwrap_or(a_week_before);
    match since > until {
        true => Err(Error::PeriodBackwards),
        false => Ok((since, until)),
    }
}

fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// When a day begins here.
fn begins_ms(file: &CaseFile, day: NaiveDate) -> i64 {
    let begins = file
        .now()
        .timezone()
        .from_local_datetime(&day.and_time(NaiveTime::MIN));
    begins
        .single()
        .map_or(i64::MAX, |begins| begins.timestamp_millis())
}

/// All records of the person whose looks are asked for.
fn about(file: &CaseFile, question: &LooksQuestion) -> Result<Option<BTreeSet<EntityId>>> {
    let Some(victim) = question.victim_id.as_deref() else {
        return Ok(None);
    };
    let victim = ids::parse(&VICTIM, victim)?;
    let records = duplicates::records_of_person(file, victim)?;
    Ok(Some(records.into_iter().chain([victim]).collect()))
}

/// People on whose place a portion does not follow on the one before it.
fn broken(portions: &[Portion]) -> BTreeSet<EntityId> {
    let pairs = portions
        .windows(2)
        .filter(|pair| pair[0].device == pair[1].device);
    pairs
        .filter(|pair| pair[0].next_seq() != pair[1].first_seq || pair[0].end() != pair[1].follows)
        .filter_map(|pair| pair[1].rows.first().map(|row| row.who))
        .collect()
}

fn named(file: &CaseFile, rows: Vec<Row>) -> Result<Vec<LookView>> {
    let (mut names, mut numbers) = (BTreeMap::new(), BTreeMap::new());
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let name: &String = match names.entry(row.who) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(staff::called(file.conn(), row.who)?),
        };
        let is_about = row.record != NOTHING;
        if is_about && !numbers.contains_key(&row.record) {
            // Hidden, erased, not come yet, or not shown to who asks: then no number stands here.
            let number = victims::case_number_of(file, row.record).unwrap_or_default();
            numbers.insert(row.record, number);
        }
        views.push(LookView {
            at: days::from_millis(row.at_ms),
            staff_id: ids::text(row.who),
            name: name.clone(),
            what: code(row.deed).to_owned(),
            victim_id: is_about.then(|| ids::text(row.record)),
            case_number: numbers.get(&row.record).cloned().unwrap_or_default(),
            times: row.times.into(),
        });
    }
    Ok(views)
}

fn code(deed: u8) -> &'static str {
    let known = Looked::ALL.into_iter().find(|looked| *looked as u8 == deed);
    known.map_or(NEWER, Looked::code)
}

fn names(conn: &Connection, people: BTreeSet<EntityId>) -> Result<Vec<String>> {
    people
        .into_iter()
        .map(|person| staff::called(conn, person))
        .collect()
}

/// When the log was last gone through, and by whom.
fn last_review(conn: &Connection) -> Result<Option<(String, String)>> {
    let sql = "SELECT look_review.at, coalesce(staff.name, '')
               FROM look_review LEFT JOIN staff ON staff.id = look_review.staff
               WHERE look_review.at IS NOT NULL AND look_review.deleted <> 1
               ORDER BY datetime(look_review.at) DESC, look_review.id DESC LIMIT 1";
    conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
        .map_err(|source| Error::database("read who looked at what", source))
}

/// A week after the last time, or after the first row there is.
fn is_due(file: &CaseFile, reviewed_at: Option<&str>) -> Result<bool> {
    let last = match reviewed_at.map(chrono::DateTime::parse_from_rfc3339) {
        Some(Ok(at)) => Some(at.timestamp_millis()),
        _ => store::first_ms(file.conn())?,
    };
    let before = file.now().checked_sub_days(Days::new(REVIEW_DAYS));
    let before_ms = before.map_or(i64::MIN, |before| before.timestamp_millis());
    Ok(last.is_some_and(|last| last <= before_ms))
}
