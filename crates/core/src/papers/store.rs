//! Reading what papers carry.

use countyline_ledger::EntityId;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::error::{Error, Result};

/// Papers that are in somebody's hands: given or held.
pub(super) fn out(conn: &Connection) -> Result<Vec<EntityId>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT id FROM letter
             WHERE coalesce(paper_state, 'given') IN ('given', 'held') AND deleted <> 1
             ORDER BY at DESC, id DESC",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| Ok(EntityId(row.get(0)?)))
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The numbers of agencies now, in the order they are named.
pub(super) fn numbers_of(conn: &Connection, partners: &[EntityId]) -> Result<Vec<String>> {
    each(
        conn,
        partners,
        "SELECT coalesce(phone, '') FROM partner WHERE id = :id",
    )
}

/// The names of agencies, in the order they are named.
pub(super) fn names_of(conn: &Connection, partners: &[EntityId]) -> Result<Vec<String>> {
    each(
        conn,
        partners,
        "SELECT coalesce(name, '') FROM partner WHERE id = :id",
    )
}

/// The case number of a record; empty if it has not come yet.
pub(super) fn case_number_of(conn: &Connection, victim: EntityId) -> Result<String> {
    let numbers = each(
        conn,
        &[victim],
        "SELECT coalesce(case_number, '') FROM victim WHERE id = :id",
    )?;
    Ok(numbers.into_iter().next().unwrap_or_default())
}

fn each(conn: &Connection, of: &[EntityId], sql: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let mut found = Vec::with_capacity(of.len());
    for id in of {
        let text = statement
            .query_row(named_params! { ":id": id.0 }, |row| row.get(0))
            .optional()
            .map_err(reading)?;
        found.push(text.unwrap_or_default());
    }
    Ok(found)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read papers", source)
}
