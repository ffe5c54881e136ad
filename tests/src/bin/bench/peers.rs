//! Programs that also bring changes from one place to another, on the same changes.
//!
//! They live in `tests/peers`, apart from this workspace: none of them is a dependency of ours, and none is
//! built or run by the tests. `scripts/bench.sh` installs them. Each runs as a process of its own, gets the
//! changes as lines of JSON, makes from them whatever it sends, and tells the processor time it took to take
//! that in, on disk at the end. One that is not installed is left out, and that is said.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::baseline::Kept;
use crate::receive::Receiver;
use crate::table::{Table, Target};
use crate::timing::{Spent, in_turns, median};
use crate::year::Size;

/// A program to compare with.
struct Peer {
    name: &'static str,
    /// Whether it gets all changes; otherwise as many as it can take in a reasonable time.
    is_fast: bool,
    /// Its command, below `tests/peers`, and what must be there.
    command: &'static [&'static str],
    needs: &'static str,
    inserts: Target,
    updates: Target,
}

const PEERS: [Peer; 3] = [
    Peer {
        name: "SQLite changeset",
        is_fast: true,
        command: &["python/bin/python3", "changeset.py"],
        needs: "python/bin/python3",
        inserts: Target::AtLeast(1.0),
        updates: Target::None,
    },
    Peer {
        name: "Automerge",
        is_fast: false,
        command: &["automerge/target/release/automerge-peer"],
        needs: "automerge/target/release/automerge-peer",
        inserts: Target::AtLeast(1.0),
        updates: Target::AtLeast(10.0),
    },
    Peer {
        name: "PouchDB",
        is_fast: false,
        command: &["node", "pouchdb.mjs"],
        needs: "node_modules/pouchdb",
        inserts: Target::AtLeast(1.0),
        updates: Target::AtLeast(40.0),
    },
];

/// What a peer tells of itself.
#[derive(Debug, Clone, Copy)]
struct Told {
    /// Changes taken in for each second of its processor time.
    inserts: f64,
    updates: f64,
}

/// Measures every peer that is installed beside our own import into a file that is not encrypted: none of
/// them encrypts.
pub fn measure(receiver: &Receiver<'_>, size: Size, table: &mut Table) -> Outcome<()> {
    for peer in &PEERS {
        if !folder().join(peer.needs).exists() {
            eprintln!("not measured: {}; scripts/bench.sh installs it", peer.name);
            continue;
        }
        let changes = if peer.is_fast {
            size.received
        } else {
            size.for_slow_peers
        };
        let work = tempfile::tempdir()?;
        write_changes(receiver, changes, work.path())?;
        let rounds = in_turns(
            size.rounds,
            |_| {
                let inserts = receiver.import(Kept::Plain, &receiver.contacts)?;
                let updates = receiver.import(Kept::Plain, &receiver.moves)?;
                Ok((inserts, updates))
            },
            |_| run(peer, work.path()),
        )?;
        add(peer, receiver, &rounds, table);
        if peer.name == PEERS[0].name {
            sizes(receiver, work.path(), table)?;
        }
    }
    Ok(())
}

fn add(peer: &Peer, ours: &Receiver<'_>, rounds: &[((Spent, Spent), Told)], table: &mut Table) {
    let name = peer.name;
    let count = ours.contacts.commits.len() as f64;
    for (changes, target, told, spent) in [
        (
            "inserts",
            peer.inserts,
            (|told: &Told| told.inserts) as fn(&Told) -> f64,
            (|ours: &(Spent, Spent)| ours.0.processor) as fn(&(Spent, Spent)) -> f64,
        ),
        (
            "updates",
            peer.updates,
            |told| told.updates,
            |ours| ours.1.processor,
        ),
    ] {
        table.add(
            format!("{name}: {changes}"),
            median(rounds.iter().map(|(_, peer)| told(peer))) / 1000.0,
            "thousand changes per CPU second",
            Target::None,
        );
        table.add(
            format!("import ÷ {name}, {changes}"),
            median(
                rounds
                    .iter()
                    .map(|(ours, peer)| count / spent(ours) / told(peer)),
            ),
            "times its speed",
            target,
        );
    }
}

/// The changeset's bytes, compressed as the blocks of a bundle are.
fn sizes(receiver: &Receiver<'_>, work: &Path, table: &mut Table) -> Outcome<()> {
    const LEVEL: i32 = 3;
    for (changes, sent) in [
        ("inserts", &receiver.contacts),
        ("updates", &receiver.moves),
    ] {
        let changeset = std::fs::read(work.join(format!("{changes}.changeset")))?;
        let compressed = zstd::bulk::compress(&changeset, LEVEL)?.len();
        table.add(
            format!("bundle ÷ compressed changeset, {changes}"),
            sent.size_bytes as f64 / compressed as f64,
            "of its bytes",
            Target::AtMost(1.35),
        );
    }
    Ok(())
}

fn write_changes(receiver: &Receiver<'_>, changes: usize, work: &Path) -> Outcome<()> {
    let (victims, contacts, moves) = receiver.lines(changes);
    for (name, lines) in [
        ("victims", victims),
        ("contacts", contacts),
        ("moves", moves),
    ] {
        std::fs::write(work.join(format!("{name}.jsonl")), lines.join("\n"))?;
    }
    Ok(())
}

/// Runs a peer once. It prints the changes it took in for each second: of inserts, then of updates.
fn run(peer: &Peer, work: &Path) -> Outcome<Told> {
    match *told(peer.command, &[work.as_os_str()])? {
        [inserts, updates] => Ok(Told { inserts, updates }),
        _ => Err(format!("{} said something else", peer.name).into()),
    }
}

/// The numbers that a program below `tests/peers` prints.
pub fn told(command: &[&str], arguments: &[&OsStr]) -> Outcome<Vec<f64>> {
    let below = |part: &&str| folder().join(part).into_os_string();
    let mut words = command.iter();
    let program = match words.next() {
        // The one program that is not installed there.
        Some(&"node") => "node".into(),
        Some(program) => below(program),
        None => return Err("a peer has a command".into()),
    };
    let ran = Command::new(program)
        .args(words.map(below))
        .args(arguments)
        .output()?;
    if !ran.status.success() {
        let said = String::from_utf8_lossy(&ran.stderr).into_owned();
        return Err(format!("{}: {said}", command.join(" ")).into());
    }
    let said = String::from_utf8(ran.stdout)?;
    Ok(said
        .split_whitespace()
        .map(str::parse)
        .collect::<Result<_, _>>()?)
}

/// Where the peers are.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("peers")
}
