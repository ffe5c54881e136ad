//! What came of a referral, who says so, and everything recorded about one.
//!
//! An outcome and its source are one value: "got help" is never put together with another person's word. A partner
//! agency's word counts only while she has a release for it in force; nobody has to give it.

use countyline_ledger::Value;

use super::{OutcomeForm, ReferralDetailsView, store};
use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::looks::Looked;
use crate::registry::{REFERRAL, came_of_it};
use crate::releases::{self, Telling, Ways};
use crate::standing::Standing;
use crate::start::Saved;
use crate::{codes, ids};

/// Records what came of a referral, in place of what the row had shown.
///
/// # Errors
/// Those of the code lists; [`Error::StatusNotAllowed`] for a referral that was never sent; [`Error::ReasonRequired`] for
/// no help without what stood in the way; [`Error::PartnerWordNeedsRelease`]; [`Error::AnswersExclude`].
pub fn record_outcome(
    file: &mut CaseFile,
    referral_id: &str,
    form: &OutcomeForm,
    seen: &str,
) -> Result<Saved> {
    codes::ensure("referral_outcome", "outcome", &form.outcome)?;
    codes::ensure("outcome_source", "outcome_source", &form.source)?;
    let barrier = form.barrier.as_deref().filter(|code| !code.is_empty());
    match (form.outcome.as_str(), barrier) {
        ("no", None) => return Err(Error::ReasonRequired { field: "barrier" }),
        ("got_help", Some(_)) => {
            return Err(Error::AnswersExclude {
                field: "outcome",
                other: "barrier",
            });
        }
        (_, Some(barrier)) => codes::ensure("barrier", "barrier", barrier)?,
        (_, None) => {}
    }
    let id = ids::parse(&REFERRAL, referral_id)?;
    let seen = Seen::from_token(seen)?;
    let status = store::status(file.conn(), id)?;
    if matches!(
        &*status,
        "draft" | "offered" | "declined_by_victim" | "entered_in_error"
    ) {
        return Err(Error::StatusNotAllowed {
            from: status,
            to: form.outcome.clone(),
        });
    }
    match form.source.as_str() {
        // Nobody said it: then it is not known.
        "none" => {
            return Err(Error::ReasonRequired {
                field: "outcome_source",
            });
        }
        "partner_with_release" => {
            let sent = store::sending(file.conn(), id)?;
            let release = sent.release.ok_or(Error::PartnerWordNeedsRelease)?;
            // It tells us; it is told nothing.
            let nothing = Telling {
                items: &[],
                by: Ways::Each(&[]),
                exclusions_read: true,
            };
            releases::permit_for_partner(file, release, sent.victim, sent.partner, &nothing)
                .map_err(|_| Error::PartnerWordNeedsRelease)?;
        }
        _ => {}
    }
    let value = value_of(&form.outcome, &form.source, barrier.unwrap_or_default());
    let ((), changes) = file.change(Action::RecordReferralOutcome, |change| {
        change.edit(&REFERRAL, id, &seen, [("came_of_it", value)])
    })?;
    Ok(Saved::new(id, &changes))
}

/// Everything recorded about one referral.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Storage`].
pub fn details(file: &CaseFile, referral_id: &str) -> Result<ReferralDetailsView> {
    let id = ids::parse(&REFERRAL, referral_id)?;
    let details = store::details(file.conn(), id)?;
    let of_whom = Standing::load(file.conn(), &REFERRAL, id)?.named("victim");
    of_whom.inspect(|victim| file.looked_at(Looked::Referral, *victim));
    Ok(details)
}

/// What came of it, as one value.
pub(super) fn value_of(outcome: &str, source: &str, barrier: &str) -> Value {
    let members = [
        (came_of_it::OUTCOME, outcome),
        (came_of_it::SOURCE, source),
        (came_of_it::BARRIER, barrier),
    ];
    Value::Map(
        members
            .map(|(number, text)| (number, Value::text(text)))
            .into(),
    )
}
