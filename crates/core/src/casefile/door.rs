//! The guard that makes [`CaseFile::change`](super::CaseFile::change) the only way to write.
//!
//! SQLite asks an authorizer before it prepares a statement. Ours refuses every statement that writes,
//! attaches another file or alters a setting, unless the door is open, which it is only inside
//! [`Door::transaction`] and not while the caller's closure runs. A statement prepared while the door was
//! open is not asked about again: what it writes while the door is shut is counted, and no transaction that
//! holds it is committed. A setting that refuses writing (`query_only`) would do the same and let SQLite prepare
//! every statement anew at each change.
//!
//! The same authorizer refuses to read the tables of cases where the person's role sees none, and lets a
//! volunteer's connection read them only through views of her own cases ([`crate::roles`]). What runs while
//! the door is open is the program's own work and sees everything; what it prepared is forgotten when the door
//! is shut.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};

use countyline_ledger::EntityId;

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::open;
use crate::error::{Error, Result};
use crate::roles::{self, Sight};

thread_local! {
    static LAST_REFUSED_TO_SHOW: Cell<bool> = const { Cell::new(false) };
}

/// Whether the last statement this thread was refused was one that reads what is not shown, and not one that
/// writes past the door. SQLite calls both "not authorized", and prepares a statement on the thread that asks.
pub(crate) fn last_refused_to_show() -> bool {
    LAST_REFUSED_TO_SHOW.get()
}

/// Whether this connection may write now, and how much of the cases it shows.
#[derive(Debug)]
pub(crate) struct Door {
    open: Arc<AtomicBool>,
    sight: Arc<AtomicU8>,
    /// Whose own cases are meant.
    staff: Cell<EntityId>,
    /// What is to be set again before anything is saved: commits do not wait for the disk now.
    light: Cell<Option<i64>>,
}

impl Door {
    /// Puts the guard on a connection, shut, and showing everything until it is told who looks.
    pub(crate) fn guard(conn: &Connection) -> Result<Door> {
        let guarding = |source| Error::database("guard the case file", source);
        let open = Arc::new(AtomicBool::new(false));
        let sight = Arc::new(AtomicU8::new(number(Sight::All)));
        let (asked, committing) = (Arc::clone(&open), Arc::clone(&open));
        let shown = Arc::clone(&sight);
        conn.commit_hook(Some(move || !committing.load(Ordering::SeqCst)))
            .map_err(guarding)?;
        let cases: BTreeSet<&'static str> = roles::tables_of_cases().collect();
        let mixed: BTreeSet<&'static str> = roles::mixed_tables().collect();
        conn.authorizer(Some(move |context: AuthContext<'_>| {
            if asked.load(Ordering::SeqCst) {
                return Authorization::Allow;
            }
            let reads = only_reads(&context.action);
            let sight = sight_of(shown.load(Ordering::SeqCst));
            if reads && !is_hidden(&context, sight, &cases, &mixed) {
                return Authorization::Allow;
            }
            LAST_REFUSED_TO_SHOW.set(reads);
            Authorization::Deny
        }))
        .map_err(guarding)?;
        Ok(Door {
            open,
            sight,
            staff: Cell::new(EntityId([0; 16])),
            light: Cell::new(None),
        })
    }

    /// Shows this much from here on, to this person.
    pub(crate) fn show(&self, conn: &Connection, sight: Sight, staff: EntityId) -> Result<()> {
        self.staff.set(staff);
        self.look(conn, sight)
    }

    /// Runs `work`, which writes nothing, with everything shown. Nothing of it may be handed out but what
    /// says nothing of anybody: that the data holds, or a number.
    pub(crate) fn unseen<T>(
        &self,
        conn: &Connection,
        work: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        let before = self.sight();
        self.look(conn, Sight::All)?;
        let outcome = work(conn);
        self.look(conn, before)?;
        outcome
    }

    /// Runs `read`, many statements, and has SQLite lock the file once for all of them. A volunteer's views come and
    /// go while it runs, which no transaction may hold: hers lock it one by one.
    pub(crate) fn at_once<T>(
        &self,
        conn: &Connection,
        read: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        if self.sight() != Sight::All || !conn.is_autocommit() {
            return read();
        }
        // Nothing is written in it, so ending it one way or the other is the same.
        let _transaction = Transaction::new_unchecked(conn, TransactionBehavior::Deferred)
            .map_err(|source| Error::database("read the case file", source))?;
        read()
    }

    fn look(&self, conn: &Connection, sight: Sight) -> Result<()> {
        if sight == self.sight() {
            return Ok(());
        }
        let shut = !self.open.load(Ordering::SeqCst);
        self.put(conn, true)?;
        self.sight.store(number(sight), Ordering::SeqCst);
        if shut {
            self.put(conn, false)?;
        }
        conn.flush_prepared_statement_cache();
        Ok(())
    }

    fn sight(&self) -> Sight {
        sight_of(self.sight.load(Ordering::SeqCst))
    }

    /// Opens or shuts the door. Where not everything is shown, the views go and come with it.
    fn put(&self, conn: &Connection, open: bool) -> Result<()> {
        if self.sight() == Sight::All {
            self.open.store(open, Ordering::SeqCst);
            return Ok(());
        }
        // The views can only be changed while the door is open.
        self.open.store(true, Ordering::SeqCst);
        let arranged = match open {
            true => roles::widen(conn),
            false => roles::narrow(conn, self.sight(), self.staff.get()),
        };
        self.open.store(open, Ordering::SeqCst);
        if !open {
            conn.flush_prepared_statement_cache();
        }
        arranged
    }

    /// Runs `write` in one transaction, which is on disk when this returns.
    pub(crate) fn transaction<T>(
        &self,
        conn: &Connection,
        write: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        let _opened = Opened::new(self, conn, true)?;
        // Whatever was light before: what is saved waits for the disk.
        self.wait_again(conn)?;
        committed(conn, write)
    }

    /// As [`Door::transaction`], but the commit does not wait for the disk. In a write-ahead log nothing is mixed up by
    /// that: a power cut takes the last of these transactions, whole, and none that waited came after them.
    pub(crate) fn lightly<T>(
        &self,
        conn: &Connection,
        write: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        let _opened = Opened::new(self, conn, true)?;
        let waits: i64 = conn
            .pragma_query_value(None, "synchronous", |row| row.get(0))
            .map_err(waiting)?;
        if waits > NORMAL {
            self.light.set(Some(waits));
            conn.pragma_update(None, "synchronous", NORMAL)
                .map_err(waiting)?;
        }
        let written = committed(conn, write);
        self.wait_again(conn)?;
        written
    }

    /// Has commits wait for the disk as they did before [`Door::lightly`].
    fn wait_again(&self, conn: &Connection) -> Result<()> {
        if let Some(waits) = self.light.get() {
            conn.pragma_update(None, "synchronous", waits)
                .map_err(waiting)?;
            self.light.set(None);
        }
        Ok(())
    }

    /// Runs `write` in a transaction of which nothing stays.
    pub(crate) fn rehearsal<T>(
        &self,
        conn: &Connection,
        write: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        let doing = "rehearse";
        let _opened = Opened::new(self, conn, true)?;
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
        let _opened = Opened::new(self, conn, true)?;
        work(conn)
    }

    /// Runs `work`, which takes in much, with more of the file in memory than a screen needs. What a merge
    /// writes lies in memory until it is committed; a page that has no room there is written early, and read,
    /// decrypted and written once more when the next portion touches it.
    pub(crate) fn with_room<T>(
        &self,
        conn: &Connection,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        self.set_cache(conn, open::MERGING_CACHE_KIB)?;
        let outcome = work();
        // What was done stands, whatever the cache.
        let _ = self.set_cache(conn, open::CACHE_KIB);
        outcome
    }

    fn set_cache(&self, conn: &Connection, kib: i64) -> Result<()> {
        let _opened = Opened::new(self, conn, true)?;
        conn.pragma_update(None, "cache_size", -kib)
            .map_err(|source| Error::database("set how much is kept in memory", source))
    }

    /// How long a commit waits for the disk.
    pub(crate) fn set_synchronous(&self, conn: &Connection, mode: &str) -> Result<()> {
        let _opened = Opened::new(self, conn, true)?;
        conn.pragma_update(None, "synchronous", mode)
            .map_err(|source| Error::database("set how to write", source))
    }

    /// Runs `read` with the door shut again, within a transaction.
    ///
    /// # Errors
    /// Those of `read`; [`Error::Storage`] if it wrote something.
    pub(crate) fn while_shut<T>(
        &self,
        conn: &Connection,
        read: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        let _shut = Opened::new(self, conn, false)?;
        let before = conn.total_changes();
        let value = read()?;
        if conn.total_changes() != before {
            let refused = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_READONLY);
            let refused = rusqlite::Error::SqliteFailure(refused, None);
            return Err(Error::database("guard the case file", refused));
        }
        Ok(value)
    }
}

