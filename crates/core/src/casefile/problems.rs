//! What is odd in the commits: kept when they are merged, made again with the tables.

use countyline_ledger::{Dot, EntityId, EntityKey, FieldId, Problem, RecordType};
use rusqlite::{Connection, named_params};

use super::tables::{reading, writing};
use crate::error::{Error, Result};

/// The table's name.
pub(super) const TABLE: &str = "problem";

/// Something odd, as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) dot: Dot,
    pub(crate) kind: Oddity,
    /// The record and field; none for an operation nobody here can read.
    pub(crate) about: Option<(EntityKey, FieldId)>,
}

/// Kinds as they are numbered in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Oddity {
    UnknownOperation = 1,
    WrongKind = 2,
    AppendRewritten = 3,
    WroteTwice = 4,
}

impl Oddity {
    const ALL: [Oddity; 4] = [
        Oddity::UnknownOperation,
        Oddity::WrongKind,
        Oddity::AppendRewritten,
        Oddity::WroteTwice,
    ];

    /// The code of `inbox_kind`.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Oddity::UnknownOperation => "unknown_operation",
            Oddity::WrongKind => "wrong_kind",
            Oddity::AppendRewritten => "append_rewritten",
            Oddity::WroteTwice => "wrote_twice",
        }
    }
}

/// Keeps what merging pointed out.
pub(super) fn keep(conn: &Connection, problems: &[Problem]) -> Result<()> {
    for problem in problems {
        let (dot, kind, about) = match *problem {
            Problem::UnknownOp { dot } => (dot, Oddity::UnknownOperation, None),
            Problem::WrongKind { dot, key, field } => (dot, Oddity::WrongKind, Some((key, field))),
            Problem::RewroteAppend { dot, key, field } => {
                (dot, Oddity::AppendRewritten, Some((key, field)))
            }
            Problem::WroteTwice { dot, key, field } => {
                (dot, Oddity::WroteTwice, Some((key, field)))
            }
        };
        let (record, entity, field) = match about {
            Some((key, field)) => (key.record.0, key.entity.0.to_vec(), field.0),
            None => (0, Vec::new(), 0),
        };
        conn.prepare_cached(
            "INSERT INTO problem (dot, kind, record, entity, field)
             VALUES (:dot, :kind, :record, :entity, :field) ON CONFLICT DO NOTHING",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":dot": dot.to_i64(),
                ":kind": kind as u8,
                ":record": record,
                ":entity": entity,
                ":field": field,
            })
        })
        .map_err(writing)?;
    }
    Ok(())
}

/// Everything that was pointed out.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Kept>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT dot, kind, record, entity, field FROM problem
             ORDER BY dot, kind, record, entity, field",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            let entity: Vec<u8> = row.get(3)?;
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, entity, row.get(4)?))
        })
        .map_err(reading)?;
    let mut problems = Vec::new();
    for row in rows {
        let (dot, kind, record, entity, field): (i64, u8, u16, Vec<u8>, u16) =
            row.map_err(reading)?;
        let about = <[u8; 16]>::try_from(entity).ok().map(|entity| {
            let key = EntityKey {
                record: RecordType(record),
                entity: EntityId(entity),
            };
            (key, FieldId(field))
        });
        let kind = Oddity::ALL.into_iter().find(|known| *known as u8 == kind);
        problems.push(Kept {
            dot: Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?,
            kind: kind.ok_or(Error::DamagedCaseFile)?,
            about,
        });
    }
    Ok(problems)
}
