//! Reading links between victims, and victims as they are compared.

use std::collections::BTreeSet;

use countyline_ledger::{EntityId, Value};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{Appearance, Birth, Person};
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
        if let Ok(larger) = <[u8; 16]>::try_from(larger.as_slice()) {
            pairs.push((smaller, EntityId(larger)));
        }
    }
    Ok(pairs)
}

/// What is compared of a victim.
const VICTIM_COLUMNS: &str = "id, coalesce(given_name, ''), coalesce(family_name, ''), birth_year,
    coalesce(zone, ''), coalesce(case_number, ''), coalesce(birth_date, '')";
/// What is compared of a way to reach her.
const WAY_COLUMNS: &str = "victim, coalesce(channel, ''), coalesce(value, '')";

/// Her parts in incidents: who shares one in another role is somebody else.
const PART_COLUMNS: &str = "victim, hex(incident), coalesce(role, '')";

/// A victim as she is compared.
pub(super) struct Recorded {
    pub(super) id: EntityId,
    pub(super) case_number: String,
    pub(super) person: Person,
}

/// Every victim who is not hidden, in the order of ids.
pub(super) fn all_recorded(conn: &Connection) -> Result<Vec<Recorded>> {
    let sql = format!("SELECT {VICTIM_COLUMNS} FROM victim WHERE deleted <> 1 ORDER BY id");
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let rows = statement.query_map([], recorded_in).map_err(reading)?;
    let mut all: Vec<Recorded> = rows.collect::<rusqlite::Result<_>>().map_err(reading)?;
    let sql = format!(
        "SELECT {WAY_COLUMNS} FROM contact_method
         WHERE deleted <> 1 AND victim IS NOT NULL ORDER BY victim, id"
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let mut rows = statement.query([]).map_err(reading)?;
    while let Some(row) = rows.next().map_err(reading)? {
        let victim = EntityId(row.get(0).map_err(reading)?);
        if let Ok(place) = all.binary_search_by_key(&victim, |recorded| recorded.id) {
            add_way(&mut all[place].person, row).map_err(reading)?;
        }
    }
    let sql = format!(
        "SELECT {PART_COLUMNS} FROM participation
         WHERE deleted <> 1 AND victim IS NOT NULL AND incident IS NOT NULL ORDER BY victim, id"
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let mut rows = statement.query([]).map_err(reading)?;
    while let Some(row) = rows.next().map_err(reading)? {
        let victim = EntityId(row.get(0).map_err(reading)?);
        if let Ok(place) = all.binary_search_by_key(&victim, |recorded| recorded.id) {
            add_part(&mut all[place].person, row).map_err(reading)?;
        }
    }
    Ok(all)
}

/// One victim; `None` if she is hidden, or not here.
pub(super) fn recorded(conn: &Connection, victim: EntityId) -> Result<Option<Recorded>> {
    let sql = format!("SELECT {VICTIM_COLUMNS} FROM victim WHERE id = ?1 AND deleted <> 1");
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let recorded = statement.query_row([victim.0], recorded_in).optional();
    let Some(mut recorded) = recorded.map_err(reading)? else {
        return Ok(None);
    };
    let sql = format!(
        "SELECT {WAY_COLUMNS} FROM contact_method WHERE deleted <> 1 AND victim = ?1 ORDER BY id"
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let mut rows = statement.query([victim.0]).map_err(reading)?;
    while let Some(row) = rows.next().map_err(reading)? {
        add_way(&mut recorded.person, row).map_err(reading)?;
    }
    let sql = format!(
        "SELECT {PART_COLUMNS} FROM participation
         WHERE deleted <> 1 AND victim = ?1 AND incident IS NOT NULL ORDER BY id"
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let mut rows = statement.query([victim.0]).map_err(reading)?;
    while let Some(row) = rows.next().map_err(reading)? {
        add_part(&mut recorded.person, row).map_err(reading)?;
    }
    Ok(Some(recorded))
}

fn recorded_in(row: &Row<'_>) -> rusqlite::Result<Recorded> {
    let id = EntityId(row.get(0)?);
    let year: Option<i64> = row.get(3)?;
    let year = year.and_then(|year| u16::try_from(year).ok());
    let date: String = row.get(6)?;
    let birth = Birth::parse(&date).or(year.map(Birth::in_year));
    Ok(Recorded {
        id,
        case_number: row.get(5)?,
        person: Person {
            id: ids::text(id),
            given: row.get(1)?,
            family: row.get(2)?,
            birth: birth.unwrap_or_default(),
            zone: row.get(4)?,
            ..Person::default()
        },
    })
}

/// Adds a phone number, an email address or a street.
fn add_way(person: &mut Person, row: &Row<'_>) -> rusqlite::Result<()> {
    let (channel, value): (String, String) = (row.get(1)?, row.get(2)?);
    match channel.as_str() {
        "phone" | "text" => person.phones.push(value),
        "email" => person.email = value,
        "post" | "home_visit" => person.street = value,
        _ => {}
    }
    Ok(())
}

fn add_part(person: &mut Person, row: &Row<'_>) -> rusqlite::Result<()> {
    person.appears.push(Appearance {
        incident: row.get(1)?,
        role: row.get(2)?,
    });
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
