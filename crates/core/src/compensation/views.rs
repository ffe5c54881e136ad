//! Claims as forms write them and screens show them.

use crate::packs::PackName;
use crate::view::views;

views! {
    /// A claim for crime victim compensation.
    #[derive(Default)]
    #[serde(default)]
    pub struct ClaimForm {
        /// The incident it is for; without one there are no deadlines.
        pub incident_id: Option<String>,
        /// Code of `claim_status`.
        pub status: String,
        /// ISO date.
        pub status_on: String,
    }

    /// A claim, as stored.
    pub struct ClaimView {
        /// Its id.
        pub id: String,
        /// The incident it is for.
        pub incident_id: Option<String>,
        /// Code of `claim_status`.
        pub status: String,
        /// ISO date.
        pub status_on: String,
        /// ISO date until which the crime is to be reported.
        pub report_by: Option<String>,
        /// ISO date until which the claim is to be filed.
        pub file_by: Option<String>,
        /// Days left to file; below zero when it is late; none once it is filed.
        pub days_to_file: Option<i32>,
        /// The state pack the deadlines come from, with its version.
        pub pack: PackName,
        /// Who had chosen that pack, or installed that version of it, when the deadlines were worked out; none if
        /// nobody had.
        pub pack_chosen_by: Option<String>,
        /// Two people moved it apart.
        pub in_conflict: bool,
        /// What this shows; goes back when it moves on.
        pub seen: String,
    }
}
