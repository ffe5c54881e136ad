//! Taking a bundle in, beside the floor of the same writes, and its size.
//!
//! Each round merges the same bundle into a fresh copy of the same county, by `exchange::merge`: reading
//! the file, decrypting, checking signature and hashes, following the chain, merging, writing, syncing. The
//! floor is the same file with the same settings, filled by prepared statements. Both are measured with a
//! file that is not encrypted, which is how the target is set, and with the one the program keeps.

use std::path::PathBuf;

use countyline_core::casefile::CaseFile;
use countyline_core::testing::World;

use crate::Outcome;
use crate::baseline::{Floor, Kept, compressed_lines};
use crate::exchange::{Expected, copy_files, grow, merge};
use crate::laptop::{FIRST, Laptop, Sent};
use crate::peers;
use crate::table::{Table, Target};
use crate::timing::{Spent, in_turns, measured, median};
use crate::year::{Size, Year, recorded_in};

const ENROLLED: &str = "receiver";
const WITH_VICTIMS: &str = "receiver with victims";

/// What is received, and who receives it.
pub struct Receiver<'a> {
    world: &'a World,
    year: Year,
    victims: Sent,
    /// One new record for each change.
    pub contacts: Sent,
    /// One field changed in each record.
    pub moves: Sent,
}

/// Measures all of it.
pub fn measure(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    let receiver = Receiver::new(world, size.received)?;
    for kept in [Kept::Plain, Kept::Encrypted] {
        receiver.inserts(kept, size, table)?;
        receiver.updates(kept, size, table)?;
    }
    receiver.sizes(table)?;
    peers::measure(&receiver, size, table)
}

