//! What screens show about service referrals.

use crate::view::views;

views! {
    /// Referring a victim to one or more partner agencies.
    pub struct ReferralForm {
        /// Victim id.
        pub victim_id: String,
        /// Partner agency ids.
        pub partner_ids: Vec<String>,
        /// Code of `need`, or of a need of the office's own.
        pub need: String,
        /// Code of `referral_kind`: `cold_info`, `warm_phone`, `warm_in_person`, `letter`, `joint_visit`.
        pub kind: String,
        /// Release that covers it; needed for every kind but `cold_info`, unless there is another legal basis.
        pub release_id: Option<String>,
    }

    /// A service referral.
    pub struct ReferralView {
        /// Referral id.
        pub id: String,
        /// What its letter and the reply slip carry, as `R-7K3M-92QX`; finds her.
        pub reference: String,
        /// Partner agency id.
        pub partner_id: String,
        /// Partner agency name.
        pub partner_name: String,
        /// Which of the agency's services is meant; empty for none in particular.
        pub service_name: String,
        /// Code of `need`, or of a need of the office's own.
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

    /// What is asked about a referral where more depends on it.
    #[derive(Default)]
    pub struct ReferralDetails {
        /// Code of `urgency`.
        #[serde(default)]
        pub urgency: Option<String>,
        /// `offered` or `declined_by_victim`, if it is kept without being sent; none sends it, unless it is cold
        /// information.
        #[serde(default)]
        pub status: Option<String>,
        /// Code of `referral_basis`; none means her release.
        #[serde(default)]
        pub legal_basis: Option<String>,
        /// Which order or statute; needed with `court_or_statute`.
        #[serde(default)]
        pub legal_basis_note: Option<String>,
        /// Code of `sent_method`.
        #[serde(default)]
        pub sent_method: Option<String>,
        /// The referral of hers that led nowhere before.
        #[serde(default)]
        pub re_referred_from: Option<String>,
        /// Code of `funding_source` that pays for sending it.
        #[serde(default)]
        pub funding_source: Option<String>,
        /// How many adults it is for.
        #[serde(default)]
        pub adults: Option<i32>,
        /// How many children it is for.
        #[serde(default)]
        pub children: Option<i32>,
        /// What she does not want told was read; needed where the release names something.
        #[serde(default)]
        pub exclusions_read: bool,
        /// Ids of the services that are meant, at most one of each agency.
        #[serde(default)]
        pub service_ids: Vec<String>,
    }

    /// A step of a referral.
    #[derive(Default)]
    pub struct StepForm {
        /// Code of `referral_status`.
        pub status: String,
        /// Why, in words; may be empty.
        #[serde(default)]
        pub reason: String,
        /// The day it happened, not in the future; none means today.
        #[serde(default)]
        pub on: Option<String>,
        /// The release it is sent under, if she signed it after it was offered.
        #[serde(default)]
        pub release_id: Option<String>,
        /// Code of `funding_source` that pays for sending it.
        #[serde(default)]
        pub funding_source: Option<String>,
        /// What she does not want told was read; needed where the release names something.
        #[serde(default)]
        pub exclusions_read: bool,
    }

    /// What came of a referral.
    pub struct OutcomeForm {
        /// Code of `referral_outcome`.
        pub outcome: String,
        /// Code of `outcome_source`: who says so.
        pub source: String,
        /// Code of `barrier`; needed where she got no help.
        #[serde(default)]
        pub barrier: Option<String>,
    }

    /// A stage as another system calls it.
    pub struct OutsideStatus {
        /// Its name there.
        pub status: String,
        /// The reason that goes with it.
        #[serde(default)]
        pub reason: Option<String>,
    }

    /// When a referral reached a stage.
    pub struct StatusDate {
        /// Code of `referral_status`.
        pub status: String,
        /// ISO date.
        pub on: String,
    }

    /// Everything recorded about a referral that its row does not show.
    pub struct ReferralDetailsView {
        /// Referral id.
        pub id: String,
        /// Code of `referral_status`.
        pub status: String,
        /// Why it stands there, in words.
        pub status_reason: Option<String>,
        /// The earliest first.
        pub status_dates: Vec<StatusDate>,
        /// Code of `urgency`.
        pub urgency: Option<String>,
        /// Code of `referral_basis`.
        pub legal_basis: Option<String>,
        /// Which order or statute.
        pub legal_basis_note: Option<String>,
        /// Code of `sent_method`.
        pub sent_method: Option<String>,
        /// Code of `referral_outcome`.
        pub outcome: Option<String>,
        /// Code of `outcome_source`.
        pub outcome_source: Option<String>,
        /// Code of `barrier`.
        pub barrier: Option<String>,
        /// The referral that led nowhere before.
        pub re_referred_from: Option<String>,
        /// How many adults it is for.
        pub adults: Option<i32>,
        /// How many children it is for.
        pub children: Option<i32>,
        /// Two people wrote something apart.
        pub in_conflict: bool,
        /// What this shows; goes back with a change.
        pub seen: String,
    }

    /// A referral whose agency has not answered. Initials and a case number, as on Today.
    pub struct WaitingReferral {
        /// Referral id.
        pub referral_id: String,
        /// Victim id.
        pub victim_id: String,
        /// Case number; empty if her record is not here.
        pub case_number: String,
        /// Initials.
        pub initials: String,
        /// Full name; shown only while asked to.
        pub name: String,
        /// Partner agency name.
        pub partner_name: String,
        /// Code of `need`.
        pub need: String,
        /// When it was sent last, ISO date.
        pub sent_on: String,
        /// For how many days nobody has answered.
        pub days: i32,
    }

    /// Referrals whose agencies have not answered.
    pub struct WaitingReferrals {
        /// How many there are.
        pub all: i32,
        /// Some of them, the oldest first.
        pub rows: Vec<WaitingReferral>,
    }
}
