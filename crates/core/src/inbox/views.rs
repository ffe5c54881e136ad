//! What screens show about things that wait for a person.

use std::collections::BTreeMap;

use crate::duplicates::CandidateView;
use crate::view::views;

views! {
    /// One labelled value of a side.
    pub struct LabelledValue {
        /// Word id of the label (`field-phone`, `field-safe`, …).
        pub label: String,
        /// Value, or a code.
        pub value: String,
        /// The code list `value` belongs to, if it is a code.
        pub code_list: Option<String>,
    }

    /// One side of a conflict.
    pub struct ConflictSide {
        /// Opaque id of this side; goes back with the choice.
        pub side: String,
        /// What was written.
        pub values: Vec<LabelledValue>,
        /// Who wrote it.
        pub by: String,
        /// Where: the machine that signed it.
        pub place: String,
        /// Who sits before the machine that signed it, if that is not who is said to have written it.
        pub signed_by: Option<String>,
        /// When the writer's clock said it was, RFC 3339.
        pub claimed_at: String,
        /// When this place received it, RFC 3339; none for its own.
        pub received_at: Option<String>,
        /// The file it came in; none for its own.
        pub bundle: Option<String>,
        /// This side is in effect until a person chooses.
        pub in_effect: bool,
    }

    /// Two or more people wrote one thing differently.
    pub struct ConflictView {
        /// Opaque id: record, entity and field.
        pub id: String,
        /// Record type name.
        pub record: String,
        /// Field name.
        pub field: String,
        /// Case number or partner agency name.
        pub about: String,
        /// The victim, if it is about one.
        pub victim_id: Option<String>,
        /// Safety field: the stricter value holds until resolved.
        pub protective: bool,
        /// `safety`, `contact` or `other`.
        pub urgency: String,
        /// All sides, the one in effect first.
        pub sides: Vec<ConflictSide>,
        /// What may be written instead of the sides, beginning with what is in effect; empty where only a
        /// side can be right.
        pub editable: Vec<EditableValue>,
        /// The sides are different ways to reach somebody, so both may be right.
        pub may_keep_both: bool,
        /// What this screen shows; goes back with the choice.
        pub seen: String,
    }

    /// A value a person may write instead.
    pub struct EditableValue {
        /// Name it goes back under.
        pub name: String,
        /// Word id of the label.
        pub label: String,
        /// Value in effect, or a code.
        pub value: String,
        /// The code list `value` belongs to, if it is a code.
        pub code_list: Option<String>,
    }

    /// Who wrote something, where and when, and how it came here.
    pub struct Origin {
        /// Who.
        pub by: String,
        /// At which laptop or desk: the machine that signed it.
        pub place: String,
        /// Who sits before the machine that signed it, if that is not who is said to have written it.
        pub signed_by: Option<String>,
        /// When the writer's clock said it was, RFC 3339.
        pub claimed_at: String,
        /// When this place received it, RFC 3339; none for its own.
        pub received_at: Option<String>,
        /// The file it came in; none for its own.
        pub bundle: Option<String>,
    }

    /// A victim something that waits is about.
    pub struct ItemVictim {
        /// Victim id.
        pub victim_id: String,
        /// Case number.
        pub case_number: String,
        /// Initials.
        pub initials: String,
    }

    /// What waits for a person, as many things as a screen shows.
    pub struct InboxView {
        /// How many things wait.
        pub all: i32,
        /// The first of them: the most urgent, and last what is only suggested.
        pub first: Vec<InboxItem>,
    }

    /// One thing that waits for a person.
    pub struct InboxItem {
        /// Opaque id, the same on every machine.
        pub id: String,
        /// `conflict`, `deleted_while_edited`, `hidden_with_work`, `unknown_operation`, `wrong_kind`,
        /// `append_rewritten`, `wrote_twice`, `log_continued_twice`, `same_case_number` or `same_person`.
        pub kind: String,
        /// `safety`, `contact` or `other`; the list stands in this order.
        pub urgency: String,
        /// Record type name; empty if it is about none.
        pub record: String,
        /// Field name; empty if it is about none.
        pub field: String,
        /// Case number, partner agency name or laptop.
        pub about: String,
        /// The victim, if it is about one.
        pub victim_id: Option<String>,
        /// Where it comes from: of a removal, who hid it.
        pub origins: Vec<Origin>,
        /// Of a removal, who wrote meanwhile.
        pub written_by: Vec<Origin>,
        /// Of a removal, what stands in the record.
        pub values: Vec<LabelledValue>,
        /// Of a number given twice and of records that may be one person's, the victims.
        pub victims: Vec<ItemVictim>,
        /// How it may be settled: `side`, `other` and `both` for a conflict, `keep` and `hide` for a removal,
        /// `same` and `not_same` for records that may be one person's, `seen` for what can only be looked at.
        pub ways: Vec<String>,
        /// What this screen shows; goes back with the decision.
        pub seen: String,
        /// The conflict with its sides, if it is one.
        pub conflict: Option<ConflictView>,
        /// Both records and what speaks for and against, if they may be one person's.
        pub candidate: Option<CandidateView>,
    }

    /// How a person settles something.
    pub struct Settlement {
        /// One of the item's `ways`.
        pub way: String,
        /// The side chosen; with `both`, the one that stays in the record.
        pub side: Option<String>,
        /// With `other`, what was written, by the names of `editable`.
        pub values: BTreeMap<String, String>,
        /// What the screen showed.
        pub seen: String,
    }
}
