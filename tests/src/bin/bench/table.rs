//! The table: one line for each measurement, and whether it meets its target.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::Outcome;

/// What was measured so far.
#[derive(Debug, Default)]
pub struct Table {
    lines: Vec<Line>,
}

/// What a value is held against.
#[derive(Debug, Clone, Copy)]
pub enum Target {
    /// Written down to be seen, not held against anything.
    None,
    /// This much or more.
    AtLeast(f64),
    /// This much or less.
    AtMost(f64),
}

#[derive(Debug)]
struct Line {
    name: String,
    value: f64,
    unit: &'static str,
    target: Target,
}

impl Table {
    /// Adds a line.
    pub fn add(&mut self, name: impl Into<String>, value: f64, unit: &'static str, target: Target) {
        let name = name.into();
        eprintln!("measured: {name} = {} {unit}", shown(value));
        self.lines.push(Line {
            name,
            value,
            unit,
            target,
        });
    }

    /// All values, in order.
    #[cfg(test)]
    pub fn values(&self) -> impl Iterator<Item = f64> {
        self.lines.iter().map(|line| line.value)
    }

    /// Writes `target/bench/summary.tsv` and says where it lies.
    pub fn write(&self) -> Outcome<PathBuf> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
        std::fs::create_dir_all(&folder)?;
        let path = folder.canonicalize()?.join("summary.tsv");
        let mut text = "name\tvalue\tunit\ttarget\tmet\n".to_owned();
        for line in &self.lines {
            text += &line.cells().join("\t");
            text.push('\n');
        }
        std::fs::write(&path, text)?;
        Ok(path)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let heading = ["name", "value", "unit", "target", "met"].map(str::to_owned);
        let mut rows = vec![heading];
        rows.extend(self.lines.iter().map(Line::cells));
        let width = |column: usize| {
            let cells = rows.iter().map(|row| row[column].chars().count());
            cells.max().unwrap_or(0)
        };
        let [name, value, unit, target] = [width(0), width(1), width(2), width(3)];
        for [a, b, c, d, e] in &rows {
            writeln!(f, "{a:name$}  {b:>value$}  {c:unit$}  {d:target$}  {e}")?;
        }
        Ok(())
    }
}

impl Line {
    fn cells(&self) -> [String; 5] {
        let met = match self.target {
            Target::None => None,
            Target::AtLeast(least) => Some(self.value >= least),
            Target::AtMost(most) => Some(self.value <= most),
        };
        [
            self.name.clone(),
            shown(self.value),
            self.unit.to_owned(),
            match self.target {
                Target::None => "–".to_owned(),
                Target::AtLeast(least) => format!("≥ {least}"),
                Target::AtMost(most) => format!("≤ {most}"),
            },
            match met {
                None => "–",
                Some(true) => "yes",
                Some(false) => "no",
            }
            .to_owned(),
        ]
    }
}

/// Three digits that count.
fn shown(value: f64) -> String {
    match value.abs() {
        large if large >= 100.0 => format!("{value:.0}"),
        middle if middle >= 10.0 => format!("{value:.1}"),
        small if small >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_whether_its_target_is_met() {
        for (value, target, met) in [
            (0.7, Target::AtLeast(0.65), "yes"),
            (0.6, Target::AtLeast(0.65), "no"),
            (12.0, Target::AtMost(50.0), "yes"),
            (51.0, Target::AtMost(50.0), "no"),
            (51.0, Target::None, "–"),
        ] {
            let line = Line {
                name: "a line".to_owned(),
                value,
                unit: "ms",
                target,
            };
            assert_eq!(line.cells()[4], met, "{value} {target:?}");
        }
    }
}
