//! The operations of a commit, and their encoding.
//!
//! Each is a CBOR array whose first item is its number:
//!
//! ```text
//! set    = [1, record, entity, [* parent], {field => value}]
//! add    = [2, record, entity, field, [+ element]]
//! remove = [3, record, entity, field, [+ element], [* parent]]
//! delete = [4, record, entity, [* parent]]
//! erase  = [6, order, basis, [+ [record, entity, [* field]]]]
//! audit  = [7, what, entity / null, detail]
//! parent = unsigned: that commit of the same log / negative -1-n: the header's anchor n
//! ```
//!
//! 5 (two records are one person) is reserved. A number we do not know is kept and
//! passed on byte for byte; a known number never changes its shape. Parents, fields, elements and the
//! records of an order stand in ascending order, each once.

use crate::cbor::{Reader, WriteError, Writer, written};
use crate::{
    ByField, EntityId, EraseScope, Error, FieldId, OrderId, RecordType, Result, Value, limits,
};

const SET: u64 = 1;
const ADD: u64 = 2;
const REMOVE: u64 = 3;
const DELETE: u64 = 4;
const ERASE: u64 = 6;
const AUDIT: u64 = 7;
/// More are made room for when they come.
const FIELDS_EXPECTED: usize = 16;

/// An earlier commit whose assertion this one replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Parent {
    /// That commit of the same log.
    Own(u64),
    /// The commit at that place in the header's anchors.
    Foreign(u32),
}

/// One operation. Those of a commit take effect together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// These fields now hold these values, instead of what the parents said of them.
    ///
    /// A parent that is a deletion is taken back, so a set without fields undeletes.
    Set {
        /// What kind of record it is.
        record: RecordType,
        /// Which one.
        entity: EntityId,
        /// Every head the person saw in these fields.
        parents: Vec<Parent>,
        /// The new values.
        fields: ByField<Value>,
    },
    /// These elements belong to a set.
    Add {
        /// What kind of record it is.
        record: RecordType,
        /// Which one.
        entity: EntityId,
        /// The field that is a set.
        field: FieldId,
        /// The elements added.
        elements: Vec<Value>,
    },
    /// These elements no longer belong to a set; an addition not named here survives.
    Remove {
        /// What kind of record it is.
        record: RecordType,
        /// Which one.
        entity: EntityId,
        /// The field that is a set.
        field: FieldId,
        /// The elements removed.
        elements: Vec<Value>,
        /// The additions the person saw.
        parents: Vec<Parent>,
    },
    /// Hides a record. Nothing is removed.
    Delete {
        /// What kind of record it is.
        record: RecordType,
        /// Which one.
        entity: EntityId,
        /// Every head of the record the person saw.
        parents: Vec<Parent>,
    },
    /// These records, or fields of them, are to be erased everywhere. Who may say so, the caller knows.
    Erase {
        /// Which order; several operations may extend one.
        order: OrderId,
        /// On what legal basis, as the caller codes it.
        basis: String,
        /// What is to be erased.
        scopes: Vec<EraseScope>,
    },
    /// Something happened that changes no record: a print, an unlock.
    Audit {
        /// What happened.
        what: u16,
        /// The record it concerned.
        entity: Option<EntityId>,
        /// What else is to be remembered.
        detail: Value,
    },
    /// An operation of a newer program, as its bytes.
    Unknown(Vec<u8>),
}

impl Op {
    /// The operation's only encoding. Parents and elements are put in order, repeats left out.
    ///
    /// # Errors
    /// If it is larger than [`limits`] allow, or an unknown operation is not one.
    pub fn encode(&self) -> Result<Vec<u8>> {
        self.ensure_readable()?;
        self.ensure_few_replacements()?;
        let bytes = match self {
            Op::Unknown(bytes) => bytes.clone(),
            _ => written(|writer| self.write(writer)),
        };
        if bytes.len() > limits::OP_BYTES {
            return Err(too_large());
        }
        Ok(bytes)
    }

