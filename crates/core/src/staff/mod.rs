//! The people who work here, paid or not: what each is, whether she may be sent out, when she can be called,
//! and the hours she gave. A person who left is not deleted; her access ends on a day.
//!
//! A person of a place ([`crate::casefile`]) writes herself down when the place is made. A volunteer without a
//! laptop of her own is recorded here. Nobody changes her own role or ends her own access, so an office never
//! loses its last coordinator by a slip. Roles are asked in [`crate::roles`].

mod store;
mod views;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use countyline_ledger::{EntityId, Value};
use rusqlite::Connection;

pub use views::*;

use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::fields::set_elements;
use crate::registry::{CALL_OUT, STAFF, STAFF_HOURS};
use crate::standing::{Standing, reference};
use crate::start::Saved;
use crate::{checks, codes, days, ids};

/// Minutes a day has.
const DAY_MINUTES: i32 = 24 * 60;
/// Minutes a call-out takes at most: two days without relief.
const CALL_OUT_MINUTES: i32 = 2 * DAY_MINUTES;

/// Everybody, those with access first, by name.
pub fn list(file: &CaseFile) -> Result<Vec<StaffView>> {
    store::all(file.conn(), file.now().date_naive())
}

/// One person with her hours and call-outs.
pub fn page(file: &CaseFile, staff_id: &str) -> Result<StaffPage> {
    let id = ids::parse(&STAFF, staff_id)?;
    store::page(file.conn(), id, file.now().date_naive())
}

