//! The county's key that weeks are sealed for, replaced every quarter: its epochs.
//!
//! A new epoch stands in the next roster and reaches the laptops with their return files. The key before
//! stays here until every laptop has shown that it knows the new one, and 90 days longer, for sticks that
//! lie in a drawer; what is sealed for it opens all that time. Then a person destroys it, and with it
//! everything that was ever sealed for it: forgotten sticks, mailed copies, what was erased since.
//!
//! No key goes while a file that waits in the office is sealed for it: the key would take the only way into
//! that week with it. The clock alone destroys nothing, because it may be years wrong and the key does not come back. The
//! public half stays for ever, so that a late week is told from a foreign one.

use std::path::PathBuf;

use chrono::{DateTime, Days, Months, NaiveDate};
use countyline_bundle::{OpeningKey, Roster, SealingKey, Source, is_sealed_for};
use countyline_ledger::Value;
use rusqlite::{Connection, Row};
use zeroize::Zeroizing;

use super::{KeysView, ReplacedKeyView, RosterAlarm, arriving, parked, roster, store, undoing};
use crate::casefile::{Action, BundleRandom, CaseFile};
use crate::days;
use crate::error::{Error, Result};
use crate::files::OpenFile;

/// How long a replaced key stays after the last laptop has shown that it knows the new one.
const KEPT_DAYS: u64 = 90;
/// After how many months a new key is suggested.
const EPOCH_MONTHS: u32 = 3;

/// The county's keys: the present one, the replaced ones, and what keeps each of them.
pub fn keys(file: &CaseFile) -> Result<KeysView> {
    file.place().ensure_county()?;
    let (roster, _) = roster::current(file)?;
    let replaced = replaced(file.conn())?;
    let since = match replaced.last() {
        Some(before) => before.replaced_at.clone(),
        None => founded_at(file.conn())?,
    };
    let replace_on = date(&since).and_then(|day| day.checked_add_months(Months::new(EPOCH_MONTHS)));
    let mut views = Vec::new();
    for key in replaced.iter().rev() {
        views.push(view(file.conn(), &roster, key)?);
    }
    let alarms = store::alarms(file.conn())?;
    Ok(KeysView {
        epoch: count(roster.county.key_epoch),
        since: days::day_of(&since),
        words: roster::owned(roster.county.six_words()),
        replace_on: replace_on.map(|day| day.to_string()).unwrap_or_default(),
        replace_suggested: replace_on.is_some_and(|day| file.now().date_naive() >= day),
        own_key_missing: roster.county.sealing_key != *file.place().opening_key.sealing_key(),
        replaced: views,
        alarms: alarms
            .into_iter()
            .map(|(device, version, seen_at)| RosterAlarm {
                laptop_name: roster
                    .entry(&device)
                    .map(|entry| entry.laptop_name.clone())
                    .unwrap_or_default(),
                version: count(version),
                seen_at,
            })
            .collect(),
    })
}

/// Makes a new key for weeks to be sealed for. The one before still opens what is on its way.
///
/// # Errors
/// [`Error::OnlyCounty`].
pub fn replace_key(file: &mut CaseFile) -> Result<KeysView> {
    file.place().ensure_county()?;
    let fresh = OpeningKey::generate(&mut BundleRandom(file.random()));
    let before = file.place().opening_key.clone();
    let (current, _) = roster::current(file)?;
    let (next, signed) = roster::next(file, |next| {
        next.county.sealing_key = fresh.sealing_key().clone();
        next.county.key_epoch += 1;
    })?;
    let now = days::instant(file.now());
    file.change(Action::ReplaceCountyKey, |change| {
        let epoch = Value::Int(i64::try_from(next.county.key_epoch).unwrap_or(i64::MAX));
        change.audit(Action::ReplaceCountyKey, None, epoch);
        change.beside(move |conn| {
            keep_replaced(conn, &current, &before, next.version, &now)?;
            conn.execute(
                "UPDATE place SET opening_key = ?1",
                [fresh.to_bytes().as_ref()],
            )
            .map_err(writing)?;
            store::keep_roster(conn, &next, &signed)
        });
        Ok(())
    })?;
    file.reload_place()?;
    keys(file)
}

