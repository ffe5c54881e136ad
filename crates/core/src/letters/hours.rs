//! Opening hours in the language of a paper.
//!
//! People type hours as they speak: "Mon-Fri 9-5". On a paper in another language the days and the words between the
//! numbers are said in that language, where every one of them is understood; anything else stands as it was typed,
//! because half a translation is wrong where nobody looks for it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::search::plain;
use crate::words::Words;

#[derive(serde::Deserialize)]
struct Known {
    /// By language: a word or a few, and what they mean.
    words: BTreeMap<String, BTreeMap<String, String>>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let text = include_str!("../../../../assets/letters/hours.json");
    serde_json::from_str(text).expect("the words of hours are part of the program and tested")
});

/// Most words that mean one thing together.
const LONGEST_PHRASE: usize = 3;

/// A part of typed hours.
#[derive(Debug, PartialEq)]
pub(super) enum Part {
    /// Its meaning: what stands behind `letter-hours-` in the id of its words.
    Meaning(String),
    /// A number or a time.
    Number(String),
    /// A dash, a comma, a slash.
    Sign(char),
}

/// Hours as a paper says them.
pub(crate) fn said_hours(words: &Words, typed: &str) -> String {
    let known = &KNOWN.words;
    let own = known.get(words.language());
    // Typed in the paper's own language, they stand as they are.
    if own.is_some_and(|own| read(typed, own).is_some()) {
        return typed.to_owned();
    }
    let read = known.values().find_map(|known| read(typed, known));
    match read {
        Some(parts) => say(words, &parts),
        None => typed.to_owned(),
    }
}

/// The parts of hours that were typed in one language; none unless all are understood.
fn read(typed: &str, known: &BTreeMap<String, String>) -> Option<Vec<Part>> {
    let tokens = tokens(typed);
    let (mut parts, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let longest = (at + LONGEST_PHRASE).min(tokens.len());
        let phrase = (at + 1..=longest).rev().find_map(|end| {
            let meaning = known.get(&tokens[at..end].join(" "))?;
            Some((meaning, end))
        });
        if let Some((meaning, end)) = phrase {
            parts.push(Part::Meaning(meaning.clone()));
            at = end;
            continue;
        }
        let token = &tokens[at];
        let mut letters = token.chars();
        parts.push(match (letters.next(), letters.next()) {
            (Some(first), _) if first.is_ascii_digit() => Part::Number(token.clone()),
            (Some(sign), None) if "-–—,;/&()".contains(sign) => Part::Sign(sign),
            _ => return None,
        });
        at += 1;
    }
    Some(parts)
}

/// Words, numbers with their colons, and single signs; without case, accents and the dots of "a.m.".
fn tokens(typed: &str) -> Vec<String> {
    // Folding takes signs away, so it comes word by word.
    let mut tokens: Vec<String> = Vec::new();
    let mut last = None;
    let mut letters = typed.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_in_number = last == Some('n') && letters.peek().is_some_and(char::is_ascii_digit);
        let kind = match letter {
            letter if letter.is_alphabetic() => 'w',
            letter if letter.is_ascii_digit() => 'n',
            '.' | ':' if is_in_number => 'n',
            '.' => continue,
            letter if letter.is_whitespace() => ' ',
            _ => 's',
        };
        match (kind, tokens.last_mut()) {
            (' ', _) => {}
            ('w' | 'n', Some(token)) if last == Some(kind) => token.push(letter),
            _ => tokens.push(letter.to_string()),
        }
        last = Some(kind);
    }
    let is_word = |token: &String| token.chars().next().is_some_and(char::is_alphabetic);
    tokens
        .into_iter()
        .map(|token| match is_word(&token) {
            true => plain(&token),
            false => token,
        })
        .collect()
}

/// Parts as a paper says them.
pub(super) fn say(words: &Words, parts: &[Part]) -> String {
    let mut said = String::new();
    for (at, part) in parts.iter().enumerate() {
        let is_day = |part: Option<&Part>| matches!(part, Some(Part::Meaning(what)) if what.starts_with("day-"));
        let before = at.checked_sub(1).and_then(|before| parts.get(before));
        let is_dash = |part: &Part| matches!(part, Part::Sign('-' | '–' | '—'));
        let text = match part {
            // From one day to another: a dash between days is a word in most languages.
            dash if is_dash(dash) && is_day(before) && is_day(parts.get(at + 1)) => {
                words.say("letter-hours-to")
            }
            dash if is_dash(dash) => "–".to_owned(),
            Part::Meaning(what) => words.say(&format!("letter-hours-{what}")),
            Part::Number(number) => number.clone(),
            Part::Sign(sign) => sign.to_string(),
        };
        let is_close = |text: &str| matches!(text, "–" | "/");
        let opens = said.ends_with(['–', '/', '(']) || said.is_empty();
        if !opens && !is_close(&text) && !matches!(&*text, "," | ";" | ")") {
            said.push(' ');
        }
        said.push_str(&text);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_said_in_the_language_of_the_paper() {
        for (typed, language, said) in [
            ("Mon-Fri 9-5", "es", "lunes a viernes 9–5"),
            ("Mon-Fri 9-5", "en", "Mon-Fri 9-5"),
            (
                "Mon–Thu 8:30 a.m. to 5 p.m., Sat by appointment",
                "es",
                "lunes a jueves 8:30 a. m. a 5 p. m., sábado con cita",
            ),
            (
                "Mon, Wed & Fri 9am-noon",
                "es",
                "lunes, miércoles & viernes 9 a. m.–mediodía",
            ),
            ("24 hours", "es", "las 24 horas"),
            ("24/7", "es", "24/7"),
            ("Tue 8.30-12", "es", "martes 8.30–12"),
            ("Miércoles 10-12", "en", "Wednesday 10–12"),
            ("lunes a viernes", "es", "lunes a viernes"),
        ] {
            assert_eq!(said_hours(&Words::of(language), typed), said, "{typed}");
        }
    }

    #[test]
    fn what_is_not_understood_whole_stands_as_it_was_typed() {
        for typed in [
            "Mon-Fri 9-5, ask for Pat",
            "when the flag is up",
            "Mon?",
            "",
        ] {
            assert_eq!(said_hours(&Words::of("es"), typed), typed);
        }
    }

    #[test]
    fn every_meaning_has_words_in_both_languages() {
        for language in ["en", "es"] {
            let words = Words::of(language);
            for meaning in KNOWN.words.values().flat_map(BTreeMap::values) {
                assert!(words.has(&format!("letter-hours-{meaning}")), "{meaning}");
            }
            let known = &KNOWN.words[language];
            assert!(known.keys().all(|word| *word == plain(word)), "folded");
        }
    }
}
