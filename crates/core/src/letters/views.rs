//! What screens show about paper.

use crate::view::views;
use std::collections::BTreeMap;

views! {
    /// Which letter, in which form. The same request previews, saves and prints.
    pub struct LetterRequest {
        /// Victim id.
        pub victim_id: String,
        /// Referrals it names, in order.
        pub referral_ids: Vec<String>,
        /// `full` or `discreet` for herself; `agency` for the agency of the one referral named.
        pub form: String,
        /// `en` or `es`.
        pub language: String,
        /// `us_letter` or `a4`.
        pub page: String,
        /// 18 pt instead of 13 pt.
        pub large_print: bool,
        /// On both sides of the sheet: it has its sheets to itself.
        #[serde(default)]
        pub both_sides: bool,
        /// Answer to "Is it safe for her to carry this?": `yes`, `no`, `not_asked`. Only `yes` makes paper
        /// for herself.
        pub safe_to_carry: String,
        /// It is held for her at the office, so she carries nothing; no letter to an agency is.
        #[serde(default)]
        pub held: bool,
        /// The release that a letter to an agency is written under.
        pub release_id: Option<String>,
        /// What she does not want told was read, and the letter holds none of it; needed where the release of a
        /// letter to an agency names something.
        #[serde(default)]
        pub exclusions_read: bool,
    }

    /// One thing the letter was checked for.
    pub struct LetterCheck {
        /// Word id of the check, for example `check-no-agency-name`.
        pub code: String,
        /// Values its sentence needs.
        pub values: BTreeMap<String, String>,
        /// Passed; a letter with a failed check is never ready.
        pub passed: bool,
        /// A warning does not stop the letter.
        pub warning: bool,
    }

    /// The letter as it will come out of the printer.
    pub struct LetterPreview {
        /// One SVG per page, the same items as the PDF.
        pub pages: Vec<String>,
        /// The words in reading order.
        pub text: String,
        /// What was checked.
        pub checks: Vec<LetterCheck>,
        /// Neutral file name.
        pub file_name: String,
        /// Every check passed.
        pub ready: bool,
    }

    /// A letter on disk.
    pub struct SavedLetter {
        /// Where.
        pub path: String,
        /// SHA-256 of the file, hex.
        pub sha256: String,
    }
}
