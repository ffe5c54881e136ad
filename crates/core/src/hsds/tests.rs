use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::casefile::CaseFile;
use crate::error::Error;
use crate::partners::directory::{
    self, DirectoryEntry, PartnerDetails, PartnerLocationForm, PartnerPersonForm,
    PartnerServiceForm, create_location, create_person, create_service, entry,
};
use crate::partners::{self, PartnerForm};
use crate::testing::{World, location, partner, service};

const CLINIC: &str = "11111111-1111-4111-8111-111111111111";
const EXAM: &str = "22222222-2222-4222-8222-222222222222";
const PANTRY: &str = "33333333-3333-4333-8333-333333333333";

fn item(cells: &[(&str, &str)]) -> Item {
    let cells = cells.iter();
    cells
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect()
}

/// A folder with these tables.
fn package(world: &World, name: &str, tables: &[(&str, &str)]) -> PathBuf {
    let folder = world.stick(name);
    for (table, text) in tables {
        fs::write(folder.join(format!("{table}.csv")), text).unwrap();
    }
    folder
}

/// A package another program wrote: an agency with a service, its hours, phones, area and languages, and one
/// more agency.
fn foreign(world: &World) -> PathBuf {
    package(
        world,
        "foreign",
        &[
            (
                "organization",
                &format!(
                    "id,name,description,year_incorporated,tax_id\n\
                     {CLINIC},Stony Ford Clinic,Care for all,1988,99-1\n\
                     {PANTRY},Open Table,Food,,\n"
                ),
            ),
            (
                "service",
                &format!(
                    "id,organization_id,name,status,minimum_age,maximum_age,need_codes,wait_time,accreditations\n\
                     {EXAM},{CLINIC},Exam,active,0,120,medical,2 weeks,Joint Commission\n"
                ),
            ),
            (
                "phone",
                &format!(
                    "id,organization_id,service_id,number,type\n\
                     44444444-4444-4444-8444-444444444444,{CLINIC},,+1 307 555 0114,voice\n\
                     55555555-5555-4555-8555-555555555555,,{EXAM},555-0199,text\n"
                ),
            ),
            (
                "schedule",
                &format!(
                    "id,service_id,freq,byday,opens_at,closes_at\n\
                     66666666-6666-4666-8666-666666666666,{EXAM},WEEKLY,\"MO,TU\",09:00,17:00\n"
                ),
            ),
            (
                "service_area",
                &format!(
                    "id,service_id,name,extent,extent_type\n\
                     77777777-7777-4777-8777-777777777777,{EXAM},Elm Creek,x,text\n"
                ),
            ),
            (
                "language",
                &format!(
                    "id,service_id,code,name\n\
                     88888888-8888-4888-8888-888888888888,{EXAM},es,Spanish\n"
                ),
            ),
            ("program", "id,name\n1,Outreach\n"),
        ],
    )
}

fn taken(file: &mut CaseFile, path: &Path) -> DirectoryImport {
    import(file, path, false, Refused::Told).unwrap()
}

fn problems(told: &DirectoryImport) -> Vec<(&str, i32, &str, &str)> {
    let issues = told.issues.iter();
    issues
        .map(|issue| (&*issue.file, issue.row, &*issue.column, &*issue.problem))
        .collect()
}

#[test]
fn a_directory_of_another_program_is_taken_in_and_what_is_not_taken_is_named() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let path = foreign(&world);
    // Tables a package does not describe are found by their names; one it does by its description.
    let described = r#"{"resources": [
        {"name": "organization", "path": "organization.csv"}, {"name": "service", "path": "service.csv"},
        {"name": "phone", "path": "phone.csv"}, {"name": "schedule", "path": "schedule.csv"},
        {"name": "service_area", "path": "service_area.csv"}, {"name": "language", "path": "language.csv"},
        {"name": "program", "path": "program.csv"}]}"#;
    fs::write(path.join("datapackage.json"), described).unwrap();
    let told = taken(&mut file, &path);
    assert_eq!(
        (told.organizations, told.new, told.refused),
        (2, 2, 0),
        "{told:?}"
    );
    assert_eq!(
        told.left_out,
        ["organization.tax_id", "program", "service.wait_time"]
    );
    let clinic = entry(&file, CLINIC).unwrap();
    assert_eq!(clinic.partner.form.phone, "+1 307 555 0114");
    let exam = &clinic.services[0];
    assert_eq!(exam.id, EXAM);
    assert_eq!(exam.form.areas, ["Elm Creek"]);
    assert_eq!(exam.form.languages, ["es"]);
    assert_eq!(exam.form.phones[0]["number"], "555-0199");
    assert_eq!(exam.form.schedules[0]["byday"], "MO,TU");
    assert!(exam.stale);
    assert!(file.verify().unwrap().ok);

    let before = file.verify().unwrap().commits;
    let again = taken(&mut file, &path);
    assert_eq!((again.new, again.changed, again.same), (0, 0, 2));
    assert_eq!(file.verify().unwrap().commits, before);
}

