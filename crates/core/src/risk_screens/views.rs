//! What screens show about risk screens.

use std::collections::BTreeMap;

use crate::view::views;

views! {
    /// A question of an instrument.
    pub struct InstrumentItem {
        /// Its id in the instrument.
        pub id: String,
        /// The group a trigger counts it in.
        pub group: String,
        /// The question, in the language asked for.
        pub text: String,
    }

    /// An instrument.
    pub struct InstrumentView {
        /// Its id.
        pub id: String,
        /// Its version.
        pub version: i32,
        /// A demonstration, for practice only.
        pub demo: bool,
        /// Who holds the license; empty for none.
        pub license_holder: String,
        /// Since when this agency may use it.
        pub agency_authorized_since: Option<String>,
        /// Who is asked.
        pub for_whom: String,
        /// What is said before and after.
        pub script: String,
        /// The questions in their order.
        pub items: Vec<InstrumentItem>,
        /// Whether the officer's belief counts.
        pub takes_belief: bool,
        /// Whether her answers are kept, or the result alone.
        pub keeps_answers: bool,
        /// Whether the hotline is called from the scene.
        pub hotline_step: bool,
    }

    /// A screen, as the form sends it.
    pub struct ScreenForm {
        /// Victim id.
        pub victim_id: String,
        /// Id of the instrument.
        pub instrument: String,
        /// Code of `screen_answer` for each question; a question without one was not answered.
        #[serde(default)]
        pub answers: BTreeMap<String, String>,
        /// The officer believes that the danger is great, whatever was answered.
        #[serde(default)]
        pub officer_believes: bool,
        /// Why; needed with a belief.
        #[serde(default)]
        pub override_reason: String,
        /// Code of `not_done_reason`; needed where nothing was answered.
        #[serde(default)]
        pub not_done_reason: Option<String>,
        /// When the hotline was called, RFC 3339.
        #[serde(default)]
        pub hotline_called_at: Option<String>,
        /// Code of `answer`.
        pub hotline_answered: String,
        /// Code of `answer`: did she speak with the hotline.
        pub victim_spoke: String,
        /// Minutes she spoke.
        #[serde(default)]
        pub minutes: Option<i32>,
        /// When she was asked, RFC 3339; none means now.
        #[serde(default)]
        pub at: Option<String>,
    }

    /// A screen that was recorded.
    pub struct ScreenedView {
        /// Its id.
        pub id: String,
        /// When it was saved, RFC 3339.
        pub saved_at: String,
        /// What the instrument says of this result.
        pub text: String,
        /// The instrument's own result; none: not done.
        pub result: Option<String>,
        /// Code of `risk_level`.
        pub level: String,
        /// Code of `risk_trigger`.
        pub trigger: String,
        /// When the follow-up is due that it set.
        pub follow_up_due_at: Option<String>,
    }

    /// A screen on the victim page.
    pub struct ScreenView {
        /// Its id.
        pub id: String,
        /// Id of the instrument.
        pub instrument: String,
        /// Its version.
        pub instrument_version: i32,
        /// RFC 3339 with offset.
        pub at: String,
        /// The instrument's own result; none: not done.
        pub result: Option<String>,
        /// Code of `risk_level`.
        pub level: String,
        /// Code of `risk_trigger`.
        pub trigger: String,
        /// Why the officer believes it.
        pub override_reason: Option<String>,
        /// Code of `not_done_reason`.
        pub not_done_reason: Option<String>,
        /// Her answers, if they are kept.
        pub answers: BTreeMap<String, String>,
        /// When the hotline was called.
        pub hotline_called_at: Option<String>,
        /// Code of `answer`.
        pub hotline_answered: String,
        /// Code of `answer`.
        pub victim_spoke: String,
        /// Minutes she spoke.
        pub minutes: Option<i32>,
        /// Who asked.
        pub by: String,
    }
}
