//! What is known of a person who is counted, from all of her records.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use countyline_ledger::{EntityId, Value};
use rusqlite::{Connection, named_params};

use super::definition::definition;
use super::reckoning::{PersonFacts, Told};
use super::settings::AgeAt;
use super::store::reading;
use crate::checks;
use crate::error::Result;
use crate::registry::{Field, PARTICIPATION, Record, VICTIM};

/// The kinds of crime that stand in a victim's parts in incidents.
pub(super) const TYPES_OF_INCIDENTS: &str = "
    SELECT part.incident, incident.occurred_on, member.element
    FROM participation AS part
    LEFT JOIN incident ON incident.id = part.incident
    LEFT JOIN set_member AS member
      ON member.record = :record AND member.entity = part.id AND member.field = :field
    WHERE part.victim = :victim AND part.deleted <> 1";

/// For what a person was served in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ServedFor {
    /// A service named no incident: it was for her, whatever happened to her.
    Everything,
    /// Every service named one of these.
    Incidents(BTreeSet<EntityId>),
}

impl ServedFor {
    /// With one more service.
    pub(super) fn and(self, incident: Option<EntityId>) -> ServedFor {
        match (self, incident) {
            (ServedFor::Incidents(mut incidents), Some(incident)) => {
                incidents.insert(incident);
                ServedFor::Incidents(incidents)
            }
            _ => ServedFor::Everything,
        }
    }

    fn covers(&self, incident: EntityId) -> bool {
        match self {
            ServedFor::Everything => true,
            ServedFor::Incidents(incidents) => incidents.contains(&incident),
        }
    }
}

/// What her records say of a person: of several, the first that says anything; of kinds of crime and of groups,
/// all of them.
pub(super) fn facts(
    conn: &Connection,
    records: &[EntityId],
    age_at: AgeAt,
    first_served_on: NaiveDate,
    served_for: &ServedFor,
) -> Result<PersonFacts> {
    let mut person = PersonFacts::default();
    for record in records {
        let Some(row) = row(conn, *record)? else {
            continue;
        };
        if person.case_number.is_empty() {
            person.case_number.clone_from(&row.case_number);
        }
        let (types, happened_on) = types(conn, *record, served_for)?;
        person.types.extend(types);
        let classes = codes(conn, &VICTIM, *record, "special_classes")?;
        person
            .classes
            .extend(classes.into_iter().filter(|code| is_answer(code)));
        let on = match age_at {
            AgeAt::FirstService => Some(first_served_on),
            AgeAt::Incident => happened_on,
        };
        say(&mut person.age, age(&row, age_at, on));
        say(&mut person.gender, told(&row.gender, "G4"));
        let race = codes(conn, &VICTIM, *record, "race_ethnicity")?;
        say(&mut person.race_ethnicity, one_race(&race));
    }
    Ok(person)
}

/// Takes an answer where there is none yet. A refusal is an answer; a record that knows better goes before it.
fn say(told: &mut Told, said: Told) {
    let refused =
        |told: &Told| matches!(told, Told::Answer(code) if NOT_REPORTED.contains(&code.as_str()));
    if *told == Told::Missing || (refused(told) && said != Told::Missing) {
        *told = said;
    }
}

/// The form's codes for somebody who did not say.
const NOT_REPORTED: [&str; 3] = ["R09", "G4", "AGE6"];

/// A row of a victim.
struct Row {
    case_number: String,
    birth_date: Option<NaiveDate>,
    birth_year: Option<i32>,
    age_at_incident: Option<i32>,
    age_at_first_service: Option<i32>,
    age_band: String,
    gender: String,
}

fn row(conn: &Connection, record: EntityId) -> Result<Option<Row>> {
    conn.prepare_cached(
        "SELECT coalesce(case_number, ''), coalesce(birth_date, ''), birth_year, age_at_incident,
            age_at_first_service, coalesce(age_band, ''), coalesce(gender, '')
         FROM victim WHERE id = :id AND deleted <> 1",
    )
    .and_then(|mut statement| {
        let mut rows = statement.query(named_params! { ":id": record.0 })?;
        let row = rows.next()?;
        row.map(|row| {
            Ok(Row {
                case_number: row.get(0)?,
                birth_date: row.get::<_, String>(1)?.parse().ok(),
                birth_year: row.get(2)?,
                age_at_incident: row.get(3)?,
                age_at_first_service: row.get(4)?,
                age_band: row.get(5)?,
                gender: row.get(6)?,
            })
        })
        .transpose()
    })
    .map_err(reading)
}

