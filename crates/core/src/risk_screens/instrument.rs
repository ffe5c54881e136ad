//! Instruments: risk screens as data. The program ships one demonstration in its own words and no licensed wording; an
//! agency that may use another puts its definition, as JSON, into the folder `instruments` of its office.
//!
//! A definition says which questions are asked, which answers screen in, what the officer may believe in spite of them,
//! and what follows. What it cannot say, this engine cannot do.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{InstrumentItem, InstrumentView};
use crate::codes;
use crate::error::{Error, Result};
use crate::followups::policy;
use crate::words::Words;

/// Answers of a screen: item, code of `screen_answer`.
pub(super) type Answers = BTreeMap<String, String>;

/// A definition.
#[derive(Debug, Clone, serde::Deserialize)]
pub(super) struct Instrument {
    pub(super) id: String,
    pub(super) version: i32,
    #[serde(default)]
    pub(super) demo: bool,
    #[serde(default)]
    license_holder: String,
    #[serde(default)]
    agency_authorized_since: Option<String>,
    for_whom: Text,
    script: Text,
    items: Vec<Item>,
    triggers: Vec<Trigger>,
    /// What the officer's belief makes of it; none: belief does not count.
    override_result: Option<String>,
    otherwise: String,
    results: Vec<Outcome>,
    keep: Keep,
    #[serde(default)]
    hotline_step: bool,
    pub(super) follow_up_policy: Option<String>,
}

#[derive(Debug, Clone, serde::Deserialize)]
struct Item {
    id: String,
    group: String,
    text: Text,
}

/// So many yes in a group; without a group, in all.
#[derive(Debug, Clone, serde::Deserialize)]
struct Trigger {
    #[serde(default)]
    group: Option<String>,
    at_least: usize,
    result: String,
}

#[derive(Debug, Clone, serde::Deserialize)]
struct Outcome {
    code: String,
    level: String,
    text: Text,
}

/// A sentence: the id of one of ours, or the agency's own in each language.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(untagged)]
enum Text {
    Ours(String),
    Own(BTreeMap<String, String>),
}

/// What is kept of a screen. It can be asked for by a court.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Keep {
    Answers,
    ResultOnly,
}

/// What a screen came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Code of the instrument's own results; none: not done.
    pub(super) result: Option<String>,
    /// Code of `risk_level`.
    pub(super) level: String,
    /// Code of `risk_trigger`.
    pub(super) trigger: &'static str,
}

/// Every instrument of an office: the demonstration, then its own, by file name.
pub(super) fn all(office: &Path) -> Result<Vec<Instrument>> {
    let demo = include_str!("../../../../assets/instruments/demo-safety-talk.json");
    let mut instruments = vec![Instrument::read(demo)?];
    let Ok(folder) = std::fs::read_dir(office.join("instruments")) else {
        return Ok(instruments);
    };
    let mut files: Vec<_> = folder.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    for path in files {
        let text = std::fs::read_to_string(&path)
            .map_err(|source| Error::file("read an instrument", source))?;
        instruments.push(Instrument::read(&text)?);
    }
    Ok(instruments)
}

impl Instrument {
    /// A definition, if it is whole: every trigger, result and policy it names is there.
    pub(super) fn read(text: &str) -> Result<Instrument> {
        let unreadable = || Error::InvalidInput {
            field: "instrument",
        };
        let read: Instrument = serde_json::from_str(text).map_err(|_| unreadable())?;
        let items: BTreeSet<&String> = read.items.iter().map(|item| &item.id).collect();
        let groups: BTreeSet<&String> = read.items.iter().map(|item| &item.group).collect();
        let has_result = |code: &String| read.results.iter().any(|result| result.code == *code);
        let triggers_fit = read.triggers.iter().all(|trigger| {
            let in_group = trigger
                .group
                .as_ref()
                .is_none_or(|group| groups.contains(group));
            in_group && trigger.at_least > 0 && has_result(&trigger.result)
        });
        let levels_fit = read.results.iter().all(|result| {
            // Not done is no result of asking.
            matches!(result.level.as_str(), "high" | "low")
        });
        let policy_fits = read
            .follow_up_policy
            .iter()
            .all(|id| policy::policy(id).is_ok());
        let whole = !read.items.is_empty()
            && items.len() == read.items.len()
            && triggers_fit
            && levels_fit
            && policy_fits
            && has_result(&read.otherwise)
            && read.override_result.iter().all(has_result);
        if whole { Ok(read) } else { Err(unreadable()) }
    }

