//! Which pairs are worth comparing: those who share a key.
//!
//! Each pair comes up once, under the first key its two share. A key that very many share says nothing and would
//! cost the square of their number, so it is not used; how many were left out is told.

use std::collections::HashMap;

use super::names;
use super::prepared::{Pool, Prepared, Word};

/// More persons than this under one key, and the key is not used.
pub(super) const TOO_COMMON: usize = 400;

/// The rule in the upper byte, a hash of what is shared below it.
pub(super) type Key = u64;

/// Persons by the keys they share.
pub(super) struct Blocks {
    keys: Vec<Vec<Key>>,
    blocks: Vec<(Key, Vec<u32>)>,
    /// Keys that were too common to use.
    pub(super) too_common: usize,
}

impl Blocks {
    pub(super) fn of(persons: &[Prepared], pool: &Pool) -> Blocks {
        Blocks::by(persons.iter().map(|person| keys(person, pool)).collect())
    }

    /// Blocks of persons with these keys, each person's in ascending order.
    pub(super) fn by(mut keys: Vec<Vec<Key>>) -> Blocks {
        let mut by_key: HashMap<Key, Vec<u32>> = HashMap::new();
        for (place, keys) in (0u32..).zip(&keys) {
            for key in keys {
                by_key.entry(*key).or_default().push(place);
            }
        }
        let shared = by_key.values().filter(|block| block.len() > TOO_COMMON);
        let too_common = shared.count();
        by_key.retain(|_, block| (2..=TOO_COMMON).contains(&block.len()));
        for keys in &mut keys {
            keys.retain(|key| by_key.contains_key(key));
        }
        let mut blocks: Vec<(Key, Vec<u32>)> = by_key.into_iter().collect();
        blocks.sort_unstable_by_key(|(key, _)| *key);
        Blocks {
            keys,
            blocks,
            too_common,
        }
    }

    /// Calls `visit` once for each pair that shares a key, the smaller place first.
    pub(super) fn pairs(&self, mut visit: impl FnMut(usize, usize)) {
        for (key, block) in &self.blocks {
            for (at, one) in block.iter().enumerate() {
                for other in &block[at + 1..] {
                    let (one, other) = (*one as usize, *other as usize);
                    if self.first_shared(one, other) == Some(*key) {
                        visit(one, other);
                    }
                }
            }
        }
    }

    fn first_shared(&self, one: usize, other: usize) -> Option<Key> {
        let (mut ones, mut others) = (self.keys[one].iter(), self.keys[other].iter());
        let (mut one, mut other) = (ones.next()?, others.next()?);
        loop {
            match one.cmp(other) {
                std::cmp::Ordering::Equal => return Some(*one),
                std::cmp::Ordering::Less => one = ones.next()?,
                std::cmp::Ordering::Greater => other = others.next()?,
            }
        }
    }
}

/// A person's keys in ascending order.
fn keys(person: &Prepared, pool: &Pool) -> Vec<Key> {
    let mut keys = Keys(Vec::new());
    let text = |word: Word| pool.text(word);
    let given = person.given_words.first().map_or("", |word| text(*word));
    let given_sound = person
        .given_words
        .first()
        .map_or("", |word| pool.sound(*word));
    let prefix = |text: &str, letters: usize| text.chars().take(letters).collect::<String>();
    let digits = person.birth.digits();

    if person.birth_word != 0 {
        keys.add(1, &[text(person.birth_word)]);
    }
    for phone in &person.phones {
        keys.add(PHONE, &[text(*phone)]);
    }
    keys.add(3, &[text(person.email)]);
    keys.add(
        3,
        &[text(person.email).split('@').next().unwrap_or_default()],
    );
    keys.add(4, &[text(person.street), text(person.number)]);
    for name in &person.family_names {
        keys.add(5, &[&prefix(given, 3), &names::soundex(text(*name))]);
        // One year is the end of one key and the beginning of the next: neighbors share one.
        if let Some(year) = person.birth.year {
            keys.add(6, &[pool.sound(*name), &year.to_string()]);
            keys.add(6, &[pool.sound(*name), &(year + 1).to_string()]);
        }
        if let Some(digits) = digits {
            keys.add(7, &[&prefix(text(*name), 2), &digit_text(&digits[4..])]);
        }
        keys.add(8, &[pool.sound(*name), text(person.postcode)]);
        keys.add(9, &[pool.sound(*name), text(person.street)]);
        // Given and family name may have changed places.
        let mut both = [given_sound, pool.sound(*name)];
        both.sort_unstable();
        keys.add(10, &both);
    }
    if let Some(year) = person.birth.year {
        keys.add(11, &[given_sound, &year.to_string()]);
        keys.add(11, &[given_sound, &(year + 1).to_string()]);
    }
    if let Some(digits) = digits {
        keys.add(12, &[&prefix(given, 2), &digit_text(&digits[4..])]);
        keys.add(13, &[&digit_text(&digits), text(person.zone)]);
    }
    keys.add(14, &[given_sound, text(person.postcode)]);
    keys.add(15, &[given_sound, text(person.street)]);
    keys.add(16, &[text(person.street), text(person.zone)]);
    keys.add(
        17,
        &[
            &prefix(text(person.street), 6),
            text(person.postcode),
            text(person.number),
        ],
    );
    keys.add(18, &[given, text(person.zone)]);
    keys.in_order()
}

