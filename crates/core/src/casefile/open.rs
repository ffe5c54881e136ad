//! Opening the database under its key, and bringing an older one up to date.
//!
//! Everything that can be wrong with the file is found before anything is written: a foreign file, one
//! cut short, one from a newer program. A migration backs the file up first.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Once;

use rusqlite::{Connection, OpenFlags, OptionalExtension};
use rusqlite_migration::{M, Migrations};

use super::key::{CaseKey, hex};
use super::{apart, backup, rebuild};
use crate::error::{Error, Result};
use crate::long_work::LongWork;
use crate::registry;
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};

/// Marks a database as a Countyline case file (`CLcf`).
const APPLICATION_ID: i64 = 0x434c_6366;
const PAGE_BYTES: u64 = 4096;
/// How much of the file is kept in memory, in KiB.
pub(super) const CACHE_KIB: i64 = 16 * 1024;
/// The same while commits are taken in.
pub(super) const MERGING_CACHE_KIB: i64 = 32 * 1024;

/// What makes each schema from the one before. Released ones are never edited.
pub(super) const MIGRATIONS: &[M<'static>] = &[
    M::up(include_str!("../../migrations/0001_case_file.sql")),
    M::up(include_str!("../../migrations/0002_casework.sql")),
    M::up(include_str!("../../migrations/0003_send_folder.sql")),
    M::up(include_str!("../../migrations/0004_ways_on_paper.sql")),
    M::up(include_str!("../../migrations/0005_own_lists.sql")),
    M::up(include_str!("../../migrations/0006_looks.sql")),
    M::up(include_str!("../../migrations/0007_on_call.sql")),
    M::up(include_str!("../../migrations/0008_court_dates.sql")),
    M::up(include_str!("../../migrations/0009_own_needs.sql")),
    M::up(include_str!("../../migrations/0010_report_snapshot.sql")),
    M::up(include_str!("../../migrations/0011_waiting_referrals.sql")),
    M::up(include_str!("../../migrations/0012_came_out.sql")),
    M::up(include_str!("../../migrations/0013_call_back_phone.sql")),
    M::up(include_str!("../../migrations/0014_services_on_paper.sql")),
];

/// Where an office folder keeps its database.
pub(crate) fn path_in(folder: &Path) -> PathBuf {
    folder.join("case.db")
}

/// Makes the database of a new office.
pub(crate) fn create(folder: &Path, key: &CaseKey) -> Result<Connection> {
    let mut conn = connect(
        &path_in(folder),
        key,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    )?;
    set_up(&conn)?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(opening)?;
    migrate(&mut conn, MIGRATIONS)?;
    Ok(conn)
}

/// Opens the database of an office and brings it up to date.
pub(crate) fn open(folder: &Path, key: &CaseKey, stamp: &str) -> Result<Connection> {
    open_migrating(folder, key, stamp, MIGRATIONS)
}

