//! This place's own tables: its roster, the bundles it wrote and read, and attestations.

use std::collections::{BTreeMap, BTreeSet};

use countyline_bundle::{Attestation, KeyId, LastKnown, Roster, RosterPoint};
use countyline_ledger::{Dot, LogId};
use rusqlite::{Connection, OptionalExtension, named_params};

use super::SentBundle;
use crate::casefile::hex;
use crate::error::{Error, Result};

/// The newest roster, as signed.
pub(super) fn roster(conn: &Connection) -> Result<Option<Vec<u8>>> {
    conn.query_row(
        "SELECT body FROM roster ORDER BY version DESC LIMIT 1",
        [],
        |row| row.get(0),
    )
    .optional()
    .map_err(reading)
}

pub(super) fn keep_roster(conn: &Connection, roster: &Roster, body: &[u8]) -> Result<()> {
    conn.execute(
        "INSERT INTO roster (version, body) VALUES (?1, ?2) ON CONFLICT (version) DO NOTHING",
        (roster.version, body),
    )
    .map_err(writing)?;
    Ok(())
}

/// A bundle that was written or read.
pub(super) struct BundleRow<'a> {
    pub(super) sha256: [u8; 32],
    pub(super) direction: &'a str,
    pub(super) number: i32,
    pub(super) device: [u8; 16],
    pub(super) made_at: &'a str,
    pub(super) kept_at: &'a str,
    pub(super) file_name: &'a str,
    pub(super) new_commits: u64,
    pub(super) known_commits: u64,
    pub(super) size_bytes: u64,
}

/// The local number the next bundle will have.
pub(super) fn next_bundle(conn: &Connection) -> Result<i64> {
    conn.query_row(
        "SELECT coalesce(max(bundle_rid), 0) + 1 FROM bundle",
        [],
        |row| row.get(0),
    )
    .map_err(reading)
}

pub(super) fn keep_bundle(conn: &Connection, bundle_rid: i64, row: &BundleRow<'_>) -> Result<()> {
    conn.execute(
        "INSERT INTO bundle (bundle_rid, sha256, direction, number, device, made_at, kept_at,
            file_name, new_commits, known_commits, size_bytes)
         VALUES (:bundle_rid, :sha256, :direction, :number, :device, :made_at, :kept_at,
            :file_name, :new_commits, :known_commits, :size_bytes)
         ON CONFLICT (sha256) DO NOTHING",
        named_params! {
            ":bundle_rid": bundle_rid,
            ":sha256": row.sha256,
            ":direction": row.direction,
            ":number": row.number,
            ":device": row.device,
            ":made_at": row.made_at,
            ":kept_at": row.kept_at,
            ":file_name": row.file_name,
            ":new_commits": row.new_commits,
            ":known_commits": row.known_commits,
            ":size_bytes": row.size_bytes,
        },
    )
    .map_err(writing)?;
    Ok(())
}

pub(super) fn was_received(conn: &Connection, sha256: &[u8; 32]) -> Result<bool> {
    conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM bundle WHERE sha256 = ?1 AND direction = 'received')",
        [sha256],
        |row| row.get(0),
    )
    .map_err(reading)
}

/// The local number of a bundle that was received.
pub(super) fn bundle_with(conn: &Connection, sha256: &[u8; 32]) -> Result<Option<i64>> {
    conn.query_row(
        "SELECT bundle_rid FROM bundle WHERE sha256 = ?1 AND direction = 'received'",
        [sha256],
        |row| row.get(0),
    )
    .optional()
    .map_err(reading)
}

/// How many commits a bundle brought.
pub(super) fn new_commits(conn: &Connection, bundle_rid: i64) -> Result<u64> {
    conn.query_row(
        "SELECT new_commits FROM bundle WHERE bundle_rid = ?1",
        [bundle_rid],
        |row| row.get(0),
    )
    .map_err(reading)
}

/// Whether anything was written for another place since.
pub(super) fn was_something_handed_out_after(conn: &Connection, bundle_rid: i64) -> Result<bool> {
    conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM bundle WHERE bundle_rid > ?1 AND direction <> 'received')",
        [bundle_rid],
        |row| row.get(0),
    )
    .map_err(reading)
}

/// Whether another bundle brought something since.
pub(super) fn was_something_received_after(conn: &Connection, bundle_rid: i64) -> Result<bool> {
    conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM bundle
            WHERE bundle_rid > ?1 AND direction = 'received' AND new_commits > 0)",
        [bundle_rid],
        |row| row.get(0),
    )
    .map_err(reading)
}

