//! Advisory boards, interagency councils and task forces: who sits in them, when they met, what was said and
//! decided. Never about one victim. A meeting is written once; a correction is another.

mod store;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::{EntityId, Value};

pub use views::*;

use crate::casefile::{Action, CaseFile, Seen};
use crate::error::Result;
use crate::registry::{ADVISORY_GROUP, GROUP_MEETING, GROUP_MEMBER, PARTNER};
use crate::standing::reference;
use crate::start::Saved;
use crate::{checks, codes, days, ids};

/// Every group, those that still meet first, by name.
pub fn list(file: &CaseFile) -> Result<Vec<GroupView>> {
    store::all(file.conn())
}

/// One group with its members and meetings.
pub fn page(file: &CaseFile, group_id: &str) -> Result<GroupPage> {
    store::page(file.conn(), ids::parse(&ADVISORY_GROUP, group_id)?)
}

/// Records a group.
///
/// # Errors
/// [`Error::NameRequired`](crate::error::Error::NameRequired);
/// [`Error::UnknownCode`](crate::error::Error::UnknownCode).
pub fn create(file: &mut CaseFile, form: &GroupForm) -> Result<Saved> {
    let name = checks::name("name", &form.name)?;
    codes::ensure("advisory_group_kind", "kind", &form.kind)?;
    let (id, changes) = file.change(Action::KeepGroup, |change| {
        let fields = [
            ("name", Value::text(name)),
            ("kind", Value::text(&*form.kind)),
        ];
        Ok(change.create(&ADVISORY_GROUP, fields))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Adds a member.
///
/// # Errors
/// [`Error::NameRequired`](crate::error::Error::NameRequired); those of the dates;
/// [`Error::NotFound`](crate::error::Error::NotFound).
pub fn add_member(file: &mut CaseFile, group_id: &str, form: &MemberForm) -> Result<Saved> {
    let group = ids::parse(&ADVISORY_GROUP, group_id)?;
    let fields = member_fields(form)?;
    let (id, changes) = file.change(Action::KeepGroup, |change| {
        change.state(&ADVISORY_GROUP, group)?;
        if let Some(partner) = partner_of(form)? {
            change.state(&PARTNER, partner)?;
        }
        let mut fields = fields;
        fields.push(("advisory_group", reference(group)));
        Ok(change.create(&GROUP_MEMBER, fields))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Edits a member in place of what the form had shown; also that he or she left.
///
/// # Errors
/// As [`add_member`].
pub fn edit_member(
    file: &mut CaseFile,
    member_id: &str,
    form: &MemberForm,
    seen: &str,
) -> Result<Saved> {
    let (id, seen) = (
        ids::parse(&GROUP_MEMBER, member_id)?,
        Seen::from_token(seen)?,
    );
    let fields = member_fields(form)?;
    let ((), changes) = file.change(Action::KeepGroup, |change| {
        change.state(&GROUP_MEMBER, id)?;
        change.edit(&GROUP_MEMBER, id, &seen, fields)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Records a meeting.
///
/// # Errors
/// [`Error::DateInFuture`](crate::error::Error::DateInFuture);
/// [`Error::CaseNumberInText`](crate::error::Error::CaseNumberInText).
pub fn record_meeting(file: &mut CaseFile, group_id: &str, form: &MeetingForm) -> Result<Saved> {
    let group = ids::parse(&ADVISORY_GROUP, group_id)?;
    let held_on = checks::past_day("held_on", &form.held_on, file.now().date_naive())?;
    let minutes = checks::about_nobody("minutes", &form.minutes)?;
    let lines = |field, lines: &[String]| -> Result<Value> {
        let lines = lines.iter().map(|line| checks::about_nobody(field, line));
        let lines: Vec<String> = lines.collect::<Result<_>>()?;
        let kept = lines.into_iter().filter(|line| !line.is_empty());
        Ok(Value::List(kept.map(Value::from).collect()))
    };
    let (present, decisions) = (
        lines("present", &form.present)?,
        lines("decisions", &form.decisions)?,
    );
    let (id, changes) = file.change(Action::KeepGroup, |change| {
        change.state(&ADVISORY_GROUP, group)?;
        let fields = [
            ("advisory_group", reference(group)),
            ("held_on", Value::text(held_on.to_string())),
            ("present", present),
            ("minutes", Value::text(minutes)),
            ("decisions", decisions),
            ("staff", reference(change.staff())),
            ("at", Value::text(days::instant(change.now()))),
        ];
        Ok(change.create(&GROUP_MEETING, fields))
    })?;
    Ok(Saved::new(id, &changes))
}

fn member_fields(form: &MemberForm) -> Result<Vec<(&'static str, Value)>> {
    let joined = checks::day_if_any("joined_on", form.joined_on.as_deref())?;
    let left = checks::day_if_any("left_on", form.left_on.as_deref())?;
    checks::in_order("left_on", joined, left)?;
    let day = |day: Option<chrono::NaiveDate>| {
        day.map_or(Value::Null, |day| Value::text(day.to_string()))
    };
    Ok(vec![
        ("person", Value::text(checks::name("person", &form.person)?)),
        ("partner", partner_of(form)?.map_or(Value::Null, reference)),
        ("co_chair", Value::Bool(form.co_chair)),
        ("joined_on", day(joined)),
        ("left_on", day(left)),
    ])
}

fn partner_of(form: &MemberForm) -> Result<Option<EntityId>> {
    form.partner_id
        .as_deref()
        .map(|id| ids::parse(&PARTNER, id))
        .transpose()
}
