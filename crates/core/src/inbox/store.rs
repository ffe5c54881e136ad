//! Reading what waits for a person.

use countyline_ledger::{EntityId, RecordType};
use rusqlite::{Connection, OptionalExtension, named_params};

use super::field_of;
use crate::error::{Error, Result};
use crate::registry::{self, Field, Record};

pub(super) fn open(conn: &Connection) -> Result<Vec<(&'static Record, EntityId, &'static Field)>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT DISTINCT record, entity, field FROM field_head
             WHERE open = 1 ORDER BY record, entity, field",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            Ok((row.get(0)?, EntityId(row.get(1)?), row.get(2)?))
        })
        .map_err(reading)?;
    let mut open = Vec::new();
    for row in rows {
        let (record, entity, field): (u16, EntityId, u16) = row.map_err(reading)?;
        let record = registry::record(RecordType(record)).ok_or(Error::DamagedCaseFile)?;
        let field = field_of(record, field).ok_or(Error::DamagedCaseFile)?;
        open.push((record, entity, field));
    }
    Ok(open)
}

pub(super) fn count(conn: &Connection) -> Result<i32> {
    conn.query_row(
        "SELECT count(*) FROM (SELECT DISTINCT record, entity, field FROM field_head WHERE open = 1)",
        [],
        |row| row.get(0),
    )
    .map_err(reading)
}

/// What a record is about, as an inbox names it: a case number or an agency, and the victim if any.
pub(super) fn about(
    conn: &Connection,
    record: &Record,
    entity: EntityId,
) -> Result<(String, Option<EntityId>)> {
    if record.name == "partner" {
        let sql = "SELECT coalesce(name, '') FROM partner WHERE id = :entity";
        return Ok((text_of(conn, sql, entity)?, None));
    }
    let has_victim = record.fields.iter().any(|field| field.name == "victim");
    let victim = match record.name {
        "victim" => Some(entity),
        _ if has_victim => conn
            .query_row(
                &format!("SELECT victim FROM {} WHERE id = :entity", record.name),
                named_params! { ":entity": entity.0 },
                |row| row.get::<_, Option<[u8; 16]>>(0),
            )
            .optional()
            .map_err(reading)?
            .flatten()
            .map(EntityId),
        _ => None,
    };
    let sql = "SELECT coalesce(case_number, '') FROM victim WHERE id = :entity";
    let number = victim
        .map(|victim| text_of(conn, sql, victim))
        .transpose()?;
    Ok((number.unwrap_or_default(), victim))
}

pub(super) struct Author {
    pub(super) name: String,
    pub(super) place: String,
}

pub(super) fn author(conn: &Connection, staff: EntityId) -> Result<Author> {
    conn.prepare_cached("SELECT coalesce(name, ''), coalesce(place, '') FROM staff WHERE id = :id")
        .and_then(|mut statement| {
            statement
                .query_row(named_params! { ":id": staff.0 }, |row| {
                    Ok(Author {
                        name: row.get(0)?,
                        place: row.get(1)?,
                    })
                })
                .optional()
        })
        .map_err(reading)
        .map(|author| {
            author.unwrap_or(Author {
                name: String::new(),
                place: String::new(),
            })
        })
}

/// When the bundle that brought a commit was received; none for our own commits.
pub(super) fn received_at(conn: &Connection, bundle: i64) -> Result<Option<String>> {
    conn.prepare_cached("SELECT kept_at FROM bundle WHERE bundle_rid = :bundle")
        .and_then(|mut statement| {
            statement
                .query_row(named_params! { ":bundle": bundle }, |row| row.get(0))
                .optional()
        })
        .map_err(reading)
}

fn text_of(conn: &Connection, sql: &str, entity: EntityId) -> Result<String> {
    conn.prepare_cached(sql)
        .and_then(|mut statement| {
            statement
                .query_row(named_params! { ":entity": entity.0 }, |row| row.get(0))
                .optional()
        })
        .map(Option::unwrap_or_default)
        .map_err(reading)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read the inbox", source)
}