/// How a commit waits for the disk: only where the write-ahead log is carried over (`PRAGMA synchronous`).
const NORMAL: i64 = 1;

fn committed<T>(conn: &Connection, write: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
    let doing = "write the case file";
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)
        .map_err(|source| Error::database(doing, source))?;
    let value = write(&transaction)?;
    transaction
        .commit()
        .map_err(|source| Error::database(doing, source))?;
    Ok(value)
}

fn waiting(source: rusqlite::Error) -> Error {
    Error::database("set how to write", source)
}

/// The door in one position, for as long as this lives.
struct Opened<'a> {
    door: &'a Door,
    conn: &'a Connection,
    before: bool,
}

impl<'a> Opened<'a> {
    fn new(door: &'a Door, conn: &'a Connection, open: bool) -> Result<Opened<'a>> {
        let before = door.open.load(Ordering::SeqCst);
        door.put(conn, open)?;
        Ok(Opened { door, conn, before })
    }
}

impl Drop for Opened<'_> {
    fn drop(&mut self) {
        // If this fails, the guard still refuses what is prepared from here on.
        let _ = self.door.put(self.conn, self.before);
    }
}

fn number(sight: Sight) -> u8 {
    match sight {
        Sight::All => 0,
        Sight::Own => 1,
        Sight::None => 2,
    }
}

fn sight_of(number: u8) -> Sight {
    match number {
        0 => Sight::All,
        1 => Sight::Own,
        _ => Sight::None,
    }
}

/// Whether this reads what is not shown. SQLite names no database where a statement reads no column of a table;
/// then the view is meant, if there is one.
fn is_hidden(
    context: &AuthContext<'_>,
    sight: Sight,
    cases: &BTreeSet<&'static str>,
    mixed: &BTreeSet<&'static str>,
) -> bool {
    let AuthAction::Read { table_name, .. } = context.action else {
        return false;
    };
    // Within a view there is an accessor, and nobody but us can make one.
    let past_the_views = context.accessor.is_none();
    let is_case = cases.contains(table_name);
    let in_main = context.database_name == Some("main");
    match sight {
        Sight::All => false,
        Sight::Own => past_the_views && in_main && (is_case || mixed.contains(table_name)),
        Sight::None => past_the_views && (is_case || (in_main && mixed.contains(table_name))),
    }
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
