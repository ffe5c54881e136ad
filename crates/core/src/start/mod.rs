//! What a person meets before any case: whether there is an office here, and whether it is open.

use crate::view::views;

views! {
    /// Where this program stands when it starts.
    pub enum OfficeState {
        /// Nothing here yet: create an office or join one.
        NoOffice,
        /// This laptop asked to join and waits for the county's welcome file.
        Joining,
        /// There is an office; the passphrase opens it.
        Locked,
        /// Open.
        Unlocked,
    }

    /// Whether this place is the county office or a laptop.
    pub enum PlaceKind {
        /// Merges the laptops' bundles and enrols laptops.
        CountyOffice,
        /// Records contacts and sends bundles.
        Laptop,
    }

    /// What the unlock screen and the frame of every screen show. Nothing about a victim.
    pub struct StartView {
        /// See [`OfficeState`].
        pub state: OfficeState,
        /// County office or laptop; none when there is no office.
        pub kind: Option<PlaceKind>,
        /// The county's name, for example "Cedar County".
        pub office_name: Option<String>,
        /// This place's name, for example "Laptop 07".
        pub place_name: Option<String>,
        /// Who works here.
        pub person_name: Option<String>,
        /// A training office: sample data, marked on every screen.
        pub training: bool,
        /// Language of the screens, `en` or `es`.
        pub language: String,
        /// `day` or `night`.
        pub theme: String,
        /// When this laptop last sent its week, RFC 3339.
        pub last_sent_at: Option<String>,
    }

    /// Creating a county office.
    pub struct NewOffice {
        /// The county's name.
        pub office_name: String,
        /// This place's name.
        pub place_name: String,
        /// Who works here.
        pub person_name: String,
        /// At least 12 characters.
        pub passphrase: String,
        /// `en` or `es`.
        pub language: String,
    }

    /// Creating a laptop that asks a county office to join.
    pub struct NewLaptop {
        /// This laptop's name.
        pub laptop_name: String,
        /// Who works here.
        pub person_name: String,
        /// At least 12 characters.
        pub passphrase: String,
        /// `en` or `es`.
        pub language: String,
        /// Folder (a stick) that receives the enrolment file.
        pub folder: String,
    }

    /// What a person chose for the screens.
    pub struct Preferences {
        /// `en` or `es`.
        pub language: String,
        /// `day` or `night`.
        pub theme: String,
    }

    /// The answer to "check my data".
    pub struct CheckReport {
        /// Every table equals what the history says, and every hash chain holds.
        pub ok: bool,
        /// Commits read.
        pub commits: i32,
        /// Rows compared.
        pub rows: i32,
        /// Names of tables or logs that differ; never contents.
        pub differences: Vec<String>,
    }

    /// A change is on disk.
    pub struct Saved {
        /// The record's id.
        pub id: String,
        /// When, RFC 3339 with offset.
        pub saved_at: String,
    }
}
