//! Runs the simulator of county and laptops over many seeds, and replays one that failed.
//!
//! ```text
//! simulate --seeds N [--from S] [--break RULE] [--threads T] [--list-breaks]
//! ```
//!
//! Seeds are lived on all cores. Exit code 0 only if every seed was clean. A failure names its seed;
//! `--seeds 1 --from SEED` runs it again. With `--break` it says how many seeds notice, and which is the first.

use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use countyline_core::testing::{BROKEN, Broken};
use system_tests::simulator::{Counts, Failure, run};

const USAGE: &str =
    "usage: simulate --seeds N [--from S] [--break RULE] [--threads T] [--list-breaks]";
/// Failures told whole; of further ones only the name.
const TOLD_WHOLE: u64 = 3;

/// What the command line asks for.
enum Wanted {
    ListBreaks,
    Run {
        seeds: u64,
        from: u64,
        broken: Option<Broken>,
        threads: usize,
    },
}

/// What came of the seeds so far.
#[derive(Default)]
struct Came {
    total: Counts,
    failed: u64,
    first: Option<u64>,
}

fn main() -> ExitCode {
    match wanted(std::env::args().skip(1)) {
        Ok(Wanted::ListBreaks) => {
            BROKEN.iter().for_each(|(name, _)| println!("{name}"));
            ExitCode::SUCCESS
        }
        Ok(Wanted::Run {
            seeds,
            from,
            broken,
            threads,
        }) => run_seeds(seeds, from, broken, threads),
        Err(wrong) => {
            eprintln!("{wrong}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn run_seeds(seeds: u64, from: u64, broken: Option<Broken>, threads: usize) -> ExitCode {
    // A panic is told as what it breaks, with its seed.
    std::panic::set_hook(Box::new(|_| {}));
    let came = Mutex::new(Came::default());
    let next = AtomicU64::new(0);
    let live = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= seeds {
                return;
            }
            let seed = from.saturating_add(number);
            let lived = run(seed, broken);
            let mut came = came.lock().unwrap_or_else(PoisonError::into_inner);
            match lived {
                Ok(counts) => came.total += counts,
                Err(failure) => came.tell(seed, &failure, broken.is_some()),
            }
        }
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(live)).collect();
        // Until each has ended: a scope waits for what they live and no longer, and what OpenSSL puts away as a thread
        // ends must not be under way while the process does.
        for thread in threads {
            thread.join().expect("a seed that panics is told as one");
        }
    });
    let came = came.into_inner().unwrap_or_else(PoisonError::into_inner);
    println!(
        "{seeds} seeds from {from}, {} failed; in the clean ones:",
        came.failed
    );
    print!("{}", came.total);
    if broken.is_some() {
        let first = came
            .first
            .map_or("none".to_owned(), |first| first.to_string());
        println!(
            "noticed by {} of {seeds} seeds, first by {first}",
            came.failed
        );
    }
    if came.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

impl Came {
    fn tell(&mut self, seed: u64, failure: &Failure, on_purpose: bool) {
        self.failed += 1;
        self.first = Some(self.first.map_or(seed, |first| first.min(seed)));
        if on_purpose {
            println!("seed {seed} not so: {}", failure.invariant);
        } else if self.failed <= TOLD_WHOLE {
            eprintln!("seed {seed} {failure}");
        } else {
            eprintln!("seed {seed} not so: {}", failure.invariant);
        }
    }
}

fn wanted(mut arguments: impl Iterator<Item = String>) -> Result<Wanted, String> {
    let (mut seeds, mut from, mut broken) = (None, 0, None);
    let mut threads = std::thread::available_parallelism().map_or(1, usize::from);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--list-breaks" => return Ok(Wanted::ListBreaks),
            "--seeds" => seeds = Some(number(&argument, arguments.next())?),
            "--from" => from = number(&argument, arguments.next())?,
            "--threads" => {
                let wanted = number(&argument, arguments.next())?;
                threads = usize::try_from(wanted).unwrap_or(1).max(1);
            }
            "--break" => broken = Some(rule(arguments.next())?),
            _ => return Err(format!("{argument} is not an option")),
        }
    }
    let seeds = seeds.filter(|seeds| *seeds > 0);
    Ok(Wanted::Run {
        seeds: seeds.ok_or("--seeds says how many, from 1")?,
        from,
        broken,
        threads,
    })
}

fn number(option: &str, argument: Option<String>) -> Result<u64, String> {
    let number = argument.and_then(|argument| argument.parse().ok());
    number.ok_or_else(|| format!("{option} needs a number"))
}

fn rule(argument: Option<String>) -> Result<Broken, String> {
    let found = BROKEN
        .iter()
        .find(|(name, _)| Some(*name) == argument.as_deref());
    let (_, rule) = found.ok_or("--break needs a rule; --list-breaks names them")?;
    Ok(*rule)
}
