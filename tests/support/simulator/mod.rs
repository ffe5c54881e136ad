//! A county office and its laptops in one process: one seed, one run, always the same.
//!
//! The machines are real: the core's own case files, opened with a passphrase, written through the screens'
//! own functions, exchanging real bundles. They lie on disks that lose power in the middle of a write and
//! fill up ([`disk`]). Forms stay open across imports; sticks are lost, copied, late, cut short, altered and
//! brought to the wrong machine; laptops and the county's computer are set back to an image; clocks jump by
//! years; programs of different age meet ([`programs`]). In the end sticks go round until everyone has everything, and named invariants must hold
//! ([`checks`]). What should stand is worked out a second time, the plain way ([`oracle`]).
//!
//! A rule of the engine can be broken on purpose ([`countyline_core::testing::Broken`]): a simulator that
//! does not notice proves nothing.
//!
//! Not here: the window and the command line; paper; and people who lie.

mod arrivals;
pub mod at_once;
pub mod chance;
pub mod checks;
pub mod chronicle;
pub mod clocks;
mod confirmations;
pub mod counts;
pub mod deeds;
mod desk;
pub mod disk;
mod disks;
pub mod head_marks;
pub mod machine;
pub mod need_to_know;
mod newer;
pub mod oracle;
mod programs;
mod rounds;
pub mod sticks;
mod tables;
pub mod template;
#[cfg(test)]
mod tests;
mod travel;
mod work;
pub mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

pub use checks::Failure;
use checks::failure;
pub use counts::Counts;
use countyline_core::testing::{Broken, break_rule, program};
use programs::Beginning;
use template::Template;
use world::{COUNTY, World};

/// Lives one run. Says what happened in it.
///
/// # Errors
/// The first invariant that does not hold.
pub fn run(seed: u64, broken: Option<Broken>) -> Result<Counts, Failure> {
    // Offices are made by a sound engine, whichever rule the run breaks.
    break_rule(None);
    let beginning = Beginning::of(seed);
    let template = Template::of(beginning.laptops, beginning.made_by());
    let template = template.map_err(|error| checks::refused("make the offices", &error))?;
    break_rule(broken);
    let lived = catch_unwind(AssertUnwindSafe(|| live(seed, beginning, template)));
    break_rule(None);
    program::run(None);
    lived.unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().cloned();
        let said = said.or_else(|| panic.downcast_ref::<&str>().map(|said| (*said).to_owned()));
        Err(failure("nothing panics", said.unwrap_or_default()))
    })
}

fn live(seed: u64, beginning: Beginning, template: Arc<Template>) -> Result<Counts, Failure> {
    let mut world = World::new(seed, beginning, template)?;
    world.work()?;
    world.bring_everyone_up_to_date()?;
    at_rest(&mut world)?;
    Ok(world.counts)
}

/// Everything that must hold once everyone has everything, and again when everyone has the newest program.
fn at_rest(world: &mut World) -> Result<(), Failure> {
    everyone_shows_the_same(world)?;
    if world.everyone_gets_the_newest_program()? {
        everyone_shows_the_same(world)?;
    }
    world.repeats_change_nothing()
}

fn everyone_shows_the_same(world: &mut World) -> Result<(), Failure> {
    let mut projections = Vec::new();
    for machine in &world.machines {
        checks::saved_is_there(machine)?;
        projections.push(checks::matches_the_fold(machine, &world.chronicle)?);
    }
    for number in world.enrolled()? {
        let mut in_part = world.known_in_part(number)?;
        in_part.extend(world.written_in_doubt(number)?);
        let (machine, projection) = (&world.machines[number], &projections[number]);
        let county = (world.machines[COUNTY].knows(), &projections[COUNTY]);
        checks::shows_the_same(machine, projection, county, &in_part)?;
        world.only_the_hidden_is_withheld(number)?;
    }
    let conflicts = projections[0]
        .values()
        .flat_map(|view| view.shown.values())
        .filter(|(_, in_conflict)| *in_conflict);
    world.counts.conflicts = conflicts.count() as u64;
    Ok(())
}
