//! Releases of information, and the permits that only they can make.
//!
//! Nothing about a victim is printed, told or sent without a [`Permit`], and only this module makes one:
//! - her own paper needs her answer that it is safe to carry, and holds only what she was referred to;
//! - a partner agency needs a release in force that names it and covers each item (28 CFR 94.115(a)(2):
//!   informed, written, reasonably time-limited);
//! - a bundle goes to the same agency's county office or laptops, which is not a disclosure.
//!
//! A release has one recipient and an expiry; of two expiries the earlier holds, and a revocation holds
//! at once. Service never depends on it.

mod store;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::{EntityId, Value};

pub use views::*;

use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::registry::{PARTNER, RELEASE, VICTIM};
use crate::start::Saved;
use crate::{codes, days, ids};

/// Leave to let something about a victim out, and exactly what.
#[derive(Debug)]
pub struct Permit(Scope);

/// What a permit covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Paper for the victim herself, naming these agencies.
    HerOwnPaper {
        victim: EntityId,
        partners: Vec<EntityId>,
    },
    /// These items, to this one agency.
    Partner {
        victim: EntityId,
        recipient: EntityId,
        items: Vec<String>,
    },
    /// Everything, inside one agency.
    SameAgency { agency: [u8; 16] },
}

impl Permit {
    pub(crate) fn scope(&self) -> &Scope {
        &self.0
    }
}

/// Leave for paper that she carries herself.
///
/// # Errors
/// [`Error::UnsafeToCarry`] unless she said it is safe; [`Error::ReleaseOtherRecipient`] if a referral
/// is not hers.
pub(crate) fn permit_for_herself(
    victim: EntityId,
    safe_to_carry: &str,
    referred: &[crate::referrals::Referred],
) -> Result<Permit> {
    if safe_to_carry != "yes" {
        return Err(Error::UnsafeToCarry);
    }
    if referred.iter().any(|referral| referral.victim != victim) {
        return Err(Error::ReleaseOtherRecipient);
    }
    let partners = referred.iter().map(|referral| referral.partner).collect();
    Ok(Permit(Scope::HerOwnPaper { victim, partners }))
}

/// Leave to tell a partner agency these items.
///
/// # Errors
/// [`Error::ReleaseOtherRecipient`], [`Error::ReleaseRevoked`], [`Error::ReleaseExpired`],
/// [`Error::ReleaseScope`].
pub(crate) fn permit_for_partner(
    file: &CaseFile,
    release: EntityId,
    victim: EntityId,
    recipient: EntityId,
    items: &[&str],
) -> Result<Permit> {
    let row = store::one(file.conn(), release)?;
    if row.victim != victim || row.recipient != recipient {
        return Err(Error::ReleaseOtherRecipient);
    }
    match state_on(&row, &file.now().date_naive().to_string()) {
        "revoked" => return Err(Error::ReleaseRevoked),
        "in_force" => {}
        _ => return Err(Error::ReleaseExpired { on: row.expires_on }),
    }
    if let Some(item) = items
        .iter()
        .find(|item| !row.items.iter().any(|have| have == *item))
    {
        return Err(Error::ReleaseScope {
            item: (*item).to_owned(),
        });
    }
    Ok(Permit(Scope::Partner {
        victim,
        recipient,
        items: items.iter().map(|item| (*item).to_owned()).collect(),
    }))
}

/// Leave to seal records for another place of the same agency.
///
/// # Errors
/// [`Error::NotJoined`] on a laptop that belongs to no agency yet.
pub(crate) fn permit_same_agency(file: &CaseFile) -> Result<Permit> {
    let agency = file.place().agency()?;
    Ok(Permit(Scope::SameAgency { agency }))
}

/// Records a signed release.
pub fn sign(file: &mut CaseFile, form: &ReleaseForm) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, &form.victim_id)?;
    let recipient = ids::parse(&PARTNER, &form.recipient_id)?;
    let today = file.now().date_naive();
    if !form.signer_is_not_the_abuser {
        return Err(Error::SignerNotConfirmed);
    }
    let expires_on =
        days::day("expires_on", &form.expires_on).map_err(|_| Error::ExpiryRequired)?;
    if expires_on < today {
        return Err(Error::ExpiryRequired);
    }
    if form.items.is_empty() {
        return Err(Error::InvalidInput { field: "items" });
    }
    codes::ensure_all("release_item", "items", &form.items)?;
    if !matches!(form.signature.as_str(), "paper_on_file" | "signed_here") {
        return Err(Error::UnknownCode { field: "signature" });
    }
    let (id, changes) = file.change(Action::SignRelease, |change| {
        change.state(&VICTIM, victim)?;
        change.state(&PARTNER, recipient)?;
        let items = form.items.iter().map(|item| Value::text(&**item)).collect();
        let fields = [
            ("victim", Value::Bytes(victim.0.to_vec())),
            ("recipient", Value::Bytes(recipient.0.to_vec())),
            ("items", Value::List(items)),
            ("purpose", Value::text(form.purpose.trim())),
            ("signed_on", Value::text(today.to_string())),
            ("expires_on", Value::text(expires_on.to_string())),
            ("signature", Value::text(&*form.signature)),
            ("staff", Value::Bytes(change.staff().0.to_vec())),
            ("at", Value::text(days::instant(change.now()))),
        ];
        Ok(change.create(&RELEASE, fields))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Revokes a release; it holds from this moment here, and elsewhere from when they hear of it.
pub fn revoke(file: &mut CaseFile, release_id: &str, seen: &str) -> Result<Saved> {
    let id = ids::parse(&RELEASE, release_id)?;
    let seen = Seen::from_token(seen)?;
    let ((), changes) = file.change(Action::RevokeRelease, |change| {
        change.state(&RELEASE, id)?;
        change.edit(&RELEASE, id, &seen, [("revoked", Value::Bool(true))])
    })?;
    Ok(Saved::new(id, &changes))
}

/// A victim's releases, newest first.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<ReleaseView>> {
    store::of_victim(file.conn(), victim, &file.now().date_naive().to_string())
}

fn state_on(row: &store::Row, today: &str) -> &'static str {
    if row.revoked {
        "revoked"
    } else if row.expires_on.is_empty() || row.expires_on.as_str() < today {
        "expired"
    } else if row.signed_on.as_str() > today {
        "not_yet"
    } else {
        "in_force"
    }
}
