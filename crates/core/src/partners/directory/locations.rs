//! A place of a partner agency.

use countyline_ledger::{EntityId, Value};
use rusqlite::Connection;

use super::{PartnerLocationForm, elements, items};
use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::fields::set_elements;
use crate::partners::Whereabouts;
use crate::registry::{PARTNER, PARTNER_LOCATION, PARTNER_SERVICE, Record};
use crate::standing::{Standing, reference};
use crate::start::Saved;
use crate::{checks, codes, ids};

/// Records a place.
///
/// # Errors
/// [`Error::ConfidentialAddress`] if the agency's location is confidential and the form says where;
/// [`Error::ConfidentialNotSaid`] if it gives shelter and nobody asked;
/// [`Error::UnknownCode`]; [`Error::InvalidInput`] of coordinates or with the list an item does not fit;
/// [`Error::NotFound`]. Nothing is written then.
pub fn create_location(file: &mut CaseFile, form: &PartnerLocationForm) -> Result<Saved> {
    let partner = ids::parse(&PARTNER, &form.partner_id)?;
    ensure_may_be_said(file, form)?;
    let (mut fields, sets) = (fields(form)?, sets(form)?);
    fields.push(("partner", reference(partner)));
    let (id, changes) = file.change(Action::EditPartner, |change| {
        change.state(&PARTNER, partner)?;
        let id = change.create(&PARTNER_LOCATION, fields);
        for (field, set) in sets {
            change.add(&PARTNER_LOCATION, id, field, set);
        }
        Ok(id)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Edits a place in place of what the form had shown.
///
/// # Errors
/// As [`create_location`].
pub fn edit_location(
    file: &mut CaseFile,
    id: &str,
    form: &PartnerLocationForm,
    seen: &str,
) -> Result<Saved> {
    let (id, seen) = (ids::parse(&PARTNER_LOCATION, id)?, Seen::from_token(seen)?);
    ensure_may_be_said(file, form)?;
    let (fields, sets) = (fields(form)?, sets(form)?);
    let ((), changes) = file.change(Action::EditPartner, |change| {
        change.edit(&PARTNER_LOCATION, id, &seen, fields)?;
        for (field, set) in sets {
            set_elements(change, &PARTNER_LOCATION, id, &seen, field, set)?;
        }
        Ok(())
    })?;
    Ok(Saved::new(id, &changes))
}

fn ensure_may_be_said(file: &CaseFile, form: &PartnerLocationForm) -> Result<()> {
    let partner = ids::parse(&PARTNER, &form.partner_id)?;
    Whereabouts::of(file.conn(), partner)?.ensure_unsaid(says_where(form))
}

/// Whether anything in a form tells where the place is.
pub(crate) fn says_where(form: &PartnerLocationForm) -> bool {
    let texts = [
        &form.name,
        &form.latitude,
        &form.longitude,
        &form.transportation,
        &form.description,
    ];
    form.location_type != "virtual"
        || !form.addresses.is_empty()
        || texts.iter().any(|text| !text.trim().is_empty())
}

/// The fields of a place that says nothing of where it is.
pub(crate) fn nowhere() -> [(&'static str, Value); 6] {
    [
        ("location_type", Value::text("virtual")),
        ("name", Value::text("")),
        ("description", Value::text("")),
        ("addresses", Value::List(Vec::new())),
        ("position", Value::text("")),
        ("transportation", Value::text("")),
    ]
}

/// The one value that a field of an agency or of one of its places may have, because where the agency is must
/// stand nowhere; none where everything may stand.
///
/// # Errors
/// [`Error::Storage`].
pub(crate) fn only_value(
    conn: &Connection,
    record: &'static Record,
    entity: EntityId,
    field: &str,
) -> Result<Option<Value>> {
    let only = match record.id {
        id if id == PARTNER.id && field == "address" => Value::text(""),
        id if id == PARTNER_LOCATION.id => {
            match nowhere().into_iter().find(|(name, _)| *name == field) {
                Some((_, value)) => value,
                None => return Ok(None),
            }
        }
        _ => return Ok(None),
    };
    let agency = match record.id == PARTNER.id {
        true => Some(entity),
        false => Standing::load(conn, record, entity)?.named("partner"),
    };
    let agency = agency.map(|agency| Whereabouts::of(conn, agency));
    let is_hidden = match agency.transpose() {
        Ok(agency) => agency.is_some_and(Whereabouts::is_hidden),
        // Its record has not come.
        Err(Error::NotFound { .. }) => false,
        Err(refused) => return Err(refused),
    };
    Ok(is_hidden.then_some(only))
}

/// The sets of a form.
pub(crate) fn sets(form: &PartnerLocationForm) -> Result<[(&'static str, Vec<Value>); 2]> {
    let services = form.service_ids.iter();
    let services = services.map(|id| ids::parse(&PARTNER_SERVICE, id).map(reference));
    Ok([
        ("languages", elements(&form.languages)),
        ("services", services.collect::<Result<_>>()?),
    ])
}

pub(crate) fn fields(form: &PartnerLocationForm) -> Result<Vec<(&'static str, Value)>> {
    codes::ensure("location_type", "location_type", &form.location_type)?;
    let text = |field, text: &str| Ok::<_, Error>(Value::text(checks::about_nobody(field, text)?));
    Ok(vec![
        ("name", Value::text(checks::line("name", &form.name)?)),
        ("location_type", Value::text(&*form.location_type)),
        ("description", text("description", &form.description)?),
        ("addresses", items("addresses", "address", &form.addresses)?),
        ("position", Value::text(position(form)?)),
        (
            "transportation",
            text("transportation", &form.transportation)?,
        ),
        (
            "accessibility",
            items("accessibility", "accessibility", &form.accessibility)?,
        ),
        ("phones", items("phones", "phone", &form.phones)?),
        (
            "schedules",
            items("schedules", "schedule", &form.schedules)?,
        ),
    ])
}

/// Latitude and longitude in degrees (WGS84), or nothing.
fn position(form: &PartnerLocationForm) -> Result<String> {
    let (latitude, longitude) = (form.latitude.trim(), form.longitude.trim());
    if latitude.is_empty() && longitude.is_empty() {
        return Ok(String::new());
    }
    let within = |text: &str, most: f64| {
        text.parse::<f64>()
            .is_ok_and(|degrees| degrees.abs() <= most)
    };
    if !within(latitude, 90.0) {
        return Err(Error::InvalidInput { field: "latitude" });
    }
    if !within(longitude, 180.0) {
        return Err(Error::InvalidInput { field: "longitude" });
    }
    Ok(format!("{latitude},{longitude}"))
}
