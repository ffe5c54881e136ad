//! What a row becomes.

use super::*;
use crate::casefile::Action;
use crate::registry::STAFF;
use crate::victims::Classification;
use crate::{contacts, duplicates, partners};
use countyline_ledger::Value;

#[test]
fn a_row_becomes_a_victim_with_her_number_and_whether_it_is_safe() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let rows = format!(
        "{HEADINGS}7,Maria,Núñez,3/4/1991,555-0101,Y\n8,Alex,Sample,,555-0102,N\n9,Ana,Other,,555-0103,\n"
    );
    let report = take(&world, &mut file, &rows, &victims_mapping());
    assert_eq!((report.rows, report.taken, report.refused), (3, 3, 0));
    let maria = page(&file, "Maria");
    assert_eq!(maria.summary.birth_year, Some(1991));
    assert!(maria.summary.case_number.starts_with("R-26-"));
    let way = &ways(&file, &maria.summary.id)[0].form;
    assert_eq!((way.value.as_str(), way.safe.as_str()), ("555-0101", "yes"));
    // An old table says so; nobody asked her today.
    assert!(maria.contact_methods[0].ask_again);
    assert_eq!(maria.summary.safe_contact.level, "ask_again");
    assert_eq!(page(&file, "Alex").contact_methods[0].safe, "no");
}

/// An empty cell is "not asked": the number may not be used, and nothing was answered.
#[test]
fn an_empty_cell_is_not_asked_and_never_safe_and_never_no() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut mapping = victims_mapping();
    mapping.columns.push(MappedColumn {
        column: "Interpreter".to_owned(),
        field: "interpreter_need".to_owned(),
        values: Default::default(),
        empty: None,
        parted_by: None,
    });
    let rows = "ID,First,Last,DOB,Phone,Safe,Interpreter\n7,Maria,Núñez,,555-0101,,\n";
    take(&world, &mut file, rows, &mapping);
    let maria = page(&file, "Maria");
    assert_eq!(maria.contact_methods[0].safe, "unknown");
    assert_eq!(maria.contact_methods[0].voicemail, "not_asked");
    let gate = contacts::gate(&file, &maria.summary.id).unwrap();
    assert!(!gate.ways[0].usable);
    let record = victims::record(&file, &maria.summary.id).unwrap();
    assert_eq!(record.facts.interpreter_need, "not_asked");
    assert_eq!(record.facts.birth_date, None);

    mapping.columns[5].empty = Some("no".to_owned());
    let outcome = run(&world, &mut file, rows, &mapping, false);
    let column = "Interpreter".to_owned();
    assert!(is_refused(
        &outcome,
        &ImportRefusal::MappingEmpty { column }
    ));
}

#[test]
fn what_protects_her_comes_with_the_row_or_the_row_does_not_come() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut mapping = mapping(
        ImportWhat::Victims,
        &[
            ("Name", "full_name"),
            ("ACP", "acp"),
            ("Box", "acp_substitute_address"),
            ("Street", "post"),
            ("Zip", "post"),
            ("DNC", "do_not_contact"),
            ("Why", "do_not_contact_reason"),
        ],
    );
    mapping.dates = Vec::new();
    let rows = "ID,Name,ACP,Box,Street,Zip,DNC,Why\n\
        1,\"Marker, Maria\",yes,PO Box 1,12 Elm St,82000,,\n\
        2,Alex de Sample,yes,PO Box 2,,,yes,She asked us not to\n\
        3,Ana Other,,,12 Elm St,82000,no,\n\
        4,Lena Marker,,,,,yes,\n";
    let report = take(&world, &mut file, rows, &mapping);
    let refused = [(2, "protected-address"), (5, "reason-required")];
    assert_eq!(reasons(&report), refused);
    assert_eq!(names(&file), ["Alex de Sample", "Ana Other"]);
    let alex = page(&file, "Sample");
    assert!(alex.do_not_contact && alex.contact_methods.is_empty());
    assert_eq!(alex.do_not_contact_reason, "She asked us not to");
    let record = victims::record(&file, &alex.summary.id).unwrap();
    assert_eq!(record.address.substitute_address, "PO Box 2");
    assert_eq!(record.classification, Classification::Normal);
    let ana = page(&file, "Other");
    let way = ways(&file, &ana.summary.id).remove(0);
    assert_eq!(way.form.value, "12 Elm St, 82000");
    assert!(!ana.do_not_contact);
}

