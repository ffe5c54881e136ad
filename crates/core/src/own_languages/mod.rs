//! Languages of papers that an office adds by files, without a new program.
//!
//! In the office's folder `languages`, a folder named by a language tag (`vi`, `hmn`, `zh-Hant`) holds what papers say
//! in that language as Fluent messages (`*.ftl`), and `deny.txt`, the words that must not stand on a paper that may be
//! found, one a line. Fonts for its letters go into the folder `fonts` beside it. [`begin`] writes such a folder with
//! everything that is to be put into the other language.
//!
//! Always true: a language is used whole or not at all. Every message is there, with the values it has in English and
//! with nothing but text, values and choices between them; of what a paper says that may be found no denied word is
//! taken. What is missing or wrong is named. The denied words of every added language count for letters in all
//! languages, also where the rest of that language is not usable; where they cannot be read, each letter says so.
//!
//! Not here: papers that stay in the office, which speak the languages of the program; and the rights of a state,
//! which its pack has in the program's languages alone.

mod needed;
mod views;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::parser;
use sha2::{Digest, Sha256};

pub use views::*;

use crate::casefile::{CaseFile, hex};
use crate::error::{Error, Result};
use crate::files;
use crate::letters;
use crate::wordings::{self, Pattern, WordingFlaw};
use crate::words::{LANGUAGES, Words};

/// The folder of an office that holds the languages it added. It need not be there.
const FOLDER: &str = "languages";
/// The words that must not stand on a paper that may be found.
const DENY_LIST: &str = "deny.txt";
/// What [`begin`] calls the file of messages.
const MESSAGES: &str = "papers.ftl";
/// The largest file of messages or denied words, in bytes.
const LARGEST_FILE_BYTES: usize = 1 << 20;
/// Letters that a denied word has at least: a shorter one stands in every sentence.
const SHORTEST_WORD: usize = 2;

/// Why a language is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LanguageFlaw {
    /// A file is missing, too large or no text.
    File {
        /// Its name.
        name: String,
    },
    /// Something in a file is no message.
    NotFluent {
        /// Its name.
        name: String,
    },
    /// A message is missing.
    Missing {
        /// Its id.
        message: String,
    },
    /// A message has other values than in English.
    Values {
        /// Its id.
        message: String,
    },
    /// A message cannot be said, or must not be.
    Wording {
        /// Its id.
        message: String,
        /// Why.
        flaw: WordingFlaw,
    },
    /// The name of a paper's file has other signs than small letters, digits and hyphens.
    FileName {
        /// Id of the message.
        message: String,
    },
    /// No denied word is listed, or one is so short that it stands in every sentence.
    DenyList,
}

impl LanguageFlaw {
    /// The code its sentence is found by.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            LanguageFlaw::File { .. } => "file",
            LanguageFlaw::NotFluent { .. } => "not_fluent",
            LanguageFlaw::Missing { .. } => "missing",
            LanguageFlaw::Values { .. } => "values",
            LanguageFlaw::Wording { flaw, .. } => match flaw {
                WordingFlaw::DeniedWord { .. } => "denied_word",
                _ => "wording",
            },
            LanguageFlaw::FileName { .. } => "file_name",
            LanguageFlaw::DenyList => "deny_list",
        }
    }

    /// Which file or message it is, and which word; empty where there is none.
    pub(crate) fn what(&self) -> (String, String) {
        match self {
            LanguageFlaw::File { name } | LanguageFlaw::NotFluent { name } => {
                (name.clone(), String::new())
            }
            LanguageFlaw::Missing { message }
            | LanguageFlaw::Values { message }
            | LanguageFlaw::FileName { message } => (message.clone(), String::new()),
            LanguageFlaw::Wording { message, flaw } => (message.clone(), flaw.what()),
            LanguageFlaw::DenyList => (DENY_LIST.to_owned(), String::new()),
        }
    }
}

/// A language that was read whole.
pub(crate) struct OwnLanguage {
    pub(crate) words: Words,
    /// The hash of its messages, hex.
    pub(crate) sha256: String,
}

/// Languages of papers: those of the program, and those this office added, each with what is wrong with it.
///
/// # Errors
/// [`Error::Storage`].
pub fn list(file: &CaseFile) -> Result<Vec<PaperLanguageView>> {
    let programs = LANGUAGES.into_iter().map(|tag| PaperLanguageView {
        tag: tag.to_owned(),
        own: false,
        usable: true,
        failure: None,
    });
    let own = tags_in(file.folder()).into_iter().map(|tag| {
        let refused = read(file.folder(), &tag).err();
        PaperLanguageView {
            own: true,
            usable: refused.is_none(),
            failure: refused.map(|refused| refused.failure()),
            tag,
        }
    });
    Ok(programs.chain(own).collect())
}

/// Begins a language: writes its folder, with every message in English and the words to be denied in English, to be
/// put into it. What is there already stays.
///
/// # Errors
/// [`Error::UnknownCode`] if the tag is none, or one of the program's; [`Error::FileExists`]; those of writing a file.
pub fn begin(file: &CaseFile, tag: &str) -> Result<PathBuf> {
    ensure_tag(tag)?;
    let folder = folder_of(file.folder(), tag);
    if folder.exists() {
        return Err(Error::FileExists);
    }
    let made = fs::create_dir_all(&folder);
    made.map_err(|source| Error::file("make the folder of a language", source))?;
    files::write_whole(&folder.join(MESSAGES), needed::template().as_bytes())?;
    let denied = letters::denied_words_of("en").join("\n") + "\n";
    files::write_whole(&folder.join(DENY_LIST), denied.as_bytes())?;
    Ok(folder)
}

