use super::*;
use crate::contacts::ContactMethodForm;
use crate::testing::{World, partner, restrict, victim};
use crate::{partners, victims};

fn exported(
    file: &mut CaseFile,
    world: &World,
    table: &str,
    names: Names,
) -> (String, ExportedTable) {
    let path = world.stick("tables").join(format!("{table}-{names:?}.csv"));
    let told = export(file, table, names, &path).unwrap();
    (std::fs::read_to_string(path).unwrap(), told)
}

/// AS-15.
#[test]
fn a_name_that_begins_a_formula_is_text_in_every_table() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut form = victim("=HYPERLINK(\"x\")", "@Marker");
    "+1+1".clone_into(&mut form.zone);
    victims::create(&mut file, &form).unwrap();
    partners::create(&mut file, &partner("-2+3 Legal Aid")).unwrap();
    for table in codes::list("export_table") {
        let (text, _) = exported(&mut file, &world, table, Names::Shown);
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        for cell in reader
            .records()
            .flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
        {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{table}: {cell}");
        }
    }
    let (victims, _) = exported(&mut file, &world, "victims", Names::Covered);
    assert!(!victims.contains("HYPERLINK"));
    let (partners, _) = exported(&mut file, &world, "partners", Names::Covered);
    assert!(partners.contains("'-2+3 Legal Aid"));
}

/// PR-21, PR-22.
#[test]
fn where_a_victim_lives_and_how_she_is_reached_is_in_no_table() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut form = victim("Maria", "Marker");
    form.contact_method = Some(ContactMethodForm {
        channel: "post".to_owned(),
        value: "77 Hidden Lane".to_owned(),
        safe: "yes".to_owned(),
        voicemail: "no".to_owned(),
        hours: "after dusk".to_owned(),
        cover_name: "the library".to_owned(),
        mark_reason: String::new(),
    });
    victims::create(&mut file, &form).unwrap();
    for table in codes::list("export_table") {
        let (text, _) = exported(&mut file, &world, table, Names::Shown);
        for told in ["Hidden", "dusk", "library"] {
            assert!(!text.contains(told), "{table}");
        }
    }
}

#[test]
fn a_row_with_something_undecided_says_so() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    victims::create(&mut file, &victim("Ana", "Settled")).unwrap();
    let id = victims::create(&mut file, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    let opened = victims::page(&file, &id).unwrap().contact_methods.remove(0);
    for number in ["555-0133", "555-0199"] {
        let form = crate::testing::phone(number, "yes");
        crate::contacts::edit(&mut file, &opened.id, &form, &opened.seen).unwrap();
    }
    let (text, _) = exported(&mut file, &world, "victims", Names::Shown);
    let ends_with = |name: &str, end: &str| {
        let row = text.lines().find(|line| line.contains(name)).unwrap();
        assert!(row.ends_with(end), "{row}");
    };
    ends_with("case_number", ",undecided");
    ends_with("Settled", ",no");
    ends_with("Marker", ",yes");

    let shown = partners::create(&mut file, &partner("Valley Legal Aid")).unwrap();
    let opened = partners::directory::entry(&file, &shown.id).unwrap();
    for number in ["555-0133", "555-0199"] {
        let mut form = opened.partner.form.clone();
        number.clone_into(&mut form.phone);
        partners::edit(&mut file, &shown.id, &form, &opened.seen).unwrap();
    }
    for table in codes::list("export_table") {
        let (text, _) = exported(&mut file, &world, table, Names::Covered);
        assert!(
            text.lines().next().unwrap().ends_with(",undecided"),
            "{table}"
        );
        let undecided = text.lines().filter(|row| row.ends_with(",yes")).count();
        let expected = usize::from(["victims", "partners"].contains(&table.as_str()));
        assert_eq!(undecided, expected, "{table}");
    }
}

#[test]
fn who_is_restricted_is_left_out_and_counted() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    victims::create(&mut file, &victim("Ana", "Open")).unwrap();
    let id = victims::create(&mut file, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    restrict(&mut file, &id, true).unwrap();
    let (text, told) = exported(&mut file, &world, "victims", Names::Shown);
    assert_eq!((told.rows, told.withheld), (1, 1));
    assert!(text.contains("Ana Open") && !text.contains("Marker"));
    // Sealed holds by itself.
    let seen = victims::page(&file, &id).unwrap().seen;
    victims::classify(&mut file, &id, victims::Classification::Sealed, &seen).unwrap();
    restrict(&mut file, &id, false).unwrap();
    let path = world.stick("tables").join("sealed.csv");
    let told = export(&mut file, "victims", Names::Shown, &path).unwrap();
    assert_eq!((told.rows, told.withheld), (1, 1));
}

#[test]
fn a_table_never_takes_the_place_of_a_file_and_its_making_is_in_the_history() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let path = world.stick("tables").join("staff.csv");
    let before = file.verify().unwrap().commits;
    export(&mut file, "staff", Names::Covered, &path).unwrap();
    let refused = export(&mut file, "staff", Names::Covered, &path);
    assert!(matches!(refused, Err(Error::FileExists)));
    assert!(matches!(
        export(&mut file, "keys", Names::Covered, &world.path("keys.csv")),
        Err(Error::UnknownCode { field: "table" })
    ));
    let report = file.verify().unwrap();
    assert!(report.ok);
    assert_eq!(report.commits, before + 1);
}
