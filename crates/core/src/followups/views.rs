//! What screens show about follow-ups.

use crate::view::views;

views! {
    /// A promise to get in touch again.
    pub struct FollowUpView {
        /// Follow-up id.
        pub id: String,
        /// ISO date.
        pub due_on: String,
        /// Code of `follow_up_reason`.
        pub reason: String,
        /// Code of `follow_up_state`.
        pub state: String,
        /// What this row shows; goes back with a change.
        pub seen: String,
    }
}
