//! Reading surveys and needs assessments.

use std::collections::BTreeMap;

use countyline_ledger::{EntityId, Value};
use rusqlite::{Connection, named_params};

use super::{AssessmentForm, AssessmentView, GivenAnswer, SurveyForm, SurveyView};
use crate::error::Result;
use crate::ids;
use crate::registry::{NEEDS_ASSESSMENT, SURVEY, SURVEY_RETURN};
use crate::standing::{self, Standing};

pub(super) fn all(conn: &Connection) -> Result<Vec<SurveyView>> {
    let sql = "SELECT id FROM survey WHERE deleted <> 1
               ORDER BY ended_on IS NOT NULL, began_on DESC, id";
    let found = standing::ids(conn, sql, [])?;
    found.into_iter().map(|id| one(conn, id)).collect()
}

/// Sheets handed out and returned in all.
pub(super) fn sheets(conn: &Connection, survey: EntityId) -> Result<(i32, i32)> {
    let count = |sql| standing::counted(conn, sql, named_params! { ":survey": survey.0 });
    Ok((
        count(
            "SELECT coalesce(sum(handed_out), 0) FROM survey_return
             WHERE survey = :survey AND deleted <> 1",
        )?,
        count(
            "SELECT coalesce(sum(returned), 0) FROM survey_return
             WHERE survey = :survey AND deleted <> 1",
        )?,
    ))
}

pub(super) fn assessments(conn: &Connection) -> Result<Vec<AssessmentView>> {
    let sql = "SELECT id FROM needs_assessment WHERE deleted <> 1 ORDER BY began_on DESC, id";
    let found = standing::ids(conn, sql, [])?;
    found.into_iter().map(|id| assessment(conn, id)).collect()
}

fn one(conn: &Connection, id: EntityId) -> Result<SurveyView> {
    let shown = Standing::load(conn, &SURVEY, id)?;
    let (handed_out, returned) = sheets(conn, id)?;
    Ok(SurveyView {
        id: ids::text(id),
        form: SurveyForm {
            title: shown.text("title"),
            audience: shown.text("audience"),
            began_on: shown.text("began_on"),
            ended_on: shown.maybe("ended_on"),
        },
        handed_out,
        returned,
        answers: answers(conn, id)?,
        in_conflict: shown.in_conflict(),
    })
}

/// Every answer with how often it was given, over all counts.
fn answers(conn: &Connection, survey: EntityId) -> Result<Vec<GivenAnswer>> {
    let sql = "SELECT id FROM survey_return WHERE survey = :survey AND deleted <> 1 ORDER BY id";
    let mut times: BTreeMap<(String, String), i32> = BTreeMap::new();
    for count in standing::ids(conn, sql, named_params! { ":survey": survey.0 })? {
        for given in Standing::load(conn, &SURVEY_RETURN, count)?.elements("answers") {
            let Value::List(parts) = given else { continue };
            if let [
                Value::Text(question),
                Value::Text(answer),
                Value::Int(often),
            ] = &parts[..]
            {
                let often = i32::try_from(*often).unwrap_or(0);
                *times
                    .entry((question.to_string(), answer.to_string()))
                    .or_insert(0) += often;
            }
        }
    }
    let given = times
        .into_iter()
        .map(|((question, answer), times)| GivenAnswer {
            question,
            answer,
            times,
        });
    Ok(given.collect())
}

fn assessment(conn: &Connection, id: EntityId) -> Result<AssessmentView> {
    let shown = Standing::load(conn, &NEEDS_ASSESSMENT, id)?;
    let surveys = shown.references("surveys");
    Ok(AssessmentView {
        id: ids::text(id),
        form: AssessmentForm {
            campaign: shown.text("campaign"),
            scope: shown.text("scope"),
            method: shown.text("method"),
            began_on: shown.text("began_on"),
            ended_on: shown.maybe("ended_on"),
            survey_ids: surveys.into_iter().map(ids::text).collect(),
            findings: shown.text("findings"),
        },
        in_conflict: shown.in_conflict(),
        seen: shown.seen(),
    })
}
