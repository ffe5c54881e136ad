//! Ids as screens and the command line write them: a UUID in its usual form.

use countyline_ledger::EntityId;

use crate::error::{Error, Result};
use crate::registry::Record;

/// An id as text.
pub(crate) fn text(id: EntityId) -> String {
    uuid::Uuid::from_bytes(id.0).to_string()
}

/// An id from text.
///
/// # Errors
/// [`Error::NotFound`] if it is no id: no record can have it.
pub(crate) fn parse(record: &Record, text: &str) -> Result<EntityId> {
    uuid::Uuid::parse_str(text)
        .map(|id| EntityId(id.into_bytes()))
        .map_err(|_| Error::NotFound {
            record: record.name,
        })
}

/// As [`parse`], of an id that may be left out.
pub(crate) fn parse_maybe(record: &Record, text: Option<&str>) -> Result<Option<EntityId>> {
    text.filter(|text| !text.is_empty())
        .map(|text| parse(record, text))
        .transpose()
}
