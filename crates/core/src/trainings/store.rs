//! Reading training sessions.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use countyline_ledger::EntityId;
use rusqlite::Connection;

use super::{TrainingForm, TrainingRow, TrainingView};
use crate::error::Result;
use crate::registry::TRAINING_SESSION;
use crate::standing::{self, Standing};
use crate::{ids, staff};

struct Session {
    id: EntityId,
    shown: Standing,
    first: EntityId,
    attended: Vec<EntityId>,
}

pub(super) fn rows(conn: &Connection, today: NaiveDate) -> Result<Vec<TrainingRow>> {
    let sessions = sessions(conn)?;
    let people = staff::with_access(conn, today)?;
    let mut rows = Vec::new();
    for first in sessions
        .iter()
        .filter(|session| session.first == session.id)
    {
        let row: Vec<&Session> = sessions
            .iter()
            .filter(|session| session.first == first.id)
            .collect();
        let came: BTreeSet<EntityId> = row
            .iter()
            .flat_map(|session| session.attended.iter().copied())
            .collect();
        // One mandatory session makes the row mandatory, whoever forgot the mark on another.
        let mandatory = row.iter().any(|session| session.shown.is("mandatory"));
        let lacking = people
            .iter()
            .filter(|(id, _)| mandatory && !came.contains(id))
            .map(|(_, name)| name.clone());
        rows.push(TrainingRow {
            topic: first.shown.text("topic"),
            mandatory,
            lacking: lacking.collect(),
            sessions: row.into_iter().map(view).collect(),
        });
    }
    Ok(rows)
}

fn sessions(conn: &Connection) -> Result<Vec<Session>> {
    let sql = "SELECT id FROM training_session WHERE deleted <> 1 ORDER BY held_on DESC, id DESC";
    let found = standing::ids(conn, sql, [])?;
    let sessions = found.into_iter().map(|id| {
        let shown = Standing::load(conn, &TRAINING_SESSION, id)?;
        Ok(Session {
            first: shown.named("repeat_of").unwrap_or(id),
            attended: shown.references("attended"),
            id,
            shown,
        })
    });
    sessions.collect()
}

fn view(session: &Session) -> TrainingView {
    let shown = &session.shown;
    TrainingView {
        id: ids::text(session.id),
        form: TrainingForm {
            topic: shown.text("topic"),
            held_on: shown.text("held_on"),
            mandatory: shown.is("mandatory"),
            repeat_of: shown.named("repeat_of").map(ids::text),
            minutes: shown.number("minutes").unwrap_or(0),
            attended: session.attended.iter().copied().map(ids::text).collect(),
        },
        in_conflict: shown.in_conflict(),
    }
}
