//! The window: how long it takes until somebody can use it, and what memory it then has, beside an empty window made
//! with the same tools.
//!
//! Both run on a hidden screen of their own, as the programs people use. "Can be used" is the same for both and is seen
//! from outside: from then on the screen looks as it does once nothing changes any more. Memory is the share of every
//! process of the program (PSS), so that what two programs use together is counted once.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use countyline_core::outside::Outside;
use countyline_core::start::{self, NewOffice};
use system_tests::window::{Group, Machine, PASSPHRASE};

use crate::Outcome;
use crate::peers;
use crate::table::{Table, Target};
use crate::timing::{in_turns, median};
use crate::year::Size;

/// A screen that is still for so long does not change any more.
const STILL: Duration = Duration::from_millis(1500);
const PATIENCE: Duration = Duration::from_secs(30);
const LOOK_EVERY: Duration = Duration::from_millis(4);
/// So many bytes of a picture may change without anything having happened: the caret blinks.
const MAY_CHANGE: usize = 2_000;

/// What was measured of one start.
struct Started {
    /// Milliseconds until it can be used.
    usable_ms: f64,
    /// MiB of all its processes.
    memory_mib: f64,
}

/// What was measured of ours.
struct Ours {
    door: Started,
    /// From Enter behind the passphrase until Today stands.
    today: Started,
}

/// Measures both, if both are built.
pub fn measure(size: Size, table: &mut Table) -> Outcome<()> {
    let empty = peers::folder().join("empty-window/target/release/empty-window");
    let ours = built("countyline-desktop");
    for program in [&empty, &ours] {
        if !program.is_file() {
            eprintln!(
                "not measured: {}; scripts/bench.sh builds it",
                program.display()
            );
            return Ok(());
        }
    }
    let machine = Machine::new();
    let office = office(&machine)?;
    let rounds = in_turns(
        size.rounds,
        |_| open_and_unlock(&machine, Command::new(&ours).arg("--office").arg(&office)),
        |_| {
            let (program, started) = open(&machine, &mut Command::new(&empty))?;
            drop(program);
            Ok(started)
        },
    )?;
    let of = |value: fn(&(Ours, Started)) -> f64| median(rounds.iter().map(value));
    for (name, value, unit, target) in [
        (
            "start to the door",
            of(|(ours, _)| ours.door.usable_ms),
            "ms",
            Target::None,
        ),
        (
            "empty window: start",
            of(|(_, empty)| empty.usable_ms),
            "ms",
            Target::None,
        ),
        (
            "start ÷ empty window",
            of(|(ours, empty)| ours.door.usable_ms / empty.usable_ms),
            "times its time",
            Target::AtMost(1.3),
        ),
        (
            "unlock to Today",
            of(|(ours, _)| ours.today.usable_ms),
            "ms",
            Target::AtMost(2000.0),
        ),
        (
            "memory at the door",
            of(|(ours, _)| ours.door.memory_mib),
            "MiB (PSS)",
            Target::None,
        ),
        (
            "memory on Today",
            of(|(ours, _)| ours.today.memory_mib),
            "MiB (PSS)",
            Target::None,
        ),
        (
            "empty window: memory",
            of(|(_, empty)| empty.memory_mib),
            "MiB (PSS)",
            Target::None,
        ),
        (
            "memory at the door ÷ empty window",
            of(|(ours, empty)| ours.door.memory_mib / empty.memory_mib),
            "times its memory",
            Target::AtMost(1.3),
        ),
        (
            "memory on Today ÷ empty window",
            of(|(ours, empty)| ours.today.memory_mib / empty.memory_mib),
            "times its memory",
            Target::AtMost(1.3),
        ),
    ] {
        table.add(name, value, unit, target);
    }
    Ok(())
}

/// An office whose passphrase costs what it costs people.
fn office(machine: &Machine) -> Outcome<PathBuf> {
    let folder = machine.folder("office");
    let form = NewOffice {
        office_name: "Rivertown".to_owned(),
        place_name: "County desk".to_owned(),
        person_name: "Pat Coordinator".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        language: "en".to_owned(),
    };
    start::create_office(&folder, &form, Outside::of_this_machine(&machine.profile()))?;
    Ok(folder)
}

