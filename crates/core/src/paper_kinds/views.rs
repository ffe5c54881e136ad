//! What screens show about papers that are no letters.

use crate::view::views;

views! {
    /// Which paper. The same request previews, saves and prints.
    pub struct PaperRequest {
        /// Code of `paper_kind`.
        pub kind: String,
        /// Id of what it is about: of a victim, a release or an agreement; of a laptop its id or name. None for a kind
        /// about nothing, and for a blank one.
        #[serde(default)]
        pub about_id: Option<String>,
        /// Codes of `need`: the places of a resource list help with one of these; none for all.
        #[serde(default)]
        pub needs: Vec<String>,
        /// `en` or `es`.
        pub language: String,
        /// `us_letter` or `a4`.
        pub page: String,
        /// 18 pt instead of 12 pt.
        pub large_print: bool,
        /// On both sides of the sheet: it has its sheets to itself.
        #[serde(default)]
        pub both_sides: bool,
        /// A victim takes it along; otherwise it stays with us.
        #[serde(default)]
        pub goes_with_her: bool,
        /// Answer to "Is it safe for her to carry this?": `yes`, `no`, `not_asked`.
        #[serde(default)]
        pub safe_to_carry: String,
    }

    /// A kind of paper that can be made.
    pub struct PaperKindView {
        /// Code of `paper_kind`.
        pub code: String,
        /// What it is about: `nothing`, `victim`, `release`, `laptop` or `agreement`.
        pub about: String,
        /// It is made without that as well.
        pub may_be_blank: bool,
        /// It may go with a victim once she said that is safe; otherwise it is refused for that.
        pub may_go_with_her: bool,
        /// It is made in the languages an office added, too.
        pub speaks_added_languages: bool,
    }
}
