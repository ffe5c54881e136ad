//! The people who work here, and what an office says of its own doing.

use countyline_ledger::Kind;

use super::{Column, EXACT, Record, TEXT, field, since};

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

/// What the county decided for every place of the office. There is one, under an id that every place knows.
pub static OFFICE_POLICY: Record = Record {
    id: 19,
    name: "office_policy",
    fields: &[
        since(2, field(1, "verify_after_days", EXACT, Column::Int)),
        since(2, field(2, "state_pack", EXACT, Column::Text)),
        since(2, field(3, "identity_months", EXACT, Column::Int)),
        since(2, field(4, "statistics_months", EXACT, Column::Int)),
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
