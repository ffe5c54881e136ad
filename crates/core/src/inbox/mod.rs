//! What waits for a person: things two people wrote differently.
//!
//! Each side is shown with who wrote it, where, when by their clock, and when it came here. Settling one
//! is an ordinary change that replaces every side the screen showed; two people settling it apart is a
//! conflict again. Nothing expires by itself. Safety fields come first.

mod store;
#[cfg(test)]
mod tests;
mod views;

use countyline_ledger::{CommitHash, EntityId, EntityState, FieldId, Head, Value};

pub use views::*;

use crate::casefile::{Action, CaseFile, Seen, key, log, tables};
use crate::error::{Error, Result};
use crate::registry::{self, Column, Field, Record, Registry};
use crate::start::Saved;
use crate::{days, ids};

/// The conflicts that wait, safety fields first.
pub fn conflicts(file: &CaseFile) -> Result<Vec<ConflictView>> {
    let mut views = Vec::new();
    for (record, entity, field) in store::open(file.conn())? {
        let state =
            tables::load(file.conn(), key(record, entity))?.ok_or(Error::DamagedCaseFile)?;
        views.push(view(file, record, &state, field)?);
    }
    views.sort_by_key(|view| !view.protective);
    Ok(views)
}

/// How many conflicts wait.
pub(crate) fn count(file: &CaseFile) -> Result<i32> {
    store::count(file.conn())
}

/// Settles a conflict with one of the sides shown.
///
/// # Errors
/// [`Error::ChangedMeanwhile`] if that side is not there any more: somebody settled it.
pub fn resolve(file: &mut CaseFile, conflict_id: &str, side: &str, seen: &str) -> Result<Saved> {
    let not_found = Error::NotFound { record: "conflict" };
    let (record, entity, field) = parse(conflict_id).ok_or(not_found)?;
    let seen = Seen::from_token(seen)?;
    let (id, changes) = file.change(Action::ResolveConflict, |change| {
        let state = change.state(record, entity)?;
        let mut chosen = None;
        for head in state.heads(field.field_id()) {
            if side_id(log::commit(change.conn(), head.dot)?.hash) == side {
                chosen = Some(head.value.clone());
            }
        }
        let chosen = chosen.ok_or(Error::ChangedMeanwhile)?;
        change.edit(record, entity, &seen, [(field.name, chosen)])?;
        Ok(entity)
    })?;
    Ok(Saved::new(id, &changes))
}

fn view(
    file: &CaseFile,
    record: &'static Record,
    state: &EntityState,
    field: &'static Field,
) -> Result<ConflictView> {
    let in_effect = state
        .shown(&Registry, field.field_id())
        .and_then(|shown| shown.head);
    let mut sides = Vec::new();
    for (at, head) in state.heads(field.field_id()).iter().enumerate() {
        sides.push(side(file, record, field, head, in_effect == Some(at))?);
    }
    sides.sort_by_key(|side| !side.in_effect);
    let (about, victim) = store::about(file.conn(), record, state.id)?;
    Ok(ConflictView {
        id: format!("{}/{}/{}", record.name, ids::text(state.id), field.name),
        record: record.name.to_owned(),
        field: field.name.to_owned(),
        about,
        victim_id: victim.map(ids::text),
        protective: field.is_protective(),
        sides,
        seen: Seen::of(state).token(),
    })
}

fn side(
    file: &CaseFile,
    record: &Record,
    field: &'static Field,
    head: &Head,
    in_effect: bool,
) -> Result<ConflictSide> {
    let kept = log::commit(file.conn(), head.dot)?;
    let author = store::author(file.conn(), EntityId(kept.commit.header().actor.0))?;
    Ok(ConflictSide {
        side: side_id(kept.hash),
        values: labelled(record, field, &head.value),
        by: author.name,
        place: author.place,
        claimed_at: days::from_millis(kept.commit.header().wall_ms),
        received_at: store::received_at(file.conn(), kept.bundle)?,
        in_effect,
    })
}

/// A side is named by the commit that wrote it, which is the same on every machine.
fn side_id(commit: CommitHash) -> String {
    commit.to_string()
}

fn labelled(record: &Record, field: &'static Field, value: &Value) -> Vec<LabelledValue> {
    match field.column {
        Column::Members(members) => members
            .iter()
            .filter_map(|(number, name)| {
                let text = value.member(*number)?.as_text()?;
                (!text.is_empty()).then(|| one_labelled(record, name, text.to_owned()))
            })
            .collect(),
        _ => vec![one_labelled(record, field.name, written(value))],
    }
}

fn one_labelled(record: &Record, name: &str, value: String) -> LabelledValue {
    let code_list = match (record.name, name) {
        (_, "channel") => Some("channel"),
        (_, "safe") => Some("safe"),
        (
            _,
            "voicemail"
            | "do_not_contact"
            | "confidential_location"
            | "victim_service_program"
            | "revoked",
        ) => Some("answer"),
        (_, "language") => Some("language"),
        (_, "need") => Some("need"),
        ("referral", "status") => Some("referral_status"),
        ("referral", "kind") => Some("referral_kind"),
        ("partner", "kind") => Some("partner_kind"),
        ("follow_up", "state") => Some("follow_up_state"),
        ("follow_up", "reason") => Some("follow_up_reason"),
        _ => None,
    };
    LabelledValue {
        label: format!("field-{}", name.replace('_', "-")),
        value,
        code_list: code_list.map(str::to_owned),
    }
}

fn written(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Int(number) => number.to_string(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Null | Value::Bytes(_) | Value::List(_) | Value::Map(_) => String::new(),
    }
}

fn parse(conflict_id: &str) -> Option<(&'static Record, EntityId, &'static Field)> {
    let mut parts = conflict_id.split('/');
    let (record, entity, field) = (parts.next()?, parts.next()?, parts.next()?);
    let record = registry::RECORDS
        .iter()
        .find(|known| known.name == record)?;
    let entity = ids::parse(record, entity).ok()?;
    let field = record.fields.iter().find(|known| known.name == field)?;
    Some((record, entity, field))
}

/// The field a conflict row names.
pub(crate) fn field_of(record: &Record, field: u16) -> Option<&'static Field> {
    record.field_by_id(FieldId(field))
}
