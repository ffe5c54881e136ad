//! Surveys and needs assessments: what was asked, how many sheets went out and came back, and what they said,
//! without anybody's identity. Handed out and returned feed the yearly report (AN2–AN4). Sheets are counted
//! several at a time; an answer stands with how often it was given, never with who gave it.

mod store;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::Value;

pub use views::*;

use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::registry::{NEEDS_ASSESSMENT, SURVEY, SURVEY_RETURN};
use crate::standing::{Standing, reference};
use crate::start::Saved;
use crate::{checks, codes, ids};

/// Most sheets counted at once.
const MOST: i32 = 100_000;

/// Every survey, those that run first, the newest first.
pub fn list(file: &CaseFile) -> Result<Vec<SurveyView>> {
    store::all(file.conn())
}

/// Every needs assessment, the newest first.
pub fn assessments(file: &CaseFile) -> Result<Vec<AssessmentView>> {
    store::assessments(file.conn())
}

/// Records a survey.
///
/// # Errors
/// [`Error::NameRequired`]; [`Error::UnknownCode`]; [`Error::DateRequired`];
/// [`Error::DatesReversed`].
pub fn create(file: &mut CaseFile, form: &SurveyForm) -> Result<Saved> {
    codes::ensure("survey_audience", "audience", &form.audience)?;
    let mut fields = days_of(&form.began_on, form.ended_on.as_deref())?;
    fields.push(("title", Value::text(checks::name("title", &form.title)?)));
    fields.push(("audience", Value::text(&*form.audience)));
    let (id, changes) = file.change(Action::KeepSurvey, |change| {
        Ok(change.create(&SURVEY, fields))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Counts sheets that went out and came back since the last count, and what they said.
///
/// # Errors
/// [`Error::DateInFuture`]; [`Error::NumberOutOfRange`]; [`Error::MoreReturned`] if more came back in all
/// than were handed out; [`Error::CaseNumberInText`]; [`Error::NotFound`]. Nothing is written then.
pub fn count(file: &mut CaseFile, survey_id: &str, form: &SurveyCount) -> Result<Saved> {
    let survey = ids::parse(&SURVEY, survey_id)?;
    let today = file.now().date_naive();
    let counted_on = checks::past_day("counted_on", &form.counted_on, today)?;
    let handed_out = checks::within("handed_out", form.handed_out, 0..=MOST)?;
    let returned = checks::within("returned", form.returned, 0..=MOST)?;
    let before = store::sheets(file.conn(), survey)?;
    if before.1 + returned > before.0 + handed_out {
        return Err(Error::MoreReturned);
    }
    let answers = form.answers.iter().map(|given| {
        Ok(Value::List(vec![
            Value::text(checks::name("question", &given.question)?),
            Value::text(checks::about_nobody("answer", &given.answer)?),
            Value::Int(checks::within("times", given.times, 1..=returned.max(1))?.into()),
        ]))
    });
    let answers: Vec<Value> = answers.collect::<Result<_>>()?;
    let (id, changes) = file.change(Action::KeepSurvey, |change| {
        change.state(&SURVEY, survey)?;
        let fields = [
            ("survey", reference(survey)),
            ("counted_on", Value::text(counted_on.to_string())),
            ("handed_out", Value::Int(handed_out.into())),
            ("returned", Value::Int(returned.into())),
            ("answers", Value::List(answers)),
        ];
        Ok(change.create(&SURVEY_RETURN, fields))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Records a needs assessment.
///
/// # Errors
/// As [`create`]; [`Error::CaseNumberInText`]; [`Error::NotFound`] of a survey it names.
pub fn create_assessment(file: &mut CaseFile, form: &AssessmentForm) -> Result<Saved> {
    let fields = assessment_fields(form)?;
    let (id, changes) = file.change(Action::KeepSurvey, |change| {
        let mut surveys = Vec::new();
        for survey in &form.survey_ids {
            let survey = ids::parse(&SURVEY, survey)?;
            change.state(&SURVEY, survey)?;
            surveys.push(reference(survey));
        }
        let id = change.create(&NEEDS_ASSESSMENT, fields);
        change.add(&NEEDS_ASSESSMENT, id, "surveys", surveys);
        Ok(id)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Edits a needs assessment in place of what its form had shown; its surveys are added.
///
/// # Errors
/// As [`create_assessment`].
pub fn edit_assessment(
    file: &mut CaseFile,
    id: &str,
    form: &AssessmentForm,
    seen: &str,
) -> Result<Saved> {
    let (id, seen) = (ids::parse(&NEEDS_ASSESSMENT, id)?, Seen::from_token(seen)?);
    let fields = assessment_fields(form)?;
    let known = Standing::load(file.conn(), &NEEDS_ASSESSMENT, id)?.references("surveys");
    let ((), changes) = file.change(Action::KeepSurvey, |change| {
        change.edit(&NEEDS_ASSESSMENT, id, &seen, fields)?;
        let mut surveys = Vec::new();
        for survey in &form.survey_ids {
            let survey = ids::parse(&SURVEY, survey)?;
            change.state(&SURVEY, survey)?;
            if !known.contains(&survey) {
                surveys.push(reference(survey));
            }
        }
        change.add(&NEEDS_ASSESSMENT, id, "surveys", surveys);
        Ok(())
    })?;
    Ok(Saved::new(id, &changes))
}

fn assessment_fields(form: &AssessmentForm) -> Result<Vec<(&'static str, Value)>> {
    codes::ensure("assessment_method", "method", &form.method)?;
    let mut fields = days_of(&form.began_on, form.ended_on.as_deref())?;
    fields.extend([
        (
            "campaign",
            Value::text(checks::name("campaign", &form.campaign)?),
        ),
        (
            "scope",
            Value::text(checks::about_nobody("scope", &form.scope)?),
        ),
        ("method", Value::text(&*form.method)),
        (
            "findings",
            Value::text(checks::about_nobody("findings", &form.findings)?),
        ),
    ]);
    Ok(fields)
}

fn days_of(began_on: &str, ended_on: Option<&str>) -> Result<Vec<(&'static str, Value)>> {
    let began = crate::days::day("began_on", began_on)?;
    let ended = checks::day_if_any("ended_on", ended_on)?;
    checks::in_order("ended_on", Some(began), ended)?;
    let ended = ended.map_or(Value::Null, |day| Value::text(day.to_string()));
    Ok(vec![
        ("began_on", Value::text(began.to_string())),
        ("ended_on", ended),
    ])
}
