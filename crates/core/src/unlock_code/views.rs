//! What screens show about one-time codes.

use crate::view::views;

views! {
    /// A laptop, and whether the county has its one-time code.
    pub struct KnownUnlockCode {
        /// What the laptop is called.
        pub laptop_name: String,
        /// Who uses it.
        pub person_name: String,
        /// Number of the newest code that came; none if none came yet.
        pub number: Option<u32>,
        /// When it came, RFC 3339.
        pub received_at: Option<String>,
    }

    /// A one-time code, to be read over the telephone.
    pub struct UnlockCodeView {
        /// What the laptop is called.
        pub laptop_name: String,
        /// Who uses it.
        pub person_name: String,
        /// Counts this laptop's codes, from 1.
        pub number: u32,
        /// When it came, RFC 3339.
        pub received_at: String,
        /// The eight words.
        pub words: Vec<String>,
    }
}
