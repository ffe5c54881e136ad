//! Who is on call, by date: shifts of the people who work here, one by one or every week until a day.
//!
//! A shift says who, from when to when by the clock on the wall, and whether she is called first or stands by. Begin and
//! end are one value: of two that were written apart a person chooses, and no mixture stands. Two shifts of one person
//! never overlap where they are entered; two entered apart may, and both are shown. A swap is an edit. Old shifts stay:
//! who could be called is asked about afterwards. One that will not be is called off, with its time kept.
//!
//! Not here: to whom somebody went ([`crate::staff::record_call_out`] never says it), and hours given.

mod store;
mod views;

#[cfg(test)]
mod tests;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use countyline_ledger::{EntityId, Value};

pub use views::*;

use crate::casefile::{Action, CaseFile, Change, Changes, Seen};
use crate::error::{Error, Result};
use crate::registry::{ON_CALL_SHIFT, STAFF, shift_time};
use crate::standing::{Standing, reference};
use crate::start::Saved;
use crate::{checks, codes, days, ids, staff};

/// Days of one shift at most: a fortnight without relief.
const LONGEST_DAYS: i32 = 14;
/// Weeks in which a shift is repeated at most: a year.
const LONGEST_WEEKS: i32 = 53;
/// Days ahead that are listed where nobody says how many.
const SHOWN_DAYS: u64 = 35;
/// Days from one repetition to the next.
const WEEK: u64 = 7;
/// The hours of a night: from six in the evening to six in the morning.
const EVENING: u32 = 18;
const MORNING: u32 = 6;
/// How a clock on the wall is written.
const WALL: &str = "%Y-%m-%dT%H:%M";

/// When somebody is on call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ShiftTime {
    begins: NaiveDateTime,
    ends: NaiveDateTime,
}

/// One shift, called off or not.
///
/// # Errors
/// [`Error::NotFound`].
pub fn shift(file: &CaseFile, shift_id: &str) -> Result<ShiftView> {
    store::one(file.conn(), ids::parse(&ON_CALL_SHIFT, shift_id)?)
}

/// The shifts that reach into some days, both included, in the order in which they begin: from today, for five weeks,
/// where nothing is said.
///
/// # Errors
/// [`Error::DateRequired`]; [`Error::PeriodBackwards`]; [`Error::Storage`].
pub fn shifts(file: &CaseFile, from: Option<&str>, to: Option<&str>) -> Result<Vec<ShiftView>> {
    let from = checks::day_if_any("from", from)?.unwrap_or_else(|| file.now().date_naive());
    let ahead = from.checked_add_days(Days::new(SHOWN_DAYS)).unwrap_or(from);
    let to = checks::day_if_any("to", to)?.unwrap_or(ahead);
    if from > to {
        return Err(Error::PeriodBackwards);
    }
    let all_day = ShiftTime {
        begins: from.and_time(NaiveTime::MIN),
        ends: next_day(to).and_time(NaiveTime::MIN),
    };
    store::reaching_into(file.conn(), &all_day)
}

/// Who is on call now, and tonight: the first before those who stand by. During a night, tonight is that night.
///
/// # Errors
/// [`Error::Storage`].
pub fn on_call(file: &CaseFile) -> Result<OnCallView> {
    let now = file.now().naive_local();
    let this_minute = ShiftTime {
        begins: now,
        ends: now + TimeDelta::minutes(1),
    };
    Ok(OnCallView {
        now: called(file, &this_minute)?,
        tonight: called(file, &night_of(now))?,
        at: wall(now),
    })
}