#[test]
fn contacts_name_their_victim_by_the_old_number_or_the_case_number() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let rows = format!("{HEADINGS}7,Maria,Núñez,,555-0101,Y\n");
    take(&world, &mut file, &rows, &victims_mapping());
    let case_number = page(&file, "Maria").summary.case_number;
    let mut contacts = mapping(
        ImportWhat::Contacts,
        &[
            ("Client", "victim"),
            ("Date", "at"),
            ("Result", "outcome"),
            ("Mins", "minutes"),
        ],
    );
    contacts
        .always
        .insert("channel".to_owned(), "phone".to_owned());
    let rows = format!(
        "ID,Client,Date,Result,Mins\n\
        1,7,2/3/2026 2:30 PM,reached_talked,15\n\
        2,{case_number},2/4/2026,no_answer_no_message,\n\
        3,99,2/5/2026,reached_talked,\n\
        4,7,2/6/2026,voicemail_left,\n"
    );
    let report = take(&world, &mut file, &rows, &contacts);
    let expected = [(4, "import-victim-unknown"), (5, "channel-not-safe")];
    assert_eq!(reasons(&report), expected);
    let timeline = page(&file, "Maria").timeline;
    let days: Vec<&str> = timeline.iter().map(|entry| &entry.at[..16]).collect();
    assert_eq!(days, ["2026-02-04T00:00", "2026-02-03T14:30"]);
}

/// What the first row did to her number holds for the second, though both are written at once, and in a dry run.
#[test]
fn a_number_that_a_row_blocks_is_blocked_for_the_rows_below() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let rows = format!("{HEADINGS}7,Maria,Núñez,,555-0101,Y\n");
    let mut victims = victims_mapping();
    victims
        .always
        .insert("phone_voicemail".to_owned(), "yes".to_owned());
    take(&world, &mut file, &rows, &victims);
    let mut contacts = mapping(
        ImportWhat::Contacts,
        &[("Client", "victim"), ("Date", "at"), ("Result", "outcome")],
    );
    contacts
        .always
        .insert("channel".to_owned(), "phone".to_owned());
    let rows = "ID,Client,Date,Result\n\
        1,7,2/3/2026,voicemail_left\n\
        2,7,2/4/2026,other_answered_hung_up\n\
        3,7,2/5/2026,voicemail_left\n";
    let report = take(&world, &mut file, rows, &contacts);
    assert_eq!(reasons(&report), [(4, "channel-blocked")]);
    let way = &page(&file, "Maria").contact_methods[0];
    assert!(way.obstacles.contains(&"blocked".to_owned()));
}

#[test]
fn agencies_and_what_was_agreed_with_them_come_in() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let agencies = mapping(
        ImportWhat::Partners,
        &[
            ("Agency", "name"),
            ("Type", "kind"),
            ("Street", "address"),
            ("Hidden", "confidential_location"),
        ],
    );
    let rows = "ID,Agency,Type,Street,Hidden\n\
        1,Legal Aid,legal_aid,1 Main St,\n\
        2,Safe House,shelter,9 Secret Rd,\n\
        3,Other House,shelter,9 Secret Rd,yes\n\
        4,Open House,shelter,2 Main St,no\n\
        5,Hidden House,shelter,,yes\n";
    let report = take(&world, &mut file, rows, &agencies);
    let expected = [(3, "confidential-not-said"), (4, "confidential-address")];
    assert_eq!(reasons(&report), expected);
    let stale = partners::list(&file, "Legal Aid").unwrap();
    assert!(stale[0].assured_on.is_none() && stale[0].stale);

    let met = mapping(
        ImportWhat::PartnerContacts,
        &[
            ("Agency", "partner"),
            ("Date", "on"),
            ("Type", "kind"),
            ("Said", "commitment"),
        ],
    );
    let rows = "ID,Agency,Date,Type,Said\n\
        1,1,2/3/2026,meeting,They send a fax\n\
        2,legal aid,2/4/2026,phone,\n\
        3,Nobody,2/4/2026,phone,\n\
        4,5,2/4/2026,phone,about RV-26-B7K-0042\n";
    let report = take(&world, &mut file, rows, &met);
    let expected = [(4, "import-partner-unknown"), (5, "case-number-in-text")];
    assert_eq!(reasons(&report), expected);
    let page = partners::page(&file, &stale[0].id).unwrap();
    assert_eq!(page.contacts.len(), 2);
}

