//! Incidents that an erased victim was in: erased with her if nobody else was in them.
//!
//! An incident names nobody and belongs to nobody. That she was in it stands in her part of it, which is erased; so
//! whoever erases a part writes down which incident it named. Whether somebody else is in it, the county decides,
//! which sees everybody; a laptop's receipt tells it what was written down there. It waits until the incident itself
//! is here: who records one writes it together with somebody's part, so a part that is still to come is not forgotten.

use countyline_ledger::{EntityId, EntityKey, EraseFilter, Op, OrderId, Value};
use rusqlite::Connection;

use super::erasing;
use crate::error::{Error, Result};
use crate::registry::{INCIDENT, PARTICIPATION, Registry};

/// The incident that an operation names, if it is of a part in one that is erased, and no order covers the
/// incident.
pub(super) fn incident_named(filter: &EraseFilter, op: &Op) -> Option<(EntityKey, OrderId)> {
    let Op::Set { record, fields, .. } = op else {
        return None;
    };
    if *record != PARTICIPATION.record_type() {
        return None;
    }
    let Some(Value::Bytes(named)) = fields.get(PARTICIPATION.field("incident").field_id()) else {
        return None;
    };
    let entity = EntityId(named.as_slice().try_into().ok()?);
    let order = filter.order_for(&Registry, op)?;
    let key = EntityKey {
        record: INCIDENT.record_type(),
        entity,
    };
    filter.whole(entity).is_none().then_some((key, order))
}

/// Whether an incident is here and nobody is in it, not even in a part that was hidden.
pub(super) fn is_left_alone(conn: &Connection, incident: EntityId) -> Result<bool> {
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM incident WHERE id = ?1 AND at IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM participation WHERE incident = ?1)",
    )
    .and_then(|mut statement| statement.query_row([incident.0], |row| row.get(0)))
    .map_err(reading)
}

/// The incidents written down here that nobody is in any more. Whether an order covers them by now is not asked.
pub(super) fn all(conn: &Connection) -> Result<Vec<(OrderId, EntityKey)>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT order_id, entity FROM erase_scope WHERE found = ?1 ORDER BY order_id, entity",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([erasing::NAMED_BY_A_PART], |row| {
            Ok((OrderId(row.get(0)?), EntityId(row.get(1)?)))
        })
        .and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>)
        .map_err(reading)?;
    let mut alone = Vec::new();
    for (order, entity) in rows {
        if is_left_alone(conn, entity)? {
            let record = INCIDENT.record_type();
            alone.push((order, EntityKey { record, entity }));
        }
    }
    Ok(alone)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what was erased", source)
}