/// Enters a shift, and the same every week until a day where one is given; all of them or none.
///
/// # Errors
/// [`Error::ShiftsOverlap`] with the day on which she is on call already; [`Error::DateRequired`];
/// [`Error::DatesReversed`]; [`Error::NumberOutOfRange`] for a shift of more than a fortnight, or repeated for more than
/// a year; [`Error::PeriodBackwards`] for one that is repeated until a day before it;
/// [`Error::AccessEndedThen`]; [`Error::UnknownCode`]; [`Error::NotFound`].
pub fn record(
    file: &mut CaseFile,
    form: &ShiftForm,
    repeat_until: Option<&str>,
) -> Result<ShiftsSaved> {
    let (person, first) = checked(file, form)?;
    let until = checks::day_if_any("repeat_until", repeat_until)?;
    let times = repeated(first, until)?;
    let (saved, changes): (Vec<EntityId>, Changes) = file.change(Action::KeepShift, |change| {
        ensure_works_here(change, person, &times)?;
        let mut entered: Vec<ShiftTime> = Vec::with_capacity(times.len());
        let mut ids = Vec::with_capacity(times.len());
        for time in times {
            ensure_free(change, person, &time, None)?;
            if let Some(other) = entered.iter().find(|other| other.overlaps(&time)) {
                return Err(overlap(change, person, other)?);
            }
            ids.push(change.create(&ON_CALL_SHIFT, fields(person, &time, form)));
            entered.push(time);
        }
        Ok(ids)
    })?;
    let first = saved
        .first()
        .copied()
        .ok_or(Error::DateRequired { field: "begins_at" })?;
    Ok(ShiftsSaved {
        saved: Saved::new(first, &changes),
        count: i32::try_from(saved.len()).unwrap_or(i32::MAX),
    })
}

