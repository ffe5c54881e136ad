//! Reading services, places and people of partner agencies.

use chrono::NaiveDate;
use countyline_ledger::{EntityId, Value};
use rusqlite::{Connection, named_params};

use super::{
    PartnerDetails, PartnerLocationForm, PartnerLocationView, PartnerPersonForm, PartnerPersonView,
    PartnerServiceForm, PartnerServiceView, items_read, to_call, whole_number,
};
use crate::error::{Error, Result};
use crate::partners::{STALE_AFTER_DAYS, Whereabouts};
use crate::registry::{PARTNER, PARTNER_LOCATION, PARTNER_PERSON, PARTNER_SERVICE};
use crate::standing::{self, Standing};
use crate::{days, ids};

pub(super) fn details(conn: &Connection, partner: EntityId) -> Result<PartnerDetails> {
    let shown = Standing::load(conn, &PARTNER, partner)?;
    Ok(PartnerDetails {
        alternate_name: shown.text("alternate_name"),
        description: shown.text("description"),
        email: shown.text("email"),
        website: shown.text("website"),
        accepts_letter: shown.said("accepts_letter"),
        phones: items_read(&shown.texts("phones")),
    })
}

pub(super) fn seen(conn: &Connection, partner: EntityId) -> Result<String> {
    Ok(Standing::load(conn, &PARTNER, partner)?.seen())
}

/// An agency's services, by name.
pub(crate) fn services_of(
    conn: &Connection,
    partner: EntityId,
    today: NaiveDate,
) -> Result<Vec<PartnerServiceView>> {
    let sql = "SELECT id FROM partner_service WHERE partner = :partner AND deleted <> 1
               ORDER BY name, id";
    let found = standing::ids(conn, sql, named_params! { ":partner": partner.0 })?;
    found
        .into_iter()
        .map(|id| service(conn, id, today))
        .collect()
}

fn service(conn: &Connection, id: EntityId, today: NaiveDate) -> Result<PartnerServiceView> {
    let shown = Standing::load(conn, &PARTNER_SERVICE, id)?;
    Ok(service_in(&shown, today))
}

/// A service of an agency that it gives at present; none for one that ended, was hidden, or has not come.
pub(crate) fn given_service(
    conn: &Connection,
    partner: EntityId,
    id: EntityId,
    today: NaiveDate,
) -> Result<Option<PartnerServiceView>> {
    let shown = given(conn, partner, id)?;
    Ok(shown.map(|shown| service_in(&shown, today)))
}

/// The number of a service that an agency gives at present, as the register of papers keeps it; none where the agency's
/// is called.
pub(crate) fn number_of_service(
    conn: &Connection,
    partner: EntityId,
    id: EntityId,
) -> Result<Option<String>> {
    let phones = given(conn, partner, id)?.map(|shown| items_read(&shown.texts("phones")));
    let phone = phones.and_then(|phones| to_call(&phones));
    Ok(phone.map(|(number, extension)| whole_number(&number, &extension)))
}

fn given(conn: &Connection, partner: EntityId, id: EntityId) -> Result<Option<Standing>> {
    let shown = match Standing::of(conn, &PARTNER_SERVICE, id) {
        Ok(shown) => shown,
        Err(Error::NotFound { .. }) => return Ok(None),
        Err(refused) => return Err(refused),
    };
    let is_given = shown.text("status") == "active" && shown.named("partner") == Some(partner);
    Ok(is_given.then_some(shown))
}

