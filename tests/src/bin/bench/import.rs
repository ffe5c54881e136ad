//! A whole import of a large table: an office that brings its old list along. By the wall clock, and the memory of the
//! process at its height; run this part alone to read that line.

use std::io::Write as _;

use countyline_core::import::{self, Import, ImportWhat, MappedColumn, Mapping};
use countyline_core::testing::World;

use crate::Outcome;
use crate::scale::memory_kib;
use crate::table::{Table, Target};
use crate::timing::measured;
use crate::year::Size;

/// Rows in the file, for each victim of a large office: with 50,000 of them the file has 100 MB.
const ROWS_EACH: usize = 8;
/// Letters of a note in each row that is left out.
const NOTE: usize = 190;

/// Imports a table of victims and measures it.
pub fn measure(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    let mut office = world.county("office with an old list");
    let path = world.stick("old list").join("victims.csv");
    let rows = size.office * ROWS_EACH;
    let mut file = std::io::BufWriter::new(std::fs::File::create(&path)?);
    writeln!(file, "ID,First,Last,Phone,Safe,Note")?;
    let note = "x".repeat(NOTE);
    for row in 0..rows {
        let (given, family) = (row % 97, row % 20_011);
        writeln!(
            file,
            "A{row:07},Given{given},Sample{family:05},555-{:03}-{:04},Y,{note}",
            row / 10_000 % 1_000,
            row % 10_000
        )?;
    }
    file.flush()?;
    drop(file);
    let mapping = mapping();
    let wanted = Import {
        path: &path,
        mapping: &mapping,
        dry_run: false,
        rejects: None,
        language: "en",
    };
    let (report, spent) = measured(|| import::import(&mut office, &wanted));
    let report = report?;
    if usize::try_from(report.taken)? != rows {
        return Err(format!("{} of {rows} rows were taken", report.taken).into());
    }
    let megabytes = std::fs::metadata(&path)?.len() as f64 / 1e6;
    table.add("a table of an old list", megabytes, "MB", Target::None);
    table.add("taking it in", spent.wall, "s", Target::None);
    table.add(
        "rows taken in",
        rows as f64 / spent.wall,
        "rows per second",
        Target::None,
    );
    table.add(
        "memory of the whole process meanwhile",
        memory_kib("VmHWM")? / 1024.0,
        "MiB",
        Target::None,
    );
    drop(office);
    std::fs::remove_dir_all(world.path("office with an old list"))?;
    Ok(())
}

fn mapping() -> Mapping {
    let column = |(column, field): (&str, &str)| MappedColumn {
        column: column.to_owned(),
        field: field.to_owned(),
        values: [("Y".to_owned(), Some("yes".to_owned()))]
            .into_iter()
            .filter(|_| field == "phone_safe")
            .collect(),
        empty: None,
        parted_by: None,
    };
    let columns = [
        ("First", "given_name"),
        ("Last", "family_name"),
        ("Phone", "phone"),
        ("Safe", "phone_safe"),
    ];
    Mapping {
        what: ImportWhat::Victims,
        source: "old list".to_owned(),
        sheet: None,
        key: Some("ID".to_owned()),
        dates: Vec::new(),
        columns: columns.map(column).into(),
        always: Default::default(),
        leave_out: vec!["Note".to_owned()],
        undecided: Vec::new(),
    }
}
