//! Whatever waits says what it is about, what each side wrote, and where it comes from.

use std::collections::BTreeMap;

use countyline_ledger::{EntityId, Kind, Normal, Value};

use super::values::{editable, of_side, value_written};
use super::*;
use crate::casefile::{Action, key, tables};
use crate::partners::directory;
use crate::registry::{
    CONTACT_METHOD, Column, ERASE_RECEIPT, LOOK_PORTION, LOOK_REVIEW, OFFICE_POLICY, PARTNER,
    PARTNER_LOCATION, PROBLEM_SEEN, RECORDS, STAFF, VICTIM, way,
};
use crate::testing::{World, partner, phone, victim};
use crate::words::Words;
use crate::{codes, contacts, exchange, partners, victims};

/// A value that may stand in a field.
fn sample(field: &Field, named: &BTreeMap<u16, EntityId>) -> Value {
    match (field.kind, field.column) {
        (Kind::Register(Normal::Date), _) => Value::text("2026-03-02"),
        (_, Column::Text) => Value::text(match field.name {
            name if name.ends_with("_on") => "2026-03-02",
            "at" | "made_at" | "called_at" => "2026-03-02T08:00:00-06:00",
            _ => "Words",
        }),
        (_, Column::Int) => Value::Int(30),
        (_, Column::Bool) => Value::Bool(true),
        (_, Column::Ref) => match names::named_by(field) {
            Some(record) => Value::bytes(named[&record.id].0),
            None => Value::bytes([7; 16]),
        },
        (_, Column::Encoded) => Value::List(vec![Value::text("One"), Value::text("Two")]),
        (_, Column::Members(members)) => {
            let said = members
                .iter()
                .map(|(number, _)| (*number, Value::text("Words")));
            Value::Map(said.collect())
        }
        (_, Column::InSet) => unreachable!("a set is written element by element"),
    }
}

/// An office that has one record of every type, each field of it written.
fn one_of_each(world: &World) -> (CaseFile, BTreeMap<u16, EntityId>) {
    let mut file = world.county("Rivertown");
    let mut named: BTreeMap<u16, EntityId> = BTreeMap::new();
    file.change(Action::EditVictim, |change| {
        for record in RECORDS {
            named.insert(record.id, change.new_id());
        }
        for record in RECORDS {
            let fields = record.fields.iter();
            let fields = fields.filter(|field| field.column != Column::InSet);
            let fields: Vec<_> = fields
                .map(|field| (field.name, sample(field, &named)))
                .collect();
            change.create_as(record, named[&record.id], fields);
        }
        Ok(())
    })
    .unwrap();
    (file, named)
}

#[test]
fn every_side_of_every_field_says_something() {
    let world = World::new();
    let (file, named) = one_of_each(&world);
    for record in RECORDS {
        for field in record.fields {
            let shows_nothing = field.name == "order_id" || record.id == LOOK_PORTION.id;
            if field.column == Column::InSet || shows_nothing {
                continue;
            }
            let side = of_side(file.conn(), record, field, &sample(field, &named)).unwrap();
            let says = |value: &LabelledValue| !value.value.is_empty();
            assert!(
                !side.is_empty() && side.iter().all(says),
                "{}.{}",
                record.name,
                field.name
            );
        }
    }
    let said = |record: &'static Record, name: &str, value: Value| {
        let side = of_side(file.conn(), record, record.field(name), &value).unwrap();
        side.into_iter().next().unwrap().value
    };
    let follow_up = &crate::registry::FOLLOW_UP;
    let dana = Value::bytes(file.place().staff.0);
    assert_eq!(said(follow_up, "assigned_to", dana), "Pat Coordinator");
    let items = [
        r#"{"number":"555-0115","type":"voice"}"#,
        r#"{"number":"555-0116"}"#,
    ];
    let items = Value::List(items.map(Value::text).to_vec());
    assert_eq!(
        said(&PARTNER, "phones", items),
        "number: 555-0115, type: voice; number: 555-0116"
    );
    let drive = |zone: &str, minutes| Value::List(vec![Value::text(zone), Value::Int(minutes)]);
    let drives = Value::List(vec![drive("Elm Creek", 20), drive("Oak Flat", 45)]);
    let service = &crate::registry::PARTNER_SERVICE;
    assert_eq!(
        said(service, "travel_minutes", drives),
        "Elm Creek 20; Oak Flat 45"
    );
}

/// What the program writes once by itself, and nobody decides about.
const WRITTEN_ONCE: [u16; 4] = [
    ERASE_RECEIPT.id,
    PROBLEM_SEEN.id,
    LOOK_PORTION.id,
    LOOK_REVIEW.id,
];

