//! An attempt to reach a victim: what her rules allow, and how it is written. For the form on the screen and for the
//! rows of a table that are taken in.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use chrono::{DateTime, FixedOffset};
use countyline_ledger::{EntityId, Value};

use super::{AttemptDetails, ContactForm};
use crate::casefile::{CaseFile, Change};
use crate::contacts::{ContactMethodView, outcomes};
use crate::error::{Error, Result};
use crate::registry::{CONTACT, CONTACT_METHOD, STAFF, VICTIM};
use crate::{checks, codes, contacts, days, duplicates, followups, ids, victims};

/// Minutes a contact may take: a day has no more.
const MINUTES: RangeInclusive<i32> = 0..=1440;

/// An attempt that was found sound and allowed.
pub(crate) struct Attempt {
    form: ContactForm,
    victim: EntityId,
    at: String,
    methods: Vec<ContactMethodView>,
    method: Option<EntityId>,
    safe_check: Option<String>,
    next_at: Option<DateTime<FixedOffset>>,
    /// Nobody: who records it.
    made_by: Option<EntityId>,
}

/// Refuses what cannot be so or what her safe-contact rules forbid, before anything is written. `marked` are channels
/// that attempts not written yet have blocked or closed.
///
/// # Errors
/// As [`super::record_attempt`].
pub(crate) fn checked(
    file: &CaseFile,
    form: &ContactForm,
    details: &AttemptDetails,
    marked: &BTreeSet<String>,
) -> Result<Attempt> {
    codes::ensure("channel", "channel", &form.channel)?;
    codes::ensure("outcome", "outcome", &form.outcome)?;
    outcomes::ensure_of_channel(&form.channel, &form.outcome)?;
    let victim = ids::parse(&VICTIM, &form.victim_id)?;
    let at = days::past_instant_or_now("at", form.at.as_deref(), file.now())?;
    let today = file.now().date_naive();
    let ensure_due = |field, due_on| followups::ensure_due(field, due_on, at.date_naive(), today);
    if let Some(due_on) = &form.next_follow_up_on {
        let due_on = days::day("next_follow_up_on", due_on)?;
        ensure_due("next_follow_up_on", due_on)?;
    }
    let next_at = details.next_at.as_deref().map(DateTime::parse_from_rfc3339);
    let next_at = next_at
        .transpose()
        .map_err(|_| Error::DateRequired { field: "next_at" })?;
    if let Some(next_at) = next_at {
        ensure_due("next_at", next_at.date_naive())?;
    }
    let mut others = duplicates::records_of_person(file, victim)?;
    others.retain(|record| *record != victim);
    let methods = contacts::of_victim(file, victim)?;
    let mut methods = contacts::with_other_records(file, &methods, &others)?;
    for method in &mut methods {
        method.blocked |= marked.contains(&method.form.channel);
    }
    let do_not_contact = victims::must_not_be_contacted(file, victim)?;
    let way = (&*form.channel, details.contact_method_id.as_deref());
    contacts::ensure_may_contact(&methods, do_not_contact, way, &form.outcome)?;
    if let Some(minutes) = form.minutes {
        checks::within("minutes", minutes, MINUTES)?;
    }
    if details.next_at.is_some() && form.next_follow_up_on.is_some() {
        return Err(Error::AnswersExclude {
            field: "next_at",
            other: "next_follow_up_on",
        });
    }
    let method = details.contact_method_id.as_ref();
    if method.is_some_and(|id| !methods.iter().any(|method| method.id == *id)) {
        return Err(Error::NotFound {
            record: CONTACT_METHOD.name,
        });
    }
    if let Some(answer) = &details.safe_check_reasked {
        codes::ensure("answer", "safe_check_reasked", answer)?;
    }
    Ok(Attempt {
        form: form.clone(),
        victim,
        at: days::instant(at),
        method: method
            .map(|id| ids::parse(&CONTACT_METHOD, id))
            .transpose()?,
        methods,
        safe_check: details.safe_check_reasked.clone(),
        next_at,
        made_by: ids::parse_maybe(&STAFF, details.staff_id.as_deref())?,
    })
}

impl Attempt {
    /// Whether its outcome blocks or closes the ways of its channel.
    pub(crate) fn marks_its_channel(&self) -> bool {
        outcomes::effect(&self.form.outcome).channel.is_some()
    }

    /// Writes it, and what follows from it, as part of a change.
    pub(crate) fn write(&self, change: &mut Change<'_>, id: EntityId) -> Result<()> {
        let (form, victim) = (&self.form, self.victim);
        if let Some(person) = self.made_by {
            change.state(&STAFF, person)?;
        }
        let made_by = self.made_by.unwrap_or(change.staff());
        let mut fields = vec![
            ("victim", Value::bytes(victim.0)),
            ("at", Value::text(&*self.at)),
            ("channel", Value::text(&*form.channel)),
            ("outcome", Value::text(&*form.outcome)),
            ("note", Value::text(form.note.trim())),
            ("staff", Value::bytes(made_by.0)),
        ];
        fields.extend(
            form.minutes
                .map(|minutes| ("minutes", Value::Int(minutes.into()))),
        );
        let mut stays_open = false;
        if let Some(follow_up_id) = &form.follow_up_id {
            let (follow_up, open) = followups::answer(change, victim, follow_up_id, &form.outcome)?;
            stays_open = open;
            fields.push(("follow_up", Value::bytes(follow_up.0)));
        }
        fields.extend(self.method.map(|id| ("contact_method", Value::bytes(id.0))));
        let safe_check = self.safe_check.as_deref();
        fields.extend(safe_check.map(|code| ("safe_check_reasked", Value::text(code))));
        if let Some(next_at) = self.next_at {
            fields.push(("next_at", Value::text(days::instant(next_at))));
            if !stays_open {
                let due_on = next_at.date_naive().to_string();
                followups::write(change, victim, &due_on, "next_contact")?;
            }
        }
        if let Some(due_on) = &form.next_follow_up_on {
            followups::write(change, victim, due_on, "next_contact")?;
        }
        contacts::after_attempt(
            change,
            &self.methods,
            self.method,
            &form.channel,
            &form.outcome,
        )?;
        change.create_as(&CONTACT, id, fields);
        Ok(())
    }
}
