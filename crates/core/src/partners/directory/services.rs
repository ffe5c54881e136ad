//! A service of a partner agency.

use countyline_ledger::Value;

use super::{PartnerServiceForm, answer, elements, items};
use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::fields::set_elements;
use crate::partners::whereabouts::ensure_shelter_fits;
use crate::registry::{PARTNER, PARTNER_SERVICE};
use crate::standing::{Standing, reference};
use crate::start::Saved;
use crate::{checks, codes, ids, own_lists};

/// Years a person can have.
const AGES: std::ops::RangeInclusive<i32> = 0..=120;
/// Minutes a drive to a service can take: a day.
const TRAVEL: std::ops::RangeInclusive<i32> = 0..=1440;

/// Records a service.
///
/// # Errors
/// [`Error::NameRequired`]; [`Error::UnknownCode`]; [`Error::NumberOutOfRange`] of an age or a drive;
/// [`Error::InvalidInput`] if no age can be both, or with the list an item does not fit;
/// [`Error::CaseNumberInText`]; [`Error::ConfidentialNotSaid`] if it gives shelter, the agency says where it is
/// and nobody asked whether that is confidential; [`Error::NotFound`]. Nothing is written then.
pub fn create_service(file: &mut CaseFile, form: &PartnerServiceForm) -> Result<Saved> {
    let partner = ids::parse(&PARTNER, &form.partner_id)?;
    ensure_shelter_fits(file.conn(), partner, &form.needs)?;
    ensure_zones(file, form, &[])?;
    let mut fields = fields(form)?;
    let today = file.now().date_naive();
    fields.push(("partner", reference(partner)));
    fields.push(("assured_on", assured(form, today)?));
    let (id, changes) = file.change(Action::EditPartner, |change| {
        change.state(&PARTNER, partner)?;
        let id = change.create(&PARTNER_SERVICE, fields);
        for (field, set) in sets(form) {
            change.add(&PARTNER_SERVICE, id, field, set);
        }
        Ok(id)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Edits a service in place of what the form had shown. One that ends becomes `defunct`: it is never taken
/// away, because letters name it.
///
/// # Errors
/// As [`create_service`].
pub fn edit_service(
    file: &mut CaseFile,
    id: &str,
    form: &PartnerServiceForm,
    seen: &str,
) -> Result<Saved> {
    let (id, seen) = (ids::parse(&PARTNER_SERVICE, id)?, Seen::from_token(seen)?);
    ensure_shelter_fits(
        file.conn(),
        ids::parse(&PARTNER, &form.partner_id)?,
        &form.needs,
    )?;
    let before = zones_of(&Standing::of(file.conn(), &PARTNER_SERVICE, id)?);
    ensure_zones(file, form, &before)?;
    let mut fields = fields(form)?;
    fields.push(("assured_on", assured(form, file.now().date_naive())?));
    let ((), changes) = file.change(Action::EditPartner, |change| {
        change.edit(&PARTNER_SERVICE, id, &seen, fields)?;
        for (field, set) in sets(form) {
            set_elements(change, &PARTNER_SERVICE, id, &seen, field, set)?;
        }
        Ok(())
    })?;
    Ok(Saved::new(id, &changes))
}

/// Writes down that somebody asked today and everything still holds.
///
/// # Errors
/// [`Error::NotFound`].
pub fn assure_service(file: &mut CaseFile, id: &str) -> Result<Saved> {
    let id = ids::parse(&PARTNER_SERVICE, id)?;
    let today = Value::text(file.now().date_naive().to_string());
    let ((), changes) = file.change(Action::EditPartner, |change| {
        change.edit_current(&PARTNER_SERVICE, id, [("assured_on", today)])
    })?;
    Ok(Saved::new(id, &changes))
}

/// The zones a service names: where it serves, and to where the drive is known.
pub(crate) fn zones_of(service: &Standing) -> Vec<String> {
    let mut zones = service.set("areas");
    let drives = service.elements("travel_minutes");
    zones.extend(drives.iter().filter_map(|drive| match drive {
        Value::List(pair) => Some(pair.first()?.as_text()?.to_owned()),
        _ => None,
    }));
    zones.sort();
    zones.dedup();
    zones
}

/// Refuses zones that are on no list of the office, unless they stood there before.
fn ensure_zones(file: &CaseFile, form: &PartnerServiceForm, before: &[String]) -> Result<()> {
    let zones = own_lists::zones(file)?;
    let named = form.areas.iter().map(|zone| ("areas", zone));
    let drives = form
        .travel_minutes
        .keys()
        .map(|zone| ("travel_minutes", zone));
    named
        .chain(drives)
        .try_for_each(|(field, zone)| zones.ensure(field, zone, before))
}

fn assured(form: &PartnerServiceForm, today: chrono::NaiveDate) -> Result<Value> {
    match form
        .assured_on
        .as_deref()
        .filter(|day| !day.trim().is_empty())
    {
        Some(day) => Ok(Value::text(
            checks::past_day("assured_on", day, today)?.to_string(),
        )),
        None => Ok(Value::Null),
    }
}

/// The sets of a form.
pub(crate) fn sets(form: &PartnerServiceForm) -> [(&'static str, Vec<Value>); 3] {
    [
        ("needs", elements(&form.needs)),
        ("languages", elements(&form.languages)),
        ("areas", elements(&form.areas)),
    ]
}

/// The fields of a form that are one value each, checked.
pub(crate) fn fields(form: &PartnerServiceForm) -> Result<Vec<(&'static str, Value)>> {
    codes::ensure("service_status", "status", &form.status)?;
    codes::ensure_all("need", "needs", &form.needs)?;
    let age = |field, age: Option<i32>| match age {
        Some(age) => Ok::<_, Error>(Value::Int(checks::within(field, age, AGES)?.into())),
        None => Ok(Value::Null),
    };
    if let (Some(least), Some(most)) = (form.minimum_age, form.maximum_age)
        && most < least
    {
        return Err(Error::InvalidInput {
            field: "maximum_age",
        });
    }
    let mut travel = Vec::with_capacity(form.travel_minutes.len());
    for (zone, minutes) in &form.travel_minutes {
        travel.push(Value::List(vec![
            Value::text(checks::name("zone", zone)?),
            Value::Int(checks::within("travel_minutes", *minutes, TRAVEL)?.into()),
        ]));
    }
    for zone in &form.areas {
        checks::line("areas", zone)?;
    }
    let line = |field, text: &str| Ok::<_, Error>(Value::text(checks::line(field, text)?));
    let text = |field, text: &str| Ok::<_, Error>(Value::text(checks::about_nobody(field, text)?));
    Ok(vec![
        ("name", Value::text(checks::name("name", &form.name)?)),
        (
            "alternate_name",
            line("alternate_name", &form.alternate_name)?,
        ),
        ("description", text("description", &form.description)?),
        ("status", Value::text(&*form.status)),
        ("minimum_age", age("minimum_age", form.minimum_age)?),
        ("maximum_age", age("maximum_age", form.maximum_age)?),
        ("eligibility", text("eligibility", &form.eligibility)?),
        (
            "application_process",
            text("application_process", &form.application_process)?,
        ),
        ("fees", text("fees", &form.fees)?),
        (
            "interpretation",
            line("interpretation", &form.interpretation)?,
        ),
        ("alert", text("alert", &form.alert)?),
        ("warm_line_24h", answer(form.warm_line_24h)),
        (
            "notes_for_deputies",
            text("notes_for_deputies", &form.notes_for_deputies)?,
        ),
        ("email", line("email", &form.email)?),
        ("website", line("website", &form.website)?),
        (
            "schedules",
            items("schedules", "schedule", &form.schedules)?,
        ),
        ("phones", items("phones", "phone", &form.phones)?),
        ("travel_minutes", Value::List(travel)),
        (
            "required_documents",
            items(
                "required_documents",
                "required_document",
                &form.required_documents,
            )?,
        ),
        (
            "cost_options",
            items("cost_options", "cost_option", &form.cost_options)?,
        ),
    ])
}
