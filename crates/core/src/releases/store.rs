//! Reading releases of information.

use countyline_ledger::EntityId;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::{ReleaseView, state_on};
use crate::casefile::{Seen, key, tables};
use crate::error::{Error, Result};
use crate::registry::{RELEASE, Registry};
use crate::standing::Standing;
use crate::{codes, ids};

pub(super) struct Row {
    pub(super) id: EntityId,
    pub(super) victim: EntityId,
    pub(super) recipient: EntityId,
    pub(super) recipient_name: String,
    pub(super) items: Vec<String>,
    pub(super) signed_on: String,
    /// The day it begins to hold: the one it names, or the day it was signed.
    pub(super) begins_on: String,
    pub(super) expires_on: String,
    pub(super) revoked: bool,
    /// Codes of `release_method`.
    pub(super) methods: Vec<String>,
    pub(super) excluded_items: String,
}

const COLUMNS: &str = "release_of_information.id, victim, recipient, coalesce(partner.name, ''),
    coalesce(items, x'80'), coalesce(signed_on, ''), coalesce(expires_on, ''), coalesce(revoked, 0),
    coalesce(nullif(effective_on, ''), signed_on, ''), coalesce(methods, x'80'),
    trim(coalesce(excluded_items, ''))
    FROM release_of_information LEFT JOIN partner ON partner.id = recipient";

pub(super) fn one(conn: &Connection, id: EntityId) -> Result<Row> {
    let sql = format!(
        "SELECT {COLUMNS} WHERE release_of_information.id = :id
         AND release_of_information.deleted <> 1 AND victim IS NOT NULL AND recipient IS NOT NULL"
    );
    conn.prepare_cached(&sql)
        .and_then(|mut statement| {
            statement
                .query_row(named_params! { ":id": id.0 }, read)
                .optional()
        })
        .map_err(reading)?
        .ok_or(Error::NotFound {
            record: RELEASE.name,
        })
}

pub(super) fn of_victim(
    conn: &Connection,
    victim: EntityId,
    today: &str,
) -> Result<Vec<ReleaseView>> {
    let sql = format!(
        "SELECT {COLUMNS} WHERE victim = :victim AND recipient IS NOT NULL AND release_of_information.deleted <> 1
         ORDER BY signed_on DESC, release_of_information.id DESC"
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":victim": victim.0 }, read)
        .map_err(reading)?;
    let mut releases = Vec::new();
    for row in rows {
        let row = row.map_err(reading)?;
        let entity = tables::load(conn, key(&RELEASE, row.id))?.ok_or(Error::DamagedCaseFile)?;
        let standing = Standing::of(conn, &RELEASE, row.id)?;
        releases.push(ReleaseView {
            id: ids::text(row.id),
            effective_on: row.begins_on.clone(),
            signer_capacity: standing.text("signer_capacity"),
            revoked_on: standing.maybe("revoked_on"),
            revoked_how: standing.text("revoked_how"),
            recipient_id: ids::text(row.recipient),
            recipient_name: row.recipient_name.clone(),
            items: row.items.clone(),
            methods: row.methods.clone(),
            excluded_items: row.excluded_items.clone(),
            signed_on: row.signed_on.clone(),
            expires_on: row.expires_on.clone(),
            state: state_on(&row, today).to_owned(),
            in_conflict: !entity.conflicts(&Registry).is_empty(),
            seen: Seen::of(&entity).token(),
        });
    }
    Ok(releases)
}

/// Every release to one agency.
pub(super) fn for_recipient(conn: &Connection, recipient: EntityId) -> Result<Vec<Row>> {
    let sql = format!(
        "SELECT {COLUMNS} WHERE recipient = :recipient AND victim IS NOT NULL
           AND release_of_information.deleted <> 1
         ORDER BY expires_on, release_of_information.id"
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":recipient": recipient.0 }, read)
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The victims who were referred to an agency.
pub(super) fn connected_with(conn: &Connection, recipient: EntityId) -> Result<Vec<EntityId>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT DISTINCT victim FROM referral
             WHERE partner = :recipient AND victim IS NOT NULL AND deleted <> 1",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":recipient": recipient.0 }, |row| {
            Ok(EntityId(row.get(0)?))
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        id: EntityId(row.get(0)?),
        victim: EntityId(row.get(1)?),
        recipient: EntityId(row.get(2)?),
        recipient_name: row.get(3)?,
        items: codes::of_encoded(&row.get::<_, Vec<u8>>(4)?),
        signed_on: row.get(5)?,
        expires_on: row.get(6)?,
        revoked: row.get(7)?,
        begins_on: row.get(8)?,
        methods: codes::of_encoded(&row.get::<_, Vec<u8>>(9)?),
        excluded_items: row.get(10)?,
    })
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read releases", source)
}