/// A program that lies beside this one.
fn built(name: &str) -> PathBuf {
    let here = std::env::current_exe().unwrap_or_default();
    let beside = here.ancestors().skip(1).take(2);
    let found = beside
        .map(|folder| folder.join(name))
        .find(|path| path.is_file());
    found.unwrap_or_else(|| PathBuf::from(name))
}

fn open_and_unlock(machine: &Machine, program: &mut Command) -> Outcome<Ours> {
    let (running, door) = open(machine, program)?;
    // Nobody manages the windows of this screen: keys go where the pointer is.
    machine.at_keyboard(&[
        "mousemove",
        "683",
        "400",
        "type",
        "--delay",
        "20",
        PASSPHRASE,
    ]);
    std::thread::sleep(STILL);
    let before = machine.pixels();
    let pressed = now();
    machine.at_keyboard(&["key", "Return"]);
    let today = usable(machine, pressed, &before, &running)?;
    Ok(Ours { door, today })
}

/// Starts a program and waits until it can be used.
fn open(machine: &Machine, program: &mut Command) -> Outcome<(Group, Started)> {
    let before = machine.pixels();
    let begun = now();
    let running = machine.start(program);
    let started = usable(machine, begun, &before, &running)?;
    Ok((running, started))
}

/// Waits until the screen comes to rest, and tells how long that took and what memory it left the program with.
fn usable(machine: &Machine, begun: Instant, before: &[u8], running: &Group) -> Outcome<Started> {
    Ok(Started {
        usable_ms: until_still(machine, begun, before)?.as_secs_f64() * 1000.0,
        memory_mib: memory_mib(running.id())?,
    })
}

/// Waits until the screen is another than before, and still; gives how long after the beginning it looked so for the
/// first time and stayed so.
fn until_still(machine: &Machine, begun: Instant, before: &[u8]) -> Outcome<Duration> {
    let mut seen: Vec<(Duration, Vec<u8>)> = vec![(Duration::ZERO, before.to_vec())];
    let mut moved = Duration::ZERO;
    loop {
        let at = begun.elapsed();
        if at > PATIENCE {
            return Err("the screen never came to rest".into());
        }
        let pixels = machine.pixels();
        if let Some((_, last)) = seen.last()
            && *last != pixels
        {
            if differing(last, &pixels) > MAY_CHANGE {
                moved = at;
            }
            seen.push((at, pixels));
        }
        if !moved.is_zero() && at > moved + STILL {
            break;
        }
        std::thread::sleep(LOOK_EVERY);
    }
    let (_, last) = seen.last().cloned().unwrap_or_default();
    let stays = |(_, pixels): &&(Duration, Vec<u8>)| differing(pixels, &last) <= MAY_CHANGE;
    let first = seen.iter().rev().take_while(stays).last();
    Ok(first.map_or(moved, |(at, _)| *at))
}

fn differing(one: &[u8], other: &[u8]) -> usize {
    let pairs = one.iter().zip(other);
    pairs.filter(|(one, other)| one != other).count()
}

/// The proportional share of every process that this one started, and its own.
fn memory_mib(program: u32) -> Outcome<f64> {
    let mut tree = BTreeSet::from([program]);
    loop {
        let children = processes()?
            .into_iter()
            .filter(|(id, parent)| tree.contains(parent) && !tree.contains(id))
            .map(|(id, _)| id)
            .collect::<Vec<_>>();
        if children.is_empty() {
            break;
        }
        tree.extend(children);
    }
    let kibibytes: u64 = tree.iter().filter_map(|id| share_of(*id)).sum();
    Ok(kibibytes as f64 / 1024.0)
}

fn share_of(id: u32) -> Option<u64> {
    let told = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let share = told.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    share.trim().strip_suffix(" kB")?.trim().parse().ok()
}

/// Every process and who started it.
fn processes() -> Outcome<Vec<(u32, u32)>> {
    let entries = std::fs::read_dir(Path::new("/proc"))?.flatten();
    let parent = |id: u32| {
        let told = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        let parent = told.lines().find_map(|line| line.strip_prefix("PPid:"))?;
        Some((id, parent.trim().parse().ok()?))
    };
    Ok(entries
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(parent)
        .collect())
}

#[expect(
    clippy::disallowed_methods,
    reason = "a bench measures with the machine's clock"
)]
fn now() -> Instant {
    Instant::now()
}
