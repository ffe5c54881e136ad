//! The people who work here, and what an office says of its own doing.

use countyline_ledger::{Kind, Order};

use super::{Column, DATE, EXACT, Normal, Record, TEXT, alone, field, since};

/// A person who works here.
pub static STAFF: Record = Record {
    id: 1,
    name: "staff",
    fields: &[
        field(1, "name", TEXT, Column::Text),
        field(2, "role", EXACT, Column::Text),
        field(3, "place", TEXT, Column::Text),
        since(2, field(4, "training_hours", EXACT, Column::Int)),
        since(2, field(5, "background_check_on", DATE, Column::Text)),
        since(2, field(6, "availability", Kind::Set, Column::InSet)),
        since(
            2,
            field(
                7,
                "disabled_on",
                Kind::Protective(Order::EarliestDate),
                Column::Text,
            ),
        ),
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
        since(2, field(5, "installed_pack", EXACT, Column::Text)),
        since(2, field(6, "logo", EXACT, Column::Text)),
        since(2, field(7, "own_lists", EXACT, Column::Text)),
        since(
            2,
            field(
                8,
                "call_back_phone",
                Kind::Register(Normal::Phone),
                Column::Text,
            ),
        ),
    ],
};

/// The county's own words for a message of its papers. The record of a message has an id that every place knows.
pub static WORDING: Record = Record {
    id: 55,
    name: "wording",
    fields: &[
        since(2, field(1, "language", EXACT, Column::Text)),
        since(2, field(2, "message", EXACT, Column::Text)),
        since(2, field(3, "text", EXACT, Column::Text)),
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

/// Somebody who works here was called out. Never about a victim, and never changed afterwards.
pub static CALL_OUT: Record = Record {
    id: 39,
    name: "call_out",
    fields: &[
        since(2, field(1, "person", Kind::Append, Column::Ref)),
        since(2, field(2, "called_at", Kind::Append, Column::Text)),
        since(2, field(3, "arrived_at", Kind::Append, Column::Text)),
        since(2, field(4, "place", Kind::Append, Column::Text)),
        since(2, field(5, "minutes", Kind::Append, Column::Int)),
        since(2, field(6, "miles", Kind::Append, Column::Int)),
        since(2, field(7, "staff", Kind::Append, Column::Ref)),
        since(2, field(8, "at", Kind::Append, Column::Text)),
    ],
};

/// Members of the time of a shift.
pub mod shift_time {
    /// When it begins, the clock on the wall.
    pub const BEGINS: u32 = 1;
    /// When it is over.
    pub const ENDS: u32 = 2;
}

/// Somebody is on call. Begin and end are one value: no half of another one's time stands in it.
pub static ON_CALL_SHIFT: Record = Record {
    id: 72,
    name: "on_call_shift",
    fields: &[
        since(2, field(1, "person", EXACT, Column::Ref)),
        since(
            2,
            field(
                2,
                "time",
                Kind::Compound { protective: &[] },
                Column::Members(&[
                    (shift_time::BEGINS, "begins_at"),
                    (shift_time::ENDS, "ends_at"),
                ]),
            ),
        ),
        since(2, field(3, "call_order", EXACT, Column::Text)),
        since(2, field(4, "called_off", EXACT, Column::Bool)),
    ],
};

/// A training session, and who came.
pub static TRAINING_SESSION: Record = Record {
    id: 40,
    name: "training_session",
    fields: &[
        since(2, field(1, "topic", TEXT, Column::Text)),
        since(2, field(2, "held_on", DATE, Column::Text)),
        since(2, field(3, "mandatory", EXACT, Column::Bool)),
        since(2, field(4, "repeat_of", Kind::Append, Column::Ref)),
        since(2, field(5, "attended", Kind::Set, Column::InSet)),
        since(2, field(6, "minutes", EXACT, Column::Int)),
    ],
};

/// A survey: whom it asks and since when.
pub static SURVEY: Record = Record {
    id: 51,
    name: "survey",
    fields: &[
        since(2, field(1, "title", TEXT, Column::Text)),
        since(2, field(2, "audience", EXACT, Column::Text)),
        since(2, field(3, "began_on", DATE, Column::Text)),
        since(2, field(4, "ended_on", DATE, Column::Text)),
    ],
};

/// Sheets of a survey handed out and come back, and what they said. It names nobody and no day of an answer.
pub static SURVEY_RETURN: Record = Record {
    id: 52,
    name: "survey_return",
    fields: &[
        since(2, field(1, "survey", Kind::Append, Column::Ref)),
        since(2, field(2, "counted_on", Kind::Append, Column::Text)),
        since(2, field(3, "handed_out", Kind::Append, Column::Int)),
        since(2, field(4, "returned", Kind::Append, Column::Int)),
        since(2, alone(5, "answers", Kind::Append, Column::Encoded)),
    ],
};

/// Finding out what the county lacks.
pub static NEEDS_ASSESSMENT: Record = Record {
    id: 53,
    name: "needs_assessment",
    fields: &[
        since(2, field(1, "campaign", TEXT, Column::Text)),
        since(2, alone(2, "scope", TEXT, Column::Text)),
        since(2, field(3, "method", EXACT, Column::Text)),
        since(2, field(4, "began_on", DATE, Column::Text)),
        since(2, field(5, "ended_on", DATE, Column::Text)),
        since(2, field(6, "surveys", Kind::Set, Column::InSet)),
        since(2, alone(7, "findings", TEXT, Column::Text)),
    ],
};

/// Hours somebody gave. Never changed afterwards.
pub static STAFF_HOURS: Record = Record {
    id: 54,
    name: "staff_hours",
    fields: &[
        since(2, field(1, "person", Kind::Append, Column::Ref)),
        since(2, field(2, "worked_on", Kind::Append, Column::Text)),
        since(2, field(3, "minutes", Kind::Append, Column::Int)),
        since(2, field(4, "kind", Kind::Append, Column::Text)),
        since(2, field(5, "staff", Kind::Append, Column::Ref)),
        since(2, field(6, "at", Kind::Append, Column::Text)),
    ],
};

/// What somebody looked at on a laptop, a portion of it: ids and instants, and nothing of a victim's. It belongs to
/// nobody, so that it outlives an erasure.
pub static LOOK_PORTION: Record = Record {
    id: 70,
    name: "look_portion",
    fields: &[
        since(2, field(1, "device", Kind::Append, Column::Ref)),
        since(2, field(2, "first_seq", Kind::Append, Column::Int)),
        since(2, field(3, "first_ms", Kind::Append, Column::Int)),
        since(2, field(4, "last_ms", Kind::Append, Column::Int)),
        since(2, field(5, "rows", Kind::Append, Column::Encoded)),
    ],
};

/// That somebody went through who looked at what.
pub static LOOK_REVIEW: Record = Record {
    id: 71,
    name: "look_review",
    fields: &[
        since(2, field(1, "staff", Kind::Append, Column::Ref)),
        since(2, field(2, "at", Kind::Append, Column::Text)),
    ],
};
