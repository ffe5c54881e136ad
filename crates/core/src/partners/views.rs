//! What screens show about partner agencies.

use std::collections::BTreeMap;

use crate::agreements::AgreementView;
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
        /// Street address; must be empty when the location is confidential, and at a shelter until it said
        /// that its location is not.
        pub address: String,
        /// Zone or town.
        pub zone: String,
        /// Whether the location is confidential; then it is never stored, shown or printed. None if nobody asked.
        pub confidential_location: Option<bool>,
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
        /// Where it is stands nowhere: its location is confidential, or it gives shelter and was not asked.
        pub location_hidden: bool,
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

    /// Who could help with this?
    pub struct FitQuestion {
        /// Code of `need`.
        pub need: String,
        /// Where the person is.
        pub zone: Option<String>,
        /// Code of `language` she speaks.
        pub language: Option<String>,
        /// Her age in years, if it is known.
        pub age: Option<i32>,
        /// The moment help is needed, RFC 3339; none if it does not matter.
        pub at: Option<String>,
        /// It is needed now, whatever `at` says.
        pub now: bool,
    }

    /// A service that answers the need.
    pub struct Fit {
        /// Partner agency id.
        pub partner_id: String,
        /// Agency name.
        pub partner_name: String,
        /// Service id; none if no service of the agency is recorded yet.
        pub service_id: Option<String>,
        /// Service name.
        pub name: String,
        /// The phone to call.
        pub phone: String,
        /// Short-term notice.
        pub alert: String,
        /// The sum of the reasons.
        pub points: i32,
        /// Why it stands where it stands.
        pub reasons: Vec<FitReason>,
    }

    /// Why a service stands where it stands.
    pub struct FitReason {
        /// Code of `fit_reason`.
        pub code: String,
        /// What it counts.
        pub points: i32,
        /// A day, minutes, a zone or words of the directory.
        pub value: Option<String>,
    }

    /// What there was between us and an agency, the newest first.
    pub struct TrustHistory {
        /// Where the relationship stood, each time it changed.
        pub stages: Vec<StageView>,
        /// What they worried about, with our answer.
        pub concerns: Vec<ConcernView>,
        /// What was promised.
        pub commitments: Vec<CommitmentView>,
        /// What was to come next.
        pub next_steps: Vec<PartnerStepView>,
        /// Agreements with it.
        pub agreements: Vec<AgreementView>,
        /// Referrals made to it, by code of `referral_status`. Numbers only.
        pub referrals: BTreeMap<String, i32>,
    }

    /// Where the relationship stood.
    pub struct StageView {
        /// ISO date.
        pub on: String,
        /// Code of `relationship_stage`.
        pub stage: String,
    }

    /// What an agency worried about.
    pub struct ConcernView {
        /// ISO date.
        pub on: String,
        /// Who said it.
        pub person: String,
        /// Codes of `concern`.
        pub concerns: Vec<String>,
        /// What we answered.
        pub answer: String,
    }

    /// What was promised.
    pub struct CommitmentView {
        /// Id of the contact in which it was.
        pub contact_id: String,
        /// ISO date.
        pub on: String,
        /// What.
        pub commitment: String,
        /// Code of `commitment_by`; empty if nobody wrote it down.
        pub by: String,
        /// Code of `commitment_state`.
        pub state: String,
        /// What this shows; goes back when it is settled.
        pub seen: String,
    }

    /// What was to come next.
    pub struct PartnerStepView {
        /// Id of the contact in which it was agreed.
        pub contact_id: String,
        /// What.
        pub step: String,
        /// ISO date.
        pub due_on: Option<String>,
        /// ISO date; none while it is open.
        pub done_on: Option<String>,
    }
}
