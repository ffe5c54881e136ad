//! Services: what is given to victims, offered to them, refused by them, or asked for and not to be had.
//!
//! A service event is written once and never changed; one recorded by mistake is hidden (see
//! [`hiding`](crate::hiding)). Every event names the item of the report it counts under; an office's own service
//! rolls up to exactly one. Somebody who gave no name is an anonymous contact and no person. A referral that is
//! sent makes one event, written together with it: A3 to a victim service program, else A4. Two laptops that send
//! one referral apart write two records of one service, so wherever events are read, a referral's count once.
//!
//! Not here: adding up, which is [`counts`](crate::counts).

mod store;
mod views;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use chrono::NaiveDate;
use countyline_ledger::{EntityId, Value};

pub use views::*;

use crate::casefile::{Action, CaseFile, Change};
use crate::error::{Error, Result};
use crate::looks::Looked;
use crate::own_lists::{self, OwnLists};
use crate::registry::{SERVICE_EVENT, STAFF, VICTIM};
use crate::start::Saved;
use crate::{codes, counts, days, ids, incidents, undo};

/// Records a service.
///
/// # Errors
/// [`Error::DateInFuture`]; [`Error::ReasonRequired`] for a service refused or not to be had without saying why;
/// [`Error::AnswersExclude`]; [`Error::InvalidInput`] for figures no day has; those of the code lists;
/// [`Error::NotFound`].
pub fn record(file: &mut CaseFile, form: &ServiceForm) -> Result<Saved> {
    let mut event = checked(form, &own_lists::installed(file)?, file.now().date_naive())?;
    event.incident = match event.victim {
        Some(victim) => incidents::named_by(file, victim, form.incident_id.as_deref())?,
        None => None,
    };
    let (id, changes) = file.change(Action::RecordService, |change| {
        if let Some(victim) = event.victim {
            change.state(&VICTIM, victim)?;
        }
        if let Some(person) = event.done_by {
            change.state(&STAFF, person)?;
        }
        Ok(write(change, &event))
    })?;
    Ok(Saved::new(id, &changes))
}

/// The services of a victim, newest first.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Storage`].
pub fn of_victim(file: &CaseFile, victim_id: &str) -> Result<Vec<ServiceView>> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let events = named(file, store::of_victim(file.conn(), victim)?)?;
    file.looked_at(Looked::VictimRecord, victim);
    Ok(events)
}

/// The anonymous contacts of a period, both days included, newest first.
///
/// # Errors
/// [`Error::DateRequired`]; [`Error::PeriodBackwards`].
pub fn anonymous_contacts(file: &CaseFile, from: &str, to: &str) -> Result<Vec<ServiceView>> {
    let (from, to) = days::period(from, to)?;
    named(file, store::anonymous(file.conn(), from, to)?)
}

/// With the names of the office's own services.
fn named(file: &CaseFile, mut events: Vec<ServiceView>) -> Result<Vec<ServiceView>> {
    let own = own_lists::installed(file)?;
    for event in &mut events {
        let service = event.local_item.as_ref().and_then(|code| own.service(code));
        event.own_service = service.map(own_lists::Code::view);
    }
    Ok(events)
}

/// As part of a change: the one service that sending a referral is.
pub(crate) fn write_for_referral(
    change: &mut Change<'_>,
    referral: EntityId,
    victim: EntityId,
    to_victim_service_program: bool,
    funding_source: Option<String>,
    sent_on: NaiveDate,
) -> Result<()> {
    // One that somebody hid is not written anew; one that went with a step that was taken back is.
    for recorded in store::of_referral(change.conn(), referral)? {
        if !undo::was_taken_back(&change.state(&SERVICE_EVENT, recorded)?, change.conn())? {
            return Ok(());
        }
    }
    let item = if to_victim_service_program {
        "A3"
    } else {
        "A4"
    };
    let event = Event {
        victim: Some(victim),
        incident: None,
        served_on: sent_on,
        item: item.to_owned(),
        local_item: None,
        quantity: 1,
        minutes: None,
        miles: None,
        mode: None,
        funding_source,
        outcome: "accepted".to_owned(),
        reason: None,
        compensation_assistance: false,
        anonymous_contact: false,
        victimization: Vec::new(),
        done_by: None,
        referral: Some(referral),
    };
    write(change, &event);
    Ok(())
}

/// The item of the report that a sample of an office's own service counts under.
pub(crate) fn rolls_up_to(local_item: &str) -> Option<&'static str> {
    static LOCAL: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
        let file: serde_json::Value =
            serde_json::from_str(include_str!("../../../../assets/codes/services.json"))
                .expect("assets/codes is part of the program and was read by its tests");
        serde_json::from_value(file["lists"]["local_item"]["rolls_up_to"].clone())
            .expect("each local item names the one it rolls up to")
    });
    LOCAL.get(local_item).map(String::as_str)
}

/// A service event whose form was found good.
struct Event {
    victim: Option<EntityId>,
    incident: Option<EntityId>,
    served_on: NaiveDate,
    item: String,
    local_item: Option<String>,
    quantity: i32,
    minutes: Option<i32>,
    miles: Option<i32>,
    mode: Option<String>,
    funding_source: Option<String>,
    outcome: String,
    reason: Option<String>,
    compensation_assistance: bool,
    anonymous_contact: bool,
    victimization: Vec<String>,
    /// Nobody: who records it.
    done_by: Option<EntityId>,
    referral: Option<EntityId>,
}

