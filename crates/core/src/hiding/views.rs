//! What screens show about hidden records.

use crate::inbox::LabelledValue;
use crate::view::views;

views! {
    /// A record that somebody hid.
    pub struct HiddenView {
        /// Record type name.
        pub record: String,
        /// Its id.
        pub id: String,
        /// What stood in it.
        pub values: Vec<LabelledValue>,
        /// Who hid it.
        pub by: String,
        /// Where.
        pub place: String,
        /// When, by their clock, RFC 3339.
        pub at: String,
        /// What this row shows; goes back to bring it back.
        pub seen: String,
    }
}
