//! How much of the cases a connection shows, as SQLite is told: everything, one's own, or nothing.

use countyline_ledger::{EntityId, Owner, Registry as _, Value};
use rusqlite::Connection;

use crate::casefile::{hex, tables};
use crate::error::{Error, Result};
use crate::registry::{INCIDENT, RECORDS, Record, Registry, VICTIM};
use crate::{drafts, duplicates};

/// How much of the cases is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sight {
    /// All of them.
    All,
    /// Those the person is named for.
    Own,
    /// None.
    None,
}

/// The record types that hold something of a victim: hers, those with a field `victim`, and the incidents that
/// victims are in. Their tables are called like them.
pub(crate) fn case_tables() -> impl Iterator<Item = &'static Record> {
    RECORDS.iter().copied().filter(|record| {
        [VICTIM.id, INCIDENT.id].contains(&record.id)
            || Registry.owner(record.record_type()) != Owner::Nobody
    })
}

/// The tables that hold nothing but cases: those of [`case_tables`], who may be one person with whom, and what is
/// typed and not saved yet.
pub(crate) fn tables_of_cases() -> impl Iterator<Item = &'static str> {
    let of_records = case_tables().map(|record| record.name);
    of_records.chain(duplicates::TABLES).chain([drafts::TABLE])
}

/// The suggestions of who may be one person; of the tables they are made by, nobody sees a part.
const SUGGESTED: &str = "double_pair";

/// The index people and agencies are found by.
const FOUND: &str = "find_word";

/// Tables that hold something of cases beside other things, and are read through a view of the rest.
pub(crate) fn mixed_tables() -> impl Iterator<Item = &'static str> {
    side_tables().chain([FOUND])
}

/// The tables of what no row can hold, of every record type: those of cases are among them.
fn side_tables() -> impl Iterator<Item = &'static str> {
    tables::beside_rows()
}

/// Puts views in front of the tables of cases that show only those a person is named for, and in front of the
/// side tables that show nothing of the others. A name without a schema means the view from then on. Who sees no
/// case has no view of the tables of cases: they are refused.
///
/// # Errors
/// [`Error::Storage`].
pub(crate) fn narrow(conn: &Connection, sight: Sight, staff: EntityId) -> Result<()> {
    let view = |name: &str, shown: &str| {
        conn.execute_batch(&format!(
            "CREATE TEMP VIEW IF NOT EXISTS {name} AS SELECT * FROM main.{name} WHERE {shown}"
        ))
        .map_err(narrowing)
    };
    let mut shown: Vec<String> = Vec::new();
    if sight == Sight::Own {
        let own = own_victims(staff);
        for table in case_tables() {
            let is_own = if table.id == VICTIM.id {
                format!("id IN ({own})")
            } else if table.id == INCIDENT.id {
                format!("id IN ({})", incidents_of(&own))
            } else {
                format!("victim IN ({own})")
            };
            view(table.name, &is_own)?;
            shown.push(format!("SELECT id FROM {}", table.name));
        }
    }
    if sight == Sight::Own {
        let own = own_victims(staff);
        view(SUGGESTED, &format!("one IN ({own}) AND other IN ({own})"))?;
        view(drafts::TABLE, &format!("staff = x'{}'", hex(&staff.0)))?;
    }
    let cases: Vec<String> = case_tables().map(|record| record.id.to_string()).collect();
    let mut of_no_other = format!("record NOT IN ({})", cases.join(", "));
    if !shown.is_empty() {
        of_no_other = format!("{of_no_other} OR entity IN ({})", shown.join(" UNION ALL "));
    }
    side_tables().try_for_each(|name| view(name, &of_no_other))?;
    // The index people are found by holds words of victims, of agencies, and of incidents.
    let mut found = "entity NOT IN (SELECT id FROM main.victim)
        AND entity NOT IN (SELECT id FROM main.incident)"
        .to_owned();
    if sight == Sight::Own {
        let own = own_victims(staff);
        found = format!(
            "({found}) OR entity IN ({own}) OR entity IN ({})",
            incidents_of(&own)
        );
    }
    view(FOUND, &found)
}

/// Takes the views away, so that the whole tables are meant again.
///
/// # Errors
/// [`Error::Storage`].
pub(crate) fn widen(conn: &Connection) -> Result<()> {
    let names = mixed_tables().chain(tables_of_cases());
    names.into_iter().try_for_each(|name| {
        conn.execute_batch(&format!("DROP VIEW IF EXISTS temp.{name}"))
            .map_err(narrowing)
    })
}

/// The victims a person is named for, as a statement.
fn own_victims(staff: EntityId) -> String {
    let me: String = Value::bytes(staff.0)
        .encode()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let (record, field) = (VICTIM.id, VICTIM.field("named_staff").id);
    format!(
        "SELECT entity FROM main.set_member
         WHERE record = {record} AND field = {field} AND element = x'{me}'"
    )
}

/// The incidents that these victims were in, as a statement.
fn incidents_of(victims: &str) -> String {
    format!("SELECT incident FROM main.participation WHERE victim IN ({victims})")
}

fn narrowing(source: rusqlite::Error) -> Error {
    Error::database("show one's own cases", source)
}
