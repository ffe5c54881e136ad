//! What a form had shown when it was opened, whatever a merge or another window has written since.

use countyline_ledger::{Dot, EntityId, EntityState, FieldId, Head, Heads, Op, Value};
use rusqlite::Connection;

use super::change::Change;
use super::{Seen, log};
use crate::error::{Error, Result};
use crate::registry::{Record, Registry};

impl Change<'_> {
    /// What a form had shown of a field when it was opened, whatever stands there by now; none where nothing
    /// stood.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] if `seen` is not what a form showed of this record.
    pub(crate) fn had_shown(
        &self,
        record: &'static Record,
        entity: EntityId,
        seen: &Seen,
        field: &str,
    ) -> Result<Option<Value>> {
        let field = record.field(field).field_id();
        let heads = seen.heads(field).iter().map(|dot| {
            let value = self.asserted(record, entity, field, *dot)?;
            Ok(Head { dot: *dot, value })
        });
        let mut on_screen = EntityState::empty(record.record_type(), entity);
        on_screen
            .fields
            .insert(field, heads.collect::<Result<Heads>>()?);
        let shown = on_screen.shown(&Registry, field);
        Ok(shown.map(|shown| shown.value))
    }

    /// The value a commit asserted for a field, present or replaced by now.
    pub(super) fn asserted(
        &self,
        record: &'static Record,
        entity: EntityId,
        field: FieldId,
        dot: Dot,
    ) -> Result<Value> {
        asserted(self.conn, record, entity, field, dot)
    }
}

/// The value a commit asserted for a field, present or replaced by now.
///
/// # Errors
/// [`Error::InvalidInput`] if it asserted none that is still held.
pub(crate) fn asserted(
    conn: &Connection,
    record: &'static Record,
    entity: EntityId,
    field: FieldId,
    dot: Dot,
) -> Result<Value> {
    let not_shown = Error::InvalidInput { field: "seen" };
    if log::hash_at(conn, dot)?.is_none() {
        return Err(not_shown);
    }
    let ops = log::commit(conn, dot)?.commit.ops();
    let ops = ops.map_err(|_| Error::DamagedCaseFile)?;
    let mut values = ops.into_iter().filter_map(|(_, op)| match op {
        Op::Set {
            record: set_record,
            entity: set_entity,
            mut fields,
            ..
        } if set_record == record.record_type() && set_entity == entity => fields.remove(field),
        _ => None,
    });
    values.next_back().ok_or(not_shown)
}
