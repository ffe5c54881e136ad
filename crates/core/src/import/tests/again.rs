//! The same rows again: after mending, after a power cut, on another laptop, after an erasure.

use super::*;
use crate::erasure::{self, EraseForm};
use crate::exchange;
use crate::export_table::{self, Names};

/// Four rows, of which two are refused.
fn rows() -> String {
    format!(
        "{HEADINGS}1,Maria,Marker,,555-0101,Y\n2,=cmd(),Sample,3/4/2027,,\n3,Ana,Other,,,\n4,Alex,\"Two, of\nthem\",,555,Q\n"
    )
}

#[test]
fn refused_rows_are_mended_and_imported_from_their_file() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let report = take(&world, &mut file, &rows(), &victims_mapping());
    assert_eq!((report.taken, report.refused), (2, 2));
    let path = report.rejects.unwrap();
    let written = fs::read_to_string(&path).unwrap();
    let text = written.trim_start_matches('\u{feff}');
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        "countyline_row,countyline_reason,ID,First,Last,DOB,Phone,Safe"
    );
    assert!(
        lines[1].starts_with("3,DOB: This date has not come yet"),
        "{}",
        lines[1]
    );
    assert!(
        lines[1].ends_with(",2,'=cmd(),Sample,3/4/2027,,"),
        "{}",
        lines[1]
    );
    assert!(lines[2].starts_with("5,"), "{}", lines[2]);

    // As it is, it says the same again.
    let again = take(&world, &mut file, &written, &victims_mapping());
    assert_eq!((again.taken, again.refused), (0, 2));
    let twice = fs::read_to_string(again.rejects.unwrap()).unwrap();
    let bare = |text: &str| -> Vec<String> {
        let lines = text.lines().skip(1);
        lines
            .map(|line| line.split_once(',').unwrap().1.to_owned())
            .collect()
    };
    assert_eq!(bare(&twice)[0], bare(&written)[0]);

    let mended = written.replace("3/4/2027", "3/4/1987").replace(",Q", ",N");
    let report = take(&world, &mut file, &mended, &victims_mapping());
    assert_eq!((report.taken, report.refused, report.rejects), (2, 0, None));
    let expected = [
        "=cmd() Sample",
        "Alex Two, of\nthem",
        "Ana Other",
        "Maria Marker",
    ];
    assert_eq!(names(&file), expected);
    // And the whole file after that brings nothing new.
    let report = run(&world, &mut file, rows(), &victims_mapping(), false).unwrap();
    assert_eq!((report.taken, report.here_already), (0, 3));
    assert_eq!(reasons(&report), [(5, "import-value-unknown")]);
}

#[test]
fn the_same_file_twice_makes_no_doubles_and_changes_nothing_that_was_written_since() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    for key in [Some("ID".to_owned()), None] {
        let mut wanted = victims_mapping();
        wanted.key.clone_from(&key);
        wanted.source = format!("{key:?}");
        if key.is_none() {
            wanted.leave_out = vec!["ID".to_owned()];
        }
        let first = take(&world, &mut file, &rows(), &wanted);
        assert_eq!((first.taken, first.here_already), (2, 0));
        let maria = page(&file, "Maria");
        victims::forbid_contact(
            &mut file,
            &maria.summary.id,
            "She asked us not to",
            &maria.seen,
        )
        .unwrap();
        let commits = file.verify().unwrap().commits;
        let second = take(&world, &mut file, &rows(), &wanted);
        assert_eq!((second.taken, second.here_already), (0, 2));
        assert_eq!(file.verify().unwrap().commits, commits);
        assert!(page(&file, "Maria").do_not_contact);
    }
    assert_eq!(names(&file).len(), 4);
}

#[test]
fn another_systems_row_of_the_same_number_is_not_taken_for_ours() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    take(&world, &mut file, &rows(), &victims_mapping());
    let other = format!("{HEADINGS}1,Olga,Elsewhere,,,\n");
    let report = take(&world, &mut file, &other, &victims_mapping());
    assert_eq!(reasons(&report), [(2, "import-another-name")]);
    let mut named = victims_mapping();
    named.source = "The other county".to_owned();
    let report = take(&world, &mut file, &other, &named);
    assert_eq!(report.taken, 1);
}

