//! Protection orders as forms write them and screens show them.

use crate::view::views;

views! {
    /// A protection order.
    #[derive(Default)]
    #[serde(default)]
    pub struct ProtectionOrderForm {
        /// The incident after which it was asked for.
        pub incident_id: Option<String>,
        /// Answer: was it explained to her?
        pub explained: String,
        /// Answer: was he served?
        pub served: String,
        /// ISO date; may be empty.
        pub expires_on: String,
    }

    /// A protection order, as stored.
    pub struct ProtectionOrderView {
        /// Its id.
        pub id: String,
        /// What is written.
        pub form: ProtectionOrderForm,
        /// It holds no longer.
        pub has_run_out: bool,
        /// Two people wrote it differently.
        pub in_conflict: bool,
        /// What this shows; goes back with an edit.
        pub seen: String,
    }
}