    /// Refuses an answer to no question, or one that is none.
    pub(super) fn ensure_answers(&self, answers: &Answers) -> Result<()> {
        for (item, answer) in answers {
            if !self.items.iter().any(|known| known.id == *item) {
                return Err(Error::UnknownCode { field: "answers" });
            }
            codes::ensure("screen_answer", "answers", answer)?;
        }
        Ok(())
    }

    /// What these answers come to. Nothing answered is not done: it is not low.
    pub(super) fn found(&self, answers: &Answers, officer_believes: bool) -> Found {
        let triggered = self.triggers.iter().find(|trigger| {
            let in_group = |item: &&Item| {
                trigger
                    .group
                    .as_ref()
                    .is_none_or(|group| item.group == *group)
            };
            let yes = self.items.iter().filter(in_group);
            let yes = yes.filter(|item| answers.get(&item.id).is_some_and(|said| said == "yes"));
            yes.count() >= trigger.at_least
        });
        if let Some(trigger) = triggered {
            return self.result(&trigger.result, "protocol");
        }
        if officer_believes && let Some(result) = &self.override_result {
            return self.result(result, "officer_belief");
        }
        let anything_said = answers.values().any(|answer| answer != "not_answered");
        if anything_said {
            return self.result(&self.otherwise, "none");
        }
        Found {
            result: None,
            level: "not_done".to_owned(),
            trigger: "none",
        }
    }

    fn result(&self, code: &str, trigger: &'static str) -> Found {
        let result = self.results.iter().find(|result| result.code == code);
        Found {
            result: Some(code.to_owned()),
            // Every result has a level; reading the definition has seen to it.
            level: result.map_or_else(|| "high".to_owned(), |result| result.level.clone()),
            trigger,
        }
    }

    pub(super) fn keeps_answers(&self) -> bool {
        self.keep == Keep::Answers
    }

    /// What is said of a result.
    pub(super) fn result_text(&self, code: &str, words: &Words, language: &str) -> String {
        let result = self.results.iter().find(|result| result.code == code);
        result.map_or_else(
            || code.to_owned(),
            |result| result.text.in_words(words, language),
        )
    }

    /// The instrument as a screen shows it.
    pub(super) fn view(&self, language: &str) -> InstrumentView {
        let words = Words::of(language);
        let said = |text: &Text| text.in_words(&words, language);
        InstrumentView {
            id: self.id.clone(),
            version: self.version,
            demo: self.demo,
            license_holder: self.license_holder.clone(),
            agency_authorized_since: self.agency_authorized_since.clone(),
            for_whom: said(&self.for_whom),
            script: said(&self.script),
            items: self
                .items
                .iter()
                .map(|item| InstrumentItem {
                    id: item.id.clone(),
                    group: item.group.clone(),
                    text: said(&item.text),
                })
                .collect(),
            takes_belief: self.override_result.is_some(),
            keeps_answers: self.keeps_answers(),
            hotline_step: self.hotline_step,
        }
    }
}

impl Text {
    fn in_words(&self, words: &Words, language: &str) -> String {
        match self {
            Text::Ours(id) => words.say(id),
            Text::Own(by_language) => {
                let said = by_language
                    .get(language)
                    .or_else(|| by_language.values().next());
                said.cloned().unwrap_or_default()
            }
        }
    }
}
