//! Which agency fits: the services that answer a need, the best first, each with its reasons.
//!
//! A service must answer the need, be active, and take a person of that age if the age is known. Everything
//! else only ranks, because a directory is never complete and a deputy at two in the morning must see what
//! there is. Points, all of them shown:
//!
//! | what | points |
//! |---|---|
//! | serves the zone; did not say; serves others | +30; 0; −30 |
//! | open at any hour; open then; hours not said; closed then | +25; +20; 0; −20 |
//! | speaks the language; has interpreters; did not say | +20; +8; −10 |
//! | up to 30 minutes away; up to an hour; further; not known | +15; +5; −10; 0 |
//! | checked within 180 days; longer ago; never | +10; −10; −15 |
//! | the relationship: works with us; wary | +5; −5 |
//!
//! The points are a choice of ours, for the product; nobody's standing depends on them.

use chrono::{DateTime, FixedOffset};

use super::directory::{self, PartnerServiceView};
use super::{Fit, FitQuestion, FitReason, PartnerView, hours, store};
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::own_lists::Adds;
use crate::registry::PARTNER;
use crate::search::plain;
use crate::{codes, ids, own_lists};

/// Longest drive called short, in minutes.
const SHORT: i32 = 30;
/// Longest drive within the hour.
const HOUR: i32 = 60;

/// The services that answer a need, the best first.
///
/// # Errors
/// [`Error::UnknownCode`]; [`Error::DateRequired`] of a moment; [`Error::NumberOutOfRange`] of an age.
pub fn fits(file: &CaseFile, question: &FitQuestion) -> Result<Vec<Fit>> {
    let lists = own_lists::installed(file)?;
    let asked = std::slice::from_ref(&question.need);
    let need = lists.sort_out(Adds::Needs, "need", asked, &[])?;
    let question = &FitQuestion {
        need: need.standard.concat(),
        ..question.clone()
    };
    if let Some(language) = &question.language {
        codes::ensure("language", "language", language)?;
    }
    if let Some(age) = question.age {
        crate::checks::within("age", age, 0..=120)?;
    }
    if let Some(zone) = &question.zone {
        own_lists::zones(file)?.ensure("zone", zone, &[])?;
    }
    let at = match question.now {
        true => Some(file.now()),
        false => question.at.as_deref().map(moment).transpose()?,
    };
    let today = file.now().date_naive();
    let mut found = Vec::new();
    for partner in store::matching(file.conn(), "", &today)? {
        let id = ids::parse(&PARTNER, &partner.id)?;
        let services = directory::services_of(file.conn(), id, today)?;
        if services.is_empty() {
            found.extend(as_a_whole(&partner, question, at.is_some()));
        }
        let services = services
            .iter()
            .filter_map(|service| of_service(&partner, service, question, at));
        found.extend(services);
    }
    found.sort_by(|one, other| {
        let by_points = other.points.cmp(&one.points);
        by_points
            .then_with(|| (&one.partner_name, &one.name).cmp(&(&other.partner_name, &other.name)))
    });
    Ok(found)
}

fn moment(text: &str) -> Result<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text).map_err(|_| Error::DateRequired { field: "at" })
}

/// An agency of which no service is recorded yet, by what its entry says.
fn as_a_whole(partner: &PartnerView, question: &FitQuestion, hours_matter: bool) -> Option<Fit> {
    let form = &partner.form;
    if !form.needs.contains(&question.need) {
        return None;
    }
    let mut reasons = Reasons::of(partner);
    reasons.zone(question, std::slice::from_ref(&form.zone));
    if hours_matter {
        reasons.add("hours_not_said", 0, some(&form.hours));
    }
    reasons.language(question, &form.languages, "");
    if question.zone.is_some() {
        reasons.add("travel_not_said", 0, None);
    }
    reasons.freshness(partner.stale, partner.assured_on.as_deref());
    Some(reasons.fit(partner, None, &form.phone, ""))
}