#[test]
fn an_import_that_was_cut_off_goes_on_where_it_was() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut many = HEADINGS.to_owned();
    for at in 0..300 {
        many.push_str(&format!("{at},Maria{at},Marker,,555-{at:04},Y\n"));
    }
    let path = table(&world, &many);
    let mapping = victims_mapping();
    let wanted = Import {
        path: &path,
        mapping: &mapping,
        dry_run: false,
        rejects: None,
        language: "en",
    };
    // The stick is pulled after some rows: what is behind them cannot be read any more.
    let cut = many.lines().take(131).collect::<Vec<_>>().join("\n");
    fs::write(&path, cut).unwrap();
    let report = import(&mut file, &wanted).unwrap();
    assert_eq!(report.taken, 130);
    drop(file);
    let mut file = world.unlock("Rivertown");
    fs::write(&path, &many).unwrap();
    let report = import(&mut file, &wanted).unwrap();
    assert_eq!((report.taken, report.here_already), (170, 130));
    let report = import(&mut file, &wanted).unwrap();
    assert_eq!((report.taken, report.here_already), (0, 300));
    let listed = world.stick("tables").join("all.csv");
    export_table::export(&mut file, "victims", Names::Covered, &listed).unwrap();
    assert_eq!(fs::read_to_string(&listed).unwrap().lines().count(), 301);
    assert!(file.verify().unwrap().ok);
}

#[test]
fn an_import_that_is_stopped_keeps_what_it_wrote_and_goes_on_there() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut many = HEADINGS.to_owned();
    for at in 0..2_200 {
        many.push_str(&format!("{at},Maria{at},Marker,,,\n"));
    }
    let (path, mapping) = (table(&world, &many), victims_mapping());
    let wanted = Import {
        path: &path,
        mapping: &mapping,
        dry_run: false,
        rejects: None,
        language: "en",
    };
    let work = file.long_work().clone();
    file.long_work().watch(move |_| work.stop());
    let report = import(&mut file, &wanted).unwrap();
    assert_eq!(
        (report.stopped, report.rows, report.taken),
        (true, 1_000, 1_000)
    );
    file.long_work().watch(|_| {});
    let report = import(&mut file, &wanted).unwrap();
    assert_eq!(
        (report.stopped, report.taken, report.here_already),
        (false, 1_200, 1_000)
    );
}

/// The number of the old system comes with the record, so the laptop knows the row again.
#[test]
fn a_row_that_came_from_another_place_is_known_again() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    take(&world, &mut laptop, &rows(), &victims_mapping());
    let stick = world.stick("stick");
    let week = exchange::send_week(&mut laptop, &stick).unwrap().path;
    exchange::merge(&mut county, &[week]).unwrap();
    let report = take(&world, &mut county, &rows(), &victims_mapping());
    assert_eq!((report.taken, report.here_already), (0, 2));
    assert_eq!(names(&county), ["Ana Other", "Maria Marker"]);
}

/// Both at once: one person all the same, and of what the two places wrote differently a person decides.
#[test]
fn two_places_that_take_the_same_file_in_make_one_person_of_a_row() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    take(&world, &mut laptop, &rows(), &victims_mapping());
    take(&world, &mut county, &rows(), &victims_mapping());
    let stick = world.stick("stick");
    let week = exchange::send_week(&mut laptop, &stick).unwrap().path;
    exchange::merge(&mut county, &[week]).unwrap();
    assert_eq!(names(&county), ["Ana Other", "Maria Marker"]);
    assert_eq!(page(&county, "Maria").contact_methods.len(), 1);
    assert!(county.verify().unwrap().ok);
}

#[test]
fn who_was_erased_does_not_come_back_with_the_old_file() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    take(&world, &mut file, &rows(), &victims_mapping());
    let form = EraseForm {
        victim_id: page(&file, "Maria").summary.id,
        record: None,
        fields: Vec::new(),
        basis: "court_order".to_owned(),
    };
    erasure::order(&mut file, &form).unwrap();
    let report = take(&world, &mut file, &rows(), &victims_mapping());
    assert_eq!(reasons(&report)[0], (2, "erased"));
    assert_eq!(names(&file), ["Ana Other"]);
}

#[test]
fn a_rejects_file_is_never_written_over_another_file() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let path = table(&world, rows());
    let mapping = victims_mapping();
    let wanted = Import {
        path: &path,
        mapping: &mapping,
        dry_run: false,
        rejects: Some(&path),
        language: "en",
    };
    let outcome = import(&mut file, &wanted);
    assert_eq!(refused(outcome), "file-exists");
    assert_eq!(fs::read_to_string(&path).unwrap(), rows());
    assert!(names(&file).is_empty());
}
