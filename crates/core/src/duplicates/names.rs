//! Names in the form in which they are compared, and the short forms of given names.
//!
//! Case, accents, hyphens and apostrophes do not count; `de la Cruz` is one name and `García López` two.
//! The short forms are our own list, `assets/names/short-forms.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::search::words;

/// Words that belong to the family name behind them.
const PARTICLES: [&str; 19] = [
    "de", "del", "la", "las", "los", "da", "do", "dos", "van", "von", "der", "den", "di", "le",
    "mc", "mac", "st", "san", "el",
];

/// How families tell their generations apart, and the form in which we compare that.
const SUFFIXES: [(&str, &str); 9] = [
    ("jr", "jr"),
    ("junior", "jr"),
    ("hijo", "jr"),
    ("sr", "sr"),
    ("senior", "sr"),
    ("padre", "sr"),
    ("ii", "2"),
    ("iii", "3"),
    ("iv", "4"),
];

/// For each form, the lines of the list it stands on.
static LINES: LazyLock<HashMap<&'static str, Vec<u16>>> = LazyLock::new(|| {
    let list = include_str!("../../../../assets/names/short-forms.txt");
    let mut lines: HashMap<&str, Vec<u16>> = HashMap::new();
    let names = list.lines().filter(|line| !line.starts_with('#'));
    for (number, line) in (0..).zip(names) {
        for form in line.split([':', ' ']).filter(|form| !form.is_empty()) {
            lines.entry(form).or_default().push(number);
        }
    }
    lines
});

/// Whether two different given names may be forms of one.
pub(super) fn are_forms_of_one(one: &str, other: &str) -> bool {
    match (LINES.get(one), LINES.get(other)) {
        (Some(one), Some(other)) => one.iter().any(|line| other.contains(line)),
        _ => false,
    }
}

/// Every other form of a given name, as the list has them.
pub(crate) fn other_forms(name: &str) -> Vec<&'static str> {
    let Some(lines) = LINES.get(name) else {
        return Vec::new();
    };
    let mut forms: Vec<&str> = LINES
        .iter()
        .filter(|(form, on)| **form != name && on.iter().any(|line| lines.contains(line)))
        .map(|(form, _)| *form)
        .collect();
    forms.sort_unstable();
    forms
}

/// The family names in a family name: a particle goes with what follows it.
pub(super) fn family_names(name: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut before = String::new();
    for word in words(name) {
        if suffix(&word).is_some() && !(names.is_empty() && before.is_empty()) {
            continue;
        }
        if word == "y" || word == "e" {
            continue;
        }
        before.push_str(&word);
        if !PARTICLES.contains(&word.as_str()) {
            names.push(std::mem::take(&mut before));
        }
    }
    if !before.is_empty() {
        names.push(before);
    }
    names
}

/// A generation suffix in the form in which it is compared.
pub(super) fn suffix(word: &str) -> Option<&'static str> {
    let known = SUFFIXES.iter().find(|(written, _)| *written == word);
    known.map(|(_, compared)| *compared)
}

/// The suffix of a person: its own field, or a word at the end of the family or given name.
pub(super) fn suffix_of(own: &str, family: &str, given: &str) -> Option<&'static str> {
    let in_field = words(own).into_iter().find_map(|word| suffix(&word));
    let at_the_end = |name: &str| {
        let words = words(name);
        (words.len() > 1)
            .then(|| words.last().and_then(|word| suffix(word)))
            .flatten()
    };
    in_field
        .or_else(|| at_the_end(family))
        .or_else(|| at_the_end(given))
}

/// How a name sounds, by double metaphone; empty for one without Latin letters.
pub(super) fn sound(name: &str) -> String {
    // The encoders are made for plain letters; everything else has no sound to them.
    let letters: String = name.chars().filter(char::is_ascii_lowercase).collect();
    if letters.is_empty() {
        return String::new();
    }
    rphonetic::DoubleMetaphone::default()
        .double_metaphone(&letters)
        .primary()
}

/// A name's Soundex; empty for one without Latin letters.
pub(super) fn soundex(name: &str) -> String {
    use rphonetic::Encoder as _;
    let letters: String = name.chars().filter(char::is_ascii_lowercase).collect();
    if letters.is_empty() {
        return String::new();
    }
    rphonetic::Soundex::default().encode(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_known_in_both_languages_and_strangers_are_not() {
        for (one, other) in [
            ("margaret", "peggy"),
            ("william", "bill"),
            ("francisco", "paco"),
            ("guadalupe", "lupita"),
            ("bob", "rob"),
        ] {
            assert!(are_forms_of_one(one, other), "{one} {other}");
        }
        for (one, other) in [("margaret", "martha"), ("paco", "pepe"), ("zzz", "zzz")] {
            assert!(!are_forms_of_one(one, other), "{one} {other}");
        }
    }

    #[test]
    fn every_line_of_the_list_is_one_name_and_its_forms() {
        let list = include_str!("../../../../assets/names/short-forms.txt");
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let (name, forms) = line.split_once(": ").unwrap();
            let all = [name].into_iter().chain(forms.split(' '));
            for form in all {
                assert!(
                    !form.is_empty() && form.bytes().all(|b| b.is_ascii_lowercase()),
                    "{line}"
                );
            }
        }
    }

    #[test]
    fn double_surnames_part_and_particles_do_not() {
        assert_eq!(family_names("García-López"), ["garcia", "lopez"]);
        assert_eq!(family_names("García y López"), ["garcia", "lopez"]);
        assert_eq!(family_names("de la Cruz"), ["delacruz"]);
        assert_eq!(family_names("O'Brien"), ["obrien"]);
        assert_eq!(family_names("Sample Jr."), ["sample"]);
        assert_eq!(family_names("De La"), ["dela"]);
        assert!(family_names(" - ").is_empty());
    }

    #[test]
    fn a_suffix_is_found_where_people_write_it() {
        assert_eq!(suffix_of("Jr.", "", ""), Some("jr"));
        assert_eq!(suffix_of("", "Sample Sr", "Alex"), Some("sr"));
        assert_eq!(suffix_of("", "Sample", "Alex III"), Some("3"));
        assert_eq!(suffix_of("", "Junior", "Alex"), None);
    }

    #[test]
    fn a_name_without_latin_letters_has_no_sound() {
        assert_eq!(sound("ひかり"), "");
        assert_eq!(soundex("ひかり"), "");
        assert_eq!(sound("smith"), sound("smyth"));
    }
}
