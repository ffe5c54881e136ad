//! Reading what is hidden.

use countyline_ledger::EntityId;
use rusqlite::{Connection, named_params};

use crate::error::{Error, Result};
use crate::registry::Record;

/// What was done with a victim, as opposed to what was written down to do it.
const WORK: &str = "
    SELECT victim FROM contact WHERE deleted <> 1
    UNION ALL SELECT victim FROM referral WHERE deleted <> 1
    UNION ALL SELECT victim FROM release_of_information WHERE deleted <> 1
    UNION ALL SELECT victim FROM letter WHERE deleted <> 1
    UNION ALL SELECT victim FROM service_event WHERE deleted <> 1
    UNION ALL SELECT victim FROM risk_screen WHERE deleted <> 1
    UNION ALL SELECT victim FROM participation WHERE deleted <> 1
    UNION ALL SELECT victim FROM rights_notice WHERE deleted <> 1
    UNION ALL SELECT victim FROM protection_order WHERE deleted <> 1
    UNION ALL SELECT victim FROM court_date WHERE deleted <> 1
    UNION ALL SELECT victim FROM custody_notice WHERE deleted <> 1
    UNION ALL SELECT victim FROM compensation_claim WHERE deleted <> 1
    UNION ALL SELECT victim FROM disclosure WHERE deleted <> 1";

pub(super) fn hidden_of_victim(
    conn: &Connection,
    record: &Record,
    victim: EntityId,
) -> Result<Vec<EntityId>> {
    of_victim(conn, record, victim, "deleted = 1")
}

pub(super) fn shown_of_victim(
    conn: &Connection,
    record: &Record,
    victim: EntityId,
) -> Result<Vec<EntityId>> {
    of_victim(conn, record, victim, "deleted <> 1")
}

fn of_victim(
    conn: &Connection,
    record: &Record,
    victim: EntityId,
    condition: &str,
) -> Result<Vec<EntityId>> {
    let sql = format!(
        "SELECT id FROM {} WHERE victim = :victim AND {condition} ORDER BY id",
        record.name
    );
    ids(conn, &sql, named_params! { ":victim": victim.0 })
}

/// Whether anything was done with a victim.
pub(super) fn has_work(conn: &Connection, victim: EntityId) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM ({WORK}) WHERE victim = :victim)");
    conn.prepare_cached(&sql)
        .and_then(|mut statement| {
            statement.query_row(named_params! { ":victim": victim.0 }, |row| row.get(0))
        })
        .map_err(reading)
}

/// Hidden victims about whom something is not hidden: work, or a way or follow-up that came meanwhile.
pub(super) fn hidden_victims_with_work(conn: &Connection) -> Result<Vec<EntityId>> {
    let sql = format!(
        "SELECT id FROM victim WHERE deleted = 1 AND (
            EXISTS (SELECT 1 FROM ({WORK}) AS work WHERE work.victim = victim.id)
            OR EXISTS (SELECT 1 FROM contact_method AS way
                       WHERE way.victim = victim.id AND way.deleted <> 1)
            OR EXISTS (SELECT 1 FROM follow_up AS due
                       WHERE due.victim = victim.id AND due.deleted <> 1))
         ORDER BY id"
    );
    ids(conn, &sql, &[])
}

fn ids(
    conn: &Connection,
    sql: &str,
    params: &[(&str, &dyn rusqlite::ToSql)],
) -> Result<Vec<EntityId>> {
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let rows = statement
        .query_map(params, |row| row.get(0).map(EntityId))
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what is hidden", source)
}
