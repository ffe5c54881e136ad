//! A record by its fields: what stands in it, for a page that shows a few records, and what a form writes.
//!
//! Lists of many records have SQL of their own; this reads record by record.

use std::collections::BTreeSet;

use countyline_ledger::{Deletion, EntityId, EntityState, Value};
use rusqlite::{Connection, named_params};

use crate::casefile::{Change, Seen, erasing, key, tables};
use crate::error::{Error, Result};
use crate::ids;
use crate::registry::{Field, Record, Registry};

/// What an answer is while nobody asked.
pub(crate) const NOT_ASKED: &str = "not_asked";

/// What stands in one record.
pub(crate) struct Standing {
    record: &'static Record,
    state: EntityState,
}

impl Standing {
    /// What stands in a record that nobody hid.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Erased`] if it was erased under an order.
    pub(crate) fn of(conn: &Connection, record: &'static Record, id: EntityId) -> Result<Standing> {
        match tables::load(conn, key(record, id))? {
            Some(state) if state.deleted() != Deletion::Hidden => Ok(Standing { record, state }),
            None if erasing::filter(conn)?.whole(id).is_some() => Err(Error::Erased),
            _ => Err(Error::NotFound {
                record: record.name,
            }),
        }
    }

    /// The records of one type that belong to a victim, the oldest first.
    pub(crate) fn of_victim(
        conn: &Connection,
        record: &'static Record,
        victim: EntityId,
    ) -> Result<Vec<Standing>> {
        Standing::that_name(conn, record, "victim", victim)
    }

    /// The records of one type that name another record in a field, the oldest first.
    pub(crate) fn that_name(
        conn: &Connection,
        record: &'static Record,
        field: &str,
        named: EntityId,
    ) -> Result<Vec<Standing>> {
        let sql = format!(
            "SELECT id FROM {} WHERE {} = :named AND deleted <> 1 ORDER BY id",
            record.name,
            record.field(field).name
        );
        let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
        let ids = statement
            .query_map(named_params! { ":named": named.0 }, |row| row.get(0))
            .and_then(|rows| rows.collect::<rusqlite::Result<Vec<[u8; 16]>>>())
            .map_err(reading)?;
        ids.into_iter()
            .map(|id| Standing::of(conn, record, EntityId(id)))
            .collect()
    }

    pub(crate) fn entity(&self) -> EntityId {
        self.state.id
    }

    pub(crate) fn id(&self) -> String {
        ids::text(self.state.id)
    }

    /// What the form that shows this shows.
    pub(crate) fn seen(&self) -> String {
        Seen::of(&self.state).token()
    }

    /// Whether a person has to decide about something in it.
    pub(crate) fn in_conflict(&self) -> bool {
        !self.state.conflicts(&Registry).is_empty()
    }

    /// A text, date or code; empty where nothing stands.
    pub(crate) fn text(&self, field: &str) -> String {
        let shown = self.value(field);
        shown.as_text().unwrap_or_default().to_owned()
    }

    /// A text, date or code; none where nothing stands.
    pub(crate) fn maybe(&self, field: &str) -> Option<String> {
        Some(self.text(field)).filter(|text| !text.is_empty())
    }

    /// An answer; "not asked yet" where nothing stands.
    pub(crate) fn answer(&self, field: &str) -> String {
        self.maybe(field).unwrap_or_else(|| NOT_ASKED.to_owned())
    }

    pub(crate) fn number(&self, field: &str) -> Option<i32> {
        match self.value(field) {
            Value::Int(number) => i32::try_from(number).ok(),
            _ => None,
        }
    }

    pub(crate) fn is(&self, field: &str) -> bool {
        self.value(field) == Value::Bool(true)
    }

    /// Whether anything stands in a field.
    pub(crate) fn holds(&self, field: &Field) -> bool {
        let shown = self.state.shown(&Registry, field.field_id());
        shown.is_some_and(|shown| !is_empty(&shown.value))
    }

    /// The record that a field names.
    pub(crate) fn named(&self, field: &str) -> Option<EntityId> {
        id_in(&self.value(field))
    }

    /// A text member of a compound; empty where nothing stands.
    pub(crate) fn member(&self, field: &str, number: u32) -> String {
        let value = self.value(field);
        let member = value.member(number).and_then(Value::as_text);
        member.unwrap_or_default().to_owned()
    }

    /// The whole value of a compound with some of its members written anew.
    pub(crate) fn with_members(
        &self,
        field: &str,
        members: impl IntoIterator<Item = (u32, Value)>,
    ) -> Value {
        let mut whole = match self.value(field) {
            Value::Map(members) => members,
            _ => Default::default(),
        };
        whole.extend(members);
        Value::Map(whole)
    }

    /// The codes of a list, or of a set in the order of the set.
    pub(crate) fn codes(&self, field: &str) -> Vec<String> {
        let texts = self.elements(field).into_iter();
        texts
            .filter_map(|value| value.as_text().map(str::to_owned))
            .collect()
    }

    /// The elements of a list or a set.
    pub(crate) fn elements(&self, field: &str) -> Vec<Value> {
        match self.value(field) {
            Value::List(elements) => elements,
            _ => Vec::new(),
        }
    }

    fn value(&self, field: &str) -> Value {
        let shown = self
            .state
            .shown(&Registry, self.record.field(field).field_id());
        shown.map_or(Value::Null, |shown| shown.value)
    }
}

/// The id that a value is.
pub(crate) fn id_in(value: &Value) -> Option<EntityId> {
    match value {
        Value::Bytes(bytes) => Some(EntityId(bytes.as_slice().try_into().ok()?)),
        _ => None,
    }
}

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
        let value = named.map_or(Value::Null, |id| Value::Bytes(id.0.to_vec()));
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

/// Makes a set hold exactly these elements, as far as the person saw it: what somebody else added stays.
///
/// # Errors
/// As [`Change::remove`].
pub(crate) fn set_elements(
    change: &mut Change<'_>,
    record: &'static Record,
    entity: EntityId,
    seen: &Seen,
    field: &'static str,
    wanted: Vec<Value>,
) -> Result<()> {
    let stands: BTreeSet<Value> = match change.state(record, entity) {
        Ok(state) => state.elements(record.field(field).field_id()),
        // It is being written in this very change.
        Err(Error::NotFound { .. }) => Vec::new(),
        Err(refused) => return Err(refused),
    }
    .into_iter()
    .collect();
    let wanted: BTreeSet<Value> = wanted.into_iter().collect();
    change.add(record, entity, field, wanted.difference(&stands).cloned());
    let gone: Vec<Value> = stands.difference(&wanted).cloned().collect();
    match gone.is_empty() {
        true => Ok(()),
        false => change.remove(record, entity, seen, field, gone),
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Text(text) => text.is_empty(),
        Value::List(elements) => elements.is_empty(),
        _ => false,
    }
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read a record", source)
}
