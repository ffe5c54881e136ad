//! Bundles: taking them in beside the floor of the same writes, taking them in again, their size, and the
//! rebuild of everything they brought.
//!
//! Each round merges the same bundle into a fresh copy of the same county, by `exchange::merge`: reading
//! the file, decrypting, checking signature and hashes, following the chain, merging, writing, syncing.

use std::path::{Path, PathBuf};

use countyline_core::casefile::CaseFile;
use countyline_core::exchange;
use countyline_core::registry::Registry;
use countyline_core::testing::World;
use countyline_ledger::{
    Commit, CommitHash, Dot, EntityKey, EntityState, ParentRef, SealedCommit, Store, plan_merge,
    resolve_commit,
};

use crate::Outcome;
use crate::baseline::{Floor, Kept, compressed_lines};
use crate::laptop::{Laptop, Sent};
use crate::table::{Table, Target};
use crate::timing::{Spent, in_turns, measured, median};
use crate::year::{Size, Year};

/// Where the county stands that has the whole year, for whoever measures next.
pub const WHOLE_YEAR: &str = "county with the whole year";
const ENROLLED: &str = "county";
const WITH_VICTIMS: &str = "county with victims";
const WITH_CONTACTS: &str = "county with contacts";

/// The bundles of a year.
struct Bundles {
    victims: Sent,
    contacts: Sent,
    moves: Sent,
}

/// What one round of inserts took.
struct Inserts {
    first: Spent,
    again: Spent,
    rebuild: Spent,
    rebuilt: f64,
}

/// Measures all of it, and leaves a county at [`WHOLE_YEAR`].
pub fn measure(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    let year = Year::new(size);
    let stick = world.stick("stick");
    let mut county = world.county(ENROLLED);
    let mut laptop = Laptop::enrolled(&mut county, &stick)?;
    drop(county);
    let bundles = Bundles {
        victims: laptop.send(
            &stick.join("victims.clb"),
            year.victims.iter().map(|victim| victim.ops()),
        )?,
        contacts: laptop.send(
            &stick.join("contacts.clb"),
            year.contacts.iter().map(|contact| contact.ops()),
        )?,
        moves: laptop.send(
            &stick.join("moves.clb"),
            year.moves
                .iter()
                .map(|moved| moved.ops(recorded_in(moved.who))),
        )?,
    };
    grow(world, ENROLLED, WITH_VICTIMS, &bundles.victims)?;
    grow(world, WITH_VICTIMS, WITH_CONTACTS, &bundles.contacts)?;
    grow(world, WITH_CONTACTS, WHOLE_YEAR, &bundles.moves)?;

    let import = inserts(world, size, &year, &bundles, table)?;
    updates(world, size, &year, &bundles, table)?;
    sizes(&year, &bundles, table)?;
    parts(&mut laptop, &bundles.contacts, size, import, table)
}

/// Inserts beside their floor; the same bundle again; the rebuild. Gives the seconds of one import.
fn inserts(
    world: &World,
    size: Size,
    year: &Year,
    bundles: &Bundles,
    table: &mut Table,
) -> Outcome<f64> {
    let sent = &bundles.contacts;
    let rounds = in_turns(
        size.rounds,
        |round| {
            let mut county = copy(world, WITH_VICTIMS, &format!("inserts {round}"))?;
            let first = merge(&mut county, sent, Expected::New)?;
            let again = merge(&mut county, sent, Expected::Known)?;
            let (report, rebuild) = measured(|| county.verify());
            let report = report?;
            if !report.ok {
                return Err(format!("the rebuild differs: {:?}", report.differences).into());
            }
            Ok(Inserts {
                first,
                again,
                rebuild,
                rebuilt: f64::from(report.commits),
            })
        },
        |round| {
            let path = world.path(&format!("inserts floor {round}"));
            let mut floor = Floor::new(&path, Kept::Encrypted)?;
            let (done, spent) = measured(|| floor.insert_contacts(&year.contacts, &sent.commits));
            done.map(|()| spent)
        },
    )?;
    let count = sent.commits.len() as f64;
    let import = median(rounds.iter().map(|(ours, _)| ours.first.processor));
    table.add(
        "import: inserts",
        count / import,
        "changes per CPU second",
        Target::None,
    );
    table.add(
        "audited floor: inserts",
        count / median(rounds.iter().map(|(_, floor)| floor.processor)),
        "changes per CPU second",
        Target::None,
    );
    table.add(
        "import ÷ audited floor, inserts",
        median(
            rounds
                .iter()
                .map(|(ours, floor)| floor.processor / ours.first.processor),
        ),
        "of its speed",
        Target::AtLeast(0.65),
    );
    table.add(
        "known bundle again ÷ first import",
        median(
            rounds
                .iter()
                .map(|(ours, _)| ours.first.processor / ours.again.processor),
        ),
        "times its speed",
        Target::None,
    );
    table.add(
        "rebuild and check ÷ import",
        median(rounds.iter().map(|(ours, _)| {
            (ours.rebuilt / ours.rebuild.processor) / (count / ours.first.processor)
        })),
        "of its speed, per commit",
        Target::None,
    );
    Ok(import)
}

