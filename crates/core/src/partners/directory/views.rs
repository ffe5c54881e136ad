//! What screens show about services, places and people of partner agencies.

use std::collections::BTreeMap;

use crate::partners::PartnerView;
use crate::view::views;

views! {
    /// What else is known of an agency.
    pub struct PartnerDetails {
        /// Other name in use.
        pub alternate_name: String,
        /// What it does.
        pub description: String,
        /// Mailbox.
        pub email: String,
        /// Page.
        pub website: String,
        /// Takes referral letters; none if nobody asked yet.
        pub accepts_letter: Option<bool>,
        /// Further phones, each by HSDS field: `number`, `extension`, `type`, `description`.
        pub phones: Vec<BTreeMap<String, String>>,
    }

    /// Everything the directory says about an agency.
    pub struct DirectoryEntry {
        /// The agency.
        pub partner: PartnerView,
        /// What else is known of it.
        pub details: PartnerDetails,
        /// Its services, by name.
        pub services: Vec<PartnerServiceView>,
        /// Its places, by name; of a confidential one never where.
        pub locations: Vec<PartnerLocationView>,
        /// Its people, those who left last.
        pub people: Vec<PartnerPersonView>,
        /// What the details show; goes back with an edit of them.
        pub seen: String,
    }

    /// A service, as the form sends it.
    pub struct PartnerServiceForm {
        /// Partner agency id.
        pub partner_id: String,
        /// What it is called.
        pub name: String,
        /// Other name in use.
        pub alternate_name: String,
        /// What it does.
        pub description: String,
        /// Code of `service_status`.
        pub status: String,
        /// Codes of `need`.
        pub needs: Vec<String>,
        /// Languages spoken without an interpreter: codes of ISO 639.
        pub languages: Vec<String>,
        /// Zones it serves; empty if it did not say.
        pub areas: Vec<String>,
        /// Years; none if it has no least age.
        pub minimum_age: Option<i32>,
        /// Years; none if it has no greatest age.
        pub maximum_age: Option<i32>,
        /// Who it is for.
        pub eligibility: String,
        /// How to get in.
        pub application_process: String,
        /// What it costs, in words.
        pub fees: String,
        /// Interpreters on offer.
        pub interpretation: String,
        /// Short-term notice.
        pub alert: String,
        /// Answers at any hour; none if nobody asked yet.
        pub warm_line_24h: Option<bool>,
        /// Practical hints; never about a victim, and never exported.
        pub notes_for_deputies: String,
        /// Mailbox.
        pub email: String,
        /// Page.
        pub website: String,
        /// ISO date it was last checked.
        pub assured_on: Option<String>,
        /// Opening times, each by HSDS field: `byday`, `opens_at`, `closes_at`, `freq`, `valid_from`, …
        pub schedules: Vec<BTreeMap<String, String>>,
        /// Phones, each by HSDS field.
        pub phones: Vec<BTreeMap<String, String>>,
        /// Minutes of the drive, by zone.
        pub travel_minutes: BTreeMap<String, i32>,
        /// What to bring, each by HSDS field: `document`, `uri`.
        pub required_documents: Vec<BTreeMap<String, String>>,
        /// Costs, each by HSDS field: `option`, `amount`, `currency`, …
        pub cost_options: Vec<BTreeMap<String, String>>,
    }

    /// A service.
    pub struct PartnerServiceView {
        /// Service id.
        pub id: String,
        /// What is written.
        pub form: PartnerServiceForm,
        /// Days since it was checked; none if it never was.
        pub assured_days_ago: Option<i32>,
        /// More than 180 days, or never.
        pub stale: bool,
        /// Two people wrote something different.
        pub in_conflict: bool,
        /// What this shows; goes back with an edit.
        pub seen: String,
    }

    /// A place, as the form sends it.
    pub struct PartnerLocationForm {
        /// Partner agency id.
        pub partner_id: String,
        /// What it is called.
        pub name: String,
        /// Code of `location_type`; `virtual` when the agency's location is confidential.
        pub location_type: String,
        /// What is there.
        pub description: String,
        /// Addresses, each by HSDS field; none when confidential.
        pub addresses: Vec<BTreeMap<String, String>>,
        /// Degrees, WGS84; empty when confidential or not known.
        pub latitude: String,
        /// Degrees, WGS84; empty when confidential or not known.
        pub longitude: String,
        /// How to get there.
        pub transportation: String,
        /// Help for people with disabilities, each by HSDS field: `description`, `details`, `url`.
        pub accessibility: Vec<BTreeMap<String, String>>,
        /// Languages spoken there.
        pub languages: Vec<String>,
        /// Phones, each by HSDS field.
        pub phones: Vec<BTreeMap<String, String>>,
        /// Opening times, each by HSDS field.
        pub schedules: Vec<BTreeMap<String, String>>,
        /// Ids of the services offered there.
        pub service_ids: Vec<String>,
    }

    /// A place.
    pub struct PartnerLocationView {
        /// Place id.
        pub id: String,
        /// What is written.
        pub form: PartnerLocationForm,
        /// Two people wrote something different.
        pub in_conflict: bool,
        /// What this shows; goes back with an edit.
        pub seen: String,
    }

    /// A person at an agency, as the form sends it.
    pub struct PartnerPersonForm {
        /// Partner agency id.
        pub partner_id: String,
        /// Who.
        pub name: String,
        /// Job title.
        pub title: String,
        /// Part of the agency.
        pub department: String,
        /// Mailbox.
        pub email: String,
        /// Direct phone.
        pub phone: String,
        /// ISO date; none while there.
        pub left_on: Option<String>,
    }

    /// A person at an agency.
    pub struct PartnerPersonView {
        /// Person id.
        pub id: String,
        /// What is written.
        pub form: PartnerPersonForm,
        /// Two people wrote something different.
        pub in_conflict: bool,
        /// What this shows; goes back with an edit.
        pub seen: String,
    }
}
