//! What screens show about training.

use crate::view::views;

views! {
    /// A training session, as the form sends it.
    pub struct TrainingForm {
        /// What it is about.
        pub topic: String,
        /// ISO date; one that lies ahead is planned.
        pub held_on: String,
        /// Everybody must come, to this or a repeat.
        pub mandatory: bool,
        /// Id of the first session of its row; none for the first itself.
        pub repeat_of: Option<String>,
        /// How long.
        pub minutes: i32,
        /// Ids of the people who came.
        pub attended: Vec<String>,
    }

    /// A training session.
    pub struct TrainingView {
        /// Session id.
        pub id: String,
        /// What is written.
        pub form: TrainingForm,
        /// Two people wrote something different.
        pub in_conflict: bool,
    }

    /// A topic with its repeats.
    pub struct TrainingRow {
        /// What it is about.
        pub topic: String,
        /// Everybody must have come to one of the sessions.
        pub mandatory: bool,
        /// Names of the people with access who came to none; empty unless mandatory.
        pub lacking: Vec<String>,
        /// The sessions, newest first.
        pub sessions: Vec<TrainingView>,
    }
}
