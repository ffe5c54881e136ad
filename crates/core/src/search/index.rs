//! The words that victims and partner agencies are found by, kept with the tables they are taken from.
//!
//! `find_word` has a row for each word of a record, `find_form` the other forms of every word of a name that stands
//! there. Both are a function of what stands in the records, like every table made from the history: a rebuild
//! makes them again, "Check my data" compares them, and what is erased or hidden leaves them at once.

use std::collections::BTreeSet;

use countyline_ledger::{Deletion, EntityId, EntityKey, EntityState, FieldId, Value};
use rusqlite::{Connection, named_params};

use super::{digits, forms, plain, words};
use crate::casefile::tables::Tables;
use crate::error::{Error, Result};
use crate::registry::{
    CONTACT_METHOD, INCIDENT, PARTNER, Record, Registry, VICTIM, name, other_name, way,
};

/// The tables kept here.
pub(crate) const TABLES: [&str; 2] = ["find_word", "find_form"];

/// What a word is of whom it stands for. The numbers stand in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Family = 1,
    Given = 2,
    /// The first letters of given and family name.
    Initials = 3,
    BirthYear = 4,
    /// A case number, or what stands behind one of its hyphens.
    CaseNumber = 5,
    /// The digits of a phone number, last one first.
    Phone = 6,
    Email = 7,
    Agency = 8,
    /// As `Phone`, of an agency.
    AgencyPhone = 9,
    /// As `CaseNumber`, the sheriff's own number of an incident. It finds whoever was in it.
    IncidentNumber = 10,
}

impl Kind {
    pub(super) const ALL: [Kind; 10] = [
        Kind::Family,
        Kind::Given,
        Kind::Initials,
        Kind::BirthYear,
        Kind::CaseNumber,
        Kind::Phone,
        Kind::Email,
        Kind::Agency,
        Kind::AgencyPhone,
        Kind::IncidentNumber,
    ];

    /// The kind with this number in the table.
    pub(super) fn of_number(number: i64) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| *kind as i64 == number)
    }

    pub(super) fn is_of_an_agency(self) -> bool {
        matches!(self, Kind::Agency | Kind::AgencyPhone)
    }

    /// Whether the word is one of a name, which people spell in several ways.
    pub(super) fn is_name(self) -> bool {
        matches!(self, Kind::Family | Kind::Given | Kind::Agency)
    }
}

/// Fields of each record type that somebody is found by.
const SEARCHED: [(&Record, &[&str]); 4] = [
    (
        &VICTIM,
        &["case_number", "name", "other_names", "birth_year"],
    ),
    (&CONTACT_METHOD, &["victim", "way"]),
    (&PARTNER, &["name", "alternate_name", "phone"]),
    (&INCIDENT, &["agency_case_number"]),
];

/// The index while records are written: in which of them words may have changed.
#[derive(Default)]
pub(crate) struct Index {
    stale: BTreeSet<EntityKey>,
}

impl Index {
    /// Notes that these fields of a record were written.
    pub(crate) fn note(&mut self, state: &EntityState, touched: &[FieldId]) {
        let searched = SEARCHED
            .iter()
            .find(|(record, _)| record.record_type() == state.record);
        let Some((record, fields)) = searched else {
            return;
        };
        let is_searched = |field: &FieldId| {
            *field == FieldId::TOMBSTONE
                || record
                    .field_by_id(*field)
                    .is_some_and(|field| fields.contains(&field.name))
        };
        // Whatever is written in a hidden record may bring it to light again.
        if touched.iter().any(is_searched) || !state.tombstones.is_empty() {
            self.stale.insert(EntityKey {
                record: state.record,
                entity: state.id,
            });
        }
    }

    /// Writes the words anew of every record noted.
    ///
    /// # Errors
    /// [`Error::Storage`] if the tables cannot be read or written.
    pub(crate) fn refresh(&mut self, conn: &Connection, tables: &mut Tables<'_>) -> Result<()> {
        for source in std::mem::take(&mut self.stale) {
            let (state, _) = tables.load(source)?;
            let wanted = state.map_or_else(BTreeSet::new, |state| words_in(&state));
            let kept = kept_words(conn, source)?;
            for word in kept.difference(&wanted) {
                take_away(conn, source.entity, word)?;
            }
            for word in wanted.difference(&kept) {
                put_in(conn, source.entity, word)?;
            }
        }
        Ok(())
    }
}