fn service_in(shown: &Standing, today: NaiveDate) -> PartnerServiceView {
    let assured_on = shown.maybe("assured_on");
    let age = assured_on
        .as_deref()
        .and_then(|day| days::day("assured_on", day).ok())
        .map(|day| i32::try_from((today - day).num_days()).unwrap_or(i32::MAX));
    let travel = shown
        .elements("travel_minutes")
        .into_iter()
        .filter_map(|pair| {
            let Value::List(pair) = pair else { return None };
            match &pair[..] {
                [Value::Text(zone), Value::Int(minutes)] => {
                    Some((zone.to_string(), i32::try_from(*minutes).ok()?))
                }
                _ => None,
            }
        });
    PartnerServiceView {
        id: shown.id(),
        assured_days_ago: age,
        stale: age.is_none_or(|days| i64::from(days) > STALE_AFTER_DAYS),
        in_conflict: shown.in_conflict(),
        seen: shown.seen(),
        form: PartnerServiceForm {
            partner_id: shown.named("partner").map_or_else(String::new, ids::text),
            name: shown.text("name"),
            alternate_name: shown.text("alternate_name"),
            description: shown.text("description"),
            status: shown.text("status"),
            needs: shown.set("needs"),
            languages: shown.set("languages"),
            areas: shown.set("areas"),
            minimum_age: shown.number("minimum_age"),
            maximum_age: shown.number("maximum_age"),
            eligibility: shown.text("eligibility"),
            application_process: shown.text("application_process"),
            fees: shown.text("fees"),
            interpretation: shown.text("interpretation"),
            alert: shown.text("alert"),
            warm_line_24h: shown.said("warm_line_24h"),
            notes_for_deputies: shown.text("notes_for_deputies"),
            email: shown.text("email"),
            website: shown.text("website"),
            assured_on,
            schedules: items_read(&shown.texts("schedules")),
            phones: items_read(&shown.texts("phones")),
            travel_minutes: travel.collect(),
            required_documents: items_read(&shown.texts("required_documents")),
            cost_options: items_read(&shown.texts("cost_options")),
        },
    }
}

/// An agency's places, by name.
pub(crate) fn locations_of(
    conn: &Connection,
    partner: EntityId,
) -> Result<Vec<PartnerLocationView>> {
    let sql = "SELECT id FROM partner_location WHERE partner = :partner AND deleted <> 1
               ORDER BY name, id";
    let hidden = Whereabouts::of(conn, partner)?.is_hidden();
    let found = standing::ids(conn, sql, named_params! { ":partner": partner.0 })?;
    found
        .into_iter()
        .map(|id| location(conn, id, hidden))
        .collect()
}

/// A laptop that did not know yet that the location is confidential may have written where it is; that is not
/// shown.
fn location(conn: &Connection, id: EntityId, hidden: bool) -> Result<PartnerLocationView> {
    let shown = Standing::load(conn, &PARTNER_LOCATION, id)?;
    let unless_hidden = |text: String| if hidden { String::new() } else { text };
    let position = unless_hidden(shown.text("position"));
    let (latitude, longitude) = position.split_once(',').unwrap_or_default();
    let services = shown.references("services");
    let mut addresses = items_read(&shown.texts("addresses"));
    if hidden {
        addresses.clear();
    }
    Ok(PartnerLocationView {
        id: ids::text(id),
        in_conflict: shown.in_conflict(),
        seen: shown.seen(),
        form: PartnerLocationForm {
            partner_id: shown.named("partner").map_or_else(String::new, ids::text),
            name: unless_hidden(shown.text("name")),
            location_type: if hidden {
                "virtual".to_owned()
            } else {
                shown.text("location_type")
            },
            description: unless_hidden(shown.text("description")),
            addresses,
            latitude: latitude.to_owned(),
            longitude: longitude.to_owned(),
            transportation: unless_hidden(shown.text("transportation")),
            accessibility: items_read(&shown.texts("accessibility")),
            languages: shown.set("languages"),
            phones: items_read(&shown.texts("phones")),
            schedules: items_read(&shown.texts("schedules")),
            service_ids: services.into_iter().map(ids::text).collect(),
        },
    })
}

/// An agency's people, those who are still there first, by name.
pub(crate) fn people_of(conn: &Connection, partner: EntityId) -> Result<Vec<PartnerPersonView>> {
    let sql = "SELECT id FROM partner_person WHERE partner = :partner AND deleted <> 1
               ORDER BY left_on IS NOT NULL, name, id";
    let found = standing::ids(conn, sql, named_params! { ":partner": partner.0 })?;
    let people = found.into_iter().map(|id| {
        let shown = Standing::load(conn, &PARTNER_PERSON, id)?;
        Ok(PartnerPersonView {
            id: ids::text(id),
            in_conflict: shown.in_conflict(),
            seen: shown.seen(),
            form: PartnerPersonForm {
                partner_id: ids::text(partner),
                name: shown.text("name"),
                title: shown.text("title"),
                department: shown.text("department"),
                email: shown.text("email"),
                phone: shown.text("phone"),
                left_on: shown.maybe("left_on"),
            },
        })
    });
    people.collect()
}
