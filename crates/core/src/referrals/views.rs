//! What screens show about service referrals.

use crate::view::views;

views! {
    /// Referring a victim to one or more partner agencies.
    pub struct ReferralForm {
        /// Victim id.
        pub victim_id: String,
        /// Partner agency ids.
        pub partner_ids: Vec<String>,
        /// Code of `need`.
        pub need: String,
        /// Code of `referral_kind`: `cold_info`, `warm_phone`, `warm_in_person`, `letter`.
        pub kind: String,
        /// Release that covers it; needed for every kind but `cold_info`.
        pub release_id: Option<String>,
    }

    /// A service referral.
    pub struct ReferralView {
        /// Referral id.
        pub id: String,
        /// Partner agency id.
        pub partner_id: String,
        /// Partner agency name.
        pub partner_name: String,
        /// Code of `need`.
        pub need: String,
        /// Code of `referral_kind`.
        pub kind: String,
        /// Code of `referral_status`.
        pub status: String,
        /// Codes the status may move to.
        pub next_statuses: Vec<String>,
        /// ISO date.
        pub made_on: String,
        /// Two people moved it apart.
        pub in_conflict: bool,
        /// What this row shows; goes back with a change of status.
        pub seen: String,
    }
}
