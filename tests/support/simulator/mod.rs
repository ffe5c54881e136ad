//! A county office and its laptops in one process: one seed, one run, always the same.
//!
//! Laptops edit through the real ledger, with forms left open across imports; memory sticks are lost,
//! copied, late and out of order. After every run all sticks arrive, and named invariants must hold
//! ([`checks`]). What should stand is worked out a second time, the plain way ([`oracle`]).
//!
//! `Rules` breaks one rule on purpose: a simulator that does not notice proves nothing.
//!
//! The machines keep their work behind [`CaseStore`], so that another store can take the place of the
//! one in memory.

pub mod chance;
pub mod checks;
pub mod machine;
pub mod oracle;
pub mod projection;
pub mod rules;
pub mod stick;
pub mod store;
#[cfg(test)]
mod tests;
pub mod world;

pub use checks::Failure;
pub use rules::{BREAKS, Break, Rules};
pub use store::{CaseStore, MemoryStore};
pub use world::Counts;

use chance::Chance;
use world::World;

/// Runs one seed, then once more with other clocks. Says what happened in it.
///
/// # Errors
/// The first invariant that does not hold.
pub fn run(seed: u64, rules: Rules) -> Result<Counts, Failure> {
    let lived = live::<MemoryStore>(seed, rules, 0)?;
    let with_other_clocks = live::<MemoryStore>(seed, rules, 1)?;
    checks::clocks_do_not_matter(&lived, &with_other_clocks)?;
    Ok(lived.counts)
}

/// One run on a given kind of store, with the clocks of a given number.
fn live<S: CaseStore + Clone>(seed: u64, rules: Rules, clocks: u64) -> Result<World<S>, Failure> {
    let mut world = World::new(seed, rules, Chance::new(seed ^ clocks << 63));
    world.work()?;
    world.exchange_everything()?;
    checks::at_rest(&mut world)?;
    Ok(world)
}
