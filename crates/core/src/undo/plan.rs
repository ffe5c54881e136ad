//! What taking a commit back writes, worked out from what the commit wrote and what stands now, before anything is
//! written. Of a commit with one thing that cannot be taken back, nothing is.

use std::collections::BTreeMap;

use countyline_ledger::{
    Deletion, Dot, EntityId, EntityKey, EntityState, FieldId, ResolvedOp, Value,
};
use rusqlite::Connection;

use super::rules::{OfRecord, Why, of_record, would_fall};
use crate::casefile::{Change, Seen, asserted, log, tables, written_in};
use crate::error::{Error, Result};
use crate::registry::{self, Field, KEPT, Record, STAFF};
use crate::standing::Standing;

/// Everything that taking a commit back writes.
pub(super) struct Plan {
    steps: Vec<(&'static Record, EntityId, Step)>,
}

enum Step {
    Hide,
    BringBack,
    Write(&'static Field, Value),
    PutIn(&'static Field, Value),
    TakeOut(&'static Field, Value),
}

impl Plan {
    /// The plan for a commit.
    ///
    /// # Errors
    /// [`Error::NotTakenBack`] and [`Error::WrittenSince`].
    pub(super) fn of(conn: &Connection, dot: Dot) -> Result<Plan> {
        let ops = written_in(conn, dot)?.ok_or(Why::Erased.refusal())?;
        let mut by_record: BTreeMap<EntityKey, Vec<ResolvedOp>> = BTreeMap::new();
        for op in ops {
            match key_of(&op) {
                Ok(Some(key)) => by_record.entry(key).or_default().push(op),
                Ok(None) => {}
                Err(why) => return Err(why.refusal()),
            }
        }
        let mut steps = Vec::new();
        for (key, ops) in by_record {
            let record = registry::record(key.record).ok_or(Why::Nothing.refusal())?;
            let one = OneRecord::load(conn, record, key, dot)?;
            let planned = one.plan(&ops)?;
            steps.extend(planned.into_iter().map(|step| (record, key.entity, step)));
        }
        if steps.is_empty() {
            return Err(Why::Nothing.refusal());
        }
        Ok(Plan { steps })
    }

    /// The record type it is about: the first that is hidden or brought back, else the first that is written in.
    pub(super) fn main(&self) -> &'static Record {
        let is_whole = |step: &Step| matches!(step, Step::Hide | Step::BringBack);
        let whole = self.steps.iter().find(|(_, _, step)| is_whole(step));
        let (record, _, _) = whole.unwrap_or(&self.steps[0]);
        record
    }

    /// Writes it, and tells which record it was about.
    pub(super) fn carry_out(self, change: &mut Change<'_>, dot: Dot) -> Result<EntityId> {
        let main = self.main();
        let about = self
            .steps
            .iter()
            .find(|(record, _, _)| record.id == main.id);
        let about = about.map_or(EntityId([0; 16]), |(_, entity, _)| *entity);
        for (record, entity, step) in self.steps {
            match step {
                Step::Hide => {
                    let seen = Seen::of(&change.state(record, entity)?);
                    change.delete(record, entity, &seen)?;
                }
                Step::BringBack => {
                    let seen = Seen::of(&change.state(record, entity)?);
                    change.undelete(record, entity, &seen)?;
                }
                Step::Write(field, value) => {
                    change.edit_current(record, entity, [(field.name, value)])?;
                }
                Step::PutIn(field, element) => change.add(record, entity, field.name, [element]),
                Step::TakeOut(field, element) => {
                    change.take_out(record, entity, field, element, dot);
                }
            }
        }
        Ok(about)
    }
}

/// The record an operation writes in; nothing if it writes in none.
fn key_of(op: &ResolvedOp) -> std::result::Result<Option<EntityKey>, Why> {
    match op {
        ResolvedOp::Set { record, entity, .. }
        | ResolvedOp::Add { record, entity, .. }
        | ResolvedOp::Remove { record, entity, .. }
        | ResolvedOp::Delete { record, entity, .. } => Ok(Some(EntityKey {
            record: *record,
            entity: *entity,
        })),
        ResolvedOp::Audit { .. } => Ok(None),
        ResolvedOp::Erase { .. } => Err(Why::Erased),
        ResolvedOp::Unknown(_) => Err(Why::Nothing),
    }
}

/// One record the commit wrote in, as it stands.
struct OneRecord<'c> {
    conn: &'c Connection,
    record: &'static Record,
    state: EntityState,
    dot: Dot,
    /// What stands in it and was written before the commit, and after it.
    has_older: bool,
    newer: Option<Dot>,
}

impl<'c> OneRecord<'c> {
    fn load(
        conn: &'c Connection,
        record: &'static Record,
        key: EntityKey,
        dot: Dot,
    ) -> Result<OneRecord<'c>> {
        let state = tables::load(conn, key)?.ok_or(Why::Erased.refusal())?;
        let ours = log::order(conn, dot)?;
        let (mut has_older, mut newer) = (false, None);
        for head in state.all_heads() {
            match log::order(conn, head)?.cmp(&ours) {
                std::cmp::Ordering::Less => has_older = true,
                std::cmp::Ordering::Equal => {}
                std::cmp::Ordering::Greater => newer = Some(head),
            }
        }
        Ok(OneRecord {
            conn,
            record,
            state,
            dot,
            has_older,
            newer,
        })
    }

