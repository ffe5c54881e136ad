//! The guard that makes [`CaseFile::change`](super::CaseFile::change) the only way to write.
//!
//! SQLite asks an authorizer before it prepares a statement. Ours refuses every statement that writes,
//! attaches another file or alters a setting, unless the door is open, which it is only inside
//! [`Door::transaction`] and not while the caller's closure runs. A statement prepared while the door was
//! open is not asked about again, so the connection is also set to refuse writing (`query_only`) whenever
//! the door is shut.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::{Error, Result};

/// Whether this connection may write now.
#[derive(Debug)]
pub(crate) struct Door(Arc<AtomicBool>);

impl Door {
    /// Puts the guard on a connection, shut.
    pub(crate) fn guard(conn: &Connection) -> Result<Door> {
        set_query_only(conn, true)?;
        let open = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&open);
        conn.authorizer(Some(move |context: AuthContext<'_>| {
            if asked.load(Ordering::SeqCst) || only_reads(&context.action) {
                Authorization::Allow
            } else {
                Authorization::Deny
            }
        }))
        .map_err(|source| Error::database("guard the case file", source))?;
        Ok(Door(open))
    }

    /// Runs `write` in one transaction, which is on disk when this returns.
    pub(crate) fn transaction<T>(
        &self,
        conn: &Connection,
        write: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        let doing = "write the case file";
        let _opened = Opened::new(&self.0, conn, true)?;
        let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)
            .map_err(|source| Error::database(doing, source))?;
        let value = write(&transaction)?;
        transaction
            .commit()
            .map_err(|source| Error::database(doing, source))?;
        Ok(value)
    }

    /// Runs `write` in a transaction of which nothing stays.
    pub(crate) fn rehearsal<T>(
        &self,
        conn: &Connection,
        write: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        let doing = "rehearse";
        let _opened = Opened::new(&self.0, conn, true)?;
        let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)
            .map_err(|source| Error::database(doing, source))?;
        let value = write(&transaction)?;
        transaction
            .rollback()
            .map_err(|source| Error::database(doing, source))?;
        Ok(value)
    }

    /// Runs what cannot run in a transaction, such as making the file anew.
    pub(crate) fn maintenance<T>(
        &self,
        conn: &Connection,
        work: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        let _opened = Opened::new(&self.0, conn, true)?;
        work(conn)
    }

    /// How long a commit waits for the disk.
    pub(crate) fn set_synchronous(&self, conn: &Connection, mode: &str) -> Result<()> {
        let _opened = Opened::new(&self.0, conn, true)?;
        conn.pragma_update(None, "synchronous", mode)
            .map_err(|source| Error::database("set how to write", source))
    }

    /// Runs `read` with the door shut again.
    pub(crate) fn while_shut<T>(
        &self,
        conn: &Connection,
        read: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        let _shut = Opened::new(&self.0, conn, false)?;
        read()
    }
}

/// The door in one position, for as long as this lives.
struct Opened<'a> {
    door: &'a AtomicBool,
    conn: &'a Connection,
    before: bool,
}

impl<'a> Opened<'a> {
    fn new(door: &'a AtomicBool, conn: &'a Connection, open: bool) -> Result<Opened<'a>> {
        let before = door.load(Ordering::SeqCst);
        put(door, conn, open)?;
        Ok(Opened { door, conn, before })
    }
}

impl Drop for Opened<'_> {
    fn drop(&mut self) {
        // If this fails, the guard still refuses what is prepared from here on.
        let _ = put(self.door, self.conn, self.before);
    }
}

/// The setting itself can only be changed while the door is open.
fn put(door: &AtomicBool, conn: &Connection, open: bool) -> Result<()> {
    door.store(true, Ordering::SeqCst);
    let set = set_query_only(conn, !open);
    door.store(open, Ordering::SeqCst);
    set
}

fn set_query_only(conn: &Connection, on: bool) -> Result<()> {
    conn.pragma_update(None, "query_only", on)
        .map_err(|source| Error::database("guard the case file", source))
}

fn only_reads(action: &AuthAction<'_>) -> bool {
    matches!(
        action,
        AuthAction::Select
            | AuthAction::Read { .. }
            | AuthAction::Function { .. }
            | AuthAction::Recursive
            | AuthAction::Transaction { .. }
            | AuthAction::Pragma {
                pragma_value: None,
                ..
            }
            | AuthAction::Pragma {
                pragma_name: "table_info" | "quick_check",
                ..
            }
    )
}
