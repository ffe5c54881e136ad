//! What a person should know about histories: a log that the county and a laptop tell differently, a place
//! that began anew because an older copy of it was put back. A log that was continued twice, with both
//! continuations here, waits in the [inbox](crate::inbox) instead, where every place has it.
//!
//! Nothing is ever deleted because of a notice; both sides of every contradiction are kept. A notice stands
//! until a person has dealt with it, or until the commits that explain it have come.

use countyline_bundle::{Have, LogPoint, Roster};
use countyline_ledger::{LogId, Value};
use rusqlite::{Connection, named_params};

use super::{NoticeView, holdings, roster};
use crate::casefile::{Action, CaseFile, PlaceKind, hex, log};
use crate::error::{Error, Result};
use crate::outside::Head;
use crate::{days, start};

/// What was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Two places tell a commit of the same log and number differently, and nobody has both.
    ToldDifferently,
    /// This laptop was restored from an older copy and writes a new log since.
    BeganAnew,
    /// This county office was restored from an older copy.
    CountyRestored,
}

impl Kind {
    fn code(self) -> &'static str {
        match self {
            Kind::ToldDifferently => "told_differently",
            Kind::BeganAnew => "began_anew",
            Kind::CountyRestored => "county_restored",
        }
    }
}

/// What waits for a person here, the newest first.
pub fn notices(file: &CaseFile) -> Result<Vec<NoticeView>> {
    let known = roster::known(file)?;
    let mut statement = file
        .conn()
        .prepare_cached(
            "SELECT kind, log_id, seq, hash, device, noticed_at FROM notice
             WHERE settled = 0 ORDER BY noticed_at DESC, kind, log_id, seq",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            let kind: String = row.get(0)?;
            let (log_id, seq): ([u8; 16], u64) = (row.get(1)?, row.get(2)?);
            let (hash, device): ([u8; 32], [u8; 16]) = (row.get(3)?, row.get(4)?);
            Ok(NoticeView {
                id: format!("{kind}/{}/{seq}/{}", hex(&log_id), hex(&hash)),
                place: name_of(file, known.as_ref(), &device),
                noticed_at: row.get(5)?,
                kind,
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// A person has dealt with a notice. It stays in the history that she did.
///
/// # Errors
/// [`Error::NotFound`] if there is no such notice, or not any more.
pub fn settle_notice(file: &mut CaseFile, id: &str) -> Result<start::Saved> {
    if !notices(file)?.iter().any(|notice| notice.id == id) {
        return Err(Error::NotFound { record: "notice" });
    }
    let wanted = id.to_owned();
    let ((), changes) = file.change(Action::SettleNotice, |change| {
        change.audit(Action::SettleNotice, None, Value::text(id));
        change.beside(move |conn| {
            conn.execute(
                "UPDATE notice SET settled = 1
                 WHERE kind || '/' || lower(hex(log_id)) || '/' || seq || '/' || lower(hex(hash)) = ?1",
                [wanted],
            )
            .map_err(writing)?;
            Ok(())
        });
        Ok(())
    })?;
    Ok(start::Saved {
        id: id.to_owned(),
        saved_at: days::instant(changes.at),
    })
}

/// Keeps a notice; one that was settled stays so.
pub(crate) fn keep(
    conn: &Connection,
    kind: Kind,
    point: &LogPoint,
    device: &[u8; 16],
    now: &str,
) -> Result<()> {
    conn.execute(
        "INSERT INTO notice (kind, log_id, seq, hash, device, noticed_at, settled)
         VALUES (:kind, :log_id, :seq, :hash, :device, :noticed_at, 0) ON CONFLICT DO NOTHING",
        named_params! {
            ":kind": kind.code(),
            ":log_id": point.log_id,
            ":seq": point.seq,
            ":hash": point.hash,
            ":device": device,
            ":noticed_at": now,
        },
    )
    .map_err(writing)?;
    Ok(())
}

/// Notes that a place ended its log and began another.
pub(crate) fn note_new_log(
    conn: &Connection,
    place: PlaceKind,
    left: &Head,
    device: &[u8; 16],
    now: &str,
) -> Result<()> {
    let kind = match place {
        PlaceKind::CountyOffice => Kind::CountyRestored,
        PlaceKind::Laptop => Kind::BeganAnew,
    };
    let point = LogPoint {
        log_id: left.log_id,
        seq: left.seq,
        hash: left.hash,
    };
    keep(conn, kind, &point, device, now)
}

/// Notices where a place says to hold another commit than the one that is held here, and which we lack.
pub(super) fn keep_contradictions(
    conn: &Connection,
    have: &[Have],
    device: &[u8; 16],
    now: &str,
) -> Result<()> {
    for (log_id, interval) in holdings::intervals(have) {
        let end = LogPoint {
            log_id,
            seq: interval.to,
            hash: interval.hash,
        };
        if contradicts(conn, &end)? {
            keep(conn, Kind::ToldDifferently, &end, device, now)?;
        }
    }
    Ok(())
}

fn contradicts(conn: &Connection, point: &LogPoint) -> Result<bool> {
    if holdings::find(conn, point)?.is_some() {
        return Ok(false);
    }
    for branch in log::branches(conn, LogId(point.log_id))? {
        let dot = log::dot_on_branch(conn, branch.log_rid, point.seq)?;
        if log::hash_at(conn, dot)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Forgets that something was told differently once both tellings are held: then it is a branch.
pub(super) fn forget_explained(conn: &Connection) -> Result<()> {
    let mut statement = conn
        .prepare_cached("SELECT log_id, seq, hash FROM notice WHERE kind = 'told_differently'")
        .map_err(reading)?;
    let points = statement
        .query_map([], |row| {
            Ok(LogPoint {
                log_id: row.get(0)?,
                seq: row.get(1)?,
                hash: row.get(2)?,
            })
        })
        .and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>)
        .map_err(reading)?;
    for point in points {
        if holdings::find(conn, &point)?.is_some() {
            conn.execute(
                "DELETE FROM notice WHERE kind = 'told_differently' AND log_id = ?1 AND seq = ?2
                 AND hash = ?3",
                (point.log_id, point.seq, point.hash),
            )
            .map_err(writing)?;
        }
    }
    Ok(())
}

fn name_of(file: &CaseFile, roster: Option<&Roster>, device: &[u8; 16]) -> String {
    let place = file.place();
    let entry = roster.and_then(|roster| roster.entry(device));
    match entry {
        Some(entry) => entry.laptop_name.clone(),
        None if *device == place.device => place.place_name.clone(),
        None if place.kind == PlaceKind::Laptop => place.office_name.clone(),
        None => String::new(),
    }
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what was noticed", source)
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("keep what was noticed", source)
}
