//! Finding people by what somebody types: names however they are spelled, case numbers, the end of a phone number.
//!
//! Every word that a victim or a partner agency can be found by stands in a table of its own ([`index`]), which is
//! made from the history like every other and checked with it; beside the words, how they sound and how they look
//! with a letter left out ([`forms`]). So a search touches what it finds and not the whole office ([`finding`]).

mod finding;
mod forms;
mod index;

#[cfg(test)]
mod tests;

pub(crate) use finding::matching;
pub(crate) use index::{Index, TABLES};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Text without case, accents and surplus spaces.
pub(crate) fn plain(text: &str) -> String {
    let bare: String = text
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .collect();
    bare.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The digits of a phone number or a search for one.
pub(crate) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The words of a name: no case, no accents; hyphens part, apostrophes and dots join.
pub(crate) fn words(name: &str) -> Vec<String> {
    let parted: String = plain(name)
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '’' | '`' | '.'))
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    parted.split_whitespace().map(str::to_owned).collect()
}