/// When the last bundle was taken in here, RFC 3339.
pub(super) fn last_received_at(conn: &Connection) -> Result<Option<String>> {
    conn.query_row(
        "SELECT kept_at FROM bundle WHERE direction = 'received' ORDER BY bundle_rid DESC LIMIT 1",
        [],
        |row| row.get(0),
    )
    .optional()
    .map_err(reading)
}

/// These bundles' hashes, and the names they came under.
pub(super) fn names_of_received(
    conn: &Connection,
    bundles: &BTreeSet<i64>,
) -> Result<Vec<([u8; 32], String)>> {
    let mut names = Vec::new();
    for bundle in bundles {
        let name = conn.query_row(
            "SELECT sha256, file_name FROM bundle WHERE bundle_rid = ?1",
            [bundle],
            |row| Ok((row.get(0)?, row.get(1)?)),
        );
        names.push(name.map_err(reading)?);
    }
    Ok(names)
}

/// Forgets that these bundles were received.
pub(super) fn forget_bundles(conn: &Connection, bundles: &BTreeSet<i64>) -> Result<()> {
    for bundle in bundles {
        conn.execute("DELETE FROM bundle WHERE bundle_rid = ?1", [bundle])
            .map_err(writing)?;
    }
    Ok(())
}

/// The weeks this place sent, newest first; a week that took several bundles once.
pub(super) fn sent(conn: &Connection) -> Result<Vec<SentBundle>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT number, made_at, file_name, sum(new_commits), sum(size_bytes), sha256, count(*),
                min(bundle_rid)
             FROM bundle WHERE direction = 'sent' GROUP BY number ORDER BY number DESC",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            Ok(SentBundle {
                number: row.get(0)?,
                made_at: row.get(1)?,
                path: String::new(),
                file_name: row.get(2)?,
                changes: row.get(3)?,
                size_bytes: row.get(4)?,
                sha256: hex(&row.get::<_, Vec<u8>>(5)?),
                files: row.get(6)?,
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// Where the last week was written; none before the first.
pub(super) fn send_folder(conn: &Connection) -> Result<Option<String>> {
    let folder: String = conn
        .query_row("SELECT send_folder FROM place", [], |row| row.get(0))
        .map_err(reading)?;
    Ok(Some(folder).filter(|folder| !folder.is_empty()))
}

pub(super) fn keep_send_folder(conn: &Connection, folder: &str) -> Result<()> {
    conn.execute("UPDATE place SET send_folder = ?1", [folder])
        .map_err(writing)?;
    Ok(())
}

/// A device's word for a commit of its log, if one was kept.
pub(super) fn attestation(conn: &Connection, dot: Dot) -> Result<Option<Attestation>> {
    let found: Option<(Vec<u8>, Vec<u8>)> = conn
        .prepare_cached("SELECT key, signature FROM attestation WHERE log_rid = ?1 AND seq = ?2")
        .and_then(|mut statement| {
            statement
                .query_row((dot.log_rid(), dot.seq()), |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()
        })
        .map_err(reading)?;
    let attestation = found.map(|(key, signature)| {
        Some(Attestation {
            key: KeyId(key.try_into().ok()?),
            signature: signature.try_into().ok()?,
        })
    });
    match attestation {
        Some(None) => Err(Error::DamagedCaseFile),
        Some(found) => Ok(found),
        None => Ok(None),
    }
}

/// The commits of a stretch of a branch for which their owner's word was kept.
pub(super) fn attested(
    conn: &Connection,
    log_rid: u32,
    from: u64,
    to: u64,
) -> Result<BTreeSet<u64>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT seq FROM attestation WHERE log_rid = ?1 AND seq BETWEEN ?2 AND ?3 ORDER BY seq",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map((log_rid, from, to), |row| row.get(0))
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The logs of the device that signs with this key.
pub(super) fn logs_of(conn: &Connection, key: &KeyId) -> Result<Vec<LogId>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT DISTINCT log.log_id FROM attestation JOIN log USING (log_rid)
             WHERE attestation.key = ?1 ORDER BY log.log_id",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([key.0], |row| row.get(0).map(LogId))
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The key of the device whose log this is, if any of its bundles came.
pub(super) fn owner_of_log(conn: &Connection, log_id: &[u8; 16]) -> Result<Option<KeyId>> {
    conn.prepare_cached(
        "SELECT key FROM attestation WHERE log_rid IN (SELECT log_rid FROM log WHERE log_id = ?1)
         ORDER BY log_rid, seq LIMIT 1",
    )
    .and_then(|mut statement| statement.query_row([log_id], |row| row.get(0)).optional())
    .map(|key| key.map(KeyId))
    .map_err(reading)
}

pub(super) fn keep_attestation(
    conn: &Connection,
    dot: Dot,
    hash: [u8; 32],
    attestation: &Attestation,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO attestation (log_rid, seq, hash, signature, key) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (log_rid, seq) DO NOTHING",
    )
    .and_then(|mut statement| {
        statement.execute((
            dot.log_rid(),
            dot.seq(),
            hash,
            attestation.signature,
            attestation.key.0,
        ))
    })
    .map_err(writing)?;
    Ok(())
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what was exchanged", source)
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("keep what was exchanged", source)
}

