//! Every record type and field: its number in the history, how it merges, and the column that shows it.
//!
//! Numbers are never reused and a kind never changes: a field that must merge differently is a new field.
//! A record's table is named after it; a field's column after the field. A compound field has a column for
//! the whole value and one for each member a query needs. `schema.sql` explains every column, and a test
//! holds the two against each other.

mod casework;
mod community;
mod directory;
mod incidents;
mod office;
mod partners;
mod rights;
mod services;
mod statuses;
mod victims;

use countyline_ledger::{FieldId, Kind, Normal, Order, Owner, RecordType};

pub use casework::*;
pub use community::*;
pub use directory::*;
pub use incidents::*;
pub use office::*;
pub use partners::*;
pub use rights::*;
pub use services::*;
pub use statuses::*;
pub use victims::*;

#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks, program};

/// How a field's value lies in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// `TEXT`.
    Text,
    /// `INTEGER`.
    Int,
    /// `INTEGER`, 0 or 1.
    Bool,
    /// `BLOB` of 16 bytes: another record's id.
    Ref,
    /// `BLOB`: the value's encoding, for lists.
    Encoded,
    /// `BLOB`: the whole map's encoding, and a `TEXT` column for each member.
    Members(&'static [(u32, &'static str)]),
    /// No column: the elements stand in `set_member`.
    InSet,
}

/// A field of a record type.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its number; at most 255.
    pub id: u8,
    /// Its name, and its column's.
    pub name: &'static str,
    /// How it merges.
    pub kind: Kind,
    /// How it lies in the table.
    pub column: Column,
    /// Written as an operation of its own, so that it can be erased alone: what people write freely.
    pub alone: bool,
    /// Registry version it came with.
    pub since: u16,
}

/// A record type.
#[derive(Debug)]
pub struct Record {
    /// Its number.
    pub id: u16,
    /// Its name, and its table's.
    pub name: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
}

impl Record {
    /// The number as the ledger knows it.
    pub fn record_type(&self) -> RecordType {
        RecordType(self.id)
    }

    /// The field with this name.
    ///
    /// # Panics
    /// If there is none: names are written in this program only.
    pub fn field(&self, name: &str) -> &'static Field {
        self.fields
            .iter()
            .find(|field| field.name == name)
            .unwrap_or_else(|| panic!("record {} has a field {name}", self.name))
    }

    /// The field with this number.
    pub fn field_by_id(&self, id: FieldId) -> Option<&'static Field> {
        self.fields
            .iter()
            .find(|field| FieldId(u16::from(field.id)) == id)
    }
}

impl Field {
    /// The number as the ledger knows it.
    pub fn field_id(&self) -> FieldId {
        FieldId(u16::from(self.id))
    }

    /// Whether it can be erased alone. A set is written element by element, apart from everything else.
    pub fn is_erased_alone(&self) -> bool {
        self.alone || self.column == Column::InSet
    }

    /// Whether a person's safety depends on it.
    pub fn is_protective(&self) -> bool {
        match self.kind {
            Kind::Protective(_) => true,
            Kind::Compound { protective } => !protective.is_empty(),
            _ => false,
        }
    }
}

/// The field, of every record, in which a person writes that it is to be kept though somebody hid it. It has
/// no column and nothing to show. Without it, keeping would leave no trace in the record, and who hides it
/// apart from that would hide it unasked.
pub const KEPT: FieldId = FieldId(254);

/// Raised whenever a record type or field is added, or the tables are to be made from the history in another way.
pub const VERSION: u16 = 2;

/// The version of what this program knows.
pub(crate) fn version() -> u16 {
    #[cfg(any(test, feature = "testing"))]
    if let Some(program) = program::running() {
        return VERSION + program.later_than_the_first();
    }
    VERSION
}

/// The record type with this number, as far as this program knows it.
pub fn record(id: RecordType) -> Option<&'static Record> {
    #[cfg(any(test, feature = "testing"))]
    if let Some(program) = program::running() {
        return program.record(id);
    }
    RECORDS.iter().copied().find(|record| record.id == id.0)
}

/// The registry as the ledger asks it.
pub struct Registry;

impl countyline_ledger::Registry for Registry {
    fn kind(&self, record_type: RecordType, field: FieldId) -> Option<Kind> {
        let kind = record(record_type)?.field_by_id(field)?.kind;
        #[cfg(any(test, feature = "testing"))]
        if matches!(kind, Kind::Protective(_)) && breaks(Broken::ProtectiveByTime) {
            return Some(EXACT);
        }
        Some(kind)
    }