/// A word, and whom it finds; of an incident's number the incident, whose victims are looked up then.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    word: String,
    kind: Kind,
    entity: EntityId,
}

/// Every word that stands in a record. Where two people wrote different names, both find her.
fn words_in(state: &EntityState) -> BTreeSet<Word> {
    let mut found: Vec<(String, Kind)> = Vec::new();
    let mut entity = state.id;
    if state.deleted() == Deletion::Hidden {
        return BTreeSet::new();
    }
    if state.record == PARTNER.record_type() {
        for field in ["name", "alternate_name"] {
            for value in values(state, &PARTNER, field) {
                found.extend(each(words(text(Some(value))), Kind::Agency));
            }
        }
        for value in values(state, &PARTNER, "phone") {
            found.extend(phone(text(Some(value)), Kind::AgencyPhone));
        }
    } else if state.record == INCIDENT.record_type() {
        for value in values(state, &INCIDENT, "agency_case_number") {
            let typed = incident_number(text(Some(value)));
            found.extend(each(typed, Kind::IncidentNumber));
        }
    } else if state.record == CONTACT_METHOD.record_type() {
        // A way to reach a victim leads to her.
        let Some(victim) = victim_of(state) else {
            return BTreeSet::new();
        };
        entity = victim;
        for value in values(state, &CONTACT_METHOD, "way") {
            let reached_at = text(value.member(way::VALUE));
            if reached_at.contains('@') {
                found.extend(each([plain(reached_at)], Kind::Email));
            } else {
                found.extend(phone(reached_at, Kind::Phone));
            }
        }
    } else {
        for value in values(state, &VICTIM, "name") {
            let given = words(text(value.member(name::GIVEN)));
            let family = words(text(value.member(name::FAMILY)));
            found.extend(each([initials(&given, &family)], Kind::Initials));
            found.extend(each(given, Kind::Given));
            found.extend(each(family, Kind::Family));
        }
        for value in elements(state, "other_names") {
            let mut other = words(text(value.member(other_name::NAME)));
            found.extend(each(other.pop(), Kind::Family));
            found.extend(each(other, Kind::Given));
        }
        for value in values(state, &VICTIM, "case_number") {
            found.extend(each(case_number(text(Some(value))), Kind::CaseNumber));
        }
        for value in values(state, &VICTIM, "birth_year") {
            if let Value::Int(year) = value {
                found.push((year.to_string(), Kind::BirthYear));
            }
        }
    }
    let words = found.into_iter();
    words
        .map(|(word, kind)| Word { word, kind, entity })
        .collect()
}

fn initials(given: &[String], family: &[String]) -> String {
    let first = |of: &[String]| of.first().and_then(|word| word.chars().next());
    [first(given), first(family)]
        .into_iter()
        .flatten()
        .collect()
}

/// Whose way it is. A record that says two things of what is written once shows the later one.
fn victim_of(state: &EntityState) -> Option<EntityId> {
    let victim = state.shown(&Registry, CONTACT_METHOD.field("victim").field_id())?;
    let Value::Bytes(id) = victim.value else {
        return None;
    };
    Some(EntityId(id.as_slice().try_into().ok()?))
}

fn values<'s>(
    state: &'s EntityState,
    record: &Record,
    field: &str,
) -> impl Iterator<Item = &'s Value> {
    let heads = state.heads(record.field(field).field_id());
    heads.iter().map(|head| &head.value)
}

/// The elements of a set of a victim.
fn elements(state: &EntityState, set: &str) -> Vec<Value> {
    let shown = state.shown(&Registry, VICTIM.field(set).field_id());
    match shown.map(|shown| shown.value) {
        Some(Value::List(elements)) => elements,
        _ => Vec::new(),
    }
}

fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_text).unwrap_or_default()
}

fn each(
    words: impl IntoIterator<Item = String>,
    kind: Kind,
) -> impl Iterator<Item = (String, Kind)> {
    let written = words.into_iter().filter(|word| !word.is_empty());
    written.map(move |word| (word, kind))
}

