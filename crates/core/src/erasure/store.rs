//! Reading orders, receipts and what belongs to a victim.

use std::collections::BTreeSet;

use countyline_bundle::Roster;
use countyline_ledger::{Dot, EntityId, EraseScope, OrderId, Owner, Registry as _};
use rusqlite::{Connection, OptionalExtension, named_params};

use super::{ErasingPlace, LateWriting};
use crate::casefile::{CaseFile, log};
use crate::days;
use crate::error::{Error, Result};
use crate::registry::{RECORDS, Record, Registry, VICTIM};

/// An order as it is kept here.
pub(super) struct OrderRow {
    pub(super) order: OrderId,
    pub(super) basis: String,
    pub(super) given_ms: i64,
    pub(super) ordered_at: String,
    pub(super) by: String,
    pub(super) records: i32,
    pub(super) swept: bool,
}

pub(super) fn orders(conn: &Connection) -> Result<Vec<OrderRow>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT order_id, basis, dot, swept,
                (SELECT count(DISTINCT entity) FROM erase_scope
                 WHERE erase_scope.order_id = erase_order.order_id AND found < 2)
             FROM erase_order ORDER BY order_id",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
            ))
        })
        .map_err(reading)?;
    let mut orders = Vec::new();
    for row in rows {
        let (order, basis, dot, swept, records) = row.map_err(reading)?;
        let dot = Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?;
        let kept = log::commit(conn, dot)?;
        let header = kept.commit.header();
        orders.push(OrderRow {
            order: OrderId(order),
            basis,
            given_ms: header.wall_ms,
            ordered_at: days::from_millis(header.wall_ms),
            by: person(conn, EntityId(header.actor.0))?.0,
            records,
            swept,
        });
    }
    Ok(orders)
}

