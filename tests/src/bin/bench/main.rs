//! Measures what people wait for, each beside a baseline that ran in the same round.
//!
//! ```text
//! bench [--quick | --tenth] [only …]
//! ```
//!
//! Prints one table and writes it to `target/bench/summary.tsv`. Only ratios are claims: both sides of one
//! ran in this process, in turns, on this machine. A target that is not met is printed as not met and
//! does not fail the run. `--quick` runs everything once and small, to see that it runs; its numbers
//! mean nothing. `--tenth` runs a tenth of it, for whoever works on what it measures: what is fixed for each
//! bundle weighs too much in it. Named parts (`receive`, `scale`, `desk`, `office`, `import`, `paper`, `window`, `frames`) run alone. What
//! each line says stands in `docs/benchmarks.md`.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod baseline;
mod desk;
mod exchange;
#[cfg(feature = "window")]
mod frames;
mod import;
mod laptop;
mod office;
mod paper;
mod peers;
mod receive;
mod scale;
mod table;
mod timing;
#[cfg(feature = "window")]
mod window;
mod year;

use std::error::Error;
use std::process::ExitCode;

use table::Table;
use year::Size;

/// What a measurement gives, or why there is none.
type Outcome<T> = Result<T, Box<dyn Error>>;

const PARTS: [&str; 8] = [
    "receive", "scale", "desk", "office", "import", "paper", "window", "frames",
];

/// Parts that need nothing of what the others leave.
const OF_THE_WINDOW: [&str; 2] = ["window", "frames"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["--merge", folder, bundle] => scale::merge_one(folder.as_ref(), bundle.as_ref()),
        ["--quick", only @ ..] if are_parts(only) => run(Size::QUICK, only),
        ["--tenth", only @ ..] if are_parts(only) => run(Size::TENTH, only),
        only if are_parts(only) => run(Size::FULL, only),
        _ => {
            eprintln!("usage: bench [--quick | --tenth] [{}]", PARTS.join("|"));
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            eprintln!("bench: {failed}");
            ExitCode::FAILURE
        }
    }
}

fn are_parts(only: &[&str]) -> bool {
    only.iter().all(|part| PARTS.contains(part))
}

fn run(size: Size, only: &[&str]) -> Outcome<()> {
    let table = measure_everything(size, only)?;
    let written = table.write()?;
    println!("{table}\n{}", written.display());
    Ok(())
}

/// Measures these parts, or all if none is named.
fn measure_everything(size: Size, only: &[&str]) -> Outcome<Table> {
    let mut table = Table::default();
    let world = countyline_core::testing::World::new();
    let wanted = |part| only.is_empty() || only.contains(&part);
    if wanted("import") {
        import::measure(&world, size, &mut table)?;
    }
    if wanted("receive") {
        receive::measure(&world, size, &mut table)?;
    }
    #[cfg(feature = "window")]
    if wanted("window") {
        window::measure(size, &mut table)?;
    }
    #[cfg(feature = "window")]
    if wanted("frames") {
        frames::measure(size, &mut table)?;
    }
    if !only.is_empty() && only.iter().all(|part| OF_THE_WINDOW.contains(part)) {
        return Ok(table);
    }
    // What follows needs the county it leaves.
    exchange::measure(&world, size, &mut table)?;
    if wanted("scale") {
        scale::measure(&world, size, &mut table)?;
    }
    if wanted("desk") {
        desk::measure(&world, size, &mut table)?;
    }
    if wanted("office") {
        office::measure(&world, size, &mut table)?;
    }
    if wanted("paper") {
        paper::measure(&world, size, &mut table)?;
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_can_be_measured_and_every_line_says_something() {
        let table = measure_everything(Size::QUICK, &[]).unwrap();
        let values: Vec<f64> = table.values().collect();
        assert!(values.len() > 20);
        assert!(values.iter().all(|value| value.is_finite() && *value > 0.0));
    }
}
