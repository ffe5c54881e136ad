//! Runs the simulator of county and laptops over many seeds, and replays one that failed.
//!
//! ```text
//! simulate --seeds N [--from S] [--break RULE] [--list-breaks]
//! ```
//!
//! Exit code 0 only if every seed was clean. A failure names its seed; `--seeds 1 --from SEED` runs it
//! again.

use std::process::ExitCode;

use countyline_core::testing::{BROKEN, Broken};
use system_tests::simulator::{Counts, run};

const USAGE: &str = "usage: simulate --seeds N [--from S] [--break RULE] [--list-breaks]";
/// Failures told whole; of further ones only the name.
const TOLD_WHOLE: u64 = 3;

/// What the command line asks for.
enum Wanted {
    ListBreaks,
    Run {
        seeds: u64,
        from: u64,
        broken: Option<Broken>,
    },
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
        }) => run_seeds(seeds, from, broken),
        Err(wrong) => {
            eprintln!("{wrong}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn run_seeds(seeds: u64, from: u64, broken: Option<Broken>) -> ExitCode {
    let mut total = Counts::default();
    let mut failed = 0u64;
    // A panic is told as what it breaks, with its seed.
    std::panic::set_hook(Box::new(|_| {}));
    for seed in (from..).take(usize::try_from(seeds).unwrap_or(usize::MAX)) {
        match run(seed, broken) {
            Ok(counts) => total += counts,
            Err(failure) => {
                failed += 1;
                if failed <= TOLD_WHOLE {
                    eprintln!("seed {seed} {failure}");
                } else {
                    eprintln!("seed {seed} not so: {}", failure.invariant);
                }
            }
        }
    }
    println!("{seeds} seeds from {from}, {failed} failed; in the clean ones:");
    print!("{total}");
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn wanted(mut arguments: impl Iterator<Item = String>) -> Result<Wanted, String> {
    let (mut seeds, mut from, mut broken) = (None, 0, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--list-breaks" => return Ok(Wanted::ListBreaks),
            "--seeds" => seeds = Some(number(&argument, arguments.next())?),
            "--from" => from = number(&argument, arguments.next())?,
            "--break" => broken = Some(rule(arguments.next())?),
            _ => return Err(format!("{argument} is not an option")),
        }
    }
    let seeds = seeds.filter(|seeds| *seeds > 0);
    Ok(Wanted::Run {
        seeds: seeds.ok_or("--seeds says how many, from 1")?,
        from,
        broken,
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