/// Her age band on a day: by the date or the year of birth, else the age written for that moment, else the band.
fn age(row: &Row, age_at: AgeAt, on: Option<NaiveDate>) -> Told {
    let written = match age_at {
        AgeAt::FirstService => row.age_at_first_service,
        AgeAt::Incident => row.age_at_incident,
    };
    let by_date = on.zip(row.birth_date);
    let by_date = by_date.and_then(|(on, born)| checks::years_between(born, on));
    let by_year = on.zip(row.birth_year).map(|(on, year)| on.year() - year);
    let years = by_date.or(written).or(by_year);
    let band = years.and_then(|years| definition().age_band(years));
    let known = Some(row.age_band.clone()).filter(|band| !band.is_empty());
    band.or(known).map_or(Told::Missing, Told::Answer)
}

/// What an answer of one code counts as: declined is "not reported"; not asked and unknown are missing (CR13).
fn told(code: &str, not_reported: &str) -> Told {
    match code {
        "" | "not_asked" | "unknown" => Told::Missing,
        "declined" => Told::Answer(not_reported.to_owned()),
        code => Told::Answer(code.to_owned()),
    }
}

/// Several answers are the form's "multiple races".
fn one_race(codes: &[String]) -> Told {
    match codes {
        [] => Told::Missing,
        [code] => told(code, "R09"),
        _ => Told::Answer("R08".to_owned()),
    }
}

fn is_answer(code: &str) -> bool {
    !matches!(code, "not_asked" | "declined" | "unknown")
}

/// The kinds of crime she was served for, and the day of the earliest of the incidents.
fn types(
    conn: &Connection,
    victim: EntityId,
    served_for: &ServedFor,
) -> Result<(BTreeSet<String>, Option<NaiveDate>)> {
    let field: &Field = PARTICIPATION.field("victimization");
    let mut statement = conn.prepare_cached(TYPES_OF_INCIDENTS).map_err(reading)?;
    let mut rows = statement
        .query(named_params! {
            ":victim": victim.0, ":record": PARTICIPATION.id, ":field": field.id
        })
        .map_err(reading)?;
    let (mut types, mut earliest) = (BTreeSet::new(), None);
    while let Some(row) = rows.next().map_err(reading)? {
        let incident: Option<[u8; 16]> = row.get(0).map_err(reading)?;
        if !incident.is_some_and(|id| served_for.covers(EntityId(id))) {
            continue;
        }
        let on: Option<String> = row.get(1).map_err(reading)?;
        let on: Option<NaiveDate> = on.and_then(|on| on.parse().ok());
        earliest = earliest.into_iter().chain(on).min();
        let element: Option<Vec<u8>> = row.get(2).map_err(reading)?;
        types.extend(element.and_then(|element| code(&element)));
    }
    Ok((types, earliest))
}

/// The codes in a set of a record.
fn codes(conn: &Connection, record: &Record, entity: EntityId, set: &str) -> Result<Vec<String>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT DISTINCT element FROM set_member
             WHERE record = :record AND entity = :entity AND field = :field ORDER BY element",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(
            named_params! {
                ":record": record.id, ":entity": entity.0, ":field": record.field(set).id
            },
            |row| row.get::<_, Vec<u8>>(0),
        )
        .map_err(reading)?;
    let elements = rows
        .collect::<rusqlite::Result<Vec<_>>>()
        .map_err(reading)?;
    Ok(elements
        .iter()
        .filter_map(|element| code(element))
        .collect())
}

/// The code an element of a set is; none for what a newer program may have put there.
fn code(element: &[u8]) -> Option<String> {
    let element = Value::decode(element).ok()?;
    element.as_text().map(str::to_owned)
}
