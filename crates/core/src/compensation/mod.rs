//! Claims for crime victim compensation, with the deadlines of the state pack.
//!
//! The deadlines are worked out when a claim is opened and kept with the pack they come from, its version and who
//! chose it: a pack that changes later changes no claim. What the state decides in the end stays the state's.

mod deadlines;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::EntityId;

pub use views::*;

use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::packs::PackName;
use crate::policy::Holding;
use crate::registry::{CLAIM_STATUS, COMPENSATION_CLAIM, VICTIM};
use crate::standing::Standing;
use crate::start::Saved;
use crate::{checks, codes, days, ids, incidents, policy, staff, victims};

/// Opens a claim and works out its deadlines from the day of the incident; for who was a minor then, also from her
/// birthday.
///
/// # Errors
/// [`Error::UnknownCode`], [`Error::DateInFuture`], [`Error::NotFound`].
pub fn open(file: &mut CaseFile, victim_id: &str, form: &ClaimForm) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let incident = incidents::named_by(file, victim, form.incident_id.as_deref())?;
    codes::ensure("claim_status", "status", &form.status)?;
    let on = checks::past_day("status_on", &form.status_on, file.now().date_naive())?;
    let Holding { pack, chosen_by } = policy::state_pack(file)?;
    let happened = match incident {
        Some(incident) => incidents::day_of(file, incident)?,
        None => None,
    };
    let her = Standing::of(file.conn(), &VICTIM, victim)?;
    let today = file.now().date_naive();
    let then = happened.as_deref().map(|day| days::day("occurred_on", day));
    let is_minor = victims::minor_on(&her, then.and_then(Result::ok).unwrap_or(today)) == "yes";
    let birth_date = her.maybe("birth_date").filter(|_| is_minor);
    let due = deadlines::of(
        &pack.compensation,
        happened.as_deref(),
        birth_date.as_deref(),
    );
    let (id, changes) = file.change(Action::RecordProtection, |change| {
        change.state(&VICTIM, victim)?;
        let filled = Filled::default()
            .naming("victim", Some(victim))
            .naming("incident", incident)
            .text("status", &form.status)
            .text("status_on", &on.to_string())
            .text("report_by", &due.report_by)
            .text("file_by", &due.file_by)
            .text("pack", &pack.name().name)
            .yes("pack_sample", pack.sample)
            .naming("pack_chosen_by", chosen_by);
        Ok(filled.by(change).create(change, &COMPENSATION_CLAIM))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Moves a claim on, in place of what the row had shown.
///
/// # Errors
/// [`Error::StatusNotAllowed`], [`Error::UnknownCode`], [`Error::DateInFuture`], [`Error::NotFound`].
pub fn advance(
    file: &mut CaseFile,
    claim_id: &str,
    status: &str,
    on: &str,
    seen: &str,
) -> Result<Saved> {
    let id = ids::parse(&COMPENSATION_CLAIM, claim_id)?;
    codes::ensure("claim_status", "status", status)?;
    let on = checks::past_day("status_on", on, file.now().date_naive())?;
    let seen = Seen::from_token(seen)?;
    let ((), changes) = file.change(Action::RecordProtection, |change| {
        let now = Standing::of(change.conn(), &COMPENSATION_CLAIM, id)?.text("status");
        if now != status && !CLAIM_STATUS.leads(&now, status) {
            return Err(Error::StatusNotAllowed {
                from: now,
                to: status.to_owned(),
            });
        }
        Filled::default()
            .text("status", status)
            .text("status_on", &on.to_string())
            .edit(change, &COMPENSATION_CLAIM, id, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

/// A victim's claims, the newest first.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<ClaimView>> {
    let today = file.now().date_naive();
    let claims = Standing::of_victim(file.conn(), &COMPENSATION_CLAIM, victim)?;
    let views = claims.iter().rev().map(|claim| -> Result<ClaimView> {
        let left = |field: &'static str| {
            let day = days::day(field, &claim.text(field)).ok()?;
            i32::try_from((day - today).num_days()).ok()
        };
        let status = claim.text("status");
        let is_filed = matches!(status.as_str(), "filed" | "decision" | "appeal");
        let chosen_by = claim.named("pack_chosen_by");
        let chosen_by = chosen_by.map(|person| staff::called(file.conn(), person));
        Ok(ClaimView {
            id: claim.id(),
            incident_id: claim.named("incident").map(ids::text),
            status_on: claim.text("status_on"),
            report_by: claim.maybe("report_by"),
            file_by: claim.maybe("file_by"),
            days_to_file: left("file_by").filter(|_| !is_filed),
            pack: PackName::kept_in(claim),
            pack_chosen_by: chosen_by.transpose()?,
            status,
            in_conflict: claim.in_conflict(),
            seen: claim.seen(),
        })
    });
    views.collect()
}
