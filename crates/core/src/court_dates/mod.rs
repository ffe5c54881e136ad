//! Days in court: what is heard, when, and whether it still stands.
//!
//! She hears of each before it comes, and again when it is moved or called off: a follow-up of hers says so (item E1 of the
//! grant report, notification of criminal justice events). A follow-up that a policy sets comes before the first of
//! them, and one that is moved nearer pulls it along; one that is moved away leaves it, for what was promised holds.
//!
//! Not here: what was said in court, and against whom.

mod views;

#[cfg(test)]
mod tests;

use chrono::{NaiveDate, NaiveTime};
use countyline_ledger::{EntityId, Value};
use rusqlite::Connection;

pub use views::*;

use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::followups::policy::last_workday_before;
use crate::own_lists;
use crate::registry::{COURT_DATE, FOLLOW_UP, VICTIM};
use crate::standing::Standing;
use crate::start::Saved;
use crate::{checks, codes, days, followups, ids, incidents};

/// Why a follow-up is there that tells her of a day in court.
const TELL_HER: &str = "court_date";

/// Records a day in court, with the follow-up that tells her of it. One that has passed sets none.
///
/// # Errors
/// [`Error::UnknownCode`], [`Error::DateRequired`], [`Error::DueOutOfRange`] for a day years ahead,
/// [`Error::InvalidInput`] for a time that is none, [`Error::NotFound`].
pub fn record(file: &mut CaseFile, victim_id: &str, form: &CourtDateForm) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let incident = incidents::named_by(file, victim, form.incident_id.as_deref())?;
    let date = checked(file, form)?;
    let before_court = followups::open_before_court(file, victim)?;
    let (id, changes) = file.change(Action::RecordProtection, |change| {
        change.state(&VICTIM, victim)?;
        let filled = filled(form)
            .naming("victim", Some(victim))
            .naming("incident", incident);
        let id = filled.by(change).create(change, &COURT_DATE);
        date.tell_her(change, victim, id)?;
        date.pull_along(change, &before_court)?;
        Ok(id)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Edits a day in court, in place of what the form had shown. What she has to hear of it is due anew. The incident
/// stays.
///
/// # Errors
/// As [`record`].
pub fn edit(
    file: &mut CaseFile,
    court_date_id: &str,
    form: &CourtDateForm,
    seen: &str,
) -> Result<Saved> {
    let id = ids::parse(&COURT_DATE, court_date_id)?;
    let seen = Seen::from_token(seen)?;
    let date = checked(file, form)?;
    let before = Standing::of(file.conn(), &COURT_DATE, id)?;
    let news_to = before
        .named("victim")
        .filter(|_| date.is_news_after(&before));
    let before_court = match news_to {
        Some(victim) => followups::open_before_court(file, victim)?,
        None => Vec::new(),
    };
    let ((), changes) = file.change(Action::RecordProtection, |change| {
        filled(form).edit(change, &COURT_DATE, id, &seen)?;
        match news_to {
            Some(victim) => date.tell_her(change, victim, id)?,
            None => return Ok(()),
        }
        date.pull_along(change, &before_court)
    })?;
    Ok(Saved::new(id, &changes))
}

/// A victim's days in court, the latest first.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<CourtDateView>> {
    let today = file.now().date_naive().to_string();
    let dates = Standing::of_victim(file.conn(), &COURT_DATE, victim)?;
    let view = |date: &Standing| CourtDateView {
        id: date.id(),
        is_ahead: date.text("state") == "planned" && date.text("held_on") >= today,
        form: CourtDateForm {
            incident_id: date.named("incident").map(ids::text),
            event: date.text("event"),
            held_on: date.text("held_on"),
            held_at: date.text("held_at"),
            place: date.text("place"),
            state: date.text("state"),
        },
        in_conflict: date.in_conflict(),
        seen: date.seen(),
    };
    let mut views: Vec<CourtDateView> = dates.iter().map(view).collect();
    views.sort_by(|one, other| other.form.held_on.cmp(&one.form.held_on));
    Ok(views)
}

/// The next day on which she, or somebody about her case, is in court.
pub(crate) fn next_of(
    conn: &Connection,
    victim: EntityId,
    today: NaiveDate,
) -> Result<Option<NaiveDate>> {
    let dates = Standing::of_victim(conn, &COURT_DATE, victim)?;
    let planned = dates.iter().filter(|date| date.text("state") == "planned");
    let on = planned.filter_map(|date| days::day("held_on", &date.text("held_on")).ok());
    Ok(on.filter(|day| *day >= today).min())
}

/// A day in court whose form was found good.
struct Checked {
    on: NaiveDate,
    state: String,
    today: NaiveDate,
    /// The last day before it, and not before today, on which somebody is there to tell her.
    tell_by: NaiveDate,
}

fn checked(file: &CaseFile, form: &CourtDateForm) -> Result<Checked> {
    codes::ensure("court_event", "event", &form.event)?;
    codes::ensure("court_date_state", "state", &form.state)?;
    checks::line("place", &form.place)?;
    let on = days::day("held_on", &form.held_on)?;
    let today = file.now().date_naive();
    followups::ensure_due("held_on", on, NaiveDate::MIN, today)?;
    let time = form.held_at.trim();
    if !time.is_empty() && NaiveTime::parse_from_str(time, "%H:%M").is_err() {
        return Err(Error::InvalidInput { field: "held_at" });
    }
    let closed_on = own_lists::installed(file)?.closed_on;
    Ok(Checked {
        on,
        state: form.state.clone(),
        today,
        tell_by: last_workday_before(on, &closed_on).max(today),
    })
}

fn filled(form: &CourtDateForm) -> Filled {
    Filled::default()
        .text("event", &form.event)
        .text("held_on", &form.held_on)
        .text("held_at", &form.held_at)
        .text("place", &form.place)
        .text("state", &form.state)
}

impl Checked {
    fn is_ahead(&self) -> bool {
        self.state == "planned" && self.on >= self.today
    }

    /// Whether it tells her something else than what stood before.
    fn is_news_after(&self, before: &Standing) -> bool {
        before.text("held_on") != self.on.to_string() || before.text("state") != self.state
    }

    /// The follow-up that tells her of it: due before it comes, or today if it was called off. What was held is no
    /// news, and its follow-up is open no longer.
    fn tell_her(&self, change: &mut Change<'_>, victim: EntityId, id: EntityId) -> Result<()> {
        let follow_ups = Standing::that_name(change.conn(), &FOLLOW_UP, "court_date", id)?;
        let is_open = |follow_up: &&Standing| follow_up.text("state") == "open";
        let open: Vec<EntityId> = follow_ups
            .iter()
            .filter(is_open)
            .map(Standing::entity)
            .collect();
        let due = match &*self.state {
            _ if self.is_ahead() => self.tell_by,
            // Who was never told of it need not hear that it does not come.
            "called_off" if !follow_ups.is_empty() => self.today,
            _ => {
                for follow_up in open {
                    change.edit_current(
                        &FOLLOW_UP,
                        follow_up,
                        [("state", Value::text("cancelled"))],
                    )?;
                }
                return Ok(());
            }
        };
        if open.is_empty() {
            let fields = [
                ("victim", Value::bytes(victim.0)),
                ("due_on", Value::text(due.to_string())),
                ("reason", Value::text(TELL_HER)),
                ("state", Value::text("open")),
                ("court_date", Value::bytes(id.0)),
            ];
            change.create(&FOLLOW_UP, fields);
        }
        open.into_iter()
            .try_for_each(|follow_up| due_on_day(change, follow_up, due))
    }

    /// Brings what a policy set before this day, if it comes before court by that policy.
    fn pull_along(&self, change: &mut Change<'_>, before_court: &[EntityId]) -> Result<()> {
        if !self.is_ahead() {
            return Ok(());
        }
        let before = self.tell_by.to_string();
        for follow_up in before_court {
            let due_on = Standing::load(change.conn(), &FOLLOW_UP, *follow_up)?.text("due_on");
            if due_on > before {
                due_on_day(change, *follow_up, self.tell_by)?;
            }
        }
        Ok(())
    }
}

fn due_on_day(change: &mut Change<'_>, follow_up: EntityId, due: NaiveDate) -> Result<()> {
    let due_on = [("due_on", Value::text(due.to_string()))];
    change.edit_current(&FOLLOW_UP, follow_up, due_on)
}
