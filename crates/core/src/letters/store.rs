//! Reading what letters need to know, and what they must not hold.

use countyline_ledger::EntityId;
use rusqlite::{Connection, named_params};

use crate::error::{Error, Result};
use crate::partners::Whereabouts;
use crate::releases::{Permit, Scope};

/// The agencies a permit for her own paper names.
pub(super) fn partners_of(permit: &Permit) -> Vec<EntityId> {
    match permit.scope() {
        Scope::HerOwnPaper { partners, .. } => partners.clone(),
        Scope::Partner { recipient, .. } => vec![*recipient],
        Scope::SameAgency { .. } => Vec::new(),
    }
}

/// The language she speaks; empty where nobody asked.
pub(super) fn language(conn: &Connection, victim: EntityId) -> Result<String> {
    conn.prepare_cached("SELECT coalesce(language, '') FROM victim WHERE id = :victim")
        .and_then(|mut statement| {
            statement.query_row(named_params! { ":victim": victim.0 }, |row| row.get(0))
        })
        .map_err(reading)
}

/// Addresses that a laptop wrote down before it knew that the location is confidential, or that somebody is
/// sheltered there. The name of a town alone leads to no door, and neither does a word of a few letters.
pub(super) fn confidential_addresses(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT id, address FROM partner
             WHERE confidential_location IS NOT 0 AND length(coalesce(address, '')) >= 6
               AND NOT EXISTS (SELECT 1 FROM partner AS other
                               WHERE lower(other.zone) = lower(partner.address))",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| Ok((EntityId(row.get(0)?), row.get(1)?)))
        .and_then(|rows| rows.collect::<rusqlite::Result<Vec<(EntityId, String)>>>())
        .map_err(reading)?;
    let mut hidden = Vec::new();
    for (partner, address) in rows {
        if Whereabouts::of(conn, partner)?.is_hidden() {
            hidden.push(address);
        }
    }
    Ok(hidden)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read for a letter", source)
}
