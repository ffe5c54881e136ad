//! What tables hold that cannot be so, and what is odd and is so all the same.

use super::*;

/// Each row alone: either taken as it is, or refused with this reason.
fn judged(rows: &[(&str, Option<&str>)]) {
    let world = World::new();
    let mut file = world.county("Rivertown");
    for (at, (row, reason)) in rows.iter().enumerate() {
        let text = format!("{HEADINGS}{at},{row}\n");
        let report = take(&world, &mut file, &text, &victims_mapping());
        let expected: Vec<(i32, &str)> = reason.iter().map(|reason| (2, *reason)).collect();
        assert_eq!(reasons(&report), expected, "{row}");
    }
}

#[test]
fn days_and_ages_that_nobody_has_are_refused() {
    judged(&[
        ("Maria,Marker,3/4/2027,,", Some("date-in-future")),
        ("Maria,Marker,3/4/1870,,", Some("age-out-of-range")),
        ("Maria,Marker,2/30/1990,,", Some("import-not-a-date")),
        ("Maria,Marker,in spring,,", Some("import-not-a-date")),
        ("Maria,Marker,1990-02-28,,", None),
    ]);
}

#[test]
fn two_answers_that_exclude_each_other_are_refused() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut wanted = mapping(
        ImportWhat::Victims,
        &[
            ("First", "given_name"),
            ("DOB", "birth_date"),
            ("Year", "birth_year"),
            ("Age", "age_at_first_service"),
            ("Minor", "minor"),
            ("Race", "race_ethnicity"),
        ],
    );
    let race = &mut wanted.columns[5].values;
    race.insert("White".to_owned(), Some("R06".to_owned()));
    race.insert("?".to_owned(), Some("unknown".to_owned()));
    let rows = "ID,First,DOB,Year,Age,Minor,Race\n\
        1,Maria,3/4/1991,1992,,,\n\
        2,Maria,3/4/1991,,,yes,\n\
        3,Maria,,,150,,\n\
        4,Maria,,,thirty,,\n\
        5,Maria,,,,,White; ?\n\
        6,Maria,,,,maybe,\n\
        7,Maria,3/4/1991,1991,34.0,no,white\n";
    let report = take(&world, &mut file, rows, &wanted);
    let expected = [
        (2, "answers-exclude"),
        (3, "answers-exclude"),
        (4, "age-out-of-range"),
        (5, "import-not-a-number"),
        (6, "answers-exclude"),
        (7, "import-value-unknown"),
    ];
    assert_eq!(reasons(&report), expected);
    assert_eq!(report.refusals[0].columns, ["DOB", "Year"]);
    assert_eq!(report.refusals[3].columns, ["Age"]);
}

#[test]
fn names_and_numbers_of_any_shape_are_taken_as_they_are() {
    let long = "Ā".repeat(200);
    let names = [
        "X",
        &long,
        "👩\u{200d}🚒",
        "مريم",
        "=cmd()",
        "@SUM(1)",
        "Nan",
        "O'Example",
    ];
    let phones = [
        "5550101",
        "(555) 010-0101 x4",
        "+52 1 55 0101",
        "555-0101 / 555-0102",
        "none",
    ];
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut rows = HEADINGS.to_owned();
    for (at, name) in names.iter().enumerate() {
        let phone = phones[at % phones.len()];
        rows.push_str(&format!("{at},{name},Marker,,{phone},\n"));
    }
    let report = take(&world, &mut file, &rows, &victims_mapping());
    assert_eq!(reasons(&report), []);
    let all = self::names(&file);
    for name in names {
        assert!(all.contains(&format!("{name} Marker")), "{name}");
    }
    assert_eq!(
        ways(&file, &page(&file, "cmd").summary.id)[0].form.value,
        "none"
    );
}

#[test]
fn letters_of_windows_are_read_and_said() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let rows = b"ID,First,Last,DOB,Phone,Safe\r\n7,Mar\xeda,N\xfa\xf1ez,,,\r\n";
    let report = run(&world, &mut file, rows, &victims_mapping(), false).unwrap();
    assert_eq!(report.encoding.as_deref(), Some("windows-1252"));
    assert_eq!(names(&file), ["María Núñez"]);
}

#[test]
fn rows_that_are_no_rows_say_why() {
    let long = "x".repeat(40_000);
    let wide = "ü".repeat(20_000);
    judged(&[
        ("Maria,Marker,,,,,too many", Some("import-too-many-cells")),
        (&format!("{long},Marker,,,"), Some("import-cell-too-long")),
        (&format!("{wide},Marker,,,"), Some("text-too-long")),
        (",,,,", Some("name-required")),
        ("Maria,Marker,,555,perhaps", Some("import-value-unknown")),
        (
            "Maria,\"NAM/DOE, JOHN DOB/19700101 SID/1\",,,",
            Some("import-criminal-history"),
        ),
    ]);
    let world = World::new();
    let mut file = world.county("Rivertown");
    let rows = format!("{HEADINGS},Maria,Marker,,,\n1,Ana,One,,,\n1,Ana,Two,,,\n1,Ana,One,,,\n");
    let report = take(&world, &mut file, &rows, &victims_mapping());
    assert_eq!(
        reasons(&report),
        [(2, "import-key-missing"), (4, "import-key-twice")]
    );
    assert_eq!((report.taken, report.repeated), (1, 1));
}

#[test]
fn a_workbook_with_merged_cells_is_taken_row_by_row() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let path = world.stick("tables").join("messy.xlsx");
    let messy = include_bytes!("../../../../sheets/tests/messy.xlsx");
    fs::write(&path, messy).unwrap();
    let mut wanted = mapping(
        ImportWhat::Victims,
        &[
            ("Name", "full_name"),
            ("Phone", "phone"),
            ("First seen", "opened_on"),
            ("Town", "zone"),
            ("Safe?", "phone_safe"),
        ],
    );
    wanted.key = None;
    let rejects = rejects(&world);
    let request = Import {
        path: &path,
        mapping: &wanted,
        dry_run: false,
        rejects: Some(&rejects),
        language: "es",
    };
    let report = import(&mut file, &request).unwrap();
    assert_eq!(report.sheet.as_deref(), Some("Victims 2025"));
    assert_eq!(report.other_sheets, ["Notes"]);
    assert_eq!(
        reasons(&report),
        [(3, "import-merged-cells"), (6, "import-formula-error")]
    );
    assert_eq!(names(&file), ["=cmd()", "Maria Núñez"]);
    let written = fs::read_to_string(&rejects).unwrap();
    assert!(written.contains("celda combinada"), "{written}");
}

#[test]
fn a_table_that_cannot_be_read_to_its_end_is_refused_whole() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut rows = format!("{HEADINGS}1,Maria,Marker,,,\n2,\"Ana,Other,,,\n");
    while rows.len() < 9 << 20 {
        rows.push_str("3,Alex,Sample,,,\n");
    }
    for dry_run in [true, false] {
        let outcome = run(&world, &mut file, &rows, &victims_mapping(), dry_run);
        assert_eq!(refused(outcome), "import-row-without-end");
    }
    let outcome = run(&world, &mut file, b"\x7fELF\0", &victims_mapping(), false);
    assert_eq!(refused(outcome), "import-not-a-table");
    assert!(names(&file).is_empty());
}