/// Writes down which office this laptop belongs to.
pub(super) fn join(conn: &Connection, roster: &Roster) -> Result<()> {
    conn.execute(
        "UPDATE place SET agency = ?1, office_name = ?2, training = ?3",
        (roster.agency, &roster.office_name, roster.training),
    )
    .map_err(writing)?;
    Ok(())
}

/// Every roster held, by version, as signed.
pub(super) fn rosters(conn: &Connection) -> Result<BTreeMap<u64, Vec<u8>>> {
    let mut statement = conn
        .prepare_cached("SELECT version, body FROM roster")
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// Writes down that a laptop knows a roster of ours.
pub(super) fn keep_known(
    conn: &Connection,
    device: &[u8; 16],
    version: u64,
    now: &str,
) -> Result<()> {
    conn.execute(
        "INSERT INTO roster_known (device, version, seen_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (device, version) DO NOTHING",
        (device, version, now),
    )
    .map(drop)
    .map_err(writing)
}

/// Writes down, at a laptop, which roster the county showed last; it is what the county goes by, also where
/// we know a later one.
pub(super) fn keep_shown_by_county(
    conn: &Connection,
    county: &[u8; 16],
    version: u64,
    now: &str,
) -> Result<()> {
    conn.execute("DELETE FROM roster_known WHERE device = ?1", [county])
        .map_err(writing)?;
    keep_known(conn, county, version, now)
}

/// The version of the roster the county showed last, at a laptop.
pub(super) fn shown_by_county(conn: &Connection, county: &[u8; 16]) -> Result<Option<u64>> {
    conn.query_row(
        "SELECT version FROM roster_known WHERE device = ?1",
        [county],
        |row| row.get(0),
    )
    .optional()
    .map_err(reading)
}

/// Writes down that a laptop knows a roster that is not of our chain.
pub(super) fn keep_alarm(
    conn: &Connection,
    device: &[u8; 16],
    known: &RosterPoint,
    now: &str,
) -> Result<()> {
    conn.execute(
        "INSERT INTO roster_alarm (device, version, hash, seen_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (device, version, hash) DO NOTHING",
        (device, known.version, known.hash, now),
    )
    .map(drop)
    .map_err(writing)
}

/// The laptops that showed a roster of another chain, with its version and when it was seen.
pub(super) fn alarms(conn: &Connection) -> Result<Vec<([u8; 16], u64, String)>> {
    let mut statement = conn
        .prepare_cached("SELECT device, version, seen_at FROM roster_alarm ORDER BY seen_at")
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// When a laptop's week first showed that it knows this version or a later one.
pub(super) fn knew_at(
    conn: &Connection,
    device: &[u8; 16],
    version: u64,
) -> Result<Option<String>> {
    conn.query_row(
        "SELECT min(seen_at) FROM roster_known WHERE device = ?1 AND version >= ?2",
        (device, version),
        |row| row.get(0),
    )
    .map_err(reading)
}

/// The newest commit held of each branch of each log that this key vouches for.
pub(super) fn last_known_of(conn: &Connection, key: &KeyId) -> Result<Vec<LastKnown>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT log_id, last_seq, hash FROM log
                JOIN commit_log ON dot = (log_rid << 40 | last_seq)
             WHERE log_id IN (
                SELECT log_id FROM log JOIN attestation USING (log_rid) WHERE key = ?1)
             ORDER BY log_id, last_seq, hash",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([key.0], |row| {
            Ok(LastKnown {
                log_id: row.get(0)?,
                seq: row.get(1)?,
                hash: row.get(2)?,
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}
