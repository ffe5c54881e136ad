//! Reading what waits for a person.

use std::collections::BTreeSet;

use countyline_ledger::{Dot, EntityId, FieldId, RecordType};
use rusqlite::{Connection, OptionalExtension, named_params};

use super::names;
use crate::error::{Error, Result};
use crate::registry::{self, Field, INCIDENT, Record, VICTIM};
use crate::standing;

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
        let field = record
            .field_by_id(FieldId(field))
            .ok_or(Error::DamagedCaseFile)?;
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

/// What a record is about, as an inbox names it: the case numbers of the victims it is about, and the first of
/// them; else what it is called.
pub(super) fn about(
    conn: &Connection,
    record: &'static Record,
    entity: EntityId,
) -> Result<(String, Option<EntityId>)> {
    let victims = match record.fields.iter().any(|field| field.name == "victim") {
        _ if record.id == VICTIM.id => vec![entity],
        true => {
            let sql = format!(
                "SELECT victim FROM {} WHERE id = ?1 AND victim IS NOT NULL",
                record.name
            );
            standing::ids(conn, &sql, [entity.0])?
        }
        false if record.id == INCIDENT.id => {
            let sql = "SELECT DISTINCT victim FROM participation
                       WHERE incident = ?1 AND victim IS NOT NULL AND deleted <> 1 ORDER BY victim";
            standing::ids(conn, sql, [entity.0])?
        }
        false => Vec::new(),
    };
    let sql = "SELECT coalesce(case_number, '') FROM victim WHERE id = :entity";
    let mut numbers = Vec::new();
    for victim in &victims {
        numbers.push(text_of(conn, sql, *victim)?);
    }
    numbers.retain(|number| !number.is_empty());
    let about = match numbers.is_empty() {
        true => names::called(conn, record, entity)?,
        false => numbers.join(", "),
    };
    Ok((about, victims.first().copied()))
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

/// The bundle that brought a commit.
pub(super) struct Received {
    pub(super) at: String,
    pub(super) file_name: String,
}

/// The bundle that brought a commit; none for our own commits.
pub(super) fn received(conn: &Connection, bundle: i64) -> Result<Option<Received>> {
    conn.prepare_cached("SELECT kept_at, file_name FROM bundle WHERE bundle_rid = :bundle")
        .and_then(|mut statement| {
            statement
                .query_row(named_params! { ":bundle": bundle }, |row| {
                    Ok(Received {
                        at: row.get(0)?,
                        file_name: row.get(1)?,
                    })
                })
                .optional()
        })
        .map_err(reading)
}

/// The records hidden by one while another wrote in them: shown, and marked so in their rows.
pub(super) fn hidden_while_edited(conn: &Connection) -> Result<Vec<(&'static Record, EntityId)>> {
    let mut statement = conn
        .prepare_cached("SELECT DISTINCT record FROM tombstone ORDER BY record")
        .map_err(reading)?;
    let rows = statement.query_map([], |row| row.get(0)).map_err(reading)?;
    let records: Vec<u16> = rows.collect::<rusqlite::Result<_>>().map_err(reading)?;
    let mut hidden = Vec::new();
    for record in records {
        let record = registry::record(RecordType(record)).ok_or(Error::DamagedCaseFile)?;
        let sql = format!(
            "SELECT DISTINCT entity FROM tombstone JOIN {name} ON {name}.id = entity
             WHERE record = ?1 AND {name}.deleted = 2 ORDER BY entity",
            name = record.name
        );
        let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
        let rows = statement
            .query_map([record.id], |row| row.get(0).map(EntityId))
            .map_err(reading)?;
        for entity in rows {
            hidden.push((record, entity.map_err(reading)?));
        }
    }
    Ok(hidden)
}

/// Where a log was continued a second way.
pub(super) struct Branch {
    /// The first commit of the branch.
    pub(super) hash: Vec<u8>,
    /// The first commit on each side.
    pub(super) firsts: [Dot; 2],
}

/// Every place where a log was continued twice.
pub(super) fn branches(conn: &Connection) -> Result<Vec<Branch>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT branch, base_rid, log_rid, branch_from FROM log
             WHERE base_rid IS NOT NULL
               AND EXISTS (SELECT 1 FROM commit_log WHERE dot = (base_rid << 40 | branch_from))
             ORDER BY log_rid",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            let from: u64 = row.get(3)?;
            Ok(Branch {
                hash: row.get(0)?,
                firsts: [Dot::new(row.get(1)?, from), Dot::new(row.get(2)?, from)],
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The victims who have a case number.
pub(super) fn victims_with_case_number(conn: &Connection, number: &str) -> Result<Vec<EntityId>> {
    let mut statement = conn
        .prepare_cached("SELECT id FROM victim WHERE case_number = ?1 AND deleted <> 1 ORDER BY id")
        .map_err(reading)?;
    let rows = statement
        .query_map([number], |row| row.get(0).map(EntityId))
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The commit a record's row goes back to.
pub(super) fn row_dot(conn: &Connection, record: &Record, entity: EntityId) -> Result<Dot> {
    let sql = format!("SELECT dot FROM {} WHERE id = :id", record.name);
    let dot: i64 = conn
        .prepare_cached(&sql)
        .and_then(|mut statement| {
            statement.query_row(named_params! { ":id": entity.0 }, |row| row.get(0))
        })
        .map_err(reading)?;
    Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)
}

/// The problems somebody has seen.
pub(super) fn problems_seen(conn: &Connection) -> Result<BTreeSet<String>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT problem FROM problem_seen WHERE problem IS NOT NULL AND deleted <> 1",
        )
        .map_err(reading)?;
    let rows = statement.query_map([], |row| row.get(0)).map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
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
