//! Bundles of the office's year: taking them in, the rebuild of everything they brought, and where an import's
//! time goes. What is claimed about the speed of taking in is measured in [`crate::receive`].

use std::path::Path;

use countyline_core::casefile::CaseFile;
use countyline_core::exchange;
use countyline_core::registry::Registry;
use countyline_core::testing::World;
use countyline_ledger::{
    Commit, CommitHash, Dot, EntityKey, EntityState, ParentRef, SealedCommit, Store, plan_merge,
    resolve_commit,
};

use crate::Outcome;
use crate::laptop::{FIRST, Laptop, Sent};
use crate::table::{Table, Target};
use crate::timing::{Spent, in_turns, measured, median};
use crate::year::{Size, Year};

/// Where the county stands that has the whole year, for whoever measures next.
pub const WHOLE_YEAR: &str = "county with the whole year";
const ENROLLED: &str = "county";
const WITH_VICTIMS: &str = "county with victims";
const WITH_CONTACTS: &str = "county with contacts";

/// Measures all of it, and leaves a county at [`WHOLE_YEAR`].
pub fn measure(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    let year = Year::new(size.victims, size.victims * size.contacts_each);
    let stick = world.stick("stick");
    let mut county = world.county(ENROLLED);
    let mut laptop = Laptop::enrolled(&mut county, &stick, FIRST)?;
    drop(county);
    let victims = laptop.send(&stick.join("victims.clb"), year.recordings())?;
    let contacts = laptop.send(&stick.join("contacts.clb"), year.contacting())?;
    let moves = laptop.send(&stick.join("moves.clb"), year.moving())?;
    grow(world, ENROLLED, WITH_VICTIMS, &victims)?;
    grow(world, WITH_VICTIMS, WITH_CONTACTS, &contacts)?;
    grow(world, WITH_CONTACTS, WHOLE_YEAR, &moves)?;

    let import = rebuilding(world, size, &contacts, table)?;
    parts(&mut laptop, &contacts, size, import, table)
}

/// The rebuild beside the import of contacts. Gives the seconds of one import.
fn rebuilding(world: &World, size: Size, sent: &Sent, table: &mut Table) -> Outcome<f64> {
    let county = world.unlock(WHOLE_YEAR);
    let rounds = in_turns(
        size.rounds,
        |_| {
            let (report, rebuild) = measured(|| county.verify());
            let report = report?;
            if !report.ok {
                return Err(format!("the rebuild differs: {:?}", report.differences).into());
            }
            Ok(rebuild.processor / f64::from(report.commits))
        },
        |round| {
            let mut county = copy(world, WITH_VICTIMS, &format!("contacts {round}"))?;
            merge(&mut county, sent, Expected::New)
        },
    )?;
    let count = sent.commits.len() as f64;
    table.add(
        "rebuild and check ÷ import",
        median(
            rounds
                .iter()
                .map(|(each, import)| import.processor / count / each),
        ),
        "of its speed, per commit",
        Target::None,
    );
    Ok(median(rounds.iter().map(|(_, import)| import.processor)))
}

/// Where an import's time goes: opening the bundle, and deciding what stands. The rest is the tables.
fn parts(
    laptop: &mut Laptop,
    sent: &Sent,
    size: Size,
    import: f64,
    table: &mut Table,
) -> Outcome<()> {
    let sealed = laptop.seal_for_itself(sent)?;
    let rounds = in_turns(
        size.rounds,
        |_| {
            let (opened, spent) = measured(|| laptop.open(&sealed));
            opened.map(|_| spent)
        },
        |_| {
            let (decided, spent) = measured(|| decide(&sent.commits));
            decided.map(|_| spent)
        },
    )?;
    table.add(
        "opening the bundle ÷ import",
        median(rounds.iter().map(|(opening, _)| opening.processor)) / import,
        "of its time",
        Target::None,
    );
    table.add(
        "reading and merging commits in memory ÷ import",
        median(rounds.iter().map(|(_, deciding)| deciding.processor)) / import,
        "of its time",
        Target::None,
    );
    Ok(())
}

/// Decodes the commits and plans their merge over nothing. Says how many records it would write.
fn decide(commits: &[SealedCommit]) -> Outcome<usize> {
    let mut resolved = Vec::with_capacity(commits.len());
    for sealed in commits {
        let commit = Commit::decode(sealed.commit.bytes())?;
        let dot = Dot::new(1, commit.header().seq);
        resolved.push(resolve_commit(
            &commit,
            dot,
            sealed.hash,
            |parent| match parent {
                ParentRef::Own(seq) => Some(Dot::new(1, seq)),
                ParentRef::Foreign(_) => None,
            },
        )?);
    }
    let plan = plan_merge(&Registry, &mut Nothing, resolved)?;
    Ok(plan.entities.len())
}

/// A store that holds nothing.
struct Nothing;

impl Store for Nothing {
    type Error = std::convert::Infallible;

    fn holds(&mut self, _: Dot) -> Result<bool, Self::Error> {
        Ok(false)
    }

    fn load(&mut self, _: EntityKey) -> Result<Option<EntityState>, Self::Error> {
        Ok(None)
    }

    fn order(&mut self, _: Dot) -> Result<(u64, CommitHash), Self::Error> {
        unreachable!("nothing stands in a store that holds nothing")
    }
}

/// What a bundle is to a county.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// It has none of it.
    New,
    /// It has all of it.
    Known,
}

/// Merges a bundle and makes sure that what was measured is what happened.
pub fn merge(county: &mut CaseFile, sent: &Sent, expected: Expected) -> Outcome<Spent> {
    let paths = [sent.path.display().to_string()];
    let (summary, spent) = measured(|| exchange::merge(county, &paths));
    let file = summary?.files.pop().ok_or("the county saw no bundle")?;
    if let Some(failure) = &file.failure
        && file.state == "refused"
    {
        return Err(format!("the county refused the bundle: {}", failure.code).into());
    }
    let count = i32::try_from(sent.commits.len())?;
    let (new, known) = (file.new_changes, file.known_changes);
    let as_expected = match expected {
        Expected::New => (new, known) == (count, 0),
        Expected::Known => (new, known) == (0, count),
    };
    if as_expected {
        Ok(spent)
    } else {
        Err(format!("{new} commits were new and {known} known, of {count}").into())
    }
}

/// A county that also has this bundle.
pub fn grow(world: &World, from: &str, to: &str, sent: &Sent) -> Outcome<()> {
    let mut county = copy(world, from, to)?;
    merge(&mut county, sent, Expected::New)?;
    Ok(())
}

/// A copy of a closed office, opened.
pub fn copy(world: &World, from: &str, to: &str) -> Outcome<CaseFile> {
    copy_files(&world.path(from), &world.path(to))?;
    Ok(world.unlock(to))
}

/// A copy of a closed office's files.
pub fn copy_files(from: &Path, to: &Path) -> Outcome<()> {
    std::fs::create_dir_all(to)?;
    for name in ["case.db", "case.key"] {
        if from.join(name).exists() {
            std::fs::copy(from.join(name), to.join(name))?;
        }
    }
    Ok(())
}
