//! The office's own lists as they are shown.

use crate::view::views;

views! {
    /// A service of the office's own.
    #[derive(Eq)]
    pub struct OwnService {
        /// Its code, which stays in the records.
        pub code: String,
        /// What it is called in English.
        pub en: String,
        /// What it is called in Spanish.
        pub es: String,
        /// Code of `service_item`: what it counts as in the report.
        pub counts_as: String,
        /// It is not given any more; what was recorded keeps its name.
        pub retired: bool,
    }

    /// What the county put beside the program's lists.
    pub struct OwnListsView {
        /// Version of the installed file; 0 if there is none.
        pub version: i32,
        /// Its own services.
        pub services: Vec<OwnService>,
        /// Codes of `follow_up_policy` whose figures are its own.
        pub follow_up: Vec<String>,
        /// ISO dates on which the office is closed, beside Saturdays and Sundays.
        pub closed_on: Vec<String>,
        /// Words of any language that must not stand on a paper that may be found, beside the program's.
        pub denied_words: Vec<String>,
        /// What this shows; goes back with a change.
        pub seen: String,
    }
}
