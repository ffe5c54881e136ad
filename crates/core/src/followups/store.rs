//! Reading follow-ups.

use chrono::{DateTime, FixedOffset};
use countyline_ledger::EntityId;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::next_step::Attempt;
use super::{FollowUpView, QueueRow, QueueView};
use crate::casefile::{Seen, key, tables};
use crate::error::{Error, Result};
use crate::ids;
use crate::registry::FOLLOW_UP;

/// An open follow-up.
pub(crate) struct Due {
    pub(crate) follow_up: EntityId,
    pub(crate) victim: EntityId,
    pub(crate) due_on: String,
    pub(crate) reason: String,
    /// Name of who is to do it; empty for nobody in particular.
    pub(crate) assigned_to: String,
}

/// Which open follow-ups are meant, by the day they are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DueWhen {
    /// Before today.
    Late,
    /// Today; also what is due on a date that no program of this version can read.
    Today,
    /// After today, up to the last day shown.
    Upcoming,
}

impl DueWhen {
    /// As a condition on a row. A date has ten characters; what does not is not put in order with days.
    fn condition(self) -> &'static str {
        match self {
            DueWhen::Late => "due_on < :today AND length(due_on) = 10",
            DueWhen::Today => "(due_on = :today OR length(due_on) <> 10)",
            DueWhen::Upcoming => "due_on > :today AND length(due_on) = 10",
        }
    }
}

/// What is an open follow-up of somebody that Today knows of.
const OPEN: &str = "state = 'open' AND deleted <> 1 AND victim IS NOT NULL AND due_on <= :until";

/// Open follow-ups, the longest overdue first: those behind the first `skip`, so many at most.
pub(crate) fn due(
    conn: &Connection,
    when: DueWhen,
    (today, until): (&str, &str),
    skip: usize,
    most: usize,
) -> Result<Vec<Due>> {
    let sql = format!(
        "SELECT id, victim, due_on, coalesce(reason, 'other'),
            coalesce((SELECT name FROM staff WHERE staff.id = follow_up.assigned_to), '')
         FROM follow_up
         WHERE {OPEN} AND {} ORDER BY due_on, id LIMIT :most OFFSET :skip",
        when.condition()
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let asked = named_params! { ":today": today, ":until": until, ":most": most, ":skip": skip };
    let rows = statement
        .query_map(asked, |row| {
            Ok(Due {
                follow_up: EntityId(row.get(0)?),
                victim: EntityId(row.get(1)?),
                due_on: row.get(2)?,
                reason: row.get(3)?,
                assigned_to: row.get(4)?,
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// How many there are of each: late, today, upcoming.
pub(crate) fn count_due(
    conn: &Connection,
    (today, until): (&str, &str),
) -> Result<(i32, i32, i32)> {
    let [late, now, soon] =
        [DueWhen::Late, DueWhen::Today, DueWhen::Upcoming].map(DueWhen::condition);
    let sql = format!(
        "SELECT count(*) FILTER (WHERE {late}), count(*) FILTER (WHERE {now}),
            count(*) FILTER (WHERE {soon})
         FROM follow_up WHERE {OPEN}"
    );
    conn.prepare_cached(&sql)
        .and_then(|mut statement| {
            statement.query_row(named_params! { ":today": today, ":until": until }, |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
        })
        .map_err(reading)
}

/// A victim's follow-ups, open ones first.
pub(crate) fn of_victim(conn: &Connection, victim: EntityId) -> Result<Vec<FollowUpView>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT id, coalesce(due_on, ''), coalesce(reason, 'other'), coalesce(state, 'open'),
                coalesce(about, ''), assigned_to
             FROM follow_up WHERE victim = :victim AND deleted <> 1
             ORDER BY state <> 'open', due_on DESC, id",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":victim": victim.0 }, |row| {
            let id = EntityId(row.get(0)?);
            let assigned_to: Option<[u8; 16]> = row.get(5)?;
            let said = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
            Ok((id, said, assigned_to))
        })
        .map_err(reading)?;
    let mut follow_ups = Vec::new();
    for row in rows {
        let (id, (due_on, reason, state, about), assigned_to) = row.map_err(reading)?;
        let entity = tables::load(conn, key(&FOLLOW_UP, id))?.ok_or(Error::DamagedCaseFile)?;
        follow_ups.push(FollowUpView {
            id: ids::text(id),
            due_on,
            reason,
            about,
            state,
            assigned_to: assigned_to.map(|id| ids::text(EntityId(id))),
            seen: Seen::of(&entity).token(),
        });
    }
    Ok(follow_ups)
}

/// Open follow-ups by who is to do them.
pub(super) fn queue(conn: &Connection) -> Result<Vec<QueueView>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT follow_up.assigned_to, coalesce(staff.name, ''), follow_up.id, follow_up.victim,
                coalesce(victim.case_number, ''), coalesce(follow_up.reason, 'other'),
                coalesce(follow_up.due_on, '')
             FROM follow_up
             LEFT JOIN staff ON staff.id = follow_up.assigned_to
             LEFT JOIN victim ON victim.id = follow_up.victim
             WHERE follow_up.state = 'open' AND follow_up.deleted <> 1
               AND follow_up.victim IS NOT NULL
             ORDER BY follow_up.assigned_to IS NOT NULL, staff.name, follow_up.assigned_to,
                follow_up.due_on, follow_up.id",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            let person: Option<[u8; 16]> = row.get(0)?;
            let follow_up = QueueRow {
                follow_up_id: ids::text(EntityId(row.get(2)?)),
                victim_id: ids::text(EntityId(row.get(3)?)),
                case_number: row.get(4)?,
                reason: row.get(5)?,
                due_on: row.get(6)?,
            };
            let staff_id = person.map(|id| ids::text(EntityId(id)));
            Ok((staff_id, row.get(1)?, follow_up))
        })
        .map_err(reading)?;
    let mut queue: Vec<QueueView> = Vec::new();
    for row in rows {
        let (staff_id, name, follow_up) = row.map_err(reading)?;
        match queue.last_mut() {
            Some(last) if last.staff_id == staff_id => last.follow_ups.push(follow_up),
            _ => queue.push(QueueView {
                staff_id,
                name,
                follow_ups: vec![follow_up],
            }),
        }
    }
    Ok(queue)
}

/// An open follow-up, with the policy that set it.
pub(super) struct Open {
    pub(super) id: EntityId,
    pub(super) due_at: Option<DateTime<FixedOffset>>,
    pub(super) policy: Option<String>,
    pub(super) policy_version: Option<i32>,
    pub(super) why: Option<String>,
}

/// A victim's open follow-ups. One for a day only, and one that somebody moved to another day than its policy's, is due
/// when that day begins, by universal time.
pub(super) fn open_of_victim(conn: &Connection, victim: EntityId) -> Result<Vec<Open>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT id, iif(moved, due_on || 'T00:00:00+00:00', coalesce(due_at, '')), policy,
                policy_version, iif(moved, NULL, why)
             FROM (SELECT *, due_on <> coalesce(substr(due_at, 1, 10), '') AS moved FROM follow_up)
             WHERE victim = :victim AND coalesce(state, 'open') = 'open' AND deleted <> 1
             ORDER BY id",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":victim": victim.0 }, |row| {
            Ok(Open {
                id: EntityId(row.get(0)?),
                due_at: instant(&row.get::<_, String>(1)?),
                policy: row.get(2)?,
                policy_version: row.get(3)?,
                why: row.get(4)?,
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The contacts made for a follow-up, the oldest first.
pub(super) fn attempts(conn: &Connection, follow_up: EntityId) -> Result<Vec<Attempt>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT at, coalesce(channel, ''), coalesce(outcome, ''), next_at FROM contact
             WHERE follow_up = :follow_up AND deleted <> 1",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":follow_up": follow_up.0 }, |row| {
            let at: Option<String> = row.get(0)?;
            let next_at: Option<String> = row.get(3)?;
            Ok(at.and_then(|at| instant(&at)).map(|at| Attempt {
                at,
                channel: row.get(1).unwrap_or_default(),
                outcome: row.get(2).unwrap_or_default(),
                next_at: next_at.and_then(|at| instant(&at)),
            }))
        })
        .map_err(reading)?;
    let made = rows
        .collect::<rusqlite::Result<Vec<Option<Attempt>>>>()
        .map_err(reading)?;
    let mut made: Vec<Attempt> = made.into_iter().flatten().collect();
    made.sort_by_key(|attempt| attempt.at);
    Ok(made)
}

