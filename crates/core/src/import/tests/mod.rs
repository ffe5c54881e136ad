mod again;
mod bad_input;
mod proposals;
mod taken;

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::testing::{World, ways};
use crate::victims::{self, VictimPage};

/// A mapping of these columns, each to a field.
fn mapping(what: ImportWhat, columns: &[(&str, &str)]) -> Mapping {
    let column = |(column, field): &(&str, &str)| MappedColumn {
        column: (*column).to_owned(),
        field: (*field).to_owned(),
        values: Default::default(),
        empty: None,
        parted_by: None,
    };
    Mapping {
        what,
        source: "Access 2015".to_owned(),
        sheet: None,
        key: Some("ID".to_owned()),
        dates: vec!["MM/DD/YYYY".to_owned()],
        columns: columns.iter().map(column).collect(),
        always: Default::default(),
        leave_out: Vec::new(),
        undecided: Vec::new(),
    }
}

/// The usual table of victims: ID, First, Last, DOB, Phone, Safe.
fn victims_mapping() -> Mapping {
    let mut mapping = mapping(
        ImportWhat::Victims,
        &[
            ("First", "given_name"),
            ("Last", "family_name"),
            ("DOB", "birth_date"),
            ("Phone", "phone"),
            ("Safe", "phone_safe"),
        ],
    );
    let safe = &mut mapping.columns[4];
    safe.values.insert("Y".to_owned(), Some("yes".to_owned()));
    safe.values.insert("N".to_owned(), Some("no".to_owned()));
    mapping
}

const HEADINGS: &str = "ID,First,Last,DOB,Phone,Safe\n";

/// A file of these bytes.
fn table(world: &World, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = world.stick("tables").join("table.csv");
    fs::write(&path, bytes).unwrap();
    path
}

fn rejects(world: &World) -> PathBuf {
    let path = world.stick("tables").join("rejects.csv");
    let _ = fs::remove_file(&path);
    path
}

fn run(
    world: &World,
    file: &mut CaseFile,
    bytes: impl AsRef<[u8]>,
    mapping: &Mapping,
    dry_run: bool,
) -> Result<ImportReport> {
    let (path, rejects) = (table(world, bytes), rejects(world));
    let wanted = Import {
        path: &path,
        mapping,
        dry_run,
        rejects: Some(&rejects),
        language: "en",
    };
    import(file, &wanted)
}

/// Takes a table in, after a dry run has told the same and written nothing.
fn take(world: &World, file: &mut CaseFile, bytes: &str, mapping: &Mapping) -> ImportReport {
    let commits = file.verify().unwrap().commits;
    let told = run(world, file, bytes, mapping, true).unwrap();
    assert_eq!(file.verify().unwrap().commits, commits);
    let did = run(world, file, bytes, mapping, false).unwrap();
    let as_told = ImportReport {
        dry_run: true,
        doubles: told.doubles.clone(),
        ..did.clone()
    };
    assert_eq!(as_told, told);
    assert!(file.verify().unwrap().ok);
    did
}

/// Why each refused row was, by row.
fn reasons(report: &ImportReport) -> Vec<(i32, &str)> {
    let refusals = report.refusals.iter();
    refusals
        .map(|refusal| (refusal.row, refusal.failure.code.as_str()))
        .collect()
}

fn page(file: &CaseFile, name: &str) -> VictimPage {
    let found = victims::find(file, name).unwrap();
    victims::page(file, &found[0].id).unwrap()
}

fn names(file: &CaseFile) -> Vec<String> {
    let found = victims::find(file, "").unwrap();
    let mut names: Vec<String> = found.into_iter().map(|victim| victim.name).collect();
    names.sort();
    names
}

fn refused(outcome: Result<ImportReport>) -> String {
    match outcome {
        Err(error) => error.failure().code,
        Ok(report) => panic!("nothing was refused: {report:?}"),
    }
}

fn is_refused(outcome: &Result<ImportReport>, refusal: &ImportRefusal) -> bool {
    matches!(outcome, Err(Error::Import(found)) if found == refusal)
}
