//! The invariants a run must keep, by the names a failure gives them.

use std::collections::BTreeSet;
use std::fmt;

use super::machine::Machine;
use super::oracle;
use super::projection::{CommitName, Projection, RecordView, of_store};
use super::store::CaseStore;
use super::world::World;

/// An invariant that did not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Its name.
    pub invariant: &'static str,
    /// Where it did not hold.
    pub found: String,
}

impl Failure {
    /// A commit was refused, though every machine of a run writes sound ones.
    pub fn refused(error: countyline_ledger::Error) -> Failure {
        failure("every commit verifies", error.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not so: {}: {}", self.invariant, self.found)
    }
}

/// Everything that must hold once every machine has everything.
///
/// # Errors
/// The first invariant that does not hold.
pub fn at_rest<S: CaseStore + Clone>(world: &mut World<S>) -> Result<(), Failure> {
    for machine in &world.machines {
        nothing_disappears(&machine.store)?;
        matches_the_fold(&machine.store)?;
        repeats_change_nothing(machine)?;
    }
    converged(world)?;
    replaced_was_shown(world)?;
    any_order_gives_the_same(world)
}

/// What stands is what the set of commits says.
///
/// # Errors
/// If it is not.
pub fn matches_the_fold(store: &impl CaseStore) -> Result<(), Failure> {
    let expected = oracle::fold(&store.commits());
    same(
        "what stands is what the commits say",
        &of_store(store),
        &expected,
    )
}

/// An assertion is gone only if another names it as its parent.
fn nothing_disappears(store: &impl CaseStore) -> Result<(), Failure> {
    let assertions = oracle::assertions(&store.commits());
    let replaced = oracle::replaced(&assertions);
    let standing = of_store(store);
    for assertion in &assertions {
        for target in assertion.asserts() {
            let (entity, field, element) = target.clone();
            let stands = standing.get(&entity).is_some_and(|record| match element {
                Some(element) => record
                    .members
                    .get(&(field, element))
                    .is_some_and(|members| members.contains(&assertion.commit)),
                None => stands_in(record, assertion.commit, field),
            });
            if !stands && !replaced.contains(&(assertion.commit, target)) {
                let found = format!("{:?} in field {}", assertion.commit, field.0);
                return Err(failure("nothing disappears unless it is replaced", found));
            }
        }
    }
    Ok(())
}

fn stands_in(record: &RecordView, commit: CommitName, field: countyline_ledger::FieldId) -> bool {
    let heads = record.heads.get(&field).into_iter().flatten();
    record.tombstones.contains_key(&commit) || heads.into_iter().any(|head| head.commit == commit)
}

/// Taking in everything once more changes nothing.
fn repeats_change_nothing<S: CaseStore + Clone>(machine: &Machine<S>) -> Result<(), Failure> {
    let mut again = machine.store.clone();
    for run in machine.store.runs(3) {
        again.take_in(&run).map_err(Failure::refused)?;
    }
    same(
        "taking in what is known changes nothing",
        &of_store(&again),
        &of_store(&machine.store),
    )
}

/// Machines with the same commits show the same.
fn converged<S: CaseStore>(world: &World<S>) -> Result<(), Failure> {
    let names = |store: &S| -> BTreeSet<CommitName> {
        let commits = store.commits().into_iter();
        commits
            .map(|(log, _, commit)| (log, commit.header().seq))
            .collect()
    };
    let county = &world.machines[0].store;
    for machine in &world.machines {
        let (held, expected) = (names(&machine.store), names(county));
        if held != expected || held.len() != world.counts.commits {
            let found = format!("{} of {} commits", held.len(), world.counts.commits);
            return Err(failure("everything written reaches everyone", found));
        }
        same(
            "everyone shows the same",
            &of_store(&machine.store),
            &of_store(county),
        )?;
    }
    Ok(())
}

/// Nobody replaced what was not on the screen.
fn replaced_was_shown<S: CaseStore>(world: &World<S>) -> Result<(), Failure> {
    for assertion in oracle::assertions(&world.machines[0].store.commits()) {
        let shown = &world.shown_to_writers[&assertion.commit];
        if let Some(unseen) = assertion.parents.difference(shown).next() {
            let found = format!("{:?} replaced {unseen:?}", assertion.commit);
            return Err(failure("what was replaced had been on the screen", found));
        }
    }
    Ok(())
}

/// A store that takes in the same commits in another order shows the same.
fn any_order_gives_the_same<S: CaseStore>(world: &mut World<S>) -> Result<(), Failure> {
    let county = &world.machines[0].store;
    let mut runs = county.runs(2);
    world.chance.shuffle(&mut runs);
    let mut other = S::new(world.rules);
    for run in &runs {
        other.take_in(run).map_err(Failure::refused)?;
    }
    same(
        "order does not matter",
        &of_store(&other),
        &of_store(county),
    )
}

/// The same work under other clocks ends the same.
///
/// # Errors
/// If it does not.
pub fn clocks_do_not_matter<S: CaseStore>(one: &World<S>, other: &World<S>) -> Result<(), Failure> {
    let without_hashes = |world: &World<S>| -> Projection {
        let records = of_store(&world.machines[0].store).into_iter();
        records
            .map(|(entity, record)| (entity, record.without_hashes()))
            .collect()
    };
    same(
        "clocks do not matter",
        &without_hashes(one),
        &without_hashes(other),
    )
}

fn same(invariant: &'static str, found: &Projection, expected: &Projection) -> Result<(), Failure> {
    if found == expected {
        return Ok(());
    }
    let entities: BTreeSet<_> = found.keys().chain(expected.keys()).collect();
    let differing = entities
        .into_iter()
        .find(|entity| found.get(entity) != expected.get(entity));
    let found = differing.map_or_else(String::new, |entity| {
        format!(
            "record {entity}\n found:    {:?}\n expected: {:?}",
            found.get(entity),
            expected.get(entity)
        )
    });
    Err(failure(invariant, found))
}

fn failure(invariant: &'static str, found: String) -> Failure {
    Failure { invariant, found }
}
