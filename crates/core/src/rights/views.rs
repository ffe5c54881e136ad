//! Notices as forms write them and screens show them.

use crate::packs::PackName;
use crate::view::views;

views! {
    /// Something a victim was told or handed.
    #[derive(Default)]
    #[serde(default)]
    pub struct RightsNoticeForm {
        /// The incident it is about, if it is about one.
        pub incident_id: Option<String>,
        /// Code of `notice_item`.
        pub item: String,
        /// Version of the text, as it is printed on it.
        pub version: String,
        /// Code of `language`.
        pub language: String,
        /// Code of `how_given`.
        pub how_given: String,
        /// ISO date.
        pub given_on: String,
        /// Code of `acknowledgement`; may be empty.
        pub acknowledgement: String,
        /// Codes of rights of the state pack.
        pub rights_requested: Vec<String>,
        /// Codes of rights of the state pack.
        pub rights_waived: Vec<String>,
        /// Whom she named to act for her.
        pub representative: String,
    }

    /// A notice, as stored.
    pub struct RightsNoticeView {
        /// Its id.
        pub id: String,
        /// The state pack its rights come from, with its version.
        pub pack: PackName,
        /// What is written.
        pub form: RightsNoticeForm,
    }
}
