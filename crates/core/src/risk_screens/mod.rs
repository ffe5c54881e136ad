//! Risk screens: asking by an instrument how great the danger is, what it came to, and what is done at once.
//!
//! Always true: she may decline, and a screen that was not done has no level, so nobody takes it for a low one. What is
//! kept, her answers or the result alone, the instrument says, because a court can ask for it. The hotline is called
//! from the scene, and she decides whether she speaks. A screen that was asked sets a follow-up by its policy.
//!
//! Not here: the wording of any licensed instrument.

mod instrument;
mod store;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::Value;

pub use views::*;

use instrument::{Found, Instrument};

use crate::casefile::{Action, CaseFile};
use crate::error::{Error, Result};
use crate::followups::{self, policy};
use crate::looks::Looked;
use crate::registry::{RISK_SCREEN, VICTIM};
use crate::words::Words;
use crate::{codes, days, ids, own_lists};

pub(crate) use store::highest_level;

/// The instruments of this office, in a language.
///
/// # Errors
/// [`Error::InvalidInput`] for a definition that is not whole.
pub fn instruments(file: &CaseFile, language: &str) -> Result<Vec<InstrumentView>> {
    let all = instrument::all(file.folder())?;
    Ok(all.iter().map(|one| one.view(language)).collect())
}

/// Records a screen that was asked, or that was not and why.
///
/// # Errors
/// [`Error::UnknownCode`]; [`Error::AnswersExclude`]; [`Error::ReasonRequired`] for an officer's belief without its
/// reason, and for a screen without any answer; [`Error::DateInFuture`]; [`Error::NotFound`].
pub fn record(file: &mut CaseFile, form: &ScreenForm, language: &str) -> Result<ScreenedView> {
    let victim = ids::parse(&VICTIM, &form.victim_id)?;
    let all = instrument::all(file.folder())?;
    let instrument = all.iter().find(|one| one.id == form.instrument);
    let instrument = instrument.ok_or(Error::UnknownCode {
        field: "instrument",
    })?;
    let found = checked(form, instrument)?;
    let now = file.now();
    let at = days::past_instant_or_now("at", form.at.as_deref(), now)?;
    let called_at = match form.hotline_called_at.as_deref() {
        Some(text) => Some(days::past_instant_or_now(
            "hotline_called_at",
            Some(text),
            now,
        )?),
        None => None,
    };
    let policy = instrument
        .follow_up_policy
        .as_deref()
        .map(|id| policy::in_effect(file, id))
        .transpose()?;
    let policy = policy.filter(|_| found.result.is_some());
    let case = policy::Case {
        risk: Some(found.level.clone()),
        closed_on: own_lists::installed(file)?.closed_on,
        ..policy::Case::default()
    };
    let due = policy.map(|policy| {
        let due = policy.first_due(at, &case);
        (policy, due)
    });
    let (id, changes) = file.change(Action::RecordRiskScreen, |change| {
        change.state(&VICTIM, victim)?;
        let mut fields = vec![
            ("victim", Value::bytes(victim.0)),
            ("at", Value::text(days::instant(at))),
            ("staff", Value::bytes(change.staff().0)),
        ];
        fields.extend(form.fields(instrument, &found));
        fields.extend(called_at.map(|at| ("hotline_called_at", Value::text(days::instant(at)))));
        if let Some((policy, due)) = &due {
            let follow_up = followups::write_planned(change, victim, policy, due, "after_screen")?;
            fields.push(("follow_up", Value::bytes(follow_up.0)));
        }
        Ok(change.create(&RISK_SCREEN, fields))
    })?;
    let words = Words::of(language);
    let result = found.result.as_deref();
    Ok(ScreenedView {
        id: ids::text(id),
        saved_at: days::instant(changes.at),
        text: result.map_or_else(
            || words.say("instrument-not-done"),
            |code| instrument.result_text(code, &words, language),
        ),
        result: found.result,
        level: found.level,
        trigger: found.trigger.to_owned(),
        follow_up_due_at: due.map(|(_, due)| days::instant(due.at)),
    })
}

/// The screens of a victim, newest first.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Storage`].
pub fn of_victim(file: &CaseFile, victim_id: &str) -> Result<Vec<ScreenView>> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let screens = store::of_victim(file.conn(), victim)?;
    file.looked_at(Looked::VictimRecord, victim);
    Ok(screens)
}

/// Checks a form wholly, and what it comes to.
fn checked(form: &ScreenForm, instrument: &Instrument) -> Result<Found> {
    let excluded = |field, other| Err(Error::AnswersExclude { field, other });
    instrument.ensure_answers(&form.answers)?;
    let reason = form.override_reason.trim();
    match (form.officer_believes, reason.is_empty()) {
        (true, true) => {
            return Err(Error::ReasonRequired {
                field: "override_reason",
            });
        }
        (false, false) => return excluded("officer_believes", "override_reason"),
        _ => {}
    }
    let found = instrument.found(&form.answers, form.officer_believes);
    let anything_said = form.answers.values().any(|answer| answer != "not_answered");
    match &form.not_done_reason {
        Some(_) if anything_said => return excluded("answers", "not_done_reason"),
        Some(code) => codes::ensure("not_done_reason", "not_done_reason", code)?,
        None if found.result.is_none() => {
            return Err(Error::ReasonRequired {
                field: "not_done_reason",
            });
        }
        None => {}
    }
    codes::ensure("answer", "hotline_answered", &form.hotline_answered)?;
    codes::ensure("answer", "victim_spoke", &form.victim_spoke)?;
    if form.hotline_called_at.is_none() && form.hotline_answered == "yes" {
        return excluded("hotline_called_at", "hotline_answered");
    }
    if form.hotline_answered != "yes" && form.victim_spoke == "yes" {
        return excluded("hotline_answered", "victim_spoke");
    }
    match form.minutes {
        Some(_) if form.victim_spoke != "yes" => excluded("victim_spoke", "minutes"),
        Some(minutes) if !(0..=1440).contains(&minutes) => {
            Err(Error::InvalidInput { field: "minutes" })
        }
        _ => Ok(found),
    }
}

impl ScreenForm {
    /// What is kept of it.
    fn fields(&self, instrument: &Instrument, found: &Found) -> Vec<(&'static str, Value)> {
        let mut fields = vec![
            ("instrument", Value::text(instrument.id.as_str())),
            ("instrument_version", Value::Int(instrument.version.into())),
            ("level", Value::text(found.level.as_str())),
            ("trigger", Value::text(found.trigger)),
            (
                "hotline_answered",
                Value::text(self.hotline_answered.as_str()),
            ),
            ("victim_spoke", Value::text(self.victim_spoke.as_str())),
        ];
        let result = found.result.as_deref();
        fields.extend(result.map(|code| ("result", Value::text(code))));
        let reason = self.override_reason.trim();
        if found.trigger == "officer_belief" {
            fields.push(("override_reason", Value::text(reason)));
        }
        let not_done = self.not_done_reason.as_deref();
        fields.extend(not_done.map(|code| ("not_done_reason", Value::text(code))));
        fields.extend(
            self.minutes
                .map(|minutes| ("minutes", Value::Int(minutes.into()))),
        );
        if instrument.keeps_answers() && !self.answers.is_empty() {
            let pair = |(item, answer): (&String, &String)| {
                Value::List(vec![
                    Value::text(item.as_str()),
                    Value::text(answer.as_str()),
                ])
            };
            let answers = self.answers.iter().map(pair).collect();
            fields.push(("answers", Value::List(answers)));
        }
        fields
    }
}
