//! What screens show about contacts with victims and with partner agencies.

use crate::contacts::SafeContactView;
use crate::followups::NextStepView;
use crate::start::Saved;
use crate::view::views;
use std::collections::BTreeMap;

views! {
    /// A contact with a victim, as the form sends it.
    pub struct ContactForm {
        /// Victim id.
        pub victim_id: String,
        /// Code of `channel`.
        pub channel: String,
        /// Code of `outcome`.
        pub outcome: String,
        /// RFC 3339 with offset; none means now.
        pub at: Option<String>,
        /// Minutes spent.
        pub minutes: Option<i32>,
        /// Note; actions taken only.
        pub note: String,
        /// Follow-up this contact answers.
        pub follow_up_id: Option<String>,
        /// Next follow-up, ISO date; none means no more.
        pub next_follow_up_on: Option<String>,
    }

    /// What is asked about an attempt where more depends on it.
    #[derive(Default)]
    pub struct AttemptDetails {
        /// The way that was used.
        #[serde(default)]
        pub contact_method_id: Option<String>,
        /// Code of `answer`: was it asked again whether the way is safe.
        #[serde(default)]
        pub safe_check_reasked: Option<String>,
        /// When she wants to be called again, RFC 3339 with offset.
        #[serde(default)]
        pub next_at: Option<String>,
        /// Who tried to reach her, a staff id; none means who records it.
        #[serde(default)]
        pub staff_id: Option<String>,
    }

    /// A contact that was recorded, and what follows from its outcome.
    pub struct AttemptView {
        /// That it is on disk.
        pub saved: Saved,
        /// It counts toward the attempts of a policy.
        pub counts_as_attempt: bool,
        /// She wants no more contact: offer to mark her.
        pub offers_do_not_contact: bool,
        /// There is no safe way: it goes to the coordinator.
        pub for_coordinator: bool,
        /// What is due next.
        pub next_steps: Vec<NextStepView>,
    }

    /// A contact with a partner agency. Never about one victim.
    pub struct PartnerContactForm {
        /// Partner agency id.
        pub partner_id: String,
        /// ISO date.
        pub on: String,
        /// Whom we spoke with.
        pub person: String,
        /// Code of `partner_contact_kind`.
        pub kind: String,
        /// Codes of `concern`.
        pub concerns: Vec<String>,
        /// What we answered.
        pub response_given: String,
        /// What was promised.
        pub commitment: String,
        /// Code of `relationship_stage`.
        pub relationship_stage: String,
    }

    /// A contact with a partner agency, with all that is written down of it.
    pub struct OutreachForm {
        /// With whom, when, what they worried about and what we answered.
        pub contact: PartnerContactForm,
        /// Code of `outreach_purpose`.
        pub purpose: Option<String>,
        /// Code of `commitment_by`: who promised.
        pub commitment_by: Option<String>,
        /// What comes next.
        pub next_step: String,
        /// ISO date it is to be done.
        pub next_on: Option<String>,
    }

    /// One line of a timeline.
    pub struct TimelineEntry {
        /// Record id.
        pub id: String,
        /// RFC 3339, with the offset it was written in.
        pub at: String,
        /// `contact`, `referral`, `letter`, `release` or `partner_contact`.
        pub kind: String,
        /// Codes and short values the line is made of (channel, outcome, partner, status, form, language, …).
        pub facts: BTreeMap<String, String>,
        /// Who wrote it.
        pub by: String,
        /// Where it was written.
        pub place: String,
        /// The note, if any.
        pub note: String,
    }

    /// One row of Today.
    pub struct DueRow {
        /// Follow-up id.
        pub follow_up_id: String,
        /// Victim id.
        pub victim_id: String,
        /// Case number.
        pub case_number: String,
        /// Initials.
        pub initials: String,
        /// Full name; shown only while asked to.
        pub name: String,
        /// Code of `follow_up_reason`.
        pub reason: String,
        /// ISO date.
        pub due_on: String,
        /// Name of who is to do it; empty for nobody in particular.
        pub assigned_to: String,
        /// Zero when due today.
        pub days_late: i32,
        /// The safe-contact line.
        pub safe_contact: SafeContactView,
    }

    /// A list of Today: its first rows.
    pub struct TodayList {
        /// How many rows it has.
        pub all: i32,
        /// The first of them.
        pub rows: Vec<DueRow>,
    }

    /// The Today screen.
    pub struct TodayView {
        /// ISO date.
        pub date: String,
        /// Late follow-ups, the longest overdue first.
        pub late: TodayList,
        /// Due today.
        pub today: TodayList,
        /// Due in the next seven days.
        pub upcoming: TodayList,
        /// Contacts this week.
        pub week_contacts: i32,
        /// Referrals this week.
        pub week_referrals: i32,
        /// New victims this week.
        pub week_new_victims: i32,
        /// Changes the county has not been sent.
        pub changes_waiting: i32,
        /// Last week sent, RFC 3339.
        pub last_sent_at: Option<String>,
        /// Conflicts that wait for a person.
        pub conflicts: i32,
        /// For how many days this laptop has taken in nothing from its county, if that is too long.
        pub days_without_return: Option<i32>,
        /// When the county revoked this laptop, as far as it knows, RFC 3339.
        pub revoked_at: Option<String>,
    }
}
