//! The side tables: what no row can hold, for each record.

use std::collections::BTreeMap;

use countyline_ledger::{Dot, EntityState, FieldId, Head, Tombstone, Value};
use rusqlite::Connection;

use super::tables::{head, reading, single_head, writing};
use crate::error::{Error, Result};
use crate::registry::{Record, Registry};

/// Their names.
pub(super) const TABLES: [&str; 4] = ["field_head", "set_member", "tombstone", "replaced_early"];

pub(super) fn clear(conn: &Connection, state: &EntityState) -> Result<()> {
    for table in TABLES {
        let sql = format!("DELETE FROM {table} WHERE record = ?1 AND entity = ?2");
        conn.prepare_cached(&sql)
            .and_then(|mut statement| statement.execute(whose(state)))
            .map_err(writing)?;
    }
    Ok(())
}

pub(super) fn load_field_heads(conn: &Connection, state: &mut EntityState) -> Result<bool> {
    let rows: Vec<(u16, i64, Vec<u8>)> =
        beside(conn, state, "field_head", "field, dot, value", |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    let mut fields: BTreeMap<FieldId, Vec<Head>> = BTreeMap::new();
    for (field, dot, value) in rows {
        let dot = Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?;
        let value = Value::decode(&value).map_err(|_| Error::DamagedCaseFile)?;
        fields
            .entry(FieldId(field))
            .or_default()
            .push(head(conn, dot, value)?);
    }
    // The last one shows; dots are numbered here only and must not decide which that is.
    for heads in fields.values_mut() {
        heads.sort_by_key(|head| (head.lamport, head.hash));
    }
    let any = !fields.is_empty();
    state.fields.extend(fields);
    Ok(any)
}

pub(super) fn store_field_heads(
    conn: &Connection,
    record: &Record,
    state: &EntityState,
) -> Result<()> {
    for (field, heads) in &state.fields {
        let known = record.field_by_id(*field);
        if known.is_some_and(|field| single_head(field, state).is_some()) {
            continue;
        }
        let open = state.is_in_conflict(&Registry, *field);
        for head in heads {
            conn.prepare_cached(
                "INSERT INTO field_head (record, entity, field, dot, value, open)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )
            .and_then(|mut statement| {
                statement.execute((
                    state.record.0,
                    state.id.0,
                    field.0,
                    head.dot.to_i64(),
                    head.value.encode(),
                    open,
                ))
            })
            .map_err(writing)?;
        }
    }
    Ok(())
}

pub(super) fn load_members(conn: &Connection, state: &mut EntityState) -> Result<bool> {
    let rows: Vec<(u16, Vec<u8>, i64)> =
        beside(conn, state, "set_member", "field, element, dot", |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    let any = !rows.is_empty();
    for (field, element, dot) in rows {
        let dot = Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?;
        state
            .members
            .entry((FieldId(field), element))
            .or_default()
            .push(dot);
    }
    Ok(any)
}

pub(super) fn store_members(conn: &Connection, state: &EntityState) -> Result<()> {
    for ((field, element), dots) in &state.members {
        for dot in dots {
            conn.prepare_cached(
                "INSERT INTO set_member (record, entity, field, element, dot)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )
            .and_then(|mut statement| {
                statement.execute((state.record.0, state.id.0, field.0, element, dot.to_i64()))
            })
            .map_err(writing)?;
        }
    }
    Ok(())
}

pub(super) fn load_tombstones(conn: &Connection, state: &mut EntityState) -> Result<bool> {
    let rows: Vec<(i64, Vec<u8>)> = beside(conn, state, "tombstone", "dot, seen", |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    for (dot, seen) in rows {
        let dots: Option<Vec<Dot>> = seen
            .chunks(8)
            .map(|bytes| {
                let number = <[u8; 8]>::try_from(bytes).ok().map(i64::from_be_bytes);
                number.and_then(Dot::from_i64)
            })
            .collect();
        state.tombstones.push(Tombstone {
            dot: Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?,
            seen: dots.ok_or(Error::DamagedCaseFile)?,
        });
    }
    Ok(!state.tombstones.is_empty())
}

pub(super) fn store_tombstones(conn: &Connection, state: &EntityState) -> Result<()> {
    for tombstone in &state.tombstones {
        let seen: Vec<u8> = tombstone
            .seen
            .iter()
            .flat_map(|dot| dot.to_i64().to_be_bytes())
            .collect();
        conn.prepare_cached(
            "INSERT INTO tombstone (record, entity, dot, seen) VALUES (?1, ?2, ?3, ?4)",
        )
        .and_then(|mut statement| {
            statement.execute((state.record.0, state.id.0, tombstone.dot.to_i64(), seen))
        })
        .map_err(writing)?;
    }
    Ok(())
}

pub(super) fn load_early(conn: &Connection, state: &mut EntityState) -> Result<bool> {
    let rows: Vec<(i64, u16, Vec<u8>)> = beside(
        conn,
        state,
        "replaced_early",
        "dot, field, element",
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    for (dot, field, element) in rows {
        let dot = Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?;
        let element = (!element.is_empty()).then_some(element);
        state.early.insert((dot, FieldId(field), element));
    }
    Ok(!state.early.is_empty())
}

pub(super) fn store_early(conn: &Connection, state: &EntityState) -> Result<()> {
    for (dot, field, element) in &state.early {
        conn.prepare_cached(
            "INSERT INTO replaced_early (record, entity, dot, field, element)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )
        .and_then(|mut statement| {
            statement.execute((
                state.record.0,
                state.id.0,
                dot.to_i64(),
                field.0,
                element.as_deref().unwrap_or_default(),
            ))
        })
        .map_err(writing)?;
    }
    Ok(())
}

fn beside<T>(
    conn: &Connection,
    state: &EntityState,
    table: &str,
    columns: &str,
    read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let sql = format!(
        "SELECT {columns} FROM {table} WHERE record = ?1 AND entity = ?2 ORDER BY {columns}"
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let rows = statement.query_map(whose(state), read).map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn whose(state: &EntityState) -> (u16, [u8; 16]) {
    (state.record.0, state.id.0)
}