#[test]
fn every_record_and_field_that_may_wait_has_a_word_in_each_language() {
    for language in crate::words::LANGUAGES {
        let words = Words::of(language);
        let mut missing = Vec::new();
        for record in RECORDS
            .iter()
            .filter(|record| !WRITTEN_ONCE.contains(&record.id))
        {
            let of_record = format!("conflict-record-{}", record.name);
            // The elements of a set come and go one by one and never wait.
            let fields = record
                .fields
                .iter()
                .filter(|field| field.column != Column::InSet);
            let of_fields = fields.map(|field| format!("field-{}", field.name));
            let ids = std::iter::once(of_record).chain(of_fields);
            let ids = ids.map(|id| id.replace('_', "-"));
            missing.extend(ids.filter(|id| !words.has(id)));
        }
        assert_eq!(missing, [""; 0], "{language}");
    }
}

#[test]
fn every_record_is_called_by_a_name_a_number_or_a_day() {
    let world = World::new();
    let (file, named) = one_of_each(&world);
    // What the county decides is one record; the others never wait for a person.
    let is_nameless = |id| id == OFFICE_POLICY.id || WRITTEN_ONCE.contains(&id);
    for record in RECORDS.iter().filter(|record| !is_nameless(record.id)) {
        let about = about(&file, record, named[&record.id]).unwrap();
        assert!(!about.is_empty(), "{}", record.name);
    }
    let called = |name: &str| {
        let record = RECORDS.iter().find(|record| record.name == name).unwrap();
        store::about(file.conn(), record, named[&record.id]).unwrap()
    };
    assert_eq!(called("partner_service").0, "Words, Words");
    assert_eq!(called("agreement").0, "Words");
    // An incident is about those who were in it.
    let (number, victim) = called("incident");
    assert_eq!((&*number, victim), ("Words", Some(named[&VICTIM.id])));
}

#[test]
fn whatever_may_be_written_instead_is_written() {
    let now = chrono::DateTime::parse_from_rfc3339(crate::testing::MONDAY).unwrap();
    let mut written_instead = 0;
    for record in RECORDS {
        for field in record.fields {
            let offered = editable(record, field, &Value::Null);
            if offered.is_empty() {
                continue;
            }
            let typed = offered.iter().map(|one| {
                let text = match (&one.code_list, field.kind, field.column, &*one.name) {
                    (Some(list), ..) => codes::list(list).last().unwrap().clone(),
                    (None, Kind::Register(Normal::Date), ..) => "2026-03-02".to_owned(),
                    (None, _, Column::Int, "birth_year") => "1990".to_owned(),
                    (None, _, Column::Int, _) => "30".to_owned(),
                    (None, ..) => format!("typed {}", one.name),
                };
                (one.name.clone(), text)
            });
            let typed: BTreeMap<String, String> = typed.collect();
            let value = value_written(record, field, None, &typed, now);
            let name = format!("{}.{}", record.name, field.name);
            let value = value.unwrap_or_else(|refused| panic!("{name}: {refused}"));
            let stands = editable(record, field, &value).into_iter();
            let stands: BTreeMap<String, String> =
                stands.map(|one| (one.name, one.value)).collect();
            assert_eq!(stands, typed, "{name}");
            written_instead += 1;
        }
    }
    assert!(written_instead > 50);
    let referral = &crate::registry::REFERRAL;
    let came_of_it = referral.field("came_of_it");
    assert_eq!(editable(referral, came_of_it, &Value::Null), []);
}

/// A county that merged another phone number than its own for Ana, written by a laptop under a name.
fn county_with_side_of(world: &World, name: Option<EntityId>) -> CaseFile {
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"));
    let ana = ana.unwrap().id;
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    if let Some(name) = name {
        laptop.claim_to_be(name);
    }
    for (file, number) in [(&mut county, "555-0188"), (&mut laptop, "555-0133")] {
        let way = victims::page(file, &ana).unwrap().contact_methods.remove(0);
        contacts::edit(file, &way.id, &phone(number, "yes"), &way.seen).unwrap();
    }
    let sent = exchange::send_week(&mut laptop, &world.stick("stick")).unwrap();
    exchange::merge(&mut county, &[sent.path]).unwrap();
    county
}

#[test]
fn a_side_comes_from_the_machine_that_signed_it_whoever_it_says_wrote_it() {
    let world = World::new();
    let county = county_with_side_of(&world, None);
    for side in conflicts(&county).unwrap().remove(0).sides {
        assert_eq!(side.signed_by, None, "{}", side.by);
    }
    let pat = county.place().staff;
    drop(county);

    // A laptop that says the coordinator wrote it, at the county's desk.
    let world = World::new();
    let mut county = county_with_side_of(&world, Some(pat));
    let came = |county: &CaseFile| {
        let sides = conflicts(county).unwrap().remove(0).sides.into_iter();
        let mut came = sides.filter(|side| side.bundle.is_some());
        came.next().unwrap()
    };
    let side = came(&county);
    assert_eq!(side.place, "Elm Creek");
    assert_eq!(side.signed_by.as_deref(), Some("Alex Sample"));

    // What a place is said to be called does not matter either.
    let here = county.place().staff;
    let alex = crate::need_to_know::staff(&county).unwrap().into_iter();
    let mut alex = alex.filter(|(_, name)| name == "Alex Sample");
    let alex = crate::ids::parse(&STAFF, &alex.next().unwrap().0).unwrap();
    assert_ne!(alex, here);
    county
        .change(Action::KeepStaff, |change| {
            change.edit_current(&STAFF, alex, [("place", Value::text("Oak Flat"))])
        })
        .unwrap();
    assert_eq!(came(&county).place, "Elm Creek");
}