#[test]
fn a_dry_run_tells_the_same_and_writes_nothing() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let path = foreign(&world);
    let before = file.verify().unwrap().commits;
    let told = import(&mut file, &path, true, Refused::Told).unwrap();
    assert!(told.dry_run);
    assert_eq!(file.verify().unwrap().commits, before);
    assert!(partners::list(&file, "").unwrap().is_empty());
    let done = taken(&mut file, &path);
    assert_eq!(
        DirectoryImport {
            dry_run: false,
            ..told
        },
        done
    );
}

#[test]
fn an_organization_with_a_flaw_is_left_out_whole_with_row_and_column() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let path = package(
        &world,
        "flawed",
        &[
            (
                "organization",
                &format!("id,name\n{CLINIC},Clinic\n{PANTRY},Pantry\nnot-an-id,=Third\n"),
            ),
            (
                "service",
                &format!(
                    "id,organization_id,name,status,minimum_age\n\
                     {EXAM},{CLINIC},Exam,open,old\n\
                     99999999-9999-4999-8999-999999999999,{PANTRY},Boxes,active,\n\
                     aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa,bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb,Stray,active,\n\
                     too,few\n"
                ),
            ),
            (
                "schedule",
                &format!("id,service_id,opens_at\n1,{EXAM},noon\n"),
            ),
        ],
    );
    let rejects = world.path("rejects.csv");
    let told = import(&mut file, &path, false, Refused::Into(&rejects)).unwrap();
    assert_eq!((told.new, told.refused), (1, 2));
    assert_eq!(
        problems(&told),
        [
            ("organization.csv", 4, "id", "not_a_uuid"),
            ("schedule.csv", 2, "id", "not_a_uuid"),
            ("schedule.csv", 2, "opens_at", "not_a_time"),
            ("service.csv", 2, "minimum_age", "not_a_number"),
            ("service.csv", 2, "status", "not_in_list"),
            ("service.csv", 4, "organization_id", "unknown_parent"),
            ("service.csv", 5, "", "uneven"),
        ]
    );
    let here = partners::list(&file, "").unwrap();
    assert_eq!(here.len(), 1);
    assert_eq!(here[0].form.name, "Pantry");
    let text = fs::read_to_string(rejects).unwrap();
    assert!(
        text.contains("service.csv,2,service,status,not_in_list"),
        "{text}"
    );
    assert!(
        text.contains("organization.csv,2,organization,,with_another"),
        "{text}"
    );
    assert!(
        text.contains("service.csv,4,service,organization_id,unknown_parent"),
        "{text}"
    );
    assert!(text.contains("service.csv,5,,,uneven"), "{text}");
    assert!(!text.contains("Pantry"));
}

