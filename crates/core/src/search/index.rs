//! The words that victims and partner agencies are found by, kept with the tables they are taken from.
//!
//! `find_word` has a row for each word of each, `find_form` the other forms of every word that stands there. Both
//! are a function of what stands in the records, like every table made from the history: a rebuild makes them
//! again, "Check my data" compares them, and what is erased or hidden leaves them at once.

use std::collections::BTreeSet;

use countyline_ledger::{EntityId, EntityKey, EntityState, FieldId, Value};
use rusqlite::{Connection, named_params};

use super::{digits, forms, plain, words};
use crate::casefile::tables::Tables;
use crate::error::{Error, Result};
use crate::registry::{CONTACT_METHOD, PARTNER, Record, VICTIM, name, way};

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
}

impl Kind {
    pub(super) const ALL: [Kind; 9] = [
        Kind::Family,
        Kind::Given,
        Kind::Initials,
        Kind::BirthYear,
        Kind::CaseNumber,
        Kind::Phone,
        Kind::Email,
        Kind::Agency,
        Kind::AgencyPhone,
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
const SEARCHED: [(&Record, &[&str]); 3] = [
    (&VICTIM, &["case_number", "name", "birth_year"]),
    (&CONTACT_METHOD, &["victim", "way"]),
    (&PARTNER, &["name", "phone"]),
];

/// The index while records are written: whose words may have changed.
#[derive(Default)]
pub(crate) struct Index {
    stale: BTreeSet<EntityKey>,
}

impl Index {
    /// Notes that these fields of a record were written.
    pub(crate) fn note(&mut self, state: &EntityState, touched: &BTreeSet<FieldId>) {
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
        if touched.iter().any(is_searched) {
            self.stale.extend(found_by(state));
        }
    }

    /// Writes the words anew of everybody noted.
    ///
    /// # Errors
    /// [`Error::Storage`] if the tables cannot be read or written.
    pub(crate) fn refresh(&mut self, conn: &Connection, tables: &mut Tables<'_>) -> Result<()> {
        for key in std::mem::take(&mut self.stale) {
            let wanted = words_of(conn, tables, key)?;
            let kept = kept_words(conn, key.entity)?;
            for (word, kind) in kept.difference(&wanted) {
                take_away(conn, word, *kind, key.entity)?;
            }
            for (word, kind) in wanted.difference(&kept) {
                put_in(conn, word, *kind, key.entity)?;
            }
        }
        Ok(())
    }
}

/// Who is found by a record: a way to reach a victim leads to her.
fn found_by(state: &EntityState) -> Option<EntityKey> {
    if state.record != CONTACT_METHOD.record_type() {
        return Some(EntityKey {
            record: state.record,
            entity: state.id,
        });
    }
    let victim = state
        .heads(CONTACT_METHOD.field("victim").field_id())
        .first()?;
    let Value::Bytes(id) = &victim.value else {
        return None;
    };
    Some(EntityKey {
        record: VICTIM.record_type(),
        entity: EntityId(id.as_slice().try_into().ok()?),
    })
}

/// Every word somebody is found by. Where two people wrote different names, both find her.
fn words_of(
    conn: &Connection,
    tables: &mut Tables<'_>,
    key: EntityKey,
) -> Result<BTreeSet<(String, Kind)>> {
    let mut found = BTreeSet::new();
    let Some(state) = shown(tables, key)? else {
        return Ok(found);
    };
    if key.record == PARTNER.record_type() {
        for value in values(&state, &PARTNER, "name") {
            found.extend(each(words(text(Some(value))), Kind::Agency));
        }
        for value in values(&state, &PARTNER, "phone") {
            found.extend(phone(text(Some(value)), Kind::AgencyPhone));
        }
        return Ok(found);
    }
    for value in values(&state, &VICTIM, "name") {
        let given = words(text(value.member(name::GIVEN)));
        let family = words(text(value.member(name::FAMILY)));
        let first = |of: &[String]| of.first().and_then(|word| word.chars().next());
        let initials: String = [first(&given), first(&family)]
            .into_iter()
            .flatten()
            .collect();
        found.extend(each([initials], Kind::Initials));
        found.extend(each(given, Kind::Given));
        found.extend(each(family, Kind::Family));
    }
    for value in values(&state, &VICTIM, "case_number") {
        found.extend(each(case_number(text(Some(value))), Kind::CaseNumber));
    }
    for value in values(&state, &VICTIM, "birth_year") {
        if let Value::Int(year) = value {
            found.insert((year.to_string(), Kind::BirthYear));
        }
    }
    for method in methods_of(conn, key.entity)? {
        let key = EntityKey {
            record: CONTACT_METHOD.record_type(),
            entity: method,
        };
        let Some(state) = shown(tables, key)? else {
            continue;
        };
        for value in values(&state, &CONTACT_METHOD, "way") {
            let reached_at = text(value.member(way::VALUE));
            if reached_at.contains('@') {
                found.extend(each([plain(reached_at)], Kind::Email));
            } else {
                found.extend(phone(reached_at, Kind::Phone));
            }
        }
    }
    Ok(found)
}

/// A record that is to be seen.
fn shown(tables: &mut Tables<'_>, key: EntityKey) -> Result<Option<EntityState>> {
    let (state, _) = tables.load(key)?;
    Ok(state.filter(|state| state.deleted() != countyline_ledger::Deletion::Hidden))
}

fn values<'s>(
    state: &'s EntityState,
    record: &Record,
    field: &str,
) -> impl Iterator<Item = &'s Value> {
    let heads = state.heads(record.field(field).field_id());
    heads.iter().map(|head| &head.value)
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

/// A phone number, last digit first, so that its end is found as a beginning.
fn phone(number: &str, kind: Kind) -> Option<(String, Kind)> {
    let backwards: String = digits(number).chars().rev().collect();
    (backwards.len() > 1).then_some((backwards, kind))
}

fn methods_of(conn: &Connection, victim: EntityId) -> Result<Vec<EntityId>> {
    let mut statement = conn
        .prepare_cached("SELECT id FROM contact_method WHERE victim = :victim")
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":victim": victim.0 }, |row| row.get(0))
        .map_err(reading)?;
    rows.map(|id| id.map(EntityId).map_err(reading)).collect()
}

