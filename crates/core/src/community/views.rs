//! What screens show about outreach to the community.

use crate::view::views;

views! {
    /// Outreach to the community, as the form sends it.
    pub struct CommunityEventForm {
        /// ISO date.
        pub held_on: String,
        /// Where.
        pub place: String,
        /// Who came.
        pub audience: String,
        /// Under-reached group it was for.
        pub population: String,
        /// People, counted or estimated; none if nobody counted.
        pub number_reached: Option<i32>,
        /// Code of `language`.
        pub language: String,
        /// What it was about.
        pub note: String,
        /// What was left there; day and place are the event's.
        pub materials: Vec<MaterialForm>,
    }

    /// Outreach to the community.
    pub struct CommunityEventView {
        /// Event id.
        pub id: String,
        /// What is written.
        pub form: CommunityEventForm,
    }

    /// Material that went out, as the form sends it. Never to whom.
    pub struct MaterialForm {
        /// ISO date.
        pub given_on: String,
        /// Where it was left; of a loan, the office it came from.
        pub place: String,
        /// Code of `material_item`.
        pub item: String,
        /// Which, in words; needed for `other`.
        pub what: String,
        /// Code of `language`.
        pub language: String,
        /// How many.
        pub quantity: i32,
    }

    /// Material that went out.
    pub struct MaterialView {
        /// Material id.
        pub id: String,
        /// What is written.
        pub form: MaterialForm,
        /// ISO date a loan came back.
        pub returned_on: Option<String>,
        /// A loaned phone that has not come back.
        pub out_on_loan: bool,
    }
}
