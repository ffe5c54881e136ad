//! The trust history of an agency: where the relationship stood over time, each worry with our answer to it,
//! what was promised and whether it was kept, and what came of the people sent there. Programs live or die by
//! this (OVC, *Victim Services in Rural Law Enforcement*, "Coordination and Collaboration").
//!
//! Of referrals it has numbers only.

use countyline_ledger::{EntityId, Value};
use rusqlite::named_params;

use super::{CommitmentView, ConcernView, PartnerStepView, StageView, TrustHistory, store};
use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::registry::{COMMITMENT_STATE, PARTNER, PARTNER_CONTACT};
use crate::standing::{self, Standing};
use crate::start::Saved;
use crate::{agreements, checks, codes, ids, roles};

/// The trust history of an agency, the newest first.
pub fn trust(file: &CaseFile, partner_id: &str) -> Result<TrustHistory> {
    let partner = ids::parse(&PARTNER, partner_id)?;
    let mut history = TrustHistory {
        stages: Vec::new(),
        concerns: Vec::new(),
        commitments: Vec::new(),
        next_steps: Vec::new(),
        agreements: agreements::of_partner(file, partner)?,
        referrals: roles::count(file, |conn| store::referrals_by_status(conn, partner))?,
    };
    for id in contacts(file, partner)? {
        note(
            &mut history,
            id,
            &Standing::load(file.conn(), &PARTNER_CONTACT, id)?,
        );
    }
    // Only where it changed; the list is read from its oldest end.
    let mut before = String::new();
    history.stages.reverse();
    history.stages.retain(|stage| {
        let changed = stage.stage != before;
        before.clone_from(&stage.stage);
        changed
    });
    history.stages.reverse();
    Ok(history)
}

/// Says of something promised whether it was kept, in place of what the page had shown.
///
/// # Errors
/// [`Error::UnknownCode`]; [`Error::StatusNotAllowed`]; [`Error::NotFound`].
pub fn settle_commitment(
    file: &mut CaseFile,
    contact_id: &str,
    state: &str,
    seen: &str,
) -> Result<Saved> {
    codes::ensure("commitment_state", "commitment_state", state)?;
    let (id, seen) = (
        ids::parse(&PARTNER_CONTACT, contact_id)?,
        Seen::from_token(seen)?,
    );
    let now = Standing::load(file.conn(), &PARTNER_CONTACT, id)?.maybe("commitment_state");
    let now = now.unwrap_or_else(|| "open".to_owned());
    if now != state && !COMMITMENT_STATE.leads(&now, state) {
        return Err(Error::StatusNotAllowed {
            from: now,
            to: state.to_owned(),
        });
    }
    let ((), changes) = file.change(Action::RecordPartnerContact, |change| {
        let state = Value::text(state);
        change.edit(&PARTNER_CONTACT, id, &seen, [("commitment_state", state)])
    })?;
    Ok(Saved::new(id, &changes))
}

/// Writes down that the next step of a contact was done.
///
/// # Errors
/// [`Error::DateInFuture`]; [`Error::NotFound`].
pub fn next_step_done(file: &mut CaseFile, contact_id: &str, on: &str) -> Result<Saved> {
    let id = ids::parse(&PARTNER_CONTACT, contact_id)?;
    let done = checks::past_day("next_done_on", on, file.now().date_naive())?;
    let ((), changes) = file.change(Action::RecordPartnerContact, |change| {
        let done = Value::text(done.to_string());
        change.edit_current(&PARTNER_CONTACT, id, [("next_done_on", done)])
    })?;
    Ok(Saved::new(id, &changes))
}

/// Contacts with an agency, newest first.
fn contacts(file: &CaseFile, partner: EntityId) -> Result<Vec<EntityId>> {
    let sql = "SELECT id FROM partner_contact WHERE partner = :partner AND deleted <> 1
               ORDER BY contacted_on DESC, at DESC, id DESC";
    standing::ids(file.conn(), sql, named_params! { ":partner": partner.0 })
}

fn note(history: &mut TrustHistory, id: EntityId, shown: &Standing) {
    let on = shown.text("contacted_on");
    history.stages.push(StageView {
        on: on.clone(),
        stage: shown.text("relationship_stage"),
    });
    let concerns = shown.texts("concerns");
    if !concerns.is_empty() {
        history.concerns.push(ConcernView {
            on: on.clone(),
            person: shown.text("person"),
            concerns,
            answer: shown.text("response_given"),
        });
    }
    if let Some(commitment) = shown.maybe("commitment") {
        // Before there was a state for it, what was promised was only written down.
        let state = shown.maybe("commitment_state");
        history.commitments.push(CommitmentView {
            contact_id: ids::text(id),
            on: on.clone(),
            commitment,
            by: shown.text("commitment_by"),
            state: state.unwrap_or_else(|| "open".to_owned()),
            seen: shown.seen(),
        });
    }
    if let Some(step) = shown.maybe("next_step") {
        history.next_steps.push(PartnerStepView {
            contact_id: ids::text(id),
            step,
            due_on: shown.maybe("next_on"),
            done_on: shown.maybe("next_done_on"),
        });
    }
}
