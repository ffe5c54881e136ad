//! Who looked at what, as screens show it.

use crate::view::views;

views! {
    /// Which looks are asked for.
    #[derive(Default)]
    pub struct LooksQuestion {
        /// Looks at this victim's records alone; everything if none.
        pub victim_id: Option<String>,
        /// Looks of this person alone, by staff id; everybody's if none.
        pub staff_id: Option<String>,
        /// ISO date of the first day; a week ago if none.
        pub since: Option<String>,
        /// ISO date of the last day; today if none.
        pub until: Option<String>,
    }

    /// Somebody looked at something.
    #[derive(Eq)]
    pub struct LookView {
        /// RFC 3339, in UTC.
        pub at: String,
        /// Staff id of who looked.
        pub staff_id: String,
        /// Her name, as far as it is known here.
        pub name: String,
        /// Code of `looked`.
        pub what: String,
        /// The victim's id, where it is about one.
        pub victim_id: Option<String>,
        /// Her case number; empty if her record is not here or is not shown to who asks.
        pub case_number: String,
        /// Wrong passphrases before it.
        pub times: i32,
    }

    /// Looks of some days.
    pub struct LooksView {
        /// ISO date of the first day.
        pub since: String,
        /// ISO date of the last day.
        pub until: String,
        /// The newest first, at most five hundred.
        pub looks: Vec<LookView>,
        /// How many there are.
        pub all: i32,
        /// Everybody's are shown, and not only one's own.
        pub everybody: bool,
        /// Names of people whose laptop's rows do not follow on each other: some are missing, or an old copy was put back.
        pub broken: Vec<String>,
        /// When the log was last gone through, RFC 3339; none if it never was, or only one's own looks are shown.
        pub reviewed_at: Option<String>,
        /// Who did.
        pub reviewed_by: String,
        /// A week has passed since then.
        pub review_due: bool,
    }
}
