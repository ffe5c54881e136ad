//! Other forms a word is found by: how it sounds in English and in Spanish, and how it looks with a letter left out.
//!
//! Double metaphone hears English and much of Spanish, but not that `Jiménez` and `Ximénez` are one name, nor
//! `Llolanda` and `Yolanda`; so each word also has a Spanish sound. Two words that differ by one letter more, less,
//! other or exchanged share a form with a letter left out; whether they do differ by no more is looked at then.

use std::collections::BTreeSet;

/// Letters a word must have to be heard or misspelled: shorter ones would match everything.
const LEAST_LETTERS: usize = 4;

/// Every form of a word, each with a letter for its kind before it.
pub(super) fn of(word: &str) -> BTreeSet<String> {
    let mut forms = sounds(word);
    forms.extend(with_a_letter_left_out(word));
    forms
}

/// How a word sounds; nothing of one that is short or not written in Latin letters.
pub(super) fn sounds(word: &str) -> BTreeSet<String> {
    let mut sounds = BTreeSet::new();
    // The encoders are made for plain letters; everything else has no sound to them.
    let letters: String = word.chars().filter(char::is_ascii_lowercase).collect();
    if letters.len() < LEAST_LETTERS {
        return sounds;
    }
    let english = rphonetic::DoubleMetaphone::default().double_metaphone(&letters);
    for sound in [english.primary(), english.alternate()] {
        if sound.len() > 1 {
            sounds.insert(format!("e{sound}"));
        }
    }
    let spanish = spanish(&letters);
    if spanish.len() > 1 {
        sounds.insert(format!("s{spanish}"));
    }
    sounds
}

/// A word with each of its letters left out, and as it is.
pub(super) fn with_a_letter_left_out(word: &str) -> BTreeSet<String> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < LEAST_LETTERS {
        return BTreeSet::new();
    }
    let without = |left_out: usize| {
        let kept = letters.iter().enumerate().filter(|(at, _)| *at != left_out);
        kept.map(|(_, letter)| letter).collect::<String>()
    };
    let shorter = (0..letters.len()).map(without);
    let forms = shorter.chain([word.to_owned()]);
    forms.map(|form| format!("-{form}")).collect()
}

/// Whether two words differ by one letter: one more, one less, another one, or two exchanged.
pub(super) fn differ_by_one_letter(one: &str, other: &str) -> bool {
    strsim::osa_distance(one, other) == 1
}

/// How plain letters sound in Spanish: the first vowel and the consonants, those that sound alike as one.
fn spanish(letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let mut sound = String::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at).copied() {
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        let after = letters.get(at + 2).copied().unwrap_or(' ');
        let is_soft = |vowel: char| matches!(vowel, 'e' | 'i');
        let (heard, taken) = match letter {
            'c' if next == 'h' => ("c", 2),
            'c' if is_soft(next) => ("s", 1),
            'p' if next == 'h' => ("f", 2),
            'q' if next == 'u' && is_soft(after) => ("k", 2),
            'c' | 'k' | 'q' => ("k", 1),
            'g' if next == 'u' && is_soft(after) => ("g", 2),
            'g' if is_soft(next) => ("j", 1),
            'l' if next == 'l' => ("y", 2),
            'z' | 's' => ("s", 1),
            'v' | 'b' => ("b", 1),
            'x' | 'j' => ("j", 1),
            'h' => ("", 1),
            'a' | 'e' | 'i' | 'o' | 'u' if sound.is_empty() => {
                sound.push(letter);
                ("", 1)
            }
            'a' | 'e' | 'i' | 'o' | 'u' => ("", 1),
            'y' if next == ' ' => ("", 1),
            _ => {
                if !sound.ends_with(letter) {
                    sound.push(letter);
                }
                ("", 1)
            }
        };
        if !sound.ends_with(heard) || heard.is_empty() {
            sound.push_str(heard);
        }
        at += taken;
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_sound_alike_share_a_sound() {
        for (one, other) in [
            ("smith", "smyth"),
            ("catherine", "kathryn"),
            ("gonzalez", "gonsales"),
            ("hernandez", "ernandes"),
            ("jimenez", "ximenez"),
            ("yolanda", "llolanda"),
            ("vasquez", "basquez"),
            ("quintero", "kintero"),
            ("cecilia", "sesilia"),
            ("guerra", "gerra"),
        ] {
            assert!(
                !sounds(one).is_disjoint(&sounds(other)),
                "{one} {:?} {other} {:?}",
                sounds(one),
                sounds(other)
            );
        }
        for (one, other) in [("garcia", "lopez"), ("maria", "robert")] {
            assert!(sounds(one).is_disjoint(&sounds(other)), "{one} {other}");
        }
    }

    #[test]
    fn one_letter_more_less_other_or_exchanged_shares_a_form() {
        for (one, other) in [
            ("marker", "maker"),
            ("marker", "markers"),
            ("marker", "marler"),
            ("marker", "amrker"),
        ] {
            let shared = with_a_letter_left_out(one)
                .intersection(&with_a_letter_left_out(other))
                .count();
            assert!(
                shared > 0 && differ_by_one_letter(one, other),
                "{one} {other}"
            );
        }
        assert!(!differ_by_one_letter("marker", "marker"));
        assert!(!differ_by_one_letter("marker", "mrkre"));
    }

    #[test]
    fn short_words_and_other_scripts_have_no_sound() {
        assert!(of("ana").is_empty());
        assert!(sounds("ひかりさん").is_empty());
        assert!(!with_a_letter_left_out("ひかりさん").is_empty());
    }
}
