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
        /// ISO date, required; no later than the policy of releases allows.
        pub expires_on: String,
        /// `paper_on_file` or `signed_here`.
        pub signature: String,
        /// "The signer is not the alleged abuser" was asked and confirmed.
        pub signer_is_not_the_abuser: bool,
        /// The rest of the form; none if she signed for herself, from today, and nothing else was asked.
        pub details: Option<ReleaseDetails>,
    }

    /// The rest of a release's form.
    #[derive(Default)]
    #[serde(default)]
    pub struct ReleaseDetails {
        /// Who signed; required of somebody who signs for her.
        pub signer: String,
        /// Code of `signer_capacity`; empty for herself.
        pub signer_capacity: String,
        /// ISO date it begins; empty for today.
        pub effective_on: String,
        /// Codes of `release_method`: how it may be told.
        pub methods: Vec<String>,
        /// What she does not want told, in her words.
        pub excluded_items: String,
        /// Answer: were risks and alternatives explained?
        pub risks_explained: String,
        /// Code of `language` it was explained in.
        pub language: String,
        /// Who interpreted.
        pub interpreter: String,
        /// Who saw it signed.
        pub witness: String,
        /// Answer: has she got a copy?
        pub copy_given: String,
    }

    /// Taking a release back.
    #[derive(Default)]
    #[serde(default)]
    pub struct Revocation {
        /// Code of `revoked_how`; may be empty.
        pub how: String,
        /// Who took it back.
        pub by: String,
    }

    /// What an agency may be told today.
    pub struct ShareList {
        /// ISO date it holds for.
        pub as_of: String,
        /// What it may be told.
        pub shared: Vec<SharedRecord>,
        /// What it may not be told.
        pub withheld: Vec<WithheldRecord>,
    }

    /// A record of which something may be told.
    pub struct SharedRecord {
        /// Victim id.
        pub victim_id: String,
        /// The release that covers it.
        pub release_id: String,
        /// Codes of `release_item`.
        pub items: Vec<String>,
        /// ISO date, the last day.
        pub until: String,
        /// Codes of `release_method`: how it may be told; none for any way.
        pub methods: Vec<String>,
        /// What she does not want told, in her words.
        pub excluded_items: String,
    }

    /// A record that is withheld.
    pub struct WithheldRecord {
        /// An id that says nothing.
        pub victim_id: String,
        /// Code of `withheld_reason`.
        pub reason: String,
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
        /// Codes of `release_method`: how it may be told; none for any way.
        pub methods: Vec<String>,
        /// What she does not want told, in her words.
        pub excluded_items: String,
        /// ISO date.
        pub signed_on: String,
        /// ISO date.
        pub expires_on: String,
        /// ISO date it begins.
        pub effective_on: String,
        /// Code of `signer_capacity`; empty for herself.
        pub signer_capacity: String,
        /// ISO date it was taken back.
        pub revoked_on: Option<String>,
        /// Code of `revoked_how`; may be empty.
        pub revoked_how: String,
        /// `in_force`, `expired`, `revoked` or `not_yet`.
        pub state: String,
        /// Two people wrote it differently; the stricter one holds.
        pub in_conflict: bool,
        /// What this row shows; goes back with a revocation.
        pub seen: String,
    }
}