    /// The operation these bytes are the encoding of.
    ///
    /// # Errors
    /// If they are malformed, not canonical, or larger than [`limits`] allow.
    pub fn decode(bytes: &[u8]) -> Result<Op> {
        if bytes.len() > limits::OP_BYTES {
            return Err(too_large());
        }
        let mut reader = Reader::new(bytes, "operation");
        let items = reader.list()?;
        let number = reader.unsigned()?;
        let op = match (number, items) {
            (SET, 5) => Op::Set {
                record: RecordType(reader.u16()?),
                entity: EntityId(reader.array_of_bytes()?),
                parents: read_parents(&mut reader)?,
                fields: read_fields(&mut reader)?,
            },
            (ADD, 5) => Op::Add {
                record: RecordType(reader.u16()?),
                entity: EntityId(reader.array_of_bytes()?),
                field: read_field(&mut reader)?,
                elements: read_elements(bytes, &mut reader)?,
            },
            (REMOVE, 6) => Op::Remove {
                record: RecordType(reader.u16()?),
                entity: EntityId(reader.array_of_bytes()?),
                field: read_field(&mut reader)?,
                elements: read_elements(bytes, &mut reader)?,
                parents: read_parents(&mut reader)?,
            },
            (DELETE, 4) => Op::Delete {
                record: RecordType(reader.u16()?),
                entity: EntityId(reader.array_of_bytes()?),
                parents: read_parents(&mut reader)?,
            },
            (ERASE, 4) => Op::Erase {
                order: OrderId(reader.array_of_bytes()?),
                basis: reader.text(limits::TEXT_BYTES)?.to_owned(),
                scopes: EraseScope::read_all(&mut reader)?,
            },
            (AUDIT, 4) => Op::Audit {
                what: reader.u16()?,
                entity: read_optional_entity(&mut reader)?,
                detail: Value::read(&mut reader)?,
            },
            (SET | ADD | REMOVE | DELETE | ERASE | AUDIT, _) => return Err(reader.malformed()),
            _ => return Ok(Op::Unknown(bytes.to_vec())),
        };
        reader.end()?;
        op.ensure_few_replacements()?;
        Ok(op)
    }

    /// The assertions it replaces; none for operations that replace nothing.
    pub fn parents(&self) -> &[Parent] {
        match self {
            Op::Set { parents, .. } | Op::Remove { parents, .. } | Op::Delete { parents, .. } => {
                parents
            }
            Op::Add { .. } | Op::Erase { .. } | Op::Audit { .. } | Op::Unknown(_) => &[],
        }
    }

    fn ensure_few_replacements(&self) -> Result<()> {
        let written = match self {
            Op::Set { fields, .. } => fields.len(),
            Op::Remove { elements, .. } => elements.len(),
            _ => 1,
        };
        if written.saturating_mul(self.parents().len()) > limits::REPLACEMENTS_PER_OP {
            return Err(Error::TooLarge {
                what: "replacements of one operation",
                limit: limits::REPLACEMENTS_PER_OP,
            });
        }
        Ok(())
    }

    /// Fails if the operation could be written but would be refused, or read as another, later.
    fn ensure_readable(&self) -> Result<()> {
        match self {
            Op::Set { fields, .. } => fields.iter().try_for_each(|(field, value)| {
                ensure_written_down(field)?;
                value.ensure_within_limits()
            }),
            Op::Add {
                field, elements, ..
            }
            | Op::Remove {
                field, elements, ..
            } => {
                ensure_written_down(*field)?;
                elements.iter().try_for_each(Value::ensure_within_limits)
            }
            Op::Delete { .. } => Ok(()),
            Op::Erase { basis, scopes, .. } => {
                if scopes.is_empty() {
                    return Err(Error::Malformed { what: "operation" });
                }
                let fields = scopes.iter().flat_map(|scope| &scope.fields);
                fields.copied().try_for_each(ensure_written_down)?;
                Value::text(&**basis).ensure_within_limits()
            }
            Op::Audit { detail, .. } => detail.ensure_within_limits(),
            Op::Unknown(bytes) => match Op::decode(bytes)? {
                Op::Unknown(_) => Ok(()),
                _ => Err(Error::Malformed {
                    what: "unknown operation",
                }),
            },
        }
    }