/// An agency of ours with everything it can have.
fn full(file: &mut CaseFile) -> String {
    let id = partners::create(file, &partner("Legal Aid")).unwrap().id;
    let details = PartnerDetails {
        alternate_name: "RLA".to_owned(),
        description: "Lawyers for the county".to_owned(),
        email: "desk@example.org".to_owned(),
        website: "https://example.org".to_owned(),
        accepts_letter: Some(true),
        phones: vec![item(&[("number", "+1 307 555 0101"), ("type", "text")])],
    };
    let seen = entry(file, &id).unwrap().seen;
    directory::describe(file, &id, &details, &seen).unwrap();
    let form = PartnerServiceForm {
        description: "Orders and custody".to_owned(),
        areas: vec!["Elm Creek".to_owned(), "Oak Flat".to_owned()],
        minimum_age: Some(18),
        warm_line_24h: Some(false),
        travel_minutes: [("Elm Creek".to_owned(), 20)].into(),
        schedules: vec![item(&[
            ("byday", "MO"),
            ("opens_at", "09:00"),
            ("closes_at", "17:00"),
        ])],
        phones: vec![item(&[("number", "555-0116")])],
        required_documents: vec![item(&[("document", "Any letter")])],
        cost_options: vec![item(&[("option", "free"), ("amount", "0")])],
        notes_for_deputies: "SECRET HINT".to_owned(),
        ..service(&id, "Orders")
    };
    let offered = create_service(file, &form).unwrap().id;
    let place = PartnerLocationForm {
        latitude: "44.5".to_owned(),
        longitude: "-107.25".to_owned(),
        accessibility: vec![item(&[("description", "Ramp")])],
        languages: vec!["es".to_owned()],
        service_ids: vec![offered],
        ..location(&id)
    };
    create_location(file, &place).unwrap();
    let person = PartnerPersonForm {
        partner_id: id.clone(),
        name: "Dee Rector".to_owned(),
        title: "Director".to_owned(),
        department: "Intake".to_owned(),
        email: "dee@example.org".to_owned(),
        phone: "555-0117".to_owned(),
        left_on: None,
    };
    create_person(file, &person).unwrap();
    id
}

/// What a directory says, without what only this place knows: what was shown, and hints for deputies.
fn said(file: &CaseFile, id: &str) -> DirectoryEntry {
    let mut entry = entry(file, id).unwrap();
    entry.seen.clear();
    for service in &mut entry.services {
        service.seen.clear();
        service.form.notes_for_deputies.clear();
        for items in [
            &mut service.form.phones,
            &mut service.form.schedules,
            &mut service.form.required_documents,
            &mut service.form.cost_options,
        ] {
            items.iter_mut().for_each(|item| drop(item.remove("id")));
        }
    }
    for location in &mut entry.locations {
        location.seen.clear();
        for items in [
            &mut location.form.addresses,
            &mut location.form.accessibility,
        ] {
            items.iter_mut().for_each(|item| drop(item.remove("id")));
        }
    }
    entry
        .details
        .phones
        .iter_mut()
        .for_each(|item| drop(item.remove("id")));
    entry
        .people
        .iter_mut()
        .for_each(|person| person.seen.clear());
    entry
}

#[test]
fn a_directory_goes_out_and_comes_in_elsewhere_as_it_was() {
    let world = World::new();
    let mut here = world.county("Rivertown");
    let id = full(&mut here);
    let folder = world.stick("package");
    export_package(&here, &folder).unwrap();
    let json = world.path("directory.json");
    let told = export_json(&here, &json).unwrap();
    assert_eq!((told.organizations, told.services), (1, 1));
    for (name, path) in [("Ash County", &folder), ("Oak County", &json)] {
        let mut there = world.county(name);
        let told = taken(&mut there, path);
        assert!(
            told.issues.is_empty() && told.left_out.is_empty(),
            "{told:?}"
        );
        assert_eq!(said(&there, &id), said(&here, &id), "{name}");
        assert!(there.verify().unwrap().ok);
        // And out again: the same bytes.
        let again = world.path(&format!("{name}.json"));
        export_json(&there, &again).unwrap();
        assert_eq!(
            fs::read(&again).unwrap(),
            fs::read(&json).unwrap(),
            "{name}"
        );
    }
    let all: String = fs::read_dir(&folder)
        .unwrap()
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    assert!(!all.contains("SECRET HINT"));
    assert!(all.contains("'+1 307 555 0101"), "no cell begins a formula");
}

