//! Outreach contacts: with victims, and with the partner agencies whose trust is won one meeting at a time.
//!
//! A contact is written once and never changed; a correction is a new contact. Nothing is recorded that
//! her safe-contact rules forbid, and a contact with a partner agency is never about one victim.

mod attempts;
mod store;
mod views;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use countyline_ledger::{EntityId, Value};

pub use views::*;

pub(crate) use attempts::Attempt;
pub(crate) use attempts::checked as attempt_checked;

use crate::casefile::{Action, CaseFile, Change};
use crate::contacts::outcomes::{self, Offer};
use crate::error::{Error, Result};
use crate::exchange::Standing;
use crate::followups::DueWhen;
use crate::registry::{PARTNER, PARTNER_CONTACT, VICTIM};
use crate::start::Saved;
use crate::{checks, codes, days, exchange, followups, ids, inbox, victims};

/// Days ahead that Today shows.
const UPCOMING_DAYS: u64 = 7;
/// Rows of each of its lists that Today shows at a time: more than fit on a screen.
const DUE_SHOWN: usize = 15;

/// Records a contact with a victim, answers the follow-up it was made for, and sets the next.
pub fn record_contact(file: &mut CaseFile, form: &ContactForm) -> Result<Saved> {
    Ok(record_attempt(file, form, &AttemptDetails::default())?.saved)
}

/// As [`record_contact`], with what is asked where more depends on it: which way was used, whether it was asked
/// again if it is safe, and when she wants to be called. Says what follows from the outcome.
///
/// # Errors
/// Those of the code lists and of her safe-contact rules; [`Error::AnswersExclude`] for two next times.
pub fn record_attempt(
    file: &mut CaseFile,
    form: &ContactForm,
    details: &AttemptDetails,
) -> Result<AttemptView> {
    let attempt = attempts::checked(file, form, details, &BTreeSet::new())?;
    let (id, changes) = file.change(Action::RecordContact, |change| {
        let id = change.new_id();
        attempt.write(change, id)?;
        Ok(id)
    })?;
    let followed = outcomes::effect(&form.outcome);
    Ok(AttemptView {
        saved: Saved::new(id, &changes),
        counts_as_attempt: followed.attempt,
        offers_do_not_contact: followed.offers == Some(Offer::DoNotContact),
        for_coordinator: followed.offers == Some(Offer::Coordinator),
        next_steps: followups::steps_of(file, ids::parse(&VICTIM, &form.victim_id)?)?,
    })
}

/// Records a contact with a partner agency of which no more was written down than this.
///
/// # Errors
/// As [`record_outreach`].
pub fn record_partner_contact(file: &mut CaseFile, form: &PartnerContactForm) -> Result<Saved> {
    let form = OutreachForm {
        contact: form.clone(),
        purpose: None,
        commitment_by: None,
        next_step: String::new(),
        next_on: None,
    };
    record_outreach(file, &form)
}

/// Records a contact with a partner agency. It is never about one victim.
///
/// # Errors
/// [`Error::DateRequired`]; [`Error::DateInFuture`]; [`Error::DatesReversed`] of a next step before the
/// contact; [`Error::UnknownCode`]; [`Error::CaseNumberInText`]; [`Error::TextTooLong`];
/// [`Error::NotFound`]. Nothing is written then.
pub fn record_outreach(file: &mut CaseFile, outreach: &OutreachForm) -> Result<Saved> {
    let sound = outreach_checked(file, outreach)?;
    let (id, changes) = file.change(Action::RecordPartnerContact, |change| {
        let id = change.new_id();
        sound.write(change, id)?;
        Ok(id)
    })?;
    Ok(Saved::new(id, &changes))
}

