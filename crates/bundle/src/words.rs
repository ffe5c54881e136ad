//! Six words two people can read to each other over the telephone to see that two screens show
//! the same keys.
//!
//! The words carry 77 bits, so nobody can make a second set of keys with the same words. They are
//! English words from the EFF's large list whatever the language of the program: the list was
//! chosen so that no word is mistaken for another when spoken.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

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
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let digest = hash.finalize();
    let mut number = digest[..10]
        .iter()
        .fold(0u128, |number, byte| number << 8 | u128::from(*byte));
    number >>= 3;

    let base = LIST.len() as u128;
    let mut words = [""; 6];
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
}
