//! What stands in a record, field by field, for a page that shows a few records: a field nobody wrote is empty,
//! and of two values written apart the one in effect is read. Lists of many records have SQL of their own.

use countyline_ledger::{Deletion, EntityId, EntityState, FieldId, Value};
use rusqlite::{Connection, Params, named_params};

use crate::casefile::{Seen, erasing, key, log, tables};
use crate::error::{Error, Result};
use crate::ids;
use crate::registry::{Field, KEPT, Record, Registry};

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

    /// What stands in a record, also in one that was hidden.
    ///
    /// # Errors
    /// [`Error::NotFound`] if nothing was ever written in it.
    pub(crate) fn load(
        conn: &Connection,
        record: &'static Record,
        id: EntityId,
    ) -> Result<Standing> {
        let state = tables::load(conn, key(record, id))?.ok_or(Error::NotFound {
            record: record.name,
        })?;
        Ok(Standing { record, state })
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

    /// Whether a newer program wrote fields in it that this one does not know: kept, passed on and not shown.
    pub(crate) fn holds_more(&self) -> bool {
        let members = self.state.members.keys().map(|(field, _)| *field);
        let mut fields = self
            .state
            .fields
            .iter()
            .map(|(field, _)| field)
            .chain(members);
        fields.any(|field| field != KEPT && self.record.field_by_id(field).is_none())
    }

    /// Who wrote what is shown in a field; none where nothing stands.
    pub(crate) fn author(&self, conn: &Connection, field: &str) -> Result<Option<EntityId>> {
        let field = self.record.field(field).field_id();
        let shown = self.state.shown(&Registry, field);
        let heads = self.state.heads(field);
        let Some(head) = shown.and_then(|shown| heads.get(shown.head?)) else {
            return Ok(None);
        };
        let kept = log::commit(conn, head.dot)?;
        Ok(Some(EntityId(kept.commit.header().actor.0)))
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

    /// Whether it was said to be so.
    pub(crate) fn is(&self, field: &str) -> bool {
        self.said(field) == Some(true)
    }

    /// Yes or no, if it was said.
    pub(crate) fn said(&self, field: &str) -> Option<bool> {
        match self.value(field) {
            Value::Bool(yes) => Some(yes),
            _ => None,
        }
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

    /// What the record that a field names is called; empty where it names none, or that has not come.
    pub(crate) fn name_in(
        &self,
        conn: &Connection,
        field: &str,
        record: &'static Record,
    ) -> Result<String> {
        let Some(named) = self.named(field) else {
            return Ok(String::new());
        };
        match Standing::load(conn, record, named) {
            Ok(stands) => Ok(stands.text("name")),
            Err(Error::NotFound { .. }) => Ok(String::new()),
            Err(refused) => Err(refused),
        }
    }

    /// A text member of a compound; empty where nothing stands.
    pub(crate) fn member(&self, field: &str, number: u32) -> String {
        let value = self.value(field);
        let member = value.member(number).and_then(Value::as_text);
        member.unwrap_or_default().to_owned()
    }

    /// The texts of a set, in alphabetical order.
    pub(crate) fn set(&self, field: &str) -> Vec<String> {
        let mut texts = self.texts(field);
        texts.sort();
        texts
    }

    /// The records named in a set.
    pub(crate) fn references(&self, field: &str) -> Vec<EntityId> {
        self.elements(field).iter().filter_map(id_in).collect()
    }

    /// The texts of a list, or of a set in the order of the set.
    pub(crate) fn texts(&self, field: &str) -> Vec<String> {
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

/// The ids a statement finds, in its order.
pub(crate) fn ids(conn: &Connection, sql: &str, with: impl Params) -> Result<Vec<EntityId>> {
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let found = statement
        .query_map(with, |row| row.get(0).map(EntityId))
        .map_err(reading)?;
    found.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// One number that a statement counts.
pub(crate) fn counted(conn: &Connection, sql: &str, with: impl Params) -> Result<i32> {
    conn.prepare_cached(sql)
        .and_then(|mut statement| statement.query_row(with, |row| row.get(0)))
        .map_err(|source| Error::database("count records", source))
}

/// Another record's id, as a value.
pub(crate) fn reference(id: EntityId) -> Value {
    Value::bytes(id.0)
}

/// Whether a value says nothing.
pub(crate) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Text(text) => text.is_empty(),
        Value::List(elements) => elements.is_empty(),
        _ => false,
    }
}

/// The fields of a record about which a person has to decide, for lists and papers that read none as a whole.
pub(crate) fn undecided_fields(
    conn: &Connection,
    record: &'static Record,
    id: EntityId,
) -> Result<Vec<&'static Field>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT DISTINCT field FROM field_head WHERE open = 1 AND record = :record AND entity = :id",
        )
        .map_err(reading)?;
    let numbers = statement
        .query_map(named_params! { ":record": record.id, ":id": id.0 }, |row| {
            row.get(0)
        })
        .and_then(|rows| rows.collect::<rusqlite::Result<Vec<u16>>>())
        .map_err(reading)?;
    let fields = numbers.into_iter().map(FieldId);
    Ok(fields.filter_map(|id| record.field_by_id(id)).collect())
}

/// Whether there are any, as a term of a statement: `id` says which record.
pub(crate) fn undecided_sql(record: &Record, id: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM field_head WHERE open = 1 AND record = {} AND entity = {id})",
        record.id
    )
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read a record", source)
}