/// Records a person who has no place of her own.
///
/// # Errors
/// [`Error::NameRequired`]; [`Error::UnknownCode`]; [`Error::NumberOutOfRange`];
/// [`Error::DateInFuture`]. Nothing is written then.
pub fn create(file: &mut CaseFile, form: &StaffForm) -> Result<Saved> {
    let fields = fields(form, file)?;
    let (id, changes) = file.change(Action::KeepStaff, |change| {
        let id = change.create(&STAFF, fields);
        change.add(&STAFF, id, "availability", slots(form));
        Ok(id)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Edits a person in place of what the form had shown.
///
/// # Errors
/// As [`create`]; [`Error::OwnRole`] if it is one's own role.
pub fn edit(file: &mut CaseFile, staff_id: &str, form: &StaffForm, seen: &str) -> Result<Saved> {
    let (id, seen) = (ids::parse(&STAFF, staff_id)?, Seen::from_token(seen)?);
    let fields = fields(form, file)?;
    let before = store::one(file.conn(), id, file.now().date_naive())?;
    if id == file.place().staff && before.form.role != form.role {
        return Err(Error::OwnRole);
    }
    let ((), changes) = file.change(Action::KeepStaff, |change| {
        change.edit(&STAFF, id, &seen, fields)?;
        set_elements(change, &STAFF, id, &seen, "availability", slots(form))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Ends a person's access from a day on (CJIS AC-2(3)), or gives it back with none, in place of what the form had
/// shown. An end that somebody else wrote meanwhile stands until a person decides.
///
/// # Errors
/// [`Error::OwnRole`]; [`Error::DateRequired`]; [`Error::NotFound`].
pub fn end_access(
    file: &mut CaseFile,
    staff_id: &str,
    on: Option<&str>,
    seen: &str,
) -> Result<Saved> {
    let (id, seen) = (ids::parse(&STAFF, staff_id)?, Seen::from_token(seen)?);
    if id == file.place().staff {
        return Err(Error::OwnRole);
    }
    let on = checks::day_if_any("disabled_on", on)?;
    let ((), changes) = file.change(Action::KeepStaff, |change| {
        let on = on.map_or(Value::Null, |day| Value::text(day.to_string()));
        change.state(&STAFF, id)?;
        change.edit(&STAFF, id, &seen, [("disabled_on", on)])
    })?;
    Ok(Saved::new(id, &changes))
}

/// Records hours somebody gave.
///
/// # Errors
/// [`Error::DateInFuture`]; [`Error::NumberOutOfRange`]; [`Error::UnknownCode`]; [`Error::NotFound`].
pub fn record_hours(file: &mut CaseFile, form: &HoursForm) -> Result<Saved> {
    let person = ids::parse(&STAFF, &form.staff_id)?;
    let worked_on = checks::past_day("worked_on", &form.worked_on, file.now().date_naive())?;
    let minutes = checks::within("minutes", form.minutes, 1..=DAY_MINUTES)?;
    codes::ensure("hours_kind", "kind", &form.kind)?;
    let (id, changes) = file.change(Action::RecordOwnWork, |change| {
        change.state(&STAFF, person)?;
        let fields = [
            ("person", reference(person)),
            ("worked_on", Value::text(worked_on.to_string())),
            ("minutes", Value::Int(minutes.into())),
            ("kind", Value::text(&*form.kind)),
            ("staff", reference(change.staff())),
            ("at", Value::text(days::instant(change.now()))),
        ];
        Ok(change.create(&STAFF_HOURS, fields))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Records that somebody was called out. To whom she went is not said: that is a service of the victim's.
///
/// # Errors
/// [`Error::DateInFuture`]; [`Error::DatesReversed`] if she arrived before she was called;
/// [`Error::NumberOutOfRange`]; [`Error::UnknownCode`]; [`Error::NotFound`].
pub fn record_call_out(file: &mut CaseFile, form: &CallOutForm) -> Result<Saved> {
    let person = ids::parse(&STAFF, &form.staff_id)?;
    let instant = |field, text: &str| {
        chrono::DateTime::parse_from_rfc3339(text).map_err(|_| Error::DateRequired { field })
    };
    let called = instant("called_at", &form.called_at)?;
    let arrived = form.arrived_at.as_deref();
    let arrived = arrived
        .map(|text| instant("arrived_at", text))
        .transpose()?;
    if called > file.now() {
        return Err(Error::DateInFuture { field: "called_at" });
    }
    if arrived.is_some_and(|arrived| arrived > file.now()) {
        return Err(Error::DateInFuture {
            field: "arrived_at",
        });
    }
    if arrived.is_some_and(|arrived| arrived < called) {
        return Err(Error::DatesReversed {
            field: "arrived_at",
        });
    }
    codes::ensure("call_out_place", "place", &form.place)?;
    let minutes = checks::within("minutes", form.minutes, 0..=CALL_OUT_MINUTES)?;
    let miles = checks::within("miles", form.miles, 0..=2000)?;
    let (id, changes) = file.change(Action::RecordOwnWork, |change| {
        change.state(&STAFF, person)?;
        let arrived = arrived.map_or(Value::Null, |at| Value::text(days::instant(at)));
        let fields = [
            ("person", reference(person)),
            ("called_at", Value::text(days::instant(called))),
            ("arrived_at", arrived),
            ("place", Value::text(&*form.place)),
            ("minutes", Value::Int(minutes.into())),
            ("miles", Value::Int(miles.into())),
            ("staff", reference(change.staff())),
            ("at", Value::text(days::instant(change.now()))),
        ];
        Ok(change.create(&CALL_OUT, fields))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Call-outs, newest first.
pub fn call_outs(file: &CaseFile) -> Result<Vec<CallOutView>> {
    store::call_outs(file.conn(), None)
}

/// A person's name; empty while her record has not come.
pub(crate) fn called(conn: &Connection, person: EntityId) -> Result<String> {
    match Standing::of(conn, &STAFF, person) {
        Ok(standing) => Ok(standing.text("name")),
        Err(Error::NotFound { .. }) => Ok(String::new()),
        Err(refused) => Err(refused),
    }
}

/// The names of everybody who works here or did, as far as they are known here.
pub(crate) fn names(file: &CaseFile) -> Result<Vec<String>> {
    file.unseen(store::names)
}

/// Ids and names of those who have access on a day, by name.
pub(crate) fn with_access(conn: &Connection, today: NaiveDate) -> Result<Vec<(EntityId, String)>> {
    let all = store::all(conn, today)?;
    let with_access = all.into_iter().filter(|person| person.has_access);
    with_access
        .map(|person| Ok((ids::parse(&STAFF, &person.id)?, person.form.name)))
        .collect()
}

fn slots(form: &StaffForm) -> impl Iterator<Item = Value> {
    let slots = form.availability.iter();
    slots.map(|slot| Value::text(slot.trim()))
}

fn fields(form: &StaffForm, file: &CaseFile) -> Result<Vec<(&'static str, Value)>> {
    codes::ensure("role", "role", &form.role)?;
    let checked_on =
        checks::day_if_any("background_check_on", form.background_check_on.as_deref())?;
    if checked_on.is_some_and(|day| day > file.now().date_naive()) {
        return Err(Error::DateInFuture {
            field: "background_check_on",
        });
    }
    for slot in &form.availability {
        checks::name("availability", slot)?;
    }
    let hours = form
        .training_hours
        .map(|hours| checks::within("training_hours", hours, 0..=5000))
        .transpose()?;
    Ok(vec![
        ("name", Value::text(checks::name("name", &form.name)?)),
        ("role", Value::text(&*form.role)),
        ("place", Value::text(checks::line("place", &form.place)?)),
        (
            "training_hours",
            hours.map_or(Value::Null, |hours| Value::Int(hours.into())),
        ),
        (
            "background_check_on",
            checked_on.map_or(Value::Null, |day| Value::text(day.to_string())),
        ),
    ])
}
