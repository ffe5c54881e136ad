//! Reading links between victims, and victims as they are compared.

use std::collections::BTreeSet;

use countyline_ledger::{EntityId, Value};
use rusqlite::{Connection, named_params};

use super::{Birth, Person};
use crate::error::{Error, Result};
use crate::ids;
use crate::registry::VICTIM;

/// Every link, the smaller id first.
pub(super) fn links(conn: &Connection) -> Result<Vec<(EntityId, EntityId)>> {
    pairs_in(conn, "same_as")
}

/// Every two records of which a person said that they are two persons'.
pub(super) fn told_apart(conn: &Connection) -> Result<BTreeSet<(EntityId, EntityId)>> {
    Ok(pairs_in(conn, "not_same_as")?.into_iter().collect())
}

fn pairs_in(conn: &Connection, set: &str) -> Result<Vec<(EntityId, EntityId)>> {
    // The numbers stand in the statement, so that the index of links answers it.
    let sql = format!(
        "SELECT DISTINCT entity, element FROM set_member WHERE record = {} AND field = {}",
        VICTIM.id,
        VICTIM.field(set).id
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            Ok((EntityId(row.get(0)?), row.get::<_, Vec<u8>>(1)?))
        })
        .map_err(reading)?;
    let mut pairs = Vec::new();
    for row in rows {
        let (smaller, element) = row.map_err(reading)?;
        // What a newer program may have put there names no record to us.
        let Ok(Value::Bytes(larger)) = Value::decode(&element) else {
            continue;
        };
        if let Ok(larger) = <[u8; 16]>::try_from(larger) {
            pairs.push((smaller, EntityId(larger)));
        }
    }
    Ok(pairs)
}

/// Every victim who is not hidden, in the order of ids.
pub(super) fn persons(conn: &Connection) -> Result<Vec<Person>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT id, coalesce(given_name, ''), coalesce(family_name, ''), birth_year,
                coalesce(zone, '')
             FROM victim WHERE deleted <> 1 ORDER BY id",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            let year: Option<i64> = row.get(3)?;
            let year = year.and_then(|year| u16::try_from(year).ok());
            Ok(Person {
                id: ids::text(EntityId(row.get(0)?)),
                given: row.get(1)?,
                family: row.get(2)?,
                birth: year.map(Birth::in_year).unwrap_or_default(),
                zone: row.get(4)?,
                ..Person::default()
            })
        })
        .map_err(reading)?;
    let mut persons: Vec<Person> = rows.collect::<rusqlite::Result<_>>().map_err(reading)?;
    add_ways(conn, &mut persons)?;
    Ok(persons)
}

/// Adds phone numbers, email and street from the ways to reach each victim.
fn add_ways(conn: &Connection, persons: &mut [Person]) -> Result<()> {
    let mut statement = conn
        .prepare_cached(
            "SELECT victim, coalesce(channel, ''), coalesce(value, '') FROM contact_method
             WHERE deleted <> 1 AND victim IS NOT NULL ORDER BY victim, id",
        )
        .map_err(reading)?;
    let mut rows = statement.query([]).map_err(reading)?;
    while let Some(row) = rows.next().map_err(reading)? {
        let victim = ids::text(EntityId(row.get(0).map_err(reading)?));
        let Ok(place) = persons.binary_search_by(|person| person.id.cmp(&victim)) else {
            continue;
        };
        let value: String = row.get(2).map_err(reading)?;
        let channel: String = row.get(1).map_err(reading)?;
        match channel.as_str() {
            "phone" | "text" => persons[place].phones.push(value),
            "email" => persons[place].email = value,
            "post" | "home_visit" => persons[place].street = value,
            _ => {}
        }
    }
    Ok(())
}

/// Whose number this is.
pub(super) fn with_case_number(conn: &Connection, number: &str) -> Result<Vec<EntityId>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT id FROM victim WHERE case_number = upper(:number) AND deleted <> 1 ORDER BY id",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":number": number.trim() }, |row| {
            row.get(0).map(EntityId)
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read possible duplicates", source)
}
