//! What a discreet letter must not hold: the deny list, and how text is compared with it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::search::plain;

#[derive(serde::Deserialize)]
struct DenyList {
    words: BTreeMap<String, Vec<String>>,
}

static LIST: LazyLock<DenyList> = LazyLock::new(|| {
    serde_json::from_str(include_str!(
        "../../../../assets/letters/discreet-deny.json"
    ))
    .expect("the deny list is part of the program and was read by its tests")
});

static DENIED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = LIST.words.values().flatten();
    words.map(|word| fold(word)).collect()
});

/// The program's denied words of one language, as they are written.
pub(crate) fn denied_words_of(language: &str) -> &'static [String] {
    LIST.words.get(language).map_or(&[], Vec::as_slice)
}

/// Whether a text holds a word that an office denies, also in the middle of another.
pub(crate) fn holds_denied(text: &str, word: &str) -> bool {
    let word = fold(word);
    !word.is_empty() && fold(text).contains(&word)
}

/// The first denied word a text holds, in any language.
pub(crate) fn denied_word(text: &str) -> Option<&'static str> {
    let text = fold(text);
    DENIED
        .iter()
        .find(|word| text.contains(word.as_str()))
        .map(String::as_str)
}

/// What the discreet forms say by themselves in each language.
const OWN_WORDS: [&str; 2] = [
    include_str!("../../../../assets/letters/en/discreet.ftl"),
    include_str!("../../../../assets/letters/es/discreet.ftl"),
];

/// Names that one paper must not hold beside the denied words.
pub(super) struct Names(Vec<String>);

impl Names {
    /// These names as wholes.
    pub(super) fn whole<'a>(names: impl IntoIterator<Item = &'a str>) -> Names {
        Names(
            names
                .into_iter()
                .filter(|name| tells(name))
                .map(str::to_owned)
                .collect(),
        )
    }

    /// Each word of these names.
    pub(super) fn words_of<'a>(names: impl IntoIterator<Item = &'a str>) -> Names {
        Names::whole(names.into_iter().flat_map(str::split_whitespace))
    }

    /// Whether a text holds one of them, as whole words.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        self.0.iter().any(|name| holds_word(text, name))
    }
}

/// Whether a name in a letter could tell anybody anything: an initial or two stand in every sentence, and
/// "April" in every letter of that month.
fn tells(name: &str) -> bool {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.count() > 2 && !OWN_WORDS.iter().any(|own| holds_word(own, name))
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

/// A text as it is compared: without case, accents, hyphens and marks that are not seen.
pub(super) fn fold(text: &str) -> String {
    let spaced: String = text
        .chars()
        // Isolates and soft hyphens are not seen, and must not hide a word.
        .filter(|letter| !matches!(letter, '\u{2060}'..='\u{2069}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}'))
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