    fn write(&self, writer: &mut Writer<'_>) -> std::result::Result<(), WriteError> {
        match self {
            Op::Set {
                record,
                entity,
                parents,
                fields,
            } => {
                writer.array(5)?.u64(SET)?.u16(record.0)?.bytes(&entity.0)?;
                write_parents(writer, parents)?;
                writer.map(fields.len() as u64)?;
                fields.iter().try_for_each(|(field, value)| {
                    writer.u16(field.0)?;
                    value.write(writer)
                })
            }
            Op::Add {
                record,
                entity,
                field,
                elements,
            } => {
                writer.array(5)?.u64(ADD)?.u16(record.0)?.bytes(&entity.0)?;
                writer.u16(field.0)?;
                write_elements(writer, elements)
            }
            Op::Remove {
                record,
                entity,
                field,
                elements,
                parents,
            } => {
                writer
                    .array(6)?
                    .u64(REMOVE)?
                    .u16(record.0)?
                    .bytes(&entity.0)?;
                writer.u16(field.0)?;
                write_elements(writer, elements)?;
                write_parents(writer, parents)
            }
            Op::Delete {
                record,
                entity,
                parents,
            } => {
                writer
                    .array(4)?
                    .u64(DELETE)?
                    .u16(record.0)?
                    .bytes(&entity.0)?;
                write_parents(writer, parents)
            }
            Op::Erase {
                order,
                basis,
                scopes,
            } => {
                writer.array(4)?.u64(ERASE)?.bytes(&order.0)?.str(basis)?;
                EraseScope::write_all(scopes, writer)
            }
            Op::Audit {
                what,
                entity,
                detail,
            } => {
                writer.array(4)?.u64(AUDIT)?.u16(*what)?;
                match entity {
                    Some(entity) => writer.bytes(&entity.0)?.ok()?,
                    None => writer.null()?.ok()?,
                }
                detail.write(writer)
            }
            Op::Unknown(_) => unreachable!("an unknown operation is copied, not written"),
        }
    }
}

fn write_parents(
    writer: &mut Writer<'_>,
    parents: &[Parent],
) -> std::result::Result<(), WriteError> {
    let mut parents = parents.to_vec();
    parents.sort_unstable();
    parents.dedup();
    writer.array(parents.len() as u64)?;
    for parent in parents {
        match parent {
            Parent::Own(seq) => writer.u64(seq)?,
            Parent::Foreign(anchor) => writer.i64(-1 - i64::from(anchor))?,
        };
    }
    Ok(())
}

fn read_parents(reader: &mut Reader<'_>) -> Result<Vec<Parent>> {
    let length = reader.list()?;
    let mut parents = Vec::new();
    for _ in 0..length {
        let number = reader.signed()?;
        let parent = match u64::try_from(number) {
            Ok(seq) if seq <= limits::SEQ => Parent::Own(seq),
            Ok(_) => return Err(reader.malformed()),
            Err(_) => Parent::Foreign(u32::try_from(!number).map_err(|_| reader.malformed())?),
        };
        if parents.last().is_some_and(|last| *last >= parent) {
            return Err(reader.not_canonical());
        }
        parents.push(parent);
    }
    Ok(parents)
}

pub(crate) fn read_field(reader: &mut Reader<'_>) -> Result<FieldId> {
    let field = FieldId(reader.u16()?);
    ensure_written_down(field)?;
    Ok(field)
}

/// Whether a record is deleted is said by [`Op::Delete`] alone.
fn ensure_written_down(field: FieldId) -> Result<()> {
    if field == FieldId::TOMBSTONE {
        return Err(Error::Malformed { what: "field" });
    }
    Ok(())
}

fn read_fields(reader: &mut Reader<'_>) -> Result<ByField<Value>> {
    let length = reader.map()?;
    let mut fields = ByField::with_capacity(length.min(FIELDS_EXPECTED));
    for _ in 0..length {
        let field = read_field(reader)?;
        if fields
            .fields()
            .next_back()
            .is_some_and(|last| last >= field)
        {
            return Err(reader.not_canonical());
        }
        fields.insert(field, Value::read(reader)?);
    }
    Ok(fields)
}

fn write_elements(
    writer: &mut Writer<'_>,
    elements: &[Value],
) -> std::result::Result<(), WriteError> {
    let mut encoded: Vec<Vec<u8>> = elements.iter().map(Value::encode).collect();
    encoded.sort_unstable();
    encoded.dedup();
    writer.array(encoded.len() as u64)?;
    for element in encoded {
        writer.writer_mut().extend_from_slice(&element);
    }
    Ok(())
}

fn read_elements(bytes: &[u8], reader: &mut Reader<'_>) -> Result<Vec<Value>> {
    let length = reader.list()?;
    let mut elements = Vec::new();
    let mut last: &[u8] = &[];
    for _ in 0..length {
        let start = reader.position();
        elements.push(Value::read(reader)?);
        let encoded = &bytes[start..reader.position()];
        if encoded <= last {
            return Err(reader.not_canonical());
        }
        last = encoded;
    }
    Ok(elements)
}

fn read_optional_entity(reader: &mut Reader<'_>) -> Result<Option<EntityId>> {
    if reader.peek()? == 0xf6 {
        reader.null()?;
        return Ok(None);
    }
    Ok(Some(EntityId(reader.array_of_bytes()?)))
}

fn too_large() -> Error {
    Error::TooLarge {
        what: "operation",
        limit: limits::OP_BYTES,
    }
}