#[test]
fn what_has_no_field_here_goes_out_as_it_came() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    taken(&mut file, &foreign(&world));
    let folder = world.stick("out");
    export_package(&file, &folder).unwrap();
    let table = |name: &str| fs::read_to_string(folder.join(format!("{name}.csv"))).unwrap();
    assert!(table("organization").contains("1988"));
    assert!(table("service").contains("Joint Commission"));
    assert!(table("service_area").contains("77777777-7777-4777-8777-777777777777"));
    assert!(table("language").contains("Spanish"));
    assert!(table("phone").contains("44444444-4444-4444-8444-444444444444"));
    assert!(!table("service").contains("2 weeks"), "deprecated");
    let refused = export_package(&file, &folder);
    assert!(matches!(refused, Err(Error::FileExists)));
}

/// PR-20.
#[test]
fn where_a_confidential_location_is_neither_goes_out_nor_comes_in() {
    let world = World::new();
    let mut here = world.county("Rivertown");
    let id = full(&mut here);
    let shown = entry(&here, &id).unwrap();
    let hidden = PartnerForm {
        confidential_location: Some(true),
        address: String::new(),
        ..shown.partner.form
    };
    partners::edit(&mut here, &id, &hidden, &shown.seen).unwrap();
    let json = world.path("hidden.json");
    let told = export_json(&here, &json).unwrap();
    assert_eq!(told.without_location, 1);
    let text = fs::read_to_string(&json).unwrap();
    for place in ["Main Street", "Main office", "44.5", "107.25", "82000"] {
        assert!(!text.contains(place), "{place}");
    }
    let mut there = world.county("Ash County");
    assert_eq!(taken(&mut there, &json).new, 1);

    // Another directory knows the address: it does not get in.
    let path = package(
        &world,
        "leaking",
        &[
            ("organization", &format!("id,name\n{id},Legal Aid\n")),
            (
                "location",
                &format!("id,organization_id,location_type\n{EXAM},{id},physical\n"),
            ),
            (
                "address",
                &format!(
                    "id,location_id,address_1,city,state_province,postal_code,country,address_type\n\
                     {CLINIC},{EXAM},12 Main Street,Oak Flat,WY,82000,US,physical\n"
                ),
            ),
        ],
    );
    let told = taken(&mut there, &path);
    assert_eq!(told.refused, 1);
    let expected = ("address.csv", 2, "address_1", "confidential_address");
    assert!(problems(&told).contains(&expected), "{told:?}");
    let entry = entry(&there, &id).unwrap();
    assert_eq!(entry.partner.form.confidential_location, Some(true));
    assert!(
        entry
            .locations
            .iter()
            .all(|place| place.form.addresses.is_empty())
    );
}

#[test]
fn two_laptops_that_take_the_same_directory_in_write_the_same_records() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptops =
        ["Laptop 03", "Laptop 07"].map(|name| world.joined_laptop(&mut county, name, name));
    let path = foreign(&world);
    let stick = world.stick("weeks");
    for laptop in &mut laptops {
        taken(laptop, &path);
        let week = crate::exchange::send_week(laptop, &stick).unwrap().path;
        crate::exchange::merge(&mut county, &[week]).unwrap();
    }
    assert_eq!(partners::list(&county, "").unwrap().len(), 2);
    let clinic = entry(&county, CLINIC).unwrap();
    assert_eq!(clinic.services.len(), 1);
    assert!(!clinic.partner.in_conflict && !clinic.services[0].in_conflict);
    assert!(county.verify().unwrap().ok);
}

#[test]
fn a_file_that_is_no_directory_is_refused_by_its_name() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let stick = world.stick("bad");
    let refused = |name: &str, text: &[u8], file: &mut CaseFile| {
        let path = stick.join(name);
        fs::write(&path, text).unwrap();
        import(file, &path, false, Refused::Told).unwrap_err()
    };
    for (name, text) in [
        ("empty.json", b"[]".as_slice()),
        ("half.json", b"{\"organizations\": [".as_slice()),
        ("words.json", b"\"hello\"".as_slice()),
    ] {
        let refused = refused(name, text, &mut file);
        assert!(matches!(refused, Error::DirectoryUnreadable { ref file } if file == name));
    }
    let twice = package(&world, "twice", &[("organization", "id,id,name\n1,2,x\n")]);
    let binary = world.stick("binary");
    fs::write(binary.join("organization.csv"), b"id,name\n\xff\xfe,x\n").unwrap();
    let climbing = world.stick("climbing");
    fs::write(
        climbing.join("datapackage.json"),
        r#"{"resources": [{"name": "organization", "path": "../foreign/organization.csv"}]}"#,
    )
    .unwrap();
    for folder in [twice, binary, climbing, world.stick("nothing")] {
        let refused = import(&mut file, &folder, false, Refused::Told);
        assert!(
            matches!(refused, Err(Error::DirectoryUnreadable { .. })),
            "{folder:?}"
        );
    }
    let none = import(&mut file, &world.path("none.json"), false, Refused::Told);
    assert!(matches!(none, Err(Error::FileNotFound)));
    assert!(partners::list(&file, "").unwrap().is_empty());
}

