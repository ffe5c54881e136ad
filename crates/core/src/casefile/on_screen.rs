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
        let values = self.asserted(record, entity, seen, field)?;
        let heads = seen.heads(field).iter().zip(values);
        let heads: Heads = heads
            .map(|(dot, value)| Head { dot: *dot, value })
            .collect();
        let mut on_screen = EntityState::empty(record.record_type(), entity);
        on_screen.fields.insert(field, heads);
        let shown = on_screen.shown(&Registry, field);
        Ok(shown.map(|shown| shown.value))
    }

    /// What each head asserted that a form had shown of a field, present or replaced by now.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] if one is not held any more, or another commit stands under its number: the merge
    /// that brought it was taken back.
    pub(super) fn asserted(
        &self,
        record: &'static Record,
        entity: EntityId,
        seen: &Seen,
        field: FieldId,
    ) -> Result<Vec<Value>> {
        let heads = seen.heads(field).iter();
        let values = heads
            .map(|head| asserted(self.conn, record, entity, field, *head))
            .collect::<Result<Vec<Value>>>()?;
        match seen.showed(field, &values) {
            true => Ok(values),
            false => Err(Error::InvalidInput { field: "seen" }),
        }
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
