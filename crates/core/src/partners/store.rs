//! Reading partner agencies.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use countyline_ledger::{EntityId, Value};
use rusqlite::{Connection, named_params};

use super::{PartnerForm, PartnerView, STALE_AFTER_DAYS, Whereabouts};
use crate::casefile::{key, tables};
use crate::error::{Error, Result};
use crate::registry::{PARTNER, Registry};
use crate::search::{self, plain};
use crate::{days, ids};

pub(super) fn matching(
    conn: &Connection,
    query: &str,
    today: &NaiveDate,
) -> Result<Vec<PartnerView>> {
    let mut statement = conn
        .prepare_cached("SELECT id FROM partner WHERE deleted <> 1 ORDER BY name, id")
        .map_err(reading)?;
    let found = statement
        .query_map([], |row| row.get(0).map(EntityId))
        .map_err(reading)?;
    let mut words = Vec::new();
    for word in plain(query).split_whitespace() {
        words.push((word.to_owned(), agencies(conn, word)?));
    }
    let by_all = agencies(conn, query)?;
    let (mut partners, mut alike) = (Vec::new(), Vec::new());
    for id in found {
        let id = id.map_err(reading)?;
        let partner = one(conn, id, today)?;
        let form = &partner.form;
        let text = plain(&format!(
            "{} {} {}",
            form.name,
            form.zone,
            form.needs.join(" ")
        ));
        if words.iter().all(|(word, _)| text.contains(word.as_str())) {
            partners.push(partner);
        } else if by_all.contains(&id)
            || words
                .iter()
                .all(|(word, found)| text.contains(word.as_str()) || found.contains(&id))
        {
            alike.push(partner);
        }
    }
    partners.append(&mut alike);
    Ok(partners)
}

/// The agencies that the search finds.
fn agencies(conn: &Connection, typed: &str) -> Result<BTreeSet<EntityId>> {
    let found = search::matching(conn, typed, search::Whom::Agencies)?;
    Ok(found.into_iter().collect())
}

pub(super) fn one(conn: &Connection, id: EntityId, today: &NaiveDate) -> Result<PartnerView> {
    let not_found = Error::NotFound {
        record: PARTNER.name,
    };
    let state = tables::load(conn, key(&PARTNER, id))?.ok_or(not_found)?;
    let shown = |name: &str| {
        state
            .shown(&Registry, PARTNER.field(name).field_id())
            .map_or(Value::Null, |shown| shown.value)
    };
    let text = |name: &str| shown(name).as_text().unwrap_or_default().to_owned();
    let elements = |name: &str| {
        let elements = state.elements(PARTNER.field(name).field_id());
        let codes = elements.iter().filter_map(Value::as_text);
        codes.map(str::to_owned).collect()
    };
    let location_hidden = Whereabouts::of(conn, id)?.is_hidden();
    let assured_on = Some(text("assured_on")).filter(|day| !day.is_empty());
    let stale = assured_on
        .as_deref()
        .and_then(|day| days::day("assured_on", day).ok())
        .is_none_or(|day| (*today - day).num_days() > STALE_AFTER_DAYS);
    Ok(PartnerView {
        id: ids::text(id),
        form: PartnerForm {
            name: text("name"),
            kind: text("kind"),
            needs: elements("needs"),
            languages: elements("languages"),
            phone: text("phone"),
            hours: text("hours"),
            // A laptop that did not know yet may have written one; it is not shown.
            address: if location_hidden {
                String::new()
            } else {
                text("address")
            },
            zone: text("zone"),
            confidential_location: match shown("confidential_location") {
                Value::Bool(answer) => Some(answer),
                _ => None,
            },
            victim_service_program: shown("victim_service_program") == Value::Bool(true),
        },
        assured_on,
        stale,
        location_hidden,
        relationship_stage: relationship_stage(conn, id)?,
        in_conflict: !state.conflicts(&Registry).is_empty(),
    })
}

/// The stage the last contact found the relationship in.
fn relationship_stage(conn: &Connection, partner: EntityId) -> Result<String> {
    let mut statement = conn
        .prepare_cached(
            "SELECT relationship_stage FROM partner_contact
             WHERE partner = :partner AND relationship_stage IS NOT NULL
             ORDER BY contacted_on DESC, at DESC LIMIT 1",
        )
        .map_err(reading)?;
    let mut rows = statement
        .query(named_params! { ":partner": partner.0 })
        .map_err(reading)?;
    match rows.next().map_err(reading)? {
        Some(row) => row.get(0).map_err(reading),
        None => Ok("unknown".to_owned()),
    }
}

pub(super) fn referrals_sent(conn: &Connection, partner: EntityId) -> Result<i32> {
    conn.prepare_cached("SELECT count(*) FROM referral WHERE partner = :partner AND deleted <> 1")
        .and_then(|mut statement| {
            statement.query_row(named_params! { ":partner": partner.0 }, |row| row.get(0))
        })
        .map_err(reading)
}

/// Referrals made to an agency, by where they stand.
pub(super) fn referrals_by_status(
    conn: &Connection,
    partner: EntityId,
) -> Result<BTreeMap<String, i32>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT coalesce(status, 'offered'), count(*) FROM referral
             WHERE partner = :partner AND deleted <> 1 GROUP BY 1",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":partner": partner.0 }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read partner agencies", source)
}
