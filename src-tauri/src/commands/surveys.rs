//! Surveys and needs assessments.

use countyline_core::error::Failure;
use countyline_core::start::Saved;
use countyline_core::surveys::{
    AssessmentForm, AssessmentView, SurveyCount, SurveyForm, SurveyView,
};
use tauri::State;

use crate::state::Shell;

/// Every survey with its counts.
#[tauri::command(async)]
#[specta::specta]
pub fn surveys(shell: State<'_, Shell>) -> Result<Vec<SurveyView>, Failure> {
    shell.with_file(|file| countyline_core::surveys::list(file))
}

/// A new survey.
#[tauri::command(async)]
#[specta::specta]
pub fn create_survey(shell: State<'_, Shell>, form: SurveyForm) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::surveys::create(file, &form))
}

/// Counts sheets of a survey.
#[tauri::command(async)]
#[specta::specta]
pub fn count_survey(
    shell: State<'_, Shell>,
    survey_id: String,
    form: SurveyCount,
) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::surveys::count(file, &survey_id, &form))
}

/// Every needs assessment.
#[tauri::command(async)]
#[specta::specta]
pub fn assessments(shell: State<'_, Shell>) -> Result<Vec<AssessmentView>, Failure> {
    shell.with_file(|file| countyline_core::surveys::assessments(file))
}

/// A new needs assessment.
#[tauri::command(async)]
#[specta::specta]
pub fn create_assessment(shell: State<'_, Shell>, form: AssessmentForm) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::surveys::create_assessment(file, &form))
}

/// Edits a needs assessment.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_assessment(
    shell: State<'_, Shell>,
    assessment_id: String,
    form: AssessmentForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| {
        countyline_core::surveys::edit_assessment(file, &assessment_id, &form, &seen)
    })
}
