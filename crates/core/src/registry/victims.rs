//! Victims and the ways to reach them.

use countyline_ledger::{Kind, Order};

use super::{
    Column, DATE, EXACT, NO_ANSWER_PROTECTS, NO_FIRST, Record, TEXT, YES_ANSWER_PROTECTS,
    YES_PROTECTS, alone, field, since,
};

/// Whether a way to reach a victim is safe, the most protective answer first.
pub const SAFE: Order = Order::Codes(&["no", "unknown", "with_conditions", "yes"]);

/// What may be sent to an address, the most protective answer first.
const ENVELOPE: Order = Order::Codes(&[
    "never_send",
    "hold_for_pickup",
    "send_to_trusted",
    "no_return_address",
    "plain",
]);

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
    /// Date she last said that this way is safe: it is said of this number and of no other.
    pub const VERIFIED_ON: u32 = 7;
    /// Who may answer there, in her words.
    pub const WHO_MAY_ANSWER: u32 = 8;
    /// Why it is marked as it is, in her words: it is said of this answer and of no other.
    pub const MARK_REASON: u32 = 9;
}

/// Member numbers of a `name`.
pub mod name {
    /// Given name or initials.
    pub const GIVEN: u32 = 1;
    /// Family name.
    pub const FAMILY: u32 = 2;
}

/// Member numbers of an element of `other_names`.
pub mod other_name {
    /// Code of `name_kind`.
    pub const KIND: u32 = 1;
    /// The name.
    pub const NAME: u32 = 2;
}

/// Member numbers of an element of `relations`.
pub mod relation {
    /// The other victim's id.
    pub const TO: u32 = 1;
    /// Code of `relation`: what this victim is to the other.
    pub const KIND: u32 = 2;
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
            Kind::Compound { protective: &[] },
            Column::Members(&[(name::GIVEN, "given_name"), (name::FAMILY, "family_name")]),
        ),
        field(3, "birth_year", EXACT, Column::Int),
        field(4, "language", EXACT, Column::Text),
        alone(5, "zone", TEXT, Column::Text),
        field(6, "needs", Kind::Set, Column::InSet),
        field(7, "do_not_contact", YES_PROTECTS, Column::Bool),
        field(8, "opened_on", DATE, Column::Text),
        since(2, field(9, "name_kind", EXACT, Column::Text)),
        since(2, field(10, "other_names", Kind::Set, Column::InSet)),
        since(
            2,
            field(11, "name_safe_to_print", NO_ANSWER_PROTECTS, Column::Text),
        ),
        since(2, alone(12, "birth_date", DATE, Column::Text)),
        since(2, field(13, "age_at_incident", EXACT, Column::Int)),
        since(2, field(14, "age_at_first_service", EXACT, Column::Int)),
        since(2, field(15, "age_band", EXACT, Column::Text)),
        since(2, field(16, "race_ethnicity", Kind::Set, Column::InSet)),
        since(2, alone(17, "gender_stated", TEXT, Column::Text)),
        since(2, field(18, "special_classes", Kind::Set, Column::InSet)),
        since(2, field(19, "interpreter_need", EXACT, Column::Text)),
        since(2, alone(20, "access_needs", TEXT, Column::Text)),
        since(2, field(21, "acp", YES_ANSWER_PROTECTS, Column::Text)),
        since(2, alone(22, "acp_substitute_address", TEXT, Column::Text)),
        since(2, alone(23, "acp_card_number", EXACT, Column::Text)),
        since(2, field(24, "acp_expires_on", DATE, Column::Text)),
        since(2, alone(25, "real_address", TEXT, Column::Text)),
        since(2, alone(26, "real_address_need", TEXT, Column::Text)),
        since(2, field(27, "minor", YES_ANSWER_PROTECTS, Column::Text)),
        since(2, alone(28, "guardian", TEXT, Column::Text)),
        since(
            2,
            field(
                29,
                "guardian_is_alleged_abuser",
                YES_ANSWER_PROTECTS,
                Column::Text,
            ),
        ),
        since(2, alone(30, "tribal_affiliation", TEXT, Column::Text)),
        since(2, field(31, "relations", Kind::Set, Column::InSet)),
        // Goes to fewer than a restricted record does: one truth, in two steps.
        since(2, field(32, "sealed", YES_PROTECTS, Column::Bool)),
        since(2, field(33, "legal_hold", YES_PROTECTS, Column::Bool)),
        since(2, alone(34, "legal_hold_reason", TEXT, Column::Text)),
        since(2, alone(35, "do_not_contact_reason", TEXT, Column::Text)),
        since(2, alone(36, "special_class_other", TEXT, Column::Text)),
        since(2, field(37, "gender", EXACT, Column::Text)),
        since(2, alone(38, "pronoun", TEXT, Column::Text)),
        since(2, field(39, "own_needs", Kind::Set, Column::InSet)),
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
                // Of two that are equally safe, the one holds that allows no message.
                protective: &[(way::SAFE, SAFE), (way::VOICEMAIL, NO_FIRST)],
            },
            Column::Members(&[
                (way::CHANNEL, "channel"),
                (way::VALUE, "value"),
                (way::SAFE, "safe"),
                (way::VOICEMAIL, "voicemail"),
                (way::HOURS, "hours"),
                (way::COVER_NAME, "cover_name"),
                (way::VERIFIED_ON, "verified_on"),
                (way::WHO_MAY_ANSWER, "who_may_answer"),
                (way::MARK_REASON, "mark_reason"),
            ]),
        ),
        field(3, "do_not_contact", YES_PROTECTS, Column::Bool),
        since(2, alone(4, "code_word", TEXT, Column::Text)),
        since(
            2,
            field(5, "envelope", Kind::Protective(ENVELOPE), Column::Text),
        ),
        since(2, alone(6, "language_relay", TEXT, Column::Text)),
        since(
            2,
            field(7, "monitored_device", YES_ANSWER_PROTECTS, Column::Text),
        ),
        since(2, field(8, "blocked", YES_PROTECTS, Column::Bool)),
        since(2, field(9, "closed", YES_PROTECTS, Column::Bool)),
    ],
};
