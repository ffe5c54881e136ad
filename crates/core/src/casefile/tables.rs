//! The tables that show the history: one row for each record ([`super::rows`]), and side tables for what no
//! row can hold ([`super::side_tables`]).
//!
//! A record is read and written as a whole, and touches only those tables that hold something of it. Reading
//! one that is not there costs nothing while the next that is there is known ([`super::gap`]).

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{Dot, EntityKey, EntityState, FieldId, RecordType};
use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, named_params};

use super::problems;
use super::rows::RowTable;
use super::side_tables::{self, Lying, SideTables};
use crate::error::{Error, Result};
use crate::registry;
use crate::search;

/// The tables of a file, to read and write records one after another.
pub(crate) struct Tables<'c> {
    conn: &'c Connection,
    rows: BTreeMap<RecordType, RowTable<'c>>,
    beside: SideTables<'c>,
}

/// Where a record lies: what replacing it has to take away.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Found {
    rid: Option<i64>,
    beside: Lying,
}

/// What became of a record's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stored {
    /// There was none and is one now.
    Added { rid: i64 },
    /// It stands where it stood.
    Changed { rid: i64 },
    /// There is none: nothing stands in the record, or this program does not know its type.
    NoRow,
}

impl<'c> Tables<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Tables<'c> {
        Tables {
            conn,
            rows: BTreeMap::new(),
            beside: SideTables::new(conn),
        }
    }

    /// What stands in a record, if anything was ever written in it, and where it lies.
    pub(crate) fn load(&mut self, key: EntityKey) -> Result<(Option<EntityState>, Found)> {
        let mut state = EntityState::empty(key.record, key.entity);
        let Some(table) = self.table(key.record)? else {
            return Ok((None, Found::default()));
        };
        let rid = table.load(&mut state)?;
        let beside = self.beside.load(&mut state)?;
        let is_here = rid.is_some() || beside.contains(&true);
        Ok((is_here.then_some(state), Found { rid, beside }))
    }

    /// Writes what stands in a record in place of what was found, from which only the `touched` fields
    /// differ. Records of a newer program are left to the history.
    pub(crate) fn store(
        &mut self,
        state: &EntityState,
        touched: &[FieldId],
        found: Found,
    ) -> Result<Stored> {
        let Some(record) = registry::record(state.record) else {
            return Ok(Stored::NoRow);
        };
        self.beside.store(record, state, touched, found.beside)?;
        let Some(table) = self.table(state.record)? else {
            return Ok(Stored::NoRow);
        };
        let is_there = table.store(state, touched, found.rid)?;
        Ok(match found.rid {
            _ if !is_there => Stored::NoRow,
            Some(rid) => Stored::Changed { rid },
            None => Stored::Added {
                rid: self.conn.last_insert_rowid(),
            },
        })
    }

    /// To be called between writing and reading on.
    pub(crate) fn forget_gaps(&mut self) {
        self.rows.values_mut().for_each(RowTable::forget_gap);
        self.beside.forget_gaps();
    }

    fn table(&mut self, record: RecordType) -> Result<Option<&mut RowTable<'c>>> {
        let Some(known) = registry::record(record) else {
            return Ok(None);
        };
        if !self.rows.contains_key(&record) {
            self.rows.insert(record, RowTable::new(self.conn, known)?);
        }
        Ok(self.rows.get_mut(&record))
    }
}

/// What stands in a record, if anything was ever written in it.
pub(crate) fn load(conn: &Connection, key: EntityKey) -> Result<Option<EntityState>> {
    Tables::new(conn).load(key).map(|(state, _)| state)
}

/// Writes what stands in a record, whatever stood there.
#[cfg(test)]
pub(crate) fn store(conn: &Connection, state: &EntityState) -> Result<()> {
    let key = EntityKey {
        record: state.record,
        entity: state.id,
    };
    let fields = |state: &EntityState| -> BTreeSet<FieldId> {
        let in_sets = state.members.keys().map(|(field, _)| *field);
        let fields = state.fields.fields().chain(in_sets);
        fields.chain([FieldId::TOMBSTONE]).collect()
    };
    let mut tables = Tables::new(conn);
    let (before, found) = tables.load(key)?;
    let mut touched = fields(state);
    touched.extend(before.iter().flat_map(fields));
    let touched: Vec<FieldId> = touched.into_iter().collect();
    tables.store(state, &touched, found).map(|_| ())
}

/// Forgets what was awaited and has arrived, also where it wrote in other records only.
pub(crate) fn forget_arrived(conn: &Connection) -> Result<()> {
    conn.prepare_cached("DELETE FROM replaced_early WHERE dot IN (SELECT dot FROM commit_log)")
        .and_then(|mut statement| statement.execute([]))
        .map_err(writing)?;
    Ok(())
}

/// Commits that were replaced before they arrived.
pub(crate) fn awaited(conn: &Connection) -> Result<BTreeSet<Dot>> {
    let mut statement = conn
        .prepare_cached("SELECT DISTINCT dot FROM replaced_early")
        .map_err(reading)?;
    let rows = statement.query_map([], |row| row.get(0)).map_err(reading)?;
    rows.map(|dot| Dot::from_i64(dot.map_err(reading)?).ok_or(Error::DamagedCaseFile))
        .collect()
}

/// Everything the tables of the history show, in an order that does not depend on how it came, as text
/// that two files can be compared by. `rid` is local and left out.
pub(crate) fn dump(conn: &Connection, table: &str) -> Result<Vec<Vec<SqlValue>>> {
    // Most tables of a small office are empty, and asking so costs a tenth of naming every column.
    let any = format!("SELECT 1 FROM {table} LIMIT 1");
    let mut any = conn.prepare_cached(&any).map_err(reading)?;
    if !any.exists([]).map_err(reading)? {
        return Ok(Vec::new());
    }
    let columns = columns_of(conn, table)?;
    let sql = format!(
        "SELECT {list} FROM {table} ORDER BY {list}",
        list = columns.join(", ")
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let rows = statement
        .query_map([], |row| (0..columns.len()).map(|at| row.get(at)).collect())
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The tables of what no row can hold: with columns `record` and `entity`, for every record type.
pub(crate) fn beside_rows() -> impl Iterator<Item = &'static str> {
    side_tables::TABLES.into_iter()
}

/// The tables that are made from the history.
pub(crate) fn made_from_history() -> impl Iterator<Item = &'static str> {
    side_tables::TABLES
        .into_iter()
        .chain([problems::TABLE])
        .chain(search::TABLES)
        .chain(registry::RECORDS.iter().map(|record| record.name))
}

fn columns_of(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT name FROM pragma_table_info(:table) WHERE name <> 'rid' ORDER BY cid",
        )
        .map_err(reading)?;
    let names = statement
        .query_map(named_params! { ":table": table }, |row| row.get(0))
        .map_err(reading)?;
    names.collect::<rusqlite::Result<_>>().map_err(reading)
}

pub(super) fn reading(source: rusqlite::Error) -> Error {
    Error::database("read the tables", source)
}

pub(super) fn writing(source: rusqlite::Error) -> Error {
    Error::database("write the tables", source)
}