/// A case number as it may be typed: whole, from any of its hyphens on, and its counter without noughts.
fn case_number(number: &str) -> BTreeSet<String> {
    let number = plain(number);
    let behind_hyphens = number.match_indices('-').map(|(at, _)| &number[at + 1..]);
    let mut typed: BTreeSet<String> = behind_hyphens.map(str::to_owned).collect();
    let counter = number.rsplit('-').next().unwrap_or_default();
    typed.insert(counter.trim_start_matches('0').to_owned());
    typed.insert(number);
    typed
}

/// The sheriff's number of an incident as it may be typed: as a case number, any of its words, and its digits alone.
fn incident_number(number: &str) -> BTreeSet<String> {
    let mut typed: BTreeSet<String> = BTreeSet::from([digits(number)]);
    typed.extend(plain(number).split_whitespace().flat_map(case_number));
    typed
}

/// A phone number, last digit first, so that its end is found as a beginning.
fn phone(number: &str, kind: Kind) -> Option<(String, Kind)> {
    let backwards: String = digits(number).chars().rev().collect();
    (backwards.len() > 1).then_some((backwards, kind))
}

/// The words kept of a record. Nearly all stand in the record of whom they find.
fn kept_words(conn: &Connection, source: EntityKey) -> Result<BTreeSet<Word>> {
    let sql = if source.record == CONTACT_METHOD.record_type() {
        "SELECT word, kind, entity FROM find_word WHERE source = :source AND source <> entity"
    } else {
        "SELECT word, kind, entity FROM find_word WHERE entity = :source AND source = :source"
    };
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":source": source.entity.0 }, |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2).map(EntityId)?))
        })
        .map_err(reading)?;
    rows.map(|row| {
        let (word, number, entity) = row.map_err(reading)?;
        let kind = Kind::of_number(number).ok_or(Error::DamagedCaseFile)?;
        Ok(Word { word, kind, entity })
    })
    .collect()
}

fn put_in(conn: &Connection, source: EntityId, word: &Word) -> Result<()> {
    if word.kind.is_name() && !is_name_of_anybody(conn, &word.word)? {
        change_forms(
            conn,
            &word.word,
            "INSERT INTO find_form (form, word) VALUES (:form, :word)",
        )?;
    }
    change(
        conn,
        source,
        word,
        "INSERT INTO find_word (word, kind, entity, source) VALUES (:word, :kind, :entity, :source)",
    )
}

fn take_away(conn: &Connection, source: EntityId, word: &Word) -> Result<()> {
    change(
        conn,
        source,
        word,
        "DELETE FROM find_word
         WHERE word = :word AND kind = :kind AND entity = :entity AND source = :source",
    )?;
    if word.kind.is_name() && !is_name_of_anybody(conn, &word.word)? {
        change_forms(
            conn,
            &word.word,
            "DELETE FROM find_form WHERE form = :form AND word = :word",
        )?;
    }
    Ok(())
}

fn change(conn: &Connection, source: EntityId, word: &Word, sql: &str) -> Result<()> {
    let values = named_params! {
        ":word": word.word,
        ":kind": word.kind as i64,
        ":entity": word.entity.0,
        ":source": source.0,
    };
    conn.prepare_cached(sql)
        .and_then(|mut statement| statement.execute(values))
        .map_err(writing)?;
    Ok(())
}

fn change_forms(conn: &Connection, word: &str, sql: &str) -> Result<()> {
    let mut statement = conn.prepare_cached(sql).map_err(writing)?;
    for form in forms::of(word) {
        statement
            .execute(named_params! { ":form": form, ":word": word })
            .map_err(writing)?;
    }
    Ok(())
}

/// Whether a word stands in some name: then its forms stand, too.
fn is_name_of_anybody(conn: &Connection, word: &str) -> Result<bool> {
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM find_word WHERE word = :word AND kind IN (1, 2, 8))",
    )
    .and_then(|mut statement| {
        statement.query_row(named_params! { ":word": word }, |row| row.get(0))
    })
    .map_err(reading)
}

pub(super) fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what people are found by", source)
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("write what people are found by", source)
}