/// Destroys a replaced key once nobody needs it any more: in the case file, in what lies beside it, and in
/// the backups, which a fresh one replaces. The last merge, whose sealed files could not be opened again,
/// cannot be taken back from here on. Done again, it finishes what a power cut left.
///
/// # Errors
/// [`Error::OnlyCounty`]; [`Error::KeyStillNeeded`] before its time; [`Error::KeyNeededByFiles`] while
/// files that wait here are sealed for it; [`Error::NotFound`].
pub fn destroy_key(file: &mut CaseFile, epoch: u64) -> Result<KeysView> {
    file.place().ensure_county()?;
    let (roster, _) = roster::current(file)?;
    let known = replaced(file.conn())?;
    let key = known
        .iter()
        .find(|key| key.epoch == epoch)
        .ok_or(Error::NotFound {
            record: "replaced_key",
        })?;
    let can_go_on = view(file.conn(), &roster, key)?.can_go_on;
    let today = file.now().date_naive().to_string();
    if key.opening_key.is_some() {
        if can_go_on.is_none_or(|day| today < day) {
            return Err(Error::KeyStillNeeded);
        }
        ensure_no_file_needs(file, key)?;
        let now = days::instant(file.now());
        file.change(Action::DestroyCountyKey, |change| {
            let number = Value::Int(i64::try_from(epoch).unwrap_or(i64::MAX));
            change.audit(Action::DestroyCountyKey, None, number);
            change.beside(move |conn| {
                conn.execute(
                    "UPDATE replaced_key SET opening_key = x'', destroyed_at = ?2 WHERE epoch = ?1",
                    (epoch, now),
                )
                .map(drop)
                .map_err(writing)
            });
            Ok(())
        })?;
    }
    undoing::let_go_of_merged_files(file)?;
    file.make_anew()?;
    file.replace_backups("key")?;
    keys(file)
}

/// Refuses while a parked file, or one whose merge was taken back, is sealed for this key.
fn ensure_no_file_needs(file: &CaseFile, key: &Replaced) -> Result<()> {
    let mut waiting = parked::copies(file)?;
    for path in undoing::files_taken_back(file)? {
        let path = PathBuf::from(path);
        waiting.push((arriving::name_of(&path), path));
    }
    let mut needing = Vec::new();
    for (name, path) in waiting {
        if is_sealed_for(&OpenFile::open(&path)?, &key.sealing_key)? {
            needing.push(name);
        }
    }
    if needing.is_empty() {
        return Ok(());
    }
    Err(Error::KeyNeededByFiles {
        files: needing.join(", "),
    })
}

/// The key that opens a bundle: the present one, or the replaced one it was sealed for.
///
/// # Errors
/// [`Error::KeyDestroyed`] if that one is gone; [`Error::KeyNotInCopy`] if this office had it, and was
/// brought back from a copy that has not.
pub(super) fn opening_key_for(file: &CaseFile, source: &dyn Source) -> Result<OpeningKey> {
    let present = &file.place().opening_key;
    if is_sealed_for(source, present.sealing_key())? {
        return Ok(present.clone());
    }
    for key in replaced(file.conn())? {
        if !is_sealed_for(source, &key.sealing_key)? {
            continue;
        }
        return match (key.opening_key, key.destroyed_at) {
            (Some(opening), _) => Ok(opening),
            (None, destroyed_at) => Err(Error::KeyDestroyed {
                on: days::day_of(&destroyed_at.unwrap_or_default()),
            }),
        };
    }
    for body in store::rosters(file.conn())?.into_values() {
        let roster = Roster::read_first(&body).map_err(|_| Error::DamagedCaseFile)?;
        if is_sealed_for(source, &roster.county.sealing_key)? {
            return Err(Error::KeyNotInCopy);
        }
    }
    Ok(present.clone())
}

/// A key of an earlier epoch.
struct Replaced {
    epoch: u64,
    sealing_key: SealingKey,
    /// None once destroyed.
    opening_key: Option<OpeningKey>,
    roster_version: u64,
    replaced_at: String,
    destroyed_at: Option<String>,
}

