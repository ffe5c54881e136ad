//! The least that a program keeping such records would have to do: the floors the product is held against.
//!
//! A floor is a file with the product's own tables, indexes and settings, and prepared statements that
//! write exactly the columns the product writes. The audited floor also keeps one row of history for each
//! change, with the same bytes. It checks nothing, merges nothing, signs nothing, and could not
//! tell who changed what while somebody else did.

use std::path::Path;

use countyline_ledger::{Dot, SealedCommit};
use rusqlite::{Connection, params};

use crate::Outcome;
use crate::year::{Contact, Move, Victim};

/// The product's tables and indexes.
const TABLES: [&str; 2] = [
    include_str!("../../../../crates/core/migrations/0001_case_file.sql"),
    include_str!("../../../../crates/core/migrations/0002_casework.sql"),
];
/// What the product sets on each connection, while it merges.
const SETTINGS: &str = "PRAGMA journal_mode = WAL;
     PRAGMA synchronous = FULL;
     PRAGMA secure_delete = ON;
     PRAGMA temp_store = MEMORY;
     PRAGMA cache_size = -32768;
     PRAGMA trusted_schema = OFF;
     PRAGMA foreign_keys = ON;";
const LOG_ROW: &str = "INSERT INTO commit_log (dot, hash, lamport, body, bundle)
     VALUES (?1, ?2, ?3, ?4, 1)";
const CONTACT_ROW: &str =
    "INSERT INTO contact (id, dot, ver, deleted, victim, at, channel, outcome,
         minutes, note, staff, follow_up)
     VALUES (?1, ?2, NULL, 0, ?3, ?4, ?5, ?6, ?7, ?8, ?9, NULL)";
const VICTIM_ROW: &str = "INSERT INTO victim (id, dot, ver, deleted, case_number, name, given_name,
         family_name, birth_year, language, zone, do_not_contact, opened_on)
     VALUES (?1, ?2, NULL, 0, ?3, ?4, ?5, ?6, ?7, ?8, ?9, NULL, ?10)";
const MOVED_ROW: &str = "UPDATE victim SET zone = ?1, ver = ?2 WHERE id = ?3";
/// The floor's own number of the laptop's log.
const LOG_RID: u32 = 2;

/// Whether a floor is encrypted, as the case file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// SQLCipher with a raw 256-bit key.
    Encrypted,
    /// The same SQLite without a key.
    Plain,
}

/// A database file that holds the product's tables.
pub struct Floor {
    conn: Connection,
}

impl Floor {
    /// A new file.
    pub fn new(path: &Path, kept: Kept) -> Outcome<Floor> {
        let floor = Floor::open(path, kept)?;
        floor.conn.execute_batch(&TABLES.concat())?;
        Ok(floor)
    }

    /// A file that is there.
    pub fn open(path: &Path, kept: Kept) -> Outcome<Floor> {
        let conn = Connection::open(path)?;
        if kept == Kept::Encrypted {
            conn.pragma_update(None, "key", format!("x'{}'", "5a".repeat(32)))?;
        }
        conn.execute_batch(SETTINGS)?;
        Ok(Floor { conn })
    }

    /// Contacts with a row of history for each, in one transaction.
    pub fn insert_contacts(
        &mut self,
        contacts: &[Contact],
        commits: &[SealedCommit],
    ) -> Outcome<()> {
        let transaction = self.conn.transaction()?;
        {
            let mut log_row = transaction.prepare(LOG_ROW)?;
            let mut contact_row = transaction.prepare(CONTACT_ROW)?;
            for (contact, sealed) in contacts.iter().zip(commits) {
                let dot = dot(sealed);
                let commit = &sealed.commit;
                let lamport = commit.header().lamport;
                log_row.execute(params![dot, sealed.hash.0, lamport, commit.bytes()])?;
                contact_row.execute(params![
                    contact.id,
                    dot,
                    contact.victim,
                    contact.at,
                    contact.channel,
                    contact.outcome,
                    contact.minutes,
                    contact.note,
                    contact.staff,
                ])?;
            }
        }
        Ok(transaction.commit()?)
    }

    /// Victims, so that there is something to update.
    pub fn insert_victims(&mut self, victims: &[Victim], commits: &[SealedCommit]) -> Outcome<()> {
        let transaction = self.conn.transaction()?;
        {
            let mut log_row = transaction.prepare(LOG_ROW)?;
            let mut victim_row = transaction.prepare(VICTIM_ROW)?;
            for (victim, sealed) in victims.iter().zip(commits) {
                let dot = dot(sealed);
                let commit = &sealed.commit;
                let lamport = commit.header().lamport;
                log_row.execute(params![dot, sealed.hash.0, lamport, commit.bytes()])?;
                victim_row.execute(params![
                    victim.id,
                    dot,
                    victim.case_number,
                    victim.whole_name(),
                    victim.given_name,
                    victim.family_name,
                    victim.birth_year,
                    victim.language,
                    victim.zone,
                    victim.opened_on,
                ])?;
            }
        }
        Ok(transaction.commit()?)
    }

    /// Updates of one column and of what says by which commit it stands, with a row of history for each,
    /// in one transaction.
    pub fn update_zones(&mut self, moves: &[Move], commits: &[SealedCommit]) -> Outcome<()> {
        let transaction = self.conn.transaction()?;
        {
            let mut log_row = transaction.prepare(LOG_ROW)?;
            let mut moved_row = transaction.prepare(MOVED_ROW)?;
            for (moved, sealed) in moves.iter().zip(commits) {
                let dot = dot(sealed);
                let commit = &sealed.commit;
                let lamport = commit.header().lamport;
                log_row.execute(params![dot, sealed.hash.0, lamport, commit.bytes()])?;
                let mut stands_by = vec![5];
                stands_by.extend(dot.to_be_bytes());
                let updated = moved_row.execute(params![moved.zone, stands_by, moved.victim])?;
                if updated != 1 {
                    return Err("the floor updated a victim it does not hold".into());
                }
            }
        }
        Ok(transaction.commit()?)
    }

    /// One row, on disk when this returns.
    pub fn save_one(&self, contact: &Contact, number: usize) -> Outcome<()> {
        let mut id = contact.id;
        id[8..].copy_from_slice(&u64::try_from(number)?.to_be_bytes());
        let mut contact_row = self.conn.prepare_cached(CONTACT_ROW)?;
        contact_row.execute(params![
            id,
            i64::try_from(number)?,
            contact.victim,
            contact.at,
            contact.channel,
            contact.outcome,
            contact.minutes,
            contact.note,
            contact.staff,
        ])?;
        Ok(())
    }
}

/// The same changes as lines of JSON, compressed as a bundle's blocks are.
pub fn compressed_lines(lines: impl IntoIterator<Item = String>) -> Outcome<u64> {
    const LEVEL: i32 = 3;
    let text: String = lines.into_iter().map(|line| line + "\n").collect();
    Ok(zstd::bulk::compress(text.as_bytes(), LEVEL)?.len() as u64)
}

fn dot(sealed: &SealedCommit) -> i64 {
    Dot::new(LOG_RID, sealed.commit.header().seq).to_i64()
}
