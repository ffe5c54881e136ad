//! Referring a victim to a partner agency, and learning what came of it.
//!
//! Cold information is handed to her and needs no release. Anything told to the agency needs a release
//! that names it and covers her name and need; see [`releases`]. The status moves only along
//! [`REFERRAL_STATUS`]; two laptops moving it apart is a conflict for a person.

mod store;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::{EntityId, Value};

pub use views::*;

use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::registry::{PARTNER, REFERRAL, REFERRAL_STATUS, RELEASE, VICTIM};
use crate::start::Saved;
use crate::{codes, days, ids, releases};

pub(crate) use store::Referred;

/// Refers a victim to each of the agencies.
pub fn refer_victim(file: &mut CaseFile, form: &ReferralForm) -> Result<Vec<ReferralView>> {
    codes::ensure("need", "need", &form.need)?;
    codes::ensure("referral_kind", "kind", &form.kind)?;
    let victim = ids::parse(&VICTIM, &form.victim_id)?;
    if form.partner_ids.is_empty() {
        return Err(Error::InvalidInput { field: "partner" });
    }
    let release = form
        .release_id
        .as_deref()
        .map(|id| ids::parse(&RELEASE, id))
        .transpose()?;
    let mut partners = Vec::with_capacity(form.partner_ids.len());
    for partner_id in &form.partner_ids {
        let partner = ids::parse(&PARTNER, partner_id)?;
        if form.kind != "cold_info" {
            let release = release.ok_or(Error::ReleaseRequired)?;
            releases::permit_for_partner(file, release, victim, partner, &["name", "need"])?;
        }
        partners.push(partner);
    }
    let (made, _) = file.change(Action::ReferVictim, |change| {
        change.state(&VICTIM, victim)?;
        let mut made = Vec::with_capacity(partners.len());
        for partner in partners {
            change.state(&PARTNER, partner)?;
            let mut fields = vec![
                ("victim", Value::Bytes(victim.0.to_vec())),
                ("partner", Value::Bytes(partner.0.to_vec())),
                ("need", Value::text(&*form.need)),
                ("kind", Value::text(&*form.kind)),
                (
                    "status",
                    Value::text(if form.kind == "cold_info" {
                        "offered"
                    } else {
                        "sent"
                    }),
                ),
                ("made_at", Value::text(days::instant(change.now()))),
                ("staff", Value::Bytes(change.staff().0.to_vec())),
            ];
            fields.extend(release.map(|id| ("release", Value::Bytes(id.0.to_vec()))));
            made.push(change.create(&REFERRAL, fields));
        }
        Ok(made)
    })?;
    let all = of_victim(file, victim)?;
    let made: Vec<String> = made.into_iter().map(ids::text).collect();
    Ok(all
        .into_iter()
        .filter(|view| made.contains(&view.id))
        .collect())
}

/// Moves a referral on, in place of what the row had shown.
pub fn advance(file: &mut CaseFile, referral_id: &str, status: &str, seen: &str) -> Result<Saved> {
    codes::ensure("referral_status", "status", status)?;
    let id = ids::parse(&REFERRAL, referral_id)?;
    let seen = Seen::from_token(seen)?;
    let ((), changes) = file.change(Action::AdvanceReferral, |change| {
        let now = store::status(change.conn(), id)?;
        if now != status && !next_statuses(&now).iter().any(|next| next == status) {
            return Err(Error::StatusNotAllowed {
                from: now,
                to: status.to_owned(),
            });
        }
        change.edit(&REFERRAL, id, &seen, [("status", Value::text(status))])
    })?;
    Ok(Saved::new(id, &changes))
}

/// A victim's referrals, newest first.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<ReferralView>> {
    store::of_victim(file.conn(), victim)
}

/// Where a referral leads, for a letter.
pub(crate) fn referred(file: &CaseFile, referral_id: &str) -> Result<Referred> {
    store::referred(file.conn(), ids::parse(&REFERRAL, referral_id)?)
}

/// The statuses one step ahead.
fn next_statuses(status: &str) -> Vec<String> {
    let steps = REFERRAL_STATUS.forward.iter();
    steps
        .filter(|(from, _)| *from == status)
        .map(|(_, to)| (*to).to_owned())
        .collect()
}
