//! Releases of information, and the permits that only they can make.
//!
//! Nothing about a victim is printed, told or sent without a [`Permit`], and only this module makes one:
//! - her own paper needs her answer that it is safe to carry, and holds only what she was referred to;
//! - a partner agency needs a release in force that names it and covers each item (28 CFR 94.115(a)(2):
//!   informed, written, reasonably time-limited), and that no alleged abuser signed for her;
//! - a bundle goes to the same agency's county office or laptops, which is not a disclosure.
//!
//! A release has one recipient and an expiry; of two expiries the earlier holds, and a revocation holds
//! at once. Service never depends on it.

mod share;
mod signing;
mod store;
mod views;

#[cfg(test)]
mod share_tests;
#[cfg(test)]
mod tests;

use countyline_ledger::EntityId;

pub use share::share_list;
pub use signing::{revoke, sign, take_back};
pub use views::*;

use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::referrals::Referred;
use crate::registry::RELEASE;
use crate::standing::Standing;
use crate::victims;

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
    referred: &[Referred],
) -> Result<Permit> {
    if safe_to_carry != "yes" {
        return Err(Error::UnsafeToCarry);
    }
    let partners = partners_of_herself(victim, referred)?;
    Ok(Permit(Scope::HerOwnPaper { victim, partners }))
}

/// The agencies she was referred to herself.
///
/// # Errors
/// [`Error::ReleaseOtherRecipient`] if a referral is not hers.
pub(crate) fn partners_of_herself(
    victim: EntityId,
    referred: &[Referred],
) -> Result<Vec<EntityId>> {
    if referred.iter().any(|referral| referral.victim != victim) {
        return Err(Error::ReleaseOtherRecipient);
    }
    Ok(referred.iter().map(|referral| referral.partner).collect())
}

/// Leave to tell a partner agency these items.
///
/// # Errors
/// [`Error::ReleaseOtherRecipient`], [`Error::ReleaseRevoked`], [`Error::ReleaseExpired`],
/// [`Error::ReleaseNotYet`], [`Error::SignerIsAbuser`], [`Error::ReleaseScope`].
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
        "not_yet" => return Err(Error::ReleaseNotYet { on: row.begins_on }),
        _ => return Err(Error::ReleaseExpired { on: row.expires_on }),
    }
    ensure_no_abuser_signed(file, release, victim)?;
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

/// The items a release lists.
///
/// # Errors
/// [`Error::NotFound`].
pub(crate) fn items_of(file: &CaseFile, release: EntityId) -> Result<Vec<String>> {
    Ok(store::one(file.conn(), release)?.items)
}

/// The last day on which a release holds.
///
/// # Errors
/// [`Error::NotFound`].
pub(crate) fn last_day_of(file: &CaseFile, release: EntityId) -> Result<String> {
    Ok(store::one(file.conn(), release)?.expires_on)
}

/// Refuses a release that somebody signed for her who turned out to be the alleged abuser.
fn ensure_no_abuser_signed(file: &CaseFile, release: EntityId, victim: EntityId) -> Result<()> {
    let capacity = Standing::of(file.conn(), &RELEASE, release)?.text("signer_capacity");
    let for_her = matches!(capacity.as_str(), "parent" | "guardian");
    match for_her && victims::guardian_is_alleged_abuser(file, victim)? {
        true => Err(Error::SignerIsAbuser),
        false => Ok(()),
    }
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
    } else if row.begins_on.as_str() > today {
        "not_yet"
    } else {
        "in_force"
    }
}
