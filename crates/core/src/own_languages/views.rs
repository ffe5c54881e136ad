//! What screens show about the languages of papers.

use crate::error::Failure;
use crate::view::views;

views! {
    /// A language that papers can be made in.
    pub struct PaperLanguageView {
        /// Its tag, for example `en` or `vi`.
        pub tag: String,
        /// The office added it by files.
        pub own: bool,
        /// It can be used.
        pub usable: bool,
        /// What is wrong with it.
        pub failure: Option<Failure>,
    }
}
