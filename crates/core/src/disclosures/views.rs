//! What was told, as screens show it.

use crate::view::views;

views! {
    /// What an order or a statute demands to be told.
    pub struct UnderOrderForm {
        /// The agency it is told to.
        pub recipient_id: String,
        /// Codes of `release_item`.
        pub items: Vec<String>,
        /// Which order or statute, as it was announced.
        pub order: String,
    }

    /// Something that was told about a victim.
    pub struct DisclosureView {
        /// Its id.
        pub id: String,
        /// Whose case.
        pub case_number: String,
        /// Which agency.
        pub recipient: String,
        /// RFC 3339.
        pub at: String,
        /// Codes of `release_item`: what was told, never what it said.
        pub items: Vec<String>,
        /// Code of `disclosure_basis`.
        pub basis: String,
        /// Code of `disclosure_form`.
        pub form: String,
        /// Who told it.
        pub by: String,
        /// The release, where that is the basis.
        pub release_id: Option<String>,
        /// Which order or statute, where that is the basis.
        pub order: String,
        /// The account was written and its letter was not made after that, so nothing was told.
        pub not_made: bool,
    }
}
