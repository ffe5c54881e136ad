//! Referring a victim to a partner agency, and learning what came of it.
//!
//! Cold information is handed to her and needs no release. Anything told to the agency needs a release that names it
//! and covers her name and need (see [`releases`]), or another legal basis: law enforcement and prosecution purposes
//! reach a prosecutor and a court only, a court's order or a statute is named (28 CFR 94.115(a)(2), (c)). One that she
//! was offered or said no to is kept without telling anybody. The status moves only along [`REFERRAL_STATUS`] and
//! [`REFERRAL_BACK`]; two laptops moving it apart is a conflict for a person. A referral that is sent is one service
//! of the report, of the day it was sent, written with it; one by letter that is printed is sent once somebody said that
//! the letter came out. What it tells has one account: that of its letter, where
//! one was made for it under the same release and not yet said to be sent, else one of its own.
//!
//! A partner agency never has to say what came of it: `unknown_partner_confidential` is an honest end.

mod came_of_it;
mod leave;
mod outside;
pub(crate) mod reference;
mod store;
mod views;
mod waiting;

#[cfg(test)]
mod details_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod waiting_tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use countyline_ledger::{EntityId, Value};

pub use came_of_it::{details, record_outcome};
use leave::{ensure_may_be_sent, ensure_may_be_told, letter_with_account, tell};
pub use outside::{advance_as_told, told_outside};
pub use views::*;
pub use waiting::waiting;

use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::error::{Error, Result};
use crate::own_lists::{self, Adds, Sorted};
use crate::registry::came_of_it::OUTCOME;
use crate::registry::{
    PARTNER, PARTNER_SERVICE, REFERRAL, REFERRAL_BACK, REFERRAL_STATUS, RELEASE, VICTIM,
};
use crate::releases;
use crate::standing::{self, Standing};
use crate::start::Saved;
use crate::{codes, days, ids, papers, services};

pub(crate) use leave::may_be_named;
pub(crate) use store::Referred;

/// Refers a victim to each of the agencies.
pub fn refer_victim(file: &mut CaseFile, form: &ReferralForm) -> Result<Vec<ReferralView>> {
    refer_in_detail(file, form, &ReferralDetails::default())
}

/// As [`refer_victim`], with what is asked where more depends on it. Of several agencies that are to be told by letter,
/// each is a draft that waits for its letter, and for a release of its own where the one that is named is not for it.
///
/// # Errors
/// Those of the code lists; [`Error::ReleaseRequired`] and those of [`releases`] where an agency is told without another
/// basis; [`Error::UnknownCode`] for a stage no referral begins with; [`Error::BasisNotForAgency`];
/// [`Error::ReasonRequired`] for an order or statute that is not named; [`Error::InvalidInput`] for numbers of people
/// that no referral is for; [`Error::NotFound`].
pub fn refer_in_detail(
    file: &mut CaseFile,
    form: &ReferralForm,
    details: &ReferralDetails,
) -> Result<Vec<ReferralView>> {
    let lists = own_lists::installed(file)?;
    let asked = std::slice::from_ref(&form.need);
    let need = lists.sort_out(Adds::Needs, "need", asked, &[])?;
    codes::ensure("referral_kind", "kind", &form.kind)?;
    details.ensure_codes()?;
    details.ensure_people()?;
    let victim = ids::parse(&VICTIM, &form.victim_id)?;
    if form.partner_ids.is_empty() {
        return Err(Error::InvalidInput { field: "partner" });
    }
    let release = form
        .release_id
        .as_deref()
        .map(|id| ids::parse(&RELEASE, id))
        .transpose()?;
    let from = details
        .re_referred_from
        .as_deref()
        .map(|id| ids::parse(&REFERRAL, id))
        .transpose()?;
    if let Some(from) = from
        && store::referred(file.conn(), from)?.victim != victim
    {
        return Err(Error::NotFound {
            record: REFERRAL.name,
        });
    }
    // A release has one recipient: of several agencies, each waits for the letter under its own.
    let waits_for_own =
        form.kind == "letter" && form.partner_ids.len() > 1 && details.basis().is_release();
    let mut partners = Vec::with_capacity(form.partner_ids.len());
    for partner_id in &form.partner_ids {
        let partner = ids::parse(&PARTNER, partner_id)?;
        let release = match release {
            Some(release) if waits_for_own => {
                let is_its_own = releases::is_for(file.conn(), release, partner)?;
                is_its_own.then_some(release)
            }
            release => release,
        };
        let is_told = form.kind != "cold_info" && details.stage().is_none();
        if is_told && (release.is_some() || !waits_for_own) {
            let leave = details.leave(&form.kind, release);
            ensure_may_be_told(file, victim, partner, &leave)?;
        }
        partners.push((partner, release));
    }
    let asked: Vec<EntityId> = partners.iter().map(|(partner, _)| *partner).collect();
    let new = New {
        form,
        details,
        need: &need,
        victim,
        from,
        services: services_of(file, &asked, &details.service_ids)?,
    };
    let (made, _) = file.change(Action::ReferVictim, |change| {
        change.state(&VICTIM, victim)?;
        let made = partners.iter().map(|(partner, release)| {
            change.state(&PARTNER, *partner)?;
            new.write(change, *partner, *release)
        });
        made.collect::<Result<Vec<EntityId>>>()
    })?;
    let all = of_victim(file, victim)?;
    let made: Vec<String> = made.into_iter().map(ids::text).collect();
    Ok(all
        .into_iter()
        .filter(|view| made.contains(&view.id))
        .collect())
}

