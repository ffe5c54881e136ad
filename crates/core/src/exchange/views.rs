//! What screens show about sending, enrolling, merging and handing back.

use crate::error::Failure;
use crate::inbox::LabelledValue;
use crate::view::views;

views! {
    /// The Send week screen.
    pub struct SendView {
        /// County that can open the file.
        pub county_name: String,
        /// Six words over the county's keys.
        pub county_words: Vec<String>,
        /// Changes that no bundle has carried yet.
        pub changes: i32,
        /// Contacts among them.
        pub contacts: i32,
        /// Referrals among them.
        pub referrals: i32,
        /// New victims among them.
        pub victims: i32,
        /// Changes that some bundle carried and the county has not confirmed; every bundle brings them again.
        pub unconfirmed: i32,
        /// The county holds everything that was written here up to this time of this laptop, RFC 3339.
        pub safe_up_to: Option<String>,
        /// Where the last week was written, if that folder is there now: the stick is in.
        pub folder: Option<String>,
        /// Newest first.
        pub history: Vec<SentBundle>,
    }

    /// A bundle that was written and read back.
    pub struct SentBundle {
        /// Number on this laptop, from 1.
        pub number: i32,
        /// RFC 3339.
        pub made_at: String,
        /// Where it was written.
        pub path: String,
        /// `cl-xxxxxxxx.clb`.
        pub file_name: String,
        /// Commits inside.
        pub changes: i32,
        /// Bytes.
        pub size_bytes: i32,
        /// SHA-256, hex; of the first file, if the week took several.
        pub sha256: String,
        /// Files it took; 1 unless the week was large or was cut to fit into e-mails.
        pub files: i32,
    }

    /// A laptop's request to join, as the county sees it and as the laptop shows it.
    pub struct EnrolmentView {
        /// Laptop name.
        pub laptop_name: String,
        /// Who works there.
        pub person_name: String,
        /// Six words to read aloud.
        pub words: Vec<String>,
        /// The file.
        pub path: String,
    }

    /// The county's welcome, as the county shows it and as the laptop sees it.
    pub struct WelcomeView {
        /// County name.
        pub county_name: String,
        /// Laptop it is for.
        pub laptop_name: String,
        /// Six words over the county's keys, to compare aloud.
        pub words: Vec<String>,
        /// The file; the first one, if there are several.
        pub path: String,
        /// Files of this welcome. All of them go to the laptop.
        pub files: i32,
    }

    /// What came of a welcome, apart from the file the laptop joined by.
    pub struct TakenWelcome {
        /// The other files that lay beside it, each with what came of it.
        pub others: Vec<IncomingBundle>,
        /// Files of this welcome that were not there. What is in them comes with them, or with what the county
        /// hands back next.
        pub missing_files: i32,
    }

    /// A bundle lying on a stick, before anything is merged.
    pub struct IncomingBundle {
        /// Where it lies.
        pub path: String,
        /// File name.
        pub file_name: String,
        /// `ready`, `already_merged`, `parked`, `for_another`, `stopped` or `refused`.
        pub state: String,
        /// Laptop that wrote it.
        pub place: Option<String>,
        /// Person at that laptop.
        pub person: Option<String>,
        /// Claimed time, RFC 3339.
        pub made_at: Option<String>,
        /// Commits that are not here, or not all that the file holds of them.
        pub new_changes: i32,
        /// Commits the county already has.
        pub known_changes: i32,
        /// Commits missing before this bundle's first.
        pub missing: i32,
        /// Why it is refused.
        pub failure: Option<Failure>,
    }

    /// What a merge did.
    pub struct MergeSummary {
        /// Each file with what came of it; refused ones stay listed.
        pub files: Vec<IncomingBundle>,
        /// Records that are new here.
        pub added: i32,
        /// Records that changed.
        pub changed: i32,
        /// Commits that were already here.
        pub known: i32,
        /// Conflicts this merge brought.
        pub new_conflicts: i32,
        /// Conflicts that wait in all.
        pub conflicts: i32,
    }

    /// A decision that merging would bring.
    pub struct RehearsedConflict {
        /// Record type name.
        pub record: String,
        /// Field name; empty if the question is whether the record is hidden.
        pub field: String,
        /// Case number or partner agency name.
        pub about: String,
        /// `safety`, `contact` or `other`.
        pub urgency: String,
    }

    /// A stricter safety value that merging would put in effect at once.
    pub struct RehearsedValue {
        /// Record type name.
        pub record: String,
        /// Field name.
        pub field: String,
        /// Case number or partner agency name.
        pub about: String,
        /// What would hold.
        pub values: Vec<LabelledValue>,
    }

    /// What merging one file would do, after those before it.
    pub struct RehearsedFile {
        /// What it is.
        pub file: IncomingBundle,
        /// Records that would be new here.
        pub added: i32,
        /// Records that would change.
        pub changed: i32,
        /// Decisions it would bring.
        pub conflicts: Vec<RehearsedConflict>,
        /// Odd commits in it.
        pub problems: i32,
        /// Stricter safety values in records we have.
        pub takes_effect: Vec<RehearsedValue>,
        /// Records we have that it would hide.
        pub hidden: i32,
    }

    /// What merging some files together would do. Nothing is written by it.
    pub struct MergeRehearsal {
        /// Each file, in order.
        pub files: Vec<RehearsedFile>,
        /// Records that would be new here.
        pub added: i32,
        /// Records that would change, counted once for each file.
        pub changed: i32,
        /// Commits we do not have.
        pub new_changes: i32,
        /// Commits we have.
        pub known_changes: i32,
        /// Commits missing before what the files bring.
        pub missing: i32,
        /// Decisions they would bring.
        pub conflicts: i32,
        /// Odd commits in them.
        pub problems: i32,
        /// Stricter safety values in records we have.
        pub takes_effect: i32,
        /// Records we have that they would hide.
        pub hidden: i32,
        /// Pairs of records that may be one person's, and are not suggested yet.
        pub same_person: i32,
    }

    /// The last merge, which may be taken back.
    pub struct MergeUndo {
        /// When it was made, RFC 3339.
        pub merged_at: String,
        /// By whom.
        pub by: String,
        /// Files that brought something.
        pub files: i32,
        /// Commits they brought.
        pub changes: i32,
        /// Why it cannot be taken back; none if it can.
        pub refused: Option<Failure>,
    }

    /// What a laptop took in of what the county handed back.
    pub struct Received {
        /// Each file with what came of it; `for_another` if another laptop will find it.
        pub files: Vec<IncomingBundle>,
        /// Records that are new here.
        pub added: i32,
        /// Records that changed.
        pub changed: i32,
        /// Commits that were already here.
        pub known: i32,
        /// Conflicts this brought.
        pub new_conflicts: i32,
        /// Conflicts that wait in all.
        pub conflicts: i32,
        /// The county holds everything that was written here up to this time of this laptop, RFC 3339.
        pub safe_up_to: Option<String>,
        /// Changes that were sent and that the county has not confirmed.
        pub unconfirmed: i32,
        /// Whether this laptop found out that it was restored from an older copy, and writes a new log now.
        pub began_anew: bool,
        /// What waits for a person.
        pub notices: Vec<NoticeView>,
    }

    /// What the county wrote for one laptop.
    pub struct HandedBack {
        /// Laptop name.
        pub laptop_name: String,
        /// Who works there.
        pub person_name: String,
        /// The files; one unless there was much.
        pub paths: Vec<String>,
        /// Commits inside.
        pub changes: i32,
        /// Bytes of all files.
        pub size_bytes: i32,
    }

    /// A bundle that cannot be merged yet.
    pub struct ParkedView {
        /// SHA-256 of the file, hex.
        pub id: String,
        /// Name it came under.
        pub file_name: String,
        /// When, RFC 3339.
        pub parked_at: String,
        /// Bytes.
        pub size_bytes: i32,
        /// What holds it, and the way out.
        pub failure: Failure,
    }

    /// Something a person should know about histories.
    pub struct NoticeView {
        /// Names it in `settle_notice`.
        pub id: String,
        /// `told_differently`, `began_anew` or `county_restored`.
        pub kind: String,
        /// Laptop or office it is about.
        pub place: String,
        /// When, RFC 3339.
        pub noticed_at: String,
    }

    /// A laptop as the county sees it.
    pub struct LaptopView {
        /// The device, hex.
        pub id: String,
        /// Laptop name.
        pub laptop_name: String,
        /// Who works there.
        pub person_name: String,
        /// Lost or taken out of use.
        pub revoked: bool,
        /// When it was struck from the roster, RFC 3339.
        pub revoked_at: Option<String>,
        /// When its newest week was merged here, RFC 3339.
        pub last_heard_at: Option<String>,
        /// When that week was made, as the laptop claims, RFC 3339.
        pub last_made_at: Option<String>,
        /// Days since then, or since it was enrolled.
        pub quiet_days: i32,
        /// Not heard of for too long.
        pub late: bool,
        /// Files its history says it wrote.
        pub sent: i32,
        /// Of these, files that never came here. What they held comes with every later one.
        pub never_came: i32,
        /// Its commits that are missing before others that are here.
        pub missing: i32,
        /// Histories it has written; more than one if it was ever restored or copied.
        pub histories: i32,
        /// Commits it does not have yet, as far as it said.
        pub lacks: i32,
        /// Days its clock is surely wrong: above zero ahead, below zero behind. No decision reads a clock.
        pub clock_days_off: i32,
        /// Whether it knew the newest roster when it was last heard of.
        pub knows_newest_roster: bool,
    }
}

