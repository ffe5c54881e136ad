//! Finishing an erasure in the office's folder, and confirming it.
//!
//! An order is carried out in the history and the tables in one transaction. What was written there before
//! may still lie in free pages, in the write-ahead log, in backups and in the sealed files of the last merge.
//! This clears them, outside of any transaction: the file is made anew, a fresh backup takes the place of all
//! older ones, the sealed files go whose merge stands, and those that wait are reduced. If the power fails
//! between, the next start finishes. Only then does this place confirm the order, in a receipt.
//!
//! Not reached: copies somebody took elsewhere, sealed files on sticks, paper.

use std::fs;

use countyline_ledger::{
    EntityId, EntityKey, EraseScope, OrderId, Owner, RecordType, Registry as _, Value,
};
use rusqlite::Connection;

use super::{Action, CaseFile, PlaceKind, backup, erasing, left_alone, tables};
use crate::days;
use crate::error::{Error, Result};
use crate::registry::{ERASE_RECEIPT, INCIDENT, Registry};

impl CaseFile {
    /// Finishes what orders of erasure have begun here, and confirms them. Older backups are replaced by a
    /// fresh one; says how many there were.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::Storage`]: then it is tried again at the next start.
    pub(crate) fn finish_erasing(&mut self) -> Result<usize> {
        if self.place.agency.is_none() {
            return Ok(0);
        }
        let mut unread = 0;
        if has(
            &self.conn,
            "SELECT EXISTS (SELECT 1 FROM erase_order WHERE swept = 0 OR confirmed = 0)",
        )? {
            unread = crate::exchange::erase_in_waiting_files(self)?;
        }
        self.name_what_was_found()?;
        let mut replaced = 0;
        if has(
            &self.conn,
            "SELECT EXISTS (SELECT 1 FROM erase_order WHERE swept = 0)",
        )? {
            self.door
                .transaction(&self.conn, crate::drafts::erase_about)?;
            self.make_anew()?;
            replaced = self.replace_backups("erasure")?;
            crate::exchange::let_go_of_merged_files(self)?;
            self.door.transaction(&self.conn, |conn| {
                conn.execute("UPDATE erase_order SET swept = 1", [])
                    .map_err(|source| Error::database("erase", source))
            })?;
            // The page that held the mark "not swept" holds nothing else worth clearing.
        }
        // Nothing is confirmed while a sealed file lies here that may hold it.
        if unread == 0 {
            self.confirm()?;
        }
        Ok(replaced)
    }

    /// Writes the file anew without its free pages, and empties the write-ahead log.
    pub(crate) fn make_anew(&self) -> Result<()> {
        let doing = "make the case file anew";
        self.door.maintenance(&self.conn, |conn| {
            for statement in [
                "PRAGMA wal_checkpoint(TRUNCATE)",
                "VACUUM",
                "PRAGMA wal_checkpoint(TRUNCATE)",
            ] {
                conn.execute_batch(statement)
                    .map_err(|source| Error::database(doing, source))?;
            }
            Ok(())
        })
    }

    /// A fresh backup first, so that there is never none.
    pub(crate) fn replace_backups(&self, why: &str) -> Result<usize> {
        let doing = "replace the backups";
        let older = backups(&self.folder)?;
        if older.is_empty() {
            return Ok(0);
        }
        let mut name = format!("after-{why}-{}", super::stamp(&self.outside));
        while older.iter().any(|path| path.ends_with(&name)) {
            name.push('x');
        }
        self.copy_into(&backup::in_office(&self.folder), &name)?;
        for path in &older {
            fs::remove_dir_all(path).map_err(|source| Error::file(doing, source))?;
        }
        Ok(older.len())
    }

    /// At the county: names the records that were found to belong to an erased one, here or by a laptop, in
    /// the order itself, so that every place knows them.
    fn name_what_was_found(&mut self) -> Result<()> {
        if self.place.kind != PlaceKind::CountyOffice {
            return Ok(());
        }
        self.door.transaction(&self.conn, |conn| {
            if adopt(conn)? {
                erasing::carry_out(conn)?;
            }
            Ok(())
        })?;
        let found = found(&self.conn, erasing::FOUND)?;
        if found.is_empty() {
            return Ok(());
        }
        self.change(Action::ExtendErasure, |change| {
            for (order, basis, scopes) in found {
                change.erase(order, basis, scopes);
            }
            Ok(())
        })?;
        Ok(())
    }

    /// One receipt for each order that is finished here.
    fn confirm(&mut self) -> Result<()> {
        let waiting: Vec<OrderId> = column(
            &self.conn,
            "SELECT order_id FROM erase_order WHERE swept = 1 AND confirmed = 0 ORDER BY order_id",
        )?;
        if waiting.is_empty() {
            return Ok(());
        }
        let found = found(&self.conn, erasing::NAMED_BY_A_PART)?;
        let at = days::instant(self.now());
        self.change(Action::ConfirmErasure, |change| {
            for order in &waiting {
                let of_order = found.iter().filter(|(of, ..)| of == order);
                let named = of_order.flat_map(|(_, _, scopes)| scopes).map(|scope| {
                    Value::List(vec![
                        Value::Int(scope.record.0.into()),
                        Value::bytes(scope.entity.0),
                    ])
                });
                change.create(
                    &ERASE_RECEIPT,
                    [
                        ("order_id", Value::bytes(order.0)),
                        ("carried_out_at", Value::text(&*at)),
                        ("found", Value::List(named.collect())),
                    ],
                );
            }
            change.beside(move |conn| {
                conn.execute("UPDATE erase_order SET confirmed = 1 WHERE swept = 1", [])
                    .map_err(|source| Error::database("confirm an erasure", source))?;
                Ok(())
            });
            Ok(())
        })?;
        Ok(())
    }
}

