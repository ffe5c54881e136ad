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
    }

    /// One way to reach her, as stored.
    pub struct ContactMethodView {
        /// Contact method id.
        pub id: String,
        /// What is written.
        pub form: ContactMethodForm,
        /// This way must not be used.
        pub do_not_contact: bool,
        /// Two people wrote it differently; the safer one is shown.
        pub in_conflict: bool,
        /// What this form shows; goes back with an edit.
        pub seen: String,
    }
}
