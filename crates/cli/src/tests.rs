//! The words and the program fit each other.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use countyline_core::words::{LANGUAGES, Words};

use crate::arguments;

/// Every message id that stands in the sources of this program.
fn ids_in(folder: &Path) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            ids.extend(ids_in(&path));
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let said = source.split('"').filter(|part| part.starts_with("cli-"));
        ids.extend(said.filter(|part| !part.contains('{')).map(str::to_owned));
    }
    ids
}

fn sources() -> BTreeSet<String> {
    let ids = ids_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(ids.contains("cli-saved"), "the sources were not read");
    ids.into_iter().filter(|id| !id.ends_with('-')).collect()
}

/// Every text of the help of a command and of those below it.
fn help_texts(command: &clap::Command, texts: &mut Vec<String>) {
    let about = command.get_about().map(ToString::to_string);
    texts.push(about.unwrap_or_default());
    for argument in command.get_arguments() {
        let help = argument.get_help().map(ToString::to_string);
        texts.push(help.unwrap_or_default());
    }
    for below in command.get_subcommands() {
        help_texts(below, texts);
    }
}

#[test]
fn every_command_and_option_is_explained_in_every_language() {
    for language in LANGUAGES {
        let mut texts = Vec::new();
        help_texts(&arguments::command(&Words::of(language)), &mut texts);
        assert!(texts.len() > 60);
        let unsaid: Vec<_> = texts
            .iter()
            .filter(|text| text.is_empty() || text.starts_with("cli-"))
            .collect();
        assert!(unsaid.is_empty(), "{language}: {unsaid:?}");
    }
}

#[test]
fn every_sentence_the_program_says_stands_in_the_words() {
    for language in LANGUAGES {
        let words = Words::of(language);
        let missing: Vec<_> = sources().into_iter().filter(|id| !words.has(id)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}

#[test]
fn the_program_says_every_sentence_there_are_words_for() {
    let said = sources();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/words/en");
    let files = fs::read_dir(folder).unwrap();
    let words: String = files
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    let unsaid: Vec<&str> = words
        .lines()
        .filter_map(|line| Some(line.split_once(" =")?.0))
        .filter(|id| id.starts_with("cli-") && !id.starts_with("cli-help-"))
        // Named after the core's checks of a letter.
        .filter(|id| !id.starts_with("cli-check-") && !said.contains(*id))
        .collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}

#[test]
fn every_refusal_of_this_program_says_what_happened_and_what_to_do() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut codes = BTreeSet::new();
    for entry in [
        "asking.rs",
        "casework.rs",
        "partners.rs",
        "program.rs",
        "exchange.rs",
        "following.rs",
        "offices.rs",
        "referring.rs",
        "services.rs",
        "story/mod.rs",
    ] {
        let source = fs::read_to_string(folder.join(entry)).unwrap();
        let refused = source.split("Stop::refused(\"").skip(1);
        codes.extend(refused.map(|rest| rest.split('"').next().unwrap().to_owned()));
    }
    assert!(codes.contains("passphrase-missing"));
    for language in LANGUAGES {
        let words = Words::of(language);
        for code in &codes {
            assert!(words.has(&format!("err-{code}")), "{language} {code}");
            assert!(words.has(&format!("rec-{code}")), "{language} {code}");
        }
    }
}

#[test]
fn the_language_stands_before_the_command() {
    let asked = |line: &str| {
        let written: Vec<_> = line.split(' ').map(Into::into).collect();
        arguments::language_asked_for(&written)
    };
    assert_eq!(
        asked("countyline --language es show today").as_deref(),
        Some("es")
    );
    assert_eq!(
        asked("countyline --language=es --help").as_deref(),
        Some("es")
    );
    assert_eq!(asked("countyline letter V --language es"), None);
}
