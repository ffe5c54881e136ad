//! The tables that show the history: one row for each record, and side tables for what no row can hold.
//!
//! A row is a pure function of the record's [`EntityState`], so rebuilding it gives the same bytes:
//! `dot` is the smallest dot that still stands in the record, `ver` lists each field that stands by
//! another dot or was emptied, and a field that several hold differently, or that has no column in this
//! program, has all its heads in `field_head`. A column shows what [`EntityState::shown`] says.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{Deletion, Dot, EntityKey, EntityState, Head, Value};
use rusqlite::types::{Value as SqlValue, ValueRef};
use rusqlite::{Connection, OptionalExtension, named_params, params_from_iter};

use super::side_tables;
use crate::error::{Error, Result};
use crate::registry::{self, Column, Field, Record, Registry};

/// What stands in a record, if anything was ever written in it.
pub(crate) fn load(conn: &Connection, key: EntityKey) -> Result<Option<EntityState>> {
    let Some(record) = registry::record(key.record) else {
        return Ok(None);
    };
    let mut state = EntityState::empty(key.record, key.entity);
    let in_row = load_row(conn, record, &mut state)?;
    let beside = side_tables::load_field_heads(conn, &mut state)?
        | side_tables::load_members(conn, &mut state)?
        | side_tables::load_tombstones(conn, &mut state)?
        | side_tables::load_early(conn, &mut state)?;
    Ok((in_row || beside).then_some(state))
}

/// Writes what stands in a record. Records of a newer program are left to the history.
pub(crate) fn store(conn: &Connection, state: &EntityState) -> Result<()> {
    let Some(record) = registry::record(state.record) else {
        return Ok(());
    };
    side_tables::clear(conn, state)?;
    side_tables::store_field_heads(conn, record, state)?;
    side_tables::store_members(conn, state)?;
    side_tables::store_tombstones(conn, state)?;
    side_tables::store_early(conn, state)?;
    store_row(conn, record, state)
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

/// Rows of all record types.
pub(crate) fn rows(conn: &Connection) -> Result<usize> {
    registry::RECORDS.iter().try_fold(0, |rows, record| {
        let sql = format!("SELECT count(*) FROM {}", record.name);
        let more: usize = conn
            .query_row(&sql, [], |row| row.get(0))
            .map_err(reading)?;
        Ok(rows + more)
    })
}

/// Everything the tables of the history show, in an order that does not depend on how it came, as text
/// that two files can be compared by. `rid` is local and left out.
pub(crate) fn dump(conn: &Connection, table: &str) -> Result<Vec<Vec<SqlValue>>> {
    let columns = columns_of(conn, table)?;
    let sql = format!(
        "SELECT {list} FROM {table} ORDER BY {list}",
        list = columns.join(", ")
    );
    let mut statement = conn.prepare(&sql).map_err(reading)?;
    let rows = statement
        .query_map([], |row| (0..columns.len()).map(|at| row.get(at)).collect())
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The tables that are made from the history.
pub(crate) fn made_from_history() -> impl Iterator<Item = &'static str> {
    side_tables::TABLES
        .into_iter()
        .chain(registry::RECORDS.iter().map(|record| record.name))
}

fn columns_of(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn
        .prepare("SELECT name FROM pragma_table_info(:table) WHERE name <> 'rid' ORDER BY cid")
        .map_err(reading)?;
    let names = statement
        .query_map(named_params! { ":table": table }, |row| row.get(0))
        .map_err(reading)?;
    names.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn load_row(conn: &Connection, record: &Record, state: &mut EntityState) -> Result<bool> {
    let fields = columned(record);
    let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
    let separator = if names.is_empty() { "" } else { ", " };
    let sql = format!(
        "SELECT dot, ver{separator}{} FROM {} WHERE id = :id",
        names.join(", "),
        record.name
    );
    let row = conn
        .prepare_cached(&sql)
        .and_then(|mut statement| {
            statement
                .query_row(named_params! { ":id": state.id.0 }, |row| {
                    let dot: i64 = row.get(0)?;
                    let ver: Option<Vec<u8>> = row.get(1)?;
                    let values = fields
                        .iter()
                        .enumerate()
                        .map(|(at, field)| Ok(from_column(field.column, row.get_ref(at + 2)?)))
                        .collect::<rusqlite::Result<Vec<Option<Value>>>>()?;
                    Ok((dot, ver, values))
                })
                .optional()
        })
        .map_err(reading)?;
    let Some((dot, ver, values)) = row else {
        return Ok(false);
    };
    let row_dot = Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?;
    let apart = decode_ver(ver.as_deref().unwrap_or_default())?;
    for (field, value) in fields.iter().zip(values) {
        let (dot, value) = match (apart.get(&field.id), value) {
            (Some(dot), value) => (*dot, value.unwrap_or(Value::Null)),
            (None, Some(value)) => (row_dot, value),
            (None, None) => continue,
        };
        let head = head(conn, dot, value)?;
        state.fields.insert(field.field_id(), vec![head]);
    }
    Ok(true)
}

fn store_row(conn: &Connection, record: &Record, state: &EntityState) -> Result<()> {
    let Some(row_dot) = standing_dots(state).first().copied() else {
        let sql = format!("DELETE FROM {} WHERE id = :id", record.name);
        conn.prepare_cached(&sql)
            .and_then(|mut statement| statement.execute(named_params! { ":id": state.id.0 }))
            .map_err(writing)?;
        return Ok(());
    };
    let mut ver = Vec::new();
    let mut names = vec!["id", "dot", "ver", "deleted"];
    let mut values = vec![
        SqlValue::Blob(state.id.0.to_vec()),
        SqlValue::Integer(row_dot.to_i64()),
        SqlValue::Null,
        SqlValue::Integer(match state.deleted() {
            Deletion::No => 0,
            Deletion::Hidden => 1,
            Deletion::DeletedWhileEdited => 2,
        }),
    ];
    for field in columned(record) {
        let shown = state
            .shown(&Registry, field.field_id())
            .map_or(Value::Null, |shown| shown.value);
        names.push(field.name);
        values.push(to_column(field.column, &shown));
        if let Column::Members(members) = field.column {
            for (number, name) in members {
                names.push(name);
                let member = shown.member(*number).and_then(Value::as_text);
                values.push(member.map_or(SqlValue::Null, |text| SqlValue::Text(text.to_owned())));
            }
        }
        if let Some(head) = single_head(field, state)
            && (head.dot != row_dot || head.value == Value::Null)
        {
            ver.push(field.id);
            ver.extend(head.dot.to_i64().to_be_bytes());
        }
    }
    if !ver.is_empty() {
        values[2] = SqlValue::Blob(ver);
    }
    let places: Vec<String> = (1..=names.len()).map(|at| format!("?{at}")).collect();
    let updates: Vec<String> = names[1..]
        .iter()
        .map(|name| format!("{name} = excluded.{name}"))
        .collect();
    let sql = format!(
        "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        record.name,
        names.join(", "),
        places.join(", "),
        updates.join(", ")
    );
    conn.prepare_cached(&sql)
        .and_then(|mut statement| statement.execute(params_from_iter(values)))
        .map_err(writing)?;
    Ok(())
}

fn columned(record: &Record) -> Vec<&'static Field> {
    registry::record(record.record_type())
        .map(|record| {
            record
                .fields
                .iter()
                .filter(|field| field.column != Column::InSet)
                .collect()
        })
        .unwrap_or_default()
}

/// The one head that the row itself can hold; otherwise all heads stand in `field_head`.
pub(super) fn single_head<'a>(field: &Field, state: &'a EntityState) -> Option<&'a Head> {
    match state.heads(field.field_id()) {
        [head] if fits(field.column, &head.value) => Some(head),
        _ => None,
    }
}

