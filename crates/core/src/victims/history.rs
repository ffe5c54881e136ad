//! Every change of a victim's records as it was written: who, where, when by their clock, when it came here, and what
//! stood there before.
//!
//! The history itself is asked, so this tells also what was replaced, hidden or taken back since. What her page covers is
//! covered here: of a number only its end, no code word, no street. What was erased, or is kept from this laptop, is not
//! in the history here, and is not told.
//!
//! Not here: changes of agencies and of the office; words, by which a screen looks in what it says of this.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{Dot, EntityId, FieldId, ResolvedOp, Value};
use rusqlite::Connection;

use super::{ChangedField, HistoryEntry, store};
use crate::casefile::{CaseFile, WrittenCommit, written_about};
use crate::error::Result;
use crate::ids;
use crate::inbox::{self, LabelledValue, Origins};
use crate::registry::{
    self, CONTACT_METHOD, Field, KEPT, LETTER, PARTICIPATION, RISK_SCREEN, Record, VICTIM,
};
use crate::standing::Standing;

/// Every change of a victim's records, and of the incidents she is in, the newest first.
///
/// # Errors
/// [`crate::error::Error::NotFound`]; [`crate::error::Error::Erased`].
pub fn history(file: &CaseFile, victim_id: &str) -> Result<Vec<HistoryEntry>> {
    let id = ids::parse(&VICTIM, victim_id)?;
    // Who may not see her is refused here, before the history is read.
    Standing::of(file.conn(), &VICTIM, id)?;
    let records = records_of(file.conn(), id)?;
    let origins = Origins::of(file);
    let mut past = Past::default();
    let mut entries = Vec::new();
    for written in written_about(file.conn(), &records)? {
        let mut of_commit = past.read(file.conn(), &records, &written)?;
        if of_commit.is_empty() {
            continue;
        }
        let origin = origins.origin(&written.kept)?;
        for (place, entry) in of_commit.iter_mut().enumerate() {
            entry.id = format!("{}-{place}", written.kept.dot.to_i64());
            entry.origin = origin.clone();
        }
        entries.append(&mut of_commit);
    }
    entries.reverse();
    Ok(entries)
}

fn records_of(conn: &Connection, victim: EntityId) -> Result<BTreeSet<EntityId>> {
    let mut records = store::records_of(conn, victim)?;
    let parts = Standing::of_victim(conn, &PARTICIPATION, victim)?;
    records.extend(parts.iter().filter_map(|part| part.named("incident")));
    Ok(records)
}

/// What had been written before the commit that is looked at.
#[derive(Default)]
struct Past {
    known: BTreeSet<EntityId>,
    wrote: BTreeMap<(EntityId, FieldId, Dot), Value>,
}

impl Past {
    /// What one commit did to each of the records, in the order of its operations.
    fn read(
        &mut self,
        conn: &Connection,
        records: &BTreeSet<EntityId>,
        written: &WrittenCommit,
    ) -> Result<Vec<HistoryEntry>> {
        let mut entries: Vec<(EntityId, HistoryEntry)> = Vec::new();
        for op in &written.ops {
            let (record, entity) = match op {
                ResolvedOp::Set { record, entity, .. }
                | ResolvedOp::Add { record, entity, .. }
                | ResolvedOp::Remove { record, entity, .. }
                | ResolvedOp::Delete { record, entity, .. } => (*record, *entity),
                ResolvedOp::Erase { .. } | ResolvedOp::Audit { .. } | ResolvedOp::Unknown(_) => {
                    continue;
                }
            };
            let Some(record) = registry::record(record).filter(|_| records.contains(&entity))
            else {
                continue;
            };
            let place = match entries.iter().position(|(known, _)| *known == entity) {
                Some(place) => place,
                None => {
                    let kind = match self.known.insert(entity) {
                        true => "made",
                        false => "changed",
                    };
                    entries.push((entity, HistoryEntry::begun(record.name, kind)));
                    entries.len() - 1
                }
            };
            self.read_op(conn, record, op, written.kept.dot, &mut entries[place].1)?;
        }
        let entries = entries.into_iter().map(|(_, entry)| entry);
        Ok(entries
            .filter(|entry| entry.kind != "changed" || !entry.changes.is_empty())
            .collect())
    }