/// Moves a referral on, in place of what the row had shown.
pub fn advance(file: &mut CaseFile, referral_id: &str, status: &str, seen: &str) -> Result<Saved> {
    let step = StepForm {
        status: status.to_owned(),
        ..StepForm::default()
    };
    advance_in_detail(file, referral_id, &step, seen)
}

/// As [`advance`], with the reason, the day, and what pays for sending it.
///
/// # Errors
/// [`Error::StatusNotAllowed`] for a step that cannot follow; [`Error::DateInFuture`]; for sending, those of telling an
/// agency.
pub fn advance_in_detail(
    file: &mut CaseFile,
    referral_id: &str,
    step: &StepForm,
    seen: &str,
) -> Result<Saved> {
    move_on(file, referral_id, step, None, seen)
}

/// As [`advance_in_detail`], with what stands in the way.
fn move_on(
    file: &mut CaseFile,
    referral_id: &str,
    step: &StepForm,
    barrier: Option<&str>,
    seen: &str,
) -> Result<Saved> {
    codes::ensure("referral_status", "status", &step.status)?;
    if let Some(source) = &step.funding_source {
        codes::ensure("funding_source", "funding_source", source)?;
    }
    let id = ids::parse(&REFERRAL, referral_id)?;
    let seen = Seen::from_token(seen)?;
    let today = file.now().date_naive();
    let on = step
        .on
        .as_deref()
        .map(|on| days::day_until("on", on, today));
    let on = on.transpose()?.unwrap_or(today);
    let standing = Standing::of(file.conn(), &REFERRAL, id)?;
    let has_outcome = !standing.member("came_of_it", OUTCOME).is_empty();
    let now = store::status(file.conn(), id)?;
    let moves = now != step.status;
    if moves && !next_statuses(&now).contains(&step.status) {
        return Err(Error::StatusNotAllowed {
            from: now,
            to: step.status.clone(),
        });
    }
    let sends = moves && step.status == "sent";
    let mut sending = store::sending(file.conn(), id)?;
    let signed = step.release_id.as_deref().filter(|_| sends);
    let signed = signed.map(|id| ids::parse(&RELEASE, id)).transpose()?;
    sending.release = signed.or(sending.release);
    if sends {
        ensure_may_be_sent(file, &sending, step.exclusions_read)?;
    }
    let told_by = match sends {
        true => letter_with_account(file, id, &standing, &sending)?,
        false => None,
    };
    let ((), changes) = file.change(Action::AdvanceReferral, |change| {
        let mut fields = vec![("status", Value::text(step.status.as_str()))];
        let reason = step.reason.trim();
        if !reason.is_empty() {
            fields.push(("status_reason", Value::text(reason)));
        }
        // What came of it, as somebody recorded it, stands against what another system says is in the way.
        let barrier = barrier.filter(|_| !has_outcome);
        fields.extend(barrier.map(|code| ("came_of_it", came_of_it::value_of("", "", code))));
        fields.extend(signed.map(|release| ("release", standing::reference(release))));
        change.edit(&REFERRAL, id, &seen, fields)?;
        if moves {
            change.add(
                &REFERRAL,
                id,
                "status_dates",
                [status_date(&step.status, on)],
            );
        }
        if sends {
            let basis = sending.basis();
            let release = sending.release.filter(|_| basis.is_release());
            match told_by {
                // Whoever says that it is sent says that its letter came out.
                Some(letter) => papers::surely_came_out(change, letter)?,
                None if sending.kind != "cold_info" => {
                    let both = [sending.victim, sending.partner];
                    tell(change, both, release, basis, &sending.kind)?;
                }
                None => {}
            }
            count_as_service(
                change,
                id,
                [sending.victim, sending.partner],
                step.funding_source.clone(),
                on,
            )?;
        }
        Ok(())
    })?;
    Ok(Saved::new(id, &changes))
}

