//! Reading the people who work here, their hours and call-outs.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use countyline_ledger::EntityId;
use rusqlite::{Connection, named_params};

use super::{CallOutForm, CallOutView, HoursForm, StaffForm, StaffPage, StaffView};
use crate::error::Result;
use crate::registry::{CALL_OUT, STAFF, STAFF_HOURS};
use crate::standing::{self, Standing};
use crate::{days, ids};

pub(super) fn all(conn: &Connection, today: NaiveDate) -> Result<Vec<StaffView>> {
    let sql = "SELECT id FROM staff WHERE deleted <> 1
               ORDER BY disabled_on IS NOT NULL, name, id";
    let found = standing::ids(conn, sql, [])?;
    found.into_iter().map(|id| one(conn, id, today)).collect()
}

pub(super) fn names(conn: &Connection) -> Result<Vec<String>> {
    let found = standing::ids(conn, "SELECT id FROM staff WHERE deleted <> 1", [])?;
    let mut names = Vec::with_capacity(found.len());
    for id in found {
        names.push(Standing::load(conn, &STAFF, id)?.text("name"));
    }
    Ok(names)
}

pub(super) fn one(conn: &Connection, id: EntityId, today: NaiveDate) -> Result<StaffView> {
    let shown = Standing::load(conn, &STAFF, id)?;
    let disabled_on = shown.maybe("disabled_on");
    let ended = disabled_on.as_deref();
    Ok(StaffView {
        id: ids::text(id),
        has_access: !ended
            .is_some_and(|day| days::day("disabled_on", day).is_ok_and(|day| day <= today)),
        disabled_on,
        minutes_given: standing::counted(
            conn,
            "SELECT coalesce(sum(minutes), 0) FROM staff_hours WHERE person = :id AND deleted <> 1",
            named_params! { ":id": id.0 },
        )?,
        form: StaffForm {
            name: shown.text("name"),
            role: shown.text("role"),
            place: shown.text("place"),
            training_hours: shown.number("training_hours"),
            background_check_on: shown.maybe("background_check_on"),
            availability: shown.set("availability"),
        },
        in_conflict: shown.in_conflict(),
        seen: shown.seen(),
    })
}

pub(super) fn page(conn: &Connection, id: EntityId, today: NaiveDate) -> Result<StaffPage> {
    let sql = "SELECT id FROM staff_hours WHERE person = :id AND deleted <> 1
               ORDER BY worked_on DESC, id DESC";
    let found = standing::ids(conn, sql, named_params! { ":id": id.0 })?;
    let mut minutes_by_kind = BTreeMap::new();
    let mut hours = Vec::with_capacity(found.len());
    for row in found {
        let shown = Standing::load(conn, &STAFF_HOURS, row)?;
        let form = HoursForm {
            staff_id: ids::text(id),
            worked_on: shown.text("worked_on"),
            minutes: shown.number("minutes").unwrap_or(0),
            kind: shown.text("kind"),
        };
        *minutes_by_kind.entry(form.kind.clone()).or_insert(0) += form.minutes;
        hours.push(form);
    }
    Ok(StaffPage {
        person: one(conn, id, today)?,
        hours,
        minutes_by_kind,
        call_outs: call_outs(conn, Some(id))?,
    })
}

pub(super) fn call_outs(conn: &Connection, of: Option<EntityId>) -> Result<Vec<CallOutView>> {
    let sql = "SELECT id FROM call_out WHERE deleted <> 1 AND (:person IS NULL OR person = :person)
               ORDER BY called_at DESC, id DESC";
    let found = standing::ids(conn, sql, named_params! { ":person": of.map(|id| id.0) })?;
    found.into_iter().map(|id| call_out(conn, id)).collect()
}

fn call_out(conn: &Connection, id: EntityId) -> Result<CallOutView> {
    let shown = Standing::load(conn, &CALL_OUT, id)?;
    let person = shown.named("person").unwrap_or(EntityId([0; 16]));
    let (called, arrived) = (shown.text("called_at"), shown.maybe("arrived_at"));
    let instant = |text: &str| chrono::DateTime::parse_from_rfc3339(text).ok();
    let response = arrived.as_deref().and_then(instant).zip(instant(&called));
    Ok(CallOutView {
        id: ids::text(id),
        name: Standing::load(conn, &STAFF, person)
            .map_or_else(|_| String::new(), |shown| shown.text("name")),
        response_minutes: response
            .and_then(|(arrived, called)| i32::try_from((arrived - called).num_minutes()).ok()),
        form: CallOutForm {
            staff_id: ids::text(person),
            called_at: called,
            arrived_at: arrived,
            place: shown.text("place"),
            minutes: shown.number("minutes").unwrap_or(0),
            miles: shown.number("miles").unwrap_or(0),
        },
    })
}