fn kept_words(conn: &Connection, entity: EntityId) -> Result<BTreeSet<(String, Kind)>> {
    let mut statement = conn
        .prepare_cached("SELECT word, kind FROM find_word WHERE entity = :entity")
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":entity": entity.0 }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .map_err(reading)?;
    rows.map(|row| {
        let (word, number): (String, i64) = row.map_err(reading)?;
        let kind = Kind::of_number(number).ok_or(Error::DamagedCaseFile)?;
        Ok((word, kind))
    })
    .collect()
}

fn put_in(conn: &Connection, word: &str, kind: Kind, entity: EntityId) -> Result<()> {
    if kind.is_name() && !is_name_of_anybody(conn, word)? {
        for form in forms::of(word) {
            conn.prepare_cached("INSERT INTO find_form (form, word) VALUES (:form, :word)")
                .and_then(|mut insert| {
                    insert.execute(named_params! { ":form": form, ":word": word })
                })
                .map_err(writing)?;
        }
    }
    conn.prepare_cached(
        "INSERT INTO find_word (word, kind, entity) VALUES (:word, :kind, :entity)",
    )
    .and_then(|mut insert| {
        insert.execute(named_params! { ":word": word, ":kind": kind as i64, ":entity": entity.0 })
    })
    .map_err(writing)?;
    Ok(())
}

fn take_away(conn: &Connection, word: &str, kind: Kind, entity: EntityId) -> Result<()> {
    conn.prepare_cached(
        "DELETE FROM find_word WHERE word = :word AND kind = :kind AND entity = :entity",
    )
    .and_then(|mut delete| {
        delete.execute(named_params! { ":word": word, ":kind": kind as i64, ":entity": entity.0 })
    })
    .map_err(writing)?;
    if kind.is_name() && !is_name_of_anybody(conn, word)? {
        for form in forms::of(word) {
            conn.prepare_cached("DELETE FROM find_form WHERE form = :form AND word = :word")
                .and_then(|mut delete| {
                    delete.execute(named_params! { ":form": form, ":word": word })
                })
                .map_err(writing)?;
        }
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
