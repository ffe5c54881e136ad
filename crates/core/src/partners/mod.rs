//! Partner agencies: the directory and the relationship.
//!
//! The location of an agency marked confidential is never stored, so it can never be shown, printed or
//! sent; that of a shelter only once it said that it is no secret. An entry nobody assured for 180 days is shown
//! as stale.

pub mod directory;
mod fits;
pub(crate) mod hours;
mod store;
mod trust;
mod views;
mod whereabouts;

#[cfg(test)]
mod fits_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod trust_tests;

use countyline_ledger::{EntityId, Value};
use rusqlite::Connection;

pub use fits::fits;
pub use trust::{next_step_done, settle_commitment, trust};
pub use views::*;

pub(crate) use whereabouts::{Whereabouts, a_service_gives_shelter, gives_shelter};

use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::error::{Error, Result};
use crate::fields::set_elements;
use crate::outreach;
use crate::registry::{PARTNER, PARTNER_LOCATION};
use crate::standing::Standing;
use crate::start::Saved;
use crate::{checks, codes, ids, own_lists, roles};

/// Days after which a directory entry is stale.
pub const STALE_AFTER_DAYS: i64 = 180;

/// The agencies whose name, zone or needs hold every word, by name; behind them those whose name is spelled or sounds
/// as it was typed, and those whose phone ends so.
pub fn list(file: &CaseFile, query: &str) -> Result<Vec<PartnerView>> {
    store::matching(file.conn(), query, &file.now().date_naive())
}

/// One agency with the work done together.
pub fn page(file: &CaseFile, partner_id: &str) -> Result<PartnerPage> {
    let id = ids::parse(&PARTNER, partner_id)?;
    Ok(PartnerPage {
        partner: view(file, id)?,
        contacts: outreach::of_partner(file, id)?,
        referrals_sent: roles::count(file, |conn| store::referrals_sent(conn, id))?,
    })
}

/// Records a partner agency.
///
/// # Errors
/// [`Error::NameRequired`]; [`Error::UnknownCode`]; [`Error::ConfidentialAddress`];
/// [`Error::ConfidentialNotSaid`] for the street of a shelter that nobody asked. Nothing is written then.
pub fn create(file: &mut CaseFile, form: &PartnerForm) -> Result<Saved> {
    check(form)?;
    own_lists::zones(file)?.ensure("zone", &form.zone, &[])?;
    let assured_on = file.now().date_naive().to_string();
    let (id, changes) = file.change(Action::CreatePartner, |change| {
        let id = change.new_id();
        write_new(change, id, form, Some(&assured_on));
        Ok(id)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Writes a new partner agency, found sound, as part of a change. `assured_on` is an ISO date.
pub(crate) fn write_new(
    change: &mut Change<'_>,
    id: EntityId,
    form: &PartnerForm,
    assured_on: Option<&str>,
) {
    let mut fields = fields(form);
    fields.extend(assured_on.map(|day| ("assured_on", Value::text(day))));
    change.create_as(&PARTNER, id, fields);
    let (needs, languages) = (&form.needs, &form.languages);
    change.add(&PARTNER, id, "needs", directory::elements(needs));
    change.add(&PARTNER, id, "languages", directory::elements(languages));
}

/// Edits a partner agency in place of what its form had shown. Once its location is confidential, what its
/// places say of where they are is emptied in the same change.
///
/// # Errors
/// As [`create`]; [`Error::NotFound`].
pub fn edit(
    file: &mut CaseFile,
    partner_id: &str,
    form: &PartnerForm,
    seen: &str,
) -> Result<Saved> {
    check(form)?;
    let (id, seen) = (ids::parse(&PARTNER, partner_id)?, Seen::from_token(seen)?);
    let before = Standing::of(file.conn(), &PARTNER, id)?.text("zone");
    own_lists::zones(file)?.ensure("zone", &form.zone, &[before])?;
    let conn = file.conn();
    let places = directory::locations_of(conn, id)?;
    let gives_shelter =
        gives_shelter(&form.kind, &form.needs) || a_service_gives_shelter(conn, id)?;
    let says_where = !form.address.trim().is_empty()
        || places
            .iter()
            .any(|place| directory::says_where(&place.form));
    let whereabouts = Whereabouts::answered(form.confidential_location, gives_shelter);
    let places = match whereabouts {
        // What is written of it is emptied below.
        Whereabouts::Confidential => places,
        _ => {
            whereabouts.ensure_unsaid(says_where)?;
            Vec::new()
        }
    };
    let ((), changes) = file.change(Action::EditPartner, |change| {
        change.edit(&PARTNER, id, &seen, fields(form))?;
        let (needs, languages) = (
            directory::elements(&form.needs),
            directory::elements(&form.languages),
        );
        set_elements(change, &PARTNER, id, &seen, "needs", needs)?;
        set_elements(change, &PARTNER, id, &seen, "languages", languages)?;
        for place in places {
            let place = ids::parse(&PARTNER_LOCATION, &place.id)?;
            change.edit_current(&PARTNER_LOCATION, place, directory::nowhere())?;
        }
        Ok(())
    })?;
    Ok(Saved::new(id, &changes))
}

/// An agency's name; empty if its record has not come.
pub(crate) fn name_of(conn: &Connection, id: EntityId) -> Result<String> {
    match Standing::load(conn, &PARTNER, id) {
        Ok(shown) => Ok(shown.text("name")),
        Err(Error::NotFound { .. }) => Ok(String::new()),
        Err(refused) => Err(refused),
    }
}

/// The fields of a form that are one value each.
pub(crate) fn fields(form: &PartnerForm) -> Vec<(&'static str, Value)> {
    let text = |text: &str| Value::text(text.trim());
    vec![
        ("name", text(&form.name)),
        ("kind", text(&form.kind)),
        ("phone", text(&form.phone)),
        ("hours", text(&form.hours)),
        ("address", text(&form.address)),
        ("zone", text(&form.zone)),
        (
            "confidential_location",
            directory::answer(form.confidential_location),
        ),
        (
            "victim_service_program",
            Value::Bool(form.victim_service_program),
        ),
    ]
}

/// One agency.
pub(crate) fn view(file: &CaseFile, id: EntityId) -> Result<PartnerView> {
    store::one(file.conn(), id, &file.now().date_naive())
}

pub(crate) fn check(form: &PartnerForm) -> Result<()> {
    checks::name("name", &form.name)?;
    for (field, text) in [
        ("phone", &form.phone),
        ("hours", &form.hours),
        ("address", &form.address),
        ("zone", &form.zone),
    ] {
        checks::line(field, text)?;
    }
    codes::ensure("partner_kind", "kind", &form.kind)?;
    codes::ensure_all("need", "needs", &form.needs)?;
    codes::ensure_all("language", "languages", &form.languages)?;
    Whereabouts::of_form(form).ensure_unsaid(!form.address.trim().is_empty())
}
