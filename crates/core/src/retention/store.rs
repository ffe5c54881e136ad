//! Reading when somebody last worked with a victim.

use countyline_ledger::EntityId;
use rusqlite::Connection;

use crate::error::{Error, Result};

/// A victim, and the last day on which something was done with her.
pub(super) struct Worked {
    pub(super) victim: EntityId,
    pub(super) case_number: String,
    pub(super) last_on: String,
}

/// Every victim with the last day of work, by case number: opened, contacted, referred, released, written
/// to, told her rights, told about.
pub(super) fn last_work(conn: &Connection) -> Result<Vec<Worked>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT victim.id, coalesce(case_number, ''),
                max(coalesce(opened_on, ''),
                    coalesce((SELECT max(substr(at, 1, 10)) FROM contact WHERE victim = victim.id), ''),
                    coalesce((SELECT max(substr(made_at, 1, 10)) FROM referral WHERE victim = victim.id), ''),
                    coalesce((SELECT max(substr(at, 1, 10)) FROM release_of_information WHERE victim = victim.id), ''),
                    coalesce((SELECT max(substr(at, 1, 10)) FROM letter WHERE victim = victim.id), ''),
                    coalesce((SELECT max(substr(at, 1, 10)) FROM rights_notice WHERE victim = victim.id), ''),
                    coalesce((SELECT max(substr(at, 1, 10)) FROM disclosure WHERE victim = victim.id), ''))
             FROM victim WHERE deleted <> 1 ORDER BY case_number, victim.id",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            Ok(Worked {
                victim: EntityId(row.get(0)?),
                case_number: row.get(1)?,
                last_on: row.get(2)?,
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what has fallen due", source)
}
