//! What is done for victims and counted: service events and risk screens.

use countyline_ledger::Kind;

use super::{Column, Record, alone, field, since};

/// One service given to a victim, offered to her, refused by her, or asked for and not to be had. Never changed
/// afterwards: one recorded by mistake is hidden.
pub static SERVICE_EVENT: Record = Record {
    id: 20,
    name: "service_event",
    fields: &[
        since(2, field(1, "victim", Kind::Append, Column::Ref)),
        since(2, field(2, "incident", Kind::Append, Column::Ref)),
        since(2, field(3, "served_on", Kind::Append, Column::Text)),
        since(2, field(4, "item", Kind::Append, Column::Text)),
        since(2, field(5, "local_item", Kind::Append, Column::Text)),
        since(2, field(6, "quantity", Kind::Append, Column::Int)),
        since(2, field(7, "minutes", Kind::Append, Column::Int)),
        since(2, field(8, "miles", Kind::Append, Column::Int)),
        since(2, field(9, "mode", Kind::Append, Column::Text)),
        since(2, field(10, "funding_source", Kind::Append, Column::Text)),
        since(2, field(11, "outcome", Kind::Append, Column::Text)),
        since(2, field(12, "reason", Kind::Append, Column::Text)),
        since(
            2,
            field(13, "compensation_assistance", Kind::Append, Column::Bool),
        ),
        since(
            2,
            field(14, "anonymous_contact", Kind::Append, Column::Bool),
        ),
        since(2, field(15, "victimization", Kind::Append, Column::Encoded)),
        since(2, field(16, "referral", Kind::Append, Column::Ref)),
        since(2, field(17, "at", Kind::Append, Column::Text)),
        since(2, field(18, "staff", Kind::Append, Column::Ref)),
    ],
};

/// A risk screen that was asked, or that was not and why.
pub static RISK_SCREEN: Record = Record {
    id: 21,
    name: "risk_screen",
    fields: &[
        since(2, field(1, "victim", Kind::Append, Column::Ref)),
        since(2, field(2, "incident", Kind::Append, Column::Ref)),
        since(2, field(3, "instrument", Kind::Append, Column::Text)),
        since(2, field(4, "instrument_version", Kind::Append, Column::Int)),
        since(2, field(5, "result", Kind::Append, Column::Text)),
        since(2, field(6, "level", Kind::Append, Column::Text)),
        since(2, field(7, "trigger", Kind::Append, Column::Text)),
        since(2, alone(8, "override_reason", Kind::Append, Column::Text)),
        since(2, alone(9, "answers", Kind::Append, Column::Encoded)),
        since(2, field(10, "not_done_reason", Kind::Append, Column::Text)),
        since(
            2,
            field(11, "hotline_called_at", Kind::Append, Column::Text),
        ),
        since(2, field(12, "hotline_answered", Kind::Append, Column::Text)),
        since(2, field(13, "victim_spoke", Kind::Append, Column::Text)),
        since(2, field(14, "minutes", Kind::Append, Column::Int)),
        since(2, field(15, "follow_up", Kind::Append, Column::Ref)),
        since(2, field(16, "at", Kind::Append, Column::Text)),
        since(2, field(17, "staff", Kind::Append, Column::Ref)),
    ],
};

/// The figures of a report as they were handed in. They open to no case.
pub static REPORT_SNAPSHOT: Record = Record {
    id: 57,
    name: "report_snapshot",
    fields: &[
        since(2, field(1, "report", Kind::Append, Column::Text)),
        since(2, field(2, "covers_from", Kind::Append, Column::Text)),
        since(2, field(3, "covers_to", Kind::Append, Column::Text)),
        since(2, field(4, "settings", Kind::Append, Column::Text)),
        since(2, field(5, "figures", Kind::Append, Column::Text)),
        since(2, field(6, "handed_in_on", Kind::Append, Column::Text)),
        since(2, field(7, "amends", Kind::Append, Column::Ref)),
        since(2, field(8, "staff", Kind::Append, Column::Ref)),
        since(2, field(9, "at", Kind::Append, Column::Text)),
    ],
};
