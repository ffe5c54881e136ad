//! Victims and the ways to reach them.

use countyline_ledger::{Kind, Order};

use super::{Column, DATE, EXACT, Record, TEXT, YES_PROTECTS, alone, field};

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
