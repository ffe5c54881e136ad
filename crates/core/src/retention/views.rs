//! What has fallen due, as screens show it.

use crate::packs::PackName;
use crate::view::views;

views! {
    /// One of the two clocks; the later one is greater.
    #[derive(Copy, Eq, PartialOrd, Ord)]
    pub enum Clock {
        /// Names, addresses, ways to reach her, free words.
        Identity,
        /// The whole record.
        Everything,
    }

    /// A victim for whom a clock has ended.
    pub struct DueVictim {
        /// Victim id.
        pub victim_id: String,
        /// Case number.
        pub case_number: String,
        /// ISO date on which something was last done with her.
        pub last_work_on: String,
        /// Which clock.
        pub clock: Clock,
    }

    /// Who falls due today.
    pub struct DueList {
        /// Months after the last work until names, addresses and notes fall due.
        pub identity_months: i32,
        /// Months after the last work until everything falls due.
        pub statistics_months: i32,
        /// The sample that months of either clock come from: nothing is purged by them. None if the county set its
        /// own, or the state pack is no sample.
        pub sample: Option<PackName>,
        /// Who falls due, by case number.
        pub due: Vec<DueVictim>,
        /// Who would, but a legal hold is on.
        pub held: Vec<DueVictim>,
    }
}
