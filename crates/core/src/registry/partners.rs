//! Partner agencies, and our contacts with them.

use countyline_ledger::{Kind, Normal};

use super::{
    COMMITMENT_STATE, Column, DATE, EXACT, Record, TEXT, YES_PROTECTS, alone, field, since,
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
        since(2, field(12, "alternate_name", TEXT, Column::Text)),
        since(2, alone(13, "description", TEXT, Column::Text)),
        since(2, field(14, "email", TEXT, Column::Text)),
        since(2, field(15, "website", TEXT, Column::Text)),
        since(2, field(16, "accepts_letter", EXACT, Column::Bool)),
        since(2, field(17, "phones", EXACT, Column::Encoded)),
        since(2, field(18, "more", EXACT, Column::Encoded)),
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
        since(2, field(11, "purpose", Kind::Append, Column::Text)),
        since(2, field(12, "commitment_by", Kind::Append, Column::Text)),
        since(
            2,
            field(
                13,
                "commitment_state",
                Kind::Status(&COMMITMENT_STATE),
                Column::Text,
            ),
        ),
        since(2, alone(14, "next_step", Kind::Append, Column::Text)),
        since(2, field(15, "next_on", Kind::Append, Column::Text)),
        since(2, field(16, "next_done_on", DATE, Column::Text)),
    ],
};