/// The keys that are kept of a person of a case file, in ascending order: those without which no pair of a case file
/// is likely enough ([`super::judge`]), and two by which nobody is compared: one by which it is counted who shares her
/// street, and one of her case number.
pub(super) fn kept_keys(person: &Prepared, pool: &Pool, case_number: &str) -> Vec<Key> {
    let mut keys = Keys(Vec::new());
    let text = |word: Word| pool.text(word);
    let first = person.given_words.first().copied().unwrap_or_default();
    let (given, given_sound) = (text(first), pool.sound(first));
    let prefix: String = given.chars().take(3).collect();
    let street = text(person.street);
    for phone in &person.phones {
        keys.add(PHONE, &[text(*phone)]);
    }
    let email = text(person.email);
    keys.add(3, &[email]);
    keys.add(3, &[email.split('@').next().unwrap_or_default()]);
    keys.add(4, &[street, text(person.number)]);
    for name in &person.family_names {
        let sound = pool.sound(*name);
        keys.add(5, &[&prefix, &names::soundex(text(*name))]);
        if let Some(year) = person.birth.year {
            keys.add(6, &[sound, &year.to_string()]);
            keys.add(6, &[sound, &(year + 1).to_string()]);
        }
        keys.add(9, &[sound, street]);
        // Given and family name may have changed places.
        let mut both = [given_sound, sound];
        both.sort_unstable();
        keys.add(10, &both);
    }
    keys.add(15, &[given_sound, street]);
    keys.add(STREET, &[street]);
    keys.add(NUMBER, &[case_number]);
    keys.in_order()
}

/// The key of who shares a phone number.
pub(super) fn phone_key(phone: &str) -> Key {
    Keys::key(PHONE, &[phone])
}

/// The key of who shares a street.
pub(super) fn street_key(street: &str) -> Key {
    Keys::key(STREET, &[street])
}

/// Whether those who share a key are compared.
pub(super) fn pairs(key: Key) -> bool {
    ![STREET, NUMBER].map(u64::from).contains(&(key >> 56))
}

/// Whether a key is that of a case number.
pub(super) fn is_number(key: Key) -> bool {
    key >> 56 == u64::from(NUMBER)
}

/// Whether how many share a key says something of a pair that shares it.
pub(super) fn is_counted(key: Key) -> bool {
    [PHONE, STREET].map(u64::from).contains(&(key >> 56))
}

const PHONE: u8 = 2;
const STREET: u8 = 19;
const NUMBER: u8 = 20;

fn digit_text(digits: &[u8]) -> String {
    digits
        .iter()
        .map(|digit| char::from(b'0' + digit))
        .collect()
}

struct Keys(Vec<Key>);

impl Keys {
    /// A key of parts none of which may be missing.
    fn add(&mut self, rule: u8, parts: &[&str]) {
        if parts.iter().all(|part| !part.is_empty()) {
            self.0.push(Keys::key(rule, parts));
        }
    }

    fn in_order(mut self) -> Vec<Key> {
        self.0.sort_unstable();
        self.0.dedup();
        self.0
    }

    fn key(rule: u8, parts: &[&str]) -> Key {
        // FNV-1a: the same on every machine, so that the same persons give the same pairs everywhere.
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for byte in parts.iter().flat_map(|part| part.bytes().chain([0])) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        u64::from(rule) << 56 | hash >> 8
    }
}
