//! Reading ways to reach a victim.

use countyline_ledger::EntityId;
use rusqlite::{Connection, named_params};

use super::{ContactMethodForm, ContactMethodView};
use crate::casefile::{Seen, key, tables};
use crate::error::{Error, Result};
use crate::ids;
use crate::registry::{CONTACT_METHOD, Registry};

pub(super) fn of_victim(conn: &Connection, victim: EntityId) -> Result<Vec<ContactMethodView>> {
    let reading = |source| Error::database("read contact methods", source);
    let mut statement = conn
        .prepare_cached(
            "SELECT id, coalesce(channel, ''), coalesce(value, ''), coalesce(safe, 'unknown'),
                coalesce(voicemail, 'not_asked'), coalesce(hours, ''), coalesce(cover_name, ''),
                coalesce(do_not_contact, 0), coalesce(blocked, 0), coalesce(closed, 0), verified_on,
                coalesce(monitored_device, '') = 'yes'
                    OR (channel = 'post' AND coalesce(envelope, '') = 'never_send'),
                coalesce(mark_reason, '')
             FROM contact_method WHERE victim = :victim AND deleted <> 1 ORDER BY id",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":victim": victim.0 }, |row| {
            Ok((
                EntityId(row.get(0)?),
                ContactMethodForm {
                    channel: row.get(1)?,
                    value: row.get(2)?,
                    safe: row.get(3)?,
                    voicemail: row.get(4)?,
                    hours: row.get(5)?,
                    cover_name: row.get(6)?,
                    mark_reason: row.get(12)?,
                },
                (row.get(7)?, row.get(8)?, row.get(9)?),
                row.get::<_, Option<String>>(10)?,
                row.get::<_, bool>(11)?,
            ))
        })
        .map_err(reading)?;
    let mut methods = Vec::new();
    for row in rows {
        let (id, form, (do_not_contact, blocked, closed), verified_on, watched) =
            row.map_err(reading)?;
        let state = tables::load(conn, key(&CONTACT_METHOD, id))?.ok_or(Error::DamagedCaseFile)?;
        methods.push(ContactMethodView {
            id: ids::text(id),
            form,
            do_not_contact,
            blocked,
            closed,
            watched,
            verified_on: verified_on.filter(|on| !on.is_empty()),
            ask_again: false,
            in_conflict: !state.conflicts(&Registry).is_empty(),
            seen: Seen::of(&state).token(),
        });
    }
    Ok(methods)
}

/// The last day on which she was reached and spoke on a way; on its channel, where it is the only one there and
/// nobody wrote down which was used.
pub(super) fn last_reached_on(
    conn: &Connection,
    victim: EntityId,
    way: EntityId,
    channel: &str,
    is_only: bool,
) -> Result<Option<String>> {
    conn.prepare_cached(
        "SELECT max(substr(at, 1, 10)) FROM contact
         WHERE victim = :victim AND channel = :channel AND deleted <> 1
           AND (contact_method = :way OR (contact_method IS NULL AND :is_only))
           AND outcome IN ('reached_talked', 'home_reached')",
    )
    .and_then(|mut statement| {
        let params = named_params! {
            ":victim": victim.0, ":channel": channel, ":way": way.0, ":is_only": is_only,
        };
        statement.query_row(params, |row| row.get(0))
    })
    .map_err(|source| Error::database("read contact methods", source))
}