#[test]
fn where_a_confidential_agency_is_stands_on_no_side() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let agency = partners::create(&mut county, &partner("Shelter"))
        .unwrap()
        .id;
    let id = crate::ids::parse(&PARTNER, &agency).unwrap();
    let mut place = None;
    county
        .change(Action::EditPartner, |change| {
            let fields = [
                ("partner", Value::bytes(id.0)),
                ("addresses", Value::List(vec![Value::text("1 Elm Street")])),
            ];
            place = Some(change.create(&PARTNER_LOCATION, fields));
            Ok(())
        })
        .unwrap();
    let place = place.unwrap();
    let stale = tables::load(county.conn(), key(&PARTNER_LOCATION, place)).unwrap();
    let stale = crate::casefile::Seen::of(&stale.unwrap());
    let mut form = directory::entry(&county, &agency).unwrap().partner.form;
    form.confidential_location = Some(true);
    form.address = String::new();
    let seen = directory::entry(&county, &agency).unwrap().seen;
    partners::edit(&mut county, &agency, &form, &seen).unwrap();
    // Written apart, and merged afterwards.
    county
        .change(Action::EditPartner, |change| {
            let address = Value::List(vec![Value::text("2 Oak Street")]);
            change.edit(&PARTNER_LOCATION, place, &stale, [("addresses", address)])
        })
        .unwrap();
    let item = items(&county).unwrap().remove(0);
    let conflict = item.conflict.as_ref().unwrap();
    assert_eq!((&*item.about, &*item.field), ("Shelter", "addresses"));
    let told = serde_json::to_string(&item).unwrap();
    assert!(!told.contains("Street"), "{told}");
    assert_eq!(item.ways, ["side"]);
    let by_side = |says_where: bool| {
        let mut sides = conflict.sides.iter();
        let side = sides.find(|side| (side.values[0].value == "…") == says_where);
        Settlement {
            way: "side".to_owned(),
            side: side.map(|side| side.side.clone()),
            values: Default::default(),
            seen: item.seen.clone(),
        }
    };
    let refused = settle(&mut county, &item.id, &by_side(true));
    assert!(matches!(refused, Err(Error::ConfidentialAddress)));
    settle(&mut county, &item.id, &by_side(false)).unwrap();
    assert_eq!(items(&county).unwrap(), []);
}

#[test]
fn a_street_that_must_stand_nowhere_is_not_written_instead_of_two_sides() {
    let world = World::new();
    let mut county = county_with_side_of(&world, None);
    let ana = victims::find(&county, "Ana").unwrap().remove(0).id;
    let seen = victims::record(&county, &ana).unwrap().seen;
    let protected = victims::AddressProtection {
        acp: "yes".to_owned(),
        substitute_address: "PO Box 1".to_owned(),
        ..Default::default()
    };
    victims::set_address_protection(&mut county, &ana, &protected, &seen).unwrap();
    let item = items(&county).unwrap().remove(0);
    let offered = item.conflict.as_ref().unwrap().editable.iter();
    let mut values: BTreeMap<String, String> = offered
        .map(|one| (one.name.clone(), one.value.clone()))
        .collect();
    values.insert("channel".to_owned(), "post".to_owned());
    values.insert("value".to_owned(), "1 Elm Street".to_owned());
    values.insert("who_may_answer".to_owned(), "her sister".to_owned());
    let mut other = Settlement {
        way: "other".to_owned(),
        side: None,
        values,
        seen: item.seen.clone(),
    };
    let refused = settle(&mut county, &item.id, &other);
    assert!(matches!(refused, Err(Error::ProtectedAddress)));
    other
        .values
        .insert("value".to_owned(), "PO Box 1".to_owned());
    settle(&mut county, &item.id, &other).unwrap();
    let stands = contacts::gate(&county, &ana).unwrap().ways.remove(0);
    assert_eq!(stands.who_may_answer, "her sister");
    let id = crate::ids::parse(&CONTACT_METHOD, &stands.id).unwrap();
    let state = tables::load(county.conn(), key(&CONTACT_METHOD, id)).unwrap();
    let state = state.unwrap();
    let [head] = state.heads(CONTACT_METHOD.field("way").field_id()) else {
        panic!("one way stands");
    };
    assert!(head.value.member(way::VERIFIED_ON).is_some());
}