impl<'a> Receiver<'a> {
    fn new(world: &'a World, changes: usize) -> Outcome<Receiver<'a>> {
        let year = Year::new(changes, changes);
        let stick = world.stick("receiver's stick");
        let mut county = world.county(ENROLLED);
        let mut laptop = Laptop::enrolled(&mut county, &stick, FIRST)?;
        drop(county);
        let victims = laptop.send(&stick.join("victims.clb"), year.recordings())?;
        // The contacts follow the victims without a gap, so a county that has them knows their bundle at a glance.
        let contacts = laptop.send(&stick.join("contacts.clb"), year.contacting())?;
        let moves = laptop.send(&stick.join("moves.clb"), year.moving())?;
        grow(world, ENROLLED, WITH_VICTIMS, &victims)?;
        world.copy_unencrypted(WITH_VICTIMS, &base(Kept::Plain));
        let receiver = Receiver {
            world,
            year,
            victims,
            contacts,
            moves,
        };
        for kept in [Kept::Plain, Kept::Encrypted] {
            let mut floor = Floor::new(&receiver.floor_base(kept), kept)?;
            floor.insert_victims(&receiver.year.victims, &receiver.victims.commits)?;
        }
        Ok(receiver)
    }

    /// A county that has the victims.
    pub fn county(&self, kept: Kept, name: &str) -> Outcome<CaseFile> {
        copy_files(&self.world.path(&base(kept)), &self.world.path(name))?;
        Ok(match kept {
            Kept::Plain => self.world.open_unencrypted(name),
            Kept::Encrypted => self.world.unlock(name),
        })
    }

    /// Merges a bundle into a county that has the victims, and takes that county away.
    pub fn import(&self, kept: Kept, sent: &Sent) -> Outcome<Spent> {
        let name = "county for one import";
        let mut county = self.county(kept, name)?;
        let spent = merge(&mut county, sent, Expected::New)?;
        drop(county);
        std::fs::remove_dir_all(self.world.path(name))?;
        Ok(spent)
    }

    /// The changes as lines of JSON: contacts, then moves.
    pub fn lines(&self, most: usize) -> (Vec<String>, Vec<String>, Vec<String>) {
        let seq = |sent: &Sent, at: usize| sent.commits[at].commit.header().seq;
        let victims = self.year.victims.iter().take(most).enumerate();
        let contacts = self.year.contacts.iter().take(most).enumerate();
        let known = self.year.moves.iter().enumerate();
        let moves = known.filter(|(_, moved)| moved.who < most);
        (
            victims
                .map(|(at, victim)| victim.json(seq(&self.victims, at)))
                .collect(),
            contacts
                .map(|(at, contact)| contact.json(seq(&self.contacts, at)))
                .collect(),
            moves
                .map(|(at, moved)| moved.json(seq(&self.moves, at), recorded_in(moved.who)))
                .collect(),
        )
    }

    fn floor_base(&self, kept: Kept) -> PathBuf {
        self.world.path(&format!("floor {kept:?}"))
    }

    fn floor(&self, kept: Kept) -> Outcome<Floor> {
        let path = self.world.path(&format!("floor {kept:?} of one round"));
        std::fs::copy(self.floor_base(kept), &path)?;
        Floor::open(&path, kept)
    }

    /// Inserts beside their floor, and the same bundle again.
    fn inserts(&self, kept: Kept, size: Size, table: &mut Table) -> Outcome<()> {
        let sent = &self.contacts;
        let rounds = in_turns(
            size.rounds,
            |_| {
                let name = "county for inserts";
                let mut county = self.county(kept, name)?;
                let first = merge(&mut county, sent, Expected::New)?;
                let again = merge(&mut county, sent, Expected::Known)?;
                drop(county);
                std::fs::remove_dir_all(self.world.path(name))?;
                Ok((first, again))
            },
            |_| {
                let mut floor = self.floor(kept)?;
                let (done, spent) =
                    measured(|| floor.insert_contacts(&self.year.contacts, &sent.commits));
                done.map(|()| spent)
            },
        )?;
        let firsts: Vec<(Spent, Spent)> = rounds
            .iter()
            .map(|((first, _), floor)| (*first, *floor))
            .collect();
        ratio("inserts", kept, sent.commits.len(), &firsts, 0.70, table);
        if kept == Kept::Encrypted {
            let count = sent.commits.len() as f64;
            table.add(
                "known bundle again",
                count / median(rounds.iter().map(|((_, again), _)| again.processor)) / 1e6,
                "M commits per CPU second",
                Target::AtLeast(1.0),
            );
        }
        Ok(())
    }

    fn updates(&self, kept: Kept, size: Size, table: &mut Table) -> Outcome<()> {
        let sent = &self.moves;
        let rounds = in_turns(
            size.rounds,
            |_| self.import(kept, sent),
            |_| {
                let mut floor = self.floor(kept)?;
                let (done, spent) =
                    measured(|| floor.update_zones(&self.year.moves, &sent.commits));
                done.map(|()| spent)
            },
        )?;
        ratio("updates", kept, sent.commits.len(), &rounds, 0.60, table);
        Ok(())
    }

    /// Bytes do not vary: one look is enough.
    fn sizes(&self, table: &mut Table) -> Outcome<()> {
        let (_, contacts, moves) = self.lines(usize::MAX);
        for (name, sent, lines) in [
            ("inserts", &self.contacts, contacts),
            ("updates", &self.moves, moves),
        ] {
            table.add(
                format!("bundle: {name}"),
                sent.size_bytes as f64 / sent.commits.len() as f64,
                "bytes per change",
                Target::None,
            );
            table.add(
                format!("bundle ÷ compressed JSON lines, {name}"),
                sent.size_bytes as f64 / compressed_lines(lines)? as f64,
                "of its bytes",
                Target::AtMost(1.0),
            );
        }
        Ok(())
    }
}

fn base(kept: Kept) -> String {
    match kept {
        Kept::Encrypted => WITH_VICTIMS.to_owned(),
        Kept::Plain => format!("{WITH_VICTIMS}, not encrypted"),
    }
}

fn ratio(
    changes: &str,
    kept: Kept,
    count: usize,
    rounds: &[(Spent, Spent)],
    target: f64,
    table: &mut Table,
) {
    let (file, target) = match kept {
        Kept::Plain => ("plain file", Target::AtLeast(target)),
        Kept::Encrypted => ("encrypted file", Target::None),
    };
    let speed = |spent: f64| count as f64 / spent / 1000.0;
    table.add(
        format!("import: {changes}, {file}"),
        speed(median(rounds.iter().map(|(ours, _)| ours.processor))),
        "thousand changes per CPU second",
        Target::None,
    );
    table.add(
        format!("audited floor: {changes}, {file}"),
        speed(median(rounds.iter().map(|(_, floor)| floor.processor))),
        "thousand changes per CPU second",
        Target::None,
    );
    table.add(
        format!("import ÷ audited floor, {changes}, {file}"),
        median(
            rounds
                .iter()
                .map(|(ours, floor)| floor.processor / ours.processor),
        ),
        "of its speed",
        target,
    );
}
