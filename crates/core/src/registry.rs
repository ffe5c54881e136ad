//! Every record type and field: its number in the history, how it merges, and the column that shows it.
//!
//! Numbers are never reused and a kind never changes: a field that must merge differently is a new field.
//! A record's table is named after it; a field's column after the field. A compound field has a column for
//! the whole value and one for each member a query needs. `schema.sql` explains every column, and a test
//! holds the two against each other.

use countyline_ledger::{FieldId, Kind, Lattice, Normal, Order, RecordType};

#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};

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
#[derive(Debug)]
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
        matches!(
            self.kind,
            Kind::Protective(_)
                | Kind::Compound {
                    protective: Some(_)
                }
        )
    }
}

/// The field, of every record, in which a person writes that it is to be kept though somebody hid it. It has
/// no column and nothing to show. Without it, keeping would leave no trace in the record, and who hides it
/// apart from that would hide it unasked.
pub const KEPT: FieldId = FieldId(254);

/// Raised whenever a record type or field is added.
pub const VERSION: u16 = 1;

/// The record type with this number.
pub fn record(id: RecordType) -> Option<&'static Record> {
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
    fn owner(&self, record_type: RecordType) -> Option<FieldId> {
        let mut fields = record(record_type)?.fields.iter();
        let owner = fields.find(|field| field.name == "victim" && field.column == Column::Ref);
        owner.map(Field::field_id)
    }
}

const TEXT: Kind = Kind::Register(Normal::Text);
const EXACT: Kind = Kind::Register(Normal::Exact);
const DATE: Kind = Kind::Register(Normal::Date);
const YES_PROTECTS: Kind = Kind::Protective(Order::TrueFirst);

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

/// Whether a way to reach a victim is safe, the most protective answer first.
pub const SAFE: Order = Order::Codes(&["no", "unknown", "with_conditions", "yes"]);

/// Member numbers of a contact method's `way`.
pub mod way {
    /// Code of `channel`.
    pub const CHANNEL: u32 = 1;
    /// Number, address or place.
    pub const VALUE: u32 = 2;
    /// Code of `safe`.
    pub const SAFE: u32 = 3;
    /// Answer: may a message be left.
    pub const VOICEMAIL: u32 = 4;
    /// Hours in her words.
    pub const HOURS: u32 = 5;
    /// Who to say is calling.
    pub const COVER_NAME: u32 = 6;
}

/// Member numbers of a `name`.
pub mod name {
    /// Given name or initials.
    pub const GIVEN: u32 = 1;
    /// Family name.
    pub const FAMILY: u32 = 2;
}

/// Where a service referral stands, and what may follow what (HL7 SDOHCC Task and findhelp map onto it).
pub static REFERRAL_STATUS: Lattice = Lattice {
    forward: &[
        ("draft", "offered"),
        ("offered", "sent"),
        ("offered", "declined_by_victim"),
        ("sent", "acknowledged"),
        ("sent", "accepted"),
        ("acknowledged", "accepted"),
        ("acknowledged", "waiting_list"),
        ("waiting_list", "accepted"),
        ("accepted", "in_progress"),
        ("in_progress", "completed"),
        ("accepted", "completed"),
        ("sent", "not_eligible"),
        ("sent", "no_capacity"),
        ("sent", "could_not_reach"),
        ("sent", "referred_elsewhere"),
        ("sent", "declined_by_partner"),
        ("sent", "unknown_partner_confidential"),
        ("sent", "no_longer_wanted"),
        ("sent", "withdrawn_by_us"),
        ("sent", "could_not_get_help"),
        ("sent", "completed"),
        ("acknowledged", "not_eligible"),
        ("acknowledged", "no_capacity"),
        ("acknowledged", "could_not_reach"),
        ("acknowledged", "referred_elsewhere"),
        ("acknowledged", "declined_by_partner"),
        ("acknowledged", "unknown_partner_confidential"),
        ("acknowledged", "no_longer_wanted"),
        ("acknowledged", "withdrawn_by_us"),
        ("acknowledged", "could_not_get_help"),
        ("waiting_list", "no_capacity"),
        ("waiting_list", "no_longer_wanted"),
        ("waiting_list", "withdrawn_by_us"),
        ("waiting_list", "could_not_get_help"),
        ("accepted", "could_not_reach"),
        ("accepted", "unknown_partner_confidential"),
        ("accepted", "no_longer_wanted"),
        ("accepted", "withdrawn_by_us"),
        ("accepted", "could_not_get_help"),
        ("in_progress", "unknown_partner_confidential"),
        ("in_progress", "no_longer_wanted"),
        ("in_progress", "could_not_get_help"),
        ("draft", "entered_in_error"),
        ("offered", "entered_in_error"),
        ("sent", "entered_in_error"),
    ],
    most_open_first: &[
        "draft",
        "offered",
        "sent",
        "acknowledged",
        "waiting_list",
        "accepted",
        "in_progress",
        "could_not_reach",
        "unknown_partner_confidential",
        "no_capacity",
        "not_eligible",
        "referred_elsewhere",
        "declined_by_partner",
        "could_not_get_help",
        "no_longer_wanted",
        "declined_by_victim",
        "withdrawn_by_us",
        "completed",
        "entered_in_error",
    ],
};

