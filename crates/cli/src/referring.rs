//! Referrals: what follows after one was made.

use countyline_core::casefile::CaseFile;
use countyline_core::referrals::{self, OutcomeForm, OutsideStatus, StepForm};
use countyline_core::victims;

use crate::arguments::{Common, Referral};
use crate::asking;
use crate::casework::{tell_saved, victim_id};
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

pub(crate) fn referral(
    wanted: Referral,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match wanted {
        Referral::Show { victim, referral } => {
            let (id, _) = found(&file, &victim, &referral)?;
            return show(&file, &id, telling);
        }
        Referral::Advance {
            victim,
            referral,
            status,
            reason_file,
            on,
            paid_by,
            release,
            exclusions_read,
        } => {
            let (id, seen) = found(&file, &victim, &referral)?;
            let reason = reason_file.as_deref().map(asking::read_text).transpose()?;
            let step = StepForm {
                status,
                reason: reason.unwrap_or_default(),
                on,
                release_id: release,
                funding_source: paid_by,
                exclusions_read,
            };
            referrals::advance_in_detail(&mut file, &id, &step, &seen)?
        }
        Referral::Told {
            victim,
            referral,
            system,
            status,
            reason,
        } => {
            let (id, seen) = found(&file, &victim, &referral)?;
            let told = OutsideStatus { status, reason };
            referrals::advance_as_told(&mut file, &id, &system, &told, &seen)?
        }
        Referral::Outcome {
            victim,
            referral,
            outcome,
            source,
            barrier,
        } => {
            let (id, seen) = found(&file, &victim, &referral)?;
            let form = OutcomeForm {
                outcome,
                source,
                barrier,
            };
            referrals::record_outcome(&mut file, &id, &form, &seen)?
        }
    };
    tell_saved(&saved, telling)
}

fn show(file: &CaseFile, id: &str, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    let details = referrals::details(file, id)?;
    for reached in &details.status_dates {
        let status = telling.words().code("referral_status", &reached.status);
        telling.line(&format!("{}  {status}", reached.on))?;
    }
    for (list, code) in [
        ("urgency", &details.urgency),
        ("referral_basis", &details.legal_basis),
        ("sent_method", &details.sent_method),
        ("referral_outcome", &details.outcome),
        ("outcome_source", &details.outcome_source),
        ("barrier", &details.barrier),
    ] {
        if let Some(code) = code {
            let said = telling.words().code(list, code);
            telling.line(&said)?;
        }
    }
    for (field, people) in [("adults", details.adults), ("children", details.children)] {
        if let Some(people) = people {
            let label = telling.words().field(field);
            telling.line(&format!("{label}: {people}"))?;
        }
    }
    telling.answer(&details)?;
    Ok(Ending::Done)
}

/// A referral of this victim, by its id or the agency's name, and what stands in it.
fn found(file: &CaseFile, victim: &str, referral: &str) -> Result<(String, String), Stop> {
    let page = victims::page(file, &victim_id(file, victim)?)?;
    let is_meant = |row: &&referrals::ReferralView| {
        row.id == referral || row.partner_name.eq_ignore_ascii_case(referral)
    };
    let mut rows = page.referrals.iter().filter(is_meant);
    match (rows.next(), rows.next()) {
        (Some(row), None) => Ok((row.id.clone(), row.seen.clone())),
        (None, _) => Err(Stop::refused("not-found")),
        _ => Err(Stop::refused("more-than-one")),
    }
}
