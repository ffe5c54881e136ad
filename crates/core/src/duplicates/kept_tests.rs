use std::collections::BTreeMap;

use countyline_ledger::EntityId;
use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, named_params};

use super::kept::{self, Kept, TABLES};
use crate::casefile::{in_memory, tables};
use crate::testing::{World, phone, victim};
use crate::victims::VictimForm;
use crate::{erasure, hiding, inbox, victims};

/// What is written of a victim here.
#[derive(Clone, Copy)]
struct Row<'a> {
    name: (&'a str, &'a str),
    year: i64,
    phone: &'a str,
    number: &'a str,
}

fn id(number: u32) -> EntityId {
    let mut id = [0; 16];
    id[..4].copy_from_slice(&number.to_be_bytes());
    EntityId(id)
}

/// A row of a victim and one of her phone, in place of those that stand there.
fn write(conn: &Connection, number: u32, row: Option<Row<'_>>) {
    conn.prepare_cached("DELETE FROM victim WHERE id = ?1")
        .and_then(|mut delete| delete.execute([id(number).0]))
        .unwrap();
    conn.prepare_cached("DELETE FROM contact_method WHERE id = ?1")
        .and_then(|mut delete| delete.execute([id(number).0]))
        .unwrap();
    let Some(row) = row else { return };
    conn.prepare_cached(
        "INSERT INTO victim (id, dot, deleted, given_name, family_name, birth_year, case_number)
         VALUES (:id, 1, 0, :given, :family, :year, :number)",
    )
    .and_then(|mut insert| {
        insert.execute(named_params! {
            ":id": id(number).0, ":given": row.name.0, ":family": row.name.1, ":year": row.year,
            ":number": row.number,
        })
    })
    .unwrap();
    conn.prepare_cached(
        "INSERT INTO contact_method (id, dot, deleted, victim, channel, value)
         VALUES (:id, 1, 0, :id, 'phone', :phone)",
    )
    .and_then(|mut insert| {
        insert.execute(named_params! { ":id": id(number).0, ":phone": row.phone })
    })
    .unwrap();
}

fn kept_in(conn: &Connection) -> BTreeMap<&'static str, Vec<Vec<SqlValue>>> {
    let dump = |table| (table, tables::dump(conn, table).unwrap());
    TABLES.into_iter().map(dump).collect()
}

/// That what is kept is what would be made now. It is made again, if nothing is kept.
fn ensure_as_made_anew(conn: &Connection, step: usize) {
    let kept = kept_in(conn);
    kept::make(conn).unwrap();
    if !kept["double_state"].is_empty() {
        assert_eq!(kept, kept_in(conn), "step {step}");
    }
}

#[test]
fn what_is_kept_is_what_would_be_made_anew_whatever_is_written_in_which_order() {
    const GIVEN: [&str; 5] = ["Margaret", "Peggy", "Zenobia", "Margret", "Ana"];
    const FAMILY: [&str; 4] = ["Marble", "Marbel", "Quill", "Marble Quill"];
    const PHONES: [&str; 4] = ["555-010-0142", "555-010-0143", "555-010-0199", ""];
    const NUMBERS: [&str; 3] = ["B-1", "B-2", "B-3"];
    let conn = in_memory().unwrap();
    kept::make(&conn).unwrap();
    let mut state: u64 = 7;
    let mut drawn = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as usize % below
    };
    let mut pairs = 0;
    for step in 0..600 {
        let mut kept = Kept::default();
        for _ in 0..=drawn(3) {
            let number = drawn(70) as u32;
            let row = Row {
                name: (GIVEN[drawn(GIVEN.len())], FAMILY[drawn(FAMILY.len())]),
                year: 1980 + drawn(3) as i64,
                phone: PHONES[drawn(PHONES.len())],
                number: NUMBERS[drawn(NUMBERS.len())],
            };
            write(&conn, number, (drawn(4) > 0).then_some(row));
            kept.written_in(id(number));
        }
        kept.refresh(&conn).unwrap();
        ensure_as_made_anew(&conn, step);
        pairs += kept_in(&conn)["double_pair"].len();
    }
    assert!(pairs > 1_000, "{pairs}");
}

#[test]
fn a_phone_that_very_many_come_to_share_says_less_and_less_and_then_joins_nobody() {
    let conn = in_memory().unwrap();
    kept::make(&conn).unwrap();
    let shelter = |name| Row {
        name,
        year: 1980,
        phone: "555-010-0142",
        number: "",
    };
    let initials: Vec<String> = (0..430).map(|number| format!("Q{number}x")).collect();
    write(&conn, 0, Some(shelter(("Zenobia", ""))));
    write(&conn, 1, Some(shelter(("Zenobia", ""))));
    let mut joined = Vec::new();
    for (step, given) in initials.iter().enumerate() {
        let number = 2 + step as u32;
        write(&conn, number, Some(shelter((given, ""))));
        let mut kept = Kept::default();
        (step == 0).then(|| [0, 1].map(|first| kept.written_in(id(first))));
        kept.written_in(id(number));
        kept.refresh(&conn).unwrap();
        if kept_in(&conn)["double_state"].is_empty() {
            kept::make(&conn).unwrap();
        }
        if [0, 200, 395, 396, 397, 398, 399, 400, 429].contains(&step) {
            ensure_as_made_anew(&conn, step);
        }
        let pair = conn
            .prepare_cached("SELECT weight FROM double_pair WHERE one = ?1 AND other = ?2")
            .and_then(|mut read| read.query_row((id(0).0, id(1).0), |row| row.get::<_, i64>(0)));
        joined.push(pair.ok());
    }
    assert!(joined[1].is_some());
    assert!(joined[60] < joined[1], "{:?}", joined[60]);
    assert_eq!(joined[429], None);
    // And the other way: the phone is rare again.
    let mut kept = Kept::default();
    for number in 2..190 {
        write(&conn, number, None);
        kept.written_in(id(number));
    }
    kept.refresh(&conn).unwrap();
    ensure_as_made_anew(&conn, 1_000);
}

