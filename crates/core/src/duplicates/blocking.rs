//! Which pairs are worth comparing: those who share a key.
//!
//! Each pair comes up once, under the first key its two share. A key that very many share says nothing and would
//! cost the square of their number, so it is not used; how many were left out is told.

use std::collections::HashMap;

use super::names;
use super::prepared::{Pool, Prepared, Word};

/// More persons than this under one key, and the key is not used.
const TOO_COMMON: usize = 400;

/// The rule in the upper byte, a hash of what is shared below it.
type Key = u64;

/// Persons by the keys they share.
pub(super) struct Blocks {
    keys: Vec<Vec<Key>>,
    blocks: Vec<(Key, Vec<u32>)>,
    /// Keys that were too common to use.
    pub(super) too_common: usize,
}

impl Blocks {
    pub(super) fn of(persons: &[Prepared], pool: &Pool) -> Blocks {
        let mut keys: Vec<Vec<Key>> = persons.iter().map(|person| keys(person, pool)).collect();
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
        keys.add(2, &[text(*phone)]);
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
    let mut keys = keys.0;
    keys.sort_unstable();
    keys.dedup();
    keys
}

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
        if parts.iter().any(|part| part.is_empty()) {
            return;
        }
        // FNV-1a: the same on every machine, so that the same persons give the same pairs everywhere.
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for byte in parts.iter().flat_map(|part| part.bytes().chain([0])) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self.0.push(u64::from(rule) << 56 | hash >> 8);
    }
}
