//! What is proposed from headings, and what stays for a person to decide.

use super::*;

fn field<'a>(proposal: &'a Proposal, column: &str) -> &'a MappedColumn {
    let columns = proposal.mapping.columns.iter();
    let found = columns.into_iter().find(|known| known.column == column);
    found.unwrap_or_else(|| panic!("{column} is undecided"))
}

fn fields(proposal: &Proposal) -> Vec<(&str, &str)> {
    let columns = proposal.mapping.columns.iter();
    columns
        .map(|known| (known.column.as_str(), known.field.as_str()))
        .collect()
}

#[test]
fn headings_of_access_are_understood_in_both_languages() {
    let world = World::new();
    let rows = "ClientID,FirstName,Last_Name,DOB,HomePhone,SafeToCall,Address,City,Offender,Notes\n\
        1,Maria,Marker,3/14/1991 0:00:00,555-0101,Y,1 Elm,Elm Creek,X,\n\
        2,Ana,Other,12/4/1950 0:00:00,555-0102,dunno,,,,\n";
    let path = table(&world, rows);
    let proposal = propose(&path, ImportWhat::Victims, "Access 2015", None).unwrap();
    assert_eq!(proposal.mapping.key.as_deref(), Some("ClientID"));
    assert_eq!(
        fields(&proposal),
        [
            ("FirstName", "given_name"),
            ("Last_Name", "family_name"),
            ("DOB", "birth_date"),
            ("HomePhone", "phone"),
            ("SafeToCall", "phone_safe"),
            ("Address", "post"),
            ("City", "zone"),
        ]
    );
    assert_eq!(proposal.mapping.dates, ["MM/DD/YYYY"]);
    assert_eq!(proposal.not_taken, ["Offender"]);
    assert_eq!(proposal.mapping.undecided, ["Offender", "Notes"]);
    assert_eq!(proposal.unexplained, ["SafeToCall"]);
    let safe = &field(&proposal, "SafeToCall").values;
    assert_eq!(safe["Y"].as_deref(), Some("yes"));
    assert_eq!(safe["dunno"].as_deref(), Some("?"));

    let rows = "Expediente;Nombre;Apellidos;Fecha de Nacimiento;Teléfono;¿Es seguro?;Idioma;Agresor\n\
        1;María;Núñez;14/03/1991;555-0101;Sí;Español;X\n";
    let path = table(&world, rows);
    let proposal = propose(&path, ImportWhat::Victims, "Excel", None).unwrap();
    assert_eq!(proposal.mapping.key.as_deref(), Some("Expediente"));
    assert_eq!(proposal.mapping.dates, ["DD/MM/YYYY"]);
    assert_eq!(
        field(&proposal, "¿Es seguro?").values["Sí"].as_deref(),
        Some("yes")
    );
    assert_eq!(
        field(&proposal, "Idioma").values["Español"].as_deref(),
        Some("es")
    );
    assert_eq!(proposal.not_taken, ["Agresor"]);
}

/// Access writes -1 and 0. A box that nobody checked is no answer.
#[test]
fn a_check_box_that_is_not_checked_says_nothing() {
    let world = World::new();
    let path = table(&world, "ID,Name,Safe,DNC\n1,Maria,-1,TRUE\n2,Ana,0,FALSE\n");
    let proposal = propose(&path, ImportWhat::Victims, "Access", None).unwrap();
    let safe = &field(&proposal, "Safe").values;
    assert_eq!(
        (safe["-1"].as_deref(), safe["0"].as_deref()),
        (Some("yes"), None)
    );
    let dnc = &field(&proposal, "DNC").values;
    assert_eq!(
        (dnc["TRUE"].as_deref(), dnc["FALSE"].as_deref()),
        (Some("yes"), None)
    );
    let mut file = world.county("Rivertown");
    let rows = fs::read_to_string(&path).unwrap();
    let mut mapping = proposal.mapping;
    let why = "The old list says so".to_owned();
    mapping
        .always
        .insert("do_not_contact_reason".to_owned(), why);
    take(&world, &mut file, &rows, &mapping);
    assert_eq!(page(&file, "Ana").contact_methods.len(), 0);
    assert!(!page(&file, "Ana").do_not_contact && page(&file, "Maria").do_not_contact);
}

#[test]
fn a_proposal_with_open_questions_takes_nothing_in() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let rows = "ID,Client,Date,Result\n1,7,2/3/2026,Talked to her\n";
    let path = table(&world, rows);
    let proposal = propose(&path, ImportWhat::Contacts, "Access", None).unwrap();
    assert_eq!(proposal.mapping.always["channel"], "?");
    assert_eq!(proposal.unexplained, ["Result"]);
    let outcome = run(&world, &mut file, rows, &proposal.mapping, true);
    assert_eq!(refused(outcome), "import-mapping-code");
    let written = serde_json::to_string_pretty(&proposal.mapping).unwrap();
    let path = world.stick("tables").join("map.json");
    fs::write(&path, written).unwrap();
    let read = read_mapping(&path, ImportWhat::Contacts).unwrap();
    assert_eq!(read, proposal.mapping);
    let other = read_mapping(&path, ImportWhat::Victims);
    assert!(matches!(
        other,
        Err(Error::Import(ImportRefusal::MappingForOthers))
    ));
    fs::write(&path, "{\n \"what\": \"victims\",\n oops").unwrap();
    let unreadable = read_mapping(&path, ImportWhat::Victims);
    let expected = ImportRefusal::MappingUnreadable { line: 3 };
    assert!(matches!(unreadable, Err(Error::Import(found)) if found == expected));
}

/// Every field that a heading leads to exists, and every kind of row can be mapped.
#[test]
fn every_heading_leads_to_a_field() {
    for what in [
        ImportWhat::Victims,
        ImportWhat::Contacts,
        ImportWhat::Partners,
        ImportWhat::PartnerContacts,
    ] {
        let led: Vec<&str> = super::super::headings::fields(what).collect();
        assert!(led.len() > 5);
        for name in led {
            assert!(super::super::fields::named(what, name).is_some(), "{name}");
        }
    }
}
