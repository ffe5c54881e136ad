//! Reading contacts.

use std::collections::BTreeMap;

use countyline_ledger::EntityId;
use rusqlite::{Connection, named_params};

use super::TimelineEntry;
use crate::error::{Error, Result};
use crate::{codes, days, ids};

pub(super) fn of_victim(conn: &Connection, victim: EntityId) -> Result<Vec<TimelineEntry>> {
    let mut statement = conn
        .prepare_cached(include_str!("timeline_of_victim.sql"))
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":victim": victim.0 }, |row| {
            let kind: String = row.get(2)?;
            let names: [&str; 3] = match kind.as_str() {
                "contact" => ["channel", "outcome", "minutes"],
                "referral" => ["partner", "status", "need"],
                "letter" => ["form", "language", "given"],
                _ => ["partner", "expires_on", "revoked"],
            };
            let values = [row.get(3)?, row.get(4)?, row.get(5)?];
            Ok(TimelineEntry {
                id: ids::text(EntityId(row.get(0)?)),
                at: row.get(1)?,
                kind,
                facts: facts(names, values),
                by: row.get(6)?,
                place: row.get(7)?,
                note: row.get(8)?,
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

pub(super) fn of_partner(conn: &Connection, partner: EntityId) -> Result<Vec<TimelineEntry>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT partner_contact.id, coalesce(at, contacted_on, ''), kind, person,
                relationship_stage, commitment, concerns, coalesce(staff.name, ''),
                coalesce(staff.place, ''), coalesce(response_given, ''), contacted_on
             FROM partner_contact LEFT JOIN staff ON staff.id = partner_contact.staff
             WHERE partner = :partner AND partner_contact.deleted <> 1
             ORDER BY contacted_on DESC, at DESC, partner_contact.id DESC",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":partner": partner.0 }, |row| {
            let names = [
                "kind",
                "person",
                "relationship_stage",
                "commitment",
                "concerns",
                "contacted_on",
            ];
            let values = [
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
                row.get(5)?,
                row.get::<_, Option<Vec<u8>>>(6)?
                    .map(|bytes| codes::of_encoded(&bytes).join(" ")),
                row.get(10)?,
            ];
            Ok(TimelineEntry {
                id: ids::text(EntityId(row.get(0)?)),
                at: row.get(1)?,
                kind: "partner_contact".to_owned(),
                facts: facts(names, values),
                by: row.get(7)?,
                place: row.get(8)?,
                note: row.get(9)?,
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// Contacts, referrals and new victims since a day.
pub(super) fn counts_since(conn: &Connection, day: &str) -> Result<(i32, i32, i32)> {
    conn.query_row(
        "SELECT (SELECT count(*) FROM contact WHERE at >= :day AND deleted <> 1),
                (SELECT count(*) FROM referral WHERE made_at >= :day AND deleted <> 1),
                (SELECT count(*) FROM victim WHERE opened_on >= :day AND deleted <> 1)",
        named_params! { ":day": day },
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
    .map_err(reading)
}

pub(super) fn last_contact_on(conn: &Connection, victim: EntityId) -> Result<Option<String>> {
    conn.prepare_cached("SELECT max(at) FROM contact WHERE victim = :victim AND deleted <> 1")
        .and_then(|mut statement| {
            statement.query_row(named_params! { ":victim": victim.0 }, |row| {
                row.get::<_, Option<String>>(0)
            })
        })
        .map(|at| at.map(|at| days::day_of(&at)))
        .map_err(reading)
}

fn facts<const N: usize>(
    names: [&str; N],
    values: [Option<String>; N],
) -> BTreeMap<String, String> {
    let known = names.into_iter().zip(values);
    known
        .filter_map(|(name, value)| Some((name.to_owned(), value.filter(|text| !text.is_empty())?)))
        .collect()
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read contacts", source)
}
