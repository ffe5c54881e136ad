//! Reading victims.

use std::collections::BTreeSet;

use countyline_ledger::EntityId;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::casefile::{key, tables};
use crate::error::{Error, Result};
use crate::registry::{RECORDS, Record, VICTIM};
use crate::standing;

pub(super) struct Row {
    pub(super) case_number: String,
    pub(super) given_name: String,
    pub(super) family_name: String,
    pub(super) birth_year: Option<i32>,
    pub(super) language: String,
    pub(super) zone: String,
    pub(super) do_not_contact: bool,
    pub(super) in_conflict: bool,
}

/// Who is something to a victim, by what their own records say.
pub(super) fn related_to(conn: &Connection, victim: EntityId) -> Result<Vec<EntityId>> {
    let sql = "SELECT DISTINCT entity FROM set_member
               WHERE record = :record AND field = :field AND instr(element, :victim) > 0
               ORDER BY entity";
    let field = VICTIM.field("relations").id;
    standing::ids(
        conn,
        sql,
        named_params! { ":record": VICTIM.id, ":field": field, ":victim": victim.0 },
    )
}

pub(super) fn one(conn: &Connection, id: EntityId) -> Result<Row> {
    conn.prepare_cached(
        "SELECT coalesce(case_number, ''), coalesce(given_name, ''), coalesce(family_name, ''),
            birth_year, coalesce(language, ''), coalesce(zone, ''), coalesce(do_not_contact, 0),
            EXISTS (SELECT 1 FROM field_head
                    WHERE open = 1 AND record = :record AND entity = victim.id)
         FROM victim WHERE id = :id AND deleted <> 1",
    )
    .and_then(|mut statement| {
        statement
            .query_row(named_params! { ":id": id.0, ":record": VICTIM.id }, |row| {
                Ok(Row {
                    case_number: row.get(0)?,
                    given_name: row.get(1)?,
                    family_name: row.get(2)?,
                    birth_year: row.get(3)?,
                    language: row.get(4)?,
                    zone: row.get(5)?,
                    do_not_contact: row.get(6)?,
                    in_conflict: row.get(7)?,
                })
            })
            .optional()
    })
    .map_err(reading)?
    .ok_or(Error::NotFound {
        record: VICTIM.name,
    })
}

/// Every record about a victim.
pub(super) fn records_of(conn: &Connection, id: EntityId) -> Result<BTreeSet<EntityId>> {
    let mut records = BTreeSet::from([id]);
    let about = |record: &&&Record| record.fields.iter().any(|field| field.name == "victim");
    for record in RECORDS.iter().filter(about) {
        let sql = format!("SELECT id FROM {} WHERE victim = :victim", record.name);
        let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
        let rows = statement
            .query_map(named_params! { ":victim": id.0 }, |row| row.get(0))
            .map_err(reading)?;
        for row in rows {
            records.insert(EntityId(row.map_err(reading)?));
        }
    }
    Ok(records)
}

/// Codes of `need`, and the office's own behind them.
pub(super) fn needs(conn: &Connection, id: EntityId) -> Result<Vec<String>> {
    let state = tables::load(conn, key(&VICTIM, id))?;
    let of = |field| {
        let state = state.as_ref();
        state.map_or_else(Vec::new, |state| {
            state.elements(VICTIM.field(field).field_id())
        })
    };
    let elements = ["needs", "own_needs"].into_iter().flat_map(of);
    Ok(elements
        .filter_map(|element| element.as_text().map(str::to_owned))
        .collect())
}

/// Every victim, the newest record first.
pub(super) fn newest(conn: &Connection, at_most: usize) -> Result<Vec<EntityId>> {
    let mut statement = conn
        .prepare_cached("SELECT id FROM victim WHERE deleted <> 1 ORDER BY id DESC LIMIT :most")
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":most": at_most }, |row| row.get(0))
        .map_err(reading)?;
    rows.map(|id| id.map(EntityId).map_err(reading)).collect()
}

/// Whether a victim has this case number, also one that is hidden.
pub(super) fn has_case_number(conn: &Connection, number: &str) -> Result<bool> {
    conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM victim WHERE case_number = :number)")
        .and_then(|mut statement| {
            statement.query_row(named_params! { ":number": number }, |row| row.get(0))
        })
        .map_err(reading)
}

/// Keeps the last number given to a victim at this place.
pub(super) fn keep_case_counter(conn: &Connection, counter: u32) -> Result<()> {
    conn.execute("UPDATE place SET case_counter = ?1", [counter])
        .map_err(|source| Error::database("count the case", source))?;
    Ok(())
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read victims", source)
}
