//! What screens show about the people who work here.

use std::collections::BTreeMap;

use crate::view::views;

views! {
    /// A person who works here, as the form sends it.
    pub struct StaffForm {
        /// Full name.
        pub name: String,
        /// Code of `role`.
        pub role: String,
        /// Laptop or desk.
        pub place: String,
        /// Hours of training before the work began here; none if nobody asked.
        pub training_hours: Option<i32>,
        /// ISO date the background check was passed.
        pub background_check_on: Option<String>,
        /// When she can be called, in words, for example "Fri 18:00 to Sun 06:00".
        pub availability: Vec<String>,
    }

    /// A person who works here.
    pub struct StaffView {
        /// Staff id.
        pub id: String,
        /// What is written.
        pub form: StaffForm,
        /// ISO date from which nothing is opened any more.
        pub disabled_on: Option<String>,
        /// That day has not come.
        pub has_access: bool,
        /// Minutes she gave in all.
        pub minutes_given: i32,
        /// Two people wrote something different.
        pub in_conflict: bool,
        /// What this shows; goes back with an edit.
        pub seen: String,
    }

    /// Hours somebody gave.
    pub struct HoursForm {
        /// Staff id.
        pub staff_id: String,
        /// ISO date.
        pub worked_on: String,
        /// How long.
        pub minutes: i32,
        /// Code of `hours_kind`.
        pub kind: String,
    }

    /// Somebody was called out.
    pub struct CallOutForm {
        /// Staff id of who went.
        pub staff_id: String,
        /// RFC 3339 with offset.
        pub called_at: String,
        /// RFC 3339 with offset; none if she did not get there.
        pub arrived_at: Option<String>,
        /// Code of `call_out_place`.
        pub place: String,
        /// Minutes from the call until she was home.
        pub minutes: i32,
        /// Miles driven.
        pub miles: i32,
    }

    /// A call-out.
    pub struct CallOutView {
        /// Call-out id.
        pub id: String,
        /// Who went.
        pub name: String,
        /// Minutes from the call until she was there.
        pub response_minutes: Option<i32>,
        /// What is written.
        pub form: CallOutForm,
    }

    /// A person with her hours and call-outs.
    pub struct StaffPage {
        /// The person.
        pub person: StaffView,
        /// Hours she gave, newest first.
        pub hours: Vec<HoursForm>,
        /// Minutes by code of `hours_kind`.
        pub minutes_by_kind: BTreeMap<String, i32>,
        /// Her call-outs, newest first.
        pub call_outs: Vec<CallOutView>,
    }
}