views! {
    /// The county's key that weeks are sealed for, and those before it.
    pub struct KeysView {
        /// Counts the keys, from 1.
        pub epoch: i32,
        /// Since when this key is in use, ISO date.
        pub since: String,
        /// Six words over the county's keys.
        pub words: Vec<String>,
        /// When a new key is suggested, ISO date.
        pub replace_on: String,
        /// That day has come.
        pub replace_suggested: bool,
        /// This office was brought back from a copy older than its key: replace the key now.
        pub own_key_missing: bool,
        /// The newest first.
        pub replaced: Vec<ReplacedKeyView>,
        /// Laptops that know a roster which is not of this office's chain.
        pub alarms: Vec<RosterAlarm>,
    }

    /// A key of an earlier epoch.
    pub struct ReplacedKeyView {
        /// Its epoch.
        pub epoch: i32,
        /// RFC 3339.
        pub replaced_at: String,
        /// Laptops that have not yet shown that they know the new key.
        pub waits_for: Vec<String>,
        /// From when on it can be destroyed, ISO date; none while laptops are waited for.
        pub can_go_on: Option<String>,
        /// When it was destroyed, RFC 3339.
        pub destroyed_at: Option<String>,
    }

    /// A laptop knows a roster that this office did not make.
    pub struct RosterAlarm {
        /// The laptop.
        pub laptop_name: String,
        /// The roster's version.
        pub version: i32,
        /// When its week came, RFC 3339.
        pub seen_at: String,
    }
}
