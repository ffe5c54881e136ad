//! Codes in this place's own table: a laptop's own, or at the county those that came.

use rusqlite::{Connection, OptionalExtension, Row};
use zeroize::Zeroizing;

use super::Code;
use crate::error::{Error, Result};

/// Codes the county keeps of one laptop. A laptop restored from an image asks for one that was thought used.
const KEPT: u32 = 4;

/// A code and when it was kept here.
pub(super) struct KeptCode {
    pub(super) code: Code,
    pub(super) kept_at: String,
}

/// The code this laptop has in force.
pub(super) fn own(conn: &Connection, device: &[u8; 16]) -> Result<Option<Code>> {
    conn.query_row(
        "SELECT number, code, kept_at FROM unlock_code WHERE device = ?1
         ORDER BY number DESC LIMIT 1",
        [device],
        kept,
    )
    .optional()
    .map(|kept| kept.map(|kept| kept.code))
    .map_err(reading)
}

/// The codes that came from a laptop, the newest first.
pub(super) fn received(conn: &Connection, device: &[u8; 16]) -> Result<Vec<KeptCode>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT number, code, kept_at FROM unlock_code WHERE device = ?1
             ORDER BY number DESC, kept_at DESC",
        )
        .map_err(reading)?;
    let rows = statement.query_map([device], kept).map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// Keeps a code; one that is here already stays as it is, and the oldest go.
pub(super) fn keep(conn: &Connection, device: &[u8; 16], code: &Code, now: &str) -> Result<()> {
    conn.execute(
        "INSERT INTO unlock_code (device, number, code, kept_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (device, number, code) DO NOTHING",
        (device, code.number, code.code.as_str(), now),
    )
    .and_then(|_| {
        conn.execute(
            "DELETE FROM unlock_code WHERE device = ?1 AND number <=
                (SELECT max(number) FROM unlock_code WHERE device = ?1) - ?2",
            (device, KEPT),
        )
    })
    .map(drop)
    .map_err(writing)
}

/// Forgets a laptop's codes.
pub(super) fn forget(conn: &Connection, device: &[u8; 16]) -> Result<()> {
    conn.execute("DELETE FROM unlock_code WHERE device = ?1", [device])
        .map(drop)
        .map_err(writing)
}

fn kept(row: &Row<'_>) -> rusqlite::Result<KeptCode> {
    Ok(KeptCode {
        code: Code {
            number: row.get(0)?,
            code: Zeroizing::new(row.get(1)?),
        },
        kept_at: row.get(2)?,
    })
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read the one-time codes", source)
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("keep the one-time code", source)
}
