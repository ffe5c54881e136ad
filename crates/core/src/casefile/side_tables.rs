//! The side tables: what no row can hold, for each record.
//!
//! Most records have nothing here. Which of these tables hold something of a record is seen when it is
//! loaded ([`Lying`]); what holds nothing is not asked again when it is stored.

use countyline_ledger::{
    ByField, Dot, EntityId, EntityState, FieldId, Head, Heads, Tombstone, Value,
};
use rusqlite::{CachedStatement, Connection, Params, Row};

use super::gap::Gap;
use super::rows::single_head;
use super::tables::{reading, writing};
use crate::error::{Error, Result};
use crate::registry::{Record, Registry};

/// Their names, in the order of [`Lying`].
pub(super) const TABLES: [&str; 4] = ["field_head", "set_member", "tombstone", "replaced_early"];
const FIELD_HEAD: usize = 0;
const SET_MEMBER: usize = 1;
const TOMBSTONE: usize = 2;
const REPLACED_EARLY: usize = 3;

/// Which side tables hold something of a record.
pub(super) type Lying = [bool; TABLES.len()];

/// A record's key as the side tables have it.
type Whose = (u16, EntityId);

/// The side tables of a file.
pub(super) struct SideTables<'c> {
    conn: &'c Connection,
    next: [Option<CachedStatement<'c>>; TABLES.len()],
    gaps: [Option<Gap<Whose>>; TABLES.len()],
}

