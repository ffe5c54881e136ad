//! Reading what papers carry.

use std::collections::BTreeMap;

use countyline_ledger::{EntityId, Value};
use rusqlite::{Connection, OptionalExtension, named_params};

use super::recall::{self, Carried};
use crate::error::{Error, Result};
use crate::partners::directory;
use crate::{codes, standing};

/// Whether a row of `letter` is a paper that may be in somebody's hands: given or held, or never made by the word of one
/// and printed by the word of another.
pub(crate) const IS_OUT: &str = "(coalesce(letter.paper_state, 'given') IN ('given', 'held')
    OR letter.paper_state = 'not_made' AND letter.came_out = 'yes')";

/// Papers that are in somebody's hands.
pub(super) fn out(conn: &Connection) -> Result<Vec<EntityId>> {
    let sql =
        format!("SELECT id FROM letter WHERE {IS_OUT} AND deleted <> 1 ORDER BY at DESC, id DESC");
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let rows = statement
        .query_map([], |row| Ok(EntityId(row.get(0)?)))
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// A paper that is out, as the search for old numbers reads it.
pub(super) struct Out {
    pub(super) partners: Vec<EntityId>,
    pub(super) carried: Carried,
}

/// Every paper that is out with the numbers it carries.
pub(super) fn carried_out(conn: &Connection) -> Result<Vec<Out>> {
    let sql = format!(
        "SELECT victim, coalesce(kind, ''), coalesce(form, ''), partners, numbers, ways, places
         FROM letter WHERE {IS_OUT} AND deleted <> 1 AND numbers IS NOT NULL"
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            let (kind, form): (String, String) = (row.get(1)?, row.get(2)?);
            let encoded = |at| {
                row.get::<_, Option<Vec<u8>>>(at)
                    .map(Option::unwrap_or_default)
            };
            Ok(Out {
                partners: ids_of(&encoded(3)?),
                carried: Carried {
                    victim: row.get::<_, Option<[u8; 16]>>(0)?.map(EntityId),
                    numbers: codes::of_encoded(&encoded(4)?),
                    ways: ids_of(&encoded(5)?),
                    has_agencies_numbers: recall::has_agencies_numbers(&kind, &form),
                    places: match Value::decode(&encoded(6)?) {
                        Ok(Value::List(kept)) => recall::places_in(&kept),
                        _ => Vec::new(),
                    },
                },
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn ids_of(encoded: &[u8]) -> Vec<EntityId> {
    match Value::decode(encoded) {
        Ok(Value::List(items)) => items.iter().filter_map(standing::id_in).collect(),
        _ => Vec::new(),
    }
}

/// The number of every agency.
pub(super) fn phones(conn: &Connection) -> Result<BTreeMap<EntityId, String>> {
    let mut statement = conn
        .prepare_cached("SELECT id, coalesce(phone, '') FROM partner")
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| Ok((EntityId(row.get(0)?), row.get(1)?)))
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The number that is called now, of an agency or for a service of it.
pub(super) fn number_of(
    conn: &Connection,
    partner: EntityId,
    service: Option<EntityId>,
) -> Result<String> {
    match number_of_service(conn, partner, service)? {
        Some(number) => Ok(number),
        None => Ok(numbers_of(conn, &[partner])?.remove(0)),
    }
}

/// The own number of a service now; none where the agency's is called.
pub(super) fn number_of_service(
    conn: &Connection,
    partner: EntityId,
    service: Option<EntityId>,
) -> Result<Option<String>> {
    match service {
        Some(service) => directory::number_of_service(conn, partner, service),
        None => Ok(None),
    }
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
