//! The invariants a run must keep, by the names a failure gives them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use countyline_core::error::Error;
use countyline_core::registry::Record;
use countyline_core::testing::inside;
use countyline_core::testing::program::Program;
use countyline_ledger::{Commit, CommitHash, Dot, EntityKey, Op, StoredOp};

use super::chronicle::Chronicle;
use super::machine::{Machine, Withheld};
use super::need_to_know::victim_named_by;
use super::oracle::{self, Held, Projection};
use super::sticks::Stick;
use super::tables::{same, standing};

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
    let folded = decoded(machine, chronicle, &held)?;
    let mut seeds = Vec::new();
    for (held, folded) in held.iter().zip(&folded) {
        if lacks_something(&folded.commit) {
            seeds.push(held.dot);
        }
    }
    nothing_erased_is_left(machine, &folded, &seeds)?;
    let expected = oracle::fold(chronicle, &folded, machine.knows())?;
    let found = standing(machine, &names, &expected)?;
    same(name, machine, &found, &expected)?;
    Ok(expected)
}

/// Every commit a machine holds, as it holds it.
///
/// # Errors
/// If one cannot be read.
pub fn folded(machine: &Machine, chronicle: &Chronicle) -> Result<Vec<Held>, Failure> {
    let held = machine.held().map_err(|error| refused("read", &error))?;
    decoded(machine, chronicle, &held)
}

fn decoded(
    machine: &Machine,
    chronicle: &Chronicle,
    held: &[inside::HeldCommit],
) -> Result<Vec<Held>, Failure> {
    let broken = |error: countyline_ledger::Error| {
        failure("what stands is what the commits say", error.to_string())
    };
    held.iter()
        .map(|held| {
            let written = chronicle.get(held.hash);
            let written = written.ok_or_else(|| nobody_wrote(machine, held.hash))?;
            Ok(Held {
                hash: held.hash,
                previous: written.previous,
                commit: Commit::decode(held.bytes.as_slice()).map_err(broken)?,
            })
        })
        .collect()
}

/// Nothing is held that nobody wrote, and every byte is as it was sealed. Gives what is withheld.
///
/// # Errors
/// If it is not so.
pub fn nothing_is_made_up(
    machine: &Machine,
    chronicle: &Chronicle,
    held: &[inside::HeldCommit],
) -> Result<Withheld, Failure> {
    let mut withheld = Withheld::new();
    for held in held {
        let written = chronicle
            .get(held.hash)
            .ok_or_else(|| nobody_wrote(machine, held.hash))?;
        let same = match Commit::decode(held.bytes.as_slice()) {
            Ok(commit) => {
                let ops = commit.stored_ops().enumerate();
                let lacking = ops.filter(|(_, op)| matches!(op, StoredOp::Withheld { .. }));
                withheld.extend(lacking.map(|(place, _)| (held.hash, place)));
                is_same_but_for_what_was_erased(&commit, &written.commit)
            }
            Err(_) => false,
        };
        if !same || written.log != held.log {
            let found = format!("machine {} holds {} changed", machine.number, held.hash);
            return Err(failure("no bit of a commit changes on its way", found));
        }
    }
    Ok(withheld)
}

/// I9: of what an order held here covers no operation is left, nor any that says whose record it is about, whatever
/// the program here understands, and no seed that its values could be guessed with.
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
            let is_erased = |key: EntityKey| erased.contains(&key);
            if oracle::key(&op).is_some_and(is_erased)
                || victim_named_by(&op).is_some_and(is_erased)
            {
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

/// I1: machines with the same commits show the same, but for the records of which one of them has only a part, or
/// something that waits for a supervisor at the other, and for what only one of their programs understands.
///
/// # Errors
/// If they do not.
pub fn shows_the_same(
    machine: &Machine,
    projection: &Projection,
    (at_county, countys): (Program, &Projection),
    in_part: &BTreeSet<EntityKey>,
) -> Result<(), Failure> {
    let known = |projection: &Projection| {
        let mut known = projection.clone();
        known.retain(|key, _| !in_part.contains(key));
        keep_what_both_understand(&mut known, machine.knows(), at_county);
        known
    };
    same(
        "everyone shows the same",
        machine,
        &known(projection),
        &known(countys),
    )
}

fn keep_what_both_understand(projection: &mut Projection, one: Program, other: Program) {
    projection.retain(|key, view| {
        let (Some(one), Some(other)) = (one.record(key.record), other.record(key.record)) else {
            return false;
        };
        let kind = |record: &Record, field| record.field_by_id(field).map(|field| field.kind);
        view.shown
            .retain(|field, _| kind(one, *field) == kind(other, *field));
        true
    });
}

/// A machine that took a stick in holds all that was on it.
///
/// # Errors
/// If it does not.
pub fn holds_all_of(machine: &Machine, stick: &Stick) -> Result<(), Failure> {
    match stick.said.commits.difference(&machine.kept).next() {
        None => Ok(()),
        Some(missing) => {
            let found = format!(
                "machine {} lacks {missing} of {}",
                machine.number, stick.name
            );
            Err(failure("what is taken in is there", found))
        }
    }
}

/// I5, I6: everything any machine held when the sticks began to go round reaches everyone, whatever forked.
///
/// # Errors
/// If it does not.
pub fn everything_reached_everyone(
    machines: &[&Machine],
    chronicle: &Chronicle,
    wanted: &BTreeSet<CommitHash>,
) -> Result<(), Failure> {
    for machine in machines {
        let missing: Vec<&CommitHash> = wanted.difference(&machine.kept).collect();
        if let Some(first) = missing.first() {
            let written = chronicle.get(**first);
            let of = written.map(|written| (written.log, written.commit.header().seq, written.by));
            let holders = machines.iter().filter(|other| other.kept.contains(first));
            let holders: Vec<usize> = holders.map(|holder| holder.number).collect();
            let found = format!(
                "machine {} lacks {} commits, {first} among them: {of:?}, held by {holders:?}",
                machine.number,
                missing.len()
            );
            return Err(failure("everything written reaches everyone", found));
        }
    }
    Ok(())
}
