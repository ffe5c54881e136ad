//! The invariants a run must keep, by the names a failure gives them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use countyline_core::error::Error;
use countyline_core::registry::{self, Column};
use countyline_core::testing::inside;
use countyline_ledger::{Commit, CommitHash, Deletion, Dot, EntityKey, Op, StoredOp, Value};

use super::chronicle::Chronicle;
use super::machine::Machine;
use super::oracle::{self, HeadView, Held, Projection, RecordView};

/// An invariant that did not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Its name.
    pub invariant: &'static str,
    /// Where it did not hold.
    pub found: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not so: {}: {}", self.invariant, self.found)
    }
}

/// Something the engine refused though no rule lets it.
pub fn refused(doing: &str, error: &Error) -> Failure {
    failure("what is sound is taken", format!("{doing}: {error:?}"))
}

pub(super) fn failure(invariant: &'static str, found: String) -> Failure {
    Failure { invariant, found }
}

/// I2: what was said to be saved is there, and "Check my data" finds nothing, whatever the disk went through.
///
/// # Errors
/// If it is not.
pub fn saved_is_there(machine: &Machine) -> Result<(), Failure> {
    let held = machine.held().map_err(|error| refused("read", &error))?;
    let held: BTreeSet<CommitHash> = held.iter().map(|held| held.hash).collect();
    if let Some(lost) = machine.kept.difference(&held).next() {
        let found = format!("machine {} lost {lost}", machine.number);
        return Err(failure("what was said to be saved is there", found));
    }
    tables_are_those_of_the_history(machine)
}

/// I11: every table is what the history says.
///
/// # Errors
/// If "Check my data" finds a difference.
pub fn tables_are_those_of_the_history(machine: &Machine) -> Result<(), Failure> {
    let report = machine.file().verify();
    let report = report.map_err(|error| refused("check the data", &error))?;
    if report.ok {
        return Ok(());
    }
    let found = format!("machine {}: {:?}", machine.number, report.differences);
    Err(failure("the tables are those of the history", found))
}

/// I3, I10: what stands and what shows is what the set of commits says, and no clock has a say in it: the
/// oracle reads none.
///
/// # Errors
/// If it is not.
pub fn matches_the_fold(machine: &Machine, chronicle: &Chronicle) -> Result<Projection, Failure> {
    let name = "what stands is what the commits say";
    let held = machine.held().map_err(|error| refused("read", &error))?;
    let names: BTreeMap<Dot, CommitHash> = held.iter().map(|held| (held.dot, held.hash)).collect();
    let mut folded = Vec::new();
    let mut seeds = Vec::new();
    for held in held {
        let previous = chronicle.get(held.hash).map(|written| written.previous);
        let previous = previous.ok_or_else(|| nobody_wrote(machine, held.hash))?;
        let commit = Commit::decode(held.bytes);
        let commit = commit.map_err(|error| failure(name, error.to_string()))?;
        if lacks_something(&commit) {
            seeds.push(held.dot);
        }
        folded.push(Held {
            hash: held.hash,
            previous,
            commit,
        });
    }
    nothing_erased_is_left(machine, &folded, &seeds)?;
    let expected = oracle::fold(chronicle, &folded)?;
    let found = standing(machine, &names, &expected)?;
    same(name, machine, &found, &expected)?;
    Ok(expected)
}

/// Nothing is held that nobody wrote, and every byte is as it was sealed.
///
/// # Errors
/// If it is not so.
pub fn nothing_is_made_up(
    machine: &Machine,
    chronicle: &Chronicle,
    held: &[inside::HeldCommit],
) -> Result<(), Failure> {
    for held in held {
        let written = chronicle
            .get(held.hash)
            .ok_or_else(|| nobody_wrote(machine, held.hash))?;
        let same = match Commit::decode(held.bytes.as_slice()) {
            Ok(commit) => is_same_but_for_what_was_erased(&commit, &written.commit),
            Err(_) => false,
        };
        if !same || written.log != held.log {
            let found = format!("machine {} holds {} changed", machine.number, held.hash);
            return Err(failure("no bit of a commit changes on its way", found));
        }
    }
    Ok(())
}

