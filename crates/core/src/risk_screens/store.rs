//! Reading risk screens.

use std::collections::BTreeMap;

use countyline_ledger::{EntityId, Value};
use rusqlite::{Connection, Row, named_params};

use super::ScreenView;
use crate::error::{Error, Result};
use crate::ids;

pub(super) fn of_victim(conn: &Connection, victim: EntityId) -> Result<Vec<ScreenView>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT screen.id, coalesce(instrument, ''), coalesce(instrument_version, 0),
                coalesce(at, ''), result, coalesce(level, 'not_done'), coalesce(trigger, 'none'),
                override_reason, not_done_reason, answers, hotline_called_at,
                coalesce(hotline_answered, 'not_asked'), coalesce(victim_spoke, 'not_asked'),
                minutes, coalesce(staff.name, '')
             FROM risk_screen AS screen LEFT JOIN staff ON staff.id = screen.staff
             WHERE victim = :victim AND screen.deleted <> 1 ORDER BY at DESC, screen.id DESC",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":victim": victim.0 }, view)
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The greatest danger any screen of a victim found; none where none was done.
pub(crate) fn highest_level(conn: &Connection, victim: EntityId) -> Result<Option<String>> {
    conn.prepare_cached(
        "SELECT CASE WHEN max(level = 'high') THEN 'high' WHEN max(level = 'low') THEN 'low' END
         FROM risk_screen WHERE victim = :victim AND deleted <> 1",
    )
    .and_then(|mut statement| {
        statement.query_row(named_params! { ":victim": victim.0 }, |row| row.get(0))
    })
    .map_err(reading)
}

fn view(row: &Row<'_>) -> rusqlite::Result<ScreenView> {
    let answers: Option<Vec<u8>> = row.get(9)?;
    Ok(ScreenView {
        id: ids::text(EntityId(row.get(0)?)),
        instrument: row.get(1)?,
        instrument_version: row.get(2)?,
        at: row.get(3)?,
        result: row.get(4)?,
        level: row.get(5)?,
        trigger: row.get(6)?,
        override_reason: row.get(7)?,
        not_done_reason: row.get(8)?,
        answers: answers.map_or_else(BTreeMap::new, |encoded| answers_of(&encoded)),
        hotline_called_at: row.get(10)?,
        hotline_answered: row.get(11)?,
        victim_spoke: row.get(12)?,
        minutes: row.get(13)?,
        by: row.get(14)?,
    })
}

fn answers_of(encoded: &[u8]) -> BTreeMap<String, String> {
    let Ok(Value::List(pairs)) = Value::decode(encoded) else {
        return BTreeMap::new();
    };
    let pair = |pair: &Value| match pair {
        Value::List(parts) => match parts.as_slice() {
            [item, answer] => Some((item.as_text()?.to_owned(), answer.as_text()?.to_owned())),
            _ => None,
        },
        _ => None,
    };
    pairs.iter().filter_map(pair).collect()
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read risk screens", source)
}