fn of_service(
    partner: &PartnerView,
    service: &PartnerServiceView,
    question: &FitQuestion,
    at: Option<DateTime<FixedOffset>>,
) -> Option<Fit> {
    let form = &service.form;
    if form.status != "active" || !form.needs.contains(&question.need) {
        return None;
    }
    let mut reasons = Reasons::of(partner);
    if let Some(age) = question.age {
        let too_young = form.minimum_age.is_some_and(|least| age < least);
        let too_old = form.maximum_age.is_some_and(|most| age > most);
        if too_young || too_old {
            return None;
        }
        if form.minimum_age.is_none() && form.maximum_age.is_none() && !form.eligibility.is_empty()
        {
            reasons.add("age_not_said", 0, some(&form.eligibility));
        }
    }
    reasons.zone(question, &form.areas);
    if let Some(at) = at {
        match (form.warm_line_24h, hours::is_open(&form.schedules, at)) {
            (Some(true), _) => reasons.add("open_at_any_hour", 25, None),
            (_, Some(true)) => reasons.add("open_then", 20, None),
            (_, Some(false)) => reasons.add("closed_then", -20, None),
            (_, None) => reasons.add("hours_not_said", 0, some(&partner.form.hours)),
        }
    }
    reasons.language(question, &form.languages, &form.interpretation);
    if let Some(zone) = &question.zone {
        let minutes = form.travel_minutes.iter();
        let minutes = minutes.filter(|(known, _)| plain(known) == plain(zone));
        match minutes.map(|(_, minutes)| *minutes).max() {
            Some(minutes @ ..=SHORT) => reasons.add("travel_short", 15, Some(minutes.to_string())),
            Some(minutes @ ..=HOUR) => reasons.add("travel_hour", 5, Some(minutes.to_string())),
            Some(minutes) => reasons.add("travel_long", -10, Some(minutes.to_string())),
            None => reasons.add("travel_not_said", 0, None),
        }
    }
    reasons.freshness(service.stale, form.assured_on.as_deref());
    let own = directory::to_call(&form.phones).map(|(number, _)| number);
    let phone = own.as_ref().unwrap_or(&partner.form.phone);
    Some(reasons.fit(partner, Some(service), phone, &form.alert))
}

struct Reasons(Vec<FitReason>);

impl Reasons {
    /// What speaks for an agency whatever it offers.
    fn of(partner: &PartnerView) -> Reasons {
        let mut reasons = Reasons(Vec::new());
        reasons.add("answers_need", 0, None);
        match partner.relationship_stage.as_str() {
            "cooperating" | "mou_signed" | "active_both_ways" => {
                reasons.add("works_with_us", 5, None)
            }
            "wary" => reasons.add("wary", -5, None),
            _ => {}
        }
        reasons
    }

    fn add(&mut self, code: &str, points: i32, value: Option<String>) {
        self.0.push(FitReason {
            code: code.to_owned(),
            points,
            value,
        });
    }

    fn zone(&mut self, question: &FitQuestion, areas: &[String]) {
        let Some(zone) = &question.zone else { return };
        let said: Vec<&String> = areas
            .iter()
            .filter(|area| !area.trim().is_empty())
            .collect();
        if said.is_empty() {
            self.add("zone_not_said", 0, None);
        } else if said.iter().any(|area| plain(area) == plain(zone)) {
            self.add("serves_zone", 30, Some(zone.clone()));
        } else {
            let said: Vec<&str> = said.iter().map(|area| area.as_str()).collect();
            self.add("other_zone", -30, Some(said.join(", ")));
        }
    }

    fn language(&mut self, question: &FitQuestion, languages: &[String], interpretation: &str) {
        let Some(language) = &question.language else {
            return;
        };
        if languages.contains(language) {
            self.add("speaks_language", 20, None);
        } else if !interpretation.trim().is_empty() {
            self.add("interpreter", 8, some(interpretation));
        } else {
            self.add("language_not_said", -10, None);
        }
    }

    fn freshness(&mut self, stale: bool, assured_on: Option<&str>) {
        match (assured_on, stale) {
            (None, _) => self.add("never_checked", -15, None),
            (Some(day), true) => self.add("stale", -10, some(day)),
            (Some(day), false) => self.add("checked", 10, some(day)),
        }
    }

    fn fit(
        self,
        partner: &PartnerView,
        service: Option<&PartnerServiceView>,
        phone: &str,
        alert: &str,
    ) -> Fit {
        Fit {
            partner_id: partner.id.clone(),
            partner_name: partner.form.name.clone(),
            service_id: service.map(|service| service.id.clone()),
            name: service.map_or_else(String::new, |service| service.form.name.clone()),
            phone: phone.to_owned(),
            alert: alert.to_owned(),
            points: self.0.iter().map(|reason| reason.points).sum(),
            reasons: self.0,
        }
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