fn updates(
    world: &World,
    size: Size,
    year: &Year,
    bundles: &Bundles,
    table: &mut Table,
) -> Outcome<()> {
    let sent = &bundles.moves;
    let rounds = in_turns(
        size.rounds,
        |round| {
            let mut county = copy(world, WITH_CONTACTS, &format!("updates {round}"))?;
            merge(&mut county, sent, Expected::New)
        },
        |round| {
            let path = world.path(&format!("updates floor {round}"));
            let mut floor = Floor::new(&path, Kept::Encrypted)?;
            floor.insert_victims(&year.victims, &bundles.victims.commits)?;
            let (done, spent) = measured(|| floor.update_zones(&year.moves, &sent.commits));
            done.map(|()| spent)
        },
    )?;
    let count = sent.commits.len() as f64;
    table.add(
        "import: updates",
        count / median(rounds.iter().map(|(ours, _)| ours.processor)),
        "changes per CPU second",
        Target::None,
    );
    table.add(
        "audited floor: updates",
        count / median(rounds.iter().map(|(_, floor)| floor.processor)),
        "changes per CPU second",
        Target::None,
    );
    table.add(
        "import ÷ audited floor, updates",
        median(
            rounds
                .iter()
                .map(|(ours, floor)| floor.processor / ours.processor),
        ),
        "of its speed",
        Target::AtLeast(0.55),
    );
    Ok(())
}

/// Bytes do not vary: one look is enough.
fn sizes(year: &Year, bundles: &Bundles, table: &mut Table) -> Outcome<()> {
    let (contacts, moves) = (&bundles.contacts, &bundles.moves);
    let inserts = compressed_lines(
        year.contacts
            .iter()
            .zip(&contacts.commits)
            .map(|(contact, sealed)| contact.json(sealed.commit.header().seq)),
    )?;
    let updates = compressed_lines(
        year.moves
            .iter()
            .zip(&moves.commits)
            .map(|(moved, sealed)| moved.json(sealed.commit.header().seq, recorded_in(moved.who))),
    )?;
    for (name, sent) in [("bundle: inserts", contacts), ("bundle: updates", moves)] {
        let each = sent.size_bytes as f64 / sent.commits.len() as f64;
        table.add(name, each, "bytes per change", Target::None);
    }
    for (name, sent, lines) in [
        ("bundle ÷ compressed JSON lines, inserts", contacts, inserts),
        ("bundle ÷ compressed JSON lines, updates", moves, updates),
    ] {
        let ratio = sent.size_bytes as f64 / lines as f64;
        table.add(name, ratio, "of its bytes", Target::AtMost(1.0));
    }
    Ok(())
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    New,
    Known,
}

/// Merges a bundle and makes sure that what was measured is what happened.
fn merge(county: &mut CaseFile, sent: &Sent, expected: Expected) -> Outcome<Spent> {
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
fn grow(world: &World, from: &str, to: &str, sent: &Sent) -> Outcome<()> {
    let mut county = copy(world, from, to)?;
    merge(&mut county, sent, Expected::New)?;
    Ok(())
}

/// A copy of a closed office, opened.
fn copy(world: &World, from: &str, to: &str) -> Outcome<CaseFile> {
    let (from, folder): (PathBuf, PathBuf) = (world.path(from), world.path(to));
    std::fs::create_dir_all(&folder)?;
    for name in ["case.db", "case.key"] {
        std::fs::copy(from.join(name), folder.join(Path::new(name)))?;
    }
    Ok(world.unlock(to))
}

/// The commit that recorded a victim: one each, from the first.
fn recorded_in(who: usize) -> u64 {
    who as u64 + 1
}
