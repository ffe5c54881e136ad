//! The database that "Check my data" rebuilds into, kept by each thread for the next check: to make its empty
//! tables costs many times what a check of some weeks costs.
//!
//! Whoever gets it finds it as migrations made it. What is written into it stands in a transaction that is
//! never committed.

use std::cell::RefCell;
use std::ops::Deref;

use rusqlite::Connection;

use crate::casefile::in_memory;
use crate::error::{Error, Result};

thread_local! {
    static KEPT: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

/// An empty database with the tables of a case file, lent.
pub(crate) struct Lent(Option<Connection>);

impl Lent {
    /// The one this thread keeps, or a new one.
    pub(crate) fn new() -> Result<Lent> {
        let conn = match KEPT.take() {
            Some(conn) => conn,
            None => in_memory()?,
        };
        conn.set_prepared_statement_cache_capacity(256);
        conn.execute_batch("BEGIN")
            .map_err(|source| Error::database("rebuild the tables", source))?;
        Ok(Lent(Some(conn)))
    }
}

impl Deref for Lent {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.0
            .as_ref()
            .expect("it is given back when it is dropped")
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if let Some(conn) = self.0.take()
            && conn.execute_batch("ROLLBACK").is_ok()
        {
            KEPT.set(Some(conn));
        }
    }
}
