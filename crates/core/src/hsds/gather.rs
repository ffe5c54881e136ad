//! The rows of a directory put together by organization, and what keeps an organization out.

use std::collections::{BTreeMap, BTreeSet};

use super::read::Directory;
use super::spec;
use super::{ImportIssue, Row};

/// The rows that are one organization's.
#[derive(Debug)]
pub(super) struct Gathered {
    pub(super) organization: Row,
    /// Every row below it, by table.
    pub(super) rows: BTreeMap<&'static str, Vec<Row>>,
}

impl Gathered {
    /// The rows of a table whose column names this record.
    pub(super) fn below(&self, table: &str, column: &str, id: &str) -> Vec<&Row> {
        let rows = self.rows.get(table).into_iter().flatten();
        rows.filter(|row| row.cell(column) == id).collect()
    }

    /// All its rows, the organization's first.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'static str, &Row)> {
        let below = self
            .rows
            .iter()
            .flat_map(|(table, rows)| rows.iter().map(move |row| (*table, row)));
        [("organization", &self.organization)]
            .into_iter()
            .chain(below)
    }
}

/// What a directory comes to.
#[derive(Debug, Default)]
pub(super) struct Parted {
    /// Organizations of which every row is sound.
    pub(super) sound: Vec<Gathered>,
    /// Organizations with a flaw.
    pub(super) refused: Vec<Gathered>,
    /// Rows that belong to no organization of the file.
    pub(super) stray: Vec<(&'static str, Row)>,
    /// What is wrong.
    pub(super) issues: Vec<ImportIssue>,
}

/// Tables whose rows name what they belong to, and the columns that may, the nearest first.
const OWNERS: [(&str, &[(&str, &str)]); 12] = [
    ("service", &[("organization_id", "organization")]),
    ("location", &[("organization_id", "organization")]),
    (
        "service_at_location",
        &[("service_id", "service"), ("location_id", "location")],
    ),
    ("address", &[("location_id", "location")]),
    ("contact", CONTACTS),
    ("phone", PHONES),
    ("schedule", SCHEDULES),
    ("service_area", &[("service_id", "service")]),
    ("language", LANGUAGES),
    ("accessibility", &[("location_id", "location")]),
    ("required_document", &[("service_id", "service")]),
    ("cost_option", &[("service_id", "service")]),
];
const CONTACTS: &[(&str, &str)] = &[
    ("organization_id", "organization"),
    ("service_id", "service"),
    ("location_id", "location"),
    ("service_at_location_id", "service_at_location"),
];
const PHONES: &[(&str, &str)] = &[
    ("organization_id", "organization"),
    ("service_id", "service"),
    ("location_id", "location"),
    ("service_at_location_id", "service_at_location"),
    ("contact_id", "contact"),
];
const SCHEDULES: &[(&str, &str)] = &[
    ("service_id", "service"),
    ("location_id", "location"),
    ("service_at_location_id", "service_at_location"),
];
const LANGUAGES: &[(&str, &str)] = &[
    ("service_id", "service"),
    ("location_id", "location"),
    ("phone_id", "phone"),
];

/// Puts the rows of a directory together and parts what is sound from what is not.
pub(super) fn gather(directory: Directory) -> Parted {
    let mut parted = Parted::default();
    for (file, line) in &directory.uneven {
        parted.issue(file, *line, "", "uneven");
    }
    let mut rows = directory.rows;
    // Which organization a record belongs to, by table and id.
    let mut owner: BTreeMap<(&str, String), String> = BTreeMap::new();
    let mut flawed: BTreeSet<String> = BTreeSet::new();
    let mut by_id: BTreeMap<String, Gathered> = BTreeMap::new();
    let mut order = Vec::new();
    for row in rows.remove("organization").unwrap_or_default() {
        let id = row.cell("id").to_owned();
        let sound = parted.check("organization", &row);
        if !sound {
            flawed.insert(id.clone());
        }
        if id.is_empty() {
            parted.stray.push(("organization", row));
            continue;
        }
        if by_id.contains_key(&id) {
            parted.issue(&row.file, row.line, "id", "id_twice");
            flawed.insert(id);
            parted.stray.push(("organization", row));
            continue;
        }
        owner.insert(("organization", id.clone()), id.clone());
        order.push(id.clone());
        by_id.insert(
            id,
            Gathered {
                organization: row,
                rows: BTreeMap::new(),
            },
        );
    }
    place_lone_locations(&mut rows, &owner);
    for (table, columns) in OWNERS {
        for row in rows.remove(table).unwrap_or_default() {
            let named = columns
                .iter()
                .find(|(column, _)| !row.cell(column).is_empty());
            let of = named.and_then(|(column, parent)| {
                owner.get(&(*parent, row.cell(column).to_owned())).cloned()
            });
            let sound = parted.check(table, &row);
            let Some(of) = of else {
                let column = named.map_or(columns[0].0, |(column, _)| column);
                parted.issue(&row.file, row.line, column, "unknown_parent");
                parted.stray.push((table, row));
                continue;
            };
            let id = row.cell("id").to_owned();
            let twice = !id.is_empty() && owner.insert((table, id), of.clone()).is_some();
            if twice {
                parted.issue(&row.file, row.line, "id", "id_twice");
            }
            if !sound || twice {
                flawed.insert(of.clone());
            }
            if let Some(gathered) = by_id.get_mut(&of) {
                gathered.rows.entry(table).or_default().push(row);
            }
        }
    }
    for id in order {
        let Some(gathered) = by_id.remove(&id) else {
            continue;
        };
        if flawed.contains(&id) {
            parted.refused.push(gathered);
        } else {
            parted.sound.push(gathered);
        }
    }
    parted
}

/// A place need not name its organization: the services offered there do.
fn place_lone_locations(
    rows: &mut BTreeMap<&'static str, Vec<Row>>,
    organizations: &BTreeMap<(&str, String), String>,
) {
    let of_service: BTreeMap<&str, &str> = rows
        .get("service")
        .into_iter()
        .flatten()
        .map(|row| (row.cell("id"), row.cell("organization_id")))
        .collect();
    let of_location: BTreeMap<String, String> = rows
        .get("service_at_location")
        .into_iter()
        .flatten()
        .filter_map(|row| {
            let organization = of_service.get(row.cell("service_id"))?;
            organizations.get(&("organization", (*organization).to_owned()))?;
            Some((
                row.cell("location_id").to_owned(),
                (*organization).to_owned(),
            ))
        })
        .collect();
    for row in rows.get_mut("location").into_iter().flatten() {
        if row.cell("organization_id").is_empty()
            && let Some(organization) = of_location.get(row.cell("id"))
        {
            row.cells
                .insert("organization_id".to_owned(), organization.clone());
        }
    }
}

impl Parted {
    /// Notes what is wrong with a row; whether it is sound.
    fn check(&mut self, table: &str, row: &Row) -> bool {
        let table = spec::table(table).expect("rows are read by table");
        let flaws = spec::flaws(table, &row.cells);
        for (column, problem) in &flaws {
            self.issue(&row.file, row.line, column, problem);
        }
        flaws.is_empty()
    }

    pub(super) fn issue(&mut self, file: &str, line: u64, column: &str, problem: &str) {
        self.issues.push(ImportIssue {
            file: file.to_owned(),
            row: i32::try_from(line).unwrap_or(i32::MAX),
            column: column.to_owned(),
            problem: problem.to_owned(),
        });
    }
}