/// As [`open`], in a program that knows these migrations.
pub(crate) fn open_migrating(
    folder: &Path,
    key: &CaseKey,
    stamp: &str,
    migrations: &[M<'static>],
) -> Result<Connection> {
    let known = migrations.len() as i64;
    let path = path_in(folder);
    ensure_whole(&path)?;
    let mut conn = connect(&path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let found = schema_of(&conn)?;
    if found > known {
        return Err(Error::NewerCaseFile { found, known });
    }
    set_up(&conn)?;
    if found < known {
        let name = format!("before-schema-{known}-{stamp}");
        let to = (&*backup::in_office(folder), &*name);
        backup::copy(&conn, folder, key, to, &LongWork::default())?;
        migrate(&mut conn, migrations)?;
    }
    make_tables_anew(&mut conn)?;
    Ok(conn)
}

/// Makes the tables anew if they were made by a program that knew less: what it kept in the history without
/// understanding it is shown from now on.
fn make_tables_anew(conn: &mut Connection) -> Result<()> {
    #[cfg(any(test, feature = "testing"))]
    if breaks(Broken::NewerStaysRaw) {
        return Ok(());
    }
    let made_by: Option<u16> = conn
        .query_row("SELECT tables_version FROM place", [], |row| row.get(0))
        .optional()
        .map_err(opening)?;
    if made_by.is_none_or(|made_by| made_by >= registry::version()) {
        return Ok(());
    }
    let transaction = conn.transaction().map_err(opening)?;
    apart::set_all_apart(&transaction)?;
    rebuild::in_place(&transaction)?;
    transaction
        .execute(
            "UPDATE place SET tables_version = ?1",
            [registry::version()],
        )
        .map_err(opening)?;
    transaction.commit().map_err(opening)
}

/// Opens a database that is not encrypted, as [`copy_unencrypted`] makes one.
#[cfg(feature = "testing")]
pub(crate) fn open_unencrypted(folder: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path_in(folder), flags).map_err(opening)?;
    set_up(&conn)?;
    Ok(conn)
}

/// Copies the database of a closed office into another folder, without encryption.
#[cfg(feature = "testing")]
pub(crate) fn copy_unencrypted(folder: &Path, key: &CaseKey, to: &Path) -> Result<()> {
    // The copy is opened with the same flags, and does not exist yet.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let conn = connect(&path_in(folder), key, flags)?;
    let copy = || -> rusqlite::Result<()> {
        let to = path_in(to);
        conn.execute("ATTACH DATABASE ?1 AS plain KEY ''", [to.to_string_lossy()])?;
        conn.query_row("SELECT sqlcipher_export('plain')", [], |_| Ok(()))?;
        for name in ["application_id", "user_version"] {
            let number: i64 = conn.pragma_query_value(None, name, |row| row.get(0))?;
            conn.pragma_update(Some("plain"), name, number)?;
        }
        conn.execute_batch("DETACH DATABASE plain")
    };
    copy().map_err(|source| Error::database("copy the case file", source))
}

/// A database in memory with the same tables, to rebuild into.
pub(crate) fn in_memory() -> Result<Connection> {
    let mut conn = Connection::open_in_memory().map_err(opening)?;
    migrate(&mut conn, MIGRATIONS)?;
    Ok(conn)
}

/// Finds what no passphrase can mend before SQLite touches the file.
fn ensure_whole(path: &Path) -> Result<()> {
    let length = fs::metadata(path).map_err(|_| Error::NotACaseFile)?.len();
    let plain = fs::File::open(path)
        .and_then(|mut file| {
            let mut start = [0u8; 16];
            std::io::Read::read_exact(&mut file, &mut start).map(|()| start)
        })
        .is_ok_and(|start| start == *b"SQLite format 3\0");
    if plain {
        return Err(Error::NotACaseFile);
    }
    // A power cut while the journal was carried over may have left half a page at the end: SQLite writes it anew
    // from the journal, which is still there.
    let journal = fs::metadata(path.with_extension("db-wal"));
    let is_mended = journal.is_ok_and(|journal| journal.len() > 0);
    if length == 0 || (length % PAGE_BYTES != 0 && !is_mended) {
        return Err(Error::DamagedCaseFile);
    }
    Ok(())
}

pub(super) fn connect(path: &Path, key: &CaseKey, flags: OpenFlags) -> Result<Connection> {
    let conn = open_file(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(opening)?;
    let raw_key = zeroize::Zeroizing::new(format!("x'{}'", hex(key.as_ref())));
    conn.pragma_update(None, "key", raw_key.as_str())
        .map_err(opening)?;
    // A wrong key is told by our own error; SQLCipher would also write to standard error.
    conn.execute_batch("PRAGMA cipher_log_level = NONE;")
        .map_err(opening)?;
    // One program has an office open: SQLite need not share an index of the journal with others.
    conn.execute_batch("PRAGMA locking_mode = EXCLUSIVE;")
        .map_err(opening)?;
    Ok(conn)
}

/// Has one connection opened before any that counts. SQLite calls itself ready a moment before its encryption is, so a
/// second thread that opened a file in that moment was told that it could not set the key.
fn start_sqlite() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| drop(Connection::open_in_memory()));
}

fn open_file(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    start_sqlite();
    #[cfg(any(test, feature = "testing"))]
    if let Some(vfs) = crate::testing::storage::vfs() {
        return Connection::open_with_flags_and_vfs(path, flags, vfs.as_str());
    }
    Connection::open_with_flags(path, flags)
}

/// The first read proves the key; a file cut at a page boundary is found by the count in its header.
fn schema_of(conn: &Connection) -> Result<i64> {
    let number = |name: &str| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let application = number("application_id").map_err(opening)?;
    if application != APPLICATION_ID {
        return Err(Error::NotACaseFile);
    }
    number("user_version").map_err(opening)
}

fn set_up(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA trusted_schema = OFF;
         PRAGMA foreign_keys = ON;",
    )
    .and_then(|()| conn.pragma_update(None, "cache_size", -CACHE_KIB))
    .map_err(opening)?;
    conn.set_prepared_statement_cache_capacity(256);
    #[cfg(any(test, feature = "testing"))]
    if breaks(Broken::SavedBeforeSynced) {
        conn.execute_batch("PRAGMA synchronous = OFF;")
            .map_err(opening)?;
    }
    Ok(())
}

/// All of them in one transaction, or none.
fn migrate(conn: &mut Connection, migrations: &[M<'static>]) -> Result<()> {
    let outcome = Migrations::from_slice(migrations).to_latest(conn);
    outcome.map_err(|source| match source {
        rusqlite_migration::Error::RusqliteError { err, .. } => {
            Error::database("bring the case file up to date", err)
        }
        other => Error::Storage {
            doing: "bring the case file up to date",
            source: Box::new(other),
        },
    })
}

fn opening(source: rusqlite::Error) -> Error {
    Error::database("open the case file", source)
}
