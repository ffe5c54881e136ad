//! Things two people wrote differently, side by side, and settling them.

use countyline_ledger::{CommitHash, EntityId, EntityState, Head, Value};
use rusqlite::Connection;

use super::provenance::Origins;
use super::{
    ConflictSide, ConflictView, InboxItem, LabelledValue, Settlement, Urgency, name, parse, store,
    values,
};
use crate::casefile::{Action, CaseFile, Seen, key, log, tables};
use crate::error::{Error, Result};
use crate::partners::directory;
use crate::registry::{CONTACT_METHOD, Field, Record, Registry, way};
use crate::roles::Deed;
use crate::start::Saved;
use crate::{contacts, ids};

/// The conflicts that wait, safety fields first.
///
/// # Errors
/// [`Error::RoleMayNot`] to those who decide nothing.
pub fn conflicts(file: &CaseFile) -> Result<Vec<ConflictView>> {
    file.ensure_may(Deed::Deciding)?;
    let mut views = Vec::new();
    let origins = Origins::of(file);
    for (record, entity, field) in store::open(file.conn())? {
        let state =
            tables::load(file.conn(), key(record, entity))?.ok_or(Error::DamagedCaseFile)?;
        views.push(view(file, &origins, record, &state, field)?);
    }
    views.sort_by_key(|view| Urgency::of_code(&view.urgency));
    Ok(views)
}

/// Settles a conflict with one of the sides shown.
///
/// # Errors
/// [`Error::ChangedMeanwhile`] if that side is not there any more: somebody settled it.
pub fn resolve(file: &mut CaseFile, conflict_id: &str, side: &str, seen: &str) -> Result<Saved> {
    let settlement = Settlement {
        way: "side".to_owned(),
        side: Some(side.to_owned()),
        values: Default::default(),
        seen: seen.to_owned(),
    };
    settle(file, conflict_id, &settlement)
}

/// A conflict as it stands in the list of what waits.
pub(super) fn item(
    file: &CaseFile,
    record: &'static Record,
    entity: EntityId,
    field: &'static Field,
) -> Result<InboxItem> {
    let state = tables::load(file.conn(), key(record, entity))?.ok_or(Error::DamagedCaseFile)?;
    let conflict = view(file, &Origins::of(file), record, &state, field)?;
    let mut ways = vec!["side".to_owned()];
    if !conflict.editable.is_empty() {
        ways.push("other".to_owned());
    }
    if conflict.may_keep_both {
        ways.push("both".to_owned());
    }
    Ok(InboxItem {
        id: conflict.id.clone(),
        kind: "conflict".to_owned(),
        urgency: conflict.urgency.clone(),
        record: conflict.record.clone(),
        field: conflict.field.clone(),
        about: conflict.about.clone(),
        victim_id: conflict.victim_id.clone(),
        origins: Vec::new(),
        written_by: Vec::new(),
        values: Vec::new(),
        victims: Vec::new(),
        ways,
        seen: conflict.seen.clone(),
        conflict: Some(conflict),
        candidate: None,
    })
}

/// Settles a conflict: by a side, by something else, or by keeping the sides apart.
pub(super) fn settle(file: &mut CaseFile, id: &str, settlement: &Settlement) -> Result<Saved> {
    let (record, entity, field) = field_named(id).ok_or(Error::NotFound { record: "conflict" })?;
    let seen = Seen::from_token(&settlement.seen)?;
    if let ("other", true) = (&*settlement.way, record.id == CONTACT_METHOD.id) {
        let written = |name: &str| settlement.values.get(name).map_or("", |text| text.trim());
        contacts::ensure_no_street(file, entity, written("channel"), written("value"))?;
    }
    let ((), changes) = file.change(Action::ResolveConflict, |change| {
        let state = change.state(record, entity)?;
        let value = match (settlement.way.as_str(), &settlement.side) {
            ("other", _) => {
                let shown = change.had_shown(record, entity, &seen, field.name)?;
                let given = &settlement.values;
                values::value_written(record, field, shown.as_ref(), given, change.now())?
            }
            (_, Some(side)) => value_of_side(change.conn(), &state, field, side)?,
            (_, None) => return Err(Error::InvalidInput { field: "side" }),
        };
        let only = directory::only_value(change.conn(), record, entity, field.name)?;
        if only.is_some_and(|only| value != only) {
            return Err(Error::ConfidentialAddress);
        }
        if settlement.way == "both" {
            for other in others_to_keep(&state, field, &value, &seen)? {
                // Which of the numbers it was said of, nobody knows: what protects her is so for each.
                let beside = record.fields.iter().filter(|beside| beside.id != field.id);
                let beside = beside.filter_map(|beside| {
                    let shown = state.shown(&Registry, beside.field_id())?;
                    Some((beside.name, shown.value))
                });
                let fields: Vec<_> = beside.chain([(field.name, other)]).collect();
                change.create(record, fields);
            }
        }
        change.edit(record, entity, &seen, [(field.name, value)])
    })?;
    Ok(Saved::new(entity, &changes))
}

