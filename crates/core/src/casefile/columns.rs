//! One field's value as its column holds it, and back.
//!
//! What does not fit a column leaves it empty; where it stands then, [`super::side_tables`] knows.

use countyline_ledger::Value;
use rusqlite::Statement;
use rusqlite::types::ValueRef;

use crate::registry::Column;

/// Whether a column of this kind can hold a value.
pub(super) fn fits(column: Column, value: &Value) -> bool {
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

/// How many columns a field has that has one of this kind.
pub(super) fn width(column: Column) -> usize {
    match column {
        Column::Members(members) => 1 + members.len(),
        _ => 1,
    }
}

/// Binds a value to the parameter of its column, and the members of a compound to those behind it. What does not
/// fit is left unbound.
pub(super) fn bind(
    statement: &mut Statement<'_>,
    at: usize,
    column: Column,
    value: &Value,
) -> rusqlite::Result<()> {
    if !fits(column, value) {
        return Ok(());
    }
    match value {
        Value::Null => {}
        Value::Text(text) => statement.raw_bind_parameter(at, text.as_str())?,
        Value::Int(number) => statement.raw_bind_parameter(at, *number)?,
        Value::Bool(yes) => statement.raw_bind_parameter(at, i64::from(*yes))?,
        Value::Bytes(bytes) => statement.raw_bind_parameter(at, bytes.as_slice())?,
        Value::List(_) | Value::Map(_) => statement.raw_bind_parameter(at, value.encode())?,
    }
    let Column::Members(members) = column else {
        return Ok(());
    };
    for (place, (number, _)) in (at + 1..).zip(members) {
        if let Some(text) = value.member(*number).and_then(Value::as_text) {
            statement.raw_bind_parameter(place, text)?;
        }
    }
    Ok(())
}

/// The value a column holds; `None` if it is empty.
pub(super) fn read(column: Column, value: ValueRef<'_>) -> Option<Value> {
    match (column, value) {
        (Column::Text, ValueRef::Text(text)) => Some(Value::text(String::from_utf8_lossy(text))),
        (Column::Int, ValueRef::Integer(number)) => Some(Value::Int(number)),
        (Column::Bool, ValueRef::Integer(number)) => Some(Value::Bool(number != 0)),
        (Column::Ref, ValueRef::Blob(bytes)) => Some(Value::bytes(bytes)),
        (Column::Encoded | Column::Members(_), ValueRef::Blob(bytes)) => Value::decode(bytes).ok(),
        _ => None,
    }
}
