//! Promises to get in touch again.
//!
//! One is set by hand for a day, or by a [`policy`]: within so many hours by what happened and how great the danger is.
//! Any contact answers one set by hand. One set by a policy stays open until she was reached, and [`next_step`] says
//! what is due when and why: another try, another channel, the time she asked for, or the end. A program closes
//! nothing.

mod next_step;
pub(crate) mod policy;
mod store;
mod views;

#[cfg(test)]
mod policy_tests;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Months, NaiveDate};
use countyline_ledger::{EntityId, Value};

pub use views::*;

use policy::{Case, DueAt, Policy};

use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::contacts::outcomes;
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::looks::Looked;
use crate::own_lists::Adds;
use crate::registry::{FOLLOW_UP, FOLLOW_UP_STATE, STAFF, VICTIM};
use crate::standing::Standing;
use crate::start::Saved;
use crate::{codes, court_dates, days, ids, own_lists, risk_screens};

pub(crate) use store::{Due, DueWhen, count_due, due, of_victim};

/// Completes a follow-up, in place of what the row had shown.
pub fn complete(file: &mut CaseFile, follow_up_id: &str, state: &str, seen: &str) -> Result<Saved> {
    codes::ensure("follow_up_state", "state", state)?;
    let id = ids::parse(&FOLLOW_UP, follow_up_id)?;
    let seen = Seen::from_token(seen)?;
    let ((), changes) = file.change(Action::CompleteFollowUp, |change| {
        let now = store::state(change.conn(), id)?;
        if now != state && !FOLLOW_UP_STATE.leads(&now, state) {
            return Err(Error::StatusNotAllowed {
                from: now,
                to: state.to_owned(),
            });
        }
        change.edit(&FOLLOW_UP, id, &seen, [("state", Value::text(state))])
    })?;
    Ok(Saved::new(id, &changes))
}

/// Says who is to do a follow-up, or with none that nobody in particular is, in place of what the row had shown.
/// Nobody sees a case more for it.
///
/// # Errors
/// [`Error::StatusNotAllowed`] for one that is closed; [`Error::NoLongerHere`] for somebody who left;
/// [`Error::NotFound`].
pub fn assign(
    file: &mut CaseFile,
    follow_up_id: &str,
    staff_id: Option<&str>,
    seen: &str,
) -> Result<Saved> {
    let id = ids::parse(&FOLLOW_UP, follow_up_id)?;
    let seen = Seen::from_token(seen)?;
    let person = staff_id.map(|id| ids::parse(&STAFF, id)).transpose()?;
    if let Some(person) = person {
        let ended = Standing::of(file.conn(), &STAFF, person)?.maybe("disabled_on");
        let today = file.now().date_naive().to_string();
        if ended.is_some_and(|ended| ended <= today) {
            return Err(Error::NoLongerHere);
        }
    }
    edit_open(
        file,
        id,
        &seen,
        Filled::default().naming("assigned_to", person),
    )
}

/// Moves a follow-up to another day, in place of what the row had shown. What a policy had set for it stays in its
/// history; the day that somebody set by hand holds.
///
/// # Errors
/// [`Error::StatusNotAllowed`] for one that is closed; [`Error::DueOutOfRange`] for a day before today or years ahead;
/// [`Error::DateRequired`]; [`Error::NotFound`].
pub fn move_to(file: &mut CaseFile, follow_up_id: &str, due_on: &str, seen: &str) -> Result<Saved> {
    let id = ids::parse(&FOLLOW_UP, follow_up_id)?;
    let seen = Seen::from_token(seen)?;
    let due_on = days::day("due_on", due_on)?;
    let today = file.now().date_naive();
    ensure_due("due_on", due_on, today, today)?;
    let due_on = due_on.to_string();
    edit_open(file, id, &seen, Filled::default().text("due_on", &due_on))
}

