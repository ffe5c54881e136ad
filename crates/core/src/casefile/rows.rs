//! The table of one record type: one row for each record, by statements prepared once.
//!
//! A row is a pure function of the record's [`EntityState`], so rebuilding it gives the same bytes:
//! `dot` is the smallest dot that still stands in the record, `ver` lists each field that stands by
//! another dot or was emptied. A field that several hold differently, or whose value fits no column, stands
//! in a side table; its column shows what [`EntityState::shown`] says.

use std::borrow::Cow;

use countyline_ledger::{Deletion, Dot, EntityId, EntityState, FieldId, Head, Heads, Value};
use rusqlite::{CachedStatement, Connection, Row};

use super::columns;
use super::gap::Gap;
use super::tables::{reading, writing};
use crate::error::{Error, Result};
use crate::registry::{Column, Field, Record, Registry};
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};

/// Columns before those of the fields: `id`, `rid`, `dot`, `ver`.
const BEFORE_FIELDS: usize = 4;
/// Updates of different fields that are kept prepared.
const UPDATES_KEPT: usize = 64;

/// Fields that have a column, in the order of their columns.
type Fields = Vec<&'static Field>;

/// One record type's table.
pub(super) struct RowTable<'c> {
    conn: &'c Connection,
    record: &'static Record,
    /// Its fields that have a column.
    fields: Fields,
    find: CachedStatement<'c>,
    insert: Option<CachedStatement<'c>>,
    /// By the fields they write.
    updates: Vec<(Fields, CachedStatement<'c>)>,
    gap: Option<Gap<EntityId>>,
}