/// The policy that set a follow-up.
pub(super) fn policy(conn: &Connection, id: EntityId) -> Result<Option<String>> {
    text_of(conn, "policy", id).map(Option::flatten)
}

/// Why it is there; empty if nobody said.
pub(super) fn reason(conn: &Connection, id: EntityId) -> Result<String> {
    text_of(conn, "reason", id).map(|reason| reason.flatten().unwrap_or_default())
}

/// What stands in one of its columns; `None` if it is not here.
fn text_of(conn: &Connection, column: &str, id: EntityId) -> Result<Option<Option<String>>> {
    conn.prepare_cached(&format!("SELECT {column} FROM follow_up WHERE id = :id"))
        .and_then(|mut statement| {
            statement
                .query_row(named_params! { ":id": id.0 }, |row| row.get(0))
                .optional()
        })
        .map_err(reading)
}

fn instant(text: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text).ok()
}

/// Where a follow-up stands.
pub(super) fn state(conn: &Connection, id: EntityId) -> Result<String> {
    let state = text_of(conn, "state", id)?.ok_or(Error::NotFound {
        record: FOLLOW_UP.name,
    })?;
    Ok(state.unwrap_or_else(|| "open".to_owned()))
}

/// Whose follow-up it is.
pub(super) fn victim(conn: &Connection, id: EntityId) -> Result<Option<EntityId>> {
    conn.prepare_cached("SELECT victim FROM follow_up WHERE id = :id AND victim IS NOT NULL")
        .and_then(|mut statement| {
            statement
                .query_row(named_params! { ":id": id.0 }, |row| {
                    row.get(0).map(EntityId)
                })
                .optional()
        })
        .map_err(reading)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read follow-ups", source)
}
