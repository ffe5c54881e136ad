//! Joining an office that takes more than one file.

use std::fs;
use std::path::{Path, PathBuf};

use countyline_core::casefile::CaseFile;
use countyline_core::exchange::{self, PartSize};
use countyline_core::testing::World;
use countyline_core::testing::travel::record;

use crate::offices::{merged, rivertown, take_in, work};

/// A year of work in Rivertown and a welcome for Mill Road in several files, in order.
fn welcome(world: &World) -> (CaseFile, CaseFile, Vec<PathBuf>) {
    let (mut county, mut laptops) = rivertown(world);
    for laptop in &mut laptops {
        for given in ["Ana", "Bea", "Cora", "Dee"] {
            record(laptop, given);
            // Weeks of their own: a log can be cut where its owner has signed.
            let week = world.sent(laptop);
            merged(&mut county, &[&week]);
        }
    }
    let stick = world.stick("joining");
    let (laptop, request) = world.laptop("Mill Road", "Jo Sample", &stick);
    let size = PartSize::of_commits(6);
    exchange::enrol_laptop_in_parts(&mut county, Path::new(&request), &stick, size).unwrap();
    let mut files: Vec<PathBuf> = fs::read_dir(&stick)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.display().to_string().contains("welcome-"))
        .collect();
    files.sort();
    assert!(files.len() > 3, "{files:?}");
    (county, laptop, files)
}

#[test]
fn a_laptop_joins_an_office_larger_than_one_file() {
    let world = World::new();
    let (county, mut laptop, files) = welcome(&world);
    let taken = exchange::accept_welcome(&mut laptop, &files[0]).unwrap();
    assert_eq!(taken.missing_files, 0);
    assert_eq!(work(&laptop), work(&county));
}

#[test]
fn files_of_a_welcome_are_taken_one_by_one_last_first() {
    let world = World::new();
    let (county, mut laptop, files) = welcome(&world);
    for (turn, file) in files.iter().enumerate().rev() {
        let alone = world.stick(&format!("stick {turn}"));
        let alone = alone.join(file.file_name().unwrap());
        fs::copy(file, &alone).unwrap();
        exchange::accept_welcome(&mut laptop, &alone).unwrap();
    }
    assert_eq!(work(&laptop), work(&county));
}

#[test]
fn a_stick_pulled_while_joining_costs_nothing() {
    let world = World::new();
    let (mut county, mut laptop, files) = welcome(&world);
    let pulled = world.stick("pulled");
    for file in &files[..2] {
        fs::copy(file, pulled.join(file.file_name().unwrap())).unwrap();
    }
    let chosen = pulled.join(files[0].file_name().unwrap());
    let taken = exchange::accept_welcome(&mut laptop, &chosen).unwrap();
    assert_eq!(
        usize::try_from(taken.missing_files).unwrap(),
        files.len() - 2
    );
    // It works, and what was missing comes with the first return.
    record(&mut laptop, "Eve");
    world.week(&mut laptop, &mut county);
    let paths = world.returns(&mut county, "return");
    take_in(&mut laptop, &paths);
    assert_eq!(work(&laptop), work(&county));
}