impl<'c> RowTable<'c> {
    pub(super) fn new(conn: &'c Connection, record: &'static Record) -> Result<RowTable<'c>> {
        let in_row = |field: &&Field| field.column != Column::InSet;
        let fields: Fields = record.fields.iter().filter(in_row).collect();
        let names: String = fields
            .iter()
            .map(|field| format!(", {}", field.name))
            .collect();
        let find = format!(
            "SELECT id, rid, dot, ver{names} FROM {} WHERE id >= ?1 ORDER BY id LIMIT 1",
            record.name
        );
        Ok(RowTable {
            conn,
            record,
            fields,
            find: conn.prepare_cached(&find).map_err(reading)?,
            insert: None,
            updates: Vec::new(),
            gap: None,
        })
    }

    /// Forgets what was seen to be empty: something is about to be written.
    pub(super) fn forget_gap(&mut self) {
        self.gap = None;
    }

    /// Reads a record's row into `state` and gives its `rid`, if it has one.
    pub(super) fn load(&mut self, state: &mut EntityState) -> Result<Option<i64>> {
        if self.gap.is_some_and(|gap| gap.covers(&state.id)) {
            return Ok(None);
        }
        let mut rows = self.find.query([state.id.0]).map_err(reading)?;
        let row = rows.next().map_err(reading)?;
        let next = row.map(|row| row.get(0)).transpose().map_err(reading)?;
        let next = next.map(EntityId);
        match row {
            Some(row) if next == Some(state.id) => {
                read_row(row, &self.fields, state)?;
                row.get(1).map(Some).map_err(reading)
            }
            _ => {
                let from = state.id;
                self.gap = Some(Gap { from, next });
                Ok(None)
            }
        }
    }

    /// Writes a record's row, and says whether there is one now. There is none of a record in which
    /// nothing stands. Of the row with that `rid`, if there is one, only the `touched` fields are written:
    /// to write others would cost as much again for each index on them.
    pub(super) fn store(
        &mut self,
        state: &EntityState,
        touched: &[FieldId],
        rid: Option<i64>,
    ) -> Result<bool> {
        let Some(dot) = smallest_standing(state) else {
            if let Some(rid) = rid {
                self.delete(rid)?;
            }
            return Ok(false);
        };
        match rid {
            None => self.insert(state, dot)?,
            Some(rid) => self.update(state, dot, touched, rid)?,
        }
        Ok(true)
    }

    fn insert(&mut self, state: &EntityState, dot: Dot) -> Result<()> {
        let statement = match &mut self.insert {
            Some(statement) => statement,
            empty => {
                let sql = insert_sql(self.record, &self.fields);
                empty.insert(self.conn.prepare_cached(&sql).map_err(writing)?)
            }
        };
        let mut write = || {
            let last = bind(statement, &self.fields, &self.fields, state, dot)?;
            statement.raw_bind_parameter(last, state.id.0)?;
            statement.raw_execute().map(|_| ())
        };
        write().map_err(writing)
    }

    fn update(
        &mut self,
        state: &EntityState,
        dot: Dot,
        touched: &[FieldId],
        rid: i64,
    ) -> Result<()> {
        let place = self.prepared_update(touched)?;
        let (written, statement) = &mut self.updates[place];
        let mut write = || {
            let last = bind(statement, &self.fields, written, state, dot)?;
            statement.raw_bind_parameter(last, rid)?;
            statement.raw_execute().map(|_| ())
        };
        write().map_err(writing)
    }

    /// The place of the update that writes these fields.
    fn prepared_update(&mut self, touched: &[FieldId]) -> Result<usize> {
        let is_touched = |field: &&&'static Field| touched.contains(&field.field_id());
        let wanted = || self.fields.iter().filter(is_touched).map(|field| field.id);
        let known = |(fields, _): &(Fields, _)| wanted().eq(fields.iter().map(|field| field.id));
        if let Some(place) = self.updates.iter().position(known) {
            return Ok(place);
        }
        let written: Fields = self.fields.iter().filter(is_touched).copied().collect();
        let sql = update_sql(self.record, &written);
        let statement = self.conn.prepare_cached(&sql).map_err(writing)?;
        if self.updates.len() == UPDATES_KEPT {
            self.updates.clear();
        }
        self.updates.push((written, statement));
        Ok(self.updates.len() - 1)
    }

    fn delete(&self, rid: i64) -> Result<()> {
        let sql = format!("DELETE FROM {} WHERE rid = ?1", self.record.name);
        self.conn
            .prepare_cached(&sql)
            .and_then(|mut statement| statement.execute([rid]))
            .map_err(writing)?;
        Ok(())
    }
}

/// The one head that the row itself can hold; otherwise all heads stand in `field_head`.
pub(super) fn single_head<'a>(field: &Field, state: &'a EntityState) -> Option<&'a Head> {
    match state.heads(field.field_id()) {
        [head] if columns::fits(field.column, &head.value) => Some(head),
        _ => None,
    }
}

fn read_row(row: &Row<'_>, fields: &[&'static Field], state: &mut EntityState) -> Result<()> {
    let dot: i64 = row.get(2).map_err(reading)?;
    let row_dot = Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?;
    let ver = row.get_ref(3).and_then(|ver| Ok(ver.as_blob_or_null()?));
    let apart = ver.map_err(reading)?.unwrap_or_default();
    for (at, field) in (BEFORE_FIELDS..).zip(fields) {
        let value = columns::read(field.column, row.get_ref(at).map_err(reading)?);
        let (dot, value) = match (dot_apart(apart, field.id)?, value) {
            (Some(dot), value) => (dot, value.unwrap_or(Value::Null)),
            (None, Some(value)) => (row_dot, value),
            (None, None) => continue,
        };
        state
            .fields
            .insert(field.field_id(), Heads::from([Head { dot, value }]));
    }
    Ok(())
}

/// What `ver` says of a field: entries of the field's number and its dot.
fn dot_apart(ver: &[u8], field: u8) -> Result<Option<Dot>> {
    for entry in ver.chunks(9) {
        let [of, dot @ ..] = entry else { continue };
        if *of == field {
            let dot = <[u8; 8]>::try_from(dot).ok().map(i64::from_be_bytes);
            let dot = dot.and_then(Dot::from_i64);
            return dot.map(Some).ok_or(Error::DamagedCaseFile);
        }
    }
    Ok(None)
}

