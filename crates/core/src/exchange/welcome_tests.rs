//! Joining an office that takes more than one file.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::testing::World;
use crate::testing::travel::{continued_twice, names, record};

/// A county with five victims, a laptop that asked to join, and its welcome in several files.
fn office(world: &World) -> (CaseFile, CaseFile, Vec<PathBuf>) {
    let mut county = world.county("Rivertown");
    for given in ["Ana", "Bea", "Cora", "Dee", "Eve"] {
        record(&mut county, given);
    }
    let stick = world.stick("joining");
    let (laptop, request) = world.laptop("Laptop 07", "Dana Deputy", &stick);
    let (request, size) = (Path::new(&request), PartSize::of_commits(2));
    let welcome = enrol_laptop_in_parts(&mut county, request, &stick, size).unwrap();
    let mut files: Vec<PathBuf> = returns_in(&stick)
        .unwrap()
        .iter()
        .map(PathBuf::from)
        .collect();
    files.sort();
    assert_eq!(files.len(), usize::try_from(welcome.files).unwrap());
    assert!(files.len() > 3, "{files:?}");
    assert_eq!(files[0], Path::new(&welcome.path));
    (county, laptop, files)
}

#[test]
fn a_welcome_in_several_files_is_taken_at_once_whichever_is_chosen() {
    for chosen in [0, 2] {
        let world = World::new();
        let (county, mut laptop, files) = office(&world);
        let read = read_welcome(&laptop, &files[chosen]).unwrap();
        assert_eq!(usize::try_from(read.files).unwrap(), files.len());
        let taken = accept_welcome(&mut laptop, &files[chosen]).unwrap();
        assert_eq!(taken.others.len(), files.len() - 1);
        assert!(
            taken.others.iter().all(|file| file.state == "ready"),
            "{taken:?}"
        );
        assert_eq!(taken.missing_files, 0);
        assert_eq!(names(&laptop), names(&county), "{chosen}");
    }
}

#[test]
fn the_files_of_a_welcome_are_valid_alone_and_in_any_order() {
    let world = World::new();
    let (county, mut laptop, files) = office(&world);
    for (turn, file) in files.iter().rev().enumerate() {
        let alone = world
            .stick(&format!("stick {turn}"))
            .join(file.file_name().unwrap());
        fs::copy(file, &alone).unwrap();
        let taken = accept_welcome(&mut laptop, &alone).unwrap();
        assert_eq!(
            usize::try_from(taken.missing_files).unwrap(),
            files.len() - 1
        );
        assert!(laptop.verify().unwrap().ok);
    }
    assert_eq!(names(&laptop), names(&county));
    // Once more, all of them: nothing changes.
    let commits = laptop.verify().unwrap().commits;
    accept_welcome(&mut laptop, &files[1]).unwrap();
    assert_eq!(laptop.verify().unwrap().commits, commits);
}

#[test]
fn a_laptop_whose_stick_was_pulled_goes_on_with_the_rest_or_with_the_next_return() {
    for rest_is_lost in [false, true] {
        let world = World::new();
        let (mut county, mut laptop, files) = office(&world);
        let (there, later) = files.split_at(1);
        let kept = world.stick("kept");
        for file in later {
            fs::rename(file, kept.join(file.file_name().unwrap())).unwrap();
        }
        let taken = accept_welcome(&mut laptop, &there[0]).unwrap();
        assert_eq!(usize::try_from(taken.missing_files).unwrap(), later.len());
        assert!(names(&laptop).len() < 5);
        if rest_is_lost {
            world.received(&mut county, &mut laptop, "returns");
        } else {
            receive(&mut laptop, &returns_in(&kept).unwrap()).unwrap();
        }
        assert_eq!(names(&laptop), names(&county));
        record(&mut laptop, "Fay");
        world.week(&mut laptop, &mut county);
        assert_eq!(names(&county).len(), 6);
    }
}

#[test]
fn a_damaged_file_of_a_welcome_is_refused_and_the_others_are_taken() {
    let world = World::new();
    let (_, mut laptop, files) = office(&world);
    let mut bytes = fs::read(&files[2]).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&files[2], bytes).unwrap();
    assert!(accept_welcome(&mut laptop, &files[2]).is_err());
    assert!(laptop.place().agency.is_none(), "nobody joins by it");
    let taken = accept_welcome(&mut laptop, &files[0]).unwrap();
    let refused = taken.others.iter().filter(|file| file.state == "refused");
    assert_eq!(refused.count(), 1);
    assert!(laptop.verify().unwrap().ok);
}

#[test]
fn the_files_of_a_welcome_come_in_any_order_where_a_log_was_continued_twice() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    world.image("Laptop 07", "Image");
    for (place, given) in [("Laptop 07", ["Ana", "Anna"]), ("Image", ["Bea", "Bella"])] {
        let mut laptop = world.unlock(place);
        for given in given {
            record(&mut laptop, given);
            world.week(&mut laptop, &mut county);
        }
    }
    assert_eq!(continued_twice(&county), ["Laptop 07"]);
    for turn in 0..4 {
        let stick = world.stick(&format!("joining {turn}"));
        let name = format!("Laptop {turn}");
        let (mut laptop, request) = world.laptop(&name, "Kim Deputy", &stick);
        let (request, size) = (Path::new(&request), PartSize::of_commits(2));
        enrol_laptop_in_parts(&mut county, request, &stick, size).unwrap();
        let mut files = returns_in(&stick).unwrap();
        files.sort();
        let count = files.len();
        match turn {
            0 => {}
            1 => files.reverse(),
            _ => files.rotate_left(turn * count / 4),
        }
        for (place, file) in files.iter().enumerate() {
            let alone = world.stick(&format!("alone {turn} {place}"));
            let alone = alone.join(Path::new(file).file_name().unwrap());
            fs::copy(file, &alone).unwrap();
            accept_welcome(&mut laptop, &alone).unwrap();
            assert!(laptop.verify().unwrap().ok);
        }
        assert!(parked(&laptop).unwrap().is_empty(), "{turn}");
        assert_eq!(names(&laptop), ["Ana", "Anna", "Bea", "Bella"], "{turn}");
    }
}
