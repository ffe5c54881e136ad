//! Reading service events.

use chrono::NaiveDate;
use countyline_ledger::EntityId;
use rusqlite::{Connection, Params, Row, named_params};

use super::ServiceView;
use crate::casefile::{Seen, key, tables};
use crate::error::{Error, Result};
use crate::ids;
use crate::registry::SERVICE_EVENT;

/// The columns of a view. A referral that two places sent apart has two records of one service: one is read.
const EVENTS: &str = "
    SELECT event.id, event.victim, coalesce(served_on, ''), coalesce(item, ''), local_item,
        coalesce(quantity, 1), minutes, miles, mode, funding_source,
        coalesce(outcome, 'accepted'), reason, coalesce(compensation_assistance, 0),
        coalesce(anonymous_contact, 0), referral, coalesce(staff.name, ''), incident
    FROM service_event AS event LEFT JOIN staff ON staff.id = event.staff
    WHERE event.deleted <> 1
      AND (referral IS NULL OR event.id = (
        SELECT min(id) FROM service_event AS same
        WHERE same.referral = event.referral AND same.deleted <> 1))";

pub(super) fn of_victim(conn: &Connection, victim: EntityId) -> Result<Vec<ServiceView>> {
    let sql = format!("{EVENTS} AND event.victim = :victim ORDER BY served_on DESC, event.id DESC");
    read(conn, &sql, named_params! { ":victim": victim.0 })
}

pub(super) fn anonymous(
    conn: &Connection,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<ServiceView>> {
    let sql = format!(
        "{EVENTS} AND anonymous_contact = 1 AND served_on BETWEEN :from AND :to
         ORDER BY served_on DESC, event.id DESC"
    );
    let (from, to) = (from.to_string(), to.to_string());
    read(conn, &sql, named_params! { ":from": from, ":to": to })
}

/// The services that sending this referral was recorded as, hidden or not.
pub(super) fn of_referral(conn: &Connection, referral: EntityId) -> Result<Vec<EntityId>> {
    let mut statement = conn
        .prepare_cached("SELECT id FROM service_event WHERE referral = :referral")
        .map_err(reading)?;
    let ids = statement
        .query_map(named_params! { ":referral": referral.0 }, |row| {
            row.get(0).map(EntityId)
        })
        .map_err(reading)?;
    ids.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn read(conn: &Connection, sql: &str, params: impl Params) -> Result<Vec<ServiceView>> {
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let rows = statement
        .query_map(params, |row| Ok((EntityId(row.get(0)?), view(row)?)))
        .map_err(reading)?;
    let mut events = Vec::new();
    for row in rows {
        let (id, mut event) = row.map_err(reading)?;
        let state = tables::load(conn, key(&SERVICE_EVENT, id))?.ok_or(Error::DamagedCaseFile)?;
        event.seen = Seen::of(&state).token();
        events.push(event);
    }
    Ok(events)
}

fn view(row: &Row<'_>) -> rusqlite::Result<ServiceView> {
    let id_at = |at| -> rusqlite::Result<Option<String>> {
        let id: Option<[u8; 16]> = row.get(at)?;
        Ok(id.map(|id| ids::text(EntityId(id))))
    };
    Ok(ServiceView {
        id: ids::text(EntityId(row.get(0)?)),
        victim_id: id_at(1)?,
        incident_id: id_at(16)?,
        served_on: row.get(2)?,
        item: row.get(3)?,
        local_item: row.get(4)?,
        own_service: None,
        quantity: row.get(5)?,
        minutes: row.get(6)?,
        miles: row.get(7)?,
        mode: row.get(8)?,
        funding_source: row.get(9)?,
        outcome: row.get(10)?,
        reason: row.get(11)?,
        compensation_assistance: row.get(12)?,
        anonymous_contact: row.get(13)?,
        referral_id: id_at(14)?,
        by: row.get(15)?,
        seen: String::new(),
    })
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read services", source)
}
