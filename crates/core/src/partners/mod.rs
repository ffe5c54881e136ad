//! Partner agencies: the directory and the relationship.
//!
//! The location of an agency marked confidential is never stored, so it can never be shown, printed or
//! sent. An entry nobody assured for 180 days is shown as stale.

mod store;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::{EntityId, Value};

pub use views::*;

use crate::casefile::{Action, CaseFile};
use crate::error::{Error, Result};
use crate::outreach;
use crate::registry::PARTNER;
use crate::start::Saved;
use crate::{codes, ids};

/// Days after which a directory entry is stale.
pub const STALE_AFTER_DAYS: i64 = 180;

/// The agencies whose name, zone or needs match, by name.
pub fn list(file: &CaseFile, query: &str) -> Result<Vec<PartnerView>> {
    store::matching(file.conn(), query, &file.now().date_naive())
}

/// One agency with the work done together.
pub fn page(file: &CaseFile, partner_id: &str) -> Result<PartnerPage> {
    let id = ids::parse(&PARTNER, partner_id)?;
    Ok(PartnerPage {
        partner: view(file, id)?,
        contacts: outreach::of_partner(file, id)?,
        referrals_sent: store::referrals_sent(file.conn(), id)?,
    })
}

/// Records a partner agency.
pub fn create(file: &mut CaseFile, form: &PartnerForm) -> Result<Saved> {
    check(form)?;
    let assured_on = file.now().date_naive().to_string();
    let (id, changes) = file.change(Action::CreatePartner, |change| {
        let text = |text: &str| Value::text(text.trim());
        let id = change.create(
            &PARTNER,
            [
                ("name", text(&form.name)),
                ("kind", text(&form.kind)),
                ("phone", text(&form.phone)),
                ("hours", text(&form.hours)),
                ("address", text(&form.address)),
                ("zone", text(&form.zone)),
                (
                    "confidential_location",
                    Value::Bool(form.confidential_location),
                ),
                (
                    "victim_service_program",
                    Value::Bool(form.victim_service_program),
                ),
                ("assured_on", Value::text(assured_on)),
            ],
        );
        change.add(
            &PARTNER,
            id,
            "needs",
            form.needs.iter().map(|need| text(need)),
        );
        change.add(
            &PARTNER,
            id,
            "languages",
            form.languages.iter().map(|code| text(code)),
        );
        Ok(id)
    })?;
    Ok(Saved::new(id, &changes))
}

/// One agency.
pub(crate) fn view(file: &CaseFile, id: EntityId) -> Result<PartnerView> {
    store::one(file.conn(), id, &file.now().date_naive())
}

fn check(form: &PartnerForm) -> Result<()> {
    if form.name.trim().is_empty() {
        return Err(Error::NameRequired);
    }
    codes::ensure("partner_kind", "kind", &form.kind)?;
    codes::ensure_all("need", "needs", &form.needs)?;
    codes::ensure_all("language", "languages", &form.languages)?;
    if form.confidential_location && !form.address.trim().is_empty() {
        return Err(Error::ConfidentialAddress);
    }
    Ok(())
}
