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
        /// The zones a form may name; none where it is left to words.
        pub zones: Vec<String>,
        /// What this shows; goes back with a change.
        pub seen: String,
    }

    /// A zone that is on no list, and the records that name it.
    pub struct OtherZones {
        /// As it is written there.
        pub zone: String,
        /// Which records.
        pub records: Vec<RecordElsewhere>,
    }

    /// A record whose zone is on no list.
    pub struct RecordElsewhere {
        /// Name of its type.
        pub record: String,
        /// Its id.
        pub id: String,
        /// Case number, or name of the agency or service.
        pub about: String,
    }
}
