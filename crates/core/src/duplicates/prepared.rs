//! Persons made ready to be compared: every text in its plain form, kept once, and counted.
//!
//! How often a value occurs decides how much agreeing on it says: two Smiths are less than two Example-Marbles.

use std::collections::HashMap;

use super::names;
use super::person::{Appearance, Birth, Person};
use crate::search::{digits, plain, words};

/// Street words and how we shorten them, so that `Main Street` and `Main St` are one.
const STREET_WORDS: [(&str, &str); 22] = [
    ("street", "st"),
    ("road", "rd"),
    ("avenue", "ave"),
    ("av", "ave"),
    ("drive", "dr"),
    ("lane", "ln"),
    ("court", "ct"),
    ("place", "pl"),
    ("circuit", "cct"),
    ("crescent", "cr"),
    ("cres", "cr"),
    ("boulevard", "blvd"),
    ("highway", "hwy"),
    ("parkway", "pkwy"),
    ("terrace", "ter"),
    ("trail", "trl"),
    ("close", "cl"),
    ("north", "n"),
    ("south", "s"),
    ("east", "e"),
    ("west", "w"),
    ("calle", "c"),
];

/// A text kept once; 0 is nothing known.
pub(super) type Word = u32;

/// Texts, each kept once and counted by what it was used for.
#[derive(Default)]
pub(super) struct Pool {
    numbers: HashMap<String, Word>,
    texts: Vec<String>,
    sounds: Vec<String>,
}

impl Pool {
    fn keep(&mut self, text: &str) -> Word {
        if text.is_empty() {
            return 0;
        }
        if self.texts.is_empty() {
            self.texts.push(String::new());
            self.sounds.push(String::new());
        }
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = Word::try_from(self.texts.len()).unwrap_or(0);
        self.texts.push(text.to_owned());
        self.sounds.push(names::sound(text));
        self.numbers.insert(text.to_owned(), number);
        number
    }

    pub(super) fn text(&self, word: Word) -> &str {
        self.texts.get(word as usize).map_or("", String::as_str)
    }

    pub(super) fn sound(&self, word: Word) -> &str {
        self.sounds.get(word as usize).map_or("", String::as_str)
    }

    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }
}

/// A person ready to be compared.
#[derive(Default)]
pub(super) struct Prepared {
    /// The whole given name, and its words.
    pub(super) given: Word,
    pub(super) given_words: Vec<Word>,
    pub(super) middle: Word,
    /// The whole family name, and the names in it.
    pub(super) family: Word,
    pub(super) family_names: Vec<Word>,
    pub(super) suffix: Option<&'static str>,
    pub(super) birth: Birth,
    pub(super) birth_word: Word,
    pub(super) age: Option<u16>,
    pub(super) sex: Word,
    pub(super) phones: Vec<Word>,
    pub(super) email: Word,
    pub(super) number: Word,
    pub(super) street: Word,
    pub(super) unit: Word,
    pub(super) zone: Word,
    pub(super) postcode: Word,
    pub(super) state: Word,
    pub(super) birth_place: Word,
    pub(super) occupation: Word,
    /// Incidents the person appears in, and as what.
    pub(super) appears: Vec<Appearance>,
}

impl Prepared {
    pub(super) fn of(person: &Person, pool: &mut Pool) -> Prepared {
        let mut given = words(&person.given);
        // "Maria E." and "Maria" with middle name "E" say the same; a suffix is no given name.
        if given.len() > 1 {
            given.retain(|word| names::suffix(word).is_none());
        }
        let family = names::family_names(&person.family);
        let (number, street) = address(&person.number, &person.street);
        let mut keep = |text: &str| pool.keep(text);
        Prepared {
            given: keep(&given.join(" ")),
            given_words: given.iter().map(|word| keep(word)).collect(),
            middle: keep(&words(&person.middle).join(" ")),
            family: keep(&family.join(" ")),
            family_names: family.iter().map(|name| keep(name)).collect(),
            suffix: names::suffix_of(&person.suffix, &person.family, &person.given),
            birth: person.birth,
            appears: person.appears.clone(),
            birth_word: person.birth.digits().map_or(0, |digits| {
                keep(
                    &digits
                        .map(|digit| char::from(b'0' + digit))
                        .iter()
                        .collect::<String>(),
                )
            }),
            age: person.age,
            sex: keep(plain(&person.sex).get(..1).unwrap_or_default()),
            phones: person
                .phones
                .iter()
                .map(|number| keep(&phone(number)))
                .filter(|number| *number != 0)
                .collect(),
            email: keep(&plain(&person.email).replace(' ', "")),
            number: keep(&number),
            street: keep(&street),
            unit: keep(&words(&person.unit).concat()),
            zone: keep(&words(&person.zone).join(" ")),
            postcode: keep(&words(&person.postcode).concat()),
            state: keep(&words(&person.state).concat()),
            birth_place: keep(&words(&person.birth_place).join(" ")),
            occupation: keep(&words(&person.occupation).join(" ")),
        }
    }
}

/// The last ten digits of a phone number; nothing for what is too short to be one.
fn phone(number: &str) -> String {
    let digits = digits(number);
    if digits.len() < 5 {
        return String::new();
    }
    digits[digits.len().saturating_sub(10)..].to_owned()
}

/// House number and street, also where both were written as one.
fn address(number: &str, street: &str) -> (String, String) {
    let mut parts = words(street);
    let mut number = words(number).concat();
    let leads = parts.len() > 1 && parts[0].starts_with(|letter: char| letter.is_ascii_digit());
    if number.is_empty() && leads {
        number = parts.remove(0);
    }
    let short = |word: String| {
        let known = STREET_WORDS.iter().find(|(long, _)| *long == word);
        known.map_or(word, |(_, short)| (*short).to_owned())
    };
    let street: String = parts.into_iter().map(short).collect();
    (number.trim_start_matches('0').to_owned(), street)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_street_is_the_same_however_it_is_shortened() {
        let apart = address("12", "Main Street");
        assert_eq!(apart, ("12".to_owned(), "mainst".to_owned()));
        assert_eq!(address("", "12 Main St."), apart);
        assert_eq!(address("012", "MAIN ST"), apart);
    }

    #[test]
    fn a_phone_number_is_its_last_ten_digits() {
        assert_eq!(phone("+1 (555) 010-4242"), "5550104242");
        assert_eq!(phone("911"), "");
    }
}
