//! What somebody typed on a letter that must not say who she is.
//!
//! Such a letter goes out without her name: her release does not cover it, or the agency keeps to itself where it is. What
//! was typed about the way to reach her stands on it word for word, and may hold the name all the same. It is compared
//! with every name that is known of her and of those related to her; with one of them in it, the letter is not ready.
//!
//! Compared are whole words, whatever their case and accents: "Ana" is in "Ana’s sister" and not in "Anaheim". A script
//! that puts no spaces between words has no whole words; there a name counts wherever it stands.

use std::collections::BTreeSet;

use countyline_ledger::EntityId;

use super::{LetterCheck, check, discreet};
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::{values, victims};

/// Words that stand beside names and name nobody.
const BESIDE_NAMES: [&str; 22] = [
    "bin", "das", "del", "den", "der", "don", "dona", "dos", "ibn", "las", "los", "miss", "mrs",
    "san", "senor", "senora", "sra", "srta", "ten", "ter", "van", "von",
];
/// Letters that a word has at least which names somebody beside others.
const SHORTEST_BESIDE_OTHERS: usize = 3;
/// Letters that a name has at least which is one word.
const SHORTEST_ALONE: usize = 2;

/// What somebody typed, and in which field.
pub(super) struct Typed {
    pub(super) field: &'static str,
    pub(super) text: String,
}

/// Whether nothing that was typed names her; if something does, which word and where.
///
/// # Errors
/// [`crate::error::Error::Storage`].
pub(super) fn names_nobody(
    file: &CaseFile,
    victim: EntityId,
    typed: &[Typed],
) -> Result<LetterCheck> {
    let names = Known::of(&victims::names_around(file, victim)?);
    let found = typed.iter().find_map(|typed| {
        let word = names.first_in(&typed.text)?;
        Some((word, typed.field))
    });
    Ok(match found {
        None => check("check-no-name-typed", true),
        Some((word, field)) => LetterCheck {
            values: values! { word = word, field = field },
            ..check("check-name-typed", false)
        },
    })
}

/// The words of names, without case and accents.
struct Known(BTreeSet<String>);

impl Known {
    fn of(names: &[String]) -> Known {
        Known(names.iter().flat_map(|name| words_of_name(name)).collect())
    }

    /// The first word of a text that is one of them, as it was typed.
    fn first_in(&self, text: &str) -> Option<String> {
        words(text).find_map(|word| {
            let folded = discreet::fold(word);
            let is_one = self.0.contains(&folded);
            let holds = |name: &&String| is_unspaced(name) && folded.contains(name.as_str());
            match is_one {
                true => Some(word.to_owned()),
                false => self.0.iter().find(holds).cloned(),
            }
        })
    }
}

/// The words of a name that tell who somebody is.
fn words_of_name(name: &str) -> Vec<String> {
    let parts: Vec<String> = words(name).map(discreet::fold).collect();
    let is_alone = parts.len() == 1;
    let tells = |part: &String| match is_alone {
        true => part.chars().count() >= SHORTEST_ALONE,
        false => {
            part.chars().count() >= SHORTEST_BESIDE_OTHERS && !BESIDE_NAMES.contains(&part.as_str())
        }
    };
    // O’Brien is also typed without its apostrophe.
    let joined = name
        .split_whitespace()
        .filter(|word| word.contains(['\'', '’', 'ʼ']));
    let joined = joined.map(|word| words(word).map(discreet::fold).collect::<String>());
    let joined: Vec<String> = joined.collect();
    parts.into_iter().filter(tells).chain(joined).collect()
}

/// The words of a text as they were typed. A mark that is not seen parts no word.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = |letter: char| {
        let is_unseen = || discreet::fold(&format!("a{letter}a")) == "aa";
        !letter.is_alphanumeric() && !is_unseen()
    };
    text.split(parts).filter(|word| !word.is_empty())
}

/// Whether a word is of a script without spaces: Chinese and Japanese, Thai, Lao, Khmer, Burmese.
fn is_unspaced(word: &str) -> bool {
    let is_of_one = |letter: char| {
        matches!(letter,
            '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
            | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
    };
    word.chars().count() >= SHORTEST_ALONE && word.chars().all(is_of_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &[&str], text: &str) -> Option<String> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        Known::of(&names).first_in(text)
    }

    #[test]
    fn a_name_is_found_as_a_whole_word_whatever_its_case_accents_and_marks() {
        for (name, text, word) in [
            ("María José", "Pregunte por MARIA", "MARIA"),
            ("Jose", "llame a José", "José"),
            ("José", "llame a Jose\u{301}", "Jose\u{301}"),
            ("Núñez", "casa de los nunez", "nunez"),
            ("Ana", "Ana’s sister", "Ana"),
            ("Ana", "ana.marker@example.org", "ana"),
            ("Ana", "An\u{ad}a answers", "An\u{ad}a"),
            ("Ana", "\u{2066}Ana\u{2069}", "\u{2066}Ana\u{2069}"),
            ("O’Brien", "Mrs O'Brien", "Brien"),
            ("O'Brien", "Mrs OBrien", "OBrien"),
            ("Smith-Jones", "the Jones house", "Jones"),
            ("De la Cruz", "Casa Cruz", "Cruz"),
            ("Jo", "ask for Jo", "Jo"),
            ("مريم", "اتصل بأخت مريم", "مريم"),
            ("王芳", "请找王芳的姐姐", "王芳"),
        ] {
            assert_eq!(found(&[name], text).as_deref(), Some(word), "{name}");
        }
    }

    #[test]
    fn a_part_of_a_longer_word_is_no_name() {
        for (name, text) in [
            ("Ana", "Anaheim, mañana, banana"),
            ("Sol", "Soledad y el soldado"),
            ("Ann", "annual"),
            ("De la Cruz", "la casa de la madre"),
            ("Del Río", "del trabajo"),
            ("Jo Ann", "jo"),
            ("A", "a sister"),
            ("", "anything"),
        ] {
            assert_eq!(found(&[name], text), None, "{name}");
        }
    }
}
