//! Releases of information, and the permits that only they can make.
//!
//! Nothing about a victim is printed, told or sent without a [`Permit`], and only this module makes one:
//! - her own paper needs her answer that it is safe to carry, unless it is held for her at the office, and holds
//!   only what she was referred to;
//! - a partner agency needs a release in force that names it and covers each item (28 CFR 94.115(a)(2):
//!   informed, written, reasonably time-limited), and that no alleged abuser signed for her;
//! - a bundle goes to the same agency's county office or laptops, which is not a disclosure.
//!
//! A release has one recipient and an expiry, no later than the policy allows; it may say by which ways it is
//! told, and what is not. What she does not want told is in her own words: whoever tells something confirms
//! having read it. Of two expiries the earlier holds, and a revocation holds
//! at once. Service never depends on it.

mod policy;
mod share;
mod signing;
mod store;
mod views;

#[cfg(test)]
mod share_tests;
#[cfg(test)]
mod tests;

use countyline_ledger::EntityId;
use rusqlite::Connection;

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

/// What is to be told, and how.
pub(crate) struct Telling<'a> {
    /// Codes of `release_item`.
    pub(crate) items: &'a [&'a str],
    pub(crate) by: Ways<'a>,
    /// Whoever tells it has read what she does not want told.
    pub(crate) exclusions_read: bool,
}

/// The ways something is told, as codes of `release_method`.
pub(crate) enum Ways<'a> {
    /// By each of these.
    Each(&'a [&'a str]),
    /// On paper, whether it is handed over, mailed or faxed.
    OnPaper,
}

/// The ways that paper takes.
const PAPER_WAYS: [&str; 3] = ["letter", "fax", "secure_email"];

impl Ways<'_> {
    /// The first way in which it is told and which is not among these.
    fn beyond(&self, methods: &[String]) -> Option<&str> {
        let may = |way: &str| methods.iter().any(|method| method == way);
        match self {
            Ways::Each(ways) => ways.iter().copied().find(|way| !may(way)),
            Ways::OnPaper if PAPER_WAYS.into_iter().any(may) => None,
            Ways::OnPaper => Some("letter"),
        }
    }
}

/// What a release says of itself.
pub(crate) struct Terms {
    /// Codes of `release_item`.
    pub(crate) items: Vec<String>,
    /// The last day on which it holds.
    pub(crate) expires_on: String,
    /// Codes of `release_method`; none if it may be told in any way.
    pub(crate) methods: Vec<String>,
    /// What she does not want told, in her words.
    pub(crate) excluded_items: String,
}

impl Permit {
    pub(crate) fn scope(&self) -> &Scope {
        &self.0
    }
}

/// Where paper for herself goes.
pub(crate) enum Carried<'a> {
    /// She takes it along; her answer whether that is safe.
    ByHer(&'a str),
    /// It is held at the office for her.
    Held,
}

/// Leave for paper for herself.
///
/// # Errors
/// [`Error::UnsafeToCarry`] for paper that she carries, unless she said it is safe;
/// [`Error::ReleaseOtherRecipient`] if a referral is not hers.
pub(crate) fn permit_for_herself(
    victim: EntityId,
    carried: Carried<'_>,
    referred: &[Referred],
) -> Result<Permit> {
    if matches!(carried, Carried::ByHer(answer) if answer != "yes") {
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

/// Leave to tell a partner agency something.
///
/// # Errors
/// [`Error::ReleaseOtherRecipient`], [`Error::ReleaseRevoked`], [`Error::ReleaseExpired`],
/// [`Error::ReleaseNotYet`], [`Error::SignerIsAbuser`], [`Error::ReleaseScope`], [`Error::ReleaseMethod`],
/// [`Error::ExclusionsUnread`].
pub(crate) fn permit_for_partner(
    file: &CaseFile,
    release: EntityId,
    victim: EntityId,
    recipient: EntityId,
    telling: &Telling<'_>,
) -> Result<Permit> {
    let items = telling.items;
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
    let way = telling.by.beyond(&row.methods);
    if let Some(way) = way.filter(|_| !row.methods.is_empty()) {
        return Err(Error::ReleaseMethod {
            method: way.to_owned(),
        });
    }
    if !row.excluded_items.is_empty() && !telling.exclusions_read {
        return Err(Error::ExclusionsUnread);
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

/// What a release says of itself.
///
/// # Errors
/// [`Error::NotFound`].
pub(crate) fn terms_of(file: &CaseFile, release: EntityId) -> Result<Terms> {
    let row = store::one(file.conn(), release)?;
    Ok(Terms {
        items: row.items,
        expires_on: row.expires_on,
        methods: row.methods,
        excluded_items: row.excluded_items,
    })
}

/// Whether a release lets an item through, a code of `release_item`, as long as it holds.
///
/// # Errors
/// [`Error::NotFound`].
pub(crate) fn covers(conn: &Connection, release: EntityId, item: &str) -> Result<bool> {
    let row = store::one(conn, release)?;
    Ok(row.items.iter().any(|have| have == item))
}

/// Whether a release is for this agency.
///
/// # Errors
/// [`Error::NotFound`].
pub(crate) fn is_for(conn: &Connection, release: EntityId, recipient: EntityId) -> Result<bool> {
    Ok(store::one(conn, release)?.recipient == recipient)
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
