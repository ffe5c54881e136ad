//! A value as it stands in a field: a closed set of shapes with exactly one encoding each.
//!
//! There are no floats (money and distances are whole numbers of a stated unit) and no tags.

use std::collections::BTreeMap;

use smallvec::SmallVec;
use smol_str::SmolStr;

use crate::cbor::{Reader, WriteError, Writer, written};
use crate::{Error, Result, limits};

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Emptied, or not known.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Text, a date (`2026-03-31`), a code. At most [`limits::TEXT_BYTES`]. A short one, as most are, needs no memory of
    /// its own.
    Text(SmolStr),
    /// Bytes: an id, which needs no memory of its own; a hash.
    Bytes(SmallVec<[u8; 16]>),
    /// Values in order.
    List(Vec<Value>),
    /// Members by number; a reader keeps members it does not know.
    Map(BTreeMap<u32, Value>),
}

impl Value {
    /// Text from anything that gives it.
    pub fn text(text: impl Into<SmolStr>) -> Value {
        Value::Text(text.into())
    }

    /// These bytes.
    pub fn bytes(bytes: impl AsRef<[u8]>) -> Value {
        Value::Bytes(SmallVec::from_slice(bytes.as_ref()))
    }

    /// The text, if this is text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A map's member, if this is a map that has it.
    pub fn member(&self, number: u32) -> Option<&Value> {
        match self {
            Value::Map(members) => members.get(&number),
            _ => None,
        }
    }

    /// The value's only encoding.
    pub fn encode(&self) -> Vec<u8> {
        written(|writer| self.write(writer))
    }

    /// The value these bytes are the encoding of.
    ///
    /// # Errors
    /// If they are malformed, not canonical, or larger than [`limits`] allow.
    pub fn decode(bytes: &[u8]) -> Result<Value> {
        let mut reader = Reader::new(bytes, "value");
        reader.within(bytes.len(), limits::OP_BYTES)?;
        let value = Value::read(&mut reader)?;
        reader.end()?;
        Ok(value)
    }

    /// Fails if this value could be written but would be refused when read.
    pub(crate) fn ensure_within_limits(&self) -> Result<()> {
        self.ensure_within(limits::DEPTH)
    }

    fn ensure_within(&self, depth_left: usize) -> Result<()> {
        match self {
            Value::Text(text) if text.len() > limits::TEXT_BYTES => Err(Error::TooLarge {
                what: "text",
                limit: limits::TEXT_BYTES,
            }),
            Value::List(_) | Value::Map(_) if depth_left == 0 => Err(too_deep()),
            Value::List(items) => items
                .iter()
                .try_for_each(|item| item.ensure_within(depth_left - 1)),
            Value::Map(members) => members
                .values()
                .try_for_each(|member| member.ensure_within(depth_left - 1)),
            _ => Ok(()),
        }
    }

    pub(crate) fn write(&self, writer: &mut Writer<'_>) -> std::result::Result<(), WriteError> {
        match self {
            Value::Null => writer.null()?.ok(),
            Value::Bool(yes) => writer.bool(*yes)?.ok(),
            Value::Int(number) => writer.i64(*number)?.ok(),
            Value::Text(text) => writer.str(text)?.ok(),
            Value::Bytes(bytes) => writer.bytes(bytes)?.ok(),
            Value::List(items) => {
                writer.array(items.len() as u64)?;
                items.iter().try_for_each(|item| item.write(writer))
            }
            Value::Map(members) => {
                writer.map(members.len() as u64)?;
                members.iter().try_for_each(|(number, member)| {
                    writer.u32(*number)?;
                    member.write(writer)
                })
            }
        }
    }

    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Value> {
        Value::read_nested(reader, limits::DEPTH)
    }

    fn read_nested(reader: &mut Reader<'_>, depth_left: usize) -> Result<Value> {
        let first = reader.peek()?;
        let nested = matches!(first >> 5, 4 | 5);
        if nested && depth_left == 0 {
            return Err(too_deep());
        }
        Ok(match (first >> 5, first) {
            (0 | 1, _) => Value::Int(reader.signed()?),
            (2, _) => Value::bytes(reader.bytes(limits::OP_BYTES)?),
            (3, _) => Value::text(reader.text(limits::TEXT_BYTES)?),
            (4, _) => {
                let length = reader.list()?;
                let mut items = Vec::new();
                for _ in 0..length {
                    items.push(Value::read_nested(reader, depth_left - 1)?);
                }
                Value::List(items)
            }
            (5, _) => {
                let length = reader.map()?;
                let mut members = BTreeMap::new();
                for _ in 0..length {
                    let number =
                        u32::try_from(reader.unsigned()?).map_err(|_| reader.malformed())?;
                    if members
                        .last_key_value()
                        .is_some_and(|(last, _)| *last >= number)
                    {
                        return Err(reader.not_canonical());
                    }
                    members.insert(number, Value::read_nested(reader, depth_left - 1)?);
                }
                Value::Map(members)
            }
            (_, 0xf4 | 0xf5) => Value::Bool(reader.bool()?),
            (_, 0xf6) => {
                reader.null()?;
                Value::Null
            }
            _ => return Err(reader.malformed()),
        })
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::text(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::text(text)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Value {
        Value::Bool(yes)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Int(number)
    }
}

fn too_deep() -> Error {
    Error::TooLarge {
        what: "depth of a value",
        limit: limits::DEPTH,
    }
}
