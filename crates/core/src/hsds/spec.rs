//! The tables of HSDS 3.0 that a directory of ours has, column by column: names, types and required columns of
//! the JSON schemas of Open Referral (github.com/openreferral/specification, branch 3.0), and the columns we add.
//!
//! Deprecated columns are named and left out: HSDS 3.0 asks to read and not to write them.

use crate::checks;
use crate::partners::directory::Item;
use crate::partners::hours;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Type {
    Text,
    Uuid,
    Number,
    Date,
    Time,
    YesNo,
    Code(&'static [&'static str]),
    /// Deprecated in 3.0.
    Deprecated,
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) holds: Type,
    pub(crate) required: bool,
}

/// A table.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [Column],
    /// What a JSON object of it may hold: the key, the table, and the column there that names this one.
    pub(crate) children: &'static [(&'static str, &'static str, &'static str)],
}

const fn text(name: &'static str) -> Column {
    column(name, Type::Text)
}

const fn uuid(name: &'static str) -> Column {
    column(name, Type::Uuid)
}

const fn column(name: &'static str, holds: Type) -> Column {
    Column {
        name,
        holds,
        required: false,
    }
}

const fn required(column: Column) -> Column {
    Column {
        required: true,
        ..column
    }
}

const ID: Column = required(uuid("id"));
const PLACES: Type = Type::Code(&["physical", "postal", "virtual"]);

/// The tables, parents first.
pub(crate) const TABLES: [Table; 13] = [
    Table {
        name: "organization",
        columns: &[
            ID,
            required(text("name")),
            text("alternate_name"),
            text("description"),
            text("email"),
            text("website"),
            column("tax_status", Type::Deprecated),
            column("tax_id", Type::Deprecated),
            // Ours.
            column("confidential_location", Type::YesNo),
            column("accepts_letter", Type::YesNo),
            column("victim_service_program", Type::YesNo),
            text("kind"),
            text("need_codes"),
            text("language_codes"),
            text("hours"),
            text("address"),
            text("zone"),
            column("assured_date", Type::Date),
        ],
        children: &[
            ("services", "service", "organization_id"),
            ("locations", "location", "organization_id"),
            ("contacts", "contact", "organization_id"),
            ("phones", "phone", "organization_id"),
        ],
    },
    Table {
        name: "service",
        columns: &[
            ID,
            required(uuid("organization_id")),
            required(text("name")),
            text("alternate_name"),
            text("description"),
            text("url"),
            text("email"),
            required(column(
                "status",
                Type::Code(&["active", "inactive", "defunct", "temporarily closed"]),
            )),
            text("interpretation_services"),
            text("application_process"),
            text("fees_description"),
            text("eligibility_description"),
            column("minimum_age", Type::Number),
            column("maximum_age", Type::Number),
            column("assured_date", Type::Date),
            text("alert"),
            column("wait_time", Type::Deprecated),
            column("fees", Type::Deprecated),
            column("licenses", Type::Deprecated),
            // Ours.
            column("warm_line_24h", Type::YesNo),
            text("need_codes"),
            text("travel_minutes"),
        ],
        children: &[
            ("phones", "phone", "service_id"),
            ("schedules", "schedule", "service_id"),
            ("service_areas", "service_area", "service_id"),
            ("service_at_locations", "service_at_location", "service_id"),
            ("languages", "language", "service_id"),
            ("contacts", "contact", "service_id"),
            ("required_documents", "required_document", "service_id"),
            ("cost_options", "cost_option", "service_id"),
        ],
    },
    Table {
        name: "location",
        columns: &[
            ID,
            required(column("location_type", PLACES)),
            uuid("organization_id"),
            text("name"),
            text("description"),
            text("transportation"),
            column("latitude", Type::Number),
            column("longitude", Type::Number),
        ],
        children: &[
            ("languages", "language", "location_id"),
            ("addresses", "address", "location_id"),
            ("contacts", "contact", "location_id"),
            ("accessibility", "accessibility", "location_id"),
            ("phones", "phone", "location_id"),
            ("schedules", "schedule", "location_id"),
        ],
    },
    Table {
        name: "service_at_location",
        columns: &[
            ID,
            required(uuid("service_id")),
            required(uuid("location_id")),
            text("description"),
        ],
        children: &[
            ("contacts", "contact", "service_at_location_id"),
            ("phones", "phone", "service_at_location_id"),
            ("schedules", "schedule", "service_at_location_id"),
        ],
    },
    Table {
        name: "address",
        columns: &[
            ID,
            uuid("location_id"),
            required(text("address_1")),
            required(text("city")),
            required(text("state_province")),
            required(text("postal_code")),
            required(text("country")),
            required(column("address_type", PLACES)),
        ],
        children: &[],
    },
    Table {
        name: "contact",
        columns: &[
            ID,
            uuid("organization_id"),
            uuid("service_id"),
            uuid("service_at_location_id"),
            uuid("location_id"),
            text("name"),
            text("title"),
            text("department"),
            text("email"),
        ],
        children: &[("phones", "phone", "contact_id")],
    },
    Table {
        name: "phone",
        columns: &[
            ID,
            uuid("location_id"),
            uuid("service_id"),
            uuid("organization_id"),
            uuid("contact_id"),
            uuid("service_at_location_id"),
            required(text("number")),
            column("extension", Type::Number),
            text("type"),
            text("description"),
        ],
        children: &[("languages", "language", "phone_id")],
    },
    Table {
        name: "schedule",
        columns: &[
            ID,
            uuid("service_id"),
            uuid("location_id"),
            uuid("service_at_location_id"),
            column("valid_from", Type::Date),
            column("valid_to", Type::Date),
            column("dtstart", Type::Date),
            column("until", Type::Date),
            column("freq", Type::Code(&["WEEKLY", "MONTHLY"])),
            column("interval", Type::Number),
            text("byday"),
            text("bymonthday"),
            column("opens_at", Type::Time),
            column("closes_at", Type::Time),
            text("description"),
        ],
        children: &[],
    },
    Table {
        name: "service_area",
        columns: &[ID, uuid("service_id"), text("name"), text("description")],
        children: &[],
    },
    Table {
        name: "language",
        columns: &[
            ID,
            uuid("service_id"),
            uuid("location_id"),
            uuid("phone_id"),
            text("name"),
            text("code"),
            text("note"),
        ],
        children: &[],
    },
    Table {
        name: "accessibility",
        columns: &[
            ID,
            uuid("location_id"),
            text("description"),
            text("details"),
            text("url"),
        ],
        children: &[],
    },
    Table {
        name: "required_document",
        columns: &[ID, uuid("service_id"), text("document"), text("uri")],
        children: &[],
    },
    Table {
        name: "cost_option",
        columns: &[
            ID,
            uuid("service_id"),
            column("valid_from", Type::Date),
            column("valid_to", Type::Date),
            text("option"),
            text("currency"),
            column("amount", Type::Number),
            text("amount_description"),
        ],
        children: &[],
    },
];

