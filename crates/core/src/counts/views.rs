//! What screens show about counts.

use std::collections::BTreeMap;

use crate::view::views;

views! {
    /// A period and the settings it is counted with.
    pub struct CountSettings {
        /// First day, ISO date.
        pub from: String,
        /// Last day, ISO date; it belongs to the period.
        pub to: String,
        /// When everybody is new again: `FFY`, `SFY_0701`, `AWARD_START` or `LIFETIME`.
        pub new_reset: String,
        /// First day of the award; needed with `AWARD_START`.
        pub award_start: Option<String>,
        /// Whether the agency can say who is new at all.
        pub can_track_new: bool,
        /// The age of which day is counted: `first_service`.
        pub age_reference: String,
        /// Whether anonymous contacts count by type of crime.
        pub anonymous_in_q5: bool,
        /// Codes of `funding_source` that count; `not_said` for services of which nobody said.
        pub funding_scope: Vec<String>,
        /// The grant's share of the work, above 0 and up to 1; none counts all of it.
        pub proration_share: Option<f64>,
        /// For an item, how often it counts at most for one person in the period.
        pub count_cap: BTreeMap<String, i32>,
        /// `E9` or `B3`: both print one label for going along to a police interview.
        pub interview_counts_as: String,
        /// `E7` or `B6`: both print one label for help with immigration. None: as each was recorded.
        pub immigration_counts_as: Option<String>,
    }

    /// One figure.
    pub struct FigureView {
        /// Question of the form, for example `Q5A`.
        pub question: String,
        /// Code of the question's list; empty where the question is one figure.
        pub code: String,
        /// `persons`, `contacts` or `times`.
        pub unit: String,
        /// The count; none where the settings say that it is not tracked, or where it is hidden for the public.
        pub count: Option<i32>,
        /// Hidden for the public because so few people stand behind it, or because others could be worked out from it.
        pub hidden: bool,
        /// The case numbers behind it, one for each person. They name nobody.
        pub case_numbers: Vec<String>,
    }

    /// A check of the figures against each other.
    pub struct CheckView {
        /// `CK01` to `CK08`.
        pub id: String,
        /// `error`, `warning` or `notice`.
        pub level: String,
        /// Whether it holds.
        pub holds: bool,
    }

    /// Services of the period that are not counted, and why.
    pub struct LeftOutView {
        /// Offered, refused or not to be had.
        pub not_delivered: i32,
        /// Paid for by something else.
        pub other_funding: i32,
        /// Nobody said what pays for them.
        pub funding_not_said: i32,
    }

    /// The figures of a period.
    pub struct CountsView {
        /// Version of the report's definition.
        pub report: String,
        /// First day.
        pub from: String,
        /// Last day.
        pub to: String,
        /// In the order of the form.
        pub figures: Vec<FigureView>,
        /// The checks, in their order.
        pub checks: Vec<CheckView>,
        /// What is not counted; none for the public.
        pub left_out: Option<LeftOutView>,
        /// Case numbers of new persons of whom something of question 4 was never asked or is not known.
        pub missing_answers: Vec<String>,
        /// Figures were shared out, so that totals may not add up (CR10).
        pub shared_out: bool,
    }

    /// A report that was handed in.
    pub struct HandedInView {
        /// Its id.
        pub id: String,
        /// Version of the report's definition.
        pub report: String,
        /// First day, ISO date.
        pub from: String,
        /// Last day.
        pub to: String,
        /// ISO date.
        pub handed_in_on: String,
        /// Who handed it in; empty if that person's record has not come.
        pub by: String,
        /// The report it stands in place of.
        pub amends: Option<String>,
    }

    /// A figure that is counted differently now than when it was handed in.
    pub struct DifferenceView {
        /// Question of the form.
        pub question: String,
        /// Code of the question's list; empty where the question is one figure.
        pub code: String,
        /// As it was handed in; none where it was not tracked.
        pub then: Option<i32>,
        /// As it is counted now.
        pub now: Option<i32>,
    }

    /// Requests of a period that could not be met.
    pub struct UnmetView {
        /// Code of `service_item`: what was asked for.
        pub item: String,
        /// Code of `unmet_reason`.
        pub reason: String,
        /// How many.
        pub requests: i32,
    }

    /// What is asked once a year.
    pub struct YearView {
        /// Requests that could not be met for want of people or means (AN1).
        pub for_want_of_capacity: i32,
        /// All requests that could not be met, by what was asked for and why.
        pub unmet: Vec<UnmetView>,
        /// Survey sheets handed out (AN3).
        pub surveys_handed_out: i32,
        /// Those that came back (AN4).
        pub surveys_returned: i32,
        /// Records of victims that were begun in the period.
        pub newly_recorded: i32,
        /// Of these, with the card of rights given, at any time.
        pub with_rights_card: i32,
    }
}

impl CountsView {
    /// The figures alone, for who may see no case.
    pub(super) fn without_case_numbers(mut self) -> CountsView {
        self.missing_answers.clear();
        for figure in &mut self.figures {
            figure.case_numbers.clear();
        }
        self
    }
}
