//! Measures what people wait for, each beside a baseline that ran in the same round.
//!
//! ```text
//! bench [--quick]
//! ```
//!
//! Prints one table and writes it to `target/bench/summary.tsv`. Only ratios are claims: both sides of one
//! ran in this process, in turns, on this machine. A target that is not met is printed as not met and
//! does not fail the run. `--quick` runs everything once and small, to see that it runs; its numbers
//! mean nothing. What each line says stands in `docs/benchmarks.md`.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod baseline;
mod desk;
mod exchange;
mod laptop;
mod paper;
mod table;
mod timing;
mod year;

use std::error::Error;
use std::process::ExitCode;

use table::Table;
use year::Size;

/// What a measurement gives, or why there is none.
type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let size = match arguments.as_slice() {
        [] => Size::FULL,
        [only] if only == "--quick" => Size::QUICK,
        _ => {
            eprintln!("usage: bench [--quick]");
            return ExitCode::from(2);
        }
    };
    match run(size) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            eprintln!("bench: {failed}");
            ExitCode::FAILURE
        }
    }
}

fn run(size: Size) -> Outcome<()> {
    let table = measure_everything(size)?;
    let written = table.write()?;
    println!("{table}\n{}", written.display());
    Ok(())
}

fn measure_everything(size: Size) -> Outcome<Table> {
    let mut table = Table::default();
    let world = countyline_core::testing::World::new();
    exchange::measure(&world, size, &mut table)?;
    desk::measure(&world, size, &mut table)?;
    paper::measure(&world, size, &mut table)?;
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_can_be_measured_and_every_line_says_something() {
        let table = measure_everything(Size::QUICK).unwrap();
        let values: Vec<f64> = table.values().collect();
        assert!(values.len() > 20);
        assert!(values.iter().all(|value| value.is_finite() && *value > 0.0));
    }
}