    /// What belongs to a victim is erased with her.
    fn owner(&self, record_type: RecordType) -> Owner {
        let Some(record) = record(record_type) else {
            #[cfg(any(test, feature = "testing"))]
            if breaks(Broken::NewerBelongsToNobody) {
                return Owner::Nobody;
            }
            return Owner::Unknown;
        };
        let mut fields = record.fields.iter();
        let owner = fields.find(|field| field.name == "victim" && field.column == Column::Ref);
        owner.map_or(Owner::Nobody, |field| Owner::NamedBy(field.field_id()))
    }
}

const TEXT: Kind = Kind::Register(Normal::Text);
const EXACT: Kind = Kind::Register(Normal::Exact);
const DATE: Kind = Kind::Register(Normal::Date);
const YES_PROTECTS: Kind = Kind::Protective(Order::TrueFirst);

/// An answer of which "yes" protects her: of two, the one that asks for more care stands.
const YES_ANSWER_PROTECTS: Kind = Kind::Protective(Order::Codes(&[
    "yes",
    "unknown",
    "declined",
    "not_asked",
    "no",
]));

/// An answer of which "no" protects her.
const NO_ANSWER_PROTECTS: Kind = Kind::Protective(NO_FIRST);
const NO_FIRST: Order = Order::Codes(&["no", "unknown", "declined", "not_asked", "yes"]);

const fn field(id: u8, name: &'static str, kind: Kind, column: Column) -> Field {
    Field {
        id,
        name,
        kind,
        column,
        alone: false,
        since: 1,
    }
}

/// As [`field`], written as an operation of its own.
const fn alone(id: u8, name: &'static str, kind: Kind, column: Column) -> Field {
    Field {
        alone: true,
        ..field(id, name, kind, column)
    }
}

/// As it came with a later version of the registry.
const fn since(version: u16, field: Field) -> Field {
    Field {
        since: version,
        ..field
    }
}

/// Every record type.
pub static RECORDS: &[&Record] = &[
    &STAFF,
    &VICTIM,
    &CONTACT_METHOD,
    &CONTACT,
    &PARTNER,
    &PARTNER_CONTACT,
    &REFERRAL,
    &RELEASE,
    &FOLLOW_UP,
    &LETTER,
    &INCIDENT,
    &PARTICIPATION,
    &RIGHTS_NOTICE,
    &PROTECTION_ORDER,
    &COURT_DATE,
    &CUSTODY_NOTICE,
    &COMPENSATION_CLAIM,
    &DISCLOSURE,
    &INCIDENT_FACT,
    &OFFICE_POLICY,
    &WORDING,
    &ERASE_RECEIPT,
    &PROBLEM_SEEN,
    &SERVICE_EVENT,
    &RISK_SCREEN,
    &PARTNER_SERVICE,
    &PARTNER_LOCATION,
    &PARTNER_PERSON,
    &AGREEMENT,
    &ADVISORY_GROUP,
    &GROUP_MEMBER,
    &GROUP_MEETING,
    &COMMUNITY_EVENT,
    &MATERIAL,
    &CALL_OUT,
    &TRAINING_SESSION,
    &SURVEY,
    &SURVEY_RETURN,
    &NEEDS_ASSESSMENT,
    &STAFF_HOURS,
    &ON_CALL_SHIFT,
    &LOOK_PORTION,
    &LOOK_REVIEW,
    &REPORT_SNAPSHOT,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_number_and_no_name_is_used_twice() {
        let mut numbers = BTreeSet::new();
        let mut names = BTreeSet::new();
        for record in RECORDS {
            assert!(numbers.insert(record.id) && names.insert(record.name));
            let mut field_numbers = BTreeSet::new();
            let mut field_names = BTreeSet::new();
            for field in record.fields {
                assert_ne!(field.field_id(), KEPT);
                assert!(
                    field_numbers.insert(field.id),
                    "{}.{}",
                    record.name,
                    field.name
                );
                assert!(
                    field_names.insert(field.name),
                    "{}.{}",
                    record.name,
                    field.name
                );
            }
        }
    }

    #[test]
    fn every_status_of_the_code_list_stands_in_its_lattice() {
        for (list, lattice) in [
            ("referral_status", &REFERRAL_STATUS),
            ("follow_up_state", &FOLLOW_UP_STATE),
            ("paper_state", &PAPER_STATE),
            ("claim_status", &CLAIM_STATUS),
            ("commitment_state", &COMMITMENT_STATE),
        ] {
            let codes: BTreeSet<&str> = crate::codes::list(list)
                .iter()
                .map(String::as_str)
                .collect();
            let stages: BTreeSet<&str> = lattice.most_open_first.iter().copied().collect();
            assert_eq!(codes, stages, "{list}");
            for (from, to) in lattice.forward {
                assert!(
                    stages.contains(from) && stages.contains(to),
                    "{from} → {to}"
                );
            }
        }
    }
}
