//! The office's own lists as they are shown.

use crate::view::views;

views! {
    /// A service, kind of crime or need of the office's own.
    #[derive(Eq)]
    pub struct OwnCode {
        /// Its code, which stays in the records.
        pub code: String,
        /// What it is called in English.
        pub en: String,
        /// What it is called in Spanish.
        pub es: String,
        /// What it counts as: a code of `service_item`, `victimization` or `need`.
        pub counts_as: String,
        /// It is not offered any more; what was recorded keeps its name.
        pub retired: bool,
    }

    /// What the county put beside the program's lists.
    pub struct OwnListsView {
        /// Version of the installed file; 0 if there is none.
        pub version: i32,
        /// Its own services.
        pub services: Vec<OwnCode>,
        /// Its own kinds of crime.
        pub crimes: Vec<OwnCode>,
        /// Its own needs.
        pub needs: Vec<OwnCode>,
        /// Codes of `follow_up_policy` whose figures are its own.
        pub follow_up: Vec<String>,
        /// ISO dates on which the office is closed, beside Saturdays and Sundays.
        pub closed_on: Vec<String>,
        /// The zones a form may name; none where it is left to words.
        pub zones: Vec<String>,
        /// Words of any language that must not stand on a paper that may be found, beside the program's.
        pub denied_words: Vec<String>,
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
