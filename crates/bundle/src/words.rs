//! Words instead of numbers, for people who read them to each other or copy them from paper: the six
//! words over somebody's keys, a code that opens a laptop once, the lines of a recovery sheet.
//!
//! Six words carry 77 bits, so nobody can make a second set of keys with the same words. They are
//! English words from the EFF's large list whatever the language of the program: the list was
//! chosen so that no word is mistaken for another when spoken.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

use crate::Random;

/// Words that sixteen bytes take.
pub const WORDS_OF_SIXTEEN_BYTES: usize = 10;

/// The EFF's large list (see `data/README.md` for its source and licence).
static LIST: LazyLock<Vec<&str>> = LazyLock::new(|| {
    include_str!("../data/eff-large-wordlist.txt")
        .lines()
        .collect()
});

/// The six words of these parts, in the order to be read.
///
/// SHA-256 over each part behind its length (u64, little-endian); the first 77 bits as one
/// big-endian number; its six digits to the base 7776, the most significant first.
pub fn six_words(parts: &[&[u8]]) -> [&'static str; 6] {
    digits(number_over(parts) >> 51)
}

/// One word over these parts, by which a line copied by hand is told from one copied wrongly: as the
/// six words, but of the first 128 bits, and only the last digit.
pub fn check_word(parts: &[&[u8]]) -> &'static str {
    let [word] = digits(number_over(parts));
    word
}

/// Words nobody can foresee; each carries 12.9 bits.
pub fn random_words<const N: usize>(random: &mut dyn Random) -> [&'static str; N] {
    let mut words = [""; N];
    for word in &mut words {
        *word = loop {
            let mut bytes = [0; 2];
            random.fill(&mut bytes);
            // Thirteen bits go a little beyond the list; what lies beyond is drawn again, so that every
            // word is as likely as any other.
            let place = usize::from(u16::from_le_bytes(bytes) & 0x1fff);
            if let Some(word) = LIST.get(place) {
                break word;
            }
        };
    }
    words
}

/// Sixteen bytes as ten words: one big-endian number to the base 7776, the most significant digit first.
pub fn spell(bytes: &[u8; 16]) -> [&'static str; WORDS_OF_SIXTEEN_BYTES] {
    digits(u128::from_be_bytes(*bytes))
}

/// The sixteen bytes that [`spell`] wrote as these words, however they are capitalized; `None` if a word
/// is not on the list or the number is too large.
pub fn unspell(words: &[&str; WORDS_OF_SIXTEEN_BYTES]) -> Option<[u8; 16]> {
    let base = LIST.len() as u128;
    let number = words.iter().try_fold(0u128, |number, word| {
        number
            .checked_mul(base)?
            .checked_add(place_of(word)? as u128)
    })?;
    Some(number.to_be_bytes())
}

/// Where a word stands on the list, from 0, however it is capitalized.
pub fn place_of(word: &str) -> Option<usize> {
    LIST.binary_search(&word.to_ascii_lowercase().as_str()).ok()
}

/// The first 128 bits of SHA-256 over each part behind its length (u64, little-endian).
fn number_over(parts: &[&[u8]]) -> u128 {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let digest = hash.finalize();
    digest[..16]
        .iter()
        .fold(0, |number, byte| number << 8 | u128::from(*byte))
}

fn digits<const N: usize>(mut number: u128) -> [&'static str; N] {
    let base = LIST.len() as u128;
    let mut words = [""; N];
    for word in words.iter_mut().rev() {
        *word = LIST[(number % base) as usize];
        number /= base;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_the_whole_list_in_order() {
        assert_eq!(LIST.len(), 7776);
        assert_eq!((LIST[0], LIST[7775]), ("abacus", "zoom"));
        assert!(LIST.is_sorted());
    }

    #[test]
    fn the_words_of_known_parts_stay_the_same() {
        assert_eq!(
            six_words(&[b"signing", b"sealing"]).join(" "),
            "reformer divisibly lunchbox rotten bakeshop anyway"
        );
    }

    #[test]
    fn where_one_part_ends_and_the_next_begins_matters() {
        assert_ne!(six_words(&[b"ab", b"c"]), six_words(&[b"a", b"bc"]));
        assert_ne!(six_words(&[b"ab"]), six_words(&[b"ab", b""]));
    }

    #[test]
    fn sixteen_bytes_come_back_from_their_ten_words_however_they_are_written() {
        for bytes in [[0; 16], [0xff; 16], *b"sixteen bytes ok"] {
            let words = spell(&bytes);
            assert_eq!(unspell(&words), Some(bytes));
            let shouted = words.map(str::to_uppercase);
            let shouted: Vec<&str> = shouted.iter().map(String::as_str).collect();
            assert_eq!(unspell(shouted.as_slice().try_into().unwrap()), Some(bytes));
        }
    }

    #[test]
    fn words_that_spell_nothing_are_no_bytes() {
        let mut words = spell(&[7; 16]);
        words[3] = "xyzzy";
        assert_eq!(unspell(&words), None);
        assert_eq!(unspell(&["zoom"; 10]), None, "more than sixteen bytes hold");
    }

    #[test]
    fn random_words_come_from_the_whole_list() {
        let mut counter = 0u16;
        let mut random = |bytes: &mut [u8]| {
            bytes.copy_from_slice(&counter.to_le_bytes());
            counter = counter.wrapping_add(1);
        };
        let words = random_words::<7776>(&mut random);
        assert_eq!(words.as_slice(), LIST.as_slice());
        let [again] = random_words(&mut random);
        assert_eq!(again, "abacus", "what lies beyond the list is drawn again");
    }

    #[test]
    fn a_check_word_changes_with_its_line() {
        assert_eq!(check_word(&[b"a"]), check_word(&[b"a"]));
        assert_ne!(check_word(&[b"a"]), check_word(&[b"b"]));
    }
}