/// The table with this name.
pub(crate) fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

impl Table {
    /// The column with this name.
    pub(crate) fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// A column, and the code of `hsds_problem` that is wrong with it.
pub(crate) type Flaw = (String, &'static str);

/// What is wrong with a row.
pub(crate) fn flaws(table: &Table, row: &Item) -> Vec<Flaw> {
    let missing = table
        .columns
        .iter()
        .filter(|column| column.required && !row.contains_key(column.name));
    let mut flaws: Vec<Flaw> = missing
        .map(|column| (column.name.to_owned(), "required"))
        .collect();
    flaws.extend(flaws_said(table, row));
    flaws
}

/// As [`flaws`], of an item that stands in the form of what it belongs to and need not have an id or name it.
pub(crate) fn flaws_of_part(name: &str, item: &Item) -> Vec<Flaw> {
    let table = table(name).expect("forms hold items of tables that are listed");
    let flaws = flaws(table, item).into_iter();
    flaws
        .filter(|(column, problem)| {
            let is_uuid = table
                .column(column)
                .is_some_and(|column| column.holds == Type::Uuid);
            !(is_uuid && *problem == "required")
        })
        .collect()
}

fn flaws_said(table: &Table, row: &Item) -> Vec<Flaw> {
    let flaws = row.iter().filter_map(|(name, text)| {
        if text.chars().count() > checks::TEXT {
            return Some((name.clone(), "too_long"));
        }
        let holds = table.column(name)?.holds;
        flaw(holds, text).map(|problem| (name.clone(), problem))
    });
    flaws.collect()
}

fn flaw(holds: Type, text: &str) -> Option<&'static str> {
    let (holds_it, problem) = match holds {
        Type::Text | Type::Deprecated => return None,
        Type::Uuid => (uuid::Uuid::parse_str(text).is_ok(), "not_a_uuid"),
        Type::Number => (
            text.parse::<f64>().is_ok_and(f64::is_finite),
            "not_a_number",
        ),
        Type::Date => (
            crate::days::day("date", text.get(..10).unwrap_or(text)).is_ok(),
            "not_a_date",
        ),
        Type::Time => (hours::time(text).is_some(), "not_a_time"),
        Type::YesNo => (yes_no(text).is_some(), "not_in_list"),
        Type::Code(codes) => (codes.contains(&text), "not_in_list"),
    };
    (!holds_it).then_some(problem)
}

/// Yes or no, as tables write it.
pub(crate) fn yes_no(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" => Some(true),
        "false" | "no" | "0" => Some(false),
        _ => None,
    }
}
