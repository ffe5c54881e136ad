//! Reading what was told.

use countyline_ledger::EntityId;
use rusqlite::{Connection, named_params};

use super::DisclosureView;
use crate::codes;
use crate::error::{Error, Result};
use crate::ids;

/// What was told about one victim, or about anybody, the newest first.
pub(super) fn log(conn: &Connection, victim: Option<EntityId>) -> Result<Vec<DisclosureView>> {
    let of_whom = match victim {
        Some(_) => "WHERE disclosure.victim = :victim",
        None => "WHERE :victim IS NULL",
    };
    let sql = format!(
        "SELECT disclosure.id, coalesce(victim.case_number, ''), coalesce(partner.name, ''),
            coalesce(disclosure.at, ''), coalesce(disclosure.items, x'80'),
            coalesce(disclosure.basis, ''), coalesce(disclosure.form, ''), coalesce(staff.name, ''),
            disclosure.release, coalesce(disclosure.demanded_by, ''),
            coalesce(letter.paper_state, '') = 'not_made' AND coalesce(letter.came_out, '') <> 'yes'
         FROM disclosure
         LEFT JOIN victim ON victim.id = disclosure.victim
         LEFT JOIN partner ON partner.id = disclosure.recipient
         LEFT JOIN letter ON letter.id = disclosure.letter
         LEFT JOIN staff ON staff.id = disclosure.staff
         {of_whom} AND disclosure.deleted <> 1
         ORDER BY disclosure.at DESC, disclosure.id DESC"
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let params = named_params! { ":victim": victim.map(|victim| victim.0) };
    let rows = statement
        .query_map(params, |row| {
            Ok(DisclosureView {
                id: ids::text(EntityId(row.get(0)?)),
                case_number: row.get(1)?,
                recipient: row.get(2)?,
                at: row.get(3)?,
                items: codes::of_encoded(&row.get::<_, Vec<u8>>(4)?),
                basis: row.get(5)?,
                form: row.get(6)?,
                by: row.get(7)?,
                release_id: row
                    .get::<_, Option<[u8; 16]>>(8)?
                    .map(|id| ids::text(EntityId(id))),
                order: row.get(9)?,
                not_made: row.get(10)?,
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what was told", source)
}
