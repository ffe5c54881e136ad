//! Reading what letters need to know, and what they must not hold.

use countyline_ledger::EntityId;
use rusqlite::{Connection, named_params};

use crate::error::{Error, Result};
use crate::partners::{Whereabouts, directory};
use crate::registry::PARTNER_LOCATION;
use crate::releases::{Permit, Scope};
use crate::standing::{self, Standing};

/// Letters of a street that leads to a door, as in the statement below.
const SHORTEST_STREET: usize = 6;

/// The agencies a permit names, each once.
pub(super) fn partners_of(permit: &Permit) -> Vec<EntityId> {
    match permit.scope() {
        Scope::HerOwnPaper { partners, .. } => {
            let mut named = Vec::new();
            for partner in partners {
                if !named.contains(partner) {
                    named.push(*partner);
                }
            }
            named
        }
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
    hidden.extend(confidential_places(conn)?);
    Ok(hidden)
}

/// The streets of places of such agencies.
fn confidential_places(conn: &Connection) -> Result<Vec<String>> {
    let sql = "SELECT place.id FROM partner_location AS place
               JOIN partner ON partner.id = place.partner
               WHERE partner.confidential_location IS NOT 0 AND place.addresses IS NOT NULL";
    let mut hidden = Vec::new();
    for id in standing::ids(conn, sql, [])? {
        let place = Standing::load(conn, &PARTNER_LOCATION, id)?;
        let Some(partner) = place.named("partner") else {
            continue;
        };
        if !Whereabouts::of(conn, partner)?.is_hidden() {
            continue;
        }
        let addresses = directory::items_read(&place.texts("addresses")).into_iter();
        let streets = addresses.filter_map(|mut address| address.remove("address_1"));
        hidden.extend(streets.filter(|street| street.chars().count() >= SHORTEST_STREET));
    }
    Ok(hidden)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read for a letter", source)
}
