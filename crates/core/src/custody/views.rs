//! Custody notices as forms write them and screens show them.

use crate::view::views;

views! {
    /// How it stands with notices of the accused's custody. There is no field for the PIN.
    #[derive(Default)]
    #[serde(default)]
    pub struct CustodyNoticeForm {
        /// The incident he is held for.
        pub incident_id: Option<String>,
        /// Code of `custody_state`.
        pub state: String,
        /// The phone that was registered.
        pub contact_method_id: Option<String>,
        /// Actions taken; never four digits in a row.
        pub note: String,
    }

    /// A custody notice, as stored.
    pub struct CustodyNoticeView {
        /// Its id.
        pub id: String,
        /// What is written.
        pub form: CustodyNoticeForm,
        /// The phone may be used and messages may be left on it. If not, VINE's calls can harm her.
        pub phone_may_take_messages: bool,
        /// RFC 3339.
        pub recorded_at: String,
    }
}
