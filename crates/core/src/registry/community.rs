//! Working together: agreements, advisory groups, outreach to the community and what is handed out.

use countyline_ledger::Kind;

use super::{Column, DATE, EXACT, Record, TEXT, alone, field, since};

/// An agreement (MOU) with partner agencies.
pub static AGREEMENT: Record = Record {
    id: 33,
    name: "agreement",
    fields: &[
        since(2, field(1, "title", TEXT, Column::Text)),
        since(2, field(2, "parties", Kind::Set, Column::InSet)),
        since(2, alone(3, "scope", TEXT, Column::Text)),
        since(2, alone(4, "confidentiality_terms", TEXT, Column::Text)),
        since(2, field(5, "signed_on", DATE, Column::Text)),
        since(2, field(6, "review_on", DATE, Column::Text)),
        since(2, field(7, "renewals", Kind::Set, Column::InSet)),
        since(2, field(8, "ended_on", DATE, Column::Text)),
    ],
};

/// An advisory board, interagency council or task force.
pub static ADVISORY_GROUP: Record = Record {
    id: 34,
    name: "advisory_group",
    fields: &[
        since(2, field(1, "name", TEXT, Column::Text)),
        since(2, field(2, "kind", EXACT, Column::Text)),
        since(2, field(3, "ended_on", DATE, Column::Text)),
    ],
};

/// A member of an advisory group.
pub static GROUP_MEMBER: Record = Record {
    id: 35,
    name: "group_member",
    fields: &[
        since(2, field(1, "advisory_group", Kind::Append, Column::Ref)),
        since(2, field(2, "person", TEXT, Column::Text)),
        since(2, field(3, "partner", EXACT, Column::Ref)),
        since(2, field(4, "co_chair", EXACT, Column::Bool)),
        since(2, field(5, "joined_on", DATE, Column::Text)),
        since(2, field(6, "left_on", DATE, Column::Text)),
    ],
};

/// A meeting of an advisory group. Never about one victim, and never changed afterwards.
pub static GROUP_MEETING: Record = Record {
    id: 36,
    name: "group_meeting",
    fields: &[
        since(2, field(1, "advisory_group", Kind::Append, Column::Ref)),
        since(2, field(2, "held_on", Kind::Append, Column::Text)),
        since(2, field(3, "present", Kind::Append, Column::Encoded)),
        since(2, alone(4, "minutes", Kind::Append, Column::Text)),
        since(2, alone(5, "decisions", Kind::Append, Column::Encoded)),
        since(2, field(6, "staff", Kind::Append, Column::Ref)),
        since(2, field(7, "at", Kind::Append, Column::Text)),
    ],
};

/// Outreach to the community. Never changed afterwards.
pub static COMMUNITY_EVENT: Record = Record {
    id: 37,
    name: "community_event",
    fields: &[
        since(2, field(1, "held_on", Kind::Append, Column::Text)),
        since(2, field(2, "place", Kind::Append, Column::Text)),
        since(2, field(3, "audience", Kind::Append, Column::Text)),
        since(2, field(4, "population", Kind::Append, Column::Text)),
        since(2, field(5, "number_reached", Kind::Append, Column::Int)),
        since(2, field(6, "language", Kind::Append, Column::Text)),
        since(2, alone(7, "note", Kind::Append, Column::Text)),
        since(2, field(8, "staff", Kind::Append, Column::Ref)),
        since(2, field(9, "at", Kind::Append, Column::Text)),
    ],
};

/// Brochures, cards and supplies that went out.
pub static MATERIAL: Record = Record {
    id: 38,
    name: "material",
    fields: &[
        since(2, field(1, "given_on", Kind::Append, Column::Text)),
        since(2, field(2, "place", Kind::Append, Column::Text)),
        since(2, field(3, "item", Kind::Append, Column::Text)),
        since(2, field(4, "what", Kind::Append, Column::Text)),
        since(2, field(5, "language", Kind::Append, Column::Text)),
        since(2, field(6, "quantity", Kind::Append, Column::Int)),
        since(2, field(7, "community_event", Kind::Append, Column::Ref)),
        since(2, field(8, "returned_on", DATE, Column::Text)),
        since(2, field(9, "staff", Kind::Append, Column::Ref)),
        since(2, field(10, "at", Kind::Append, Column::Text)),
    ],
};