/// Sends a referral by letter with the letter that was made for it on a day, as part of a change. What the letter tells
/// has its own account; one that was sent before stays as it is.
pub(crate) fn sent_by_letter(
    change: &mut Change<'_>,
    referral: EntityId,
    release: EntityId,
    on: NaiveDate,
) -> Result<()> {
    let sending = store::sending(change.conn(), referral)?;
    let waits = matches!(
        &*store::status(change.conn(), referral)?,
        "draft" | "offered"
    );
    if sending.kind != "letter" || !waits {
        return Ok(());
    }
    let fields = [
        ("status", Value::text("sent")),
        ("release", standing::reference(release)),
    ];
    change.edit_current(&REFERRAL, referral, fields)?;
    let reached = status_date("sent", on);
    change.add(&REFERRAL, referral, "status_dates", [reached]);
    let both = [sending.victim, sending.partner];
    count_as_service(change, referral, both, None, on)
}

/// A victim's referrals, newest first.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<ReferralView>> {
    store::of_victim(file.conn(), victim)
}

/// Where a referral leads, for a letter.
pub(crate) fn referred(file: &CaseFile, referral_id: &str) -> Result<Referred> {
    store::referred(file.conn(), ids::parse(&REFERRAL, referral_id)?)
}

/// The statuses one step ahead.
fn next_statuses(status: &str) -> Vec<String> {
    let steps = REFERRAL_STATUS.forward.iter().chain(REFERRAL_BACK);
    steps
        .filter(|(from, _)| *from == status)
        .map(|(_, to)| (*to).to_owned())
        .collect()
}

/// The service of each agency that is meant, where one is.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::InvalidInput`] for one of another agency, and for two of one.
fn services_of(
    file: &CaseFile,
    partners: &[EntityId],
    service_ids: &[String],
) -> Result<BTreeMap<EntityId, EntityId>> {
    let mut services = BTreeMap::new();
    for id in service_ids {
        let service = ids::parse(&PARTNER_SERVICE, id)?;
        let partner = Standing::of(file.conn(), &PARTNER_SERVICE, service)?.named("partner");
        let partner = partner.filter(|partner| partners.contains(partner));
        let is_first = partner.is_some_and(|partner| services.insert(partner, service).is_none());
        if !is_first {
            return Err(Error::InvalidInput { field: "service" });
        }
    }
    Ok(services)
}

/// What is the same of all referrals that one form makes, and which service of each agency is meant.
struct New<'a> {
    form: &'a ReferralForm,
    details: &'a ReferralDetails,
    need: &'a Sorted,
    victim: EntityId,
    from: Option<EntityId>,
    services: BTreeMap<EntityId, EntityId>,
}

