//! What screens show about services.

use crate::own_lists::OwnCode;
use crate::view::views;

views! {
    /// A service, as the form sends it.
    #[derive(Default)]
    pub struct ServiceForm {
        /// Victim id; none for an anonymous contact.
        pub victim_id: Option<String>,
        /// Incident it was for, one of hers; none where it was for all that happened to her.
        #[serde(default)]
        pub incident_id: Option<String>,
        /// ISO date of the service, not in the future; none means today.
        #[serde(default)]
        pub served_on: Option<String>,
        /// Code of `service_item`; may be empty where `localItem` says which.
        #[serde(default)]
        pub item: String,
        /// The office's own service: code of `local_item`, or of its own lists.
        #[serde(default)]
        pub local_item: Option<String>,
        /// Times; none means once.
        #[serde(default)]
        pub quantity: Option<i32>,
        /// Minutes spent.
        #[serde(default)]
        pub minutes: Option<i32>,
        /// Miles driven.
        #[serde(default)]
        pub miles: Option<i32>,
        /// Code of `service_mode`.
        pub mode: String,
        /// Code of `funding_source`; none where nobody said.
        #[serde(default)]
        pub funding_source: Option<String>,
        /// Code of `service_outcome`; `accepted` means delivered.
        pub outcome: String,
        /// Code of `declined_reason` or `unmet_reason`; needed for those two outcomes, refused for the others.
        #[serde(default)]
        pub reason: Option<String>,
        /// It helped with a compensation claim. It counts as the item as well.
        #[serde(default)]
        pub compensation_assistance: bool,
        /// Somebody who gave no name.
        #[serde(default)]
        pub anonymous_contact: bool,
        /// Who did it, a staff id; none means who records it.
        #[serde(default)]
        pub staff_id: Option<String>,
        /// Codes `V01` to `V26` that an anonymous contact spoke of.
        #[serde(default)]
        pub victimization: Vec<String>,
    }

    /// A service event.
    pub struct ServiceView {
        /// Its id.
        pub id: String,
        /// Victim id; none for an anonymous contact.
        pub victim_id: Option<String>,
        /// Incident it was for.
        pub incident_id: Option<String>,
        /// ISO date.
        pub served_on: String,
        /// Code of `service_item`.
        pub item: String,
        /// Code of `local_item`, or of the office's own lists.
        pub local_item: Option<String>,
        /// What the office's own lists say of it.
        pub own_service: Option<OwnCode>,
        /// Times.
        pub quantity: i32,
        /// Minutes spent.
        pub minutes: Option<i32>,
        /// Miles driven.
        pub miles: Option<i32>,
        /// Code of `service_mode`.
        pub mode: Option<String>,
        /// Code of `funding_source`.
        pub funding_source: Option<String>,
        /// Code of `service_outcome`.
        pub outcome: String,
        /// Code of `declined_reason` or `unmet_reason`.
        pub reason: Option<String>,
        /// It helped with a compensation claim.
        pub compensation_assistance: bool,
        /// Somebody who gave no name.
        pub anonymous_contact: bool,
        /// The referral whose sending it is.
        pub referral_id: Option<String>,
        /// Who did it.
        pub by: String,
        /// What this row shows; goes back to hide it.
        pub seen: String,
    }
}
