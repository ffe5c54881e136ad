//! What screens show about the wording of papers.

use crate::view::views;

views! {
    /// The county's own words for a message.
    pub struct WordingForm {
        /// `en` or `es`.
        pub language: String,
        /// Id of the message, for instance `letter-closing`.
        pub message: String,
        /// A Fluent pattern of text, the message's values, and choices between them.
        pub text: String,
    }

    /// A message of a paper, and how it is worded.
    pub struct WordingView {
        /// Its id.
        pub message: String,
        /// The program's own words.
        pub program_text: String,
        /// The county's words; none where the program's stand.
        pub own_text: Option<String>,
        /// Names of the values it may use.
        pub values: Vec<String>,
        /// A paper says it that may be found: no denied word and not this office's name.
        pub discreet: bool,
        /// The county's words are not used here: this program does not understand them or must not say them.
        pub not_used: bool,
        /// Two people worded it differently.
        pub in_conflict: bool,
        /// What this shows; goes back with a change.
        pub seen: String,
    }
}