impl New<'_> {
    /// Writes the referral to one agency as part of a change.
    fn write(
        &self,
        change: &mut Change<'_>,
        partner: EntityId,
        release: Option<EntityId>,
    ) -> Result<EntityId> {
        let New {
            form,
            details,
            victim,
            ..
        } = *self;
        let status = details.stage().unwrap_or(match form.kind.as_str() {
            "cold_info" => "offered",
            // The letter sends it, or whoever says that one went out.
            "letter" => "draft",
            _ => "sent",
        });
        let mut fields = vec![
            ("victim", standing::reference(victim)),
            ("partner", standing::reference(partner)),
            ("need", Value::text(self.need.standard.concat())),
            ("kind", Value::text(&*form.kind)),
            ("status", Value::text(status)),
            ("made_at", Value::text(days::instant(change.now()))),
            ("staff", standing::reference(change.staff())),
        ];
        let own_need = self.need.own.first();
        fields.extend(own_need.map(|need| ("own_need", Value::text(&**need))));
        let service = self.services.get(&partner).copied();
        for (name, named) in [
            ("release", release),
            ("re_referred_from", self.from),
            ("service", service),
        ] {
            fields.extend(named.map(|named| (name, standing::reference(named))));
        }
        for (name, said) in [
            ("urgency", &details.urgency),
            ("legal_basis", &details.legal_basis),
            ("legal_basis_note", &details.legal_basis_note),
            ("sent_method", &details.sent_method),
        ] {
            let said = said
                .as_deref()
                .map(str::trim)
                .filter(|said| !said.is_empty());
            fields.extend(said.map(|said| (name, Value::text(said))));
        }
        for (name, people) in [("adults", details.adults), ("children", details.children)] {
            fields.extend(people.map(|people| (name, Value::Int(people.into()))));
        }
        let referral = change.create(&REFERRAL, fields);
        let today = change.now().date_naive();
        change.add(
            &REFERRAL,
            referral,
            "status_dates",
            [status_date(status, today)],
        );
        if status == "sent" {
            let release = release.filter(|_| details.basis().is_release());
            tell(
                change,
                [victim, partner],
                release,
                details.basis(),
                &form.kind,
            )?;
            count_as_service(
                change,
                referral,
                [victim, partner],
                details.funding_source.clone(),
                today,
            )?;
        }
        Ok(referral)
    }
}

/// Sending a referral is one service of the day it was sent: item A3 to a victim service program, else A4.
fn count_as_service(
    change: &mut Change<'_>,
    referral: EntityId,
    [victim, partner]: [EntityId; 2],
    funding_source: Option<String>,
    on: NaiveDate,
) -> Result<()> {
    let program = store::agency(change.conn(), partner)?.is_victim_service_program();
    services::write_for_referral(change, referral, victim, program, funding_source, on)
}

fn status_date(status: &str, on: NaiveDate) -> Value {
    Value::List(vec![Value::text(status), Value::text(on.to_string())])
}

/// The most adults or children that one referral is for: more is a slip of the key.
const MOST_PEOPLE: i32 = 99;

/// The stages in which a referral may be kept without being sent.
const NOT_SENT: [&str; 2] = ["offered", "declined_by_victim"];

impl ReferralDetails {
    fn ensure_codes(&self) -> Result<()> {
        if self.stage().is_some_and(|stage| !NOT_SENT.contains(&stage)) {
            return Err(Error::UnknownCode { field: "status" });
        }
        for (list, field, code) in [
            ("urgency", "urgency", &self.urgency),
            ("referral_basis", "legal_basis", &self.legal_basis),
            ("sent_method", "sent_method", &self.sent_method),
            ("funding_source", "funding_source", &self.funding_source),
        ] {
            if let Some(code) = code {
                codes::ensure(list, field, code)?;
            }
        }
        Ok(())
    }

    /// Refuses numbers of people that no referral is for: below none, above [`MOST_PEOPLE`], or nobody at all.
    fn ensure_people(&self) -> Result<()> {
        for (field, people) in [("adults", self.adults), ("children", self.children)] {
            if people.is_some_and(|people| !(0..=MOST_PEOPLE).contains(&people)) {
                return Err(Error::InvalidInput { field });
            }
        }
        match (self.adults, self.children) {
            (Some(0), Some(0)) => Err(Error::InvalidInput { field: "adults" }),
            _ => Ok(()),
        }
    }

    /// The stage in which it is kept without being sent, if it is.
    fn stage(&self) -> Option<&str> {
        self.status.as_deref()
    }
}
