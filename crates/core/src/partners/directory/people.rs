//! A person to speak with at a partner agency. Somebody who left is kept with the day: what she promised
//! stands in the trust history.

use countyline_ledger::Value;

use super::PartnerPersonForm;
use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::registry::{PARTNER, PARTNER_PERSON};
use crate::standing::reference;
use crate::start::Saved;
use crate::{checks, ids};

/// Records a person.
///
/// # Errors
/// [`Error::NameRequired`]; [`Error::TextTooLong`]; [`Error::DateRequired`]; [`Error::NotFound`].
pub fn create_person(file: &mut CaseFile, form: &PartnerPersonForm) -> Result<Saved> {
    let partner = ids::parse(&PARTNER, &form.partner_id)?;
    let mut fields = fields(form)?;
    fields.push(("partner", reference(partner)));
    let (id, changes) = file.change(Action::EditPartner, |change| {
        change.state(&PARTNER, partner)?;
        Ok(change.create(&PARTNER_PERSON, fields))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Edits a person in place of what the form had shown.
///
/// # Errors
/// As [`create_person`].
pub fn edit_person(
    file: &mut CaseFile,
    id: &str,
    form: &PartnerPersonForm,
    seen: &str,
) -> Result<Saved> {
    let (id, seen) = (ids::parse(&PARTNER_PERSON, id)?, Seen::from_token(seen)?);
    let fields = fields(form)?;
    let ((), changes) = file.change(Action::EditPartner, |change| {
        change.state(&PARTNER_PERSON, id)?;
        change.edit(&PARTNER_PERSON, id, &seen, fields)
    })?;
    Ok(Saved::new(id, &changes))
}

pub(crate) fn fields(form: &PartnerPersonForm) -> Result<Vec<(&'static str, Value)>> {
    let line = |field, text: &str| Ok::<_, Error>(Value::text(checks::line(field, text)?));
    let left_on = checks::day_if_any("left_on", form.left_on.as_deref())?;
    Ok(vec![
        ("name", Value::text(checks::name("name", &form.name)?)),
        ("title", line("title", &form.title)?),
        ("department", line("department", &form.department)?),
        ("email", line("email", &form.email)?),
        ("phone", line("phone", &form.phone)?),
        (
            "left_on",
            left_on.map_or(Value::Null, |day| Value::text(day.to_string())),
        ),
    ])
}