fn view(conn: &Connection, roster: &Roster, key: &Replaced) -> Result<ReplacedKeyView> {
    let mut waits_for = Vec::new();
    let mut last = key.replaced_at.clone();
    for entry in in_office_then(conn, key.roster_version)?.entries {
        // One that was revoked since is waited for no longer; its time counts from then.
        let revoked = roster
            .entry(&entry.device)
            .and_then(|now| now.revoked.clone());
        let settled_at = match (
            revoked,
            store::knew_at(conn, &entry.device, key.roster_version)?,
        ) {
            (_, Some(knew_at)) => knew_at,
            (Some(revoked), None) => days::from_millis(revoked.at_ms),
            (None, None) => {
                waits_for.push(entry.laptop_name);
                continue;
            }
        };
        if millis(&settled_at) > millis(&last) {
            last = settled_at;
        }
    }
    let can_go_on = date(&last)
        .filter(|_| waits_for.is_empty())
        .and_then(|day| day.checked_add_days(Days::new(KEPT_DAYS)));
    Ok(ReplacedKeyView {
        epoch: count(key.epoch),
        replaced_at: key.replaced_at.clone(),
        waits_for,
        can_go_on: can_go_on.map(|day| day.to_string()),
        destroyed_at: key.destroyed_at.clone(),
    })
}

/// The roster that brought the next epoch; everyone on it who was not revoked knew the key before.
fn in_office_then(conn: &Connection, version: u64) -> Result<Roster> {
    let body = store::rosters(conn)?.remove(&version);
    let mut roster = body
        .and_then(|body| Roster::read_first(&body).ok())
        .ok_or(Error::DamagedCaseFile)?;
    roster.entries.retain(|entry| !entry.is_revoked());
    Ok(roster)
}

fn replaced(conn: &Connection) -> Result<Vec<Replaced>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT epoch, sealing_key, opening_key, roster_version, replaced_at, destroyed_at
             FROM replaced_key ORDER BY epoch",
        )
        .map_err(reading)?;
    let rows = statement.query_map([], read).map_err(reading)?;
    let rows: Vec<Option<Replaced>> = rows.collect::<rusqlite::Result<_>>().map_err(reading)?;
    rows.into_iter()
        .collect::<Option<_>>()
        .ok_or(Error::DamagedCaseFile)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Option<Replaced>> {
    let opening = Zeroizing::new(row.get::<_, Vec<u8>>(2)?);
    let (epoch, roster_version) = (row.get(0)?, row.get(3)?);
    let (replaced_at, destroyed_at) = (row.get(4)?, row.get(5)?);
    let sealing_key: [u8; 65] = row.get(1)?;
    let read = || {
        let opening_key = match opening.as_slice() {
            [] => None,
            secret => Some(OpeningKey::from_bytes(secret.try_into().ok()?).ok()?),
        };
        Some(Replaced {
            epoch,
            sealing_key: SealingKey::from_bytes(&sealing_key).ok()?,
            opening_key,
            roster_version,
            replaced_at,
            destroyed_at,
        })
    };
    Ok(read())
}

fn keep_replaced(
    conn: &Connection,
    current: &Roster,
    before: &OpeningKey,
    next_version: u64,
    now: &str,
) -> Result<()> {
    let secret = before.to_bytes();
    conn.execute(
        "INSERT INTO replaced_key (epoch, sealing_key, opening_key, roster_version, replaced_at)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        (
            current.county.key_epoch,
            before.sealing_key().to_bytes(),
            secret.as_slice(),
            next_version,
            now,
        ),
    )
    .map(drop)
    .map_err(writing)
}

fn founded_at(conn: &Connection) -> Result<String> {
    let first = store::rosters(conn)?.into_values().next();
    let roster = first
        .and_then(|body| Roster::read_first(&body).ok())
        .ok_or(Error::DamagedCaseFile)?;
    Ok(days::from_millis(roster.created_ms))
}

fn date(instant: &str) -> Option<NaiveDate> {
    DateTime::parse_from_rfc3339(instant)
        .ok()
        .map(|at| at.date_naive())
}

fn millis(instant: &str) -> i64 {
    DateTime::parse_from_rfc3339(instant).map_or(0, |at| at.timestamp_millis())
}

fn count(number: u64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read the replaced keys", source)
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("write the replaced keys", source)
}