/// Changes a shift in place of what the form had shown: its time, its place in the order, or who it is.
///
/// # Errors
/// As [`record`].
pub fn edit(file: &mut CaseFile, shift_id: &str, form: &ShiftForm, seen: &str) -> Result<Saved> {
    let (id, seen) = (
        ids::parse(&ON_CALL_SHIFT, shift_id)?,
        Seen::from_token(seen)?,
    );
    let (person, time) = checked(file, form)?;
    let ((), changes) = file.change(Action::KeepShift, |change| {
        change.state(&ON_CALL_SHIFT, id)?;
        ensure_works_here(change, person, &[time])?;
        ensure_free(change, person, &time, Some(id))?;
        change.edit(&ON_CALL_SHIFT, id, &seen, fields(person, &time, form))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Calls a shift off, or takes that back, in place of what the row had shown. It stays as what was planned.
///
/// # Errors
/// [`Error::ShiftsOverlap`] if she is on call then by another one; [`Error::NotFound`].
pub fn call_off(file: &mut CaseFile, shift_id: &str, off: bool, seen: &str) -> Result<Saved> {
    let (id, seen) = (
        ids::parse(&ON_CALL_SHIFT, shift_id)?,
        Seen::from_token(seen)?,
    );
    let ((), changes) = file.change(Action::KeepShift, |change| {
        let shown = Standing::of(change.conn(), &ON_CALL_SHIFT, id)?;
        if let (false, Some(person), Some(time)) =
            (off, shown.named("person"), store::time_of(&shown))
        {
            ensure_free(change, person, &time, Some(id))?;
        }
        change.edit(
            &ON_CALL_SHIFT,
            id,
            &seen,
            [("called_off", Value::Bool(off))],
        )
    })?;
    Ok(Saved::new(id, &changes))
}

impl ShiftTime {
    /// One that ends when the other begins does not overlap it.
    fn overlaps(&self, other: &ShiftTime) -> bool {
        self.begins < other.ends && other.begins < self.ends
    }
}

/// A clock on the wall, as it is kept and shown.
pub(crate) fn wall(at: NaiveDateTime) -> String {
    at.format(WALL).to_string()
}

/// A clock on the wall, as forms write it.
pub(crate) fn of_wall(field: &'static str, text: &str) -> Result<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text.trim(), WALL).map_err(|_| Error::DateRequired { field })
}

fn checked(file: &CaseFile, form: &ShiftForm) -> Result<(EntityId, ShiftTime)> {
    let person = ids::parse(&STAFF, &form.staff_id)?;
    codes::ensure("on_call_order", "call_order", &form.order)?;
    let time = ShiftTime {
        begins: of_wall("begins_at", &form.begins_at)?,
        ends: of_wall("ends_at", &form.ends_at)?,
    };
    if time.ends <= time.begins {
        return Err(Error::DatesReversed { field: "ends_at" });
    }
    if time.ends - time.begins > TimeDelta::days(LONGEST_DAYS.into()) {
        return Err(Error::NumberOutOfRange {
            field: "shift_days",
            least: 1,
            most: LONGEST_DAYS,
        });
    }
    staff::page(file, &form.staff_id)?;
    Ok((person, time))
}

/// The shift, and the same each week as long as it begins no later than on that day.
fn repeated(first: ShiftTime, until: Option<NaiveDate>) -> Result<Vec<ShiftTime>> {
    let Some(until) = until else {
        return Ok(vec![first]);
    };
    let begins_on = first.begins.date();
    if until < begins_on {
        return Err(Error::PeriodBackwards);
    }
    if (until - begins_on).num_weeks() >= LONGEST_WEEKS.into() {
        return Err(Error::NumberOutOfRange {
            field: "repeat_weeks",
            least: 1,
            most: LONGEST_WEEKS,
        });
    }
    let weeks = (0..).map(|week| Days::new(week * WEEK));
    let times = weeks.map_while(|later| {
        let begins = first.begins.checked_add_days(later)?;
        let ends = first.ends.checked_add_days(later)?;
        (begins.date() <= until).then_some(ShiftTime { begins, ends })
    });
    Ok(times.collect())
}

/// Refuses a shift that begins when the person works here no more.
fn ensure_works_here(change: &Change<'_>, person: EntityId, times: &[ShiftTime]) -> Result<()> {
    let shown = Standing::of(change.conn(), &STAFF, person)?;
    let Some(ends_on) = shown.maybe("disabled_on") else {
        return Ok(());
    };
    let ends_on = days::day("disabled_on", &ends_on)?;
    match times.iter().any(|time| time.begins.date() >= ends_on) {
        true => Err(Error::AccessEndedThen {
            name: shown.text("name"),
            on: ends_on.to_string(),
        }),
        false => Ok(()),
    }
}

fn ensure_free(
    change: &Change<'_>,
    person: EntityId,
    time: &ShiftTime,
    but: Option<EntityId>,
) -> Result<()> {
    match store::of_person_at(change.conn(), person, time, but)? {
        Some(other) => Err(overlap(change, person, &other)?),
        None => Ok(()),
    }
}

fn overlap(change: &Change<'_>, person: EntityId, other: &ShiftTime) -> Result<Error> {
    Ok(Error::ShiftsOverlap {
        name: staff::called(change.conn(), person)?,
        begins: wall(other.begins).replace('T', " "),
        ends: wall(other.ends).replace('T', " "),
    })
}

fn fields(person: EntityId, time: &ShiftTime, form: &ShiftForm) -> Vec<(&'static str, Value)> {
    let members = [
        (shift_time::BEGINS, Value::text(wall(time.begins))),
        (shift_time::ENDS, Value::text(wall(time.ends))),
    ];
    vec![
        ("person", reference(person)),
        ("time", Value::Map(members.into())),
        ("call_order", Value::text(&*form.order)),
    ]
}

fn called(file: &CaseFile, time: &ShiftTime) -> Result<Vec<ShiftView>> {
    let mut found = store::reaching_into(file.conn(), time)?;
    found.retain(|shift| !shift.called_off);
    let order = codes::list("on_call_order");
    // A code of a newer program stands last.
    found.sort_by_key(|shift| {
        let place = order.iter().position(|code| *code == shift.form.order);
        (
            place.unwrap_or(order.len()),
            shift.form.begins_at.clone(),
            shift.name.clone(),
        )
    });
    Ok(found)
}

/// From six to six: of the coming night, or of the one that is not over yet.
fn night_of(now: NaiveDateTime) -> ShiftTime {
    let hour = |day: NaiveDate, hour| {
        let at = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN);
        day.and_time(at)
    };
    let today = now.date();
    let is_over = now >= hour(today, MORNING);
    let evening_of = match is_over {
        true => today,
        false => today.pred_opt().unwrap_or(today),
    };
    ShiftTime {
        begins: hour(evening_of, EVENING),
        ends: hour(next_day(evening_of), MORNING),
    }
}

fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}
