//! Reading what is counted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use countyline_ledger::EntityId;
use rusqlite::{Connection, named_params};

use super::persons::{self, ServedFor};
use super::reckoning::{Event, Facts, Person, is_counted};
use super::settings::{Asked, NOT_SAID, NewAgain};
use crate::codes;
use crate::duplicates::Links;
use crate::error::{Error, Result};

/// Service events of a period. Of a referral that two places sent apart, one record counts, in whichever
/// period it lies.
pub(super) const EVENTS_OF_PERIOD: &str = "
    SELECT victim, served_on, coalesce(item, ''), coalesce(quantity, 1),
        coalesce(outcome, 'accepted') = 'accepted', funding_source,
        coalesce(compensation_assistance, 0), victimization, incident
    FROM service_event AS event
    WHERE served_on BETWEEN :from AND :to AND deleted <> 1
      AND (victim IS NOT NULL OR anonymous_contact = 1)
      AND (referral IS NULL OR id = (
        SELECT min(id) FROM service_event AS same
        WHERE same.referral = event.referral AND same.deleted <> 1))
    ORDER BY served_on, id";

/// Victims served between two days, the second left out.
pub(super) const SERVED_BEFORE: &str = "
    SELECT DISTINCT victim, funding_source FROM service_event
    WHERE served_on >= :since AND served_on < :from AND deleted <> 1
      AND victim IS NOT NULL AND coalesce(outcome, 'accepted') = 'accepted'";

/// Everything the reckoning needs of a period.
pub(super) fn facts(conn: &Connection, asked: &Asked) -> Result<Facts> {
    let links = Links::load(conn)?;
    let mut persons = Persons {
        links: &links,
        places: BTreeMap::new(),
        records: Vec::new(),
        served_for: Vec::new(),
    };
    let events = events(conn, asked, &mut persons)?;
    let served_before = served_before(conn, asked, &persons)?;
    let mut known = Vec::with_capacity(persons.records.len());
    let with_services = persons.records.iter().zip(&persons.served_for).enumerate();
    for (person, (records, served_for)) in with_services {
        let first = events.iter().find(|event| event.person == Some(person));
        let on = first.map_or(asked.from, |event| event.on);
        known.push(persons::facts(conn, records, asked.age_at, on, served_for)?);
    }
    Ok(Facts {
        events,
        persons: known,
        served_before,
    })
}

/// The persons met while reading, each with all of her records.
struct Persons<'a> {
    links: &'a Links,
    /// The record that stands for a person, and her place.
    places: BTreeMap<EntityId, Person>,
    records: Vec<Vec<EntityId>>,
    /// For what each was served, of the services that are counted.
    served_for: Vec<ServedFor>,
}

impl Persons<'_> {
    fn place(&mut self, victim: EntityId) -> Person {
        let records = self.links.person(victim);
        let next = self.records.len();
        let place = *self.places.entry(records[0]).or_insert(next);
        if place == next {
            self.records.push(records);
            self.served_for.push(ServedFor::Incidents(BTreeSet::new()));
        }
        place
    }

    /// Notes a counted service.
    fn served(&mut self, person: Person, incident: Option<EntityId>) {
        let before = ServedFor::Incidents(BTreeSet::new());
        let before = std::mem::replace(&mut self.served_for[person], before);
        self.served_for[person] = before.and(incident);
    }

    fn known(&self, victim: EntityId) -> Option<Person> {
        self.places.get(&self.links.person(victim)[0]).copied()
    }
}

fn events(conn: &Connection, asked: &Asked, persons: &mut Persons<'_>) -> Result<Vec<Event>> {
    let mut statement = conn.prepare_cached(EVENTS_OF_PERIOD).map_err(reading)?;
    let (from, to) = (asked.from.to_string(), asked.to.to_string());
    let mut rows = statement
        .query(named_params! { ":from": from, ":to": to })
        .map_err(reading)?;
    let mut events = Vec::new();
    while let Some(row) = rows.next().map_err(reading)? {
        let event = || -> rusqlite::Result<(Option<[u8; 16]>, String, Event)> {
            let types: Option<Vec<u8>> = row.get(7)?;
            let event = Event {
                person: None,
                incident: row.get::<_, Option<[u8; 16]>>(8)?.map(EntityId),
                on: asked.from,
                item: row.get(2)?,
                quantity: row.get(3)?,
                delivered: row.get(4)?,
                funding_source: row.get(5)?,
                compensation_assistance: row.get(6)?,
                victimization: types.map_or_else(Vec::new, |types| codes::of_encoded(&types)),
            };
            Ok((row.get(0)?, row.get(1)?, event))
        };
        let (victim, served_on, mut event) = event().map_err(reading)?;
        event.person = victim.map(|victim| persons.place(EntityId(victim)));
        // A day that a newer program writes in another way still lies between the two.
        event.on = served_on.parse().unwrap_or(asked.from);
        if let Some(person) = event.person.filter(|_| is_counted(&event, asked)) {
            persons.served(person, event.incident);
        }
        events.push(event);
    }
    Ok(events)
}

/// Of those met in the period, who was served before it since everybody was last new.
fn served_before(
    conn: &Connection,
    asked: &Asked,
    persons: &Persons<'_>,
) -> Result<BTreeSet<Person>> {
    let since = match asked.new_again {
        NewAgain::Never => Some(NaiveDate::MIN),
        other => other.last_until(asked.from),
    };
    // In the first period of an award all are new.
    let Some(since) = since else {
        return Ok(BTreeSet::new());
    };
    let since = since.max(NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or(since));
    let mut statement = conn.prepare_cached(SERVED_BEFORE).map_err(reading)?;
    let params = [since.to_string(), asked.from.to_string()];
    let rows = statement
        .query_map(
            named_params! { ":since": params[0], ":from": params[1] },
            |row| Ok((EntityId(row.get(0)?), row.get::<_, Option<String>>(1)?)),
        )
        .map_err(reading)?;
    let mut before = BTreeSet::new();
    for row in rows {
        let (victim, funding) = row.map_err(reading)?;
        let source = funding.as_deref().unwrap_or(NOT_SAID);
        if asked.funding_scope.iter().any(|code| code == source) {
            before.extend(persons.known(victim));
        }
    }
    Ok(before)
}

pub(super) fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what is counted", source)
}
