//! A row about a partner agency, or about a contact with one.

use countyline_ledger::EntityId;
use rusqlite::named_params;

use super::ImportRefusal;
use super::keys::Keys;
use super::plan::Told;
use crate::casefile::{CaseFile, Change, key, tables};
use crate::error::{Error, Result};

use crate::checks;
use crate::ids;
use crate::outreach::{OutreachForm, PartnerContactForm, SoundOutreach, outreach_checked};
use crate::own_lists;
use crate::partners::{self, PartnerForm};
use crate::registry::PARTNER;
use crate::search::plain;
use crate::standing::{self, Standing};

/// An agency whose row was found sound.
pub(super) struct Partner {
    form: PartnerForm,
    assured_on: Option<String>,
}

/// Refuses a row that the form would refuse.
///
/// # Errors
/// Those of the form.
pub(super) fn checked(file: &CaseFile, told: &Told) -> Result<Partner> {
    let form = PartnerForm {
        name: told.owned("name"),
        kind: told.owned("kind"),
        needs: told.codes("needs"),
        languages: told.codes("languages"),
        phone: told.owned("phone"),
        hours: told.owned("hours"),
        address: told.owned("address"),
        zone: told.owned("zone"),
        confidential_location: told.mark("confidential_location"),
        victim_service_program: told.mark("victim_service_program") == Some(true),
    };
    partners::check(&form)?;
    own_lists::zones(file)?.ensure("zone", &form.zone, &[])?;
    let assured_on = told.maybe("assured_on");
    if let Some(day) = &assured_on {
        checks::past_day("assured_on", day, file.now().date_naive())?;
    }
    Ok(Partner { form, assured_on })
}

impl Partner {
    /// Writes it as part of a change. When it was last checked is known only if the row says so.
    pub(super) fn write(&self, change: &mut Change<'_>, id: EntityId) {
        partners::write_new(change, id, &self.form, self.assured_on.as_deref());
    }
}

/// Whether the agency that is here under a row's id has another name than the row.
pub(super) fn has_another_name(file: &CaseFile, id: EntityId, told: &Told) -> Result<bool> {
    match Standing::of(file.conn(), &PARTNER, id) {
        Ok(standing) => Ok(plain(&standing.text("name")) != plain(told.text("name"))),
        Err(Error::NotFound { .. } | Error::Erased) => Ok(false),
        Err(refused) => Err(refused),
    }
}

/// Refuses a contact with an agency that the form would refuse.
///
/// # Errors
/// [`ImportRefusal::PartnerUnknown`]; [`ImportRefusal::SeveralPartners`]; those of the form.
pub(super) fn contact_checked(file: &CaseFile, told: &Told, keys: &Keys) -> Result<SoundOutreach> {
    let stage = told.maybe("relationship_stage");
    let form = OutreachForm {
        contact: PartnerContactForm {
            partner_id: ids::text(partner(file, keys, told.text("partner"))?),
            on: told.owned("on"),
            person: told.owned("person"),
            kind: told.owned("kind"),
            concerns: told.codes("concerns"),
            response_given: told.owned("response_given"),
            commitment: told.owned("commitment"),
            relationship_stage: stage.unwrap_or_else(|| "unknown".to_owned()),
        },
        purpose: told.maybe("purpose"),
        commitment_by: told.maybe("commitment_by"),
        next_step: told.owned("next_step"),
        next_on: told.maybe("next_on"),
    };
    outreach_checked(file, &form)
}

/// The agency that the old system calls so, or that has this name.
fn partner(file: &CaseFile, keys: &Keys, called: &str) -> Result<EntityId> {
    let named = keys.named(&PARTNER, called);
    if tables::load(file.conn(), key(&PARTNER, named))?.is_some() {
        return Ok(named);
    }
    let sql =
        "SELECT id FROM partner WHERE lower(name) = lower(:name) AND deleted <> 1 ORDER BY id";
    let found = standing::ids(file.conn(), sql, named_params! { ":name": called.trim() })?;
    match found[..] {
        [id] => Ok(id),
        [] => Err(ImportRefusal::PartnerUnknown.into()),
        _ => Err(ImportRefusal::SeveralPartners.into()),
    }
}
