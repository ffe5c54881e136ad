//! What the sample office did for its victims, as counts and screens show it.
//!
//! Drawn from random numbers of its own, so that the people and their days stay what they are.

use super::SeededRandom;
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::risk_screens::{self, ScreenForm};
use crate::services::{self, ServiceForm};

/// The items a deputy gives most, as often as they stand here.
const ITEMS: [&str; 10] = ["A1", "A2", "A2", "B3", "B9", "B10", "C1", "C1", "C7", "E1"];
/// What is asked for and not always to be had, and why not.
const UNMET: [(&str, &str); 4] = [
    ("C4", "distance_transport"),
    ("C4", "no_provider"),
    ("D1", "provider_full"),
    ("B10", "staff_capacity"),
];

/// A service given at a contact that reached her; now and then one she refused, or that was not to be had.
pub(super) fn serve(file: &mut CaseFile, random: &mut SeededRandom, victim_id: &str) -> Result<()> {
    let (item, outcome, reason) = match random.below(10) {
        0 => (
            "C5",
            "declined",
            Some(*random.one_of(&["too_far", "not_needed_now", "not_said"])),
        ),
        1 => {
            let (item, reason) = *random.one_of(&UNMET);
            (item, "unmet", Some(reason))
        }
        _ => (*random.one_of(&ITEMS), "accepted", None),
    };
    let form = ServiceForm {
        victim_id: Some(victim_id.to_owned()),
        incident_id: None,
        served_on: None,
        item: item.to_owned(),
        local_item: None,
        quantity: None,
        minutes: Some(10 + 5 * random.below(8) as i32),
        miles: (item == "B9").then(|| 8 + random.below(60) as i32),
        mode: random.one_of(&["phone", "phone", "in_person"]).to_string(),
        funding_source: Some(
            random
                .one_of(&["voca", "voca", "voca", "match", "county"])
                .to_string(),
        ),
        outcome: outcome.to_owned(),
        reason: reason.map(str::to_owned),
        compensation_assistance: item == "C7" && random.below(3) == 0,
        anonymous_contact: false,
        victimization: Vec::new(),
        staff_id: None,
    };
    services::record(file, &form)?;
    Ok(())
}

/// A call from somebody who gave no name.
pub(super) fn answer_hotline(file: &mut CaseFile, random: &mut SeededRandom) -> Result<()> {
    let form = ServiceForm {
        victim_id: None,
        incident_id: None,
        served_on: None,
        item: "C2".to_owned(),
        local_item: None,
        quantity: None,
        minutes: Some(5 + random.below(25) as i32),
        miles: None,
        mode: "phone".to_owned(),
        funding_source: Some("voca".to_owned()),
        outcome: "accepted".to_owned(),
        reason: None,
        compensation_assistance: false,
        anonymous_contact: true,
        victimization: vec![random.one_of(&["V10", "V16", "V22"]).to_string()],
        staff_id: None,
    };
    services::record(file, &form)?;
    Ok(())
}

/// The demonstration screen at first contact: about one in four is asked; some of them decline.
pub(super) fn screen(
    file: &mut CaseFile,
    random: &mut SeededRandom,
    victim_id: &str,
) -> Result<()> {
    if random.below(4) > 0 {
        return Ok(());
    }
    let declines = random.below(4) == 0;
    let mut answer = |item: u32| {
        let said = random.one_of(&["yes", "no", "no", "not_answered"]);
        (item.to_string(), said.to_string())
    };
    // The first answer is a no, so that something was said.
    let said = (2..=6)
        .map(&mut answer)
        .chain([("1".to_owned(), "no".to_owned())]);
    let form = ScreenForm {
        victim_id: victim_id.to_owned(),
        instrument: "demo_safety_talk".to_owned(),
        answers: if declines {
            Default::default()
        } else {
            said.collect()
        },
        officer_believes: false,
        override_reason: String::new(),
        not_done_reason: declines.then(|| "declined".to_owned()),
        hotline_called_at: None,
        hotline_answered: "not_asked".to_owned(),
        victim_spoke: "not_asked".to_owned(),
        minutes: None,
        at: None,
    };
    risk_screens::record(file, &form, "en")?;
    Ok(())
}
