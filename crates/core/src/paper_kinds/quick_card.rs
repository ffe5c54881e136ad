//! The quick card for deputies: what to do with a victim, and the keys of the window. About nobody.
//!
//! What a key does is said in the words of the window's own help, so that the two are the same.

use countyline_documents::{Block, Table};

use super::content::{Content, section};
use crate::letters::numbered;
use crate::words::Words;

/// The keys of a deputy's work, each with the word that says what it does.
pub(super) const KEYS: [(&str, &str); 11] = [
    ("F2", "key-log"),
    ("F3  /", "key-find"),
    ("F4", "key-refer"),
    ("F8", "key-send"),
    ("F9", "key-night"),
    ("F12  Shift Shift Shift", "key-hide"),
    ("Ctrl+L", "key-lock"),
    ("Ctrl+S  Ctrl+Enter", "key-save"),
    ("Ctrl+P", "key-print"),
    ("Esc", "key-back"),
    ("N", "key-new"),
];

/// What the window's help asks to remember.
const RULES: [&str; 4] = ["help-safe", "help-address", "help-saved", "help-send"];

pub(super) fn compose(words: &Words) -> Content {
    let row = |(key, does): (&str, &str)| vec![key.to_owned(), words.say(does)];
    let keys = Table {
        widths: vec![1.0, 2.0],
        head: vec![
            words.say("quick-column-key"),
            words.say("quick-column-does"),
        ],
        rows: KEYS.map(row).to_vec(),
    };
    let rules = RULES.map(|rule| words.say(rule)).to_vec();
    let scene = numbered(words, "quick-scene");
    let blocks = vec![
        section(words, "quick-heading-scene", vec![Block::Bullets(scene)]),
        section(words, "quick-heading-keys", vec![Block::Table(keys)]),
        section(words, "quick-heading-rules", vec![Block::Bullets(rules)]),
    ];
    Content::new(words.say("quick-title"), "quick", blocks)
}
