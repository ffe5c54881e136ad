//! Days in court as forms write them and screens show them.

use crate::view::views;

views! {
    /// A day in court.
    #[derive(Default)]
    #[serde(default)]
    pub struct CourtDateForm {
        /// The incident it is about; stays as it was recorded.
        pub incident_id: Option<String>,
        /// Code of `court_event`.
        pub event: String,
        /// ISO date.
        pub held_on: String,
        /// `hh:mm`; may be empty.
        pub held_at: String,
        /// Which court and room; may be empty.
        pub place: String,
        /// Code of `court_date_state`.
        pub state: String,
    }

    /// A day in court, as stored.
    pub struct CourtDateView {
        /// Its id.
        pub id: String,
        /// What is written.
        pub form: CourtDateForm,
        /// It is planned, and has not passed.
        pub is_ahead: bool,
        /// Two people wrote it differently.
        pub in_conflict: bool,
        /// What this shows; goes back with an edit.
        pub seen: String,
    }
}
