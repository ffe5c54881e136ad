//! One record as its fields show, for views: a field nobody wrote is empty, and of two values written apart the
//! one in effect is read.

use countyline_ledger::{EntityId, EntityState, Value};
use rusqlite::{Connection, Params};

use crate::casefile::{Seen, key, tables};
use crate::error::{Error, Result};
use crate::registry::{Record, Registry};

/// A record and what stands in it.
pub(crate) struct Shown {
    record: &'static Record,
    state: EntityState,
}

impl Shown {
    /// What stands in a record.
    ///
    /// # Errors
    /// [`Error::NotFound`] if nothing was ever written in it.
    pub(crate) fn load(conn: &Connection, record: &'static Record, id: EntityId) -> Result<Shown> {
        let state = tables::load(conn, key(record, id))?.ok_or(Error::NotFound {
            record: record.name,
        })?;
        Ok(Shown { record, state })
    }

    /// A text, empty if there is none.
    pub(crate) fn text(&self, field: &str) -> String {
        self.value(field).as_text().unwrap_or_default().to_owned()
    }

    /// A text, if there is one.
    pub(crate) fn text_if_any(&self, field: &str) -> Option<String> {
        Some(self.text(field)).filter(|text| !text.is_empty())
    }

    /// A number, if there is one.
    pub(crate) fn number(&self, field: &str) -> Option<i32> {
        match self.value(field) {
            Value::Int(number) => i32::try_from(number).ok(),
            _ => None,
        }
    }

    /// Yes or no, if it was said.
    pub(crate) fn answer(&self, field: &str) -> Option<bool> {
        match self.value(field) {
            Value::Bool(yes) => Some(yes),
            _ => None,
        }
    }

    /// Whether it was said to be so.
    pub(crate) fn yes(&self, field: &str) -> bool {
        self.answer(field) == Some(true)
    }

    /// Another record's id, if one is named.
    pub(crate) fn reference(&self, field: &str) -> Option<EntityId> {
        entity(&self.value(field))
    }

    /// The texts of a set, in alphabetical order.
    pub(crate) fn set(&self, field: &str) -> Vec<String> {
        let elements = self.state.elements(self.record.field(field).field_id());
        let texts = elements.iter().filter_map(Value::as_text);
        let mut texts: Vec<String> = texts.map(str::to_owned).collect();
        texts.sort();
        texts
    }

    /// The records named in a set.
    pub(crate) fn references(&self, field: &str) -> Vec<EntityId> {
        let elements = self.state.elements(self.record.field(field).field_id());
        elements.iter().filter_map(entity).collect()
    }

    /// The items of a list that is one value.
    pub(crate) fn list(&self, field: &str) -> Vec<Value> {
        match self.value(field) {
            Value::List(items) => items,
            _ => Vec::new(),
        }
    }

    /// The texts of a list that is one value.
    pub(crate) fn texts(&self, field: &str) -> Vec<String> {
        let items = self.list(field);
        let texts = items.iter().filter_map(Value::as_text);
        texts.map(str::to_owned).collect()
    }

    /// Whether two people wrote something different.
    pub(crate) fn in_conflict(&self) -> bool {
        !self.state.conflicts(&Registry).is_empty()
    }

    /// What a form that shows this record shows; goes back with the edit.
    pub(crate) fn seen(&self) -> String {
        Seen::of(&self.state).token()
    }

    fn value(&self, field: &str) -> Value {
        let field = self.record.field(field).field_id();
        let shown = self.state.shown(&Registry, field);
        shown.map_or(Value::Null, |shown| shown.value)
    }
}

/// The ids a statement finds, in its order.
pub(crate) fn ids(conn: &Connection, sql: &str, with: impl Params) -> Result<Vec<EntityId>> {
    let reading = |source| Error::database("read a list of records", source);
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let found = statement
        .query_map(with, |row| row.get(0).map(EntityId))
        .map_err(reading)?;
    found.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// One number that a statement counts.
pub(crate) fn counted(conn: &Connection, sql: &str, with: impl Params) -> Result<i32> {
    conn.prepare_cached(sql)
        .and_then(|mut statement| statement.query_row(with, |row| row.get(0)))
        .map_err(|source| Error::database("count records", source))
}

/// Another record's id, as a value.
pub(crate) fn reference(id: EntityId) -> Value {
    Value::Bytes(id.0.to_vec())
}

fn entity(value: &Value) -> Option<EntityId> {
    match value {
        Value::Bytes(bytes) => Some(EntityId(bytes.as_slice().try_into().ok()?)),
        _ => None,
    }
}