/// Whether this office added a language, whatever is wrong with it.
pub(crate) fn is_added(file: &CaseFile, tag: &str) -> bool {
    tags_in(file.folder()).iter().any(|added| added == tag)
}

/// What papers say in an added language.
///
/// # Errors
/// [`Error::UnknownCode`] if it was not added; [`Error::LanguageRefused`] with what is wrong with it.
pub(crate) fn of(file: &CaseFile, tag: &str) -> Result<OwnLanguage> {
    read(file.folder(), tag)
}

/// The added languages whose denied words cannot be read: what is compared with them alone is not looked at.
pub(crate) fn without_denied_words(file: &CaseFile) -> Vec<String> {
    let mut tags = tags_in(file.folder());
    tags.retain(|tag| deny_list(&folder_of(file.folder(), tag)).is_err());
    tags
}

/// The denied words of every added language, as they are written.
pub(crate) fn denied_words(file: &CaseFile) -> Vec<String> {
    let tags = tags_in(file.folder()).into_iter();
    let lists = tags.filter_map(|tag| deny_list(&folder_of(file.folder(), &tag)).ok());
    lists.flatten().collect()
}

fn read(office: &Path, tag: &str) -> Result<OwnLanguage> {
    ensure_tag(tag)?;
    let folder = folder_of(office, tag);
    if !folder.is_dir() {
        return Err(Error::UnknownCode { field: "language" });
    }
    let refused = |flaw| Error::LanguageRefused {
        language: tag.to_owned(),
        flaw,
    };
    let denied = deny_list(&folder).map_err(refused)?;
    let source = sources(&folder).map_err(refused)?;
    ensure_whole(&source, &denied).map_err(refused)?;
    let words = Words::own(tag, source.clone()).ok_or(Error::UnknownCode { field: "language" })?;
    Ok(OwnLanguage {
        words,
        sha256: hex(&Sha256::digest(source.as_bytes())),
    })
}

/// The messages of every file, one behind the other.
fn sources(folder: &Path) -> std::result::Result<String, LanguageFlaw> {
    let mut source = String::new();
    for path in files_of(folder, "ftl") {
        let text = text_of(&path)?;
        if parser::parse(&*text).is_err() {
            return Err(LanguageFlaw::NotFluent {
                name: name_of(&path),
            });
        }
        source.push_str(&text);
        source.push('\n');
    }
    Ok(source)
}

/// Refuses what is not all there, or says something else than what it stands for.
fn ensure_whole(source: &str, denied: &[String]) -> std::result::Result<(), LanguageFlaw> {
    let texts: BTreeMap<String, String> = wordings::messages(source).into_iter().collect();
    for (message, values) in needed::messages() {
        let text = texts.get(message).ok_or_else(|| LanguageFlaw::Missing {
            message: message.clone(),
        })?;
        let wrong = |flaw| LanguageFlaw::Wording {
            message: message.clone(),
            flaw,
        };
        let pattern = Pattern::read(message, text).map_err(wrong)?;
        if !pattern.variables().eq(values.iter().cloned()) {
            return Err(LanguageFlaw::Values {
                message: message.clone(),
            });
        }
        let is_file_sign =
            |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
        if message.ends_with("-file-name") && !text.chars().all(is_file_sign) {
            return Err(LanguageFlaw::FileName {
                message: message.clone(),
            });
        }
        if !wordings::is_discreet(message) {
            continue;
        }
        let word = pattern.ways().find_map(|way| {
            let own = || denied.iter().find(|word| letters::holds_denied(way, word));
            let programs = letters::denied_word(way).map(str::to_owned);
            programs.or_else(|| own().cloned())
        });
        if let Some(word) = word {
            return Err(wrong(WordingFlaw::DeniedWord { word }));
        }
    }
    Ok(())
}

fn deny_list(folder: &Path) -> std::result::Result<Vec<String>, LanguageFlaw> {
    let text = text_of(&folder.join(DENY_LIST))?;
    let lines = text.lines().map(str::trim);
    let words: Vec<String> = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect();
    let is_short = |word: &String| word.chars().count() < SHORTEST_WORD;
    match words.is_empty() || words.iter().any(is_short) {
        true => Err(LanguageFlaw::DenyList),
        false => Ok(words),
    }
}

fn text_of(path: &Path) -> std::result::Result<String, LanguageFlaw> {
    let flaw = || LanguageFlaw::File {
        name: name_of(path),
    };
    let bytes = files::read_beginning(path, LARGEST_FILE_BYTES + 1).map_err(|_| flaw())?;
    if bytes.len() > LARGEST_FILE_BYTES {
        return Err(flaw());
    }
    let text = String::from_utf8(bytes).map_err(|_| flaw())?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The files of a folder with this ending, by name.
fn files_of(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let mut found: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    found.sort();
    found
}

/// The languages that an office added, whatever is in their folders.
fn tags_in(office: &Path) -> Vec<String> {
    let entries = fs::read_dir(office.join(FOLDER)).into_iter().flatten();
    let folders = entries.flatten().filter(|entry| entry.path().is_dir());
    let names = folders.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut tags: Vec<String> = names.filter(|name| ensure_tag(name).is_ok()).collect();
    tags.sort();
    tags
}

fn folder_of(office: &Path, tag: &str) -> PathBuf {
    office.join(FOLDER).join(tag)
}

/// A language tag: letters, digits and hyphens, beginning with the two or three letters of a language that the program
/// does not speak itself.
fn ensure_tag(tag: &str) -> Result<()> {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let is_tag = (2..=3).contains(&primary.len())
        && primary.bytes().all(|letter| letter.is_ascii_lowercase())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_alphanumeric())
        });
    match is_tag && !LANGUAGES.contains(&tag) {
        true => Ok(()),
        false => Err(Error::UnknownCode { field: "language" }),
    }
}
