//! The directory below the agency, field by field after HSDS 3.0: its services, its places, its people.
//!
//! Lists whose parts mean something only together (opening times, phones, addresses, costs) are kept as HSDS
//! has them, each item a map of its fields, so that nothing another directory says is lost. An item is checked
//! by the same rules as a row that is taken in ([`crate::hsds`]).
//!
//! Always true: a place of an agency whose location is confidential, or of a shelter that nobody asked, has no
//! address, no coordinates and no way described to it, in the form, in what is shown and in what is exported
//! (PR-20).

mod locations;
mod people;
mod services;
mod store;
mod views;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use countyline_ledger::Value;

pub use locations::{create_location, edit_location};
pub use people::{create_person, edit_person};
pub use services::{assure_service, create_service, edit_service};
pub use views::*;

use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::hsds::spec;
use crate::registry::PARTNER;
use crate::start::Saved;
use crate::{checks, ids};

pub(crate) use locations::{
    fields as location_fields, nowhere, only_value, says_where, sets as location_sets,
};
pub(crate) use people::fields as person_fields;
pub(crate) use services::{fields as service_fields, sets as service_sets, zones_of};
pub(crate) use store::{given_service, locations_of, number_of_service, people_of, services_of};

/// An item of a list, by HSDS field name.
pub type Item = BTreeMap<String, String>;

/// Everything the directory says about an agency.
pub fn entry(file: &CaseFile, partner_id: &str) -> Result<DirectoryEntry> {
    let id = ids::parse(&PARTNER, partner_id)?;
    let conn = file.conn();
    let today = file.now().date_naive();
    Ok(DirectoryEntry {
        partner: super::view(file, id)?,
        details: store::details(conn, id)?,
        services: services_of(conn, id, today)?,
        locations: locations_of(conn, id)?,
        people: people_of(conn, id)?,
        seen: store::seen(conn, id)?,
    })
}

/// Writes what else is known of an agency, in place of what the form had shown.
///
/// # Errors
/// [`Error::InvalidInput`] with the list an item does not fit; [`Error::TextTooLong`];
/// [`Error::NotFound`].
pub fn describe(
    file: &mut CaseFile,
    partner_id: &str,
    details: &PartnerDetails,
    seen: &str,
) -> Result<Saved> {
    let (id, seen) = (ids::parse(&PARTNER, partner_id)?, Seen::from_token(seen)?);
    let fields = details_fields(details)?;
    let ((), changes) = file.change(Action::EditPartner, |change| {
        change.state(&PARTNER, id)?;
        change.edit(&PARTNER, id, &seen, fields)
    })?;
    Ok(Saved::new(id, &changes))
}

pub(crate) fn details_fields(details: &PartnerDetails) -> Result<Vec<(&'static str, Value)>> {
    let line = |field, text: &str| Ok::<_, Error>(Value::text(checks::line(field, text)?));
    Ok(vec![
        (
            "alternate_name",
            line("alternate_name", &details.alternate_name)?,
        ),
        (
            "description",
            Value::text(checks::about_nobody("description", &details.description)?),
        ),
        ("email", line("email", &details.email)?),
        ("website", line("website", &details.website)?),
        ("accepts_letter", answer(details.accepts_letter)),
        ("phones", items("phones", "phone", &details.phones)?),
    ])
}

/// Items as a field keeps them.
///
/// # Errors
/// [`Error::InvalidInput`] if one breaks a rule of its HSDS table.
pub(crate) fn items(field: &'static str, table: &str, items: &[Item]) -> Result<Value> {
    let kept = items.iter().map(|item| {
        let said: Item = item
            .iter()
            .map(|(name, text)| (name.clone(), text.trim().to_owned()))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let flaws = spec::flaws_of_part(table, &said);
        if said.is_empty() || !flaws.is_empty() {
            return Err(Error::InvalidInput { field });
        }
        Ok(Value::text(
            serde_json::to_string(&said).expect("a map of texts is written as JSON"),
        ))
    });
    Ok(Value::List(kept.collect::<Result<_>>()?))
}

/// Kinds of phone at which nobody answers a voice.
const NO_VOICE: [&str; 5] = ["fax", "pager", "text", "textphone", "video"];

/// The phone to call, and its extension, which may be empty: the first of these that somebody can call.
pub(crate) fn to_call(phones: &[Item]) -> Option<(String, String)> {
    let said = |phone: &Item, name: &str| {
        let text = phone.get(name).map(|text| text.trim());
        text.unwrap_or_default().to_owned()
    };
    let has_voice = |phone: &&Item| {
        let kind = said(phone, "type").to_lowercase();
        !NO_VOICE.contains(&&*kind) && !said(phone, "number").is_empty()
    };
    let phone = phones.iter().find(has_voice)?;
    Some((said(phone, "number"), said(phone, "extension")))
}

/// A number with its extension.
pub(crate) fn whole_number(number: &str, extension: &str) -> String {
    match extension {
        "" => number.to_owned(),
        extension => format!("{number} x{extension}"),
    }
}

/// Items as a field kept them; one that cannot be read is passed over.
pub(crate) fn items_read(texts: &[impl AsRef<str>]) -> Vec<Item> {
    let read = texts.iter().map(|text| serde_json::from_str(text.as_ref()));
    read.filter_map(std::result::Result::ok).collect()
}

/// An answer that may not have been given.
pub(crate) fn answer(answer: Option<bool>) -> Value {
    answer.map_or(Value::Null, Value::Bool)
}

/// Texts as elements of a set, without those that are empty.
pub(crate) fn elements(texts: &[String]) -> Vec<Value> {
    let texts = texts.iter().map(|text| text.trim());
    texts
        .filter(|text| !text.is_empty())
        .map(Value::text)
        .collect()
}