/// The backups in an office's folder.
pub(crate) fn backups(folder: &std::path::Path) -> Result<Vec<std::path::PathBuf>> {
    let doing = "read the backups";
    let entries = match fs::read_dir(backup::in_office(folder)) {
        Ok(entries) => entries,
        Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(Error::file(doing, source)),
    };
    let mut found = Vec::new();
    for entry in entries {
        found.push(entry.map_err(|source| Error::file(doing, source))?.path());
    }
    found.sort();
    Ok(found)
}

/// What was found here to belong to an order and is not named in it yet, up to incidents that erased parts named.
fn found(conn: &Connection, up_to: u8) -> Result<Vec<(OrderId, String, Vec<EraseScope>)>> {
    let reading = |source| Error::database("read what was erased", source);
    let mut statement = conn
        .prepare_cached(
            "SELECT order_id, basis, record, entity FROM erase_scope JOIN erase_order USING (order_id)
             WHERE found BETWEEN ?1 AND ?2 ORDER BY order_id, record, entity",
        )
        .map_err(reading)?;
    let mut rows = statement.query([erasing::FOUND, up_to]).map_err(reading)?;
    let mut found: Vec<(OrderId, String, Vec<EraseScope>)> = Vec::new();
    while let Some(row) = rows.next().map_err(reading)? {
        let order = OrderId(row.get(0).map_err(reading)?);
        let scope = EraseScope {
            record: RecordType(row.get(2).map_err(reading)?),
            entity: EntityId(row.get(3).map_err(reading)?),
            fields: Default::default(),
        };
        match found.last_mut() {
            Some((of, _, scopes)) if *of == order => scopes.push(scope),
            _ => found.push((order, row.get(1).map_err(reading)?, vec![scope])),
        }
    }
    Ok(found)
}

/// Covers what laptops found to belong to an order, unless the history here says it is another's: nobody can
/// have a record erased by calling it somebody's. So too the incidents that nobody is left in. Whether there was
/// anything.
fn adopt(conn: &Connection) -> Result<bool> {
    let told = receipts(conn)?.into_iter();
    let told = told.flat_map(|(order, found)| found.into_iter().map(move |key| (order, key)));
    let mut adopted = false;
    for (order, key) in told.chain(left_alone::all(conn)?) {
        let covered = erasing::filter(conn)?.whole(key.entity).is_some();
        if !covered && erasing::is_known(conn, order)? && is_nobodys(conn, key)? {
            erasing::cover_found(conn, order, key)?;
            adopted = true;
        }
    }
    Ok(adopted)
}

/// Whether nothing here says to whom a record belongs that must belong to somebody, or who was in an incident.
fn is_nobodys(conn: &Connection, key: EntityKey) -> Result<bool> {
    if key.record == INCIDENT.record_type() {
        return left_alone::is_left_alone(conn, key.entity);
    }
    let Owner::NamedBy(owner) = Registry.owner(key.record) else {
        return Ok(false);
    };
    let state = tables::load(conn, key)?;
    Ok(state.is_none_or(|state| state.heads(owner).is_empty()))
}

fn receipts(conn: &Connection) -> Result<Vec<(OrderId, Vec<EntityKey>)>> {
    let reading = |source| Error::database("read what was erased", source);
    let mut statement = conn
        .prepare_cached("SELECT order_id, found FROM erase_receipt WHERE order_id IS NOT NULL")
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            Ok((row.get(0)?, row.get::<_, Option<Vec<u8>>>(1)?))
        })
        .map_err(reading)?;
    let mut receipts = Vec::new();
    for row in rows {
        let (order, found) = row.map_err(reading)?;
        receipts.push((
            OrderId(order),
            found_keys(found.as_deref().unwrap_or_default()),
        ));
    }
    Ok(receipts)
}

/// What a receipt names; what is not written as ours are is passed over.
fn found_keys(encoded: &[u8]) -> Vec<EntityKey> {
    let Ok(Value::List(named)) = Value::decode(encoded) else {
        return Vec::new();
    };
    let key = |named: Value| match named {
        Value::List(parts) => match parts.as_slice() {
            [Value::Int(record), Value::Bytes(entity)] => Some(EntityKey {
                record: RecordType(u16::try_from(*record).ok()?),
                entity: EntityId(entity.as_slice().try_into().ok()?),
            }),
            _ => None,
        },
        _ => None,
    };
    named.into_iter().filter_map(key).collect()
}

fn has(conn: &Connection, sql: &str) -> Result<bool> {
    conn.query_row(sql, [], |row| row.get(0))
        .map_err(|source| Error::database("read what was erased", source))
}

fn column(conn: &Connection, sql: &str) -> Result<Vec<OrderId>> {
    let reading = |source| Error::database("read what was erased", source);
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let rows = statement.query_map([], |row| row.get(0)).map_err(reading)?;
    rows.map(|order| order.map(OrderId).map_err(reading))
        .collect()
}
