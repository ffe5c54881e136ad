//! What a screen shows of what can be taken back.

use crate::error::Failure;
use crate::view::views;

views! {
    /// What was saved last, for as long as it can be taken back.
    pub struct UndoView {
        /// Which commit; goes back to take it back.
        pub commit: String,
        /// Name of the record type it was about, the weightiest one; empty where it cannot be taken back.
        pub record: String,
        /// Whether it would be taken back; if not, it was, and would be done again.
        pub takes_back: bool,
        /// For how many more seconds.
        pub seconds_left: i32,
        /// Why it cannot be taken back.
        pub refusal: Option<Failure>,
    }
}
