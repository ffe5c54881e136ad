//! What screens show about surveys and needs assessments.

use crate::view::views;

views! {
    /// A survey, as the form sends it.
    pub struct SurveyForm {
        /// What it is called.
        pub title: String,
        /// Code of `survey_audience`.
        pub audience: String,
        /// ISO date.
        pub began_on: String,
        /// ISO date; none while it runs.
        pub ended_on: Option<String>,
    }

    /// A survey with its counts.
    pub struct SurveyView {
        /// Survey id.
        pub id: String,
        /// What is written.
        pub form: SurveyForm,
        /// Sheets handed out in all.
        pub handed_out: i32,
        /// Sheets that came back in all.
        pub returned: i32,
        /// What they said, over all counts.
        pub answers: Vec<GivenAnswer>,
        /// Two people wrote something different.
        pub in_conflict: bool,
    }

    /// Sheets counted since the last time.
    pub struct SurveyCount {
        /// ISO date of the count, never of an answer.
        pub counted_on: String,
        /// Sheets handed out since.
        pub handed_out: i32,
        /// Sheets that came back since.
        pub returned: i32,
        /// What these said.
        pub answers: Vec<GivenAnswer>,
    }

    /// An answer and how often it was given. Never by whom.
    pub struct GivenAnswer {
        /// What was asked.
        pub question: String,
        /// What was answered.
        pub answer: String,
        /// How often.
        pub times: i32,
    }

    /// A needs assessment, as the form sends it.
    pub struct AssessmentForm {
        /// What it is called.
        pub campaign: String,
        /// What it asks about.
        pub scope: String,
        /// Code of `assessment_method`.
        pub method: String,
        /// ISO date.
        pub began_on: String,
        /// ISO date; none while it runs.
        pub ended_on: Option<String>,
        /// Ids of its surveys.
        pub survey_ids: Vec<String>,
        /// What was found.
        pub findings: String,
    }

    /// A needs assessment.
    pub struct AssessmentView {
        /// Assessment id.
        pub id: String,
        /// What is written.
        pub form: AssessmentForm,
        /// Two people wrote something different.
        pub in_conflict: bool,
        /// What this shows; goes back with an edit.
        pub seen: String,
    }
}
