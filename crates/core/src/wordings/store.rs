//! Reading the county's own wording.

use rusqlite::{Connection, named_params};

use crate::error::{Error, Result};

/// Messages of a language with the county's words, in order.
pub(super) fn all(conn: &Connection, language: &str) -> Result<Vec<(String, String)>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT message, text FROM wording
             WHERE language = :language AND message IS NOT NULL AND coalesce(text, '') <> '' AND deleted <> 1
             ORDER BY message",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":language": language }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read the wording of papers", source)
}
