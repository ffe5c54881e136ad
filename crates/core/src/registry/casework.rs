//! What is done with victims: contacts, referrals, releases, follow-ups and papers.

use countyline_ledger::{Kind, Order};

use super::{
    Column, DATE, EXACT, FOLLOW_UP_STATE, PAPER_STATE, REFERRAL_STATUS, Record, TEXT,
    YES_ANSWER_PROTECTS, YES_PROTECTS, alone, field, since,
};

/// Member numbers of what came of a referral.
pub mod came_of_it {
    /// Code of `referral_outcome`.
    pub const OUTCOME: u32 = 1;
    /// Code of `outcome_source`: who said so.
    pub const SOURCE: u32 = 2;
    /// Code of `barrier`, or empty.
    pub const BARRIER: u32 = 3;
}

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
        since(2, field(9, "contact_method", Kind::Append, Column::Ref)),
        since(
            2,
            field(10, "safe_check_reasked", Kind::Append, Column::Text),
        ),
        since(2, field(11, "next_at", Kind::Append, Column::Text)),
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
        since(2, field(9, "urgency", EXACT, Column::Text)),
        since(2, field(10, "legal_basis", EXACT, Column::Text)),
        since(2, alone(11, "legal_basis_note", TEXT, Column::Text)),
        since(2, field(12, "sent_method", EXACT, Column::Text)),
        since(2, alone(13, "status_reason", TEXT, Column::Text)),
        // Elements `[status, ISO date]`: when it reached which stage.
        since(2, field(14, "status_dates", Kind::Set, Column::InSet)),
        since(
            2,
            field(
                15,
                "came_of_it",
                Kind::Compound { protective: &[] },
                Column::Members(&[
                    (came_of_it::OUTCOME, "outcome"),
                    (came_of_it::SOURCE, "outcome_source"),
                    (came_of_it::BARRIER, "barrier"),
                ]),
            ),
        ),
        since(2, field(16, "re_referred_from", Kind::Append, Column::Ref)),
        since(2, field(17, "adults", EXACT, Column::Int)),
        since(2, field(18, "children", EXACT, Column::Int)),
        since(2, field(19, "own_need", EXACT, Column::Text)),
        since(2, field(20, "service", EXACT, Column::Ref)),
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
        since(2, alone(11, "signer", Kind::Append, Column::Text)),
        since(2, field(12, "signer_capacity", Kind::Append, Column::Text)),
        since(2, field(13, "effective_on", Kind::Append, Column::Text)),
        since(2, field(14, "methods", Kind::Append, Column::Encoded)),
        since(2, alone(15, "excluded_items", Kind::Append, Column::Text)),
        since(2, field(16, "risks_explained", Kind::Append, Column::Text)),
        since(2, field(17, "language", Kind::Append, Column::Text)),
        since(2, alone(18, "interpreter", Kind::Append, Column::Text)),
        since(2, alone(19, "witness", Kind::Append, Column::Text)),
        since(2, field(20, "copy_given", Kind::Append, Column::Text)),
        since(
            2,
            field(21, "signer_not_abuser", Kind::Append, Column::Text),
        ),
        since(2, field(22, "revoked_on", DATE, Column::Text)),
        since(2, field(23, "revoked_how", EXACT, Column::Text)),
        since(2, alone(24, "revoked_by", TEXT, Column::Text)),
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
        since(2, field(5, "policy", Kind::Append, Column::Text)),
        since(2, field(6, "policy_version", Kind::Append, Column::Int)),
        since(2, field(7, "why", Kind::Append, Column::Text)),
        since(2, field(8, "due_at", Kind::Append, Column::Text)),
        since(2, field(9, "assigned_to", EXACT, Column::Ref)),
        since(2, alone(10, "about", Kind::Append, Column::Text)),
        since(2, field(11, "court_date", Kind::Append, Column::Ref)),
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
        since(2, field(9, "kind", Kind::Append, Column::Text)),
        since(2, field(10, "fields", Kind::Append, Column::Encoded)),
        since(2, field(11, "numbers", Kind::Append, Column::Encoded)),
        since(
            2,
            field(12, "paper_state", Kind::Status(&PAPER_STATE), Column::Text),
        ),
        since(2, field(13, "referral", Kind::Append, Column::Ref)),
        since(2, field(14, "page", Kind::Append, Column::Text)),
        since(2, field(15, "large_print", Kind::Append, Column::Bool)),
        since(2, field(16, "template_version", Kind::Append, Column::Text)),
        since(2, field(17, "ways", Kind::Append, Column::Encoded)),
        since(2, field(18, "came_out", YES_ANSWER_PROTECTS, Column::Text)),
        since(2, field(19, "places", Kind::Append, Column::Encoded)),
    ],
};
