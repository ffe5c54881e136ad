//! The office's own zones: what a form may name, and the records that name something else.
//!
//! Where an office has none installed, a zone is words. Where it has, a form names one of them, however it writes
//! capitals and accents; what stands in a record already is left to it and listed, so that somebody can mend it.

use std::collections::BTreeMap;

use countyline_ledger::EntityId;
use rusqlite::Connection;

use super::{OtherZones, RecordElsewhere, installed};
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::ids;
use crate::partners::directory;
use crate::registry::PARTNER_SERVICE;
use crate::search::plain;
use crate::standing::{self, Standing};

/// What may stand in a form's field for a zone.
pub(crate) struct Zones(Vec<String>);

/// The zones of this office.
///
/// # Errors
/// [`Error::Storage`].
pub(crate) fn zones(file: &CaseFile) -> Result<Zones> {
    Ok(Zones(installed(file)?.zones))
}

impl Zones {
    /// Refuses a zone that is on no list, unless it is what stood there before.
    ///
    /// # Errors
    /// [`Error::ZoneUnknown`] with the zone that is spelled most like it.
    pub(crate) fn ensure(&self, field: &'static str, zone: &str, before: &[String]) -> Result<()> {
        let wanted = plain(zone);
        let is_it = |known: &String| plain(known) == wanted;
        if wanted.trim().is_empty() || self.0.is_empty() || before.iter().any(is_it) {
            return Ok(());
        }
        if self.0.iter().any(is_it) {
            return Ok(());
        }
        let nearest = self
            .0
            .iter()
            .min_by_key(|known| strsim::osa_distance(&plain(known), &wanted));
        Err(Error::ZoneUnknown {
            field,
            nearest: nearest.cloned().unwrap_or_default(),
        })
    }

    fn has(&self, zone: &str) -> bool {
        let wanted = plain(zone);
        self.0.iter().any(|known| plain(known) == wanted)
    }
}

/// The records whose zone is on no list of this office, by zone; none where it has no list.
///
/// # Errors
/// [`Error::CasesNotShown`]; [`Error::Storage`].
pub fn other_zones(file: &CaseFile) -> Result<Vec<OtherZones>> {
    let zones = zones(file)?;
    let mut found: BTreeMap<String, Vec<RecordElsewhere>> = BTreeMap::new();
    let mut take = |record: &str, id: EntityId, about: String, zone: String| {
        if !zones.0.is_empty() && !zones.has(&zone) {
            found.entry(zone).or_default().push(RecordElsewhere {
                record: record.to_owned(),
                id: ids::text(id),
                about,
            });
        }
    };
    for (record, sql) in RECORDS {
        for (id, about, zone) in named_in(file.conn(), sql)? {
            take(record, id, about, zone);
        }
    }
    let services = "SELECT id FROM partner_service WHERE deleted <> 1 ORDER BY name, id";
    for id in standing::ids(file.conn(), services, [])? {
        let service = Standing::load(file.conn(), &PARTNER_SERVICE, id)?;
        for zone in directory::zones_of(&service) {
            take(PARTNER_SERVICE.name, id, service.text("name"), zone);
        }
    }
    let found = found.into_iter();
    Ok(found
        .map(|(zone, records)| OtherZones { zone, records })
        .collect())
}

/// Each kind of record that has one zone, and how its records are called.
const RECORDS: [(&str, &str); 3] = [
    (
        "victim",
        "SELECT id, coalesce(case_number, ''), zone FROM victim
         WHERE coalesce(zone, '') <> '' AND deleted <> 1 ORDER BY case_number, id",
    ),
    (
        "incident",
        "SELECT incident.id, coalesce(min(victim.case_number), ''), incident.zone FROM incident
         LEFT JOIN participation ON participation.incident = incident.id
         LEFT JOIN victim ON victim.id = participation.victim
         WHERE coalesce(incident.zone, '') <> '' AND incident.deleted <> 1
         GROUP BY incident.id ORDER BY 2, incident.id",
    ),
    (
        "partner",
        "SELECT id, coalesce(name, ''), zone FROM partner
         WHERE coalesce(zone, '') <> '' AND deleted <> 1 ORDER BY name, id",
    ),
];

fn named_in(conn: &Connection, sql: &str) -> Result<Vec<(EntityId, String, String)>> {
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            Ok((EntityId(row.get(0)?), row.get(1)?, row.get(2)?))
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read the zones", source)
}
