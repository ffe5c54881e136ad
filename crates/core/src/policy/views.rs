//! What the county decides, as its form shows it.

use crate::view::views;

views! {
    /// What is to hold in every place of the office.
    pub struct PolicyForm {
        /// Days after which a safe way is asked about again, 1 to 365.
        pub verify_after_days: i32,
        /// Id of the state pack.
        pub state_pack: String,
        /// Months after the last work until names, addresses and notes fall due.
        pub identity_months: i32,
        /// Months after the last work until everything falls due.
        pub statistics_months: i32,
    }

    /// What holds.
    pub struct PolicyView {
        /// Days after which a safe way is asked about again.
        pub verify_after_days: i32,
        /// Id of the state pack.
        pub state_pack: String,
        /// Months after the last work until names, addresses and notes fall due.
        pub identity_months: i32,
        /// Months after the last work until everything falls due.
        pub statistics_months: i32,
        /// What this shows; goes back with a change.
        pub seen: String,
    }
}