/// Checks a form wholly, before anything is written.
fn checked(form: &ServiceForm, own: &OwnLists, today: NaiveDate) -> Result<Event> {
    let served_on = match form.served_on.as_deref() {
        Some(day) => days::day_until("served_on", day, today)?,
        None => today,
    };
    let (item, local_item) = item_of(form, own)?;
    let quantity = form.quantity.unwrap_or(1);
    ensure_within("quantity", Some(quantity), 1..=999)?;
    ensure_within("minutes", form.minutes, 0..=1440)?;
    ensure_within("miles", form.miles, 0..=2000)?;
    codes::ensure("service_mode", "mode", &form.mode)?;
    if let Some(funding) = &form.funding_source {
        codes::ensure("funding_source", "funding_source", funding)?;
    }
    codes::ensure("service_outcome", "outcome", &form.outcome)?;
    Ok(Event {
        victim: person_of(form)?,
        incident: None,
        served_on,
        item,
        local_item,
        quantity,
        minutes: form.minutes,
        miles: form.miles,
        mode: Some(form.mode.clone()),
        funding_source: form.funding_source.clone(),
        outcome: form.outcome.clone(),
        reason: reason_of(form)?,
        compensation_assistance: form.compensation_assistance,
        anonymous_contact: form.anonymous_contact,
        victimization: form.victimization.clone(),
        done_by: ids::parse_maybe(&STAFF, form.staff_id.as_deref())?,
        referral: None,
    })
}

/// The item of the report, and the office's own service if it is one.
fn item_of(form: &ServiceForm, own: &OwnLists) -> Result<(String, Option<String>)> {
    let Some(local) = form.local_item.clone().filter(|code| !code.is_empty()) else {
        codes::ensure("service_item", "item", &form.item)?;
        return Ok((form.item.clone(), None));
    };
    let given = own.service(&local).filter(|service| !service.retired);
    let own = given.map(|service| &*service.counts_as);
    let item = own
        .or_else(|| rolls_up_to(&local))
        .ok_or(Error::UnknownCode {
            field: "local_item",
        })?;
    if !form.item.is_empty() && form.item != item {
        return Err(Error::AnswersExclude {
            field: "item",
            other: "local_item",
        });
    }
    Ok((item.to_owned(), Some(local)))
}

/// For whom: a victim, or somebody who gave no name and said at most what kind of crime it was.
fn person_of(form: &ServiceForm) -> Result<Option<EntityId>> {
    let excluded = |field, other| Err(Error::AnswersExclude { field, other });
    match (&form.victim_id, form.anonymous_contact) {
        (Some(_), true) => excluded("victim", "anonymous_contact"),
        (None, false) => Err(Error::InvalidInput { field: "victim" }),
        (Some(_), false) if !form.victimization.is_empty() => excluded("victim", "victimization"),
        (None, true) if form.incident_id.is_some() => excluded("incident", "anonymous_contact"),
        (Some(id), false) => Ok(Some(ids::parse(&VICTIM, id)?)),
        (None, true) => {
            let known = counts::definition().victimization_types();
            let all_known = form.victimization.iter().all(|code| known.contains(code));
            all_known.then_some(None).ok_or(Error::UnknownCode {
                field: "victimization",
            })
        }
    }
}

/// Why a service was refused or is not to be had. Nothing else has a reason.
fn reason_of(form: &ServiceForm) -> Result<Option<String>> {
    let reason = form.reason.clone().filter(|code| !code.is_empty());
    let list = match form.outcome.as_str() {
        "declined" => "declined_reason",
        "unmet" => "unmet_reason",
        _ if reason.is_some() => {
            return Err(Error::AnswersExclude {
                field: "outcome",
                other: "reason",
            });
        }
        _ => return Ok(None),
    };
    let reason = reason.ok_or(Error::ReasonRequired { field: "reason" })?;
    codes::ensure(list, "reason", &reason)?;
    Ok(Some(reason))
}

fn ensure_within(
    field: &'static str,
    number: Option<i32>,
    range: RangeInclusive<i32>,
) -> Result<()> {
    match number {
        Some(number) if !range.contains(&number) => Err(Error::InvalidInput { field }),
        _ => Ok(()),
    }
}

fn write(change: &mut Change<'_>, event: &Event) -> EntityId {
    let id = |id: EntityId| Value::bytes(id.0);
    let number = |number: i32| Value::Int(number.into());
    let text = |text: &String| Value::text(text.as_str());
    let mut fields = vec![
        ("served_on", Value::text(event.served_on.to_string())),
        ("item", text(&event.item)),
        ("quantity", number(event.quantity)),
        ("outcome", text(&event.outcome)),
        ("at", Value::text(days::instant(change.now()))),
        ("staff", id(event.done_by.unwrap_or(change.staff()))),
    ];
    fields.extend(event.victim.map(|victim| ("victim", id(victim))));
    fields.extend(event.incident.map(|incident| ("incident", id(incident))));
    fields.extend(event.referral.map(|referral| ("referral", id(referral))));
    fields.extend(event.minutes.map(|minutes| ("minutes", number(minutes))));
    fields.extend(event.miles.map(|miles| ("miles", number(miles))));
    for (name, code) in [
        ("local_item", &event.local_item),
        ("mode", &event.mode),
        ("funding_source", &event.funding_source),
        ("reason", &event.reason),
    ] {
        fields.extend(code.as_ref().map(|code| (name, text(code))));
    }
    for (name, said) in [
        ("compensation_assistance", event.compensation_assistance),
        ("anonymous_contact", event.anonymous_contact),
    ] {
        fields.extend(said.then_some((name, Value::Bool(true))));
    }
    if !event.victimization.is_empty() {
        let types = event.victimization.iter().map(text).collect();
        fields.push(("victimization", Value::List(types)));
    }
    change.create(&SERVICE_EVENT, fields)
}