/// Writes into a follow-up that is open.
fn edit_open(file: &mut CaseFile, id: EntityId, seen: &Seen, filled: Filled) -> Result<Saved> {
    let ((), changes) = file.change(Action::PlanFollowUp, |change| {
        let state = store::state(change.conn(), id)?;
        if state != "open" {
            return Err(Error::StatusNotAllowed {
                from: state.clone(),
                to: state,
            });
        }
        filled.edit(change, &FOLLOW_UP, id, seen)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Who has which open follow-ups: those of nobody first, then by name; of each the longest overdue first.
///
/// # Errors
/// [`Error::Storage`].
pub fn queue(file: &CaseFile) -> Result<Vec<QueueView>> {
    store::queue(file.conn())
}

/// Sets a follow-up by a policy.
///
/// # Errors
/// [`Error::UnknownCode`] for a policy or type there is not; [`Error::DateInFuture`] for what has not happened yet;
/// [`Error::DateRequired`]; [`Error::NotFound`].
pub fn plan(file: &mut CaseFile, form: &PlanForm) -> Result<PlannedView> {
    let victim = ids::parse(&VICTIM, &form.victim_id)?;
    let policy = policy::in_effect(file, &form.policy)?;
    let lists = own_lists::installed(file)?;
    let crimes = lists.sort_out(Adds::Crimes, "victimization", &form.types, &[])?;
    codes::ensure("answer", "strangulation", &form.strangulation)?;
    let now = file.now();
    let since = days::past_instant_or_now("at", form.since.as_deref(), now)?;
    let court_on = match form.court_on.as_deref() {
        Some(day) => Some(days::day("court_on", day)?),
        None => court_dates::next_of(file.conn(), victim, now.date_naive())?,
    };
    let case = Case {
        risk: risk_screens::highest_level(file.conn(), victim)?,
        types: crimes.standard,
        strangulation: form.strangulation == "yes",
        court_on,
        closed_on: lists.closed_on,
    };
    let due = policy.first_due(since, &case);
    let (id, changes) = file.change(Action::PlanFollowUp, |change| {
        change.state(&VICTIM, victim)?;
        write_planned(change, victim, &policy, &due, "first_follow_up")
    })?;
    Ok(PlannedView {
        follow_up_id: ids::text(id),
        due_at: days::instant(due.at),
        why: due.why,
        saved_at: days::instant(changes.at),
    })
}

/// The open follow-ups of a victim that come before court by the policy that set them.
pub(crate) fn open_before_court(file: &CaseFile, victim: EntityId) -> Result<Vec<EntityId>> {
    let mut before = Vec::new();
    for open in store::open_of_victim(file.conn(), victim)? {
        let policy = open.policy.as_deref().map(|id| policy::in_effect(file, id));
        if matches!(policy, Some(Ok(policy)) if policy.is_before_court()) {
            before.push(open.id);
        }
    }
    Ok(before)
}

/// What is to be done next about each open follow-up of a victim, the first due first.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Storage`].
pub fn next_steps(file: &CaseFile, victim_id: &str) -> Result<Vec<NextStepView>> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let steps = steps_of(file, victim)?;
    file.looked_at(Looked::VictimRecord, victim);
    Ok(steps)
}

/// The same for whoever just recorded something of hers.
pub(crate) fn steps_of(file: &CaseFile, victim: EntityId) -> Result<Vec<NextStepView>> {
    let mut steps = Vec::new();
    for open in store::open_of_victim(file.conn(), victim)? {
        let made = store::attempts(file.conn(), open.id)?;
        let policy = match open.policy.as_deref().map(|id| policy::in_effect(file, id)) {
            Some(Err(Error::UnknownCode { .. })) | None => None,
            Some(found) => Some(found?),
        };
        let first = DueAt {
            at: open.due_at.unwrap_or_else(|| file.now()),
            why: open.why.unwrap_or_else(|| "set_by_hand".to_owned()),
        };
        let step = next_step::next_step(policy.as_ref(), first, &made);
        let left =
            policy.map(|policy| policy.figures.attempts.in_all.saturating_sub(step.attempts));
        let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        steps.push(NextStepView {
            follow_up_id: ids::text(open.id),
            policy: open.policy,
            policy_version: open.policy_version,
            step: step.step.to_owned(),
            due_at: days::instant(step.due.at),
            why: step.due.why,
            attempts: number(step.attempts),
            attempts_left: left.map(number),
            not_by: step.not_by,
        });
    }
    steps.sort_by_key(|step| DateTime::parse_from_rfc3339(&step.due_at).ok());
    Ok(steps)
}

/// Writes a follow-up that a policy set, as part of a change.
pub(crate) fn write_planned(
    change: &mut Change<'_>,
    victim: EntityId,
    policy: &Policy,
    due: &DueAt,
    reason: &str,
) -> Result<EntityId> {
    codes::ensure("follow_up_reason", "reason", reason)?;
    let fields = [
        ("victim", Value::bytes(victim.0)),
        ("due_on", Value::text(due.at.date_naive().to_string())),
        ("reason", Value::text(reason)),
        ("state", Value::text("open")),
        ("policy", Value::text(policy.id.as_str())),
        ("policy_version", Value::Int(policy.version.into())),
        ("why", Value::text(due.why.as_str())),
        ("due_at", Value::text(days::instant(due.at))),
    ];
    Ok(change.create(&FOLLOW_UP, fields))
}

/// Years ahead that a follow-up may be due: nobody keeps a promise longer, and a slip of a digit is noticed.
const YEARS_AHEAD: u32 = 5;

/// Refuses a day on which no follow-up is due: before what it follows from, or years ahead.
///
/// # Errors
/// [`Error::DueOutOfRange`].
pub(crate) fn ensure_due(
    field: &'static str,
    due_on: NaiveDate,
    earliest: NaiveDate,
    today: NaiveDate,
) -> Result<()> {
    let years = Months::new(12 * YEARS_AHEAD);
    let latest = today.checked_add_months(years).unwrap_or(NaiveDate::MAX);
    match (earliest..=latest).contains(&due_on) {
        true => Ok(()),
        false => Err(Error::DueOutOfRange {
            field,
            earliest: earliest.to_string(),
            latest: latest.to_string(),
        }),
    }
}

/// Writes a new follow-up as part of a change.
pub(crate) fn write(
    change: &mut Change<'_>,
    victim: EntityId,
    due_on: &str,
    reason: &str,
) -> Result<EntityId> {
    write_about(change, victim, due_on, reason, "")
}

/// As [`write`], with the order or statute it is about.
pub(crate) fn write_about(
    change: &mut Change<'_>,
    victim: EntityId,
    due_on: &str,
    reason: &str,
    about: &str,
) -> Result<EntityId> {
    codes::ensure("follow_up_reason", "reason", reason)?;
    let due_on = days::day("due_on", due_on)?;
    let mut fields = vec![
        ("victim", Value::bytes(victim.0)),
        ("due_on", Value::text(due_on.to_string())),
        ("reason", Value::text(reason)),
        ("state", Value::text("open")),
    ];
    if !about.is_empty() {
        fields.push(("about", Value::text(about)));
    }
    Ok(change.create(&FOLLOW_UP, fields))
}

/// Why a follow-up is there that no unanswered call ends: she is to be asked how she breathes, or told what a court
/// demands.
const UNTIL_REACHED: [&str; 2] = ["strangulation_check", "notify_of_order"];

/// Marks a follow-up done as part of the contact with that victim that answers it. One that a policy set, or that
/// her safety or her rights ask for, stays open until she was reached. Says also whether it is still open.
pub(crate) fn answer(
    change: &mut Change<'_>,
    victim: EntityId,
    follow_up_id: &str,
    outcome: &str,
) -> Result<(EntityId, bool)> {
    let id = ids::parse(&FOLLOW_UP, follow_up_id)?;
    if store::victim(change.conn(), id)? != Some(victim) {
        return Err(Error::NotFound {
            record: FOLLOW_UP.name,
        });
    }
    let until_reached = store::policy(change.conn(), id)?.is_some()
        || UNTIL_REACHED.contains(&&*store::reason(change.conn(), id)?);
    let stays_open = until_reached && !outcomes::effect(outcome).reached;
    let is_open = store::state(change.conn(), id)? == "open";
    if is_open && !stays_open {
        change.edit_current(&FOLLOW_UP, id, [("state", Value::text("done"))])?;
    }
    Ok((id, is_open && stays_open))
}
