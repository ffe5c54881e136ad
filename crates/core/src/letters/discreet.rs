//! What a discreet letter must not hold: the deny list, and how text is compared with it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::search::plain;

#[derive(serde::Deserialize)]
struct DenyList {
    words: BTreeMap<String, Vec<String>>,
}

static DENIED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let list: DenyList = serde_json::from_str(include_str!(
        "../../../../assets/letters/discreet-deny.json"
    ))
    .expect("the deny list is part of the program and was read by its tests");
    list.words
        .into_values()
        .flatten()
        .map(|word| fold(&word))
        .collect()
});

/// The first denied word a text holds, in any language.
pub(super) fn denied_word(text: &str) -> Option<&'static str> {
    let text = fold(text);
    DENIED
        .iter()
        .find(|word| text.contains(word.as_str()))
        .map(String::as_str)
}

/// Whether a text holds another, whatever its case and accents.
pub(super) fn holds(text: &str, part: &str) -> bool {
    let part = fold(part);
    !part.is_empty() && fold(text).contains(&part)
}

/// Whether a text holds another as a whole word: "Ann" is not in "annual".
pub(super) fn holds_word(text: &str, part: &str) -> bool {
    let part = fold(part);
    let text = fold(text);
    let is_letter = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    !part.is_empty()
        && text.match_indices(&part).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + part.len()..].chars().next();
            !is_letter(before) && !is_letter(after)
        })
}

fn fold(text: &str) -> String {
    let spaced: String = text
        .chars()
        // Isolates and soft hyphens are not seen, and must not hide a word.
        .filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}' | '\u{ad}' | '\u{200b}'..='\u{200f}'))
        .map(|letter| if matches!(letter, '-' | '_') { ' ' } else { letter })
        .collect();
    plain(&spaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_denied_word_is_found_whatever_its_case_accents_and_marks() {
        for text in [
            "Sheriff",
            "VÍCTIMA",
            "Casa\u{2066} Segura",
            "the shel\u{ad}ter",
            "case_number",
        ] {
            assert!(denied_word(text).is_some(), "{text}");
        }
        assert_eq!(denied_word("Community numbers"), None);
    }

    #[test]
    fn a_name_counts_as_a_whole_word_only() {
        assert!(holds_word("Call Ann today", "Ann"));
        assert!(!holds_word("Annual fair", "Ann"));
    }
}
