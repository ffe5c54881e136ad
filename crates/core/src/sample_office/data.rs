//! The made-up names, towns and agencies, as data.

use std::sync::LazyLock;

use crate::partners::PartnerForm;

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
