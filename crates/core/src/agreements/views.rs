//! What screens show about agreements.

use crate::view::views;

views! {
    /// An agreement, as the form sends it.
    pub struct AgreementForm {
        /// What it is called.
        pub title: String,
        /// Ids of the partner agencies that sign.
        pub party_ids: Vec<String>,
        /// Duties of each.
        pub scope: String,
        /// What each keeps to itself.
        pub confidentiality_terms: String,
        /// ISO date; none while it is being talked about.
        pub signed_on: Option<String>,
        /// ISO date it is to be gone over.
        pub review_on: String,
        /// ISO date; none while it is in force.
        pub ended_on: Option<String>,
    }

    /// An agreement.
    pub struct AgreementView {
        /// Agreement id.
        pub id: String,
        /// What is written.
        pub form: AgreementForm,
        /// Names of the agencies that sign.
        pub party_names: Vec<String>,
        /// ISO dates on which it was signed again, in order.
        pub renewals: Vec<String>,
        /// Days until it is to be gone over; negative when that day has passed.
        pub days_left: Option<i32>,
        /// In force, and its review has come or comes within 60 days.
        pub due: bool,
        /// Two people wrote something different.
        pub in_conflict: bool,
        /// What this shows; goes back with an edit.
        pub seen: String,
    }
}
