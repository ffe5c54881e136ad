//! The county's own wording of its papers: sentences, the line at the top, the signature, for each language.
//!
//! A message of `assets/letters` is said in the county's words where the county wrote some. Its coordinator writes
//! them at the county office; they are records like all others, so every laptop follows with the next files from the
//! county. Which messages there are, and which values each may use, is what the program's own text says.
//!
//! Always true: what is saved is a Fluent pattern of text, of the values that message has, and of choices between
//! them, and nothing else. Of what the discreet forms and the plain letter say no denied word and not this office's
//! name is taken, whatever choice or value leads to it. A letter is looked at again as a whole before it goes out
//! ([`crate::letters`]), so a program with a longer list of words refuses what an older one took. Wording that this
//! program cannot use (a newer one wrote it) is left alone, and the program's own stands in.
//!
//! Not here: what may stand on a paper. Wording says it in other words; it can bring nothing onto one.

mod pattern;
mod store;
mod views;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use countyline_ledger::EntityId;
use sha2::{Digest, Sha256};

pub use pattern::WordingFlaw;
pub use views::*;

pub(crate) use pattern::{Pattern, messages, source};

use crate::casefile::{Action, CaseFile, Seen, hex};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::letters;
use crate::own_languages;
use crate::registry::WORDING;
use crate::standing::Standing;
use crate::start::Saved;
use crate::words::{LANGUAGES, PAPERS_EN, PAPERS_ES, Words};

/// What the discreet forms say; both languages have the same messages.
const DISCREET: &str = include_str!("../../../../assets/letters/en/discreet.ftl");

/// The words of papers in one language, the county's own among them.
pub(crate) struct Wording {
    pub(crate) words: Words,
    /// The program's version; with the county's own words in it, also the beginning of their hash.
    pub(crate) version: String,
}

/// The program's own messages of a language, by id.
struct Own {
    texts: BTreeMap<String, String>,
    patterns: BTreeMap<String, Pattern>,
}

static ENGLISH: LazyLock<Own> = LazyLock::new(|| Own::read(&PAPERS_EN));
static SPANISH: LazyLock<Own> = LazyLock::new(|| Own::read(&PAPERS_ES));

impl Own {
    fn read(sources: &[&str]) -> Own {
        let texts: BTreeMap<String, String> = sources
            .iter()
            .flat_map(|source| pattern::messages(source))
            // What a file is called is no wording.
            .filter(|(id, _)| !id.ends_with("-file-name"))
            .collect();
        let patterns = texts.iter().map(|(id, text)| {
            let read = Pattern::read(id, text);
            let pattern = read.expect("assets/letters is part of the program; its tests read it");
            (id.clone(), pattern)
        });
        Own {
            patterns: patterns.collect(),
            texts,
        }
    }

    fn of(language: &str) -> &'static Own {
        match language {
            "es" => &SPANISH,
            _ => &ENGLISH,
        }
    }
}

/// Every message of a language that the county can word, with its own words where it has some.
///
/// # Errors
/// [`Error::UnknownCode`] for a language there are no words in.
pub fn list(file: &CaseFile, language: &str) -> Result<Vec<WordingView>> {
    ensure_language(language)?;
    let own = Own::of(language);
    let messages = own.texts.iter();
    messages
        .map(|(message, text)| view(file, language, message, text))
        .collect()
}

/// How wording would read, each way it can be said once, with the names of values in brackets; writes nothing.
///
/// # Errors
/// As [`set`], and for the same wording.
pub fn rehearse(file: &CaseFile, form: &WordingForm) -> Result<Vec<String>> {
    file.place().ensure_county()?;
    ensure_language(&form.language)?;
    let text = form.text.trim();
    Ok(ensure_usable(file, &form.language, &form.message, text)?.shown())
}

/// Words a message as the county wants it, in place of what the form had shown.
///
/// # Errors
/// [`Error::OnlyCounty`]; [`Error::UnknownCode`] for the language; [`Error::WordingRefused`] with the message and why.
pub fn set(file: &mut CaseFile, form: &WordingForm, seen: &str) -> Result<Saved> {
    file.place().ensure_county()?;
    ensure_language(&form.language)?;
    let text = form.text.trim();
    ensure_usable(file, &form.language, &form.message, text)?;
    write(file, &form.language, &form.message, text, seen)
}

/// Gives a message the program's own words again, in place of what the form had shown.
///
/// # Errors
/// [`Error::OnlyCounty`]; [`Error::UnknownCode`] for the language; [`Error::WordingRefused`] for a message there is not.
pub fn reset(file: &mut CaseFile, language: &str, message: &str, seen: &str) -> Result<Saved> {
    file.place().ensure_county()?;
    ensure_language(language)?;
    own_pattern(language, message)?;
    write(file, language, message, "", seen)
}

