//! The table of drafts.

use countyline_ledger::EntityId;
use rusqlite::{Connection, named_params};

use super::{DraftView, FormPlace};
use crate::error::{Error, Result};
use crate::ids;

/// Its name.
pub(crate) const TABLE: &str = "draft";

/// A draft about nobody.
const NOBODY: [u8; 16] = [0; 16];

pub(super) fn keep(
    conn: &Connection,
    staff: EntityId,
    place: &FormPlace,
    content: &str,
    kept_at: &str,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO draft (staff, form, about, content, kept_at)
         VALUES (:staff, :form, :about, :content, :kept_at)
         ON CONFLICT (staff, form, about) DO UPDATE SET content = :content, kept_at = :kept_at",
    )
    .and_then(|mut statement| {
        statement.execute(named_params! {
            ":staff": staff.0,
            ":form": place.form,
            ":about": place.about.map_or(NOBODY, |id| id.0),
            ":content": content,
            ":kept_at": kept_at,
        })
    })
    .map_err(writing)?;
    Ok(())
}

pub(super) fn remove(conn: &Connection, staff: EntityId, place: &FormPlace) -> Result<()> {
    conn.execute(
        "DELETE FROM draft WHERE staff = :staff AND form = :form AND about = :about",
        named_params! {
            ":staff": staff.0,
            ":form": place.form,
            ":about": place.about.map_or(NOBODY, |id| id.0),
        },
    )
    .map_err(writing)?;
    Ok(())
}

pub(super) fn all(conn: &Connection, staff: EntityId) -> Result<Vec<DraftView>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT draft.form, about, content, kept_at, case_number
             FROM draft LEFT JOIN victim ON victim.id = about AND victim.deleted <> 1
             WHERE draft.staff = :staff ORDER BY kept_at DESC, draft.form, about",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":staff": staff.0 }, |row| {
            let about: [u8; 16] = row.get(1)?;
            Ok(DraftView {
                form: row.get(0)?,
                about: (about != NOBODY).then(|| ids::text(EntityId(about))),
                content: row.get(2)?,
                kept_at: row.get(3)?,
                case_number: row.get(4)?,
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// Takes away the drafts that are about a record which an order covers, or name one.
pub(crate) fn erase_about(conn: &Connection) -> Result<()> {
    conn.execute(&format!("DELETE FROM draft WHERE {OF_ERASED}"), [])
        .map_err(writing)?;
    Ok(())
}

/// A draft that is about a record which an order covers (`found` as in `schema.sql`), or that holds its id as screens write it.
const OF_ERASED: &str = "EXISTS (
    SELECT 1 FROM erase_scope
    WHERE found < 2 AND (entity = about
       OR instr(replace(lower(content), '-', ''), lower(hex(entity))) > 0))";

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read the drafts", source)
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("keep the draft", source)
}