/// Binds what a row says of itself and the columns of the fields `written` among all its `fields`, and gives the place
/// of the parameter behind them.
fn bind(
    statement: &mut CachedStatement<'_>,
    fields: &[&'static Field],
    written: &[&'static Field],
    state: &EntityState,
    row_dot: Dot,
) -> rusqlite::Result<usize> {
    // What is not bound is empty, as most columns of most rows are.
    statement.clear_bindings();
    bind_stamps(statement, fields, state, row_dot)?;
    let mut at = BEFORE_FIELDS;
    for field in written {
        let value = match state.heads(field.field_id()) {
            [] => None,
            [head] => Some(Cow::Borrowed(&head.value)),
            _ => shown(state, field.field_id()).map(Cow::Owned),
        };
        if let Some(value) = value {
            columns::bind(statement, at, field.column, &value)?;
        }
        at += columns::width(field.column);
    }
    Ok(at)
}

/// Binds what a row says of itself: `dot`, `ver` and `deleted`.
fn bind_stamps(
    statement: &mut CachedStatement<'_>,
    fields: &[&'static Field],
    state: &EntityState,
    row_dot: Dot,
) -> rusqlite::Result<()> {
    statement.raw_bind_parameter(1, row_dot.to_i64())?;
    statement.raw_bind_parameter(
        3,
        match state.deleted() {
            Deletion::No => 0,
            Deletion::Hidden => 1,
            #[cfg(any(test, feature = "testing"))]
            Deletion::DeletedWhileEdited if breaks(Broken::TombstoneWins) => 1,
            Deletion::DeletedWhileEdited => 2,
        },
    )?;
    let mut ver = Vec::new();
    for field in fields {
        if let Some(head) = single_head(field, state)
            && (head.dot != row_dot || head.value == Value::Null)
        {
            ver.push(field.id);
            ver.extend(head.dot.to_i64().to_be_bytes());
        }
    }
    if !ver.is_empty() {
        statement.raw_bind_parameter(2, ver)?;
    }
    Ok(())
}

fn shown(state: &EntityState, field: FieldId) -> Option<Value> {
    state.shown(&Registry, field).map(|shown| shown.value)
}

fn smallest_standing(state: &EntityState) -> Option<Dot> {
    let heads = state.fields.values().flatten().map(|head| head.dot);
    let members = state.members.values().flatten().copied();
    let tombstones = state.tombstones.iter().map(|tombstone| tombstone.dot);
    heads.chain(members).chain(tombstones).min()
}

/// The columns that writing these fields binds, in order; `id` or `rid` comes last.
fn written_columns(fields: &[&'static Field]) -> Vec<&'static str> {
    let mut names = vec!["dot", "ver", "deleted"];
    for field in fields {
        names.push(field.name);
        if let Column::Members(members) = field.column {
            names.extend(members.iter().map(|(_, name)| *name));
        }
    }
    names
}

fn insert_sql(record: &Record, fields: &[&'static Field]) -> String {
    let names = written_columns(fields);
    let places: Vec<String> = (1..=names.len() + 1).map(|at| format!("?{at}")).collect();
    format!(
        "INSERT INTO {} ({}, id) VALUES ({})",
        record.name,
        names.join(", "),
        places.join(", ")
    )
}

fn update_sql(record: &Record, fields: &[&'static Field]) -> String {
    let names = written_columns(fields);
    let sets: Vec<String> = (1..)
        .zip(&names)
        .map(|(at, name)| format!("{name} = ?{at}"))
        .collect();
    format!(
        "UPDATE {} SET {} WHERE rid = ?{}",
        record.name,
        sets.join(", "),
        names.len() + 1
    )
}
