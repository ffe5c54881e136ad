//! Outreach to the community, and what was left or lent: brochures, cards, backpacks, phones. Counted for the
//! narrative of the yearly report; never about one victim. Written once; only a loan that comes back is added.

mod store;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::Value;

pub use views::*;

use crate::casefile::{Action, CaseFile, Change};
use crate::error::{Error, Result};
use crate::registry::{COMMUNITY_EVENT, MATERIAL};
use crate::standing::{Standing, reference};
use crate::start::Saved;
use crate::{checks, codes, days, ids};

/// Most people a county can reach at once, and most things that go out at once.
const MOST: i32 = 100_000;

/// Outreach to the community, newest first.
pub fn events(file: &CaseFile) -> Result<Vec<CommunityEventView>> {
    store::events(file.conn())
}

/// What was left or lent, newest first.
pub fn materials(file: &CaseFile) -> Result<Vec<MaterialView>> {
    store::materials(file.conn())
}

/// Records outreach to the community, with what was left there.
///
/// # Errors
/// [`Error::DateInFuture`]; [`Error::NumberOutOfRange`]; [`Error::UnknownCode`];
/// [`Error::CaseNumberInText`]. Nothing is written then.
pub fn record_event(file: &mut CaseFile, form: &CommunityEventForm) -> Result<Saved> {
    let held_on = checks::past_day("held_on", &form.held_on, file.now().date_naive())?;
    codes::ensure("language", "language", &form.language)?;
    let fields = vec![
        ("held_on", Value::text(held_on.to_string())),
        ("place", Value::text(checks::name("place", &form.place)?)),
        (
            "audience",
            Value::text(checks::line("audience", &form.audience)?),
        ),
        (
            "population",
            Value::text(checks::line("population", &form.population)?),
        ),
        (
            "number_reached",
            match form.number_reached {
                Some(number) => {
                    Value::Int(checks::within("number_reached", number, 0..=MOST)?.into())
                }
                None => Value::Null,
            },
        ),
        ("language", Value::text(&*form.language)),
        (
            "note",
            Value::text(checks::about_nobody("note", &form.note)?),
        ),
    ];
    let materials = form
        .materials
        .iter()
        .map(|material| {
            let given = MaterialForm {
                given_on: form.held_on.clone(),
                place: form.place.clone(),
                ..material.clone()
            };
            material_fields(&given, file)
        })
        .collect::<Result<Vec<_>>>()?;
    let (id, changes) = file.change(Action::RecordOutreach, |change| {
        let id = change.create(&COMMUNITY_EVENT, signed(fields, change));
        for mut material in materials {
            material.push(("community_event", reference(id)));
            change.create(&MATERIAL, signed(material, change));
        }
        Ok(id)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Records material that went out.
///
/// # Errors
/// As [`record_event`].
pub fn record_material(file: &mut CaseFile, form: &MaterialForm) -> Result<Saved> {
    let fields = material_fields(form, file)?;
    let (id, changes) = file.change(Action::RecordOutreach, |change| {
        Ok(change.create(&MATERIAL, signed(fields, change)))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Writes down that a loan came back.
///
/// # Errors
/// [`Error::DateInFuture`]; [`Error::DatesReversed`] before it went out; [`Error::NotFound`].
pub fn return_material(file: &mut CaseFile, material_id: &str, on: &str) -> Result<Saved> {
    let id = ids::parse(&MATERIAL, material_id)?;
    let returned = checks::past_day("returned_on", on, file.now().date_naive())?;
    let given = Standing::load(file.conn(), &MATERIAL, id)?.text("given_on");
    let given = days::day("given_on", &given).ok();
    checks::in_order("returned_on", given, Some(returned))?;
    let ((), changes) = file.change(Action::RecordOutreach, |change| {
        let returned = Value::text(returned.to_string());
        change.edit_current(&MATERIAL, id, [("returned_on", returned)])
    })?;
    Ok(Saved::new(id, &changes))
}

fn material_fields(form: &MaterialForm, file: &CaseFile) -> Result<Vec<(&'static str, Value)>> {
    let given_on = checks::past_day("given_on", &form.given_on, file.now().date_naive())?;
    codes::ensure("material_item", "item", &form.item)?;
    codes::ensure("language", "language", &form.language)?;
    let what = checks::about_nobody("what", &form.what)?;
    if form.item == "other" && what.is_empty() {
        return Err(Error::InvalidInput { field: "what" });
    }
    let quantity = checks::within("quantity", form.quantity, 1..=MOST)?;
    Ok(vec![
        ("given_on", Value::text(given_on.to_string())),
        ("place", Value::text(checks::name("place", &form.place)?)),
        ("item", Value::text(&*form.item)),
        ("what", Value::text(what)),
        ("language", Value::text(&*form.language)),
        ("quantity", Value::Int(quantity.into())),
    ])
}

/// With who wrote it, and when.
fn signed(
    mut fields: Vec<(&'static str, Value)>,
    change: &Change<'_>,
) -> Vec<(&'static str, Value)> {
    fields.push(("staff", reference(change.staff())));
    fields.push(("at", Value::text(days::instant(change.now()))));
    fields
}