    fn plan(&self, ops: &[ResolvedOp]) -> Result<Vec<Step>> {
        let rule = of_record(self.record);
        if let OfRecord::Stays(why) = rule {
            return Err(why.refusal());
        }
        let hid = ops.iter().any(|op| matches!(op, ResolvedOp::Delete { .. }));
        let kept = ops
            .iter()
            .any(|op| matches!(op, ResolvedOp::Set { fields, .. } if fields.get(KEPT).is_some()));
        let anew = ops.iter().all(|op| match op {
            ResolvedOp::Set { parents, .. } => parents.is_empty(),
            ResolvedOp::Add { .. } => true,
            _ => false,
        });
        if hid {
            return self.bring_back();
        }
        if kept || (anew && !self.has_older && rule != OfRecord::Emptied) {
            return self.hide(rule);
        }
        let mut steps = Vec::new();
        for op in ops {
            self.undo_op(op, &mut steps)?;
        }
        Ok(steps)
    }

    fn bring_back(&self) -> Result<Vec<Step>> {
        let mut hidden_by = self.state.tombstones.iter();
        if hidden_by.any(|tombstone| tombstone.dot != self.dot)
            || self.state.deleted() != Deletion::Hidden
        {
            return Err(self.written_since(self.newer)?);
        }
        Ok(vec![Step::BringBack])
    }

    fn hide(&self, rule: OfRecord) -> Result<Vec<Step>> {
        if self.newer.is_some() || !self.state.tombstones.is_empty() {
            return Err(self.written_since(self.newer)?);
        }
        let protects = |field: &Field| {
            let mut heads = self.state.heads(field.field_id()).iter();
            heads.any(|head| would_fall(field.kind, Some(&head.value), None))
        };
        if rule == OfRecord::HiddenUnlessItProtects && self.record.fields.iter().any(protects) {
            return Err(Why::Protects.refusal());
        }
        Ok(vec![Step::Hide])
    }

    fn undo_op(&self, op: &ResolvedOp, steps: &mut Vec<Step>) -> Result<()> {
        match op {
            ResolvedOp::Set {
                fields, parents, ..
            } => {
                for (field, value) in fields.iter() {
                    let field = self.field(field)?;
                    let before = self.before(field, parents)?;
                    if would_fall(field.kind, Some(value), before.as_ref()) {
                        return Err(Why::Protects.refusal());
                    }
                    steps.push(Step::Write(field, before.unwrap_or(Value::Null)));
                }
            }
            ResolvedOp::Add {
                field, elements, ..
            } => {
                let field = self.field(*field)?;
                for element in elements {
                    let put_by = self.state.member_dots(field.field_id(), element);
                    if !put_by.contains(&self.dot) {
                        return Err(self.written_since(None)?);
                    }
                    steps.push(Step::TakeOut(field, element.clone()));
                }
            }
            ResolvedOp::Remove {
                field, elements, ..
            } => {
                let field = self.field(*field)?;
                for element in elements {
                    let put_by = self.state.member_dots(field.field_id(), element);
                    if let Some(since) = put_by.last() {
                        return Err(self.written_since(Some(*since))?);
                    }
                    steps.push(Step::PutIn(field, element.clone()));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// What stood in a field before the commit wrote there; refused if somebody wrote there since.
    fn before(&self, field: &'static Field, parents: &[Dot]) -> Result<Option<Value>> {
        let mut heads = self.state.heads(field.field_id()).iter();
        let foreign = heads.find(|head| head.dot != self.dot);
        if foreign.is_some() || self.state.heads(field.field_id()).is_empty() {
            return Err(self.written_since(foreign.map(|head| head.dot))?);
        }
        match parents {
            [] => Ok(None),
            [parent] => {
                let (record, entity) = (self.record, self.state.id);
                let before = asserted(self.conn, record, entity, field.field_id(), *parent);
                before.map(Some).map_err(|refused| match refused {
                    Error::InvalidInput { .. } => Why::Erased.refusal(),
                    other => other,
                })
            }
            _ => Err(Why::Decided.refusal()),
        }
    }

    fn field(&self, field: FieldId) -> Result<&'static Field> {
        self.record.field_by_id(field).ok_or(Why::Nothing.refusal())
    }

    /// Who wrote in it since, as far as that is known.
    fn written_since(&self, by: Option<Dot>) -> Result<Error> {
        let Some(dot) = by else {
            return Ok(Error::WrittenSince { by: String::new() });
        };
        let actor = log::commit(self.conn, dot)?.commit.header().actor;
        let by = match Standing::load(self.conn, &STAFF, EntityId(actor.0)) {
            Ok(person) => person.text("name"),
            Err(_) => String::new(),
        };
        Ok(Error::WrittenSince { by })
    }
}
