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

/// Binds a value to the parameter of its column, and the members of a compound to those behind it.
/// Gives the place of the next parameter.
pub(super) fn bind(
    statement: &mut Statement<'_>,
    at: usize,
    column: Column,
    value: Option<&Value>,
) -> rusqlite::Result<usize> {
    let value = value.filter(|value| fits(column, value));
    match value {
        None | Some(Value::Null) => statement.raw_bind_parameter(at, rusqlite::types::Null)?,
        Some(Value::Text(text)) => statement.raw_bind_parameter(at, text.as_str())?,
        Some(Value::Int(number)) => statement.raw_bind_parameter(at, *number)?,
        Some(Value::Bool(yes)) => statement.raw_bind_parameter(at, i64::from(*yes))?,
        Some(Value::Bytes(bytes)) => statement.raw_bind_parameter(at, bytes.as_slice())?,
        Some(value @ (Value::List(_) | Value::Map(_))) => {
            statement.raw_bind_parameter(at, value.encode())?;
        }
    }
    let Column::Members(members) = column else {
        return Ok(at + 1);
    };
    for (place, (number, _)) in (at + 1..).zip(members) {
        let member = value.and_then(|value| value.member(*number));
        statement.raw_bind_parameter(place, member.and_then(Value::as_text))?;
    }
    Ok(at + 1 + members.len())
}

/// The value a column holds; `None` if it is empty.
pub(super) fn read(column: Column, value: ValueRef<'_>) -> Option<Value> {
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