/// Where a follow-up stands.
pub static FOLLOW_UP_STATE: Lattice = Lattice {
    forward: &[
        ("open", "done"),
        ("open", "unable_to_reach"),
        ("open", "cancelled"),
    ],
    most_open_first: &["open", "unable_to_reach", "cancelled", "done"],
};

/// A person who works here.
pub static STAFF: Record = Record {
    id: 1,
    name: "staff",
    fields: &[
        field(1, "name", TEXT, Column::Text),
        field(2, "role", EXACT, Column::Text),
        field(3, "place", TEXT, Column::Text),
    ],
};

/// A victim.
pub static VICTIM: Record = Record {
    id: 2,
    name: "victim",
    fields: &[
        field(1, "case_number", EXACT, Column::Text),
        alone(
            2,
            "name",
            Kind::Compound { protective: None },
            Column::Members(&[(name::GIVEN, "given_name"), (name::FAMILY, "family_name")]),
        ),
        field(3, "birth_year", EXACT, Column::Int),
        field(4, "language", EXACT, Column::Text),
        alone(5, "zone", TEXT, Column::Text),
        field(6, "needs", Kind::Set, Column::InSet),
        field(7, "do_not_contact", YES_PROTECTS, Column::Bool),
        field(8, "opened_on", DATE, Column::Text),
        field(40, "restricted", YES_PROTECTS, Column::Bool),
        field(41, "named_staff", Kind::Set, Column::InSet),
        // Of two linked records, these stand on the one with the smaller id and name the other.
        field(60, "same_as", Kind::Set, Column::InSet),
        field(61, "not_same_as", Kind::Set, Column::InSet),
    ],
};

/// A way to reach a victim, with its safety.
pub static CONTACT_METHOD: Record = Record {
    id: 3,
    name: "contact_method",
    fields: &[
        field(1, "victim", Kind::Append, Column::Ref),
        alone(
            2,
            "way",
            Kind::Compound {
                protective: Some((way::SAFE, SAFE)),
            },
            Column::Members(&[
                (way::CHANNEL, "channel"),
                (way::VALUE, "value"),
                (way::SAFE, "safe"),
                (way::VOICEMAIL, "voicemail"),
                (way::HOURS, "hours"),
                (way::COVER_NAME, "cover_name"),
            ]),
        ),
        field(3, "do_not_contact", YES_PROTECTS, Column::Bool),
    ],
};

/// A contact with a victim, or an attempt at one.
pub static CONTACT: Record = Record {
    id: 4,
    name: "contact",
    fields: &[
        field(1, "victim", Kind::Append, Column::Ref),
        field(2, "at", Kind::Append, Column::Text),
        field(3, "channel", Kind::Append, Column::Text),
        field(4, "outcome", Kind::Append, Column::Text),
        field(5, "minutes", Kind::Append, Column::Int),
        alone(6, "note", Kind::Append, Column::Text),
        field(7, "staff", Kind::Append, Column::Ref),
        field(8, "follow_up", Kind::Append, Column::Ref),
    ],
};

/// A partner agency.
pub static PARTNER: Record = Record {
    id: 5,
    name: "partner",
    fields: &[
        field(1, "name", TEXT, Column::Text),
        field(2, "kind", EXACT, Column::Text),
        field(3, "needs", Kind::Set, Column::InSet),
        field(4, "languages", Kind::Set, Column::InSet),
        field(5, "phone", Kind::Register(Normal::Phone), Column::Text),
        field(6, "hours", TEXT, Column::Text),
        field(7, "address", TEXT, Column::Text),
        field(8, "zone", TEXT, Column::Text),
        field(9, "confidential_location", YES_PROTECTS, Column::Bool),
        field(10, "victim_service_program", EXACT, Column::Bool),
        field(11, "assured_on", DATE, Column::Text),
    ],
};

