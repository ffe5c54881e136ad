//! The directory of this place as rows of HSDS.
//!
//! What we added on taking in goes out as it came: rows that were kept stand where they stood, under their ids.
//! A row of ours without an id gets one from what it belongs to, so that two exports are the same bytes.

use std::collections::BTreeMap;

use countyline_ledger::EntityId;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::agency::{TABLE, language};
use super::spec;
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::ids;
use crate::partners;
use crate::partners::directory::{
    self, DirectoryEntry, Item, PartnerLocationView, PartnerPersonView, PartnerServiceView,
    items_read,
};
use crate::registry::{PARTNER, PARTNER_LOCATION, PARTNER_PERSON, PARTNER_SERVICE, Record};
use crate::standing::Standing;

/// Rows by table, and of how many organizations it is not told where they are.
#[derive(Default)]
pub(super) struct Tables {
    pub(super) rows: BTreeMap<&'static str, Vec<Item>>,
    pub(super) without_location: i32,
}

/// Every agency of the directory.
pub(super) fn tables(file: &CaseFile) -> Result<Tables> {
    let mut tables = Tables::default();
    for partner in partners::list(file, "")? {
        let entry = directory::entry(file, &partner.id)?;
        tables.agency(file.conn(), &entry)?;
    }
    Ok(tables)
}

impl Tables {
    fn agency(&mut self, conn: &Connection, entry: &DirectoryEntry) -> Result<()> {
        let (id, form, details) = (&entry.partner.id, &entry.partner.form, &entry.details);
        self.without_location += i32::from(entry.partner.location_hidden);
        let description = match details.description.as_str() {
            "" => &form.name,
            text => text,
        };
        let more = more(conn, &PARTNER, id)?;
        let mut row = item(&[
            ("id", id),
            ("name", &form.name),
            ("alternate_name", &details.alternate_name),
            ("description", description),
            ("email", &details.email),
            ("website", &details.website),
            ("confidential_location", yes_no(form.confidential_location)),
            ("accepts_letter", yes_no(details.accepts_letter)),
            (
                "victim_service_program",
                yes_no(Some(form.victim_service_program)),
            ),
            ("kind", &form.kind),
            ("need_codes", &form.needs.join(";")),
            ("language_codes", &form.languages.join(";")),
            ("hours", &form.hours),
            ("address", &form.address),
            ("zone", &form.zone),
            (
                "assured_date",
                entry.partner.assured_on.as_deref().unwrap_or(""),
            ),
        ]);
        row.extend(beyond(&more, "organization"));
        self.put("organization", row);
        let mut phones = Vec::new();
        if !form.phone.is_empty() {
            let known = of_table(&more, "phone");
            let known = known
                .into_iter()
                .find(|phone| phone.get("number") == Some(&form.phone));
            phones.push(known.unwrap_or_else(|| item(&[("number", &form.phone)])));
        }
        phones.extend(details.phones.iter().cloned());
        self.parts("phone", "organization_id", id, &phones);
        self.languages_of_phones(&more);
        for service in &entry.services {
            self.service(conn, service)?;
        }
        for location in &entry.locations {
            self.location(conn, location, entry.partner.location_hidden)?;
        }
        for person in entry
            .people
            .iter()
            .filter(|person| person.form.left_on.is_none())
        {
            self.person(conn, id, person)?;
        }
        Ok(())
    }

    fn service(&mut self, conn: &Connection, service: &PartnerServiceView) -> Result<()> {
        let (id, form) = (&service.id, &service.form);
        let more = more(conn, &PARTNER_SERVICE, id)?;
        let number =
            |number: Option<i32>| number.map_or_else(String::new, |number| number.to_string());
        let travel: Vec<String> = form
            .travel_minutes
            .iter()
            .map(|(zone, minutes)| format!("{zone}={minutes}"))
            .collect();
        let mut row = item(&[
            ("id", id),
            ("organization_id", &form.partner_id),
            ("name", &form.name),
            ("alternate_name", &form.alternate_name),
            ("description", &form.description),
            ("url", &form.website),
            ("email", &form.email),
            ("status", &form.status.replace('_', " ")),
            ("interpretation_services", &form.interpretation),
            ("application_process", &form.application_process),
            ("fees_description", &form.fees),
            ("eligibility_description", &form.eligibility),
            ("minimum_age", &number(form.minimum_age)),
            ("maximum_age", &number(form.maximum_age)),
            ("assured_date", form.assured_on.as_deref().unwrap_or("")),
            ("alert", &form.alert),
            ("warm_line_24h", yes_no(form.warm_line_24h)),
            ("need_codes", &form.needs.join(";")),
            ("travel_minutes", &travel.join(";")),
        ]);
        row.extend(beyond(&more, "service"));
        self.put("service", row);
        self.parts("phone", "service_id", id, &form.phones);
        self.parts("schedule", "service_id", id, &form.schedules);
        self.parts(
            "required_document",
            "service_id",
            id,
            &form.required_documents,
        );
        self.parts("cost_option", "service_id", id, &form.cost_options);
        let known = of_table(&more, "service_area");
        let areas = as_known(&form.areas, known, |area| area.get("name").cloned(), "name");
        self.parts("service_area", "service_id", id, &areas);
        self.languages(&form.languages, &more, "service_id", id);
        self.languages_of_phones(&more);
        Ok(())
    }

