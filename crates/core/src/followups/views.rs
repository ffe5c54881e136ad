//! What screens show about follow-ups.

use crate::view::views;

views! {
    /// A promise to get in touch again.
    pub struct FollowUpView {
        /// Follow-up id.
        pub id: String,
        /// ISO date.
        pub due_on: String,
        /// Code of `follow_up_reason`.
        pub reason: String,
        /// Which order or statute she is to be told of; empty for other reasons.
        pub about: String,
        /// Code of `follow_up_state`.
        pub state: String,
        /// Staff id of who is to do it.
        pub assigned_to: Option<String>,
        /// What this row shows; goes back with a change.
        pub seen: String,
    }

    /// What one person has to do.
    pub struct QueueView {
        /// Staff id; none for what nobody in particular has.
        pub staff_id: Option<String>,
        /// Name; empty for nobody, or if the record has not come.
        pub name: String,
        /// The longest overdue first.
        pub follow_ups: Vec<QueueRow>,
    }

    /// An open follow-up of a queue: a case number, no name.
    pub struct QueueRow {
        /// Follow-up id.
        pub follow_up_id: String,
        /// Victim id.
        pub victim_id: String,
        /// Case number; empty if the record is not here.
        pub case_number: String,
        /// Code of `follow_up_reason`.
        pub reason: String,
        /// ISO date.
        pub due_on: String,
    }

    /// Setting a follow-up by a policy.
    pub struct PlanForm {
        /// Victim id.
        pub victim_id: String,
        /// Code of `follow_up_policy`.
        pub policy: String,
        /// When it happened or was reported, RFC 3339 with offset, not in the future; none means now.
        #[serde(default)]
        pub since: Option<String>,
        /// Codes `V01` to `V26` of what happened, or of the office's own kinds of crime.
        #[serde(default)]
        pub types: Vec<String>,
        /// Code of `answer`: was strangulation reported.
        pub strangulation: String,
        /// First day in court, ISO date; none means the next one that is recorded.
        #[serde(default)]
        pub court_on: Option<String>,
    }

    /// A follow-up that a policy set.
    pub struct PlannedView {
        /// Follow-up id.
        pub follow_up_id: String,
        /// RFC 3339 with offset.
        pub due_at: String,
        /// Code of `due_why`.
        pub why: String,
        /// When it was saved, RFC 3339.
        pub saved_at: String,
    }

    /// What is to be done next about a follow-up.
    pub struct NextStepView {
        /// Follow-up id.
        pub follow_up_id: String,
        /// Code of `follow_up_policy`; none if it was set by hand.
        pub policy: Option<String>,
        /// Version of the policy that set it.
        pub policy_version: Option<i32>,
        /// Code of `next_step`.
        pub step: String,
        /// RFC 3339 with offset.
        pub due_at: String,
        /// Code of `due_why`.
        pub why: String,
        /// Attempts that count.
        pub attempts: i32,
        /// Attempts left before it ends; none without a policy.
        pub attempts_left: Option<i32>,
        /// Code of `channel` that has been tried out.
        pub not_by: Option<String>,
    }
}
