//! What the county decides, as its form shows it.

use crate::packs::PackName;
use crate::view::views;

views! {
    /// What is to hold in every place of the office.
    pub struct PolicyForm {
        /// Days after which a safe way is asked about again, 1 to 365.
        pub verify_after_days: i32,
        /// Id of the state pack.
        pub state_pack: String,
        /// Months after the last work until names, addresses and notes fall due; none: as the state pack says.
        pub identity_months: Option<i32>,
        /// Months after the last work until everything falls due; none: as the state pack says.
        pub statistics_months: Option<i32>,
        /// The office's phone number on letters to agencies; empty for none, left out to leave it as it is.
        #[serde(default)]
        pub call_back_phone: Option<String>,
    }

    /// What holds.
    pub struct PolicyView {
        /// Days after which a safe way is asked about again.
        pub verify_after_days: i32,
        /// Id of the state pack that the county chose.
        pub state_pack: String,
        /// The state pack that holds here.
        pub pack: PackName,
        /// It is the sample, and stands in: the chosen one has not come yet, or this program does not understand it.
        pub pack_stands_in: bool,
        /// Months after the last work until names, addresses and notes fall due.
        pub identity_months: i32,
        /// The county set them; otherwise they are the state pack's.
        pub identity_is_own: bool,
        /// Months after the last work until everything falls due.
        pub statistics_months: i32,
        /// The county set them; otherwise they are the state pack's.
        pub statistics_is_own: bool,
        /// Months of either clock come from a sample: nothing is purged by them.
        pub sample_months: bool,
        /// The office's phone number on letters to agencies; empty if the county wrote none.
        pub call_back_phone: String,
        /// What this shows; goes back with a change.
        pub seen: String,
    }
}
