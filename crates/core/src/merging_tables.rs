//! The tables of `docs/merging-tables.md`, asked of the program.

use countyline_ledger::{Dot, EntityId, EntityState, Head, Kind, Lattice, Value};

use crate::registry::{self, Column, Field, Record, Registry};

const TABLES: &str = include_str!("../../../docs/merging-tables.md");

struct Row<'a> {
    record: &'static Record,
    field: &'static Field,
    sides: [&'a str; 2],
    shows: &'a str,
    to_decide: bool,
}

fn rows() -> Vec<Row<'static>> {
    let rows = TABLES.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [named, one, other, shows, to_decide] = cells[..] else {
            return None;
        };
        let (record, field) = named.split_once('.')?;
        let mut records = registry::RECORDS.iter();
        let record = records.find(|known| known.name == record).unwrap();
        Some(Row {
            record,
            field: record.field(field),
            sides: [one, other],
            shows,
            to_decide: to_decide == "yes",
        })
    });
    rows.collect()
}

/// A value as a row writes it: of a compound, each member's name and what it says, parted by commas.
fn value(field: &Field, text: &str) -> Value {
    match field.column {
        Column::Members(members) => {
            let said = text.split(", ").map(|part| part.split_once(' ').unwrap());
            let said = said.map(|(name, says)| {
                let mut members = members.iter();
                let (number, _) = members.find(|(_, known)| *known == name).unwrap();
                (*number, Value::text(says))
            });
            Value::Map(said.collect())
        }
        Column::Bool => Value::Bool(text == "yes"),
        _ => Value::text(text),
    }
}

#[test]
fn every_row_of_the_merging_tables_is_what_the_program_does() {
    let rows = rows();
    assert!(rows.len() > 40);
    for row in rows {
        let field = row.field.field_id();
        let values = row.sides.map(|side| value(row.field, side));
        let state_of = |values: &[&Value]| {
            let mut state = EntityState::empty(row.record.record_type(), EntityId([1; 16]));
            let heads = (1..).zip(values).map(|(log, value)| Head {
                dot: Dot::new(log, 1),
                value: (*value).clone(),
            });
            state.fields.insert(field, heads.collect());
            state.shown(&Registry, field).unwrap()
        };
        let name = format!("{}.{}: {:?}", row.record.name, row.field.name, row.sides);
        let shown = state_of(&[&values[0], &values[1]]);
        assert_eq!(shown.value, value(row.field, row.shows), "{name}");
        assert_eq!(shown.in_conflict, row.to_decide, "{name}");
        // Who wrote last matters only where both mean the same or nothing depends on it.
        let turned = state_of(&[&values[1], &values[0]]);
        assert_eq!(turned.in_conflict, row.to_decide, "{name}");
        if !matches!(row.field.kind, Kind::Register(_)) {
            assert_eq!(turned.value, shown.value, "{name}");
        }
    }
}

#[test]
fn every_row_stands_under_the_head_of_its_table() {
    let mut before = "";
    for line in TABLES.lines() {
        if line.starts_with('|') && !before.starts_with('|') {
            let head = "| field | one wrote | another wrote | shows | to decide |";
            assert_eq!(line, head);
        }
        before = line;
    }
}

#[test]
fn every_step_of_a_stage_is_either_in_the_tables_or_follows_from_the_lattice() {
    for lattice in [
        &registry::REFERRAL_STATUS,
        &registry::FOLLOW_UP_STATE,
        &registry::PAPER_STATE,
        &registry::CLAIM_STATUS,
    ] {
        let stages: &Lattice = lattice;
        for (from, to) in stages.forward {
            assert!(
                !stages.leads(to, from),
                "{from} and {to} lead to each other"
            );
        }
    }
    let named = |field: &str| rows().iter().filter(|row| row.field.name == field).count();
    assert!(named("status") > 20 && named("state") >= 7);
}