    fn read_op(
        &mut self,
        conn: &Connection,
        record: &'static Record,
        op: &ResolvedOp,
        dot: Dot,
        entry: &mut HistoryEntry,
    ) -> Result<()> {
        match op {
            ResolvedOp::Set {
                entity,
                parents,
                fields,
                ..
            } => {
                if fields.get(KEPT).is_some() || (fields.is_empty() && !parents.is_empty()) {
                    entry.kind = "brought_back".to_owned();
                }
                for (id, value) in fields.iter() {
                    self.wrote.insert((*entity, id, dot), value.clone());
                    let Some(field) = told(record, id) else {
                        continue;
                    };
                    let mut before = Vec::new();
                    for parent in parents {
                        if let Some(value) = self.wrote.get(&(*entity, id, *parent)) {
                            before.extend(said(conn, record, field, value)?);
                        }
                    }
                    let after = said(conn, record, field, value)?;
                    entry.changes.extend(differing(before, after));
                }
            }
            ResolvedOp::Add {
                field, elements, ..
            } => {
                if let Some(field) = told(record, *field) {
                    let added = elements_said(conn, record, field, elements)?;
                    entry.changes.extend(differing(Vec::new(), added));
                }
            }
            ResolvedOp::Remove {
                field, elements, ..
            } => {
                if let Some(field) = told(record, *field) {
                    let removed = elements_said(conn, record, field, elements)?;
                    entry.changes.extend(differing(removed, Vec::new()));
                }
            }
            ResolvedOp::Delete { .. } => entry.kind = "hidden".to_owned(),
            ResolvedOp::Erase { .. } | ResolvedOp::Audit { .. } | ResolvedOp::Unknown(_) => {}
        }
        Ok(())
    }
}

/// The field, if what it says is told: not what the entry itself says, who, when and about whom; not what only the program
/// reads; and nothing of a newer program.
fn told(record: &Record, id: FieldId) -> Option<&'static Field> {
    let field = record.field_by_id(id)?;
    let of_program = match record.id {
        id if id == LETTER.id => matches!(
            field.name,
            "sha256" | "fields" | "numbers" | "ways" | "places" | "template_version"
        ),
        id if id == RISK_SCREEN.id => field.name == "answers",
        _ => false,
    };
    let said_by_entry = matches!(
        field.name,
        "victim" | "staff" | "at" | "made_at" | "status_dates" | "pack_sample"
    );
    (!of_program && !said_by_entry).then_some(field)
}

/// Whether that something was written is told, and not what: a code word, and the street of a protected address.
fn is_covered(record: &Record, field: &Field) -> bool {
    (record.id == CONTACT_METHOD.id && field.name == "code_word")
        || (record.id == VICTIM.id && field.name == "real_address")
}

fn said(
    conn: &Connection,
    record: &Record,
    field: &Field,
    value: &Value,
) -> Result<Vec<LabelledValue>> {
    let is_empty = match value {
        Value::Null => true,
        Value::Text(text) => text.is_empty(),
        Value::List(parts) => parts.is_empty(),
        _ => false,
    };
    if is_empty {
        return Ok(Vec::new());
    }
    if is_covered(record, field) {
        return Ok(inbox::not_said(record, field));
    }
    if let Value::List(elements) = value {
        return elements_said(conn, record, field, elements);
    }
    let values = inbox::of_side(conn, record, field, value)?;
    Ok(inbox::covered(record, values))
}

/// The elements of a set or a list, each as a value of its own; of one that has parts, the parts.
fn elements_said(
    conn: &Connection,
    record: &Record,
    field: &Field,
    elements: &[Value],
) -> Result<Vec<LabelledValue>> {
    let mut values = Vec::new();
    for element in elements {
        let parts = match element {
            Value::List(parts) => &parts[..],
            one => std::slice::from_ref(one),
        };
        for part in parts {
            let value = inbox::part_in_words(conn, field, part)?;
            values.push(inbox::one_labelled(record, field.name, value));
        }
    }
    values.retain(|value| !value.value.is_empty());
    Ok(values)
}

/// What is not the same before and after, by its label.
fn differing(before: Vec<LabelledValue>, after: Vec<LabelledValue>) -> Vec<ChangedField> {
    let mut changed: Vec<ChangedField> = Vec::new();
    let all = before.into_iter().map(|value| (value, true));
    let all = all.chain(after.into_iter().map(|value| (value, false)));
    for (value, is_before) in all {
        let place = changed.iter().position(|one| one.label == value.label);
        let place = place.unwrap_or_else(|| {
            changed.push(ChangedField {
                label: value.label.clone(),
                code_list: value.code_list.clone(),
                before: Vec::new(),
                after: Vec::new(),
            });
            changed.len() - 1
        });
        let side = match is_before {
            true => &mut changed[place].before,
            false => &mut changed[place].after,
        };
        if !side.contains(&value.value) {
            side.push(value.value);
        }
    }
    // That a covered value became another one is told, though both look alike.
    changed.retain(|one| one.before != one.after || one.after.iter().any(|said| said == "…"));
    changed
}
