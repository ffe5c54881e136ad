//! Taking things back: an element out of a set, a record out of sight, and a record into sight again.
//!
//! Nothing is removed from the history. Each names what the person had on the screen, so that what came
//! meanwhile survives: an element added by somebody else stays in the set, and a record that somebody
//! wrote in meanwhile stays visible until a person decides.

use countyline_ledger::{Dot, EntityId, FieldId, Value};

use super::change::{Change, Pending, key};
use super::{Seen, log};
use crate::error::{Error, Result};
use crate::registry::{Field, KEPT, Record};

impl Change<'_> {
    /// Takes elements out of a set, as far as the person saw them in it. What she did not see stays.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such record.
    pub fn remove(
        &mut self,
        record: &'static Record,
        entity: EntityId,
        seen: &Seen,
        field: &str,
        elements: impl IntoIterator<Item = Value>,
    ) -> Result<()> {
        let state = self.state(record, entity)?;
        let field = record.field(field);
        let on_screen = seen.heads(field.field_id());
        for element in elements {
            let additions = state.member_dots(field.field_id(), &element);
            let additions: Vec<Dot> = additions
                .iter()
                .filter(|dot| on_screen.contains(dot))
                .copied()
                .collect();
            if !additions.is_empty() {
                self.measure(field, &element);
                self.others.push(Pending::Remove(
                    key(record, entity),
                    field.field_id(),
                    vec![element],
                    additions,
                ));
            }
        }
        Ok(())
    }

    /// Takes an element out of a set as far as one commit put it there. Where others put it too, it stays.
    pub(crate) fn take_out(
        &mut self,
        record: &'static Record,
        entity: EntityId,
        field: &'static Field,
        element: Value,
        put_by: Dot,
    ) {
        self.measure(field, &element);
        self.others.push(Pending::Remove(
            key(record, entity),
            field.field_id(),
            vec![element],
            vec![put_by],
        ));
    }

    /// Hides a record. It stays in the history, and stays visible if somebody wrote in it what the person
    /// did not see.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such record; [`Error::InvalidInput`] if `seen` is not what a
    /// form showed of it.
    pub(crate) fn delete(
        &mut self,
        record: &'static Record,
        entity: EntityId,
        seen: &Seen,
    ) -> Result<()> {
        self.state(record, entity)?;
        let mut on_screen: Vec<Dot> = seen.everything().collect();
        on_screen.sort_unstable();
        on_screen.dedup();
        if on_screen.is_empty() {
            return Err(Error::InvalidInput { field: "seen" });
        }
        self.ensure_kept(&on_screen)?;
        for field in seen.fields() {
            self.asserted(record, entity, seen, field)?;
        }
        self.others
            .push(Pending::Delete(key(record, entity), on_screen));
        Ok(())
    }

    /// Brings a hidden record back, or keeps one that somebody else hid. Only what the person saw is taken
    /// back; who hides it again apart from this has not seen it, so that a person decides again.
    ///
    /// # Errors
    /// As [`Change::delete`].
    pub(crate) fn undelete(
        &mut self,
        record: &'static Record,
        entity: EntityId,
        seen: &Seen,
    ) -> Result<()> {
        self.state(record, entity)?;
        let hidden_by = seen.heads(FieldId::TOMBSTONE);
        if hidden_by.is_empty() {
            return Err(Error::InvalidInput { field: "seen" });
        }
        let mut parents = [hidden_by, seen.heads(KEPT)].concat();
        parents.sort_unstable();
        self.ensure_kept(&parents)?;
        self.fields
            .entry(key(record, entity))
            .or_default()
            .insert(KEPT, (Value::Bool(true), parents));
        Ok(())
    }

    fn ensure_kept(&self, dots: &[Dot]) -> Result<()> {
        for dot in dots {
            if log::hash_at(self.conn, *dot)?.is_none() {
                return Err(Error::InvalidInput { field: "seen" });
            }
        }
        Ok(())
    }
}
