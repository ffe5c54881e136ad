//! Incidents as forms write them and screens show them.

use crate::view::views;

views! {
    /// What an incident was for one victim.
    #[derive(Default)]
    #[serde(default)]
    pub struct PartForm {
        /// Code of `incident_role`.
        pub role: String,
        /// Codes of `victimization`, and of the office's own kinds of crime.
        pub victimization: Vec<String>,
        /// Explains V13 and V26.
        pub victimization_other: String,
        /// Code of `offender_relation`: what he is to her. May be empty.
        pub offender_relation: String,
        /// Answer.
        pub strangulation_reported: String,
    }

    /// An incident with a victim's part in it.
    #[derive(Default)]
    #[serde(default)]
    pub struct IncidentForm {
        /// The agency's own number.
        pub agency_case_number: String,
        /// ISO date; may be empty.
        pub occurred_on: String,
        /// Time of day, HH:MM; may be empty.
        pub occurred_at: String,
        /// Town or zone.
        pub zone: String,
        /// Answer: does a tribe have jurisdiction?
        pub tribal_jurisdiction: String,
        /// Answer: was somebody arrested?
        pub arrest: String,
        /// Answer: is he held?
        pub in_custody: String,
        /// Answer: is there a gun?
        pub weapon_firearm: String,
        /// Answer: were children there?
        pub children_present: String,
        /// Answer: was a protection order in force?
        pub protection_order_in_force: String,
        /// The partner agency that answered the call, by its id; none if none did.
        pub responding_partner: Option<String>,
        /// Who answered the call, if another agency did that is not in the directory.
        pub responding_agency: String,
        /// Whose report it is: the id of somebody who works here.
        pub reporting_officer: Option<String>,
        /// What it was for her.
        pub part: PartForm,
    }

    /// A dated answer about a victim in an incident.
    pub struct FactForm {
        /// Code of `incident_fact`.
        pub fact: String,
        /// Answer.
        pub answer: String,
        /// ISO date.
        pub answered_on: String,
        /// Who does it, if an agency does.
        pub agency: String,
    }

    /// An incident as her record shows it.
    pub struct IncidentView {
        /// Incident id.
        pub id: String,
        /// What is written.
        pub form: IncidentForm,
        /// Whose report it is; empty if nobody is named.
        pub reporting_officer_name: String,
        /// The partner agency that answered the call; empty if none is named.
        pub responding_partner_name: String,
        /// Nothing of anybody in it is erased.
        pub legal_hold: bool,
        /// Who asked for the hold, or to lift it.
        pub legal_hold_reason: String,
        /// Dated answers, the newest first.
        pub facts: Vec<FactForm>,
        /// How many other victims are in it.
        pub other_victims: i32,
        /// Id of her part.
        pub part_id: String,
        /// Two people wrote it differently.
        pub in_conflict: bool,
        /// What the incident shows; goes back with an edit of it.
        pub seen: String,
        /// What her part shows; goes back with an edit of that.
        pub part_seen: String,
    }
}