fn recorded(file: &mut crate::casefile::CaseFile, given: &str, family: &str) -> String {
    let form = VictimForm {
        contact_method: Some(phone("555-010-0142", "yes")),
        ..victim(given, family)
    };
    victims::create(file, &form).unwrap().id
}

fn is_kept(file: &crate::casefile::CaseFile) -> bool {
    kept::persons(file.conn()).unwrap().is_some()
}

#[test]
fn the_first_look_makes_suggestions_and_every_later_one_finds_them() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    for (given, family) in [("Zenobia", "Quill"), ("Ana", "Sample"), ("Peggy", "Marble")] {
        recorded(&mut county, given, family);
    }
    assert!(!is_kept(&county), "nobody has looked");
    assert_eq!(inbox::suggestions(&county).unwrap(), 0);
    assert!(is_kept(&county));
    let her = recorded(&mut county, "Margaret", "Marble");
    assert!(is_kept(&county), "what is written changes what is kept");
    assert_eq!(inbox::suggestions(&county).unwrap(), 1);
    assert!(county.verify().unwrap().ok);
    let seen = victims::page(&county, &her).unwrap().seen;
    hiding::hide(&mut county, "victim", &her, &seen).unwrap();
    assert_eq!(inbox::suggestions(&county).unwrap(), 0);
    assert!(county.verify().unwrap().ok);
    recorded(&mut county, "Margaret", "Marble");
    assert_eq!(inbox::suggestions(&county).unwrap(), 1);
}

/// A mother and her daughter share a name, a telephone and a house, and in one incident play two parts.
#[test]
fn who_appears_in_one_incident_in_another_role_is_never_suggested() {
    use crate::incidents::{self, IncidentForm, PartForm};
    let world = World::new();
    let mut county = world.county("Rivertown");
    let [her, other] = ["Margaret", "Peggy"].map(|given| recorded(&mut county, given, "Marble"));
    assert_eq!(inbox::suggestions(&county).unwrap(), 1);
    let part = |role: &str| PartForm {
        role: role.to_owned(),
        victimization: vec!["V10".to_owned()],
        ..PartForm::default()
    };
    let form = IncidentForm {
        part: part("primary"),
        ..IncidentForm::default()
    };
    let incident = incidents::record(&mut county, &her, &form).unwrap().id;
    assert_eq!(
        inbox::suggestions(&county).unwrap(),
        1,
        "she alone is in it"
    );
    incidents::join(&mut county, &other, &incident, &part("witness")).unwrap();
    assert_eq!(inbox::suggestions(&county).unwrap(), 0);
    assert!(county.verify().unwrap().ok);
    let shown = victims::record(&county, &other)
        .unwrap()
        .incidents
        .remove(0);
    let same = part("primary");
    incidents::edit_part(&mut county, &shown.part_id, &same, &shown.part_seen).unwrap();
    assert_eq!(
        inbox::suggestions(&county).unwrap(),
        1,
        "one part, entered twice"
    );
    assert!(county.verify().unwrap().ok);
}

#[test]
fn what_is_kept_wrongly_is_seen_by_checking() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    for given in ["Margaret", "Peggy"] {
        recorded(&mut county, given, "Marble");
    }
    assert_eq!(inbox::suggestions(&county).unwrap(), 1);
    county
        .derive(|conn| {
            conn.execute("DELETE FROM double_pair", []).unwrap();
            Ok(())
        })
        .unwrap();
    assert_eq!(county.verify().unwrap().differences, ["double_pair"]);
}

#[test]
fn nothing_is_kept_of_an_erased_person() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let her = ["Margaret", "Peggy"].map(|given| recorded(&mut county, given, "Marble"))[0].clone();
    assert_eq!(inbox::suggestions(&county).unwrap(), 1);
    let form = erasure::EraseForm {
        victim_id: her,
        record: None,
        fields: Vec::new(),
        basis: "court_order".to_owned(),
    };
    erasure::order(&mut county, &form).unwrap();
    let left: usize = kept_in(county.conn())["double_person"].len();
    assert!(left < 2, "{left}");
    assert_eq!(inbox::suggestions(&county).unwrap(), 0);
    assert!(county.verify().unwrap().ok);
}