/// The words of papers in one language, with what of the county's own can be used here. Those of a language that this
/// office added are all its own.
///
/// # Errors
/// Those of [`own_languages::of`].
pub(crate) fn of(file: &CaseFile, language: &str) -> Result<Wording> {
    if !LANGUAGES.contains(&language) {
        let own = own_languages::of(file, language)?;
        return Ok(Wording {
            version: version_of(&own.sha256),
            words: own.words,
        });
    }
    let mut used = BTreeMap::new();
    for (message, text) in store::all(file.conn(), language)? {
        if is_usable(language, &message, &text) {
            used.insert(message, text);
        }
    }
    let sources = used.iter();
    let sources: String = sources
        .map(|(message, text)| pattern::source(message, text))
        .collect();
    Ok(Wording {
        version: match sources.is_empty() {
            true => env!("CARGO_PKG_VERSION").to_owned(),
            false => version_of(&hash_of(&sources)),
        },
        words: Words::of(language).worded(sources),
    })
}

/// Letters of a hash that tell one wording from another.
const HASH_LETTERS: usize = 8;

/// The program's version with the beginning of a hash.
fn version_of(sha256: &str) -> String {
    let hash = &sha256[..HASH_LETTERS];
    format!("{}+{hash}", env!("CARGO_PKG_VERSION"))
}

fn hash_of(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

fn write(
    file: &mut CaseFile,
    language: &str,
    message: &str,
    text: &str,
    seen: &str,
) -> Result<Saved> {
    let id = id_of(language, message);
    let seen = Seen::from_token(seen)?;
    let ((), changes) = file.change(Action::SetWording, |change| {
        let filled = Filled::default()
            .text("language", language)
            .text("message", message)
            .text("text", text);
        filled.edit(change, &WORDING, id, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

/// The record of a message, the same in every place, so that two who word one message word one record.
fn id_of(language: &str, message: &str) -> EntityId {
    let named = format!("countyline wording\n{language}\n{message}");
    let digest = Sha256::digest(named.as_bytes());
    let mut id = [0; 16];
    id.copy_from_slice(&digest[..16]);
    EntityId(id)
}

fn view(file: &CaseFile, language: &str, message: &str, text: &str) -> Result<WordingView> {
    let standing = match Standing::of(file.conn(), &WORDING, id_of(language, message)) {
        Ok(standing) => Some(standing),
        Err(Error::NotFound { .. }) => None,
        Err(refused) => return Err(refused),
    };
    let own_text = standing.as_ref().and_then(|own| own.maybe("text"));
    let usable = own_text
        .as_deref()
        .is_none_or(|own| is_usable(language, message, own));
    Ok(WordingView {
        message: message.to_owned(),
        program_text: text.to_owned(),
        values: own_pattern(language, message)?.variables().collect(),
        discreet: is_discreet(message),
        not_used: !usable,
        own_text,
        in_conflict: standing.as_ref().is_some_and(Standing::in_conflict),
        seen: standing.map_or_else(String::new, |own| own.seen()),
    })
}

fn ensure_language(language: &str) -> Result<()> {
    match LANGUAGES.contains(&language) {
        true => Ok(()),
        false => Err(Error::UnknownCode { field: "language" }),
    }
}

fn own_pattern(language: &str, message: &str) -> Result<&'static Pattern> {
    let own = Own::of(language).patterns.get(message);
    own.ok_or_else(|| refused(message, WordingFlaw::Unknown))
}

/// Refuses wording that would not be said, or would say too much.
fn ensure_usable(file: &CaseFile, language: &str, message: &str, text: &str) -> Result<Pattern> {
    let pattern = read(language, message, text).map_err(|flaw| refused(message, flaw))?;
    if !is_discreet(message) {
        return Ok(pattern);
    }
    let denied = letters::own_denied_words(file)?;
    for way in pattern.ways() {
        if let Some(word) = denied.iter().find(|word| letters::holds_denied(way, word)) {
            let word = word.clone();
            return Err(refused(message, WordingFlaw::DeniedWord { word }));
        }
        if let Some(name) = letters::office_name_in(file, way)? {
            return Err(refused(message, WordingFlaw::OfficeName { name }));
        }
    }
    Ok(pattern)
}

/// Whether wording that stands here can be used by this program.
fn is_usable(language: &str, message: &str, text: &str) -> bool {
    read(language, message, text).is_ok()
}

/// Wording that says what its message may say.
fn read(language: &str, message: &str, text: &str) -> std::result::Result<Pattern, WordingFlaw> {
    let own = Own::of(language).patterns.get(message);
    let own = own.ok_or(WordingFlaw::Unknown)?;
    let pattern = Pattern::read(message, text)?;
    if let Some(name) = pattern.variables().find(|name| !own.has(name)) {
        return Err(WordingFlaw::Value { name });
    }
    let denied = || pattern.ways().find_map(letters::denied_word);
    match is_discreet(message).then(denied).flatten() {
        Some(word) => {
            let word = word.to_owned();
            Err(WordingFlaw::DeniedWord { word })
        }
        None => Ok(pattern),
    }
}

/// Whether a paper says it that may be found: no denied word stands in it and not this office's name.
pub(crate) fn is_discreet(message: &str) -> bool {
    static MESSAGES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let messages = pattern::messages(DISCREET).into_iter();
        messages.map(|(id, _)| id).collect()
    });
    message.starts_with("plain-") || MESSAGES.contains(message)
}

fn refused(message: &str, flaw: WordingFlaw) -> Error {
    Error::WordingRefused {
        message: message.to_owned(),
        flaw,
    }
}
