//! Every change of a victim's records, by field and by words.
//!
//! A terminal can be read over a shoulder: her names are covered until they are asked for, also in what is searched.

use countyline_core::casefile::CaseFile;
use countyline_core::values;
use countyline_core::victims::{self, ChangedField, HistoryEntry};
use countyline_core::words::Words;

use crate::arguments::History;
use crate::casework::victim_id;
use crate::outcome::{Ending, Stop};
use crate::telling::Telling;

/// The labels of what is a name of hers.
const NAMES: [&str; 3] = ["field-given-name", "field-family-name", "field-other-names"];

pub(super) fn tell(
    file: &CaseFile,
    wanted: &History,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut told = victims::history(file, &victim_id(file, &wanted.victim)?)?;
    if !wanted.names {
        told.iter_mut().for_each(cover_names);
    }
    if let Some(about) = &wanted.about {
        told.retain(|entry| is_about(entry, &about.replace('-', "_").to_lowercase()));
    }
    let words = wanted.words.iter().map(|word| word.to_lowercase());
    let words: Vec<String> = words.collect();
    told.retain(|entry| {
        let lines = lines_of(entry, telling.words());
        let said = lines.join("\n").to_lowercase();
        words.iter().all(|word| said.contains(word))
    });
    for entry in &told {
        for line in lines_of(entry, telling.words()) {
            telling.line(&line)?;
        }
    }
    if told.is_empty() {
        telling.say("history-none", values! {})?;
    }
    telling.answer(&told)?;
    Ok(Ending::Done)
}

fn cover_names(entry: &mut HistoryEntry) {
    let names = entry.changes.iter_mut();
    for name in names.filter(|one| NAMES.contains(&&*one.label)) {
        for said in name.before.iter_mut().chain(&mut name.after) {
            let initial = said.chars().next();
            *said = initial.map_or_else(String::new, |letter| format!("{letter}."));
        }
    }
}

fn is_about(entry: &HistoryEntry, about: &str) -> bool {
    let label = format!("field-{}", about.replace('_', "-"));
    entry.record == about || entry.changes.iter().any(|one| one.label == label)
}

/// What is told of a change: what it was, each field with what stood there before, and where it comes from.
fn lines_of(entry: &HistoryEntry, words: &Words) -> Vec<String> {
    let origin = &entry.origin;
    let what = values! {
        at = origin.claimed_at, record = words.code("record", &entry.record),
        what = words.code("history", &entry.kind), by = origin.by, place = origin.place,
    };
    let mut lines = vec![words.say_with("cli-history-row", &what)];
    for change in &entry.changes {
        let side = |values: &[String]| match (&change.code_list, values) {
            (_, []) => "—".to_owned(),
            (Some(list), codes) => in_words(words, list, codes),
            (None, texts) => texts.join(", "),
        };
        let said = values! {
            field = words.say(&change.label), before = side(&change.before),
            after = side(&change.after),
        };
        lines.push(words.say_with(message_of(change), &said));
    }
    if let (Some(at), Some(bundle)) = (&origin.received_at, &origin.bundle) {
        let said = values! { at = at, file = bundle };
        lines.push(words.say_with("cli-history-received", &said));
    }
    lines
}

fn message_of(change: &ChangedField) -> &'static str {
    match change.before.is_empty() {
        true => "cli-history-field",
        false => "cli-history-field-was",
    }
}

fn in_words(words: &Words, list: &str, codes: &[String]) -> String {
    let codes = codes.iter().map(|code| words.code(list, code));
    codes.collect::<Vec<_>>().join(", ")
}
