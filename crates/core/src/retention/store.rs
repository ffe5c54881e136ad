//! Reading when somebody last worked with a victim.

use std::collections::BTreeMap;

use countyline_ledger::EntityId;
use rusqlite::Connection;

use crate::duplicates::Links;
use crate::error::{Error, Result};

/// A victim, and the last day on which something was done with her.
pub(super) struct Worked {
    pub(super) victim: EntityId,
    pub(super) case_number: String,
    pub(super) last_on: String,
}

/// Where work with a victim is written down, and the column that says when.
const WORK: [(&str, &str); 15] = [
    ("contact", "at"),
    ("referral", "made_at"),
    ("release_of_information", "at"),
    ("letter", "at"),
    ("rights_notice", "at"),
    ("disclosure", "at"),
    ("service_event", "served_on"),
    ("risk_screen", "at"),
    ("participation", "at"),
    ("incident_fact", "at"),
    ("custody_notice", "at"),
    ("protection_order", "at"),
    ("compensation_claim", "at"),
    // What is still to come is work, too.
    ("court_date", "held_on"),
    ("follow_up", "due_on"),
];

/// Every victim with the last day of work, by case number: opened, or anything of [`WORK`], in this record or in
/// another that is hers.
pub(super) fn last_work(conn: &Connection) -> Result<Vec<Worked>> {
    let days = WORK.map(|(table, column)| {
        format!(
            "coalesce((SELECT max(substr({column}, 1, 10)) FROM {table} WHERE victim = victim.id), '')"
        )
    });
    let sql = format!(
        "SELECT victim.id, coalesce(case_number, ''), max(coalesce(opened_on, ''), {})
         FROM victim WHERE deleted <> 1 ORDER BY case_number, victim.id",
        days.join(", ")
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            Ok(Worked {
                victim: EntityId(row.get(0)?),
                case_number: row.get(1)?,
                last_on: row.get(2)?,
            })
        })
        .map_err(reading)?;
    let mut worked: Vec<Worked> = rows.collect::<rusqlite::Result<_>>().map_err(reading)?;
    let links = Links::load(conn)?;
    let last: BTreeMap<EntityId, String> = worked
        .iter()
        .map(|one| (one.victim, one.last_on.clone()))
        .collect();
    for one in &mut worked {
        let hers = links.person(one.victim);
        let latest = hers.iter().filter_map(|record| last.get(record)).max();
        one.last_on = latest.cloned().unwrap_or_default();
    }
    Ok(worked)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what has fallen due", source)
}