fn standing_dots(state: &EntityState) -> BTreeSet<Dot> {
    let heads = state.fields.values().flatten().map(|head| head.dot);
    let members = state.members.values().flatten().copied();
    let tombstones = state.tombstones.iter().map(|tombstone| tombstone.dot);
    heads.chain(members).chain(tombstones).collect()
}

fn decode_ver(ver: &[u8]) -> Result<BTreeMap<u8, Dot>> {
    ver.chunks(9)
        .map(|entry| match entry {
            [field, dot @ ..] => {
                let dot = <[u8; 8]>::try_from(dot).ok().map(i64::from_be_bytes);
                dot.and_then(Dot::from_i64)
                    .map(|dot| (*field, dot))
                    .ok_or(Error::DamagedCaseFile)
            }
            [] => Err(Error::DamagedCaseFile),
        })
        .collect()
}

fn fits(column: Column, value: &Value) -> bool {
    match (column, value) {
        (Column::InSet, _) => false,
        (_, Value::Null)
        | (Column::Text, Value::Text(_))
        | (Column::Int, Value::Int(_))
        | (Column::Bool, Value::Bool(_))
        | (Column::Encoded, Value::List(_))
        | (Column::Members(_), Value::Map(_)) => true,
        (Column::Ref, Value::Bytes(bytes)) => bytes.len() == 16,
        _ => false,
    }
}

fn to_column(column: Column, value: &Value) -> SqlValue {
    if !fits(column, value) {
        return SqlValue::Null;
    }
    match value {
        Value::Null => SqlValue::Null,
        Value::Text(text) => SqlValue::Text(text.clone()),
        Value::Int(number) => SqlValue::Integer(*number),
        Value::Bool(yes) => SqlValue::Integer(i64::from(*yes)),
        Value::Bytes(bytes) => SqlValue::Blob(bytes.clone()),
        Value::List(_) | Value::Map(_) => SqlValue::Blob(value.encode()),
    }
}

fn from_column(column: Column, value: ValueRef<'_>) -> Option<Value> {
    match (column, value) {
        (Column::Text, ValueRef::Text(text)) => {
            Some(Value::Text(String::from_utf8_lossy(text).into_owned()))
        }
        (Column::Int, ValueRef::Integer(number)) => Some(Value::Int(number)),
        (Column::Bool, ValueRef::Integer(number)) => Some(Value::Bool(number != 0)),
        (Column::Ref, ValueRef::Blob(bytes)) => Some(Value::Bytes(bytes.to_vec())),
        (Column::Encoded | Column::Members(_), ValueRef::Blob(bytes)) => Value::decode(bytes).ok(),
        _ => None,
    }
}

pub(super) fn head(conn: &Connection, dot: Dot, value: Value) -> Result<Head> {
    let (lamport, hash) = conn
        .prepare_cached("SELECT lamport, hash FROM commit_log WHERE dot = :dot")
        .and_then(|mut statement| {
            statement.query_row(named_params! { ":dot": dot.to_i64() }, |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
        })
        .map_err(reading)?;
    Ok(Head {
        dot,
        lamport,
        hash: countyline_ledger::CommitHash(hash),
        value,
    })
}

pub(super) fn reading(source: rusqlite::Error) -> Error {
    Error::database("read the tables", source)
}

pub(super) fn writing(source: rusqlite::Error) -> Error {
    Error::database("write the tables", source)
}