/// I9: of what an order held here covers no operation is left, and no seed that its values could be guessed
/// with.
fn nothing_erased_is_left(
    machine: &Machine,
    held: &[Held],
    lacking: &[Dot],
) -> Result<(), Failure> {
    let reading = |error| failure("every commit verifies", format!("{error}"));
    let mut erased: BTreeSet<EntityKey> = BTreeSet::new();
    for held in held {
        for (_, op) in held.commit.ops().map_err(reading)? {
            if let Op::Erase { scopes, .. } = op {
                let whole = scopes.iter().filter(|scope| scope.fields.is_empty());
                erased.extend(whole.map(|scope| EntityKey {
                    record: scope.record,
                    entity: scope.entity,
                }));
            }
        }
    }
    for held in held {
        for (_, op) in held.commit.ops().map_err(reading)? {
            if oracle::key(&op).is_some_and(|key| erased.contains(&key)) {
                let found = format!("machine {} still holds it in {}", machine.number, held.hash);
                return Err(failure("what was erased is nowhere", found));
            }
        }
    }
    for dot in lacking {
        let keeps = inside::keeps_seed(machine.file(), *dot);
        if keeps.map_err(|error| refused("read the seeds", &error))? {
            let found = format!("machine {} keeps the seed of {dot:?}", machine.number);
            return Err(failure("what was erased cannot be guessed", found));
        }
    }
    Ok(())
}

fn lacks_something(commit: &Commit) -> bool {
    let mut ops = commit.stored_ops();
    ops.any(|op| !matches!(op, StoredOp::Present(_)))
}

fn is_same_but_for_what_was_erased(held: &Commit, written: &Commit) -> bool {
    let ops = held.stored_ops().zip(written.stored_ops());
    let mut ops = ops.map(|(held, written)| match (held, written) {
        (StoredOp::Present(held), StoredOp::Present(written)) => held == written,
        (StoredOp::Erased { .. } | StoredOp::Withheld { .. }, _) => true,
        _ => false,
    });
    held.header_bytes() == written.header_bytes()
        && held.stored_ops().len() == written.stored_ops().len()
        && ops.all(|same| same)
}

fn nobody_wrote(machine: &Machine, hash: CommitHash) -> Failure {
    let found = format!(
        "machine {} holds {hash}, which nobody wrote",
        machine.number
    );
    failure("nothing appears that nobody wrote", found)
}

/// What a machine's tables say stands.
fn standing(
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
    let Some((record, expected)) = registry::record(key.record).zip(expected) else {
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
        (Column::Text, Value::Text(text)) => Shown::Text(text.clone()),
        (Column::Int, Value::Int(number)) => Shown::Integer(*number),
        (Column::Bool, Value::Bool(yes)) => Shown::Integer(i64::from(*yes)),
        (Column::Ref, Value::Bytes(id)) if id.len() == 16 => Shown::Blob(id.clone()),
        (Column::Encoded, Value::List(_)) | (Column::Members(_), Value::Map(_)) => {
            Shown::Blob(value.encode())
        }
        _ => Shown::Null,
    }
}

fn same(
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

/// I1: machines with the same commits show the same.
///
/// # Errors
/// If they do not.
pub fn everyone_shows_the_same(
    machines: &[Machine],
    projections: &[Projection],
) -> Result<(), Failure> {
    for (machine, projection) in machines.iter().zip(projections) {
        same(
            "everyone shows the same",
            machine,
            projection,
            &projections[0],
        )?;
    }
    Ok(())
}

/// I5, I6: everything any machine held when the sticks began to go round reaches everyone, whatever forked.
///
/// # Errors
/// If it does not.
pub fn everything_reached_everyone(
    machines: &[Machine],
    wanted: &BTreeSet<CommitHash>,
) -> Result<(), Failure> {
    for machine in machines {
        let missing = wanted.difference(&machine.kept).count();
        if missing > 0 {
            let found = format!("machine {} lacks {missing} commits", machine.number);
            return Err(failure("everything written reaches everyone", found));
        }
    }
    Ok(())
}
