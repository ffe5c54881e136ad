//! What screens show about things that wait for a person.

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
        /// Where.
        pub place: String,
        /// When the writer's clock said it was, RFC 3339.
        pub claimed_at: String,
        /// When this place received it, RFC 3339; none for its own.
        pub received_at: Option<String>,
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
        /// All sides, the one in effect first.
        pub sides: Vec<ConflictSide>,
        /// What this screen shows; goes back with the choice.
        pub seen: String,
    }
}
