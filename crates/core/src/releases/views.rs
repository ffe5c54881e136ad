//! What screens show about releases of information.

use crate::view::views;

views! {
    /// Signing a release of information: one recipient, an expiry, no exceptions.
    pub struct ReleaseForm {
        /// Victim id.
        pub victim_id: String,
        /// The one partner agency that may receive it.
        pub recipient_id: String,
        /// Codes of `release_item`: `name`, `safe_contact`, `need`, `case_number`, …
        pub items: Vec<String>,
        /// Why, in her words.
        pub purpose: String,
        /// ISO date, required.
        pub expires_on: String,
        /// `paper_on_file` or `signed_here`.
        pub signature: String,
        /// "The signer is not the alleged abuser" was asked and confirmed.
        pub signer_is_not_the_abuser: bool,
    }

    /// A release of information.
    pub struct ReleaseView {
        /// Release id.
        pub id: String,
        /// Recipient id.
        pub recipient_id: String,
        /// Recipient name.
        pub recipient_name: String,
        /// Codes of `release_item`.
        pub items: Vec<String>,
        /// ISO date.
        pub signed_on: String,
        /// ISO date.
        pub expires_on: String,
        /// `in_force`, `expired`, `revoked` or `not_yet`.
        pub state: String,
        /// Two people wrote it differently; the stricter one holds.
        pub in_conflict: bool,
        /// What this row shows; goes back with a revocation.
        pub seen: String,
    }
}