/// A contact with a partner agency about working together. Never about one victim.
pub static PARTNER_CONTACT: Record = Record {
    id: 6,
    name: "partner_contact",
    fields: &[
        field(1, "partner", Kind::Append, Column::Ref),
        field(2, "contacted_on", Kind::Append, Column::Text),
        field(3, "person", Kind::Append, Column::Text),
        field(4, "kind", Kind::Append, Column::Text),
        field(5, "concerns", Kind::Append, Column::Encoded),
        field(6, "response_given", Kind::Append, Column::Text),
        field(7, "commitment", Kind::Append, Column::Text),
        field(8, "relationship_stage", Kind::Append, Column::Text),
        field(9, "staff", Kind::Append, Column::Ref),
        field(10, "at", Kind::Append, Column::Text),
    ],
};

/// A service referral.
pub static REFERRAL: Record = Record {
    id: 7,
    name: "referral",
    fields: &[
        field(1, "victim", Kind::Append, Column::Ref),
        field(2, "partner", Kind::Append, Column::Ref),
        field(3, "need", EXACT, Column::Text),
        field(4, "kind", EXACT, Column::Text),
        field(5, "release", EXACT, Column::Ref),
        field(6, "status", Kind::Status(&REFERRAL_STATUS), Column::Text),
        field(7, "made_at", Kind::Append, Column::Text),
        field(8, "staff", Kind::Append, Column::Ref),
    ],
};

/// A release of information: one recipient, an expiry, revocable.
pub static RELEASE: Record = Record {
    id: 8,
    name: "release_of_information",
    fields: &[
        field(1, "victim", Kind::Append, Column::Ref),
        field(2, "recipient", Kind::Append, Column::Ref),
        field(3, "items", Kind::Append, Column::Encoded),
        alone(4, "purpose", Kind::Append, Column::Text),
        field(5, "signed_on", Kind::Append, Column::Text),
        field(
            6,
            "expires_on",
            Kind::Protective(Order::EarliestDate),
            Column::Text,
        ),
        field(7, "signature", Kind::Append, Column::Text),
        field(8, "revoked", YES_PROTECTS, Column::Bool),
        field(9, "staff", Kind::Append, Column::Ref),
        field(10, "at", Kind::Append, Column::Text),
    ],
};

/// A promise to get in touch again.
pub static FOLLOW_UP: Record = Record {
    id: 9,
    name: "follow_up",
    fields: &[
        field(1, "victim", Kind::Append, Column::Ref),
        field(2, "due_on", DATE, Column::Text),
        field(3, "reason", EXACT, Column::Text),
        field(4, "state", Kind::Status(&FOLLOW_UP_STATE), Column::Text),
    ],
};

/// A paper that went out: what it was, never what it said.
pub static LETTER: Record = Record {
    id: 10,
    name: "letter",
    fields: &[
        field(1, "victim", Kind::Append, Column::Ref),
        field(2, "at", Kind::Append, Column::Text),
        field(3, "form", Kind::Append, Column::Text),
        field(4, "language", Kind::Append, Column::Text),
        field(5, "partners", Kind::Append, Column::Encoded),
        field(6, "sha256", Kind::Append, Column::Text),
        field(7, "given", Kind::Append, Column::Text),
        field(8, "staff", Kind::Append, Column::Ref),
    ],
};

/// One place's word that an order of erasure was carried out there and nothing is left.
pub static ERASE_RECEIPT: Record = Record {
    id: 41,
    name: "erase_receipt",
    fields: &[
        field(1, "order_id", Kind::Append, Column::Ref),
        field(2, "carried_out_at", Kind::Append, Column::Text),
        field(3, "found", Kind::Append, Column::Encoded),
    ],
};

/// That a person has seen a problem that nothing can settle.
pub static PROBLEM_SEEN: Record = Record {
    id: 50,
    name: "problem_seen",
    fields: &[
        field(1, "problem", Kind::Append, Column::Text),
        field(2, "staff", Kind::Append, Column::Ref),
        field(3, "at", Kind::Append, Column::Text),
    ],
};

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
    &ERASE_RECEIPT,
    &PROBLEM_SEEN,
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
