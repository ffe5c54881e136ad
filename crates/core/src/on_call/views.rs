//! Who is on call, as screens show it.

use crate::start::Saved;
use crate::view::views;

views! {
    /// A shift, as the form sends it.
    pub struct ShiftForm {
        /// Staff id of who is on call.
        pub staff_id: String,
        /// The clock on the wall, for example `2026-03-06T18:00`.
        pub begins_at: String,
        /// The same; the shift is over then.
        pub ends_at: String,
        /// Code of `on_call_order`: who is called first.
        pub order: String,
    }

    /// A shift.
    pub struct ShiftView {
        /// Its id.
        pub id: String,
        /// Who is on call; empty while her record has not come.
        pub name: String,
        /// It was planned and will not be.
        pub called_off: bool,
        /// What is written.
        pub form: ShiftForm,
        /// Two people wrote something different.
        pub in_conflict: bool,
        /// What this shows; goes back with an edit.
        pub seen: String,
    }

    /// Who can be called.
    pub struct OnCallView {
        /// The clock on the wall.
        pub at: String,
        /// Now: the first before those who stand by.
        pub now: Vec<ShiftView>,
        /// From six in the evening to six in the morning.
        pub tonight: Vec<ShiftView>,
    }

    /// Shifts that were entered.
    pub struct ShiftsSaved {
        /// That they are on disk.
        pub saved: Saved,
        /// How many.
        pub count: i32,
    }
}
