//! Drafts as screens keep and show them.

use crate::view::views;

views! {
    /// What is typed in a form.
    pub struct Draft {
        /// The form's name: lower case letters and hyphens.
        pub form: String,
        /// Id of the record it is about, if it is about one.
        pub about: Option<String>,
        /// What is typed, as the screen writes it; the core does not read it.
        pub content: String,
    }

    /// Which draft a form finishes.
    pub struct DraftKey {
        /// The form's name.
        pub form: String,
        /// Id of the record it is about, if it is about one.
        pub about: Option<String>,
    }

    /// That a draft is kept.
    pub struct Kept {
        /// RFC 3339.
        pub kept_at: String,
    }

    /// A draft to go on with.
    pub struct DraftView {
        /// The form's name.
        pub form: String,
        /// Id of the record it is about, if it is about one.
        pub about: Option<String>,
        /// The case number of the victim it is about, if it is about one who is shown here.
        pub case_number: Option<String>,
        /// What is typed, as the screen wrote it.
        pub content: String,
        /// RFC 3339.
        pub kept_at: String,
    }
}
