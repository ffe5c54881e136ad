//! The program around the cases: services of the agencies, an agreement, a task force, outreach, training, a
//! volunteer, a survey. Written at the county on the last day, through the doors of each noun.

use chrono::{DateTime, Duration, FixedOffset};

use super::data::{Offered, PROGRAM};
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::partners::directory::{self, PartnerServiceForm};
use crate::staff::{CallOutForm, HoursForm};
use crate::surveys::SurveyCount;
use crate::{agreements, community, days, groups, partners, staff, surveys, trainings};

/// Writes it all.
pub(super) fn set_up(county: &mut CaseFile, until: DateTime<FixedOffset>) -> Result<()> {
    let agencies = partners::list(county, "")?;
    let id_of = |name: &str| {
        let agency = agencies.iter().find(|agency| agency.form.name == name);
        agency.map(|agency| agency.id.clone()).unwrap_or_default()
    };
    let ago = |days: i64| (until - Duration::days(days)).date_naive().to_string();
    for offered in &PROGRAM.services {
        let form = service(
            offered,
            id_of(&offered.agency),
            ago(offered.checked_days_ago),
        );
        directory::create_service(county, &form)?;
    }
    let mut agreement = PROGRAM.agreement.clone();
    agreement.party_ids = agreement.party_ids.iter().map(|name| id_of(name)).collect();
    agreement.signed_on = Some(ago(330));
    agreement.review_on = ago(-35);
    agreements::create(county, &agreement)?;
    let group = groups::create(county, &PROGRAM.group)?.id;
    for member in &PROGRAM.members {
        let mut member = member.clone();
        member.partner_id = member.partner_id.as_deref().map(id_of);
        groups::add_member(county, &group, &member)?;
    }
    let mut meeting = PROGRAM.meeting.clone();
    meeting.held_on = ago(20);
    groups::record_meeting(county, &group, &meeting)?;
    let mut event = PROGRAM.event.clone();
    event.held_on = ago(40);
    community::record_event(county, &event)?;
    people(county, until)
}

fn people(county: &mut CaseFile, until: DateTime<FixedOffset>) -> Result<()> {
    let ago = |days: i64| (until - Duration::days(days)).date_naive().to_string();
    let mut volunteer = PROGRAM.volunteer.clone();
    volunteer.background_check_on = Some(ago(200));
    let volunteer = staff::create(county, &volunteer)?.id;
    for (days_ago, minutes) in [(30, 480), (16, 480), (9, 190)] {
        let hours = HoursForm {
            staff_id: volunteer.clone(),
            worked_on: ago(days_ago),
            minutes,
            kind: "on_call".to_owned(),
        };
        staff::record_hours(county, &hours)?;
    }
    let called = until - Duration::days(9);
    let call_out = CallOutForm {
        staff_id: volunteer.clone(),
        called_at: days::instant(called),
        arrived_at: Some(days::instant(called + Duration::minutes(41))),
        place: "hospital".to_owned(),
        minutes: 190,
        miles: 58,
    };
    staff::record_call_out(county, &call_out)?;
    let mut training = PROGRAM.training.clone();
    training.held_on = ago(60);
    training.attended = vec![volunteer];
    trainings::record(county, &training)?;
    let mut survey = PROGRAM.survey.clone();
    survey.began_on = ago(120);
    let survey = surveys::create(county, &survey)?.id;
    let count = SurveyCount {
        counted_on: ago(5),
        ..PROGRAM.survey_count.clone()
    };
    surveys::count(county, &survey, &count)?;
    Ok(())
}

fn service(offered: &Offered, partner_id: String, assured_on: String) -> PartnerServiceForm {
    let times = [
        ("byday", &offered.byday),
        ("opens_at", &offered.opens_at),
        ("closes_at", &offered.closes_at),
    ];
    let times = times.into_iter().filter(|(_, text)| !text.is_empty());
    let times: directory::Item = times
        .map(|(name, text)| (name.to_owned(), text.clone()))
        .collect();
    PartnerServiceForm {
        partner_id,
        name: offered.name.clone(),
        alternate_name: String::new(),
        description: String::new(),
        status: "active".to_owned(),
        needs: offered.needs.clone(),
        languages: offered.languages.clone(),
        areas: offered.areas.clone(),
        minimum_age: offered.minimum_age,
        maximum_age: offered.maximum_age,
        eligibility: String::new(),
        application_process: offered.application_process.clone(),
        fees: String::new(),
        interpretation: offered.interpretation.clone(),
        alert: String::new(),
        warm_line_24h: Some(offered.warm_line_24h),
        notes_for_deputies: String::new(),
        email: String::new(),
        website: String::new(),
        assured_on: Some(assured_on),
        schedules: if times.is_empty() {
            Vec::new()
        } else {
            vec![times]
        },
        phones: Vec::new(),
        travel_minutes: offered.travel_minutes.clone(),
        required_documents: Vec::new(),
        cost_options: Vec::new(),
    }
}