/// A contact with a partner agency that was found sound.
pub(crate) struct SoundOutreach {
    partner: EntityId,
    fields: Vec<(&'static str, Value)>,
}

impl SoundOutreach {
    /// Writes it as part of a change.
    pub(crate) fn write(&self, change: &mut Change<'_>, id: EntityId) -> Result<()> {
        change.state(&PARTNER, self.partner)?;
        let mut fields = self.fields.clone();
        fields.push(("staff", Value::bytes(change.staff().0)));
        fields.push(("at", Value::text(days::instant(change.now()))));
        change.create_as(&PARTNER_CONTACT, id, fields);
        Ok(())
    }
}

/// Refuses a contact with a partner agency that cannot be so, before anything is written.
///
/// # Errors
/// As [`record_outreach`].
pub(crate) fn outreach_checked(file: &CaseFile, outreach: &OutreachForm) -> Result<SoundOutreach> {
    let form = &outreach.contact;
    let partner = ids::parse(&PARTNER, &form.partner_id)?;
    let contacted_on = checks::past_day("on", &form.on, file.now().date_naive())?;
    let next_on = checks::day_if_any("next_on", outreach.next_on.as_deref())?;
    checks::in_order("next_on", Some(contacted_on), next_on)?;
    codes::ensure("partner_contact_kind", "kind", &form.kind)?;
    codes::ensure_all("concern", "concerns", &form.concerns)?;
    codes::ensure(
        "relationship_stage",
        "relationship_stage",
        &form.relationship_stage,
    )?;
    let code = |list, field, code: &Option<String>| match code {
        Some(code) => codes::ensure(list, field, code).map(|()| Value::text(&**code)),
        None => Ok(Value::Null),
    };
    let text = |field, text: &str| Ok::<_, Error>(Value::text(checks::about_nobody(field, text)?));
    let commitment = checks::about_nobody("commitment", &form.commitment)?;
    let mut fields = vec![
        ("partner", Value::bytes(partner.0)),
        ("contacted_on", Value::text(contacted_on.to_string())),
        ("person", text("person", &form.person)?),
        ("kind", Value::text(&*form.kind)),
        (
            "concerns",
            Value::List(
                form.concerns
                    .iter()
                    .map(|code| Value::text(&**code))
                    .collect(),
            ),
        ),
        (
            "response_given",
            text("response_given", &form.response_given)?,
        ),
        ("relationship_stage", Value::text(&*form.relationship_stage)),
    ];
    if let purpose @ Value::Text(_) = code("outreach_purpose", "purpose", &outreach.purpose)? {
        fields.push(("purpose", purpose));
    }
    if let by @ Value::Text(_) = code("commitment_by", "commitment_by", &outreach.commitment_by)? {
        fields.push(("commitment_by", by));
    }
    if !commitment.is_empty() {
        fields.push(("commitment_state", Value::text("open")));
    }
    fields.push(("commitment", Value::text(commitment)));
    if !outreach.next_step.trim().is_empty() {
        fields.push(("next_step", text("next_step", &outreach.next_step)?));
    }
    if let Some(next_on) = next_on {
        fields.push(("next_on", Value::text(next_on.to_string())));
    }
    Ok(SoundOutreach { partner, fields })
}

/// The Today screen: the first rows of each list, and how many each has.
pub fn today(file: &CaseFile) -> Result<TodayView> {
    let today = file.now().date_naive();
    let days = days_shown(today);
    let (late, due_today, upcoming) = followups::count_due(file.conn(), (&days.0, &days.1))?;
    let list = |when, all| -> Result<TodayList> {
        let rows = due_rows(file, when, 0)?;
        Ok(TodayList { all, rows })
    };
    let week = today
        .checked_sub_days(Days::new(UPCOMING_DAYS))
        .unwrap_or(today);
    let (week_contacts, week_referrals, week_new_victims) =
        store::counts_since(file.conn(), &week.to_string())?;
    Ok(TodayView {
        date: today.to_string(),
        late: list(DueWhen::Late, late)?,
        today: list(DueWhen::Today, due_today)?,
        upcoming: list(DueWhen::Upcoming, upcoming)?,
        week_contacts,
        week_referrals,
        week_new_victims,
        changes_waiting: exchange::changes_waiting(file)?,
        last_sent_at: exchange::last_sent_at(file)?,
        conflicts: inbox::count(file)?,
        days_without_return: exchange::days_without_return(file)?,
        revoked_at: match exchange::standing(file) {
            Ok(Standing::Revoked { at }) => Some(at),
            Ok(_) | Err(Error::OnlyLaptop) => None,
            Err(refused) => return Err(refused),
        },
    })
}

/// Changes the county has not been sent.
///
/// # Errors
/// [`Error::Storage`].
pub fn changes_waiting(file: &CaseFile) -> Result<i32> {
    exchange::changes_waiting(file)
}

/// The next rows of one of Today's lists, `late`, `today` or `upcoming`, behind so many that are shown.
///
/// # Errors
/// [`Error::InvalidInput`] for a list there is not.
pub fn more_due(file: &CaseFile, list: &str, shown: usize) -> Result<Vec<DueRow>> {
    let when = match list {
        "late" => DueWhen::Late,
        "today" => DueWhen::Today,
        "upcoming" => DueWhen::Upcoming,
        _ => return Err(Error::InvalidInput { field: "list" }),
    };
    due_rows(file, when, shown)
}

/// Today, and the last day that Today shows.
fn days_shown(today: NaiveDate) -> (String, String) {
    let until = today
        .checked_add_days(Days::new(UPCOMING_DAYS))
        .unwrap_or(today);
    (today.to_string(), until.to_string())
}

fn due_rows(file: &CaseFile, when: DueWhen, skip: usize) -> Result<Vec<DueRow>> {
    let today = file.now().date_naive();
    let days = days_shown(today);
    let due = followups::due(file.conn(), when, (&days.0, &days.1), skip, DUE_SHOWN)?;
    due.iter().map(|due| due_row(file, due, today)).collect()
}

/// What was done with a victim, newest first.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<TimelineEntry>> {
    store::of_victim(file.conn(), victim)
}

/// What was done with a partner agency, newest first.
pub(crate) fn of_partner(file: &CaseFile, partner: EntityId) -> Result<Vec<TimelineEntry>> {
    store::of_partner(file.conn(), partner)
}

/// The day of the last contact with a victim.
pub(crate) fn last_contact_on(file: &CaseFile, victim: EntityId) -> Result<Option<String>> {
    store::last_contact_on(file.conn(), victim)
}

fn due_row(file: &CaseFile, due: &followups::Due, today: NaiveDate) -> Result<DueRow> {
    // A date that a newer program writes in another way is shown today, not hidden.
    let due_on = days::day("due_on", &due.due_on).unwrap_or(today);
    let summary = victims::summary_or_stub(file, due.victim)?;
    Ok(DueRow {
        follow_up_id: ids::text(due.follow_up),
        victim_id: ids::text(due.victim),
        case_number: summary.case_number,
        initials: summary.initials,
        name: summary.name,
        reason: due.reason.clone(),
        due_on: due.due_on.clone(),
        assigned_to: due.assigned_to.clone(),
        days_late: i32::try_from((today - due_on).num_days()).unwrap_or(i32::MAX),
        safe_contact: summary.safe_contact,
    })
}
