//! What was looked at on a laptop, as one record of the history: who and about whom once each, then twelve bytes a row.

use std::collections::BTreeMap;

use countyline_ledger::{EntityId, Value};
use rusqlite::{Connection, named_params};

use super::chain::{self, Link};
use super::store::{NOTHING, Row};
use crate::casefile::Change;
use crate::error::{Error, Result};
use crate::registry::LOOK_PORTION;
use crate::standing::{id_in, reference};

/// Bytes of a row: six of the instant, two of who, one of what, two of whom, one of how many.
const ROW_BYTES: usize = 12;

/// What a record holds.
pub(super) struct Portion {
    pub(super) device: [u8; 16],
    pub(super) first_seq: i64,
    /// The hash its first row follows on.
    pub(super) follows: Link,
    pub(super) rows: Vec<Row>,
}

impl Portion {
    /// The hash of its last row.
    pub(super) fn end(&self) -> Link {
        let rows = (self.first_seq..).zip(&self.rows);
        rows.fold(self.follows, |before, (seq, row)| {
            chain::link(&before, seq, row)
        })
    }

    /// The number of the row that comes after it.
    pub(super) fn next_seq(&self) -> i64 {
        self.first_seq + i64::try_from(self.rows.len()).unwrap_or(0)
    }
}

/// Writes rows that follow on a hash as part of a change; the hash of the last.
pub(super) fn write(
    change: &mut Change<'_>,
    device: [u8; 16],
    rows: &[(i64, Row)],
    follows: Link,
) -> Link {
    let first_seq = rows.first().map_or(0, |(seq, _)| *seq);
    let portion = Portion {
        device,
        first_seq,
        follows,
        rows: rows.iter().map(|(_, row)| *row).collect(),
    };
    let times = portion.rows.iter().map(|row| row.at_ms);
    let fields = [
        ("device", reference(EntityId(device))),
        ("first_seq", Value::Int(first_seq)),
        ("first_ms", Value::Int(times.clone().min().unwrap_or(0))),
        ("last_ms", Value::Int(times.max().unwrap_or(0))),
        ("rows", written(&portion)),
    ];
    change.create(&LOOK_PORTION, fields);
    portion.end()
}

/// The portions of other places that reach into a stretch of time, by place and number.
pub(super) fn between(
    conn: &Connection,
    own: [u8; 16],
    from_ms: i64,
    to_ms: i64,
) -> Result<Vec<Portion>> {
    let sql = "SELECT device, first_seq, rows FROM look_portion
               WHERE device <> :own AND last_ms >= :from_ms AND first_ms < :to_ms AND deleted <> 1
               ORDER BY device, first_seq, id";
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let with = named_params! { ":own": own, ":from_ms": from_ms, ":to_ms": to_ms };
    let rows = statement
        .query_map(with, |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, Vec<u8>>(2)?))
        })
        .map_err(reading)?;
    let mut portions = Vec::new();
    for row in rows {
        let (device, first_seq, encoded) = row.map_err(reading)?;
        // A newer program may write more than this one can read; it is kept and passed on.
        if let Some((follows, rows)) = read(&encoded) {
            portions.push(Portion {
                device,
                first_seq,
                follows,
                rows,
            });
        }
    }
    Ok(portions)
}

fn written(portion: &Portion) -> Value {
    let (mut people, mut records) = (Named::default(), Named::default());
    let mut bytes = Vec::with_capacity(portion.rows.len() * ROW_BYTES);
    for row in &portion.rows {
        bytes.extend_from_slice(&row.at_ms.to_be_bytes()[2..]);
        bytes.extend(people.number(row.who).to_be_bytes());
        bytes.push(row.deed);
        bytes.extend(records.number(row.record).to_be_bytes());
        bytes.push(u8::try_from(row.times).unwrap_or(u8::MAX));
    }
    Value::List(vec![
        Value::bytes(portion.follows),
        people.list(),
        records.list(),
        Value::bytes(bytes),
    ])
}

fn read(encoded: &[u8]) -> Option<(Link, Vec<Row>)> {
    let Ok(Value::List(parts)) = Value::decode(encoded) else {
        return None;
    };
    let [
        Value::Bytes(follows),
        Value::List(people),
        Value::List(records),
        Value::Bytes(bytes),
    ] = &*parts
    else {
        return None;
    };
    let named =
        |list: &[Value], number: [u8; 2]| id_in(list.get(usize::from(u16::from_be_bytes(number)))?);
    let mut rows = Vec::with_capacity(bytes.len() / ROW_BYTES);
    for row in bytes.chunks(ROW_BYTES) {
        let row: [u8; ROW_BYTES] = row.try_into().ok()?;
        let [
            a,
            b,
            c,
            d,
            e,
            f,
            who,
            who_low,
            deed,
            record,
            record_low,
            times,
        ] = row;
        rows.push(Row {
            at_ms: i64::from_be_bytes([0, 0, a, b, c, d, e, f]),
            who: named(people, [who, who_low])?,
            deed,
            record: named(records, [record, record_low]).unwrap_or(NOTHING),
            times: times.into(),
        });
    }
    Some((follows.as_slice().try_into().ok()?, rows))
}

/// Ids in the order in which they come up first.
#[derive(Default)]
struct Named {
    numbers: BTreeMap<EntityId, u16>,
    ids: Vec<Value>,
}

impl Named {
    /// A portion has fewer rows than numbers there are.
    fn number(&mut self, id: EntityId) -> u16 {
        *self.numbers.entry(id).or_insert_with(|| {
            self.ids.push(reference(id));
            u16::try_from(self.ids.len() - 1).unwrap_or(u16::MAX)
        })
    }

    fn list(self) -> Value {
        Value::List(self.ids)
    }
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read who looked at what", source)
}
