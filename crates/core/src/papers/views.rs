//! Papers as screens show them.

use crate::view::views;

views! {
    /// A paper that was made, or what was told by voice in its place.
    pub struct PaperView {
        /// Letter id.
        pub id: String,
        /// Whose case.
        pub case_number: String,
        /// RFC 3339.
        pub made_at: String,
        /// Code of `letter_kind`: for herself, for an agency or for our office.
        pub kind: String,
        /// Code of `letter_form`; empty where nothing was printed.
        pub form: String,
        /// `us_letter` or `a4`; empty where nothing was printed, or an older program did.
        pub page: String,
        /// It is in large print.
        pub large_print: bool,
        /// Whose wording it has: the program's version and, behind a plus sign, the hash of the county's own words;
        /// empty as `page` is.
        pub template_version: String,
        /// Code of `language`.
        pub language: String,
        /// Codes of `release_item`: what a letter to an agency held.
        pub fields: Vec<String>,
        /// Names of the agencies on it.
        pub partners: Vec<String>,
        /// Those of them whose number has changed since, while the paper is out.
        pub old_numbers: Vec<String>,
        /// A way of hers on it is another one now, or may not be used any more, while the paper is out.
        pub old_way: bool,
        /// It was handed to the printer, it may be out, and nobody said yet whether it came out of the printer.
        pub unanswered: bool,
        /// Code of `paper_state`.
        pub state: String,
        /// SHA-256 of the file, hex.
        pub sha256: String,
        /// What this row shows; goes back when the paper moves on.
        pub seen: String,
    }
}