/// The form other programs answer in: services, each with its organization inside.
#[test]
fn services_that_hold_their_organization_are_taken_in_once() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let clinic = serde_json::json!({
        "id": CLINIC, "name": "Clinic", "description": "Care",
        "phones": [{"id": "44444444-4444-4444-8444-444444444444", "number": "555-0114"}],
    });
    let service = |id: &str, name: &str| {
        serde_json::json!({
            "id": id, "name": name, "status": "active", "organization": clinic, "minimum_age": 18.0,
            "service_at_locations": [{
                "id": format!("6{}", &id[1..]), "location": {
                    "id": "77777777-7777-4777-8777-777777777777", "location_type": "physical", "name": "Main",
                },
            }],
        })
    };
    let path = world.path("services.json");
    let services = serde_json::json!([service(EXAM, "Exam"), service(PANTRY, "Shots")]);
    fs::write(&path, services.to_string()).unwrap();
    let told = taken(&mut file, &path);
    assert!(told.issues.is_empty(), "{told:?}");
    assert_eq!((told.new, told.services, told.locations), (1, 2, 1));
    let clinic = entry(&file, CLINIC).unwrap();
    assert_eq!(clinic.partner.form.phone, "555-0114");
    assert_eq!(clinic.services[0].form.minimum_age, Some(18));
    assert_eq!(clinic.locations[0].form.service_ids.len(), 2);
}

/// PR-20: a directory that does not say whether a shelter's location is confidential tells no street of it.
#[test]
fn a_shelters_street_comes_in_only_with_the_answer_and_the_answer_goes_out() {
    let world = World::new();
    let mut here = world.county("Rivertown");
    let organization = |answer: &str| {
        format!("id,name,kind,confidential_location\n{PANTRY},A house,shelter,{answer}\n")
    };
    let place = format!("id,organization_id,location_type\n{EXAM},{PANTRY},physical\n");
    let address = format!(
        "id,location_id,address_1,city,state_province,postal_code,country,address_type\n\
         {CLINIC},{EXAM},12 Main Street,Oak Flat,WY,82000,US,physical\n"
    );
    let directory = |name: &str, answer: &str| {
        let tables = [
            ("organization", &*organization(answer)),
            ("location", &*place),
            ("address", &*address),
        ];
        package(&world, name, &tables)
    };
    let told = taken(&mut here, &directory("unasked", ""));
    assert_eq!(told.refused, 1);
    let expected = ("address.csv", 2, "address_1", "confidential_not_said");
    assert!(problems(&told).contains(&expected), "{told:?}");
    assert_eq!(taken(&mut here, &directory("open", "no")).new, 1);
    let json = world.path("open.json");
    export_json(&here, &json).unwrap();
    let mut there = world.county("Ash County");
    assert_eq!(taken(&mut there, &json).new, 1);
    let entry = entry(&there, PANTRY).unwrap();
    assert_eq!(entry.partner.form.confidential_location, Some(false));
    assert_eq!(entry.locations[0].form.addresses.len(), 1);

    let mut unasked = world.county("Elm County");
    let mut shelter = partner("A quiet house");
    shelter.kind = "shelter".to_owned();
    shelter.address.clear();
    partners::create(&mut unasked, &shelter).unwrap();
    let json = world.path("unasked.json");
    assert_eq!(export_json(&unasked, &json).unwrap().without_location, 1);
    let mut there = world.county("Oak County");
    assert_eq!(taken(&mut there, &json).new, 1);
    let came = partners::list(&there, "").unwrap().remove(0);
    assert_eq!(came.form.confidential_location, None);
}
