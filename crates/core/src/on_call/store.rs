//! Reading shifts.

use countyline_ledger::EntityId;
use rusqlite::{Connection, named_params};

use super::{ShiftForm, ShiftTime, ShiftView, of_wall, wall};
use crate::error::Result;
use crate::registry::{ON_CALL_SHIFT, shift_time};
use crate::standing::{self, Standing};
use crate::{ids, staff};

/// Shifts that overlap a time, in the order in which they begin.
pub(super) fn reaching_into(conn: &Connection, time: &ShiftTime) -> Result<Vec<ShiftView>> {
    let sql = "SELECT id FROM on_call_shift
               WHERE begins_at < :ends AND ends_at > :begins AND deleted <> 1
               ORDER BY begins_at, ends_at, id";
    let with = named_params! { ":begins": wall(time.begins), ":ends": wall(time.ends) };
    let found = standing::ids(conn, sql, with)?;
    found.into_iter().map(|id| one(conn, id)).collect()
}

/// When this person is on call already, at a time, by another shift than one.
pub(super) fn of_person_at(
    conn: &Connection,
    person: EntityId,
    time: &ShiftTime,
    but: Option<EntityId>,
) -> Result<Option<ShiftTime>> {
    let sql = "SELECT id FROM on_call_shift
               WHERE begins_at < :ends AND ends_at > :begins AND person = :person
                 AND coalesce(called_off, 0) = 0 AND deleted <> 1
               ORDER BY begins_at, id";
    let with = named_params! {
        ":begins": wall(time.begins), ":ends": wall(time.ends), ":person": person.0,
    };
    let found = standing::ids(conn, sql, with)?;
    for id in found.into_iter().filter(|id| Some(*id) != but) {
        let shown = Standing::load(conn, &ON_CALL_SHIFT, id)?;
        if let Some(other) = time_of(&shown) {
            return Ok(Some(other));
        }
    }
    Ok(None)
}

/// When a shift is.
pub(super) fn time_of(shown: &Standing) -> Option<ShiftTime> {
    let at = |member| of_wall("time", &shown.member("time", member)).ok();
    Some(ShiftTime {
        begins: at(shift_time::BEGINS)?,
        ends: at(shift_time::ENDS)?,
    })
}

/// One shift.
pub(super) fn one(conn: &Connection, id: EntityId) -> Result<ShiftView> {
    let shown = Standing::load(conn, &ON_CALL_SHIFT, id)?;
    let person = shown.named("person").unwrap_or(EntityId([0; 16]));
    Ok(ShiftView {
        id: ids::text(id),
        name: staff::called(conn, person)?,
        called_off: shown.is("called_off"),
        form: ShiftForm {
            staff_id: ids::text(person),
            begins_at: shown.member("time", shift_time::BEGINS),
            ends_at: shown.member("time", shift_time::ENDS),
            order: shown.text("call_order"),
        },
        in_conflict: shown.in_conflict(),
        seen: shown.seen(),
    })
}
