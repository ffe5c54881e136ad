//! The made-up names, towns and agencies, as data.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::agreements::AgreementForm;
use crate::community::CommunityEventForm;
use crate::groups::{GroupForm, MeetingForm, MemberForm};
use crate::partners::PartnerForm;
use crate::staff::StaffForm;
use crate::surveys::{SurveyCount, SurveyForm};
use crate::trainings::TrainingForm;

#[derive(serde::Deserialize)]
pub(super) struct Data {
    pub(super) office_name: String,
    pub(super) coordinator: Worker,
    pub(super) deputies: Vec<Worker>,
    pub(super) towns: Vec<String>,
    pub(super) given_names: Vec<String>,
    pub(super) family_names: Vec<String>,
    pub(super) notes: Vec<String>,
    pub(super) agencies: Vec<PartnerForm>,
    pub(super) meetings: Vec<Meeting>,
}

#[derive(serde::Deserialize)]
pub(super) struct Worker {
    pub(super) place: String,
    pub(super) person: String,
}

#[derive(serde::Deserialize)]
pub(super) struct Meeting {
    pub(super) kind: String,
    pub(super) concerns: Vec<String>,
    pub(super) response_given: String,
    pub(super) commitment: String,
    pub(super) relationship_stage: String,
}

/// `assets/sample-office/office.json`; its field names are those of the forms.
pub(super) static DATA: LazyLock<Data> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../assets/sample-office/office.json"))
        .expect("the sample office's data is part of the program and was read by its tests")
});

/// What an agency offers.
#[derive(serde::Deserialize)]
pub(super) struct Offered {
    pub(super) agency: String,
    pub(super) name: String,
    pub(super) needs: Vec<String>,
    pub(super) languages: Vec<String>,
    pub(super) areas: Vec<String>,
    pub(super) minimum_age: Option<i32>,
    pub(super) maximum_age: Option<i32>,
    pub(super) application_process: String,
    pub(super) interpretation: String,
    pub(super) warm_line_24h: bool,
    pub(super) byday: String,
    pub(super) opens_at: String,
    pub(super) closes_at: String,
    pub(super) travel_minutes: BTreeMap<String, i32>,
    pub(super) checked_days_ago: i64,
}

/// The program around the cases; days are filled in, and agencies are named by their names.
#[derive(serde::Deserialize)]
pub(super) struct Program {
    pub(super) services: Vec<Offered>,
    pub(super) agreement: AgreementForm,
    pub(super) group: GroupForm,
    pub(super) members: Vec<MemberForm>,
    pub(super) meeting: MeetingForm,
    pub(super) event: CommunityEventForm,
    pub(super) volunteer: StaffForm,
    pub(super) training: TrainingForm,
    pub(super) survey: SurveyForm,
    pub(super) survey_count: SurveyCount,
}

/// `assets/sample-office/program.json`; its field names are those of the forms.
pub(super) static PROGRAM: LazyLock<Program> = LazyLock::new(|| {
    serde_json::from_str(include_str!(
        "../../../../assets/sample-office/program.json"
    ))
    .expect("the sample office's data is part of the program and was read by its tests")
});
