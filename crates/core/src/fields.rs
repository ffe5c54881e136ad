//! What a form writes into the fields of one record.

use std::collections::BTreeSet;

use countyline_ledger::{EntityId, Value};

use crate::casefile::{Change, Seen};
use crate::error::Result;
use crate::registry::Record;
use crate::standing::{NOT_ASKED, is_empty};

/// What a form writes into the fields of one record.
#[derive(Default)]
pub(crate) struct Filled(Vec<(&'static str, Value)>);

impl Filled {
    /// A text, date or code as it was written, without the spaces around it.
    pub(crate) fn text(mut self, field: &'static str, text: &str) -> Filled {
        self.0.push((field, Value::text(text.trim())));
        self
    }

    /// An answer; "not asked yet" is what stands where nobody wrote.
    pub(crate) fn answer(mut self, field: &'static str, code: &str) -> Filled {
        let value = match code {
            "" | NOT_ASKED => Value::Null,
            code => Value::text(code),
        };
        self.0.push((field, value));
        self
    }

    pub(crate) fn number(mut self, field: &'static str, number: Option<i32>) -> Filled {
        let value = number.map_or(Value::Null, |number| Value::Int(number.into()));
        self.0.push((field, value));
        self
    }

    pub(crate) fn yes(mut self, field: &'static str, yes: bool) -> Filled {
        self.0.push((field, Value::Bool(yes)));
        self
    }

    /// The record that a field names.
    pub(crate) fn naming(mut self, field: &'static str, named: Option<EntityId>) -> Filled {
        let value = named.map_or(Value::Null, |id| Value::bytes(id.0));
        self.0.push((field, value));
        self
    }

    /// A list that is written once.
    pub(crate) fn list(mut self, field: &'static str, codes: &[String]) -> Filled {
        let codes = codes.iter().map(|code| Value::text(&**code)).collect();
        self.0.push((field, Value::List(codes)));
        self
    }

    /// Who writes it, and when.
    pub(crate) fn by(self, change: &Change<'_>) -> Filled {
        let now = crate::days::instant(change.now());
        self.naming("staff", Some(change.staff())).text("at", &now)
    }

    /// Writes a new record, without what was left empty.
    pub(crate) fn create(self, change: &mut Change<'_>, record: &'static Record) -> EntityId {
        let written = self.0.into_iter().filter(|(_, value)| !is_empty(value));
        change.create(record, written)
    }

    /// Writes into a record what differs from what the form had shown.
    ///
    /// # Errors
    /// As [`Change::edit`].
    pub(crate) fn edit(
        self,
        change: &mut Change<'_>,
        record: &'static Record,
        entity: EntityId,
        seen: &Seen,
    ) -> Result<()> {
        let mut written = self.0;
        // What was empty and stays so is not written.
        written.retain(|(name, value)| {
            !(is_empty(value) && seen.heads(record.field(name).field_id()).is_empty())
        });
        match written.is_empty() {
            true => Ok(()),
            false => change.edit(record, entity, seen, written),
        }
    }
}

/// Brings a set to what a form holds. What the form holds and had not shown is added; what it had shown and holds
/// no more is taken out. What somebody else added or took out meanwhile stays so.
///
/// # Errors
/// As [`Change::remove`].
pub(crate) fn set_elements(
    change: &mut Change<'_>,
    record: &'static Record,
    entity: EntityId,
    seen: &Seen,
    field: &'static str,
    wanted: impl IntoIterator<Item = Value>,
) -> Result<()> {
    let number = record.field(field).field_id();
    let wanted: BTreeSet<Value> = wanted.into_iter().collect();
    let new = wanted.iter().filter(|element| !seen.had(number, element));
    change.add(record, entity, field, new.cloned());
    // The record may be written in this very change: then its form had shown nothing.
    if seen.heads(number).is_empty() {
        return Ok(());
    }
    let stands = change.state(record, entity)?.elements(number).into_iter();
    let gone = stands.filter(|element| seen.had(number, element) && !wanted.contains(element));
    change.remove(record, entity, seen, field, gone)
}

#[cfg(test)]
mod tests;