    fn location(
        &mut self,
        conn: &Connection,
        location: &PartnerLocationView,
        hidden: bool,
    ) -> Result<()> {
        let (id, form) = (&location.id, &location.form);
        // What was kept of a place may say where it is.
        let more = match hidden {
            true => Vec::new(),
            false => more(conn, &PARTNER_LOCATION, id)?,
        };
        let mut row = item(&[
            ("id", id),
            ("location_type", &form.location_type),
            ("organization_id", &form.partner_id),
            ("name", &form.name),
            ("description", &form.description),
            ("transportation", &form.transportation),
            ("latitude", &form.latitude),
            ("longitude", &form.longitude),
        ]);
        row.extend(beyond(&more, "location"));
        self.put("location", row);
        let offered = of_table(&more, "service_at_location");
        let offered = as_known(
            &form.service_ids,
            offered,
            |row| row.get("service_id").cloned(),
            "service_id",
        );
        self.parts("service_at_location", "location_id", id, &offered);
        self.parts("phone", "location_id", id, &form.phones);
        self.parts("schedule", "location_id", id, &form.schedules);
        if hidden {
            return Ok(());
        }
        self.parts("address", "location_id", id, &form.addresses);
        self.parts("accessibility", "location_id", id, &form.accessibility);
        self.languages(&form.languages, &more, "location_id", id);
        self.languages_of_phones(&more);
        for table in ["phone", "schedule"] {
            for row in of_table(&more, table) {
                self.put(table, row);
            }
        }
        Ok(())
    }

    fn person(&mut self, conn: &Connection, of: &str, person: &PartnerPersonView) -> Result<()> {
        let (id, form) = (&person.id, &person.form);
        let more = more(conn, &PARTNER_PERSON, id)?;
        let mut row = item(&[
            ("id", id),
            ("organization_id", of),
            ("name", &form.name),
            ("title", &form.title),
            ("department", &form.department),
            ("email", &form.email),
        ]);
        row.extend(of_table(&more, "contact").into_iter().flatten());
        self.put("contact", row);
        let mut phones = of_table(&more, "phone");
        if !form.phone.is_empty()
            && phones
                .iter()
                .all(|phone| phone.get("number") != Some(&form.phone))
        {
            phones.insert(0, item(&[("number", &form.phone)]));
        }
        self.parts("phone", "contact_id", id, &phones);
        self.languages_of_phones(&more);
        Ok(())
    }

    fn languages(&mut self, codes: &[String], more: &[Item], column: &str, of: &str) {
        let known = of_table(more, "language");
        let known = known
            .into_iter()
            .filter(|row| !row.contains_key("phone_id"));
        let rows = as_known(codes, known.collect(), |row| Some(language(row)), "code");
        self.parts("language", column, of, &rows);
    }

    fn languages_of_phones(&mut self, more: &[Item]) {
        let spoken = of_table(more, "language").into_iter();
        for row in spoken.filter(|row| row.contains_key("phone_id")) {
            self.put("language", row);
        }
    }

    /// Rows that name what they belong to.
    fn parts(&mut self, table: &'static str, column: &str, of: &str, rows: &[Item]) {
        for (place, row) in rows.iter().enumerate() {
            let mut row = row.clone();
            row.insert(column.to_owned(), of.to_owned());
            row.entry("id".to_owned())
                .or_insert_with(|| id_of_part(of, table, place));
            self.put(table, row);
        }
    }

    fn put(&mut self, table: &'static str, mut row: Item) {
        row.retain(|_, text| !text.is_empty());
        self.rows.entry(table).or_default().push(row);
    }
}

/// What was kept with a record.
fn more(conn: &Connection, record: &'static Record, id: &str) -> Result<Vec<Item>> {
    let id: EntityId = ids::parse(record, id)?;
    Ok(items_read(&Standing::load(conn, record, id)?.texts("more")))
}

fn of_table(more: &[Item], table: &str) -> Vec<Item> {
    let rows = more
        .iter()
        .filter(|row| row.get(TABLE).is_some_and(|of| of == table));
    let rows = rows.map(|row| {
        let mut row = row.clone();
        row.remove(TABLE);
        row
    });
    rows.collect()
}

/// Cells of a record's own row that its table does not have.
fn beyond(more: &[Item], table: &str) -> Item {
    let known = spec::table(table).expect("tables are listed");
    let cells = of_table(more, table).into_iter().flatten();
    cells
        .filter(|(name, _)| known.column(name).is_none())
        .collect()
}

/// For each value the row that was kept for it, or a new one.
fn as_known(
    values: &[String],
    known: Vec<Item>,
    value_of: impl Fn(&Item) -> Option<String>,
    column: &str,
) -> Vec<Item> {
    let row = |value: &String| {
        let kept = known
            .iter()
            .find(|row| value_of(row).as_ref() == Some(value));
        kept.cloned().unwrap_or_else(|| item(&[(column, value)]))
    };
    values.iter().map(row).collect()
}

fn item(cells: &[(&str, &str)]) -> Item {
    let cells = cells.iter().filter(|(_, text)| !text.is_empty());
    cells
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect()
}

fn yes_no(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => "true",
        Some(false) => "false",
        None => "",
    }
}

/// An id for a row that has none: always the same for the same place.
fn id_of_part(of: &str, table: &str, place: usize) -> String {
    let digest = Sha256::digest(format!("{of} {table} {place}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_random_bytes(bytes)
        .into_uuid()
        .to_string()
}