impl<'c> SideTables<'c> {
    pub(super) fn new(conn: &'c Connection) -> SideTables<'c> {
        SideTables {
            conn,
            next: [None, None, None, None],
            gaps: [None; TABLES.len()],
        }
    }

    /// Forgets what was seen to be empty: something is about to be written.
    pub(super) fn forget_gaps(&mut self) {
        self.gaps = [None; TABLES.len()];
    }

    /// Reads what the tables hold of a record into `state`, and says which do.
    pub(super) fn load(&mut self, state: &mut EntityState) -> Result<Lying> {
        let mut lying = [false; TABLES.len()];
        for (table, holds) in lying.iter_mut().enumerate() {
            *holds = self.holds(table, (state.record.0, state.id))?;
        }
        if lying[FIELD_HEAD] {
            load_field_heads(self.conn, state)?;
        }
        if lying[SET_MEMBER] {
            load_members(self.conn, state)?;
        }
        if lying[TOMBSTONE] {
            load_tombstones(self.conn, state)?;
        }
        if lying[REPLACED_EARLY] {
            load_early(self.conn, state)?;
        }
        Ok(lying)
    }

    /// Writes what stands in a record, of which only the `touched` fields differ from what lies here.
    pub(super) fn store(
        &mut self,
        record: &Record,
        state: &EntityState,
        touched: &[FieldId],
        lying: Lying,
    ) -> Result<()> {
        for field in touched {
            if lying[FIELD_HEAD] {
                self.clear_field(FIELD_HEAD, state, *field)?;
            }
            if lying[SET_MEMBER] {
                self.clear_field(SET_MEMBER, state, *field)?;
            }
            store_field_heads(self.conn, record, state, *field)?;
            store_members(self.conn, state, *field)?;
        }
        if touched.contains(&FieldId::TOMBSTONE) {
            if lying[TOMBSTONE] {
                self.clear(TOMBSTONE, state)?;
            }
            store_tombstones(self.conn, state)?;
        }
        if lying[REPLACED_EARLY] {
            self.clear(REPLACED_EARLY, state)?;
        }
        store_early(self.conn, state)
    }

    fn holds(&mut self, table: usize, whose: Whose) -> Result<bool> {
        if self.gaps[table].is_some_and(|gap| gap.covers(&whose)) {
            return Ok(false);
        }
        let statement = match &mut self.next[table] {
            Some(statement) => statement,
            empty => {
                let sql = format!(
                    "SELECT record, entity FROM {} WHERE (record, entity) >= (?1, ?2)
                     ORDER BY record, entity LIMIT 1",
                    TABLES[table]
                );
                empty.insert(self.conn.prepare_cached(&sql).map_err(reading)?)
            }
        };
        let (record, entity) = whose;
        let mut rows = statement.query((record, entity.0)).map_err(reading)?;
        let next = match rows.next().map_err(reading)? {
            Some(row) => {
                let record = row.get(0).map_err(reading)?;
                let entity = row.get(1).map_err(reading)?;
                Some((record, EntityId(entity)))
            }
            None => None,
        };
        if next == Some(whose) {
            return Ok(true);
        }
        self.gaps[table] = Some(Gap { from: whose, next });
        Ok(false)
    }

    fn clear(&self, table: usize, state: &EntityState) -> Result<()> {
        let table = TABLES[table];
        let sql = format!("DELETE FROM {table} WHERE record = ?1 AND entity = ?2");
        execute(self.conn, &sql, whose(state))
    }

    fn clear_field(&self, table: usize, state: &EntityState, field: FieldId) -> Result<()> {
        let table = TABLES[table];
        let sql = format!("DELETE FROM {table} WHERE record = ?1 AND entity = ?2 AND field = ?3");
        execute(self.conn, &sql, (state.record.0, state.id.0, field.0))
    }
}

fn load_field_heads(conn: &Connection, state: &mut EntityState) -> Result<()> {
    // The last one shows; dots are numbered here only and must not decide which that is.
    let sql = "SELECT field, dot, value FROM field_head JOIN commit_log USING (dot)
         WHERE record = ?1 AND entity = ?2 ORDER BY field, lamport, hash";
    let rows: Vec<(u16, i64, Vec<u8>)> = beside(conn, state, sql, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    let mut fields: ByField<Heads> = ByField::new();
    for (field, dot, value) in rows {
        let dot = Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?;
        let value = Value::decode(&value).map_err(|_| Error::DamagedCaseFile)?;
        fields
            .get_or_default(FieldId(field))
            .push(Head { dot, value });
    }
    state.fields.extend(fields);
    Ok(())
}

fn store_field_heads(
    conn: &Connection,
    record: &Record,
    state: &EntityState,
    field: FieldId,
) -> Result<()> {
    let known = record.field_by_id(field);
    if known.is_some_and(|field| single_head(field, state).is_some()) {
        return Ok(());
    }
    let open = state.is_in_conflict(&Registry, field);
    for head in state.heads(field) {
        execute(
            conn,
            "INSERT INTO field_head (record, entity, field, dot, value, open)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (
                state.record.0,
                state.id.0,
                field.0,
                head.dot.to_i64(),
                head.value.encode(),
                open,
            ),
        )?;
    }
    Ok(())
}

fn load_members(conn: &Connection, state: &mut EntityState) -> Result<()> {
    let sql = "SELECT field, element, dot FROM set_member
         WHERE record = ?1 AND entity = ?2 ORDER BY field, element, dot";
    let rows: Vec<(u16, Vec<u8>, i64)> = beside(conn, state, sql, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    for (field, element, dot) in rows {
        let dot = Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?;
        let dots = state.members.entry((FieldId(field), element)).or_default();
        dots.push(dot);
    }
    Ok(())
}

fn store_members(conn: &Connection, state: &EntityState, field: FieldId) -> Result<()> {
    if state.members.is_empty() {
        return Ok(());
    }
    let of_field = state.members.range((field, Vec::new())..);
    for ((_, element), dots) in of_field.take_while(|((of, _), _)| *of == field) {
        for dot in dots {
            execute(
                conn,
                "INSERT INTO set_member (record, entity, field, element, dot)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                (state.record.0, state.id.0, field.0, element, dot.to_i64()),
            )?;
        }
    }
    Ok(())
}

fn load_tombstones(conn: &Connection, state: &mut EntityState) -> Result<()> {
    let sql = "SELECT dot, seen FROM tombstone WHERE record = ?1 AND entity = ?2 ORDER BY dot";
    let rows: Vec<(i64, Vec<u8>)> = beside(conn, state, sql, |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (dot, seen) in rows {
        let dots: Option<Vec<Dot>> = seen
            .chunks(8)
            .map(|bytes| {
                let number = <[u8; 8]>::try_from(bytes).ok().map(i64::from_be_bytes);
                number.and_then(Dot::from_i64)
            })
            .collect();
        state.tombstones.push(Tombstone {
            dot: Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?,
            seen: dots.ok_or(Error::DamagedCaseFile)?,
        });
    }
    Ok(())
}

fn store_tombstones(conn: &Connection, state: &EntityState) -> Result<()> {
    for tombstone in &state.tombstones {
        let seen: Vec<u8> = tombstone
            .seen
            .iter()
            .flat_map(|dot| dot.to_i64().to_be_bytes())
            .collect();
        execute(
            conn,
            "INSERT INTO tombstone (record, entity, dot, seen) VALUES (?1, ?2, ?3, ?4)",
            (state.record.0, state.id.0, tombstone.dot.to_i64(), seen),
        )?;
    }
    Ok(())
}

fn load_early(conn: &Connection, state: &mut EntityState) -> Result<()> {
    let sql = "SELECT dot, field, element FROM replaced_early WHERE record = ?1 AND entity = ?2";
    let rows: Vec<(i64, u16, Vec<u8>)> = beside(conn, state, sql, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    for (dot, field, element) in rows {
        let dot = Dot::from_i64(dot).ok_or(Error::DamagedCaseFile)?;
        let element = (!element.is_empty()).then_some(element);
        state.early.insert((dot, FieldId(field), element));
    }
    Ok(())
}

fn store_early(conn: &Connection, state: &EntityState) -> Result<()> {
    for (dot, field, element) in &state.early {
        execute(
            conn,
            "INSERT INTO replaced_early (record, entity, dot, field, element)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            (
                state.record.0,
                state.id.0,
                dot.to_i64(),
                field.0,
                element.as_deref().unwrap_or_default(),
            ),
        )?;
    }
    Ok(())
}

fn beside<T>(
    conn: &Connection,
    state: &EntityState,
    sql: &str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let rows = statement.query_map(whose(state), read).map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn execute(conn: &Connection, sql: &str, params: impl Params) -> Result<()> {
    conn.prepare_cached(sql)
        .and_then(|mut statement| statement.execute(params))
        .map_err(writing)?;
    Ok(())
}

fn whose(state: &EntityState) -> (u16, [u8; 16]) {
    (state.record.0, state.id.0)
}
