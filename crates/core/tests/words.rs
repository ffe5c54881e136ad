//! The words in `assets`: both languages say the same things, every refusal has both of its texts, and a
//! discreet or plain letter's own texts hold no denied word.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use fluent_bundle::FluentResource;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

fn assets() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets")
}

/// The messages of a file: id and everything it says.
fn messages(path: &PathBuf) -> BTreeMap<String, String> {
    let source = fs::read_to_string(path).unwrap();
    let resource = FluentResource::try_new(source.clone());
    assert!(resource.is_ok(), "{} does not parse", path.display());
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut current = None;
    for line in source.lines() {
        if let Some((id, text)) = line.split_once(" =")
            && id.starts_with(|first: char| first.is_ascii_lowercase())
            && !id.contains(' ')
        {
            let before = messages.insert(id.to_owned(), text.to_owned());
            assert!(before.is_none(), "{id} stands twice in {}", path.display());
            current = Some(id.to_owned());
        } else if let Some(id) = &current
            && !line.starts_with('#')
        {
            messages.get_mut(id).unwrap().push_str(line);
        }
    }
    assert!(!messages.is_empty(), "{} says nothing", path.display());
    messages
}

/// The values a message needs.
fn variables(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            rest.split(|c: char| !c.is_ascii_alphanumeric())
                .next()
                .unwrap()
        })
        .collect()
}

/// English files, each with its Spanish one.
fn pairs() -> Vec<(PathBuf, PathBuf)> {
    let mut pairs = Vec::new();
    for folder in ["letters", "words"] {
        for entry in fs::read_dir(assets().join(folder).join("en")).unwrap() {
            let name = entry.unwrap().file_name();
            pairs.push((
                assets().join(folder).join("en").join(&name),
                assets().join(folder).join("es").join(&name),
            ));
        }
    }
    assert!(pairs.len() > 11, "the words were not found");
    pairs
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_values() {
    for (english, spanish) in pairs() {
        let (english_messages, spanish_messages) = (messages(&english), messages(&spanish));
        assert_eq!(
            english_messages.keys().collect::<Vec<_>>(),
            spanish_messages.keys().collect::<Vec<_>>(),
            "{}",
            english.display()
        );
        for (id, text) in &english_messages {
            assert_eq!(variables(text), variables(&spanish_messages[id]), "{id}");
        }
    }
}

#[test]
fn every_refusal_says_what_happened_and_what_to_do() {
    let messages = messages(&assets().join("words/en/failures.ftl"));
    for id in messages.keys() {
        let (kind, code) = id.split_once('-').unwrap();
        let other = match kind {
            "err" => format!("rec-{code}"),
            "rec" => format!("err-{code}"),
            "failure" => continue, // A word inside other sentences.
            _ => panic!("{id} is neither err- nor rec-"),
        };
        assert!(messages.contains_key(&other), "{other} is missing");
    }
}

/// As `discreet-deny.json` says under `how`.
fn folded(text: &str) -> String {
    let plain: String = text.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    plain
        .to_lowercase()
        .split(|c: char| c.is_whitespace() || c == '-' || c == '_')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_discreet_and_a_plain_letter_have_no_denied_word_of_their_own() {
    let deny = fs::read_to_string(assets().join("letters/discreet-deny.json")).unwrap();
    let deny: serde_json::Value = serde_json::from_str(&deny).unwrap();
    let words: Vec<String> = ["en", "es"]
        .iter()
        .flat_map(|language| deny["words"][language].as_array().unwrap())
        .map(|word| word.as_str().unwrap().to_owned())
        .collect();
    assert!(words.iter().any(|word| folded("Víctimas").contains(word)));
    for word in &words {
        assert_eq!(
            word,
            &folded(word),
            "stands in the list as it is looked for"
        );
    }
    for language in ["en", "es"] {
        let mut own = messages(&assets().join(format!("letters/{language}/discreet.ftl")));
        let mut letters = messages(&assets().join(format!("letters/{language}/letters.ftl")));
        letters.retain(|id, _| id.starts_with("plain-"));
        assert!(!letters.is_empty(), "the plain letter says something");
        own.extend(letters);
        for (id, text) in own {
            let found = words.iter().find(|word| folded(&text).contains(*word));
            assert_eq!(found, None, "{language} {id}");
        }
    }
}
