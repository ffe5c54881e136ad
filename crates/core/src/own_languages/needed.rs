//! What an added language has to say: the messages of papers that go with somebody, and the codes that stand on them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use crate::codes;
use crate::wordings::{self, Pattern};
use crate::words::{PAPERS_EN, Words};

/// The last of the program's files is of papers that stay in the office.
const FOR_HER: usize = PAPERS_EN.len() - 1;

/// Lists of codes that papers say in words.
const CODES: [&str; 6] = [
    "release_item",
    "release_method",
    "channel",
    "envelope",
    "disclosure_basis",
    "disclosure_form",
];

/// The values a message has, by its id.
type Values = BTreeMap<String, Vec<String>>;

/// Every message, with its text in English.
static IN_ENGLISH: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let files = PAPERS_EN[..FOR_HER].iter();
    let papers = files.flat_map(|source| wordings::messages(source));
    // The rights of a state are in the program's languages.
    let papers = papers.filter(|(id, _)| !id.starts_with("rights-"));
    let words = Words::of("en");
    let codes = CODES.iter().flat_map(|list| {
        let ids = codes::list(list).iter();
        ids.map(move |code| format!("{list}-{code}").replace('_', "-"))
    });
    let codes = codes.map(|id| (id.clone(), words.say(&id)));
    papers.chain(codes).collect()
});

static VALUES: LazyLock<Values> = LazyLock::new(|| {
    let messages = IN_ENGLISH.iter().map(|(id, text)| {
        let pattern = Pattern::read(id, text);
        let pattern = pattern.expect("assets/letters is part of the program; its tests read it");
        (id.clone(), pattern.variables().collect())
    });
    messages.collect()
});

/// The messages, each with the values it uses, in their order.
pub(super) fn messages() -> &'static Values {
    &VALUES
}

/// A file with all of them in English.
pub(super) fn template() -> String {
    let mut template = String::from(
        "# Put what stands behind each = into the other language. Leave the names before it, and what is in braces.\n\
         # Names of files (…-file-name) have small letters without accents, digits and hyphens.\n\n",
    );
    for (id, text) in IN_ENGLISH.iter() {
        match text.contains('\n') {
            true => template.push_str(&wordings::source(id, text)),
            false => writeln!(template, "{id} = {text}").expect("a text can be written to"),
        }
    }
    template
}
