//! Agreements with partner agencies (MOUs): who promised what, when they are gone over, and that they are
//! signed again. An agreement nobody renews runs on paper only; so each has a day of review, and renewing it
//! sets the next. (OVC, *Victim Services in Rural Law Enforcement*: periodic re-signing.)

mod store;
mod views;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use countyline_ledger::{EntityId, Value};

pub use views::*;

use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::registry::{AGREEMENT, PARTNER};
use crate::standing::reference;
use crate::start::Saved;
use crate::{checks, days, ids};

/// Days ahead of its review from which an agreement is called due.
pub const DUE_DAYS: i64 = 60;

/// Every agreement, those in force first, the earliest review first.
pub fn list(file: &CaseFile) -> Result<Vec<AgreementView>> {
    store::all(file.conn(), file.now().date_naive())
}

/// The agreements with one agency.
pub(crate) fn of_partner(file: &CaseFile, partner: EntityId) -> Result<Vec<AgreementView>> {
    let name = ids::text(partner);
    let mut all = list(file)?;
    all.retain(|agreement| agreement.form.party_ids.contains(&name));
    Ok(all)
}

/// Records an agreement.
///
/// # Errors
/// [`Error::NameRequired`]; [`Error::InvalidInput`] without a party; [`Error::DateInFuture`];
/// [`Error::DatesReversed`]; [`Error::CaseNumberInText`]; [`Error::NotFound`]. Nothing is written then.
pub fn create(file: &mut CaseFile, form: &AgreementForm) -> Result<Saved> {
    let checked = Checked::of(form, file.now().date_naive())?;
    let (id, changes) = file.change(Action::KeepAgreement, |change| {
        for party in &checked.parties {
            change.state(&PARTNER, *party)?;
        }
        let id = change.create(&AGREEMENT, checked.fields());
        change.add(
            &AGREEMENT,
            id,
            "parties",
            checked.parties.iter().map(|id| reference(*id)),
        );
        Ok(id)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Edits an agreement in place of what its form had shown. A party is added; one that left is a reason to end
/// the agreement and sign another.
///
/// # Errors
/// As [`create`].
pub fn edit(file: &mut CaseFile, id: &str, form: &AgreementForm, seen: &str) -> Result<Saved> {
    let checked = Checked::of(form, file.now().date_naive())?;
    let (id, seen) = (ids::parse(&AGREEMENT, id)?, Seen::from_token(seen)?);
    let ((), changes) = file.change(Action::KeepAgreement, |change| {
        let before = change.state(&AGREEMENT, id)?;
        let known = before.elements(AGREEMENT.field("parties").field_id());
        change.edit(&AGREEMENT, id, &seen, checked.fields())?;
        let new = checked.parties.iter().map(|id| reference(*id));
        let new: Vec<Value> = new.filter(|party| !known.contains(party)).collect();
        change.add(&AGREEMENT, id, "parties", new);
        Ok(())
    })?;
    Ok(Saved::new(id, &changes))
}

/// Writes down that an agreement was signed again, and when it is gone over next.
///
/// # Errors
/// [`Error::DateInFuture`]; [`Error::DatesReversed`] if the review comes before the signing;
/// [`Error::NotFound`].
pub fn renew(file: &mut CaseFile, id: &str, signed_on: &str, review_on: &str) -> Result<Saved> {
    let id = ids::parse(&AGREEMENT, id)?;
    let signed = checks::past_day("signed_on", signed_on, file.now().date_naive())?;
    let review = days::day("review_on", review_on)?;
    checks::in_order("review_on", Some(signed), Some(review))?;
    let ((), changes) = file.change(Action::KeepAgreement, |change| {
        change.add(
            &AGREEMENT,
            id,
            "renewals",
            [Value::text(signed.to_string())],
        );
        let review = Value::text(review.to_string());
        change.edit_current(&AGREEMENT, id, [("review_on", review)])
    })?;
    Ok(Saved::new(id, &changes))
}

/// A form that holds.
struct Checked {
    parties: Vec<EntityId>,
    title: String,
    scope: String,
    confidentiality_terms: String,
    signed_on: Option<NaiveDate>,
    review_on: NaiveDate,
    ended_on: Option<NaiveDate>,
}

impl Checked {
    fn of(form: &AgreementForm, today: NaiveDate) -> Result<Checked> {
        let parties: Vec<EntityId> = form
            .party_ids
            .iter()
            .map(|id| ids::parse(&PARTNER, id))
            .collect::<Result<_>>()?;
        if parties.is_empty() {
            return Err(Error::InvalidInput { field: "parties" });
        }
        let signed_on = checks::day_if_any("signed_on", form.signed_on.as_deref())?;
        if signed_on.is_some_and(|day| day > today) {
            return Err(Error::DateInFuture { field: "signed_on" });
        }
        let review_on = days::day("review_on", &form.review_on)?;
        let ended_on = checks::day_if_any("ended_on", form.ended_on.as_deref())?;
        checks::in_order("review_on", signed_on, Some(review_on))?;
        checks::in_order("ended_on", signed_on, ended_on)?;
        Ok(Checked {
            parties,
            title: checks::name("title", &form.title)?,
            scope: checks::about_nobody("scope", &form.scope)?,
            confidentiality_terms: checks::about_nobody(
                "confidentiality_terms",
                &form.confidentiality_terms,
            )?,
            signed_on,
            review_on,
            ended_on,
        })
    }

    fn fields(&self) -> Vec<(&'static str, Value)> {
        let day =
            |day: Option<NaiveDate>| day.map_or(Value::Null, |day| Value::text(day.to_string()));
        vec![
            ("title", Value::text(&*self.title)),
            ("scope", Value::text(&*self.scope)),
            (
                "confidentiality_terms",
                Value::text(&*self.confidentiality_terms),
            ),
            ("signed_on", day(self.signed_on)),
            ("review_on", day(Some(self.review_on))),
            ("ended_on", day(self.ended_on)),
        ]
    }
}
