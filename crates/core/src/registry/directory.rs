//! The directory of partner agencies, field by field after Open Referral's HSDS 3.0. Lists whose parts mean
//! something only together (opening times, phones, addresses) are one value each: they are never made of two
//! halves, and what another directory says beyond our fields is kept in them.

use countyline_ledger::{Kind, Normal};

use super::{Column, DATE, EXACT, Record, TEXT, alone, field, since};

/// A service a partner agency offers (HSDS `service`).
pub static PARTNER_SERVICE: Record = Record {
    id: 30,
    name: "partner_service",
    fields: &[
        since(2, field(1, "partner", Kind::Append, Column::Ref)),
        since(2, field(2, "name", TEXT, Column::Text)),
        since(2, field(3, "alternate_name", TEXT, Column::Text)),
        since(2, alone(4, "description", TEXT, Column::Text)),
        since(2, field(5, "status", EXACT, Column::Text)),
        since(2, field(6, "needs", Kind::Set, Column::InSet)),
        since(2, field(7, "languages", Kind::Set, Column::InSet)),
        since(2, field(8, "areas", Kind::Set, Column::InSet)),
        since(2, field(9, "minimum_age", EXACT, Column::Int)),
        since(2, field(10, "maximum_age", EXACT, Column::Int)),
        since(2, alone(11, "eligibility", TEXT, Column::Text)),
        since(2, alone(12, "application_process", TEXT, Column::Text)),
        since(2, alone(13, "fees", TEXT, Column::Text)),
        since(2, field(14, "interpretation", TEXT, Column::Text)),
        since(2, alone(15, "alert", TEXT, Column::Text)),
        since(2, field(16, "warm_line_24h", EXACT, Column::Bool)),
        since(2, alone(17, "notes_for_deputies", TEXT, Column::Text)),
        since(2, field(18, "email", TEXT, Column::Text)),
        since(2, field(19, "website", TEXT, Column::Text)),
        since(2, field(20, "assured_on", DATE, Column::Text)),
        since(2, field(21, "schedules", EXACT, Column::Encoded)),
        since(2, field(22, "phones", EXACT, Column::Encoded)),
        since(2, field(23, "travel_minutes", EXACT, Column::Encoded)),
        since(2, field(24, "required_documents", EXACT, Column::Encoded)),
        since(2, field(25, "cost_options", EXACT, Column::Encoded)),
        since(2, field(26, "more", EXACT, Column::Encoded)),
    ],
};

/// A place of a partner agency (HSDS `location`). One whose location is confidential has none with an address.
pub static PARTNER_LOCATION: Record = Record {
    id: 31,
    name: "partner_location",
    fields: &[
        since(2, field(1, "partner", Kind::Append, Column::Ref)),
        since(2, field(2, "name", TEXT, Column::Text)),
        since(2, field(3, "location_type", EXACT, Column::Text)),
        since(2, alone(4, "description", TEXT, Column::Text)),
        since(2, field(5, "addresses", EXACT, Column::Encoded)),
        since(2, field(6, "position", EXACT, Column::Text)),
        since(2, alone(7, "transportation", TEXT, Column::Text)),
        since(2, field(8, "accessibility", EXACT, Column::Encoded)),
        since(2, field(9, "languages", Kind::Set, Column::InSet)),
        since(2, field(10, "phones", EXACT, Column::Encoded)),
        since(2, field(11, "schedules", EXACT, Column::Encoded)),
        since(2, field(12, "services", Kind::Set, Column::InSet)),
        since(2, field(13, "more", EXACT, Column::Encoded)),
    ],
};

/// A person to speak with at a partner agency (HSDS `contact`).
pub static PARTNER_PERSON: Record = Record {
    id: 32,
    name: "partner_person",
    fields: &[
        since(2, field(1, "partner", Kind::Append, Column::Ref)),
        since(2, field(2, "name", TEXT, Column::Text)),
        since(2, field(3, "title", TEXT, Column::Text)),
        since(2, field(4, "department", TEXT, Column::Text)),
        since(2, field(5, "email", TEXT, Column::Text)),
        since(
            2,
            field(6, "phone", Kind::Register(Normal::Phone), Column::Text),
        ),
        since(2, field(7, "left_on", DATE, Column::Text)),
        since(2, field(8, "more", EXACT, Column::Encoded)),
    ],
};