#[test]
fn nothing_is_taken_in_while_a_column_is_undecided_or_tells_of_an_offender() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let rows = "ID,First,Suspect Name,Shoe size\n1,Maria,X,7\n";
    let mut wanted = mapping(ImportWhat::Victims, &[("First", "given_name")]);
    let outcome = run(&world, &mut file, rows, &wanted, false);
    let column = "Suspect Name".to_owned();
    assert!(is_refused(
        &outcome,
        &ImportRefusal::ColumnNotTaken { column }
    ));
    // Nor under the name of a field that takes any text.
    let mut disguised = wanted.clone();
    disguised.leave_out = vec!["Shoe size".to_owned()];
    let as_note = mapping(ImportWhat::Victims, &[("Suspect Name", "access_needs")]);
    disguised.columns.extend(as_note.columns);
    let outcome = run(&world, &mut file, rows, &disguised, false);
    assert_eq!(refused(outcome), "import-column-not-taken");

    wanted.leave_out = vec!["suspect name".to_owned()];
    let outcome = run(&world, &mut file, rows, &wanted, false);
    let column = "Shoe size".to_owned();
    assert!(is_refused(
        &outcome,
        &ImportRefusal::ColumnUndecided { column }
    ));
    assert!(names(&file).is_empty());
    wanted.leave_out.push("Shoe size".to_owned());
    take(&world, &mut file, rows, &wanted);
    assert_eq!(names(&file), ["Maria"]);
}

#[test]
fn who_may_not_write_cases_takes_none_in() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let rows = format!("{HEADINGS}7,Maria,Núñez,,,\n");
    let me = file.place().staff;
    let agencies = mapping(
        ImportWhat::Partners,
        &[("Agency", "name"), ("Type", "kind")],
    );
    for (role, may_agencies) in [
        ("grant_viewer", false),
        ("it_admin", false),
        ("volunteer", true),
    ] {
        file.change(Action::SetUp, |change| {
            change.edit_current(&STAFF, me, [("role", Value::text(role))])
        })
        .unwrap();
        for dry_run in [true, false] {
            let outcome = run(&world, &mut file, &rows, &victims_mapping(), dry_run);
            assert_eq!(refused(outcome), "role-may-not", "{role}");
            let rows = "ID,Agency,Type\n1,Clinic,clinic\n";
            let outcome = run(&world, &mut file, rows, &agencies, dry_run);
            assert_eq!(outcome.is_ok(), may_agencies, "{role}");
        }
    }
    assert_eq!(partners::list(&file, "").unwrap().len(), 1);
}

#[test]
fn a_dry_run_says_who_may_be_here_already() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut form = crate::testing::victim("Maria", "Sampleton");
    form.birth_year = Some(1991);
    victims::create(&mut file, &form).unwrap();
    let rows = format!(
        "{HEADINGS}7,Maria,Sampleton,3/4/1991,555-0101,Y\n8,Ana,Other,1/2/1950,555-0177,\n"
    );
    let report = run(&world, &mut file, &rows, &victims_mapping(), true).unwrap();
    let number = page(&file, "Sampleton").summary.case_number;
    let doubles: Vec<(i32, Option<&str>)> = report
        .doubles
        .iter()
        .map(|double| (double.row, double.case_number.as_deref()))
        .collect();
    assert_eq!(doubles, [(2, Some(number.as_str()))]);
    run(&world, &mut file, &rows, &victims_mapping(), false).unwrap();
    assert_eq!(duplicates::candidates(&file).unwrap().len(), 1);
}
