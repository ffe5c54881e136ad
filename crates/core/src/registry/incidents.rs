//! What happened, and what it was for each victim in it. There is no narrative, and no record of an offender.
//!
//! What is said of a person stands in her participation, which is hers and is erased with her. The incident
//! itself names nobody.

use countyline_ledger::Kind;

use super::{
    Column, DATE, EXACT, Record, TEXT, YES_ANSWER_PROTECTS, YES_PROTECTS, alone, field, since,
};

/// An incident, whoever was in it.
pub static INCIDENT: Record = Record {
    id: 11,
    name: "incident",
    fields: &[
        since(2, alone(1, "agency_case_number", EXACT, Column::Text)),
        since(2, field(2, "occurred_on", DATE, Column::Text)),
        since(2, field(3, "occurred_at", EXACT, Column::Text)),
        since(2, alone(4, "zone", TEXT, Column::Text)),
        since(2, field(5, "tribal_jurisdiction", EXACT, Column::Text)),
        since(2, field(6, "arrest", EXACT, Column::Text)),
        since(2, field(7, "in_custody", EXACT, Column::Text)),
        since(
            2,
            field(8, "weapon_firearm", YES_ANSWER_PROTECTS, Column::Text),
        ),
        since(
            2,
            field(9, "children_present", YES_ANSWER_PROTECTS, Column::Text),
        ),
        since(
            2,
            field(
                10,
                "protection_order_in_force",
                YES_ANSWER_PROTECTS,
                Column::Text,
            ),
        ),
        since(2, alone(11, "responding_agency", TEXT, Column::Text)),
        since(2, field(12, "staff", Kind::Append, Column::Ref)),
        since(2, field(13, "at", Kind::Append, Column::Text)),
        since(2, field(14, "reporting_officer", EXACT, Column::Ref)),
        since(2, field(15, "responding_partner", EXACT, Column::Ref)),
        since(2, field(16, "legal_hold", YES_PROTECTS, Column::Bool)),
        since(2, alone(17, "legal_hold_reason", TEXT, Column::Text)),
    ],
};

/// A victim in an incident.
pub static PARTICIPATION: Record = Record {
    id: 12,
    name: "participation",
    fields: &[
        since(2, field(1, "victim", Kind::Append, Column::Ref)),
        since(2, field(2, "incident", Kind::Append, Column::Ref)),
        since(2, field(3, "role", EXACT, Column::Text)),
        since(2, field(4, "victimization", Kind::Set, Column::InSet)),
        since(2, alone(5, "victimization_other", TEXT, Column::Text)),
        since(2, field(6, "offender_relation", EXACT, Column::Text)),
        since(
            2,
            field(
                7,
                "strangulation_reported",
                YES_ANSWER_PROTECTS,
                Column::Text,
            ),
        ),
        since(2, field(8, "staff", Kind::Append, Column::Ref)),
        since(2, field(9, "at", Kind::Append, Column::Text)),
        since(2, field(10, "own_crimes", Kind::Set, Column::InSet)),
    ],
};

/// A dated answer about a victim in an incident. A later answer is a new record.
pub static INCIDENT_FACT: Record = Record {
    id: 18,
    name: "incident_fact",
    fields: &[
        since(2, field(1, "victim", Kind::Append, Column::Ref)),
        since(2, field(2, "incident", Kind::Append, Column::Ref)),
        since(2, field(3, "fact", Kind::Append, Column::Text)),
        since(2, field(4, "answer", Kind::Append, Column::Text)),
        since(2, field(5, "answered_on", Kind::Append, Column::Text)),
        since(2, alone(6, "agency", Kind::Append, Column::Text)),
        since(2, field(7, "staff", Kind::Append, Column::Ref)),
        since(2, field(8, "at", Kind::Append, Column::Text)),
    ],
};
