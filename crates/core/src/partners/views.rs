//! What screens show about partner agencies.

use crate::outreach::TimelineEntry;
use crate::view::views;

views! {
    /// A partner agency, as the form sends it and the list shows it.
    pub struct PartnerForm {
        /// Agency name.
        pub name: String,
        /// Code of `partner_kind`.
        pub kind: String,
        /// Codes of `need` it can answer.
        pub needs: Vec<String>,
        /// Language codes.
        pub languages: Vec<String>,
        /// Public phone.
        pub phone: String,
        /// Hours in words.
        pub hours: String,
        /// Street address; must be empty when the location is confidential.
        pub address: String,
        /// Zone or town.
        pub zone: String,
        /// The location is never stored, shown or printed.
        pub confidential_location: bool,
        /// Counts as a victim service program.
        pub victim_service_program: bool,
    }

    /// One partner agency.
    pub struct PartnerView {
        /// Partner agency id.
        pub id: String,
        /// What is written.
        pub form: PartnerForm,
        /// ISO date the entry was last assured.
        pub assured_on: Option<String>,
        /// More than 180 days since it was assured.
        pub stale: bool,
        /// Code of `relationship_stage`.
        pub relationship_stage: String,
        /// Two people wrote something different.
        pub in_conflict: bool,
    }

    /// A partner agency with the work done together.
    pub struct PartnerPage {
        /// The agency.
        pub partner: PartnerView,
        /// Our contacts with it, newest first.
        pub contacts: Vec<TimelineEntry>,
        /// Referrals sent to it.
        pub referrals_sent: i32,
    }
}
