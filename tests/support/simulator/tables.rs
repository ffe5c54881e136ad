//! What a machine's tables say stands, told as the oracle tells it.

use std::collections::{BTreeMap, BTreeSet};

use countyline_core::error::Error;
use countyline_core::registry::{self, Column};
use countyline_core::testing::inside;
use countyline_ledger::{CommitHash, Deletion, Dot, EntityKey, Value};

use super::checks::{Failure, failure, refused};
use super::machine::Machine;
use super::oracle::{HeadView, Projection, RecordView};

/// What a machine's tables say stands.
pub(super) fn standing(
    machine: &Machine,
    names: &BTreeMap<Dot, CommitHash>,
    expected: &Projection,
) -> Result<Projection, Failure> {
    let file = machine.file();
    let reading = |error: Error| refused("read the tables", &error);
    let mut standing = Projection::new();
    for state in inside::states(file).map_err(reading)? {
        let key = EntityKey {
            record: state.record,
            entity: state.id,
        };
        let named = |dot: &Dot| names.get(dot).copied();
        let mut view = RecordView::empty();
        for (field, heads) in &state.fields {
            let heads = heads.iter().map(|head| {
                let (lamport, hash) = inside::order(file, head.dot)?;
                let value = head.value.clone();
                Ok(HeadView {
                    lamport,
                    hash,
                    value,
                })
            });
            let heads = heads.collect::<Result<_, Error>>().map_err(reading)?;
            view.heads.insert(field, heads);
        }
        for (element, dots) in &state.members {
            let hashes = dots.iter().filter_map(named).collect();
            view.members.insert(element.clone(), hashes);
        }
        for tombstone in &state.tombstones {
            let seen = tombstone.seen.iter().filter_map(named).collect();
            view.tombstones
                .extend(named(&tombstone.dot).map(|dot| (dot, seen)));
        }
        if view.heads.is_empty() && view.members.is_empty() && view.tombstones.is_empty() {
            continue;
        }
        let row = inside::row(file, key).map_err(reading)?;
        let Some(row) = row else {
            let found = format!("machine {} shows no row of {key:?}", machine.number);
            return Err(failure("what stands is what the commits say", found));
        };
        view.deletion = match row.get("deleted") {
            Some(rusqlite::types::Value::Integer(0)) => Deletion::No,
            Some(rusqlite::types::Value::Integer(1)) => Deletion::Hidden,
            _ => Deletion::DeletedWhileEdited,
        };
        shown(machine, key, &row, expected.get(&key), &mut view)?;
        standing.insert(key, view);
    }
    Ok(standing)
}

/// What the row shows of each field. The oracle says values, a row has columns: the value is taken over
/// where the columns show just that.
fn shown(
    machine: &Machine,
    key: EntityKey,
    row: &BTreeMap<String, rusqlite::types::Value>,
    expected: Option<&RecordView>,
    view: &mut RecordView,
) -> Result<(), Failure> {
    let reading = |error: Error| refused("read the tables", &error);
    let Some((record, expected)) = machine.knows().record(key.record).zip(expected) else {
        return Ok(());
    };
    for (field, (value, in_conflict)) in &expected.shown {
        let known = record.field_by_id(*field);
        let shows = match known {
            Some(known) if known.column == Column::InSet => {
                let members = view.members.keys().filter(|(of, _)| of == field);
                let elements = members.map(|(_, element)| Value::decode(element));
                elements
                    .collect::<Result<Vec<Value>, _>>()
                    .ok()
                    .map(Value::List)
                    == Some(value.clone())
            }
            Some(known) => shows_in_columns(known, row, value),
            None => true,
        };
        let asked = inside::is_asked_about(machine.file(), key, *field).map_err(reading)?;
        if shows && asked == *in_conflict {
            view.shown.insert(*field, (value.clone(), *in_conflict));
        }
    }
    Ok(())
}

fn shows_in_columns(
    field: &registry::Field,
    row: &BTreeMap<String, rusqlite::types::Value>,
    value: &Value,
) -> bool {
    let whole = row.get(field.name) == Some(&as_shown(field.column, value));
    let members = match field.column {
        Column::Members(members) => members.iter().all(|(number, name)| {
            let member = value.member(*number).and_then(Value::as_text);
            let member = member.map_or(rusqlite::types::Value::Null, |text| {
                rusqlite::types::Value::Text(text.to_owned())
            });
            row.get(*name) == Some(&member)
        }),
        _ => true,
    };
    whole && members
}

/// A value as its column shows it; one that does not fit the column leaves it empty.
fn as_shown(column: Column, value: &Value) -> rusqlite::types::Value {
    use rusqlite::types::Value as Shown;
    match (column, value) {
        (Column::Text, Value::Text(text)) => Shown::Text(text.to_string()),
        (Column::Int, Value::Int(number)) => Shown::Integer(*number),
        (Column::Bool, Value::Bool(yes)) => Shown::Integer(i64::from(*yes)),
        (Column::Ref, Value::Bytes(id)) if id.len() == 16 => Shown::Blob(id.to_vec()),
        (Column::Encoded, Value::List(_)) | (Column::Members(_), Value::Map(_)) => {
            Shown::Blob(value.encode())
        }
        _ => Shown::Null,
    }
}

/// Whether two projections of a machine are the same, told under an invariant's name.
pub(super) fn same(
    invariant: &'static str,
    machine: &Machine,
    found: &Projection,
    expected: &Projection,
) -> Result<(), Failure> {
    // The heads a deletion had seen may not have come; it is compared by what is held.
    if let Some(differing) = differing(found, &with_what_is_held(expected, found)) {
        let found = format!(
            "machine {}, record {differing:?}\n found:    {:?}\n expected: {:?}",
            machine.number,
            found.get(&differing),
            expected.get(&differing)
        );
        return Err(failure(invariant, found));
    }
    Ok(())
}

fn differing(found: &Projection, expected: &Projection) -> Option<EntityKey> {
    let keys: BTreeSet<_> = found.keys().chain(expected.keys()).collect();
    let mut keys = keys.into_iter();
    keys.find(|key| found.get(key) != expected.get(key))
        .copied()
}

fn with_what_is_held(expected: &Projection, found: &Projection) -> Projection {
    let mut expected = expected.clone();
    for (key, view) in &mut expected {
        for (tombstone, seen) in &mut view.tombstones {
            if let Some(held) = found
                .get(key)
                .and_then(|found| found.tombstones.get(tombstone))
            {
                let missing: Vec<CommitHash> = seen.difference(held).copied().collect();
                let stands = |hash: &CommitHash| {
                    view.heads.values().flatten().any(|head| head.hash == *hash)
                        || view.members.values().flatten().any(|member| member == hash)
                };
                for hash in missing.iter().filter(|hash| !stands(hash)) {
                    seen.remove(hash);
                }
            }
        }
    }
    expected
}
