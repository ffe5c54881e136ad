//! Reading ways to reach a victim.

use countyline_ledger::EntityId;
use rusqlite::{Connection, named_params};

use super::{ContactMethodForm, ContactMethodView};
use crate::casefile::{Seen, key, tables};
use crate::error::{Error, Result};
use crate::ids;
use crate::registry::{CONTACT_METHOD, Registry};

pub(super) fn of_victim(conn: &Connection, victim: EntityId) -> Result<Vec<ContactMethodView>> {
    let mut methods = to_look_at(conn, victim)?;
    for method in &mut methods {
        let id = ids::parse(&CONTACT_METHOD, &method.id)?;
        let state = tables::load(conn, key(&CONTACT_METHOD, id))?.ok_or(Error::DamagedCaseFile)?;
        method.in_conflict = !state.conflicts(&Registry).is_empty();
        method.seen = Seen::of(&state).token();
    }
    Ok(methods)
}

/// As [`of_victim`], where nobody edits: nothing goes back for what was shown.
pub(super) fn to_look_at(conn: &Connection, victim: EntityId) -> Result<Vec<ContactMethodView>> {
    let reading = |source| Error::database("read contact methods", source);
    let mut statement = conn
        .prepare_cached(
            "SELECT id, coalesce(channel, ''), coalesce(value, ''), coalesce(safe, 'unknown'),
                coalesce(voicemail, 'not_asked'), coalesce(hours, ''), coalesce(cover_name, ''),
                coalesce(do_not_contact, 0), coalesce(blocked, 0), coalesce(closed, 0), verified_on,
                coalesce(monitored_device, '') = 'yes'
                    OR (channel = 'post' AND coalesce(envelope, '') = 'never_send'),
                coalesce(mark_reason, ''),
                deleted = 2 OR EXISTS (SELECT 1 FROM field_head
                        WHERE open = 1 AND record = :record AND entity = contact_method.id)
             FROM contact_method WHERE victim = :victim AND deleted <> 1 ORDER BY id",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(
            named_params! { ":victim": victim.0, ":record": CONTACT_METHOD.id },
            |row| {
                Ok(ContactMethodView {
                    id: ids::text(EntityId(row.get(0)?)),
                    form: ContactMethodForm {
                        channel: row.get(1)?,
                        value: row.get(2)?,
                        safe: row.get(3)?,
                        voicemail: row.get(4)?,
                        hours: row.get(5)?,
                        cover_name: row.get(6)?,
                        mark_reason: row.get(12)?,
                    },
                    do_not_contact: row.get(7)?,
                    blocked: row.get(8)?,
                    closed: row.get(9)?,
                    watched: row.get(11)?,
                    verified_on: row
                        .get::<_, Option<String>>(10)?
                        .filter(|on| !on.is_empty()),
                    ask_again: false,
                    in_conflict: row.get(13)?,
                    seen: String::new(),
                })
            },
        )
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
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
