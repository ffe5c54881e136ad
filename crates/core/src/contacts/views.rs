//! What screens show about ways to reach a victim.

use crate::view::views;

views! {
    /// The line every screen shows before a victim is contacted.
    pub struct SafeContactView {
        /// `do_not_contact`, `no_safe_way`, `ask_again`, `with_conditions` or `safe`.
        pub level: String,
        /// The channel to use first, a code of `channel`.
        pub channel: Option<String>,
        /// Hours in her words.
        pub hours: String,
        /// Who to say is calling.
        pub cover_name: String,
        /// `yes`, `no`, `not_asked`, `declined` or `unknown`.
        pub voicemail: String,
    }

    /// One way to reach her: one value, merged as one.
    pub struct ContactMethodForm {
        /// Code of `channel`.
        pub channel: String,
        /// Number, address or place.
        pub value: String,
        /// Code of `safe`: `yes`, `with_conditions`, `unknown`, `no`.
        pub safe: String,
        /// Answer.
        pub voicemail: String,
        /// Hours in her words.
        pub hours: String,
        /// Who to say is calling.
        pub cover_name: String,
        /// Why it is marked as it is, in her words; may be empty.
        #[serde(default)]
        pub mark_reason: String,
    }

    /// One way to reach her, as stored: what its form opens with.
    pub struct ContactMethodView {
        /// Contact method id.
        pub id: String,
        /// What is written.
        pub form: ContactMethodForm,
        /// This way must not be used.
        pub do_not_contact: bool,
        /// Something happened on it: not to be used until she was asked again.
        pub blocked: bool,
        /// It leads nowhere: wrong, disconnected, returned.
        pub closed: bool,
        /// He may be watching it, or nothing may be sent there.
        pub watched: bool,
        /// ISO date it was last said to be safe, or she last spoke on it.
        pub verified_on: Option<String>,
        /// That was too long ago: ask again.
        pub ask_again: bool,
        /// Two people wrote it differently; the safer one is shown.
        pub in_conflict: bool,
        /// What this form shows; goes back with an edit.
        pub seen: String,
    }

    /// The conditions of a way to reach her.
    #[derive(Default)]
    #[serde(default)]
    pub struct SafetyDetails {
        /// Who may answer there, in her words.
        pub who_may_answer: String,
        /// Said by both; empty leaves the one that stands.
        pub code_word: String,
        /// Code of `envelope`.
        pub envelope: String,
        /// Language, relay or TTY.
        pub language_relay: String,
        /// Answer: may he be watching it?
        pub monitored_device: String,
    }

    /// A way to reach her as the gate shows it.
    pub struct WayView {
        /// Contact method id.
        pub id: String,
        /// Code of `channel`.
        pub channel: String,
        /// Number, address or place; only its end where it may not be used.
        pub value: String,
        /// Code of `safe`.
        pub safe: String,
        /// Answer.
        pub voicemail: String,
        /// Hours in her words.
        pub hours: String,
        /// Who to say is calling.
        pub cover_name: String,
        /// Why it is marked as it is, in her words.
        pub mark_reason: String,
        /// Who may answer there, in her words.
        pub who_may_answer: String,
        /// Code of `envelope`; may be empty.
        pub envelope: String,
        /// Language, relay or TTY.
        pub language_relay: String,
        /// Answer.
        pub monitored_device: String,
        /// A code word was agreed. It is shown on request only, and that stays in the history.
        pub has_code_word: bool,
        /// ISO date it was last said to be safe.
        pub verified_on: Option<String>,
        /// That was too long ago: ask again.
        pub ask_again: bool,
        /// It may be used, on these conditions.
        pub usable: bool,
        /// Codes of `obstacle`: what stands in the way.
        pub obstacles: Vec<String>,
        /// Two people wrote it differently; the safer one is shown.
        pub in_conflict: bool,
        /// What this shows; goes back with a check or an edit.
        pub seen: String,
    }

    /// What has to be known before a victim is contacted.
    pub struct GateView {
        /// The line every screen shows.
        pub safe_contact: SafeContactView,
        /// Why no channel may be used.
        pub do_not_contact_reason: String,
        /// Every way to reach her, also those of her other records.
        pub ways: Vec<WayView>,
    }
}