/// The sides that become ways of their own. Sides the person did not see are neither replaced nor kept apart.
fn others_to_keep(
    state: &EntityState,
    field: &Field,
    chosen: &Value,
    seen: &Seen,
) -> Result<Vec<Value>> {
    let on_screen = seen.heads(field.field_id());
    let mut kept = vec![chosen];
    for head in state.heads(field.field_id()) {
        let is_new = kept.iter().all(|known| reach_elsewhere(known, &head.value));
        if on_screen.contains(&head.dot) && is_new {
            kept.push(&head.value);
        }
    }
    if kept.len() < 2 {
        return Err(Error::ChangedMeanwhile);
    }
    Ok(kept.into_iter().skip(1).cloned().collect())
}

/// Whether both sides may be right: they are different ways to reach somebody. Of one number with two answers
/// about its safety, only one is.
fn may_keep_both(record: &Record, field: &Field, state: &EntityState) -> bool {
    let heads = state.heads(field.field_id());
    record.id == CONTACT_METHOD.id
        && field.name == "way"
        && heads.iter().enumerate().all(|(at, head)| {
            let others = heads[at + 1..].iter();
            others
                .into_iter()
                .all(|other| reach_elsewhere(&head.value, &other.value))
        })
}

fn reach_elsewhere(one: &Value, other: &Value) -> bool {
    let member = |value: &Value, number| value.member(number).cloned().unwrap_or(Value::Null);
    let same_channel = member(one, way::CHANNEL) == member(other, way::CHANNEL);
    !(same_channel && contacts::name_one_place(one, other))
}

fn value_of_side(
    conn: &Connection,
    state: &EntityState,
    field: &Field,
    side: &str,
) -> Result<Value> {
    for head in state.heads(field.field_id()) {
        if side_id(log::commit(conn, head.dot)?.hash) == side {
            return Ok(head.value.clone());
        }
    }
    Err(Error::ChangedMeanwhile)
}

fn view(
    file: &CaseFile,
    origins: &Origins<'_>,
    record: &'static Record,
    state: &EntityState,
    field: &'static Field,
) -> Result<ConflictView> {
    let shown = state.shown(&Registry, field.field_id());
    let in_effect = shown.as_ref().and_then(|shown| shown.head);
    let mut sides = Vec::new();
    let only = directory::only_value(file.conn(), record, state.id, field.name)?;
    for (at, head) in state.heads(field.field_id()).iter().enumerate() {
        let values = match &only {
            Some(only) if head.value != *only => values::not_said(record, field),
            _ => values::of_side(file.conn(), record, field, &head.value)?,
        };
        sides.push(side(file, origins, head, values, in_effect == Some(at))?);
    }
    sides.sort_by_key(|side| !side.in_effect);
    let (about, victim) = store::about(file.conn(), record, state.id)?;
    let shown = shown.map_or(Value::Null, |shown| shown.value);
    Ok(ConflictView {
        id: name(record, state.id, field.name),
        record: record.name.to_owned(),
        field: field.name.to_owned(),
        about,
        victim_id: victim.map(ids::text),
        protective: field.is_protective(),
        urgency: Urgency::of(record, Some(field)).code().to_owned(),
        sides,
        editable: match only {
            Some(_) => Vec::new(),
            None => values::editable(record, field, &shown),
        },
        may_keep_both: may_keep_both(record, field, state),
        seen: Seen::of(state).token(),
    })
}

fn side(
    file: &CaseFile,
    origins: &Origins<'_>,
    head: &Head,
    values: Vec<LabelledValue>,
    in_effect: bool,
) -> Result<ConflictSide> {
    let kept = log::commit(file.conn(), head.dot)?;
    let origin = origins.origin(&kept)?;
    Ok(ConflictSide {
        side: side_id(kept.hash),
        values,
        by: origin.by,
        place: origin.place,
        signed_by: origin.signed_by,
        claimed_at: origin.claimed_at,
        received_at: origin.received_at,
        bundle: origin.bundle,
        in_effect,
    })
}

/// A side is named by the commit that wrote it, which is the same on every machine.
fn side_id(commit: CommitHash) -> String {
    commit.to_string()
}

fn field_named(id: &str) -> Option<(&'static Record, EntityId, &'static Field)> {
    let (record, entity, part) = parse(id)?;
    let field = record.fields.iter().find(|known| known.name == part)?;
    Some((record, entity, field))
}