/// The orders this place has confirmed: what its cover sheets name.
pub(crate) fn confirmed_here(conn: &Connection) -> Result<Vec<[u8; 16]>> {
    let mut statement = conn
        .prepare_cached("SELECT order_id FROM erase_order WHERE confirmed = 1 ORDER BY order_id")
        .map_err(reading)?;
    let rows = statement.query_map([], |row| row.get(0)).map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The county and the laptops that have to carry an order out, or did.
pub(super) fn places(file: &CaseFile, row: &OrderRow) -> Result<Vec<ErasingPlace>> {
    let conn = file.conn();
    let Some(roster) = newest_roster(conn)? else {
        return Ok(Vec::new());
    };
    let receipts = receipts(file, &roster, row.order)?;
    let confirmed = |device: &[u8; 16]| {
        let mut of_device = receipts.iter().filter(|(of, _)| of == device);
        of_device.next().map(|(_, at)| at.clone())
    };
    let mut places = vec![ErasingPlace {
        place: roster.office_name.clone(),
        person: row.by.clone(),
        confirmed_at: confirmed(&roster.county.device),
        revoked: false,
    }];
    for entry in &roster.entries {
        let confirmed_at = confirmed(&entry.device);
        if entry.enrolled_at_ms <= row.given_ms || confirmed_at.is_some() {
            places.push(ErasingPlace {
                place: entry.laptop_name.clone(),
                person: entry.person_name.clone(),
                confirmed_at,
                revoked: entry.is_revoked(),
            });
        }
    }
    places[1..].sort_by(|one, other| one.place.cmp(&other.place));
    Ok(places)
}

/// Who confirmed an order, and when. A receipt is the word of the machine whose log it stands in.
fn receipts(file: &CaseFile, roster: &Roster, order: OrderId) -> Result<Vec<([u8; 16], String)>> {
    let conn = file.conn();
    let mut statement = conn
        .prepare_cached(
            "SELECT dot, coalesce(carried_out_at, '') FROM erase_receipt
             WHERE order_id = :order ORDER BY carried_out_at",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":order": order.0 }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .map_err(reading)?;
    let mut receipts = Vec::new();
    for row in rows {
        let (dot, at): (i64, String) = row.map_err(reading)?;
        let dot = Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?;
        if let Some(device) = device_of_log(file, roster, dot.log_rid())? {
            receipts.push((device, at));
        }
    }
    Ok(receipts)
}

/// The machine a log belongs to.
fn device_of_log(file: &CaseFile, roster: &Roster, log_rid: u32) -> Result<Option<[u8; 16]>> {
    if log_rid == file.place().log_rid {
        return Ok(Some(file.place().device));
    }
    let Some(key) = log::key_of(file.conn(), log_rid)? else {
        return Ok(None);
    };
    if roster.county.verifying_key.key_id() == key {
        return Ok(Some(roster.county.device));
    }
    let mut entries = roster.entries.iter();
    let entry = entries.find(|entry| entry.verifying_key.key_id() == key);
    Ok(entry.map(|entry| entry.device))
}

/// What was erased on arrival under an order.
pub(super) fn late(conn: &Connection, order: OrderId) -> Result<Vec<LateWriting>> {
    writings(
        conn,
        "SELECT dot FROM erase_late WHERE order_id = :order ORDER BY dot",
        named_params! { ":order": order.0 },
    )
}

/// Orders that stand in logs of laptops.
pub(super) fn refused(conn: &Connection) -> Result<Vec<LateWriting>> {
    writings(conn, "SELECT dot FROM erase_refused ORDER BY dot", &[])
}

fn writings(
    conn: &Connection,
    sql: &str,
    params: &[(&str, &dyn rusqlite::ToSql)],
) -> Result<Vec<LateWriting>> {
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let dots = statement
        .query_map(params, |row| row.get(0))
        .and_then(|rows| rows.collect::<rusqlite::Result<Vec<i64>>>())
        .map_err(reading)?;
    let mut writings = Vec::new();
    for dot in dots {
        let kept = log::commit(conn, Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?)?;
        let header = kept.commit.header();
        let (by, place) = person(conn, EntityId(header.actor.0))?;
        writings.push(LateWriting {
            place,
            by,
            claimed_at: days::from_millis(header.wall_ms),
        });
    }
    Ok(writings)
}

/// Every record that belongs to a victim.
pub(super) fn belongings(conn: &Connection, victim: EntityId) -> Result<Vec<EraseScope>> {
    let mut scopes = Vec::new();
    for record in RECORDS {
        let Owner::NamedBy(owner) = Registry.owner(record.record_type()) else {
            continue;
        };
        let owner = record.field_by_id(owner).ok_or(Error::DamagedCaseFile)?;
        let sql = format!(
            "SELECT id FROM {} WHERE {} = :victim ORDER BY id",
            record.name, owner.name
        );
        let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
        let rows = statement
            .query_map(named_params! { ":victim": victim.0 }, |row| row.get(0))
            .map_err(reading)?;
        for entity in rows {
            scopes.push(EraseScope {
                record: record.record_type(),
                entity: EntityId(entity.map_err(reading)?),
                fields: BTreeSet::new(),
            });
        }
    }
    Ok(scopes)
}

/// Refuses a record that is not here, or was erased.
pub(super) fn ensure_known(conn: &Connection, record: &Record, id: EntityId) -> Result<()> {
    let sql = format!(
        "SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?1)",
        record.name
    );
    let known: bool = conn
        .query_row(&sql, [id.0], |row| row.get(0))
        .map_err(reading)?;
    if known {
        Ok(())
    } else {
        Err(Error::NotFound {
            record: record.name,
        })
    }
}

/// Refuses a record that is not this victim's.
pub(super) fn ensure_belongs(
    conn: &Connection,
    record: &Record,
    id: EntityId,
    victim: EntityId,
) -> Result<()> {
    let own = record.id == VICTIM.id && id == victim;
    let mut hers = belongings(conn, victim)?.into_iter();
    if own || hers.any(|scope| scope.record == record.record_type() && scope.entity == id) {
        return Ok(());
    }
    Err(Error::NotFound {
        record: record.name,
    })
}

fn newest_roster(conn: &Connection) -> Result<Option<Roster>> {
    let body: Option<Vec<u8>> = conn
        .query_row(
            "SELECT body FROM roster ORDER BY version DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .optional()
        .map_err(reading)?;
    body.map(|body| Roster::read_first(&body).map_err(|_| Error::DamagedCaseFile))
        .transpose()
}

/// Name and place of a person who works here.
fn person(conn: &Connection, staff: EntityId) -> Result<(String, String)> {
    conn.prepare_cached("SELECT coalesce(name, ''), coalesce(place, '') FROM staff WHERE id = :id")
        .and_then(|mut statement| {
            statement
                .query_row(named_params! { ":id": staff.0 }, |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()
        })
        .map(Option::unwrap_or_default)
        .map_err(reading)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what was erased", source)
}
