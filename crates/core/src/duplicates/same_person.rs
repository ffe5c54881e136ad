//! What a person's linked records say together: side by side where they differ, and the safer answer at once.

use countyline_ledger::{EntityId, EntityState};

use super::links::Links;
use super::{DifferingField, DifferingSide, LinkView, LinkedRecord, SamePersonView};
use crate::casefile::{CaseFile, key, log, tables};
use crate::error::{Error, Result};
use crate::registry::{Column, Field, Registry, VICTIM};
use crate::{ids, inbox, victims};

/// The other records of the person this record is about; `None` if there are none.
pub(crate) fn same_person(file: &CaseFile, victim: EntityId) -> Result<Option<SamePersonView>> {
    let links = Links::load(file.conn())?;
    let ids = links.person(victim);
    if ids.len() < 2 {
        return Ok(None);
    }
    let mut states = Vec::with_capacity(ids.len());
    for id in &ids {
        // A record that was not brought yet, or that somebody hid, has nothing to show.
        match victims::case_number_of(file, *id) {
            Ok(number) => {
                let state = tables::load(file.conn(), key(&VICTIM, *id))?;
                states.push((number, state.ok_or(Error::DamagedCaseFile)?));
            }
            Err(Error::NotFound { .. }) => {}
            Err(refused) => return Err(refused),
        }
    }
    let records = states.iter().map(|(number, state)| LinkedRecord {
        victim_id: ids::text(state.id),
        case_number: number.clone(),
    });
    Ok(Some(SamePersonView {
        records: records.collect(),
        links: said(file, &links, &ids)?,
        differing: differing(file, &states)?,
        do_not_contact: victims::must_not_be_contacted(file, victim)?,
    }))
}

fn said(file: &CaseFile, links: &Links, ids: &[EntityId]) -> Result<Vec<LinkView>> {
    let mut views = Vec::new();
    for one in ids {
        let state = tables::load(file.conn(), key(&VICTIM, *one))?;
        for other in links.directly(*one).filter(|other| other > one) {
            let element = countyline_ledger::Value::bytes(other.0);
            let set = VICTIM.field("same_as").field_id();
            let dots = state
                .as_ref()
                .map_or(&[][..], |state| state.member_dots(set, &element));
            for dot in dots {
                views.push(LinkView {
                    one: ids::text(*one),
                    other: ids::text(other),
                    said: inbox::origin(file, &log::commit(file.conn(), *dot)?)?,
                });
            }
        }
    }
    Ok(views)
}

/// Fields in which two of the records hold different values. A case number is each record's own.
fn differing(file: &CaseFile, states: &[(String, EntityState)]) -> Result<Vec<DifferingField>> {
    let mut fields = Vec::new();
    let compared = VICTIM.fields.iter().filter(|field| {
        field.column != Column::InSet && !matches!(field.name, "case_number" | "opened_on")
    });
    for field in compared {
        let shown = |state: &EntityState| state.shown(&Registry, field.field_id());
        let mut values = states
            .iter()
            .filter_map(|(_, state)| shown(state).map(|shown| shown.value));
        let Some(first) = values.next() else { continue };
        if values.any(|value| !same(field, &value, &first)) {
            fields.push(DifferingField {
                field: field.name.to_owned(),
                sides: sides(file, field, states)?,
            });
        }
    }
    Ok(fields)
}

fn sides(
    file: &CaseFile,
    field: &'static Field,
    states: &[(String, EntityState)],
) -> Result<Vec<DifferingSide>> {
    let mut sides = Vec::new();
    for (number, state) in states {
        for head in state.heads(field.field_id()) {
            sides.push(DifferingSide {
                victim_id: ids::text(state.id),
                case_number: number.clone(),
                values: inbox::labelled(&VICTIM, field, &head.value),
                origin: inbox::origin(file, &log::commit(file.conn(), head.dot)?)?,
            });
        }
    }
    Ok(sides)
}

fn same(field: &Field, one: &countyline_ledger::Value, other: &countyline_ledger::Value) -> bool {
    match field.kind {
        countyline_ledger::Kind::Register(normal) => normal.same(one, other),
        _ => one == other,
    }
}
