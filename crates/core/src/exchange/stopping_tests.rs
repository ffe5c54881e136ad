//! Long work that somebody stops: what it was about is as before, and beginning again does it.

use super::*;
use crate::export_table::{self, Names};
use crate::testing::inside::dump;
use crate::testing::travel::{names, office, record};

/// Asks to stop as soon as the work says how far it is.
fn stop_at_first_word(file: &CaseFile) {
    let work = file.long_work().clone();
    file.long_work().watch(move |_| work.stop());
}

fn go_on(file: &CaseFile) {
    file.long_work().watch(|_| {});
}

fn states(files: &[IncomingBundle]) -> Vec<&str> {
    files.iter().map(|file| file.state.as_str()).collect()
}

#[test]
fn a_merge_that_is_stopped_brings_nothing_of_the_file_under_way_nor_of_those_after_it() {
    let (world, mut county, [mut first, mut second, mut third]) = office();
    record(&mut first, "Ana");
    record(&mut second, "Bea");
    record(&mut third, "Cia");
    let files = [&mut first, &mut second, &mut third].map(|laptop| world.sent(laptop));
    let work = county.long_work().clone();
    county.long_work().watch(move |far| {
        if far.file == 2 {
            work.stop();
        }
    });
    let stopped = merge(&mut county, &files).unwrap();
    assert_eq!(states(&stopped.files), ["ready", "stopped", "stopped"]);
    assert_eq!(names(&county), ["Ana"]);
    go_on(&county);
    let merged = merge(&mut county, &files).unwrap();
    assert_eq!(states(&merged.files), ["already_merged", "ready", "ready"]);
    assert_eq!(names(&county), ["Ana", "Bea", "Cia"]);
}

#[test]
fn a_merge_that_is_stopped_while_changes_come_in_leaves_every_table_as_it_was() {
    let (world, mut county, [mut laptop]) = office();
    record(&mut laptop, "Ana");
    let file = world.sent(&mut laptop);
    let before = dump(&county).unwrap();
    stop_at_first_word(&county);
    let stopped = merge(&mut county, std::slice::from_ref(&file)).unwrap();
    assert_eq!(states(&stopped.files), ["stopped"]);
    assert_eq!((stopped.added, stopped.changed), (0, 0));
    assert_eq!(dump(&county).unwrap(), before);
    assert!(county.long_work().look().is_none());
    go_on(&county);
    merge(&mut county, &[file]).unwrap();
    assert_eq!(names(&county), ["Ana"]);
}

#[test]
fn a_file_that_waits_goes_on_waiting_with_its_reason_while_a_merge_is_stopped() {
    let (world, mut county, [mut laptop]) = office();
    record(&mut laptop, "Ana");
    let file = world.sent(&mut laptop);
    revoke_laptop(&mut county, "Laptop 07").unwrap();
    assert_eq!(
        states(&merge(&mut county, &[file]).unwrap().files),
        ["parked"]
    );
    let waits = parked(&county).unwrap();
    stop_at_first_word(&county);
    let other = world.path("no such file").display().to_string();
    merge(&mut county, &[other]).unwrap();
    assert_eq!(parked(&county).unwrap(), waits);
}

#[test]
fn a_rehearsal_a_check_a_return_and_a_table_that_are_stopped_say_so() {
    let (world, mut county, [mut laptop, _other]) = office();
    record(&mut laptop, "Ana");
    let file = world.sent(&mut laptop);
    stop_at_first_word(&county);
    let is_stopped = |error: Error| assert!(matches!(error, Error::Stopped), "{error:?}");
    is_stopped(rehearse_merge(&county, std::slice::from_ref(&file)).unwrap_err());
    is_stopped(county.verify().unwrap_err());
    let stick = world.stick("returns");
    is_stopped(hand_back(&mut county, &stick).unwrap_err());
    // What was written before is whole.
    assert_eq!(std::fs::read_dir(&stick).unwrap().count(), 1);
    go_on(&county);
    merge(&mut county, &[file]).unwrap();
    county.long_work().watch({
        let work = county.long_work().clone();
        move |_| work.stop()
    });
    let table = world.stick("tables").join("victims.csv");
    // One row is too few for a word of how far it is, and too few to stop.
    export_table::export(&mut county, "victims", Names::Covered, &table).unwrap();
    go_on(&county);
    assert!(county.verify().unwrap().ok);
}
