//! What screens show about the county's logo.

use crate::view::views;

views! {
    /// The logo at the top of the papers that name the office.
    pub struct LogoView {
        /// What it shows, in words; none where there is no logo.
        pub shows: Option<String>,
        /// Its PNG file, in base 64.
        pub png: Option<String>,
        /// What this shows; goes back with a change.
        pub seen: String,
    }
}
