//! Reads the lists that somebody wrote, wholly: what cannot be used is refused by its name.

use std::collections::BTreeSet;

use super::{Adds, OwnLists};
use crate::codes;
use crate::error::{Error, Result};
use crate::search::plain;

/// Longest file, in bytes: what fits into one field of a record.
pub(super) const FILE_BYTES: usize = countyline_ledger::limits::TEXT_BYTES;
/// Longest code or name, in characters.
const NAME: usize = 60;
/// Letters that a denied word has at least: a shorter one stands in every sentence.
const SHORTEST_DENIED: usize = 2;

/// What is wrong with an office's lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListsFlaw {
    /// From this line on it is no JSON, or a field is missing, not known, or holds something else.
    Unreadable {
        /// Line of the file.
        line: usize,
    },
    /// The file is larger than one record may hold.
    TooLarge,
    /// The version is no whole number from 2 on: the program's own lists are 1.
    Version,
    /// The one that is installed is as new, or newer.
    Older {
        /// Version of the installed one.
        installed: String,
    },
    /// A code has small letters, digits and `_` only.
    Code,
    /// It stands there twice, or is the program's.
    Taken,
    /// It has no name in one of the languages, or a longer one than fits.
    Name,
    /// What it counts as is no code of the program.
    CountsAs,
    /// The installed lists have it, and records may name it.
    LeftOut,
    /// The program has no such follow-up policy.
    NoPolicy,
    /// A rule of the policy cannot hold.
    Rule,
    /// A zone is no name, or a longer one than fits.
    ZoneName,
    /// A zone stands there twice, however it is written.
    ZoneTwice,
    /// A denied word is so short that it stands in every sentence, or longer than fits.
    DeniedWord,
}

impl ListsFlaw {
    /// The code its sentence is found by.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            ListsFlaw::Unreadable { .. } => "unreadable",
            ListsFlaw::TooLarge => "too_large",
            ListsFlaw::Version => "version",
            ListsFlaw::Older { .. } => "older",
            ListsFlaw::Code => "code",
            ListsFlaw::Taken => "taken",
            ListsFlaw::Name => "name",
            ListsFlaw::CountsAs => "counts_as",
            ListsFlaw::LeftOut => "left_out",
            ListsFlaw::NoPolicy => "no_policy",
            ListsFlaw::Rule => "rule",
            ListsFlaw::ZoneName => "zone_name",
            ListsFlaw::ZoneTwice => "zone_twice",
            ListsFlaw::DeniedWord => "denied_word",
        }
    }

    /// The values of its sentence.
    pub(crate) fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            ListsFlaw::Unreadable { line } => vec![("line", line.to_string())],
            ListsFlaw::Older { installed } => vec![("installed", installed.clone())],
            _ => Vec::new(),
        }
    }
}

/// A refusal of what is called so.
pub(super) fn refused(what: &str, flaw: ListsFlaw) -> Error {
    Error::ListsRefused {
        what: what.to_owned(),
        flaw,
    }
}

/// The text of a file that was read up to a byte beyond what one may be long.
///
/// # Errors
/// [`Error::ListsRefused`] if it is longer, or no text in UTF-8.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<String> {
    if bytes.len() > FILE_BYTES {
        return Err(refused("", ListsFlaw::TooLarge));
    }
    String::from_utf8(bytes).map_err(|wrong| {
        let text = &wrong.as_bytes()[..wrong.utf8_error().valid_up_to()];
        let line = 1 + text.iter().filter(|byte| **byte == b'\n').count();
        refused("", ListsFlaw::Unreadable { line })
    })
}

/// The lists that a file holds.
///
/// # Errors
/// [`Error::ListsRefused`] with the first thing that cannot be used, and why.
pub(super) fn read(text: &str) -> Result<OwnLists> {
    if text.len() > FILE_BYTES {
        return Err(refused("", ListsFlaw::TooLarge));
    }
    // Editors of Windows begin a file with a mark that JSON does not know.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lists: OwnLists = serde_json::from_str(text).map_err(|error| {
        let line = error.line();
        refused("", ListsFlaw::Unreadable { line })
    })?;
    if lists.version < 2 {
        return Err(refused("version", ListsFlaw::Version));
    }
    for adds in Adds::ALL {
        ensure_codes(&lists, adds)?;
    }
    ensure_zones(&lists)?;
    for (id, figures) in &lists.follow_up {
        if codes::ensure("follow_up_policy", "policy", id).is_err() {
            return Err(refused(id, ListsFlaw::NoPolicy));
        }
        if !figures.can_hold() {
            return Err(refused(id, ListsFlaw::Rule));
        }
    }
    for word in &lists.denied_words {
        let letters = word.chars().filter(|letter| letter.is_alphanumeric());
        if letters.count() < SHORTEST_DENIED || word.chars().count() > NAME {
            return Err(refused(word, ListsFlaw::DeniedWord));
        }
    }
    Ok(lists)
}

fn ensure_zones(lists: &OwnLists) -> Result<()> {
    let mut taken = BTreeSet::new();
    for zone in &lists.zones {
        let length = zone.chars().count();
        let is_name = zone.trim() == zone && (1..=NAME).contains(&length);
        if !is_name || zone.chars().any(char::is_control) || plain(zone).trim().is_empty() {
            return Err(refused(zone, ListsFlaw::ZoneName));
        }
        if !taken.insert(plain(zone)) {
            return Err(refused(zone, ListsFlaw::ZoneTwice));
        }
    }
    Ok(())
}

fn ensure_codes(lists: &OwnLists, adds: Adds) -> Result<()> {
    let mut taken: BTreeSet<&str> = codes::list(adds.beside())
        .iter()
        .map(|code| &**code)
        .collect();
    for own in lists.codes(adds) {
        let refuse = |flaw| Err(refused(&own.code, flaw));
        let may_stand = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
        if !(1..=NAME).contains(&own.code.len()) || !own.code.bytes().all(may_stand) {
            return refuse(ListsFlaw::Code);
        }
        if !taken.insert(&own.code) {
            return refuse(ListsFlaw::Taken);
        }
        let is_name = |name: &String| {
            let length = name.trim().chars().count();
            (1..=NAME).contains(&length) && !name.chars().any(char::is_control)
        };
        if ![&own.en, &own.es].into_iter().all(is_name) {
            return refuse(ListsFlaw::Name);
        }
        if codes::ensure(adds.counts_in(), "counts_as", &own.counts_as).is_err() {
            return refuse(ListsFlaw::CountsAs);
        }
    }
    Ok(())
}
