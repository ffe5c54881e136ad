//! A marker in every field about a victim that people write freely, found in the registry: a field that is added is
//! searched for without anybody thinking of it.

use std::collections::BTreeMap;

use countyline_ledger::{EntityId, Kind, Normal, Value};

use crate::casefile::{Action, CaseFile};
use crate::ids;
use crate::registry::{Column, Field, INCIDENT, PARTICIPATION, RECORDS, Record, VICTIM};

/// Sets whose elements name records and hold no text.
const NAMING: [&str; 4] = ["named_staff", "relations", "same_as", "not_same_as"];

/// The marker of a field.
pub(crate) fn marker(record: &Record, field: &Field) -> String {
    format!("Mark{}x{:03}", record.name.replace('_', ""), field.id)
}

/// Every such field with its marker.
pub(super) fn markers() -> Vec<String> {
    let of = |record: &'static Record| written_in(record).map(move |field| marker(record, field));
    RECORDS.iter().copied().flat_map(of).collect()
}

/// What of a record is written freely, if it is about a victim.
fn written_in(record: &'static Record) -> impl Iterator<Item = &'static Field> {
    let is_hers = [VICTIM.id, INCIDENT.id].contains(&record.id) || owner(record).is_some();
    let is_text = |field: &&Field| field.kind == Kind::Register(Normal::Text);
    let names = |field: &&Field| NAMING.contains(&field.name);
    let fields = record.fields.iter().filter(move |_| is_hers);
    fields.filter(move |field| (field.is_erased_alone() || is_text(field)) && !names(field))
}

fn owner(record: &Record) -> Option<&Field> {
    let mut fields = record.fields.iter();
    fields.find(|field| field.name == "victim" && field.column == Column::Ref)
}

/// Writes every marker: those of her own record into it, and of each other type into a new record of hers.
pub(super) fn write_every_text(file: &mut CaseFile, victim_id: &str) {
    let victim = ids::parse(&VICTIM, victim_id).unwrap();
    let written = file.change(Action::WriteVictimFacts, |change| {
        let named = |id: EntityId| Value::bytes(id.0);
        let at = Value::text("2026-03-02T08:00:00-06:00");
        let incident = change.create(&INCIDENT, [("at", at)]);
        for record in RECORDS.iter().copied() {
            let id = match record.id {
                id if id == VICTIM.id => victim,
                id if id == INCIDENT.id => incident,
                _ if owner(record).is_none() => continue,
                id if id == PARTICIPATION.id => {
                    let part = [("victim", named(victim)), ("incident", named(incident))];
                    change.create(record, part)
                }
                _ => change.create(record, [("victim", named(victim))]),
            };
            for field in written_in(record) {
                let text = Value::text(marker(record, field));
                match field.column {
                    Column::InSet => change.add(record, id, field.name, [text]),
                    _ if record.id == VICTIM.id => {
                        change.edit_current(record, id, [(field.name, shaped(field, text))])?;
                    }
                    _ => change.create_as(record, id, [(field.name, shaped(field, text))]),
                }
            }
        }
        Ok(())
    });
    written.unwrap();
}

/// A text as it lies in a column of this kind.
fn shaped(field: &Field, text: Value) -> Value {
    match field.column {
        Column::Text => text,
        Column::Encoded => Value::List(vec![text]),
        Column::Members(members) => {
            let all = members.iter().map(|(number, _)| (*number, text.clone()));
            Value::Map(all.collect::<BTreeMap<_, _>>())
        }
        other => panic!("say how {} is written: {other:?}", field.name),
    }
}
