//! Who the made-up victims are, what happened to them, and what they were told of their rights.
//!
//! It draws from a seed of its own for each of them, so the rest of the story stays as it is.

use super::SeededRandom;
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::incidents::{self, IncidentForm, PartForm};
use crate::rights::{self, RightsNoticeForm};
use crate::victims::VictimFacts;

/// The stream of the first victim; the next ones follow.
const FIRST_STREAM: u64 = 1 << 32;

/// What they say of race and ethnicity; the last one was not asked.
const RACES: [&[&str]; 6] = [
    &["R06"],
    &["R04"],
    &["R01"],
    &["R04", "R06"],
    &["declined"],
    &[],
];

/// What one victim draws from.
pub(super) fn drawing(seed: u64, who: usize) -> SeededRandom {
    SeededRandom::new(seed, FIRST_STREAM + who as u64)
}

/// Who she is, as far as she said: some were not asked, and some did not want to say.
pub(super) fn facts(random: &mut SeededRandom) -> VictimFacts {
    let race = *random.one_of(&RACES);
    VictimFacts {
        name_kind: "legal".to_owned(),
        age_band: random
            .one_of(&["AGE3", "AGE4", "AGE4", "AGE5", ""])
            .to_string(),
        race_ethnicity: race.iter().map(|code| (*code).to_owned()).collect(),
        interpreter_need: random.one_of(&["no", "no", "yes", "not_asked"]).to_string(),
        minor: random.one_of(&["no", "no", "no", "unknown"]).to_string(),
        ..VictimFacts::default()
    }
}

/// What happened to her the day before, and the card she was given. Nobody reported strangulation: it would
/// set a call of its own.
pub(super) fn incident_and_card(
    file: &mut CaseFile,
    random: &mut SeededRandom,
    victim_id: &str,
    number: usize,
) -> Result<()> {
    let today = file.now().date_naive();
    let yesterday = today.pred_opt().unwrap_or(today).to_string();
    let happened = IncidentForm {
        agency_case_number: format!("{}-{:05}", today.format("%y"), 100 + number),
        occurred_on: yesterday,
        arrest: random.one_of(&["yes", "no", "no", "unknown"]).to_string(),
        children_present: random.one_of(&["yes", "no", "not_asked"]).to_string(),
        part: PartForm {
            role: "primary".to_owned(),
            victimization: vec![
                random
                    .one_of(&["V10", "V10", "V01", "V22", "V06"])
                    .to_string(),
            ],
            offender_relation: random
                .one_of(&["ex", "spouse", "dating", "acquaintance", "unknown"])
                .to_string(),
            strangulation_reported: "no".to_owned(),
            ..PartForm::default()
        },
        ..IncidentForm::default()
    };
    let incident = incidents::record(file, victim_id, &happened)?;
    if random.below(6) == 0 {
        return Ok(());
    }
    let card = RightsNoticeForm {
        incident_id: Some(incident.id),
        item: "state_card".to_owned(),
        version: "sample".to_owned(),
        language: random.one_of(&["en", "en", "es"]).to_string(),
        how_given: "hand".to_owned(),
        given_on: today.to_string(),
        acknowledgement: random.one_of(&["signed", "not_safe_to_sign"]).to_string(),
        rights_requested: vec!["be_informed".to_owned()],
        ..RightsNoticeForm::default()
    };
    rights::give(file, victim_id, &card)?;
    Ok(())
}
